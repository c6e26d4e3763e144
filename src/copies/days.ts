/** Days between two ISO dates; undefined where one is not known or is no date. */
export function daysBetween(one: string | undefined, other: string | undefined): number | undefined {
  const days = Math.abs(Date.parse(one ?? '') - Date.parse(other ?? '')) / 86_400_000
  return Number.isNaN(days) ? undefined : Math.round(days)
}

/** A correction, or a copy in other words, comes within so many days. */
export const SOON = 3
