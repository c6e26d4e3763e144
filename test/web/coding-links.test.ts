import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Browser } from 'playwright-core'
import { openApi } from '../../src/server/twins/openapi.ts'
import type { Store } from '../../src/store/store.ts'
import type { LinkCodingPage, LinkDifferencesPage } from '../../src/web/coding/props.ts'
import { browserPath, openBrowser, violations } from './browser.ts'
import { type Coders, openCoders } from './coders.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
const SECRET = 'Quinces of the first judge'
const BLIND = { cookie: 'stocktake-blind=links' }
const texts = [
  'Joint Statement of Peru and Chile\n\nThe two sides agreed to plant nine hundred pear trees on the road to Arica by 2030.\n\nPeru will open two lighthouses at Ilo.\n',
  'Readout of the meeting of Peru and Chile\n\nPeru and Chile will plant pear trees along the road to Arica.\n\nPeru will repair a lighthouse near Ilo.\n',
]

let store: Store
let browser: Browser
let pairs: readonly (readonly [a: string, b: string])[]
let coders: Coders

before(async () => {
  coders = await openCoders(['ana', 'ben', 'eva'], BLIND)
  store = coders.store
  const added = await store.add(
    texts.map((text, i) => ({ source: { text, title: `A synthetic text ${i + 1}`, date: `2028-0${i + 1}-02` } })),
  )
  const statements = async (i: number) =>
    (await store.document(added[i]?.document.id ?? ''))?.statements.map(({ statement }) => statement.id) ?? []
  const [[trees = '', light = ''], [later = '', repair = '']] = [await statements(0), await statements(1)]
  pairs = [
    [trees, later],
    [light, repair],
  ]
  for (const [i, [a, b]] of pairs.entries())
    await store.append([{ body: { type: 'link', a, b, verdict: i === 0 ? 'same' : 'different' }, by: 'ana', reason: SECRET }])
  if (!skip) browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await coders.close()
})

const of = (name: string) => coders.of(name)
const send: Coders['send'] = (...asked) => coders.send(...asked)
const json: Coders['json'] = (...asked) => coders.json(...asked)

test('blind: no page says what the first judge said, or shows what belongs together', async () => {
  const [[a, b] = ['', '']] = pairs
  const document = (await store.documents()).rows[0]?.document.id
  const shut = [
    '/',
    '/ledger',
    '/brief',
    '/review',
    '/search?q=trees',
    '/audit',
    '/coding/links/differences',
    '/coding/differences',
    '/drift',
  ]
  for (const path of [...shut, `/undertakings/${a}`, `/statements/${b}`, `/texts/${document}`, '/texts']) {
    await (await fetch(of('ben') + path)).text()
    assert.equal((await fetch(of('ben') + path, { headers: BLIND })).status, 403, path)
  }
  for (const path of ['/coding/links', '/coding/links.json', '/coding', '/coding.json']) {
    const said = await (await fetch(of('ben') + path, { headers: BLIND })).text()
    assert.match(said, /pear trees/, path)
    assert.doesNotMatch(said, new RegExp(SECRET), path)
  }
  assert.match(await (await fetch(`${of('ben')}/undertakings/${a}`)).text(), new RegExp(SECRET), 'in the open it is shown')
})

test('the pair stands with the words around it, and tells nothing of what it belongs to', async () => {
  const { pair, waiting, next } = await json<LinkCodingPage>('ben', '/coding/links.json')
  assert.deepEqual([waiting, [pair?.a.node, pair?.b.node], next], [2, pairs[0], pair?.id])
  assert.match(pair?.a.around?.after ?? '', /lighthouses at Ilo/)
  assert.deepEqual([pair?.a.undertaking, pair?.b.undertaking], [pair?.a.node, pair?.b.node])
  assert.equal((await json<LinkCodingPage>('ana', '/coding/links.json')).waiting, 0, 'not for who judged')
  assert.equal((await json<LinkCodingPage>('ben', '/coding/links.json', {})).pair, undefined, 'not for who sees')
})

test('what cannot be a second verdict is refused, and nothing is written', async () => {
  const [[a, b] = ['', '']] = pairs
  const given = { a, b, verdict: 'same' }
  assert.equal((await send('ben', '/coding/links', given, {})).status, 403, 'not blind')
  assert.equal((await send('ben', '/coding/links', { ...given, verdict: 'perhaps' })).status, 400)
  const own = await send('ana', '/coding/links', given)
  assert.equal(own.status, 409)
  assert.match(((await own.json()) as LinkCodingPage).refused ?? '', /ana has judged .* already/)
  assert.equal((await send('eva', '/coding/links/decide', { ...given, reason: 'x' }, {})).status, 409, 'nothing to decide yet')
  assert.equal((await store.linkVerdicts()).length, 2)
})

test('by keys: skip, answer, take back; a second verdict moves nothing, and people differ', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${of('ben')}/coding`)
  await page.click('text=Second verdicts on links')
  await page.waitForURL(/coding\/links$/)
  await page.click('text=Begin blind coding')
  await page.waitForSelector('[aria-label="The pair"]')
  assert.deepEqual(await violations(page), [])
  const key = async (pressed: string): Promise<string> => {
    await Promise.all([page.waitForEvent('load'), page.keyboard.press(pressed)])
    return page.url()
  }
  assert.match(await key('s'), /after=/)
  assert.match((await page.textContent('.pair')) ?? '', /repair a lighthouse/)
  await page.goto(`${of('ben')}/coding/links`)
  const before = (await store.undertaking(pairs[0]?.[0] ?? '', { asOf: '2031-06-01' }))?.members.length
  assert.match(await key('r'), /done=[0-9a-f]{16}/)
  assert.match(await key('z'), /links$/)
  assert.match((await page.textContent('.pair')) ?? '', /pear trees/)
  for (const pressed of ['r', 'r']) await key(pressed)
  await page.waitForSelector('text=Nothing waits here')
  assert.equal((await store.undertaking(pairs[0]?.[0] ?? '', { asOf: '2031-06-01' }))?.members.length, before)
  await page.click('text=Leave blind coding')
  const { total, agreement } = await json<LinkDifferencesPage>('ben', '/coding/links/differences.json', {})
  assert.deepEqual([total, agreement.pairs, agreement.same], [1, 2, 1])
  await page.goto(`${of('ben')}/coding/links/differences`)
  assert.equal(await page.locator('[action="/coding/links/decide"]').count(), 0, 'who judged decides nothing')
  await page.close()
})

test('a third person decides, with a reason, and the ledger follows', { skip }, async () => {
  const page = await browser.newPage()
  const [[a, b] = ['', '']] = pairs
  const together = async () =>
    (await store.undertaking(a, { asOf: '2031-06-01' }))?.members.some(({ statement }) => statement.id === b) === true
  assert.equal(await together(), true)
  assert.equal((await send('eva', '/coding/links/decide', { a, b, verdict: 'different', reason: '' }, {})).status, 400)
  await page.goto(`${of('eva')}/coding/links/differences`)
  assert.deepEqual(await violations(page), [])
  await page.fill('[name="reason"]', 'Nine hundred trees are more than trees.')
  await page.click('button[value="different"]')
  await page.waitForURL(/done=/)
  assert.equal(await together(), false)
  const late = await send('eva', '/coding/links/decide', { a, b, verdict: 'same', reason: 'I think so.' }, {})
  assert.equal(late.status, 409)
  assert.match(((await late.json()) as LinkDifferencesPage).refused?.why ?? '', /eva has decided meanwhile: different/)
  await page.click('text=Take back')
  await page.waitForURL(/differences$/)
  assert.equal(await together(), true)
  await page.close()
})

test('the twins are as they are described', async () => {
  const description = openApi() as { components: object }
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  ajv.addSchema({ $id: 'openapi', components: description.components } as object, 'openapi')
  ajv.addVocabulary(['components'])
  const [, [a, b] = ['', '']] = pairs
  await store.append([{ body: { type: 'link', a: b, b: a, verdict: 'same' }, by: 'ida' }])
  for (const [shape, name, path, headers] of [
    ['LinkCodingPage', 'eva', '/coding/links.json', {}],
    ['LinkCodingPage', 'eva', '/coding/links.json', BLIND],
    ['LinkDifferencesPage', 'eva', '/coding/links/differences.json', {}],
  ] as const) {
    const check = ajv.compile({ $ref: `openapi#/components/schemas/${shape}` })
    assert.ok(check(await json(name, path, headers)), `${path}: ${ajv.errorsText(check.errors)}`)
  }
})

test('links: the ledger that an export makes again is the same, second verdicts and all', async () => {
  const [[a, b] = ['', '']] = pairs
  // where no browser has given one
  if (skip) await store.append([{ body: { type: 'link', a, b, verdict: 'same', role: 'second' }, by: 'ben' }])
  const journal = []
  for await (const judgement of store.journal()) journal.push(judgement)
  assert.ok(journal.some((one) => one.type === 'link' && one.role === 'second'))
  assert.deepEqual(await store.verify(), [])
})
