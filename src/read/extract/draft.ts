import type { Aspect, Force, Gate, Kind } from '../../model.ts'
import type { Subject } from './subject.ts'

/** What a predicate says, before it is tied to a stretch of text; a list hands it on from item to item. */
export interface Model {
  readonly kind: Kind
  readonly force: Force
  readonly aspect: Aspect
  readonly negated: boolean
  readonly subject: Subject
  readonly speaker: Subject | undefined
  readonly rule: string
  /** Units of those who are asked to act; proposals only. */
  readonly asked: readonly [number, number] | undefined
  /** Who is asked, once resolved; proposals only. */
  readonly addressed?: Subject
}

/** A statement before its fields are filled: unit indexes, not offsets. */
export interface Draft extends Model {
  readonly from: number
  readonly to: number
  /** Where an adverbial before the clause begins, whose names belong to the statement too ("With the UN at the centre, …"). */
  readonly front?: number
  readonly act: string
  readonly cue: readonly [number, number]
}

/** A clause that looked like a statement and failed; unit indexes. */
export interface Refusal {
  readonly from: number
  readonly to: number
  readonly gate: Gate
  readonly rule: string
}

/** What the items under a list lead ("The parties agreed to:") inherit. */
export interface Lead {
  readonly model: Model
  /** Act of the lead itself, for items that name none. */
  readonly act: string
  /** Forms by which an item may open. */
  readonly forms: number
  /** The lead announces its items as what it speaks of ("the following:"): an item without a verb is a statement too. */
  readonly lists: boolean
}
