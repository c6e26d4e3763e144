import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openStore, type Store } from '../../src/store/store.ts'
import type { ReportedPage } from '../../src/web/review/reported.tsx'
import { newFolder } from '../folder.ts'
import { browserPath, openBrowser, type Running, start, violations } from './browser.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
const promised =
  'Joint Statement of Peru and Chile\n\nPeru will open two lighthouses at Ilo by 2029.\n\nThe two sides agreed to build a railway between Tacna and Arica.\n\nChile will restore the old harbour of Arica.\n\nPeru will lend forty copper kettles to the school of Moquegua.\n\nPeru will repair the clock of Ilo.\n'
const reported =
  'Joint Statement of Peru and Chile\n\nPeru has opened two lighthouses at Ilo.\n\nThe two sides are building a railway between Tacna and Arica.\n\nThe old harbour of Arica has been restored by Chile.\n\nPeru has lent forty copper kettles to the school of Moquegua.\n'
let store: Store
let house: Running
let browser: Browser
before(async () => {
  store = await openStore(join(newFolder(), 'ledger.db'), { create: true })
  await store.add([
    { source: { text: promised, date: '2028-01-02', title: 'The first' } },
    { source: { text: reported, date: '2029-05-02', title: 'The second' } },
  ])
  house = await start(store, 'ana', '2031-06-01')
  if (!skip) browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house.close()
})

const queue = async (path = '/review/evidence.json') => (await fetch(house.url + path)).json() as Promise<ReportedPage>
const send = (fields: Record<string, string>) =>
  fetch(`${house.url}/review/evidence`, {
    method: 'POST',
    headers: { origin: house.url, accept: 'application/json' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

test('what a later text reports done waits, beside the promise, with the reason of the link', async () => {
  const { items } = await queue()
  assert.deepEqual(items.map(({ before, quote }) => `${before?.quote} -> ${quote}`).sort(), [
    'Chile will restore the old harbour of Arica -> The old harbour of Arica has been restored by Chile',
    'Peru will lend forty copper kettles to the school of Moquegua -> Peru has lent forty copper kettles to the school of Moquegua',
    'Peru will open two lighthouses at Ilo by 2029 -> Peru has opened two lighthouses at Ilo',
    'The two sides agreed to build a railway between Tacna and Arica -> The two sides are building a railway between Tacna and Arica',
  ])
  for (const { link } of items) assert.ok((link?.parts.length ?? 0) > 0)
})

test('the page of the undertaking says what changed from wording to wording', async () => {
  const [item] = (await queue()).items
  const page = await (await fetch(`${house.url}/undertakings/${item?.undertaking.id}.json`)).json()
  assert.deepEqual(
    (page as { wordings: { changes?: string }[] }).wordings.map(({ changes }) => changes),
    [undefined, 'reported done'],
  )
})

test('by keys: accepted, only said again, not this undertaking, unsure, each taken back', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${house.url}/review/evidence`)
  assert.deepEqual(await violations(page), [])
  const press = async (key: string) => {
    await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
  }
  for (const [key, standing] of [
    ['a', 'delivered'],
    ['p', 'progress'],
    ['e', 'restated'],
    ['u', 'unverifiable'],
    ['r', undefined],
  ] as const) {
    const [first] = (await queue()).items
    const { id, label } = first?.undertaking ?? { id: '', label: '' }
    const before = (await store.undertaking(id, { asOf: '2031-06-01' }))?.standing
    await press(key)
    assert.match(page.url(), /done=[0-9a-f]{16}/)
    assert.equal((await queue()).items.length, 3, key)
    const now = await store.undertaking(id, { asOf: '2031-06-01' })
    if (standing) assert.ok([standing, 'overdue'].includes(now?.standing ?? ''), `${key}: ${label} is ${now?.standing}`)
    else assert.equal(now?.members.length, 1, 'the report is no wording of it any more')
    await press('z')
    assert.equal((await queue()).items.length, 4, key)
    assert.equal((await store.undertaking(id, { asOf: '2031-06-01' }))?.standing, before)
  }
  await page.close()
})

test('a wording is taken out on the page of its undertaking, and the answer taken back there', { skip }, async () => {
  const page = await browser.newPage()
  const [item] = (await queue()).items
  const at = `${house.url}/undertakings/${item?.undertaking.id}`
  await page.goto(at)
  await page.click('text=Not the same undertaking')
  await page.waitForURL(/review\?done=/)
  await page.goto(at)
  assert.equal(await page.locator('.wordings > li').count(), 1)
  assert.match((await page.textContent('.verdicts')) ?? '', /^Not the same: .*The other ana/)
  assert.deepEqual(await violations(page), [])
  await Promise.all([page.waitForEvent('load'), page.click('.verdicts button')])
  assert.equal(await page.locator('.wordings > li').count(), 2)
  assert.equal(await page.locator('.verdicts').count(), 0)
  await page.close()
})

test('accepted evidence is the passage, of the day of its text and of those who say it', async () => {
  const item = (await queue()).items.find(({ quote }) => /lighthouses/.test(quote))
  assert.equal((await send({ statement: item?.statement ?? '', answer: 'delivers', reason: 'They say so.' })).status, 303)
  const found = (await store.judgementsOn(item?.statement ?? '')).find(({ type }) => type === 'evidence')
  assert.ok(found?.type === 'evidence')
  assert.deepEqual(
    [found.passage?.quote, found.date, found.parties, found.certainty, found.reason, found.on],
    ['Peru has opened two lighthouses at Ilo', '2029-05-02', ['PE'], 'medium', 'They say so.', item?.before?.id],
  )
})

test('what is answered already, or never waited, is refused', async () => {
  const [item] = (await queue()).items
  const both = await Promise.all(['delivers', 'restates'].map((answer) => send({ statement: item?.statement ?? '', answer })))
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 400])
  assert.match(await (both.find(({ status }) => status === 400) as Response).text(), /somebody has answered it meanwhile/)
  assert.equal((await send({ statement: 'nowhere', answer: 'delivers' })).status, 400)
  assert.equal((await send({ statement: item?.before?.id ?? '', answer: 'delivers' })).status, 400)
  assert.equal((await send({ statement: item?.statement ?? '', answer: 'constructor' })).status, 400)
  assert.equal((await fetch(`${house.url}/review/evidence.json?after=elsewhere`)).status, 400)
})

test('an answer that is not there is not taken back', async () => {
  for (const path of ['/review/undo', '/review/evidence/undo']) {
    const body = new URLSearchParams({ of: 'abcdef0123456789' })
    assert.equal((await fetch(house.url + path, { method: 'POST', headers: { origin: house.url }, body })).status, 400)
  }
})

test('a page at a time, in one order', async () => {
  const { undertakings } = await store.reported({ limit: 100 })
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const part = await store.reported({ limit: 1, ...(after && { after }) })
    seen.push(...part.undertakings.map(({ id }) => id))
    if (!part.next) break
    after = part.next
  }
  assert.deepEqual(
    seen,
    undertakings.map(({ id }) => id),
  )
  assert.ok(seen.length > 2)
})
