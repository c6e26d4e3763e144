import type { Damage, Span } from '../../model.ts'

/** Index of the first mark that ends after `at`. `marks` are sorted and disjoint. */
function firstAfter(marks: readonly Damage[], at: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle] as Damage).span.to <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The marks that share a character with `span`, in order. One binary search: a text may have a million marks. */
export function marksIn(marks: readonly Damage[], { from, to }: Span): readonly Damage[] {
  const start = firstAfter(marks, from)
  let end = start
  while (end < marks.length && (marks[end] as Damage).span.from < to) end++
  return start === end ? none : marks.slice(start, end)
}

const none: readonly Damage[] = []

/** Adds a mark at its place, unless one stands there already. */
export function addMark(marks: Damage[], one: Damage): void {
  const at = firstAfter(marks, one.span.from)
  if (at === marks.length) marks.push(one)
  else if ((marks[at] as Damage).span.from >= one.span.to) marks.splice(at, 0, one)
}
