import { compare, dayAfter, daysOf } from '../../ledger/days.ts'
import { about, type Journal } from '../../ledger/journal.ts'
import type { Entry, Evidence, Member, Of, Programme, SeriesDeclared, Standing } from '../../ledger/nouns.ts'
import { linesOf } from '../../ledger/series/series.ts'
import { progressOf } from '../../ledger/series/target.ts'
import { standingOf } from '../../ledger/standing.ts'
import { standingSince, tellingOf } from '../../ledger/telling.ts'
import type { EvidenceLine, PlaceMark, ProgrammePage, ProgrammeRow, SeriesCard } from '../../web/programme/props.ts'

/** What the page of a programme is made of: its entries with the undertakings that they became. */
export interface ProgrammeGiven {
  readonly programme: Programme
  readonly entries: readonly { readonly entry: Entry; readonly members: readonly Member[]; readonly due?: string }[]
  /** Judgements in force on these entries and their members, the series among them. */
  readonly journal: Journal
  /** ISO day for which standings are asked. */
  readonly asOf: string
}

/** The page of a programme, as data. */
export function programmePage({ programme, entries, journal, asOf }: ProgrammeGiven): ProgrammePage {
  const standing = (one: ProgrammeGiven['entries'][number], day: string) =>
    standingOf({
      entries: [one.entry],
      members: one.members.filter(({ date }) => !date || date <= day),
      ...about(journal, [one.entry.id, ...one.members.map(({ statement }) => statement.id)]),
      ...(one.due && { due: one.due }),
      asOf: day,
      order: journal.order,
    })
  const rows = entries.map((one) => ({
    direction: one.entry.direction,
    places: one.entry.places,
    row: rowOf(one, journal, (day) => standing(one, day), asOf),
  }))
  const years = yearEnds(programme.date, asOf).map((day) => ({ day, counts: tally(entries.map((one) => standing(one, day).standing)) }))
  return {
    programme,
    asOf,
    counts: tally(rows.map(({ row }) => row.standing)),
    directions: programme.directions.map(({ id, label }) => {
      const own = rows.filter(({ direction }) => direction === id).map(({ row }) => row)
      return { id, label, counts: tally(own.map((row) => row.standing)), rows: own }
    }),
    years,
    series: seriesCards(
      [...journal.series.values()].map(({ series }) => series).filter((series) => series.programme === programme.name),
      about(
        journal,
        entries.map(({ entry }) => entry.id),
      ).targets,
      new Map(entries.map(({ entry }) => [entry.id, entry.label])),
      journal,
      asOf,
    ),
    places: placesOf(programme, rows),
  }
}

function rowOf(
  one: ProgrammeGiven['entries'][number],
  journal: Journal,
  on: (day: string) => ReturnType<typeof standingOf>,
  asOf: string,
): ProgrammeRow {
  const { entry, members, due } = one
  const found = on(asOf)
  const { evidence } = about(journal, [entry.id, ...members.map(({ statement }) => statement.id)])
  const telling = tellingOf(
    found.standing,
    evidence.filter(({ date }) => (daysOf(date ?? '')?.first ?? '') <= asOf),
    entry.date,
  )
  const since = standingSince(asOf, [due, entry.due, ...evidence.map(({ date }) => date)], (day) => on(day).standing)
  return {
    id: entry.id,
    label: entry.label,
    kind: entry.kind,
    force: entry.force,
    parties: entry.actor ? [entry.actor] : entry.parties,
    standing: found.standing,
    ...(since && { since }),
    why: found.why,
    statements: members.filter(({ date = '' }) => date <= asOf).length,
    evidence: evidence.map(evidenceLine).sort((a, b) => compare(a.date ?? '', b.date ?? '')),
    ...(telling && { telling: telling.id }),
  }
}

/** Evidence in one line for a page. */
export function evidenceLine(piece: Of<'evidence'>): EvidenceLine {
  const { id, shows, certainty, by, date, page } = piece
  return {
    id,
    shows,
    certainty,
    by,
    text: wordsOf(piece),
    ...(date && { date }),
    ...(page?.publisher && { publisher: page.publisher }),
    ...(page?.url && { url: page.url }),
  }
}

function wordsOf({ page, passage, observation, note }: Evidence): string {
  if (page) return page.paraphrase
  if (passage) return `“${passage.quote}”`
  return observation ? `${observation.series}, ${observation.period}` : (note ?? '')
}

function tally(standings: readonly Standing[]): Partial<Record<Standing, number>> {
  const counts: Partial<Record<Standing, number>> = {}
  for (const standing of standings) counts[standing] = (counts[standing] ?? 0) + 1
  return counts
}

/** The last days of the years from the first day on, then the day asked for. */
function yearEnds(first: string, asOf: string): string[] {
  const days: string[] = []
  for (let year = Number(first.slice(0, 4)); `${year}-12-31` < asOf && days.length < 60; year++) days.push(`${year}-12-31`)
  return [dayAfter(first), ...days, asOf]
}

/** Series with their values, their sources and the targets set on them. `labels`: of the undertakings that set them. */
export function seriesCards(
  all: readonly SeriesDeclared['series'][],
  targets: readonly Of<'target'>[],
  labels: ReadonlyMap<string, string>,
  journal: Journal,
  asOf: string,
): SeriesCard[] {
  return all.map((series) => {
    const { id } = series
    const observations = journal.observations.get(id) ?? []
    const lines = linesOf(series, observations, asOf).lines.map(({ scope, cells }) => ({
      scope,
      points: cells.flatMap(({ period, drawn, values }) => {
        if (!drawn) return []
        const rivals = [...new Set(values.filter((one) => one.value !== drawn.value).map((one) => one.value))]
        return [
          {
            period: period.text,
            value: drawn.value,
            rivals,
            ...(drawn.qualifier && { qualifier: drawn.qualifier }),
            ...(drawn.page?.url && { url: drawn.page.url }),
          },
        ]
      }),
    }))
    return {
      id,
      label: series.label,
      unit: series.unit,
      lines,
      ...(series.note && { note: series.note }),
      targets: targets
        .filter((target) => target.series === id)
        .map((target) => {
          const { track, why } = progressOf(target, series, observations, asOf)
          const { on, value, direction, until } = target
          return { on, label: labels.get(on) ?? on, value, direction, track, why, ...(until && { until }) }
        }),
    }
  })
}

function placesOf(programme: Programme, rows: readonly { places: readonly string[]; row: ProgrammeRow }[]): PlaceMark[] {
  return (programme.places ?? []).flatMap((place) => {
    const undertakings = rows
      .filter(({ places }) => places.includes(place.name))
      .map(({ row: { id, label, standing } }) => ({ id, label, standing }))
    return undertakings.length > 0 ? [{ ...place, undertakings }] : []
  })
}
