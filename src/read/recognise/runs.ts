import type { NameEntry } from '../../lexicon/vocabulary.ts'
import { Code, Flag, More, type Word } from '../../lexicon/word.ts'
import type { Tokens } from '../tokens.ts'

/** Words that open no name whatever their first letter. */
const CLOSED =
  Flag.DETERMINER |
  Flag.PREPOSITION |
  Flag.PRONOUN |
  Flag.SUBORDINATOR |
  Flag.COORDINATOR |
  Flag.ADVERB |
  Flag.MODAL |
  Flag.BE |
  Flag.HAVE |
  Flag.DO |
  Flag.NOT |
  Flag.TO |
  Flag.POSSESSIVE
const NO_OPENER = CLOSED & ~(Flag.DETERMINER | Flag.ADVERB)
/** What may follow a one-word name at the start of a sentence: it acts, or owns. */
const ACTS = Flag.PAST | Flag.PRESENT | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.ADVERB | Flag.GENITIVE
/** Finite verbs that follow a pronoun. */
const FINITE = Flag.MODAL | Flag.BE | Flag.HAVE
const HEAD = More.HEAD_BODY | More.HEAD_MECHANISM
const ANY_HEAD = HEAD | More.HEAD_ROLE
const OFFICE = More.HEAD_ROLE | More.MODIFIER | More.PORTFOLIO

/** So many letters an article before a name has: "Al-", "Ben-". */
const ARTICLE = 3
/** Fewer letters are as likely an acronym. */
const SHOUTED_VERB = 5

/** True for a word written as a part of a name: with a capital, and no mark, day or month. */
export const isName = (word: Word): boolean =>
  (word.flags & Flag.CAPITAL) !== 0 && (word.flags & (Flag.PUNCTUATION | Flag.TIME)) === 0 && (word.more & More.MONTH) === 0

/** Bits of `More` that say how a word is written and whether times are read by it, and nothing of it as a part of a name. */
const OF_TIMES = More.SIMPLE | More.TIMED | More.TRIGGER
const isUnmarked = ({ more }: Word): boolean => (more & ~OF_TIMES) === 0

const wordAt = (tokens: Tokens, i: number): Word => tokens.word[i] as Word
const gapBefore = (tokens: Tokens, i: number): number => (tokens.from[i] as number) - (tokens.to[i - 1] as number)

/** End of a run of capitalised words that names something; `i` when the word at `i` starts none. */
export function properEnd(tokens: Tokens, i: number, start: number, end: number): number {
  const first = wordAt(tokens, i)
  if ((first.flags & ~Flag.CAPITAL & CLOSED) !== 0)
    return ranks(tokens, i, end) ? runEnd(tokens, i + 1, start, end) : counted(tokens, i, start, end)
  const taken = i > start && first.frames.length > 0 && isLoudVerb(wordAt(tokens, i - 1))
  if (taken || isLoudVerb(first) || opensRecital(tokens, i, start, end)) return i
  if (i > start && isName(wordAt(tokens, i - 1)) && gapBefore(tokens, i) === 1 && breaksHeadline(tokens, i, start, end)) return i
  const stop = runEnd(tokens, i, start, end)
  if (stop > i + 1 && isShouted(tokens, i, end) && !hasHead(tokens, i, stop) && wordAt(tokens, Math.min(stop, end - 1)).code !== Code.COLON)
    return i
  return opensSentence(tokens, i, start) && isCommon(tokens, i, stop, end) ? i : stop
}

/** "…, Noting the pact, Wishing to build trust, …": a verb with a capital after a mark inside a sentence, before its object. */
function opensRecital(tokens: Tokens, i: number, start: number, end: number): boolean {
  const { flags } = wordAt(tokens, i)
  if ((flags & Flag.ING) === 0 || (flags & Flag.PREPOSITION) !== 0 || i === start || i + 1 >= end) return false
  if ((wordAt(tokens, i - 1).flags & Flag.PUNCTUATION) === 0) return false
  const next = wordAt(tokens, i + 1).flags
  return (next & Flag.CAPITAL) === 0 && (next & (Flag.DETERMINER | Flag.POSSESSIVE | Flag.TO | Flag.THAT)) !== 0
}

function hasHead(tokens: Tokens, i: number, stop: number): boolean {
  for (let k = i; k < stop; k++) if ((wordAt(tokens, k).more & ANY_HEAD) !== 0) return true
  return false
}

/** A word all in capitals whose neighbours are too, or that names the speaker of a turn: letter case says nothing there. */
export function isShouted(tokens: Tokens, i: number, end: number): boolean {
  const word = wordAt(tokens, i)
  if ((word.more & More.CAPS) === 0 || word.form.length < 4) return false
  if (i > 0 && isLoud(wordAt(tokens, i - 1))) return true
  if (i + 1 >= end) return false
  const next = wordAt(tokens, i + 1)
  return next.code === Code.COLON || isLoud(next)
}

/**
 * "The Council WELCOMES …": a verb in capitals inside a sentence, as resolutions have them; its form is no noun's and no head of
 * a name, so that no acronym is taken for one. In "TAKES NOTE" what it takes is loud with it.
 */
export const isLoudVerb = (word: Word): boolean =>
  (word.more & More.CAPS) !== 0 &&
  word.form.length >= SHOUTED_VERB &&
  ((word.flags & (Flag.PRESENT | Flag.ING | Flag.PAST)) !== 0 || (word.more & More.ADJECTIVAL) !== 0) &&
  (word.flags & (Flag.BASE | Flag.NAME)) === 0 &&
  (word.more & ANY_HEAD) === 0

const isLoud = (word: Word): boolean => (word.more & More.CAPS) !== 0 && word.form.length > 2

/** "Under Secretary": a closed word in capitals that is part of an office, right before its head. */
function ranks(tokens: Tokens, i: number, end: number): boolean {
  const first = wordAt(tokens, i)
  if ((first.flags & Flag.CAPITAL) === 0 || (first.more & More.MODIFIER) === 0 || i + 1 >= end) return false
  const next = wordAt(tokens, i + 1)
  return isName(next) && (next.more & More.RANKED) !== 0 && gapBefore(tokens, i + 1) === 1
}

/** "the Three Seas Initiative": a number word or adverb with a capital inside a sentence opens a name that has a head. */
function counted(tokens: Tokens, i: number, start: number, end: number): number {
  const first = wordAt(tokens, i)
  const plain = first.code === 0 || (first.code >= Code.TWO && first.code <= Code.FOUR)
  if (!plain || (first.flags & (Flag.DETERMINER | Flag.ADVERB)) === 0 || (first.flags & NO_OPENER) !== 0 || opensSentence(tokens, i, start))
    return i
  if (i + 1 >= end || !isName(wordAt(tokens, i + 1)) || gapBefore(tokens, i + 1) !== 1 || isKnown(tokens, i + 1, end)) return i
  const stop = runEnd(tokens, i + 1, start, end)
  for (let k = i + 1; k < stop; k++) if ((wordAt(tokens, k).more & HEAD) !== 0) return stop
  return i
}

function runEnd(tokens: Tokens, i: number, start: number, end: number): number {
  let stop = i + 1
  let heads = wordAt(tokens, i).more & ANY_HEAD
  while (stop < end) {
    const word = wordAt(tokens, stop)
    if (isName(word) && gapBefore(tokens, stop) <= 1) {
      // "As Minister for Ports I will …"
      const speaks = word.code === Code.I && stop + 1 < end && (wordAt(tokens, stop + 1).flags & FINITE) !== 0
      if (speaks || isLoudVerb(word) || isOwnName(tokens, i, stop, end, heads) || breaksHeadline(tokens, stop, start, end)) break
      heads |= word.more & ANY_HEAD
      stop++
      continue
    }
    const next =
      pastParticle(tokens, stop, end) ||
      pastHyphen(tokens, stop, end) ||
      pastSuffix(tokens, i, stop, end) ||
      pastLink(tokens, i, stop, end, heads)
    if (next === 0) break
    heads |= wordAt(tokens, next - 1).more & ANY_HEAD
    stop = next
  }
  return stop
}

const entryAt = (tokens: Tokens, i: number, end: number): NameEntry | undefined =>
  wordAt(tokens, i).opens?.longest(tokens, i, end, undefined, isShouted(tokens, i, end))

/** A state or a person of the lexicon is a name of its own. */
function isKnown(tokens: Tokens, i: number, end: number): boolean {
  const entry = entryAt(tokens, i, end)
  return entry !== undefined && (entry.type === 'person' || entry.type === 'state')
}

/** As `isKnown`; but a lone surname of the lexicon after somebody else's first name is somebody else's. */
function isOwnName(tokens: Tokens, i: number, at: number, end: number, heads: number): boolean {
  const entry = entryAt(tokens, at, end)
  if (entry === undefined || (entry.type !== 'person' && entry.type !== 'state')) return false
  if (entry.type === 'state' || entry.tokens.length > 1) return true
  // "Minister Aziz Karimov" is not Islam Karimov; one initial in common ("Joe" for "Joseph") is enough to be him
  if (heads !== 0 && at - 1 > i && isUnmarked(wordAt(tokens, at - 1)) && !sharesInitial(tokens, i, at, entry)) return false
  return heads !== 0 || !isUnmarked(wordAt(tokens, i))
}

/** A name between units `i` and `at` begins as the first name of the person does. */
function sharesInitial(tokens: Tokens, i: number, at: number, { ref }: NameEntry): boolean {
  const initial = ref.charAt(0).toLowerCase()
  for (let k = at - 1; k > i && isUnmarked(wordAt(tokens, k)); k--) if (wordAt(tokens, k).text.charAt(0) === initial) return true
  return false
}

/** True when a lone surname of the lexicon at `i` is followed by the rest of another person's name. */
export function isOtherPerson(tokens: Tokens, i: number, entry: NameEntry, end: number): boolean {
  const next = i + entry.tokens.length
  if (entry.type !== 'person' || next >= end) return false
  if (entry.tokens.length > 1) return isShorterThanPerson(tokens, i, next, end)
  const word = wordAt(tokens, next)
  return isName(word) && isUnmarked(word) && gapBefore(tokens, next) === 1 && !entryAt(tokens, next, end) && (word.flags & CLOSED) === 0
}

/** "President Xi" where the lexicon has "Xi Jinping" and the text too: the office ends before the longer name. */
function isShorterThanPerson(tokens: Tokens, i: number, next: number, end: number): boolean {
  for (let k = i; k < next && (wordAt(tokens, k).more & More.HEAD_ROLE) !== 0; k++) {
    const inner = entryAt(tokens, k + 1, end)
    if (inner?.type === 'person' && k + 1 + inner.tokens.length > next) return true
  }
  return false
}

/** True when every word of a short stretch but the closed ones has a capital. */
function isHeadline(tokens: Tokens, start: number, end: number): boolean {
  if (end - start > 30) return false
  for (let k = start; k < end; k++)
    if ((wordAt(tokens, k).flags & (Flag.CAPITAL | Flag.PUNCTUATION | Flag.NUMBER | Flag.GENITIVE | CLOSED)) === 0) return false
  return true
}

const isVerbOnly = (word: Word): boolean =>
  (word.flags & (Flag.BASE | Flag.PRESENT)) !== 0 && (word.flags & (Flag.ALSO_NOUN | Flag.NOUN_CUE)) === 0

/**
 * Where a title in capital letters leaves a name: a closed word that goes on to another word with a capital, or a verb
 * with no head after it ("Leaders Agree To Open").
 */
function breaksHeadline(tokens: Tokens, at: number, start: number, end: number): boolean {
  const word = wordAt(tokens, at)
  const next = at + 1 < end ? wordAt(tokens, at + 1) : undefined
  if ((word.flags & ~Flag.CAPITAL & CLOSED) !== 0)
    return next !== undefined && isName(next) && (word.flags & (Flag.DETERMINER | Flag.ADVERB)) === 0 && isHeadline(tokens, start, end)
  if ((word.more & ANY_HEAD) !== 0 || !isVerbOnly(word) || !isHeadline(tokens, start, end)) return false
  for (let k = at + 1; k < Math.min(end, at + 9) && isName(wordAt(tokens, k)); k++)
    if ((wordAt(tokens, k).more & ANY_HEAD) !== 0) return false
  return true
}

/** "bin Salman", "von der Leyen", "al-Sisi": past the particles and the word that they lead to, 0 where there are none. */
function pastParticle(tokens: Tokens, i: number, end: number): number {
  let k = i
  while (k < end && k < i + 3 && (wordAt(tokens, k).more & More.PARTICLE) !== 0 && gapBefore(tokens, k) === 1) k++
  if (k === i || k >= end) return 0
  const hyphen = wordAt(tokens, k).code === Code.HYPHEN && gapBefore(tokens, k) === 0
  const at = hyphen ? k + 1 : k
  return at < end && isName(wordAt(tokens, at)) && gapBefore(tokens, at) === (hyphen ? 0 : 1) && !isKnown(tokens, at, end) ? at + 1 : 0
}

/** "Kassym-Jomart": past a hyphen inside a name, 0 where there is none. */
function pastHyphen(tokens: Tokens, i: number, end: number): number {
  if (wordAt(tokens, i).code !== Code.HYPHEN || i + 1 >= end || gapBefore(tokens, i) !== 0 || gapBefore(tokens, i + 1) !== 0) return 0
  const next = wordAt(tokens, i + 1)
  // "Al-Mubarak" is not Mubarak
  const article = wordAt(tokens, i - 1).form.length <= ARTICLE && (wordAt(tokens, i - 1).more & More.CAPS) === 0
  return isName(next) && (article || !entryAt(tokens, i + 1, end)) ? i + 2 : 0
}

/** ", Jr.": past the suffix of a person's name, 0 where there is none. */
function pastSuffix(tokens: Tokens, start: number, i: number, end: number): number {
  if (wordAt(tokens, i).code !== Code.COMMA || i + 1 >= end || i - start < 2) return 0
  return (wordAt(tokens, i + 1).more & More.SUFFIX) !== 0 ? i + 2 : 0
}

/** "of", "for", "on", "and" inside a name whose head says what it is: past the word after it, 0 where the name ends. */
function pastLink(tokens: Tokens, start: number, i: number, end: number, heads: number): number {
  const link = wordAt(tokens, i).code
  if (i + 1 >= end || gapBefore(tokens, i) !== 1) return 0
  if (link === Code.AND) return pastAnd(tokens, start, i, end, heads)
  if (link !== Code.OF && link !== Code.FOR && link !== Code.ON) return 0
  const roleLast = (wordAt(tokens, i - 1).more & More.HEAD_ROLE) !== 0
  if ((heads & HEAD) === 0 && !roleLast) return 0
  const at = i + 1 < end && wordAt(tokens, i + 1).code === Code.THE ? i + 2 : i + 1
  return at < end && isName(wordAt(tokens, at)) && !isKnown(tokens, at, end) && !isBody(tokens, at, end) ? at + 1 : 0
}

/** A body of the lexicon keeps its own name: "President of the European Council". */
const isBody = (tokens: Tokens, i: number, end: number): boolean => entryAt(tokens, i, end)?.type === 'body'

/**
 * "and" joins two words of one name ("Trade and Technology Council", "Ministry of Trade and Industry"), not two names:
 * not before an article, a name of the lexicon, or a second head.
 */
function pastAnd(tokens: Tokens, start: number, i: number, end: number, heads: number): number {
  const next = wordAt(tokens, i + 1)
  if (!isName(next) || next.code !== 0 || (next.flags & ~Flag.CAPITAL & CLOSED) !== 0) return 0
  if (entryAt(tokens, i + 1, end)) return 0
  let stop = i + 2
  let ahead = next.more & (ANY_HEAD | More.PORTFOLIO)
  while (stop < end && isName(wordAt(tokens, stop)) && gapBefore(tokens, stop) === 1 && !isKnown(tokens, stop, end)) {
    ahead |= wordAt(tokens, stop).more & (ANY_HEAD | More.PORTFOLIO)
    stop++
  }
  const lastHead = wordAt(tokens, stop - 1).more & HEAD
  const holder = (wordAt(tokens, stop - 1).more & OFFICE) === 0
  if (next.more & More.HEAD_ROLE && holder && afterArticle(tokens, start)) return 0
  if ((heads & HEAD) !== 0) return (ahead & ANY_HEAD) === 0 ? i + 2 : 0
  if ((heads & More.HEAD_ROLE) !== 0)
    return (wordAt(tokens, i - 1).more & OFFICE) !== 0 && (ahead & (More.HEAD_ROLE | More.PORTFOLIO)) !== 0 ? i + 2 : 0
  return lastHead !== 0 && stop > i + 2 && introduced(tokens, start) ? i + 2 : 0
}

const afterArticle = (tokens: Tokens, start: number): boolean => start > 0 && (wordAt(tokens, start - 1).flags & Flag.DETERMINER) !== 0
const introduced = (tokens: Tokens, start: number): boolean =>
  start > 0 &&
  ((wordAt(tokens, start - 1).flags & (Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE)) !== 0 || isName(wordAt(tokens, start - 1)))

function opensSentence(tokens: Tokens, i: number, start: number): boolean {
  if (i === start) return true
  const before = wordAt(tokens, i - 1)
  return (before.flags & Flag.PUNCTUATION) !== 0 && before.code !== Code.COMMA && before.code !== Code.HYPHEN && before.code !== Code.OPEN
}

/** A capital after a small letter: "AlphaSteel". */
const INNER = /[a-z][A-Z]/

/** True for the first words of a sentence that have their capital from there, and are no name: "Requests IFAD to pay" too. */
function isCommon(tokens: Tokens, i: number, stop: number, end: number): boolean {
  const first = wordAt(tokens, i)
  const common = first.flags & ~(Flag.CAPITAL | Flag.NOUN_CUE)
  const verb = (common & (Flag.BASE | Flag.PRESENT | Flag.ING | Flag.PAST | Flag.PARTICIPLE)) !== 0
  const asks = stop === i + 2 && isLoud(wordAt(tokens, i + 1)) && (common & (Flag.PRESENT | Flag.BASE)) === Flag.PRESENT
  if (stop > i + 1) return verb && ((common & Flag.ALSO_NOUN) === 0 || (asks && first.frames.length > 0))
  if ((first.more & ANY_HEAD) !== 0 || INNER.test(first.form)) return false
  if (common !== 0) return true
  const next = i + 1 < end ? wordAt(tokens, i + 1) : undefined
  return next === undefined || ((next.flags & ACTS) === 0 && next.code !== Code.COMMA)
}
