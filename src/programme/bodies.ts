import type { Evidence, JudgementBody, Observation, Page, Programme, ProgrammeSource, SeriesTarget } from '../ledger/nouns.ts'
import type { Force, Kind } from '../model.ts'
import { valuesOf } from './cells.ts'
import type { Fields, Rows } from './check.ts'
import type { Row } from './rows.ts'

/** The cells of some columns that are not empty, under their own names. */
function filled<Key extends string>(row: Row, ...columns: readonly Key[]): { [K in Key]?: string } {
  const found: { [K in Key]?: string } = {}
  for (const column of columns) if (row.cell(column)) found[column] = row.cell(column)
  return found
}

const list = (row: Row, column: string): string[] => valuesOf(row.cell(column))

/** The judgements of tables that were checked: the same tables, the same judgements in the same order. */
export function bodiesOf(rows: Rows, fields: Fields): JudgementBody[] {
  const of = (name: string): readonly Row[] => rows.get(name) ?? []
  const programme = programmeOf(rows, fields)
  const id = (name: string): string => `${programme.name}/${name}`
  const units = new Map(of('series').map((row) => [row.cell('id'), row.cell('unit')]))
  return [
    { type: 'programme', programme },
    ...of('entries').map((row): JudgementBody => ({ type: 'entry', entry: entryOf(row, programme) })),
    ...of('series').map((row): JudgementBody => seriesOf(row, programme.name)),
    ...of('observations').map((row) => observationOf(row, id(row.cell('series')), units.get(row.cell('series')) ?? '')),
    ...of('targets').map((row) => targetOf(row, id(row.cell('on')), id(row.cell('series')))),
    ...of('evidence').map((row) => evidenceOf(row, id(row.cell('on')))),
    ...of('searches').map(
      (row): JudgementBody => ({
        type: 'search',
        on: id(row.cell('on')),
        ...filled(row, 'party'),
        where: list(row, 'where'),
        query: row.cell('query'),
        until: row.cell('until'),
      }),
    ),
  ]
}

function programmeOf(rows: Rows, fields: Fields): Programme {
  const value = (field: string): string => fields.get(field)?.cell('value') ?? ''
  return {
    name: value('name'),
    title: value('title'),
    parties: valuesOf(value('parties')),
    date: value('date'),
    compiled: value('compiled'),
    directions: (rows.get('directions') ?? []).map((row) => ({ id: row.cell('id'), label: row.cell('label') })),
    mechanisms: (rows.get('mechanisms') ?? []).map((row) => ({
      id: row.cell('id'),
      name: row.cell('name'),
      aliases: otherNames(row),
      ...filled(row, 'kind', 'note'),
    })),
    sources: (rows.get('sources') ?? []).map(
      (row): ProgrammeSource => ({
        id: row.cell('id'),
        title: row.cell('title'),
        ...filled(row, 'date', 'kind', 'publisher', 'url', 'language'),
        parties: list(row, 'parties'),
        ...filled(row, 'via', 'note'),
      }),
    ),
    ...(value('method') ? { method: value('method') } : {}),
  }
}

/** Aliases, then the names in other languages without their tags. */
const otherNames = (row: Row): string[] => [
  ...list(row, 'aliases'),
  ...list(row, 'native').map((name) => name.slice(name.indexOf(':') + 1)),
]

function entryOf(row: Row, programme: Programme) {
  const mechanisms = list(row, 'mechanisms').flatMap((id) => programme.mechanisms.filter((mechanism) => mechanism.id === id))
  const also = [...list(row, 'also'), ...mechanisms.flatMap((mechanism) => mechanism.aliases)]
  return {
    id: `${programme.name}/${row.cell('id')}`,
    programme: programme.name,
    direction: row.cell('direction'),
    label: row.cell('label'),
    kind: row.cell('kind') as Kind,
    force: row.cell('force') as Force,
    parties: list(row, 'parties'),
    ...filled(row, 'actor'),
    date: row.cell('date') || programme.date,
    mechanisms: mechanisms.map((mechanism) => mechanism.name),
    places: list(row, 'places'),
    ...(also.length ? { also } : {}),
    ...filled(row, 'target', 'deadline', 'due', 'note', 'assessment'),
  }
}

function seriesOf(row: Row, programme: string): JudgementBody {
  const measure = row.cell('measure') as '' | 'flow' | 'level'
  return {
    type: 'series',
    series: {
      id: `${programme}/${row.cell('id')}`,
      label: row.cell('label'),
      unit: row.cell('unit'),
      programme,
      ...(measure ? { measure } : {}),
      ...filled(row, 'note'),
    },
  }
}

/** A table of figures has no paraphrase of its own: what the page shows is the value. */
function pageOf(row: Row, paraphrase: string): { page?: Page } {
  const found = filled(row, 'url', 'date', 'publisher', 'language')
  return found.url || found.publisher ? { page: { ...found, paraphrase, ...filled(row, 'via') } } : {}
}

function observationOf(row: Row, series: string, unit: string): Observation {
  const qualifier = row.cell('qualifier') as Observation['qualifier'] | ''
  return {
    type: 'observation',
    series,
    period: row.cell('period'),
    ...filled(row, 'scope'),
    value: Number(row.cell('value')),
    ...pageOf(row, `${row.cell('value')} ${unit} for ${row.cell('period')}`),
    ...(qualifier ? { qualifier } : {}),
    ...(row.cell('rival') ? { rival: true } : {}),
    ...filled(row, 'note'),
  }
}

function targetOf(row: Row, on: string, series: string): SeriesTarget {
  const setBy = row.cell('set-by')
  return {
    type: 'target',
    on,
    series,
    value: Number(row.cell('value')),
    direction: row.cell('direction') as SeriesTarget['direction'],
    ...filled(row, 'until', 'from'),
    ...(setBy ? { setBy } : {}),
    ...pageOf(row, `names the value ${row.cell('value')}`),
    ...filled(row, 'note'),
  }
}

function evidenceOf(row: Row, on: string): Evidence {
  return {
    type: 'evidence',
    on,
    shows: row.cell('shows') as Evidence['shows'],
    certainty: row.cell('certainty') as Evidence['certainty'],
    date: row.cell('date'),
    ...(row.cell('parties') ? { parties: list(row, 'parties') } : {}),
    page: { ...filled(row, 'url', 'publisher', 'language'), paraphrase: row.cell('paraphrase'), ...filled(row, 'via') },
    ...(row.cell('unverified') ? { unverified: true } : {}),
    ...filled(row, 'note'),
  }
}
