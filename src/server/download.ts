import { cell } from '../export/csv/cell.ts'
import type { Store } from '../store/store.ts'
import type { LedgerQuery, LedgerRow } from '../web/ledger/props.ts'
import { loadLedger } from './loaders.ts'

const columns: readonly (readonly [name: string, of: (row: LedgerRow) => unknown])[] = [
  ['id', (row) => row.id],
  ['standing', (row) => row.standing],
  ['label', (row) => row.label],
  ['kind', (row) => row.kind],
  ['force', (row) => row.force],
  ['parties', (row) => row.parties.join(' ')],
  ['first', (row) => row.first],
  ['last', (row) => row.last],
  ['due', (row) => row.due],
  ['statements', (row) => row.statements],
  ['texts', (row) => row.documents],
]

/** Everything that a query of the ledger gives, page by page, as CSV (RFC 4180). */
export async function* ledgerCsv(store: Store, query: LedgerQuery, asOf: string): AsyncGenerator<string> {
  yield `${columns.map(([name]) => name).join(',')}\r\n`
  let after: string | undefined
  do {
    const { after: _, ...rest } = query
    const page = await loadLedger(store, { ...rest, limit: 1000, ...(after && { after }) }, asOf)
    yield page.rows.map((row) => `${columns.map(([, of]) => cell(of(row))).join(',')}\r\n`).join('')
    after = page.next
  } while (after)
}
