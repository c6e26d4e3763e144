import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openStore } from '../../src/store/store.ts'
import { newFolder } from '../folder.ts'
import { page, startServer } from '../intake/hostile-server.ts'
import { startWorld, type World } from './accounts/world.ts'
import { browserPath, openBrowser, type Running, start, violations } from './browser.ts'

/** The address field of the page that takes a text: who may have something fetched, and what comes of it. The server that is asked is the hostile one. */

const limits = { bytes: 1_000_000, time: 1500 }
let hostile: Awaited<ReturnType<typeof startServer>>
let desk: Running
let world: World
/** As a server is that nobody tests: loopback is no address of the web. */
let plain: World

before(async () => {
  hostile = await startServer()
  const store = await openStore(join(newFolder(), 'address.db'), { create: true })
  desk = await start(store, 'tester', '2031-06-01', { fetching: { loopback: true, limits } })
  world = await startWorld({ publicReading: true }, { fetching: { loopback: true, limits } })
  plain = await startWorld()
})
after(async () => {
  hostile.stop()
  await desk.close()
  await world.close()
  await plain.close()
})

const asked = () => hostile.seen.length

test('nothing is fetched for nobody, for a visitor of public pages, for a form of another site, or on a server for reading only', async () => {
  const before = asked()
  const form = { address: `${hostile.base}/page` }
  assert.equal((await world.ask('/read', { form })).status, 401)
  assert.equal((await world.ask('/texts', { form })).status, 401)
  const cookie = await world.signIn('Rosa')
  assert.equal((await world.ask('/read', { form, cookie, headers: { origin: 'https://elsewhere.example' } })).status, 403)
  const own = await openStore(join(newFolder(), 'reading.db'), { create: true })
  const reading = await start(own, undefined, '2031-06-01', { fetching: { loopback: true, limits } })
  try {
    assert.doesNotMatch(await (await fetch(`${reading.url}/read`)).text(), /name="address"/)
    const answer = await fetch(`${reading.url}/read`, { method: 'POST', body: new URLSearchParams(form), headers: { origin: reading.url } })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /Nothing is fetched for you here/)
  } finally {
    await reading.close()
  }
  assert.equal(asked(), before)
  const read = await world.ask('/read', { form, cookie })
  assert.equal(read.status, 200)
  assert.match(await read.text(), /France will open a port/)
  assert.equal(asked(), before + 1)
})

const good = ['/page', '/gzip', '/br', '/moved', '/video-of-text', '/page-as-text', '/lying-charset']

test('whatever a server does, the answer is its text or one line that says what is wrong, in time', async () => {
  for (const path of hostile.paths) {
    const address = `${hostile.base}${path}`
    const form = new URLSearchParams({ address })
    const answer = await fetch(`${desk.url}/read`, {
      method: 'POST',
      body: form,
      headers: { origin: desk.url, accept: 'application/json' },
    })
    const said = (await answer.json()) as { error?: string; unsaved?: string }
    assert.equal(answer.status, good.includes(path) ? 200 : 400, `${path}: ${said.error}`)
    if (good.includes(path)) continue
    assert.ok(said.error?.startsWith(`${address}: `) && !said.error.includes('\n') && said.error.length < 400, `${path}: ${said.error}`)
  }
  assert.ok(hostile.paths.length > 25)
})

const refused: readonly (readonly [address: string, line: RegExp])[] = [
  ['http://example.org/', /write it like https:/],
  ['ftp://example.org/', /write it like https:/],
  ['file:///etc/passwd', /write it like https:/],
  ['javascript:alert(1)', /write it like https:/],
  ['https://', /is no address/],
  ['https://user:secret@example.org/', /holds a name or password/],
  ['https://127.0.0.1/', /inside of a network/],
  ['https://10.1.2.3/', /inside of a network/],
  ['https://[::1]/', /inside of a network/],
  ['https://[::ffff:10.0.0.1]/', /inside of a network/],
  ['https://169.254.169.254/latest/meta-data/', /inside of a network/],
  ['https://localhost:8080/', /inside of a network/],
  ['https://2130706433/', /inside of a network/],
  [`https://example.org/${'x'.repeat(3000)}`, /is too long an address/],
]

test('what is no public address of https is refused in one line', async () => {
  const cookie = await plain.signIn('Rosa')
  for (const [address, line] of refused) {
    // each as if much time had gone by: only so many texts may be sent a minute
    plain.clock.now += 60_000
    const answer = await plain.ask('/read', { form: { address }, cookie, headers: { accept: 'application/json' } })
    const { error = '' } = (await answer.json()) as { error?: string }
    assert.equal(answer.status, 400, address)
    assert.match(error, line, address)
    assert.ok(!error.includes('\n') && error.length < 400, error)
  }
})

test('a text and an address together are one too many', async () => {
  const before = asked()
  const form = new URLSearchParams({ address: `${hostile.base}/page`, text: 'Ghana will open a port.' })
  const answer = await fetch(`${desk.url}/read`, { method: 'POST', body: form, headers: { origin: desk.url } })
  assert.equal(answer.status, 400)
  assert.match(await answer.text(), /send one of them/)
  assert.equal(asked(), before)
})

const skip = browserPath ? false : 'no Chromium on this machine'
for (const colorScheme of ['light', 'dark'] as const)
  test(`an address is given, its page is read, and put into the ledger with where it came from, ${colorScheme}`, { skip }, async () => {
    const browser = await openBrowser()
    try {
      const tab = await browser.newPage({ colorScheme, viewport: { width: 390, height: 800 } })
      await tab.goto(`${desk.url}/read`)
      assert.deepEqual(await violations(tab), [])
      assert.ok(((await tab.evaluate('document.documentElement.scrollWidth')) as number) <= 390)
      await tab.fill('#paste-address', `${hostile.base}/picture`)
      await tab.press('#paste-address', 'Enter')
      await tab.waitForSelector('text=That cannot be done')
      assert.match((await tab.textContent('main')) ?? '', /\/picture: is no text \(image\/png\)/)
      assert.deepEqual(await violations(tab), [])
      await tab.goto(`${desk.url}/read`)
      await tab.fill('#paste-address', `${hostile.base}/moved`)
      await tab.fill('#paste-publisher', colorScheme)
      await tab.press('#paste-address', 'Enter')
      await tab.waitForSelector('text=Read, not stored')
      assert.deepEqual(await violations(tab), [])
      assert.ok(((await tab.evaluate('document.documentElement.scrollWidth')) as number) <= 390)
      await tab.click('main button')
      await tab.waitForURL(/\/texts\/[0-9a-f]{16}$/)
      const id = tab.url().split('/').at(-1) ?? ''
      assert.equal(Buffer.from((await desk.store.bytes(id)) ?? []).toString(), page)
      const receipt = await desk.store.receipt(id)
      assert.deepEqual([receipt?.url, receipt?.type, receipt?.form], [`${hostile.base}/page`, 'text/html; charset=utf-8', 'html'])
      assert.equal((await desk.store.document(id))?.document.title, 'On ports')
    } finally {
      await browser.close()
    }
  })
