import { type Leaf, unitsOf } from './leaf.ts'
import type { Lexis } from './lexis.ts'
import type { Pairing } from './nouns.ts'
import { otherSide, type Range, type Side } from './ranges.ts'
import { type Trait, type Traits, traitsOf, weigh } from './traits.ts'

/** Part of the weight of two sentences that must be known again, where nothing stands for either between the same neighbours. */
const HERE = 0.2
/** The same for two that stand at different places; they have more in common, too. */
const ELSEWHERE = 0.22
const MUCH = 7
/** Part of a sentence beside a pair that the pair's other side must say and its own does not: one sentence made of two. */
const JOINED = 0.4
/** Words known again that tell of one sentence: fewer are chance. */
const WORDS = 2
/** Pairs of sentences that stand alone, at most: beyond that the texts are hardly copies. */
const MOST = 900
/** Sentences of a side that one pairing has at most. */
const LONGEST = 6
/** Part of the sentences of the shorter text that stand for others without it: below that the texts are no copies of one another. */
const COPIES = 0.25
/** A piece of a sentence with at most so many units. */
const PIECE = 3

interface Found {
  readonly a: number
  readonly b: number
  readonly worth: number
}

/**
 * Joins sentences that stand alone on either side and stand for one another in other words: two that have rare things in common (values of numbers, states,
 * names, synonyms, words of one family), then those of which one became two or two became one, then pairs of which one says what the other's partner says.
 */
export function withReworded(pairings: readonly Pairing[], a: Leaf, b: Leaf, lexis: Lexis): readonly Pairing[] {
  const [left, right] = [lone(pairings, 'a', a), lone(pairings, 'b', b)]
  if (left.length + right.length === 0 || left.length * right.length > MOST) return pairings
  const paired = pairings.filter((one) => one.a && one.b).length
  if (paired < COPIES * Math.min(a.sentences.length, b.sentences.length)) return pairings
  return new Reworded(pairings, a, b, lexis).run(left, right)
}

/** Sentences of a side that nothing stands for. */
function lone(pairings: readonly Pairing[], side: Side, { sentences }: Leaf): number[] {
  return pairings.flatMap((one) => {
    const at = side === 'a' ? !one.b && one.a : !one.a && one.b
    return at && sentences[at[0]]?.role !== 'furniture' ? [at[0]] : []
  })
}

class Reworded {
  private readonly pairings: (Pairing | undefined)[]
  private readonly a: Leaf
  private readonly b: Leaf
  private readonly traits: Traits
  private readonly words = { a: new Map<number, Trait[]>(), b: new Map<number, Trait[]>() }

  constructor(pairings: readonly Pairing[], a: Leaf, b: Leaf, lexis: Lexis) {
    this.pairings = [...pairings]
    this.a = a
    this.b = b
    this.traits = traitsOf(a, b, lexis)
  }

  run(left: readonly number[], right: readonly number[]): Pairing[] {
    this.pair(left, right)
    this.join('a', left)
    this.join('b', right)
    return this.pairings.filter((one) => one !== undefined)
  }

  /** The words of a sentence by which it is known again. */
  private of(side: Side, sentence: number): Trait[] {
    const known = this.words[side].get(sentence)
    if (known) return known
    const leaf = side === 'a' ? this.a : this.b
    const made = this.traits.of(side, ...unitsOf(leaf, [sentence, sentence + 1]))
    this.words[side].set(sentence, made)
    return made
  }

  private ofRange(side: Side, [from, to]: Range): Trait[] {
    return Array.from({ length: to - from }, (_, k) => this.of(side, from + k)).flat()
  }

  /** The best first, each sentence once. */
  private pair(left: readonly number[], right: readonly number[]): void {
    const found: Found[] = []
    for (const i of left)
      for (const j of right) {
        const [mine, theirs] = [this.of('a', i), this.of('b', j)]
        const [met, back] = [this.traits.met(mine, theirs), this.traits.met(theirs, mine)]
        const worth = (met.weight + back.weight) / (weigh(mine) + weigh(theirs) || 1)
        if (met.words < WORDS || back.words < WORDS || worth < HERE) continue
        if (this.isHere(i, j) || (worth >= ELSEWHERE && met.weight >= MUCH)) found.push({ a: i, b: j, worth })
      }
    for (const { a, b } of found.sort((x, y) => y.worth - x.worth || x.a - y.a || x.b - y.b)) {
      const [one, other] = [this.aloneAt('a', a), this.aloneAt('b', b)]
      if (one === -1 || other === -1) continue
      const moved = !this.isHere(a, b)
      this.pairings[one] = { a: [a, a + 1], b: [b, b + 1], moved }
      this.pairings[other] = undefined
    }
  }

  private aloneAt(side: Side, sentence: number): number {
    return this.pairings.findIndex((one) => one && (side === 'a' ? !one.b && one.a?.[0] === sentence : !one.a && one.b?.[0] === sentence))
  }

  /** True where two sentences stand between the same neighbours. */
  private isHere(i: number, j: number): boolean {
    for (const one of this.pairings) {
      if (!one?.a || !one.b || one.moved) continue
      if (one.a[0] < i !== one.b[0] < j) return false
    }
    return true
  }

  /** Sentences that stand alone beside a pair whose other side says what they say. */
  private join(side: Side, list: readonly number[]): void {
    // a sentence may stand beside one that is joined first
    for (const sentences of [list, [...list].reverse()])
      for (const sentence of sentences) {
        const at = this.aloneAt(side, sentence)
        if (at === -1) continue
        let best = { k: -1, worth: 0 }
        this.pairings.forEach((one, k) => {
          const worth = one ? this.joins(side, sentence, one) : 0
          if (worth > best.worth) best = { k, worth }
        })
        if (best.k === -1) continue
        const one = this.pairings[best.k] as Pairing
        const own = one[side] as Range
        this.pairings[best.k] = { ...one, [side]: [Math.min(own[0], sentence), Math.max(own[1], sentence + 1)] }
        this.pairings[at] = undefined
      }
  }

  /** What part of a sentence the other side of a pair beside it says, and its own side does not. */
  private joins(side: Side, sentence: number, pair: Pairing): number {
    const [own, other] = side === 'a' ? [pair.a, pair.b] : [pair.b, pair.a]
    if (!own || !other || (own[1] !== sentence && own[0] !== sentence + 1) || own[1] - own[0] >= LONGEST) return 0
    const words = this.of(side, sentence)
    const whole = this.ofRange(otherSide(side), other)
    const { first, last } = (side === 'a' ? this.a : this.b).sentences[sentence] as { first: number; last: number }
    // "None." beside "None of them": a piece that only says again what stands beside it
    if (last - first <= PIECE && words.length && this.traits.met(words, whole).words === words.length) return 1
    const met = this.traits.met(words, this.traits.without(whole, this.ofRange(side, own)))
    const worth = met.weight / (weigh(words) || 1)
    return met.words >= WORDS && worth >= JOINED ? worth : 0
  }
}
