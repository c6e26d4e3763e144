import { SHINGLE, shinglesOf } from './shingles.ts'

/** How two traces lie beside each other. Counts are of content words. */
export interface Alignment {
  /** Words that stand in both in the same order. */
  readonly inOrder: number
  /** Those of them that stand in unbroken runs of `RUN` or more. */
  readonly inRuns: number
  /** Words of either, as they stand in stretches that the other words all differently: `HOLE` or more on both sides. */
  readonly replaced: number
  /** Words of each before the first and after the last that both have, where only one has a passage there: furniture, a lost end. */
  readonly lone: readonly [number, number]
  /** Share of each one's distinct shingles that the other has. */
  readonly shared: readonly [number, number]
}

/** Words that differ on both sides in one place, from which it is another passage and no other wording. */
const HOLE = 9
/** Content words, about two lines of print, that no two texts share in one run by chance. */
export const RUN = 12
/** Cells of a table between two anchors; a larger gap is not looked into, so that time stays linear. */
const CELLS = 250_000

/**
 * Aligns two traces: shingles that each has once are anchors, of which the longest rising chain is kept (as patience diff does);
 * between two anchors the longest common subsequence of words.
 */
export function align(a: readonly number[], b: readonly number[]): Alignment {
  const ofA = shinglesOf(a)
  const ofB = shinglesOf(b)
  const walk = new Walk(a, b)
  for (const [atA, atB] of risingChain(anchors(ofA, ofB))) walk.toAnchor(atA, atB)
  const { inOrder, inRuns, replaced, loneA, loneB } = walk.end()
  return { inOrder, inRuns, replaced, lone: [loneA, loneB], shared: containments(ofA, ofB) }
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

/** Goes along both traces at once and counts. */
class Walk {
  inOrder = 0
  inRuns = 0
  replaced = 0
  loneA = 0
  loneB = 0
  private readonly a: readonly number[]
  private readonly b: readonly number[]
  /** First word of each that is not yet passed, and where each last met the other. */
  private i = 0
  private j = 0
  private run = 0

  constructor(a: readonly number[], b: readonly number[]) {
    this.a = a
    this.b = b
  }

  toAnchor(atA: number, atB: number): void {
    if (atA > this.i || atB > this.j) this.fill(atA, atB)
    for (let k = 0; k < SHINGLE; k++) if (atA + k >= this.i && atB + k >= this.j) this.meet(atA + k, atB + k)
  }

  end(): this {
    this.fill(this.a.length, this.b.length)
    this.pass(this.a.length, this.b.length)
    this.endRun()
    return this
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

  private pass(i: number, j: number): void {
    const [onA, onB] = [i - this.i, j - this.j]
    if (onA || onB) this.endRun()
    if (onA >= HOLE && onB >= HOLE) this.replaced += onA + onB
    else if (this.inOrder === 0 || i === this.a.length) {
      if (onA >= HOLE) this.loneA += onA
      if (onB >= HOLE) this.loneB += onB
    }
  }

  private endRun(): void {
    if (this.run >= RUN) this.inRuns += this.run
    this.run = 0
  }

  /** Meets along the longest common subsequence of what lies before two places. */
  private fill(toA: number, toB: number): void {
    while (this.i < toA && this.j < toB && this.same(this.i, this.j)) this.meet(this.i, this.j)
    const [fromA, fromB] = [this.i, this.j]
    const [n, m] = [toA - fromA, toB - fromB]
    if (n <= 0 || m <= 0 || n * m > CELLS) return
    const row = m + 1
    const table = new Uint16Array((n + 1) * row)
    for (let i = n - 1; i >= 0; i--)
      for (let j = m - 1; j >= 0; j--) {
        const at = i * row + j
        table[at] = this.same(fromA + i, fromB + j)
          ? (table[at + row + 1] as number) + 1
          : Math.max(table[at + row] as number, table[at + 1] as number)
      }
    let [i, j] = [0, 0]
    while (i < n && j < m) {
      if (this.same(fromA + i, fromB + j)) this.meet(fromA + i++, fromB + j++)
      else if ((table[(i + 1) * row + j] as number) >= (table[i * row + j + 1] as number)) i++
      else j++
    }
  }
}
