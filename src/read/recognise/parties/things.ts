import { isSaying } from '../../../lexicon/frames.ts'
import { Code, Flag, More } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../units.ts'
import { headOf } from './bodies.ts'
import { as, nobody, type Subject, unique } from './memory.ts'
import { ownPlenary } from './organs.ts'
import type { Phrase } from './phrase.ts'
import { find, type Site, speakerOf, together } from './site.ts'
import { Is, isA } from './words.ts'

/** A text or scheme acts for its parties. */
export function instrument(site: Site, phrase: Phrase, name: string): Subject {
  const { context, memory } = site
  if (phrase.modifiers.length > 1) return { parties: unique(phrase.modifiers), kind: 'instrument', name, rule: 'party/instrument' }
  const single = context.voice === 'report' && context.parties.length !== 2 ? memory.single : undefined
  // "the task force met. The order directs …": a body by a common noun issues no text of one side
  const common = single?.kind === 'body' && /^\p{Ll}/u.test(single.parties[0] ?? '')
  return {
    parties: (common && context.author) || single?.parties || context.parties,
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
export function thing(site: Site, phrase: Phrase, name: string, from: number, to: number): Subject {
  const { context, memory, units } = site
  const word = (phrase.named || phrase.head).toLowerCase()
  // "the Meeting noted": those who meet
  if (
    context.parties.length > 1 &&
    !phrase.modifiers.length &&
    isA(site.words, word, Is.gathering) &&
    (site.vocabulary.actors.get(word) === 'body' || unitAt(units, phrase.namedAt)?.name?.type === 'proper')
  )
    return together(site, name, 'party/gathering')
  const plenary = ownPlenary(site, phrase, name, from)
  if (plenary) return plenary
  if (phrase.named) return named(site, phrase, name, from)
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
    // "the R-Z Alliance"
    const both = unitAt(units, phrase.headAt - 1)?.name
    if (both?.type === 'adjective' && both.parties.length > 1 && (units[phrase.headAt] as Unit).flags & Flag.CAPITAL)
      return { parties: both.parties, kind: 'body', name, rule: 'party/body-of-two' }
    const full = phrase.modifiers.length ? undefined : find(memory.bodies, context.register?.bodies, phrase.head)
    if (full) return as(full, { kind: 'body', rule: full.rule })
    return { parties: [phraseName(site, from, to, phrase.headAt)], kind: 'body', name, rule: 'party/body' }
  }
  // persons of no office bind no state; they undertake, ask and hold what the text says they do
  if (phrase.headClass === 'people')
    return { parties: [phraseName(site, from, to, phrase.headAt)], kind: 'people', name, rule: 'party/people' }
  return { parties: [], kind: 'abstract', name, rule: 'party/abstract' }
}

/** A name of no known kind may be that of one of the other side: in a talk, or where it says something. Else it is a firm's or anybody's. */
const isTheirs = ({ context, units }: Site, { namedAt }: Phrase): boolean => {
  const verb = units[namedAt + 1]
  return context.turns || (verb !== undefined && isSaying(verb.word))
}

/** A name of no known kind, or of a body. */
function named(site: Site, phrase: Phrase, name: string, from: number): Subject {
  const { context, memory, units } = site
  const unseen = context.voice === 'report' ? context.unseen : undefined
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
    isTheirs(site, phrase) &&
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
  // "Discussions will go on": the capital is that of the sentence
  const opens = type === 'proper' && phrase.namedAt === 0 && !shared && !phrase.named.includes(' ')
  if (opens && site.vocabulary.lookup(phrase.named).more & More.ABSTRACT) return as(nobody, { kind: 'abstract', name })
  const certain = shared || endsFirm(phrase.named, site)
  return { parties: [phrase.named], kind: 'body', name: phrase.named, rule: certain ? 'party/body' : 'party/name-by-form' }
}

/** "Rian and Zian teams", "their teams", in a text of several "our teams", "the teams on both sides": those whose they are together. */
function crewOf(site: Site, { modifiers, headAt }: Phrase, name: string, from: number): Subject | undefined {
  const { units, words, context } = site
  if (modifiers.length > 1) return { parties: unique(modifiers), kind: 'party', name, rule: 'party/crew' }
  if (modifiers.length || context.parties.length < 2) return undefined
  const first = units[from] as Unit
  const whose = context.voice === 'report' ? Is.they : Is.they | Is.first
  const theirs = first.flags & Flag.POSSESSIVE && isA(words, first.word.text, whose)
  const after = units[headAt + 2]?.word.text ?? ''
  const both = (units[headAt + 1]?.flags ?? 0) & Flag.PREPOSITION && isA(words, after, Is.count)
  return theirs || both ? together(site, name, 'party/crew') : undefined
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
