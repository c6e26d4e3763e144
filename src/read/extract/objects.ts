// Where the object of a verb begins.
import { Flag, VERB } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import { has, isComma } from './groups.ts'
import { marksSum } from './sums.ts'

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
  return unit && at < end && (marksSum(units, at) || !has(unit, NONE)) ? at : -1
}
