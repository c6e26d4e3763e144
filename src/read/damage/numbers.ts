import { isDate } from '../recognise/times/calendar.ts'
import { calendarOf } from '../segment/calendar.ts'
import type { Mark, Whole } from './damage.ts'
import { damageWordsOf } from './vocabulary.ts'

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

const dayMonth =
  /(?<![\p{L}\d.,/-])(?:(\d{1,2})(?:\p{Ll}{2})?(?: \p{Ll}{2})? (\p{Lu}\p{Ll}+)|(\p{Lu}\p{Ll}+) (\d{1,2})(?:\p{Ll}{2})?)(?![\p{L}\d])/gu
/** A year that has every day which some year has. */
const LEAP = 2000

/** "31 September": a day that no year has. */
export function markDays({ text, vocabulary }: Whole, mark: Mark): void {
  const { months } = calendarOf(vocabulary)
  for (const { 0: whole, 1: before, 2: second, 3: first, 4: after, index } of text.matchAll(dayMonth)) {
    const month = months.get(second ?? first ?? '')
    const day = Number(before ?? after)
    if (month !== undefined && day > 28 && !isDate(LEAP, month, day) && day < 40)
      mark(index, index + whole.length, 'damage/impossible-date', 'a day that no year has')
  }
}

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
