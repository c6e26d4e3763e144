import type { Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Flag } from '../../../lexicon/word.ts'
import { titleCase } from '../../letters.ts'
import { type Unit, unitAt } from '../units.ts'
import type { Memory } from './memory.ts'
import { note, ownerBefore, ownOffice, properName, splitRole } from './offices.ts'
import { Is, isA, type PartyWords } from './words.ts'

/** How far after an office its state and its holder may stand, in units. */
const REACH = 14

/** Finds state and holder of the office at unit `i` and notes both. */
export function noteOfficial(units: readonly Unit[], i: number, memory: Memory, vocabulary: Vocabulary, words: PartyWords): void {
  const unit = units[i] as Unit
  const { office, name } = splitRole(unit.name?.ref ?? titleCase(unit.word.text), vocabulary, words)
  if (vocabulary.actors.get(office.slice(office.lastIndexOf(' ') + 1).toLowerCase()) === 'joint') return
  new Official(units, i, office, name, vocabulary, words).look().note(memory)
}

/** Whether the search for state and holder goes on past a unit. */
type Goes = 'on' | 'no more'

/** What stands around an office: whose it is and who holds it. */
class Official {
  private parties: readonly string[]
  private stated: boolean
  /** Parties of an adjective between: whose he is where nothing says it better. */
  private weak: readonly string[] = []
  private office: string
  private named: readonly string[]
  /** Unit after the last that says something of him. */
  private after: number
  private readonly units: readonly Unit[]
  private readonly at: number
  private readonly vocabulary: Vocabulary
  private readonly words: PartyWords

  constructor(units: readonly Unit[], at: number, office: string, named: readonly string[], vocabulary: Vocabulary, words: PartyWords) {
    this.units = units
    this.at = at
    this.office = office
    this.named = named
    this.vocabulary = vocabulary
    this.words = words
    this.parties = ownerBefore(units, at)
    this.stated = this.parties.length > 0
    this.after = at + 1
  }

  /** Reads on from the office, as far as what stands there is about the same official. */
  look(): this {
    const { units, at } = this
    let goes: Goes = 'on'
    for (let j = at + 1; j < Math.min(units.length, at + REACH) && goes === 'on'; j++) goes = this.unit(units[j] as Unit, j)
    return this
  }

  note(memory: Memory): void {
    const { units, at, words, office } = this
    let { parties, named } = this
    if (!named.length && unitAt(units, at - 1)?.word.text === ',' && unitAt(units, at - 2)?.name?.type === 'proper')
      named = properName(unitAt(units, at - 2)?.name?.ref ?? '', words)
    if (!parties.length && this.after === at + 1 && units[at + 1]?.name?.type === 'person') parties = units[at + 1]?.name?.parties ?? []
    const known = parties.length || !named.length ? parties : this.weak
    note(memory, office, named, known.length ? known : (ownOffice(office.toLowerCase(), words) ?? known), words)
  }

  private unit(next: Unit, j: number): Goes {
    const type = next.name?.type
    if ((type === 'state' || type === 'body') && next.name?.parties.length) return this.owner(next.name.parties, j)
    if (type === 'proper' && !this.named.length && !((this.units[j + 1]?.flags ?? 0) & Flag.GENITIVE)) return this.holder(next, j)
    if (type === 'proper' && isA(this.words, this.before(j), Is.particle)) {
      this.named = [...this.named, ...(next.name?.ref ?? '').split(' ')]
      this.after = j + 1
      return 'on'
    }
    if (type === 'adjective') {
      this.weak = next.name?.parties ?? []
      return 'on'
    }
    if (type === 'person') return 'no more'
    if (type === 'role') return this.role(next, j)
    if (type === 'body' || type === 'mechanism' || type === 'proper') return 'on'
    return this.isBetween(next, j) ? 'on' : 'no more'
  }

  /** "of R", "of the Union": whose the office is. */
  private owner(parties: readonly string[], j: number): Goes {
    const { words } = this
    const owned =
      isA(words, this.before(j), Is.owner) ||
      (isA(words, this.before(j), Is.article) && isA(words, this.units[j - 2]?.word.text ?? '', Is.owner))
    if (!owned) return 'no more'
    if (!this.stated) this.parties = parties
    this.stated = true
    this.after = j + 1
    return 'on'
  }

  /** A name after the office. */
  private holder(next: Unit, j: number): Goes {
    if (this.units[j - 1]?.name?.type === 'adjective') return 'on'
    this.named = splitRole(next.name?.ref ?? '', this.vocabulary, this.words).name
    if (!this.named.length) return 'on'
    this.after = j + 1
    return this.stated ? 'no more' : 'on'
  }

  /** Another office: of somebody else, with the name of the holder in it, or a second one of his. */
  private role(next: Unit, j: number): Goes {
    const { units, words } = this
    const before = this.before(j)
    // "Minister A, the Minister of Z, B": another person's office
    if (this.named.length && isA(words, before, Is.article)) return 'no more'
    if (!this.named.length) {
      const inner = splitRole(next.name?.ref ?? '', this.vocabulary, words)
      const whose =
        isA(words, before, Is.article) && ((units[j - 2]?.flags ?? 0) & Flag.TO || isA(words, units[j - 2]?.word.text ?? '', Is.owner))
      if (inner.office && j > this.at + 1 && before !== ',' && !isA(words, before, Is.owner) && !whose) return 'no more'
      this.named = inner.name
      this.after = j + 1
    } else if (before === ',') {
      if (this.office) return 'no more'
      this.office = splitRole(next.name?.ref ?? '', this.vocabulary, words).office
    }
    return 'on'
  }

  /** A word that may stand between an office and what says whose it is and who holds it. */
  private isBetween(next: Unit, j: number): boolean {
    const { units, words, named } = this
    // "Minister A on the Truce between R and Z": what he speaks about is not whose he is
    if (next.flags & Flag.PREPOSITION) return !named.length || isA(words, next.word.text, Is.owner | Is.place)
    if (next.word.text === ',' || next.word.text === '.' || next.flags & Flag.DETERMINER) return true
    // "Adviser to the President A"
    if (next.flags & Flag.TO && isA(words, units[j + 1]?.word.text ?? '', Is.article)) return true
    if (isA(words, next.word.text, Is.portfolio | Is.particle)) return true
    if (next.flags & Flag.CAPITAL && !named.length && this.vocabulary.actors.has(next.word.text)) return true
    const type = units[j + 1]?.name?.type
    return (next.flags & Flag.COORDINATOR) !== 0 && !named.length && (type === 'proper' || type === 'adjective')
  }

  private before(j: number): string {
    return this.units[j - 1]?.word.text ?? ''
  }
}
