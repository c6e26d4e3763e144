import type { Features } from '../ledger/link/features.ts'
import type { Document, Entry, Judgement, NodeId, Of, Programme, Standing, Terms, TextHash, Undertaking } from '../ledger/nouns.ts'
import type { Force, Kind, Received, Source, Span, Statement } from '../model.ts'
import type { SeenEntry } from './incoming/feeds.ts'
import type { ReadAhead } from './incoming/ready.ts'

/** A document on its way into the ledger. */
export interface Incoming {
  readonly source: Source
  /** The caller's own name for the document. */
  readonly externalId?: string
  /** What `read` made of this very source, where a worker has read it already; at least what `keptOf` leaves of it. */
  readonly reading?: () => ReadAhead
  /** What it was made of. */
  readonly receipt?: WithBytes
  /** The entry of a watched feed that it is: it is added once, whoever polls the feed and how often. */
  readonly entry?: SeenEntry
}

/** What was received where the text of a document was made of it: enough to make it again of the same bytes. */
export interface Receipt extends Omit<Received, 'hash'> {
  /** Ending of the file's name, with its dot. */
  readonly ending?: string
  /** `Content-Type`. */
  readonly type?: string
  /** Where it came from. */
  readonly url?: string
}

/** A receipt with the bytes, or their hash alone where they are not there any more. */
export type WithBytes = Receipt &
  ({ readonly bytes: Uint8Array; readonly hash?: undefined } | { readonly bytes?: undefined; readonly hash: string })

/** What the ledger has of the bytes of a document. */
export interface ReceiptFound extends Receipt {
  /** SHA-256, hex. */
  readonly hash: string
  /** Bytes; absent where they are not kept. */
  readonly size?: number
}

/** What became of a document that was added. */
export interface Added {
  readonly document: Document
  /** `known`: the ledger has this document already. `refused`: it cannot be taken, see `reason`. */
  readonly status: 'added' | 'known' | 'refused'
  readonly reason?: string
  /** Statements of its text. */
  readonly statements: number
  /** Links that its text's statements brought, made and proposed. 0 where the text was there before. */
  readonly linked: number
  readonly suggested: number
  /** Undertakings that its statements belong to. */
  readonly undertakings: readonly NodeId[]
}

export type Sort = 'last' | 'first' | 'due' | 'label' | 'statements' | 'force'

/** Which undertakings a list shows. All that is given must hold; of several values one must, of several parties each. */
export interface Filter {
  /** Bound by it; all of those named. */
  readonly party?: string | readonly string[]
  /** A side of it: bound, or addressed by a wording, or party of the entry. */
  readonly counterpart?: string | readonly string[]
  readonly programme?: string
  readonly direction?: string
  readonly topic?: string | readonly string[]
  readonly mechanism?: string | readonly string[]
  readonly place?: string | readonly string[]
  readonly kind?: Kind | readonly Kind[]
  readonly force?: Force | readonly Force[]
  readonly standing?: Standing | readonly Standing[]
  /** ISO dates: due on that day or earlier; on that day or later. */
  readonly dueBefore?: string
  readonly dueAfter?: string
  /** Some wording, or the label of the entry, has these words. */
  readonly text?: string
  readonly sort?: Sort
  readonly limit?: number
  /** `next` of the page before. */
  readonly after?: string
  /** The day for which standings hold; without it nothing is overdue. */
  readonly asOf?: string
}

/** An undertaking in a list. */
export interface Row extends Terms {
  readonly id: NodeId
  readonly programme?: string
  readonly direction?: string
  readonly first?: string
  readonly last?: string
  readonly due?: string
  readonly standing: Standing
  /** Wordings and texts; copies count once. */
  readonly statements: number
  readonly documents: number
  /** Judgements in force on it. */
  readonly evidence: number
  readonly scores: number
}

/** Some of many. */
export interface Page<T> {
  readonly rows: readonly T[]
  /** How many there are in all, or, where `more` is true, at least so many: a list of very many rows is counted to 10,000 where it has one condition that an index counts, else to 100. */
  readonly total: number
  /** Whether there are more than `total`. */
  readonly more: boolean
  /** Pass it as `after` for the next page; absent on the last. */
  readonly next?: string
}

/** Something found by its words. */
export interface Hit {
  readonly kind: 'statement' | 'entry' | 'text' | 'note'
  readonly node?: NodeId
  readonly undertaking?: NodeId
  /** The document of the text that counts, and where in its text. */
  readonly document?: Document
  readonly span?: Span
  readonly quote: string
  /** Of a statement or entry: what it is and who says or owes it, as corrected. */
  readonly said?: Pick<Statement, 'kind' | 'force' | 'parties'>
  /** Of a note: the judgement in which somebody wrote it. */
  readonly judgement?: { readonly id: string; readonly type: Judgement['type']; readonly by: string; readonly at: string }
}

export interface Found {
  readonly hits: readonly Hit[]
  /** There are more than were looked at. */
  readonly more: boolean
}

export interface NodeFound {
  readonly id: NodeId
  readonly undertaking: NodeId
  readonly features: Features
  /** Corrected. */
  readonly statement?: Statement
  readonly entry?: Entry
  readonly document?: Document
  readonly hash?: TextHash
}

/** Some undertakings with all that is judged on them. */
export interface Dossiers {
  /** By the ids that were asked for; one that is nowhere is left out. */
  readonly undertakings: ReadonlyMap<NodeId, Undertaking>
  /** In force on any member of any of them, in the order of the journal. */
  readonly judgements: readonly Judgement[]
  /** Those that their members stand in, by id. */
  readonly documents: ReadonlyMap<string, Document>
}

export interface DocumentFound {
  readonly document: Document
  readonly text: string
  /** All documents of the same text, by id. */
  readonly documents: readonly Document[]
  readonly lexicon: string
  readonly notes: readonly string[]
  readonly statements: readonly { readonly statement: Statement; readonly undertaking: NodeId }[]
  /** Statements, read or drawn, that people took away, by their place, each with the recast that did so. */
  readonly away: readonly { readonly statement: Statement; readonly by: Of<'recast'> }[]
  /** In force on the text, in the order of the journal. */
  readonly recasts: readonly Of<'recast'>[]
  /** Latest in force on each of its statements. */
  readonly accepted: ReadonlyMap<NodeId, Of<'acceptance'>>
}

/** A statement that people took away. */
export interface Gone {
  readonly statement: Statement
  readonly by: Of<'recast'>
  /** What stands for it now, where something does. */
  readonly now?: NodeId
  readonly document: Document
  readonly hash: TextHash
}

/** A document in a list, with how many statements its text has. */
export interface DocumentRow {
  readonly document: Document
  readonly statements: number
  readonly damage: number
}

/** A text, whose it is, and the document of it that counts. */
export interface TextFound {
  readonly document: Document
  readonly text: string
  readonly parties: readonly string[]
}

/** A text by the document of it that counts, and whose it is. */
export type TextHeadFound = Omit<TextFound, 'text'>

/** A text that is a copy of another, each by the document that counts. */
export interface CopyFound {
  readonly first: Document
  readonly copy: Document
}

export interface SeriesFound {
  readonly series: Of<'series'>['series']
  readonly observations: readonly Of<'observation'>[]
  readonly targets: readonly Of<'target'>[]
}

export interface ProgrammeFound {
  readonly programme: Programme
  /** The undertakings of its entries, one an entry, in the order of declaration. */
  readonly rows: readonly (Row & { readonly entry: Entry })[]
}

export interface Stats {
  readonly documents: number
  readonly texts: number
  readonly statements: number
  readonly undertakings: number
  readonly links: number
  readonly suggestions: number
  readonly judgements: number
  /** Pairs that share a key which so many nodes share that they were not compared for its sake; counted by key. */
  readonly uncompared: number
  readonly schema: number
}

export interface Reread {
  readonly texts: number
  readonly statements: number
  /** Judgements that are now on another statement than before, and those that lost theirs. */
  readonly carried: number
  readonly orphaned: number
}

/** What became of a document whose text was made anew of its original. */
export interface Rederived {
  /** Whether it has another text now. */
  readonly made: boolean
  /** Judgements that were given again on the new text, and those whose words are not there any more. */
  readonly moved: number
  readonly orphaned: number
  /** Why it was left as it is. */
  readonly refused?: string
}

/** Two words that change with a ledger. */
export interface Version {
  /** With every change. */
  readonly all: string
  /** With texts, statements, entries, and with which of them belong together; not with what is judged of undertakings. */
  readonly words: string
}
