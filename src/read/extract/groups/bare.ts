// Decides whether a verb form without an auxiliary is a finite verb, a participle or part of a noun.

import { isSaying } from '../../../lexicon/frames.ts'
import { Code, Flag, More, VERB } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { governs, isAdjective, isDefinite, isDoer, isPlural, leads, openerOf, opensAnew } from './governs.ts'
import { AUXILIARY, type Group, has, isComma, REACH, refers, SOFT, type Stretch, toVerbs } from './group.ts'
import { anyNot } from './skip.ts'

/** Before a verb, these close a subject beyond doubt. */
const CLEAR = Flag.NAME | Flag.PRONOUN | Flag.RELATIVE | Flag.THAT

/** What follows a participle that modifies the noun before it. */
const LINKS =
  Flag.PREPOSITION |
  Flag.ADVERB |
  Flag.TIME |
  Flag.TO |
  Flag.PUNCTUATION |
  Flag.COORDINATOR |
  Flag.MODAL |
  Flag.BE |
  Flag.HAVE |
  Flag.NOT |
  Flag.SUBORDINATOR |
  Flag.RELATIVE

/** A finite verb without auxiliary, right after its subject. */
export function bareFinite(units: readonly Unit[], i: number, p: number, state: Stretch): Group | undefined {
  const unit = units[i] as Unit
  const before = units[p]
  const next = units[i + 1]
  // an "-ed" word that the lexicon does not know, between a subject and an object
  const unknown =
    has(unit, Flag.PARTICIPLE) &&
    (unit.word.more & More.KNOWN) === 0 &&
    has(before, Flag.PRONOUN | Flag.NAME) &&
    has(next, Flag.DETERMINER | Flag.POSSESSIVE)
  if (has(unit, Flag.PAST) || unknown) return barePast(units, i, p, state)
  return has(unit, Flag.PRESENT) && !has(before, Flag.NUMBER) ? bareSingular(units, i, p, state) : barePlural(units, i, p, state)
}

/** "The two sides opened a port": a past after its subject, unless it is a participle. */
function barePast(units: readonly Unit[], i: number, p: number, state: Stretch): Group | undefined {
  const { taken, busy, reports } = state
  const unit = units[i] as Unit
  const before = units[p]
  const next = units[i + 1]
  if (p < i - 1 && has(before, Flag.DETERMINER)) return undefined
  // "on Rian armed vessels": between the adjective of a state and a noun
  if (has(unit, Flag.PARTICIPLE) && isAdjective(before) && !has(unitAt(units, p - 1), Flag.DETERMINER) && isBareNoun(next)) return undefined
  const object = has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.THAT | Flag.TO)
  const ambiguous = has(unit, Flag.PARTICIPLE)
  if (ambiguous && !object && insideAside(units, i)) return undefined
  // "those impacted": a participle says which
  if (ambiguous && !object && p === i - 1 && before?.word.code === Code.THOSE) return undefined
  // "persons referred to in Article 1": a preposition without its noun
  if (ambiguous && has(next, Flag.TO) && has(units[i + 2], Flag.PREPOSITION | Flag.MODAL | Flag.BE)) return undefined
  // "while remaining committed to …": the participle belongs to the verb before it
  if (ambiguous && has(before, Flag.ING) && before?.word.frames.some(({ words }) => words.includes(unit.word.text))) return undefined
  if (ambiguous && (next?.word.code === Code.BY || isAbsolute(units, p))) return undefined
  // "note that continued advances pose a threat": right after the "that" of a verb that reports, no subject has been named
  if (ambiguous && (!object || isAdjective(next)) && has(before, Flag.THAT) && p === i - 1 && tellsClause(units, p - 1)) return undefined
  // "the help needed to open a port": after the object of another verb a participle asks for its own verb
  const asks =
    has(next, Flag.TO) &&
    busy &&
    (!has(before, CLEAR) || unitAt(units, p - 1)?.word.code === Code.OF) &&
    !unit.word.frames.some((frame) => frame.form === 'to' && frame.outcome === 'commitment')
  // ", the leaders announced plans": a noun phrase right after a comma, or of those who act after "and", and a noun right after the verb
  const opener = openerOf(units, p)
  const opens =
    (isComma(unitAt(units, opener)) || (has(unitAt(units, opener), Flag.COORDINATOR) && isDoer(before) && isDefinite(units[opener + 1]))) &&
    unit.word.frames.length > 0 &&
    next !== undefined &&
    (!has(next, VERB) || has(next, Flag.ALSO_NOUN)) &&
    !has(next, LINKS)
  // ", and the leaders looked forward to": a row of the verb's own goes on with the word after it
  const follows =
    !taken &&
    has(unitAt(units, p - 1), Flag.DETERMINER) &&
    has(unitAt(units, p - 2), Flag.COORDINATOR) &&
    isComma(unitAt(units, p - 3)) &&
    unit.word.frames.some(({ words }) => words[words[0] === '~' ? 1 : 0] === next?.word.text)
  const sure = !ambiguous || (object && !asks) || opens || follows
  // "said the Rian side stood ready": what is reported has a doer by name, and no preposition governs him
  const name = has(unitAt(units, p - 1), Flag.DETERMINER) ? p - 2 : p - 1
  const reported =
    reports &&
    !has(next, Flag.PREPOSITION | Flag.PUNCTUATION) &&
    (has(before, Flag.NAME) ? has(unitAt(units, name), VERB | Flag.THAT) : sure && isToldOf(units, p))
  if (taken && !reported && (!sure || !has(before, Flag.PRONOUN | Flag.RELATIVE | Flag.THAT | (ambiguous && !reports ? 0 : Flag.NAME))))
    return undefined
  if ((busy || taken) && ambiguous && has(next, Flag.TO) && has(before, Flag.NUMBER | Flag.TIME)) return undefined
  // "the accord of R and Z on tariffs announced in May": what a preposition governs is no subject
  const link = has(unitAt(units, p - 1), Flag.DETERMINER) && has(before, Flag.NAME) ? p - 2 : p - 1
  const governed = has(unitAt(units, link), Flag.PREPOSITION) && units[link]?.word.code !== Code.OF
  if (!sure && busy && governed && has(next, Flag.PREPOSITION)) return undefined
  // "updated on": a frame that goes on with the preposition asks for no object
  const goesOn = unit.word.frames.some(({ words }) => words[0] === next?.word.text)
  if (!sure && busy && !goesOn && isTransitive(unit) && has(next, Flag.PREPOSITION) && next?.word.code !== Code.WITH) return undefined
  if (!sure && ((busy && !(reports && has(before, CLEAR))) || hasAgent(units, i) || laterFinite(units, i + 1))) return undefined
  return toVerbs(i, i, 'finite', 'past', '', false, denies(units, p, i), Flag.PAST)
}

/** A word that is a noun, and no name. */
const isBareNoun = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.name && (unit.flags === 0 || has(unit, Flag.ALSO_NOUN)) && !has(unit, LINKS)

/** "R never promised", "R neither backs nor opposes": between the subject at `p` and its verb stands what denies it. */
const denies = (units: readonly Unit[], p: number, i: number): boolean => anyNot(units, p + 1, i)

/** A verb that reports a clause, and is no noun ("we further note"). */
function tellsClause(units: readonly Unit[], k: number): boolean {
  const unit = unitAt(units, k)
  if (!has(unit, VERB) || ((unit?.word.more ?? 0) & More.TAKES_CLAUSE) === 0) return false
  let j = k - 1
  while (has(unitAt(units, j), Flag.ADVERB)) j--
  return !has(unit, Flag.ALSO_NOUN) || has(unitAt(units, j), Flag.PRONOUN | Flag.NAME | Flag.MODAL | Flag.TO)
}

/** "said the two sides agreed to …": one who acts, with an article, right after the verb of speech. */
function isToldOf(units: readonly Unit[], p: number): boolean {
  const { actor } = (units[p] as Unit).word
  if (!actor || actor === 'instrument') return false
  let k = p - 1
  while (k > p - 4 && k > 0 && !has(units[k], Flag.DETERMINER | Flag.PUNCTUATION | Flag.PREPOSITION | Flag.COORDINATOR)) k--
  if (k < 1 || !has(units[k], Flag.DETERMINER)) return false
  while (k > 1 && has(units[k - 1], Flag.DETERMINER)) k--
  return (
    has(units[k - 1], Flag.TIME) || (units[k - 1] as Unit).word.frames.some(({ outcome }) => outcome === 'speech' || outcome === 'clause')
  )
}

/** "Z opens a port": a present in -s after its subject, unless it is a noun. */
function bareSingular(units: readonly Unit[], i: number, p: number, { taken, busy, reports }: Stretch): Group | undefined {
  const unit = units[i] as Unit
  const before = units[p]
  // "the sponsors of these acts": no verb in -s after a plural pronoun
  if (has(unit, Flag.ALSO_NOUN) && !has(unit, Flag.BASE) && before?.word.kind === 'plural') return undefined
  // "said the Rian side regards Z as …"
  const clear = has(before, CLEAR) || (reports && (before?.word.actor === 'side' || before?.word.actor === 'official'))
  const noun =
    has(unit, Flag.ALSO_NOUN) && (!governs(units, i) || ((busy || taken) && !clear) || isAdjective(before) || opensPlain(units, i))
  if (noun && (isAdjective(before) || !endsCondition(units, i, p))) return undefined
  return toVerbs(i, i, 'finite', 'present', '', false, denies(units, p, i), Flag.PRESENT)
}

/** "New steps to build ports and clear canals were discussed": a word that opens the sentence and is no name, a noun, and the verb later. */
function opensPlain(units: readonly Unit[], i: number): boolean {
  const capital = units[0]?.name?.type === 'proper' && !units[0].name.parties.length
  if (i !== 1 || !(capital || !has(units[0], Flag.NAME | Flag.PRONOUN)) || !has(units[2], Flag.TO | Flag.PREPOSITION)) return false
  for (let k = 3; k < units.length; k++) {
    if (has(units[k], Flag.PUNCTUATION | Flag.RELATIVE | Flag.THAT)) return false
    const tells = has(units[k], Flag.MODAL) || (has(units[k], Flag.BE | Flag.HAVE) && has(units[k], Flag.PRESENT | Flag.PAST))
    if (tells) return !has(units[k - 1], Flag.PRONOUN | Flag.NAME | Flag.COORDINATOR)
  }
  return false
}

/** Longest subject of a clause that ends in its verb. */
const SUBJECT = 4

/** "if R pays, …", "when the talks end, …": between the word that opens the clause and the comma that ends it stands only its subject. */
function endsCondition(units: readonly Unit[], i: number, p: number): boolean {
  if (!isComma(units[i + 1]) || units[i]?.word.kind === 'mostly-noun') return false
  const other = Flag.PUNCTUATION | Flag.COORDINATOR | Flag.PREPOSITION | Flag.TO | AUXILIARY | Flag.ING | Flag.ADVERB | Flag.NOT
  for (let k = p; k >= 0 && k > p - SUBJECT; k--) {
    if (has(units[k], Flag.SUBORDINATOR)) return k < p && !has(units[k], Flag.PREPOSITION | Flag.THAT | Flag.RELATIVE)
    if (has(units[k], other) && !has(units[k], Flag.NAME)) return false
  }
  return false
}

/** "The two sides open a port": a base form after a plural subject, unless it is a noun. */
function barePlural(units: readonly Unit[], i: number, p: number, { taken, busy, asks, reports }: Stretch): Group | undefined {
  const unit = units[i] as Unit
  const before = units[p]
  // "Other measures in the package include:": the verb of a lead-in stands right before its colon
  const announces = units[i + 1]?.word.code === Code.COLON && unit.word.frames.some((frame) => frame.outcome === 'details')
  if (announces && !has(unit, Flag.CAPITAL)) return toVerbs(i, i, 'finite', 'present', '', false, false, Flag.BASE)
  if (!has(unit, Flag.BASE) || has(unit, Flag.CAPITAL) || !(isPlural(units, p) || (asks && !has(before, Flag.THAT)))) return undefined
  // after "confirmed that", "free and fair" is no verb: its subject would be missing
  if (has(before, Flag.THAT) && has(unitAt(units, p - 1), VERB) && !has(unitAt(units, p - 1), Flag.ALSO_NOUN)) return undefined
  if (has(unit, Flag.ALSO_NOUN) && endsCondition(units, i, p))
    return toVerbs(i, i, 'finite', 'present', '', false, denies(units, p, i), Flag.BASE)
  const pronoun = has(before, Flag.PRONOUN)
  // "drugs like these": after a noun a word that is a preposition too is that
  if (!pronoun && has(unit, Flag.PREPOSITION)) return undefined
  const starts = !taken && busy && startsClause(units, i)
  if ((taken || busy) && has(unit, Flag.ALSO_NOUN) && !pronoun && !starts && (taken || !leads(units, i))) return undefined
  // "those who help R build ships"
  if (taken && !reports && has(before, Flag.NAME)) return undefined
  if (isHelped(units, p)) return undefined
  return governs(units, i) || pronoun ? toVerbs(i, i, 'finite', 'present', '', false, denies(units, p, i), Flag.BASE) : undefined
}

/** "R and Z, in line with the plan announced in May, have agreed": an aside that a preposition opens, and an auxiliary goes on after it. */
function insideAside(units: readonly Unit[], i: number): boolean {
  let from = i - 1
  while (from > i - REACH && unitAt(units, from) && !has(unitAt(units, from), Flag.PUNCTUATION)) from--
  if (from < 1 || !isComma(units[from]) || !has(units[from + 1], Flag.PREPOSITION)) return false
  for (let k = i + 1; k < Math.min(units.length, i + REACH); k++)
    if (has(units[k], Flag.PUNCTUATION)) return isComma(units[k]) && has(units[k + 1], Flag.MODAL | Flag.BE | Flag.HAVE)
  return false
}

/** "help R and Z build ships": the names before the verb are the object of one that takes a bare verb after it. */
function isHelped(units: readonly Unit[], p: number): boolean {
  let k = p
  while (k > p - REACH && (has(unitAt(units, k), Flag.NAME | Flag.COORDINATOR | Flag.DETERMINER) || isComma(unitAt(units, k)))) k--
  const verb = unitAt(units, k)
  return k < p && verb !== undefined && has(verb, VERB) && verb.word.frames.some((frame) => frame.form === 'base')
}

/** ", and Rian leaders welcome the plan": a plural right after a comma and "and", and right before a verb with an object. */
function startsClause(units: readonly Unit[], i: number): boolean {
  if (!has(units[i + 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME)) return false
  let k = i - 1
  while (k > i - 5 && unitAt(units, k) && !has(unitAt(units, k), Flag.PUNCTUATION | Flag.COORDINATOR | Flag.PREPOSITION)) k--
  // ", and President A and Prime Minister B welcome …": two names act together
  if (k === i - 2 && has(units[i - 1], Flag.NAME) && has(unitAt(units, k - 1), Flag.NAME) && has(unitAt(units, k), Flag.COORDINATOR)) k -= 2
  return k < i - 1 && has(unitAt(units, k), Flag.COORDINATOR) && isComma(unitAt(units, k - 1))
}

/** True when a sure finite verb stands after `i` in the same stretch: then an "-ed" form before it is a participle. */
function laterFinite(units: readonly Unit[], i: number): boolean {
  const clause = has(units[i - 2], Flag.THAT)
  // "said in a statement the two sides would"
  const tells = i > 0 && isSaying((units[i - 1] as Unit).word)
  let opened = false
  for (let k = i; k < units.length; k++) {
    // "described in Article 7(d) shall"
    if (refers(units, k)) k += 3
    const unit = units[k]
    if (!unit) return false
    if (clause && governs(units, k) && (has(unit, Flag.PRESENT) || (has(unit, Flag.BASE) && isPlural(units, k - 1)))) return true
    if (has(unit, Flag.COORDINATOR) && has(units[k + 1], Flag.PARTICIPLE)) continue
    if (has(unit, Flag.COORDINATOR | Flag.RELATIVE | Flag.THAT | Flag.PUNCTUATION)) return false
    // "said on Monday they would": the later verb has a subject of its own
    if ((has(unit, Flag.MODAL) && !has(unit, Flag.CAPITAL)) || (has(unit, Flag.BE | Flag.HAVE) && has(unit, Flag.PRESENT | Flag.PAST)))
      return !has(units[k - 1], Flag.PRONOUN) && !(tells && opened)
    opened ||= tells && k > i && opensAnew(units, k)
  }
  return false
}

/** "put forward by R": the doer after a participle and its particles. */
function hasAgent(units: readonly Unit[], i: number): boolean {
  let k = i + 1
  while (k < i + 3 && has(units[k], SOFT | Flag.PREPOSITION) && units[k]?.word.code !== Code.BY) k++
  return units[k]?.word.code === Code.BY
}

/** A verb that needs an object: without one it is a participle ("the summit held in May"). */
const isTransitive = (unit: Unit): boolean => unit.word.frames.every((frame) => frame.words.length > 0 || frame.outcome === 'act')

/** ", with our banks committed to …": a participle after a noun that hangs on ", with". */
function isAbsolute(units: readonly Unit[], p: number): boolean {
  for (let k = p; k > p - REACH / 2; k--) {
    if (unitAt(units, k)?.word.code === Code.WITH) return isComma(unitAt(units, k - 1))
    if (!unitAt(units, k) || has(unitAt(units, k), Flag.PUNCTUATION | Flag.COORDINATOR | Flag.PREPOSITION | Flag.THAT)) return false
  }
  return false
}

/** "its unique convening power": an "-ing" form between the words of a noun phrase. */
export function modifiesNoun(units: readonly Unit[], i: number): boolean {
  const next = units[i + 1]
  if (!next || (next.flags !== 0 && !has(next, Flag.THAT)) || next.name || !unitAt(units, i - 1) || unitAt(units, i - 1)?.flags !== 0)
    return false
  return has(unitAt(units, i - 2), Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE) && !has(unitAt(units, i - 2), Flag.THAT)
}

/** "its divisive, disruptive, and destabilizing acts": an "-ing" form that ends a list of adjectives before a bare noun. */
export function listsAdjective(units: readonly Unit[], i: number): boolean {
  const next = units[i + 1]
  if (
    !next ||
    next.name ||
    has(next, ~(Flag.ALSO_NOUN | Flag.BASE | Flag.PRESENT | Flag.CAPITAL)) ||
    !has(unitAt(units, i - 1), Flag.COORDINATOR)
  )
    return false
  let k = i - 2
  if (isComma(unitAt(units, k))) k--
  if (!isAdjectival(unitAt(units, k))) return false
  while (isAdjectival(unitAt(units, k)) || isComma(unitAt(units, k))) k--
  return (
    has(unitAt(units, k), Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE | Flag.PREPOSITION | VERB) && !has(unitAt(units, k), Flag.BE)
  )
}

const isAdjectival = (unit: Unit | undefined): boolean => unit !== undefined && !unit.name && (unit.word.more & More.ADJECTIVAL) !== 0
