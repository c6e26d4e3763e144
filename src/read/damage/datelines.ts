import { dayOf, isDate, weekdayOfDay } from '../recognise/times/calendar.ts'
import type { Block } from '../segment/blocks.ts'
import { calendarOf } from '../segment/calendar.ts'
import type { Sightings } from './sightings.ts'
import type { Mark, Whole } from './whole.ts'

/** News is of its own day or of the day before. */
const RECENT = 1
const LEAD = 700
/** Officials who were long in office say little about the year. */
const MOST_YEARS = 12
const word = /\p{Lu}\p{Ll}+/gu

/** The weekday of a dateline that its date or the weekdays of its lead contradict; its date, where only the lead tells. */
export function markDateline(whole: Whole, sightings: Sightings, mark: Mark): void {
  const { text, blocks } = whole
  const block = blocks.find((one) => one.dateline)
  const dateline = block?.dateline
  if (!block || !dateline) return
  const lead = weekdaysIn(text.slice(dateline.content, Math.min(block.to, dateline.content + LEAD)), whole)
  const dated = weekdaysOfDate(block, whole, sightings)
  const against = dated.length > 0 && lead.length > 0 && !dated.some((day) => lead.some((told) => isRecent(day, told)))
  const { weekday, weekdaySpan, dateSpan } = dateline
  const what = 'dateline contradicts the weekday in the text'
  if (weekday === undefined || !weekdaySpan) {
    if (against && dateSpan) mark(dateSpan.from, dateSpan.to, 'damage/dateline', what)
    return
  }
  const byDate = dated.length === 0 || dated.includes(weekday)
  const byLead = lead.length === 0 || lead.some((told) => isRecent(weekday, told))
  if (byDate && byLead) return
  if (against && dateSpan) mark(Math.min(weekdaySpan.from, dateSpan.from), Math.max(weekdaySpan.to, dateSpan.to), 'damage/dateline', what)
  else mark(weekdaySpan.from, weekdaySpan.to, 'damage/dateline', what)
}

const isRecent = (weekday: number, told: number): boolean => (weekday - told + 7) % 7 <= RECENT

/** The weekdays that the calendar gives to the date of a dateline in the years that are possible; none where the year is not known. */
function weekdaysOfDate(block: Block, whole: Whole, sightings: Sightings): number[] {
  const { year, month, day } = block.dateline ?? {}
  if (month === undefined || day === undefined) return []
  const { source } = whole
  const own = year ?? (source.date !== undefined && whole.year?.sure ? whole.year.value : undefined)
  const years = own === undefined ? yearsOfOffice(block, whole, sightings, month) : [own]
  return years.filter((one) => isDate(one, month, day)).map((one) => weekdayOfDay(dayOf(one, month, day)))
}

/** The years in which all officials of the lead were in office in this month, by the lexicon; none when it knows no term of any. */
function yearsOfOffice(block: Block, { blocks, vocabulary }: Whole, { list }: Sightings, month: number): number[] {
  const index = blocks.indexOf(block)
  const at = `-${String(month).padStart(2, '0')}`
  let from = ''
  let to = ''
  for (const sighting of list) {
    const { type, tokens, from: start, to: end } = sighting.entry
    if (sighting.block !== index || type !== 'person' || start === undefined || end === undefined) continue
    const terms = vocabulary.names.get(tokens[0] as string)?.filter((one) => one.tokens.join(' ') === tokens.join(' '))
    if (terms?.length !== 1) continue
    if (start > from) from = start
    if (to === '' || end < to) to = end
  }
  const years: number[] = []
  for (let year = Number(from.slice(0, 4)); from !== '' && year <= Number(to.slice(0, 4)); year++) {
    if (`${year}${at}` >= from.slice(0, 7) && `${year}${at}` <= to.slice(0, 7)) years.push(year)
  }
  return years.length <= MOST_YEARS ? years : []
}

/** Weekdays that the first sentence names. */
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
