import { type EntryStanding, type Overview, standingOfEntry } from '../../src/cli/programme/overview.ts'
import { about, inForce } from '../../src/ledger/journal.ts'
import type { Entry, Judgement } from '../../src/ledger/nouns.ts'
import { progressOf } from '../../src/ledger/series/target.ts'
import { standingOf } from '../../src/ledger/standing.ts'
import type { ParsedProgramme } from '../../src/programme/parse.ts'
import { authorOf } from '../../src/programme/plan.ts'

/** The overview that a ledger which holds this programme and no text has on a day. */
export function overviewWithoutTexts(parsed: ParsedProgramme, asOf: string): Overview {
  const by = authorOf(parsed.name)
  const journal = inForce(
    parsed.judgements.map((body, i): Judgement => ({ id: `j${i}`, at: `${parsed.compiled}T00:00:00.000Z`, by, ...body })),
  )
  const series = [...journal.series]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { series }]) => ({ series, observations: journal.observations.get(id) ?? [] }))
  const standingAt = (entry: Entry): EntryStanding => {
    const { evidence, searches, guidelines, scores, targets } = about(journal, [entry.id])
    const assessment = standingOf({ evidence, searches, guidelines, scores, entries: [entry], members: [], asOf, order: journal.order })
    const paces = targets.flatMap((target) =>
      series
        .filter((one) => one.series.id === target.series)
        .map((one) => ({ ...one, target, progress: progressOf(target, one.series, one.observations, asOf) })),
    )
    const { id, label, kind, force, parties, mechanisms, places } = entry
    const { standing } = assessment
    const undertaking = { id, label, kind, force, parties, topics: [], mechanisms, places, entries: [entry], members: [], standing }
    const documents = new Map<never, never>()
    return standingOfEntry(entry, {
      undertaking,
      assessment,
      documents,
      evidence,
      searches,
      guidelines,
      scores: { parties: [], refused: [] },
      series: paces,
      judgements: [],
    } as never)
  }
  const [programme] = [...journal.programmes.values()]
  if (!programme) throw new Error('no programme')
  return { programme: programme.programme, asOf, entries: [...journal.entries.values()].map(({ entry }) => standingAt(entry)), series }
}
