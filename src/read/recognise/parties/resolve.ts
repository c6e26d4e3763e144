import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Context } from '../../context.ts'
import { type Unit, unitAt } from '../units.ts'
import { counted, joint } from './joint.ts'
import { as, type Memory, nobody, type Subject, unique } from './memory.ts'
import { higherOffice, namesPerson, ownOffice } from './offices.ts'
import { Phrase } from './phrase.ts'
import { pronoun } from './pronouns.ts'
import { find, MEMBERS, type Site, speakerOf, together } from './site.ts'
import { instrument, thing } from './things.ts'
import { Is, isA, partyWords } from './words.ts'

/** Resolves the units of a noun phrase to parties. Adjectives and owners bind only where the head says so. */
export function resolveSubject(
  units: readonly Unit[],
  from: number,
  to: number,
  context: Context,
  memory: Memory,
  vocabulary: Vocabulary,
  text: string,
): Subject {
  if (from >= to) return nobody
  const site: Site = { units, context, memory, vocabulary, words: partyWords(vocabulary), text }
  if (to - from > 2 && (units[to - 1] as Unit).flags & Flag.PRONOUN && (units[to - 2] as Unit).word.text === ',') from = to - 1
  if (to - from > 2 && isTimed(units, to - 1)) from = to - 1
  if (to - from === 2 && (units[from] as Unit).flags & Flag.ADVERB && (units[to - 1] as Unit).flags & Flag.PRONOUN) from++
  const lone = to - from === 1 || (to - from === 2 && (units[to - 1] as Unit).flags & Flag.ADVERB) ? pronoun(site, from, to) : undefined
  if (lone) return lone
  const inside = ourBody(site, from, to) ?? ourselves(site, from, to) ?? besideHim(site, from, to)
  if (inside) return inside
  const phrase = new Phrase(site, from, to).scan()
  const name = text.slice((units[from] as Unit).from, (units[to - 1] as Unit).to)
  return decide(site, phrase, name, from, to)
}

/** "He and Minister A of R": he, and whoever stands beside him. */
function besideHim(site: Site, from: number, to: number): Subject | undefined {
  const { units, context, memory, vocabulary, words, text } = site
  const { word, flags } = units[from] as Unit
  if (word.kind !== 'single' || !(flags & Flag.PRONOUN) || to - from < 3 || !((units[from + 1] as Unit).flags & Flag.COORDINATOR))
    return undefined
  const he = pronoun(site, from, from + 1)
  if (!he?.parties.length) return undefined
  const beside = resolveSubject(units, from + 2, to, context, memory, vocabulary, text)
  // "he and his wife", "he and I": nobody of another side, or told elsewhere
  const { flags: own } = units[from + 2] as Unit
  const peer = beside.kind === 'official' || isA(words, (units[to - 1] as Unit).word.text, Is.counterpart)
  if (!beside.parties.length || (own & Flag.POSSESSIVE ? !peer : own & Flag.PRONOUN)) return undefined
  const name = text.slice((units[from] as Unit).from, (units[to - 1] as Unit).to)
  return { parties: unique([...he.parties, ...beside.parties]), kind: 'joint', name, rule: 'party/he-and' }
}

/** "This morning he", "next week they": a time before the pronoun at `k`; "the day he took office" is limited by a clause. */
function isTimed(units: readonly Unit[], k: number): boolean {
  const before = units[k - 1] as Unit
  return ((units[k] as Unit).flags & Flag.PRONOUN) !== 0 && before.word.kind === 'period' && units[k - 2]?.word.code !== Code.THE
}

/** "We in the Coalition", "we at the Bank": the body that the speaker counts himself to. */
function ourBody({ units, words, memory, context, text }: Site, from: number, to: number): Subject | undefined {
  const { word, flags } = units[from] as Unit
  if (!(flags & Flag.PRONOUN && word.relation & Is.ours) || !isA(words, units[from + 1]?.word.text ?? '', Is.place)) return undefined
  let at = from + 2
  while (at < to && (units[at] as Unit).flags & Flag.DETERMINER && !units[at]?.name) at++
  if (at !== to - 1) return undefined
  const unit = units[at] as Unit
  const again = find(memory.bodies, context.register?.bodies, (unit.name?.ref ?? unit.word.text).toLowerCase())
  const own = unit.name?.type === 'body' || unit.name?.type === 'state' ? unit.name.parties : []
  const parties = own.length ? own : (again?.parties ?? (unit.name?.type === 'body' ? [unit.name.ref] : []))
  const name = text.slice((units[from] as Unit).from, unit.to)
  return parties.length ? { parties, kind: 'party', name, rule: 'party/we-in' } : undefined
}

/** "We, the Ministers of R, S and the High Representative of the Union, …" in a joint text: whoever the apposition names, "we" are its parties. */
function ourselves(site: Site, from: number, to: number): Subject | undefined {
  const { word, flags } = site.units[from] as Unit
  const ours = flags & Flag.PRONOUN && word.kind === 'joint' && word.relation & Is.ours
  if (!ours || site.context.voice !== 'joint' || to - from < 3 || site.units[from + 1]?.word.code !== Code.COMMA) return undefined
  const we = pronoun(site, from, from + 1)
  return we && we.parties.length > 1 ? we : undefined
}

/** "President A and the Vice President": the office is held by one of the same side. */
function ofOneSide({ memory, context }: Site, { stated, modifiers, strangers, role }: Phrase): boolean {
  const holder = strangers === 0 && role ? find(memory.offices, context.register?.offices, role.toLowerCase()) : undefined
  const own = holder?.parties.length === 1 ? holder.parties[0] : undefined
  return own !== undefined && stated.length > 0 && [...stated, ...modifiers].every((party) => party === own)
}

/** Whose text it is, where one side speaks. */
const ownerOf = ({ context }: Site, name: string): Subject | undefined =>
  context.author && { parties: context.author, kind: 'party', name, rule: 'party/our-own' }

/** "our Permanent Representatives", of all who issue a joint text. */
const ofAll = (site: Site, name: string): Subject | undefined =>
  site.context.voice === 'report' ? undefined : together(site, name, 'party/our-own')

/** The rules in their order: the first that fits decides. */
function decide(site: Site, phrase: Phrase, name: string, from: number, to: number): Subject {
  const { headClass, person, role, known } = phrase
  const official = person !== undefined || role !== '' || known !== undefined || headClass === 'official'
  return (
    counterpart(site, phrase, name) ??
    withSomebody(site, phrase, name, from) ??
    ourOwn(site, phrase, name, from, official) ??
    severalOfficials(site, phrase, name, official) ??
    allParties(site, phrase, name) ??
    (headClass === 'instrument' && !phrase.stated.length ? instrument(site, phrase, name) : undefined) ??
    named(phrase, name, official) ??
    byHead(site, phrase, name, from, to, official)
  )
}

/** "its counterpart": the others. Of any other head that has an owner alone, the owner says whose it is: it counts as a modifier from then on. */
function counterpart({ context, words }: Site, { owner, modifiers, stated, head }: Phrase, name: string): Subject | undefined {
  if (!owner.length || modifiers.length || stated.length) return undefined
  if (!isA(words, head, Is.counterpart)) {
    modifiers.push(...owner)
    return undefined
  }
  const rest = context.parties.filter((party) => !owner.includes(party))
  return { parties: rest.length < context.parties.length ? rest : [], kind: 'official', name, rule: 'party/counterpart' }
}

/** "The Minister and I", "you and the Minister"; a phrase that damage spliced is nobody's. */
function withSomebody(site: Site, phrase: Phrase, name: string, from: number): Subject | undefined {
  const { parties, turns, voice } = site.context
  if (phrase.spliceAt >= 0 && voice === 'report') return { parties: [], kind: 'party', name, rule: 'party/spoiled-by-damage' }
  const own = phrase.withSpeaker ? withOwn(site, phrase, name, from) : undefined
  if (own || (phrase.withSpeaker && parties.length > 1)) return own ?? together(site, name, 'party/and-i')
  if (phrase.withHearer && phrase.coordinated && phrase.officials > 0 && turns && parties.length === 2)
    return together(site, name, 'party/and-you')
  return undefined
}

/**
 * "Anna and I", "my wife and I", "Vice President A and I" where A is of the speaker's state: nobody of another side. In a talk of
 * several a first name may be that of the other.
 */
function withOwn(site: Site, { stated, modifiers, officials, role, owner }: Phrase, name: string, from: number): Subject | undefined {
  const { context, memory, units, words } = site
  const self = speakerOf(site)?.parties ?? context.author
  if (!self?.length) return undefined
  const holder = stated.length || !role ? undefined : find(memory.offices, context.register?.offices, role.toLowerCase())
  const others = [...stated, ...modifiers, ...owner, ...(holder?.parties ?? [])]
  const ours = isA(words, (units[from] as Unit).word.text, Is.first)
  const named = ours || (officials > 0 ? others.length > 0 : !context.turns || context.orator !== undefined)
  return named && others.every((party) => self.includes(party))
    ? { parties: self, kind: 'party', name, rule: 'party/and-i-own' }
    : undefined
}

/** "my minister of ports", "my country": an official of the side that speaks, or that side. */
function ourOwn(site: Site, phrase: Phrase, name: string, from: number, official: boolean): Subject | undefined {
  const { flags, word: owner } = site.units[from] as Unit
  const ours = flags & Flag.POSSESSIVE && isA(site.words, owner.text, Is.first) && !isA(site.words, phrase.head, Is.counterpart)
  const home = phrase.headClass === 'side' && phrase.headAt === from + 1
  const self = ours && (official || home) && !phrase.known ? (speakerOf(site) ?? ownerOf(site, name) ?? ofAll(site, name)) : undefined
  if (!self?.parties.length || phrase.modifiers.length || phrase.stated.length) return undefined
  return as(self, { kind: 'official', name, rule: 'party/our-own' })
}

/** Several officials in one phrase, or one whom the text named before. */
function severalOfficials(site: Site, phrase: Phrase, name: string, official: boolean): Subject | undefined {
  const { stated, modifiers, officials, strangers } = phrase
  const several = officials > 1 || (officials === 1 && strangers > 0)
  const placed = stated.length >= officials + strangers
  if (
    several &&
    !placed &&
    !ofOneSide(site, phrase) &&
    unique(stated).length < 2 &&
    site.context.parties.length === 2 &&
    modifiers.length < 2
  )
    return together(site, name, 'party/two-officials')
  // "Rian officials and Commissioner A of Z"
  if (phrase.coordinated && phrase.headClass === 'joint' && modifiers.length && stated.length && official && !phrase.possessor)
    return { parties: unique([...modifiers, ...stated]), kind: 'joint', name, rule: 'party/adjectives' }
  return phrase.known && officials === 1 ? as(phrase.known, { rule: 'party/person' }) : undefined
}

/** "the ministers of the two countries", "the two ministries": those of all parties. */
function allParties(site: Site, phrase: Phrase, name: string): Subject | undefined {
  const { headClass, count } = phrase
  if (phrase.ofParties && (headClass === 'body' || headClass === 'side' || headClass === 'official'))
    return counted(site, phrase.ofCount, name, 'party/of-the-parties')
  const each = count > 1 && count === site.context.parties.length && !phrase.stated.length && !phrase.modifiers.length
  const bodies = each && (headClass === 'body' || unitAt(site.units, phrase.namedAt)?.name?.type === 'body')
  return bodies ? together(site, name, 'party/two-bodies') : undefined
}

/** States that are named, of a head that can act or of none. */
function named({ stated, head, headClass, person }: Phrase, name: string, official: boolean): Subject | undefined {
  if (!stated.length || (head && !headClass)) return undefined
  const several = headClass === 'joint' && stated.length > 1
  const kind = official ? 'official' : headClass === 'instrument' ? 'instrument' : several ? 'joint' : 'party'
  const rule = headClass === 'joint' && stated.length === 1 ? MEMBERS : 'party/name'
  return { parties: unique(stated), kind, name: person?.name?.ref ?? name, rule }
}

/** By the class of the head. */
function byHead(site: Site, phrase: Phrase, name: string, from: number, to: number, official: boolean): Subject {
  const { stated, modifiers, headClass } = phrase
  const body =
    headClass === 'joint' && phrase.ofBody && !modifiers.length
      ? find(site.memory.bodies, site.context.register?.bodies, phrase.ofBody)
      : undefined
  if (body) return as(body, { kind: 'body', rule: MEMBERS })
  if (headClass === 'joint') return joint(site, phrase, name, from, to)
  if ((headClass === 'side' || headClass === 'official' || headClass === 'force') && modifiers.length)
    return {
      parties: unique(modifiers),
      kind: headClass === 'official' || isA(site.words, phrase.head, Is.organ) ? 'official' : 'party',
      name,
      rule: 'party/side',
    }
  if (stated.length) return { parties: unique(stated), kind: official ? 'official' : 'party', name, rule: 'party/name' }
  if (official) return office(site, phrase, name)
  if (headClass === 'side') return side(site, phrase, name)
  return thing(site, phrase, name, from, to)
}

/** An office or an official of no stated state. */
export function office(site: Site, phrase: Phrase, name: string): Subject {
  const { context, memory } = site
  if (phrase.modifiers.length) return { parties: unique(phrase.modifiers), kind: 'official', name, rule: 'party/office' }
  const key = (phrase.role || phrase.head).toLowerCase()
  // two sides have the office: without a name it is the host's, whom the text calls so
  const both = context.register?.offices.get(key)
  // "the Prime Minister", in what a state publishes: its own, and the one who was met last if he is
  const bare = phrase.isTheOffice ? context.publisher : undefined
  const host = context.unseen ?? bare
  const met = memory.person?.parties.length === 1 && memory.person.parties[0] === bare ? memory.person : undefined
  if (both && !both.parties.length && host && (phrase.headClass === 'official' || phrase.role))
    return met ? as(met, { kind: 'official', rule: 'party/host' }) : { parties: [host], kind: 'official', name, rule: 'party/host' }
  const holder = find(memory.offices, context.register?.offices, key)
  if (holder?.parties.length) return as(holder, { kind: 'official', rule: 'party/office-again' })
  // "the Foreign Minister" beside the Prime Minister of Z, who is a minister too
  if (bare && !holder && phrase.role) return { parties: [bare], kind: 'official', name, rule: 'party/of-the-author' }
  const last = key.slice(key.lastIndexOf(' ') + 1)
  const again = phrase.role && last !== key ? find(memory.offices, context.register?.offices, last) : undefined
  if (again?.parties.length) return as(again, { kind: 'official', rule: 'party/office-again' })
  // "Under Secretary A", where the Secretary is R's
  const above = phrase.role ? higherOffice(phrase.role, site.vocabulary) : ''
  const superior = above ? find(memory.offices, context.register?.offices, above) : undefined
  if (superior?.parties.length) return as(superior, { kind: 'official', rule: 'party/office-again' })
  const own = ownOffice(key, site.words)
  if (own) return { parties: own, kind: 'official', name, rule: 'party/office' }
  const unseen = context.unseen
  if (phrase.role && unseen && !holder) return { parties: [unseen], kind: 'official', name, rule: 'party/other-side' }
  // "Mr. A" is not the official who was met last
  if (memory.person && !(phrase.role && namesPerson(phrase.role, site.vocabulary, site.words)))
    return as(memory.person, { kind: 'official', rule: 'party/office-again' })
  if (context.unseen) return { parties: [context.unseen], kind: 'official', name, rule: 'party/other-side' }
  // "the President", in what one side publishes: an office that nobody else is said to have
  if (context.author && phrase.isTheOffice) return { parties: context.author, kind: 'official', name, rule: 'party/of-the-author' }
  return as(nobody, { kind: 'official', name })
}

function side(site: Site, phrase: Phrase, name: string): Subject {
  const { context, memory } = site
  // "each side"
  if (context.parties.length > 1 && unitAt(site.units, phrase.headAt - 1)?.word.code === Code.EACH)
    return together(site, name, 'party/each-side')
  // "my country", of one who speaks for no known side
  const { flags, word } = site.units[Math.max(0, phrase.headAt - 1)] as Unit
  const known = memory.single?.parties.every((party) => context.parties.includes(party))
  if (flags & Flag.POSSESSIVE && isA(site.words, word.text, Is.first) && !known) return together(site, name, 'party/side-of-text')
  // in a treaty "the other Party" is either
  if (phrase.marks & Is.other && context.voice !== 'treaty') {
    const apart = (speakerOf(site) ?? memory.single)?.parties ?? []
    const rest = context.parties.filter((party) => !apart.includes(party))
    if (rest.length > 0 && rest.length < context.parties.length) return { parties: rest, kind: 'party', name, rule: 'party/the-others' }
  }
  return (
    ofTheAuthor(site, phrase, name) ??
    (memory.single && context.voice !== 'treaty'
      ? as(memory.single, { rule: 'party/side-again' })
      : together(site, name, 'party/side-of-text'))
  )
}

/** "the Administration", in what one side publishes, after a body or a name of no known kind: that side, and not who was named last. */
function ofTheAuthor({ context, memory: { single }, words }: Site, { head }: Phrase, name: string): Subject | undefined {
  if (!context.author || !single || (single.kind !== 'body' && single.rule !== 'party/name-by-form')) return undefined
  // "the agency", "the Corps" after the Harbour Corps: the body again
  if (isA(words, head, Is.organ) || single.name.toLowerCase().endsWith(head)) return undefined
  return { parties: context.author, kind: 'party', name, rule: 'party/of-the-author' }
}
