import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { About, Context } from './context/nouns.ts'
import { officialsIn, publisherOf } from './context/openings.ts'
import { Selves } from './context/selves.ts'
import { atHome, chooseParties, isAtHome, mostNamed, ownedBy, unseenParty } from './context/sides.ts'
import { OPENING, SENTENCE, Tally } from './context/tally.ts'
import { authorOf, speaksAlone, voiceOf } from './context/voice.ts'
import { Memory, type Register, type Subject } from './recognise/parties/memory.ts'
import { bareOffice, shareOffice } from './recognise/parties/offices.ts'
import { oratorOf } from './recognise/parties/orator.ts'
import { placeOfficials, placePair, registerPeople } from './recognise/parties/people.ts'
import { turnLength } from './recognise/parties/turns.ts'
import { partyWords } from './recognise/parties/words.ts'
import type { Unit } from './recognise/units.ts'

export type { Context } from './context/nouns.ts'

/** How much the title says that a name is a party. */
const TITLED = 6
/** So many lines from the top may say who speaks in all of a text. */
const HEAD = 5

/** A state publishes a report that names the officials of one other: its own are those of whom it need not say whose they are. */
const isGuest = (
  [other, ...rest]: readonly string[],
  publisher: string,
  { met }: Tally,
  voice: Context['voice'],
  turns: boolean,
): boolean => voice === 'report' && !turns && other !== undefined && !rest.length && other !== publisher && met.has(other)

/** An official is known, and not as one of another side. */
const isOwn = (official: Subject | undefined, side: string): boolean => official?.parties.every((party) => party === side) === true

/** Reads the parties and the voice off the first sentences of a text, and registers its officials. */
export function decideContext(sentences: readonly (readonly Unit[])[], vocabulary: Vocabulary, about: About = {}): Context {
  const words = partyWords(vocabulary)
  const tally = new Tally(vocabulary, words)
  const selves = new Selves(words)
  const memory = new Memory()
  if (about.title) {
    tally.title(about.title)
    registerPeople(about.title, memory, vocabulary)
    for (const unit of about.title)
      if (unit.name?.parties.length && (unit.name.type === 'state' || unit.name.type === 'adjective' || unit.name.type === 'body'))
        tally.addTitled(unit.name, TITLED)
    tally.titleList(about.title)
  }
  let n = 0
  let line = 0
  let listed = 0
  // an official of no stated state stands in the opening
  let unowned = false
  const publisher = publisherOf(about.publisher ?? [])
  for (const units of sentences) {
    const before = tally.list
    const labelled = about.turns?.has(units) === true
    const bare = publisher !== undefined && n < OPENING ? bareOffice(units, memory, true) : ''
    const unplaced = memory.unplaced.length
    registerPeople(units, memory, vocabulary, labelled)
    tally.sentence(units, n, memory.people)
    selves.sentence(units, memory.turn)
    if (tally.list !== before) listed = line
    line++
    if (turnLength(units, vocabulary, labelled)) tally.turn(memory.turn)
    // "The Prime Minister met President A of Z", published by R: an official of no stated state is R's
    const own = publisher !== undefined && (bare !== '' || memory.unplaced.length > unplaced) ? [publisher] : []
    // whom he met is not, and has the same office at most beside him
    if (bare !== '') {
      memory.unplaced.length = Math.min(unplaced, memory.unplaced.length)
      shareOffice(memory, bare)
    }
    if (n < OPENING + 2) tally.meeting([...own, ...officialsIn(units, memory)])
    if (n < OPENING) unowned ||= memory.unplaced.length > 0 || bare !== ''
    for (const { name } of units)
      if (name?.type === 'person' && !tally.isNamesake(name, memory.people)) for (const party of name.parties) tally.persons.add(party)
    if (units.length >= SENTENCE) n++
  }
  // what a state publishes quotes those who say so; nobody is known to publish a speech that is only said
  if (publisher === undefined) tally.alone += selves.mine
  const size = sentences.length || 1
  const labelled = tally.turns > 1 ? tally.turns / size > 0.02 : tally.turns > 0 && about.labelled === true
  // "I" in a text that one person is said to have spoken
  const openings = about.title ? [about.title, ...sentences.slice(0, HEAD)] : sentences.slice(0, HEAD)
  const orator = !(tally.alone || tally.answered) || tally.titled ? undefined : oratorOf(openings, memory, vocabulary)
  if (orator) tally.turn(orator)
  const turns = labelled || orator !== undefined
  // "Statement by Minister A on …", published by his own: he speaks for it alone, whomever it is about
  const lone =
    !turns &&
    publisher !== undefined &&
    !tally.titled &&
    about.title !== undefined &&
    isOwn(oratorOf([about.title], memory, vocabulary), publisher)
  const voice = lone ? 'report' : voiceOf(tally, size, turns, publisher, about.articles === true)
  const hosts = memory.unplaced.length > 0
  const sided = chooseParties(tally, sentences[listed] ?? [], voice, turns, hosts, words)
  const told = turns ? sided : ownedBy(tally, publisher, about.title, sided, words)
  // "The Prime Minister spoke with President A of Z", published by R
  const guested = publisher !== undefined && unowned && isGuest(told, publisher, tally, voice, turns) ? [publisher, ...told] : told
  const title = voice === 'report' && !turns ? about.title : undefined
  const chosen = title && publisher !== undefined && isAtHome(tally, publisher, title) ? atHome(tally, publisher, guested) : guested
  const { people, offices, bodies } = memory
  // whose the only one who speaks could be, but for those towards whom he acts
  const others = (party: string) => turns && selves.isOther(party, turns)
  const named = turns && tally.speakers.size ? tally.speakers : tally.persons
  const silent = unseenParty(chosen, people, named, turns)
  const afar = turns && !tally.speakers.size && (silent === undefined || others(silent))
  const parties = afar ? chosen.filter((party) => !others(party)) : chosen
  const other = afar ? unseenParty(parties, people, named, turns) : silent
  const asked = selves.asked()
  const alone = turns && tally.unknownSpeaker && !tally.speakers.size
  const guest =
    other !== undefined && !others(other) && (!turns || publisher === undefined || publisher === other || tally.entitled.has(other))
  const unseen = guest ? other : turns && publisher !== undefined ? publisher : alone ? (asked ?? mostNamed(tally, others)) : undefined
  // a state that is named once is as easily one that is only spoken of
  const home =
    unseen !== undefined && (unseen === publisher || unseen === asked || (tally.counts.get(unseen) ?? 0) > 1) ? unseen : undefined
  const speaks = publisher ?? (orator?.parties.length === 1 ? orator.parties[0] : undefined)
  const register: Register = { people, offices, bodies, turns, home: turns ? speaks : undefined, orator, unseen: home }
  if (unseen && !turns) placeOfficials(memory, unseen, vocabulary)
  else if (voice === 'report' && !turns && publisher !== undefined) placeOfficials(memory, publisher, vocabulary)
  else if (voice === 'report' && !turns && !tally.persons.size) placePair(memory, parties, words)
  const instrument = voice === 'treaty' || (voice === 'joint' && tally.between && (tally.defines || tally.drawnUp))
  const addressed =
    orator !== undefined && (!about.title || parties.some((party) => tally.entitled.has(party) && !orator.parties.includes(party)))
  const author = lone ? [publisher] : authorOf(tally, voice, turns, publisher, selves.self())
  return {
    parties,
    voice,
    instrument,
    counts: tally.counts,
    turns,
    register,
    unseen,
    author,
    own: author !== undefined && author[0] === publisher && speaksAlone(tally),
    publisher: turns || voice === 'treaty' ? undefined : publisher,
    host: tally.host,
    orator,
    towards:
      !turns &&
      (parties.length === 1
        ? publisher === undefined && selves.isOnlyOther(parties[0] as string, tally.counts)
        : voice === 'report' && parties.some((party) => selves.isOther(party, false))),
    addressed,
    apart: turns && !addressed && (tally.speakers.size === 1 ? !tally.unknownSpeaker : !tally.speakers.size && publisher !== undefined),
    spoken: tally.speakers,
  }
}
