import { cells } from '../../lexicon/cells.ts'
import { internCell } from '../../lexicon/intern.ts'
import type { Row } from '../../lexicon/lexicon.ts'
import { More } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'

/** A form of a row: its words in lower case, `~` for up to three words of any kind; words in brackets must stand before and are no part of it. */
export interface Phrase {
  readonly words: readonly string[]
  /** How many of the words stand before the phrase. */
  readonly lead: number
  readonly cls: string
  /** Tells the words around a name, not the statement. */
  readonly near: boolean
  /** Row and words: the same form counts once. */
  readonly key: string
  readonly topics: readonly string[]
  readonly weight: number
  readonly unless: readonly string[]
}

/** Forms that begin with one word, longest first. */
interface Opened {
  /** By the second word, those of one word and those that any may follow with them. */
  readonly bySecond: ReadonlyMap<string, readonly Phrase[]>
  /** Those two alone. */
  readonly others: readonly Phrase[]
}

/** Forms by their first word. */
export type Phrases = ReadonlyMap<string, Opened>

/** Stands for up to three words of any kind. */
const ANY = '~'

const bracketed = (word: string): boolean => word.startsWith('(') && word.endsWith(')')

/** Indexes the forms of several tables by their first word. */
export function compilePhrases(rows: readonly Row[]): Phrases {
  const phrases = new Map<string, Phrase[]>()
  for (const row of rows) {
    const unless = cells(row['unless']).map(internCell)
    const cls = internCell(row['class'] ?? '')
    const topics = cells(row['topic']).map(internCell)
    for (const form of cells(row['forms'])) {
      const bare = form.toLowerCase().split(' ')
      const words = bare.map((word) => internCell(bracketed(word) ? word.slice(1, -1) : word))
      const first = words[0] as string
      const phrase = {
        words,
        lead: bare.findIndex((word) => !bracketed(word)),
        cls,
        near: cls.startsWith('near-'),
        key: `${row['id']}${words.join(' ')}`,
        topics,
        weight: Number(row['weight'] ?? 1),
        unless,
      }
      const list = phrases.get(first)
      if (list) list.push(phrase)
      else phrases.set(first, [phrase])
    }
  }
  return new Map([...phrases].map(([first, list]) => [first, openedOf(list.sort((a, b) => b.words.length - a.words.length))]))
}

function openedOf(list: readonly Phrase[]): Opened {
  const isOpen = ({ words }: Phrase): boolean => words[1] === undefined || words[1] === ANY
  const bySecond = new Map<string, readonly Phrase[]>()
  for (const { words } of list)
    if (words[1] !== undefined && words[1] !== ANY && !bySecond.has(words[1]))
      bySecond.set(
        words[1],
        list.filter((phrase) => phrase.words[1] === words[1] || isOpen(phrase)),
      )
  return { bySecond, others: list.filter(isOpen) }
}

/** Words of a sentence in lower case as parallel arrays, of which the first `count` hold; a name, or a phrase that is one unit, gives several. */
interface SentenceWords {
  readonly text: string[]
  /** Its base form; '' where no form of the tables begins. */
  readonly lemma: string[]
  /** The unit that a word belongs to. */
  readonly unit: number[]
  count: number
}

/** The words of the sentence at hand: its arrays keep their room for the next one. */
const room: SentenceWords = { text: [], lemma: [], unit: [], count: 0 }

/** The words of units; names are taken apart, so that "Energy Partnership" also speaks of energy. */
function wordsOf(units: readonly Unit[], text: string): SentenceWords {
  room.count = 0
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit
    const { more } = unit.word
    if (!unit.name && (more & More.JOINED) === 0) add(unit.word.text, (more & More.FIELD) !== 0 ? unit.word.lemma : '', i)
    else addParts(text.slice(unit.from, unit.to), i)
  }
  return room
}

function add(form: string, base: string, i: number): void {
  const n = room.count++
  room.text[n] = form
  room.lemma[n] = base
  room.unit[n] = i
}

const apart = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 45 ||
  code === 40 ||
  code === 41 ||
  code === 34 ||
  code === 44 ||
  (code > 127 && separator.test(String.fromCharCode(code)))
const separator = /[\s\u2010-\u2014\u201c\u201d]/

/** Adds the words of a name, without marks and without "'s" at their ends. */
function addParts(name: string, i: number): void {
  const lower = name.toLowerCase()
  let from = 0
  for (let at = 0; at <= lower.length; at++) {
    if (at < lower.length && !apart(lower.charCodeAt(at))) continue
    let to = at
    if (to - from > 1 && lower.charCodeAt(to - 1) === 115 && (lower.charCodeAt(to - 2) === 39 || lower.charCodeAt(to - 2) === 0x2019))
      to -= 2
    if (to > from) {
      const part = lower.slice(from, to)
      add(part, part, i)
    }
    from = at + 1
  }
}

/** A phrase found in units `from` up to `to`. */
export interface Found {
  readonly phrase: Phrase
  readonly from: number
  readonly to: number
}

/** All phrases: at each word the longest of each class; hedges also fit by the base form of their first word. Takes time linear in the words, for a given table. */
export function findPhrases(phrases: Phrases, units: readonly Unit[], source: string): Found[] {
  const found: Found[] = []
  const words = wordsOf(units, source)
  const { text, lemma, count } = words
  for (let i = 0; i < count; i++) {
    if (lemma[i] === '') continue
    addAt(found, phrases.get(text[i] as string), words, i, false)
    if (lemma[i] !== text[i]) addAt(found, phrases.get(lemma[i] as string), words, i, true)
  }
  return found
}

function addAt(found: Found[], opened: Opened | undefined, words: SentenceWords, i: number, inflected: boolean): void {
  if (!opened) return
  const start = found.length
  // most words begin no form of several
  const second = opened.bySecond.size > 0 && i + 1 < words.count ? opened.bySecond.get(words.text[i + 1] as string) : undefined
  for (const phrase of second ?? opened.others) {
    if (inflected && phrase.cls !== 'hedge') continue
    const end = endOf(phrase.words, words, i)
    if (end < 0 || cancelled(phrase, words, i, end)) continue
    let taken = false
    for (let k = start; k < found.length; k++) taken ||= excludes((found[k] as Found).phrase, phrase)
    if (!taken) found.push({ phrase, from: words.unit[i + phrase.lead] as number, to: (words.unit[end - 1] as number) + 1 })
  }
}

/** Of a class the longest form counts; a word that speaks for two topics counts for both. */
const excludes = (one: Phrase, other: Phrase): boolean =>
  one.cls === other.cls && !(one.cls === 'topic' && one.words.length === other.words.length && one.topics[0] !== other.topics[0])

function endOf(form: readonly string[], { text, count }: SentenceWords, i: number): number {
  let k = i + 1
  for (let w = 1; w < form.length; w++) {
    const word = form[w] as string
    if (word === ANY) {
      for (let skipped = 0; skipped < 3 && k < count && text[k] !== form[w + 1]; skipped++) k++
      continue
    }
    if (k >= count || text[k] !== word) return -1
    k++
  }
  return k
}

/** A word of `unless` that stands directly before or after the phrase cancels it. */
function cancelled(phrase: Phrase, { text, count }: SentenceWords, from: number, to: number): boolean {
  const { unless } = phrase
  if (unless.length === 0) return false
  const before = from > 0 ? text[from - 1] : undefined
  const after = to < count ? text[to] : undefined
  for (const word of unless) if (word === before || word === after) return true
  return false
}
