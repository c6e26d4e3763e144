import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Running, startDemo } from './browser.ts'

let house: Running
before(async () => {
  house = await startDemo({ today: '2026-11-26' })
})
after(() => house.close())

const get = async <T>(address: string): Promise<T> => (await (await fetch(`${house.url}${address}`)).json()) as T

interface Row {
  readonly id: string
  readonly standing: string
  readonly since?: string
  readonly telling?: string
  readonly evidence: readonly { readonly id: string; readonly shows: string; readonly date?: string }[]
}

test('a row tells since when it stands so, and the evidence that speaks for it, not whatever came last', async () => {
  const { directions } = await get<{ directions: { rows: Row[] }[] }>('/index.json')
  const rows = directions.flatMap((direction) => direction.rows)
  const told = new Map(rows.map((row) => [row.id, row.evidence.find(({ id }) => id === row.telling)]))
  const shows = { delivered: ['delivers'], progress: ['progress', 'delivers'], restated: ['restates'] } as Record<string, string[]>
  for (const { id, standing } of rows) if (shows[standing]) assert.ok(shows[standing].includes(told.get(id)?.shows ?? ''), id)
  const named = (name: string) => rows.find(({ id }) => id === `china-kazakhstan/${name}`)
  assert.equal(named('core-interests')?.since, '2022-09-14')
  assert.equal(told.get('china-kazakhstan/core-interests')?.date, '2022-09-14')
  assert.equal(named('friendship-general')?.since, undefined)
  const page = await (await fetch(`${house.url}/`)).text()
  assert.match(page, /<p class="by">since 14 Sep 2022<\/p>/)
  assert.match(page, /href="\/ledger\?programme=china-kazakhstan&amp;standing=delivered"/)
})

test('an undertaking tells since when, and its force is that of the day', async () => {
  const one = await get<{ since?: string; force: string; later: number }>('/undertakings/china-kazakhstan%2Fconsulate-aktobe.json')
  assert.equal(one.since, '2024-07-30')
  const text =
    'Joint Statement of China and Kazakhstan\n\nThe two sides agreed to use the potential of the Trans-Caspian International Transport Route.'
  await house.store.add([{ source: { text, date: '2031-05-01', title: 'Later' } }])
  const route = '/undertakings/china-kazakhstan%2Ftitr.json'
  const { force, later } = await get<{ force: string; later: number }>(route)
  assert.deepEqual([later, force], [1, 'should'], 'what is dated after the day of the page has not been said yet')
})

test('a brief counts all that its filter gives, also where it shows the first alone', async () => {
  const brief = await get<{ counts: Record<string, number>; counted: number; total: number; undertakings: unknown[] }>('/brief.json')
  assert.ok(brief.total > brief.undertakings.length)
  assert.equal(brief.counted, brief.total)
  assert.equal(
    Object.values(brief.counts).reduce((sum, n) => sum + n, 0),
    brief.total,
  )
})
