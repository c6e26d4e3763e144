import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { browserPath, openBrowser, type Running, startDemo, violations } from './browser.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
let house: Running
let browser: Browser
let id: string
before(async () => {
  house = await startDemo()
  const text = 'Joint Statement of China and Kazakhstan\n\nThe two sides will plant nine hundred pear trees on the road to Aktau.\n'
  const [added] = await house.store.add([{ source: { text, title: 'A synthetic text', date: '2031-01-02' } }])
  id = added?.undertakings[0] as string
  if (!skip) browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house.close()
})

const standing = async () => (await house.store.undertaking(id, { asOf: '2031-06-01' }))?.standing
const send = (path: string, fields: Record<string, string>) =>
  fetch(house.url + path, {
    method: 'POST',
    headers: { origin: house.url, accept: 'application/json' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

test('by keys: what was found changes the standing, and is taken back', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${house.url}/undertakings/${id}`)
  assert.equal(await standing(), 'not-assessed')
  await page.keyboard.press('e')
  assert.deepEqual(await violations(page), [])
  await page.fill('#found-date', '2031-04')
  await page.fill('#found-publisher', 'Gazette of Aktau')
  await page.fill('#found-paraphrase', 'All nine hundred <b>trees</b> stand.')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.evidence li')
  assert.match((await page.textContent('.evidence')) ?? '', /All nine hundred <b>trees<\/b> stand\./)
  assert.equal(await standing(), 'delivered')
  assert.deepEqual(await violations(page), [])
  await page.click('.evidence li button')
  await page.waitForSelector('.evidence li', { state: 'detached' })
  assert.equal(await standing(), 'not-assessed')
  await page.close()
})

test('without scripts, on a phone: looked and found nothing', { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 }, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(`${house.url}/undertakings/${id}`)
  await page.click('text=Say that you looked and found nothing')
  await page.fill('#found-query', 'pear trees')
  await page.fill('#found-where', 'gazettes, the newspaper of Aktau')
  await page.fill('#found-until', '2031-05-31')
  await page.click('[action="/evidence/none"] button')
  await page.waitForSelector('text=Looked for until')
  assert.equal(await standing(), 'nothing-found')
  await context.close()
})

test('forms that do not say enough are refused, each with what to do', async () => {
  const whole = { on: id, shows: 'delivers', certainty: 'high', publisher: 'Gazette', paraphrase: 'Done.' }
  for (const [change, line] of [
    [{ paraphrase: '' }, /own words/],
    [{ publisher: '' }, /Name the source/],
    [{ url: 'javascript:alert(1)' }, /not an address/],
    [{ date: 'in May' }, /not a date/],
    [{ shows: 'wonders' }, /what it shows/],
    [{ on: 'nowhere' }, /neither a statement nor an entry/],
  ] as const) {
    const answer = await send('/evidence', { ...whole, ...change })
    assert.equal(answer.status, 400)
    assert.match(JSON.stringify(await answer.json()), line)
  }
  assert.equal((await send('/evidence/none', { on: id, query: 'x', where: '', until: '2031-01-01' })).status, 400)
})

test('nobody takes back what another has said', async () => {
  const [said] = await house.store.append([
    { body: { type: 'search', on: id, query: 'q', where: ['w'], until: '2031-01-01' }, by: 'somebody else' },
  ])
  assert.equal((await send('/evidence/undo', { on: id, of: said?.id ?? '' })).status, 400)
})
