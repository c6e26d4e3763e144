import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { browserPath, openBrowser, type Running, startDemo, violations } from './browser.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
let house: Running
let browser: Browser
/** Statements of one text, each test has its own. */
let ids: string[]
let document: string
before(async () => {
  house = await startDemo()
  const text =
    'Joint Statement of the Republic R and the Kingdom Z\n\nThe two sides will open a port in Aktau by 2032.\n\n' +
    'The two sides agreed to build a bridge.\n\nThe two sides will exchange lists of species before May 2033.\n\nThe two sides will study the river.\n'
  const [added] = await house.store.add([{ source: { text, title: 'A synthetic text', date: '2031-01-02' } }])
  document = added?.document.id as string
  ids = (await house.store.document(document))?.statements.map(({ statement }) => statement.id) as string[]
  assert.equal(ids.length, 4)
  if (!skip) browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house.close()
})

const fieldsOf = async (id: string) =>
  ((await (await fetch(`${house.url}/statements/${id}.json`)).json()) as { given: Record<string, string> }).given
const send = (id: string, fields: Record<string, string>, path = '') =>
  fetch(`${house.url}/statements/${id}${path}`, {
    method: 'POST',
    headers: { origin: house.url, accept: 'application/json' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
const statement = async (id: string) => (await house.store.node(id))?.statement

test('by keys: from the reading room to the form and back; the ledger follows, the note says judged', { skip }, async () => {
  const page = await browser.newPage()
  await page.goto(`${house.url}/texts/${document}`)
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.waitForURL(/\/statements\//)
  assert.deepEqual(await violations(page), [])
  await page.selectOption('#field-force', 'agreed')
  await page.fill('#field-reason', 'the text is a treaty')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#corrections')
  assert.deepEqual(await violations(page), [])
  assert.equal((await statement(ids[0] as string))?.force, 'agreed')
  await page.click('.context ~ p a, .over a')
  await page.waitForURL(/\/(texts|undertakings)\//)
  await page.goto(`${house.url}/texts/${document}`)
  assert.match((await page.textContent(`#n-${ids[0]}`)) ?? '', /agreed/)
  await page.goto(`${house.url}/statements/${ids[0]}`)
  await page.click('.corrections button')
  await page.waitForSelector('#corrections', { state: 'detached' })
  assert.equal((await statement(ids[0] as string))?.force, 'intent')
  await page.close()
})

test('the form works without scripts, and fits a phone in the dark', { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 }, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(`${house.url}/texts/${document}`)
  await page.click(`#n-${ids[1]} a[href^="/statements/"]`)
  await page.fill('#field-parties', 'KZ, CN')
  await page.fill('#field-reason', 'the heading names them')
  await page.click('.correcting button')
  await page.waitForSelector('#corrections')
  assert.deepEqual((await statement(ids[1] as string))?.parties, ['KZ', 'CN'])
  await context.close()
})

test('two people at once: the second is told what changed and keeps the words; nothing is written', async () => {
  const id = ids[2] as string
  const before = await fieldsOf(id)
  await house.store.append([
    { body: { type: 'correction', on: id, field: 'force', value: 'binding' }, by: 'somebody else', reason: 'a treaty' },
  ])
  const answer = await send(id, { ...before, force: 'should', seen: '', reason: 'mine' })
  assert.equal(answer.status, 409)
  const { refused } = (await answer.json()) as { refused: { given: { force: string }; meanwhile: { by: string; value: string }[] } }
  assert.equal(refused.given.force, 'should')
  assert.deepEqual(
    refused.meanwhile.map(({ by, value }) => [by, value]),
    [['somebody else', 'binding']],
  )
  assert.equal((await statement(id))?.force, 'binding')
})

test('of forms that are sent at the same time one is written', async () => {
  const id = ids[3] as string
  const before = await fieldsOf(id)
  const answers = await Promise.all(
    ['binding', 'agreed', 'ready', 'should'].map((force) => send(id, { ...before, force, seen: '', reason: 'at once' })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409, 409])
})

test('a time limit is words of the statement; a reason is asked for; the day is kept', async () => {
  const id = ids[0] as string
  const before = await fieldsOf(id)
  const seen = ((await (await fetch(`${house.url}/statements/${id}.json`)).json()) as { corrections: { id: string }[] }).corrections
    .map((one) => one.id)
    .join(' ')
  assert.equal((await send(id, { ...before, seen, deadline: 'next week', reason: 'x' })).status, 409)
  assert.equal((await send(id, { ...before, seen, force: 'binding', reason: '' })).status, 409)
  assert.equal((await send(id, { ...before, seen, reason: 'nothing' })).status, 409)
  assert.equal((await send(id, { ...before, seen, force: 'nonsense', reason: 'x' })).status, 400)
  assert.equal(
    (await send(id, { ...before, seen, deadline: 'by 2032', deadlineDay: '2032-06-30', reason: 'the annex says June' })).status,
    303,
  )
  const { deadline } = (await statement(id)) ?? {}
  assert.deepEqual([deadline?.phrase, deadline?.to], ['by 2032', '2032-06-30'])
})

test('a statement that is not there cannot be corrected', async () => {
  assert.equal((await send('000000000000-0-5', { reason: 'x' })).status, 404)
  assert.equal((await send(ids[0] as string, { of: '0123456789abcdef' }, '/undo')).status, 400)
})
