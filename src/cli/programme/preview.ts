import { about, inForce } from '../../ledger/journal.ts'
import type { Entry, Judgement } from '../../ledger/nouns.ts'
import { progressOf } from '../../ledger/series/target.ts'
import { standingOf } from '../../ledger/standing.ts'
import type { ParsedProgramme } from '../../programme/parse.ts'
import { authorOf } from '../../programme/plan.ts'
import { type EntryStanding, type Overview, standingOfEntry } from './overview.ts'

/** The overview that a ledger with these tables and no text would give on a day; undefined where the tables have mistakes. Pure. */
export function previewOf({ name, compiled, judgements }: ParsedProgramme, asOf: string): Overview | undefined {
  const by = authorOf(name)
  const journal = inForce(judgements.map((body, i): Judgement => ({ id: `row ${i}`, at: `${compiled}T00:00:00.000Z`, by, ...body })))
  const programme = journal.programmes.get(name)?.programme
  if (!programme) return undefined
  const series = [...journal.series]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { series: declared }]) => ({ series: declared, observations: journal.observations.get(id) ?? [] }))
  const standingAt = (entry: Entry): EntryStanding => {
    const { targets, ...dossier } = about(journal, [entry.id])
    const assessment = standingOf({ ...dossier, entries: [entry], members: [], asOf, order: journal.order })
    const paces = targets.flatMap((target) =>
      series
        .filter((one) => one.series.id === target.series)
        .map((one) => ({ ...one, target, progress: progressOf(target, one.series, one.observations, asOf) })),
    )
    const undertaking = { standing: assessment.standing, members: [] }
    return standingOfEntry(entry, { ...dossier, undertaking, assessment, series: paces, documents: new Map() }, asOf)
  }
  return { programme, asOf, entries: [...journal.entries.values()].map(({ entry }) => standingAt(entry)), series }
}
