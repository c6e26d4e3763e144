import { type LifeLine, lifeLine } from '../../ledger/history.ts'
import { about, type Dossier, inForce } from '../../ledger/journal.ts'
import type { Document, Judgement, NodeId, Of, Undertaking } from '../../ledger/nouns.ts'
import { type Scored, scoresByParty } from '../../ledger/score/versions.ts'
import { type Progress, progressOf } from '../../ledger/series/target.ts'
import { type Assessment, standingOf } from '../../ledger/standing.ts'
import type { Store } from '../../store/store.ts'
import type { SeriesFound } from '../../store/types.ts'
import { CliError } from '../error.ts'
import { given } from '../given.ts'

/** A target of an undertaking with its series, and how far that has come. */
export interface Pace extends Omit<SeriesFound, 'targets'> {
  readonly target: Of<'target'>
  readonly progress: Progress
}

/** All that the ledger holds about one undertaking, on one day. */
export interface File extends Omit<Dossier, 'scores' | 'targets'> {
  readonly undertaking: Undertaking
  readonly assessment: Assessment
  /** Documents of its wordings and its evidence, by id. */
  readonly documents: ReadonlyMap<string, Document>
  readonly life: LifeLine
  readonly scores: Scored
  readonly series: readonly Pace[]
  /** Every judgement in force on any of its nodes. */
  readonly judgements: readonly Judgement[]
}

/** The nodes of an undertaking: entries and statements. */
export const nodesOf = ({ entries, members }: Undertaking): NodeId[] => [
  ...entries.map(({ id }) => id),
  ...members.map((m) => m.statement.id),
]

/** The undertaking that an id, of it or of anything in it, leads to. Throws `CliError` where it leads nowhere. */
export async function undertakingOf(store: Store, id: string, asOf: string): Promise<Undertaking> {
  const undertaking = await store.undertaking(id, { asOf })
  if (!undertaking) throw new CliError(`${id}: nothing in the ledger has this id; stocktake ledger and stocktake search show ids`)
  return undertaking
}

/** Gathers the file of an undertaking as it stands on a day; `blind`: as if nobody had scored it. */
export async function fileOf(store: Store, id: string, asOf: string, blind = false): Promise<File> {
  const stored = await undertakingOf(store, id, asOf)
  const judgements = (await store.judgementsOn(stored.id)).filter(({ type }) => !blind || type !== 'score')
  const journal = inForce(judgements)
  const { evidence, searches, guidelines, scores, targets } = about(journal, nodesOf(stored))
  const { entries, members, due } = stored
  const proofs = { entries, members, evidence, scores, guidelines }
  const assessment = standingOf({ ...proofs, searches, asOf, order: journal.order, ...given({ due }) })
  const undertaking = { ...stored, standing: assessment.standing }
  const every = targets.length ? await store.series() : []
  const series = targets.flatMap((target): Pace[] => {
    const found = every.find((one) => one.series.id === target.series)
    return found
      ? [
          {
            series: found.series,
            observations: found.observations,
            target,
            progress: progressOf(target, found.series, found.observations, asOf),
          },
        ]
      : []
  })
  const documents = await documentsOf(store, stored, evidence)
  const scored = scoresByParty(scores, guidelines, journal.order)
  return { undertaking, assessment, life: lifeLine(proofs), documents, evidence, searches, guidelines, scores: scored, series, judgements }
}

async function documentsOf(store: Store, { members }: Undertaking, evidence: readonly Of<'evidence'>[]): Promise<Map<string, Document>> {
  const documents = new Map<string, Document>()
  for (const { document, statement } of members) {
    const found = documents.has(document) ? undefined : (await store.node(statement.id))?.document
    if (found) documents.set(document, found)
  }
  for (const { passage } of evidence) {
    const found = passage && !documents.has(passage.document) ? await store.document(passage.document) : undefined
    if (found) documents.set(found.document.id, found.document)
  }
  return documents
}
