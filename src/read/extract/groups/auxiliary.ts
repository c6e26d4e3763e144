// Decides which group an auxiliary or "to" opens.

import { Code, Flag, More, VERB } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { isNounLink } from './governs.ts'
import { type Group, has, isComma, REACH, toVerbs } from './group.ts'
import { anyNot, pastAside, pastEach, pastMark, pastPhrase, pastPurpose, skip } from './skip.ts'

/** What is left of "can't" is no verb. */
const APOSTROPHE = 39

/** Flags of the verb of what must be done. */
const OWED = Flag.BASE | Flag.DO | Flag.HAVE

/** A word in small letters that the lexicon does not know. */
const isUnknown = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.name && unit.flags === 0 && unit.word.text.charCodeAt(0) !== APOSTROPHE

/** The group of a modal: "will not be reopened"; undefined where the word is a noun or a month. */
export function modalGroup(units: readonly Unit[], i: number): Group | undefined {
  // "the will" is a noun; "phase one will", "more will" and "two cuts each shall" are not
  if (
    units[i - 1]?.word.kind !== 'quantifier' &&
    has(unitAt(units, i - 1), Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE) &&
    !has(units[i - 1], Flag.THAT | Flag.PRONOUN | Flag.ADVERB) &&
    (units[i - 1]?.word.code !== Code.ONE || units[i - 2]?.word.code === Code.NO)
  )
    return undefined
  // the month of May
  if (i > 0 && has(units[i], Flag.CAPITAL) && (has(units[i + 1], Flag.NUMBER) || has(units[i - 1], Flag.PREPOSITION | Flag.NUMBER)))
    return undefined
  const modal = (units[i] as Unit).word.kind
  let k = pastEach(units, skip(units, i + 1), Flag.BASE | Flag.BE | Flag.HAVE | Flag.DO)
  k = pastMark(units, pastPhrase(units, pastAside(units, k)))
  const negated = anyNot(units, i, k)
  // "The Parties shall not:": the verbs stand in the items
  if (units[k]?.word.code === Code.COLON && k === units.length - 1)
    return toVerbs(i, i, 'finite', 'modal', modal, false, negated, Flag.BASE)
  if (has(units[k], Flag.TO)) k = skip(units, k + 1)
  // "will have to open": what must be done
  const owed = skip(units, k + 1)
  if (has(units[k], Flag.HAVE) && has(units[owed], Flag.TO) && has(units[owed + 1], OWED) && modal === 'intent')
    return toVerbs(i, owed + 1, 'finite', 'modal', 'should', false, negated, Flag.BASE)
  const had = has(units[k], Flag.HAVE) && has(units[skip(units, k + 1)], Flag.PARTICIPLE)
  if (had) k = skip(units, k + 1)
  if (has(units[k], Flag.BE)) {
    const p = skip(units, k + 1)
    if (has(units[p], Flag.PARTICIPLE)) return toVerbs(i, p, 'finite', 'modal', modal, true, negated, Flag.BASE | Flag.PARTICIPLE)
    if (has(units[p], Flag.ING)) return toVerbs(i, p, 'finite', 'modal', modal, false, negated, Flag.BASE | Flag.ING)
    if (has(units[p], Flag.DO)) return toVerbs(i, p, 'finite', 'modal', modal, true, negated, Flag.BASE | Flag.PARTICIPLE)
    return toVerbs(i, k, 'finite', 'modal', modal, false, negated, Flag.BASE)
  }
  // "Should talks show that …": a modal that opens a condition has its subject after it
  const inverted = i === 0 && has(units[i], Flag.SUBORDINATOR)
  return had || has(units[k], Flag.BASE | Flag.HAVE | Flag.DO) || (isUnknown(units[k]) && !inverted)
    ? toVerbs(i, k, 'finite', 'modal', modal, false, negated, Flag.BASE)
    : undefined
}

/** The group of "be": "was opened", "is opening", "is". */
export function beGroup(units: readonly Unit[], i: number): Group | undefined {
  const unit = units[i] as Unit
  if (!has(unit, Flag.PRESENT | Flag.PAST)) return undefined
  if (has(unit, Flag.HAVE)) {
    // "it's been", "he's opened the port": the contraction is of "have"
    const verb = skip(units, i + 1)
    const perfect = has(units[verb], Flag.BE) || has(units[verb + 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.PRONOUN)
    const owing = units[verb]?.word.kind === 'owing'
    if (has(units[verb], Flag.PARTICIPLE) && (perfect || owing)) return haveGroup(units, i)
  }
  let k = pastEach(units, skip(units, i + 1), Flag.PARTICIPLE | Flag.ING)
  const negated = anyNot(units, i, k)
  const past = has(unit, Flag.PAST)
  const being = has(units[k], Flag.BE) && has(units[k], Flag.ING)
  if (being) k = skip(units, k + 1)
  const passive = has(units[k], Flag.PARTICIPLE)
  const progressive = !passive && has(units[k], Flag.ING)
  const goesOn = (passive ? Flag.PARTICIPLE : progressive ? Flag.ING : 0) | (past ? Flag.PAST : Flag.PRESENT)
  const tense = progressive || (being && passive) ? 'progressive' : passive ? (past ? 'past' : 'present') : 'copula'
  return toVerbs(i, passive || progressive ? k : i, 'finite', tense, '', passive, negated, goesOn)
}

/** The group of "have": "has opened", "has been opened", "has to open", "has". */
export function haveGroup(units: readonly Unit[], i: number): Group | undefined {
  const unit = units[i] as Unit
  if (has(unit, Flag.ING)) return undefined
  const k = pastPurpose(units, pastEach(units, skip(units, i + 1), Flag.PARTICIPLE))
  const negated = anyNot(units, i, k)
  if (has(units[k], Flag.BE) && has(units[k], Flag.PARTICIPLE)) {
    const p = skip(units, k + 1)
    const passive = has(units[p], Flag.PARTICIPLE)
    const head = passive || has(units[p], Flag.ING) ? p : k
    return toVerbs(i, head, 'finite', head === k ? 'copula' : 'perfect', '', passive, negated, Flag.PARTICIPLE)
  }
  // "had to close", "have had to close": what was needed was done
  const needed = has(unit, Flag.PAST) ? k : has(units[k], Flag.HAVE) && has(units[k + 1], Flag.TO) ? k + 1 : -1
  const done = needed >= 0 && has(units[needed], Flag.TO) && !has(units[needed - 1], Flag.PRONOUN) ? skip(units, needed + 1) : -1
  if (done >= 0 && has(units[done], OWED))
    return toVerbs(i, done, 'finite', needed === k ? 'past' : 'perfect', '', false, negated, Flag.BASE)
  // "had to be closed": it was; "we had to be worried" tells how one felt
  const closed = done >= 0 && has(units[done], Flag.BE) && units[i - 1]?.word.code !== Code.WE ? skip(units, done + 1) : -1
  if (closed > 0 && has(units[closed], Flag.PARTICIPLE))
    return toVerbs(i, closed, 'finite', needed === k ? 'past' : 'perfect', '', true, negated, Flag.BASE | Flag.PARTICIPLE)
  if (units[k]?.word.kind === 'owing' && !has(unit, Flag.PAST)) {
    // "have got to pay": what must be done; "have got three ships": has
    const bound = owedAfter(units, k)
    if (bound > 0) return toVerbs(i, bound, 'finite', 'modal', 'should', false, negated, Flag.BASE)
    if (holdsThing(units, k + 1) || has(units[skip(units, k + 1)], Flag.TO))
      return toVerbs(i, i, 'finite', 'copula', '', false, negated, Flag.PRESENT)
  }
  // "have had talks": the participle of "have" is written as its past
  const had = has(units[k], Flag.HAVE) && has(units[k], Flag.PAST)
  if (had || has(units[k], Flag.PARTICIPLE)) return toVerbs(i, k, 'finite', 'perfect', '', false, negated, Flag.PARTICIPLE | Flag.PAST)
  const verb = skip(units, k + 1)
  // "have nothing to add"
  const owes = has(units[k], Flag.TO) && !has(units[k - 1], Flag.PRONOUN)
  // "has yet to ratify": it has not
  const awaited = owes && units.slice(i + 1, k).some(({ word }) => word.code === Code.YET)
  if (awaited && has(units[verb], Flag.BASE)) return toVerbs(i, verb, 'finite', 'perfect', '', false, true, Flag.BASE)
  // "has to do its part"; "has to do with trade" is about it, "has more to do" has something
  const does = has(units[verb], Flag.DO | Flag.HAVE) && k === i + 1 && units[verb + 1]?.word.code !== Code.WITH
  if (owes && (has(units[verb], Flag.BASE) || does)) return toVerbs(i, verb, 'finite', 'modal', 'should', false, negated, Flag.BASE)
  // "has to be stepped up"; "we have to be worried" tells how one feels
  const things = owes && !has(unit, Flag.PAST) && !has(units[i - 1], Flag.NOT) && units[i - 1]?.word.code !== Code.WE
  const owed = things && has(units[verb], Flag.BE) ? skip(units, verb + 1) : -1
  if (owed > 0 && has(units[owed], Flag.PARTICIPLE))
    return toVerbs(i, owed, 'finite', 'modal', 'should', true, negated, Flag.BASE | Flag.PARTICIPLE)
  const past = has(unit, Flag.PAST)
  return toVerbs(i, i, 'finite', past ? 'past' : 'copula', '', false, negated, past ? Flag.PAST : Flag.PRESENT)
}

/** The verb after "got to" at unit `k`, -1 where none follows ("got to the port"). */
function owedAfter(units: readonly Unit[], k: number): number {
  const to = skip(units, k + 1)
  const verb = has(units[to], Flag.TO) && toGroup(units, to) ? skip(units, to + 1) : -1
  return has(units[verb], OWED) ? verb : -1
}

/** "Got three ships": a noun phrase opens at `k`, and no verb is done to it ("got it done"), nor does it come from somebody. */
function holdsThing(units: readonly Unit[], k: number): boolean {
  if (!has(units[k], Flag.DETERMINER | Flag.NUMBER) && units[k]?.flags !== 0) return false
  let end = k
  while (end < k + REACH && units[end] && !has(units[end], Flag.PUNCTUATION) && units[end]?.word.code !== Code.FROM) end++
  return units[end]?.word.code !== Code.FROM
}

/** Outcomes of verbs of what befalls somebody, who "got to" do it once. */
const chances: ReadonlySet<string> = new Set(['perceive', 'undergo', 'report'])

/** "We got to pay": in speech "have" is left out; "I got to meet her" tells that he did. `p`: unit before the group. */
export function gotGroup(units: readonly Unit[], i: number, p: number): Group | undefined {
  const verb = owedAfter(units, i)
  // "we got to work": set about it
  const noun = has(units[verb], Flag.ALSO_NOUN) && has(units[verb + 1], Flag.PUNCTUATION | Flag.TO | Flag.PREPOSITION)
  if (verb < 0 || noun) return undefined
  const { kind, code } = (units[p] as Unit).word
  const negated = anyNot(units, p + 1, i)
  if (units[verb]?.word.frames.some(({ outcome, words }) => words.length === 0 && chances.has(outcome)))
    return toVerbs(i, verb, 'finite', 'past', '', false, negated, Flag.BASE)
  const owes = has(units[p], Flag.PRONOUN) && (kind === 'joint' || kind === 'plural') && code !== Code.I
  return owes && !negated ? toVerbs(i, verb, 'finite', 'modal', 'should', false, false, Flag.BASE) : undefined
}

/** The group of "do": "does not open"; undefined without a verb after it. */
export function doGroup(units: readonly Unit[], i: number): Group | undefined {
  const unit = units[i] as Unit
  const k = skip(units, i + 1)
  if (unit.word.kind !== 'finite' || !has(units[k], Flag.BASE)) return undefined
  return toVerbs(i, k, 'finite', has(unit, Flag.PAST) ? 'past' : 'present', '', false, anyNot(units, i, k), Flag.BASE)
}

/** The word of frame rows by which a verb governs a noun: "adhere to". */
const TO = 'to'

/** "to work of", "access to trade,": after a "to" that may be a preposition. */
function isNounAfterTo(units: readonly Unit[], k: number): boolean {
  const next = units[k + 1]
  const before = unitAt(units, k - 2)
  // "urged all sides to exercise restraint"
  if (before?.word.actor === 'joint' && next && !has(next, Flag.PUNCTUATION | Flag.COORDINATOR)) return false
  const asked =
    before?.word.frames.some((frame) => frame.form === 'to' && (frame.words.length === 0 || frame.outcome === 'proposal')) === true
  const takesNoun =
    has(before, Flag.NOUN_CUE | Flag.ALSO_NOUN) ||
    before?.word.frames.some((frame) => frame.form === 'object' && frame.words.includes(TO)) === true
  if (!next || has(next, Flag.PUNCTUATION | Flag.BE | Flag.MODAL)) return takesNoun && !asked
  // "committed to free trade": an adjective before a bare noun
  const bare =
    !next.name &&
    (next.word.more & More.ADJECTIVAL) === 0 &&
    (next.flags === 0 || (has(next, Flag.ALSO_NOUN) && !has(next, Flag.DETERMINER | Flag.PREPOSITION)))
  if (bare && units[k]?.word.kind === 'adjective' && holdsTo(before)) return true
  // "committed to dialogue and trade"
  if (has(next, Flag.COORDINATOR) && units[k]?.word.kind === 'mostly-noun') return takesNoun
  if (
    isNounLink(next) &&
    !has(units[k - 3], Flag.PRONOUN) &&
    has(units[k - 2], Flag.NOUN_CUE | Flag.BASE | Flag.PAST | Flag.PRESENT | Flag.PARTICIPLE)
  )
    return true
  if (units[k]?.word.kind !== 'mostly-noun' || !has(unitAt(units, k - 2), Flag.ALSO_NOUN)) return false
  return !has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.PREPOSITION | Flag.NUMBER | Flag.ADVERB | Flag.TO)
}

/** A word after which "to" and a noun is what one holds to: "committed", "their commitment". */
const holdsTo = (unit: Unit | undefined): boolean =>
  unit?.word.noun?.links.includes(TO) === true ||
  unit?.word.frames.some(({ form, outcome, words }) => form === 'object' && outcome === 'commitment' && words.at(-1) === TO) === true

/** "looks forward to further talks", "committed to further trade": "further" before a bare noun, after what one holds to, is no verb. */
const isMore = (units: readonly Unit[], k: number): boolean =>
  has(units[k], Flag.ADVERB) &&
  !has(units[k + 1], VERB & ~Flag.ALSO_NOUN) &&
  !has(units[k + 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.PUNCTUATION | Flag.COORDINATOR) &&
  (holdsTo(unitAt(units, k - 2)) || (has(unitAt(units, k - 2), Flag.ADVERB) && holdsTo(unitAt(units, k - 3))))

/** "to free and open seas", "to complete, verifiable disarmament": an adjective before one more. */
const joinsAdjectives = (units: readonly Unit[], k: number): boolean =>
  units[k]?.word.kind === 'adjective' && (has(units[k + 1], Flag.COORDINATOR) || (isComma(units[k + 1]) && !has(units[k + 2], VERB)))

/** Nothing that a verb would take follows. */
const endsClause = (unit: Unit | undefined): boolean => !unit || has(unit, Flag.PUNCTUATION | Flag.COORDINATOR)

/** The group that "to" opens: "to be opened"; undefined where it is a preposition. */
export function toGroup(units: readonly Unit[], i: number): Group | undefined {
  const k = skip(units, i + 1)
  const verb = units[k]
  // a word the lexicon does not know, before a determiner, is a verb after "to"
  const unknown =
    verb && !verb.name && verb.flags === 0 && has(units[k + 1], Flag.DETERMINER | Flag.POSSESSIVE) && !verb.word.text.endsWith('s')
  if (!unknown && !has(verb, Flag.BASE | Flag.BE | Flag.HAVE | Flag.DO)) return undefined
  if (has(verb, Flag.CAPITAL)) return undefined
  if (has(verb, Flag.ALSO_NOUN) && (isNounAfterTo(units, k) || joinsAdjectives(units, k))) return undefined
  if (has(verb, Flag.ADVERB) && isMore(units, k)) return undefined
  const p = has(verb, Flag.BE) ? skip(units, k + 1) : k
  const passive = p > k && has(units[p], Flag.PARTICIPLE)
  // "to be sending ships"; "to be lasting" describes
  const sends = p > k && has(units[p], Flag.ING) && !has(units[p], Flag.PREPOSITION | Flag.PARTICIPLE) && !endsClause(units[p + 1])
  const negated = has(unitAt(units, i - 1), Flag.NOT) || anyNot(units, i, k)
  return toVerbs(i, passive || sends ? p : k, 'to', 'present', '', passive, negated, Flag.BASE | Flag.TO)
}
