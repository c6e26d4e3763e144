import type { Document } from '../../ledger/nouns.ts'
import type { Aspect, Force, Gate, Kind, Received, Span } from '../../model.ts'

/** A statement as the reading room shows it in the margin. */
export interface Note {
  readonly id: string
  readonly span: Span
  readonly kind: Kind
  readonly force: Force
  readonly parties: readonly string[]
  readonly attribution?: string
  readonly act: string
  readonly aspect: Aspect
  readonly negated: boolean
  readonly deadline?: string
  readonly condition?: string
  readonly target?: string
  readonly hedges: readonly string[]
  readonly mechanisms: readonly string[]
  readonly topics: readonly string[]
  readonly doubt?: string
  readonly point?: { readonly number: number; readonly of?: number }
  /** How each field is known: stated on the page, implied by a rule, or judged by a person; with the rule. */
  readonly grounds: readonly { readonly field: string; readonly basis: string; readonly rule: string }[]
  /** Where it stands in the document as received: pages of a PDF from 1, or an element of a page by its XPath and characters of its text. */
  readonly place?:
    | { readonly page: number; readonly toPage?: number }
    | { readonly path: string; readonly from: number; readonly to: number }
  readonly undertaking?: { readonly id: string; readonly label: string; readonly unsure?: true }
}

export interface TextPage {
  readonly document: Document
  /** Read, and not in the ledger: the text in Base64 (UTF-8), for the form that adds it. A form would change its line breaks. */
  readonly unsaved?: string
  /** The one who asks may put it into the ledger. */
  readonly storing?: true
  readonly text: string
  readonly notes: readonly Note[]
  readonly damage: readonly { readonly span: Span; readonly what: string }[]
  readonly furniture: readonly Span[]
  readonly headings: readonly Span[]
  /** Line breaks that only wrap a line, and are shown as a space. */
  readonly wraps: readonly Span[]
  readonly rejections: readonly { readonly span: Span; readonly gate: Gate; readonly rule: string }[]
  readonly points: readonly { readonly number: number; readonly of?: number; readonly label: string; readonly at: number }[]
  /** What the reader says of the whole text. */
  readonly remarks: readonly string[]
  readonly parties: readonly string[]
  /** The document as received, where the ledger knows of it: SHA-256, and how many bytes where they are kept. */
  readonly original?: { readonly form: Received['form']; readonly hash: string; readonly size?: number }
}
