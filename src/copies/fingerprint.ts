import type { Span } from '../model.ts'
import { eachWord, mix } from './words.ts'

/** What telling copies apart needs of a text: plain data, a pure function of its characters. */
export interface Fingerprint {
  /** 16 hex digits over all words in their order: two texts with the same one differ in spacing, marks and letter case alone. */
  readonly all: string
  /** Number of its words, short ones too. */
  readonly words: number
  /** Its content words in order, the first `LONGEST` of them: a hash of 22 bits above two that say word, name or number. */
  readonly trace: readonly number[]
  /** ISO date of publication, where it is known. */
  readonly date?: string
}

/** Content words that a trace keeps: some 100 printed pages. */
export const LONGEST = 30_000

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')

/**
 * The fingerprint of a text.
 * @param skip sorted, disjoint spans that are not the text's own (the furniture of a page), left out
 */
export function fingerprint(source: { readonly text: string; readonly date?: string }, skip: readonly Span[] = []): Fingerprint {
  const { text, date } = source
  const trace: number[] = []
  let words = 0
  let one = 0
  let two = 0
  const tell = (content: number, whole: number) => {
    words++
    one = Math.imul(one ^ whole, 0x9e3779b1)
    two = Math.imul(two, 31) + whole
    two |= 0
    if (content >= 0 && trace.length < LONGEST) trace.push(content)
  }
  let at = 0
  for (const { from, to } of skip) {
    eachWord(text, at, from, tell)
    at = to
  }
  eachWord(text, at, text.length, tell)
  const all = hex(mix(one)) + hex(mix(two ^ words))
  return date === undefined ? { all, words, trace } : { all, words, trace, date }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A fingerprint as one line of ASCII, four characters a content word: for a column of a store. */
export function packFingerprint({ all, words, trace, date }: Fingerprint): string {
  let packed = ''
  for (const word of trace) packed += digits[word >>> 18]! + digits[(word >>> 12) & 63]! + digits[(word >>> 6) & 63]! + digits[word & 63]!
  return `1 ${all} ${words} ${date ?? '-'} ${packed}`
}

/** The fingerprint of a packed line; undefined where the line is none of this version. */
export function unpackFingerprint(line: string): Fingerprint | undefined {
  const [version, all, words, date, packed, ...more] = line.split(' ')
  if (version !== '1' || !all || packed === undefined || more.length || packed.length % 4) return undefined
  const trace: number[] = []
  for (let i = 0; i < packed.length; i += 4) {
    let word = 0
    for (let k = 0; k < 4; k++) {
      const digit = digits.indexOf(packed[i + k] as string)
      if (digit < 0) return undefined
      word = word * 64 + digit
    }
    trace.push(word)
  }
  const made = { all, words: Number(words), trace }
  return date === undefined || date === '-' ? made : { ...made, date }
}
