import { emptyTokens, tokenize } from '../lexicon/tokens.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { CLOSED_CLASS, Flag, type Word } from '../lexicon/word.ts'

/** The words of a text, marks left out, as parallel arrays. Offsets are UTF-16 code units of the text given to `wordsOf`. */
export interface Words {
  readonly from: number[]
  readonly to: number[]
  /** The folded form: lower case, no diacritics, straight apostrophes, no marks inside. Two spellings of one form have one key. */
  readonly key: string[]
  /** What the lexicon knows of the form; shared, never changed. */
  readonly word: Word[]
  /** How many words there are. */
  length: number
}

/** Scripts without spaces between words: every character is a word of its own. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const letters = /[\p{L}\p{N}]/u
const plainAscii = /^[a-z0-9]+$/
const dropped = /[\p{M}'’ʼ‘]|(?<!\p{N})[-‐‑]|[-‐‑](?!\p{N})/gu
/** Letters that do not fall apart into a base letter and a mark. */
const bare: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ə: 'e',
}
const barred = /[łøđðþßæœıħə]/g

/** The folded form of a word: what stays the same when case, diacritics, apostrophes and hyphens change. Never empty. */
export function fold(form: string): string {
  const lower = form.toLowerCase()
  if (plainAscii.test(lower)) return lower
  const folded = lower
    .normalize('NFKD')
    .replace(dropped, '')
    .replace(barred, (char) => bare[char] as string)
  return folded || lower
}

/** Content words carry the sense; articles, prepositions, pronouns, auxiliaries and the like do not. */
export const isContent = (word: Word): boolean => (word.flags & (CLOSED_CLASS & ~(Flag.TIME | Flag.NOT))) === 0

/** The words of a text in their order, folded. Pure and linear; a memo of the forms met lives as long as the call. */
export function wordsOf(text: string, vocabulary: Vocabulary): Words {
  const tokens = tokenize(text, 0, text.length, vocabulary, emptyTokens())
  const out: Words = { from: [], to: [], key: [], word: [], length: 0 }
  const keys = new Map<Word, string>()
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens.word[i] as Word
    const from = tokens.from[i] as number
    const to = tokens.to[i] as number
    let key = keys.get(word)
    if (key === undefined) {
      key = letters.test(word.text) ? fold(word.text) : ''
      keys.set(word, key)
    }
    if (key === '') continue
    if (word.text.charCodeAt(0) > 0x0d80 && unspaced.test(word.text)) pushCharacters(out, text, from, to, vocabulary)
    else push(out, from, to, key, word)
  }
  return out
}

function push(out: Words, from: number, to: number, key: string, word: Word): void {
  out.from.push(from)
  out.to.push(to)
  out.key.push(key)
  out.word.push(word)
  out.length++
}

function pushCharacters(out: Words, text: string, from: number, to: number, vocabulary: Vocabulary): void {
  for (let at = from; at < to; ) {
    const size = (text.codePointAt(at) as number) > 0xffff ? 2 : 1
    const char = text.slice(at, at + size)
    if (letters.test(char)) push(out, at, at + size, fold(char), vocabulary.lookup(char))
    at += size
  }
}
