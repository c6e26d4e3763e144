import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Span } from '../../model.ts'
import { calendarOf } from './calendar.ts'

/** The opening of a news text: "ASTANA, June 7 (Agency) --". Offsets are into the cleaned text. */
export interface Dateline {
  readonly span: Span
  /** Where the sentence begins. */
  readonly content: number
  readonly weekday?: number
  readonly weekdaySpan?: Span
  readonly month?: number
  readonly day?: number
  readonly year?: number
  /** The date without its weekday. */
  readonly dateSpan?: Span
}

const LONGEST = 100
/** One to four words in capitals, none with a number. */
const capitals = /^\p{Lu}{3}(?:[-.'’/]?\p{Lu})*(?:,? (?:\p{Lu}[-.'’]?){2,}){0,3}$/u
const sentence = /^["“‘]?\p{Lu}/u
const word = /[\p{L}\p{N}.'’]+/gu

/** The dateline that opens `text[from, to)`, or undefined. It ends in a dash, or in a full stop right after its date. */
export function datelineOf(text: string, from: number, to: number, vocabulary: Vocabulary): Dateline | undefined {
  const opening = text.slice(from, Math.min(to, from + LONGEST))
  const dash = dashIn(opening)
  if (dash) {
    const found = readDate(text, from, from + dash.at, vocabulary)
    const bracket = opening.indexOf('(')
    return found.month !== undefined || (bracket > 0 && bracket < dash.at) || isPlace(opening, dash, vocabulary)
      ? { ...found, span: { from, to: from + dash.end }, content: from + dash.end }
      : undefined
  }
  const comma = opening.indexOf(', ')
  const stop = comma > 2 ? opening.indexOf('. ', comma) : -1
  if (stop === -1 || comma > 40 || stop > 60) return undefined
  const found = readDate(text, from, from + stop, vocabulary)
  return found.month !== undefined && found.dateSpan?.to === from + stop
    ? { ...found, span: { from, to: from + stop + 2 }, content: from + stop + 2 }
    : undefined
}

/** "SEOUL — The ministers": a place in capitals alone, and a sentence after it. What a body begins with in capitals goes on: "NATO — The …". */
function isPlace(opening: string, { at, end }: { at: number; end: number }, vocabulary: Vocabulary): boolean {
  if (!capitals.test(opening.slice(0, at).trim()) || !sentence.test(opening.slice(end))) return false
  const first = (opening.match(/^\p{L}+/u) as RegExpMatchArray)[0]
  return !vocabulary.names.get(first)?.some(({ tokens, type }) => tokens.length === 1 && type !== 'place')
}

/** The first dash with a place before it: no word with a small letter, but for what stands in brackets and short particles. */
function dashIn(opening: string): { at: number; end: number } | undefined {
  let depth = 0
  for (let i = 3; i < opening.length - 1; i++) {
    const char = opening[i] as string
    if (char === '(') depth++
    else if (char === ')') depth--
    else if (depth > 0) continue
    else if (char === ':' || char === ';' || char === '?' || char === '!') return undefined
    else if (
      (char === '-' && opening[i + 1] === '-') ||
      char === '–' ||
      char === '—' ||
      (char === '-' && opening[i - 1] === ' ' && opening[i + 1] === ' ')
    ) {
      if (opening[i - 1] !== ' ' && opening[i - 1] !== ')' && char !== '—') continue
      let end = i
      while (end < opening.length && '-–— '.includes(opening[end] as string)) end++
      return { at: i, end }
    } else if (opening[i - 1] === ' ' && char >= 'a' && char <= 'z' && (opening.indexOf(' ', i) - i > 3 || opening.indexOf(' ', i) === -1))
      return undefined
  }
  return undefined
}

/** Weekday, day, month and year as words of `text[from, to)`, in any order. */
export function readDate(text: string, from: number, to: number, vocabulary: Vocabulary): Omit<Dateline, 'span' | 'content'> {
  const { months, weekdays } = calendarOf(vocabulary)
  const found: { weekday?: number; weekdaySpan?: Span; month?: number; day?: number; year?: number; dateSpan?: Span } = {}
  for (const { 0: raw, index } of text.slice(from, to).matchAll(word)) {
    const form = months.has(raw) || weekdays.has(raw) ? raw : raw.replace(/\.$/, '')
    const span = { from: from + index, to: from + index + form.length }
    const weekday = weekdays.get(form)
    const month = months.get(form)
    const number = /^\d{1,4}(?:st|nd|rd|th)?$/.test(form) ? Number.parseInt(form, 10) : 0
    if (weekday !== undefined && found.weekday === undefined) {
      found.weekday = weekday
      found.weekdaySpan = span
    } else if (month !== undefined && found.month === undefined) found.month = month
    else if (number > 0 && number <= 31 && found.day === undefined) found.day = number
    else if (number >= 1800 && number <= 2200 && found.year === undefined) found.year = number
    else continue
    if (weekday === undefined) found.dateSpan = { from: Math.min(found.dateSpan?.from ?? span.from, span.from), to: span.to }
  }
  return found
}
