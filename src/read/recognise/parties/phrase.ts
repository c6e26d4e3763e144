import type { NameEntry } from '../../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../units.ts'
import { compoundBefore, headOf } from './bodies.ts'
import type { Subject } from './memory.ts'
import { isLoneOffice, isOffice } from './offices.ts'
import { find, type Site } from './site.ts'
import { Is, isA } from './words.ts'

/** What one pass over a noun phrase finds: names that act, names that modify, the head and its class. */
export class Phrase {
  /** Parties named as doers. */
  readonly stated: string[] = []
  /** Parties of adjectives and owners. */
  readonly modifiers: string[] = []
  /** Common noun that heads the phrase, and its class in the table `actors`. */
  head = ''
  headClass = ''
  headAt = -1
  /** Office worded as a name ("Foreign Minister"). */
  role = ''
  person: Unit | undefined
  /** An official who is known by surname. */
  known: Subject | undefined
  /** A name of no known kind, or of a body. */
  named = ''
  namedAt = -1
  /** All such names that are joined by "and". */
  readonly strangerNames: string[] = []
  /** Officials, and names that may be persons, joined by "and". */
  officials = 0
  strangers = 0
  /** An owner in the genitive or a possessive stands in the phrase. */
  possessor = false
  /** The head acts for those whose it is: "their teams". */
  crew = false
  /** "two" is 2. */
  count = 0
  /** The phrase says "other", "joint", "all". */
  marks = 0
  /** "of the Parties", "of the two countries" after the head. */
  ofParties = false
  ofCount = 0
  /** "of the Council" after the head: the common noun. */
  ofBody = ''
  /** A state's name stands where none can: before "the two sides", after "it". Index of its unit. */
  spliceAt = -1
  /** "the Minister and I". */
  withSpeaker = false
  /** "you and the Minister". */
  withHearer = false
  /** Whose it is by "its", "his", "her". */
  owner: readonly string[] = []
  /** The pronoun that heads the phrase. */
  pronoun = ''
  private joins = true
  private inOf = false
  /** Its parts are joined by "and". */
  coordinated = false
  private readonly site: Site
  private readonly from: number
  private readonly to: number

  constructor(site: Site, from: number, to: number) {
    this.site = site
    this.from = from
    this.to = to
  }

  /** Reads units `from` to `to`; stops where the phrase gives way to an aside or an adverbial. */
  scan(): this {
    const { units, words } = this.site
    let depth = 0
    for (let i = this.from; i < this.to; i++) {
      const unit = units[i] as Unit
      const word = unit.word.text
      if (word === '(') depth++
      if (word === ')') depth = Math.max(0, depth - 1)
      if (depth > 0) continue
      if (unit.flags & Flag.COORDINATOR) {
        this.joins = true
        this.coordinated = true
        continue
      }
      if (word === ',') {
        const next = units[i + 1]
        if (next && next.flags & Flag.DETERMINER && !units[i + 2]?.name) this.inOf = false
        if (i === this.from || !next || !(next.flags & (Flag.PARTICIPLE | Flag.RELATIVE | Flag.ING | Flag.TO))) continue
        const past = this.pastAside(i + 1)
        if (past < 0) break
        i = past - 1
        continue
      }
      // "the Fund – a scheme of firms –": what follows the dash only describes it
      if (unit.word.code === Code.DASH && this.named && units[i + 1]?.word.code === Code.A) break
      // "the Parties to this Agreement"
      if (unit.flags & Flag.TO && this.head && this.headClass !== 'official') break
      // "the Mission of R to the Lake Union", "the Ambassador of R to Z": where they are sent
      if (unit.flags & Flag.TO && ((this.inOf && this.stated.length) || this.role || this.headClass === 'official')) {
        const at = units[i + 1]?.word.code === Code.THE ? i + 2 : i + 1
        const sent = units[at]?.name?.type
        if (sent === 'body' || sent === 'state') i = at
        continue
      }
      if (unit.flags & Flag.PREPOSITION && !(unit.flags & Flag.DETERMINER)) {
        // "trade between R and Z" is no doer: the thing heads the phrase, not those that it joins
        if (unit.word.code === Code.BETWEEN && this.head && !this.headClass && !this.stated.length) break
        this.inOf = isA(words, word, Is.owner)
        if (!this.inOf && (this.head || this.named || this.stated.length || this.role)) break
        continue
      }
      if (unit.name) this.name(unit, i)
      else if (unit.flags & Flag.PRONOUN) this.pronounAt(unit, i)
      else this.word(unit, i)
    }
    return this
  }

  /** After "the delegations of R, led by A," the list goes on with "and Z": index of that "and", or -1. */
  private pastAside(at: number): number {
    const { units } = this.site
    for (let k = at; k < this.to; k++) {
      if (units[k]?.word.text === ',' && (units[k + 1]?.flags ?? 0) & Flag.COORDINATOR && k + 1 < this.to) return k + 1
    }
    return -1
  }

  private name(unit: Unit, i: number): void {
    const { units } = this.site
    const name = unit.name as NonNullable<Unit['name']>
    const genitive = ((units[i + 1]?.flags ?? 0) & Flag.GENITIVE) !== 0
    if (genitive) this.possessor = true
    const region = this.region(name.ref)
    if (region.length) {
      // "the Nordic countries": its members act
      const whole = name.type === 'body' || name.type === 'mechanism' || name.type === 'place' || units[i + 1]?.word.actor === 'joint'
      for (const party of region) (whole ? this.stated : this.modifiers).push(party)
      return
    }
    if ((name.type === 'body' || name.type === 'mechanism') && i + 1 < this.to && compoundBefore(units, i + 1) && isThing(units[i + 1]))
      return
    const compound = name.parties.length > 0 && name.type !== 'person' && name.type !== 'state' && name.entry === undefined
    // "the Ukraine conflict": a thing, named by the state
    const next = units[i + 1]
    const body = next?.word.actor === 'crew' || next?.word.actor === 'body' || next?.word.actor === 'people'
    const names = name.type === 'state' && i + 1 < this.to && !next?.name && (body || (next?.flags === 0 && !next.word.actor))
    if (name.type === 'adjective' || genitive || compound || names) {
      this.modifiers.push(...name.parties)
      if (compound && name.type !== 'adjective' && name.type !== 'proper') this.setNamed(name.ref, i)
      return
    }
    switch (name.type) {
      case 'person': {
        const other = surnameOf(name, this.site)
        if (other) {
          this.known = other
          this.official()
          this.stated.push(...other.parties)
          return
        }
        this.person = unit
        this.official()
        this.stated.push(...name.parties)
        return
      }
      case 'role':
      case 'proper':
        // "Section 232", "COVID-19": a number makes it no doer
        if (i + 1 < this.to && (units[i + 1]?.flags ?? 0) & Flag.NUMBER) return
        return this.capitalised(name, i)
      case 'body':
      case 'mechanism':
        return this.capitalised(name, i)
      case 'state':
        this.noteSplice(i)
        this.stated.push(...name.parties)
        return
      default:
        if (name.type === 'people') {
          if (!this.inOf && !this.head) this.setHead(name.ref, 'people', i)
          return
        }
        if (name.type !== 'place') this.stated.push(...name.parties)
    }
  }

  private official(): void {
    if (this.joins) this.officials++
    this.joins = false
  }

  private capitalised(name: { type: string; ref: string; parties: readonly string[]; entry?: NameEntry | undefined }, i: number): void {
    const { memory, context, vocabulary } = this.site
    const ref = name.ref
    const last = ref.slice(ref.lastIndexOf(' ') + 1).toLowerCase()
    const office = name.type === 'role' || (name.type === 'body' && isOffice(this.site.units[i] as Unit, vocabulary))
    const person = office || name.type === 'proper'
    const known = person ? find(memory.people, context.register?.people, last) : undefined
    if (known) {
      this.known = known
      this.official()
      if (this.isPair(ref)) this.officials++
      this.stated.push(...known.parties)
      return
    }
    if (
      name.type !== 'mechanism' &&
      (vocabulary.actors.get(last) === 'joint' || (name.type === 'role' && vocabulary.actors.get(headOf(ref)) === 'joint')) &&
      !this.inOf
    ) {
      for (const party of this.region(ref.slice(0, Math.max(0, ref.length - last.length - 1)))) this.modifiers.push(party)
      for (const party of this.region(last)) this.stated.push(party)
      this.setHead(last, 'joint', i)
      return
    }
    if (office) {
      const owner = unitAt(this.site.units, i - 2)?.name
      // "the Minister of R as well as the Union's Commissioner": in a list, whose office it is acts too
      if (this.coordinated && owner?.parties.length && (this.site.units[i - 1] as Unit).flags & Flag.GENITIVE)
        this.stated.push(...owner.parties)
      if (!this.role || !this.inOf) this.role = ref
      this.official()
      if (this.isPair(ref)) this.officials++
      return
    }
    if (name.parties.length) this.stated.push(...(this.site.words.agencies.get(ref) ?? name.parties))
    else this.setNamed(compoundBefore(this.site.units, i) + ref, i, name.type === 'body')
  }

  /** "the President", "the Secretary of Ports": one office of the text's own side, in capitals; without an article it stands alone. */
  get isTheOffice(): boolean {
    const { units, vocabulary, words } = this.site
    const next = units[this.from + 1]
    if (this.to === this.from + 1) return isLoneOffice(units[this.from] as Unit, vocabulary, words)
    return (
      units[this.from]?.word.code === Code.THE &&
      this.officials === 1 &&
      (next?.name?.type === 'role' || (next?.word.actor === 'official' && (next.flags & Flag.CAPITAL) !== 0))
    )
  }

  /** "Minister and Deputy Secretary" as one name: two officials. */
  private isPair(ref: string): boolean {
    const { vocabulary } = this.site
    for (let at = ref.indexOf(' '); at > 0; at = ref.indexOf(' ', at + 1)) {
      const stop = ref.indexOf(' ', at + 1)
      if (stop > 0 && vocabulary.lookup(ref.slice(at + 1, stop)).flags & Flag.COORDINATOR) {
        this.withSpeaker ||= (vocabulary.lookup(ref.slice(stop + 1)).flags & Flag.PRONOUN) !== 0
        return true
      }
    }
    return false
  }

  private setNamed(ref: string, i: number, force = false): void {
    if (this.joins && !this.inOf) this.strangers++
    if (!this.inOf) this.strangerNames.push(ref)
    if (this.named && !force) return
    this.named = ref
    this.namedAt = i
  }

  private setHead(word: string, kind: string, i: number): void {
    const fronted =
      this.stated.length > 0 && !this.coordinated && kind === 'joint' && this.site.units[i - 1]?.word.text !== ',' && this.commaBefore(i)
    if (fronted) {
      this.stated.length = 0
      this.officials = 0
      this.strangers = 0
      this.known = undefined
      this.person = undefined
      this.role = ''
    }
    this.head = word
    this.crew = kind === 'crew'
    this.headClass = this.crew ? 'body' : kind
    this.headAt = i
  }

  /** "King A, King of R, the leaders of …": what stands before ", the" was fronted. */
  private commaBefore(i: number): boolean {
    for (let k = i - 1; k > this.from && k > i - 4; k--) if (this.site.units[k]?.word.text === ',') return true
    return false
  }

  private pronounAt(unit: Unit, i: number): void {
    const word = unit.word.text
    if (this.coordinated && isA(this.site.words, word, Is.first)) this.withSpeaker = true
    if (unit.word.code === Code.YOU) this.withHearer = true
    this.pronoun = word
    if (unit.word.kind === 'joint' || this.site.words.counts.has(word)) {
      if (this.site.words.counts.has(word)) this.count = this.site.words.counts.get(word) ?? 0
      this.setHead(word, 'joint', i)
    }
  }

  private word(unit: Unit, i: number): void {
    const { words, vocabulary, memory } = this.site
    const word = unit.word.text
    const marks = words.classes.get(word) ?? 0
    const surname =
      unit.flags & Flag.CAPITAL && marks === 0 && i === this.from
        ? find(memory.people, this.site.context.register?.people, word)
        : undefined
    if (surname) {
      this.known = surname
      this.official()
      this.stated.push(...surname.parties)
      return
    }
    if (marks & Is.count) {
      if (this.inOf && this.headAt >= 0) this.ofCount = words.counts.get(word) ?? 0
      else this.count = words.counts.get(word) ?? 0
    }
    // "we, as well as our other friends": the second part is not what heads the phrase
    if (!this.inOf && !(this.coordinated && this.pronoun)) this.marks |= marks & (Is.other | Is.shared | Is.whole | Is.former | Is.latter)
    if (unit.flags & Flag.POSSESSIVE && i === this.from && marks & Is.article) {
      const owner = isA(words, word, Is.they)
        ? undefined
        : isA(words, word, Is.first)
          ? undefined
          : isA(words, word, Is.personal)
            ? memory.person
            : isA(words, word, Is.impersonal)
              ? memory.single
              : undefined
      if (owner) this.owner = owner.parties
    }
    const kind = vocabulary.actors.get(word)
    if (kind !== undefined && !(marks & Is.count && i + 1 < this.to)) {
      if (!this.inOf) {
        if (kind === 'official') this.official()
        // "4,000 people": some of them, and no side
        const some = kind === 'side' && i > this.from && ((this.site.units[i - 1] as Unit).flags & Flag.NUMBER) !== 0
        this.setHead(word, some ? 'people' : kind, i)
      } else if (kind === 'body') this.ofBody ||= word
      // "the purpose of this Arrangement"
      else if (kind === 'instrument' && this.ofThis(i)) this.headClass ||= kind
      else if (kind === 'joint') {
        const definite = isA(words, unitAt(this.site.units, i - 1)?.word.text ?? '', Is.article | Is.count)
        if (!definite) return
        if (this.headAt >= 0 || this.role) this.ofParties = true
        if (!this.headClass && this.headAt < 0) this.headClass = 'joint'
      }
      return
    }
    const plain = Flag.DETERMINER | Flag.POSSESSIVE | Flag.ADVERB | Flag.PUNCTUATION | Flag.GENITIVE
    if (this.inOf || unit.flags & plain) return
    // "invited Minister A and his wife": those who are named act
    if (this.coordinated && this.stated.length) return
    this.head = word
    this.headAt = i
    if (this.headClass !== 'joint') this.headClass = ''
  }

  private ofThis(i: number): boolean {
    const { units } = this.site
    return unitAt(units, i - 1)?.word.code === Code.THIS && unitAt(units, i - 2)?.word.code === Code.OF
  }

  /** Members of a region or group that are parties of the text; empty when the name is none. */
  private region(ref: string): readonly string[] {
    const members = this.site.words.regions.get(ref.toLowerCase())
    if (!members) return []
    const own = this.site.context.parties.filter((party) => members.includes(party))
    return own.length > 1 ? own : []
  }

  private noteSplice(i: number): void {
    const { units, vocabulary } = this.site
    const next = units[i + 1]
    const before = i > this.from ? units[i - 1] : undefined
    if (before?.flags && before.flags & Flag.PRONOUN) this.spliceAt = i
    if (before?.name?.type === 'body' && before.name.parties.length && this.stated.length === 1) this.spliceAt = i
    if (!next || i + 1 >= this.to) return
    if (next.name?.type === 'state') this.spliceAt = i + 1
    else if (next.flags & Flag.DETERMINER) {
      for (let k = i + 2; k < Math.min(this.to, i + 5); k++)
        if (vocabulary.actors.get(units[k]?.word.text ?? '') === 'joint') this.spliceAt = i
    }
  }
}

/** The official of the text who bears the lone surname of another person in the lexicon: of another party, or with another first name. */
function surnameOf(
  name: { ref: string; parties: readonly string[]; entry?: NameEntry | undefined },
  { memory, context }: Site,
): Subject | undefined {
  if (name.entry?.tokens.length !== 1) return undefined
  const known = find(memory.people, context.register?.people, (name.entry.tokens[0] as string).toLowerCase())
  if (!known) return undefined
  const other = known.parties[0] !== name.parties[0] || (known.name.includes(' ') && firstWord(known.name) !== firstWord(name.ref))
  return other ? known : undefined
}

const isThing = (unit: Unit | undefined): boolean => unit?.name?.type === 'body' || unit?.name?.type === 'mechanism'
const firstWord = (ref: string): string => (ref.includes(' ') ? ref.slice(0, ref.indexOf(' ')) : ref).toLowerCase()
