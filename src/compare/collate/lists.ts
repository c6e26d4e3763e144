import { Flag } from '../../lexicon/word.ts'
import type { Context } from './context.ts'
import type { Unit } from './leaf.ts'
import type { Range } from './ranges.ts'
import { Type } from './types.ts'

/** Longest item of a list that is looked for, in units, and how far behind it the word before the last item stands. */
const LONGEST = 4
const FAR = 8

/** True for a run that is an item of a list of nouns, not the last: "air services" of "control, air services and transfer". */
export function isItem([from, to]: Range, { leaf: { units, text } }: Context): boolean {
  const gap = (i: number): string => text.slice(units[i - 1]?.to ?? 0, units[i]?.from ?? 0).trim()
  if (to - from > LONGEST || from === 0 || gap(from) !== ',') return false
  if (!units.slice(from, to).every(isNominal)) return false
  for (let i = to; i < to + FAR; i++) {
    const [unit, before] = [units[i], gap(i)]
    if (!unit || (before !== '' && before !== ',') || (i === to && before !== ',' && !isAnd(unit))) return false
    if (isAnd(unit)) return true
  }
  return false
}

const isAnd = ({ word }: Unit): boolean => (word.flags & Flag.COORDINATOR) !== 0

/** A word that may stand in an item of a list of nouns. */
const isNominal = ({ type, word }: Unit): boolean =>
  (type & (Type.NUMBER | Type.TIME | Type.NEGATION)) === 0 &&
  (word.flags & (Flag.PRONOUN | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO)) === 0 &&
  ((type & Type.VERB) === 0 || (word.flags & Flag.ALSO_NOUN) !== 0)
