import type { Bound } from '../../model.ts'
import type { Senses } from '../senses.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import { deniedOtherwise } from './denials.ts'
import type { Unit } from './leaf.ts'
import type { Links } from './links.ts'
import { isItem } from './lists.ts'
import type { DifferenceClass, Raw } from './nouns.ts'
import type { Range, Side } from './ranges.ts'
import { clashed, isDated, OPPOSITE, substitution } from './substitution.ts'
import { swapDifferences } from './swaps.ts'
import { Told } from './told.ts'
import { Type } from './types.ts'

type Lack = 'missing' | 'added'

/** Pairs of words that are looked up in a stretch that both sides have alone. */
const SMALL = 400

/** Content words that one side has alone, from which a stretch is missing or added and no longer a matter of wording. */
const STRETCH = 2

/** The differences in the words of one row, in the order of the texts. */
export function wordDifferences(pairs: readonly Pair[], links: Links, a: Context, b: Context, senses: Senses): Raw[] {
  return new Words(pairs, links, a, b, senses).run()
}

class Words {
  private readonly found: Raw[] = []
  private readonly told: Told
  private readonly pairs: readonly Pair[]
  private readonly links: Links
  private readonly a: Context
  private readonly b: Context
  private readonly senses: Senses

  constructor(pairs: readonly Pair[], links: Links, a: Context, b: Context, senses: Senses) {
    this.pairs = pairs
    this.links = links
    this.a = a
    this.b = b
    this.senses = senses
    this.told = new Told(links, a, b, senses)
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
    this.found.push(...swapDifferences(pairs, this.a, this.b))
    return this.cancelled()
  }

  private unitA = (i: number): Unit => this.a.leaf.units[i] as Unit
  private unitB = (j: number): Unit => this.b.leaf.units[j] as Unit

  private add(kind: DifferenceClass, a: Range, b: Range, effect = ''): void {
    this.found.push({ class: kind, a, b, effect })
  }

  private pair(i: number, j: number): void {
    const [one, other] = [this.unitA(i), this.unitB(j)]
    if (one.key === other.key) {
      if (one.form !== other.form || this.written(i, j)) this.add('cosmetic', [i, i + 1], [j, j + 1])
      return
    }
    if (this.told.isJoined(i, j) || this.told.isPart(one, other) || this.told.isPart(other, one)) {
      this.add('cosmetic', [i, i + 1], [j, j + 1])
      return
    }
    const { class: kind, effect } = substitution(i, j, this.a, this.b, this.links, this.senses)
    if (kind === 'party' && this.isNamedElsewhere(i, j)) {
      this.add('wording', [i, i + 1], [j, j + 1])
      return
    }
    this.add(kind, [i, i + 1], [j, j + 1], effect)
  }

  /** A state in the place of another word, where the other side names it too, by its capital or a pronoun. */
  private isNamedElsewhere(i: number, j: number): boolean {
    const [one, other] = [this.unitA(i).type & Type.STATE, this.unitB(j).type & Type.STATE]
    if (one && other) return false
    return one ? this.told.has(i, 'a', j) : this.told.has(j, 'b', i)
  }

  /** True when one word is not written with the same characters on both sides. */
  private written(i: number, j: number): boolean {
    const [one, other] = [this.unitA(i), this.unitB(j)]
    return !sameText(this.a.leaf.text, one.from, one.to, this.b.leaf.text, other.from, other.to)
  }

  /** Words that one side or both have alone, between two pairs; `nextA` and `nextB` say where they would stand on the other side. */
  private hunk(dels: readonly number[], adds: readonly number[], nextA: number, nextB: number): void {
    const clash = this.clashes(dels, adds)
    const [left, right] = clash ? [dels.filter((i) => i !== clash.a), adds.filter((j) => j !== clash.b)] : [dels, adds]
    const both = left.some((i) => this.isContent(this.unitA(i))) && right.some((j) => this.isContent(this.unitB(j)))
    for (const run of runs(left)) this.oneSided(run, 'missing', both, nextB)
    for (const run of runs(right)) this.oneSided(run, 'added', both, nextA)
  }

  private isContent = (unit: Unit): boolean => (unit.type & Type.CONTENT) !== 0

  /** Small words that turn a sentence round: "before" for "after", "may" for "shall". */
  private clashes(dels: readonly number[], adds: readonly number[]): Pair | undefined {
    if (dels.length * adds.length > SMALL) return undefined
    for (const i of dels)
      for (const j of adds) {
        const clash = this.senses.clash(this.unitA(i).key, this.unitB(j).key)
        if (!clash && !this.rebounds(i, j)) continue
        const { class: kind, effect } = clash ? clashed(clash) : { class: 'date' as const, effect: 'another limit' }
        this.add(kind, [i, i + 1], [j, j + 1], effect)
        return { a: i, b: j }
      }
    return undefined
  }

  /** Small words before a time that make another limit of it: "by September", "from September". */
  private rebounds(i: number, j: number): boolean {
    const limit = (side: Context, at: number): Bound | undefined => {
      const bound = side.bounds[at] ?? side.bounds[at + 1]
      return bound === 'before' ? 'by' : bound
    }
    const [one, other] = [limit(this.a, i), limit(this.b, j)]
    return one !== undefined && other !== undefined && one !== other
  }

  /** A run of words that one side has alone. `both`: the other side has words of its own there, which may say the same. */
  private oneSided(run: Range, lack: Lack, both: boolean, next: number): void {
    const [side, own, theirs] = lack === 'missing' ? ([this.a, 'a', 'b'] as const) : ([this.b, 'b', 'a'] as const)
    const { units } = side.leaf
    const add = (kind: DifferenceClass, range: Range, effect: string): void =>
      lack === 'missing' ? this.add(kind, range, [next, next], effect) : this.add(kind, [next, next], range, effect)
    let [limits, sense, content] = [0, 0, 0]
    const telling: [DifferenceClass, number][] = []
    for (let i = run[0]; i < run[1]; i++) {
      const unit = units[i] as Unit
      if (side.limits[i]) limits++
      if (!this.isContent(unit)) continue
      sense++
      if (this.told.has(i, own, next)) continue
      const kind = this.special(unit, i, side, theirs, next)
      if (kind) telling.push([kind, i])
      // what stands before a verb and says how firmly is weighed with that verb
      else if (this.senses.rung(unit.key) === undefined) content++
    }
    // a condition or a hedge is lost whole, whatever stands in it
    if (sense && limits * 2 >= run[1] - run[0] && !this.told.row(theirs).limits) return add(lack, run, 'a condition or a reservation')
    if (!both && this.senses.isWhile(units.slice(run[0], run[1]).map(({ form }) => form))) return add(lack, run, 'a limit in time')
    if (content && !telling.length && this.isLostItem(run, own)) return add(lack, run, 'one item of a list')
    const echo = echoOf(units, run)
    if (echo) return this.echo(echo, lack)
    if (content >= STRETCH && !both && this.told.row(own).lone - this.told.row(theirs).lone >= STRETCH) return add(lack, run, '')
    for (const [kind, i] of telling) add(kind, [i, i + 1], effects[kind] ?? '')
    if (!telling.length) add(sense ? 'wording' : 'cosmetic', run, '')
  }

  /** True for an item of a list whose neighbours stand side by side on the other side. */
  private isLostItem(run: Range, side: Side): boolean {
    const [own, other] = side === 'a' ? [this.a, this.b] : [this.b, this.a]
    if (!isItem(run, own)) return false
    let next = run[1]
    while (own.leaf.units[next] && !this.isContent(own.leaf.units[next] as Unit)) next++
    const [from, to] = [this.links.partner(side, run[0] - 1), this.links.partner(side, next)]
    return from !== -1 && from < to && !other.leaf.units.slice(from + 1, to).some(this.isContent)
  }

  /** A double against what stands for its first and its second half on the other side. */
  private echo(range: Range, lack: Lack): void {
    const effect = 'words stand twice'
    if (lack === 'added') this.add('broken', this.links.across('b', range), range, effect)
    else this.add('broken', range, this.links.across('a', range), effect)
  }

  /** A single word that says something by itself. */
  private special(unit: Unit, i: number, side: Context, theirs: Side, next: number): DifferenceClass | undefined {
    if (unit.type & Type.NEGATION) return this.told.denies(theirs, next) ? undefined : 'negation'
    if (unit.type & Type.STATE) return this.told.isOffice(i, theirs === 'b' ? 'a' : 'b') ? undefined : 'party'
    // "one" as a word is an article as often as a number
    if (unit.key === '1' && unit.form !== '1') return undefined
    // "Monday (6th)" only says more of the day
    if (unit.type & Type.NUMBER && this.isNote(i, side)) return undefined
    if (unit.type & Type.NUMBER) return isDated(i, side) ? 'date' : 'number'
    if (unit.type & Type.TIME && unit.ref.startsWith('weekday')) return 'date'
    return undefined
  }

  /** True for a word in brackets behind a day of the week. */
  private isNote(i: number, { leaf: { units, text } }: Context): boolean {
    const [before, unit] = [units[i - 1], units[i] as Unit]
    return before?.ref.startsWith('weekday') === true && text.slice(before.to, unit.from).trim() === '('
  }

  /** An opposite beside a denial says the same: "does not oppose", "supports"; "without", "with no". */
  private cancelled(): Raw[] {
    const denials = this.found.filter((raw) => raw.class === 'negation')
    const gone = deniedOtherwise(denials, this.links, this.a, this.b)
    if (denials.length < 2) return this.found.map((raw) => (gone.has(raw) ? { ...raw, class: 'wording', effect: '' } : raw))
    for (const one of denials)
      for (const other of denials) {
        if (one.effect !== OPPOSITE || other.effect === OPPOSITE || gone.has(one) || gone.has(other)) continue
        const near = (x: Range, y: Range): boolean => Math.abs(x[0] - y[0]) <= BESIDE
        if (near(one.a, other.a) && near(one.b, other.b)) gone.add(one).add(other)
      }
    return this.found.map((raw) => (gone.has(raw) ? { ...raw, class: 'wording', effect: '' } : raw))
  }
}

/** How far a denial may stand from the opposite that it cancels, in units. */
const BESIDE = 3

const effects: Readonly<Partial<Record<DifferenceClass, string>>> = {
  party: 'names a state that the other does not',
  negation: 'says the contrary',
}

/** True when two stretches of two texts hold the same characters. */
export function sameText(a: string, aFrom: number, aTo: number, b: string, bFrom: number, bTo: number): boolean {
  if (aTo - aFrom !== bTo - bFrom) return false
  for (let i = 0; aFrom + i < aTo; i++) if (a.charCodeAt(aFrom + i) !== b.charCodeAt(bFrom + i)) return false
  return true
}

/** Words that stand right beside the same words, with those: a double. */
function echoOf(units: readonly Unit[], [from, to]: Range): Range | undefined {
  const size = to - from
  const same = (shift: number): boolean => {
    for (let i = from; i < to; i++) if (units[i + shift]?.key !== (units[i] as Unit).key) return false
    return true
  }
  return same(-size) ? [from - size, to] : same(size) ? [from, to + size] : undefined
}

const first = (pairs: readonly Pair[], side: Side): number => pairs.find((pair) => pair[side] !== -1)?.[side] ?? 0

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
