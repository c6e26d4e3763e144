import { Code, Flag, TELLING } from '../../lexicon/word.ts'
import type { Memory } from '../recognise/parties/memory.ts'
import { Is, isA, type PartyWords } from '../recognise/parties/words.ts'
import type { Unit } from '../recognise/units.ts'

/** How long an aside in brackets may be. */
const ASIDE = 24

/** A noun that names no speaker: what follows it as "announced on Monday" limits it. */
export const isThing = ({ name, flags, word }: Unit): boolean =>
  !name && !word.actor && ((flags & ~Flag.CAPITAL) === 0 || (flags & Flag.ALSO_NOUN) !== 0)

/** A comma stands a few words before the end. */
export const commaNear = (units: readonly Unit[]): boolean => units.slice(-6, -3).some(({ word }) => word.text === ',')

/** Where a title turns from those who issue what it names to what that is about: "of R and S | on the lake", "by R | announcing …", "of R | (Lima)". */
export function issuers(units: readonly Unit[], words: PartyWords): number {
  let named = false
  for (let i = 0; i < units.length; i++) {
    const { name, flags, word } = units[i] as Unit
    if (name) named ||= name.parties.length > 0 && name.type !== 'place'
    else if (named && (word.code === Code.OPEN || (flags & (Flag.PREPOSITION | Flag.ING) && !isA(words, word.text, Is.owner)))) return i
  }
  return units.length
}

/** "The Lake Coalition remains committed": the body that a sentence opens with, before its verb. */
export function bodyOf(units: readonly Unit[]): readonly string[] {
  const at = (units[0]?.flags ?? 0) & Flag.DETERMINER ? 1 : 0
  const name = units[at]?.name
  return name?.type === 'body' && !name.entry?.from ? (name.parties.length ? name.parties : [name.ref]) : []
}

/** "the leaders of the Lake Union": the only name between two units, where it is that of a body of no known parties. */
export function unknownBody(units: readonly Unit[], from: number, to: number): readonly string[] {
  const names = units.slice(from, to).flatMap(({ name }) => (name && name.type !== 'role' ? [name] : []))
  const [only] = names
  return names.length === 1 && only?.type === 'body' && !only.parties.length ? [only.ref] : []
}

/** "of the Nordic countries", "the Baltic States": the members of the region that the name at `i` is, where they own what stands before or open the sentence. */
export function groupAt(units: readonly Unit[], i: number, { regions }: PartyWords): readonly string[] | undefined {
  const name = units[i]?.name
  if (!name || name.parties.length) return undefined
  // "Prime Ministers of the Nordic", read as one name, before "countries"
  if (name.type === 'role' && units[i + 1]?.word.actor === 'joint')
    return regions.get(name.ref.slice(name.ref.lastIndexOf(' ') + 1).toLowerCase())
  if (name.type !== 'proper' && name.type !== 'place') return undefined
  const opens =
    i === 0 || ((units[i - 1] as Unit).word.relation & Is.article && (i === 1 || (units[i - 2] as Unit).word.relation & Is.owner))
  if (!opens) return undefined
  const ref = name.ref.toLowerCase()
  return name.type === 'place' || units[i + 1]?.word.actor === 'joint'
    ? regions.get(ref)
    : regions.get(ref.slice(0, Math.max(0, ref.lastIndexOf(' '))))
}

/** The bracket that closes the one at `i`; `i - 1` where none does soon. */
export function closing(units: readonly Unit[], i: number): number {
  for (let k = i + 1; k < Math.min(units.length, i + ASIDE); k++) if (units[k]?.word.code === Code.CLOSE) return k
  return i - 1
}

/** Who leads the first sentence before a list ("President A met the Presidents of K, L and M"): a party with the list. */
export function leader(units: readonly Unit[], list: readonly string[]): string | undefined {
  for (const unit of units) {
    if (unit.name?.type === 'state' || unit.name?.type === 'body') return undefined
    const party = unit.name?.type === 'person' ? unit.name.parties[0] : undefined
    if (party && !list.includes(party)) return party
  }
  return undefined
}

/**
 * Parties of the officials in a sentence, by name or by an office just registered. Where two sides or more are its subject, those
 * after the verb count only as its object or after "with": who hosts, chairs or witnesses is no side.
 */
export function officialsIn(units: readonly Unit[], memory: Memory): string[] {
  const out: string[] = []
  let told = false
  let aside = false
  for (let i = 0; i < units.length; i++) {
    const { name, flags, word } = units[i] as Unit
    if (!name) {
      told ||= (flags & TELLING) !== 0
      if (told && flags & Flag.PREPOSITION && word.code !== Code.OF) aside = word.code !== Code.WITH && new Set(out).size > 1
      continue
    }
    if (aside) continue
    const unnamed = name.type === 'capital' || name.type === 'adjective'
    // "a Downing Street spokesman"
    if (unnamed && units[i + 1]?.word.actor === 'official' && !units[i + 1]?.name) out.push(...name.parties)
    else if (name.type === 'person') out.push(...name.parties)
    else if (name.type === 'role' || name.type === 'proper') {
      const known = memory.people.get(name.ref.slice(name.ref.lastIndexOf(' ') + 1).toLowerCase())
      if (known) out.push(...known.parties)
    }
  }
  return out
}

/** True when no verb stands before unit `to`: what stands there is the subject. */
export function opensWith(units: readonly Unit[], to: number): boolean {
  for (let k = 0; k < to; k++) {
    const { flags, word } = units[k] as Unit
    if (flags & TELLING) return false
    // "we support the wish of R, S and T"
    if (word.relation & Is.ours && word.kind === 'joint' && k + 1 < to && (units[k + 1] as Unit).flags & (Flag.BASE | Flag.ADVERB))
      return false
  }
  return true
}

/** The party that does something now, or holds something, in a sentence that begins with it: "R is imposing", "R welcomes". */
export function openerOf(units: readonly Unit[]): string | undefined {
  let at = 0
  while ((units[at]?.flags ?? 0) & Flag.DETERMINER && !units[at]?.name) at++
  const name = units[at]?.name
  if (name?.type !== 'state' || name.parties.length !== 1) return undefined
  while ((units[++at]?.flags ?? 0) & Flag.ADVERB);
  const { flags, word } = units[at] ?? { flags: 0, word: undefined }
  const acts =
    (flags & Flag.BE && (units[at + 1]?.flags ?? 0) & Flag.ING) ||
    (flags & Flag.PRESENT && word?.frames.some(({ outcome }) => outcome === 'position' || outcome === 'commitment' || outcome === 'stance'))
  return acts ? name.parties[0] : undefined
}

/** The one party that the name of a publisher names. */
export function publisherOf(publisher: readonly Unit[]): string | undefined {
  const own = new Set<string>()
  for (const { name } of publisher) if (name && name.type !== 'place') for (const party of name.parties) own.add(party)
  return own.size === 1 ? [...own][0] : undefined
}

/** How long "Have agreed as follows:-" is at most. */
const CONCLUSION = 7

/** "…; Have agreed as follows:": the words that end a preamble, after a mark or on a line of their own, whose subject opened it. */
export function concludes(units: readonly Unit[]): boolean {
  for (let i = Math.max(0, units.length - CONCLUSION); i + 2 < units.length; i++) {
    if (((units[i] as Unit).flags & Flag.HAVE) === 0 || ((units[i + 1] as Unit).flags & Flag.PARTICIPLE) === 0) continue
    const apart = i === 0 || ((units[i - 1] as Unit).flags & Flag.PUNCTUATION) !== 0
    return apart && units.slice(i + 2, i + 4).some(({ word }) => word.code === Code.FOLLOWING)
  }
  return false
}
