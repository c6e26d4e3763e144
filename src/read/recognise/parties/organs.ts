import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Flag } from '../../../lexicon/word.ts'
import type { Context } from '../../context.ts'
import { type Unit, unitAt } from '../units.ts'
import { as, type Subject } from './memory.ts'
import type { Phrase } from './phrase.ts'
import type { Site } from './site.ts'
import { Is, isA, partyWords } from './words.ts'

/** Characters of the id of a state (ISO 3166-1 alpha-2). */
const STATE = 2

/** An organisation, and no state. */
export const isOrganisation = (party: string | undefined, vocabulary: Vocabulary): boolean =>
  party !== undefined && (party.length !== STATE || vocabulary.global.has(party) || partyWords(vocabulary).members.has(party))

/** The organisation whose text it is; undefined where it is that of others. */
export function ownOrganisation({ author, parties }: Context, vocabulary: Vocabulary): string | undefined {
  const [own, ...others] = author ?? parties
  return others.length || !isOrganisation(own, vocabulary) ? undefined : own
}

/** "The Meeting:", "The Assembly,": an organ of no other name, in the text of one organisation, is that organisation. */
export function ownOrgan(organ: Subject, context: Context, vocabulary: Vocabulary): Subject {
  const own = ownOrganisation(context, vocabulary)
  const [name] = organ.parties
  if (name === undefined || own === undefined || organ.parties.length > 1) return organ
  const known = organ.kind !== 'body' || (name.includes(' ') && !endsNameOf(own, name, vocabulary)) || vocabulary.global.has(name)
  return known ? organ : as(organ, { parties: [own], rule: 'party/organ' })
}

/** "The General Conference," in a text of the Lake Union General Conference: the last words of a name of its organisation. */
const endsNameOf = (own: string, name: string, vocabulary: Vocabulary): boolean =>
  partyWords(vocabulary)
    .bodies.get(own)
    ?.some((form) => form.endsWith(` ${name}`)) === true

/** "The Conference noted", "Summit elected", "our organisation": where all members of an organisation meet, by a word alone, is that organisation. */
export function ownPlenary({ units, words, context, vocabulary }: Site, phrase: Phrase, name: string, from: number): Subject | undefined {
  const at = phrase.named ? phrase.namedAt : phrase.headAt
  const word = (phrase.named || phrase.head).toLowerCase()
  if (!words.plenaries.has(word) || phrase.modifiers.length || phrase.coordinated || at > from + 1) return undefined
  const before = at > from ? (units[from] as Unit) : undefined
  const ours = before && before.flags & Flag.POSSESSIVE && isA(words, before.word.text, Is.first)
  const capital = (unitAt(units, at)?.flags ?? 0) & Flag.CAPITAL || phrase.named
  if (!(ours || (before ? isA(words, before.word.text, Is.article) : capital))) return undefined
  const own = ownOrganisation(context, vocabulary)
  return own === undefined ? undefined : { parties: [own], kind: 'body', name, rule: 'party/organ' }
}
