import type { Step } from '../../ledger/history.ts'
import type { Document, Entry, NodeId, Relation, Standing, Terms } from '../../ledger/nouns.ts'
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
  /** What it depends on, as in the text. */
  readonly condition?: string
  /** Words that weaken it; absent without any. */
  readonly hedges?: readonly string[]
  /** What changed from the wording that it is related to, in words; absent where nothing did, or where that is an entry. */
  readonly changes?: string
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
    readonly guideline: GuidelineLine
    readonly versions: number
    /** Every score of the party, oldest first. */
    readonly given: readonly ScoreLine[]
  }
}

/** What counts as what, in which window, for whom. */
export interface GuidelineLine {
  readonly id: string
  readonly full: string
  readonly partial: string
  readonly none: string
  readonly contrary?: string
  readonly from: string
  readonly to?: string
  /** Empty: all parties. */
  readonly parties: readonly string[]
  readonly by: string
  readonly at: string
}

/** One score as one coder gave it. */
export interface ScoreLine {
  readonly id: string
  readonly value: string
  readonly stage?: number
  readonly role: string
  readonly by: string
  readonly at: string
  readonly reason?: string
  /** Ids of the pieces of evidence that it rests on. */
  readonly evidence: readonly string[]
  /** Whether the party's score rests on it now. */
  readonly counts: boolean
}

/** Something that came into force since a form was opened. */
export interface Meanwhile {
  readonly id: string
  readonly what: string
  readonly by: string
  readonly at: string
  readonly reason?: string
}

/** What a person said of two nodes, one of which is of this undertaking. */
export interface VerdictLine {
  readonly id: string
  readonly verdict: 'same' | 'different' | 'unsure'
  readonly by: string
  readonly at: string
  readonly reason?: string
  /** The two, in words. */
  readonly quotes: readonly [string, string]
  /** Where the other one belongs, where that is not here. */
  readonly elsewhere?: NodeId
}

/** A form that was not taken: its words, why, and what changed since it was opened. */
export interface RefusedForm {
  readonly form: 'guideline' | 'score'
  readonly given: Readonly<Record<string, readonly string[]>>
  readonly why: string
  readonly meanwhile: readonly Meanwhile[]
}

export interface UndertakingPage extends Terms {
  /** Who judges on this page, where judging is allowed. */
  readonly author?: string
  /** They may take back what others said. */
  readonly undoes?: true
  readonly id: NodeId
  /** Address of this server, for citations. */
  readonly origin?: string
  readonly due?: string
  readonly asOf: string
  readonly entries: readonly (Entry & { readonly title: string; readonly directionLabel: string })[]
  readonly standing: Standing
  /** The day since which it has stood so; absent where no date says. */
  readonly since?: string
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
  /** What people answered on its links. */
  readonly verdicts: readonly VerdictLine[]
  /** In force, oldest first. */
  readonly guidelines: readonly GuidelineLine[]
  /** Judgements that the page was made from: a form sends them along, so that what changed meanwhile can be told. */
  readonly seen: readonly string[]
  /** Set where the reader codes blind: other people's scores of what the reader has not scored are left out, and nothing is computed from them. */
  readonly blind?: true
  readonly refused?: RefusedForm
}
