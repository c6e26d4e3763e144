import { alignUnits } from './align.ts'
import type { Context } from './context.ts'
import { isFurniture, unitsOf } from './leaf.ts'
import type { Lexis } from './lexis.ts'
import { Links } from './links.ts'
import { type DifferenceClass, isQuiet, type Raw } from './nouns.ts'
import type { PairRow } from './pair-row.ts'
import { meets, otherSide, type Range, type Side } from './ranges.ts'
import { substitution } from './substitution.ts'
import { type Trait, type Traits, traitsOf, weigh } from './traits.ts'

/** Part of the weight of what one side has alone that other sentences of the other side say beyond their own partners. */
const SAID = 0.4
/** Words known again, and their weight, below which that is chance. */
const WORDS = 3
const MUCH = 7
/** Words that are looked through, at most. */
const MOST = 40_000
/** How far beside those words one looks for words that became others. */
const BESIDE = 3
const EFFECT = 'said in another sentence'
/** What is told of the words of something that is said elsewhere. */
const values = new Set<DifferenceClass>(['number', 'date', 'party'])

/** What one side has alone: a sentence, or a stretch of a row. */
interface Alone {
  readonly side: Side
  readonly row: number
  readonly range: Range
  readonly raw: Raw | undefined
}

/** Words of a row that nothing of its other side stands for: where they stand, and what they are known by. */
interface Rest {
  readonly row: number
  readonly places: readonly number[]
  readonly words: readonly Trait[]
}

/**
 * Sentences and stretches that one side has alone and that other sentences of the other side say too, beyond what stands for them: no sentence is missing
 * and none is added, but what is said stands elsewhere. Numbers and states that became others on the way are told.
 */
export function withElsewhere(rows: readonly PairRow[], a: Context, b: Context, lexis: Lexis): PairRow[] {
  const alone = rows.flatMap((row, k) => aloneIn(row, k, a))
  const loud = rows.reduce((sum, row) => sum + (row.a && row.b ? row.differences.length : 0), 0)
  if (alone.length === 0 || loud === 0 || alone.length * loud > MOST) return [...rows]
  return new Elsewhere(rows, a, b, lexis).run(alone)
}

function aloneIn({ a: rangeA, b: rangeB, differences }: PairRow, row: number, a: Context): Alone[] {
  if (rangeA && !rangeB) return isFurniture(a.leaf, rangeA) ? [] : [{ side: 'a', row, range: unitsOf(a.leaf, rangeA), raw: undefined }]
  return differences.flatMap((raw): Alone[] => {
    if (raw.class === 'missing' && raw.a[1] - raw.a[0] >= WORDS) return [{ side: 'a', row, range: raw.a, raw }]
    if (raw.class === 'added' && raw.b[1] - raw.b[0] >= WORDS) return [{ side: 'b', row, range: raw.b, raw }]
    return []
  })
}

class Elsewhere {
  private readonly rows: readonly PairRow[]
  private readonly contexts: { readonly a: Context; readonly b: Context }
  private readonly lexis: Lexis
  private readonly traits: Traits
  /** By side, once something that the other side has alone asks for them. */
  private readonly rests: { a?: readonly Rest[]; b?: readonly Rest[] } = {}
  private readonly differences: Raw[][]
  private readonly changedRows = new Set<number>()

  constructor(rows: readonly PairRow[], a: Context, b: Context, lexis: Lexis) {
    this.rows = rows
    this.contexts = { a, b }
    this.lexis = lexis
    this.traits = traitsOf(a.leaf, b.leaf, lexis)
    this.differences = rows.map(({ differences }) => [...differences])
  }

  run(alone: readonly Alone[]): PairRow[] {
    for (const one of alone) this.take(one)
    return this.rows.map((row, k) => (this.changedRows.has(k) ? row.with(this.differences[k] as Raw[]) : row))
  }

  private restsOf(side: Side): Rest[] {
    const { traits } = this
    const other = otherSide(side)
    return this.rows.flatMap((one, row) => {
      if (!one.a || !one.b || one.differences.length === 0) return []
      const [from, to] = one.links.range(side)
      const [low, high] = one.links.range(other)
      traits.see(traits.of(other, low, high))
      const [places, words]: [number[], Trait[]] = [[], []]
      for (let i = from; i < to; i++) {
        const trait = traits.at(side, i)
        if (!trait || traits.isSeen(trait)) continue
        places.push(i)
        words.push(trait)
      }
      return words.length >= WORDS ? [{ row, places, words }] : []
    })
  }

  /** Finds where the other side says what one has alone. */
  private take(one: Alone): void {
    const { side, range, row } = one
    // what was found to be said elsewhere before
    if (one.raw && !this.differences[row]?.includes(one.raw)) return
    const own = this.traits.of(side, ...range)
    const whole = weigh(own)
    let best: { rest: Rest; worth: number } | undefined
    const other = otherSide(side)
    this.rests[other] ??= this.restsOf(other)
    for (const rest of this.rests[other]) {
      if (rest.row === row) continue
      const met = this.traits.met(own, rest.words)
      if (met.words >= WORDS && met.weight >= MUCH && met.weight >= SAID * whole && met.weight > (best?.worth ?? 0))
        best = { rest, worth: met.weight }
    }
    if (best) this.tell(one, best.rest, own)
  }

  private tell({ side, row, range, raw }: Alone, rest: Rest, own: readonly Trait[]): void {
    this.traits.see(own)
    const places = rest.places.filter((_, k) => this.traits.isSeen(rest.words[k] as Trait))
    const other = otherSide(side)
    const there = this.widened(other, rest.row, [Math.min(...places), Math.max(...places) + 1])
    const [a, b] = side === 'a' ? [range, there] : [there, range]
    const isThere = (one: Raw): boolean =>
      !isQuiet(one.class) && one.class !== 'negation' && meets(one[other], there) && one[side][0] === one[side][1]
    this.differences[rest.row] = (this.differences[rest.row] as Raw[]).filter((one) => !isThere(one))
    const home = side === 'a' ? row : rest.row
    if (raw || side === 'b') this.differences[row] = (this.differences[row] as Raw[]).filter((one) => one !== raw)
    for (const k of [rest.row, row]) this.changedRows.add(k)
    this.differences[home]?.push({ class: 'moved', a, b, effect: EFFECT }, ...this.changed(a, b))
  }

  /** A stretch with the words beside it that nothing in its row stands for: what became another word in the sentence that is said elsewhere. */
  private widened(side: Side, row: number, [from, to]: Range): Range {
    const { links } = this.rows[row] as PairRow
    const [first, last] = links.range(side)
    const isFree = (i: number): boolean => i >= first && i < last && links.partner(side, i) === -1
    let [low, high] = [from, to]
    while (from - low < BESIDE && isFree(low - 1)) low--
    while (high - to < BESIDE && isFree(high)) high++
    return [low, high]
  }

  /** Numbers and states that stand for others in the same words elsewhere. */
  private changed(rangeA: Range, rangeB: Range): Raw[] {
    const { a, b } = this.contexts
    const { senses } = this.lexis
    const words = alignUnits(a.leaf.units, rangeA, b.leaf.units, rangeB, senses)
    const links = new Links(words)
    return words.flatMap(({ a: i, b: j }) => {
      if (i === -1 || j === -1 || a.leaf.units[i]?.key === b.leaf.units[j]?.key) return []
      const { class: kind, effect } = substitution(i, j, a, b, links, senses)
      return values.has(kind) ? [{ class: kind, a: [i, i + 1] as Range, b: [j, j + 1] as Range, effect }] : []
    })
  }
}
