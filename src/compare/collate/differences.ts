import type { Bound } from '../../model.ts'
import type { Senses } from '../senses.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import type { Unit } from './leaf.ts'
import type { DifferenceClass } from './nouns.ts'
import { clashed, isDated, substitution } from './substitution.ts'
import { Type } from './types.ts'

/** A difference of two witnesses in units: half-open ranges, empty where a side has nothing (it then says where that would stand). */
export interface Raw {
  readonly class: DifferenceClass
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
  /** What it changes, in a few words; empty where both wordings say it. */
  readonly effect: string
}

/** Content words that one side has alone, from which a stretch is missing or added and no longer a matter of wording. */
const STRETCH = 2

/** The differences in the words of one row, in the order of the texts. */
export function wordDifferences(pairs: readonly Pair[], a: Context, b: Context, senses: Senses): Raw[] {
  return new Words(pairs, a, b, senses).run()
}

class Words {
  private readonly found: Raw[] = []
  private readonly pairs: readonly Pair[]
  private readonly a: Context
  private readonly b: Context
  private readonly senses: Senses

  constructor(pairs: readonly Pair[], a: Context, b: Context, senses: Senses) {
    this.pairs = pairs
    this.a = a
    this.b = b
    this.senses = senses
  }

  run(): Raw[] {
    const { pairs } = this
    // where the next word would stand on a side that has nothing
    let [nextA, nextB] = [first(pairs, 'a'), first(pairs, 'b')]
    for (let k = 0; k < pairs.length; ) {
      const { a, b } = pairs[k] as Pair
      if (a !== -1 && b !== -1) {
        this.pair(a, b)
        nextA = a + 1
        if (b >= nextB) nextB = b + 1
        k++
        continue
      }
      const dels: number[] = []
      const adds: number[] = []
      for (; k < pairs.length; k++) {
        const one = pairs[k] as Pair
        if (one.a !== -1 && one.b !== -1) break
        if (one.b === -1) dels.push(one.a)
        else adds.push(one.b)
      }
      this.hunk(dels, adds, nextA, nextB)
      if (dels.length) nextA = (dels.at(-1) as number) + 1
      if (adds.length) nextB = Math.max(nextB, (adds.at(-1) as number) + 1)
    }
    this.swapped()
    return this.found
  }

  private unitA = (i: number): Unit => this.a.leaf.units[i] as Unit
  private unitB = (j: number): Unit => this.b.leaf.units[j] as Unit

  private add(kind: DifferenceClass, a: readonly [number, number], b: readonly [number, number], effect = ''): void {
    this.found.push({ class: kind, a, b, effect })
  }

  private pair(i: number, j: number): void {
    const [one, other] = [this.unitA(i), this.unitB(j)]
    if (one.key === other.key) {
      if (one.form !== other.form || this.written(i, j)) this.add('cosmetic', [i, i + 1], [j, j + 1])
      return
    }
    const { class: kind, effect } = substitution(i, j, this.a, this.b, this.senses)
    this.add(kind, [i, i + 1], [j, j + 1], effect)
  }

  /** True when one word is not written with the same characters on both sides. */
  private written(i: number, j: number): boolean {
    const [one, other] = [this.unitA(i), this.unitB(j)]
    return this.a.leaf.text.slice(one.from, one.to) !== this.b.leaf.text.slice(other.from, other.to)
  }

  /** Words that one side or both have alone, between two pairs. */
  private hunk(dels: readonly number[], adds: readonly number[], nextA: number, nextB: number): void {
    if (this.clashes(dels, adds)) return
    const both = dels.some((i) => this.isContent(this.unitA(i))) && adds.some((j) => this.isContent(this.unitB(j)))
    for (const run of runs(dels))
      this.oneSided(run, this.a, both, (kind, range, effect) => this.add(kind, range, [nextB, nextB], effect), 'missing')
    for (const run of runs(adds))
      this.oneSided(run, this.b, both, (kind, range, effect) => this.add(kind, [nextA, nextA], range, effect), 'added')
  }

  private isContent = (unit: Unit): boolean => (unit.type & Type.CONTENT) !== 0

  /** Small words that turn a sentence round: "before" for "after", "may" for "shall". */
  private clashes(dels: readonly number[], adds: readonly number[]): boolean {
    for (const i of dels)
      for (const j of adds) {
        const clash = this.senses.clash(this.unitA(i).key, this.unitB(j).key)
        if (!clash) {
          if (!this.rebounds(i, j)) continue
          this.add('date', [i, i + 1], [j, j + 1], 'another limit')
          return true
        }
        const { class: kind, effect } = clashed(clash)
        this.add(kind, [i, i + 1], [j, j + 1], effect)
        return true
      }
    return false
  }

  /** Small words before a time that make another limit of it: "by September", "from September". */
  private rebounds(i: number, j: number): boolean {
    const limit = (side: Context, at: number): Bound | undefined => {
      const bound = side.bounds.get(at) ?? side.bounds.get(at + 1)
      return bound === 'before' ? 'by' : bound
    }
    const [one, other] = [limit(this.a, i), limit(this.b, j)]
    return one !== undefined && other !== undefined && one !== other
  }

  private oneSided(
    run: readonly [number, number],
    side: Context,
    both: boolean,
    add: (kind: DifferenceClass, range: readonly [number, number], effect: string) => void,
    lack: 'missing' | 'added',
  ): void {
    const { units } = side.leaf
    let limits = 0
    for (let i = run[0]; i < run[1]; i++) if (side.limits.has(i)) limits++
    // a condition or a hedge is lost whole, whatever stands in it
    if (limits * 2 >= run[1] - run[0]) return add(lack, run, 'a condition or a reservation')
    if (isEcho(units, run)) return add('broken', run, 'words stand twice')
    const telling: [DifferenceClass, number][] = []
    let content = 0
    for (let i = run[0]; i < run[1]; i++) {
      const unit = units[i] as Unit
      const kind = this.special(unit, i, side)
      if (kind) telling.push([kind, i])
      else if (this.isContent(unit)) content++
    }
    if (content >= STRETCH && !both) return add(lack, run, '')
    for (const [kind, i] of telling) add(kind, [i, i + 1], effects[kind] ?? '')
    if (!telling.length) add(content ? 'wording' : 'cosmetic', run, '')
  }

  /** A single word that says something by itself. */
  private special(unit: Unit, i: number, side: Context): DifferenceClass | undefined {
    if (unit.type & Type.NEGATION) return 'negation'
    if (unit.type & Type.STATE) return 'party'
    if (unit.type & Type.NUMBER) return isDated(i, side) ? 'date' : 'number'
    if (unit.type & Type.TIME && unit.ref.startsWith('weekday')) return 'date'
    return undefined
  }

  /** Numbers that changed places: "from three to seven", "from seven to three". */
  private swapped(): void {
    let last: Pair | undefined
    for (const pair of this.pairs) {
      if (pair.a === -1 || pair.b === -1) continue
      const [one, other] = [this.unitA(pair.a), this.unitB(pair.b)]
      if (!(one.type & Type.NUMBER) || one.key !== other.key) continue
      if (last && pair.b < last.b && this.framed(last, pair)) {
        const kind = isDated(pair.a, this.a) ? 'date' : 'number'
        this.add(kind, [last.a, pair.a + 1], [pair.b, last.b + 1], 'the two change places')
      }
      last = pair
    }
  }

  /** True when each of two numbers stands after the word after which the other stood. */
  private framed(one: Pair, other: Pair): boolean {
    const before = (unit: Unit | undefined): string => unit?.key ?? ''
    return (
      before(this.a.leaf.units[one.a - 1]) === before(this.b.leaf.units[other.b - 1]) &&
      before(this.a.leaf.units[other.a - 1]) === before(this.b.leaf.units[one.b - 1])
    )
  }
}

const effects: Readonly<Partial<Record<DifferenceClass, string>>> = {
  party: 'names a state that the other does not',
  negation: 'says the contrary',
}

/** Words that stand right beside the same words: a double. */
function isEcho(units: readonly Unit[], [from, to]: readonly [number, number]): boolean {
  const size = to - from
  const same = (shift: number): boolean => {
    for (let i = from; i < to; i++) if (units[i + shift]?.key !== (units[i] as Unit).key) return false
    return true
  }
  return same(-size) || same(size)
}

const first = (pairs: readonly Pair[], side: 'a' | 'b'): number => pairs.find((pair) => pair[side] !== -1)?.[side] ?? 0

/** Runs of neighbours in a rising list. */
function runs(list: readonly number[]): [number, number][] {
  const out: [number, number][] = []
  for (const i of list) {
    const last = out.at(-1)
    if (last && last[1] === i) last[1]++
    else out.push([i, i + 1])
  }
  return out
}
