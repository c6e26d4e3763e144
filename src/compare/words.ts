import { emptyTokens, type Tokens, tokenize } from '../lexicon/tokens.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { CLOSED_CLASS, Flag, type Word } from '../lexicon/word.ts'

/** The words of a text, marks left out, as parallel arrays. Offsets are UTF-16 code units of that text. */
export interface Words<T> {
  readonly from: number[]
  readonly to: number[]
  /** What is known of each word. */
  readonly known: T[]
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

/** The folded form of a word; '' for a mark, which is none. */
export const folded = (word: Word): string => (letters.test(word.text) ? fold(word.text) : '')

/** The words of a text in their order, each with its folded form. Pure and linear; a memo of the forms met lives as long as the call. */
export function wordsOf(text: string, vocabulary: Vocabulary): Words<string> {
  const tokens = tokenize(text, 0, text.length, vocabulary, emptyTokens())
  const forms = new Map<Word, string>()
  return wordsIn(text, tokens, vocabulary, (word) => {
    let form = forms.get(word)
    if (form === undefined) {
      form = folded(word)
      forms.set(word, form)
    }
    return form || undefined
  })
}

/** No words yet. */
export const emptyWords = <T>(): Words<T> => ({ from: [], to: [], known: [], word: [], length: 0 })

/**
 * The words among the tokens of a text, with what `know` says of each; it says nothing of marks, which are none. What `out` held before is
 * replaced; its arrays may be longer than its words.
 */
export function wordsIn<T>(
  text: string,
  tokens: Tokens,
  vocabulary: Vocabulary,
  know: (word: Word) => T | undefined,
  out: Words<T> = emptyWords(),
): Words<T> {
  out.length = 0
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens.word[i] as Word
    const known = know(word)
    if (known === undefined) continue
    const from = tokens.from[i] as number
    const to = tokens.to[i] as number
    if (word.text.charCodeAt(0) > 0x0d80 && unspaced.test(word.text)) pushCharacters(out, text, from, to, vocabulary, know)
    else push(out, from, to, known, word)
  }
  return out
}

function push<T>(out: Words<T>, from: number, to: number, known: T, word: Word): void {
  const n = out.length++
  out.from[n] = from
  out.to[n] = to
  out.known[n] = known
  out.word[n] = word
}

function pushCharacters<T>(
  out: Words<T>,
  text: string,
  from: number,
  to: number,
  vocabulary: Vocabulary,
  know: (word: Word) => T | undefined,
): void {
  for (let at = from; at < to; ) {
    const size = (text.codePointAt(at) as number) > 0xffff ? 2 : 1
    const char = text.slice(at, at + size)
    const word = vocabulary.lookup(char)
    const known = know(word)
    if (known !== undefined) push(out, at, at + size, known, word)
    at += size
  }
}
