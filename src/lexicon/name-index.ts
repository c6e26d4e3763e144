import { Char, kindOf } from './characters.ts'
import { cliticsOf } from './closed.ts'
import type { Row } from './lexicon.ts'
import { endOfWord, type WordSource } from './tokens.ts'

export type NameType =
  | 'state'
  | 'adjective'
  | 'people'
  | 'capital'
  | 'body'
  | 'person'
  | 'place'
  | 'mechanism'
  | 'blocked'
  | 'role'
  | 'proper'

/** What stands between the packed names of one first word. */
export const BETWEEN = '\u001e'

/**
 * The names of all tables in one text, so that building a vocabulary need not look at each: first line the ids of
 * global bodies, then one line a first word, with all forms that begin with it, in the order of the tables.
 */
export function indexNames(table: (name: string) => readonly Row[]): string {
  const abbreviations = new Set(table('abbreviations').flatMap((row) => (row['forms'] ?? '').split('|')))
  const clitics = cliticsOf(table('words'))
  const words = { isClitic: (text: string, from: number, to: number) => clitics.has(text.slice(from, to).toLowerCase()) }
  const starts = new Map<string, string[]>()
  const add = (cell: string | undefined, type: NameType, row: Row, parties: string): void => {
    for (const form of cell ? cell.split('|') : []) {
      const ref = type === 'blocked' ? form : (row['id'] as string)
      const cells = [form, type, ref === form ? '' : ref, type === 'blocked' ? '' : parties, row['from'] ?? '', row['to'] ?? '']
      while (cells[cells.length - 1] === '') cells.pop()
      const packed = cells.join('\t')
      const first = firstWord(form, abbreviations, words)
      const list = starts.get(first)
      if (list) list.push(packed)
      else starts.set(first, [packed])
    }
  }
  for (const row of table('states')) for (const [column, type] of stateColumns) add(row[column], type, row, row['id'] as string)
  for (const row of table('bodies')) {
    add(row['forms'], 'body', row, row['id'] as string)
    add(row['unless'], 'blocked', row, '')
  }
  for (const row of table('people')) add(row['forms'], 'person', row, row['party'] ?? '')
  for (const row of table('mechanisms')) add(row['forms'], 'mechanism', row, '')
  for (const row of table('places')) add(row['forms'], 'place', row, '')
  const global = table('bodies')
    .filter((row) => row['kind'] === 'global' || row['kind'] === 'domestic')
    .map((row) => row['id'])
  return [global.join('|'), ...[...starts].map(([first, forms]) => `${first}\t${forms.join(BETWEEN)}`)].join('\n')
}

/** Ids of the states and bodies among the names that `indexNames` packed. */
export function partyIds(packed: string): Set<string> {
  const ids = new Set<string>()
  for (const line of packed.split('\n').slice(1))
    for (const cells of line.slice(line.indexOf('\t') + 1).split(BETWEEN)) {
      const [form = '', type, ref] = cells.split('\t')
      if (type === 'state' || type === 'body') ids.add(ref || form)
    }
  return ids
}

/** Every name of a state or body among the names that `indexNames` packed, in small letters, to its code; a state before a body of the same name. */
export function partyNamesOf(packed: string): Map<string, string> {
  const codes = new Map<string, string>()
  const names = packed.split('\n').slice(1)
  for (const wanted of ['body', 'state'])
    for (const line of names)
      for (const cells of line.slice(line.indexOf('\t') + 1).split(BETWEEN)) {
        const [form = '', type, ref] = cells.split('\t')
        if (type !== wanted) continue
        codes.set(form.toLowerCase(), ref || form)
        codes.set((ref || form).toLowerCase(), ref || form)
      }
  return codes
}

const stateColumns: readonly (readonly [string, NameType])[] = [
  ['names', 'state'],
  ['adjectives', 'adjective'],
  ['prefixes', 'adjective'],
  ['people', 'people'],
  ['capitals', 'capital'],
  ['seats', 'capital'],
  ['unless', 'blocked'],
]

function firstWord(form: string, abbreviations: ReadonlySet<string>, words: Pick<WordSource, 'isClitic'>): string {
  let end = kindOf(form.charCodeAt(0)) <= Char.LETTER ? endOfWord(form, 0, form.length, words) : 1
  if (form.charCodeAt(end) === 46 && abbreviations.has(form.slice(0, end + 1))) end++
  return form.slice(0, end).toLowerCase()
}
