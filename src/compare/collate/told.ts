import { Flag, More } from '../../lexicon/word.ts'
import type { Senses } from '../senses.ts'
import type { Context } from './context.ts'
import type { Unit } from './leaf.ts'
import type { Links } from './links.ts'
import { otherSide, type Side } from './ranges.ts'
import { amountAt } from './substitution.ts'
import { Type } from './types.ts'

/** What one side of a row has, wherever it stands there. */
interface Row {
  /** Keys of the parts of words with hyphens, of the words of phrases, of two words written as one. */
  readonly parts: ReadonlySet<string>
  /** Those of words with hyphens alone. */
  readonly hyphened: readonly string[]
  /** Its words, written together. */
  readonly words: ReadonlySet<string>
  /** Its numbers, with their scales. */
  readonly numbers: ReadonlySet<number>
  /** States that it names, itself or by a capital. */
  readonly states: ReadonlySet<string>
  readonly capitals: ReadonlySet<string>
  /** It has a word that stands for what was named. */
  readonly points: boolean
  /** A word of a condition or a hedge of its own. */
  readonly limits: boolean
  /** Content words that nothing stands for. */
  readonly lone: number
}

/** How far from the place of a denial a word that denies in its stead may stand, in units. */
const NEAR = 3
/** How far behind its owner an office stands, in units. */
const OWNED = 3
/** How far before a row a state is named that a pronoun in it stands for, in units. */
const SAID_BEFORE = 200
/** Words that stand for what was named. */
const POINTS = Flag.PRONOUN | Flag.POSSESSIVE

/** Says of a word that one side of a row has alone whether the other side says it in other words. */
export class Told {
  private readonly rows: { a?: Row; b?: Row } = {}
  private readonly links: Links
  private readonly a: Context
  private readonly b: Context
  private readonly senses: Senses

  constructor(links: Links, a: Context, b: Context, senses: Senses) {
    this.links = links
    this.a = a
    this.b = b
    this.senses = senses
  }

  /** What a side has. */
  row(side: Side): Row {
    this.rows[side] ??= this.made(side)
    return this.rows[side]
  }

  /**
   * True for unit `i` of a side where the other side has it in other words: in a phrase of the tables, just before or after the place `next`; as a
   * part of a word with hyphens or of a word written in one; as the capital of the state; or as a pronoun, where the sentence names the state on both sides.
   */
  has(i: number, side: Side, next: number): boolean {
    const [own, other] = this.facing(side)
    const unit = own[i] as Unit
    for (const at of [next - 1, next]) {
      const key = other[at]?.key ?? ''
      if (` ${key} `.includes(` ${unit.key} `) || (key.includes(' ') && this.senses.same(key, unit.key))) return true
    }
    const row = this.row(otherSide(side))
    if (row.parts.has(unit.key) || row.capitals.has(unit.ref) || (row.points && row.states.has(unit.ref))) return true
    // "her Zambian colleague", where the other side has "he" and named the state before
    if (unit.type & Type.ADJECTIVE && row.points && this.isNamedBefore(unit.ref, otherSide(side))) return true
    // "the 530-kilometre line", "a line of 530 km"
    if (row.hyphened.some((part) => this.senses.same(part, unit.key))) return true
    if (joins(own, i).some((word) => row.words.has(word))) return true
    return (unit.type & Type.NUMBER) !== 0 && this.hasNumber(own, i, row)
  }

  /** True where a side has a word near unit `next` that denies by what it is ("insufficient", "fail") and stands for none that denies. */
  denies(side: Side, next: number): boolean {
    const [own, others] = this.facing(side)
    const [from, to] = this.links.range(side)
    for (let i = Math.max(from, next - NEAR); i < Math.min(to, next + NEAR); i++) {
      const { key, type } = own[i] as Unit
      const other = others[this.links.partner(side, i)]
      if ((type & Type.NEGATION) === 0 && this.senses.isDenial(key) && !(other && this.isDenying(other))) return true
    }
    return false
  }

  private isDenying = ({ type, key }: Unit): boolean => (type & Type.NEGATION) !== 0 || this.senses.isDenial(key)

  /** True where a side names a state not long before the row. */
  private isNamedBefore(ref: string, side: Side): boolean {
    const [own] = this.facing(side)
    const [from] = this.links.range(side)
    for (let i = Math.max(0, from - SAID_BEFORE); i < from; i++) {
      const unit = own[i] as Unit
      if (unit.type & Type.STATE && unit.ref === ref) return true
    }
    return false
  }

  /** True for a state before the office of one whom the other side names by his office too, and takes for one of that state: "Z's minister", "Minister A". */
  isOffice(i: number, side: Side): boolean {
    const [own, others] = this.facing(side)
    const state = own[i] as Unit
    const office = own.slice(i + 1, i + 1 + OWNED).find(({ word }) => word.actor === 'official' || (word.more & More.HEAD_ROLE) !== 0)
    if (!office) return false
    const [from, to] = this.links.range(otherSide(side))
    const row = others.slice(from, to)
    const span = { from: row[0]?.from ?? 0, to: row.at(-1)?.to ?? 0 }
    const { statements } = side === 'a' ? this.b : this.a
    return (
      row.some(({ key, type }) => key === office.key && (type & Type.STATE) === 0) &&
      statements.some(({ span: one, parties }) => one.from < span.to && one.to > span.from && parties.includes(state.ref))
    )
  }

  /** True where one of two words is two words on the other side: "Guesthouse", "Guest House"; a name may be written otherwise, too. */
  isJoined(i: number, j: number): boolean {
    const [own, others] = this.facing('a')
    const [one, other] = [own[i] as Unit, others[j] as Unit]
    return joins(own, i).some((word) => this.isWord(word, other)) || joins(others, j).some((word) => this.isWord(word, one))
  }

  private isWord(word: string, { key, type }: Unit): boolean {
    return word === key || ((type & Type.CAPITAL) !== 0 && this.senses.sounds.alike(word, key))
  }

  /** True for a word that is a part of another with hyphens: "duty" of "duty-free", "13" of "11-13". */
  isPart(part: Unit, whole: Unit): boolean {
    const parts = this.senses.partsOf(whole.word.text)
    return parts.length > 1 && parts.includes(part.key)
  }

  /** The words of a side, then those of the other. */
  private facing(side: Side): readonly [own: readonly Unit[], other: readonly Unit[]] {
    const [own, other] = side === 'a' ? [this.a, this.b] : [this.b, this.a]
    return [own.leaf.units, other.leaf.units]
  }

  private hasNumber(own: readonly Unit[], i: number, row: Row): boolean {
    const unit = own[i] as Unit
    const parts = this.senses.partsOf(unit.word.text)
    if (parts.length > 1) return parts.every((part) => row.numbers.has(Number(part)) || this.isWordOf(row, part))
    // of a number and its scale each is told with the other
    const amount = amountAt(i, own)
    return amount !== undefined && amount !== Number(unit.key) && row.numbers.has(amount)
  }

  private isWordOf({ words }: Row, key: string): boolean {
    if (words.has(key)) return true
    for (const word of words) if (this.senses.same(word, key)) return true
    return false
  }

  private made(side: Side): Row {
    const context = side === 'a' ? this.a : this.b
    const [from, to] = this.links.range(side)
    const row = context.leaf.units.slice(from, to)
    const isLone = (k: number): boolean => this.links.partner(side, from + k) === -1
    const { senses } = this
    return {
      hyphened: row.flatMap(({ word }) => senses.partsOf(word.text)),
      parts: new Set(
        row.flatMap(({ word, key }, k) => [
          ...senses.partsOf(word.text),
          ...(key.includes(' ') ? key.split(' ') : []),
          ...(k ? [`${row[k - 1]?.key}${key}`] : []),
        ]),
      ),
      words: new Set(row.map(({ key }) => key)),
      numbers: new Set(row.flatMap(({ type }, k) => (type & Type.NUMBER ? (amountAt(k, row) ?? []) : []))),
      states: new Set(row.flatMap(({ type, ref }) => (type & Type.STATE ? [ref] : []))),
      capitals: new Set(row.flatMap(({ word, type }) => (type & Type.CAPITAL && senses.stateOfCapital(word)) || [])),
      points: row.some(({ word }) => (word.flags & POINTS) !== 0),
      limits: row.some((_, k) => isLone(k) && context.limits[from + k] === true),
      lone: row.filter(({ type }, k) => (type & Type.CONTENT) !== 0 && isLone(k)).length,
    }
  }
}

/** A word joined with its neighbour on either side: "Guest House" is "Guesthouse". */
export function joins(units: readonly Unit[], i: number): string[] {
  const key = units[i]?.key ?? ''
  return [units[i - 1], units[i + 1]].flatMap((other, k) => (other ? [k ? key + other.key : other.key + key] : []))
}
