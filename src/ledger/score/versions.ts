import type { Of, Score } from '../nouns.ts'
import { wrongWith } from './guideline.ts'

/** One score as given. Every re-score is a new version; none is ever overwritten. */
export interface Version extends Of<'score'> {
  /** Id of the same coder's version that this one takes the place of, in the same role under the same guideline. */
  readonly replaces?: string
  /** Whether the party's score rests on it now. */
  readonly counts: boolean
}

/** What the scores say of one party. */
export interface PartyScore {
  readonly party: string
  /** The youngest guideline under which the party is scored: earlier ones were earlier assessments. */
  readonly guideline: Of<'guideline'>
  /** `disagreed`: two blind coders differ and nobody has decided yet; then there is no value. */
  readonly state: 'adjudicated' | 'agreed' | 'one coder' | 'disagreed'
  readonly value?: Score['value']
  /** Absent where coders differ on it or gave none. */
  readonly stage?: NonNullable<Score['stage']>
  readonly first?: Of<'score'>
  readonly second?: Of<'score'>
  readonly adjudication?: Of<'score'>
  /** Given before the window was over, so that it may still change. */
  readonly interim: boolean
  /** Oldest first, those under earlier guidelines included. */
  readonly versions: readonly Version[]
}

/** The scores of an undertaking by party, and those that cannot count, each with one line that says why. */
export interface Scored {
  readonly parties: readonly PartyScore[]
  readonly refused: readonly { readonly id: string; readonly why: string }[]
}

/**
 * Sorts the scores of one undertaking out. Expects judgements in force, in order of appending; `order` is each judgement's place in the journal.
 */
export function scoresByParty(
  scores: readonly Of<'score'>[],
  guidelines: readonly Of<'guideline'>[],
  order: ReadonlyMap<string, number>,
): Scored {
  const refused: { id: string; why: string }[] = []
  const parties = new Map<string, Of<'score'>[]>()
  for (const score of scores) {
    const why = unfit(score, guidelines, order)
    if (why) refused.push({ id: score.id, why: `score ${score.id} does not count: ${why}` })
    else parties.set(score.party, [...(parties.get(score.party) ?? []), score])
  }
  const byName = [...parties].sort(([a], [b]) => (a < b ? -1 : 1))
  return { parties: byName.flatMap(([party, given]) => scoreOf(party, given, guidelines) ?? []), refused }
}

function unfit(score: Of<'score'>, guidelines: readonly Of<'guideline'>[], order: ReadonlyMap<string, number>): string | undefined {
  const guideline = guidelines.find(({ id }) => id === score.guideline)
  if (!guideline) return `its guideline ${score.guideline} is not in force for this undertaking`
  const place = (id: string) => order.get(id) ?? 0
  if (place(guideline.id) > place(score.id)) return `its guideline ${guideline.id} is younger: what counts is written before looking`
  return wrongWith(score, guideline)
}

function scoreOf(party: string, given: readonly Of<'score'>[], guidelines: readonly Of<'guideline'>[]): PartyScore | undefined {
  const guideline = guidelines.findLast(({ id }) => given.some((score) => score.guideline === id))
  if (!guideline) return undefined
  const current = given.filter((score) => score.guideline === guideline.id)
  const first = current.findLast(({ role }) => role === 'first')
  const second = current.findLast(({ role, by }) => role === 'second' && by !== first?.by)
  const adjudication = current.findLast(({ role }) => role === 'adjudication')
  const decided = decide(first, second, adjudication)
  if (!decided) return undefined
  const used = new Set(decided.rests.map(({ id }) => id))
  const end = guideline.window.to
  return {
    party,
    guideline,
    state: decided.state,
    ...(decided.value !== undefined && { value: decided.value }),
    ...(decided.stage !== undefined && { stage: decided.stage }),
    ...(first && { first }),
    ...(second && { second }),
    ...(adjudication && { adjudication }),
    interim: end === undefined || decided.rests.some(({ at }) => at.slice(0, 10) <= end),
    versions: given.map((score, index) => ({ ...score, ...replaced(score, given.slice(0, index)), counts: used.has(score.id) })),
  }
}

function replaced(score: Of<'score'>, earlier: readonly Of<'score'>[]): { replaces?: string } {
  const last = earlier.findLast(({ by, role, guideline }) => by === score.by && role === score.role && guideline === score.guideline)
  return last ? { replaces: last.id } : {}
}

interface Decided {
  readonly state: PartyScore['state']
  readonly value?: Score['value']
  readonly stage?: Score['stage']
  readonly rests: readonly Of<'score'>[]
}

function decide(first?: Of<'score'>, second?: Of<'score'>, adjudication?: Of<'score'>): Decided | undefined {
  if (adjudication) return { state: 'adjudicated', value: adjudication.value, stage: adjudication.stage, rests: [adjudication] }
  if (first && second) {
    const rests = [first, second]
    if (first.value !== second.value) return { state: 'disagreed', rests }
    return { state: 'agreed', value: first.value, stage: first.stage === second.stage ? first.stage : undefined, rests }
  }
  const only = first ?? second
  return only && { state: 'one coder', value: only.value, stage: only.stage, rests: [only] }
}
