import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag, VERB } from '../../lexicon/word.ts'
import type { Tokens } from '../tokens.ts'

const STARTER = Flag.DETERMINER | Flag.PRONOUN

/** So many characters of the opening tell whether a text lost its full stops, and so many stand between two stops that are too rare. */
const SAMPLE = 8_000
const RARE = 700

/** True for a text that lost its full stops. */
export function lostStops(text: string): boolean {
  const end = Math.min(text.length, SAMPLE)
  let stops = 0
  for (let at = text.indexOf('.'); at !== -1 && at < end && stops * RARE <= end; at = text.indexOf('.', at + 1))
    if (at + 1 === text.length || text.charCodeAt(at + 1) <= 32) stops++
  return stops * RARE < end
}

/** Token ranges of the sentences in a block. `lost`: the text lost its full stops, so that capitals decide. */
export function sentences(text: string, tokens: Tokens, vocabulary: Vocabulary, lost = false): [number, number][] {
  const out: [number, number][] = []
  const never = titlesOf(vocabulary)
  let start = 0
  const unstopped = lost && hasNoStop(tokens)
  for (let i = 0; i < tokens.length; i++) {
    const flags = tokens.word[i]?.flags ?? 0
    if (unstopped && i > start + SHORTEST && begins(tokens, i)) {
      out.push([start, i])
      start = i
    }
    const other = isOtherStop(text, tokens, i)
    const abbreviation = (flags & Flag.TERMINAL) === 0 && !other
    if (abbreviation && !endsInStop(text, tokens, i)) continue
    if (isOrdinal(text, tokens, i)) continue
    let end = i + 1
    while (end < tokens.length && tokens.from[end] === tokens.to[end - 1] && isClosing(text, tokens, end)) end++
    if (end < tokens.length) {
      // after a stop of Chinese no space is written
      const glued = !other && tokens.from[end] === tokens.to[end - 1] && !(closesQuote(tokens, i, end) && isCapital(tokens, end))
      if (glued || !opens(text, tokens, end, vocabulary)) continue
      if (abbreviation && (!startsAfterAbbreviation(text, tokens, i + 1) || never.has(text.slice(tokens.from[i], tokens.to[i])))) continue
    }
    out.push([start, end])
    start = end
    i = end - 1
  }
  if (start < tokens.length) out.push([start, tokens.length])
  return out
}

/** `the fund”.He`, `the fund.”He`: beside the stop at `i` a quotation ends, so that a capital opens a sentence though the space is lost. */
const closesQuote = (tokens: Tokens, i: number, end: number): boolean =>
  (i > 0 && tokens.word[i - 1]?.code === Code.CLOSE_QUOTE) || (end > i + 1 && tokens.word[end - 1]?.code === Code.CLOSE_QUOTE)

const isCapital = (tokens: Tokens, i: number): boolean => ((tokens.word[i]?.flags ?? 0) & Flag.CAPITAL) !== 0

/** No sentence is shorter where nothing but a capital parts it from the last. */
const SHORTEST = 3
/** A stretch without a full stop is longer than a heading or an item. */
const UNSTOPPED = 25

/** How far after its first word the verb of a name may stand. */
const NAME = 5

/** A long stretch whose full stops were lost. */
function hasNoStop(tokens: Tokens): boolean {
  if (tokens.length < UNSTOPPED) return false
  for (let i = 0; i < tokens.length; i++) if ((tokens.word[i]?.flags ?? 0) & Flag.TERMINAL) return false
  return true
}

/** Where the full stops are lost: a capitalised article, pronoun, preposition or adverb after a word that a clause can end in. */
function begins(tokens: Tokens, i: number): boolean {
  const flags = tokens.word[i]?.flags ?? 0
  const before = tokens.word[i - 1]?.flags ?? 0
  const open = Flag.PUNCTUATION | Flag.DETERMINER | Flag.PREPOSITION | Flag.COORDINATOR | Flag.TO | Flag.MODAL | Flag.BE
  if ((flags & Flag.CAPITAL) === 0 || (before & open) !== 0) return false
  if (flags & (STARTER | Flag.PREPOSITION | Flag.ADVERB | Flag.SUBORDINATOR)) return true
  // "… their ties Berg said": a name between a noun and a finite verb
  let verb = i + 1
  while ((tokens.word[verb]?.flags ?? 0) & (Flag.ADVERB | Flag.CAPITAL) && verb < i + NAME) verb++
  const finite = Flag.PRESENT | Flag.PAST | Flag.MODAL | Flag.BE | Flag.HAVE
  const noun = (before & (Flag.CAPITAL | VERB | Flag.ADVERB)) === 0 || ((before & Flag.ALSO_NOUN) !== 0 && (before & Flag.CAPITAL) === 0)
  return noun && ((tokens.word[verb]?.flags ?? 0) & finite) !== 0
}

const memo = new WeakMap<Vocabulary, ReadonlySet<string>>()

/** Abbreviations after which a sentence always goes on: "Mr.", "No."; the memo only saves time. */
function titlesOf(vocabulary: Vocabulary): ReadonlySet<string> {
  const known = memo.get(vocabulary)
  if (known) return known
  const rows = vocabulary.rows('abbreviations').filter((row) => row['id'] === 'title' || row['id'] === 'reference')
  const titles = new Set(rows.flatMap((row) => (row['forms'] ?? '').split('|')))
  memo.set(vocabulary, titles)
  return titles
}

/** "the 10. Summit": figures with a full stop after an article are an ordinal, and no end; "the 10th." is one already. */
const isOrdinal = (text: string, tokens: Tokens, i: number): boolean =>
  isDigit(text.charCodeAt((tokens.from[i] as number) - 1)) &&
  i > 1 &&
  ((tokens.word[i - 1]?.flags ?? 0) & Flag.NUMBER) !== 0 &&
  tokens.word[i - 2]?.code === Code.THE &&
  tokens.from[i] === tokens.to[i - 1]

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** A word that keeps its full stop. */
const endsInStop = (text: string, tokens: Tokens, i: number): boolean =>
  (tokens.to[i] as number) - (tokens.from[i] as number) > 1 && text.charCodeAt((tokens.to[i] as number) - 1) === 46

/** After "U.S." or "etc." only a capitalised article or pronoun is sure to open a sentence, or a capital after two spaces. */
function startsAfterAbbreviation(text: string, tokens: Tokens, next: number): boolean {
  const word = tokens.word[next]
  const flags = word?.flags ?? 0
  if ((flags & Flag.CAPITAL) === 0) return false
  const at = tokens.from[next] as number
  if (isSpace(text.charCodeAt(at - 1)) && isSpace(text.charCodeAt(at - 2))) return true
  if ((flags & STARTER) === 0) return false
  // "the U.S. Most Favoured Nation tariff": a quantity in capitals before a capital is part of a name
  const article = word?.code === Code.THE || word?.code === Code.A
  return article || (flags & Flag.DETERMINER) === 0 || ((tokens.word[next + 1]?.flags ?? 0) & Flag.CAPITAL) === 0
}

const isSpace = (code: number): boolean => code === 32 || code === 0xa0

/** Full stops of other scripts. */
const otherStops = '。！？؟۔।'
const isOtherStop = (text: string, tokens: Tokens, i: number): boolean =>
  text.charCodeAt(tokens.from[i] as number) > 0x500 && single(tokens, i) && otherStops.includes(text[tokens.from[i] as number] as string)

/** From here on scripts have no capitals: Hebrew, Arabic, those of India, Chinese. */
const WITHOUT_CAPITALS = 0x590

const closers = '"”’\')]»'
const openers = '"“‘\'([–—-«$€£¥'
const isClosing = (text: string, tokens: Tokens, i: number): boolean =>
  single(tokens, i) && closers.includes(text[tokens.from[i] as number] as string)
const single = (tokens: Tokens, i: number): boolean => (tokens.to[i] as number) - (tokens.from[i] as number) === 1

/** A capital, a number, an opening mark, a letter of a script without capitals, or a name that is written small. */
function opens(text: string, tokens: Tokens, i: number, vocabulary: Vocabulary): boolean {
  const flags = tokens.word[i]?.flags ?? 0
  if (flags & (Flag.CAPITAL | Flag.NUMBER) || text.charCodeAt(tokens.from[i] as number) >= WITHOUT_CAPITALS) return true
  if (single(tokens, i) && openers.includes(text[tokens.from[i] as number] as string)) return true
  return vocabulary.names.has(text.slice(tokens.from[i], tokens.to[i]))
}
