import type { NameEntry } from '../../lexicon/names.ts'
import { tokenize } from '../../lexicon/tokens.ts'
import type { Word } from '../../lexicon/word.ts'
import type { Reading, Role, Span } from '../../model.ts'
import { applyEdits, PositionMap } from '../../span.ts'
import { type Words, wordsIn } from '../words.ts'
import { isOfState, type Known, type Lexis } from './lexis.ts'
import type { Witness } from './nouns.ts'
import type { Range } from './ranges.ts'
import { Type } from './types.ts'
import { Cutter, zonesOf } from './zones.ts'

/** One word, or a phrase that the tables know as one, as collation compares it. Spans are offsets into the text as received. */
export interface Unit extends Span {
  /** What is compared: the key of all spellings and forms of the word. */
  readonly key: string
  /** Number of the key, the same in all witnesses of one collation. */
  readonly id: number
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

/** Cuts a witness into sentences and units. Linear in the text; the sentences tile it, from its first character to its last. */
export function leafOf(witness: Witness, lexis: Lexis): Leaf {
  const { text, reading } = witness
  const { vocabulary } = lexis
  const cleaned = reading.edits.length ? applyEdits(text, reading.edits) : text
  const map = new PositionMap(reading.edits)
  const tokens = tokenize(cleaned, 0, cleaned.length, vocabulary, lexis.tokens)
  const cutter = new Cutter(cleaned, tokens, vocabulary)
  const words = wordsIn(cleaned, tokens, vocabulary, (word) => lexis.of(word), lexis.room)
  const pieces = reading.damage.filter((one) => one.rule === FRAGMENT).map((one) => one.span)
  const units: Unit[] = []
  const found: Sentence[] = []
  let at = 0
  let piece = 0
  for (const zone of zonesOf(cleaned, witness)) {
    for (const [from, to] of cutter.sentences(zone)) {
      const first = units.length
      while (at < words.length && (words.from[at] as number) < from) at++
      let end = at
      while (end < words.length && (words.from[end] as number) < to) end++
      while (at < end) {
        const name = stateAt(words, at, cleaned)
        const size = name ? name.tokens.length : phraseAt(words, at, end)
        units.push(unitOf(words, at, size, name, map, lexis, cleaned))
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
function stateAt(words: Words<Known>, at: number, cleaned: string): NameEntry | undefined {
  const { names } = words.known[at] as Known
  if (!names) return undefined
  // a name may go on in the next line, and never beyond a mark
  let end = at + 1
  while (end < words.length && end < at + LONGEST_NAME && isBlank(cleaned, words.to[end - 1] as number, words.from[end] as number)) end++
  // a state inside a longer name is a unit too, so that it is one where the rest of that name is damaged
  for (let to = end; to > at; to = Math.min(to, at + LONGEST_STATE) - 1) {
    const name = names.longest(words, at, to, undefined, false)
    if (!name) return undefined
    if (isOfState(name)) return name
  }
  return undefined
}

/** The words of a phrase of the tables that begin at `at`; 1 where none does. */
function phraseAt({ known }: Words<Known>, at: number, end: number): number {
  const { phrases } = known[at] as Known
  if (!phrases || at + 1 === end) return 1
  const found = phrases.get((known[at + 1] as Known).key)
  if (!found) return 1
  for (const phrase of found) {
    if (at + phrase.length > end) continue
    let k = 2
    while (k < phrase.length && known[at + k]?.key === phrase[k]) k++
    if (k === phrase.length) return k
  }
  return 1
}

function unitOf(
  words: Words<Known>,
  at: number,
  size: number,
  name: NameEntry | undefined,
  map: PositionMap,
  lexis: Lexis,
  cleaned: string,
): Unit {
  const from = map.toSource(words.from[at] as number, 1)
  const to = Math.max(from, map.toSource(words.to[at + size - 1] as number, -1))
  const word = words.word[at] as Word
  let known = words.known[at] as Known
  if (name || size > 1) known = lexis.joint(words, at, size, name)
  const { key, id, form, ref } = known
  const capital = (known.type & Type.CAPITAL) === 0 || startsInside(cleaned, words, at)
  return { from, to, key, id, type: capital ? known.type : known.type & ~Type.CAPITAL, form, word, ref }
}

/** True for a word that does not open a sentence: its capital then says something. */
function startsInside(cleaned: string, words: Words<Known>, at: number): boolean {
  if (at === 0) return false
  for (let i = words.to[at - 1] as number; i < (words.from[at] as number); i++) {
    const code = cleaned.charCodeAt(i)
    if (code === 10 || code === 46 || code === 33 || code === 63 || code === 58) return false
    // what follows a dateline opens a sentence
    if (code === 0x29 || code === 0x2013 || code === 0x2014 || (code === 0x2d && cleaned.charCodeAt(i - 1) === 32)) return false
  }
  return true
}

/** The units of a range of sentences. */
export function unitsOf(leaf: Leaf, [from, to]: Range): [number, number] {
  return [leaf.sentences[from]?.first ?? 0, leaf.sentences[to - 1]?.last ?? 0]
}

/** True when every sentence of a range is site furniture. */
export function isFurniture(leaf: Leaf, [from, to]: Range): boolean {
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
