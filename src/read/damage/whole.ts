import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Source } from '../../model.ts'
import type { Block } from '../segment/blocks.ts'

/** What is needed to see damage that only the whole text shows. `text` is the cleaned text, and offsets are into it. */
export interface Whole {
  readonly text: string
  readonly blocks: readonly Block[]
  /** First and last block that is prose; -1 when there is none. */
  readonly first: number
  readonly last: number
  readonly vocabulary: Vocabulary
  readonly source: Source
  /** A report with a dateline, a page with the furniture of its site, or a text that is broken elsewhere: what honest speech may do is damage here. */
  readonly report: boolean
  /** Year of the text, where it can be known. */
  readonly year: { readonly value: number; readonly sure: boolean } | undefined
}

/** Marks `text[from, to)` of the cleaned text. */
export type Mark = (from: number, to: number, rule: string, what: string) => void
