// Who issues a joint text together, by the title or sentence that says so.
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../lexicon/word.ts'
import { Is, isA, type PartyWords, partyWords } from '../recognise/parties/words.ts'
import type { Unit } from '../recognise/units.ts'

/** Words that may lead to those who sign; "of" does right after what they sign. */
const LEADS = new Set<number>([Code.BY, Code.FROM, Code.BETWEEN])
/** What ends the list of those who sign: "in Lima", "on trade", "announcing a fund", "'s visit". */
const ENDS = Flag.PREPOSITION | Flag.ING | Flag.TO | Flag.GENITIVE | Flag.TERMINAL

/**
 * "Joint Statement by President A and President B", "Joint Statement on ships for T from R's President A and Minister B of Z": the parties
 * of all who are listed. Empty where fewer than two are, and where somebody among them is of no known side.
 */
export function signersOf(units: readonly Unit[], vocabulary: Vocabulary): readonly string[] {
  const words = partyWords(vocabulary)
  // nothing but the name of the text before who signs it: "Joint Statement by …"
  let direct = true
  for (const [i, { name, word, flags }] of units.entries()) {
    const ref = name?.type === 'mechanism' ? name.ref.toLowerCase().split(' ') : []
    const glued = ref.length > 1 && isA(words, ref.at(-1) as string, Is.owner)
    const before = ref.at(glued ? -2 : -1)
    if (before) direct &&= vocabulary.actors.get(before) === 'instrument'
    if (glued || LEADS.has(word.code) || (word.code === Code.OF && direct)) {
      const { signers, officials } = listed(units, i + 1, words)
      if (signers && (direct || officials)) return signers
    }
    direct &&= !name?.parties.length && (flags & Flag.PREPOSITION) === 0
  }
  return []
}

/** "The text of the following statement was released by Minister A of R and President B of Z". */
export function releasedBy(units: readonly Unit[], words: PartyWords): readonly string[] {
  const by = units.findIndex(({ word }) => word.code === Code.BY)
  const text = units.slice(0, Math.max(0, by)).some(({ word }) => word.actor === 'instrument')
  return text ? (listed(units, by + 1, words).signers ?? []) : []
}

/** The parties of a list from unit `from` on, and whether each of it is an official. */
function listed(units: readonly Unit[], from: number, words: PartyWords): { signers?: readonly string[]; officials: boolean } {
  const signers: string[] = []
  let many = 0
  let officials = true
  let at = from
  while (at < units.length && !ends(units[at] as Unit)) {
    let to = at
    while (to < units.length && !ends(units[to] as Unit) && !parts(units[to] as Unit)) to++
    if (to > at) {
      const one = units.slice(at, to)
      const party = sideOf(one, words)
      if (!party.length) return { officials }
      many++
      officials &&= one.some(({ name, word }) => name?.type === 'person' || name?.type === 'role' || word.actor === 'official')
      for (const side of party) if (!signers.includes(side)) signers.push(side)
    }
    if (to < units.length && ends(units[to] as Unit)) break
    at = to + 1
  }
  return many > 1 ? { signers, officials } : { officials }
}

const parts = ({ flags, word, name }: Unit): boolean => !name && ((flags & Flag.COORDINATOR) !== 0 || word.text === ',')

const ends = ({ flags, word, name }: Unit): boolean => !name && (flags & ENDS) !== 0 && (word.relation & Is.owner) === 0

/** Whose side one of the list is: the first party that is named for him. */
function sideOf(units: readonly Unit[], { agencies }: PartyWords): readonly string[] {
  for (const { name } of units)
    if (name?.parties.length && name.type !== 'place' && name.type !== 'people')
      return name.type === 'body' ? (agencies.get(name.ref) ?? name.parties) : name.parties
  return []
}

/** "R-Z Leaders' Statement", "Joint Statement on the R-Z Dialogue": the sides that a title joins in one word and besides which it names none. */
export function pairOf(units: readonly Unit[]): readonly string[] {
  const pair = units.find(({ name }) => name?.type === 'adjective' && name.parties.length > 1)?.name?.parties ?? []
  return units.every(({ name }) => !name?.parties.some((party) => !pair.includes(party))) ? pair : []
}
