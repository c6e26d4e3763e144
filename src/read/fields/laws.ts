// "in accordance with its national laws and rules": an undertaking that keeps within the law of the one who undertakes it.
import { CLOSED_CLASS, Code, Flag } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import type { Found } from './phrases.ts'
import { phraseEnd, type Range } from './stretch.ts'

/** How many units after "in accordance with" may stand before the law. */
const REACH = 12

/** Limits by a law of one's own in units `from` to `to`, by the openers of hedges.tsv; the law of nations is a standard and no limit. */
export function findOwnLaws(found: readonly Found[], units: readonly Unit[], from: number, to: number): Range[] {
  const laws: Range[] = []
  for (const hit of found) {
    if (hit.phrase.cls !== 'law-opener' || hit.from < from || hit.to > to) continue
    const end = lawEnd(found, units, hit.to, to)
    if (end > hit.to && hit.from >= (laws.at(-1)?.to ?? 0)) laws.push({ from: hit.from, to: end })
  }
  return laws
}

/** Index after the last word for a law from unit `i` on, where one of them is somebody's own; `i` where none is. */
function lawEnd(found: readonly Found[], units: readonly Unit[], i: number, to: number): number {
  let own = false
  let end = i
  for (let k = i; k < Math.min(to, i + REACH); k++) {
    const unit = units[k] as Unit
    if (has(found, k, 'law-own') || unit.flags & (Flag.POSSESSIVE | Flag.GENITIVE) || unit.name?.type === 'adjective') own = true
    else if (has(found, k, 'law-word')) {
      // "laws of the parties", "legislation in force"
      const after = endOf(found, k, 'law-word')
      const stop = units[after]?.word.code === Code.OF ? phraseEnd(units, after + 1) : after
      if (stop > after) own = true
      if (own) end = Math.min(to, Math.max(stop, endOf(found, after, 'law-valid')))
      k = stop - 1
    } else if (!unit.name && unit.flags & CLOSED_CLASS & ~(Flag.DETERMINER | Flag.COORDINATOR) && unit.word.code !== Code.OF) break
    else if (!unit.name && unit.flags & Flag.PUNCTUATION && unit.word.text !== ',') break
  }
  return end
}

const has = (found: readonly Found[], k: number, cls: string): boolean => endOf(found, k, cls) > k

/** Where the words of a class that begin at unit `k` end; 0 without one. */
function endOf(found: readonly Found[], k: number, cls: string): number {
  for (const hit of found) if (hit.from === k && hit.phrase.cls === cls) return hit.to
  return 0
}
