import type { Bound, MentionKind } from '../../../model.ts'
import type { Unit } from '../units.ts'
import { addUnits, type Day, type Days, intervalRef, isoOf } from './calendar.ts'
import { type Cell, Group, Kind, type Vocabulary } from './cells.ts'
import { eventAt } from './events.ts'
import { frequencyAt } from './frequency.ts'
import { type Choice, find, groupsAt, type Line, opensAt, type Period, skip, toPeriod, wordOf } from './line.ts'
import { yearAt } from './numbers.ts'
import { lengthAt, periodAt } from './periods.ts'
import { cutSentence, mayHold } from './sentence.ts'

/** A time expression. Offsets are into the text that was given; `first` and `next` are cells. */
export interface Time extends Days {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly next: number
  readonly kind: Extract<MentionKind, 'date' | 'deadline' | 'frequency' | 'duration'>
  /** Interval, duration or rate; empty where nothing can be known. */
  readonly ref: string
  readonly bound: Bound
  /** How much its wording sets a limit: 3 by a leading word, 2 relative or vague, 1 a mere date. */
  readonly weight: number
  readonly past: boolean
}

/** The cells of a stretch and the times in it. */
export interface Timeline {
  readonly line: Line
  readonly times: readonly Time[]
}

const DIGITS = Group.Digits | Group.Rate
const OPENERS = Group.Lead | Group.Body | Group.Article | Group.Vague | Group.Rate

/** Finds the times in the units of a sentence; undefined where no word or digit can open any or any quantity. Linear in the length. */
export function findTimes(text: string, units: readonly Unit[], vocabulary: Vocabulary, today: Day | undefined): Timeline | undefined {
  if (!mayHold(text, units, vocabulary)) return undefined
  const cells = cutSentence(text, units, vocabulary)
  let lastEvent = cells.length - 1
  while (lastEvent >= 0 && !((cells[lastEvent]?.entry?.groups ?? 0) & Group.Event)) lastEvent--
  let lastLed = cells.length - 1
  while (lastLed > lastEvent && !canBeLed(cells[lastLed] as Cell)) lastLed--
  const line: Line = { text, cells, today, lastEvent, lastLed }
  const times: Time[] = []
  for (let i = 0; i < line.cells.length; ) {
    const opens = opensAt(line, i, DIGITS)
    const found = opens & OPENERS ? timeAt(line, i, opens) : undefined
    if (found) push(times, found, i, line)
    i = found ? Math.max(found.next, i + 1) : i + 1
  }
  return { line, times }
}

const LED = Group.Body | Group.Scale
const canBeLed = ({ kind, entry }: Cell): boolean => kind === Kind.Number || ((entry?.groups ?? 0) & LED) !== 0

type Found = Omit<Time, 'from' | 'to' | 'first' | 'next'> & { readonly next: number }

// one shape each: copies by spread would have as many as there are places that copy
const toFound = (days: Days, kind: Time['kind'], bound: Bound, weight: number, past: boolean, ref: string, next: number): Found => ({
  start: days.start,
  end: days.end,
  kind,
  bound,
  weight,
  past,
  ref,
  next,
})
const toTime = (
  { start, end, kind, bound, weight, past, ref }: Omit<Found, 'next'>,
  from: number,
  to: number,
  first: number,
  next: number,
): Time => ({
  start,
  end,
  from,
  to,
  first,
  next,
  kind,
  ref,
  bound,
  weight,
  past,
})
const nothing: Days = {}

/** A number is all that the groups of a cell tell. */
const isBareNumber = (groups: number): boolean => (groups & NUMBER) !== 0 && (groups & ~(NUMBER | Group.Rate | Group.Amount)) === 0
const NUMBER = Group.Number | Group.Digits

/** A word of which the tables know nothing stands at cell `i`. */
const isForeign = ({ cells }: Line, i: number): boolean => cells[i]?.kind === Kind.Word && cells[i]?.entry === undefined

function timeAt(line: Line, i: number, groups: number): Found | undefined {
  // "7 hens": only a year needs nothing after it
  if (isBareNumber(groupsAt(line, i, DIGITS)) && isForeign(line, i + 1)) return yearAt(line, i) === undefined ? undefined : freeAt(line, i)
  const found =
    (groups & Group.Vague ? vagueAt(line, i) : undefined) ??
    (groups & Group.Rate ? frequencyAt(line, i) : undefined) ??
    (groups & Group.Lead ? ledAt(line, i) : undefined) ??
    (groups & Group.Body || (groups & Group.Article && groupsAt(line, i + 1, DIGITS) & Group.Body) ? freeAt(line, i) : undefined)
  if (!found) return undefined
  const tail = found.kind === 'deadline' || found.kind === 'date' ? find(line, found.next, 'tail') : undefined
  if (!tail) return found
  // "by 30 June of each year" names no single day
  const { kind, bound, weight, past } = found
  return tail.sense.value === 'each'
    ? toFound(nothing, kind, bound, weight, past, '', tail.next)
    : toFound(found, kind, bound, weight, past, found.ref, tail.next)
}

function push(times: Time[], found: Found, first: number, line: Line): void {
  const time = toTime(found, (line.cells[first] as Cell).from, (line.cells[found.next - 1] as Cell).to, first, found.next)
  const before = times.at(-1)
  const joined = before && ((before.bound === 'vague' && before.next === time.first) || find(line, before.next, 'and')?.next === time.first)
  if (before && joined && before.weight > 1 && time.weight > 1 && before.kind === 'deadline' && time.kind === 'deadline') {
    const firm = before.bound === 'vague' ? time : before
    times[times.length - 1] = toTime(firm, before.from, time.to, before.first, time.next)
    return
  }
  times.push(time)
}

function vagueAt(line: Line, i: number): Found | undefined {
  const vague = find(line, i, 'vague') ?? find(line, i, 'vague-adverb')
  if (vague) return toFound(nothing, 'deadline', 'vague', 2, false, '', vague.next)
  const moment = find(line, i, 'moment') ?? find(line, i, 'moment-weak')
  if (!moment) return undefined
  const day = line.today === undefined ? undefined : line.today + Number(moment.sense.value)
  const days = day === undefined ? {} : { start: day, end: day }
  return toFound(
    days,
    'date',
    moment.sense.cls === 'moment' ? 'within' : 'vague',
    moment.sense.cls === 'moment' ? 0.5 : 0.2,
    false,
    day === undefined ? '' : isoOf(day),
    moment.next,
  )
}

const boundOf: Readonly<Record<string, Bound>> = {
  by: 'by',
  before: 'before',
  within: 'within',
  during: 'within',
  over: 'within',
  after: 'from-to',
  in: 'within',
  for: 'within',
  from: 'from-to',
  since: 'from-to',
  between: 'from-to',
}

/** A leading word with what it leads: "by 2030", "within six months", "from next spring", "between 2032 and 2036". */
function ledAt(line: Line, i: number): Found | undefined {
  if (line.lastLed <= i) return undefined
  const lead = find(line, i, 'lead')
  if (!lead) return undefined
  const how = lead.sense.value
  if (!opensPeriod(line, lead.next))
    return how === 'over' || line.lastEvent < lead.next ? undefined : finish(eventAt(line, lead.next, how), how)
  const choice: Choice = how === 'by' || how === 'before' || how === 'from' || how === 'within' ? 'next' : 'nearest'
  const length = lengthLed(line, lead.next, how)
  if (length) return length
  if (how === 'between' || how === 'from') {
    const span = spanLed(line, lead.next, how, choice)
    if (span) return span
  }
  const whole = how === 'within' || how === 'during' || how === 'over' || how === 'before' || how === 'by'
  const date = periodAt(line, lead.next, choice, whole)
  const body = date
    ? named(line, lead.next, date)
    : how === 'over' || line.lastEvent < lead.next
      ? undefined
      : eventAt(line, lead.next, how)
  return finish(body, how)
}

/** A word of time or a number stands at cell `i`, or after the article there. */
function opensPeriod(line: Line, i: number): boolean {
  const groups = groupsAt(line, i, DIGITS)
  return (
    (groups & Group.Body) !== 0 ||
    ((groups & Group.Article) !== 0 && ((groupsAt(line, i + 1, DIGITS) & Group.Body) !== 0 || find(line, i + 1, 'scale') !== undefined))
  )
}

function finish(body: Period | undefined, how: string): Found | undefined {
  if (!body) return undefined
  const days = limit(body, how)
  const weight =
    how === 'for' && !body.relative
      ? 0.2
      : how === 'in' || how === 'for' || how === 'since'
        ? body.relative
          ? 2
          : 1
        : how === 'during' || how === 'over'
          ? 2
          : 3
  const kind = weight > 1 && !body.past && how !== 'since' ? 'deadline' : 'date'
  return toFound(
    days,
    kind,
    boundOf[how] ?? 'vague',
    weight,
    body.past === true || how === 'since',
    intervalRef(days) ?? body.ref,
    body.next,
  )
}

/** "at the May summit", "before the 2032 Spring Festival": an event named by its time. */
function named(line: Line, i: number, date: Period): Period {
  const event = find(line, date.next, 'feast') ?? (skip(line, i, 'det') > i ? find(line, date.next, 'event') : undefined)
  return event ? toPeriod(date, event.next, date.ref, date.strength, date.past, date.span, true) : date
}

function limit({ start, end, span }: Period, how: string): Days {
  if (how === 'by') return end === undefined ? {} : { end }
  if (how === 'before') return start === undefined ? {} : { end: start - 1 }
  if (how === 'after') return end === undefined ? {} : { start: end + 1 }
  if ((how === 'from' && !span) || how === 'since') return start === undefined ? {} : { start }
  return { start, end }
}

/** "from 1 January 2026 until 31 March 2027", "between 2032 and 2036". */
function spanLed(line: Line, i: number, how: string, choice: Choice): Found | undefined {
  const first = periodAt(line, i, choice)
  if (!first) return undefined
  const link = find(line, first.next, how === 'between' ? 'and' : 'range')
  const second = link ? periodAt(line, link.next, choice, true) : undefined
  if (!second) return undefined
  const days: Days = { start: first.start, end: second.end }
  return toFound(days, 'deadline', 'from-to', 3, false, intervalRef(days) ?? '', second.next)
}

/** A length after a leading word: within and after it counts from the day of writing, "for" gives a duration only. */
function lengthLed(line: Line, i: number, how: string): Found | undefined {
  if (how === 'between' || how === 'since') return undefined
  const length = lengthAt(line, how === 'within' || how === 'by' ? skip(line, i, 'det') : i, how !== 'from')
  const own = length ?? lengthAt(line, i, how !== 'from' && how !== 'in')
  if (!own) return undefined
  const back = find(line, own.next, 'ago')
  if (how === 'for' || (how === 'in' && wordOf(line, i - 1) !== 'in') || back) {
    return toFound(nothing, 'duration', 'vague', 0, back !== undefined, own.ref, back ? back.next : own.next)
  }
  const anchor = anchorEnd(line, own.next)
  const end = anchor === own.next && line.today !== undefined ? addUnits(line.today, own.value, own.unit) : undefined
  const days: Days = end === undefined ? {} : how === 'from' ? { start: end } : how === 'by' ? { end } : { start: line.today as Day, end }
  return toFound(days, 'deadline', boundOf[how] ?? 'within', how === 'in' ? 2 : 3, false, intervalRef(days) ?? own.ref, anchor)
}

/** "three months after the signing of this Statement": the words that say from when it counts. */
function anchorEnd(line: Line, i: number): number {
  const after = find(line, i, 'after')
  if (!after) return i
  let k = skip(line, after.next, 'det')
  const stop = Math.min(line.cells.length, i + 10)
  while (
    k < stop &&
    line.cells[k]?.kind === Kind.Word &&
    !(k > after.next + 1 && line.cells[k]?.entry && !find(line, k, 'of') && !find(line, k, 'det') && !find(line, k, 'rel-soft'))
  )
    k++
  return k > after.next ? k : i
}

/** Without a leading word: a date that is one by itself, a relative period, a length. */
function freeAt(line: Line, i: number): Found | undefined {
  const body: Period | undefined = periodAt(line, i, 'nearest')
  if (body && body.strength === 'clear') {
    const { next, ref, past, relative } = body
    // after an article a mere date names a thing: "the January 3 statement"
    const weight = relative ? 2 : find(line, i, 'det') ? 0.2 : 1
    return toFound(body, relative && !past ? 'deadline' : 'date', 'within', weight, past === true, ref, next)
  }
  const length = groupsAt(line, i, DIGITS) & LENGTH ? lengthAt(line, i, false) : undefined
  if (!length) return undefined
  const back = find(line, length.next, 'ago')
  return toFound(nothing, 'duration', 'vague', 0, back !== undefined, length.ref, back ? back.next : length.next)
}

/** What a length of time begins with: "about six months", "a million years". */
const LENGTH = NUMBER | Group.Approx | Group.Article
