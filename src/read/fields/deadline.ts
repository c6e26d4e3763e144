import { Code, Flag } from '../../lexicon/word.ts'
import type { Draft } from '../extract/draft.ts'
import type { Day } from '../recognise/times/calendar.ts'
import type { Time } from '../recognise/times/scan.ts'
import { type Unit, unitAt } from '../recognise/units.ts'
import type { Sentence } from './sentence.ts'
import { clauseEnd, type Range } from './stretch.ts'

/** A wording below this weight ("now", "the January 3 statement") sets no limit. */
const LEAST = 0.5

/**
 * The time limit of a statement: the strongest wording in it, of equals the first after the words that perform; else one that opens
 * the sentence ("In the coming weeks, R will…"). What is over at the date of the text sets no limit for an undertaking; in a report
 * it is the date of the act. `named` are units of names, whose dates belong to the name.
 */
export function findDeadline(
  sentence: Sentence,
  units: readonly Unit[],
  draft: Draft,
  today: Day | undefined,
  named: readonly Range[],
): Time | undefined {
  const event = draft.kind === 'commitment' ? untilEvent(sentence, units, draft) : undefined
  if (event || !sentence.times.length) return event
  const from = (units[draft.from] as Unit).from
  const to = (units[draft.to - 1] as Unit).to
  const cue = units[draft.cue[1]]?.from ?? to
  const open = (units[0] as Unit).from
  let best: Time | undefined
  let most = 0
  for (const time of sentence.times) {
    const inside = time.from >= from && time.to <= to + 1
    const fronted = time.from === open && time.to <= from && time.weight >= 2
    if (!inside && !fronted) continue
    // "about a week ago": when what is reported was done
    const ago = draft.kind === 'report' && time.kind === 'duration' && time.past
    if (!ago && ((time.kind !== 'deadline' && time.kind !== 'date') || time.weight < LEAST)) continue
    if (draft.kind !== 'report' && (time.past || isOver(time, today))) continue
    if (draft.kind === 'position' && time.weight < 3) continue
    if (inside && belongsToNoun(units, draft, time, named)) continue
    const rank = time.weight - (inside && time.from >= cue ? 0 : draft.kind === 'report' ? 0 : 0.7) - (inside ? 0 : 3)
    if (!best || rank > most) [best, most] = [time, rank]
  }
  return best
}

/** "until one of the parties gives notice", "till the next meeting": up to what happens then, with the times inside; no day is known. */
function untilEvent({ times }: Sentence, units: readonly Unit[], draft: Draft): Time | undefined {
  for (let i = draft.cue[1]; i + 1 < draft.to; i++) {
    const unit = units[i] as Unit
    if (unit.word.code !== Code.UNTIL || times.some(({ from, to }) => from <= unit.from && unit.to <= to)) continue
    const end = Math.min(draft.to, clauseEnd(units, i + 1))
    const last = units[end - 1] as Unit
    return { from: unit.from, to: last.to, first: 0, next: 0, kind: 'deadline', ref: '', bound: 'by', weight: 3, past: false }
  }
  return undefined
}

const isOver = (time: Time, today: number | undefined): boolean => today !== undefined && time.end !== undefined && time.end < today

/** Within a name ("Roadmap for 2032-2034"), or after a participle that modifies a noun ("the treaty signed in 2029"). */
function belongsToNoun(units: readonly Unit[], draft: Draft, time: Time, named: readonly Range[]): boolean {
  for (const { from, to } of named) if ((units[from] as Unit).from <= time.from && time.from < (units[to - 1] as Unit).to) return true
  let i = draft.to
  while (i > draft.from && (units[i - 1] as Unit).to > time.from) i--
  const before = unitAt(units, i - 1)
  if (!before || i - 1 < draft.cue[1] || !(before.flags & (Flag.PARTICIPLE | Flag.PAST)) || before.flags & Flag.ALSO_NOUN) return false
  const earlier = (unitAt(units, i - 2)?.flags ?? 0) | (unitAt(units, i - 3)?.flags ?? 0)
  return !(earlier & (Flag.BE | Flag.HAVE | Flag.MODAL | Flag.COORDINATOR))
}
