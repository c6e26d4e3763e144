import type { NounCue } from '../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../lexicon/word.ts'
import type { Force, Kind } from '../../model.ts'
import type { Unit } from '../recognise/units.ts'
import type { GroupIndex } from './frames.ts'
import { has, isComma } from './groups.ts'

/** What a performing noun does where it stands: outcome, force, and the act's verb when there is one. */
export interface NounOutcome {
  readonly kind: Kind
  readonly force: Force
  readonly verb: number | undefined
}

const OWNER = 9
const FIELD = 5

/** Unit of the infinitive's verb at `k` ("to …"), -1 when there is none. */
const infinitiveAt = (groups: GroupIndex, k: number): number => (groups[k]?.form === 'to' ? (groups[k]?.head ?? -1) : -1)

/** Past ", along with others," between a noun and its "to". */
function pastAside(units: readonly Unit[], k: number, groups: GroupIndex): number {
  if (!isComma(units[k])) return k
  for (let j = k + 1; j < k + OWNER + 3; j++) if (isComma(units[j])) return groups[j + 1]?.form === 'to' ? j + 1 : k
  return k
}

/** "commitment to joint efforts to rebuild": the act stands after what it is done by. */
function pastField(units: readonly Unit[], k: number, groups: GroupIndex): number {
  const other = Flag.PUNCTUATION | Flag.PREPOSITION | Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.ING | Flag.COORDINATOR
  for (let j = k; j < k + FIELD && units[j] && !has(units[j], other); j++)
    if (j > k && groups[j]?.form === 'to') return groups[j]?.head ?? -1
  return -1
}

/** "the full and effective implementation of": the noun of an act in the phrase at `k` that has an object; -1 where none stands there. */
export function nominalAt(units: readonly Unit[], k: number, end: number): number {
  const stop = Flag.PREPOSITION | Flag.PUNCTUATION | Flag.TO | Flag.RELATIVE | Flag.THAT | Flag.BE | Flag.HAVE | Flag.MODAL
  for (let j = k; j < Math.min(end, k + OWNER - 2) && (!has(units[j], stop) || has(units[j], Flag.DETERMINER)); j++) {
    const next = units[j + 1]?.word.code
    if (units[j]?.word.kind === 'nominal') return next === Code.OF || next === Code.WITH ? j : -1
  }
  return -1
}

/** Reads what follows the noun at `found.at`: an act ("to …", "of doing …"), an object, or nothing. */
export function nounOutcome(units: readonly Unit[], found: { cue: NounCue; at: number }, end: number, groups: GroupIndex): NounOutcome {
  const { cue, at } = found
  let k = at + 1
  if (units[k]?.word.code === Code.BY || (units[k]?.word.code === Code.OF && !cue.links.includes(units[k]?.word.text ?? ''))) {
    while (k < at + OWNER && k < end && !has(units[k], Flag.TO | Flag.PUNCTUATION)) k++
  } else if (units[k]?.word.code === Code.OF && has(units[k + 1], Flag.DETERMINER | Flag.NAME)) {
    let j = k + 1
    while (j < k + OWNER - 1 && j < end && !has(units[j], Flag.TO | Flag.PUNCTUATION | Flag.PREPOSITION)) j++
    if (infinitiveAt(groups, j) >= 0) k = j
  }
  // "their willingness and intention to …": the second noun takes the act too
  const next = has(units[k], Flag.COORDINATOR) && has(units[k + 1], Flag.NOUN_CUE) ? k + 1 : -1
  const paired = next > 0 && infinitiveAt(groups, next + 1) >= 0 && cue.links.includes(units[next + 1]?.word.text ?? '')
  if (paired) k = next + 1
  k = pastAside(units, k, groups)
  const link = units[k]
  const linked = link !== undefined && cue.links.includes(link.word.text)
  const verb = Math.max(infinitiveAt(groups, k), linked && cue.force ? pastField(units, k + 1, groups) : -1)
  if (verb >= 0 && cue.force && linked) return { kind: cue.act as Kind, force: cue.force as Force, verb }
  let g = k + 1
  while (has(units[g], Flag.ADVERB)) g++
  if (linked && cue.force && has(units[g], Flag.ING) && !has(units[g + 1], Flag.PREPOSITION | Flag.PUNCTUATION))
    return { kind: cue.act as Kind, force: cue.force as Force, verb: g }
  const named = linked && cue.act === 'commitment' ? nominalAt(units, k + 1, end) : -1
  if (named >= 0) return { kind: 'commitment', force: cue.force as Force, verb: named }
  if (linked && cue.object && cue.object !== 'position') return { kind: cue.object as Kind, force: cue.force as Force, verb: undefined }
  return { kind: 'position', force: 'none', verb: undefined }
}
