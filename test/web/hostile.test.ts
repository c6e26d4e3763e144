import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { balance, tame } from '../../src/web/parts/bidi.ts'
import { browserPath, openBrowser, type Running, startDemo } from './browser.ts'

/** What a text, a title, a publisher, an address or the name of a file may say. */
const hostile: Readonly<Record<string, string>> = {
  script: '</title></script><script>document.documentElement.dataset.ran="1"</script>',
  handler: '"><img src=x onerror="document.documentElement.dataset.ran=1"><svg onload=alert(1)>',
  markup: '<h1>Not a heading</h1><style>*{display:none}</style><base href="https://evil.example/">&lt;b&gt;',
  comment: '<!-- --><![CDATA[x]]>{{7*7}}#{7*7}<%= 7*7 %>',
  override: '\u202enever closed',
  isolate: '\u2066opened \u202e twice',
  closing: 'closed\u2069\u2069\u202c\u202c\u202c too often',
  long: 'x'.repeat(3000),
  longer: `https://${'a'.repeat(200)}.example/${'%41'.repeat(300)}`,
  control: 'a\u0000b\u001b[31mc\u0007\u2028\u2029\ufeff\ud800d',
  marks: `Z${'\u0311\u0489'.repeat(300)}`,
}

/** Elements that no page makes of what it is told. */
const strange =
  'main script, main style, main img, main base, main iframe, main object, main h1 h1, main svg[onload], a[href^="javascript:"], a[href^="data:"]'

const skip = browserPath ? false : 'no Chromium on this machine'
let house: Running
let browser: Browser
let page: Page
/** Faults of pages: scripts that ran, policies that had to hold, requests to elsewhere. */
const faults: string[] = []
const documents: Record<string, string> = {}
before(async () => {
  if (skip) return
  house = await startDemo()
  for (const [name, words] of Object.entries(hostile)) {
    const text = `Joint statement of Ghana and Canada. ${words}\n\nThe two sides will open a port in ${words} by 2032.\n\nThe two sides agreed to build a bridge.\n`
    const [added] = await house.store.add([
      {
        source: { text, title: `${name} ${words}`, publisher: words, url: `javascript:alert(1)//${words}`, date: '2031-01-02' },
        externalId: `${name}/${words.slice(0, 400)}`,
      },
    ])
    documents[name] = added?.document.id as string
    const on = (await house.store.document(documents[name]))?.statements[0]?.statement.id
    if (!on) continue
    await house.store.append([
      { body: { type: 'correction', on, field: 'condition', value: words }, by: words, reason: words },
      {
        body: {
          type: 'evidence',
          on,
          shows: 'progress',
          certainty: 'high',
          page: { paraphrase: words, publisher: words, url: `https://x.example/${words}` },
        },
        by: words,
      },
      { body: { type: 'search', on, query: words, where: [words], until: '2031-01-01' }, by: words },
    ])
  }
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  page.on('dialog', (dialog) => faults.push(`dialog ${dialog.message()}`))
  page.on(
    'console',
    (message) => message.type() === 'error' && !/Failed to load resource.*40[04]/.test(message.text()) && faults.push(message.text()),
  )
  page.on('request', (request) => !request.url().startsWith(house.url) && faults.push(request.url()))
})
after(async () => {
  if (skip) return
  await browser.close()
  await house.close()
})

async function look(path: string): Promise<void> {
  await page.goto(house.url + path)
  await clean(path)
}

async function clean(path: string): Promise<void> {
  assert.equal(await page.locator(strange).count(), 0, path)
  assert.equal(await page.getAttribute('html', 'data-ran'), null, path)
  // what is wider than a phone and does not lie in a region that scrolls
  const wide = await page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > 391 && !one.closest('.scroll, pre, .hidden'))
    .map((one) => one.outerHTML.slice(0, 120))`)
  assert.deepEqual(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= 390 ? [] : wide, [], path)
  assert.deepEqual(faults, [], path)
}

test('hostile words on every page that shows them: no script, no element, no request elsewhere, no width', { skip }, async () => {
  await look('/texts')
  await look('/ledger')
  await look('/review')
  await look('/audit')
  await look('/drift')
  for (const [name, words] of Object.entries(hostile)) {
    const id = documents[name] as string
    await look(`/texts/${id}`)
    const [first] = (await house.store.document(id))?.statements ?? []
    if (first) {
      await look(`/statements/${first.statement.id}`)
      await look(`/undertakings/${first.statement.id}`)
      await look(`/embed/${first.statement.id}`)
    }
    await look(`/compare?text=${id}&text=${documents['script']}`)
    const asked = encodeURIComponent(words.slice(0, 400).replaceAll('\ud800', ''))
    for (const path of [
      `/search?q=${asked}`,
      `/phrase?words=${asked}`,
      `/ledger?text=${asked}`,
      `/ledger?standing=${asked}`,
      `/brief?text=${asked}`,
      `/undertakings/${asked}`,
      `/texts/${asked}`,
      `/${asked}`,
    ])
      if (path.length < 3500) await look(path)
  }
})

test('hostile words that come by the form and by a file: read, shown, refused, never run', { skip }, async () => {
  for (const words of Object.values(hostile)) {
    await page.goto(`${house.url}/read`)
    await page.fill('#paste-text', `The two sides will open a port in Aktau. ${words}`)
    await page.fill('#paste-title', words.slice(0, 400))
    await page.fill('#paste-publisher', words.slice(0, 150))
    await page.click('main button')
    await page.waitForSelector('text=Read, not stored')
    await clean('/read')
    await page.goto(`${house.url}/read`)
    const name = `${words.replaceAll(/[/\u0000]/g, '_').slice(0, 100)}.txt`
    await page.setInputFiles('#paste-file', {
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from('The two sides will open a port in Aktau.'),
    })
    await page.click('main button')
    await page.waitForSelector('text=Read, not stored')
    await clean('/read')
    await page.goto(`${house.url}/read`)
    await page.setInputFiles('#paste-file', {
      name: `${words.replaceAll(/[/\u0000]/g, '_').slice(0, 100)}.zip`,
      mimeType: 'application/zip',
      buffer: Buffer.from('PK\u0003\u0004 no archive'),
    })
    await page.click('main button')
    await page.waitForSelector('text=That cannot be done')
    await clean('/read')
  }
})

test('words that turn the direction of writing turn no others: what stands behind them reads from left to right', { skip }, async () => {
  let looked = 0
  for (const name of ['override', 'isolate', 'closing']) {
    const [first] = (await house.store.document(documents[name] as string))?.statements ?? []
    for (const path of [
      `/statements/${first?.statement.id}`,
      `/undertakings/${first?.statement.id}`,
      `/texts/${documents[name]}`,
      '/audit',
    ]) {
      await page.goto(house.url + path)
      // a day that a page writes itself, in a block with such a character: its letters stand one after the other
      const order = (await page.evaluate(`[...document.querySelectorAll('main p, main li, main td, main dd')].flatMap((block) => {
        if (!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(block.textContent)) return []
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        const found = []
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (const { index } of node.data.matchAll(/Jan 2031/g)) {
            const range = document.createRange()
            const at = (i) => { range.setStart(node, i); range.setEnd(node, i + 1); return range.getBoundingClientRect().left }
            found.push(at(index) < at(index + 1) && at(index + 1) < at(index + 2))
          }
        return found
      })`)) as boolean[]
      looked += order.length
      assert.ok(order.every(Boolean), path)
    }
  }
  assert.ok(looked >= 4, `${looked} days stand beside such words`)
})

test('marks heaped upon a letter: a line may break, and nothing else changes', () => {
  const heap = `Z${'\u0311\u0489'.repeat(50)}`
  assert.equal(tame(heap).replaceAll('\u200b', ''), heap)
  assert.equal(tame(heap).split('\u200b').length, 4)
  assert.equal(tame('e\u0301te\u0301'), 'e\u0301te\u0301')
})

test('balance: closes what was left open, leaves out what closes nothing, changes nothing else', () => {
  for (const [text, balanced] of [
    ['plain', 'plain'],
    ['\u202eab', '\u202eab\u202c'],
    ['\u2066a\u202eb', '\u2066a\u202eb\u202c\u2069'],
    ['\u202ea\u2069b', '\u202eab\u202c'],
    ['a\u202c\u2069b', 'ab'],
    ['\u2067a\u202eb\u2069c', '\u2067a\u202eb\u2069c'],
    ['\u2067\u202ca\u2069', '\u2067a\u2069'],
  ] as const)
    assert.equal(balance(text), balanced, JSON.stringify(text))
  const odd = fc.array(
    fc.constantFrom('a', 'b ', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\ud800', '🚢'),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(odd, (parts) => {
      const text = parts.join('')
      const once = balance(text)
      const shown = (one: string) => one.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      assert.equal(shown(once), shown(text))
      assert.equal(balance(once), once)
      assert.equal(tame(text), once)
      // nothing of it reaches what follows: levels are back where they began
      const open: string[] = []
      for (const char of once) {
        if (/[\u202a\u202b\u202d\u202e]/.test(char)) open.push('\u202c')
        if (/[\u2066-\u2068]/.test(char)) open.push('\u2069')
        if (char === '\u202c') assert.equal(open.pop(), '\u202c')
        if (char === '\u2069') while (open.length > 0 && open.pop() !== '\u2069');
      }
      assert.deepEqual(open, [])
    }),
  )
})
