import { daysApart } from '../days.ts'
import type { Said, Taken } from '../nouns.ts'

/** In what a document disagrees with the entry of a feed that led to it, one line each: date, title, address. */
export function disagreements({ fields, grounds }: Said, { source, grounds: own }: Omit<Taken, 'original' | 'remarks'>): string[] {
  const found: string[] = []
  const say = (field: 'date' | 'title' | 'url', what: string, quote: (value: string) => string) => {
    const [a, b] = [fields[field], source[field]]
    if (a !== undefined && b !== undefined) found.push(`${what} disagree: ${quote(a)} (${grounds[field]}), ${quote(b)} (${own[field]})`)
  }
  const [date, other] = [fields.date, source.date]
  // a zone of time makes one day
  if (date && other && daysApart(date, other) > 1) say('date', 'dates', (value) => value)
  if (fields.title && source.title && !isWithin(fields.title, source.title)) say('title', 'titles', (value) => `“${value.slice(0, 100)}”`)
  if (own.url !== 'where it was fetched' && fields.url && source.url && pathOf(fields.url) !== pathOf(source.url))
    say('url', 'addresses', (value) => value)
  return found
}

/** Whether one title is the other, or the beginning or end of it: sites put their name on one of them. */
function isWithin(a: string, b: string): boolean {
  const [one, other] = [letters(a), letters(b)]
  return one.includes(other) || other.includes(one)
}

const letters = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** An address without what says how the reader came there. */
function pathOf(address: string): string {
  const url = new URL(address)
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/(?:index\.\w{1,5})?$/, '')}`
}
