/**
 * What a store hands to the exports: the whole ledger as it stands, to be walked and never changed. No logic.
 * Arrays will do; a store gives objects that query anew on each walk, so that a large ledger never stands in memory whole.
 */
import type { Span } from '../model.ts'
import type { Document, Judgement, LinkScore, NodeId, TextHash, Undertaking } from './nouns.ts'

/** Rows that may be walked more than once; each walk starts anew and gives the same rows in the same order. */
export type Rows<T> = Iterable<T> | AsyncIterable<T>

/** A text without its characters. */
export interface TextInfo {
  readonly hash: TextHash
  /** In UTF-16 code units. */
  readonly length: number
  /** The version of the lexicon that it was last read with. */
  readonly lexicon: string
  readonly statements: number
  readonly damage: number
  /** Set where it is a copy of an earlier text, exact in its words but not in its characters. */
  readonly witnessOf?: TextHash
  /** Why its reading is empty or to be taken with care. */
  readonly notes?: readonly string[]
}

/** One end of a suggested link: a stretch of a document, or an entry, which has neither document nor span. */
export interface End {
  readonly node: NodeId
  /** Id of the undertaking that the node belongs to. */
  readonly undertaking: NodeId
  readonly document?: string
  readonly span?: Span
}

/** A link that waits for a person's word. */
export interface Suggestion {
  readonly a: End
  readonly b: End
  readonly score: number
  readonly parts: LinkScore['parts']
  readonly barriers: LinkScore['barriers']
}

/** A judgement that counts, with the undertaking that it now belongs to. */
export interface InForce {
  readonly judgement: Judgement
  /** What `on` resolves to; absent where the judgement has no `on`, or is orphaned. */
  readonly undertaking?: NodeId
  /** Set where the statement it was made on is no longer read and no other stands in its place. */
  readonly orphaned?: true
}

/** A ledger as it stands. Order of ids is that of their characters' codes, so that the same ledger is the same dump everywhere. */
export interface Dump {
  /** The day that standings are computed for, ISO 8601. */
  readonly asOf: string
  /** By id. */
  readonly documents: Rows<Document>
  /** By hash. */
  readonly texts: Rows<TextInfo>
  /** By id; members by date (those without one last), then id. */
  readonly undertakings: Rows<Undertaking>
  /** By the node of `a`, then of `b`; `a` is the lower. */
  readonly suggestions: Rows<Suggestion>
  /**
   * Judgements that count, in the order of the journal: neither withdrawn nor withdrawals, and of declarations of one id (entry, series,
   * programme) only the last.
   */
  readonly journal: Rows<InForce>
  /** The characters of a text, where the store keeps them. */
  readonly text: (hash: TextHash) => string | undefined | Promise<string | undefined>
}
