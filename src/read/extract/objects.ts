// Where the object of a verb begins, and what those are asked to do who stand there.
import { Code, Flag, VERB } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import { type GroupIndex, has, isComma } from './groups.ts'
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

/** How far on the verb of what somebody is asked may stand. */
const ASKED = 18

/** Unit of the verb that somebody between is asked to do ("urge R to resume talks"), -1 where none is. */
export function askedActAt(units: readonly Unit[], groups: GroupIndex, k: number, end: number): number {
  if (has(units[k], Flag.TO | Flag.PUNCTUATION) || groups[k]?.form === 'ing') return -1
  let aside = false
  let relative = false
  for (let j = k + 1; j < Math.min(k + ASKED, end); j++) {
    const group = groups[j]
    // "call for access, which allows all to trade": the infinitive of the verb in between
    if (group?.form === 'to' && relative && !isComma(units[j - 1])) return -1
    relative = (relative && !isComma(units[j])) || (group?.form === 'finite' && isComma(units[group.start - 2]))
    // "encourage the use of seed by farmers, to raise yields": what it is for
    if (group?.form === 'to') return isComma(units[j - 1]) && !aside ? -1 : group.head
    aside ||= isComma(units[j]) && groups[j + 1]?.form !== 'to'
    if (group?.form === 'finite' && !has(units[group.start - 1], Flag.RELATIVE | Flag.THAT)) return -1
    if (units[j]?.word.code === Code.SEMICOLON) return -1
    // "call for an end to the war and urge R to …"
    const verb = has(units[j], Flag.COORDINATOR) ? units[j + 1] : undefined
    // ("within its means and mandate, to …": a noun that nothing follows)
    const bare = verb && has(verb, Flag.ALSO_NOUN) && has(units[j + 2], Flag.PUNCTUATION)
    if (verb && !bare && has(verb, Flag.BASE | Flag.PAST) && verb.word.frames.some((row) => row.form === 'object-to')) return -1
  }
  return -1
}
