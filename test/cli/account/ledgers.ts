import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { run } from '../run.ts'

/** A database in which ledgers can be made. */
export interface Engine {
  readonly name: string
  /** The address of a ledger that does not exist yet. */
  readonly fresh: () => Promise<string>
}

const root = mkdtempSync(join(tmpdir(), 'stocktake-ledger-'))
let made = 0

const file: Engine = { name: 'SQLite', fresh: async () => join(root, `${++made}.db`) }

/** Address of a server on which databases may be made and dropped; without it only files are tested. */
const server = process.env['STOCKTAKE_TEST_POSTGRES']

const postgres: Engine = {
  name: 'PostgreSQL',
  async fresh() {
    const name = `stocktake_cli_${process.pid}_${++made}`
    const client = new pg.Client(server)
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    const address = new URL(server as string)
    address.pathname = `/${name}`
    return address.href
  },
}

/** The databases of this machine. */
export const engines: readonly Engine[] = server ? [file, postgres] : [file]

/** A folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `texts-${++made}`)
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** A path in the folder of this test run where nothing is yet. */
export const unused = (name: string): string => join(root, `${++made}-${name}`)

/** Runs the built program on a ledger, as anna unless the call says otherwise. */
export function on(ledger: string) {
  const env = { STOCKTAKE_LEDGER: ledger, STOCKTAKE_AUTHOR: 'anna', NO_COLOR: '1' }
  const call = (args: readonly string[], input = '') => run(args, input, env)
  const text = (...args: string[]): string => {
    const { status, stdout, stderr } = call(args)
    if (status !== 0) throw new Error(`stocktake ${args.join(' ')}: ${status} ${stderr}`)
    return stdout
  }
  const refusal = (...args: string[]): string => {
    const { status, stdout, stderr } = call(args)
    if (status !== 2 || stdout !== '') throw new Error(`stocktake ${args.join(' ')}: ${status} ${stdout}`)
    return stderr
  }
  return {
    env,
    call,
    /** Standard output of a call that must succeed. */
    text,
    /** The JSON of a call that must succeed. */
    json: (...args: string[]) => JSON.parse(text(...args, '--json')),
    /** The line of a call that must be refused: exit code 2, one line, nothing on standard output. */
    refusal,
  }
}

/** Three invented texts: a promise, the same promise later with another date, a report. */
export const talks = {
  '1.txt': `Title: Joint statement of France and Kenya
Date: 2019-03-04
Publisher: Test Office

France and Kenya agreed to open a ferry line between Nice and Mombasa by the end of 2020.

The two sides agreed to send 200 students a year to each other's universities.

France will build a hospital in Kisumu.
`,
  '2.txt': `Title: Second joint statement of France and Kenya
Date: 2021-05-06
Publisher: Test Office

France and Kenya agreed to open a ferry line between Nice and Mombasa by the end of 2022.

France will build a hospital in Kisumu. France will send ten fishing boats to Mombasa.
`,
  '3.txt': `Title: Ferry line opens
Date: 2022-07-04
Publisher: Harbour Gazette

The ferry line between Nice and Mombasa opened on 3 July 2022. Kenya opened its pier a day later.
`,
} as const

/** The statement of the first text that the ferry's undertaking is named by, and that of the hospital. */
export const ferry = 'c99013144494-0-88'
export const hospital = 'c99013144494-171-209'
export const boats = '8ec16bf9f858-131-176'

/** A new ledger with the three talks in it. */
export async function talked(engine: Engine) {
  const ledger = await engine.fresh()
  const made = on(ledger)
  made.text('add', folderOf(talks), '--brief')
  return { ...made, ledger }
}
