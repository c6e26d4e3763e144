/** Days of the calendar as ISO text (`2022-06-07`), years 1000 to 9999, without clocks or time zones. Two days compare as texts do. */

/** First and last day, both inclusive. */
export interface Days {
  readonly first: string
  readonly last: string
}

const DATE = /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/
const DAY = 86_400_000

/** The days that a date covers: `2022` a year, `2022-06` a month, `2022-06-07` itself. Nothing for what is no date. */
export function daysOf(date: string): Days | undefined {
  const [, year, month, day] = DATE.exec(date) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (Number(month) < 1 || Number(month) > 12) return undefined
  const length = monthLength(Number(year), Number(month))
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` }
  return Number(day) >= 1 && Number(day) <= length ? { first: date, last: date } : undefined
}

/** Days since 1 January 1970. Expects a day. */
export function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY
}

/** Years at the end of a day, so that from the end of one year to the end of the next is 1, leap year or not. Expects a day. */
export function yearsAt(day: string): number {
  const year = Number(day.slice(0, 4))
  const before = Date.UTC(year, 0, 0) / DAY
  return year + (dayNumber(day) - before) / (Date.UTC(year + 1, 0, 0) / DAY - before)
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return new Date((dayNumber(day) + 1) * DAY).toISOString().slice(0, 10)
}

/** How many days a month has (month 1 to 12). */
function monthLength(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Order of two dates or ids by their characters' codes, for `sort`. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
