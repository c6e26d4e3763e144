import { Code, Flag, More, VERB } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'

/**
 * A verb group: "will not be reopened", "to open", "opening". Indexes are units; `start` is its first auxiliary
 * or "to", `head` the verb that carries the meaning.
 */
export interface Group {
  readonly start: number
  readonly head: number
  /** `loose`: a bare form after a connector, which only the clause around it can tell from a noun or participle. */
  readonly form: 'finite' | 'to' | 'ing' | 'loose'
  readonly tense: 'modal' | 'present' | 'past' | 'perfect' | 'progressive' | 'copula'
  /** Kind of the modal by the lexicon (`intent`, `binding`, `should`, `would`, `can`), '' without one. */
  readonly modal: string
  readonly passive: boolean
  readonly negated: boolean
  /** Form flags by which a verb without a subject of its own may go on from here. */
  readonly goesOn: number
}

/** True when the unit has any of the flags. */
export const has = (unit: Unit | undefined, bits: number): boolean => unit !== undefined && (unit.flags & bits) !== 0

/** Before a verb, these close a subject beyond doubt. */
const CLEAR = Flag.NAME | Flag.PRONOUN | Flag.RELATIVE | Flag.THAT
const SOFT = Flag.ADVERB | Flag.NOT
const AUXILIARY = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO
const REACH = 14
/** What follows a participle that modifies the noun before it. */
const LINKS = Flag.PREPOSITION | Flag.ADVERB | Flag.TIME | Flag.TO | Flag.PUNCTUATION | Flag.COORDINATOR | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.NOT | Flag.SUBORDINATOR | Flag.RELATIVE

/** Past adverbs, "not" and a short aside between commas to where the verb goes on. */
function skip(units: readonly Unit[], i: number): number {
  let k = i
  while (has(units[k], SOFT) && (!has(units[k], VERB & ~Flag.PARTICIPLE) || has(units[k + 1], VERB))) k++
  // "to vigorously and jointly enforce"
  if (k > i && has(units[k - 1], Flag.ADVERB) && (has(units[k], Flag.COORDINATOR) || isComma(units[k])) && has(units[k + 1], SOFT | Flag.COORDINATOR)) {
    const j = skip(units, has(units[k + 1], Flag.COORDINATOR) ? k + 2 : k + 1)
    if (has(units[j], VERB) && has(units[j - 1], Flag.ADVERB)) return j
  }
  if (!isComma(units[k])) return k
  for (let j = k + 1; j < Math.min(k + REACH, units.length); j++) {
    if (!isComma(units[j])) continue
    const verb = has(units[j + 1], VERB | Flag.BE | SOFT) && (!has(units[j + 1], Flag.ALSO_NOUN) || (has(units[i - 1], Flag.MODAL) && has(units[j + 1], Flag.BASE) && governs(units, j + 1)))
    return verb ? skip(units, j + 1) : k
  }
  return k
}

/** A mark stronger than a comma: semicolon, colon, dash. */
export const isStrongMark = (code: number | undefined): boolean => code === Code.SEMICOLON || code === Code.COLON || code === Code.DASH

/** A preposition that links a noun to what it is of: "of", "in", "between". */
const isNounLink = (unit: Unit): boolean => unit.word.code === Code.OF || unit.word.code === Code.IN || unit.word.code === Code.BETWEEN

/** A plain comma. */
export const isComma = (unit: Unit | undefined): boolean => unit !== undefined && unit.word.code === Code.COMMA

/**
 * True when the word at `i`, which may be a verb or a noun, stands before something that a verb would govern.
 */
export function governs(units: readonly Unit[], i: number): boolean {
  const unit = units[i]
  if (!has(unit, Flag.ALSO_NOUN)) return true
  const next = units[i + 1]
  if (!next || has(next, Flag.PUNCTUATION | Flag.COORDINATOR | Flag.BE | Flag.MODAL | Flag.HAVE)) return false
  // "the challenges that make …": what stands before a "that" which is itself a subject is a noun
  if (has(next, Flag.THAT) && has(units[i + 2], VERB | Flag.MODAL | Flag.BE | Flag.HAVE) && !has(units[i + 2], Flag.ALSO_NOUN | Flag.ING | Flag.NAME)) return false
  // "The two sides call on Z to …": after a subject, a verb that its own frames lead to the preposition
  if (leads(units, i)) return true
  // "exchanges need to be widened": the verb is the next word
  if (has(next, Flag.BASE) && has(units[i + 2], Flag.TO) && next.word.frames.some((frame) => frame.outcome === 'obligation')) return false
  const mostly = unit?.word.kind === 'mostly-noun' || unit?.word.kind === 'adjective'
  if (has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.THAT | Flag.NUMBER)) return true
  if (has(next, Flag.TO)) return !mostly || unit?.word.frames.some((frame) => frame.form === 'to' && frame.words.length === 0) === true
  if (has(next, Flag.ADVERB)) return !mostly
  if (mostly) return false
  if (has(next, Flag.PREPOSITION)) return !isNounLink(next) && !unit?.word.noun?.links.includes(next.word.text)
  return !has(next, VERB & ~(Flag.ING | Flag.PARTICIPLE | Flag.ALSO_NOUN)) || has(next, Flag.ALSO_NOUN)
}

/** "The two sides call on Z": after a subject, a verb whose own frames go on with the preposition after it. */
function leads(units: readonly Unit[], i: number): boolean {
  const next = units[i + 1]
  return has(next, Flag.PREPOSITION) && endsSubject(units, i) && units[i]?.word.frames.some((frame) => frame.words[0] === next?.word.text) === true
}

/** What stands before a word that may be verb or noun is a name, or a plural before a plural verb: no adjective or article. */
function endsSubject(units: readonly Unit[], i: number): boolean {
  const before = units[i - 1]
  if (!before || has(before, Flag.DETERMINER | Flag.PREPOSITION | Flag.GENITIVE | Flag.POSSESSIVE) || before.name?.type === 'adjective') return false
  return has(before, Flag.NAME | Flag.CAPITAL) || (has(units[i], Flag.BASE) && isPlural(units, i - 1))
}

/** True when a finite verb may follow: the unit can close a subject. */
function closesSubject(unit: Unit | undefined): boolean {
  if (!unit) return false
  if (has(unit, Flag.NAME | Flag.PRONOUN | Flag.NUMBER | Flag.TIME | Flag.RELATIVE | Flag.THAT)) return true
  const function_ = Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION | Flag.TO | AUXILIARY | Flag.GENITIVE | Flag.SUBORDINATOR
  if (has(unit, function_)) return unit.word.kind === 'quantifier'
  return !has(unit, Flag.PUNCTUATION | Flag.COORDINATOR) || unit.word.code === Code.CLOSE || isComma(unit)
}

/** True when a bare verb may be the plural present after the unit. */
function isPlural(units: readonly Unit[], p: number): boolean {
  const unit = units[p]
  if (!unit) return false
  if (has(unit, Flag.PRONOUN)) return unit.word.kind === 'joint' || unit.word.kind === 'plural'
  if (has(unit, Flag.RELATIVE | Flag.THAT)) return true
  if (unit.name) {
    if (unit.name.parties.length > 1 || unit.name.ref.endsWith('s') || unit.name.type === 'state' || unit.name.type === 'body') return true
    for (let k = Math.max(0, p - 4); k < p; k++) if (has(units[k], Flag.COORDINATOR)) return true
    return false
  }
  const other = Flag.DETERMINER | Flag.PREPOSITION | Flag.GENITIVE | Flag.ADVERB | Flag.BE | Flag.HAVE
  return unit.word.text.endsWith('s') && !has(unit, other)
}

/** The adjective of a state closes no subject. */
const isAdjective = (unit: Unit | undefined): boolean => unit?.name?.type === 'adjective'

/** Every group is made here, so that all have one shape. */
export const toVerbs = (start: number, head: number, form: Group['form'], tense: Group['tense'], modal: string, passive: boolean, negated: boolean, goesOn: number): Group => ({
  start, head, form, tense, modal, passive, negated, goesOn,
})
const anyNot = (units: readonly Unit[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (has(units[k], Flag.NOT)) return true
  return false
}

/** A word in small letters that the lexicon does not know. */
const isUnknown = (unit: Unit | undefined): boolean => unit !== undefined && !unit.name && unit.flags === 0

/** Past the mark of a list between a modal and its first verb: "will: (i) lift …". */
function pastMark(units: readonly Unit[], k: number): number {
  let at = isStrongMark(units[k]?.word.code) ? k + 1 : k
  const open = units[at]?.word.code === Code.OPEN ? 1 : 0
  if (!has(units[at + open], Flag.PUNCTUATION) && units[at + open + 1]?.word.code === Code.CLOSE) at += open + 2
  return has(units[at], Flag.BASE | Flag.BE | Flag.HAVE | Flag.NOT) ? skip(units, at) : k
}

/** Past an aside between a modal and a phrase of manner: "shall, subject to Article 4, without delay grant". */
function pastAside(units: readonly Unit[], k: number): number {
  if (!isComma(units[k])) return k
  for (let j = k + 1; j < Math.min(k + REACH, units.length); j++) {
    if (!isComma(units[j])) continue
    const verb = pastPhrase(units, j + 1)
    return verb > j + 1 ? verb : k
  }
  return k
}

/** Past "on a regular basis" between a modal and its verb; `k` where none stands. */
function pastPhrase(units: readonly Unit[], k: number): number {
  if (!has(units[k], Flag.PREPOSITION) || has(units[k], VERB)) return k
  for (let j = k + 2; j < Math.min(k + REACH / 2, units.length); j++) {
    if (has(units[j], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TO | AUXILIARY)) return k
    if (has(units[j], Flag.BASE) && governs(units, j) && !has(units[j - 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION | Flag.GENITIVE)) return j
  }
  return k
}

function modalGroup(units: readonly Unit[], i: number): Group | undefined {
  // "the will" is a noun; "phase one will" is not
  if (has(units[i - 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE) && !has(units[i - 1], Flag.THAT | Flag.PRONOUN) && (units[i - 1]?.word.code !== Code.ONE || units[i - 2]?.word.code === Code.NO)) return undefined
  // the month of May
  if (i > 0 && has(units[i], Flag.CAPITAL) && has(units[i + 1], Flag.NUMBER)) return undefined
  const modal = (units[i] as Unit).word.kind
  let k = skip(units, i + 1)
  k = pastMark(units, pastPhrase(units, pastAside(units, k)))
  const negated = anyNot(units, i, k)
  // "The Parties shall not:": the verbs stand in the items
  if (units[k]?.word.code === Code.COLON && k === units.length - 1) return toVerbs(i, i, 'finite', 'modal', modal, false, negated, Flag.BASE)
  if (has(units[k], Flag.TO)) k = skip(units, k + 1)
  if (has(units[k], Flag.HAVE) && has(units[skip(units, k + 1)], Flag.PARTICIPLE)) k = skip(units, k + 1)
  if (has(units[k], Flag.BE)) {
    const p = skip(units, k + 1)
    if (has(units[p], Flag.PARTICIPLE)) return toVerbs(i, p, 'finite', 'modal', modal, true, negated, Flag.BASE | Flag.PARTICIPLE)
    if (has(units[p], Flag.ING)) return toVerbs(i, p, 'finite', 'modal', modal, false, negated, Flag.BASE | Flag.ING)
    return toVerbs(i, k, 'finite', 'modal', modal, false, negated, Flag.BASE)
  }
  return has(units[k], Flag.BASE | Flag.HAVE | Flag.DO) || isUnknown(units[k]) ? toVerbs(i, k, 'finite', 'modal', modal, false, negated, Flag.BASE) : undefined
}

function beGroup(units: readonly Unit[], i: number): Group | undefined {
  const unit = units[i] as Unit
  if (!has(unit, Flag.PRESENT | Flag.PAST)) return undefined
  if (has(unit, Flag.HAVE)) {
    // "it's been", "he's opened the port": the contraction is of "have"
    const verb = skip(units, i + 1)
    const perfect = has(units[verb], Flag.BE) || has(units[verb + 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.PRONOUN)
    if (has(units[verb], Flag.PARTICIPLE) && perfect) return haveGroup(units, i)
  }
  let k = skip(units, i + 1)
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

function haveGroup(units: readonly Unit[], i: number): Group | undefined {
  const unit = units[i] as Unit
  if (has(unit, Flag.ING)) return undefined
  const k = skip(units, i + 1)
  const negated = anyNot(units, i, k)
  if (has(units[k], Flag.BE) && has(units[k], Flag.PARTICIPLE)) {
    const p = skip(units, k + 1)
    const passive = has(units[p], Flag.PARTICIPLE)
    const head = passive || has(units[p], Flag.ING) ? p : k
    return toVerbs(i, head, 'finite', head === k ? 'copula' : 'perfect', '', passive, negated, Flag.PARTICIPLE)
  }
  if (has(units[k], Flag.PARTICIPLE)) return toVerbs(i, k, 'finite', 'perfect', '', false, negated, Flag.PARTICIPLE | Flag.PAST)
  const verb = skip(units, k + 1)
  if (has(units[k], Flag.TO) && has(units[verb], Flag.BASE)) return toVerbs(i, verb, 'finite', 'modal', 'should', false, negated, Flag.BASE)
  return toVerbs(i, i, 'finite', has(unit, Flag.PAST) ? 'past' : 'copula', '', false, negated, has(unit, Flag.PAST) ? Flag.PAST : Flag.PRESENT)
}

function doGroup(units: readonly Unit[], i: number): Group | undefined {
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
  const before = units[k - 2]
  const asked = before?.word.frames.some((frame) => frame.form === 'to' && (frame.words.length === 0 || frame.outcome === 'proposal')) === true
  const takesNoun = has(before, Flag.NOUN_CUE | Flag.ALSO_NOUN) || before?.word.frames.some((frame) => frame.form === 'object' && frame.words.includes(TO)) === true
  if (!next || has(next, Flag.PUNCTUATION | Flag.BE | Flag.MODAL)) return takesNoun && !asked
  if (isNounLink(next) && !has(units[k - 3], Flag.PRONOUN) && has(units[k - 2], Flag.NOUN_CUE | Flag.BASE | Flag.PAST | Flag.PRESENT | Flag.PARTICIPLE)) return true
  if (units[k]?.word.kind !== 'mostly-noun' || !has(units[k - 2], Flag.ALSO_NOUN)) return false
  return !has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.PREPOSITION | Flag.NUMBER | Flag.ADVERB | Flag.TO)
}

function toGroup(units: readonly Unit[], i: number): Group | undefined {
  const k = skip(units, i + 1)
  const verb = units[k]
  // a word the lexicon does not know, before a determiner, is a verb after "to"
  const unknown = verb && !verb.name && verb.flags === 0 && has(units[k + 1], Flag.DETERMINER | Flag.POSSESSIVE) && !verb.word.text.endsWith('s')
  if (!unknown && !has(verb, Flag.BASE | Flag.BE | Flag.HAVE | Flag.DO)) return undefined
  if (has(verb, Flag.CAPITAL)) return undefined
  if (has(verb, Flag.ALSO_NOUN) && (isNounAfterTo(units, k) || (verb?.word.kind === 'adjective' && has(units[k + 1], Flag.COORDINATOR)))) return undefined
  const p = has(verb, Flag.BE) ? skip(units, k + 1) : k
  const passive = p > k && has(units[p], Flag.PARTICIPLE)
  const negated = has(units[i - 1], Flag.NOT) || anyNot(units, i, k)
  return toVerbs(i, passive ? p : k, 'to', 'present', '', passive, negated, Flag.BASE | Flag.TO)
}

/** True when a sure finite verb stands after `i` in the same stretch: then an "-ed" form before it is a participle. */
function laterFinite(units: readonly Unit[], i: number): boolean {
  const clause = has(units[i - 2], Flag.THAT)
  for (let k = i; k < units.length; k++) {
    const unit = units[k] as Unit
    if (clause && governs(units, k) && (has(unit, Flag.PRESENT) || (has(unit, Flag.BASE) && isPlural(units, k - 1)))) return true
    if (has(unit, Flag.COORDINATOR) && has(units[k + 1], Flag.PARTICIPLE)) continue
    if (has(unit, Flag.COORDINATOR | Flag.RELATIVE | Flag.THAT | Flag.PUNCTUATION)) return false
    // "said on Monday they would": the later verb has a subject of its own
    if ((has(unit, Flag.MODAL) && !has(unit, Flag.CAPITAL)) || (has(unit, Flag.BE | Flag.HAVE) && has(unit, Flag.PRESENT | Flag.PAST))) return !has(units[k - 1], Flag.PRONOUN)
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
    if (units[k]?.word.code === Code.WITH) return isComma(units[k - 1])
    if (!units[k] || has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.PREPOSITION | Flag.THAT)) return false
  }
  return false
}

/** A finite verb without auxiliary, right after its subject. */
function bareFinite(units: readonly Unit[], i: number, p: number, state: Stretch): Group | undefined {
  const { taken, busy, reports } = state
  const unit = units[i] as Unit
  const before = units[p]
  const next = units[i + 1]
  // an "-ed" word that the lexicon does not know, between a subject and an object
  const unknown = has(unit, Flag.PARTICIPLE) && (unit.word.more & More.KNOWN) === 0 && has(before, Flag.PRONOUN | Flag.NAME) && has(next, Flag.DETERMINER | Flag.POSSESSIVE)
  if (has(unit, Flag.PAST) || unknown) {
    if (p < i - 1 && has(before, Flag.DETERMINER)) return undefined
    const object = has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.THAT | Flag.TO)
    const ambiguous = has(unit, Flag.PARTICIPLE)
    if (ambiguous && (next?.word.code === Code.BY || isAbsolute(units, p))) return undefined
    // "the help needed to open a port": after the object of another verb a participle asks for its own verb
    const asks = has(next, Flag.TO) && busy && !has(before, CLEAR) && !unit.word.frames.some((frame) => frame.form === 'to' && frame.outcome === 'commitment')
    // ", the leaders announced plans": a noun phrase right after a comma, and a noun right after the verb
    const opens = isComma(units[p - 2]) && has(units[p - 1], Flag.DETERMINER) && unit.word.frames.length > 0 && next !== undefined && (!has(next, VERB) || has(next, Flag.ALSO_NOUN)) && !has(next, LINKS)
    const sure = !ambiguous || (object && !asks) || opens
    if (taken && (!sure || !has(before, Flag.PRONOUN | Flag.RELATIVE | Flag.THAT | (ambiguous && !reports ? 0 : Flag.NAME)))) return undefined
    if ((busy || taken) && ambiguous && has(next, Flag.TO) && has(before, Flag.NUMBER | Flag.TIME)) return undefined
    if (!sure && busy && isTransitive(unit) && has(next, Flag.PREPOSITION) && next?.word.code !== Code.WITH) return undefined
    if (!sure && ((busy && !(reports && has(before, CLEAR))) || hasAgent(units, i) || laterFinite(units, i + 1))) return undefined
    return toVerbs(i, i, 'finite', 'past', '', false, false, Flag.PAST)
  }
  if (has(unit, Flag.PRESENT) && !has(before, Flag.NUMBER)) {
    // "the sponsors of these acts": no verb in -s after a plural pronoun
    if (has(unit, Flag.ALSO_NOUN) && !has(unit, Flag.BASE) && before?.word.kind === 'plural') return undefined
    if (has(unit, Flag.ALSO_NOUN) && (!governs(units, i) || ((busy || taken) && !has(before, CLEAR)) || isAdjective(before))) return undefined
    return toVerbs(i, i, 'finite', 'present', '', false, false, Flag.PRESENT)
  }
  if (!has(unit, Flag.BASE) || has(unit, Flag.CAPITAL) || !(isPlural(units, p) || (state.asks && !has(before, Flag.THAT)))) return undefined
  // after "confirmed that", "free and fair" is no verb: its subject would be missing
  if (has(before, Flag.THAT) && has(units[p - 1], VERB) && !has(units[p - 1], Flag.ALSO_NOUN)) return undefined
  const pronoun = has(before, Flag.PRONOUN)
  if ((taken || busy) && has(unit, Flag.ALSO_NOUN) && !pronoun && (taken || !leads(units, i))) return undefined
  // "those who help R build ships"
  if (taken && !state.reports && has(before, Flag.NAME)) return undefined
  return governs(units, i) || pronoun ? toVerbs(i, i, 'finite', 'present', '', false, false, Flag.BASE) : undefined
}

/** "its unique convening power": an "-ing" form between the words of a noun phrase. */
function modifiesNoun(units: readonly Unit[], i: number): boolean {
  const next = units[i + 1]
  if (!next || (next.flags !== 0 && !has(next, Flag.THAT)) || next.name || !units[i - 1] || units[i - 1]?.flags !== 0) return false
  return has(units[i - 2], Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE) && !has(units[i - 2], Flag.THAT)
}

const connects = (unit: Unit | undefined): boolean => !unit || has(unit, Flag.COORDINATOR) || (has(unit, Flag.PUNCTUATION) && unit.word.code !== Code.CLOSE)

/** "(ii)", "b)": a mark of a list ends at `k`. */
function endsMark(units: readonly Unit[], k: number): boolean {
  const label = units[k - 1]
  if (units[k]?.word.code !== Code.CLOSE || !label || label.to - label.from > 4 || has(label, Flag.PUNCTUATION)) return false
  return units[k - 2]?.word.code === Code.OPEN || connects(units[k - 2])
}

/** The verb group at `i`, by its own words and its neighbours. */
function groupAt(units: readonly Unit[], i: number, state: Stretch): Group | undefined {
  const unit = units[i] as Unit
  if (has(unit, Flag.NAME)) return undefined
  if (has(unit, AUXILIARY)) {
    const group = has(unit, Flag.MODAL) ? modalGroup(units, i) : has(unit, Flag.BE) ? beGroup(units, i) : has(unit, Flag.HAVE) ? haveGroup(units, i) : doGroup(units, i)
    if (group) return group
  }
  if (has(unit, Flag.TO)) return toGroup(units, i)
  if (!has(unit, VERB)) return undefined
  if (has(unit, Flag.ADVERB) && (has(units[i + 1], VERB) || (i > 0 && has(units[i + 1], Flag.PUNCTUATION)))) return undefined
  let p = i - 1
  while (p >= 0 && has(units[p], SOFT)) p--
  const before = units[p]
  if (has(unit, Flag.ING)) {
    if (has(unit, Flag.CAPITAL) && p >= 0) return undefined
    if (has(units[i - 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE) || has(unit, Flag.PREPOSITION)) return undefined
    if (units[i + 1]?.word.code === Code.OF || modifiesNoun(units, i)) return undefined
    return toVerbs(i, i, 'ing', 'present', '', false, false, Flag.ING)
  }
  if (connects(before) || endsMark(units, p)) {
    const bare = unit.flags & (Flag.BASE | Flag.PRESENT | Flag.PAST | Flag.PARTICIPLE)
    if (!bare || has(unit, Flag.PREPOSITION) || (p >= 0 && has(unit, Flag.CAPITAL))) return undefined
    return toVerbs(i, i, 'loose', has(unit, Flag.PAST) ? 'past' : 'present', '', false, false, bare)
  }
  return closesSubject(before) ? bareFinite(units, i, p, state) : undefined
}

/** What the stretch since the last connector holds. */
interface Stretch {
  /** Its finite verb. */
  taken: boolean
  /** Some verb, whose object a word that is also a noun would be. */
  busy: boolean
  /** No verb stands between the last clause opener and here. */
  joined: boolean
  /** A verb that asks was followed by "that": a bare verb is what is asked. */
  asks: boolean
  /** Its last verb reports clauses: a name after it may be a subject. */
  reports: boolean
}

/** All verb groups of a sentence, in order. */
export function findGroups(units: readonly Unit[]): Group[] {
  const groups: Group[] = []
  const state: Stretch = { taken: false, busy: false, joined: true, asks: false, reports: true }
  let asking = false
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit
    if (has(unit, Flag.PUNCTUATION | Flag.COORDINATOR | Flag.RELATIVE | Flag.THAT | Flag.SUBORDINATOR)) {
      state.taken = false
      // an object goes on over "and"; a new clause begins with its own opener
      if (has(unit, Flag.THAT)) state.asks = asking
      if (has(unit, Flag.RELATIVE | Flag.THAT | Flag.SUBORDINATOR) || isStrongMark(unit.word.code)) state.busy = false
      state.joined = !state.busy
      state.reports = true
    }
    const group = groupAt(units, i, state)
    if (!group) continue
    groups.push(group)
    const opens = groups.length === 1 && has(unit, Flag.PRESENT) && !has(unit, Flag.BASE) && governs(units, i)
    if (group.form !== 'loose' || !has(unit, Flag.ALSO_NOUN) || opens) state.busy = true
    const { frames, more } = (units[group.head] as Unit).word
    state.reports = (more & More.TAKES_CLAUSE) !== 0
    asking = state.reports && frames.some((frame) => frame.form === 'that' && frame.outcome === 'request')
    if (group.form === 'finite') state.asks = false
    if (group.form === 'finite') state.taken = true
    i = group.head
  }
  return groups
}
