import type { Leaf, Sentence, Unit } from './leaf.ts'
import type { Range } from './ranges.ts'
import { Type } from './types.ts'

/** The words of a stretch by their number, each once, in the order in which they first stand there, with how often they stand. */
export interface Bag {
  readonly ids: readonly number[]
  readonly counts: readonly number[]
}

/** The weighted words of every sentence of two witnesses: those that carry sense, or all where none does. */
export class Bags {
  readonly left: readonly Bag[]
  readonly right: readonly Bag[]
  /** Weight of each sentence. */
  readonly leftWeights: readonly number[]
  readonly rightWeights: readonly number[]
  private readonly rarity: Float64Array
  /** How often each word stands in the bag that is looked at; all 0 between two calls. */
  private readonly counts: Int32Array

  /** `size`: the numbers of the words of both are below it. */
  constructor(a: Leaf, b: Leaf, size: number) {
    this.rarity = rarityOf([a, b], size)
    this.counts = new Int32Array(size)
    this.left = a.sentences.map((sentence) => this.bagOf(a.units, sentence))
    this.right = b.sentences.map((sentence) => this.bagOf(b.units, sentence))
    this.leftWeights = this.left.map((bag) => this.weigh(bag))
    this.rightWeights = this.right.map((bag) => this.weigh(bag))
  }

  private bagOf(units: readonly Unit[], { first, last }: Sentence): Bag {
    const ids: number[] = []
    const add = (id: number): void => {
      if (this.counts[id] === 0) ids.push(id)
      this.counts[id] = (this.counts[id] as number) + 1
    }
    for (let i = first; i < last; i++) if ((units[i] as Unit).type & Type.CONTENT) add((units[i] as Unit).id)
    const bare = ids.length === 0
    if (bare) for (let i = first; i < last; i++) add((units[i] as Unit).id)
    const counts = ids.map((id) => (bare ? 1 : (this.counts[id] as number)))
    for (const id of ids) this.counts[id] = 0
    return { ids, counts }
  }

  private weigh({ ids, counts }: Bag): number {
    let sum = 0
    for (let k = 0; k < ids.length; k++) sum += (counts[k] as number) * (this.rarity[ids[k] as number] as number)
    return sum
  }

  private load({ ids, counts }: Bag): void {
    for (let k = 0; k < ids.length; k++) this.counts[ids[k] as number] = counts[k] as number
  }

  private clear({ ids }: Bag): void {
    for (let k = 0; k < ids.length; k++) this.counts[ids[k] as number] = 0
  }

  /** Weight that two bags have in common. */
  shared(a: Bag, b: Bag): number {
    const [small, large] = a.ids.length < b.ids.length ? [a, b] : [b, a]
    this.load(large)
    let sum = 0
    for (let k = 0; k < small.ids.length; k++) {
      const id = small.ids[k] as number
      const other = this.counts[id] as number
      if (other !== 0) sum += Math.min(small.counts[k] as number, other) * (this.rarity[id] as number)
    }
    this.clear(large)
    return sum
  }

  /** How many different words of a bag stand in another. */
  met(bag: Bag, whole: Bag): number {
    this.load(whole)
    let met = 0
    for (const id of bag.ids) if (this.counts[id] !== 0) met++
    this.clear(whole)
    return met
  }

  /** The words of a bag that do not stand in another. */
  unmet(bag: Bag, whole: Bag): number[] {
    this.load(whole)
    const out: number[] = []
    for (const id of bag.ids) if (this.counts[id] === 0) out.push(id)
    this.clear(whole)
    return out
  }

  /** What a range of bags holds together. */
  joined(bags: readonly Bag[], [from, to]: Range): Bag {
    if (to - from === 1) return bags[from] as Bag
    const ids: number[] = []
    for (let i = from; i < to; i++) {
      const bag = bags[i] as Bag
      for (let k = 0; k < bag.ids.length; k++) {
        const id = bag.ids[k] as number
        if (this.counts[id] === 0) ids.push(id)
        this.counts[id] = (this.counts[id] as number) + (bag.counts[k] as number)
      }
    }
    const counts = ids.map((id) => this.counts[id] as number)
    this.clear({ ids, counts })
    return { ids, counts }
  }

  /** What is left of a bag where another is taken out of it. */
  without(whole: Bag, taken: Bag): Bag {
    this.load(taken)
    const [ids, counts]: [number[], number[]] = [[], []]
    for (let k = 0; k < whole.ids.length; k++) {
      const id = whole.ids[k] as number
      const left = (whole.counts[k] as number) - (this.counts[id] as number)
      if (left <= 0) continue
      ids.push(id)
      counts.push(left)
    }
    this.clear(taken)
    return { ids, counts }
  }
}

/** Rare words weigh more: the logarithm of how many sentences there are for each that has the word. */
function rarityOf(leaves: readonly Leaf[], size: number): Float64Array {
  const counts = new Int32Array(size)
  // the last sentence in which a word was met
  const last = new Int32Array(size)
  let total = 0
  for (const { sentences, units } of leaves)
    for (const sentence of sentences) {
      total++
      for (let i = sentence.first; i < sentence.last; i++) {
        const { id } = units[i] as Unit
        if (last[id] === total) continue
        last[id] = total
        counts[id] = (counts[id] as number) + 1
      }
    }
  const rarity = new Float64Array(size)
  for (let id = 0; id < size; id++) rarity[id] = Math.log(1 + total / (counts[id] as number))
  return rarity
}

/** The places at which each word stands in a list of bags, one list a word, in rising order. */
export class Postings {
  private readonly starts: Int32Array
  private readonly places: Int32Array

  constructor(bags: readonly Bag[], size: number) {
    const starts = new Int32Array(size + 1)
    for (const { ids } of bags) for (const id of ids) starts[id + 1] = (starts[id + 1] as number) + 1
    for (let id = 0; id < size; id++) starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number)
    const next = starts.slice()
    const places = new Int32Array(starts[size] as number)
    bags.forEach(({ ids }, j) => {
      for (const id of ids) {
        places[next[id] as number] = j
        next[id] = (next[id] as number) + 1
      }
    })
    this.starts = starts
    this.places = places
  }

  /** The places of a word that are nearest to one, at most `most` of them; all where there are no more. */
  near(id: number, place: number, most: number): Int32Array {
    const [from, to] = [this.starts[id] as number, this.starts[id + 1] as number]
    if (to - from <= most) return this.places.subarray(from, to)
    let [low, high] = [from, to]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.places[middle] as number) < place) low = middle + 1
      else high = middle
    }
    const start = Math.max(from, Math.min(low - most / 2, to - most))
    return this.places.subarray(start, start + most)
  }
}
