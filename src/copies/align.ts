import { SHINGLE, shinglesOf } from './shingles.ts'

/** How two traces lie beside each other. Counts are of content words. */
export interface Alignment {
  /** Words that stand in both in the same order. */
  readonly inOrder: number
  /** Words of passages that stand elsewhere in the other, in the same order inside. */
  readonly elsewhere: number
  /** Those of them that stand in unbroken runs of `RUN` or more. */
  readonly inRuns: number
  /** Words of either, as they stand in stretches that the other words all differently: `HOLE` or more on both sides. */
  readonly replaced: number
  /** Each without what stands alone before the first or after the last word that both have: furniture, a lost end. */
  readonly cores: readonly [Range, Range]
  /** Share of each one's distinct shingles that the other has. */
  readonly shared: readonly [number, number]
}

/** Half-open places in a trace. */
export type Range = readonly [from: number, to: number]

/** Words that differ on both sides in one place, from which it is another passage and no other wording. */
const HOLE = 9
/** Content words, about two lines of print, that no two texts share in one run by chance. */
export const RUN = 12
/** Cells of the tables between anchors, all together; when they are spent, gaps are not looked into, so that time stays bounded. */
const CELLS = 4_000_000

/**
 * Aligns two traces: shingles that each has once are anchors, of which the longest rising chain is kept (as patience diff does);
 * between two anchors the longest common subsequence of words; then passages that were moved.
 */
export function align(a: readonly number[], b: readonly number[]): Alignment {
  const ofA = shinglesOf(a)
  const ofB = shinglesOf(b)
  const walk = new Walk(a, b)
  for (const [atA, atB] of risingChain(anchors(ofA, ofB))) walk.toAnchor(atA, atB)
  walk.end()
  const { inOrder, inRuns, gaps } = walk
  const elsewhere = moved(a, b, gaps)
  let replaced = 0
  const coreA: [number, number] = [0, a.length]
  const coreB: [number, number] = [0, b.length]
  for (const { fromA, toA, fromB, toB } of gaps) {
    const [onA, onB] = [toA - fromA, toB - fromB]
    if (onA >= HOLE && onB >= HOLE) replaced += onA + onB
    else if (fromA === 0 && fromB === 0) {
      if (onA >= HOLE) coreA[0] = toA
      if (onB >= HOLE) coreB[0] = toB
    } else if (toA === a.length && toB === b.length) {
      if (onA >= HOLE) coreA[1] = fromA
      if (onB >= HOLE) coreB[1] = fromB
    }
  }
  return { inOrder, elsewhere, inRuns, replaced, cores: [coreA, coreB], shared: containments(ofA, ofB) }
}

function containments(ofA: Int32Array, ofB: Int32Array): [number, number] {
  const a = new Set(ofA)
  const b = new Set(ofB)
  let both = 0
  for (const shingle of a) if (b.has(shingle)) both++
  return [both / (a.size || 1), both / (b.size || 1)]
}

type Pair = readonly [number, number]

/** Places of the shingles that stand once in each. */
function anchors(ofA: Int32Array, ofB: Int32Array): Pair[] {
  const once = (shingles: Int32Array) => {
    const at = new Map<number, number>()
    shingles.forEach((shingle, i) => {
      at.set(shingle, at.has(shingle) ? -1 : i)
    })
    return at
  }
  const inB = once(ofB)
  const found: Pair[] = []
  for (const [shingle, i] of once(ofA)) {
    const j = inB.get(shingle) ?? -1
    if (i >= 0 && j >= 0) found.push([i, j])
  }
  return found
}

/** The longest chain of pairs that rises on both sides; the pairs come in order of the first. */
function risingChain(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, j], k) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number] as Pair)[1] < j) low = middle + 1
      else high = middle
    }
    if (low > 0) before[k] = tails[low - 1] as number
    tails[low] = k
  })
  const chain: Pair[] = []
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k] as number) chain.push(pairs[k] as Pair)
  return chain.reverse()
}

/** A stretch where the two do not meet: `a[fromA, toA)` against `b[fromB, toB)`; one of them may be empty. */
interface Gap {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** Goes along both traces at once, counts where they meet and keeps where they do not. */
class Walk {
  inOrder = 0
  inRuns = 0
  readonly gaps: Gap[] = []
  private readonly a: readonly number[]
  private readonly b: readonly number[]
  /** First word of each that is not yet passed. */
  private i = 0
  private j = 0
  private run = 0
  /** Cells that may still be filled. */
  private cells = CELLS

  constructor(a: readonly number[], b: readonly number[]) {
    this.a = a
    this.b = b
  }

  toAnchor(atA: number, atB: number): void {
    if (atA > this.i || atB > this.j) this.fill(atA, atB)
    for (let k = 0; k < SHINGLE; k++) if (atA + k >= this.i && atB + k >= this.j) this.meet(atA + k, atB + k)
  }

  end(): void {
    this.fill(this.a.length, this.b.length)
    this.pass(this.a.length, this.b.length)
    this.endRun()
  }

  private same(i: number, j: number): boolean {
    return (this.a[i] as number) >> 2 === (this.b[j] as number) >> 2
  }

  private meet(i: number, j: number): void {
    this.pass(i, j)
    this.inOrder++
    this.run++
    this.i = i + 1
    this.j = j + 1
  }

  private pass(toA: number, toB: number): void {
    const [onA, onB] = [toA - this.i, toB - this.j]
    if (onA || onB) this.endRun()
    if (onA >= HOLE || onB >= HOLE) this.gaps.push({ fromA: this.i, toA, fromB: this.j, toB })
  }

  private endRun(): void {
    if (this.run >= RUN) this.inRuns += this.run
    this.run = 0
  }

  /** Meets along the longest common subsequence of what lies before two places. */
  private fill(toA: number, toB: number): void {
    while (this.i < toA && this.j < toB && this.same(this.i, this.j)) this.meet(this.i, this.j)
    const cells = (toA - this.i) * (toB - this.j)
    if (cells <= 0 || cells > this.cells) return
    this.cells -= cells
    const [fromA, fromB] = [this.i, this.j]
    const { table, row } = tableOf(this.a, fromA, toA, this.b, fromB, toB)
    let [i, j] = [fromA, fromB]
    while (i < toA && j < toB) {
      const at = (i - fromA) * row + j - fromB
      if (this.same(i, j)) this.meet(i++, j++)
      else if ((table[at + row] as number) >= (table[at + 1] as number)) i++
      else j++
    }
  }
}

/** Lengths of the longest common subsequences of all ends of two stretches, row by row; the first is that of the whole. */
function tableOf(a: readonly number[], fromA: number, toA: number, b: readonly number[], fromB: number, toB: number) {
  const [n, m] = [toA - fromA, toB - fromB]
  const row = m + 1
  const table = new Uint16Array((n + 1) * row)
  for (let i = n - 1; i >= 0; i--) {
    const word = (a[fromA + i] as number) >> 2
    for (let j = m - 1; j >= 0; j--) {
      const at = i * row + j
      const [down, right] = [table[at + row] as number, table[at + 1] as number]
      table[at] = word === (b[fromB + j] as number) >> 2 ? (table[at + row + 1] as number) + 1 : Math.max(down, right)
    }
  }
  return { table, row }
}

/** Gaps in which moved passages are looked for, the longest of each text. */
const MOVES = 12

/** Words of passages that stand elsewhere in the other text; the gaps that they fill are taken out of `gaps`. */
function moved(a: readonly number[], b: readonly number[], gaps: Gap[]): number {
  const size = { a: (gap: Gap) => gap.toA - gap.fromA, b: (gap: Gap) => gap.toB - gap.fromB }
  const longest = (of: (gap: Gap) => number) =>
    gaps
      .filter((gap) => of(gap) >= HOLE)
      .sort((x, y) => of(y) - of(x))
      .slice(0, MOVES)
  const inB = new Set(longest(size.b))
  let words = 0
  let cells = CELLS
  for (const from of longest(size.a)) {
    let best: { to: Gap; met: number } | undefined
    for (const to of inB) {
      if (to === from || size.a(from) * size.b(to) > cells) continue
      cells -= size.a(from) * size.b(to)
      const met = tableOf(a, from.fromA, from.toA, b, to.fromB, to.toB).table[0] as number
      if (met >= 0.4 * Math.min(size.a(from), size.b(to)) && met > (best?.met ?? HOLE / 2)) best = { to, met }
    }
    if (!best) continue
    words += best.met
    inB.delete(best.to)
    empty(gaps, from, { ...from, toA: from.fromA })
    empty(gaps, best.to, { ...best.to, toB: best.to.fromB })
  }
  return words
}

const empty = (gaps: Gap[], gap: Gap, instead: Gap): void => {
  const at = gaps.indexOf(gap)
  if (at >= 0) gaps[at] = instead
}
