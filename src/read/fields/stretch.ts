// Where a stretch of words ends: a clause with its lists, a noun phrase with what hangs on it by "of".
import { CLOSED_CLASS, Code, Flag } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'

/** A stretch of units. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** How far after a comma the last item of a list may follow. */
const ITEM = 6

const isStop = (mark: string): boolean => mark === ',' || mark === ';' || mark === '.' || mark === ':'

/** True for a comma. */
export const isComma = (unit: Unit | undefined): boolean => unit !== undefined && unit.word.text === ','

/** Index of the mark that ends the clause that goes on at `i`; a comma of a list ("its laws, rules and customs") ends none. */
export function clauseEnd(units: readonly Unit[], i: number): number {
  let k = i
  for (; k < units.length; k++) {
    const unit = units[k] as Unit
    if (!(unit.flags & Flag.PUNCTUATION) || !isStop(unit.word.text)) continue
    if (!isComma(unit) || !listGoesOn(units, k + 1)) return k
  }
  return k
}

/** "…, rules and customs": plain words, then "and" and a plain word, before any verb. */
function listGoesOn(units: readonly Unit[], i: number): boolean {
  for (let k = i; k < Math.min(units.length, i + ITEM); k++) {
    const unit = units[k] as Unit
    if (unit.flags & Flag.COORDINATOR) return k > i && isItem(units[k + 1]) && endsItem(units, k + 2)
    if (!isItem(unit) || (unit.flags & Flag.BASE && opensObject(units[k + 1]))) return false
  }
  return false
}

/** "…, open a port and …": a word that could be a noun is a verb before an article or a name. */
const opensObject = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.name !== undefined || (unit.flags & (Flag.DETERMINER | Flag.POSSESSIVE)) !== 0)

/** Words of an item: names, plain nouns, adjectives. */
const isItem = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (unit.name !== undefined ||
    (unit.flags & ((CLOSED_CLASS & ~(Flag.DETERMINER | Flag.POSSESSIVE)) | Flag.PUNCTUATION | Flag.ADVERB)) === 0) &&
  !((unit.flags & (Flag.PRESENT | Flag.PAST)) !== 0 && (unit.flags & (Flag.ALSO_NOUN | Flag.NAME)) === 0)

/** After the last item no verb goes on: "…, R and Z will …" opens a clause. */
function endsItem(units: readonly Unit[], i: number): boolean {
  let k = i
  while (k < Math.min(units.length, i + 3) && isItem(units[k])) k++
  return ((units[k]?.flags ?? 0) & (Flag.MODAL | Flag.BE | Flag.HAVE)) === 0
}

const ENDS =
  Flag.PUNCTUATION | Flag.MODAL | Flag.TO | Flag.BE | Flag.HAVE | Flag.SUBORDINATOR | Flag.RELATIVE | Flag.THAT | Flag.PRONOUN | Flag.ADVERB

/** Index after the noun phrase that begins at `i`, with what "of", "between" and "and" hang on it. */
export function phraseEnd(units: readonly Unit[], i: number): number {
  let k = i
  for (; k < units.length; k++) {
    const unit = units[k] as Unit
    if (unit.name) continue
    const { flags, word } = unit
    if (flags & ENDS && !(flags & (Flag.DETERMINER | Flag.POSSESSIVE))) break
    if (flags & Flag.PREPOSITION && word.code !== Code.OF && word.code !== Code.BETWEEN) break
    if (flags & (Flag.PAST | Flag.PRESENT) && !(flags & (Flag.ALSO_NOUN | Flag.PARTICIPLE))) break
    if (flags & Flag.COORDINATOR && !isItem(units[k + 1])) break
  }
  while (k > i && (units[k - 1] as Unit).flags & (Flag.COORDINATOR | Flag.DETERMINER | Flag.PREPOSITION) && !(units[k - 1] as Unit).name)
    k--
  return k
}
