import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { entriesOf, zipIn } from '../../src/intake/zip.ts'
import { downloads } from '../../src/server/twins/openapi.ts'
import { browserPath, openBrowser, type Running, startDemo, violations } from './browser.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
let house: Running
let browser: Browser
before(async () => {
  house = await startDemo()
  const entry = {
    id: 'harbour/formula',
    programme: 'harbour',
    direction: 'sea',
    label: '=HYPERLINK("http://x.example","harbour")',
    kind: 'commitment',
    force: 'agreed',
    parties: ['@SUM(A1)'],
    mechanisms: [],
    places: [],
  } as const
  await house.store.append([{ body: { type: 'entry', entry }, by: 'tester' }])
  if (!skip) browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house.close()
})

const get = async (path: string) => (await fetch(house.url + path)).text()
const sheet = async (path: string): Promise<string[][]> => {
  const bytes = new Uint8Array(await (await fetch(house.url + path)).arrayBuffer())
  const xml = new TextDecoder().decode(
    entriesOf(zipIn(bytes))
      .find(({ name }) => name === 'xl/worksheets/sheet1.xml')
      ?.unpack(),
  )
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\/>|<c[^>]*>(.*?)<\/c>/gs)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]*>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    ),
  )
}

test('the columns of the address are those of the page, of CSV, of JSON and of the workbook, in its order', async () => {
  const query = '?columns=due&columns=label,topics,texts&sort=due'
  const csv = (await get(`/ledger.csv${query}`)).split('\r\n')
  assert.equal(csv[0], 'due,label,topics,texts')
  const rows = await sheet(`/ledger.xlsx${query}`)
  assert.deepEqual(rows[0], ['Due', 'What is said', 'Topics', 'Texts'], 'a workbook has the words of the page')
  assert.equal(rows.length, csv.length - 1)
  const { rows: data, total } = JSON.parse(await get(`/ledger.json${query}`)) as { rows: Record<string, unknown>[]; total: number }
  assert.equal(rows.length - 1, total)
  const known = new Set(data.flatMap((row) => Object.keys(row)))
  assert.deepEqual([...known].sort(), ['documents', 'due', 'id', 'label', 'topics'])
  assert.deepEqual(
    rows.slice(1, 21).map((row) => row[1]),
    data.slice(0, 20).map(({ label }) => label),
  )
  const html = await get(`/ledger${query}`)
  assert.deepEqual(
    [...html.matchAll(/<th scope="col">([^<]*)/g)].map(([, label]) => label),
    ['Due', 'What is said', 'Topics', 'Texts'],
  )
  assert.ok(html.includes('/ledger.xlsx?sort=due&amp;columns=due&amp;columns=label'))
})

test('without columns files have those they always had, and the page has its own', async () => {
  const [names] = (await get('/ledger.csv')).split('\r\n')
  assert.equal(names, 'id,standing,label,kind,force,parties,first,last,due,statements,texts')
  assert.equal(
    (await sheet('/ledger.xlsx'))[0]?.join(),
    'Id,Standing,What is said,Kind,Force,Parties,First said,Last said,Due,Statements,Texts',
  )
  assert.doesNotMatch(await get('/ledger?columns=standing,label,force,last,due,texts'), /ledger\.csv\?columns/)
  assert.equal((await fetch(`${house.url}/ledger.xlsx?columns=nonsense`)).status, 400)
  assert.match(await get('/ledger.json?columns=nonsense'), /columns=nonsense: not known; use id, standing/)
})

test('a name that begins like a formula is a text in both files', async () => {
  const query = '?programme=harbour&columns=label,parties'
  assert.deepEqual((await sheet(`/ledger.xlsx${query}`))[1], ['=HYPERLINK("http://x.example","harbour")', '@SUM(A1)'])
  assert.equal((await get(`/ledger.csv${query}`)).split('\r\n')[1], `"'=HYPERLINK(""http://x.example"",""harbour"")",'@SUM(A1)`)
})

test('downloads are described, and served as what they are described', async () => {
  const { paths } = JSON.parse(await get('/openapi.json')) as {
    paths: Record<string, { get: { responses: Record<string, { content?: object }> } }>
  }
  for (const { path, type } of downloads) {
    assert.deepEqual(Object.keys(paths[path]?.get.responses['200']?.content ?? {}), [type])
    const answer = await fetch(house.url + path)
    assert.equal(answer.status, 200)
    assert.ok(answer.headers.get('content-type')?.startsWith(type))
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="ledger\.\w+"$/)
    await answer.arrayBuffer()
  }
})

test('columns are chosen on the page, with and without scripts, and stay in the address alone', { skip }, async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: javaScriptEnabled ? 1280 : 390, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${house.url}/ledger`)
    await page.click('.columns summary')
    await page.check('input[name="columns"][value="places"]')
    await page.uncheck('input[name="columns"][value="due"]')
    await page.click('.filters button')
    assert.match(page.url(), /columns=places/)
    const heads = await page.locator('th[scope="col"]').allTextContents()
    assert.deepEqual(
      heads.map((one) => one.trim()),
      ['Standing', 'What is said', 'Force', 'Last said', 'Texts', 'Places'],
    )
    if (javaScriptEnabled) assert.deepEqual(await violations(page), [])
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'fits the width')
    await page.goto(`${house.url}/ledger`)
    assert.equal(await page.locator('th[scope="col"]').count(), 6)
    assert.deepEqual(await context.cookies(), [])
    await context.close()
  }
})
