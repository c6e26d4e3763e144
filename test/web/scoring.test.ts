import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openStore } from '../../src/store/store.ts'
import type { UndertakingPage } from '../../src/web/undertaking/props.ts'
import { newFolder } from '../folder.ts'
import { browserPath, openBrowser, type Running, serveElsewhere, start, violations } from './browser.ts'

const skip = browserPath ? false : 'no Chromium on this machine'
const text =
  'Joint Statement of Peru and Chile\n\nThe two sides agreed to plant nine hundred pear trees on the road to Arica by 31 December 2030.\n'
let house: Running
let ledger: string
let browser: Browser
let id: string
before(async () => {
  ledger = join(newFolder(), 'ledger.db')
  const store = await openStore(ledger, { create: true })
  const [added] = await store.add([{ source: { text, title: 'A synthetic text', date: '2029-01-02' } }])
  id = added?.undertakings[0] as string
  house = await start(store, 'ana', '2031-06-01')
  if (!skip) browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house.close()
})

const page = async (): Promise<UndertakingPage> => (await fetch(`${house.url}/undertakings/${id}.json`)).json() as Promise<UndertakingPage>
const send = (path: string, fields: Record<string, string>) =>
  fetch(house.url + path, {
    method: 'POST',
    headers: { origin: house.url, accept: 'application/json' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
const lengthOfJournal = async () => (await house.store.wholeJournal()).length
/** Where no browser has written what counts, the form is sent as it stands. */
const writeGuideline = async () => {
  const { guidelines, seen } = await page()
  if (!guidelines.length) assert.equal((await send('/guidelines', { on: id, seen: seen.join(' '), ...guideline })).status, 303)
}
const guideline = { from: '2029-01-03', to: '2030-12-31', full: 'All nine hundred stand.', partial: 'Some stand.', none: 'None stands.' }

test('by keys: what counts is written, then a score that rests on evidence, and both are taken back', { skip }, async () => {
  const view = await browser.newPage()
  await view.goto(`${house.url}/undertakings/${id}`)
  await view.keyboard.press('g')
  assert.equal(await view.evaluate('document.activeElement.id'), 'guideline-from', 'who pressed the key goes on in the first field')
  assert.equal(await view.inputValue('#guideline-from'), '2029-01-03', 'the day after the first wording')
  assert.equal(await view.inputValue('#guideline-to'), '2030-12-31', 'the deadline of the wording')
  assert.deepEqual(await violations(view), [])
  for (const name of ['full', 'partial', 'none'] as const) await view.fill(`#guideline-${name}`, guideline[name])
  await view.keyboard.press('Enter')
  await view.waitForSelector('.guidelines li')
  await send('/evidence', {
    on: id,
    shows: 'progress',
    certainty: 'high',
    publisher: 'Gazette',
    paraphrase: '<b>Half</b> stand.',
    date: '2030',
  })
  await view.reload()
  await view.keyboard.press('s')
  assert.equal(await view.evaluate('document.activeElement.id'), 'score-guideline')
  await view.selectOption('#score-party', 'PE')
  await view.selectOption('#score-value', '0')
  await view.selectOption('#score-stage', '2')
  await view.check('[name="evidence"]')
  await view.fill('#score-reason', 'Half of them <i>only</i>.')
  assert.deepEqual(await violations(view), [])
  await view.keyboard.press('Enter')
  await view.waitForSelector('text=one coder')
  const [peru] = (await page()).byParty.filter(({ party }) => party === 'PE')
  assert.equal(peru?.score?.value, '0')
  assert.equal(peru.score.stage, 2)
  const [score] = peru.score.given
  assert.deepEqual([score?.by, score?.reason, score?.role, score?.evidence.length], ['ana', 'Half of them <i>only</i>.', 'first', 1])
  await view.click('text=Every score as it was given')
  assert.match((await view.textContent('.given')) ?? '', /Half of them <i>only<\/i>\. Rests on no\. 1\./)
  await view.click('.given button')
  await view.waitForSelector('.given', { state: 'detached' })
  await view.click('.guidelines button')
  await view.waitForSelector('.guidelines', { state: 'detached' })
  assert.deepEqual(await violations(view), [])
  await view.close()
})

test('without scripts, on a phone, in the dark: the same forms', { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 }, colorScheme: 'dark' })
  const view = await context.newPage()
  await view.goto(`${house.url}/undertakings/${id}`)
  await view.click('text=Write what counts')
  for (const name of ['full', 'partial', 'none'] as const) await view.fill(`#guideline-${name}`, guideline[name])
  await view.click('[action="/guidelines"] button')
  await view.click('text=Score a party')
  await view.selectOption('#score-party', 'CL')
  await view.selectOption('#score-value', '1')
  await view.fill('#score-reason', 'All stand.')
  await view.click('[action="/scores"] button')
  await view.waitForSelector('text=one coder')
  assert.equal((await page()).byParty.find(({ party }) => party === 'CL')?.standing, 'delivered')
  assert.ok(((await view.evaluate('document.documentElement.scrollWidth')) as number) <= 390)
  await context.close()
})

test('forms that do not say enough are refused, with what to do, and their words are kept', async () => {
  await writeGuideline()
  const before = await lengthOfJournal()
  const whole = { on: id, seen: (await page()).seen.join(' '), ...guideline }
  for (const [path, fields, line] of [
    ['/guidelines', { ...whole, full: '' }, /Say what counts/],
    ['/guidelines', { ...whole, from: 'in May' }, /which day the window opens/],
    ['/guidelines', { ...whole, to: '2028-01-01' }, /before it begins/],
    ['/scores', { ...whole, party: 'PE', value: '7', guideline: 'x' }, /A score is/],
    ['/scores', { ...whole, party: 'PE', value: '1', guideline: 'deadbeef' }, /no judgement deadbeef/],
    [
      '/scores',
      { ...whole, party: 'PE', value: '1', guideline: (await page()).guidelines[0]?.id ?? '', evidence: 'deadbeef' },
      /no piece of evidence/,
    ],
    ['/scores', { ...whole, party: 'FR', value: '1', stage: '9', guideline: 'x' }, /A stage is/],
  ] as const) {
    const answer = await send(path, fields)
    assert.equal(answer.status, 400)
    const { refused } = (await answer.json()) as UndertakingPage
    assert.match(refused?.why ?? '', line)
    assert.deepEqual(refused?.given['from'], [fields.from])
  }
  assert.equal((await send('/scores', { ...whole, on: 'nowhere' })).status, 404)
  assert.equal(await lengthOfJournal(), before)
})

test('somebody else, past this server, has judged meanwhile: the second is told what changed, and nothing is written', {
  skip,
}, async () => {
  const view = await browser.newPage()
  await view.goto(`${house.url}/undertakings/${id}`)
  await view.keyboard.press('s')
  await view.selectOption('#score-party', 'PE')
  await view.fill('#score-reason', 'My own words.')
  const other = await openStore(ledger)
  await other.append([
    { body: { type: 'search', on: id, query: 'stumps', where: ['maps'], until: '2031-01-01' }, by: 'ben', reason: 'to be sure' },
  ])
  const before = await lengthOfJournal()
  await view.click('[action="/scores"] button')
  await view.waitForSelector('[role="alert"]')
  assert.match(
    (await view.textContent('[role="alert"]')) ?? '',
    /Nothing was written\..*looked for “stumps” and found nothing ben, 1? ?.*: to be sure/s,
  )
  assert.equal(await lengthOfJournal(), before)
  assert.equal(await view.inputValue('#score-reason'), 'My own words.')
  assert.deepEqual(await violations(view), [])
  // the second look has seen it: now it is written
  await view.click('[action="/scores"] button')
  await view.waitForURL(/#score$/)
  assert.equal(await lengthOfJournal(), before + 1)
  await other.close()
  await view.close()
})

test('two servers in two processes: of two who give the same first score at once, one is told', async (t) => {
  const others = await serveElsewhere(ledger, 'ben')
  t.after(others.close)
  await writeGuideline()
  const rule = (await page()).guidelines[0]?.id ?? ''
  const post = (url: string, fields: Record<string, string>) =>
    fetch(`${url}/scores`, {
      method: 'POST',
      headers: { origin: url, accept: 'application/json' },
      body: new URLSearchParams({ on: id, guideline: rule, value: '1', reason: 'seen', ...fields }),
      redirect: 'manual',
    })
  for (let round = 0; round < 6; round++) {
    const fields = { party: `Port ${round}`, seen: (await page()).seen.join(' ') }
    const statuses = (await Promise.all([post(house.url, fields), post(others.url, fields)])).map(({ status }) => status)
    assert.deepEqual(statuses.sort(), [303, 409])
  }
})

test('what the form was drawn from and is no longer in force is told too', async () => {
  const [said] = await house.store.append([
    { body: { type: 'search', on: id, query: 'roots', where: ['maps'], until: '2031-01-01' }, by: 'ben' },
  ])
  const seen = (await page()).seen.join(' ')
  await house.store.append([{ body: { type: 'withdrawal', of: said?.id ?? '' }, by: 'ben' }])
  const answer = await send('/guidelines', { on: id, seen, ...guideline })
  assert.equal(answer.status, 409)
  assert.match(((await answer.json()) as UndertakingPage).refused?.meanwhile[0]?.what ?? '', /no longer in force: looked for “roots”/)
})

test('a guideline by which others have scored is not taken back', async () => {
  await writeGuideline()
  const [rule] = (await page()).guidelines
  const value = { type: 'score', on: id, party: 'Ilo', guideline: rule?.id ?? '', value: 0, role: 'first' } as const
  await house.store.append([{ body: value, by: 'ben' }])
  const answer = await send('/evidence/undo', { on: id, of: rule?.id ?? '' })
  assert.equal(answer.status, 400)
  assert.match(JSON.stringify(await answer.json()), /Others have scored by this guideline/)
})

test('a server for reading only takes no score', async () => {
  const reading = await start(await openStore(ledger, { readOnly: true }), undefined, '2031-06-01')
  const answer = await fetch(`${reading.url}/scores`, {
    method: 'POST',
    headers: { origin: reading.url },
    body: new URLSearchParams({ on: id }),
  })
  assert.equal(answer.status, 403)
  await reading.close()
})

test('for whom a guideline is can be said by name: the ledger knows states by their codes', async () => {
  for (const [words, parties] of [
    ['Peru, CL', ['CL', 'PE']],
    ['peru chile, Peru', ['CL', 'PE']],
    ['Southern Ocean Partnership', ['Southern Ocean Partnership']],
  ] as const) {
    const { guidelines, seen } = await page()
    const before = guidelines.map((one) => one.id)
    const answer = await send('/guidelines', { on: id, ...guideline, parties: words, reason: words, seen: seen.join(' ') })
    assert.equal(answer.status, 303)
    const [fresh] = (await page()).guidelines.filter((one) => !before.includes(one.id))
    assert.deepEqual([...(fresh?.parties ?? [])].sort(), parties)
  }
})
