import type { Row } from '../../lexicon/lexicon.ts'
import type { Unit } from '../recognise/units.ts'

/** A form of a row: its words in lower case, `~` for up to three words of any kind. */
export interface Phrase {
  readonly words: readonly string[]
  readonly cls: string
  readonly row: Row
  readonly unless: readonly string[]
}

/** Forms by their first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>

const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])

/** Indexes the forms of several tables by their first word. */
export function compilePhrases(rows: readonly Row[]): Phrases {
  const phrases = new Map<string, Phrase[]>()
  for (const row of rows) {
    const unless = cells(row['unless'])
    for (const form of cells(row['forms'])) {
      const words = form.toLowerCase().split(' ')
      const first = words[0] as string
      const phrase = { words, cls: row['class'] ?? '', row, unless }
      const list = phrases.get(first)
      if (list) list.push(phrase)
      else phrases.set(first, [phrase])
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  return phrases
}

/** A word of a sentence in lower case, with the unit it belongs to; a name gives several. */
export interface SentenceWord {
  readonly text: string
  readonly lemma: string
  readonly unit: number
}

/** The words of units; names are taken apart, so that "Energy Partnership" also speaks of energy. */
export function wordsOf(units: readonly Unit[], text: string): SentenceWord[] {
  const words: SentenceWord[] = []
  units.forEach((unit, i) => {
    const { text: form, lemma } = unit.word
    // a unit may be a phrase of several words: "in principle"
    if (!unit.name && !form.includes(' ')) words.push({ text: form, lemma, unit: i })
    else for (const part of partsOf(text.slice(unit.from, unit.to))) words.push({ text: part, lemma: part, unit: i })
  })
  return words
}

const partsOf = (name: string): string[] => name.toLowerCase().split(/[\s\-\u2010-\u2014()"\u201c\u201d,]/).map((part) => part.replace(/['\u2019]s$/, '')).filter((part) => part !== '')

/** A phrase found in units `from` up to `to`. */
export interface Found {
  readonly phrase: Phrase
  readonly from: number
  readonly to: number
}

/** All phrases: at each word the longest of each class; hedges also fit by the base form of their first word. Takes time linear in the words, for a given table. */
export function findPhrases(phrases: Phrases, words: readonly SentenceWord[]): Found[] {
  const found: Found[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as SentenceWord
    addAt(found, phrases.get(word.text), words, i, false)
    if (word.lemma !== word.text) addAt(found, phrases.get(word.lemma), words, i, true)
  }
  return found
}

function addAt(found: Found[], list: readonly Phrase[] | undefined, words: readonly SentenceWord[], i: number, inflected: boolean): void {
  if (!list) return
  const start = found.length
  for (const phrase of list) {
    if (inflected && phrase.cls !== 'hedge') continue
    const end = endOf(phrase.words, words, i)
    if (end < 0 || cancelled(phrase, words, i, end)) continue
    const unit = (words[i] as SentenceWord).unit
    let taken = false
    for (let k = start; k < found.length; k++) if (found[k]?.phrase.cls === phrase.cls) taken = true
    if (!taken) found.push({ phrase, from: unit, to: (words[end - 1] as SentenceWord).unit + 1 })
  }
}

function endOf(form: readonly string[], words: readonly SentenceWord[], i: number): number {
  let k = i + 1
  for (let w = 1; w < form.length; w++) {
    const word = form[w] as string
    if (word === '~') {
      for (let skipped = 0; skipped < 3 && words[k] && words[k]?.text !== form[w + 1]; skipped++) k++
      continue
    }
    if (words[k]?.text !== word) return -1
    k++
  }
  return k
}

/** A word of `unless` that stands directly before or after the phrase cancels it. */
function cancelled(phrase: Phrase, words: readonly SentenceWord[], from: number, to: number): boolean {
  if (!phrase.unless.length) return false
  const [before, after] = [words[from - 1]?.text, words[to]?.text]
  return phrase.unless.some((word) => word === before || word === after)
}
