import type { VerdictAgreement } from '../../ledger/link/coding.ts'
import type { LinkVerdict } from '../../ledger/nouns.ts'
import type { Agreement } from '../../ledger/score/agreement.ts'
import type { EvidenceLine } from '../programme/props.ts'
import type { Side } from '../review/side.tsx'
import type { GuidelineLine, Meanwhile, ScoreLine, UndertakingPage } from '../undertaking/props.ts'

/** One party under one guideline, to be scored without knowing what the first coder gave. */
export interface CodingItem {
  /** Name of the cell; the place in the queue. */
  readonly id: string
  readonly party: string
  readonly guideline: GuidelineLine
  readonly undertaking: Pick<UndertakingPage, 'id' | 'label' | 'kind' | 'force' | 'parties'>
  readonly wordings: readonly Pick<UndertakingPage['wordings'][number], 'id' | 'quote' | 'force' | 'document'>[]
  readonly evidence: readonly EvidenceLine[]
  readonly searches: UndertakingPage['searches']
  /** Judgements that it is shown with. */
  readonly seen: readonly string[]
}

/** The queue of blind second coding. */
export interface CodingPage {
  readonly author?: string
  /** Whether this browser codes blind. The queue is shown to those alone who do. */
  readonly blind: boolean
  /** Cells that wait for this coder, under guidelines whose window lies within the days given. */
  readonly waiting: number
  /** Pairs of statements that wait for this coder's second verdict. */
  readonly links: number
  readonly from?: string
  readonly to?: string
  readonly item?: CodingItem
  /** Id of the item, where another waits after it: the place from which the queue goes on. */
  readonly next?: string
  /** Id of the score just given, which can be taken back. */
  readonly done?: string
  readonly refused?: {
    readonly given: Readonly<Record<string, readonly string[]>>
    readonly why: string
    readonly meanwhile: readonly Meanwhile[]
  }
}

/** Two coders who differ. */
export interface Difference {
  readonly id: string
  readonly party: string
  readonly guideline: GuidelineLine
  readonly undertaking: { readonly id: string; readonly label: string }
  readonly first: Omit<ScoreLine, 'counts'>
  readonly second: Omit<ScoreLine, 'counts'>
  readonly evidence: readonly EvidenceLine[]
}

/** What is to be decided, and how well coders agree. */
export interface DifferencesPage {
  readonly author?: string
  readonly agreement: Agreement
  /** Cells in which coders differ and nobody has decided. */
  readonly total: number
  readonly differences: readonly Difference[]
  readonly done?: string
  readonly refused?: { readonly id: string; readonly why: string; readonly reason: string }
}

/** Two statements with the words around them. */
export interface LinkPair {
  /** Name of the pair; the place in the queue. */
  readonly id: string
  readonly a: Side
  readonly b: Side
}

/** The queue of blind second verdicts on links. */
export interface LinkCodingPage {
  readonly author?: string
  /** Whether this browser judges links blind. The queue is shown to those alone who do. */
  readonly blind: boolean
  /** Pairs that wait for this coder. */
  readonly waiting: number
  readonly pair?: LinkPair
  /** Name of the pair, where another waits after it: the place from which the queue goes on. */
  readonly next?: string
  /** Id of the verdict just given, which can be taken back. */
  readonly done?: string
  /** Why the last answer was not taken. */
  readonly refused?: string
}

/** What somebody said of a pair. */
export interface VerdictLine {
  readonly id: string
  readonly verdict: LinkVerdict['verdict']
  readonly by: string
  readonly at: string
  readonly reason?: string
}

/** A pair on which two people differ. */
export interface LinkDifference extends LinkPair {
  readonly first: VerdictLine
  readonly second: VerdictLine
}

/** Which pairs are to be decided, and how well people agree on links. */
export interface LinkDifferencesPage {
  readonly author?: string
  readonly agreement: VerdictAgreement
  readonly total: number
  readonly differences: readonly LinkDifference[]
  readonly done?: string
  readonly refused?: { readonly id: string; readonly why: string; readonly reason: string }
}
