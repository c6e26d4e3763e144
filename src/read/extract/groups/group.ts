// What a verb group is, and the tests of a unit that every reader of groups shares.

import { Code, Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'

/**
 * A verb group: "will not be reopened", "to open", "opening". Indexes are units; `start` is its first auxiliary
 * or "to", `head` the verb that carries the meaning.
 */
export interface Group {
  readonly start: number
  readonly head: number
  /** `loose`: a bare form after a connector, which only the clause around it can tell from a noun or participle. */
  readonly form: 'finite' | 'to' | 'ing' | 'loose'
  readonly tense: 'modal' | 'present' | 'past' | 'perfect' | 'progressive' | 'copula'
  /** Kind of the modal by the lexicon (`intent`, `binding`, `should`, `would`, `can`), '' without one. */
  readonly modal: string
  readonly passive: boolean
  readonly negated: boolean
  /** Form flags by which a verb without a subject of its own may go on from here. */
  readonly goesOn: number
}

/** The verb groups of a sentence by the unit they start at. */
export type GroupIndex = readonly (Group | undefined)[]

/** What the stretch since the last connector holds. */
export interface Stretch {
  /** Its finite verb. */
  taken: boolean
  /** Some verb, whose object a word that is also a noun would be. */
  busy: boolean
  /** A verb that asks was followed by "that": a bare verb is what is asked. */
  asks: boolean
  /** Its last verb reports clauses: a name after it may be a subject. */
  reports: boolean
}

/** Every group is made here, so that all have one shape. */
export const toVerbs = (
  start: number,
  head: number,
  form: Group['form'],
  tense: Group['tense'],
  modal: string,
  passive: boolean,
  negated: boolean,
  goesOn: number,
): Group => ({ start, head, form, tense, modal, passive, negated, goesOn })

/** True when the unit has any of the flags. */
export const has = (unit: Unit | undefined, bits: number): boolean => unit !== undefined && (unit.flags & bits) !== 0

/** A plain comma. */
export const isComma = (unit: Unit | undefined): boolean => unit !== undefined && unit.word.code === Code.COMMA

/** A mark stronger than a comma: semicolon, colon, dash. */
export const isStrongMark = (code: number | undefined): boolean => code === Code.SEMICOLON || code === Code.COLON || code === Code.DASH

/** Longest mark of a list between brackets. */
const MARK = 4

/** What numbers an item: "ii", "b", "3"; an acronym ("the Lake Commission (LC) met") numbers nothing. */
export const isLabel = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.name && unit.to - unit.from <= MARK && !has(unit, Flag.PUNCTUATION)

/** "Article 7(d)", "5(2)(a)": the bracket at `open` belongs to the number or bracket right before it, and numbers no item. */
export const refers = (units: readonly Unit[], open: number): boolean => {
  const before = open > 0 ? units[open - 1] : undefined
  return (
    units[open]?.word.code === Code.OPEN &&
    before?.to === units[open]?.from &&
    (has(before, Flag.NUMBER) || before?.word.code === Code.CLOSE)
  )
}

/** What may stand between an auxiliary and its verb. */
export const SOFT = Flag.ADVERB | Flag.NOT

/** A verb that helps another. */
export const AUXILIARY = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO

/** How many units an aside inside a group may have. */
export const REACH = 14
