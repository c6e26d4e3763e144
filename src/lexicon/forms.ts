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

/**
 * Word forms met so far, found without cutting the text: open addressing, keyed by the hash that the tokenizer keeps
 * while it scans. Only a memo of `make`, so the same form gives an equal word whatever the table holds; when it is full
 * it starts over, which bounds its memory.
 */
export class Forms {
  /** Two numbers a slot, side by side in memory: 1 + index of the word (0: free), and its hash. */
  private readonly slots = new Int32Array(2 * SIZE)
  private words: Word[] = []
  private readonly make: (form: string) => Word

  constructor(make: (form: string) => Word) {
    this.make = make
  }

  /** The word of `text[from, to)`, whose hash by `step` from 0 over plain code units is `hash`. */
  find(text: string, from: number, to: number, hash: number): Word {
    if (to - from > LONGEST) return this.make(copy(text, from, to))
    let slot = (hash ^ (hash >>> 15)) & (SIZE - 1)
    for (let probe = 0; probe < PROBES; probe++) {
      const index = this.slots[2 * slot] as number
      if (index === 0) break
      if (this.slots[2 * slot + 1] === hash) {
        const word = this.words[index - 1] as Word
        if (same(text, from, to, word.form)) return word
      }
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

  private add(word: Word, hash: number): void {
    if (this.words.length >= MOST) {
      this.words = []
      this.slots.fill(0)
    }
    // making a word may have added others, so the free slot is sought anew
    let slot = (hash ^ (hash >>> 15)) & (SIZE - 1)
    for (let probe = 0; this.slots[2 * slot] !== 0; probe++) {
      if (probe === PROBES) return
      slot = (slot + 1) & (SIZE - 1)
    }
    this.words.push(word)
    this.slots[2 * slot] = this.words.length
    this.slots[2 * slot + 1] = hash
  }
}

function same(text: string, from: number, to: number, form: string): boolean {
  if (to - from !== form.length) return false
  for (let i = 0; i < form.length; i++) {
    const code = text.charCodeAt(from + i)
    if (code !== form.charCodeAt(i) && plain(code) !== form.charCodeAt(i)) return false
  }
  return true
}

/** A string of its own: a slice would keep the whole text alive as long as the table holds the word. */
function copy(text: string, from: number, to: number): string {
  if (to - from > LONGEST) return straighten(text.slice(from, to))
  let out = ''
  for (let i = from; i < to; i++) out += String.fromCharCode(plain(text.charCodeAt(i)))
  return out
}

const straighten = (form: string): string => form.replace(/[\u2019\u02bc]/g, "'").replace(/[\u2010\u2011]/g, '-')
