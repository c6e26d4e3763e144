import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import type { Context } from '../../context.ts'
import { as, type Subject } from './memory.ts'

/** Characters of the id of a state (ISO 3166-1 alpha-2). */
const STATE = 2

/** An organisation, and no state. */
export const isOrganisation = (party: string | undefined, { global }: Vocabulary): boolean =>
  party !== undefined && (party.length !== STATE || global.has(party))

/** "The Meeting:", "The Assembly,": an organ of no other name, in the text of one organisation, is that organisation. */
export function ownOrgan(organ: Subject, { author, parties }: Context, vocabulary: Vocabulary): Subject {
  const [own, ...others] = author ?? parties
  const [name] = organ.parties
  if (name === undefined || others.length || organ.parties.length > 1 || !isOrganisation(own, vocabulary)) return organ
  const known = organ.kind !== 'body' || name.includes(' ') || vocabulary.global.has(name)
  return known ? organ : as(organ, { parties: [own as string], rule: 'party/organ' })
}
