// Decides where a group goes on after an auxiliary, "to" or adverb: past adverbs, asides, phrases and marks of a list.

import { Code, Flag, VERB } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { governs } from './governs.ts'
import { AUXILIARY, has, isComma, isLabel, isStrongMark, REACH, SOFT } from './group.ts'

/** Past adverbs, "not" and a short aside between commas to where the verb goes on. */
export function skip(units: readonly Unit[], i: number): number {
  let k = i
  while (has(units[k], SOFT) && (!has(units[k], VERB & ~Flag.PARTICIPLE) || has(units[k + 1], VERB))) k++
  // "to vigorously and jointly enforce"
  if (
    k > i &&
    has(units[k - 1], Flag.ADVERB) &&
    (has(units[k], Flag.COORDINATOR) || isComma(units[k])) &&
    has(units[k + 1], SOFT | Flag.COORDINATOR)
  ) {
    const j = skip(units, has(units[k + 1], Flag.COORDINATOR) ? k + 2 : k + 1)
    if (has(units[j], VERB) && has(units[j - 1], Flag.ADVERB)) return j
  }
  if (!isComma(units[k])) return k
  for (let j = k + 1; j < Math.min(k + REACH, units.length); j++) {
    if (!isComma(units[j])) continue
    const verb =
      has(units[j + 1], VERB | Flag.BE | SOFT) &&
      (!has(units[j + 1], Flag.ALSO_NOUN) || (has(units[i - 1], Flag.MODAL) && has(units[j + 1], Flag.BASE) && governs(units, j + 1)))
    return verb ? skip(units, j + 1) : k
  }
  return k
}

/** Past "each", "both" or "all" between an auxiliary and a verb of one of `forms`: "will each open", "have both agreed". */
export function pastEach(units: readonly Unit[], k: number, forms: number): number {
  const code = units[k]?.word.code
  if ((code !== Code.EACH && code !== Code.BOTH && code !== Code.ALL) || units[k - 2]?.word.kind === 'it') return k
  const verb = skip(units, k + 1)
  return has(units[verb], forms) && !has(units[verb], Flag.NAME | Flag.CAPITAL) ? verb : k
}

/** Past the mark of a list between a modal and its first verb: "will: (i) lift …". */
export function pastMark(units: readonly Unit[], k: number): number {
  let at = isStrongMark(units[k]?.word.code) ? k + 1 : k
  const open = units[at]?.word.code === Code.OPEN ? 1 : 0
  if (!has(units[at + open], Flag.PUNCTUATION) && units[at + open + 1]?.word.code === Code.CLOSE) at += open + 2
  return has(units[at], Flag.BASE | Flag.BE | Flag.HAVE | Flag.NOT) ? skip(units, at) : k
}

/** Past an aside between a modal and a phrase of manner: "shall, subject to Article 4, without delay grant". */
export function pastAside(units: readonly Unit[], k: number): number {
  if (!isComma(units[k])) return k
  for (let j = k + 1; j < Math.min(k + REACH, units.length); j++) {
    if (!isComma(units[j])) continue
    const verb = pastPhrase(units, j + 1)
    return verb > j + 1 ? verb : k
  }
  return k
}

/** Past "on a regular basis", "at any time" between a modal and its verb; `k` where none stands. */
export function pastPhrase(units: readonly Unit[], k: number): number {
  if (!has(units[k], Flag.PREPOSITION) || has(units[k], VERB)) return k
  for (let j = k + 2; j < Math.min(k + REACH / 2, units.length); j++) {
    // "shall in the first place be settled"
    if (has(units[j], Flag.BE) && !has(units[j], Flag.PRESENT | Flag.PAST | Flag.PARTICIPLE | Flag.ING)) return j
    if (has(units[j], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TO | AUXILIARY)) return k
    if (
      has(units[j], Flag.BASE) &&
      (governs(units, j) || opensObject(units[j + 1])) &&
      !has(units[j - 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION | Flag.GENITIVE)
    )
      return j
  }
  return k
}

/** Past "for this purpose" between "have" and its participle; `k` where none stands. */
export function pastPurpose(units: readonly Unit[], k: number): number {
  if (!has(units[k], Flag.PREPOSITION) || has(units[k], VERB)) return k
  for (let j = k + 2; j < Math.min(k + REACH / 2, units.length); j++) {
    if (has(units[j], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TO | AUXILIARY | Flag.DETERMINER)) return k
    if (has(units[j], Flag.PARTICIPLE)) return has(units[j - 1], Flag.PREPOSITION) ? k : j
  }
  return k
}

/** "at any time request consultations": a plural that is no verb, where a modal still waits for its verb. */
const opensObject = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.name && unit.flags === 0 && unit.word.text.endsWith('s')

/** A "not" stands from `from` on, before `to`. */
export const anyNot = (units: readonly Unit[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (has(units[k], Flag.NOT)) return true
  return false
}

/** Past the marks of a list: ":", ": –", ": (a)", ": 1)". */
export function pastListMarks(units: readonly Unit[], k: number): number {
  let j = k
  const marks = (at: number): boolean =>
    has(units[at], Flag.PUNCTUATION | Flag.NUMBER) || (isLabel(units[at]) && units[at + 1]?.word.code === Code.CLOSE)
  while (j < k + 5 && marks(j)) j++
  return j
}
