import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Running, startDemo } from './browser.ts'

let house: Running
before(async () => {
  house = await startDemo()
})
after(() => house.close())

const total = async (query: string): Promise<number> =>
  ((await (await fetch(`${house.url}/ledger.json?${query}`)).json()) as { total: number }).total

test('a party is asked for by its name or its code, a topic in any letters', async () => {
  const kazakhstan = await total('party=KZ')
  assert.ok(kazakhstan > 0)
  for (const asked of ['party=Kazakhstan', 'party=kazakhstan', 'party=Republic+of+Kazakhstan', 'party=kz'])
    assert.equal(await total(asked), kazakhstan, asked)
  const both = await total('party=CN+KZ')
  assert.ok(both > 0 && both < kazakhstan)
  for (const asked of ['party=China%2C+Kazakhstan', 'party=China+KZ', 'party=China&party=Kazakhstan'])
    assert.equal(await total(asked), both, asked)
  assert.ok((await total('topic=transport')) > 0)
  assert.equal(await total('topic=Transport'), await total('topic=transport'))
  assert.equal(await total('party=Atlantis'), 0)
})

test('the form leads to an address that says what is asked and no more', async () => {
  const sent = `${house.url}/ledger?text=&party=Kazakhstan&standing=delivered&programme=&sort=due&counterpart=&kind=&dueBefore=&columns=standing`
  const { status, headers } = await fetch(sent, { redirect: 'manual' })
  assert.equal(status, 302)
  assert.equal(headers.get('location'), '/ledger?party=KZ&standing=delivered&sort=due&columns=standing')
  const landed = await fetch(sent)
  assert.equal(landed.status, 200)
  assert.match(await landed.text(), /<option value="delivered" selected>/)
})

test('filters that are in use are open, others are folded away', async () => {
  const page = async (query: string) => (await fetch(`${house.url}/ledger${query}`)).text()
  assert.match(await page('?topic=transport'), /<details class="more" open[^>]*><summary>More filters/)
  assert.match(await page(''), /<details class="more"><summary>More filters/)
})
