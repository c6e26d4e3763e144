import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag } from '../../lexicon/word.ts'
import { APOSTROPHE, BREAK, classes, classOf, HYPHEN, LOWER, OTHER, SPACE, titleCase, UPPER } from '../letters.ts'
import { Doubles } from './doubles.ts'
import { glueOf } from './glued.ts'
import type { Proposals } from './proposals.ts'

/** Words that open a sentence and no part of a number or reference. */
const OPENING = Flag.DETERMINER | Flag.PRONOUN | Flag.PREPOSITION | Flag.SUBORDINATOR
/** What stands before a stop: a figure of more than one digit, a sign after a figure, a bracket. */
const ends = /\d[\d%]|[^\s]\)/

/** Everything that is seen word by word, in one pass: words and phrases that stand twice, words and sentences run together. */
export function proposeWords(text: string, out: Proposals, vocabulary: Vocabulary | undefined): void {
  if (!vocabulary) return
  /** Whether the text has a state's name with its capital. */
  const capital = new Map<string, boolean>()
  const doubles = new Doubles(text, out, vocabulary)
  const length = text.length
  let start = -1
  let hash = 0
  let cut = false
  /** The word at hand is the second part of a compound. */
  let part = false
  /** It opens a sentence or a paragraph, in small letters. */
  let opens = false
  let before = OTHER
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : 10
    const kind = classes[code] as number
    if (kind === LOWER || kind === UPPER) {
      if (start === -1) {
        start = at
        hash = 0
        cut = false
        part = before === HYPHEN
        opens = kind === LOWER && (text.charCodeAt(at - 1) === 32 ? text.charCodeAt(at - 2) === 46 : text.charCodeAt(at - 2) === 10)
      } else if (kind === UPPER && before === LOWER) cut = true
      hash = (Math.imul(hash, 31) + (kind === UPPER && code < 128 ? code + 32 : code)) | 0
      before = kind
      continue
    }
    if (start !== -1) {
      if (kind === APOSTROPHE && before !== APOSTROPHE && at + 1 < length && isWord(classOf(text.charCodeAt(at + 1)))) {
        before = kind
        continue
      }
      if (cut) glueOf(text, start, at, out, vocabulary)
      else if (opens) smallName(text, start, at, out, vocabulary, capital)
      if (part || kind === HYPHEN) doubles.stop()
      else doubles.word(start, at, hash)
      start = -1
      if (before === LOWER && (code === 46 || code === 33 || code === 63)) gluedStop(text, at, out)
    } else if (code === 46 && before === OTHER) gluedFigure(text, at, out, vocabulary)
    if (kind === BREAK) doubles.lineBreak()
    else if (kind !== SPACE) doubles.stop()
    before = kind
  }
}

const isWord = (kind: number): boolean => kind === LOWER || kind === UPPER

/** "…trade.The two": the space between two sentences is lost. Two small letters before and a word after keep "e.g.A" out. */
function gluedStop(text: string, at: number, out: Proposals): void {
  const opens = at + 2 < text.length && classOf(text.charCodeAt(at + 1)) === UPPER && classOf(text.charCodeAt(at + 2)) === LOWER
  if (opens && at > 1 && classOf(text.charCodeAt(at - 2)) === LOWER) out.edit(at + 1, at + 1, ' ', 'clean/glued-sentences')
}

/** "by 2030.The two", "5%.They", "(the Fund).In": a figure or a bracket before the stop; a word that opens sentences keeps "section 12.Add" out. */
function gluedFigure(text: string, at: number, out: Proposals, vocabulary: Vocabulary): void {
  if (classOf(text.charCodeAt(at + 1)) !== UPPER || !ends.test(text.slice(Math.max(0, at - 2), at))) return
  let to = at + 2
  while (to < text.length && classOf(text.charCodeAt(to)) === LOWER) to++
  const { flags } = vocabulary.lookup(text.slice(at + 1, to).toLowerCase())
  if (to > at + 2 && flags & OPENING) out.edit(at + 1, at + 1, ' ', 'clean/glued-sentences')
}

/** "finland will send": the name of a state that opens a sentence in small letters, where the text has it with its capital elsewhere. */
function smallName(text: string, from: number, to: number, out: Proposals, vocabulary: Vocabulary, capital: Map<string, boolean>): void {
  if (vocabulary.lookup(text.slice(from, to)).flags) return
  const name = titleCase(text.slice(from, to))
  if (!vocabulary.names.get(name)?.some(({ type, tokens }) => tokens.length === 1 && (type === 'state' || type === 'adjective'))) return
  // looked for once: a text may have it a million times in small letters
  let found = capital.get(name)
  if (found === undefined) {
    found = text.includes(name)
    capital.set(name, found)
  }
  if (found) out.edit(from, from + 1, name[0] as string, 'clean/small-name')
}
