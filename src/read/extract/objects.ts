// Where the object of a verb begins.
import { Flag, VERB } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import { has, isComma } from './groups.ts'

/** How far an adverbial between commas may run. */
const ADVERBIAL = 9
/** What no object begins with. */
const NONE = Flag.TO | Flag.THAT | Flag.PUNCTUATION | Flag.RELATIVE | Flag.MODAL | Flag.BE

/** First unit of the object of a verb that stands right before `k`; -1 where none follows. */
export function objectAt(units: readonly Unit[], k: number, end: number): number {
  let at = k
  // "recall, in this regard, our assurances"
  if (isComma(units[k]) && has(units[k + 1], Flag.PREPOSITION | Flag.ADVERB | Flag.TIME)) {
    at = k + 2
    while (at < k + ADVERBIAL && !has(units[at], Flag.PUNCTUATION | VERB)) at++
    if (!isComma(units[at])) return -1
    at++
  }
  const unit = units[at]
  // "$40 million"
  const sum = has(units[at + 1], Flag.NUMBER) && unit?.to === units[at + 1]?.from && has(unit, Flag.PUNCTUATION)
  return unit && at < end && (sum || !has(unit, NONE)) ? at : -1
}
