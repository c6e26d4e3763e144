/**
 * The nouns of Stocktake, and the lists of words that some fields take. No logic, no imports. `docs/reading-format.md` describes the JSON of a
 * `Reading`; `docs/codebook.md` defines every term.
 */

/** Half-open offsets in UTF-16 code units, always into `Source.text` as received, never into cleaned text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A documented, stable name of a rule: `family/words`. */
export type RuleId = string

/** One published copy, exactly as received. `id` is the caller's, or the SHA-256 of the text. */
export interface Source {
  readonly id?: string
  readonly text: string
  readonly title?: string
  /** ISO 8601 date (`2022-06-07`) of publication. */
  readonly date?: string
  readonly publisher?: string
  readonly url?: string
  /** BCP 47 tag; absent means: decide from the text. */
  readonly language?: string
}

/** A reversible repair proposed by cleaning: `text.slice(from, to)` reads as `insert`. Sorted and disjoint. */
export interface Edit {
  readonly span: Span
  readonly insert: string
  readonly rule: RuleId
}

/** A stretch where the text itself is broken, and which must not be read as fact. */
export interface Damage {
  readonly span: Span
  readonly quote: string
  readonly rule: RuleId
  /** One line for people: what is wrong here. */
  readonly what: string
}

export type Role =
  | 'title'
  | 'dateline'
  | 'heading'
  | 'narration'
  | 'reported'
  | 'quoted'
  | 'item'
  | 'article'
  | 'recital'
  | 'turn'
  | 'furniture'

/** A stretch with a role, its speaker and, for points and list items, its place in the list. */
export interface Segment {
  readonly span: Span
  readonly role: Role
  readonly speaker?: string
  readonly point?: Point
}

/** The point of a text under which a statement stands: "second of four". */
export interface Point {
  /** 1-based. */
  readonly number: number
  /** How many points the text has, when it is known. */
  readonly of?: number
  /** The words that open the point, as in the text. */
  readonly label: string
}

export type MentionKind =
  | 'party'
  | 'person'
  | 'body'
  | 'mechanism'
  | 'place'
  | 'date'
  | 'deadline'
  | 'frequency'
  | 'duration'
  | 'amount'
  | 'money'
  | 'cue'

/** Something recognised. `ref` names a lexicon entry or carries a normalised value. */
export interface Mention {
  readonly kind: MentionKind
  readonly span: Span
  readonly ref: string
  readonly rule: RuleId
}

/** The kinds of statements. */
export const kinds = ['commitment', 'proposal', 'position', 'report'] as const
export type Kind = (typeof kinds)[number]

/** How strongly a statement binds, the firmest first. */
export const forces = ['binding', 'agreed', 'intent', 'ready', 'should', 'none'] as const
export type Force = (typeof forces)[number]

export const aspects = ['new', 'continuing', 'resumed', 'reaffirmed'] as const
export type Aspect = (typeof aspects)[number]

/** How the words of a time limit set it. */
export const bounds = ['by', 'before', 'within', 'from-to', 'vague'] as const
export type Bound = (typeof bounds)[number]

/** `stated`: on the page; `implied`: by a rule; `judged`: by a person. */
export type Basis = 'stated' | 'implied' | 'judged'

/** How a field is known. */
export interface Ground {
  readonly basis: Basis
  readonly rule: RuleId
  readonly spans: readonly Span[]
}

/** A time limit as the text words it. `from` and `to` are ISO dates, inclusive, where they can be known. */
export interface Deadline {
  readonly phrase: string
  readonly bound: Bound
  readonly span: Span
  readonly from?: string
  readonly to?: string
}

/** A quantity set by an undertaking: "twice a week", "10,000 scholarships". */
export interface Target {
  readonly phrase: string
  readonly span: Span
  readonly quantity?: number
  readonly unit?: string
  readonly frequency?: string
}

/** The unit of the codebook: one actor (or several acting together), one predicate and its object. */
export interface Statement {
  /** First 12 hex digits of the text's SHA-256, then the span: survives a better lexicon. */
  readonly id: string
  readonly span: Span
  readonly quote: string
  readonly kind: Kind
  readonly force: Force
  /** ISO 3166-1 alpha-2 for states, the usual acronym for organisations, else a name. Empty: the text does not say. */
  readonly parties: readonly string[]
  /** Who asks; proposals only. */
  readonly proposers?: readonly string[]
  readonly addressees: readonly string[]
  readonly attribution?: string
  readonly act: string
  readonly aspect: Aspect
  readonly negated?: boolean
  readonly hedges?: readonly string[]
  readonly condition?: string
  readonly mechanisms: readonly string[]
  readonly places: readonly string[]
  readonly target?: Target
  readonly deadline?: Deadline
  readonly topics: readonly string[]
  /** 0 to 5: one each for object, quantity, place, named body or instrument, date or period. */
  readonly precision: number
  readonly point?: Point
  /** Why this statement should be looked at before it is used; absent when nothing speaks against it. */
  readonly doubt?: string
  /** Where it stands in the document as received; with `Reading.received` only. */
  readonly place?: Place
  /** Field name to how it is known; `kind` and `force` always, others where they are filled. */
  readonly grounds: Readonly<Record<string, Ground>>
}

/** Where a stretch stands in the document from which the text was taken, after the selectors of W3C Web Annotation. */
export type Place = PlaceInPage | PlaceInPdf

export interface PlaceInPage {
  readonly form: 'html'
  /** Into the decoded page. */
  readonly raw: Span
  /** The innermost element around the stretch, and offsets into the text content of that element. */
  readonly selector: {
    readonly type: 'XPathSelector'
    readonly value: string
    readonly refinedBy: { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }
  }
}

export interface PlaceInPdf {
  readonly form: 'pdf'
  /** 1-based, as `#page=` counts. */
  readonly page: number
  /** The last page, where the stretch goes over more than one. */
  readonly toPage?: number
  readonly selector: { readonly type: 'FragmentSelector'; readonly conformsTo: string; readonly value: string }
}

/** The document as received, where its text was taken out of a page, a PDF or a Word file, or of bytes in some encoding. */
export interface Received {
  readonly form: 'text' | 'html' | 'pdf' | 'docx'
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  /** Label of the Encoding Standard. */
  readonly encoding?: string
  /** Field of the source to where the document states it. */
  readonly grounds: Readonly<Record<string, string>>
}

export type Gate = 'damaged' | 'not-an-act' | 'forecast' | 'no-actor' | 'quoted-third-party' | 'furniture'

/** A clause that looked like a statement and failed, with the first gate it failed. */
export interface Rejection {
  readonly span: Span
  readonly gate: Gate
  readonly rule: RuleId
}

/** A stretch in another language than the text: it is not read, and is no damage. */
export interface Foreign {
  readonly span: Span
  /** BCP 47; `und` where the writing is another one and the language cannot be told. */
  readonly language: string
}

/** Everything read in one source; a pure function of source and lexicon. */
export interface Reading {
  readonly id: string
  readonly source: Omit<Source, 'id' | 'text'>
  /** SHA-256 of the text (UTF-8), hex. */
  readonly hash: string
  readonly lexicon: string
  /** The document as received, where a file or an address was read. */
  readonly received?: Received
  /** Says why a reading is empty: a language without a lexicon, an empty text. */
  readonly notes: readonly string[]
  /** The parties of the text: whom "both sides", "the parties", "we" mean where nothing nearer says so. */
  readonly parties: readonly string[]
  readonly edits: readonly Edit[]
  readonly segments: readonly Segment[]
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly damage: readonly Damage[]
  readonly rejections: readonly Rejection[]
  /** Stretches in other languages, in the order of the text; absent where there are none. */
  readonly foreign?: readonly Foreign[]
}
