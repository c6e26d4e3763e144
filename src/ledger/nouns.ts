/**
 * The nouns of the ledger. No logic; imports only the nouns of reading. `docs/scoring.md` explains the words of judging,
 * `docs/ledger.md` how undertakings come to be.
 */
import type { Force, Kind, Span, Statement } from '../model.ts'

/** SHA-256 of a text (UTF-8), hex. Every copy of the same characters is the same text. */
export type TextHash = string

/** A published copy of a text, as it came. Two outlets that print the same characters are two documents of one text. */
export interface Document {
  /** 16 hex digits of the SHA-256 of the text's hash and the fields of publication below: the same copy twice is the same document. */
  readonly id: string
  readonly hash: TextHash
  /** The caller's own name for it (`id` of a line of `--jsonl`). */
  readonly externalId?: string
  readonly title?: string
  /** ISO 8601 date of publication. */
  readonly date?: string
  readonly publisher?: string
  readonly url?: string
  readonly language?: string
  /** First words of a text that has neither title nor name: what it can be called by. No part of the id. */
  readonly opening?: string
}

/** A statement's id (`3f2a9c0d11ee-120-180`), or an entry's (`china-kazakhstan/flights`). */
export type NodeId = string

/** An undertaking that people declare, in a programme or by hand, before or without the text that words it. */
export interface Entry {
  /** `programme/name`. */
  readonly id: NodeId
  readonly programme: string
  /** The direction ("pillar") of the programme under which it stands. */
  readonly direction: string
  /** In the compiler's own words, never a quotation. */
  readonly label: string
  readonly kind: Kind
  readonly force: Force
  readonly parties: readonly string[]
  /** Who is to act, where that is one of the parties. */
  readonly actor?: string
  readonly date?: string
  /** By name, as `Programme.mechanisms` has them. */
  readonly mechanisms: readonly string[]
  readonly places: readonly string[]
  /** Other names and wordings under which texts speak of the same: those of its mechanisms, and what its compiler adds. For linking. */
  readonly also?: readonly string[]
  /** A quantity that its wording sets, in words ("2 flights a week"); a `target` judgement ties it to a series. */
  readonly target?: string
  /** A time limit in words ("as soon as possible"). */
  readonly deadline?: string
  /** The last day of that limit, where it can be known, ISO 8601. */
  readonly due?: string
  /** How its wording is to be read: what other reports of the same words say, what is damaged. */
  readonly note?: string
  /** What its compiler made of the evidence on the day of compiling. Words, never counted. */
  readonly assessment?: string
}

/** How a statement relates to the nearest earlier one of its undertaking. */
export type Relation = 'new' | 'repeats' | 'firms-up' | 'softens' | 'adds' | 'narrows' | 'widens' | 'resumes' | 'reports-done'

/** One part of a link's score: what was compared, how alike it is (0 to 1, or -1 where it speaks against), what it weighed. */
export interface Part {
  readonly name: string
  readonly value: number
  readonly weight: number
  /** The words or values that both have, or that differ. */
  readonly on?: readonly string[]
}

/** How alike two nodes are. A pure function of the two: the order in which texts came does not matter. */
export interface LinkScore {
  /** 0 to 1. */
  readonly score: number
  readonly parts: readonly Part[]
  /** Why the two can never be the same without a person's word: another number, negation, other parties. */
  readonly barriers: readonly string[]
  readonly verdict: 'same' | 'suggest' | 'apart'
}

/** A link that Stocktake proposes (`suggest`) or makes (`same`); author is `stocktake`. */
export interface Link extends LinkScore {
  readonly a: NodeId
  readonly b: NodeId
}

/* ------------------------------------------------------------------ judgements ------------------------------------------------------------------ */

/** What people, or a program in their name, append to the journal. Never changed, never deleted; a later one can withdraw it. */
export type Judgement = JudgementHead & JudgementBody

export interface JudgementHead {
  /** First 16 hex digits of the SHA-256 of its canonical JSON without `id`. */
  readonly id: string
  /** ISO 8601, UTC, milliseconds. Order in the journal is the order of appending, whatever the clock said. */
  readonly at: string
  readonly by: string
  readonly reason?: string
}

/** The judgements of one type, with their head: `Of<'evidence'>`. */
export type Of<T extends JudgementBody['type']> = JudgementHead & Extract<JudgementBody, { readonly type: T }>

export type JudgementBody =
  | LinkVerdict
  | Correction
  | Acceptance
  | Recast
  | Declared
  | Evidence
  | SearchLog
  | Guideline
  | Score
  | SeriesDeclared
  | Observation
  | SeriesTarget
  | ProgrammeDeclared
  | Withdrawal

/** Two nodes promise the same, or not. `different` blocks transitively. */
export interface LinkVerdict {
  readonly type: 'link'
  readonly a: NodeId
  readonly b: NodeId
  readonly verdict: 'same' | 'different' | 'unsure'
  readonly relation?: Relation
  /** `second`: given blind to the first, to see how well people agree; it binds nothing. `adjudication` decides between the two. */
  readonly role?: 'second' | 'adjudication'
}

/** A person's value for a field of a statement; the field's ground becomes `judged`. */
export interface Correction {
  readonly type: 'correction'
  readonly on: NodeId
  readonly field: keyof Statement
  readonly value: unknown
}

/** A person confirms a statement as it stands: nothing speaks against using it any more. Takes the place of a correction of `doubt`, and the other way round. */
export interface Acceptance {
  readonly type: 'acceptance'
  readonly on: NodeId
}

/** The fields of a statement that a person may give when drawing it. */
export type DrawnFields = Pick<Statement, 'kind' | 'force'> & Partial<Omit<Statement, 'id' | 'span' | 'quote' | 'grounds' | 'place'>>

/** A statement that a person draws. What is not among its fields is not known. */
export interface Drawn {
  readonly span: Span
  /** The words of the text there, to the letter. */
  readonly quote: string
  readonly fields: DrawnFields
}

/**
 * Other statements for a text: those of `away` are taken away and `drawn` ones put there, in one. Refuses (nothing drawn), adds (nothing taken away),
 * splits (one for several) and joins (several for one).
 */
export interface Recast {
  readonly type: 'recast'
  readonly text: TextHash
  readonly away: readonly NodeId[]
  readonly drawn: readonly Drawn[]
}

/** Declares an entry. A later declaration of the same id replaces it. */
export interface Declared {
  readonly type: 'entry'
  readonly entry: Entry
}

export type Shows = 'delivers' | 'progress' | 'contradicts' | 'restates'
export type Certainty = 'high' | 'medium' | 'low'

/** A stretch of a document in the ledger; `quote` is checked against the text when it is added. */
export interface Passage {
  readonly document: string
  readonly span: Span
  readonly quote: string
}

/** A page known only by address. `paraphrase` is the judge's own words. */
export interface Page {
  readonly url?: string
  readonly date?: string
  readonly publisher?: string
  readonly language?: string
  readonly paraphrase: string
  /** How it was seen, where it was not the page itself. */
  readonly via?: string
}

/** What became of an undertaking, and what shows it. Exactly one of `passage`, `page`, `observation`. */
export interface Evidence {
  readonly type: 'evidence'
  readonly on: NodeId
  readonly shows: Shows
  readonly certainty: Certainty
  /** Date of the deed, ISO 8601 (`2022-07-01`, `2022-07`, `2022`). */
  readonly date?: string
  /** Whose deed; absent: all parties of the undertaking. */
  readonly parties?: readonly string[]
  readonly passage?: Passage
  readonly page?: Page
  readonly observation?: { readonly series: string; readonly period: string }
  /** Nobody could check it against a stored page: shown with that mark, and never decides a standing alone. */
  readonly unverified?: boolean
  readonly note?: string
}

/** Somebody looked and found nothing: only this makes "nothing found", never silence. */
export interface SearchLog {
  readonly type: 'search'
  readonly on: NodeId
  readonly party?: string
  readonly where: readonly string[]
  /** What was looked for. */
  readonly query: string
  /** Last day covered by the search. */
  readonly until: string
}

/** Inclusive ISO dates. `to` absent: open, and said so wherever a score is shown. */
export interface Window {
  readonly from: string
  readonly to?: string
}

/** What counts, written before looking (peers.md 4.6, after the Toronto method). */
export interface Guideline {
  readonly type: 'guideline'
  readonly on: NodeId
  readonly parties?: readonly string[]
  readonly window: Window
  readonly full: string
  readonly partial: string
  readonly none: string
  readonly contrary?: string
}

export type Unscored = 'not-applicable' | 'unverifiable'

/** One coder's score of one party. `value`: +1 full, 0 partial or under way, -1 none by the end of the window, or contrary. */
export interface Score {
  readonly type: 'score'
  readonly on: NodeId
  readonly party: string
  /** Id of the guideline judgement; it must be older than the score. */
  readonly guideline: string
  readonly value: 1 | 0 | -1 | Unscored
  /** Second scale (Peace Accords Matrix): 0 not begun, 1 minimal, 2 intermediate, 3 full. */
  readonly stage?: 0 | 1 | 2 | 3
  /** `first` and `second` are coded blind to each other; `adjudication` decides between them. */
  readonly role: 'first' | 'second' | 'adjudication'
  /** Ids of the pieces of evidence that it rests on. */
  readonly evidence?: readonly string[]
}

export interface SeriesDeclared {
  readonly type: 'series'
  readonly series: {
    readonly id: string
    readonly label: string
    readonly unit: string
    /**
     * `flow` (where absent): counted over its period, so that only periods of one length are compared. `level`: a rate or a stock ("flights
     * a week", "centres open") that does not grow with the length of the period.
     */
    readonly measure?: 'flow' | 'level'
    readonly programme?: string
    readonly note?: string
  }
}

/** One value of a series for one period. Conflicting values stand side by side, each with its source. */
export interface Observation {
  readonly type: 'observation'
  readonly series: string
  /** `2022`, `2022-Q1`, `2022-H1`, `2022-03`, `2022-03-31`, `2022-01..2022-07`. */
  readonly period: string
  /** What the value covers, where it is not the whole series ("Khorgos"). */
  readonly scope?: string
  readonly value: number
  readonly page?: Page
  readonly qualifier?: 'rounded' | 'at-least' | 'at-most' | 'estimate' | 'forecast' | 'derived' | 'unverified'
  /** Set on a value that disagrees with the one that the series is drawn with. */
  readonly rival?: boolean
  readonly note?: string
}

/** Ties an undertaking to a series: what value, by when. */
export interface SeriesTarget {
  readonly type: 'target'
  readonly on: NodeId
  readonly series: string
  readonly value: number
  readonly direction: 'at-least' | 'at-most'
  /** The period, or the day, by which it is to be reached (`by` is who judged, as everywhere). */
  readonly until?: string
  /** Where it started, for the pace: period of an observation. */
  readonly from?: string
  /** Who set it, where that is not the undertaking's own wording. */
  readonly setBy?: string
  readonly page?: Page
  readonly note?: string
}

export interface ProgrammeDeclared {
  readonly type: 'programme'
  readonly programme: Programme
}

/** A named set of undertakings with its directions and mechanisms. */
export interface Programme {
  readonly name: string
  readonly title: string
  readonly parties: readonly string[]
  /** Day on which the programme was announced. */
  readonly date: string
  /** Day on which it was last compiled: "not found" means "not found by then". */
  readonly compiled: string
  readonly directions: readonly { readonly id: string; readonly label: string }[]
  readonly mechanisms: readonly {
    readonly id: string
    readonly name: string
    /** Other names, those in other languages among them. */
    readonly aliases: readonly string[]
    readonly kind?: string
    readonly note?: string
  }[]
  /** The documents that it was compiled from, known by address. */
  readonly sources?: readonly ProgrammeSource[]
  /** How it was compiled. */
  readonly method?: string
  /** Where the places that its entries name lie; degrees, WGS 84. */
  readonly places?: readonly { readonly name: string; readonly latitude: number; readonly longitude: number }[]
}

/** A document that a programme was compiled from. No text, no quotation: where to find it. */
export interface ProgrammeSource {
  readonly id: string
  readonly title: string
  readonly date?: string
  readonly kind?: string
  readonly publisher?: string
  readonly url?: string
  readonly language?: string
  readonly parties: readonly string[]
  readonly via?: string
  readonly note?: string
}

/** Takes back an earlier judgement; it stays in the journal and counts no more. */
export interface Withdrawal {
  readonly type: 'withdrawal'
  readonly of: string
}

/* ------------------------------------------------------------------ the ledger ------------------------------------------------------------------ */

export type Standing =
  | 'delivered'
  | 'progress'
  | 'restated'
  | 'contradicted'
  | 'nothing-found'
  | 'not-assessed'
  | 'not-yet-due'
  | 'overdue'
  | 'not-applicable'
  | 'unverifiable'

/** A statement as a member of an undertaking. */
export interface Member {
  readonly statement: Statement
  /** Id of the document of its text that counts (earliest date, then lowest id). */
  readonly document: string
  readonly hash: TextHash
  readonly date?: string
  readonly relation: Relation
  /** Id of the member that the relation is to. */
  readonly to?: NodeId
  /** How it came in; absent for the first. */
  readonly link?: { readonly by: string; readonly score?: number; readonly parts?: readonly Part[] }
  /** Set where its text is a copy of an earlier one: a witness, which counts once. */
  readonly witnessOf?: TextHash
}

/** What an undertaking undertakes. */
export interface Terms {
  readonly label: string
  readonly kind: Kind
  /** The latest wording's. */
  readonly force: Force
  readonly parties: readonly string[]
  readonly topics: readonly string[]
  readonly mechanisms: readonly string[]
  readonly places: readonly string[]
}

/** A cluster of statements and at most one entry of each programme that promise the same. */
export interface Undertaking extends Terms {
  /** Id of its entry, else of its first statement (date, then id). Every member's id resolves to it. */
  readonly id: NodeId
  readonly entries: readonly Entry[]
  readonly members: readonly Member[]
  readonly first?: string
  readonly last?: string
  /** Earliest deadline day that some wording sets, ISO date. */
  readonly due?: string
  readonly standing: Standing
}
