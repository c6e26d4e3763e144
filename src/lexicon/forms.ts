import { plain } from './characters.ts'
import type { Word } from './word.ts'

const SIZE = 1 << 17
const MOST = 60_000
/** Longer stretches are no words that come again; they are made anew each time. */
const LONGEST = 64
/** Forms chosen so that their hashes meet cost a bounded number of steps each, and are not kept. */
const PROBES = 48

/** One step of the hash of a form, code unit by code unit. */
export const step = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0

/** Room for the letters of the first forms, in code units; it doubles when it is full. */
const LETTERS = 1 << 16

/**
 * Word forms met so far, found without cutting the text: open addressing, keyed by the hash that the tokenizer keeps
 * while it scans. Only a memo of `make`, so the same form gives an equal word whatever the table holds; when it is full
 * it starts over, which bounds its memory.
 *
 * What a look-up compares lies in flat arrays in the order in which the forms were met, so that the common ones, which come first, lie
 * together and stay in the cache of the processor.
 */
export class Forms {
  /** 1 + index of the word; 0: free. */
  private readonly slots = new Uint16Array(SIZE)
  /** By index of the word. */
  private readonly hashes = new Int32Array(MOST)
  /** Where the letters of a word begin; they end where those of the next begin. */
  private readonly starts = new Int32Array(MOST + 1)
  private letters = new Uint16Array(LETTERS)
  private words: Word[] = []
  private readonly make: (form: string) => Word

  constructor(make: (form: string) => Word) {
    this.make = make
  }

  /** The word of `text[from, to)`, whose hash by `step` from 0 over plain code units is `hash`. */
  find(text: string, from: number, to: number, hash: number): Word {
    if (to - from > LONGEST) return this.make(copy(text, from, to))
    const { slots, hashes } = this
    let slot = (hash ^ (hash >>> 15)) & (SIZE - 1)
    for (let probe = 0; probe < PROBES; probe++) {
      const index = (slots[slot] as number) - 1
      if (index < 0) break
      if (hashes[index] === hash && this.stands(text, from, to, index)) return this.words[index] as Word
      slot = (slot + 1) & (SIZE - 1)
    }
    const word = this.make(copy(text, from, to))
    this.add(word, hash)
    return word
  }

  /** The word of a whole string. */
  of(form: string): Word {
    let hash = 0
    for (let i = 0; i < form.length; i++) hash = step(hash, plain(form.charCodeAt(i)))
    return this.find(form, 0, form.length, hash)
  }

  /** True when `text[from, to)` is the form of the word at `index`. */
  private stands(text: string, from: number, to: number, index: number): boolean {
    const { letters } = this
    const start = this.starts[index] as number
    const length = to - from
    if ((this.starts[index + 1] as number) - start !== length) return false
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(from + i)
      if (code !== letters[start + i] && plain(code) !== letters[start + i]) return false
    }
    return true
  }

  private add(word: Word, hash: number): void {
    const { slots } = this
    if (this.words.length >= MOST) {
      this.words = []
      slots.fill(0)
    }
    // making a word may have added others, so the free slot is sought anew
    let slot = (hash ^ (hash >>> 15)) & (SIZE - 1)
    for (let probe = 0; slots[slot] !== 0; probe++) {
      if (probe === PROBES) return
      slot = (slot + 1) & (SIZE - 1)
    }
    const index = this.words.length
    this.words.push(word)
    slots[slot] = index + 1
    this.hashes[index] = hash
    this.keep(word.form, index)
  }

  private keep(form: string, index: number): void {
    const start = this.starts[index] as number
    const end = start + form.length
    if (end > this.letters.length) {
      const more = new Uint16Array(2 * this.letters.length)
      more.set(this.letters)
      this.letters = more
    }
    for (let i = 0; i < form.length; i++) this.letters[start + i] = form.charCodeAt(i)
    this.starts[index + 1] = end
  }
}

/** A string of its own: a slice would keep the whole text alive as long as the table holds the word. */
function copy(text: string, from: number, to: number): string {
  if (to - from > LONGEST) return straighten(text.slice(from, to))
  let out = ''
  for (let i = from; i < to; i++) out += String.fromCharCode(plain(text.charCodeAt(i)))
  return out
}

const straighten = (form: string): string => form.replace(/[\u2019\u02bc]/g, "'").replace(/[\u2010\u2011]/g, '-')
