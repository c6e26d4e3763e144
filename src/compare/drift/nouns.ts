import type { Force, Kind, Span, Statement } from '../../model.ts'

/** What became of an undertaking or position from one text to the next. `gone`: not in this text, which is all that it means. */
export type Change =
  | 'new'
  | 'repeated'
  | 'firmer'
  | 'softer'
  | 'narrower'
  | 'wider'
  | 'number'
  | 'deadline'
  | 'party'
  | 'condition'
  | 'done'
  | 'gone'

/** One wording of an item. Spans are offsets into its text as received. */
export interface Wording {
  readonly span: Span
  readonly quote: string
  readonly force: Force
  readonly statement: Statement
}

/** An undertaking or position of the two texts. At least one of `old` and `new` is there. */
export interface DriftItem {
  /** What changed most. */
  readonly change: Change
  /** What else changed. */
  readonly also: readonly Change[]
  readonly kind: Kind
  readonly old: Wording | undefined
  readonly new: Wording | undefined
  /** How sure the two are one undertaking, 0 to 1; absent where it stands in one text alone. */
  readonly score: number | undefined
  /** The changes in words: "12 became 20", "no deadline any more". */
  readonly note: string
}
