import { cells } from '../lexicon/cells.ts'
import { rungClasses } from '../lexicon/classes.ts'
import type { Row } from '../lexicon/lexicon.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { More, VERB, type Word } from '../lexicon/word.ts'
import { LimitWords } from './limit-words.ts'
import { type PhrasesBySecond, PhraseTable } from './phrase-table.ts'
import { numberWords, Quantities } from './quantities.ts'
import { Slips } from './slips.ts'
import { Sounds } from './sounds.ts'
import { fold } from './words.ts'

/** What a row of opposites.tsv or mistakes.tsv says of two words: the class of the difference, and why. */
export interface Clash {
  readonly class: string
  readonly row: string
  /** One is the opposite of the other, and not merely another sense. */
  readonly opposite: boolean
}

interface Ending {
  readonly from: string
  readonly to: string
  readonly least: number
}

interface Side {
  readonly row: number
  readonly left: boolean
}

/** Two words of one family share at least so many letters at their start, and so large a part of the shorter one. */
const KIN_LETTERS = 4
const KIN_SHARE = 0.7

/**
 * What the tables of comparing say of words: one key for all spellings and forms of a word, which words say the same, which turn a
 * statement round, which are taken for one another, which are terms of art. Pure look-ups.
 */
export class Senses {
  /** Phrases of several words by their first. */
  readonly phrases: ReadonlyMap<string, PhrasesBySecond>
  private readonly groups = new Map<string, number[]>()
  private readonly clashes = new Map<string, Side[]>()
  private readonly clashRows: Clash[] = []
  private readonly terms = new Set<string>()
  private readonly rungs = new Map<string, number>()
  private readonly numbers: ReadonlyMap<string, string>
  private readonly plurals: readonly Ending[]
  private readonly endings: readonly Ending[]
  private readonly inflections: readonly Ending[]
  private readonly spelled = new Map<string, string>()
  private readonly denials: readonly string[]
  private readonly deniers: ReadonlySet<string>
  private readonly adjectives: ReadonlySet<string>
  private readonly denying = new Map<string, boolean>()
  private readonly mutual: ReadonlySet<string>
  private readonly ordinals: readonly string[]
  private readonly leads: ReadonlySet<string>
  private readonly events: ReadonlySet<string>
  /** Numbers with their scale, parts of a whole, currencies. */
  readonly quantities: Quantities
  /** Words that limit a quantity. */
  readonly limits = new LimitWords()
  /** What a scanner takes for what. */
  readonly slips: Slips
  /** How names sound. */
  readonly sounds: Sounds
  private readonly vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
    const units = vocabulary.rows('units')
    // keys of other tables are made by it
    this.numbers = numberWords(units)
    const spellings = vocabulary.rows('spellings')
    const of = (name: string): readonly Row[] => spellings.filter((row) => row['class'] === name)
    const ending = (row: Row): Ending => ({ from: row['from'] ?? '', to: row['to'] ?? '', least: Number(row['least'] ?? 0) })
    this.plurals = of('plural').map(ending)
    this.endings = of('ending').map(ending)
    this.inflections = of('inflection').map(ending)
    for (const row of of('word')) this.spelled.set(row['from'] ?? '', row['to'] ?? '')
    this.denials = of('not').map((row) => row['from'] ?? '')
    this.deniers = new Set(of('denier').map((row) => this.keyOfForm(row['from'] ?? '')))
    this.adjectives = new Set(of('adjective').map((row) => row['from'] ?? ''))
    this.mutual = new Set(of('mutual').map((row) => this.keyOfForm(row['from'] ?? '')))
    this.ordinals = of('ordinal').map((row) => row['from'] ?? '')
    const times = (fits: (row: Row) => boolean): ReadonlySet<string> =>
      new Set(vocabulary.rows('times').flatMap((row) => (fits(row) ? cells(row['forms']) : [])))
    this.leads = times((row) => row['class'] === 'lead' && (row['value'] === 'during' || row['value'] === 'before'))
    this.events = times((row) => row['class'] === 'event')
    this.sounds = new Sounds(of('letters'))
    this.slips = new Slips(of('slip'), of('slip-digit'))
    this.quantities = new Quantities(units, vocabulary.rows('times'), vocabulary.ordinals, (form) => this.keyOfForm(form))
    this.phrases = this.readGroups().sorted()
    this.readClashes()
  }

  /** One key for all spellings and forms of a word: base form of a verb, singular of a noun, one spelling, numbers in digits. */
  keyOf(word: Word, folded: string): string {
    const number = this.numbers.get(word.text)
    if (number) return number
    const first = folded.charCodeAt(0)
    if (first >= 48 && first <= 57) return this.cardinal(folded).replace(/(?<=\d),(?=\d{3})/g, '')
    const base = (word.flags & VERB) !== 0 && word.lemma !== word.text ? fold(word.lemma) : changed(folded, this.plurals)
    const spelled = this.spelled.get(base) ?? base
    if (spelled !== base && /^\d/.test(spelled)) return spelled
    const key = changed(spelled, this.endings)
    return (word.flags & VERB) === 0 && !this.groups.has(key) ? this.stemOf(key) : key
  }

  /** The base form of a verb that only the tables of comparing know: "inked"; any other key as it is. */
  private stemOf(key: string): string {
    for (const { from, to, least } of this.inflections)
      if (key.length >= least && key.endsWith(from)) {
        const stem = key.slice(0, key.length - from.length) + to
        if (this.groups.has(stem)) return stem
      }
    return key
  }

  /** "2nd" is the day "2". */
  private cardinal(folded: string): string {
    const ending = this.ordinals.find((one) => folded.endsWith(one))
    const digits = ending === undefined ? '' : folded.slice(0, -ending.length)
    return /^\d+$/.test(digits) ? digits : folded
  }

  /** The keys of the parts of a word with hyphens: "five-year" has those of "five" and "year". Empty for all others. */
  partsOf(text: string): readonly string[] {
    return text.includes('-')
      ? text
          .split('-')
          .filter(Boolean)
          .map((part) => this.keyOfForm(part))
      : []
  }

  /** The key of a form of the tables; of several words, their keys with a space between. */
  private keyOfForm(form: string): string {
    if (form.includes(' '))
      return form
        .split(' ')
        .map((part) => this.keyOfForm(part))
        .join(' ')
    return this.keyOf(this.vocabulary.lookup(form), fold(form))
  }

  private readGroups(): PhraseTable {
    const phrases = new PhraseTable()
    this.vocabulary.rows('synonyms').forEach((row, id) => {
      for (const form of cells(row['forms'])) {
        const key = this.keyOfForm(form)
        push(this.groups, key, id)
        phrases.add(key)
      }
    })
    for (const table of ['mistakes', 'opposites'])
      for (const row of this.vocabulary.rows(table))
        for (const column of ['forms', 'wrong', 'left', 'right']) for (const form of cells(row[column])) phrases.add(this.keyOfForm(form))
    for (const row of this.vocabulary.rows('terms'))
      for (const form of cells(row['forms'])) {
        const key = this.keyOfForm(form)
        this.terms.add(key)
        phrases.add(key)
      }
    for (const row of this.vocabulary.rows('rungs'))
      for (const form of cells(row['forms'])) {
        const key = this.keyOfForm(form)
        this.rungs.set(key, rungClasses.indexOf(row['class'] ?? ''))
        phrases.add(key)
      }
    for (const row of this.vocabulary.rows('limits'))
      for (const form of cells(row['forms'])) {
        const key = this.keyOfForm(form)
        this.limits.add(key, row['class'] ?? '', row['id'] ?? '')
        phrases.add(key)
      }
    return phrases
  }

  private readClashes(): void {
    const add = (row: Row, left: string | undefined, right: string | undefined, opposite: boolean): void => {
      const index = this.clashRows.length
      this.clashRows.push({ class: row['class'] ?? '', row: row['id'] ?? '', opposite })
      for (const form of cells(left)) push(this.clashes, this.keyOfForm(form), { row: index, left: true })
      for (const form of cells(right)) push(this.clashes, this.keyOfForm(form), { row: index, left: false })
    }
    for (const row of this.vocabulary.rows('mistakes')) add(row, row['forms'], row['wrong'], false)
    for (const row of this.vocabulary.rows('opposites')) add(row, row['left'], row['right'], true)
  }

  /** What a difference between two keys is by the tables of opposites and mistakes; undefined where they say nothing. */
  clash(a: string, b: string): Clash | undefined {
    const sides = this.clashes.get(a)
    const others = sides && this.clashes.get(b)
    if (!sides || !others) return undefined
    for (const side of sides)
      for (const other of others) if (side.row === other.row && side.left !== other.left) return this.clashRows[side.row] as Clash
    return undefined
  }

  /** True where one group of synonyms has both keys. */
  same(a: string, b: string): boolean {
    const groups = this.groups.get(a)
    const others = groups && this.groups.get(b)
    if (!groups || !others) return false
    for (const id of groups) if (others.includes(id)) return true
    return false
  }

  /** True where some table names words that stand in the place of the key: `same` or `clash` can say something of it. */
  relates(key: string): boolean {
    return this.groups.has(key) || this.clashes.has(key)
  }

  /** True where some group of synonyms has the key: the tables know the word. */
  knows(key: string): boolean {
    return this.groups.has(key)
  }

  /** The groups of synonyms that have a key, by number. */
  groupsOf(key: string): readonly number[] {
    return this.groups.get(key) ?? []
  }

  /** True for words by which something is done while an event lasts, or before it: "during the talks". */
  isWhile(words: readonly string[]): boolean {
    return this.leads.has(words[0] ?? '') && words.some((word) => this.events.has(word))
  }

  /** How firmly a word before a verb holds the one who speaks, from 0 on; undefined for all others. */
  rung(key: string): number | undefined {
    return this.rungs.get(key)
  }

  /** True for a term of art: no other word replaces it. */
  isTerm(key: string): boolean {
    return this.terms.has(key)
  }

  /** True where one key is the other with a prefix that denies: "stable", "unstable". */
  denies(a: string, b: string): boolean {
    const [long, short] = a.length > b.length ? [a, b] : [b, a]
    return short.length > 3 && this.denials.some((prefix) => long === prefix + short)
  }

  /** True for a verb of something done together, of which either side may be named first: "meet". */
  isMutual(key: string): boolean {
    return this.mutual.has(key)
  }

  /** True for a word that denies by what it is: a prefix before a word that the tables know ("insufficient"), or a word of the tables ("fail"). */
  isDenial(key: string): boolean {
    const known = this.denying.get(key)
    if (known !== undefined) return known
    const denying = this.deniers.has(key) || this.denials.some((prefix) => key.startsWith(prefix) && this.isWord(key.slice(prefix.length)))
    this.denying.set(key, denying)
    return denying
  }

  private isWord(key: string): boolean {
    return key.length > 3 && (this.groups.has(key) || (this.vocabulary.lookup(key).more & More.KNOWN) !== 0)
  }

  /** True where one key is the other with an ending that makes an adjective of a name: "Africa", "African". */
  isAdjective(a: string, b: string): boolean {
    const [long, short] = a.length > b.length ? [a, b] : [b, a]
    return long.startsWith(short) && this.adjectives.has(long.slice(short.length))
  }

  /** The state whose capital a word names, by id. */
  stateOfCapital({ start, form }: Word): string | undefined {
    return start?.of(form).find(({ type, tokens }) => type === 'capital' && tokens.length === 1)?.ref
  }

  /** Words of one family by form: "fishery", "fishing". */
  kin(a: string, b: string): boolean {
    const least = Math.min(a.length, b.length)
    let shared = 0
    while (shared < least && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
    return shared >= KIN_LETTERS && shared >= least * KIN_SHARE
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function changed(key: string, endings: readonly Ending[]): string {
  for (const { from, to, least } of endings)
    if (key.length >= least && key.endsWith(from)) return key.slice(0, key.length - from.length) + to
  return key
}

const made = new WeakMap<Vocabulary, Senses>()

/** The tables of comparing of a vocabulary. A memo: the same vocabulary always gives the same tables. */
export function sensesOf(vocabulary: Vocabulary): Senses {
  const known = made.get(vocabulary)
  if (known) return known
  const senses = new Senses(vocabulary)
  made.set(vocabulary, senses)
  return senses
}
