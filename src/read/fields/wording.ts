import { Flag } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import type { Found } from './phrases.ts'

/** A stretch of units. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Hedges in units `from` to `to`: words that weaken an undertaking without changing its force. */
export function findHedges(found: readonly Found[], from: number, to: number): Range[] {
  const hedges: Range[] = []
  for (const hit of found) {
    if (hit.phrase.cls !== 'hedge' || hit.from < from || hit.to > to) continue
    const last = hedges.at(-1)
    if (!last || hit.from >= last.to) hedges.push({ from: hit.from, to: hit.to })
  }
  return hedges
}

/** How far after its statement a condition may begin. */
const NEAR = 2

/**
 * The condition of a statement in units `from` to `to`: inside it, directly after it, or fronted ("If Z agrees, R will…"). It runs to
 * the end of its clause: the next comma, or the end of the statement.
 */
export function findCondition(found: readonly Found[], units: readonly Unit[], from: number, to: number): Range | undefined {
  for (const { phrase, from: start, to: end } of found) {
    const { cls } = phrase
    if (cls === 'condition-whole') {
      if (start >= from && end <= to + NEAR) return { from: start, to: end }
    } else if (cls === 'condition' || (cls === 'condition-front' && start === 0)) {
      const stop = clauseEnd(units, end)
      // what opens the sentence holds for all that follows in it
      if (start < from && stop <= from && (start === 0 || (isComma(units[start - 1]) && stop >= from - NEAR)))
        return { from: start, to: stop }
      if (cls === 'condition' && start >= from && start <= to + NEAR)
        return { from: start, to: start < to ? Math.min(stop, Math.max(to, end)) : stop }
    }
  }
  return undefined
}

const isComma = (unit: Unit | undefined): boolean => unit !== undefined && unit.word.text === ','

/** Index of the mark that ends the clause that goes on at `i`. */
function clauseEnd(units: readonly Unit[], i: number): number {
  let k = i
  while (k < units.length && !((units[k] as Unit).flags & Flag.PUNCTUATION && isStop((units[k] as Unit).word.text))) k++
  return k
}

const isStop = (mark: string): boolean => mark === ',' || mark === ';' || mark === '.' || mark === ':'
