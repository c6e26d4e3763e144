import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Code, Flag, More } from '../../../lexicon/word.ts'
import { titleCase } from '../../letters.ts'
import { type Unit, unitAt } from '../units.ts'
import { as, type Memory, type Subject } from './memory.ts'
import { Is, isA, type PartyWords, partyWords } from './words.ts'

/** How long what stands before the subject of a sentence may be. */
const FRONT = 12

/**
 * "The President met President A of R": the office that opens the sentence without a name or an owner, in lower case, where nobody
 * has held it so far; if another is named with it then, two have it. '' without one. `fronted`: so may "On Monday, the President met …".
 */
export function bareOffice(units: readonly Unit[], memory: Memory, fronted = false): string {
  let at = units[0]?.word.code === Code.THE ? 1 : 0
  if (fronted && (units[0]?.flags ?? 0) & Flag.PREPOSITION) {
    while (at < FRONT && units[at] && units[at]?.word.code !== Code.COMMA) at++
    at = units[at + 1]?.word.code === Code.THE ? at + 2 : 0
  }
  const { name, word } = units[at] ?? {}
  const verb = units[at + 1]
  const office = name?.type === 'role' ? name.ref : name || word?.actor !== 'official' ? '' : word.text
  const acts = Flag.PAST | Flag.PRESENT | Flag.HAVE | Flag.MODAL | Flag.ADVERB
  if (!at || !office || !((verb?.flags ?? 0) & acts) || verb?.word.kind === 'binding') return ''
  const key = office.toLowerCase()
  return memory.offices.has(key) ? '' : key
}

/** Of the office that opens a sentence bare: another who is named with it holds it beside. */
export function shareOffice({ offices }: Memory, bare: string): void {
  const other = offices.get(bare)
  if (other?.parties.length) offices.set(bare, as(other, { parties: [] }))
}

/** "President of R A B": an office of one word, which the state and the holder follow. */
export function isBareOffice(units: readonly Unit[], i: number, vocabulary: Vocabulary, words: PartyWords): boolean {
  const unit = units[i] as Unit
  if (unit.word.actor !== 'official' || !(unit.flags & Flag.CAPITAL) || !isA(words, units[i + 1]?.word.text ?? '', Is.owner)) return false
  return vocabulary.nameHeads.get(titleCase(unit.word.text)) === 'role'
}

/** "Foreign Minister", without an article and a name. */
export const isLoneOffice = ({ name }: Unit, vocabulary: Vocabulary, words: PartyWords): boolean =>
  name?.type === 'role' && !name.parties.length && name.ref.includes(' ') && !splitRole(name.ref, vocabulary, words).name.length

/** "National Security Council Secretary A": a name with an office after the name of the body is an official's; not "Council of Ministers". */
export function isOffice({ name }: Unit, vocabulary: Vocabulary): boolean {
  if (!name || name.entry) return false
  let last: string | undefined
  for (const part of name.ref.split(' ')) {
    if (last === 'body' && isA(partyWords(vocabulary), part, Is.owner)) return false
    last = vocabulary.nameHeads.get(part) ?? last
  }
  return last === 'role'
}

/** Notes who holds an office; nobody where officials of two sides do. */
export function setOffice(memory: Memory, key: string, subject: Subject): void {
  const { offices } = memory
  const old = offices.get(key)
  const ambiguous = old && old.parties.join() !== subject.parties.join()
  offices.set(key, ambiguous ? as(subject, { parties: [] }) : subject)
}

/** "Deputy Secretary of State" gives "deputy secretary of state", "deputy secretary" and "secretary". */
export function officeKeys(ref: string, words: PartyWords): string[] {
  const lower = ref.toLowerCase()
  const parts = lower.split(' ')
  const stop = parts.findIndex((part, k) => k > 0 && isA(words, part, Is.owner | Is.duty))
  const office = stop > 0 ? parts.slice(0, stop).join(' ') : lower
  const last = office.slice(office.lastIndexOf(' ') + 1)
  return [...new Set([lower, office, last])]
}

/** The words of an office and of the name after it: "Foreign Minister Anna Berg". */
export function splitRole(ref: string, vocabulary: Vocabulary, words: PartyWords): { office: string; name: string[] } {
  const parts = ref.split(' ')
  let cut = 0
  for (let k = 0; k < parts.length; k++) {
    const part = parts[k] as string
    const lower = part.toLowerCase()
    const known = vocabulary.nameHeads.get(part) === 'role' || isA(words, lower, Is.portfolio | Is.title | Is.owner | Is.duty)
    if (known) cut = k + 1
  }
  const office = parts.slice(0, cut).filter((part) => !isA(words, part.toLowerCase(), Is.title))
  return { office: office.join(' '), name: parts.slice(cut) }
}

/** Whose the office is that `key` opens with, by the table alone: "under secretary of state" of "under secretary of state anna berg". */
export function ownOffice(key: string, words: PartyWords): readonly string[] | undefined {
  for (let to = key.length; to > 0; to = key.lastIndexOf(' ', to - 1)) {
    const own = words.offices.get(key.slice(0, to))
    if (own) return own
  }
  return undefined
}

/** "Mr. Berg": a title and a name, without an office. */
export function namesPerson(ref: string, vocabulary: Vocabulary, words: PartyWords): boolean {
  const { office, name } = splitRole(ref, vocabulary, words)
  return name.length > 0 && office === ''
}

/** "secretary" of "Under Secretary Anna Berg": the office that the rank before it is under; '' where `ref` has none. */
export function higherOffice(ref: string, vocabulary: Vocabulary): string {
  const parts = ref.split(' ')
  const at = parts.findIndex((part, k) => k > 0 && (vocabulary.lookup(part).more & More.RANKED) !== 0)
  return at > 0 && (vocabulary.lookup(parts[at - 1] as string).more & More.MODIFIER) !== 0 ? (parts[at] as string).toLowerCase() : ''
}

/** Notes an official by name and office; where nobody is known to own the office, he waits for a side. */
export function note(memory: Memory, office: string, named: readonly string[], parties: readonly string[], words: PartyWords): void {
  if (!parties.length) {
    if (named.length && office && memory.unplaced.length < 50) memory.unplaced.push({ office, named })
    return
  }
  const last = named.at(-1)
  const subject: Subject = { parties, kind: 'official', name: named.join(' ') || office, rule: 'party/office' }
  if (last && last.length > 1) {
    const key = last.toLowerCase()
    if (!memory.people.has(key)) memory.people.set(key, subject)
    const first = (named[0] as string).toLowerCase()
    if (first.length > 1 && !memory.people.has(first)) memory.people.set(first, subject)
  }
  if (office) for (const key of officeKeys(office, words)) setOffice(memory, key, subject)
}

/** The state before an office: "Kenyan Foreign Minister", "Kenya's Minister". */
export function ownerBefore(units: readonly Unit[], i: number): readonly string[] {
  let k = i - 1
  // "Republic of R First Vice Minister": the rank belongs to the office
  const flags = unitAt(units, k)?.flags ?? 0
  if (flags & Flag.ADVERB && flags & Flag.CAPITAL) k--
  if ((unitAt(units, k)?.flags ?? 0) & Flag.GENITIVE) k--
  // "Lake Union (LU) Secretary General A", "Republic of R (RR) Minister B"
  const full = unitAt(units, k - 3)?.name?.type
  if (units[k]?.word.code === Code.CLOSE && units[k - 2]?.word.code === Code.OPEN && (full === 'body' || full === 'state')) k -= 3
  const name = unitAt(units, k)?.name
  if (name?.parties.length && (name.type === 'adjective' || ((name.type === 'state' || name.type === 'body') && k < i - 1)))
    return name.parties
  return name && (name.type === 'state' || name.type === 'body') ? name.parties : []
}

/** The words of a name without titles. */
export function properName(ref: string, words: PartyWords): string[] {
  return ref.split(' ').filter((part) => !isA(words, part.toLowerCase(), Is.title))
}
