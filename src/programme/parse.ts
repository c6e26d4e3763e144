import type { JudgementBody } from '../ledger/nouns.ts'
import { bodiesOf } from './bodies.ts'
import { checkFields, checkNames, checkRows } from './check.ts'
import { knownParties } from './parties.ts'
import { type Row, rowsOf } from './rows.ts'
import { tables } from './tables.ts'

/** What a folder of tables says, as judgements that a ledger can append, or what is wrong with it. */
export interface ParsedProgramme {
  /** Empty where programme.tsv does not say it. */
  readonly name: string
  /** Day of compiling, `YYYY-MM-DD`; the time of its judgements. */
  readonly compiled: string
  /** In an order that depends on the tables alone: the programme, its entries, series, observations, targets, evidence, searches. */
  readonly judgements: readonly JudgementBody[]
  /** One line each: file, line, entry, what to do. Where there is one, there are no judgements. */
  readonly problems: readonly string[]
}

/**
 * Reads a programme from its tables. Never throws, whatever the files hold.
 * @param files name of a file (`entries.tsv`) to its text; files that are no `.tsv` are passed over
 */
export function parseProgramme(files: ReadonlyMap<string, string>): ParsedProgramme {
  const problems: string[] = []
  const parties = knownParties()
  const names = Object.keys(tables)
  for (const file of files.keys())
    if (file.endsWith('.tsv') && !names.includes(file.slice(0, -4)))
      problems.push(`${file}: unknown table; use ${names.map((name) => `${name}.tsv`).join(', ')}`)
  const rows = new Map<string, readonly Row[]>()
  for (const name of names) {
    const text = files.get(`${name}.tsv`)
    if (text !== undefined) rows.set(name, rowsOf(name, text, parties, problems))
    else if (tables[name]?.needed) problems.push(`${name}.tsv: is missing; \`stocktake programme new\` writes one to start from`)
  }
  const fields = new Map((rows.get('programme') ?? []).map((row) => [row.cell('id'), row]))
  if (files.has('programme.tsv')) checkFields(fields, parties, problems)
  checkNames(rows, problems)
  checkRows(rows, fields.get('compiled')?.cell('value') ?? '', problems)
  const name = fields.get('name')?.cell('value') ?? ''
  const compiled = fields.get('compiled')?.cell('value') ?? ''
  return { name, compiled, judgements: problems.length ? [] : bodiesOf(rows, fields), problems: problems.sort(inOrder) }
}

/** Problems of one file by line; files in the order of the alphabet. */
function inOrder(a: string, b: string): number {
  const [, fileA = '', lineA = '0'] = /^(\S+?)(?: line (\d+))?[ :]/.exec(a) ?? []
  const [, fileB = '', lineB = '0'] = /^(\S+?)(?: line (\d+))?[ :]/.exec(b) ?? []
  return fileA < fileB ? -1 : fileA > fileB ? 1 : Number(lineA) - Number(lineB)
}
