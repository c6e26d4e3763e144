import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Code, Flag, More } from '../../../lexicon/word.ts'
import type { Context } from '../../context.ts'
import { type Unit, unitAt } from '../units.ts'
import { headOf } from './bodies.ts'
import { as, type Memory, nobody, type Subject, unique } from './memory.ts'
import { higherOffice, namesPerson, ownOffice } from './offices.ts'
import { find, Phrase, type Site } from './phrase.ts'
import { hearer, saysTogether, takesTwo } from './speakers.ts'
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
  if (to - from === 2 && (units[from] as Unit).flags & Flag.ADVERB && (units[to - 1] as Unit).flags & Flag.PRONOUN) from++
  const lone = to - from === 1 || (to - from === 2 && (units[to - 1] as Unit).flags & Flag.ADVERB) ? pronoun(site, from, to) : undefined
  if (lone) return lone
  const phrase = new Phrase(site, from, to).scan()
  const name = text.slice((units[from] as Unit).from, (units[to - 1] as Unit).to)
  return decide(site, phrase, name, from, to)
}

/** Rule of "the members of the Council": the body, and "they" later. */
const MEMBERS = 'party/members-of'

/** The side that speaks, in a text where one side does. */
function speakerOf({ context, memory }: Site): Subject | undefined {
  return context.voice === 'report' ? memory.speaker : undefined
}

function together({ context, memory }: Site, name: string, rule: string): Subject {
  return { parties: (MEETING.has(rule) ? memory.meeting : undefined) ?? context.parties, kind: 'joint', name, rule }
}

/** Rules by which the two sides of the meeting told of last are meant. */
const MEETING = new Set(['party/they', 'party/both-sides', 'party/of-the-parties', 'party/two-officials', 'party/each-side'])

/** A phrase that is one pronoun. */
function pronoun(site: Site, from: number, to: number): Subject | undefined {
  const { units, memory, words, context } = site
  const unit = units[from] as Unit
  const word = unit.word.text
  if (!(unit.flags & Flag.PRONOUN)) return undefined
  if (unit.word.kind === 'single') {
    const last = memory.person ?? memory.named
    return last ? as(last, { rule: 'party/he' }) : as(nobody, { kind: 'official', name: word })
  }
  if (unit.word.kind === 'it')
    return memory.single && (memory.single.kind !== 'joint' || !context.turns || (site.units[to]?.flags ?? 0) & (Flag.BE | Flag.HAVE))
      ? as(memory.single, { rule: 'party/it' })
      : as(nobody, { kind: 'abstract', name: word })
  if (isA(words, word, Is.first)) {
    const speaker = speakerOf(site)
    if (unit.word.kind !== 'joint')
      return speaker
        ? as(speaker, { rule: 'party/i-speaker', parties: !speaker.parties.length && context.unseen ? [context.unseen] : speaker.parties })
        : memory.person
          ? as(memory.person, { rule: 'party/i' })
          : as(nobody, {
              kind: 'official',
              parties: context.author ?? (context.parties.length === 1 ? context.parties : []),
            })
    if (!speaker)
      return context.author && !saysTogether(site, from, to)
        ? { parties: context.author, kind: 'party', name: word, rule: 'party/we-author' }
        : together(site, word, 'party/we')
    if (saysTogether(site, from, to)) return together(site, word, 'party/we-together')
    if (context.parties.length === 2 && (speaker.parties.length || context.unseen) && takesTwo(site, to))
      return together(site, word, 'party/we-with-other')
    if (speaker.parties.length) return as(speaker, { kind: 'party', rule: 'party/we-speaker' })
    const only = context.parties.length === 1 ? context.parties : []
    return as(speaker, {
      parties: context.unseen ? [context.unseen] : only,
      kind: 'party',
      rule: context.unseen ? 'party/other-side' : 'party/we-speaker',
    })
  }
  if (unit.word.code === Code.YOU) return hearer(site, word)
  if (isA(words, word, Is.they)) {
    if (memory.single && (memory.single.parties.length > 1 || memory.single.rule === MEMBERS))
      return as(memory.single, { rule: 'party/they' })
    // who speaks in a transcript means others by "they"
    if (context.turns)
      return (memory.recent?.length ?? 0) > 1
        ? { parties: [...(memory.recent ?? [])], kind: 'joint', name: word, rule: 'party/last-named' }
        : as(nobody, { kind: 'abstract', name: word })
    return together(site, word, 'party/they')
  }
  return undefined
}

/** "President A and the Vice President": the office is held by one of the same side. */
function ofOneSide({ memory, context }: Site, { stated, modifiers, strangers, role }: Phrase): boolean {
  const holder = strangers === 0 && role ? find(memory.offices, context.register?.offices, role.toLowerCase()) : undefined
  const own = holder?.parties.length === 1 ? holder.parties[0] : undefined
  return own !== undefined && stated.length > 0 && [...stated, ...modifiers].every((party) => party === own)
}

function decide(site: Site, phrase: Phrase, name: string, from: number, to: number): Subject {
  const { context } = site
  const { stated, modifiers, headClass } = phrase
  if (phrase.owner.length && !modifiers.length && !stated.length) {
    if (isA(site.words, phrase.head, Is.counterpart)) {
      const rest = context.parties.filter((party) => !phrase.owner.includes(party))
      return { parties: rest.length < context.parties.length ? rest : [], kind: 'official', name, rule: 'party/counterpart' }
    }
    modifiers.push(...phrase.owner)
  }
  if (phrase.spliceAt >= 0 && context.voice === 'report') return { parties: [], kind: 'party', name, rule: 'party/spoiled-by-damage' }
  if (phrase.withSpeaker && context.parties.length > 1) return together(site, name, 'party/and-i')
  if (phrase.withHearer && phrase.coordinated && phrase.officials > 0 && context.turns && context.parties.length === 2)
    return together(site, name, 'party/and-you')
  const official = phrase.person !== undefined || phrase.role !== '' || phrase.known !== undefined || headClass === 'official'
  // "my minister of ports": of the side that speaks
  const { flags, word: owner } = site.units[from] as Unit
  const ours = official && flags & Flag.POSSESSIVE && isA(site.words, owner.text, Is.first) && !isA(site.words, phrase.head, Is.counterpart)
  const self = ours && !phrase.known ? speakerOf(site) : undefined
  if (self?.parties.length && !modifiers.length && !stated.length) return as(self, { kind: 'official', name, rule: 'party/our-own' })
  const several = phrase.officials > 1 || (phrase.officials === 1 && phrase.strangers > 0)
  const placed = stated.length >= phrase.officials + phrase.strangers
  if (several && !placed && !ofOneSide(site, phrase) && unique(stated).length < 2 && context.parties.length === 2 && modifiers.length < 2)
    return together(site, name, 'party/two-officials')
  // "Rian officials and Commissioner A of Z"
  if (phrase.coordinated && headClass === 'joint' && modifiers.length && stated.length && official && !phrase.possessor)
    return { parties: unique([...modifiers, ...stated]), kind: 'joint', name, rule: 'party/adjectives' }
  if (phrase.known && phrase.officials === 1) return as(phrase.known, { rule: 'party/person' })
  if (phrase.ofParties && (headClass === 'body' || headClass === 'side' || headClass === 'official'))
    return counted(site, phrase.ofCount, name, 'party/of-the-parties')
  if (
    phrase.count > 1 &&
    phrase.count === context.parties.length &&
    !stated.length &&
    !modifiers.length &&
    (headClass === 'body' || unitAt(site.units, phrase.namedAt)?.name?.type === 'body')
  )
    return together(site, name, 'party/two-bodies')
  if (headClass === 'instrument' && !stated.length) return instrument(site, phrase, name)
  if (stated.length && (!phrase.head || headClass)) {
    const kind = official
      ? 'official'
      : headClass === 'instrument'
        ? 'instrument'
        : headClass === 'joint' && stated.length > 1
          ? 'joint'
          : 'party'
    const rule = headClass === 'joint' && stated.length === 1 ? MEMBERS : 'party/name'
    return { parties: unique(stated), kind, name: phrase.person?.name?.ref ?? name, rule }
  }
  const body =
    headClass === 'joint' && phrase.ofBody && !modifiers.length
      ? find(site.memory.bodies, context.register?.bodies, phrase.ofBody)
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

/** "the two countries" in a text of more: the two that were named last, when exactly two were. */
function counted(site: Site, count: number, name: string, rule: string): Subject {
  const { context, memory } = site
  const near = memory.recent
  // "the two sides", said by one who speaks alone: those named last, or his own and the one named last
  const own = context.turns && (context.spoken?.size ?? 0) < 2 && count === 2 ? memory.speaker?.parties : undefined
  if (own?.length === 1 && memory.others) {
    const { others } = memory
    const two = others.length === 2 ? others : others.length === 1 ? [own[0] as string, ...others] : []
    if (two.length) return { parties: two, kind: 'joint', name, rule: 'party/last-named' }
  }
  if (count > 1 && count !== context.parties.length && context.parties.length > 2 && near?.length === count)
    return { parties: [...near], kind: 'joint', name, rule: 'party/last-named' }
  return together(site, name, rule)
}

function joint(site: Site, phrase: Phrase, name: string, from: number, to: number): Subject {
  const { context, memory, words } = site
  const { modifiers } = phrase
  if (modifiers.length > 1) return { parties: unique(modifiers), kind: 'joint', name, rule: 'party/adjectives' }
  // "Rian leaders" act for R; "Rian partners" are others
  if (modifiers.length === 1 && !phrase.possessor)
    return isA(words, phrase.head, Is.general) || phrase.marks & Is.other
      ? { parties: [], kind: 'party', name, rule: 'party/others' }
      : { parties: unique(modifiers), kind: 'party', name, rule: 'party/adjectives' }
  const speaker = speakerOf(site)
  const first = isA(words, phrase.pronoun, Is.first)
  // "the Secretary and the two ministers": one of one side, the rest of the others
  if (
    phrase.coordinated &&
    phrase.count > 1 &&
    (phrase.role || phrase.known || phrase.person) &&
    context.parties.length === phrase.count + 1
  )
    return together(site, name, 'party/all-who-meet')
  if (phrase.marks & Is.other) {
    const apart = memory.single?.parties ?? []
    const rest = context.parties.filter((party) => !apart.includes(party))
    const some =
      rest.length > 0 &&
      rest.length < context.parties.length &&
      isA(words, unitAt(site.units, phrase.headAt - 2)?.word.text ?? '', Is.article)
    return some
      ? { parties: rest, kind: 'joint', name, rule: 'party/the-others' }
      : { parties: [], kind: 'party', name, rule: 'party/others' }
  }
  // "the parties concerned": whoever they are
  const last = site.units[to - 1]?.word.text ?? ''
  const afar = context.voice === 'report' && to - from > 1 && isA(words, last, Is.loose)
  // "the Island countries": those of the name
  const apart = context.voice === 'report' && !first && site.units.slice(from, phrase.headAt).some(isOther)
  if (afar || apart || general(site, phrase, from))
    return { parties: [phraseName(site, from, to, afar ? to - 1 : phrase.headAt)], kind: 'body', name, rule: 'party/in-general' }
  if (speaker && !first && context.parties.length < 2) return as(speaker, { rule: 'party/speaker' })
  return counted(site, phrase.count, name, 'party/both-sides')
}

/** A name that is no party's. */
const isOther = ({ name }: Unit): boolean => name !== undefined && !name.parties.length && (name.type === 'place' || name.type === 'proper')

/** "countries", "many nations", "all states": not the parties of the text. */
function general({ units, words }: Site, phrase: Phrase, from: number): boolean {
  if (!isA(words, phrase.head, Is.general)) return false
  if (phrase.marks & Is.whole && phrase.count !== 2 && !isA(words, unitAt(units, phrase.headAt - 1)?.word.text ?? '', Is.article))
    return true
  if ((units[phrase.headAt] as Unit).flags & Flag.CAPITAL && phrase.headAt > 0) return false
  for (let k = phrase.headAt - 1; k >= Math.max(0, from - 1); k--)
    if (isA(words, (units[k] as Unit).word.text, Is.article | Is.count) && !(k < from && (units[k] as Unit).flags & Flag.THAT)) return false
  return true
}

/** An office or an official of no stated state. */
export function office(site: Site, phrase: Phrase, name: string): Subject {
  const { context, memory } = site
  if (phrase.modifiers.length) return { parties: unique(phrase.modifiers), kind: 'official', name, rule: 'party/office' }
  const key = (phrase.role || phrase.head).toLowerCase()
  // two sides have the office: without a name it is the host's, whom the text calls so
  const both = context.register?.offices.get(key)
  if (both && !both.parties.length && context.unseen && (phrase.headClass === 'official' || phrase.role))
    return { parties: [context.unseen], kind: 'official', name, rule: 'party/host' }
  const holder = find(memory.offices, context.register?.offices, key)
  if (holder?.parties.length) return as(holder, { kind: 'official', rule: 'party/office-again' })
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
  return as(nobody, { kind: 'official', name })
}

function side(site: Site, phrase: Phrase, name: string): Subject {
  const { context, memory } = site
  // "each side"
  if (context.parties.length > 1 && unitAt(site.units, phrase.headAt - 1)?.word.code === Code.EACH)
    return together(site, name, 'party/each-side')
  // in a treaty "the other Party" is either
  if (phrase.marks & Is.other && context.voice !== 'treaty') {
    const apart = (speakerOf(site) ?? memory.single)?.parties ?? []
    const rest = context.parties.filter((party) => !apart.includes(party))
    if (rest.length > 0 && rest.length < context.parties.length) return { parties: rest, kind: 'party', name, rule: 'party/the-others' }
  }
  return memory.single && context.voice !== 'treaty'
    ? as(memory.single, { rule: 'party/side-again' })
    : together(site, name, 'party/side-of-text')
}

/** A text or scheme acts for its parties. */
function instrument(site: Site, phrase: Phrase, name: string): Subject {
  const { context, memory } = site
  if (phrase.modifiers.length > 1) return { parties: unique(phrase.modifiers), kind: 'instrument', name, rule: 'party/instrument' }
  return {
    parties: context.voice === 'report' && memory.single && context.parties.length !== 2 ? memory.single.parties : context.parties,
    kind: 'instrument',
    name,
    rule: 'party/instrument',
  }
}

/** "Kenya Airways": a body that acts by itself. */
const endsFirm = (name: string, { vocabulary }: Site): boolean =>
  (vocabulary.lookup(name.slice(name.lastIndexOf(' ') + 1)).more & More.HEAD_FIRM) !== 0

/** "ExxonMobil", "RTX", "B&W": written as no person's name is. */
const isFirm = (name: string): boolean => /\p{Lu}\p{Lu}|\p{Ll}\p{Lu}|&/u.test(name)

/** A body or a name of no known kind; else nothing that acts. */
function thing(site: Site, phrase: Phrase, name: string, from: number, to: number): Subject {
  const { context, memory, units } = site
  const unseen = context.voice === 'report' ? context.unseen : undefined
  const word = (phrase.named || phrase.head).toLowerCase()
  // "the Meeting noted": those who meet
  if (
    context.parties.length > 1 &&
    !phrase.modifiers.length &&
    isA(site.words, word, Is.gathering) &&
    (site.vocabulary.actors.get(word) === 'body' || unitAt(units, phrase.namedAt)?.name?.type === 'proper')
  )
    return together(site, name, 'party/gathering')
  if (phrase.named) {
    const type = unitAt(units, phrase.namedAt)?.name?.type
    // "This Executive Order": a text
    if (type === 'proper' && site.vocabulary.actors.get(headOf(phrase.named)) === 'instrument') return instrument(site, phrase, name)
    const side = site.vocabulary.actors.get(headOf(phrase.named)) === 'side'
    const ofOne = phrase.modifiers.length === 1 && (phrase.possessor || side)
    // "R's Foreign Ministry": an organ of a state is that state
    if (ofOne && (type === 'body' || (type === 'proper' && side)))
      return { parties: phrase.modifiers.slice(), kind: 'party', name: phrase.named, rule: 'party/organ' }
    if (
      type === 'proper' &&
      unseen &&
      !isFirm(phrase.named) &&
      !isA(site.words, unitAt(units, phrase.namedAt - 1)?.word.text ?? '', Is.article)
    )
      return { parties: [unseen], kind: 'official', name: phrase.named, rule: 'party/other-side' }
    const shared = phrase.modifiers.length > 1 || (phrase.marks & Is.shared) !== 0
    if (type === 'body' && phrase.modifiers.length > 1)
      return { parties: unique(phrase.modifiers), kind: 'body', name: phrase.named, rule: 'party/body-of-two' }
    // "the purpose of this Memorandum of Understanding": the text itself
    if (type === 'mechanism' && context.voice !== 'report' && unitAt(units, phrase.namedAt - 1)?.word.code === Code.THIS)
      return instrument(site, phrase, name)
    // "Alpha Motors, Beta Steel and Gamma will build": several of them
    const several = phrase.coordinated && phrase.strangerNames.length > 1 && !phrase.modifiers.length && context.voice !== 'treaty'
    if (several && type !== 'mechanism')
      return { parties: unique(phrase.strangerNames), kind: 'body', name: phrase.named, rule: 'party/name-by-form' }
    const full = find(memory.bodies, context.register?.bodies, headOf(phrase.named))
    if (full && (full.parties.length > 1 || full.name.includes(phrase.named))) return as(full, { kind: 'body', rule: full.rule })
    // "each Contracting Party": a common noun in capitals, and no name
    if (
      context.voice === 'treaty' &&
      phrase.namedAt <= from + 2 &&
      ['side', 'joint'].includes(site.vocabulary.actors.get(headOf(phrase.named)) ?? '')
    )
      return together(site, name, 'party/side-of-text')
    if (type === 'mechanism' && (context.voice !== 'report' || (units[phrase.namedAt] as Unit).name?.entry))
      return { parties: context.parties, kind: 'instrument', name: phrase.named, rule: 'party/instrument' }
    const named = shared || endsFirm(phrase.named, site)
    return { parties: [phrase.named], kind: 'body', name: phrase.named, rule: named ? 'party/body' : 'party/name-by-form' }
  }
  if (phrase.crew) {
    const crew = crewOf(site, phrase, name, from)
    if (crew) return crew
  }
  if (phrase.headClass === 'body' || phrase.headClass === 'force') {
    // "our companies": of the side that speaks
    const { flags, word: owner } = units[from] as Unit
    const speaker = flags & Flag.POSSESSIVE && isA(site.words, owner.text, Is.first) ? speakerOf(site) : undefined
    if (speaker?.parties.length) return as(speaker, { kind: 'body', name, rule: 'party/our-own' })
    if (phrase.modifiers.length && phrase.possessor) return { parties: unique(phrase.modifiers), kind: 'body', name, rule: 'party/body' }
    const full = phrase.modifiers.length ? undefined : find(memory.bodies, context.register?.bodies, phrase.head)
    if (full) return as(full, { kind: 'body', rule: full.rule })
    return { parties: [bodyName(site, phrase, from, to)], kind: 'body', name, rule: 'party/body' }
  }
  // persons of no office bind no state; they undertake, ask and hold what the text says they do
  if (phrase.headClass === 'people')
    return { parties: [phraseName(site, from, to, phrase.headAt)], kind: 'people', name, rule: 'party/people' }
  return { parties: [], kind: 'abstract', name, rule: 'party/abstract' }
}

/** "Rian and Zian teams", "their teams", "the teams on both sides": those whose they are together. */
function crewOf(site: Site, { modifiers, headAt }: Phrase, name: string, from: number): Subject | undefined {
  const { units, words, context } = site
  if (modifiers.length > 1) return { parties: unique(modifiers), kind: 'party', name, rule: 'party/crew' }
  if (modifiers.length || context.parties.length < 2) return undefined
  const first = units[from] as Unit
  const theirs = first.flags & Flag.POSSESSIVE && isA(words, first.word.text, Is.they)
  const after = units[headAt + 2]?.word.text ?? ''
  const both = (units[headAt + 1]?.flags ?? 0) & Flag.PREPOSITION && isA(words, after, Is.count)
  return theirs || both ? together(site, name, 'party/crew') : undefined
}

/** The words of a body: from its first word that says who, to its head and what it is of. */
function bodyName(site: Site, phrase: Phrase, from: number, to: number): string {
  return phraseName(site, from, to, phrase.headAt)
}

/** Text of a noun phrase without its article and without what only qualifies it; up to its head and "of …". */
export function phraseName({ units, words, text }: Site, from: number, to: number, headAt: number): string {
  let start = from
  while (start < to - 1) {
    const unit = units[start] as Unit
    if (unit.name || !(isA(words, unit.word.text, Is.article | Is.loose) || unit.flags & Flag.PUNCTUATION)) break
    start++
  }
  let stop = Math.max(headAt + 1, start + 1)
  for (let k = stop; k < to; k++) {
    const unit = units[k] as Unit
    const opens = k === stop && unit.flags & Flag.PREPOSITION && isA(words, unit.word.text, Is.owner)
    const tail = k === stop && k === to - 1 && unit.flags & Flag.PARTICIPLE
    if (
      !opens &&
      !tail &&
      unit.flags & (Flag.PUNCTUATION | Flag.PREPOSITION | Flag.RELATIVE | Flag.PARTICIPLE | Flag.TO | Flag.THAT | Flag.COORDINATOR) &&
      !(unit.flags & Flag.DETERMINER)
    )
      break
    stop = k + 1
  }
  stop = Math.min(stop, to)
  return text.slice((units[start] as Unit).from, (units[stop - 1] as Unit).to)
}
