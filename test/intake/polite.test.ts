import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { IntakeError } from '../../src/intake/error.ts'
import { type HostState, type Hosts, Polite, waitOf } from '../../src/intake/fetch/polite.ts'
import { pageOf, startFeedServer } from './feed-server.ts'

const server = await startFeedServer()
const other = await startFeedServer()
after(server.stop)
after(other.stop)
const { answers, base, asked, paths } = server
beforeEach(() => {
  answers.clear()
  other.answers.clear()
  paths()
  other.paths()
  answers.set('/page', pageOf('France will open a port.'))
})
const politeOf = (more: { hosts?: Hosts; gap?: number; signal?: AbortSignal } = {}) => new Polite({ gap: 1, loopback: true, ...more })
const refused = (message: RegExp) => (error: unknown) => error instanceof IntakeError && message.test(error.message)

/** Remembers hosts as a ledger does. */
function memory(): Hosts & { readonly states: Map<string, HostState> } {
  const states = new Map<string, HostState>()
  return { states, load: async (origin) => states.get(origin), save: async (origin, state) => void states.set(origin, state) }
}

test('robots.txt is asked for once, and the program says what it is', async () => {
  const polite = politeOf()
  for (let i = 0; i < 3; i++) await polite.get(`${base}/page`)
  assert.deepEqual(paths(), ['/robots.txt', '/page', '/page', '/page'])
  for (const { headers } of asked) assert.match(headers['user-agent'] ?? '', /^stocktake \(.*https?:\/\//)
})

for (const [name, robots, allowed] of [
  ['all is closed to all', 'User-agent: *\nDisallow: /', false],
  ['it alone is shut out', 'User-agent: stocktake\nDisallow: /page\n\nUser-agent: *\nAllow: /', false],
  ['others are shut out', 'User-agent: *\nDisallow: /\n\nUser-agent: stocktake\nAllow: /', true],
  ['another part is closed', 'User-agent: *\nDisallow: /private/', true],
  ['a pattern closes it', 'User-agent: *\nDisallow: /*ge$', false],
  ['it is a page', '<!doctype html><p>Nothing here', true],
] as const)
  test(`where ${name} by robots.txt, a page is ${allowed ? '' : 'not '}fetched`, async () => {
    answers.set('/robots.txt', (response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(robots))
    if (allowed) assert.equal((await politeOf().get(`${base}/page`)).status, 200)
    else {
      await assert.rejects(politeOf().get(`${base}/page`), refused(/^is not fetched: robots\.txt of 127\.0\.0\.1:\d+ does not allow it$/))
      assert.deepEqual(paths(), ['/robots.txt'])
    }
  })

for (const [status, open] of [
  [404, true],
  [403, true],
  [500, false],
  [503, false],
  [429, false],
] as const)
  test(`a robots.txt that answers ${status} leaves the host ${open ? 'open' : 'closed'} (RFC 9309)`, async () => {
    answers.set('/robots.txt', (response) => response.writeHead(status).end())
    if (open) assert.equal((await politeOf().get(`${base}/page`)).status, 200)
    else await assert.rejects(politeOf().get(`${base}/page`), refused(/robots\.txt of .* cannot be had/))
  })

test('a redirect is followed only where robots.txt of the other host allows it', async () => {
  answers.set('/there', (response) => response.writeHead(302, { location: `${other.base}/page` }).end())
  other.answers.set('/page', pageOf('Germany will open a port.'))
  other.answers.set('/robots.txt', 'User-agent: *\nDisallow: /')
  await assert.rejects(politeOf().get(`${base}/there`), refused(/does not allow it/))
  assert.deepEqual(other.paths(), ['/robots.txt'])
})

test('an address that leads to another host waits for the turn of that host', async () => {
  let [open, most] = [0, 0]
  const slow = async (response: ServerResponse) => {
    most = Math.max(most, ++open)
    await sleep(80)
    open--
    response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf('Kenya will buy rice.'))
  }
  for (const path of ['/one', '/two']) other.answers.set(path, slow)
  answers.set('/away', (response) => response.writeHead(302, { location: `${other.base}/two` }).end())
  answers.set('/round', (response) => response.writeHead(302, { location: `${other.base}/round` }).end())
  other.answers.set('/round', (response) => response.writeHead(302, { location: `${base}/round` }).end())
  const polite = politeOf()
  const [one, two] = await Promise.all([polite.get(`${other.base}/one`), polite.get(`${base}/away`)])
  assert.deepEqual([one.url, two.url, most], [`${other.base}/one`, `${other.base}/two`, 1])
  await assert.rejects(polite.get(`${base}/round`), refused(/^leads on more than 5 times; name the address of the text itself$/))
})

test('one request at a time, with a pause between two to the same host, however many are asked for at once', async () => {
  let open = 0
  let most = 0
  answers.set('/slow', (response) => {
    most = Math.max(most, ++open)
    setTimeout(() => {
      open--
      response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf('France will open a port.'))
    }, 30)
  })
  const from = asked.length
  const polite = politeOf({ gap: 80 })
  await Promise.all([1, 2, 3].map(() => polite.get(`${base}/slow`)))
  assert.equal(most, 1)
  const times = asked.slice(from).map(({ at }) => at)
  assert.equal(times.length, 4)
  for (let i = 1; i < times.length; i++) assert.ok((times[i] as number) - (times[i - 1] as number) >= 75, `${times}`)
})

test('a longer pause that robots.txt asks for is kept to', async () => {
  answers.set('/robots.txt', 'User-agent: *\nCrawl-delay: 0.4')
  const from = asked.length
  const polite = politeOf()
  await polite.get(`${base}/page`)
  await polite.get(`${base}/page`)
  const times = asked.slice(from).map(({ at }) => at)
  assert.ok((times[2] as number) - (times[1] as number) >= 390, `${times}`)
})

test('a host that asks to be left alone is, also by the next process', async () => {
  const hosts = memory()
  answers.set('/page', (response) => response.writeHead(503, { 'retry-after': '120' }).end())
  await assert.rejects(politeOf({ hosts }).get(`${base}/page`), refused(/^answers 503: too busy; try again after 120/))
  paths()
  await assert.rejects(politeOf({ hosts }).get(`${base}/page`), refused(/is on a host that asked to be left alone until \d{4}-/))
  assert.deepEqual(paths(), [])
  const state = hosts.states.get(base)
  assert.ok(state?.until && Math.abs(state.until - Date.now() - 120_000) < 5000)
  // a robots.txt that is remembered is not asked for again
  hosts.states.set(base, { ...state, until: 0 })
  answers.set('/page', pageOf('France will open a port.'))
  await politeOf({ hosts }).get(`${base}/page`)
  assert.deepEqual(paths(), ['/page'])
})

test('what is broken off waits for nothing', async () => {
  const stop = new AbortController()
  answers.set('/silent', () => {})
  const polite = politeOf({ signal: stop.signal })
  setTimeout(() => stop.abort(), 50)
  await assert.rejects(polite.get(`${base}/silent`), refused(/was broken off/))
})

test('without the flag of tests nothing on this machine is asked, not even for robots.txt', async () => {
  await assert.rejects(new Polite({ gap: 1 }).get(`${base}/page`), refused(/inside of a network/))
  assert.deepEqual(paths(), [])
})

test('a hostile robots.txt holds nobody up', async () => {
  answers.set('/robots.txt', `User-agent: *\n${`Disallow: /${'*a'.repeat(200)}b\n`.repeat(900)}`)
  const from = Date.now()
  assert.equal((await politeOf().get(`${base}/page`)).status, 200)
  assert.ok(Date.now() - from < 5000)
})

const now = Date.parse('2033-06-07T10:00:00Z')
for (const [value, wait] of [
  ['120', 120_000],
  ['Tue, 07 Jun 2033 10:01:00 GMT', 60_000],
  ['Tue, 07 Jun 2033 09:00:00 GMT', 0],
  ['999999999', 7 * 24 * 3_600_000],
  ['soon', 0],
  ['-5', 0],
  [undefined, 0],
] as const)
  test(`Retry-After: ${value} asks for ${wait} ms`, () => {
    assert.equal(waitOf(value, now), wait)
  })
