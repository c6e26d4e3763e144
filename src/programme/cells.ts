/** What a cell of a programme's table must be. */
export type CellKind =
  | 'text'
  | 'id'
  | 'day'
  | 'date'
  | 'period'
  | 'number'
  | 'yes'
  | 'language'
  | 'address'
  | 'party'
  | 'parties'
  | 'list'
  | readonly string[]

const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const date = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
const part = /^(\d{4})-(?:Q[1-4]|H[12])$/
const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
const address = /^https?:\/\/[^\s/]\S*$/
const number = /^-?\d+(?:\.\d+)?$/

/** The values of a cell of several: `CN|KZ`. An empty cell has none. */
export const valuesOf = (cell: string): string[] => (cell ? cell.split('|') : [])

/** True for `2022`, `2022-07` and `2022-07-01` where the month and day exist. */
export function isDate(text: string): boolean {
  if (!date.test(text)) return false
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** True for what an observation may cover: a date, a quarter, a half-year, or from one date to a later one of the same length. */
export function isPeriod(text: string): boolean {
  if (part.test(text) || isDate(text)) return true
  const [from = '', to = '', ...rest] = text.split('..')
  return rest.length === 0 && from.length === to.length && isDate(from) && isDate(to) && from < to
}

/** What is wrong with a cell that is not empty, and what to write instead; undefined where nothing is. */
export function faultOf(cell: string, kind: CellKind, parties: ReadonlySet<string>): string | undefined {
  if (typeof kind !== 'string') return kind.includes(cell) ? undefined : `unknown value ${cell}; use one of ${kind.join(', ')}`
  const fits = (yes: boolean, what: string): string | undefined => (yes ? undefined : `${cell} is ${what}`)
  switch (kind) {
    case 'text':
      return undefined
    case 'id':
      return fits(id.test(cell), 'no id; use small letters and digits with hyphens between')
    case 'day':
      return fits(cell.length === 10 && isDate(cell), 'no day; write it as 2022-06-07')
    case 'date':
      return fits(isDate(cell), 'no date; write 2022, 2022-06 or 2022-06-07')
    case 'period':
      return fits(isPeriod(cell), 'no period; write 2022, 2022-H1, 2022-Q1, 2022-06, 2022-06-07 or 2022-01..2022-07')
    case 'number':
      return fits(number.test(cell), 'no number; write digits with a point before decimals and nothing else')
    case 'yes':
      return fits(cell === 'yes', 'neither yes nor empty; write one of them')
    case 'language':
      return fits(language.test(cell), 'no language tag; write en, zh, ru …')
    case 'address':
      return fits(address.test(cell), 'no address; it begins with http:// or https://')
    case 'party':
      return fits(parties.has(cell), 'no party; use the two letters of ISO 3166 or the acronym of a body in lexicon/en/bodies.tsv')
    default:
      return listFault(cell, kind, parties)
  }
}

function listFault(cell: string, kind: 'parties' | 'list', parties: ReadonlySet<string>): string | undefined {
  const values = valuesOf(cell)
  if (values.some((value) => value !== value.trim() || !value)) return 'empty value or stray space in a list; write a|b|c'
  const twice = values.find((value, i) => values.indexOf(value) < i)
  if (twice !== undefined) return `${twice} stands there twice; take one out`
  if (kind === 'list') return undefined
  for (const value of values) {
    const fault = faultOf(value, 'party', parties)
    if (fault) return fault
  }
  return undefined
}
