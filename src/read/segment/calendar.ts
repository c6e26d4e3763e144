import type { Vocabulary } from '../../lexicon/vocabulary.ts'

/** Month (1 to 12) or weekday (0 is Sunday) of a word as datelines write it. */
export interface CalendarWords {
  readonly months: ReadonlyMap<string, number>
  readonly weekdays: ReadonlyMap<string, number>
}

const memo = new WeakMap<Vocabulary, CalendarWords>()

/** The months and weekdays of a vocabulary, in the order of its table. The memo only saves time. */
export function calendarOf(vocabulary: Vocabulary): CalendarWords {
  const known = memo.get(vocabulary)
  if (known) return known
  const months = new Map<string, number>()
  const weekdays = new Map<string, number>()
  let month = 0
  let weekday = 0
  for (const row of vocabulary.rows('calendar')) {
    const target = row['kind'] === 'month' ? months : weekdays
    const value = row['kind'] === 'month' ? ++month : weekday++
    for (const form of (row['forms'] ?? '').split('|')) target.set(form, value)
  }
  const words = { months, weekdays }
  memo.set(vocabulary, words)
  return words
}
