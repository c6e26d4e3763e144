import { type Days, daysOf } from '../days.ts'

/** A stretch of days for which a value is given. */
export interface Period {
  /** As written. */
  readonly text: string
  /** First and last day, inclusive. */
  readonly from: string
  readonly to: string
  /**
   * What values can be compared: `year`, `half`, `quarter`, `month`, `day`, or first and last day of the year (`01-01..07-31`, and `+1` for each turn of
   * the year between). Values of a flow over periods of another shape say nothing about each other: January to September is no year.
   */
  readonly shape: string
}

const QUARTER = /^([1-9]\d{3})-Q([1-4])$/
const HALF = /^([1-9]\d{3})-H([12])$/
const FORMS = '2022, 2022-H1, 2022-Q1, 2022-03, 2022-03-31 or 2022-01..2022-07'

/** Reads a period; a text in return says what is wrong with it. */
export function parsePeriod(text: string): Period | string {
  const [first, last, more] = text.split('..')
  const from = single(first ?? '')
  const to = last === undefined ? from : single(last)
  if (!from || !to || more !== undefined) return `"${text}" is no period: write ${FORMS}`
  if (to.last < from.first) return `period "${text}" ends before it begins`
  return { text, from: from.first, to: to.last, shape: shapeOf(from.first, to.last) }
}

function single(text: string): Days | undefined {
  const [, quarterYear, quarter] = QUARTER.exec(text) ?? []
  if (quarterYear !== undefined) return months(quarterYear, Number(quarter) * 3 - 2, 3)
  const [, halfYear, half] = HALF.exec(text) ?? []
  if (halfYear !== undefined) return months(halfYear, Number(half) * 6 - 5, 6)
  return daysOf(text)
}

function months(year: string, first: number, length: number): Days | undefined {
  const month = (number: number) => daysOf(`${year}-${String(number).padStart(2, '0')}`)
  const from = month(first)
  const to = month(first + length - 1)
  return from && to && { first: from.first, last: to.last }
}

/** Whole months by their number, where the stretch is one that has a name. */
const NAMED: Readonly<Record<string, string>> = {
  '01-12': 'year',
  '01-06': 'half',
  '07-12': 'half',
  '01-03': 'quarter',
  '04-06': 'quarter',
  '07-09': 'quarter',
  '10-12': 'quarter',
}

function shapeOf(from: string, to: string): string {
  if (from === to) return 'day'
  const turns = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  const closesMonth = daysOf(to.slice(0, 7))?.last === to
  if (turns === 0 && from.endsWith('-01') && closesMonth) {
    if (from.slice(0, 7) === to.slice(0, 7)) return 'month'
    const named = NAMED[`${from.slice(5, 7)}-${to.slice(5, 7)}`]
    if (named) return named
  }
  // the last day of February is one day in the year, whatever its number
  const end = closesMonth && to.slice(5, 7) === '02' ? '02-29' : to.slice(5)
  return `${from.slice(5)}..${end}${turns === 0 ? '' : `+${turns}`}`
}
