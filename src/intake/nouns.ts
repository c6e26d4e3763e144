import type { Source } from '../model.ts'

/** How a field of a source is known: where in the document it stands, in words ("meta article:published_time", "title"). */
export type Grounds = { readonly [K in 'title' | 'date' | 'publisher' | 'language' | 'url']?: string }

/** What the caller knows of bytes beside the bytes. */
export interface Given {
  /** Name of the file: its ending tells the type where the bytes do not. */
  readonly name?: string
  /** `Content-Type` under which the bytes came. */
  readonly type?: string
  /** Address from which the bytes came; relative addresses in the document are resolved against it. */
  readonly url?: string
  /** Language of the text, where the caller knows it: it is then not recognised. */
  readonly language?: string
  /** What a feed says of the document that one of its entries is or leads to. */
  readonly said?: Said
}

/** What is said of a document elsewhere. */
export interface Said {
  readonly fields: Omit<Source, 'id' | 'text'>
  readonly grounds: Grounds
  /** The document is one of its own, which may disagree. */
  readonly apart: boolean
}

/** Which form the bytes have. */
export type Form = 'text' | 'html' | 'pdf' | 'docx' | 'feed'

/**
 * A run of a derived text that stands unbroken in the page: `length` characters of the text from `at` are `rawLength` characters of the page
 * from `raw`. Where both are the same the run is linear, else it is one character reference. UTF-16 code units, sorted, disjoint.
 */
export interface Run {
  readonly at: number
  readonly length: number
  readonly raw: number
  readonly rawLength: number
}

/** The document from which the text of a source was derived, and the way back into it. */
export type Original =
  | { readonly form: 'text'; readonly encoding: string }
  | { readonly form: 'html'; readonly encoding: string; readonly page: string; readonly runs: readonly Run[] }
  /** `pages[i]`: offset of the text at which page `i + 1` begins. */
  | { readonly form: 'pdf'; readonly pages: readonly number[] }
  | { readonly form: 'docx' }

/** What came of bytes, without the bytes. */
export type Taken = Omit<Intake, 'hash' | 'bytes' | 'given'>

/** What came of bytes. A pure function of them and of what was given with them. */
export interface Intake {
  readonly source: Source
  readonly grounds: Grounds
  /** One line each, for people: what was assumed, and what of the document disagrees. */
  readonly remarks: readonly string[]
  readonly original: Original
  /** SHA-256 of the bytes, hex; reckoned when it is asked for. */
  readonly hash: () => string
  /** The bytes as received, and what was known of them: the same intake comes of both again. */
  readonly bytes: Uint8Array
  readonly given: Given
}
