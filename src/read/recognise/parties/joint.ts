import { Code, Flag } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../units.ts'
import { as, type Subject, unique } from './memory.ts'
import { ownPlenary } from './organs.ts'
import type { Phrase } from './phrase.ts'
import { type Site, speakerOf, together } from './site.ts'
import { phraseName } from './things.ts'
import { Is, isA } from './words.ts'

/** "the two countries" in a text of more: the two that were named last, when exactly two were. */
export function counted(site: Site, count: number, name: string, rule: string): Subject {
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

export function joint(site: Site, phrase: Phrase, name: string, from: number, to: number): Subject {
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
  // "all parties", said by one who speaks alone: not his own
  const { word } = site.units[from] as Unit
  const all = phrase.headAt === from + 1 && isA(words, word.text, Is.whole) && !phrase.count && word.code !== Code.EACH
  if (all && !phrase.pronoun && (speaker?.parties.length === 1 || context.author))
    return { parties: [`${word.text} ${(site.units[phrase.headAt] as Unit).word.text}`], kind: 'body', name, rule: 'party/in-general' }
  // "Heads agreed", in the text of the organisation whose heads they are
  const own = ownPlenary(site, phrase, name, from)
  if (own) return own
  if (afar || apart || general(site, phrase, from))
    return { parties: [phraseName(site, from, to, afar ? to - 1 : phrase.headAt)], kind: 'body', name, rule: 'party/in-general' }
  if (speaker && !first && context.parties.length < 2) return as(speaker, { rule: 'party/speaker' })
  return counted(site, phrase.count, name, 'party/both-sides')
}

/** A name that is no party's. */
const isOther = ({ name }: Unit): boolean => name !== undefined && !name.parties.length && (name.type === 'place' || name.type === 'proper')

/** How far after its head "our governments" may begin. */
const OF = 3

/** "countries", "many nations", "all states": not the parties of the text. */
function general({ units, words, context }: Site, phrase: Phrase, from: number): boolean {
  if (!isA(words, phrase.head, Is.general)) return false
  // "officials from our governments", in the text of those governments
  const ours = phrase.ofParties && units.slice(phrase.headAt + 1, phrase.headAt + OF).some(({ word }) => isA(words, word.text, Is.ours))
  if (ours && context.voice !== 'report') return false
  if (phrase.marks & Is.whole && phrase.count !== 2 && !isA(words, unitAt(units, phrase.headAt - 1)?.word.text ?? '', Is.article))
    return true
  if ((units[phrase.headAt] as Unit).flags & Flag.CAPITAL && phrase.headAt > 0) return false
  for (let k = phrase.headAt - 1; k >= Math.max(0, from - 1); k--)
    if (isA(words, (units[k] as Unit).word.text, Is.article | Is.count) && !(k < from && (units[k] as Unit).flags & Flag.THAT)) return false
  return true
}
