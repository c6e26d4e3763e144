import { dayNumber, daysOf } from '../../ledger/days.ts'

/** A date as a place on an axis of years: its first day. Undefined for what is no date. */
export function yearOf(date: string | undefined): number | undefined {
  const days = date === undefined ? undefined : daysOf(date)
  if (!days) return undefined
  const year = Number(days.first.slice(0, 4))
  const start = dayNumber(`${days.first.slice(0, 4)}-01-01`)
  return year + (dayNumber(days.first) - start) / 366
}
