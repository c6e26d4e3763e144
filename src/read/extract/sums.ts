// Sums and numbers after a verb: "announced $40 million", "committed up to another 2,000 doses".
import { Flag } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import { has } from './groups.ts'

/** How many words may qualify a number. */
const REACH = 6

/** `at`, where a number in figures comes before anything but what qualifies it, with `money` a sum of money or a large number; else -1. */
export function sumAt(units: readonly Unit[], at: number, end: number, money: boolean): number {
  for (let k = at; k < Math.min(at + REACH, end); k++) {
    if (has(units[k], Flag.NUMBER)) return inFigures(units[k] as Unit) && (!money || isMoney(units, k)) ? at : -1
    if (has(units[k], Flag.TO | Flag.THAT | Flag.COORDINATOR | Flag.NAME)) return -1
  }
  return -1
}

/** "40", not "forty". */
const inFigures = ({ word }: Unit): boolean => word.text.charCodeAt(0) >= 48 && word.text.charCodeAt(0) <= 57

/** The mark of a currency right before its number. */
export const marksSum = (units: readonly Unit[], at: number): boolean =>
  has(units[at], Flag.PUNCTUATION) && has(units[at + 1], Flag.NUMBER) && units[at]?.to === units[at + 1]?.from

/** "$40", "40 million": a number with the mark of a currency right before it, or one that counts in millions. */
const isMoney = (units: readonly Unit[], k: number): boolean => units[k + 1]?.word.kind === 'scale' || marksSum(units, k - 1)
