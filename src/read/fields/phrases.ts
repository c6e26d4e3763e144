import type { Row } from '../../lexicon/lexicon.ts'
import type { Unit } from '../recognise/units.ts'

/** A form of a row: its words in lower case, `~` for one to three words of any kind. */
export interface Phrase {
  readonly words: readonly string[]
  readonly row: Row
  readonly unless: readonly string[]
}

/** Forms by their first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>

const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])

/** Indexes the forms of a table. A form in which a word ends in `*` fits every word that begins so. */
export function compilePhrases(rows: readonly Row[]): Phrases {
  const phrases = new Map<string, Phrase[]>()
  for (const row of rows) {
    const unless = cells(row['unless'])
    for (const form of cells(row['forms'])) {
      const words = form.toLowerCase().split(' ')
      const first = words[0] as string
      const list = phrases.get(first)
      if (list) list.push({ words, row, unless })
      else phrases.set(first, [{ words, row, unless }])
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  return phrases
}

/** A phrase found at unit `from`, up to unit `to`. */
export interface Found {
  readonly phrase: Phrase
  readonly from: number
  readonly to: number
}

/** The longest phrase that starts with the unit at `i`, before unit `end`; `key` is the word to look up (the word or its lemma). */
export function phraseAt(phrases: Phrases, units: readonly Unit[], i: number, end: number, key: string): Found | undefined {
  const list = phrases.get(key)
  if (!list) return undefined
  for (const phrase of list) {
    const to = endOf(phrase.words, units, i, end)
    if (to > i && !cancelled(phrase, units, i, to)) return { phrase, from: i, to }
  }
  return undefined
}

function endOf(words: readonly string[], units: readonly Unit[], i: number, end: number): number {
  let k = i + 1
  for (let w = 1; w < words.length; w++) {
    const word = words[w] as string
    if (word === '~') {
      const next = words[w + 1]
      let skipped = 0
      while (k < end && skipped < 3 && (units[k] as Unit).word.text !== next) {
        k++
        skipped++
      }
      if (k >= end) return -1
      continue
    }
    if (k >= end || (units[k] as Unit).word.text !== word) return -1
    k++
  }
  return k
}

/** A word of `unless` that stands directly before or after the phrase cancels it. */
function cancelled(phrase: Phrase, units: readonly Unit[], from: number, to: number): boolean {
  if (!phrase.unless.length) return false
  const before = units[from - 1]?.word
  const after = units[to]?.word
  return phrase.unless.some((word) => word === before?.text || word === after?.text || word === after?.lemma)
}
