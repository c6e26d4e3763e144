import type { Span } from '../../model.ts'
import type { Cut } from './text.ts'

/** Where a phrase stands in a text, and in which. `spans` is empty where it is missing. */
export interface Presence {
  readonly id: string
  readonly title?: string
  readonly date?: string
  readonly parties: readonly string[]
  readonly spans: readonly Span[]
}

/** A phrase followed through texts. */
export interface Followed {
  /** Every text, by date (those without one last), then by name. */
  readonly texts: readonly Presence[]
  /** The first and the last date of a text that has it. */
  readonly since?: string
  readonly last?: string
  /** Sets of parties ("CN KZ") whose texts have it, with how many of how many, and since when; then those whose texts have it not. */
  readonly parties: readonly { readonly parties: readonly string[]; readonly with: number; readonly of: number; readonly since?: string }[]
}

/** Where the words of a phrase stand one after the other in a text, whatever their letter case and endings. */
export function placesOf(phrase: readonly string[], text: Cut): Span[] {
  const spans: Span[] = []
  if (!phrase.length) return spans
  const { key, from, to, ends } = text
  for (let i = 0; i + phrase.length <= key.length; i++) {
    let n = 0
    while (n < phrase.length && key[i + n] === phrase[n] && (n === 0 || !ends[i + n - 1])) n++
    if (n < phrase.length) continue
    spans.push({ from: from[i] as number, to: to[i + n - 1] as number })
    i += n - 1
  }
  return spans
}

const day = (date: string | undefined): string => date ?? '~'

/** Follows a phrase through texts: in which it stands, of which parties, since when, and where it is missing. Order of the texts given does not matter. */
export function followPhrase(phrase: readonly string[], texts: readonly Cut[]): Followed {
  const rows = texts.map(({ id, title, date, parties, ...cut }) => ({
    id,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    parties: [...parties].sort(),
    spans: placesOf(phrase, { id, parties, ...cut }),
  }))
  rows.sort((a, b) => (day(a.date) === day(b.date) ? (a.id < b.id ? -1 : 1) : day(a.date) < day(b.date) ? -1 : 1))
  const dates = rows.flatMap(({ spans, date }) => (spans.length && date !== undefined ? [date] : []))
  const [since, last] = [dates[0], dates.at(-1)]
  return { texts: rows, ...(since === undefined || last === undefined ? {} : { since, last }), parties: byParties(rows) }
}

function byParties(rows: readonly Presence[]): Followed['parties'] {
  const groups = new Map<string, { parties: readonly string[]; with: number; of: number; since?: string }>()
  for (const { parties, spans, date } of rows) {
    const name = parties.join(' ')
    const group = groups.get(name) ?? { parties, with: 0, of: 0 }
    group.of++
    if (spans.length) {
      group.with++
      if (date !== undefined) group.since ??= date
    }
    groups.set(name, group)
  }
  return [...groups.values()].sort((a, b) => b.with - a.with || a.of - b.of || (a.parties.join() < b.parties.join() ? -1 : 1))
}
