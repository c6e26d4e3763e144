import type { Senses } from '../senses.ts'
import { type Candidate, heaviestChain } from './chain.ts'
import type { Leaf } from './leaf.ts'
import { Type } from './types.ts'

/** Sentences of two witnesses that stand for one another; half-open ranges, null where one has nothing. */
export interface Pairing {
  readonly a: readonly [number, number] | null
  readonly b: readonly [number, number] | null
  readonly moved: boolean
}

/** Places of a key that are looked at for one sentence: those nearest to where the sentence stands. */
const NEAR = 24
/** Candidates kept for a sentence. */
const KEPT = 6
/** Share of the weight of two sentences that they must have in common to stand for one another. */
const ALIKE = 0.3
/** The same where nothing else can stand there: one sentence between two aligned pairs on either side. */
const FORCED = 0.12
/** The same for a passage at another place. */
const MOVED = 0.6
/** A moved passage has at least so many unlike words that carry sense. */
const MOVED_WORDS = 3
/** Part of the smaller of two sentences that the larger one must have: a sentence split in two. */
const PART = 0.5
/** Sentences of a gap that are compared word by word, synonyms counted: so many pairs at most, of so many pairs of words each. */
const GAP_PAIRS = 64
const GAP_WORDS = 10_000
/** Part of the words of two sentences of a gap that must say the same. */
const SAYS_SAME = 0.4
/** A piece of a sentence with at most so many units is a fragment. */
const FRAGMENT = 3

/** The weighted words of every sentence of a witness. */
class Bags {
  readonly bags: readonly ReadonlyMap<string, number>[]
  readonly weights: readonly number[]
  private readonly rarity: ReadonlyMap<string, number>

  constructor(leaf: Leaf, rarity: ReadonlyMap<string, number>) {
    this.rarity = rarity
    this.bags = leaf.sentences.map(({ first, last }) => {
      const bag = new Map<string, number>()
      for (let i = first; i < last; i++) {
        const { key, type } = leaf.units[i] as Leaf['units'][number]
        if (type & Type.CONTENT) bag.set(key, (bag.get(key) ?? 0) + 1)
      }
      if (bag.size === 0) for (let i = first; i < last; i++) bag.set((leaf.units[i] as Leaf['units'][number]).key, 1)
      return bag
    })
    this.weights = this.bags.map((bag) => this.weigh(bag))
  }

  weigh(bag: ReadonlyMap<string, number>): number {
    let sum = 0
    for (const [key, count] of bag) sum += count * (this.rarity.get(key) ?? 1)
    return sum
  }

  /** Weight that two bags have in common. */
  shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a]
    let sum = 0
    for (const [key, count] of small) {
      const other = large.get(key)
      if (other !== undefined) sum += Math.min(count, other) * (this.rarity.get(key) ?? 1)
    }
    return sum
  }
}

/**
 * Aligns the sentences of two witnesses: a heaviest chain of alike sentences, then splits and merges at its edges, then passages that
 * stand elsewhere. Near-linear: a key that stands everywhere is looked at near the expected place only.
 */
export function pairSentences(a: Leaf, b: Leaf, senses: Senses): Pairing[] {
  return new Pairs(a, b, senses).run()
}

class Pairs {
  private readonly a: Leaf
  private readonly b: Leaf
  private readonly senses: Senses
  private readonly left: Bags
  private readonly right: Bags
  private readonly pairings: Pairing[] = []
  private readonly postings = new Map<string, number[]>()
  private readonly twins: ReadonlyMap<number, number>

  constructor(a: Leaf, b: Leaf, senses: Senses) {
    this.a = a
    this.b = b
    this.senses = senses
    this.twins = twinsOf(a, b)
    const rarity = rarityOf([a, b])
    this.left = new Bags(a, rarity)
    this.right = new Bags(b, rarity)
    this.right.bags.forEach((bag, j) => {
      for (const key of bag.keys()) {
        const list = this.postings.get(key)
        if (list) list.push(j)
        else this.postings.set(key, [j])
      }
    })
  }

  run(): Pairing[] {
    const count = this.a.sentences.length
    const best: Candidate[][] = []
    const all: Candidate[] = []
    for (let i = 0; i < count; i++) {
      const found = this.candidates(i)
      best.push(found)
      for (const one of found) if (one.worth >= ALIKE) all.push({ ...one, worth: this.worthOf(one) })
    }
    const chain = heaviestChain(all, this.b.sentences.length)
    this.fill(chain)
    this.takeMoved(best)
    return this.sorted()
  }

  /** What a pair is worth in a chain: its weight in common, and a little for standing where it is expected. */
  private worthOf({ a, b, worth }: Candidate): number {
    const shared = worth * worth * (1 + (this.left.weights[a] as number) + (this.right.weights[b] as number))
    const off = Math.abs(a / Math.max(1, this.a.sentences.length) - b / Math.max(1, this.b.sentences.length))
    return shared * (1 - 0.01 * off)
  }

  private alike(i: number, j: number): number {
    const shared = this.right.shared(this.left.bags[i] as ReadonlyMap<string, number>, this.right.bags[j] as ReadonlyMap<string, number>)
    return (2 * shared) / ((this.left.weights[i] as number) + (this.right.weights[j] as number) || 1)
  }

  /** Part of the smaller sentence that the larger one has. */
  private part(i: number, j: number): number {
    const shared = this.right.shared(this.left.bags[i] as ReadonlyMap<string, number>, this.right.bags[j] as ReadonlyMap<string, number>)
    return shared / (Math.min(this.left.weights[i] as number, this.right.weights[j] as number) || 1)
  }

  /** The sentences of b that are most like sentence `i` of a; the one that has the same words, where each stands once. */
  private candidates(i: number): Candidate[] {
    const twin = this.twins.get(i)
    if (twin !== undefined) return [{ a: i, b: twin, worth: 1 }]
    const expected = Math.round((i * this.b.sentences.length) / Math.max(1, this.a.sentences.length))
    const counts = new Map<number, number>()
    for (const key of (this.left.bags[i] as ReadonlyMap<string, number>).keys()) {
      const list = this.postings.get(key)
      if (!list) continue
      const [from, to] = list.length <= NEAR ? [0, list.length] : windowAt(list, expected)
      for (let k = from; k < to; k++) counts.set(list[k] as number, (counts.get(list[k] as number) ?? 0) + 1)
    }
    const near = [...counts].sort((x, y) => y[1] - x[1] || Math.abs(x[0] - expected) - Math.abs(y[0] - expected)).slice(0, NEAR)
    const found = near.map(([j]) => ({ a: i, b: j, worth: Math.max(this.alike(i, j), this.partWorth(i, j)) }))
    found.sort((x, y) => y.worth - x.worth || Math.abs(x.b - expected) - Math.abs(y.b - expected))
    return found.slice(0, KEPT)
  }

  /** A sentence of some length that stands whole inside a longer one is worth something too: one of its pieces. */
  private partWorth(i: number, j: number): number {
    const least = Math.min(
      (this.left.bags[i] as ReadonlyMap<string, number>).size,
      (this.right.bags[j] as ReadonlyMap<string, number>).size,
    )
    return least > FRAGMENT ? this.part(i, j) * 0.6 : 0
  }

  /** Between two links of the chain: splits, merges, and a pair that nothing else could be; the rest stands alone. */
  private fill(chain: readonly Candidate[]): void {
    const links = chain.map(({ a, b }) => ({ a: [a, a + 1] as [number, number], b: [b, b + 1] as [number, number] }))
    const edges = [{ a: [0, 0], b: [0, 0] }, ...links, { a: [this.a.sentences.length, 0], b: [this.b.sentences.length, 0] }] as {
      a: [number, number]
      b: [number, number]
    }[]
    for (let k = 0; k + 1 < edges.length; k++)
      this.grow(edges[k] as (typeof edges)[0], edges[k + 1] as (typeof edges)[0], k > 0, k + 2 < edges.length)
    for (const { a, b } of links) this.pairings.push({ a, b, moved: false })
    for (let k = 0; k + 1 < edges.length; k++) {
      const [one, next] = [edges[k], edges[k + 1]] as [(typeof edges)[0], (typeof edges)[0]]
      this.gap(one.a[1], next.a[0], one.b[1], next.b[0])
    }
  }

  private grow(
    one: { a: [number, number]; b: [number, number] },
    next: { a: [number, number]; b: [number, number] },
    open: boolean,
    close: boolean,
  ): void {
    if (open) {
      while (one.b[1] < next.b[0] && this.belongs(one.a, one.b, one.b[1], 'b')) one.b[1]++
      while (one.a[1] < next.a[0] && this.belongs(one.a, one.b, one.a[1], 'a')) one.a[1]++
    }
    if (close) {
      while (one.b[1] < next.b[0] && this.belongs(next.a, next.b, next.b[0] - 1, 'b')) next.b[0]--
      while (one.a[1] < next.a[0] && this.belongs(next.a, next.b, next.a[0] - 1, 'a')) next.a[0]--
    }
  }

  /** True when a sentence beside a pair says what the pair's other side says and its own side does not yet. */
  private belongs(a: readonly [number, number], b: readonly [number, number], sentence: number, side: 'a' | 'b'): boolean {
    const own = side === 'a' ? this.left : this.right
    const other = side === 'a' ? this.right : this.left
    const leaf = side === 'a' ? this.a : this.b
    const [mine, theirs] = side === 'a' ? [a, b] : [b, a]
    if (leaf.sentences[sentence]?.role === 'furniture' || mine[1] - mine[0] > 8) return false
    const bag = own.bags[sentence] as ReadonlyMap<string, number>
    const whole = joined(other.bags, theirs)
    const { first, last } = leaf.sentences[sentence] as { first: number; last: number }
    const weight = own.weights[sentence] as number
    const keys = [...bag.keys()]
    const fragment = leaf.sentences[sentence]?.fragment === true
    if (fragment ? keys.some((key) => whole.has(key)) : last - first <= FRAGMENT && keys.every((key) => whole.has(key))) return true
    const rest = without(whole, joined(own.bags, mine))
    return own.shared(bag, rest) >= PART * weight
  }

  /**
   * Sentences between two links: those that say the same in other words, in their order, and one on either side that may stand for one
   * another by their place; all else stands alone.
   */
  private gap(a0: number, a1: number, b0: number, b1: number): void {
    let [i, j] = [a0, b0]
    for (const { a, b } of this.sayingSame(a0, a1, b0, b1)) {
      for (; i < a; i++) this.pairings.push({ a: [i, i + 1], b: null, moved: false })
      for (; j < b; j++) this.pairings.push({ a: null, b: [j, j + 1], moved: false })
      this.pairings.push({ a: [i++, a + 1], b: [j++, b + 1], moved: false })
    }
    for (; i < a1; i++) this.pairings.push({ a: [i, i + 1], b: null, moved: false })
    for (; j < b1; j++) this.pairings.push({ a: null, b: [j, j + 1], moved: false })
  }

  private sayingSame(a0: number, a1: number, b0: number, b1: number): Candidate[] {
    if (a0 === a1 || b0 === b1 || (a1 - a0) * (b1 - b0) > GAP_PAIRS) return []
    const single = a1 - a0 === 1 && b1 - b0 === 1
    const found: Candidate[] = []
    for (let i = a0; i < a1; i++)
      for (let j = b0; j < b1; j++) {
        if (this.a.sentences[i]?.role === 'furniture' || this.b.sentences[j]?.role === 'furniture') continue
        const worth = this.saysSame(i, j)
        if (worth >= SAYS_SAME) found.push({ a: i - a0, b: j - b0, worth })
        else if (single && this.alike(i, j) >= FORCED && this.size(this.a, i) > FRAGMENT && this.size(this.b, j) > FRAGMENT)
          found.push({ a: i - a0, b: j - b0, worth })
      }
    return heaviestChain(found, b1 - b0).map(({ a, b, worth }) => ({ a: a + a0, b: b + b0, worth }))
  }

  private size({ sentences }: Leaf, i: number): number {
    return (sentences[i]?.last ?? 0) - (sentences[i]?.first ?? 0)
  }

  /** Part of the content words of two sentences that have an equal word or a synonym in the other. */
  private saysSame(i: number, j: number): number {
    const left = [...(this.left.bags[i] as ReadonlyMap<string, number>).keys()]
    const right = [...(this.right.bags[j] as ReadonlyMap<string, number>).keys()]
    if (left.length * right.length > GAP_WORDS || left.length + right.length < 2 * FRAGMENT - 1) return 0
    const says = (one: string, others: readonly string[]): boolean =>
      others.some((other) => one === other || this.senses.same(one, other) || this.senses.clash(one, other) !== undefined)
    const both = left.filter((one) => says(one, right)).length + right.filter((one) => says(one, left)).length
    return both / (left.length + right.length)
  }

  /** Joins a sentence that stands alone with one that stands alone at another place. */
  private takeMoved(best: readonly (readonly Candidate[])[]): void {
    const lone = new Map<number, number>()
    this.pairings.forEach((one, k) => {
      if (!one.a && one.b) lone.set(one.b[0], k)
    })
    const gone = new Set<number>()
    this.pairings.forEach((one, k) => {
      if (!one.a || one.b) return
      const i = one.a[0]
      if ((this.left.bags[i] as ReadonlyMap<string, number>).size < MOVED_WORDS) return
      const found = (best[i] as readonly Candidate[]).find(({ b, worth }) => worth >= MOVED && lone.has(b))
      if (!found || this.a.sentences[i]?.role === 'furniture' || this.b.sentences[found.b]?.role === 'furniture') return
      gone.add(lone.get(found.b) as number)
      lone.delete(found.b)
      this.pairings[k] = { a: one.a, b: [found.b, found.b + 1], moved: true }
    })
    if (gone.size) this.pairings.splice(0, this.pairings.length, ...this.pairings.filter((_, k) => !gone.has(k)))
  }

  /** In the order of a; what only b has follows what it follows there. */
  private sorted(): Pairing[] {
    const places = new Int32Array(this.b.sentences.length + 1).fill(-1)
    for (const { a, b, moved } of this.pairings) if (a && b && !moved) for (let j = b[0]; j < b[1]; j++) places[j] = a[1] - 1
    for (let j = 1; j < places.length; j++) if (places[j] === -1) places[j] = places[j - 1] as number
    const at = ({ a, b }: Pairing): number => (a ? a[0] : (places[(b as readonly [number, number])[0]] as number) + 0.5)
    return this.pairings.sort((x, y) => at(x) - at(y) || (x.b?.[0] ?? 0) - (y.b?.[0] ?? 0))
  }
}

/** Sentences of the same words that stand once in either witness. */
function twinsOf(a: Leaf, b: Leaf): Map<number, number> {
  const [left, right] = [a, b].map((leaf) => {
    const places = new Map<string, number>()
    leaf.sentences.forEach(({ first, last }, i) => {
      if (first === last) return
      let key = ''
      for (let k = first; k < last; k++) key += ` ${leaf.units[k]?.key}`
      places.set(key, places.has(key) ? -1 : i)
    })
    return places
  }) as [Map<string, number>, Map<string, number>]
  const twins = new Map<number, number>()
  for (const [key, i] of left) {
    const j = right.get(key)
    if (i !== -1 && j !== undefined && j !== -1) twins.set(i, j)
  }
  return twins
}

/** The slice of a rising list around a value. */
function windowAt(list: readonly number[], value: number): [number, number] {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as number) < value) low = middle + 1
    else high = middle
  }
  const from = Math.max(0, Math.min(low - NEAR / 2, list.length - NEAR))
  return [from, from + NEAR]
}

/** Rare keys weigh more: the logarithm of how many sentences there are for each that has the key. */
function rarityOf(leaves: readonly Leaf[]): Map<string, number> {
  const counts = new Map<string, number>()
  let total = 0
  for (const leaf of leaves)
    for (const { first, last } of leaf.sentences) {
      total++
      const seen = new Set<string>()
      for (let i = first; i < last; i++) seen.add((leaf.units[i] as Leaf['units'][number]).key)
      for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  for (const [key, count] of counts) counts.set(key, Math.log(1 + total / count))
  return counts
}

function joined(bags: readonly ReadonlyMap<string, number>[], [from, to]: readonly [number, number]): ReadonlyMap<string, number> {
  if (to - from === 1) return bags[from] as ReadonlyMap<string, number>
  const out = new Map<string, number>()
  for (let i = from; i < to; i++)
    for (const [key, count] of bags[i] as ReadonlyMap<string, number>) out.set(key, (out.get(key) ?? 0) + count)
  return out
}

function without(whole: ReadonlyMap<string, number>, taken: ReadonlyMap<string, number>): Map<string, number> {
  const out = new Map<string, number>()
  for (const [key, count] of whole) {
    const left = count - (taken.get(key) ?? 0)
    if (left > 0) out.set(key, left)
  }
  return out
}
