import { CLOSED_CLASS, Flag, VERB } from '../../lexicon/word.ts'
import type { Draft } from '../extract/draft.ts'
import type { Unit } from '../recognise/units.ts'
import type { Named } from './names.ts'
import type { Found } from './phrases.ts'

const CLOSED = CLOSED_CLASS | Flag.ADVERB | Flag.NUMBER | Flag.NAME

/** How many plain words that are not general make an object that one could point at. */
const ENOUGH = 1

/** True when what the act is about can be told apart: words after its cue that are not only general ones ("cooperation", "mutual benefit"). */
export function isIdentifiable(units: readonly Unit[], draft: Draft, found: readonly Found[], named: Named): boolean {
  if (named.mechanisms.values.length > 0) return true
  let plain = 0
  for (let i = draft.subject.parties.length ? draft.cue[1] : draft.from; i < draft.to; i++) {
    const { flags } = units[i] as Unit
    if (flags & CLOSED) continue
    if (flags & VERB && !(flags & Flag.ALSO_NOUN)) continue
    if (!isGeneral(found, i) && ++plain >= ENOUGH) return true
  }
  return false
}

function isGeneral(found: readonly Found[], i: number): boolean {
  for (const hit of found) if (hit.from <= i && i < hit.to && hit.phrase.cls === 'general') return true
  return false
}
