import type { Span } from '../../model.ts'
import type { Collation, Difference, Row } from './nouns.ts'

/** The row of the alignment in which a difference lies; undefined where no witness has words there. */
export function rowOf({ rows }: Collation, { spans }: Difference): Row | undefined {
  const m = spans.findIndex((span) => span !== null)
  const span = spans[m]
  return span ? rows.find(({ cells }) => holds(cells[m], span)) : undefined
}

/** Where a witness that has nothing would have it: behind what it has for the words before. Null where it lacks the sentence. */
export function placeOf(collation: Collation, difference: Difference, k: number): Span | null {
  const m = difference.spans.findIndex((span) => span !== null)
  const span = difference.spans[m]
  const row = rowOf(collation, difference)
  let at = row?.cells[k]?.from
  if (!span || !row || at === undefined) return null
  for (const column of row.columns) {
    if (holds(column[m], span)) break
    at = column[k]?.to ?? at
  }
  return { from: at, to: at }
}

const holds = (cell: Span | null | undefined, span: Span): boolean => !!cell && cell.from < span.to && cell.to > span.from
