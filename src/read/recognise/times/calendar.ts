/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number

/** A stretch of days, both ends included; an end that is not known is absent. */
export interface Days {
  readonly start?: Day | undefined
  readonly end?: Day | undefined
}

/** Day number of a calendar date; method: Howard Hinnant, "chrono-compatible low-level date algorithms" (2013). */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

/** Year, month and day of a day number. */
export function civil(day: Day): readonly [year: number, month: number, day: number] {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const ofEra = z - era * 146097
  const years = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365)
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const m = Math.floor((5 * ofYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return [years + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * m + 2) / 5) + 1]
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** ISO 8601 date of a day number. */
export function isoOf(day: Day): string {
  const [y, m, d] = civil(day)
  return [pad(y, 4), pad(m, 2), pad(d, 2)].join('-') // in one piece: a template would keep its pieces alive
}

export const monthRef = (month: number): string => `--${pad(month, 2)}`
export const monthDayRef = (month: number, day: number): string => `--${pad(month, 2)}-${pad(day, 2)}`

/** Number of days of a month. */
export const daysIn = (year: number, month: number): number =>
  (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)) - dayOf(year, month, 1)

/** Day number of an ISO date; undefined when it is not one. Anything after the date (a time) is left aside. */
export function parseIso(iso: string | undefined): Day | undefined {
  const parts = iso === undefined ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (parts === null) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return isDate(year, month, day) ? dayOf(year, month, day) : undefined
}

export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** Weekday of a day number, 0 = Sunday. */
export const weekdayOfDay = (day: Day): number => (((day + 4) % 7) + 7) % 7

/** `months` later; the last day of the month where the day does not exist there. */
export function addMonths(day: Day, months: number): Day {
  const [y, m, d] = civil(day)
  const index = y * 12 + m - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOf(year, month, Math.min(d, daysIn(year, month)))
}

export const yearDays = (year: number, until = year): Required<Days> => ({ start: dayOf(year, 1, 1), end: dayOf(until, 12, 31) })
export const monthDays = (year: number, month: number): Required<Days> => ({
  start: dayOf(year, month, 1),
  end: dayOf(year, month, daysIn(year, month)),
})

/** Letters of ISO 8601 durations, with Q for quarters, E for decades and C for centuries, which ISO writes as months and years. */
const months: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, E: 120, C: 1200 }
const days: Readonly<Record<string, number>> = { D: 1, W: 7 }

/** `n` units after `day` (before, if negative); undefined for units below a day, for fractions of months and beyond four-digit years. */
export function addUnits(day: Day, n: number, unit: string): Day | undefined {
  const perDay = days[unit]
  const perMonth = months[unit]
  const later =
    perDay !== undefined
      ? day + Math.round(n * perDay)
      : perMonth !== undefined && Number.isInteger(n * perMonth) && Math.abs(n) < 9999
        ? addMonths(day, n * perMonth)
        : undefined
  return later !== undefined && later > -719000 && later < 2932000 ? later : undefined
}

/** ISO 8601 duration: P6M, P2W, PT48H. */
export function durationRef(n: number, unit: string): string {
  if (unit === 'Q') return `P${n * 3}M`
  if (unit === 'E') return `P${n * 10}Y`
  if (unit === 'C') return `P${n * 100}Y`
  return unit === unit.toLowerCase() ? `PT${n}${unit.toUpperCase()}` : `P${n}${unit}`
}

/** The calendar unit (day, week from Monday, month, quarter, year, decade, century) that lies `offset` units from that of `day`. */
export function unitDays(day: Day, unit: string, offset: number): Required<Days> | undefined {
  const [y, m] = civil(day)
  if (unit === 'D') return { start: day + offset, end: day + offset }
  if (unit === 'W') {
    const start = day - ((weekdayOfDay(day) + 6) % 7) + 7 * offset
    return { start, end: start + 6 }
  }
  const years = unit === 'E' ? 10 : unit === 'C' ? 100 : 1
  if (unit === 'Y' || years > 1) {
    const first = Math.floor(y / years) * years + offset * years
    return yearDays(first, first + years - 1)
  }
  const width = unit === 'M' ? 1 : unit === 'Q' ? 3 : 0
  if (width === 0) return undefined
  const start = addMonths(dayOf(y, Math.floor((m - 1) / width) * width + 1, 1), offset * width)
  return { start, end: addMonths(start, width) - 1 }
}

/** ISO 8601 interval, with ".." (ISO 8601-2) for an open end. */
export function intervalRef({ start, end }: Days): string | undefined {
  if (start === undefined && end === undefined) return undefined
  if (start === end && start !== undefined) return isoOf(start)
  return `${start === undefined ? '..' : isoOf(start)}/${end === undefined ? '..' : isoOf(end)}`
}
