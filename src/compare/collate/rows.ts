import { type Bag, type Bags, Postings } from './bags.ts'
import { type Candidate, heaviestChain } from './chain.ts'
import { inOrder } from './inorder.ts'
import type { Leaf } from './leaf.ts'
import type { Lexis } from './lexis.ts'
import { FRAGMENT, Likeness } from './likeness.ts'
import type { Pairing } from './nouns.ts'
import type { Range, Side } from './ranges.ts'
import { withReworded } from './reworded.ts'
import { twinsOf } from './twins.ts'

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
/** Sentences of a gap that are compared word by word, synonyms counted: so many pairs at most. */
const GAP_PAIRS = 64
/** Part of the words of two sentences of a gap that must say the same. */
const SAYS_SAME = 0.4
/** The same where a gap has as many sentences on either side, for those that have the same place in it, and are about as long. */
const SAME_PLACE = 0.12
/** The same for a passage at another place, and for the sentences right before and after one. */
const MOVED_SAME = 0.5
const MOVED_ALONG = 0.2
/** Pairs of sentences without a partner among which such passages are looked for. */
const LONE_PAIRS = 900

/**
 * Aligns the sentences of two witnesses: a heaviest chain of alike sentences, then splits and merges at its edges, then passages that
 * stand elsewhere, then what stands alone and says one thing in other words. Near-linear: a key that stands everywhere is looked at near the expected place only.
 */
export function pairSentences(a: Leaf, b: Leaf, lexis: Lexis): Pairing[] {
  return inOrder(withReworded(new Pairs(a, b, lexis).run(), a, b, lexis), b.sentences.length)
}

class Pairs {
  private readonly a: Leaf
  private readonly b: Leaf
  private readonly likeness: Likeness
  private readonly bags: Bags
  private readonly pairings: Pairing[] = []
  private readonly postings: Postings
  private readonly twins: Int32Array
  /** How many words each sentence of b has in common with the one that is looked at; all 0 between two. */
  private readonly hits: Int32Array

  constructor(a: Leaf, b: Leaf, lexis: Lexis) {
    this.a = a
    this.b = b
    this.twins = twinsOf(a, b)
    this.likeness = new Likeness(a, b, lexis)
    this.bags = this.likeness.bags
    this.postings = new Postings(this.bags.right, lexis.size)
    this.hits = new Int32Array(b.sentences.length)
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
    this.takeReworded()
    return this.pairings
  }

  /** What a pair is worth in a chain: its weight in common, and a little for standing where it is expected. */
  private worthOf({ a, b, worth }: Candidate): number {
    const shared = worth * worth * (1 + (this.bags.leftWeights[a] as number) + (this.bags.rightWeights[b] as number))
    const off = Math.abs(a / Math.max(1, this.a.sentences.length) - b / Math.max(1, this.b.sentences.length))
    return shared * (1 - 0.01 * off)
  }

  /** The sentences of b that are most like sentence `i` of a; the one that has the same words, where each stands once. */
  private candidates(i: number): Candidate[] {
    const twin = this.twins[i] as number
    if (twin !== -1) return [{ a: i, b: twin, worth: 1 }]
    const expected = Math.round((i * this.b.sentences.length) / Math.max(1, this.a.sentences.length))
    const found = this.nearest(i, expected).map((j) => {
      const shared = this.likeness.shared(i, j)
      return { a: i, b: j, worth: Math.max(this.likeness.alike(i, j, shared), this.partWorth(i, j, shared)) }
    })
    found.sort((x, y) => y.worth - x.worth || Math.abs(x.b - expected) - Math.abs(y.b - expected))
    return found.slice(0, KEPT)
  }

  /** The sentences of b that have most words of sentence `i` of a; of as many, those nearest to where it is expected. */
  private nearest(i: number, expected: number): number[] {
    const { hits } = this
    const met: number[] = []
    for (const id of (this.bags.left[i] as Bag).ids)
      for (const j of this.postings.near(id, expected, NEAR)) {
        if (hits[j] === 0) met.push(j)
        hits[j] = (hits[j] as number) + 1
      }
    const best: number[] = []
    const before = (x: number, y: number): boolean =>
      (hits[x] as number) > (hits[y] as number) || (hits[x] === hits[y] && Math.abs(x - expected) < Math.abs(y - expected))
    for (const j of met) {
      if (best.length === NEAR && !before(j, best[NEAR - 1] as number)) continue
      let at = best.length < NEAR ? best.length : NEAR - 1
      for (; at > 0 && before(j, best[at - 1] as number); at--) best[at] = best[at - 1] as number
      best[at] = j
    }
    for (const j of met) hits[j] = 0
    return best
  }

  /** A sentence of some length that stands whole inside a longer one is worth something too: one of its pieces. */
  private partWorth(i: number, j: number, shared: number): number {
    const least = Math.min((this.bags.left[i] as Bag).ids.length, (this.bags.right[j] as Bag).ids.length)
    if (least <= FRAGMENT) return 0
    return (shared / (Math.min(this.bags.leftWeights[i] as number, this.bags.rightWeights[j] as number) || 1)) * 0.6
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
  private belongs(a: Range, b: Range, sentence: number, side: Side): boolean {
    const { bags } = this
    const [own, other] = side === 'a' ? [bags.left, bags.right] : [bags.right, bags.left]
    const leaf = side === 'a' ? this.a : this.b
    const [mine, theirs] = side === 'a' ? [a, b] : [b, a]
    if (leaf.sentences[sentence]?.role === 'furniture' || mine[1] - mine[0] > 8) return false
    const bag = own[sentence] as Bag
    const whole = bags.joined(other, theirs)
    const { first, last } = leaf.sentences[sentence] as { first: number; last: number }
    const weight = (side === 'a' ? bags.leftWeights : bags.rightWeights)[sentence] as number
    const met = bags.met(bag, whole)
    const fragment = leaf.sentences[sentence]?.fragment === true
    if (fragment ? met > 0 : last - first <= FRAGMENT && met === bag.ids.length) return true
    const rest = bags.without(whole, bags.joined(own, mine))
    return bags.shared(bag, rest) >= PART * weight || (bag.ids.length > FRAGMENT && this.likeness.saidIn(bag, rest) >= PART)
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
    const level = a1 - a0 === b1 - b0
    const found: Candidate[] = []
    for (let i = a0; i < a1; i++)
      for (let j = b0; j < b1; j++) {
        if (this.a.sentences[i]?.role === 'furniture' || this.b.sentences[j]?.role === 'furniture') continue
        const worth = this.likeness.saysSame(i, j)
        // one headline stands for the other, however each is worded
        if (this.a.sentences[i]?.role === 'title' && this.b.sentences[j]?.role === 'title')
          found.push({ a: i - a0, b: j - b0, worth: worth + ALIKE })
        else if (worth >= SAYS_SAME || (level && i - a0 === j - b0 && worth >= SAME_PLACE && this.likeness.areAsLong(i, j)))
          found.push({ a: i - a0, b: j - b0, worth })
        else if (
          single &&
          this.likeness.alike(i, j) >= FORCED &&
          this.likeness.size(this.a, i) > FRAGMENT &&
          this.likeness.size(this.b, j) > FRAGMENT
        )
          found.push({ a: i - a0, b: j - b0, worth })
      }
    return heaviestChain(found, b1 - b0).map(({ a, b, worth }) => ({ a: a + a0, b: b + b0, worth }))
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
      if ((this.bags.left[i] as Bag).ids.length < MOVED_WORDS) return
      const found = (best[i] as readonly Candidate[]).find(({ b, worth }) => worth >= MOVED && lone.has(b))
      if (!found || this.a.sentences[i]?.role === 'furniture' || this.b.sentences[found.b]?.role === 'furniture') return
      gone.add(lone.get(found.b) as number)
      lone.delete(found.b)
      this.pairings[k] = { a: one.a, b: [found.b, found.b + 1], moved: true }
    })
    this.leave(gone)
  }

  /** Sentences of a side that stand alone and say something, each with the place of its pairing. */
  private lone(side: Side): Map<number, number> {
    const found = new Map<number, number>()
    const [leaf, bags] = side === 'a' ? [this.a, this.bags.left] : [this.b, this.bags.right]
    this.pairings.forEach(({ a, b }, k) => {
      const at = (side === 'a' ? !b && a : !a && b) || undefined
      if (at && leaf.sentences[at[0]]?.role !== 'furniture' && (bags[at[0]] as Bag).ids.length >= MOVED_WORDS) found.set(at[0], k)
    })
    return found
  }

  /** Joins sentences that stand alone at two places and say the same in other words; then those right before and after them. */
  private takeReworded(): void {
    const [left, right] = [this.lone('a'), this.lone('b')]
    if (left.size * right.size === 0 || left.size * right.size > LONE_PAIRS) return
    const gone = new Set<number>()
    const take = (i: number, j: number): void => {
      this.pairings[left.get(i) as number] = { a: [i, i + 1], b: [j, j + 1], moved: true }
      gone.add(right.get(j) as number)
      left.delete(i)
      right.delete(j)
    }
    const found = [...left.keys()].flatMap((i) => [...right.keys()].map((j) => ({ a: i, b: j, worth: this.likeness.saysSame(i, j) })))
    const isFree = ({ a, b }: Candidate): boolean => left.has(a) && right.has(b)
    for (const one of found.filter(({ worth }) => worth >= MOVED_SAME).sort((x, y) => y.worth - x.worth || x.a - y.a || x.b - y.b)) {
      if (!isFree(one)) continue
      take(one.a, one.b)
      for (const step of [1, -1])
        for (
          let next = { a: one.a + step, b: one.b + step, worth: 0 };
          isFree(next);
          next = { a: next.a + step, b: next.b + step, worth: 0 }
        ) {
          if (this.likeness.saysSame(next.a, next.b) < MOVED_ALONG || !this.likeness.areAsLong(next.a, next.b)) break
          take(next.a, next.b)
        }
    }
    this.leave(gone)
  }

  /** Takes out pairings by their places. */
  private leave(gone: ReadonlySet<number>): void {
    if (gone.size) this.pairings.splice(0, this.pairings.length, ...this.pairings.filter((_, k) => !gone.has(k)))
  }
}
