/** Names of months are a matter of language; in the metadata of documents days are in figures, but for these. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const figures = /(?<![0-9])([12][0-9]{3})(?:[-/.]|年)([01]?[0-9])(?:[-/.]|月)([0-3]?[0-9])(?![0-9])/
const packed = /(?<![0-9])([12][0-9]{3})([01][0-9])([0-3][0-9])(?:[0-9]{6})?(?![0-9])/
/** RFC 2822, as feeds and headers have it, and its American turn: "07 Jun 2022", "June 7, 2022". */
const dayFirst = /(?<![0-9])([0-3]?[0-9])(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -]([12][0-9]{3})(?![0-9])/
const monthFirst = /\b([A-Za-z]{3,9})\.?[ -]([0-3]?[0-9])(?:st|nd|rd|th)?,?[ -]([12][0-9]{3})(?![0-9])/

/** The day of a value of metadata as an ISO date, as it is written there: the hour and its zone are left off. Undefined where there is none. */
export function dayIn(value: string): string | undefined {
  const text = value.slice(0, 200)
  const whole = figures.exec(text) ?? packed.exec(text)
  if (whole) return iso(Number(whole[1]), Number(whole[2]), Number(whole[3]))
  const [, day, name, year] = dayFirst.exec(text) ?? []
  if (day && name && year) return iso(Number(year), monthOf(name), Number(day))
  const [, word, date, of] = monthFirst.exec(text) ?? []
  return word && date && of ? iso(Number(of), monthOf(word), Number(date)) : undefined
}

/** The day that an address names (`/2022/06/07/`, `/2022-06-07-`, `/20220607/`). */
export function dayInAddress(url: string): string | undefined {
  const path = url.slice(0, 2000).replace(/^[a-z]{1,9}:\/\/[^/]*/, '')
  return dayIn((path.split(/[?#]/, 1)[0] ?? '').replaceAll('_', '/'))
}

const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

function iso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1500 || year > 2200) return undefined
  return date.toISOString().slice(0, 10)
}

/** Days from one ISO date to another. */
export const daysApart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
