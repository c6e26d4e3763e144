import {
  addMonths,
  civil,
  type Day,
  type Days,
  dayOf,
  daysIn,
  intervalRef,
  isDate,
  isoOf,
  monthDayRef,
  monthDays,
  monthRef,
  weekdayOfDay,
  yearDays,
} from './calendar.ts'
import { type Choice, codeOf, find, isComma, isDash, isNumber, type Line, type Period, toPeriod } from './line.ts'
import { dayAt, yearAt } from './numbers.ts'

/** A date of the calendar as worded: parts that the text does not give are absent. */
interface Parts {
  readonly next: number
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
  /** Last day of a range within the month, or last month of a range within the year. */
  readonly lastDay?: number | undefined
  readonly lastMonth?: number | undefined
  readonly weekday?: boolean
  readonly weak?: boolean
}

const unknown: Days = {}

/** Days of a date by its parts. Without a year and without a day of writing nothing is known. */
function daysOf(parts: Parts, today: Day | undefined, choice: Choice): Days {
  const { month } = parts
  const year = parts.year ?? (month === undefined || today === undefined ? undefined : inferYear(month, parts.day, today, choice))
  if (year === undefined) return {}
  if (month === undefined) return yearDays(year)
  if (parts.day !== undefined) {
    if (!isDate(year, month, parts.day)) return {}
    const last =
      parts.lastDay !== undefined && isDate(year, parts.lastMonth ?? month, parts.lastDay)
        ? dayOf(year, parts.lastMonth ?? month, parts.lastDay)
        : undefined
    const start = dayOf(year, month, parts.day)
    return { start, end: last !== undefined && last >= start ? last : start }
  }
  const last = parts.lastMonth
  return last === undefined
    ? monthDays(year, month)
    : { start: dayOf(year, month, 1), end: dayOf(last < month ? year + 1 : year, last, daysIn(last < month ? year + 1 : year, last)) }
}

/** The year that brings a month (and day) to the next one from `today`, or to the one nearest to it. */
function inferYear(month: number, day: number | undefined, today: Day, choice: Choice): number {
  const [year] = civil(today)
  const at = (y: number): Day => dayOf(y, month, Math.min(day ?? daysIn(y, month), daysIn(y, month)))
  if (choice === 'next') return at(year) >= today ? year : year + 1
  const nearest = [year - 1, year, year + 1].map((y): [number, number] => [Math.abs(at(y) - today), y])
  return nearest.reduce((a, b) => (b[0] < a[0] ? b : a))[1]
}

function refOf(parts: Parts, days: Days): string {
  if (days.start !== undefined || days.end !== undefined) return intervalRef(days) ?? ''
  if (parts.month === undefined) return ''
  return parts.day === undefined ? monthRef(parts.month) : monthDayRef(parts.month, parts.day)
}

function periodOf(line: Line, parts: Parts, choice: Choice): Period {
  const days = daysOf(parts, line.today, choice)
  const bare = parts.month === undefined || (parts.weak === true && parts.day === undefined && parts.year === undefined)
  return toPeriod(
    days,
    parts.next,
    refOf(parts, days),
    bare ? 'led' : 'clear',
    undefined,
    parts.lastDay !== undefined || parts.lastMonth !== undefined,
  )
}

/** A date, or a range of two: "2 to 4 July 2024", "May 1", "January 2032 to December 2034", "2023-2025", "2032-33". */
export function dateAt(line: Line, i: number, choice: Choice): Period | undefined {
  const first = partsAt(line, i)
  if (first === undefined) return weekdayAt(line, i, choice) ?? decadeAt(line, i)
  const link = find(line, first.next, 'range')
  const second = link ? partsAt(line, link.next) : undefined
  if (second === undefined || !sameGrain(first, second)) return shortRange(line, first) ?? periodOf(line, first, choice)
  const [from, to] = [periodOf(line, { ...first, year: first.year ?? second.year }, choice), periodOf(line, second, choice)]
  if (from.start === undefined || to.end === undefined || to.end < from.start) return toPeriod(unknown, second.next, '', from.strength)
  const days: Days = { start: from.start, end: to.end }
  return toPeriod(days, second.next, intervalRef(days) ?? '', from.strength, undefined, true)
}

const sameGrain = (a: Parts, b: Parts): boolean =>
  (a.day === undefined) === (b.day === undefined) && (a.month === undefined) === (b.month === undefined)

/** "2032-33". */
function shortRange(line: Line, first: Parts): Period | undefined {
  const { year } = first
  const tail = line.cells[first.next + 1]
  if (
    year === undefined ||
    first.month !== undefined ||
    !isDash(line, first.next) ||
    !isNumber(tail) ||
    tail.to - tail.from !== 2 ||
    !tail.glued
  )
    return undefined
  const last = Math.floor(year / 100) * 100 + tail.value
  if (last <= year) return undefined
  const days = yearDays(year, last)
  return toPeriod(days, first.next + 2, intervalRef(days) ?? '', 'led', undefined, true)
}

/** The 2020s. */
function decadeAt(line: Line, i: number): Period | undefined {
  const cell = line.cells[i]
  if (!isNumber(cell) || cell.to - cell.from !== 4 || cell.value % 10 !== 0 || cell.value < 1500 || cell.value > 2190) return undefined
  const apostrophe = codeOf(line, i + 1) === 39 || codeOf(line, i + 1) === 0x2019
  const k = apostrophe && !find(line, i + 1, 'decade-s') ? i + 2 : i + 1
  if (!line.cells[k]?.glued || !find(line, k, 'decade-s')) return undefined
  const days = yearDays(cell.value, cell.value + 9)
  return toPeriod(days, k + 1, intervalRef(days) ?? '', 'led')
}

/** "Monday", "Friday, 3 May 2024", "Wednesday". */
function weekdayAt(line: Line, i: number, choice: Choice): Period | undefined {
  const name = find(line, i, 'weekday')
  if (!name) return undefined
  const date = partsAt(line, isComma(line, name.next) ? name.next + 1 : name.next)
  if (date?.day !== undefined) return periodOf(line, date, choice)
  if (line.today === undefined) return toPeriod(unknown, name.next, '', 'clear')
  const ahead = (Number(name.sense.value) - weekdayOfDay(line.today) + 7) % 7
  const day = line.today + (choice === 'next' || ahead === 0 ? ahead : ahead - 7)
  return toPeriod({ start: day, end: day }, name.next, isoOf(day), 'clear')
}

function partsAt(line: Line, i: number): Parts | undefined {
  return isNumber(line.cells[i]) ? (isoAt(line, i) ?? dayMonth(line, i) ?? yearOnly(line, i)) : monthDay(line, i)
}

/** A month by name, also where its name is a word of its own. */
export function monthAt(
  line: Line,
  i: number,
): { readonly month: number; readonly next: number; readonly weak: boolean; readonly short: boolean } | undefined {
  const clear = find(line, i, 'month')
  const short = clear ? undefined : find(line, i, 'month-short')
  const found = clear ?? short ?? find(line, i, 'month-weak')
  if (!found) return undefined
  const dot = short && codeOf(line, found.next) === 46 && line.cells[found.next]?.glued && found.next - i === 1
  return { month: Number(found.sense.value), next: dot ? found.next + 1 : found.next, weak: !clear, short: short !== undefined }
}

/** 2024-07-02 and 02.07.2024. */
function isoAt(line: Line, i: number): Parts | undefined {
  const { cells } = line
  const [b, c] = [cells[i + 2], cells[i + 4]]
  if (!isNumber(b) || !isNumber(c) || !b.glued || !c.glued) return undefined
  const [one, two, three] = [(cells[i] as { value: number }).value, b.value, c.value]
  const mark = codeOf(line, i + 1)
  if (mark !== codeOf(line, i + 3)) return undefined
  if (mark === 45 && yearAt(line, i) !== undefined && isDate(one, two, three)) return { next: i + 5, year: one, month: two, day: three }
  if (mark === 46 && three >= 1500 && three <= 2199 && isDate(three, two, one)) return { next: i + 5, year: three, month: two, day: one }
  return undefined
}

/** "2 July 2024", "2-4 July", "the 2nd of May", "3 and 4 May", "30 June to 2 July 2024" (by the range above). */
function dayMonth(line: Line, i: number): Parts | undefined {
  const first = dayAt(line, i)
  if (!first) return undefined
  const link = find(line, first.next, 'range') ?? find(line, first.next, 'and')
  const last = link ? dayAt(line, link.next) : undefined
  const k = last ? last.next : first.next
  const month = monthAt(line, find(line, k, 'of')?.next ?? k)
  if (!month) return undefined
  const year = yearAfter(line, month.next)
  return { next: year ? year.next : month.next, month: month.month, day: first.day, lastDay: last?.day, year: year?.year, weak: month.weak }
}

function yearOnly(line: Line, i: number): Parts | undefined {
  const year = yearAt(line, i)
  return year === undefined ? undefined : { next: i + 1, year }
}

/** "July 2, 2024", "April 5-6", "May 2024", "July and August", "October". */
function monthDay(line: Line, i: number): Parts | undefined {
  const month = monthAt(line, i)
  if (!month) return undefined
  const first = dayAt(line, month.next)
  if (first) {
    const link = find(line, first.next, 'range') ?? find(line, first.next, 'and')
    const other = link ? monthAt(line, link.next) : undefined
    const last = link ? dayAt(line, other ? other.next : link.next) : undefined
    const end = last && !find(line, last.next, 'units') && !find(line, last.next, 'scale') ? last : undefined
    const year = yearAfter(line, end ? end.next : first.next)
    return {
      next: year ? year.next : (end ?? first).next,
      month: month.month,
      day: first.day,
      lastDay: end?.day,
      lastMonth: end ? other?.month : undefined,
      year: year?.year,
      weak: month.weak,
    }
  }
  const own = yearAfter(line, month.next)
  if (own) return { next: own.next, month: month.month, year: own.year, weak: month.weak }
  const link = find(line, month.next, 'range') ?? find(line, month.next, 'and')
  const last = link ? monthAt(line, link.next) : undefined
  if (last && !dayAt(line, last.next)) {
    const year = yearAfter(line, last.next)
    if (!year && month.weak && last.weak) return { next: month.next, month: month.month, weak: true }
    return {
      next: year ? year.next : last.next,
      month: month.month,
      lastMonth: last.month,
      year: year?.year,
      weak: month.weak && last.weak,
    }
  }
  return month.short ? undefined : { next: month.next, month: month.month, weak: month.weak }
}

/** ", 2024", "2024", "of 2024". */
function yearAfter(line: Line, i: number): { readonly year: number; readonly next: number } | undefined {
  const k = isComma(line, i) ? i + 1 : (find(line, i, 'of')?.next ?? i)
  const year = yearAt(line, k)
  return year === undefined ? undefined : { year, next: k + 1 }
}

/** The season that begins in `month` and lies `offset` seasons of its name from the day of writing; of `year` if given. */
export function seasonDays(month: number, year: number | undefined, today: Day | undefined, offset: number): Days {
  if (year === undefined && today === undefined) return {}
  const begin = (y: number): Day => dayOf(y, month, 1)
  if (year !== undefined) return { start: begin(year), end: addMonths(begin(year), 3) - 1 }
  const [now] = civil(today as Day)
  const running = [now - 1, now, now + 1].map(begin).find((start) => addMonths(start, 3) > (today as Day)) as Day
  const isNow = running <= (today as Day)
  const start = offset === 0 || (offset > 0 && !isNow) ? running : addMonths(running, offset > 0 ? 12 : -12)
  return { start, end: addMonths(start, 3) - 1 }
}
