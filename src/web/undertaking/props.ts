import type { Step } from '../../ledger/history.ts'
import type { Document, Entry, NodeId, Relation, Standing } from '../../ledger/nouns.ts'
import type { Force, Kind, Span } from '../../model.ts'
import type { EvidenceLine, SeriesCard } from '../programme/props.ts'

/** One wording: who said it where, and what changed. */
export interface Wording {
  readonly id: NodeId
  readonly document: Document
  readonly span: Span
  readonly quote: string
  readonly kind: Kind
  readonly force: Force
  readonly parties: readonly string[]
  readonly relation: Relation
  /** The node that it was linked with: an earlier wording, or the entry of a programme. */
  readonly linkedTo?: NodeId
  /** How it was linked; absent for the first. */
  readonly link?: {
    readonly by: string
    readonly score?: number
    readonly parts: readonly { readonly name: string; readonly value: number; readonly weight: number; readonly on: readonly string[] }[]
  }
  readonly doubt?: string
  /** Copies of its text. */
  readonly witnesses: readonly Document[]
}

export interface PartyLine {
  readonly party: string
  readonly standing: Standing
  readonly why: string
  readonly score?: {
    readonly value: string
    readonly state: string
    readonly stage?: number
    readonly coders: readonly string[]
    readonly guideline: {
      readonly full: string
      readonly partial: string
      readonly none: string
      readonly from: string
      readonly to?: string
      readonly by: string
    }
    readonly versions: number
  }
}

export interface UndertakingPage {
  /** Who judges on this page, where judging is allowed. */
  readonly author?: string
  /** They may take back what others said. */
  readonly undoes?: true
  readonly id: NodeId
  readonly label: string
  readonly kind: Kind
  readonly force: Force
  readonly parties: readonly string[]
  readonly topics: readonly string[]
  readonly mechanisms: readonly string[]
  readonly places: readonly string[]
  readonly due?: string
  readonly asOf: string
  readonly entries: readonly (Entry & { readonly title: string; readonly directionLabel: string })[]
  readonly standing: Standing
  readonly why: string
  readonly byParty: readonly PartyLine[]
  readonly steps: readonly Step[]
  readonly wordings: readonly Wording[]
  /** Wordings dated after `asOf`, which are not shown. */
  readonly later: number
  readonly evidence: readonly EvidenceLine[]
  readonly searches: readonly {
    readonly id: string
    readonly query: string
    readonly where: readonly string[]
    readonly until: string
    readonly by: string
  }[]
  readonly series: readonly SeriesCard[]
}
