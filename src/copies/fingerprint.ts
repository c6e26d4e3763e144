import type { Span } from '../model.ts'
import { factOf } from './names.ts'
import { eachWord, mix, Sort } from './words.ts'

/** What telling copies apart needs of a text: plain data, a pure function of its characters. */
export interface Fingerprint {
  /** 16 hex digits over all words in their order: two texts with the same one differ in spacing, marks and letter case alone. */
  readonly all: string
  /** Number of its words, short ones too. */
  readonly words: number
  /** Its content words in order, the first `LONGEST` of them: a hash of 22 bits above two that say word, name or number. */
  readonly trace: readonly number[]
  /** Its numbers and names in order, the first `FACTS` of them, as any language writes them: hashes of 22 bits. */
  readonly facts: readonly number[]
  /** Its commonest small words, at most ten, as hashes of 12 bits in ascending order: by them a language is known from another. */
  readonly small: readonly number[]
  /** ISO date of publication, where it is known. */
  readonly date?: string
}

/** Content words that a trace keeps: some 100 printed pages. */
export const LONGEST = 30_000

/** Names and numbers that are kept. */
const FACTS = 1500

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')

/**
 * The fingerprint of a text.
 * @param skip sorted, disjoint spans that are not the text's own (the furniture of a page), left out
 */
export function fingerprint(source: { readonly text: string; readonly date?: string }, skip: readonly Span[] = []): Fingerprint {
  const { text, date } = source
  const trace: number[] = []
  const facts: number[] = []
  const counts = new Uint32Array(2 ** 12)
  let words = 0
  let one = 0
  let two = 0
  const tell = (content: number, whole: number, from: number, to: number) => {
    words++
    one = Math.imul(one ^ whole, 0x9e3779b1)
    two = Math.imul(two, 31) + whole
    two |= 0
    if (content < 0) {
      const slot = whole >>> 20
      counts[slot] = (counts[slot] as number) + 1
      return
    }
    if (trace.length < LONGEST) trace.push(content)
    const sort = content & 3
    if (sort === Sort.WORD || facts.length >= FACTS) return
    const fact = factOf(text, from, to, sort === Sort.NUMBER)
    if (fact >= 0) facts.push(fact)
  }
  let at = 0
  for (const { from, to } of skip) {
    eachWord(text, at, from, tell)
    at = to
  }
  eachWord(text, at, text.length, tell)
  const all = hex(mix(one)) + hex(mix(two ^ words))
  const made = { all, words, trace, facts, small: commonest(counts) }
  return date === undefined ? made : { ...made, date }
}

/** Small words by which a language is known. */
const SMALL = 10

/** The slots with the highest counts, in ascending order. */
function commonest(counts: Uint32Array): number[] {
  const used: number[] = []
  counts.forEach((count, slot) => {
    if (count) used.push(slot)
  })
  used.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
  return used.slice(0, SMALL).sort((a, b) => a - b)
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Hashes of 24 bits as four characters each. */
function packed(hashes: readonly number[]): string {
  let line = ''
  for (const hash of hashes) for (let bit = 18; bit >= 0; bit -= 6) line += digits.charAt((hash >>> bit) & 63)
  return line
}

function unpacked(line: string): number[] | undefined {
  const hashes: number[] = []
  for (let i = 0; i < line.length; i += 4) {
    let hash = 0
    for (let k = 0; k < 4; k++) {
      const digit = digits.indexOf(line.charAt(i + k) || ' ')
      if (digit < 0) return undefined
      hash = hash * 64 + digit
    }
    hashes.push(hash)
  }
  return hashes
}

/** Version of packed fingerprints: other ones are made anew from the text. */
const VERSION = '2'

/** A fingerprint as one line of ASCII, four characters a content word: for a column of a store. */
export function packFingerprint({ all, words, trace, facts, small, date }: Fingerprint): string {
  return [VERSION, all, words, date ?? '-', packed(trace), packed(facts), packed(small)].join(' ')
}

/** The fingerprint of a packed line; undefined where the line is none of this version. */
export function unpackFingerprint(line: string): Fingerprint | undefined {
  const [version, all, words, date, first, second, third, ...more] = line.split(' ')
  if (version !== VERSION || !all || first === undefined || second === undefined || third === undefined || more.length) return undefined
  const [trace, facts, small] = [unpacked(first), unpacked(second), unpacked(third)]
  if (!trace || !facts || !small) return undefined
  const made = { all, words: Number(words), trace, facts, small }
  return date === undefined || date === '-' ? made : { ...made, date }
}
