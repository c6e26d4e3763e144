import { type Bag, Bags } from './bags.ts'
import type { Leaf } from './leaf.ts'
import type { Lexis } from './lexis.ts'

/** A piece of a sentence with at most so many units is a fragment. */
export const FRAGMENT = 3
/** Pairs of words of two sentences that are compared one by one, at most. */
const MOST = 10_000
/** Part of the units of the longer of two sentences that the shorter one must have to be about as long. */
const AS_LONG = 0.5

/** How like two sentences of two witnesses are: by the words that both have, and by those that say the same. */
export class Likeness {
  readonly bags: Bags
  private readonly a: Leaf
  private readonly b: Leaf
  private readonly lexis: Lexis

  constructor(a: Leaf, b: Leaf, lexis: Lexis) {
    this.a = a
    this.b = b
    this.lexis = lexis
    this.bags = new Bags(a, b, lexis.size)
  }

  /** Weight of the words that sentence `i` of a and sentence `j` of b have in common. */
  shared(i: number, j: number): number {
    return this.bags.shared(this.bags.left[i] as Bag, this.bags.right[j] as Bag)
  }

  /** The same as a part of the weight of both. */
  alike(i: number, j: number, shared = this.shared(i, j)): number {
    return (2 * shared) / ((this.bags.leftWeights[i] as number) + (this.bags.rightWeights[j] as number) || 1)
  }

  /** True for two sentences of about one length, neither of them a fragment. */
  areAsLong(i: number, j: number): boolean {
    const [one, other] = [this.size(this.a, i), this.size(this.b, j)]
    return Math.min(one, other) > FRAGMENT && Math.min(one, other) >= AS_LONG * Math.max(one, other)
  }

  /** Units of a sentence. */
  size({ sentences }: Leaf, i: number): number {
    return (sentences[i]?.last ?? 0) - (sentences[i]?.first ?? 0)
  }

  /** Part of the words of a bag that another has too, or a synonym of. */
  saidIn(bag: Bag, whole: Bag): number {
    if (bag.ids.length * whole.ids.length > MOST) return 0
    return this.countSaid(bag, whole) / bag.ids.length
  }

  private countSaid(bag: Bag, whole: Bag): number {
    const { lexis } = this
    const left = this.bags.unmet(bag, whole).filter((id) => lexis.relates(id))
    const met = this.bags.met(bag, whole)
    if (left.length === 0) return met
    const others = whole.ids.filter((id) => lexis.relates(id)).map((id) => lexis.keyOf(id))
    const { senses } = lexis
    const isSaid = (one: string): boolean => others.some((other) => senses.same(one, other) || senses.clash(one, other) !== undefined)
    return met + left.filter((id) => isSaid(lexis.keyOf(id))).length
  }

  /** Part of the content words of two sentences that have an equal word or a synonym in the other. */
  saysSame(i: number, j: number): number {
    const [left, right] = [this.bags.left[i] as Bag, this.bags.right[j] as Bag]
    const words = left.ids.length + right.ids.length
    if (left.ids.length * right.ids.length > MOST || words < 2 * FRAGMENT - 1) return 0
    return (this.countSaid(left, right) + this.countSaid(right, left)) / words
  }
}
