// Decides what the marks between phrases do: part, quote, join names, insert, or count the items of a list.

import { Code, Flag, More } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { has, isComma, isLabel, isStrongMark, refers } from '../groups.ts'

/** A semicolon, colon or dash. */
export const isStrong = (unit: Unit | undefined): boolean => unit !== undefined && isStrongMark(unit.word.code)

/** A quotation mark. */
export const isQuote = (unit: Unit | undefined): boolean => unit !== undefined && (unit.word.more & More.QUOTE) !== 0

/** A dash between two names ("Torugart – Makmal") joins them. */
export const joinsNames = (units: readonly Unit[], k: number): boolean =>
  units[k]?.word.code === Code.DASH && has(unitAt(units, k - 1), Flag.NAME) && has(units[k + 1], Flag.NAME)

/** The dash that opens an insertion which the dash at `k` closes; -1 when there is none. */
export function dashBefore(units: readonly Unit[], k: number, limit: number): number {
  for (let j = k - 2; j > limit; j--) {
    if (units[j]?.word.code === Code.DASH && !joinsNames(units, j)) return j
    if (has(units[j], Flag.THAT | Flag.RELATIVE | Flag.MODAL)) return -1
  }
  return -1
}

/** How many brackets are open after the mark at `i`; those of an enumeration mark do not count. */
export function bracket(units: readonly Unit[], i: number, depth: number): number {
  const { code } = (units[i] as Unit).word
  if (code === Code.OPEN) return itemMark(units, i + 2) <= i || itemMark(units, i + 3) <= i ? depth : depth + 1
  if (code === Code.CLOSE) return Math.max(0, depth - 1)
  return depth
}

/** Start of an enumeration mark that ends at `k` ("(a)", "(ii)", "1)"); `k + 1` when there is none. */
export function itemMark(units: readonly Unit[], k: number): number {
  if (units[k]?.word.code !== Code.CLOSE) return k + 1
  const label = units[k - 1]
  if (!isLabel(label)) return k + 1
  if (units[k - 2]?.word.code === Code.OPEN) return refers(units, k - 2) ? k + 1 : k - 2
  return k === 1 || has(units[k - 2], Flag.PUNCTUATION) ? k - 1 : k + 1
}

/** Past marks and connectors at the front of a stretch. */
export function skipOpening(units: readonly Unit[], from: number, to: number): number {
  let k = from
  while (k < to && has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR)) k++
  return k
}

/** A comma stands from `from` on, before `to`. */
export function commaBetween(units: readonly Unit[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (isComma(units[k])) return true
  return false
}
