import { isDate } from '../recognise/times/calendar.ts'
import { calendarOf } from '../segment/calendar.ts'
import { damageWordsOf } from './vocabulary.ts'
import type { Mark, Whole } from './whole.ts'

const range = /(?<=\s)(\p{L}+) ([\d.,]*\d|\p{L}+) (\p{L}+) ([\d.,]*\d|\p{L}+)/uy
const ONE_TO = 30

/** "increase … from seven to three": the numbers go against the verb of their clause. */
export function markRanges({ text, vocabulary }: Whole, mark: Mark): void {
  const words = damageWordsOf(vocabulary)
  const number = (form: string): number => {
    if (/^\d/.test(form)) return Number(form.replaceAll(',', ''))
    for (let n = 1; n <= ONE_TO; n++) if (words.of(`number-${n}`).has(form)) return n
    return Number.NaN
  }
  for (const opening of words.of('from')) {
    for (let at = text.indexOf(` ${opening} `); at !== -1; at = text.indexOf(` ${opening} `, at + 2)) {
      range.lastIndex = at + 1
      const match = range.exec(text)
      if (!match || !words.of('to').has(match[3] as string)) continue
      const low = number(match[2] as string)
      const high = number((match[4] as string).toLowerCase())
      const year = low >= 1900 && low < 2200
      const way =
        year || Number.isNaN(low) || Number.isNaN(high) || low === high ? 0 : direction(text, at, words.of('rise'), words.of('fall'))
      if (way !== 0 && way !== Math.sign(high - low))
        mark(at + 1, at + 1 + match[0].length, 'damage/numbers', 'numbers contradict the verb')
    }
  }
}

/** From the day: "31 September", "31st of September"; "September 31", where the month has no day before it. */
const thenMonth = /(?<![\p{L}\d.,/-])3\d(?:\p{Ll}{2})?(?: \p{Ll}{2})? (\p{Lu}\p{Ll}+)(?![\p{L}\d])/uy
const afterMonth = /(?<=(?<![\p{L}\d.,/-]|\d(?:\p{Ll}{2})?(?: \p{Ll}{2})? )(\p{Lu}\p{Ll}+) )3\d(?:\p{Ll}{2})?(?![\p{L}\d])/uy
/** A year that has every day which some year has. */
const LEAP = 2000

/** "31 September": a day that no year has. Such days have two digits, of which the first is a three. */
export function markDays({ text, vocabulary }: Whole, mark: Mark): void {
  const { months } = calendarOf(vocabulary)
  for (let at = text.indexOf('3'); at !== -1; at = text.indexOf('3', at + 1)) {
    if (!isDigit(text.charCodeAt(at + 1)) || isDigit(text.charCodeAt(at + 2)) || isDigit(text.charCodeAt(at - 1))) continue
    const day = Number(text.slice(at, at + 2))
    const after = match(afterMonth, text, at)
    const own = months.get(after?.[1] ?? '')
    const found = own === undefined ? match(thenMonth, text, at) : after
    const month = own ?? months.get(found?.[1] ?? '')
    if (!found || month === undefined || isDate(LEAP, month, day)) continue
    const from = own === undefined ? at : at - 1 - (found[1] as string).length
    mark(from, at + found[0].length, 'damage/impossible-date', 'a day that no year has')
  }
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** 1 when the last such verb of the clause is one of rise, -1 for one of fall, 0 for neither. */
function direction(text: string, at: number, rise: ReadonlySet<string>, fall: ReadonlySet<string>): number {
  const before = text.slice(Math.max(0, at - 100), at)
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf(', '), before.lastIndexOf('; ')) + 1)
  let way = 0
  for (const word of clause.split(/\s+/)) {
    const found = rise.has(word) ? 1 : fall.has(word) ? -1 : 0
    if (found) way = found
  }
  return way
}
