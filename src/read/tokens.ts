import { Flag, type Word } from '../lexicon/word.ts'

/** What the tokenizer asks of a vocabulary: the word of a form, and which abbreviations keep their full stop. */
export interface WordSource {
  lookup(form: string): Word
  isAbbreviation(form: string): boolean
}

/** Tokens of a stretch of text, as parallel arrays. Offsets are into the text given to `tokenize`. */
export interface Tokens {
  readonly from: number[]
  readonly to: number[]
  readonly word: Word[]
  length: number
}

const enum Char {
  Digit = 1,
  Letter = 2,
  Space = 3,
  Other = 4,
  Apostrophe = 5,
  Hyphen = 6,
}

const ascii = new Uint8Array(128).map((_, code) => {
  if (code >= 48 && code <= 57) return Char.Digit
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return Char.Letter
  if (code === 32 || (code >= 9 && code <= 13)) return Char.Space
  if (code === 39) return Char.Apostrophe
  if (code === 45) return Char.Hyphen
  return Char.Other
})
const letter = /[\p{L}\p{M}\p{N}]/u
const space = /\s/u

function wide(code: number): Char {
  if (code === 0x2019 || code === 0x02bc) return Char.Apostrophe
  if (code === 0x2010 || code === 0x2011) return Char.Hyphen
  if (code >= 0xd800 && code <= 0xdfff) return Char.Letter
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return Char.Space
  if (code >= 0x2000 && code <= 0x206f) return Char.Other
  const char = String.fromCharCode(code)
  return letter.test(char) ? Char.Letter : space.test(char) ? Char.Space : Char.Other
}

const classOf = (code: number): Char => (code < 128 ? (ascii[code] as Char) : wide(code))
const isUpper = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f)

/** Cuts `text[from, to)` into words, numbers and single marks; appends to `out`, which is emptied first. */
export function tokenize(text: string, from: number, to: number, words: WordSource, out: Tokens): Tokens {
  out.from.length = out.to.length = out.word.length = out.length = 0
  let at = from
  while (at < to) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === Char.Space) {
      at++
      continue
    }
    const end = kind === Char.Letter || kind === Char.Digit ? endOfWord(text, at, to, words) : kind === Char.Apostrophe ? endOfClitic(text, at, to) : at + 1
    out.from.push(at)
    out.to.push(end)
    out.word.push(words.lookup(text.slice(at, end)))
    at = end
  }
  out.length = out.from.length
  return out
}

/** "'s", "'ll" after a word; a lone apostrophe is a mark of its own. */
function endOfClitic(text: string, at: number, to: number): number {
  let end = at + 1
  while (end < to && end < at + 3 && classOf(text.charCodeAt(end)) === Char.Letter) end++
  const after = end < to ? classOf(text.charCodeAt(end)) : Char.Space
  const before = at > 0 ? classOf(text.charCodeAt(at - 1)) : Char.Space
  return end > at + 1 && after !== Char.Letter && before !== Char.Space ? end : at + 1
}

function endOfWord(text: string, at: number, to: number, words: WordSource): number {
  let end = at + 1
  while (end < to) {
    const code = text.charCodeAt(end)
    const kind = classOf(code)
    if (kind === Char.Letter || kind === Char.Digit) end++
    else if (kind === Char.Hyphen && joins(text, end, to)) end++
    else if ((code === 46 || code === 44) && classOf(text.charCodeAt(end - 1)) === Char.Digit && end + 1 < to && classOf(text.charCodeAt(end + 1)) === Char.Digit) end++
    else if (code === 46 && isDotted(text, at, end, to)) end++
    else break
  }
  if (end < to && text.charCodeAt(end) === 46 && end - at <= 6 && words.isAbbreviation(text.slice(at, end + 1))) end++
  return end
}

/** A hyphen stays inside a word unless a capital follows a longer word: "China-Kazakhstan" is two words. */
function joins(text: string, hyphen: number, to: number): boolean {
  if (hyphen + 1 >= to) return false
  const next = text.charCodeAt(hyphen + 1)
  const kind = classOf(next)
  return (kind === Char.Letter && !isUpper(next)) || kind === Char.Digit
}

/** "U.S.", "H.E.": single letters each with its full stop. */
function isDotted(text: string, at: number, dot: number, to: number): boolean {
  const single = dot - at === 1 || (dot >= 2 && text.charCodeAt(dot - 2) === 46)
  if (!single || !isUpper(text.charCodeAt(dot - 1))) return false
  if (dot - at > 1) return true
  const next = dot + 1 < to ? text.charCodeAt(dot + 1) : 0
  if (isUpper(next) && dot + 2 < to && text.charCodeAt(dot + 2) === 46) return true
  // an initial: "Joseph R. Biden"
  return next === 32 && dot + 2 < to && isUpper(text.charCodeAt(dot + 2))
}

/** True for a token that can end a sentence. */
export const isTerminal = (word: Word): boolean => (word.flags & Flag.TERMINAL) !== 0
