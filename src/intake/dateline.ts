import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Source } from '../model.ts'
import { datelineOf } from '../read/segment/datelines.ts'
import { daysApart } from './days.ts'

/** Lines of a text among which its dateline is sought: title, subtitle, place and date come before it. */
const LINES = 12
/** News is of its day or of the one before; a joint statement may be published some days later. */
const LATER = 3

/** What the dateline of a text says against the date of its source, in one line; undefined where they agree or one is missing. */
export function datelineRemark({ text, date }: Source, vocabulary: Vocabulary): string | undefined {
  if (!date) return undefined
  let at = 0
  for (let line = 0; line < LINES && at < text.length; line++) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
    const found = datelineOf(text, at, end, vocabulary)
    if (found?.month !== undefined && found.day !== undefined) {
      const [month, day] = [found.month, found.day]
      const on = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const published = Number(date.slice(0, 4))
      // a dateline of 31 December is published in the year after
      const near = found.year ? [on(found.year)] : [on(published), on(published - 1)]
      if (near.some((one) => daysApart(one, date) <= LATER)) return undefined
      return `dates disagree: ${date} (the document), ${text.slice(found.dateSpan?.from ?? at, found.dateSpan?.to ?? end)} (dateline)`
    }
    at = end + 1
  }
  return undefined
}
