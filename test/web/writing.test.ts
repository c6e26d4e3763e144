import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Browser, chromium } from 'playwright-core'
import { browserPath, openBrowser, type Running, startDemo, violations } from './browser.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
let house: Running
let browser: Browser
before(async () => {
  if (skip) return
  house = await startDemo()
  browser = await openBrowser()
})
after(async () => {
  if (skip) return
  await browser.close()
  await house.close()
})

test('axe finds what it should: a picture without words', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${house.url}/ledger`)
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))")
  assert.match((await violations(page)).join(), /image-alt/)
  await page.close()
})

test('a text is read before it is stored, and stored when asked', { skip }, async () => {
  const page = await browser.newPage()
  const before = (await house.store.stats()).documents
  await page.goto(`${house.url}/read`)
  await page.fill(
    '#paste-text',
    'The two sides agreed to resume flights between China and Kazakhstan.\n\nKazakhstan will open a consulate general in Xi’an.',
  )
  await page.fill('#paste-title', '<script>alert(1)</script> “Readout”')
  await page.fill('#paste-date', '2031-04-05')
  await page.click('main button')
  await page.waitForSelector('text=Read, not stored')
  assert.deepEqual(await violations(page), [])
  assert.equal((await house.store.stats()).documents, before)
  await page.click('main button')
  await page.waitForURL(/\/texts\/[0-9a-f]{16}/)
  assert.equal((await house.store.stats()).documents, before + 1)
  assert.equal(await page.locator('h1').textContent(), '<script>alert(1)</script> “Readout”')
  await page.close()
})

test('review by keys: an answer is in the journal, and z takes it back', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${house.url}/review`)
  const waiting = (await house.store.suggestions()).total
  if (waiting === 0) return assert.fail('the demo ledger has no suggestion to review')
  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await page.waitForURL(/done=[0-9a-f]{16}/)
  const answers = async () => {
    const found = []
    for await (const one of house.store.journal()) if (one.by === 'tester') found.push(one.type)
    return found
  }
  assert.deepEqual(await answers(), ['link'])
  await page.keyboard.press('z')
  await page.waitForURL(/\/review$/)
  assert.deepEqual(await answers(), ['link', 'withdrawal'])
  assert.equal((await house.store.suggestions()).total, waiting)
  await page.close()
})

test('two people at once: the second is told, nothing is written over', { skip }, async () => {
  const [pair] = (await house.store.suggestions()).rows
  if (!pair) return assert.fail('the demo ledger has no suggestion to review')
  const [a, b] = [pair.a.node, pair.b.node]
  await house.store.append([{ body: { type: 'link', a, b, verdict: 'different' }, by: 'somebody else' }])
  const answer = await fetch(`${house.url}/review`, {
    method: 'POST',
    headers: { origin: house.url, accept: 'application/json' },
    body: new URLSearchParams({ a, b, verdict: 'same' }),
    redirect: 'manual',
  })
  assert.equal(answer.status, 400)
  assert.match(JSON.stringify(await answer.json()), /somebody else has already answered/)
})

test('forms from elsewhere, other names of this machine and large forms are refused', { skip }, async () => {
  const form = (headers: Record<string, string>, body: BodyInit) => fetch(`${house.url}/review`, { method: 'POST', headers, body })
  const answer = new URLSearchParams({ a: 'x', b: 'y', verdict: 'same' })
  assert.equal((await form({ origin: 'https://evil.example' }, answer)).status, 403)
  assert.equal(
    (await form({ origin: house.url, 'content-type': 'application/x-www-form-urlencoded' }, `a=${'x'.repeat(70_000)}`)).status,
    413,
  )
  const { port } = new URL(house.url)
  const other = await chromium.launch({
    executablePath: browserPath as string,
    args: ['--no-sandbox', '--host-resolver-rules=MAP evil.example 127.0.0.1'],
  })
  const page = await other.newPage()
  assert.equal((await page.goto(`http://evil.example:${port}/`))?.status(), 421)
  await other.close()
})

test('what texts and addresses say stays words', { skip }, async () => {
  const hostile = '<img src=x onerror=alert(1)>\u202e"\'&amp;</script><script>alert(2)</script> will open a port in Aktau by 2032.'
  await house.store.add([
    { source: { text: `The two sides agreed. ${hostile}`, title: hostile, url: 'javascript:alert(3)', publisher: hostile } },
  ])
  const page = await browser.newPage()
  let alerted = false
  page.on('dialog', () => {
    alerted = true
  })
  await page.goto(`${house.url}/texts`)
  await page.click('text=onerror=alert(1)')
  assert.equal(await page.locator('main img, main script').count(), 0)
  assert.equal(await page.locator('a[href^="javascript:"]').count(), 0)
  await page.goto(`${house.url}/search?q=${encodeURIComponent(hostile)}`)
  assert.equal(await page.locator('main img, main script').count(), 0)
  assert.equal(alerted, false)
  await page.close()
})
