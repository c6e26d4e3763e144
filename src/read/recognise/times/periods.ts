import { addMonths, addUnits, civil, type Days, dayOf, durationRef, intervalRef, unitDays, weekdayOfDay, yearDays } from './calendar.ts'
import { Group } from './cells.ts'
import { dateAt, monthAt, seasonDays } from './dates.ts'
import { type Choice, find, groupsAt, isDash, isWord, type Line, type Period, skip, toPeriod } from './line.ts'
import { quantityAt, yearAt } from './numbers.ts'

const period = (days: Days, next: number, more: Partial<Period> = none): Period =>
  toPeriod(days, next, intervalRef(days) ?? '', more.strength ?? 'clear', more.past, more.span, more.relative)
const none: Partial<Period> = {}

/** Any stretch of time with a place in the calendar that starts at cell `i`, with its article. */
export function periodAt(line: Line, i: number, choice: Choice, whole = false): Period | undefined {
  const k = skip(line, i, 'det')
  const groups = groupsAt(line, k, Group.Digits)
  return (
    (groups & Group.Edge ? edgeAt(line, k, choice) : undefined) ??
    (groups & Group.Portion ? portionAt(line, k, choice) : undefined) ??
    (groups & Group.Relative ? relativeAt(line, k) : undefined) ??
    (groups & Group.Unit ? unitAhead(line, k) : undefined) ??
    (groups & Group.Season ? seasonAt(line, k) : undefined) ??
    (groups & Group.Unit && whole && k > i ? bareUnit(line, k) : undefined) ??
    (groups & DATE ? dateAt(line, k, choice) : undefined)
  )
}

/** What a date of the calendar begins with. */
const DATE = Group.Month | Group.Digits

/** "end of this year", "end-2025", "early 2024", "late March", "the beginning of next year", "later in 2022". */
function edgeAt(line: Line, i: number, choice: Choice): Period | undefined {
  const edge = find(line, i, 'edge')
  if (!edge) return undefined
  const of = find(line, edge.next, 'of')
  const k = of?.next ?? (isDash(line, edge.next) ? edge.next + 1 : edge.next)
  const inner = periodAt(line, k, choice, of !== undefined)
  if (!inner) return undefined
  const side = edge.sense.value
  return period(cutEdge(inner, side, line), inner.next, { past: inner.past || side === 'past', relative: true })
}

/** The part of a period that a word like "early" leaves. The end of a year is its last month, that of a month its last ten days. */
function cutEdge({ start, end }: Days, side: string, line: Line): Days {
  if (start === undefined || end === undefined) return {}
  const length = end - start + 1
  const third = Math.floor(length / 3)
  const tip = length > 3000 ? 366 : length > 80 ? 31 : 10
  if (side === 'end') return { start: Math.max(start, end - tip + 1), end }
  if (side === 'start') return { start, end: Math.min(end, start + tip - 1) }
  if (side === 'early') return { start, end: start + third - 1 }
  if (side === 'mid') return { start: start + third, end: end - third }
  if (side === 'late') return { start: end - third + 1, end }
  const today = line.today
  return today !== undefined && today >= start && today <= end
    ? side === 'past'
      ? { start, end: today }
      : { start: today, end }
    : { start, end }
}

/** "first half of 2023", "second quarter of the year", "Q3 2024", "H1 2025", "the first five months of 2024". */
function portionAt(line: Line, i: number, choice: Choice): Period | undefined {
  const code = find(line, i, 'code')
  if (code) {
    const k = skip(line, code.next, 'of')
    const year = yearAt(line, k)
    if (year === undefined) return undefined
    const [month, length] = code.sense.value.split('+').map(Number) as [number, number]
    const start = dayOf(year, month, 1)
    return period({ start, end: addMonths(start, length) - 1 }, k + 1)
  }
  const ordinal = find(line, i, 'ordinal')
  const last = ordinal ? undefined : lastOf(line, i)
  const portion = find(line, ordinal?.next ?? last ?? i, 'portion')
  if (!portion || (!ordinal && last === undefined)) return undefined
  const of = find(line, portion.next, 'of')
  const k = of?.next ?? portion.next
  const inner = periodAt(line, k, choice, true)
  if (!inner || (!of && yearAt(line, k) === undefined)) return undefined
  const length = Number(portion.sense.value)
  const number = ordinal ? Number(ordinal.sense.value) : 12 / length
  if (inner.start === undefined || inner.end === undefined || inner.end - inner.start > 366 || number * length > 12)
    return period({}, inner.next, { past: inner.past === true })
  const start = addMonths(inner.start, (number - 1) * length)
  return period({ start, end: addMonths(start, length) - 1 }, inner.next, { past: inner.past === true })
}

const lastOf = (line: Line, i: number): number | undefined => {
  const last = find(line, i, 'rel-soft')
  return last?.sense.value === '-1' ? last.next : undefined
}

/** "next year", "the coming weeks", "the next five years", "next 30 golden years", "this fall", "next March", "last Monday". */
function relativeAt(line: Line, i: number): Period | undefined {
  const rel = find(line, i, 'rel') ?? find(line, i, 'rel-soft')
  if (!rel) return undefined
  const offset = Number(rel.sense.value)
  const more = { past: offset < 0, relative: true }
  return counted(line, rel.next, offset, more) ?? unitOf(line, rel.next, offset, more) ?? named(line, rel.next, offset, more)
}

/** After "next": a number or "few", at most one word, units. */
function counted(line: Line, i: number, offset: number, more: Partial<Period>): Period | undefined {
  const number = quantityAt(line, i)
  const some = number ? undefined : find(line, i, 'some')
  if (!number && !some) return undefined
  const start = (number ?? some) as { next: number }
  const upper = number ? rangeTop(line, start.next) : undefined
  let k = upper?.next ?? start.next
  if (isDash(line, k)) k++
  const unit = unitsAt(line, k) ?? (isWord(line.cells[k]) ? unitsAt(line, k + 1) : undefined)
  if (!unit) return undefined
  const { today } = line
  if (today === undefined || !number || offset === 0) return period({}, unit.next, more)
  const far = addUnits(today, (upper?.value ?? number.value) * offset, unit.unit)
  if (far === undefined) return period({}, unit.next, more)
  return period(offset > 0 ? { start: today, end: far } : { start: far, end: today }, unit.next, more)
}

const rangeTop = (line: Line, i: number): { value: number; next: number } | undefined => {
  const link = find(line, i, 'range') ?? find(line, i, 'and')
  return link ? quantityAt(line, link.next) : undefined
}

/** A unit of time, singular or plural, with "fiscal" and the like before it. */
function unitsAt(
  line: Line,
  i: number,
): { readonly unit: string; readonly next: number; readonly plural: boolean; readonly kind: boolean } | undefined {
  const kind = find(line, i, 'yearkind')
  const k = kind?.next ?? i
  const plural = find(line, k, 'units')
  const found = plural ?? find(line, k, 'unit')
  return found ? { unit: found.sense.value, next: found.next, plural: plural !== undefined, kind: kind !== undefined } : undefined
}

function unitOf(line: Line, i: number, offset: number, more: Partial<Period>): Period | undefined {
  const unit = unitsAt(line, i)
  if (!unit) return undefined
  if (unit.plural || unit.kind || line.today === undefined) return period({}, unit.next, more)
  const days = unitDays(line.today, unit.unit, offset)
  return period(days ?? {}, unit.next, more)
}

/** A season, month or weekday after "next", "this" or "last". */
function named(line: Line, i: number, offset: number, more: Partial<Period>): Period | undefined {
  const season = find(line, i, 'season') ?? find(line, i, 'season-weak')
  const { today } = line
  if (season) return period(seasonDays(Number(season.sense.value), undefined, today, offset), season.next, more)
  const month = monthAt(line, i)
  if (month) {
    const date = dateAt(line, i, offset > 0 ? 'next' : 'nearest')
    if (date && date.next > month.next) return toPeriod(date, date.next, date.ref, date.strength, more.past, date.span, more.relative)
    if (today === undefined) return period({}, month.next, more)
    const [year, now] = civil(today)
    const of = offset === 0 ? year : offset > 0 ? (month.month > now ? year : year + 1) : month.month < now ? year : year - 1
    const start = dayOf(of, month.month, 1)
    return period({ start, end: addMonths(start, 1) - 1 }, month.next, more)
  }
  const weekday = find(line, i, 'weekday')
  if (!weekday) return undefined
  if (today === undefined) return period({}, weekday.next, more)
  const ahead = (Number(weekday.sense.value) - weekdayOfDay(today) + 7) % 7
  const day = today + (offset < 0 ? (ahead === 0 ? -7 : ahead - 7) : offset > 0 && ahead === 0 ? 7 : ahead)
  return period({ start: day, end: day }, weekday.next, more)
}

/** "the year ahead", "the years to come". */
function unitAhead(line: Line, i: number): Period | undefined {
  const unit = unitsAt(line, i)
  const ahead = unit && find(line, unit.next, 'ahead')
  if (!unit || !ahead) return undefined
  const end = unit.plural || line.today === undefined ? undefined : addUnits(line.today, 1, unit.unit)
  return period(end === undefined || line.today === undefined ? {} : { start: line.today, end }, ahead.next, { relative: true })
}

/** "spring 2024", "the summer of 2025", "the 2032-33 season" is a date; a bare season needs a leading word. */
function seasonAt(line: Line, i: number): Period | undefined {
  const season = find(line, i, 'season') ?? find(line, i, 'season-weak')
  if (!season) return undefined
  const k = skip(line, season.next, 'of')
  const year = yearAt(line, k)
  const days = seasonDays(Number(season.sense.value), year, line.today, 1)
  if (year !== undefined) return period(days, k + 1)
  // "the fall of prices"
  return season.sense.cls === 'season' || k === season.next ? period(days, season.next, { strength: 'led' }) : undefined
}

/** "the year" after "the end of", "within", "throughout": the running one. */
function bareUnit(line: Line, i: number): Period | undefined {
  const unit = unitsAt(line, i)
  if (!unit || unit.plural || unit.unit === unit.unit.toLowerCase() || unit.unit === 'D') return undefined
  const year = yearAt(line, unit.next)
  if (unit.kind) return period(year === undefined ? {} : yearDays(year), year === undefined ? unit.next : unit.next + 1, { relative: true })
  if (line.today === undefined) return period({}, unit.next, { relative: true })
  return period(unitDays(line.today, unit.unit, 0) ?? {}, unit.next, { relative: true })
}

/** A length of time: "six months", "five to ten years", "a week", "two-year". */
export interface Length {
  readonly next: number
  readonly value: number
  readonly low: number
  readonly unit: string
  readonly ref: string
}

/** The length at cell `i`, past words like "at least"; "a year" only if `article`. */
export function lengthAt(line: Line, i: number, article: boolean): Length | undefined {
  const k = skip(line, i, 'approx')
  const first = quantityAt(line, k)
  const start = first ?? (article && skip(line, k, 'one') > k ? { value: 1, next: skip(line, k, 'one') } : undefined)
  if (!start) return undefined
  const top = first ? rangeTop(line, start.next) : undefined
  const at = top?.next ?? start.next
  const unit = unitsAt(line, isDash(line, at) ? at + 1 : at)
  if (!unit || (top && top.value <= start.value)) return undefined
  const value = top?.value ?? start.value
  const [n, letter] = unit.unit === 'F' ? [2, 'W'] : [1, unit.unit]
  const ref = durationRef(value * n, letter)
  return {
    next: unit.next,
    value: value * n,
    low: start.value * n,
    unit: letter,
    ref: top ? `${durationRef(start.value * n, letter)}/${ref}` : ref,
  }
}
