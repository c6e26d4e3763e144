import type { Force } from '../model.ts'
import { daysOf } from './days.ts'
import type { Certainty, Entry, Member, NodeId, Of, Part, Relation, Score, Shows } from './nouns.ts'

/** How strongly each force binds. */
const RANK: Readonly<Record<Force, number>> = { binding: 5, agreed: 4, intent: 3, ready: 2, should: 1, none: 0 }

interface StepHead {
  /** ISO date, as precise as it is known; absent: undated. */
  readonly date?: string
  /** Id of the statement, entry or judgement. */
  readonly id: string
}

/** A declaration by a programme, in its own words. */
export interface DeclaredStep extends StepHead {
  readonly what: 'declared'
  readonly label: string
  readonly force: Force
  readonly rank: number
}

/** One wording in one text. Copies of that text are its witnesses. */
export interface WordingStep extends StepHead {
  readonly what: 'wording'
  readonly document: string
  readonly quote: string
  readonly force: Force
  /** 5 binding, 4 agreed, 3 intent, 2 ready, 1 should, 0 none. */
  readonly rank: number
  /** Rank less that of the wording or declaration before; 0 for the first. */
  readonly rise: number
  readonly relation: Relation
  /** The member that the relation is to. */
  readonly to?: NodeId
  readonly link?: { readonly by: string; readonly score?: number; readonly parts?: readonly Part[] }
  /** Documents of other texts that copy it. */
  readonly witnesses: readonly string[]
}

export interface EvidenceStep extends StepHead {
  readonly what: 'evidence'
  readonly shows: Shows
  readonly certainty: Certainty
  readonly by: string
  readonly evidence: Of<'evidence'>
}

/** A score stands where its window ends; an open one where it was given. */
export interface ScoreStep extends StepHead {
  readonly what: 'score'
  readonly party: string
  readonly value: Score['value']
  readonly role: Score['role']
  readonly by: string
  readonly at: string
}

export type Step = DeclaredStep | WordingStep | EvidenceStep | ScoreStep

/** The life of an undertaking as one line through time. */
export interface LifeLine {
  /** First and last dated day; absent where nothing is dated. */
  readonly from?: string
  readonly to?: string
  /** In order of time, undated ones last; on one day declarations, wordings, evidence, scores; then by id. */
  readonly steps: readonly Step[]
}

/** The life line of an undertaking from its nodes and from the judgements in force on them. */
export function lifeLine(given: {
  readonly entries: readonly Entry[]
  readonly members: readonly Member[]
  readonly evidence: readonly Of<'evidence'>[]
  readonly scores: readonly Of<'score'>[]
  readonly guidelines: readonly Of<'guideline'>[]
}): LifeLine {
  const steps = [
    ...given.entries.map(declared),
    ...wordings(given.members),
    ...given.evidence.map(seen),
    ...given.scores.map((score) => scored(score, given.guidelines)),
  ].sort((a, b) => later(a, b) || ORDER.indexOf(a.what) - ORDER.indexOf(b.what) || (a.id < b.id ? -1 : 1))
  const days = steps.flatMap(({ date }) => daysOf(date ?? '') ?? [])
  const last = days.map((day) => day.last).sort()
  return { ...(days[0] && { from: days[0].first, to: last.at(-1) ?? days[0].last }), steps: withRises(steps) }
}

const ORDER: readonly Step['what'][] = ['declared', 'wording', 'evidence', 'score']

/** By first day; what has no date, or none that can be read, is last. */
function later(a: Step, b: Step): number {
  const [one, other] = [daysOf(a.date ?? '')?.first ?? '~', daysOf(b.date ?? '')?.first ?? '~']
  return one < other ? -1 : one > other ? 1 : 0
}

function withRises(steps: readonly Step[]): Step[] {
  let before: number | undefined
  return steps.map((step) => {
    if (step.what !== 'wording' && step.what !== 'declared') return step
    const rise = before === undefined ? 0 : step.rank - before
    before = step.rank
    return step.what === 'wording' ? { ...step, rise } : step
  })
}

function declared({ id, date, label, force }: Entry): DeclaredStep {
  return { what: 'declared', id, ...(date !== undefined && { date }), label, force, rank: RANK[force] }
}

function wordings(members: readonly Member[]): WordingStep[] {
  const copies = new Map<string, Set<string>>()
  for (const { witnessOf, document } of members)
    if (witnessOf !== undefined) copies.set(witnessOf, (copies.get(witnessOf) ?? new Set()).add(document))
  return members
    .filter(({ witnessOf }) => witnessOf === undefined)
    .map((member) => wording(member, [...(copies.get(member.hash) ?? [])].sort()))
}

function wording({ statement, document, date, relation, to, link }: Member, witnesses: readonly string[]): WordingStep {
  return {
    what: 'wording',
    id: statement.id,
    ...(date !== undefined && { date }),
    document,
    quote: statement.quote,
    force: statement.force,
    rank: RANK[statement.force],
    rise: 0,
    relation,
    ...(to !== undefined && { to }),
    ...(link && { link }),
    witnesses,
  }
}

function seen(evidence: Of<'evidence'>): EvidenceStep {
  const { id, date, shows, certainty, by } = evidence
  return { what: 'evidence', id, ...(date !== undefined && { date }), shows, certainty, by, evidence }
}

function scored({ id, party, value, role, by, at, guideline }: Of<'score'>, guidelines: readonly Of<'guideline'>[]): ScoreStep {
  const end = guidelines.find((one) => one.id === guideline)?.window.to
  return { what: 'score', id, date: end ?? at.slice(0, 10), party, value, role, by, at }
}
