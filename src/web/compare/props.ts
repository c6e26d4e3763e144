import type { DifferenceClass } from '../../compare/collate/nouns.ts'
import type { Document } from '../../ledger/nouns.ts'

/** A stretch of one witness, with the class of the difference that it stands in. */
export interface Stretch {
  readonly text: string
  readonly class?: DifferenceClass
}

/** One place where the witnesses differ; `readings` by witness, null where one has nothing there. */
export interface DifferenceLine {
  readonly class: DifferenceClass
  readonly readings: readonly (string | null)[]
  /** What stands before and after each reading, or after the words where it would stand; null where a witness lacks the sentence. */
  readonly around: readonly ({ readonly before: string; readonly after: string } | null)[]
  readonly effect: string
  readonly note: string
  readonly statement: boolean
  /** Groups of witnesses that read alike, by place, the likelier reading first. */
  readonly groups: readonly (readonly number[])[]
  /** The row of the page's `rows` in which it lies. */
  readonly row?: number
  readonly why?: string
}

/** Where one may begin, when too few texts are chosen. */
export interface Offers {
  /** Texts that came as copies of others, newest first. */
  readonly copies: readonly { readonly first: Document; readonly copy: Document }[]
  /** The last two texts of the same parties, and how many those have. */
  readonly series: readonly {
    readonly parties: readonly string[]
    readonly old: Document
    readonly new: Document
    readonly texts: number
  }[]
}

export interface ComparePage {
  /** Every text that can be chosen, newest first. */
  readonly choices: readonly Document[]
  readonly chosen: readonly Document[]
  /** What touches the meaning, those that touch a statement first. */
  readonly meaning: readonly DifferenceLine[]
  readonly quiet: readonly DifferenceLine[]
  /** The texts side by side, a row a sentence; null where a witness has nothing there. */
  readonly rows: readonly (readonly (readonly Stretch[] | null)[])[]
  readonly notes: readonly string[]
  /** Chosen texts that are plainly no copies of one another, two by two by their places. */
  readonly apart: readonly (readonly [number, number])[]
  /** While fewer than two texts are chosen. */
  readonly offers?: Offers
}
