import type { Document } from '../../ledger/nouns.ts'

/** The fields that the form of a drawn statement has, as words in its inputs; empty: not said. */
export interface DrawGiven {
  readonly kind: string
  readonly force: string
  readonly parties: string
  readonly attribution: string
  readonly act: string
  readonly aspect: string
  readonly negated: string
  readonly deadline: string
  readonly deadlineDay: string
  readonly condition: string
  readonly mechanisms: string
  readonly places: string
  readonly topics: string
}

/** The form in which a person draws statements: adds one, splits one, joins several. */
export interface DrawPage {
  readonly author?: string
  readonly document: Document
  readonly what: 'add' | 'split' | 'join'
  /** Statements that are taken away, as they were when the form was opened. */
  readonly away: readonly { readonly id: string; readonly state: string; readonly quote: string }[]
  /** The words of the statement; of a split a line for each. */
  readonly words: string
  /** From which character of the text on the words are looked for. */
  readonly near: number
  /** The words as they stand in the text, where they do, and what stands around them. */
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly given: DrawGiven
  /** What else a joined or added statement keeps: field and value in words. */
  readonly also: readonly { readonly field: string; readonly value: string }[]
  readonly reason: string
  /** Why the form was not taken. */
  readonly refused?: string
}
