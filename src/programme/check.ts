import { faultOf, valuesOf } from './cells.ts'
import { type Row, type Say, sayer } from './rows.ts'
import { tables } from './tables.ts'

/** Rows of every table by its name, without those that something is wrong with by themselves. */
export type Rows = ReadonlyMap<string, readonly Row[]>

/** The fields of programme.tsv by their id. */
export type Fields = ReadonlyMap<string, Row>

const kinds = { name: 'id', title: 'text', parties: 'parties', date: 'day', compiled: 'day' } as const

/** Words that follow `stocktake programme` and so can name none. */
export const reserved: readonly string[] = ['list', 'check', 'load', 'new']

const isReserved = (value: string, field: string): boolean => field === 'name' && reserved.includes(value)

/** Adds what is wrong with the fields of programme.tsv: one missing, or not of its kind. */
export function checkFields(fields: Fields, parties: ReadonlySet<string>, problems: string[]): void {
  for (const [field, kind] of Object.entries(kinds)) {
    const row = fields.get(field)
    if (!row) {
      problems.push(`programme.tsv: the field ${field} is missing; add a row for it`)
      continue
    }
    const value = row.cell('value')
    const fault = isReserved(value, field) ? `${value} is a word of the command line; take another` : faultOf(value, kind, parties)
    if (fault) sayer(problems, 'programme', row.line, field)(fault)
  }
}

/** Adds every cell that names a row of another table which is not there. */
export function checkNames(rows: Rows, problems: string[]): void {
  for (const [name, { columns }] of Object.entries(tables)) {
    for (const [column, { of }] of Object.entries(columns)) {
      if (!of) continue
      const known = new Set((rows.get(of) ?? []).map((row) => row.cell('id')))
      for (const row of rows.get(name) ?? [])
        for (const value of valuesOf(row.cell(column)))
          if (!known.has(value)) speaker(problems, name, row)(`unknown ${singular[of]} ${value}; ${nearest(value, known, of)}`)
    }
  }
}

const singular: Readonly<Record<string, string>> = { directions: 'direction', mechanisms: 'mechanism', entries: 'entry', series: 'series' }

function nearest(value: string, known: ReadonlySet<string>, of: string): string {
  const close = [...known].filter((id) => id.startsWith(value.slice(0, 4)) || id.endsWith(value.slice(-4))).slice(0, 3)
  return close.length ? `did you mean ${close.join(' or ')}?` : `give it a row in ${of}.tsv`
}

/** Speaks of a row; the first cell of its table names it. */
function speaker(problems: string[], name: string, row: Row): Say {
  const [first = ''] = Object.keys(tables[name]?.columns ?? {})
  return sayer(problems, name, row.line, row.cell(first))
}

/** Adds what is wrong with rows seen together: doubles, second values, dates after the day of compiling, what nobody can find again. */
export function checkRows(rows: Rows, compiled: string, problems: string[]): void {
  const each = (name: string, look: (row: Row, say: Say) => void): void => {
    for (const row of rows.get(name) ?? []) look(row, speaker(problems, name, row))
  }
  const twice = (name: string, columns: readonly string[], what: string, counts: (row: Row) => boolean = () => true): void => {
    const seen = new Map<string, number>()
    each(name, (row, say) => {
      if (!counts(row)) return
      const key = columns.map((column) => row.cell(column)).join('\t')
      const before = seen.get(key)
      if (before === undefined) seen.set(key, row.line)
      else say(`${what} stands in line ${before} too; take one out`)
    })
  }
  each('evidence', (row, say) => {
    if (!row.cell('url') && !row.cell('publisher')) say('neither url nor publisher; say where it was found')
    if (compiled && row.cell('date') > compiled) say(`is after ${compiled}, the day of compiling; move that day in programme.tsv`)
  })
  each('searches', (row, say) => {
    if (compiled && row.cell('until') > compiled) say(`is after ${compiled}, the day of compiling; move that day in programme.tsv`)
  })
  each('observations', (row, say) => {
    if (!row.cell('url') && !row.cell('publisher') && row.cell('qualifier') !== 'unverified')
      say('neither url nor publisher; say where it was found, or put unverified under qualifier')
  })
  each('mechanisms', (row, say) => {
    const plain = valuesOf(row.cell('native')).find((value) => !/^[a-z]{2,3}:\S/.test(value))
    if (plain !== undefined) say(`native: ${plain} has no language; write it as zh:名 or ru:Имя`)
  })
  twice('evidence', ['on', 'date', 'shows', 'paraphrase'], 'the same evidence')
  twice('searches', ['on', 'party', 'query', 'until'], 'the same search')
  twice('observations', ['series', 'period', 'scope'], 'another value of that period', (row) => !row.cell('rival'))
  twice('targets', ['on', 'series'], 'a target of that entry and series')
  each('targets', (row, say) => {
    const from = row.cell('from')
    const values = rows.get('observations') ?? []
    if (from && !values.some((other) => other.cell('series') === row.cell('series') && other.cell('period') === from))
      say(`from: ${row.cell('series')} has no observation of ${from}; name a period of observations.tsv`)
  })
}
