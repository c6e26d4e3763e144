import { Char, isUpper, kindOf } from '../lexicon/characters.ts'

/** What a word of a trace is, in its two lowest bits. */
export const Sort = { WORD: 0, NAME: 1, NUMBER: 2 } as const

/** Words of an alphabet shorter than this are mostly grammar, in any language that writes spaces. */
const SHORTEST = 4
const OPENING = 0x811c9dc5

/** Hash of one more code unit (FNV-1a). */
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** Spreads what differs in low bits over all 32. */
export function mix(value: number): number {
  const half = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  const whole = Math.imul(half ^ (half >>> 12), 0x297a2d39)
  return whole ^ (whole >>> 15)
}

const between = (code: number, from: number, to: number): boolean => code >= from && code <= to

/** Soft hyphens, zero-width spaces, joiners and direction marks: a word with one of them is the same word. */
const isUnseen = (code: number): boolean =>
  code === 0xad || code === 0xfeff || between(code, 0x200b, 0x200f) || between(code, 0x202a, 0x202e) || between(code, 0x2060, 0x2069)

/** Scripts that write no space between words (Thai, Lao, Burmese, Khmer, kana, Han): every character stands for a word. */
const isSpaceless = (code: number): boolean =>
  code >= 0xe00 &&
  (between(code, 0xe00, 0xeff) ||
    between(code, 0x1000, 0x109f) ||
    between(code, 0x1780, 0x17ff) ||
    between(code, 0x3005, 0x3007) ||
    between(code, 0x3041, 0x9fff) ||
    between(code, 0xf900, 0xfaff))

/** Marks after which a capital says nothing: full stop, exclamation, question, colon, line end, bullet, ideographic full stop. */
const opens = (code: number): boolean =>
  code === 46 || code === 33 || code === 63 || code === 58 || code === 10 || code === 0x2022 || code === 0x3002

const marks = /\p{M}/gu

/** Where a word is told: its hash of 22 bits above its `Sort`, or -1 for a word of grammar; and its hash of 32 bits. */
export type Word = (content: number, whole: number, from: number, to: number) => void

/**
 * Tells every word of `text[from, to)` in order. Spacing, marks, accents and letter case are nothing; `10,000` is `10000`; a capital
 * inside a sentence makes a name. Needs no lexicon, so that it does for any language. Linear; never throws.
 */
export function eachWord(text: string, from: number, to: number, tell: Word): void {
  let opening = true
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind > Char.LETTER || isUnseen(code)) {
      if (opens(code)) opening = true
      at = code === 60 ? endOfTag(text, at, to) : at + 1
      continue
    }
    const address = code === 104 ? endOfAddress(text, at, to) : at
    if (address > at) {
      // one word, whatever is in it: two pages that only link to two papers are not one text
      const hash = mix(step(hashOf(text, at, address), 58))
      tell(((hash >>> 10) << 2) | Sort.NAME, hash, at, address)
      at = address
    } else if (isSpaceless(code)) {
      const hash = mix(step(OPENING, code))
      tell(((hash >>> 10) << 2) | Sort.WORD, hash, at, at + 1)
      at++
    } else {
      const end = kind === Char.DIGIT ? endOfNumber(text, at, to) : endOfWord(text, at, to)
      const number = kind === Char.DIGIT
      const hash = hashOf(text, at, end)
      const letters = end - at
      const capital = !number && isCapital(code)
      const sort = number ? Sort.NUMBER : capital && !opening ? Sort.NAME : Sort.WORD
      const weighs = number || letters >= SHORTEST || (capital && letters > 1)
      tell(weighs ? ((hash >>> 10) << 2) | sort : -1, hash, at, end)
      at = end
    }
    opening = false
  }
}

const isCapital = (code: number): boolean => {
  if (code < 0x250) return isUpper(code)
  const char = String.fromCharCode(code)
  return char.toLowerCase() !== char
}

/** Longest tag of markup that is passed over, so that a text of nothing but `<` takes no longer. */
const TAG = 200

/** Where a tag of markup (`<u>`, `</span>`) ends; the next character where none begins here. */
function endOfTag(text: string, at: number, to: number): number {
  const next = text.charCodeAt(at + 1) | 32
  if (next !== 47 && !between(next, 97, 122)) return at + 1
  const most = Math.min(to, at + TAG)
  for (let end = at + 2; end < most; end++) {
    const code = text.charCodeAt(end)
    if (code === 62) return end + 1
    if (code === 60 || code === 10) break
  }
  return at + 1
}

/** Where an address (`https://…`) that begins here ends; `at` where none does. */
function endOfAddress(text: string, at: number, to: number): number {
  if (!text.startsWith('https://', at) && !text.startsWith('http://', at)) return at
  let end = at + 7
  while (end < to) {
    const code = text.charCodeAt(end)
    if (code <= 32 || code === 34 || code === 41 || code === 60 || code === 62 || code === 93 || code > 127) break
    end++
  }
  return end
}

function endOfWord(text: string, at: number, to: number): number {
  let end = at + 1
  while (end < to) {
    const code = text.charCodeAt(end)
    if (isSpaceless(code) || (kindOf(code) > Char.LETTER && !isUnseen(code))) break
    end++
  }
  return end
}

/** A number goes on through digits, letters written onto it ("14th") and points between digits. */
function endOfNumber(text: string, at: number, to: number): number {
  let end = at + 1
  while (end < to) {
    const code = text.charCodeAt(end)
    if (isSpaceless(code)) break
    if (kindOf(code) <= Char.LETTER || isUnseen(code)) end++
    else if ((code === 44 || code === 46) && end + 1 < to && kindOf(text.charCodeAt(end + 1)) === Char.DIGIT) end++
    else break
  }
  return end
}

function hashOf(text: string, from: number, to: number): number {
  let hash = OPENING
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) return hashOfOther(text.slice(from, to))
    // commas in numbers are there for the eye
    if (code === 44) continue
    hash = step(hash, code >= 65 && code <= 90 ? code + 32 : code)
  }
  return mix(hash)
}

function hashOfOther(word: string): number {
  const form = word.normalize('NFKD').replace(marks, '').toLowerCase()
  let hash = OPENING
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i)
    if (isUnseen(code) || code === 44) continue
    hash = step(hash, code)
  }
  return mix(hash)
}
