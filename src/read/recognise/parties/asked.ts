import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Flag } from '../../../lexicon/word.ts'
import type { Context } from '../../context.ts'
import { type Unit, unitAt } from '../units.ts'
import { headOf } from './bodies.ts'
import { as, type Memory, nobody, type Subject, unique } from './memory.ts'
import { isOrganisation, ownOrganisation } from './organs.ts'
import { Phrase } from './phrase.ts'
import { office } from './resolve.ts'
import type { Site } from './site.ts'
import { phraseName } from './things.ts'
import { Is, isA, partyWords } from './words.ts'

/** Who is asked to act: states and bodies by id, "both sides" as the parties of the text, officials as their state, else the phrase itself. */
export function resolveAsked(
  units: readonly Unit[],
  from: number,
  to: number,
  context: Context,
  memory: Memory,
  vocabulary: Vocabulary,
  text: string,
): Subject {
  const site: Site = { units, context, memory, vocabulary, words: partyWords(vocabulary), text }
  const again = againAt(units, from, to)
  const last = resolveOne(site, again < 0 ? from : again + 1, to)
  if (again < 0) return last
  const first = resolveAsked(units, from, again - 1, context, memory, vocabulary, text)
  if (!first.parties.length || !last.parties.length) return first.parties.length ? first : last
  return {
    parties: unique([...first.parties, ...last.parties]),
    kind: 'party',
    name: text.slice((units[from] as Unit).from, (units[to - 1] as Unit).to),
    rule: 'party/asked',
  }
}

/** "on R and on Z": unit after the last "and" at which the preposition before the first stands again; -1 where it does not. */
function againAt(units: readonly Unit[], from: number, to: number): number {
  const link = unitAt(units, from - 1)
  if (!link || !(link.flags & (Flag.PREPOSITION | Flag.TO))) return -1
  for (let k = to - 2; k > from; k--) if (units[k]?.word === link.word && (units[k - 1] as Unit).flags & Flag.COORDINATOR) return k
  return -1
}

/** One of those who are asked, or several under one preposition. */
function resolveOne(site: Site, from: number, to: number): Subject {
  const { units, context, memory, vocabulary, words, text } = site
  let start = from
  while (start < to && isLead(units[start] as Unit)) start++
  let stop = to
  while (stop > start && (units[stop - 1] as Unit).flags & (Flag.NOT | Flag.PUNCTUATION | Flag.TO)) stop--
  // "those states that have not signed"
  let limited = false
  for (let k = start + 1; k < stop; k++) {
    limited = ((units[k] as Unit).flags & (Flag.RELATIVE | Flag.THAT)) !== 0
    if (limited) stop = k
  }
  if (start >= stop) return nobody
  const phrase = new Phrase(site, start, stop).scan()
  const name = text.slice((units[start] as Unit).from, (units[stop - 1] as Unit).to)
  const { stated, modifiers, headClass } = phrase
  if (phrase.known && phrase.officials === 1) return as(phrase.known, { rule: 'party/asked' })
  if (stated.length && (!phrase.head || headClass)) return { parties: unique(stated), kind: 'party', name, rule: 'party/asked' }
  if ((headClass === 'side' || headClass === 'official') && modifiers.length)
    return { parties: unique(modifiers), kind: 'party', name, rule: 'party/asked' }
  // "asked R's Foreign Ministry": an organ of a state is that state
  if (modifiers.length === 1 && phrase.named && vocabulary.actors.get(headOf(phrase.named)) === 'side')
    return { parties: unique(modifiers), kind: 'party', name, rule: 'party/asked' }
  const pronoun = isA(words, phrase.pronoun, Is.they | Is.first)
  const outside = areOthers(site, phrase, start, stop)
  const plain = headClass === 'joint' && !outside && (pronoun || (!limited && plainJoint(site, phrase, start)))
  // a body asks others by "them"
  if (isA(words, phrase.pronoun, Is.they) && ownOrganisation(context, vocabulary) !== undefined) return nobody
  // "we urge both sides": one who speaks alone does not ask himself
  const alone = context.turns && !pronoun && phrase.count === 2 && memory.speaker?.parties.length === 1
  if (plain && alone && memory.others?.length === 2) return { parties: memory.others, kind: 'joint', name, rule: 'party/last-named' }
  if (plain && !alone)
    return {
      parties: modifiers.length > 1 ? unique(modifiers) : (memory.meeting ?? context.parties),
      kind: 'joint',
      name,
      rule: 'party/asked-together',
    }
  if (stop - start === 1 && phrase.pronoun && !pronoun) return addressee(units[start] as Unit, context, memory, name)
  // "calling for joint efforts to …"
  if (unitAt(units, phrase.headAt)?.word.kind === 'light' && !stated.length && !modifiers.length)
    return phrase.marks & Is.shared
      ? { parties: memory.meeting ?? context.parties, kind: 'joint', name, rule: 'party/asked-together' }
      : nobody
  if (phrase.role !== '' || headClass === 'official') {
    const holder = office(site, phrase, name)
    if (holder.parties.length) return as(holder, { rule: 'party/asked' })
  }
  return {
    parties: [phraseName(site, start, stop, phrase.headAt >= 0 ? phrase.headAt : phrase.namedAt)],
    kind: 'body',
    name,
    rule: 'party/asked-by-name',
  }
}

/**
 * "our partners", "the parties to the war", and in the text of one body "the parties", "both sides": others than those who ask, since a body
 * asks no two sides of itself.
 */
function areOthers({ units, words, context, vocabulary }: Site, phrase: Phrase, from: number, to: number): boolean {
  const { head, headAt } = phrase
  const { word } = units[from] as Unit
  if (words.outsiders.has(head)) return headAt > from && isA(words, word.text, Is.first)
  if (!words.opposed.has(head) || isA(words, word.text, Is.first)) return false
  if (ownOrganisation(context, vocabulary) !== undefined) return true
  if (phrase.count || !((units[headAt + 1]?.flags ?? 0) & Flag.TO)) return false
  let at = headAt + 2
  while (at < to && (units[at] as Unit).flags & (Flag.DETERMINER | Flag.POSSESSIVE)) at++
  const whose = units[at] as Unit
  return at < to && !whose.name && whose.word.actor !== 'instrument' && whose.word.actor !== 'body'
}

/** "invited him to visit": not the one who speaks, so the other of two parties; "it": what was named last. */
function addressee(unit: Unit, context: Context, memory: Memory, name: string): Subject {
  if (unit.word.kind === 'it') return memory.single?.parties.length === 1 ? { ...memory.single, rule: 'party/asked' } : nobody
  return memory.person ? otherThan(context, memory.person.parties, name) : nobody
}

const isLead = (unit: Unit): boolean =>
  !unit.name && (unit.flags & (Flag.PREPOSITION | Flag.PUNCTUATION | Flag.THAT)) !== 0 && !(unit.flags & Flag.DETERMINER)

/** "both sides", "the two countries", "Participants": nothing but an article or a number before the head, and not "all". */
function plainJoint({ units, words }: Site, phrase: Phrase, from: number): boolean {
  if (phrase.ofParties || phrase.possessor) return false
  for (let k = from; k < phrase.headAt; k++) {
    const word = (units[k] as Unit).word.text
    if (!isA(words, word, Is.article | Is.count)) return false
  }
  const first = units[from] as Unit
  return phrase.headAt > from || (first.flags & Flag.CAPITAL) !== 0 || isA(words, first.word.text, Is.count)
}

/** A request for a thing goes to the other of two parties: "R requested early access" asks Z. */
export function otherThan(context: Context, asker: readonly string[], name = ''): Subject {
  const rest = context.parties.filter((party) => !asker.includes(party))
  if (asker.length !== 1 || context.parties.length !== 2 || rest.length !== 1) return nobody
  return { parties: rest, kind: 'party', name, rule: 'party/asked-other' }
}

/**
 * Whom a proposal without an object asks: the other side by "requested early access" (`act` is the asking verb itself),
 * all by "proposed launching a forum". Units `from` to `to` are the statement's words up to its cue.
 */
export function addressedBy(
  units: readonly Unit[],
  from: number,
  to: number,
  act: string,
  asker: readonly string[],
  context: Context,
  vocabulary: Vocabulary,
): Subject | undefined {
  const words = partyWords(vocabulary)
  if (isA(words, act, Is.request)) {
    const other = otherThan(context, asker)
    return other.parties.length ? other : undefined
  }
  if (context.parties.length < 2) return undefined
  for (let i = from; i <= to; i++) {
    if (!isA(words, units[i]?.word.lemma ?? '', Is.propose) || !((units[i + 1]?.flags ?? 0) & Flag.ING)) continue
    return { parties: context.parties, kind: 'joint', name: '', rule: 'party/proposed-together' }
  }
  return undefined
}

/**
 * "The talks were held", "issues were discussed": an act of all parties when no doer is named. `from` to `to` is the subject,
 * `act` the verb's base form; `any`: whatever the verb is ("satisfaction was expressed").
 */
export function gathered(
  units: readonly Unit[],
  from: number,
  to: number,
  act: string,
  context: Context,
  vocabulary: Vocabulary,
  any = false,
): Subject | undefined {
  // "the tenth meeting was held": of an organisation, in its own text
  if (context.parties.length < 2 && !isOrganisation(context.parties[0], vocabulary)) return undefined
  const words = partyWords(vocabulary)
  // "President A was briefed": what was done to one is no act of all
  if (!any && isSomebody(units, from, to)) return undefined
  if (any || isA(words, act, Is.gathering)) return { parties: context.parties, kind: 'joint', name: '', rule: 'party/gathering' }
  let head = ''
  for (let i = from; i < to; i++) {
    const unit = units[i] as Unit
    if (unit.flags & (Flag.NUMBER | Flag.TIME) || unit.word.text === ',') {
      head = ''
      continue
    }
    if (unit.flags & Flag.PREPOSITION && head) break
    if (unit.name) head = unit.name.type === 'mechanism' || isA(words, headOf(unit.name.ref), Is.gathering) ? headOf(unit.name.ref) : head
    else if (!(unit.flags & (Flag.DETERMINER | Flag.PREPOSITION | Flag.BE | Flag.HAVE | Flag.ADVERB))) head = unit.word.text
  }
  return isA(words, head, Is.gathering) ? { parties: context.parties, kind: 'joint', name: head, rule: 'party/gathering' } : undefined
}

const somebody = new Set(['state', 'person', 'role', 'body'])

/** The phrase names somebody before it says of what: "President A", "Minister B of R". */
function isSomebody(units: readonly Unit[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { name, flags } = units[at] as Unit
    if (flags & Flag.PREPOSITION) return false
    if (name && somebody.has(name.type)) return !((units[at + 1]?.flags ?? 0) & Flag.GENITIVE) && at + 1 >= headEnd(units, at, to)
  }
  return false
}

/** Where the noun phrase at `from` ends: before a preposition or a verb. */
function headEnd(units: readonly Unit[], from: number, to: number): number {
  let at = from + 1
  while (at < to && !((units[at] as Unit).flags & (Flag.PREPOSITION | Flag.PUNCTUATION | Flag.BE | Flag.HAVE | Flag.MODAL))) at++
  return at
}
