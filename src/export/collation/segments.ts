import type { Row } from '../../compare/collate/nouns.ts'

/** Stretches of the witnesses that stand for one another, in the order of every witness at once. */
export interface Segment {
  /** One a witness; null where it lacks the row. Half-open offsets into the texts as received; an empty stretch has nothing there. */
  readonly spans: readonly ({ readonly from: number; readonly to: number } | null)[]
}

/**
 * The columns of a row, joined where words change places, so that the segments of each witness follow one another without gap or
 * overlap. Linear in the columns.
 */
export function segmentsOf({ cells, columns }: Row): Segment[] {
  if (!columns.length) return [{ spans: cells }]
  const segments: Segment[] = []
  const starts = cells.map((cell) => cell?.from ?? 0)
  const ends = [...starts]
  const covered = [...starts]
  for (let c = 0; c < columns.length; c++) {
    columns[c]?.forEach((span, k) => {
      if (!span) return
      ends[k] = Math.max(ends[k] as number, span.to)
      covered[k] = (covered[k] as number) + span.to - span.from
    })
    if (ends.some((end, k) => end !== covered[k])) continue
    segments.push({ spans: cells.map((cell, k) => (cell ? { from: starts[k] as number, to: ends[k] as number } : null)) })
    ends.forEach((end, k) => {
      starts[k] = end
    })
  }
  return segments
}
