import type { Features } from './features.ts'

/** The programme of an entry; undefined for a statement, whose id has no slash. */
export function programmeOf(id: string): string | undefined {
  const slash = id.indexOf('/')
  return slash < 0 ? undefined : id.slice(0, slash)
}

const DAY = 86_400_000
/** Days between two dates; undefined where one is not known. */
export function daysApart(a: Features, b: Features): number | undefined {
  const days = Math.abs(Date.parse(a.date ?? '') - Date.parse(b.date ?? '')) / DAY
  return Number.isNaN(days) ? undefined : days
}
