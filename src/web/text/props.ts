import type { Document } from '../../ledger/nouns.ts'
import type { Aspect, Basis, Force, Gate, Kind, Received, Span } from '../../model.ts'

/** A person's word on a statement. */
export interface Word {
  /** Id of the judgement, which can be taken back. */
  readonly id: string
  readonly by: string
  readonly at: string
  readonly reason?: string
}

/** A statement that people took away, and what they put there. */
export interface Away {
  readonly id: string
  readonly span: Span
  readonly quote: string
  readonly what: 'refused' | 'split' | 'joined' | 'drawn otherwise'
  readonly word: Word
}

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
  /** How each field is known: stated on the page, implied by a rule, or judged by a person; with the rule and the words that it goes by. */
  readonly grounds: readonly { readonly field: string; readonly basis: string; readonly rule: string; readonly words?: string }[]
  /** How the statement is known: judged where a person drew it, else stated where its words say how they bind, else implied by a rule. */
  readonly basis: Basis
  /** Changes with everything that the ledger has of the statement. */
  readonly state: string
  readonly drawn?: Word
  readonly accepted?: Word
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
  /** The file that an unsaved text was made of, its bytes in Base64, and where it was fetched, for the form that adds it: `unsaved` is empty then. */
  readonly received?: { readonly name: string; readonly bytes: string; readonly url?: string; readonly type?: string }
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
  /** Other copies of this text in the ledger, the earliest first. */
  readonly copies?: readonly Document[]
  /** What the reader says of the whole text. */
  readonly remarks: readonly string[]
  readonly parties: readonly string[]
  /** Statements that people took away. */
  readonly away: readonly Away[]
  /** Whether clauses that the reader refused are shown in the text and in the margin. */
  readonly rejected: boolean
  /** Who judges on this page, where judging is allowed. */
  readonly author?: string
  /** They may take back what others said. */
  readonly undoes?: true
  /** Id of a judgement that was written just now. */
  readonly done?: string
  /** The document as received, where the ledger knows of it: SHA-256, and how many bytes where they are kept. */
  readonly original?: { readonly form: Received['form']; readonly hash: string; readonly size?: number }
}
