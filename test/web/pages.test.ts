import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import type { LedgerPage } from '../../src/web/ledger/props.ts'
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

/** Every page, and words that must stand on it. */
const pages: [path: string, words: RegExp][] = [
  ['/', /How the standing moved/],
  ['/programmes/china-kazakhstan', /Strategic trust/],
  ['/ledger', /undertakings, positions and reports; standing as of/],
  ['/ledger?standing=delivered&sort=label', /delivered/],
  ['/undertakings/china-kazakhstan%2Fflights', /Resume flights/],
  ['/texts', /documents, newest first/],
  ['/search?q=cooperation', /found for “cooperation”/],
  ['/review', /waiting/],
  ['/review/evidence', /Does it show what became of the promise/],
  ['/coding', /Begin blind coding/],
  ['/coding/differences', /No party has been scored by two coders/],
  ['/coding/links', /Second verdicts on links/],
  ['/coding/links/differences', /No pair has been judged by two people/],
  ['/compare', /Compare/],
  ['/drift', /From text to text/],
  ['/phrase?words=the+two+sides', /Where it stands/],
  ['/matrix/party-topic', /Parties by topics/],
  ['/matrix/year-force', /Years by force/],
  ['/matrix/party-standing', /Parties by standing/],
  ['/read', /nothing is stored until/],
  ['/brief?programme=china-kazakhstan', /what became of it/i],
  ['/nothing-here', /Not here/],
]

for (const [path, words] of pages)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${path}, ${colorScheme}: says what it should, asks nobody else, WCAG AA`, { skip }, async () => {
      const page = await browser.newPage({ colorScheme })
      const asked: string[] = []
      const faults: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => message.type() === 'error' && !/404/.test(message.text()) && faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(error.message))
      await page.goto(house.url + path)
      assert.match((await page.textContent('body')) ?? '', words)
      assert.deepEqual(await violations(page), [])
      assert.deepEqual(
        asked.filter((url) => !url.startsWith(house.url)),
        [],
      )
      assert.deepEqual(faults, [])
      await page.close()
    })

test('every page fits a phone: nothing but a marked region scrolls sideways', { skip }, async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  for (const [path] of pages) {
    await page.goto(house.url + path)
    assert.ok(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= 390, path)
  }
  await page.close()
})

test('every page has a twin of the same data', { skip }, async () => {
  for (const [path] of pages.filter(([one]) => one !== '/nothing-here' && one !== '/read')) {
    const page = await browser.newPage()
    await page.goto(house.url + path)
    const twin = (await page.getAttribute('link[rel="alternate"]', 'href')) as string
    const [byName, byHeader] = await Promise.all([
      fetch(house.url + twin),
      fetch(house.url + path, { headers: { accept: 'application/json' } }),
    ])
    assert.match(byName.headers.get('content-type') ?? '', /^application\/json/, twin)
    assert.deepEqual(await byName.json(), await byHeader.json())
    await page.close()
  }
})

test('a reading room without scripts: every statement has its note, and the text is the text', { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${house.url}/texts`)
  await page.click('main td a')
  const json = (await (await fetch(`${page.url()}.json`)).json()) as { text: string; notes: { id: string }[] }
  assert.ok(json.notes.length > 5)
  for (const { id } of json.notes) assert.equal(await page.locator(`#s-${id}, #n-${id}`).count(), 2, id)
  const shown = (await page.locator('.leaf .text').allTextContents()).join('')
  assert.equal(shown.replace(/\s+/g, ' '), json.text.replace(/\s+/g, ' '))
  await context.close()
})

test('a note is found by its words, and opens where it stands; the ledger is filtered by a direction of a programme', {
  skip,
}, async () => {
  const page = await browser.newPage()
  await page.goto(`${house.url}/search?q=Sputnik+briefing`)
  const hit = page.locator('.hits li', { hasText: 'note · evidence' }).first()
  assert.match((await hit.locator('mark').allTextContents()).join(' '), /Sputnik/)
  await hit.locator('blockquote a').click()
  await page.waitForURL(/\/undertakings\/.*#e-[0-9a-f]{16}$/)
  assert.equal(await page.locator(decodeURIComponent(new URL(page.url()).hash)).count(), 1)
  await page.goto(`${house.url}/ledger`)
  const option = page.locator('select[name="direction"] option').nth(1)
  await page.click('.more summary')
  await page.selectOption('select[name="direction"]', (await option.getAttribute('value')) ?? '')
  await page.click('.filters button')
  await page.waitForURL(/direction=[^&]+/)
  const listed = (await (await fetch(page.url().replace('/ledger?', '/ledger.json?'))).json()) as LedgerPage
  assert.ok(listed.total > 0 && listed.rows.every(({ programme }) => programme === 'china-kazakhstan'))
  await page.close()
})

test('keys: j and k walk the notes, / goes to the search box', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${house.url}/texts`)
  await page.click('main td a')
  await page.waitForURL(/\/texts\/[0-9a-f]{16}$/)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const second = await page.locator('[data-stop]').nth(1).getAttribute('data-stop')
  assert.equal(await page.locator('.note.is-current').getAttribute('data-stop'), second)
  await page.keyboard.press('k')
  assert.notEqual(await page.locator('.note.is-current').getAttribute('data-stop'), second)
  await page.keyboard.press('/')
  await page.keyboard.type('ports')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search\?q=ports/)
  await page.close()
})
