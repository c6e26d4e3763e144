import type { NameEntry } from '../../lexicon/names.ts'
import { emptyTokens, tokenize } from '../../lexicon/tokens.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Word } from '../../lexicon/word.ts'
import type { Reading, Role, Span } from '../../model.ts'
import { sentences } from '../../read/segment/sentences.ts'
import { applyEdits, PositionMap } from '../../span.ts'
import type { Senses } from '../senses.ts'
import { isContent, type Words, wordsOf } from '../words.ts'
import type { Witness } from './nouns.ts'
import { Type, typesOf } from './types.ts'

/** One word, or a phrase that the tables know as one, as collation compares it. Spans are offsets into the text as received. */
export interface Unit extends Span {
  /** What is compared: the key of all spellings and forms of the word. */
  readonly key: string
  /** Bits of `Type`. */
  readonly type: number
  /** The word as written, folded: two units of one key and one form are written alike but for case and diacritics. */
  readonly form: string
  readonly word: Word
  /** What the word names: id of a state, number of a month; '' for all others. */
  readonly ref: string
}

/** A sentence of a witness: its units and the stretch that belongs to it, up to where the next one begins. */
export interface Sentence extends Span {
  /** Half-open range of units. */
  readonly first: number
  readonly last: number
  readonly role: Role
  /** The reading says that it is a piece left by bad segmentation. */
  readonly fragment: boolean
}

/** A witness made ready: its sentences tile the text, its units stand in them. */
export interface Leaf {
  readonly text: string
  readonly reading: Reading
  readonly units: readonly Unit[]
  readonly sentences: readonly Sentence[]
}

/** The rule of a reading by which a sentence is a piece of another. */
const FRAGMENT = 'damage/fragment'

interface Zone extends Span {
  readonly role: Role
}

/** Cuts a witness into sentences and units. Linear in the text; the sentences tile it, from its first character to its last. */
export function leafOf(witness: Witness, vocabulary: Vocabulary, senses: Senses): Leaf {
  const { text, reading } = witness
  const cleaned = reading.edits.length ? applyEdits(text, reading.edits) : text
  const map = new PositionMap(reading.edits)
  const words = wordsOf(cleaned, vocabulary)
  const keys = words.word.map((word, i) => senses.keyOf(word, words.key[i] as string))
  const pieces = reading.damage.filter((one) => one.rule === FRAGMENT).map((one) => one.span)
  const units: Unit[] = []
  const found: Sentence[] = []
  let at = 0
  let piece = 0
  for (const zone of zonesOf(cleaned, witness)) {
    for (const [from, to] of sentencesOf(cleaned, zone, vocabulary)) {
      const first = units.length
      while (at < words.from.length && (words.from[at] as number) < from) at++
      let end = at
      while (end < words.from.length && (words.from[end] as number) < to) end++
      while (at < end) {
        const name = stateAt(words, at, cleaned)
        const size = name ? name.tokens.length : senses.phraseAt(keys, at, end)
        units.push(unitOf(words, keys, at, size, name, map, vocabulary, cleaned))
        at += size
      }
      // a line of marks belongs to what stands before it
      if (units.length === first) continue
      const start = map.toSource(from, 1)
      while ((pieces[piece] as Span | undefined)?.to !== undefined && (pieces[piece] as Span).to <= start) piece++
      const fragment = pieces[piece] !== undefined && (pieces[piece] as Span).from <= start
      found.push({ from: start, to: 0, first, last: units.length, role: zone.role, fragment })
    }
  }
  if (!found.length && text.length) found.push({ from: 0, to: 0, first: 0, last: 0, role: 'narration', fragment: false })
  return { text, reading, units, sentences: tiled(found, text.length) }
}

/** Sentences without a gap: each runs up to the next, the first begins with the text and the last ends with it. */
function tiled(found: readonly Sentence[], length: number): Sentence[] {
  const starts: number[] = []
  let least = 0
  for (let i = 0; i < found.length; i++) {
    least = i ? Math.max(least, (found[i] as Sentence).from) : 0
    starts.push(Math.min(least, length))
  }
  return found.map((one, i) => ({ ...one, from: starts[i] as number, to: starts[i + 1] ?? length }))
}

/** The segments of the reading in the cleaned text, and the lines between them. */
function zonesOf(cleaned: string, { text, reading }: Witness): Zone[] {
  const zones: Zone[] = []
  const inverse = new Inverse(reading)
  let done = 0
  const segments = reading.segments.filter((segment) => segment.role !== 'dateline').sort((a, b) => a.span.from - b.span.from)
  for (const { span, role } of segments) {
    const from = Math.max(done, inverse.at(span.from))
    const to = Math.max(from, span.to >= text.length ? cleaned.length : inverse.at(span.to))
    addLines(zones, cleaned, done, from)
    if (to > from) zones.push({ from, to, role })
    done = to
  }
  addLines(zones, cleaned, done, cleaned.length)
  return zones
}

function addLines(zones: Zone[], cleaned: string, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const line = cleaned.indexOf('\n', at)
    const end = line === -1 || line >= to ? to : line + 1
    zones.push({ from: at, to: end, role: 'narration' })
    at = end
  }
}

/** Offsets of the text as received in the cleaned text; asked in rising order. */
class Inverse {
  private readonly edits: Reading['edits']
  private next = 0
  private shift = 0

  constructor(reading: Reading) {
    this.edits = reading.edits
  }

  at(offset: number): number {
    for (let edit = this.edits[this.next]; edit && edit.span.to <= offset; edit = this.edits[this.next]) {
      this.shift += edit.insert.length - (edit.span.to - edit.span.from)
      this.next++
    }
    const edit = this.edits[this.next]
    return (edit && edit.span.from < offset ? edit.span.from : offset) + this.shift
  }
}

function sentencesOf(cleaned: string, zone: Zone, vocabulary: Vocabulary): [number, number][] {
  const tokens = tokenize(cleaned, zone.from, zone.to, vocabulary, emptyTokens())
  return sentences(cleaned, tokens, vocabulary).map(([first, last]) => [tokens.from[first] as number, tokens.to[last - 1] as number])
}

/** Words of the longest name that is looked for, and of the longest name of a state inside another name. */
const LONGEST_NAME = 12
const LONGEST_STATE = 6

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xa0) return false
  }
  return true
}

/** The name of a state or its people at a word, the longest one. */
function stateAt(words: Words, at: number, cleaned: string): NameEntry | undefined {
  const start = (words.word[at] as Word).start
  if (!start) return undefined
  // a name may go on in the next line, and never beyond a mark
  let end = at + 1
  while (end < words.length && end < at + LONGEST_NAME && isBlank(cleaned, words.to[end - 1] as number, words.from[end] as number)) end++
  // a state inside a longer name is a unit too, so that it is one where the rest of that name is damaged
  for (let to = end; to > at; to = Math.min(to, at + LONGEST_STATE) - 1) {
    const name = start.longest(words, at, to, undefined, false)
    if (!name) return undefined
    if (name.type === 'state' || name.type === 'adjective' || name.type === 'people') return name
  }
  return undefined
}

function unitOf(
  words: Words,
  keys: readonly string[],
  at: number,
  size: number,
  name: NameEntry | undefined,
  map: PositionMap,
  vocabulary: Vocabulary,
  cleaned: string,
): Unit {
  const last = at + size - 1
  const span = map.spanToSource(words.from[at] as number, words.to[last] as number)
  const word = words.word[at] as Word
  const key = size === 1 ? (keys[at] as string) : keys.slice(at, last + 1).join(' ')
  const form = size === 1 ? (words.key[at] as string) : words.key.slice(at, last + 1).join(' ')
  const content = size > 1 ? words.word.slice(at, last + 1).some(isContent) : isContent(word)
  const { type, ref } = name ? stateType(name) : typesOf(word, key, content, vocabulary)
  return {
    from: span.from,
    to: span.to,
    key: name ? `@${ref}${name.type === 'state' ? '' : '~'}` : key,
    type: startsInside(cleaned, words, at) ? type : type & ~Type.CAPITAL,
    form,
    word,
    ref,
  }
}

const stateType = ({ type, ref }: NameEntry): { type: number; ref: string } => ({
  type: Type.CONTENT | Type.CAPITAL | Type.STATE | (type === 'state' ? 0 : Type.ADJECTIVE),
  ref,
})

/** True for a word that does not open a sentence: its capital then says something. */
function startsInside(cleaned: string, words: Words, at: number): boolean {
  if (at === 0) return false
  for (let i = words.to[at - 1] as number; i < (words.from[at] as number); i++) {
    const code = cleaned.charCodeAt(i)
    if (code === 10 || code === 46 || code === 33 || code === 63 || code === 58) return false
  }
  return true
}

/** The units of a range of sentences. */
export function unitsOf(leaf: Leaf, [from, to]: readonly [number, number]): [number, number] {
  return [leaf.sentences[from]?.first ?? 0, leaf.sentences[to - 1]?.last ?? 0]
}

/** True when every sentence of a range is site furniture. */
export function isFurniture(leaf: Leaf, [from, to]: readonly [number, number]): boolean {
  for (let i = from; i < to; i++) if (leaf.sentences[i]?.role !== 'furniture') return false
  return true
}

/** Content words from which a sentence that one side has alone is a matter of sense. */
const TELLS = 2
const telling = Type.NUMBER | Type.STATE | Type.NEGATION

/** True for units without a number, a state, a denial and with hardly a content word: what is left where a sentence was cut. */
export function saysNothing(units: readonly Unit[], from: number, to: number): boolean {
  let content = 0
  for (let i = from; i < to; i++) {
    const { type } = units[i] as Unit
    if (type & telling || (type & Type.CONTENT && ++content >= TELLS)) return false
  }
  return true
}
