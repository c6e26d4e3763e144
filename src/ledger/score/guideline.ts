import { dayAfter } from '../days.ts'
import type { Guideline, NodeId, Of, Score, Window } from '../nouns.ts'

const VALUES: readonly unknown[] = [1, 0, -1, 'not-applicable', 'unverifiable']
const STAGES: readonly unknown[] = [undefined, 0, 1, 2, 3]

/** Who scores, and what the journal holds at that moment. */
export interface Moment {
  readonly by: string
  /** All nodes of the undertaking scored. */
  readonly nodes: ReadonlySet<NodeId>
  /** In force, in order of appending; of any undertaking. */
  readonly guidelines: readonly Of<'guideline'>[]
  /** In force, in order of appending; of any undertaking. */
  readonly scores: readonly Of<'score'>[]
  /** Withdrawn judgement to its withdrawal. */
  readonly withdrawn: ReadonlyMap<string, string>
}

/** Why a score may not be appended, as one line that says what to do; nothing where it may. */
export function refuseScore(score: Score, moment: Moment): string | undefined {
  const { by, nodes, guidelines, scores, withdrawn } = moment
  const name = score.guideline
  const undone = withdrawn.get(name)
  if (undone !== undefined) return `guideline ${name} was withdrawn by ${undone}: score under one that is in force`
  const guideline = guidelines.find(({ id }) => id === name)
  if (!guideline) return `no guideline ${name} in the journal: write what counts before you look`
  if (!nodes.has(guideline.on)) return `guideline ${name} is of another undertaking (${guideline.on})`
  const wrong = wrongWith(score, guideline)
  if (wrong) return wrong
  const others = scores.filter((other) => other.guideline === name && other.party === score.party)
  if (score.role !== 'adjudication') {
    const other = score.role === 'first' ? 'second' : 'first'
    if (others.some((given) => given.role === other && given.by === by))
      return `${by} is the ${other} coder of ${score.party} under ${name}: the ${score.role} must be somebody else`
    return undefined
  }
  const missing = (['first', 'second'] as const).find((role) => !others.some((given) => given.role === role))
  return missing && `nothing to decide for ${score.party} under ${name}: there is no ${missing} score`
}

/** What is wrong between a score and its guideline, whoever scores. */
export function wrongWith(score: Score, guideline: Guideline & { readonly id: string }): string | undefined {
  const { party, value, stage } = score
  if (guideline.parties && !guideline.parties.includes(party))
    return `guideline ${guideline.id} does not cover ${party}: it is for ${guideline.parties.join(', ')}`
  if (!VALUES.includes(value)) return `a score is 1, 0, -1, not-applicable or unverifiable, not ${JSON.stringify(value)}`
  if (!STAGES.includes(stage)) return `a stage is 0, 1, 2 or 3, not ${JSON.stringify(stage)}`
  return typeof value === 'string' && stage !== undefined ? `${value} has no stage` : undefined
}

/** What is known when a window is set; days as ISO text. */
export interface WindowGiven {
  /** Day of the utterance. */
  readonly uttered: string
  /** Last day that the wording sets. */
  readonly due?: string
  /** Next meeting of the same forum. */
  readonly meeting?: string
  /** The user's own last day. */
  readonly end?: string
}

/** The window of a score: from the day after the utterance to the stated deadline, else the next meeting, else the day given, else open. */
export function windowOf(given: WindowGiven): { readonly window: Window; readonly endBy: 'deadline' | 'meeting' | 'given' | 'open' } {
  const from = dayAfter(given.uttered)
  if (given.due !== undefined) return { window: { from, to: given.due }, endBy: 'deadline' }
  if (given.meeting !== undefined) return { window: { from, to: given.meeting }, endBy: 'meeting' }
  if (given.end !== undefined) return { window: { from, to: given.end }, endBy: 'given' }
  return { window: { from }, endBy: 'open' }
}
