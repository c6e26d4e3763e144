import { faultOf } from './cells.ts'
import { type Table, tables } from './tables.ts'

/** One row of a table: the number of its line, and its cells by column; a column that the file leaves out is empty. */
export interface Row {
  readonly line: number
  readonly cell: (column: string) => string
}

/** Says that something is wrong in a row: one line that names file, line, entry and what to do. */
export type Say = (what: string) => void

/** Characters that no cell may hold: control characters, marks that turn the direction of writing, broken ones. */
const bad = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd\ud800-\udfff]/u

/** One place for the form of every message: `entries.tsv line 7 (flights): …`. */
export const sayer =
  (problems: string[], table: string, line: number, entry: string): Say =>
  (what) => {
    problems.push(`${table}.tsv line ${line}${entry ? ` (${entry})` : ''}: ${what}`)
  }

/** Reads one table. Adds what is wrong with it to `problems` and leaves out the rows that it is wrong with. Never throws. */
export function rowsOf(name: string, text: string, parties: ReadonlySet<string>, problems: string[]): Row[] {
  const table = tables[name] as Table
  const rows: Row[] = []
  const seen = new Map<string, number>()
  let header: string[] | undefined
  const lines = (text.startsWith('\ufeff') ? text.slice(1) : text).split('\n')
  for (let i = 0; i < lines.length; i++) {
    const whole = lines[i] as string
    const content = whole.endsWith('\r') ? whole.slice(0, -1) : whole
    if (!content.replaceAll('\t', '') || content.startsWith('#')) continue
    const cells = content.split('\t')
    const say = sayer(problems, name, i + 1, header ? (cells[0] as string) : '')
    if (!header) {
      header = cells
      if (!checkHeader(cells, table, say)) return []
    } else if (cells.length > header.length) say(`has ${cells.length} cells, the header has ${header.length}; take out tabs`)
    else if (checkRow(header, cells, table, parties, say)) {
      const [first = ''] = cells
      const before = seen.get(first)
      if (table.unique && before !== undefined) say(`${first} stands in line ${before} too; give each row its own`)
      else rows.push(rowFrom(header, cells, i + 1))
      seen.set(first, before ?? i + 1)
    }
  }
  if (!header) problems.push(`${name}.tsv: no header line; the first line names the columns: ${Object.keys(table.columns).join(', ')}`)
  return rows
}

function rowFrom(header: readonly string[], cells: readonly string[], line: number): Row {
  const byName = new Map(header.map((column, at) => [column, cells[at] ?? '']))
  return { line, cell: (column) => byName.get(column) ?? '' }
}

function checkHeader(header: readonly string[], { columns }: Table, say: Say): boolean {
  const names = Object.keys(columns)
  const unknown = header.find((column) => !names.includes(column))
  const twice = header.find((column, i) => header.indexOf(column) < i)
  const missing = names.find((column) => columns[column]?.needed && !header.includes(column))
  if (unknown !== undefined) say(`unknown column ${unknown || '(empty)'}; use ${names.join(', ')}`)
  else if (twice !== undefined) say(`the column ${twice} stands there twice; take one out`)
  else if (missing !== undefined) say(`the column ${missing} is missing; add it`)
  else if (header[0] !== names[0]) say(`the first column must be ${names[0]}; move it there`)
  else return true
  return false
}

/** Says everything that is wrong with a row by itself; true where nothing is. */
function checkRow(header: readonly string[], cells: readonly string[], table: Table, parties: ReadonlySet<string>, say: Say): boolean {
  let right = true
  const wrong: Say = (what) => {
    right = false
    say(what)
  }
  for (let i = 0; i < header.length; i++) {
    const column = table.columns[header[i] as string]
    const cell = cells[i] ?? ''
    if (!column) continue
    if (!cell) {
      if (column.needed) wrong(`${header[i]} is empty; fill it in`)
      continue
    }
    if (cell !== cell.trim()) wrong(`stray space in column ${header[i]}; take it out`)
    else if (bad.test(cell)) wrong(`character that cannot be shown in column ${header[i]}; write plain text`)
    else if (cell.startsWith('"')) wrong(`column ${header[i]} begins with a quotation mark, as spreadsheets add them; save without quoting`)
    else {
      const fault = faultOf(cell, column.kind, parties)
      if (fault) wrong(`${header[i]}: ${fault}`)
    }
  }
  return right
}
