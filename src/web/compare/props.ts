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
  readonly effect: string
  readonly note: string
  readonly statement: boolean
  /** Groups of witnesses that read alike, by place, the likelier reading first. */
  readonly groups: readonly (readonly number[])[]
  readonly why?: string
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
}
