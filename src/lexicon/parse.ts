import type { Lexicon, Row } from './lexicon.ts'

/** A mistake in a lexicon table, said in one line: table, line, entry, what to do. */
export class LexiconError extends Error {}

/**
 * Parses one tab-separated table. `#` opens a comment line, the first other line names the columns, `|` separates
 * values in a cell. Throws `LexiconError` on a wrong number of columns; `checkTable` in check.ts looks at all else.
 */
export function readTable(name: string, text: string, onRow?: (row: Row, line: number) => void): Row[] {
  const rows: Row[] = []
  let columns: string[] | undefined
  let line = 0
  for (let at = 0; at < text.length; ) {
    let stop = text.indexOf('\n', at)
    if (stop === -1) stop = text.length
    line++
    if (stop > at && text.charCodeAt(at) !== 35) {
      const cells = text.slice(at, stop).split('\t')
      if (!columns) {
        columns = cells
        if (columns[0] !== 'id') throw new LexiconError(`${name}.tsv line ${line} (${cells[0]}): the first column must be named id`)
      } else {
        if (cells.length !== columns.length)
          throw new LexiconError(
            `${name}.tsv line ${line} (${cells[0]}): has ${cells.length} cells, the header has ${columns.length}; add or remove tabs`,
          )
        const row: Record<string, string> = {}
        for (let i = 0; i < columns.length; i++) row[columns[i] as string] = cells[i] as string
        rows.push(row)
        onRow?.(row, line)
      }
    }
    at = stop + 1
  }
  if (!columns) throw new LexiconError(`${name}.tsv: no header line; the first line names the columns`)
  return rows
}

/** Parses and checks one table: besides `readTable`, a missing or doubled id, stray spaces, curly apostrophes, empty values. */
export function parseTable(name: string, text: string): Row[] {
  const lines = new Map<string, number>()
  return readTable(name, text, (row, line) => {
    const id = row['id'] as string
    const fail = (what: string): never => {
      throw new LexiconError(`${name}.tsv line ${line} (${id}): ${what}`)
    }
    for (const [column, cell] of Object.entries(row)) {
      if (cell !== cell.trim()) fail(`stray space in column ${column}`)
      if (cell.includes('\u2019')) fail(`curly apostrophe in column ${column}; write a straight one`)
      if (cell.includes('||') || (cell.length > 1 && (cell.startsWith('|') || cell.endsWith('|')))) fail(`empty value in column ${column}`)
    }
    if (!id) fail('the id is empty')
    const first = lines.get(id)
    if (first !== undefined && name !== 'people') fail(`the id stands in line ${first} too; give each row its own`)
    lines.set(id, line)
  })
}

/** Name of the pseudo-file that holds what `indexNames` made of the other files. */
export const NAMES = '#names'

/** The tables of one language, each parsed when it is first asked for. `version` should be a hash of the files. */
export function loadLexicon(language: string, version: string, files: Readonly<Record<string, string>>): Lexicon {
  const tables: Record<string, readonly Row[]> = {}
  for (const name of Object.keys(files).sort()) {
    if (name === NAMES) continue
    let rows: readonly Row[] | undefined
    Object.defineProperty(tables, name, { enumerable: true, get: () => (rows ??= readTable(name, files[name] as string)) })
  }
  return { language, version, tables, ...(files[NAMES] === undefined ? {} : { names: files[NAMES] }) }
}
