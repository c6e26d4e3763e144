import type { Leaf, Unit } from './leaf.ts'
import type { Lexis } from './lexis.ts'
import { amountAt, isScale } from './substitution.ts'
import { Type } from './types.ts'

/** Letters at the start of a word by which words of one family are known. */
const FAMILY = 4
/** What a word that is only of one family with another counts. */
const FAMILY_WORTH = 0.6

/** A word of a sentence: all by which it may be known again in other words, the surest first. */
export interface Trait {
  readonly marks: readonly string[]
  /** How rare its surest mark is. */
  readonly weight: number
}

/** In how many sentences a mark stands, and the last of them. */
interface Count {
  sentences: number
  last: number
}

const made = new WeakMap<Leaf, { readonly b: Leaf; readonly traits: Traits }>()

/** The traits of two witnesses. A memo: they are made once for all steps of one comparison, and only where some step needs them. */
export function traitsOf(a: Leaf, b: Leaf, lexis: Lexis): Traits {
  const known = made.get(a)
  if (known?.b === b) return known.traits
  const traits = new Traits([a, b], lexis)
  made.set(a, { b, traits })
  return traits
}

/** What the sentences of two witnesses can be known by in other words: values of numbers, states, groups of synonyms, families of words. */
class Traits {
  private readonly lexis: Lexis
  private readonly counts = new Map<string, Count>()
  private readonly memo = new Map<number, readonly string[]>()
  private total = 0

  constructor(leaves: readonly Leaf[], lexis: Lexis) {
    this.lexis = lexis
    for (const leaf of leaves)
      for (const { first, last } of leaf.sentences) {
        this.total++
        for (let i = first; i < last; i++) for (const mark of this.marksAt(leaf.units, i)) this.count(mark)
      }
  }

  /** Counts a mark once in each sentence. */
  private count(mark: string): void {
    const known = this.counts.get(mark)
    if (!known) this.counts.set(mark, { sentences: 1, last: this.total })
    else if (known.last !== this.total) {
      known.sentences++
      known.last = this.total
    }
  }

  /** The words of a stretch that carry sense. */
  of({ units }: Leaf, from: number, to: number): Trait[] {
    const out: Trait[] = []
    for (let i = from; i < to; i++) out.push(...(this.at(units, i) ?? []))
    return out
  }

  /** A word that carries sense; nothing for any other. */
  at(units: readonly Unit[], i: number): readonly [Trait] | undefined {
    const marks = this.marksAt(units, i)
    return marks.length ? [{ marks, weight: this.rarity(marks[0] as string) }] : undefined
  }

  private rarity(mark: string): number {
    return Math.log(1 + this.total / (this.counts.get(mark)?.sentences ?? 1)) * (mark.startsWith('~') ? FAMILY_WORTH : 1)
  }

  /** The words of a stretch that another has too, in other words or in the same, each with the weight of what both have. */
  met(words: readonly Trait[], others: readonly Trait[]): Trait[] {
    const known = new Set(others.flatMap(({ marks }) => marks))
    return words.flatMap(({ marks, weight }) => {
      const met = marks.filter((mark) => known.has(mark))
      return met.length ? [{ marks: met, weight: Math.min(weight, Math.max(...met.map((mark) => this.rarity(mark)))) }] : []
    })
  }

  /** The words of a stretch that another does not have. */
  without(words: readonly Trait[], others: readonly Trait[]): Trait[] {
    const known = new Set(others.flatMap(({ marks }) => marks))
    return words.filter(({ marks }) => !marks.some((mark) => known.has(mark)))
  }

  private marksAt(units: readonly Unit[], i: number): readonly string[] {
    const unit = units[i] as Unit
    if ((unit.type & Type.CONTENT) === 0 || isScale(unit)) return []
    if (unit.type & Type.NUMBER) return [`#${this.lexis.senses.quantities.scaled(unit.form) ?? amountAt(i, units) ?? unit.key}`]
    const known = this.memo.get(unit.id)
    if (known) return known
    const made = this.marksOf(unit)
    this.memo.set(unit.id, made)
    return made
  }

  private marksOf({ key, ref, type, word }: Unit): string[] {
    const { senses } = this.lexis
    if (type & Type.NEGATION) return ['!']
    if (type & Type.STATE) return [`@${ref}`]
    if (type & Type.TIME) return [ref]
    const capital = type & Type.CAPITAL ? senses.stateOfCapital(word) : undefined
    const own = [key, ...senses.groupsOf(key).map((group) => `=${group}`)]
    if (capital) own.push(`@${capital}`)
    if (key.length >= FAMILY) own.push(`~${key.slice(0, FAMILY)}`)
    return own
  }
}

/** Weight of words together. */
export const weigh = (words: readonly Trait[]): number => words.reduce((sum, { weight }) => sum + weight, 0)

export type { Traits }
