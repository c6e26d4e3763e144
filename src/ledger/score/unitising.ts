import type { Span } from '../../model.ts'

/**
 * How well several coders agree on where in a text the units are: Krippendorff's alpha for unitising (Krippendorff 1995; chance disagreement by the
 * formula of Krippendorff 2004, 11.6). `coders` has one list of spans a coder, none overlapping within a list; `length` is that of the text. Two units that overlap differ
 * by the squares of the distances of their ends; a unit that meets nothing of another coder's differs by the square of its length. Nothing where it is not defined:
 * fewer than two coders, or no units.
 */
export function unitisingAlpha(coders: readonly (readonly Span[])[], length: number): number | undefined {
  const many = coders.length
  const observed = coders.reduce(
    (total, one, i) => total + coders.reduce((sum, other, j) => (i === j ? sum : sum + disagreement(one, other)), 0),
    0,
  )
  const expected = chanceDisagreement(coders, length)
  return many > 1 && expected > 0 ? 1 - observed / (many * (many - 1) * length ** 2) / expected : undefined
}

/** Half the overlaps, since each is met from both sides, and the units of `one` that lie in a gap of `other`. */
function disagreement(one: readonly Span[], other: readonly Span[]): number {
  let total = 0
  for (const unit of one) {
    const met = other.filter((rival) => rival.from < unit.to && unit.from < rival.to)
    for (const rival of met) total += (unit.from - rival.from) ** 2 + (unit.to - rival.to) ** 2
    // counted twice, as the other coder meets nothing in its stead
    if (met.length === 0) total += 2 * lengthOf(unit) ** 2
  }
  return total
}

function chanceDisagreement(coders: readonly (readonly Span[])[], length: number): number {
  const units = coders.flat().map(lengthOf)
  const gaps = coders.flatMap((spans) => gapsOf(spans, length))
  const all = coders.length * length
  const pairs = units.reduce((total, long) => total + ((units.length - 1) / 3) * (2 * long ** 3 - 3 * long ** 2 + long), 0)
  const room = (long: number) => gaps.reduce((total, gap) => (gap >= long ? total + gap - long + 1 : total), 0)
  const alone = units.reduce((total, long) => total + long ** 2 * room(long), 0)
  const within = units.reduce((total, long) => total + long * (long - 1), 0)
  return ((2 / length) * (pairs + alone)) / (all * (all - 1) - within)
}

function gapsOf(spans: readonly Span[], length: number): number[] {
  const gaps: number[] = []
  let end = 0
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from > end) gaps.push(from - end)
    end = Math.max(end, to)
  }
  return end < length ? [...gaps, length - end] : gaps
}

function lengthOf({ from, to }: Span): number {
  return to - from
}
