import { linkWordsOf } from '../../ledger/link/words.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { LONGEST, type Weigh, weigher } from './degrees.ts'
import { type Meetings, meetingsOf } from './meetings.ts'

/** What a change is told by, besides the statements themselves: words of the tables. */
export interface Measures {
  readonly weigh: Weigh
  /** The words hold something like a promise: "their commitment to", "its readiness for". */
  readonly pledges: (quote: string) => boolean
  /** Numbers that are days of a month. */
  readonly daysIn: (quote: string) => readonly string[]
  /** Numbers by which an instrument, body or meeting is called ("Resolution 2254"). */
  readonly namesIn: (quote: string) => readonly string[]
  readonly meetings: Meetings
  /** A word between "welcomed" and the act says that it is not done, or not what is welcomed: "planned", "progress towards". */
  readonly isFar: (form: string) => boolean
}

const made = new WeakMap<Vocabulary, Measures>()

/** The measures of a language. A memo: the same vocabulary always gives the same. */
export function measuresOf(vocabulary: Vocabulary): Measures {
  const known = made.get(vocabulary)
  if (known) return known
  const forms = (table: string, fits: (row: Readonly<Record<string, string>>) => boolean): string[] =>
    vocabulary
      .rows(table)
      .flatMap((row) => (fits(row as Readonly<Record<string, string>>) ? (row['forms'] ?? '').toLowerCase().split('|') : []))
  const pledges = new Set(forms('nouns', ({ act }) => act === 'commitment'))
  const months = new Set(forms('times', (row) => row['class']?.startsWith('month') === true))
  const centuries = new Set(forms('times', (row) => row['value'] === 'C'))
  const ahead = new Set(forms('meetings', (row) => row['class'] === 'ahead'))
  const determiners = new Set(forms('words', (row) => row['class']?.startsWith('determiner') === true))
  const measures: Measures = {
    weigh: weigher(vocabulary),
    pledges: (quote) => wordsOf(quote).some((word) => pledges.has(word)),
    daysIn: (quote) => {
      const words = wordsOf(quote)
      return words.filter((word, i) => DAY.test(word) && (months.has(words[i - 1] ?? '') || months.has(words[i + 1] ?? '')))
    },
    namesIn: (quote) => {
      const words = casedIn(quote)
      const called = words.flatMap((word, i) =>
        /^\d+$/.test(word) && isName(words[i - 1], months) && !isCounted(words[i + 1]) ? [word] : [],
      )
      return [...called, ...gluedIn(quote), ...centuriesIn(quote, centuries)]
    },
    meetings: meetingsOf(vocabulary),
    isFar: (form) => ahead.has(form) || (linkWordsOf('en').isEmpty(form) && !determiners.has(form)),
  }
  made.set(vocabulary, measures)
  return measures
}

const DAY = /^\d{1,2}$/

/** A word with a capital that is no month: what a number behind it belongs to, unless the number counts something. */
const isName = (word: string | undefined, months: ReadonlySet<string>): boolean =>
  word !== undefined && /^\p{Lu}/u.test(word) && !months.has(word.toLowerCase())

/** A content word in lower case: what is counted, or the number's scale. */
const isCounted = (word: string | undefined): boolean => word !== undefined && /^\p{Ll}/u.test(word) && !linkWordsOf('en').isEmpty(word)

/** Digits that are part of a name or only mark an item: "G20", "C5+1", "(1)". */
const gluedIn = (quote: string): string[] => [
  ...[...quote.slice(0, LONGEST).matchAll(/\p{Lu}[\p{L}\d+-]*/gu)].flatMap(([name]) => name.match(/\d+/g) ?? []),
  ...[...quote.slice(0, LONGEST).matchAll(/\((\d{1,2})\)/g)].map(([, number]) => number as string),
]

/** "21st century": no quantity. */
const centuriesIn = (quote: string, centuries: ReadonlySet<string>): string[] =>
  [...quote.slice(0, LONGEST).matchAll(/(?<!\d)(\d{1,3})\p{L}{2}[ -](\p{L}{1,24})/gu)].flatMap(([, number, unit]) =>
    centuries.has((unit as string).toLowerCase()) ? [number as string] : [],
  )

const casedIn = (quote: string): string[] => quote.slice(0, LONGEST).match(/[\p{L}\p{N}]+/gu) ?? []

const wordsOf = (quote: string): string[] =>
  quote
    .slice(0, LONGEST)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
