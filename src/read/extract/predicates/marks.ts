// Decides what the marks between phrases are: strong marks, quotation marks, dashes, brackets, marks of a list.

import { Code, Flag, More } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { has, isStrongMark } from '../groups.ts'

export const isStrong = (unit: Unit | undefined): boolean => unit !== undefined && isStrongMark(unit.word.code)

export const isQuote = (unit: Unit | undefined): boolean => unit !== undefined && (unit.word.more & More.QUOTE) !== 0

/** A dash between two names ("Torugart – Makmal") joins them. */
export const joinsNames = (units: readonly Unit[], k: number): boolean =>
  units[k]?.word.code === Code.DASH && has(units[k - 1], Flag.NAME) && has(units[k + 1], Flag.NAME)

/** The dash that opens an insertion which the dash at `k` closes; -1 when there is none. */
export function dashBefore(units: readonly Unit[], k: number, limit: number): number {
  for (let j = k - 2; j > limit; j--) {
    if (units[j]?.word.code === Code.DASH && !joinsNames(units, j)) return j
    if (has(units[j], Flag.THAT | Flag.RELATIVE | Flag.MODAL)) return -1
  }
  return -1
}

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
  if (!label || label.name || label.to - label.from > 4 || has(label, Flag.PUNCTUATION)) return k + 1
  if (units[k - 2]?.word.code === Code.OPEN) return k - 2
  return k === 1 || has(units[k - 2], Flag.PUNCTUATION) ? k - 1 : k + 1
}

export function skipOpening(units: readonly Unit[], from: number, to: number): number {
  let k = from
  while (k < to && has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR)) k++
  return k
}
