import type { Pair } from './align.ts'
import type { Range, Side } from './ranges.ts'

/** Which unit stands for which in the words of a row, looked up from either side in constant time. */
export class Links {
  /** Some words stand in another order on the other side. */
  readonly areCrossed: boolean
  private readonly a: Half
  private readonly b: Half

  constructor(pairs: readonly Pair[]) {
    let [fromA, endA, fromB, endB] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0]
    for (const { a, b } of pairs) {
      if (a !== -1 && a < fromA) fromA = a
      if (a >= endA) endA = a + 1
      if (b !== -1 && b < fromB) fromB = b
      if (b >= endB) endB = b + 1
    }
    this.a = new Half(endA && fromA, endA, endB && fromB)
    this.b = new Half(endB && fromB, endB, endA && fromA)
    // pairs come in the order of a
    let [last, crossed] = [-1, false]
    for (const { a, b } of pairs) {
      if (a !== -1) this.a.to[a - this.a.from] = b
      if (b !== -1) this.b.to[b - this.b.from] = a
      if (a === -1 || b === -1) continue
      if (b < last) crossed = true
      last = b
    }
    this.areCrossed = crossed
  }

  /** The unit of the other side that stands for unit `i` of `side`; -1 where none does. */
  partner(side: Side, i: number): number {
    const { from, to } = this[side]
    return to[i - from] ?? -1
  }

  /** Units of one side that the row has. */
  range(side: Side): Range {
    const { from, to } = this[side]
    return [from, from + to.length]
  }

  /** What stands on the other side for a range of units; empty, at its place, where nothing does. */
  across(side: Side, [from, to]: Range): Range {
    const half = this[side]
    let [low, high] = [Number.POSITIVE_INFINITY, -1]
    for (let i = Math.max(from, half.from); i < Math.min(to, half.from + half.to.length); i++) {
      const partner = half.to[i - half.from] as number
      if (partner === -1) continue
      low = Math.min(low, partner)
      high = Math.max(high, partner + 1)
    }
    if (high !== -1) return [low, high]
    const before = half.before(Math.max(0, Math.min(from - half.from, half.to.length)))
    return [before, before]
  }
}

/** The units of one side, from the first on, and what stands for each on the other. */
class Half {
  readonly from: number
  readonly to: number[]
  private readonly otherFrom: number
  private places: number[] | undefined

  constructor(from: number, end: number, otherFrom: number) {
    this.from = from
    this.to = new Array<number>(end - from).fill(-1)
    this.otherFrom = otherFrom
  }

  /** Where on the other side the word would stand that follows the first `count` units. */
  before(count: number): number {
    // few rows are asked
    this.places ??= this.placesOf()
    return this.places[count] as number
  }

  private placesOf(): number[] {
    const places = [this.otherFrom]
    for (const to of this.to) places.push(Math.max(places.at(-1) as number, to + 1))
    return places
  }
}
