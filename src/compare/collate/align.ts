import type { Senses } from '../senses.ts'
import { heaviestChain } from './chain.ts'
import type { Unit } from './leaf.ts'
import type { Range } from './ranges.ts'
import { loneNames, only } from './renamed.ts'
import { Type } from './types.ts'

/** A unit of one side and what stands for it on the other; -1 where nothing does. Indices are into the units of each side. */
export interface Pair {
  readonly a: number
  readonly b: number
}

/**
 * What a pair is worth. One word that carries sense outweighs any run of function words that fits in a sentence (100 against 1),
 * so that function words are aligned only between the content words that hold.
 */
const SAME = 100
const RELATED = 70
const KIN = 60
const SAME_TYPE = 45
const OTHER = 12
const FUNCTION = 1
/** Above so many cells the sentence is cut at words that stand once on either side. */
const CELLS = 60_000

/** What is known of a unit before it is paired. */
const Has = {
  /** Its word stands as often on the other side. */
  PLACE: 1,
  /** Some table knows words that stand in its place. */
  RELATIONS: 2,
} as const
const none = new Uint8Array(0)

/** Aligns the units `a[a0, a1)` and `b[b0, b1)`: pairs in order first, then equal words that changed places. */
export function alignUnits(a: readonly Unit[], [a0, a1]: Range, b: readonly Unit[], [b0, b1]: Range, senses: Senses): Pair[] {
  const pairs = new Aligner(a, b, senses, [a0, a1], [b0, b1]).run()
  return pairs
}

class Aligner {
  private readonly a: readonly Unit[]
  private readonly b: readonly Unit[]
  private readonly senses: Senses
  private readonly rangeA: Range
  private readonly rangeB: Range
  private readonly toB: number[]
  private readonly toA: number[]
  /** For the units between what both have at either end, whose first ones are these: bits of `Has`. */
  private hasA: Uint8Array = none
  private hasB: Uint8Array = none
  private firstA = 0
  private firstB = 0

  constructor(a: readonly Unit[], b: readonly Unit[], senses: Senses, rangeA: Range, rangeB: Range) {
    this.a = a
    this.b = b
    this.senses = senses
    this.rangeA = rangeA
    this.rangeB = rangeB
    this.toB = new Array<number>(rangeA[1] - rangeA[0]).fill(-1)
    this.toA = new Array<number>(rangeB[1] - rangeB[0]).fill(-1)
  }

  run(): Pair[] {
    let [[from, to], [low, high]] = [this.rangeA, this.rangeB]
    while (from < to && low < high && this.a[from]?.id === this.b[low]?.id) this.set(from++, low++)
    while (from < to && low < high && this.a[to - 1]?.id === this.b[high - 1]?.id) this.set(--to, --high)
    if (from === to && low === high) return this.pairs()
    // what both have at either end counts alike, so the middle is enough
    const [countsA, countsB] = [countKeys(this.a, [from, to]), countKeys(this.b, [low, high])]
    this.firstA = from
    this.firstB = low
    this.hasA = this.lookUp(this.a, [from, to], countsA, countsB)
    this.hasB = this.lookUp(this.b, [low, high], countsA, countsB)
    this.block(from, to, low, high, 0)
    this.crossing([from, to], [low, high])
    this.leftovers([from, to], [low, high])
    return this.pairs()
  }

  private lookUp(units: readonly Unit[], [from, to]: Range, a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Uint8Array {
    const out = new Uint8Array(to - from)
    for (let i = from; i < to; i++) {
      const { id, key } = units[i] as Unit
      out[i - from] = (a.get(id) === b.get(id) ? Has.PLACE : 0) | (this.senses.relates(key) ? Has.RELATIONS : 0)
    }
    return out
  }

  private set(i: number, j: number): void {
    this.toB[i - this.rangeA[0]] = j
    this.toA[j - this.rangeB[0]] = i
  }

  private unset(i: number, j: number): void {
    this.toB[i - this.rangeA[0]] = -1
    this.toA[j - this.rangeB[0]] = -1
  }

  private block(a0: number, a1: number, b0: number, b1: number, depth: number): void {
    let [from, to, low, high] = [a0, a1, b0, b1]
    while (from < to && low < high && this.a[from]?.id === this.b[low]?.id) this.set(from++, low++)
    while (from < to && low < high && this.a[to - 1]?.id === this.b[high - 1]?.id) this.set(--to, --high)
    if (from === to || low === high) return
    if ((to - from) * (high - low) <= CELLS) this.table(from, to, low, high)
    else this.anchored(from, to, low, high, depth)
  }

  /** A long stretch: the heaviest chain of words that stand once on either side cuts it; without any it is cut in equal pieces. */
  private anchored(a0: number, a1: number, b0: number, b1: number, depth: number): void {
    const onceA = once(this.a, a0, a1)
    const onceB = once(this.b, b0, b1)
    const candidates = [...onceA].flatMap(([id, i]) => {
      const j = onceB.get(id)
      return j === undefined ? [] : [{ a: i - a0, b: j - b0, worth: (this.a[i] as Unit).type & Type.CONTENT ? SAME : FUNCTION }]
    })
    const chain = depth < 12 && candidates.length ? heaviestChain(candidates, b1 - b0) : []
    if (!chain.length) {
      const pieces = Math.ceil(Math.sqrt(((a1 - a0) * (b1 - b0)) / CELLS))
      const long = Math.max(pieces, Math.ceil((a1 - a0) / 240), Math.ceil((b1 - b0) / 240))
      for (let k = 0; k < long; k++)
        this.table(cutAt(a0, a1, k, long), cutAt(a0, a1, k + 1, long), cutAt(b0, b1, k, long), cutAt(b0, b1, k + 1, long))
      return
    }
    let [at, on] = [a0, b0]
    for (const { a, b } of chain) {
      this.block(at, a0 + a, on, b0 + b, depth + 1)
      this.set(a0 + a, b0 + b)
      at = a0 + a + 1
      on = b0 + b + 1
    }
    this.block(at, a1, on, b1, depth + 1)
  }

  /** Needleman and Wunsch 1970 on a short stretch. */
  private table(a0: number, a1: number, b0: number, b1: number): void {
    const rows = a1 - a0
    const columns = b1 - b0
    if (rows <= 0 || columns <= 0) return
    const width = columns + 1
    const score = new Int32Array((rows + 1) * width)
    const step = new Uint8Array((rows + 1) * width)
    for (let i = 1; i <= rows; i++) {
      const one = this.a[a0 + i - 1] as Unit
      const has = this.hasA[a0 + i - 1 - this.firstA] as number
      for (let j = 1; j <= columns; j++) {
        const at = i * width + j
        const worth = this.worth(one, this.b[b0 + j - 1] as Unit, has, this.hasB[b0 + j - 1 - this.firstB] as number)
        let best = score[at - width] as number
        let how = 1
        const left = score[at - 1] as number
        if (left > best) {
          best = left
          how = 2
        }
        if (worth > 0) {
          const across = (score[at - width - 1] as number) + worth
          if (across >= best) {
            best = across
            how = 3
          }
        }
        score[at] = best
        step[at] = how
      }
    }
    for (let i = rows, j = columns; i > 0 && j > 0; ) {
      const how = step[i * width + j]
      if (how === 3) this.set(a0 + --i, b0 + --j)
      else if (how === 1) i--
      else j--
    }
  }

  /** What it is worth to pair two units; 0 where they cannot stand for one another. */
  private worth(one: Unit, other: Unit, has: number, otherHas: number): number {
    const content = one.type & other.type & Type.CONTENT
    if (one.id === other.id) return content ? SAME : FUNCTION
    const related = (has & otherHas & Has.RELATIONS) !== 0 && this.relates(one.key, other.key)
    if (!content) return related ? FUNCTION : 0
    // a word that stands elsewhere on the other side is no substitute for this one, unless one is known to be put for the other
    if ((has | otherHas) & Has.PLACE && (!related || has & otherHas & Has.PLACE)) return 0
    if (one.ref !== '' && one.ref === other.ref) return RELATED
    const types = (one.type ^ other.type) & (Type.NUMBER | Type.NEGATION)
    if (types) return 0
    if (related) return RELATED
    if (this.senses.kin(one.key, other.key)) return KIN
    if (one.type & other.type & (Type.NUMBER | Type.TIME | Type.STATE)) return SAME_TYPE
    if ((one.type ^ other.type) & (Type.TIME | Type.STATE | Type.CAPITAL)) return OTHER / 2
    return one.type & other.type & Type.VERB ? OTHER * 2 : OTHER
  }

  private relates(one: string, other: string): boolean {
    return this.senses.same(one, other) || this.senses.clash(one, other) !== undefined
  }

  /** Equal content words that the order left alone are one word that changed its place; a pair of unlike words gives way to them. */
  private crossing([a0, a1]: Range, [b0, b1]: Range): void {
    const waiting = new Map<number | string, number[]>()
    // a state is one by its name and by its adjective
    const same = ({ type, ref, id }: Unit): number | string => (type & Type.STATE && ref ? ref : id)
    const alone = (i: number, j: number): boolean => j === -1 || (same(this.a[i] as Unit) !== same(this.b[j] as Unit) && !this.isPut(i, j))
    for (let j = b0; j < b1; j++) {
      const i = this.toA[j - this.rangeB[0]] as number
      const unit = this.b[j] as Unit
      if ((unit.type & Type.CONTENT) === 0 || (i !== -1 && !alone(i, j))) continue
      const list = waiting.get(same(unit))
      if (list) list.push(j)
      else waiting.set(same(unit), [j])
    }
    const taken = new Map<number | string, number>()
    if (waiting.size === 0) return
    for (let i = a0; i < a1; i++) {
      const unit = this.a[i] as Unit
      const old = this.toB[i - this.rangeA[0]] as number
      if ((unit.type & Type.CONTENT) === 0 || !alone(i, old)) continue
      const list = waiting.get(same(unit))
      const used = taken.get(same(unit)) ?? 0
      const j = list?.[used]
      if (j === undefined || (unit.type & Type.NEGATION && !this.deniesSame(i, j))) continue
      taken.set(same(unit), used + 1)
      if (old !== -1) this.unset(i, old)
      const partner = this.toA[j - this.rangeB[0]] as number
      if (partner !== -1) this.unset(partner, j)
      this.set(i, j)
    }
  }

  /** A denial moves with what it denies. */
  private deniesSame(i: number, j: number): boolean {
    const [one, other] = [this.a[i + 1], this.b[j + 1]]
    if (!one || !other) return false
    return one.id === other.id || this.toB[i + 1 - this.rangeA[0]] === j + 1 || this.relates(one.key, other.key)
  }

  /** One word is known to be put for the other, and one of them stands on its side alone. */
  private isPut(i: number, j: number): boolean {
    const [has, other] = [this.hasA[i - this.firstA] as number, this.hasB[j - this.firstB] as number]
    if ((has & other & Has.RELATIONS) === 0 || (has & other & Has.PLACE) !== 0) return false
    return this.relates((this.a[i] as Unit).key, (this.b[j] as Unit).key)
  }

  /** Words that nothing stands for yet: with a synonym, the same state or a kin that is alone too, wherever it stands in the sentence. */
  private leftovers([a0, a1]: Range, [b0, b1]: Range): void {
    const left: number[] = []
    const right: number[] = []
    for (let i = a0; i < a1; i++) if (this.toB[i - this.rangeA[0]] === -1 && (this.a[i] as Unit).type & Type.CONTENT) left.push(i)
    for (let j = b0; j < b1; j++) if (this.toA[j - this.rangeB[0]] === -1 && (this.b[j] as Unit).type & Type.CONTENT) right.push(j)
    if (left.length * right.length > CELLS) return
    for (const i of left) {
      const j = right.find((k) => this.toA[k - this.rangeB[0]] === -1 && this.isRelated(this.a[i] as Unit, this.b[k] as Unit))
      if (j !== undefined) this.set(i, j)
    }
    this.renamed([a0, a1], [b0, b1])
  }

  /** The only name of either side that no name stands for: one became the other, wherever it stands. */
  private renamed([a0, a1]: Range, [b0, b1]: Range): void {
    const [i, j] = loneNames(
      (loose) => only(this.a, [a0, a1], (k) => this.b[this.toB[k - this.rangeA[0]] as number], loose),
      (loose) => only(this.b, [b0, b1], (k) => this.a[this.toA[k - this.rangeB[0]] as number], loose),
    )
    if (i === -1 || j === -1) return
    const [old, partner] = [this.toB[i - this.rangeA[0]] as number, this.toA[j - this.rangeB[0]] as number]
    if (old !== -1) this.unset(i, old)
    if (partner !== -1) this.unset(partner, j)
    this.set(i, j)
  }

  private isRelated(one: Unit, other: Unit): boolean {
    if (one.ref !== '' && one.ref === other.ref) return true
    if ((one.type | other.type) & (Type.NUMBER | Type.NEGATION | Type.STATE | Type.TIME)) return false
    return this.senses.same(one.key, other.key) || this.senses.kin(one.key, other.key)
  }

  /** In the order of a; what only b has follows what stands before it there. */
  private pairs(): Pair[] {
    const out: Pair[] = []
    const [b0, b1] = this.rangeB
    let next = b0
    const flush = (to: number): void => {
      for (; next < to; next++) if (this.toA[next - b0] === -1) out.push({ a: -1, b: next })
    }
    for (let i = this.rangeA[0]; i < this.rangeA[1]; i++) {
      const j = this.toB[i - this.rangeA[0]] as number
      if (j !== -1 && j >= next) {
        flush(j)
        next = j + 1
      }
      out.push({ a: i, b: j })
    }
    flush(b1)
    return out
  }
}

const cutAt = (from: number, to: number, k: number, pieces: number): number => from + Math.floor(((to - from) * k) / pieces)

function countKeys(units: readonly Unit[], [from, to]: Range): Map<number, number> {
  const counts = new Map<number, number>()
  for (let i = from; i < to; i++) {
    const { id } = units[i] as Unit
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** Keys that stand once in a stretch, with their place. */
function once(units: readonly Unit[], from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  const twice = new Set<number>()
  for (let i = from; i < to; i++) {
    const { id } = units[i] as Unit
    if (places.has(id)) twice.add(id)
    else places.set(id, i)
  }
  for (const id of twice) places.delete(id)
  return places
}
