import type { Pair } from './align.ts'

type Side = 'a' | 'b'
type Range = readonly [number, number]

/** Which unit stands for which in the words of a row, looked up from either side in constant time. */
export class Links {
  private readonly sides: Readonly<Record<Side, Half>>

  constructor(pairs: readonly Pair[]) {
    this.sides = { a: halfOf(pairs, 'a', 'b'), b: halfOf(pairs, 'b', 'a') }
  }

  /** The unit of the other side that stands for unit `i` of `side`; -1 where none does. */
  partner(side: Side, i: number): number {
    const { from, to } = this.sides[side]
    return to[i - from] ?? -1
  }

  /** Units of one side that the row has. */
  range(side: Side): Range {
    const { from, to } = this.sides[side]
    return [from, from + to.length]
  }

  /** What stands on the other side for a range of units; empty, at its place, where nothing does. Linear in the range. */
  across(side: Side, [from, to]: Range): Range {
    const half = this.sides[side]
    let [low, high] = [Number.POSITIVE_INFINITY, -1]
    for (let i = Math.max(from, half.from); i < Math.min(to, half.from + half.to.length); i++) {
      const partner = half.to[i - half.from] as number
      if (partner === -1) continue
      low = Math.min(low, partner)
      high = Math.max(high, partner + 1)
    }
    if (high !== -1) return [low, high]
    const before = half.before[Math.max(0, Math.min(from - half.from, half.before.length - 1))] ?? 0
    return [before, before]
  }
}

interface Half {
  readonly from: number
  readonly to: Int32Array
  /** For each unit, and the end: where on the other side the next word would stand. */
  readonly before: Int32Array
}

function halfOf(pairs: readonly Pair[], side: Side, other: Side): Half {
  let [from, end, otherFrom] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY]
  for (const pair of pairs) {
    if (pair[side] !== -1) {
      from = Math.min(from, pair[side])
      end = Math.max(end, pair[side] + 1)
    }
    if (pair[other] !== -1) otherFrom = Math.min(otherFrom, pair[other])
  }
  if (end === 0) from = 0
  const to = new Int32Array(end - from).fill(-1)
  for (const pair of pairs) if (pair[side] !== -1) to[pair[side] - from] = pair[other]
  const before = new Int32Array(to.length + 1)
  let last = otherFrom === Number.POSITIVE_INFINITY ? 0 : otherFrom
  for (let i = 0; i < to.length; i++) {
    before[i] = last
    last = Math.max(last, (to[i] as number) + 1)
  }
  before[to.length] = last
  return { from, to, before }
}
