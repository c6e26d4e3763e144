import type { NodeId, Standing } from '../../ledger/nouns.ts'
import type { Force, Kind } from '../../model.ts'

/** An undertaking in the table; of chosen columns, only those. */
export interface LedgerRow {
  readonly id: NodeId
  readonly label?: string
  readonly kind?: Kind
  readonly force?: Force
  readonly parties?: readonly string[]
  readonly topics?: readonly string[]
  readonly mechanisms?: readonly string[]
  readonly places?: readonly string[]
  readonly programme?: string
  readonly direction?: string
  readonly first?: string
  readonly last?: string
  readonly due?: string
  readonly standing?: Standing
  readonly statements?: number
  readonly documents?: number
  readonly evidence?: number
  readonly scores?: number
}

/** What the address asks for. Lists are or-ed, but parties: all must be bound. */
export interface LedgerQuery {
  readonly party: readonly string[]
  readonly counterpart: readonly string[]
  readonly topic: readonly string[]
  readonly mechanism: readonly string[]
  readonly kind: readonly string[]
  readonly force: readonly string[]
  readonly standing: readonly string[]
  readonly programme?: string
  readonly direction?: string
  readonly dueBefore?: string
  readonly text?: string
  readonly sort: string
  /** Names of columns, in their order; none: those that are shown at first. */
  readonly columns: readonly string[]
  readonly after?: string
  readonly limit: number
}

export interface LedgerPage {
  readonly query: LedgerQuery
  readonly asOf: string
  readonly rows: readonly LedgerRow[]
  readonly total: number
  /** `total` is a floor. */
  readonly more: boolean
  readonly next?: string
  /** The programmes of the ledger with their directions, by which its undertakings can be chosen. */
  readonly programmes: readonly {
    readonly name: string
    readonly title: string
    readonly directions: readonly { readonly id: string; readonly label: string }[]
  }[]
}

/** The orders of the table, with the words that a page has for them. */
export const sorts: readonly (readonly [string, string])[] = [
  ['last', 'latest first'],
  ['first', 'oldest first'],
  ['due', 'by day due'],
  ['label', 'by name'],
  ['statements', 'most said first'],
  ['force', 'firmest first'],
]
