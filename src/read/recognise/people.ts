import { Code, Flag } from '../../lexicon/word.ts'
import { type Name, type Unit, unitAt } from './units.ts'

/** A person who speaks for somebody, as a text introduces them. */
export interface Official {
  /** The name as first written in full, without the office. */
  readonly name: string
  readonly office: string
  readonly parties: readonly string[]
}

const APPOSITION = 14
/** No word of an office in lower case. */
const NOT_TITLE =
  Flag.PUNCTUATION |
  Flag.GENITIVE |
  Flag.PREPOSITION |
  Flag.DETERMINER |
  Flag.POSSESSIVE |
  Flag.COORDINATOR |
  Flag.PRONOUN |
  Flag.MODAL |
  Flag.BE |
  Flag.HAVE |
  Flag.PAST |
  Flag.TO |
  Flag.THAT
const isParty = (name: Name | undefined): boolean =>
  name !== undefined && name.parties.length > 0 && (name.type === 'state' || name.type === 'adjective' || name.type === 'body')
const codeAt = (units: readonly Unit[], i: number): number => unitAt(units, i)?.word.code ?? 0
const genitive = (units: readonly Unit[], i: number): boolean => ((unitAt(units, i)?.flags ?? 0) & Flag.GENITIVE) !== 0

/** The officials of one text, found by form and met again by surname. Grows with `note`; asks nothing of a lexicon of people. */
export class People {
  private readonly known = new Map<string, Official | null>()

  /** Notes every official whom a sentence introduces: "Minister X of R", "R's Deputy Minister X", "X, R's minister". */
  note(units: readonly Unit[], text: string): void {
    for (let i = 0; i < units.length; i++) {
      const name = units[i]?.name
      if (!name) continue
      if (name.type === 'role') this.office(units, i, name, text)
      else if (name.type === 'proper') this.apposition(units, i, name, text)
      else if (name.type === 'person' && name.parties.length) this.add({ name: name.ref, office: '', parties: name.parties })
    }
  }

  /** The official of a full name, a surname, or a name with its office; undefined when unknown or when two share it. */
  of(name: Name): Official | undefined {
    const own = name.person ?? name.ref
    return this.known.get(own) ?? this.known.get(last(own)) ?? undefined
  }

  private add(official: Official): void {
    this.put(official.name, official)
    const words = official.name.split(' ')
    if (words.length < 2) return
    this.put(words.at(-1) as string, official)
    this.put(words[0] as string, official)
  }

  private put(key: string, official: Official): void {
    const old = this.known.get(key)
    if (key.length < 2 || (old?.name.includes(key) && same(old.parties, official.parties))) return
    this.known.set(key, old === undefined ? official : null)
  }

  /** "R's Foreign Minister X", "Foreign Minister X of R", "the Foreign Minister of R, X". */
  private office(units: readonly Unit[], i: number, name: Name, text: string): void {
    const party = partyBefore(units, i) ?? partyOf(units, i + 1)
    if (!party) return
    if (name.person) {
      this.add({ name: name.person, office: name.ref.slice(0, name.ref.length - name.person.length).trim(), parties: party.parties })
      return
    }
    let k = party.next
    if (codeAt(units, k) === Code.COMMA) k++
    const person = units[k]?.name
    if (person?.type === 'proper' && person.ref.includes(' '))
      this.add({ name: person.ref, office: text.slice(units[i]?.from, units[i]?.to), parties: party.parties })
  }

  /** "X, R's state councilor and foreign minister,", "X, the foreign minister of R", "R's foreign minister X". */
  private apposition(units: readonly Unit[], i: number, name: Name, text: string): void {
    let from = i + 2
    let to = Math.min(units.length, from + APPOSITION)
    if (codeAt(units, i + 1) !== Code.COMMA) {
      const of = officeOf(units, i)
      if (of) return this.add({ name: name.ref, office: text.slice(units[of.next]?.from, units[i - 1]?.to), parties: of.parties })
      to = i
      from = i
      while (from > 0 && i - from < 6 && isTitleWord(units[from - 1])) from--
      if (from === i) return
      const party = partyBefore(units, from)
      if (party) this.add({ name: name.ref, office: text.slice(units[from]?.from, units[i - 1]?.to), parties: party.parties })
      return
    }
    let party: Name | undefined
    let office = -1
    for (let k = from; k < to; k++) {
      const unit = units[k] as Unit
      if (unit.word.code === Code.COMMA || (unit.flags & (Flag.MODAL | Flag.BE | Flag.HAVE | Flag.RELATIVE | Flag.TERMINAL)) !== 0) break
      if (isParty(unit.name)) party ??= unit.name
      else if (isTitleWord(unit)) office = office < 0 ? k : office
      else if (unit.name && unit.name.type !== 'role' && !genitive(units, k)) break
    }
    if (party && office >= 0)
      this.add({ name: name.ref, office: text.slice(units[office]?.from, units[office]?.to), parties: party.parties })
  }
}

const last = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)
const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((party, i) => party === b[i])
const isTitleWord = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (unit.word.actor === 'official' ||
    unit.name?.type === 'role' ||
    (unit.name === undefined && unit.word.actor !== '' && unit.word.actor !== 'joint'))

interface PartyAt {
  readonly parties: readonly string[]
  readonly next: number
}

/** "R's", "R" or "Rish" right before unit `i`, over lower-case words of the office ("R's deputy foreign minister X"). */
function partyBefore(units: readonly Unit[], i: number): PartyAt | undefined {
  let k = i - 1
  while (k > i - 4 && k >= 0 && units[k]?.name === undefined && ((units[k] as Unit).flags & NOT_TITLE) === 0) k--
  if (genitive(units, k)) k--
  const name = unitAt(units, k)?.name
  return name && isParty(name) ? { parties: name.parties, next: i + 1 } : undefined
}

/** "president of R X": the title word is `next`. */
function officeOf(units: readonly Unit[], i: number): PartyAt | undefined {
  const name = unitAt(units, i - 1)?.name
  if (!name || !isParty(name) || name.type === 'adjective') return undefined
  const link = codeAt(units, i - 2) === Code.THE ? i - 3 : i - 2
  return codeAt(units, link) === Code.OF && isTitleWord(units[link - 1]) ? { parties: name.parties, next: link - 1 } : undefined
}

/** "of R", "of the Republic of R", "of foreign affairs of R" from unit `i`. */
function partyOf(units: readonly Unit[], i: number): PartyAt | undefined {
  for (let k = i; k < Math.min(units.length, i + 9); k++) {
    const unit = units[k] as Unit
    if (unit.name && isParty(unit.name) && unit.name.type !== 'adjective') {
      const before = codeAt(units, k - 1) === Code.THE ? k - 2 : k - 1
      const link = codeAt(units, before)
      return link === Code.OF || link === Code.TO || link === Code.FOR ? { parties: unit.name.parties, next: k + 1 } : undefined
    }
    const inside =
      unit.name?.type === 'proper' ||
      unit.name?.type === 'role' ||
      unit.name?.type === 'body' ||
      (unit.flags & (Flag.PREPOSITION | Flag.DETERMINER | Flag.TO)) !== 0
    if (!inside || genitive(units, k)) return undefined
  }
  return undefined
}
