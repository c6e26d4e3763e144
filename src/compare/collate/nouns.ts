import type { Reading, Span } from '../../model.ts'
import type { Range } from './ranges.ts'

/** One copy of a text: what it is called, its characters as received, and its reading. */
export interface Witness {
  readonly id: string
  readonly text: string
  readonly reading: Reading
}

/** What a difference is. The first two change nothing that is meant. */
export type DifferenceClass =
  | 'cosmetic'
  | 'wording'
  | 'name'
  | 'number'
  | 'date'
  | 'party'
  | 'force'
  | 'negation'
  | 'act'
  | 'object'
  | 'missing'
  | 'added'
  | 'moved'
  | 'broken'

/** From the class that matters most to the one that matters least: a place takes the first that one of its readings has. */
export const order: readonly DifferenceClass[] = [
  'party',
  'negation',
  'force',
  'act',
  'number',
  'date',
  'object',
  'name',
  'missing',
  'added',
  'moved',
  'broken',
  'wording',
  'cosmetic',
]

/** True for a class that changes nothing that is meant. */
export const isQuiet = (kind: DifferenceClass): boolean => kind === 'wording' || kind === 'cosmetic'

/** A cell of the alignment table: a stretch of one witness, or nothing. */
export type Cell = Span | null

/** Sentences of the witnesses that stand for one another, one cell a witness. */
export interface Row {
  readonly cells: readonly Cell[]
  /** The words of the row: one cell a witness in every column. The columns of a witness tile its cell without gap or overlap. */
  readonly columns: readonly (readonly Cell[])[]
  /** Some witness has the passage at another place. */
  readonly moved: boolean
  /** Furniture of a site in every witness that has it. */
  readonly furniture: boolean
}

/** Which witnesses read alike at a difference, and which reading is likelier. */
export interface Verdict {
  /** Groups of witnesses (by their place in `witnesses`) that read alike, those with the likelier reading first. */
  readonly groups: readonly (readonly number[])[]
  /** Why the first group is likelier; absent where nothing speaks for it. */
  readonly why?: string
}

/** One place where the witnesses differ. Spans are offsets into the texts as received; null where a witness has nothing there. */
export interface Difference extends Verdict {
  readonly class: DifferenceClass
  /** Ids of the statements, of any witness, that the place touches. */
  readonly touches: readonly string[]
  readonly spans: readonly Cell[]
  /** What that changes, in a few words; empty where the two wordings say it. */
  readonly effect: string
  /** One line for people: both wordings, and what that changes. */
  readonly note: string
}

/** What collation says of two or more witnesses. A pure function of them; `rebuild` gives every witness back from `rows`. */
export interface Collation {
  readonly witnesses: readonly Witness[]
  /** The witness whose order the rows follow: the one nearest to the source. */
  readonly base: number
  readonly rows: readonly Row[]
  /** All differences: those that touch a statement first, then by their place. */
  readonly differences: readonly Difference[]
  /** Lines of site furniture in each witness: counted, never a difference. */
  readonly furniture: readonly number[]
  /** Why a comparison says little: nothing in common, no lexicon for a language, the same characters. */
  readonly notes: readonly string[]
}

/** A difference of two witnesses in units: half-open ranges, empty where a side has nothing (it then says where that would stand). */
export interface Raw {
  readonly class: DifferenceClass
  readonly a: Range
  readonly b: Range
  /** What it changes, in a few words; empty where both wordings say it. */
  readonly effect: string
}

/** Sentences of two witnesses that stand for one another; half-open ranges, null where one has nothing. */
export interface Pairing {
  readonly a: Range | null
  readonly b: Range | null
  readonly moved: boolean
}
