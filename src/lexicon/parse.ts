import type { Lexicon, Row } from './lexicon.ts'

/** A mistake in a lexicon table, said in one line: table, line, entry, what to do. */
export class LexiconError extends Error {}

/**
 * Parses one tab-separated table. `#` opens a comment line, the first other line names the columns, `|` separates
 * values in a cell. Throws `LexiconError` on a wrong number of columns, a missing or doubled id, stray spaces, an empty value.
 */
export function parseTable(name: string, text: string): Row[] {
  const rows: Row[] = []
  const ids = new Set<string>()
  let columns: string[] | undefined
  text.split('\n').forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return
    const fail = (what: string): never => {
      throw new LexiconError(`${name}.tsv line ${index + 1} (${line.split('\t')[0]}): ${what}`)
    }
    const cells = line.split('\t')
    if (!columns) {
      columns = cells
      if (columns[0] !== 'id') fail('the first column must be named id')
      return
    }
    if (cells.length !== columns.length) fail(`has ${cells.length} cells, the header has ${columns.length}; add or remove tabs`)
    const row: Record<string, string> = {}
    cells.forEach((cell, i) => {
      if (cell !== cell.trim()) fail(`stray space in column ${columns?.[i]}`)
      if (cell.includes('\u2019')) fail(`curly apostrophe in column ${columns?.[i]}; write a straight one`)
      if (cell.includes('||') || (cell.startsWith('|') && cell.length > 1)) fail(`empty value in column ${columns?.[i]}`)
      row[columns?.[i] as string] = cell
    })
    const id = row['id'] as string
    if (!id) fail('the id is empty')
    if (ids.has(id) && name !== 'people') fail('the id stands twice; give each row its own')
    ids.add(id)
    rows.push(row)
  })
  if (!columns) throw new LexiconError(`${name}.tsv: no header line; the first line names the columns`)
  return rows
}

/** Parses the tables of one language. `version` should be a hash of the files. */
export function loadLexicon(language: string, version: string, files: Readonly<Record<string, string>>): Lexicon {
  const tables: Record<string, readonly Row[]> = {}
  for (const name of Object.keys(files).sort()) tables[name] = parseTable(name, files[name] as string)
  return { language, version, tables }
}
