import type { Leaf, Unit } from './leaf.ts'
import type { Lexis } from './lexis.ts'
import type { Side } from './ranges.ts'
import { amountAt, isScale } from './substitution.ts'
import { Type } from './types.ts'

/** Letters at the start of a word by which words of one family are known. */
const FAMILY = 4
/** What a word that is only of one family with another counts. */
const FAMILY_WORTH = 0.6

/** A word of a sentence: all by which it may be known again in other words, as numbers of marks, the surest first. */
export interface Trait {
  readonly marks: readonly number[]
  /** How rare its surest mark is. */
  readonly weight: number
}

/** How many words are known again, and their weight together. */
export interface Met {
  readonly words: number
  readonly weight: number
}

const made = new WeakMap<Leaf, { readonly b: Leaf; readonly traits: Traits }>()

/** The traits of two witnesses. A memo: they are made once for all steps of one comparison, and only where some step needs them. */
export function traitsOf(a: Leaf, b: Leaf, lexis: Lexis): Traits {
  const known = made.get(a)
  if (known?.b === b) return known.traits
  const traits = new Traits(a, b, lexis)
  made.set(a, { b, traits })
  return traits
}

/** What the sentences of two witnesses can be known by in other words: values of numbers, states, groups of synonyms, families of words. */
class Traits {
  private readonly lexis: Lexis
  /** By side, what each unit is known by; nothing for one that carries no sense. */
  private readonly units: { readonly a: readonly (Trait | undefined)[]; readonly b: readonly (Trait | undefined)[] }
  /** Each once; it gets its weight when all marks are counted. */
  private readonly all: (Trait & { weight: number })[] = []
  private readonly numbers = new Map<string, number>()
  /** How rare each mark is. */
  private readonly rarity: Float64Array
  /** Of each mark, the last stretch that was seen to have it. */
  private readonly lastSeen: Int32Array
  private stretches = 0

  constructor(a: Leaf, b: Leaf, lexis: Lexis) {
    this.lexis = lexis
    const byKey: (Trait | undefined)[] = []
    this.units = { a: this.traitsIn(a, byKey), b: this.traitsIn(b, byKey) }
    this.lastSeen = new Int32Array(this.numbers.size)
    this.rarity = this.rarities([
      [a, this.units.a],
      [b, this.units.b],
    ])
    for (const trait of this.all) trait.weight = this.rarity[trait.marks[0] as number] as number
  }

  private traitsIn({ units }: Leaf, byKey: (Trait | undefined)[]): (Trait | undefined)[] {
    return units.map((unit, i) => {
      if ((unit.type & Type.CONTENT) === 0 || isScale(unit)) return undefined
      // what a number is worth depends on the word behind it
      if (unit.type & Type.NUMBER && (isScale(units[i + 1]) || unit.form !== unit.key)) return this.traitOf([this.valueAt(i, units)])
      byKey[unit.id] ??= this.traitOf(unit.type & Type.NUMBER ? [this.valueAt(i, units)] : this.marksOf(unit))
      return byKey[unit.id]
    })
  }

  private valueAt(i: number, units: readonly Unit[]): string {
    const { form, key } = units[i] as Unit
    return `#${this.lexis.senses.quantities.scaled(form) ?? amountAt(i, units) ?? key}`
  }

  private traitOf(marks: readonly string[]): Trait {
    const trait = { marks: marks.map((mark) => this.numberOf(mark)), weight: 0 }
    this.all.push(trait)
    return trait
  }

  private numberOf(mark: string): number {
    const known = this.numbers.get(mark)
    if (known !== undefined) return known
    this.numbers.set(mark, this.numbers.size)
    return this.numbers.size - 1
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

  /** The rarer, the fewer sentences of both witnesses have a mark. */
  private rarities(sides: readonly (readonly [Leaf, readonly (Trait | undefined)[]])[]): Float64Array {
    const counts = new Int32Array(this.numbers.size)
    let total = 0
    for (const [{ sentences }, traits] of sides)
      for (const { first, last } of sentences) {
        total++
        this.stretches++
        for (let i = first; i < last; i++) {
          const trait = traits[i]
          if (!trait) continue
          for (const mark of trait.marks) {
            if (this.lastSeen[mark] === this.stretches) continue
            this.lastSeen[mark] = this.stretches
            counts[mark] = (counts[mark] as number) + 1
          }
        }
      }
    const rarity = new Float64Array(this.numbers.size)
    for (const [mark, number] of this.numbers)
      rarity[number] = Math.log(1 + total / (counts[number] as number)) * (mark.startsWith('~') ? FAMILY_WORTH : 1)
    return rarity
  }

  /** The words of a stretch of a side that carry sense. */
  of(side: Side, from: number, to: number): Trait[] {
    const out: Trait[] = []
    for (let i = from; i < to; i++) {
      const trait = this.units[side][i]
      if (trait) out.push(trait)
    }
    return out
  }

  /** What a word that carries sense is known by; undefined for any other. */
  at(side: Side, i: number): Trait | undefined {
    return this.units[side][i]
  }

  /** Has the words of a stretch stand for those that `isSeen` knows, until the next stretch is seen. */
  see(words: readonly Trait[]): void {
    this.stretches++
    for (const { marks } of words) for (const mark of marks) this.lastSeen[mark] = this.stretches
  }

  /** True for a word that the stretch seen last has, in other words or in the same. */
  isSeen = ({ marks }: Trait): boolean => marks.some((mark) => this.lastSeen[mark] === this.stretches)

  /** The words of a stretch that another has too, in other words or in the same, each with the weight of what both have. */
  met(words: readonly Trait[], others: readonly Trait[]): Met {
    this.see(others)
    let [count, sum] = [0, 0]
    for (const { marks, weight } of words) {
      let rarest = 0
      for (const mark of marks) if (this.lastSeen[mark] === this.stretches) rarest = Math.max(rarest, this.rarity[mark] as number)
      if (rarest === 0) continue
      count++
      sum += Math.min(weight, rarest)
    }
    return { words: count, weight: sum }
  }

  /** The words of a stretch that another does not have. */
  without(words: readonly Trait[], others: readonly Trait[]): Trait[] {
    this.see(others)
    return words.filter((word) => !this.isSeen(word))
  }
}

/** Weight of words together. */
export const weigh = (words: readonly Trait[]): number => words.reduce((sum, { weight }) => sum + weight, 0)

export type { Traits }
