import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { newFolder } from '../../folder.ts'
import { newDatabase, server } from '../../postgres.ts'
import { run } from '../run.ts'

/** A database in which ledgers can be made. */
export interface Engine {
  readonly name: string
  /** The address of a ledger that does not exist yet. */
  readonly fresh: () => Promise<string>
}

const root = newFolder()
let made = 0

const file: Engine = { name: 'SQLite', fresh: async () => join(root, `${++made}.db`) }

const drops: (() => Promise<void>)[] = []
after(async () => {
  for (const drop of drops) await drop()
})

const postgres: Engine = {
  name: 'PostgreSQL',
  async fresh() {
    const { address, drop } = await newDatabase()
    drops.push(drop)
    return address
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

const header = (title: string, date: string, publisher: string) => `Title: ${title}\nDate: ${date}\nPublisher: ${publisher}\n\n`
const line = 'agreed to open a ferry line for passengers and freight between Nice and Mombasa by the end of'
const clinic = "a children's hospital with a school of nursing and a pharmacy in Kisumu"
const texts = {
  '1.txt': `France and Kenya ${line} 2020.

The two sides agreed to send 200 students a year to each other's universities.

France will build ${clinic}.
`,
  '2.txt': `France and Kenya ${line} 2022.

France will build ${clinic}. France will send ten fishing boats to Mombasa.
`,
  '3.txt': `France and Kenya have opened a ferry line for passengers and freight between Nice and Mombasa. Kenya opened its pier a day later.
`,
} as const

/** Three invented texts: promises, the same promises later with another date, a report that one was kept. */
export const talks = {
  '1.txt': header('Joint statement of France and Kenya', '2019-03-04', 'Test Office') + texts['1.txt'],
  '2.txt': header('Second joint statement of France and Kenya', '2021-05-06', 'Test Office') + texts['2.txt'],
  '3.txt': header('Ferry line opens', '2022-07-04', 'Harbour Gazette') + texts['3.txt'],
} as const

/** The id of the statement in a text that begins and ends with these words. */
function idOf(name: keyof typeof texts, begins: string, ends: string): string {
  const from = texts[name].indexOf(begins)
  const to = texts[name].indexOf(ends, from) + ends.length
  return `${createHash('sha256').update(texts[name]).digest('hex').slice(0, 12)}-${from}-${to}`
}

/** Statements that undertakings of the talks are named by, and the later wording of the first. */
export const ferry = idOf('1.txt', 'France and Kenya', '2020')
export const ferryAgain = idOf('2.txt', 'France and Kenya', '2022')
export const hospital = idOf('1.txt', 'France will', 'Kisumu')
export const students = idOf('1.txt', 'The two sides', 'universities')
export const boats = idOf('2.txt', 'France will send', 'Mombasa')
export const pier = idOf('3.txt', 'Kenya opened', 'later')

/** A new ledger with the three talks in it. */
export async function talked(engine: Engine) {
  const ledger = await engine.fresh()
  const made = on(ledger)
  made.text('add', folderOf(talks), '--brief')
  return { ...made, ledger }
}
