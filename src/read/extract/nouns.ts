import type { NounCue } from '../../lexicon/vocabulary.ts'
import { Code, Flag, VERB } from '../../lexicon/word.ts'
import type { Force, Kind } from '../../model.ts'
import type { Unit } from '../recognise/units.ts'
import { type GroupIndex, has, isComma } from './groups.ts'

/** What a performing noun does where it stands: outcome, force, and the act's verb when there is one. */
export interface NounOutcome {
  readonly kind: Kind
  readonly force: Force
  readonly verb: number | undefined
}

const OWNER = 9
const FIELD = 5

/** True when a noun phrase may start at the unit. */
export function startsNoun(unit: Unit | undefined): boolean {
  if (unit === undefined || has(unit, Flag.PUNCTUATION)) return false
  if (has(unit, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.NUMBER | Flag.ALSO_NOUN)) return true
  const no =
    VERB | Flag.PREPOSITION | Flag.TO | Flag.THAT | Flag.COORDINATOR | Flag.SUBORDINATOR | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.ADVERB
  return !has(unit, no)
}

/** A performing noun within `[k, to)`, past determiners and modifiers. */
export function nounCueAt(units: readonly Unit[], k: number, to: number): { cue: NounCue; at: number } | undefined {
  for (let j = k; j < to; j++) {
    const unit = units[j] as Unit
    if (has(unit, Flag.NOUN_CUE) && !(j === k && has(unit, VERB) && !has(unit, Flag.ALSO_NOUN))) {
      const cue = unit.word.noun
      if (cue) return { cue, at: j }
    }
    // "R and Z's proposal"
    if (joinsOwners(units, j)) continue
    if (has(unit, Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TO | Flag.THAT | Flag.MODAL | Flag.BE)) return undefined
    if (has(unit, Flag.PREPOSITION) && unit.word.code !== Code.OF) return undefined
  }
  return undefined
}

/** "R and Z's": the connector at `j` joins two names, to both of which what follows belongs. */
export const joinsOwners = (units: readonly Unit[], j: number): boolean =>
  has(units[j], Flag.COORDINATOR) &&
  units[j - 1]?.name !== undefined &&
  units[j + 1]?.name !== undefined &&
  has(units[j + 2], Flag.GENITIVE)

/** Unit of the infinitive's verb at `k` ("to …"), -1 when there is none. */
const infinitiveAt = (groups: GroupIndex, k: number): number => (groups[k]?.form === 'to' ? (groups[k]?.head ?? -1) : -1)

/** Past ", along with others," between a noun and its "to". */
function pastAside(units: readonly Unit[], k: number, groups: GroupIndex): number {
  if (!isComma(units[k])) return k
  for (let j = k + 1; j < k + OWNER + 3; j++) if (isComma(units[j])) return groups[j + 1]?.form === 'to' ? j + 1 : k
  return k
}

/** "commitment to joint efforts to rebuild", "to strong and effective actions to rebuild": the act stands after what it is done by. */
function pastField(units: readonly Unit[], k: number, groups: GroupIndex): number {
  const other = Flag.PUNCTUATION | Flag.PREPOSITION | Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.ING
  let joined = false
  for (let j = k; j < k + OWNER + 1 && units[j] && !has(units[j], other); j++) {
    joined ||= has(units[j], Flag.COORDINATOR) || j >= k + FIELD
    if (j > k && groups[j]?.form === 'to' && (!joined || units[j - 1]?.word.kind === 'light')) return groups[j]?.head ?? -1
  }
  return -1
}

/** "the commitment made in Z to refrain", "their decision in the Declaration: to refrain": the act past where and when it was said. */
function pastOccasion(units: readonly Unit[], k: number, end: number, groups: GroupIndex): number {
  // "it is in Z's interest for gas to flow": whose act follows, and no occasion
  if (units[k]?.word.code === Code.FOR || !has(units[k], Flag.PREPOSITION | Flag.PAST | Flag.PARTICIPLE)) return k
  for (let j = k + 1; j < Math.min(end, k + OWNER + 1); j++) {
    if (groups[j]?.form === 'to') return j
    const colon = units[j]?.word.code === Code.COLON && groups[j + 1]?.form === 'to'
    if (colon) return j + 1
    if (groups[j] || units[j]?.word.kind === 'light') return k
    if (has(units[j], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.NOUN_CUE | Flag.RELATIVE | Flag.THAT | Flag.TO)) return k
  }
  return k
}

/** "swift, full and effective": the comma between two words that tell how, right after an article. */
const betweenQualities = (units: readonly Unit[], j: number, k: number): boolean =>
  isComma(units[j]) && j > k + 1 && has(units[k], Flag.DETERMINER) && !has(units[j + 1], Flag.DETERMINER | Flag.NAME | Flag.PREPOSITION)

/** An object follows the noun of an act: "of the plan", "with the rules", "on tariffs"; or it stands before: "its full implementation". */
function hasObject(units: readonly Unit[], j: number, k: number): boolean {
  const next = units[j + 1]?.word.code
  if (next === Code.OF || next === Code.WITH || next === Code.AGAINST) return true
  return has(units[k], Flag.POSSESSIVE) && (!units[j + 1] || has(units[j + 1], Flag.PUNCTUATION))
}

/** "the continued sharing of data": an -ing form that an article makes a noun. */
const isGerund = (units: readonly Unit[], j: number, k: number): boolean =>
  j > k && has(units[j], Flag.ING) && has(units[k], Flag.DETERMINER) && units[j + 1]?.word.code === Code.OF

/** "the full and effective implementation of": the noun of an act in the phrase at `k` that has an object; -1 where none stands there. */
export function nominalAt(units: readonly Unit[], k: number, end: number): number {
  const stop = Flag.PREPOSITION | Flag.PUNCTUATION | Flag.TO | Flag.RELATIVE | Flag.THAT | Flag.BE | Flag.HAVE | Flag.MODAL
  let first = -1
  for (let j = k; j < Math.min(end, k + OWNER); j++) {
    const unit = units[j]
    if (has(unit, stop) && !has(unit, Flag.DETERMINER) && !betweenQualities(units, j, k)) return -1
    if (isGerund(units, j, k)) return j
    if (unit?.word.kind !== 'nominal') continue
    if (first < 0) first = j
    if (hasObject(units, j, k)) return first
    // "the recovery and return of what was lost"
    if (!has(units[j + 1], Flag.COORDINATOR)) return -1
  }
  return -1
}

/** What the noun undertakes by the verb; "a desire to see the war ended" is a wish for the world, and no act of one's own. */
function performed(units: readonly Unit[], cue: NounCue, verb: number): NounOutcome {
  const sees = cue.force === 'ready' && units[verb]?.word.frames.some((row) => row.outcome === 'perceive' && row.words.length === 0)
  return sees ? { kind: 'position', force: 'none', verb: undefined } : { kind: cue.act as Kind, force: cue.force as Force, verb }
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
    // "the interest of R in opening a port"
    if (infinitiveAt(groups, j) >= 0 || (cue.links.includes(units[j]?.word.text ?? '') && has(units[j + 1], Flag.ING))) k = j
  }
  // "their willingness and intention to …": the second noun takes the act too
  const next = has(units[k], Flag.COORDINATOR) && has(units[k + 1], Flag.NOUN_CUE) ? k + 1 : -1
  const paired = next > 0 && infinitiveAt(groups, next + 1) >= 0 && cue.links.includes(units[next + 1]?.word.text ?? '')
  if (paired) k = next + 1
  k = pastAside(units, k, groups)
  // "its commitment not to open a port"
  if (has(units[k], Flag.NOT) && infinitiveAt(groups, k + 1) >= 0) k++
  if (cue.act === 'commitment' && cue.force !== 'ready' && !cue.links.includes(units[k]?.word.text ?? ''))
    k = pastOccasion(units, k, end, groups)
  const link = units[k]
  const linked = link !== undefined && cue.links.includes(link.word.text)
  const verb = Math.max(infinitiveAt(groups, k), linked && cue.force ? pastField(units, k + 1, groups) : -1)
  if (verb >= 0 && cue.force && linked) return performed(units, cue, verb)
  let g = k + 1
  while (has(units[g], Flag.ADVERB)) g++
  if (
    linked &&
    cue.force &&
    has(units[g], Flag.ING) &&
    (!has(units[g + 1], Flag.PREPOSITION | Flag.PUNCTUATION) || units[g + 1]?.word.code === Code.WITH)
  )
    return performed(units, cue, g)
  const named = linked && cue.act === 'commitment' ? nominalAt(units, k + 1, end) : -1
  if (named >= 0) return { kind: 'commitment', force: cue.force as Force, verb: named }
  if (linked && cue.object && cue.object !== 'position') return { kind: cue.object as Kind, force: cue.force as Force, verb: undefined }
  return { kind: 'position', force: 'none', verb: undefined }
}
