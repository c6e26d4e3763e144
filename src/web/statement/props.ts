import type { Document } from '../../ledger/nouns.ts'
import type { Away, Note } from '../text/props.ts'

/** A field of a statement that somebody has corrected, as the journal has it. */
export interface CorrectionLine {
  /** Id of the judgement, which can be taken back. */
  readonly id: string
  readonly field: string
  /** The value in words; empty where the field was taken away. */
  readonly value: string
  readonly by: string
  readonly at: string
  readonly reason?: string
}

/** The fields that the form can change, as words in its inputs. */
export interface Given {
  readonly kind: string
  readonly force: string
  readonly aspect: string
  readonly negated: string
  readonly parties: string
  readonly attribution: string
  readonly act: string
  readonly deadline: string
  readonly deadlineDay: string
  readonly condition: string
  readonly doubt: string
}

export interface StatementPage {
  /** Who judges on this page, where judging is allowed. */
  readonly author?: string
  /** They may take back what others said. */
  readonly undoes?: true
  readonly document: Document
  readonly quote: string
  readonly note: Note
  /** The statement as it is now. */
  readonly given: Given
  /** In force, oldest first. */
  readonly corrections: readonly CorrectionLine[]
  /** Set where people took the statement away; `now`: what stands for it. */
  readonly gone?: Away & { readonly now?: string }
  /** What its text says before and after it. */
  readonly before: string
  readonly after: string
  /** Set where a form was not taken: what was in it, and why. */
  readonly refused?: {
    readonly given: Given
    readonly reason: string
    readonly why: string
    /** What others have changed since the form was opened. */
    readonly meanwhile: readonly CorrectionLine[]
  }
}
