import { Flag, VERB } from '../../lexicon/word.ts'
import type { Draft } from '../extract/clause.ts'
import type { Unit } from '../recognise/units.ts'
import type { Named } from './names.ts'
import type { Found } from './phrases.ts'

const CLOSED =
  Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION | Flag.COORDINATOR | Flag.SUBORDINATOR | Flag.RELATIVE | Flag.PRONOUN | Flag.ADVERB | Flag.TO |
  Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO | Flag.NOT | Flag.THAT | Flag.GENITIVE | Flag.PUNCTUATION | Flag.NUMBER | Flag.NAME | Flag.TIME

/** How many plain words that are not general make an object that one could point at. */
const ENOUGH = 1

/** True when what the act is about can be told apart: words after its cue that are not only general ones ("cooperation", "mutual benefit"). */
export function isIdentifiable(units: readonly Unit[], draft: Draft, found: readonly Found[], named: Named): boolean {
  if (named.mechanisms.size > 0) return true
  const general = new Set<number>()
  for (const hit of found) if (hit.phrase.cls === 'general') for (let i = hit.from; i < hit.to; i++) general.add(i)
  let plain = 0
  for (let i = draft.subject.parties.length ? draft.cue[1] : draft.from; i < draft.to; i++) {
    const { flags } = units[i] as Unit
    if (flags & CLOSED || general.has(i)) continue
    if (flags & VERB && !(flags & Flag.ALSO_NOUN)) continue
    plain++
  }
  return plain >= ENOUGH
}
