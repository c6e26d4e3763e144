import type { Kind } from '../../model.ts'
import { isoOf, parseIso } from '../recognise/times/calendar.ts'
import type { Time } from '../recognise/times/scan.ts'
import type { Sentence } from './sentence.ts'

/** A stretch of the cleaned text that stands within one name or modifies a noun: its dates are no limits. */
export interface Named { readonly from: number; readonly to: number }

/**
 * The time limit of a statement in `[from, to)` of the cleaned text: the strongest wording, the last of equals.
 * What is over at the date of the text sets no limit for an undertaking; in a report it is the date of the act.
 */
export function findDeadline(sentence: Sentence, from: number, to: number, kind: Kind, date: string | undefined, named: readonly Named[]): Time | undefined {
  const today = parseIso(date)
  let best: Time | undefined
  for (const time of sentence.times) {
    if (time.from < from || time.to > to) continue
    if (time.kind !== 'deadline' && time.kind !== 'date') continue
    if (kind !== 'report' && (time.past || isOver(time, today))) continue
    if (named.some((name) => name.from <= time.from && time.to <= name.to)) continue
    if (!best || time.weight > best.weight) best = time
  }
  return best
}

function isOver(time: Time, today: number | undefined): boolean {
  return today !== undefined && time.end !== undefined && time.end < today
}

/** ISO ends of a time, where they are known. */
export const endsOf = (time: Time): { from?: string; to?: string } => ({
  ...(time.start === undefined ? {} : { from: isoOf(time.start) }),
  ...(time.end === undefined ? {} : { to: isoOf(time.end) }),
})
