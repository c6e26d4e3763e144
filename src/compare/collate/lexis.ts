import type { NameEntry, NameStart } from '../../lexicon/names.ts'
import { emptyTokens } from '../../lexicon/tokens.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Word } from '../../lexicon/word.ts'
import type { PhrasesBySecond } from '../phrase-table.ts'
import type { Senses } from '../senses.ts'
import { emptyWords, folded, isContent, type Words } from '../words.ts'
import { Type, typesOf, withTables } from './types.ts'

/** What collation knows of a word, wherever it stands. */
export interface Known {
  /** The word as written, folded. */
  readonly form: string
  /** One key for all spellings and forms of the word. */
  readonly key: string
  /** Number of the key: equal keys have equal numbers, in all witnesses of one collation. */
  readonly id: number
  /** Bits of `Type`. */
  readonly type: number
  /** What the word names; '' for most. */
  readonly ref: string
  /** Phrases of the tables that begin with the word. */
  readonly phrases: PhrasesBySecond | undefined
  /** The names that begin with the word, where one of a state or its people does. */
  readonly names: NameStart | undefined
}

/** Words that are one unit, and what is known of that. */
interface Joint {
  readonly parts: readonly Known[]
  readonly name: NameEntry | undefined
  readonly known: Known
}

/** True for the name of a state, its adjective, the name of its people. */
export const isOfState = ({ type }: NameEntry): boolean => type === 'state' || type === 'adjective' || type === 'people'

/** Fewest letters of a word in capitals that is no acronym. */
const SHOUTED = 4

type Fixed = Omit<Known, 'id'>

/** A memo only, of words that live as long as their vocabulary keeps them. */
const memo = new WeakMap<Word, Fixed>()

/** The words of the witnesses of one collation: each is looked up once, and its key gets a number, since numbers are compared faster than keys. */
export class Lexis {
  readonly vocabulary: Vocabulary
  readonly senses: Senses
  /** Room for the tokens and words of the witness at hand. */
  readonly tokens = emptyTokens()
  readonly room = emptyWords<Known>()
  private readonly words = new Map<Word, Known | null>()
  /** Names and phrases met, by their first word. */
  private readonly joints = new Map<Known, Joint[]>()
  private readonly ids = new Map<string, number>()
  private readonly keys: string[] = []
  private readonly related: (boolean | undefined)[] = []

  constructor(vocabulary: Vocabulary, senses: Senses) {
    this.vocabulary = vocabulary
    this.senses = senses
  }

  /** How many keys have a number so far; numbers are below it. */
  get size(): number {
    return this.keys.length
  }

  /** The number of a key. */
  idOf(key: string): number {
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.keys.length
    this.ids.set(key, id)
    this.keys.push(key)
    return id
  }

  /** The key of a number. */
  keyOf(id: number): string {
    return this.keys[id] ?? ''
  }

  /** Some table names words that stand in the place of the key of a number. */
  relates(id: number): boolean {
    let known = this.related[id]
    if (known === undefined) {
      known = this.senses.relates(this.keyOf(id))
      this.related[id] = known
    }
    return known
  }

  /** What is known of a word; undefined for a mark. */
  of(word: Word): Known | undefined {
    let known = this.words.get(word)
    if (known === undefined) {
      known = this.know(word)
      this.words.set(word, known)
    }
    return known ?? undefined
  }

  private know(word: Word): Known | null {
    let fixed = memo.get(word)
    if (!fixed) {
      const form = folded(word)
      const key = form && this.senses.keyOf(word, form)
      const names = word.start?.of(word.form).some(isOfState) ? word.start : undefined
      const phrases = this.senses.phrases.get(key)
      const state = form.length >= SHOUTED && word.form === word.form.toUpperCase() ? this.stateOf(word.form) : undefined
      const own = state ? keyOfState(state) : key
      const { type, ref } = state ? stateType(state) : typesOf(word, key, isContent(word), this.vocabulary)
      fixed = { form, key: own, phrases, names, type: withTables(type, form, own, this.senses), ref }
      memo.set(word, fixed)
    }
    const { form, key, type, ref, phrases, names } = fixed
    return form === '' ? null : { form, key, id: this.idOf(key), type, ref, phrases, names }
  }

  /** What is known of a name or of a phrase of several words. */
  joint({ known, word }: Words<Known>, at: number, size: number, name: NameEntry | undefined): Known {
    const first = known[at] as Known
    let list = this.joints.get(first)
    if (!list) {
      list = []
      this.joints.set(first, list)
    }
    const isOf = ({ parts, name: other }: Joint): boolean =>
      other === name && parts.length === size && parts.every((part, k) => part === known[at + k])
    const met = list.find(isOf)
    if (met) return met.known
    const parts = known.slice(at, at + size)
    const made = { parts, name, known: this.join(parts, word.slice(at, at + size), name) }
    list.push(made)
    return made.known
  }

  private join(parts: readonly Known[], words: readonly Word[], name: NameEntry | undefined): Known {
    const key = parts.map((part) => part.key).join(' ')
    const { type, ref } = name ? stateType(name) : typesOf(words[0] as Word, key, words.some(isContent), this.vocabulary)
    const own = name ? keyOfState(name) : key
    const form = parts.map((part) => part.form).join(' ')
    return { ...(parts[0] as Known), form, key: own, id: this.idOf(own), type: withTables(type, form, own, this.senses), ref }
  }

  /** The state that a word in capitals throughout names by itself, as headlines have it. */
  private stateOf(form: string): NameEntry | undefined {
    const title = form.charAt(0) + form.slice(1).toLowerCase()
    return this.vocabulary
      .lookup(title)
      .start?.of(title)
      .find((name) => isOfState(name) && name.tokens.length === 1)
  }
}

/** One key for all names of a state, and one for all of its people and adjectives. */
const keyOfState = ({ type, ref }: NameEntry): string => `@${ref}${type === 'state' ? '' : '~'}`

/** The type of the name of a state, and what it names. */
const stateType = ({ type, ref }: NameEntry): { type: number; ref: string } => ({
  type: Type.CONTENT | Type.CAPITAL | Type.STATE | (type === 'state' ? 0 : Type.ADJECTIVE),
  ref,
})
