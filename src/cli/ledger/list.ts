import type { Store } from '../../store/store.ts'
import type { Filter, Page, Row } from '../../store/types.ts'
import { countOf } from '../../web/parts/names.ts'
import { given } from '../given.ts'
import { showing, today, withStore } from '../open.ts'
import { write, writeAll, writeLines } from '../output.ts'
import { screen } from '../screen.ts'
import { usage, whole } from '../usage.ts'
import { verb } from '../verb.ts'
import { filtering, filterOf } from './filter.ts'
import { rowCsv, rowLines, rowsHeader } from './rows.ts'

const ledgerUsage = usage({
  verb: 'ledger',
  calls: [['ledger', 'undertakings of the ledger, those that all the filters fit']],
  options: {
    ...filtering,
    limit: { value: 'COUNT', about: 'how many, 1 to 100000; 50 without it', check: whole(1, 100_000, 'count') },
    all: { about: 'every one that fits' },
    after: { value: 'CURSOR', about: 'go on where an earlier list ended' },
    csv: { about: 'as CSV, one undertaking a row' },
    ...showing,
  },
  after: '',
})

/** How many the store is asked for at once. */
const pageSize = 500

/** The verb `ledger`: undertakings that fit, as a view, JSON `{undertakings, total, next?}` or CSV. */
export const list = verb(ledgerUsage, async ({ values }) => {
  const filter = filterOf(values, today())
  return withStore(values.ledger, { readOnly: true }, async (store) => {
    const limit = values.all ? Number.POSITIVE_INFINITY : Number(values.limit ?? 50)
    const pages = pagesOf(store, { ...filter, ...given({ after: values.after }) }, limit)
    if (values.json) await pagesJson(pages)
    else if (values.csv) {
      await write(rowsHeader)
      for await (const page of pages) await writeAll(page.rows.map(rowCsv))
    } else {
      let shown = 0
      let last: Page<Row> | undefined
      for await (const page of pages) {
        for (const row of page.rows) await writeLines([...(shown++ ? [''] : []), ...rowLines([row], screen(values), filter.asOf)])
        last = page
      }
      await write(`${shown ? '\n' : ''}${closing(shown, last, values.kind)}\n`)
    }
    return 0
  })
})

async function* pagesOf(store: Store, filter: Filter, limit: number): AsyncGenerator<Page<Row>> {
  let after = filter.after
  let left = limit
  for (;;) {
    const page = await store.list({ ...filter, ...given({ after }), limit: Math.min(left, pageSize) })
    yield page
    left -= page.rows.length
    after = page.next
    if (after === undefined || left <= 0) return
  }
}

function closing(shown: number, last: Page<Row> | undefined, kinds: readonly string[]): string {
  const total = last?.total ?? 0
  if (!total) return 'nothing fits'
  const all = `${last?.more ? 'more than ' : ''}${countOf(total, kinds)}`
  const count = shown === total ? all : `${shown} of ${all}`
  return last?.next === undefined ? count : `${count} · more with --after ${last.next}`
}

async function pagesJson(pages: AsyncIterable<Page<Row>>): Promise<void> {
  let count = 0
  let last: Page<Row> | undefined
  await write('{"undertakings":[')
  for await (const page of pages) {
    await writeAll(page.rows.map((row) => `${count++ ? ',\n' : '\n'}${JSON.stringify(row)}`))
    last = page
  }
  await write(
    `\n],"total":${last?.total ?? 0},"more":${last?.more ?? false}${last?.next === undefined ? '' : `,"next":${JSON.stringify(last.next)}`}}\n`,
  )
}
