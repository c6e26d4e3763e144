import { inForce } from '../../ledger/journal.ts'
import type { Judgement, Of } from '../../ledger/nouns.ts'
import type { Db } from '../connect.ts'

/** Guidelines and scores in force, each in order of appending. */
export interface Coding {
  readonly guidelines: readonly Of<'guideline'>[]
  /** Those alone whose guideline is of the undertaking that they are of today. */
  readonly scores: readonly Of<'score'>[]
  /** Place of each in the journal. */
  readonly order: ReadonlyMap<string, number>
}

/** All guidelines and scores in force. */
export async function codingOf(db: Db): Promise<Coding> {
  const rows = await db
    .selectFrom('judgements')
    .innerJoin('nodes', 'nodes.row', 'judgements.a')
    .select(['judgements.seq', 'judgements.body', 'nodes.undertaking'])
    .where('type', 'in', ['guideline', 'score'])
    .where('counts', '=', 1)
    .orderBy('seq')
    .execute()
  const homes = new Map<string, number>()
  const all = rows.map(({ body, undertaking }) => {
    const judgement = JSON.parse(body) as Judgement
    homes.set(judgement.id, undertaking)
    return judgement
  })
  return {
    guidelines: all.filter((one) => one.type === 'guideline'),
    scores: all.filter((one): one is Of<'score'> => one.type === 'score' && homes.get(one.guideline) === homes.get(one.id)),
    order: inForce(all).order,
  }
}

/** All verdicts of people on links in force whose ends are both in the ledger, by the ids that these have today, in order of appending. */
export async function verdictsOf(db: Db): Promise<Of<'link'>[]> {
  const rows = await db
    .selectFrom('judgements')
    .innerJoin('nodes as one', 'one.row', 'judgements.a')
    .innerJoin('nodes as other', 'other.row', 'judgements.b')
    .select(['judgements.body', 'one.id as a', 'other.id as b'])
    .where('judgements.type', '=', 'link')
    .where('judgements.counts', '=', 1)
    .orderBy('judgements.seq')
    .execute()
  return rows.map(({ body, a, b }) => ({ ...(JSON.parse(body) as Of<'link'>), a, b }))
}
