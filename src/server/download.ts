import type { Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import { cell } from '../export/csv/cell.ts'
import { type SheetCell, xlsxOf } from '../export/xlsx.ts'
import type { Store } from '../store/store.ts'
import { columnsNamed, filedAtFirst, type LedgerColumn } from '../web/ledger/columns.ts'
import type { LedgerQuery, LedgerRow } from '../web/ledger/props.ts'
import { refuse, type Setting } from './answer.tsx'
import type { House } from './house.ts'
import { listLedger } from './pages/loaders.ts'
import { ledgerQuery } from './pages/query.ts'

/** What a column of a row holds, as one text or number. */
function valueIn(row: LedgerRow, field: keyof LedgerRow): SheetCell {
  const value = row[field]
  return typeof value === 'object' ? value.join(field === 'parties' ? ' ' : '; ') : value
}

/** Everything that a query of the ledger gives, page by page, in the columns that it names. */
async function* pagesOf(store: Store, query: LedgerQuery, asOf: string): AsyncGenerator<SheetCell[][]> {
  const fields = columnsNamed(query.columns, filedAtFirst).map(({ field }) => field)
  const { after: _, ...rest } = query
  let after: string | undefined
  do {
    const page = await listLedger(store, { ...rest, columns: [], limit: 1000, ...(after && { after }) }, asOf)
    yield page.rows.map((row) => fields.map((field) => valueIn(row, field)))
    after = page.next
  } while (after)
}

/** As CSV (RFC 4180), for programs: columns have the names that addresses and JSON have. */
async function* csvOf(columns: readonly LedgerColumn[], pages: AsyncIterable<readonly SheetCell[][]>): AsyncGenerator<string> {
  yield `${columns.map(({ name }) => name).join(',')}\r\n`
  for await (const rows of pages) yield rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** As a workbook, for people: columns are called what the page calls them. */
const sheetOf = (columns: readonly LedgerColumn[], pages: AsyncIterable<readonly SheetCell[][]>) =>
  xlsxOf(
    columns.map(({ label, width }) => [label, width] as const),
    pages,
  )

const forms = {
  csv: { type: 'text/csv; charset=utf-8', of: csvOf },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', of: sheetOf },
} as const

/** What one sees of the ledger as a file: the whole of what a filter gives, in the columns chosen. */
export function downloadRoutes(app: Hono, houseOf: (c: Context) => House, setting: () => Promise<Setting>): void {
  for (const [ending, { type, of }] of Object.entries(forms))
    app.get(`/ledger.${ending}`, async (c) => {
      const { store, today } = houseOf(c)
      const query = ledgerQuery(new URL(c.req.url).searchParams)
      if (typeof query === 'string') return refuse(c, await setting(), 400, query)
      c.header('Content-Type', type)
      c.header('Content-Disposition', `attachment; filename="ledger.${ending}"`)
      const columns = columnsNamed(query.columns, filedAtFirst)
      return stream(c, async (out) => {
        for await (const part of of(columns, pagesOf(store, query, today()))) await out.write(part)
      })
    })
}
