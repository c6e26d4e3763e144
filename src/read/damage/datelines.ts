import type { Dateline } from '../segment/datelines.ts'
import { calendarOf } from '../segment/calendar.ts'
import { isoOf, dayOf, isDate, weekdayOf } from '../recognise/times/calendar.ts'
import type { Mark, Whole } from './damage.ts'

/** News is of its own day or of the day before. */
const RECENT = 1
const LEAD = 700
const word = /\p{Lu}\p{Ll}+/gu

/** The weekday of a dateline that its date or the first weekday of its lead contradicts; its date, where only the lead tells. */
export function markDateline(whole: Whole, mark: Mark): void {
  const { text, blocks } = whole
  const block = blocks.find((one) => one.dateline)
  const dateline = block?.dateline
  if (!block || !dateline) return
  const lead = weekdaysIn(text.slice(dateline.content, Math.min(block.to, dateline.content + LEAD)), whole)
  const dated = weekdayOfDate(dateline, whole)
  const { weekday, weekdaySpan, dateSpan } = dateline
  const what = 'dateline contradicts the weekday in the text'
  if (weekday !== undefined && weekdaySpan) {
    const fits = (day: number | undefined): boolean => day === undefined || day === weekday
    const byLead = lead.length === 0 || lead.some((day) => isRecent(weekday, day))
    if (fits(dated) && byLead) return
    const dateToo = dated !== undefined && lead.length > 0 && !lead.some((day) => isRecent(dated, day))
    if (dateToo && dateSpan) mark(Math.min(weekdaySpan.from, dateSpan.from), Math.max(weekdaySpan.to, dateSpan.to), 'damage/dateline', what)
    else mark(weekdaySpan.from, weekdaySpan.to, 'damage/dateline', what)
  } else if (dated !== undefined && dateSpan && lead.length > 0 && !lead.some((day) => isRecent(dated, day))) {
    mark(dateSpan.from, dateSpan.to, 'damage/dateline', what)
  }
}

const isRecent = (weekday: number, told: number): boolean => (weekday - told + 7) % 7 <= RECENT

/** The weekday that the calendar gives to the date of a dateline, whose year may be known from elsewhere. */
function weekdayOfDate({ year: own, month, day }: Dateline, { source, year }: Whole): number | undefined {
  const value = own ?? (source.date !== undefined && year?.sure ? year.value : undefined)
  if (value === undefined || month === undefined || day === undefined || !isDate(value, month, day)) return undefined
  return weekdayOf(isoOf(dayOf(value, month, day)))
}

/** Weekdays of the first sentence or two that name any. */
function weekdaysIn(lead: string, { vocabulary }: Whole): number[] {
  const { weekdays } = calendarOf(vocabulary)
  const found: number[] = []
  const stop = lead.indexOf('. ')
  for (const [form] of (stop > 60 ? lead.slice(0, stop) : lead).matchAll(word)) {
    const day = weekdays.get(form)
    if (day !== undefined) found.push(day)
  }
  return found
}
