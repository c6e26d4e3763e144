import type { Aspect, Force, Gate, Kind } from '../../model.ts'
import type { Unit } from '../recognise/units.ts'
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
  readonly addressed?: Subject | undefined
}

/** A statement before its fields are filled: unit indexes, not offsets. */
export interface Draft extends Model {
  readonly from: number
  readonly to: number
  /** Where an adverbial before the clause begins, whose names belong to the statement too ("With the UN at the centre, …"). */
  readonly front?: number | undefined
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
  /** The lead says nothing beside its items; a clause among them takes its force. */
  readonly announces: boolean
  /** Its words, where it breaks off before a clause: "They reaffirmed", "They agreed that". An item that is one is read as though they stood before it. */
  readonly opening?: readonly Unit[] | undefined
  /** What an item without a verb says, where that is another thing than an act does: "They reaffirmed:" holds what it names. */
  readonly things?: Model | undefined
  /** The items say when, whether or of whom the lead-in holds ("shall not be granted when:"); `clause`: even one that binds ("under these conditions:" leaves it). */
  readonly limits?: 'clause' | 'noun' | undefined
}

// models and drafts are made here, so that all have one shape each: copies by spread would have as many as there are places that copy

/** A model of its fields. */
export const toModel = (
  kind: Kind,
  force: Force,
  aspect: Aspect,
  negated: boolean,
  subject: Subject,
  speaker: Subject | undefined,
  rule: string,
  asked: Model['asked'],
  addressed: Subject | undefined,
): Model => ({ kind, force, aspect, negated, subject, speaker, rule, asked, addressed })

/** The model with some fields changed; none can be taken away. */
export const vary = (model: Model, change: Partial<Model>): Model =>
  toModel(
    change.kind ?? model.kind,
    change.force ?? model.force,
    change.aspect ?? model.aspect,
    change.negated ?? model.negated,
    change.subject ?? model.subject,
    change.speaker ?? model.speaker,
    change.rule ?? model.rule,
    change.asked ?? model.asked,
    change.addressed ?? model.addressed,
  )

/** The draft of a model in units `from` to `to`. */
export const toDraft = (
  { kind, force, aspect, negated, subject, speaker, rule, asked, addressed }: Model,
  from: number,
  to: number,
  front: number | undefined,
  act: string,
  cue: Draft['cue'],
): Draft => ({
  kind,
  force,
  aspect,
  negated,
  subject,
  speaker,
  rule,
  asked,
  addressed,
  from,
  to,
  front,
  act,
  cue,
})

/** The draft with some fields of its model changed; none can be taken away. */
export const redraft = (draft: Draft, change: Partial<Model>): Draft =>
  toDraft(vary(draft, change), draft.from, draft.to, draft.front, draft.act, draft.cue)

const ITEM = '+item'

/** The rule of an item under a lead. */
export const withItem = (rule: string): string => (rule.endsWith(ITEM) ? rule : rule + ITEM)

/** The draft is read under the lead of its list, and takes from it what it does not say itself. */
export const isUnderLead = ({ rule }: Draft): boolean => rule.endsWith(ITEM)
