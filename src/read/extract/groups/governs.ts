// Decides whether a word that may be verb or noun is a verb here, by the subject before it and the object after it.

import { Code, Flag, More, VERB } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { AUXILIARY, has, isComma } from './group.ts'

/**
 * True when the word at `i`, which may be a verb or a noun, stands before something that a verb would govern.
 */
export function governs(units: readonly Unit[], i: number): boolean {
  const unit = units[i]
  if (!has(unit, Flag.ALSO_NOUN)) return true
  const next = units[i + 1]
  // "R neither supports nor opposes Z": what is denied is no noun
  if (has(unitAt(units, i - 1), Flag.NOT) && units[i - 1]?.word.code !== Code.NOT) return true
  if (has(next, Flag.COORDINATOR) && sharesObject(units, i)) return true
  if (!next || has(next, Flag.PUNCTUATION | Flag.COORDINATOR | Flag.BE | Flag.MODAL | Flag.HAVE)) return false
  // "the challenges that make …": what stands before a "that" which is itself a subject is a noun
  if (
    has(next, Flag.THAT) &&
    has(units[i + 2], VERB | Flag.MODAL | Flag.BE | Flag.HAVE) &&
    !has(units[i + 2], Flag.ALSO_NOUN | Flag.ING | Flag.NAME)
  )
    return false
  // "The two sides call on Z to …": after a subject, a verb that its own frames lead to the preposition
  if (leads(units, i)) return true
  // "exchanges need to be widened": the verb is the next word
  if (has(next, Flag.BASE) && has(units[i + 2], Flag.TO) && next.word.frames.some((frame) => frame.outcome === 'obligation')) return false
  // "and strictly control exports": an adverb of manner after a connector stands before no noun
  if (afterManner(units, i) && !has(next, VERB & ~Flag.ALSO_NOUN & ~Flag.BASE & ~Flag.PRESENT) && !has(next, Flag.PREPOSITION)) return true
  // "Both sides support increased and varied trade": after a plural subject, and before a participle that limits what it governs
  if (limitsObject(units, i + 1) && has(unit, Flag.BASE) && endsSubject(units, i)) return true
  const mostly = unit?.word.kind === 'mostly-noun' || unit?.word.kind === 'adjective'
  // "the care and respect they deserve": a verb that takes no clause governs no "they"
  const limits = next.word.code === Code.THEY && has(unitAt(units, i - 1), Flag.COORDINATOR)
  if (limits && !unit?.word.frames.some(({ form, outcome }) => form === 'that' && outcome !== 'position')) return false
  if (has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.THAT | Flag.NUMBER)) return true
  if (has(next, Flag.TO)) return !mostly || unit?.word.framesBy?.bare.some(({ form }) => form === 'to') === true
  // "and work together where …": no verb comes after the adverb, so that this is one
  if (has(next, Flag.ADVERB)) return !mostly || (has(units[i - 1], Flag.COORDINATOR) && !has(units[i + 2], VERB | AUXILIARY))
  // "and work with Z": a verb that leads to an act goes on with whom or what for
  const onward = mostly && has(unit, Flag.BASE) && has(next, Flag.PREPOSITION) && connects(unitAt(units, i - 1)) && leadsOn(unit)
  // "will open a port and finance new roads": after "and" no noun stands before an adjective
  if (unit?.word.kind === 'mostly-noun' && has(unit, Flag.BASE) && connects(unitAt(units, i - 1)) && opensDescribed(units, i + 1))
    return true
  if (mostly && !onward) return false
  if (has(next, Flag.PREPOSITION)) return !isNounLink(next) && !unit?.word.noun?.links.includes(next.word.text)
  return !has(next, VERB & ~(Flag.ING | Flag.PARTICIPLE | Flag.ALSO_NOUN)) || has(next, Flag.ALSO_NOUN)
}

/** "new roads", "safe and clean water": an adjective and what it belongs to. */
function opensDescribed(units: readonly Unit[], k: number): boolean {
  const adjective = (unit: Unit | undefined): boolean =>
    unit !== undefined && !unit.name && (unit.word.more & (More.ADJECTIVAL | More.ADJECTIVE)) !== 0
  if (!adjective(units[k])) return false
  let to = k + 1
  while (
    adjective(units[to]) ||
    (has(units[to], Flag.COORDINATOR) && adjective(units[to + 1])) ||
    (isComma(units[to]) && adjective(units[to + 1]))
  )
    to++
  const noun = units[to]
  return noun !== undefined && !noun.name && !has(noun, ~(Flag.ALSO_NOUN | Flag.BASE | Flag.PRESENT | Flag.NOUN_CUE | Flag.ING))
}

/** A connector that lists. */
const connects = (unit: Unit | undefined): boolean => has(unit, Flag.COORDINATOR) || isComma(unit)

/** By itself the verb only leads to another act ("work to open a port"). */
const leadsOn = (unit: Unit | undefined): boolean =>
  unit?.word.frames.some(({ outcome, form, words }) => outcome === 'chain' && form === 'to' && words[0] === '~') === true

/** "R welcomes and strongly supports the plan": right after a subject, and another verb of the same form takes the object of both. */
function sharesObject(units: readonly Unit[], i: number): boolean {
  let k = i + 2
  while (has(units[k], Flag.ADVERB) && !has(units[k], VERB)) k++
  const form = (unit: Unit | undefined): number => (unit?.flags ?? 0) & (Flag.BASE | Flag.PRESENT)
  const opens = Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.THAT
  return !has(units[k], Flag.NAME) && form(units[k]) === form(units[i]) && has(units[k + 1], opens) && endsSubject(units, i)
}

/** "increased trade", "increased and varied trade": a participle right before a bare noun, or before another that is. */
function limitsObject(units: readonly Unit[], k: number): boolean {
  if (!has(units[k], Flag.PAST) || !has(units[k], Flag.PARTICIPLE)) return false
  const listed = has(units[k + 1], Flag.COORDINATOR) && has(units[k + 2], Flag.PARTICIPLE)
  const noun = units[listed ? k + 3 : k + 1]
  return noun !== undefined && !noun.name && (noun.flags === 0 || has(noun, Flag.ALSO_NOUN))
}

/** Right before the word an adverb of manner, and before that a connector that lists. */
const afterManner = (units: readonly Unit[], i: number): boolean =>
  has(unitAt(units, i - 1), Flag.ADVERB) &&
  ((units[i - 1] as Unit).word.more & More.KNOWN) === 0 &&
  has(unitAt(units, i - 2), Flag.COORDINATOR)

/** "The two sides call on Z": after a subject, a verb whose own frames go on with the preposition after it. */
export const leads = (units: readonly Unit[], i: number): boolean => endsSubject(units, i) && goesOn(units, i)

/** "call on", "work towards": a row of the verb at `i` goes on with the preposition after it. */
export function goesOn(units: readonly Unit[], i: number): boolean {
  const next = units[i + 1]
  return (
    has(next, Flag.PREPOSITION) && units[i]?.word.frames.some(({ words }) => words[words[0] === '~' ? 1 : 0] === next?.word.text) === true
  )
}

/** What stands before a word that may be verb or noun is a name, or a plural before a plural verb: no adjective or article. */
function endsSubject(units: readonly Unit[], i: number): boolean {
  const before = unitAt(units, i - 1)
  if (!before || has(before, Flag.DETERMINER | Flag.PREPOSITION | Flag.GENITIVE | Flag.POSSESSIVE) || before.name?.type === 'adjective')
    return false
  return has(before, Flag.NAME | Flag.CAPITAL) || (has(units[i], Flag.BASE) && isPlural(units, i - 1))
}

/** True when a finite verb may follow: the unit can close a subject. */
export function closesSubject(unit: Unit | undefined): boolean {
  if (!unit) return false
  if (has(unit, Flag.NAME | Flag.PRONOUN | Flag.NUMBER | Flag.TIME | Flag.RELATIVE | Flag.THAT)) return true
  const function_ = Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION | Flag.TO | AUXILIARY | Flag.GENITIVE | Flag.SUBORDINATOR
  if (has(unit, function_)) return unit.word.kind === 'quantifier'
  return !has(unit, Flag.PUNCTUATION | Flag.COORDINATOR) || unit.word.code === Code.CLOSE || isComma(unit)
}

/** True when a bare verb may be the plural present after the unit. */
export function isPlural(units: readonly Unit[], p: number): boolean {
  const unit = units[p]
  if (!unit) return false
  if (has(unit, Flag.PRONOUN)) return unit.word.kind === 'joint' || unit.word.kind === 'plural'
  if (has(unit, Flag.RELATIVE | Flag.THAT)) return true
  // "we all together support"
  if (unit.word.kind === 'quantifier' && units[p - 1]?.word.kind === 'joint' && has(units[p - 1], Flag.PRONOUN)) return true
  // "the Parties to this Agreement declare"
  const to = has(unitAt(units, p - 1), Flag.TO) ? p - 1 : has(unitAt(units, p - 2), Flag.TO) ? p - 2 : -1
  if (to > 0 && units[to - 1]?.word.actor === 'joint' && units[to - 1]?.word.text.endsWith('s')) return true
  if (areDoersOf(units, p)) return true
  if (unit.name) {
    // "Heads of State"
    const { ref } = unit.name
    if (
      unit.name.parties.length > 1 ||
      ref.endsWith('s') ||
      ref.includes('s of ') ||
      unit.name.type === 'state' ||
      unit.name.type === 'body'
    )
      return true
    for (let k = Math.max(0, p - 4); k < p; k++) if (has(units[k], Flag.COORDINATOR)) return true
    return false
  }
  const other = Flag.DETERMINER | Flag.PREPOSITION | Flag.GENITIVE | Flag.ADVERB | Flag.BE | Flag.HAVE
  return unit.word.text.endsWith('s') && (unit.word.more & More.SINGULAR) === 0 && !has(unit, other)
}

/** How far before the end of its phrase "of" may stand. */
const OF_PHRASE = 7

/** "the heads of state", "the participants in the forum": those who act for several, and whose or of what they are, ends at `p`. */
function areDoersOf(units: readonly Unit[], p: number): boolean {
  for (let k = p; k > p - OF_PHRASE && unitAt(units, k); k--) {
    const unit = units[k] as Unit
    if (k < p && isNounLink(unit)) {
      const head = unitAt(units, k - 1)
      if (head && !head.name && DOERS.has(head.word.actor) && head.word.text.endsWith('s')) return true
    } else if (has(unit, Flag.PUNCTUATION | Flag.PREPOSITION | Flag.TO | Flag.THAT | Flag.RELATIVE | Flag.MODAL | Flag.BE | Flag.HAVE))
      return false
  }
  return false
}

/** The adjective of a state closes no subject. */
export const isAdjective = (unit: Unit | undefined): boolean => unit?.name?.type === 'adjective'

/** A preposition that links a noun to what it is of: "of", "in", "between". */
export const isNounLink = (unit: Unit): boolean =>
  unit.word.code === Code.OF || unit.word.code === Code.IN || unit.word.code === Code.BETWEEN

/** "in a statement | the two sides", "on Monday | R": a noun phrase begins at `j`, where another has just ended. */
export function opensAnew(units: readonly Unit[], j: number): boolean {
  const before = units[j - 1] as Unit
  const noun =
    before.flags === 0 || has(before, Flag.TIME | Flag.ALSO_NOUN) || before.name?.type === 'place' || before.name?.type === 'capital'
  return noun && has(units[j], Flag.DETERMINER | Flag.NAME) && !has(units[j], Flag.TIME | Flag.THAT) && !has(units[j + 1], Flag.TIME)
}

/** "cuts for goods it makes": the pronoun at `k`, in the object that begins at `from`, stands right after a noun. */
export function limitsNoun(units: readonly Unit[], k: number, from: number): boolean {
  const other = Flag.TIME | Flag.ADVERB | Flag.PUNCTUATION | Flag.NAME | Flag.PRONOUN | Flag.PREPOSITION | Flag.COORDINATOR
  return k > from && has(units[k], Flag.PRONOUN) && !has(units[k], Flag.DETERMINER) && !has(units[k - 1], other)
}

/** Classes of nouns for those who act for states. */
const DOERS: ReadonlySet<string> = new Set(['joint', 'side', 'official'])

/** Types of names that act for nobody, though they name parties. */
const NOBODY: ReadonlySet<string> = new Set(['mechanism', 'adjective'])

/** A name of a party, or a word for those who act for one. */
export const isDoer = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.name ? unit.name.parties.length > 0 && !NOBODY.has(unit.name.type) : DOERS.has(unit.word.actor))

/** "the", "both", "our": who acts is known. */
export const isDefinite = (unit: Unit | undefined): boolean =>
  unit?.word.code === Code.THE || unit?.word.code === Code.BOTH || has(unit, Flag.POSSESSIVE)

/** What stands before the articles and numbers of the noun at `p`; -1 where it has none. */
export function openerOf(units: readonly Unit[], p: number): number {
  let k = p - 1
  while (k >= 0 && has(units[k], Flag.DETERMINER)) k--
  return k < p - 1 ? k : -1
}
