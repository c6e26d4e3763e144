import { Is } from '../../lexicon/relations.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag } from '../../lexicon/word.ts'
import { type DamageWords, damageWordsOf } from '../damage/vocabulary.ts'
import { classOf, isLetter, LOWER, UPPER } from '../letters.ts'
import type { Proposals } from './proposals.ts'

/** Longest phrase, in words, that is compared with the one before it. */
const LONGEST = 4
const RING = 2 * LONGEST
const MODAL = Flag.MODAL | Flag.BE | Flag.HAVE
const PARTICLE = MODAL | Flag.TO
const GRAMMAR = Flag.DETERMINER | Flag.PREPOSITION | Flag.COORDINATOR

/** Finds words and phrases that stand twice in a row ("of of", "the plan the plan") or with a joiner between ("steps and steps"). */
export class Doubles {
  private readonly starts = new Int32Array(RING)
  private readonly ends = new Int32Array(RING)
  private readonly hashes = new Int32Array(RING)
  /** Words since the last mark that separates, and line breaks since the last word. */
  private count = 0
  private breaks = 0
  private readonly text: string
  private readonly out: Proposals
  private readonly vocabulary: Vocabulary
  private readonly words: DamageWords

  constructor(text: string, out: Proposals, vocabulary: Vocabulary) {
    this.text = text
    this.out = out
    this.vocabulary = vocabulary
    this.words = damageWordsOf(vocabulary)
  }

  /** A mark that separates: what follows does not repeat what came before. */
  stop(): void {
    this.count = 0
    this.breaks = 0
  }

  /** One line break may be a hard wrap; two are a new paragraph. */
  lineBreak(): void {
    if (++this.breaks > 1) this.count = 0
  }

  /** The next word, `hash` being that of its letters in lower case. */
  word(from: number, to: number, hash: number): void {
    const { starts, ends, hashes } = this
    if (this.breaks && classOf(this.text.charCodeAt(from)) === UPPER) this.count = 0
    this.breaks = 0
    const n = this.count++
    const slot = n % RING
    starts[slot] = from
    ends[slot] = to
    hashes[slot] = hash
    if (n >= 1 && hash === hashes[(n - 1) % RING] && this.repeats(n, 1, 1)) return
    if (n >= 2 && hash === hashes[(n - 2) % RING] && this.joined(n)) return
    for (let size = 2; size <= LONGEST && n >= 2 * size - 1; size++) {
      if (hash === hashes[(n - size) % RING] && this.repeats(n, size, size)) return
    }
  }

  private joined(n: number): boolean {
    const slot = (n - 1) % RING
    const { starts, ends } = this
    return (
      (ends[slot] as number) - (starts[slot] as number) < 8 &&
      this.words.joiners.has(this.text.slice(starts[slot], ends[slot])) &&
      this.repeats(n, 1, 2)
    )
  }

  /** Marks when the last `size` words equal those `distance` words before them. */
  private repeats(n: number, size: number, distance: number): boolean {
    const { starts, ends, hashes, text } = this
    for (let i = 1; i < size; i++) if (hashes[(n - i) % RING] !== hashes[(n - i - distance) % RING]) return false
    const from = starts[(n - size + 1 - distance) % RING] as number
    const to = ends[n % RING] as number
    const again = starts[(n - size + 1) % RING] as number
    const twice = text.slice(again, to)
    const first = text.slice(from, ends[(n - distance) % RING])
    if (plain(first) !== plain(twice) || this.allowed(first, twice, size, distance, to)) return false
    this.out.mark(from, to, distance > size ? 'damage/doubled-around' : 'damage/doubled-words', 'doubled words')
    // "agreed to to open": no clause can be read over a particle or an auxiliary that stands twice
    if (size === 1 && distance === 1 && this.vocabulary.lookup(twice.toLowerCase()).flags & PARTICLE)
      this.out.edit(text.charCodeAt(again - 1) === 32 ? again - 1 : again, to, '', 'clean/doubled-words')
    this.count = 0
    return true
  }

  /** The word after `to`, '' where a mark or the end follows. */
  private wordAfter(to: number): string {
    const { text } = this
    let from = to
    while (from < text.length && (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 10)) from++
    let end = from
    while (end < text.length && isLetter(classOf(text.charCodeAt(end)))) end++
    return from === to ? '' : text.slice(from, end)
  }

  /** "said that that the", "that that R": a clause opens, so that the second "that" points to nothing. */
  private opensClause(word: string, to: number): boolean {
    if (!(this.vocabulary.lookup(word).flags & Flag.THAT)) return false
    const next = this.wordAfter(to)
    const { flags } = this.vocabulary.lookup(next)
    return (
      (flags & (Flag.DETERMINER | Flag.PRONOUN)) !== 0 || (this.vocabulary.names.get(next)?.some(({ type }) => type === 'state') ?? false)
    )
  }

  /** "and the and the": with an article and without a noun, so that it is no "and on and on". */
  private onlyGrammar(phrase: string): boolean {
    const words = phrase.split(/\s+/).map((one) => this.vocabulary.lookup(one))
    return words.every(({ flags }) => flags & GRAMMAR) && words.some(({ relation }) => relation & Is.article)
  }

  /** "health and health security", "freedom and freedom of speech": what follows tells the second from the first. */
  private goesOn(to: number): boolean {
    const word = this.wordAfter(to)
    if (!word) return false
    const { flags } = this.vocabulary.lookup(word)
    return (
      this.words.of('complement').has(word) || (flags & (Flag.PREPOSITION | Flag.COORDINATOR | Flag.TO | Flag.SUBORDINATOR | MODAL)) === 0
    )
  }

  private allowed(first: string, second: string, size: number, distance: number, to: number): boolean {
    if (distance > size && this.goesOn(to)) return true
    if (isSmall(first) && !isSmall(second)) return true
    const word = (first.split(' ', 1)[0] as string).toLowerCase()
    if (
      (this.words.doubles.has(word) && !(size === 1 && this.opensClause(word, to))) ||
      (distance > size && (word.length < 4 || this.words.doubleEndings.some((ending) => word.endsWith(ending))))
    )
      return true
    if (size > 1 && distance === size && this.onlyGrammar(second)) return false
    if (size > 1)
      return second.split(/\s+/).some((one) => this.words.joiners.has(one) || (this.vocabulary.lookup(one).flags & Flag.TO) !== 0)
    if (first.length < 2) return true
    const names = classOf(first.charCodeAt(0)) === UPPER && classOf(second.charCodeAt(0)) === UPPER
    return names && !this.vocabulary.names.has(first) && this.vocabulary.lookup(word).flags === 0
  }
}

const isSmall = (phrase: string): boolean => classOf(phrase.charCodeAt(0)) === LOWER
const plain = (phrase: string): string => phrase.toLowerCase().replace(/\s+/g, ' ')
