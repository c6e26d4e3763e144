import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import type { ServerResponse } from 'node:http'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../src/store/store.ts'
import { pageOf, rssOf, startFeedServer } from '../intake/feed-server.ts'
import { onBoth, type Place } from '../store/places.ts'

const server = await startFeedServer()
after(server.stop)
const { base, answers, paths } = server

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

function start(args: readonly string[], env: Record<string, string> = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['dist/cli.js', ...args], {
    env: { ...process.env, STOCKTAKE_TEST_LOOPBACK: '1', STOCKTAKE_TEST_GAP: '1', ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (data) => (stdout += data))
  child.stderr.on('data', (data) => (stderr += data))
  return { child, ended: new Promise((done) => child.on('close', (code, signal) => done({ code, signal, stdout, stderr }))) }
}
const watch = (ledger: string, ...args: string[]) => start(['watch', '--ledger', ledger, ...args]).ended
const once = (ledger: string, ...args: string[]) => watch(ledger, '--once', '--json', ...args)
const events = ({ stdout }: Ended): { event: string; [key: string]: unknown }[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const kinds = (ended: Ended) => events(ended).map(({ event }) => event)

async function documentsIn(ledger: string): Promise<{ title?: string; text: string; url?: string }[]> {
  const store = await openStore(ledger, {})
  try {
    assert.deepEqual(await store.verify(), [])
    const found = []
    for await (const { id, title, url } of store.dump().documents) found.push({ id, title, url })
    return await Promise.all(
      found.map(async ({ id, title, url }) => ({
        text: (await store.document(id))?.text.trim() ?? '',
        ...(title ? { title } : {}),
        ...(url ? { url } : {}),
      })),
    )
  } finally {
    await store.close()
  }
}
let count = 0
/** A feed of its own for each test, so that nothing is remembered of it. */
const feedAt = (body: string): string => {
  const path = `/feed${++count}`
  answers.set(path, body)
  return base + path
}
const port = 'France will open a port in the north of Ruritania by the end of 2034.'
const pilots = 'Germany will train forty pilots a year for the port.'

onBoth('what is new in a feed is added once, with what it touches; the next poll asks only whether something changed', async (place) => {
  const ledger = await place.address()
  answers.set('/b', pageOf(pilots))
  const feed = feedAt(
    rssOf([
      { id: 'b', link: `${base}/b`, summary: 'Pilots' },
      { id: 'a', words: port, date: 'Tue, 07 Jun 2033 10:00:00 +0000' },
    ]),
  )
  const path = feed.slice(base.length)
  paths()
  const first = await once(ledger, feed)
  assert.deepEqual([first.code, first.stderr, kinds(first)], [0, '', ['added', 'added', 'polled']])
  assert.deepEqual(paths(), ['/robots.txt', path, '/b'])
  const second = await once(ledger, feed)
  assert.deepEqual([second.code, kinds(second), events(second)[0]?.['unchanged']], [0, ['polled'], true])
  // what hosts allow is remembered too
  assert.deepEqual(paths(), [path])
  answers.set(
    path,
    rssOf([
      { id: 'c', words: `After rain, they spoke again. ${port}`, date: 'Wed, 08 Jun 2033 10:00:00 +0000' },
      { id: 'a', words: port, date: 'Tue, 07 Jun 2033 10:00:00 +0000' },
    ]),
  )
  const third = await once(ledger, feed)
  assert.deepEqual(kinds(third), ['added', 'polled'])
  const { report } = events(third)[0] as unknown as { report: { touches: { relation: string; label: string }[] } }
  assert.equal(report.touches.length, 1)
  assert.match(report.touches[0]?.label ?? '', /port/)
  assert.equal((await documentsIn(ledger)).length, 3)
})

onBoth(
  'an entry is known by its id and its address; other words of it are a new text, the same words from the same host are not',
  async (place) => {
    const ledger = await place.address()
    const feed = feedAt(rssOf([{ id: '1', words: port, link: `${base}/one` }]))
    const path = feed.slice(base.length)
    await once(ledger, feed)
    // another id for the same address; the same text under another address
    answers.set(
      path,
      rssOf([
        { id: '2', words: port, link: `${base}/one` },
        { id: '3', words: port, link: `${base}/two`, title: 'Again' },
      ]),
    )
    assert.deepEqual(kinds(await once(ledger, feed)), ['polled'])
    answers.set(path, rssOf([{ id: '1', words: port.replace('2034', '2036'), link: `${base}/one` }]))
    const changed = await once(ledger, feed)
    assert.deepEqual(kinds(changed), ['added', 'polled'])
    assert.equal(events(changed)[0]?.['changed'], true)
    assert.equal((await documentsIn(ledger)).length, 2)
  },
)

onBoth('an entry whose page fails is tried again, five times, and told each time', async (place) => {
  const ledger = await place.address()
  answers.delete('/late')
  const feed = feedAt(
    rssOf([
      { id: '1', link: `${base}/late` },
      { id: '2', words: port },
    ]),
  )
  for (let i = 1; i <= 5; i++) {
    const ended = await once(ledger, feed)
    assert.equal(ended.code, 1)
    const refused = events(ended).find(({ event }) => event === 'refused')
    assert.deepEqual([refused?.['fault'], refused?.['last']], ['answers 404: there is no such page; check the address', i === 5])
  }
  paths()
  assert.deepEqual(kinds(await once(ledger, feed)), ['polled'])
  assert.ok(!paths().includes('/late'))
  assert.equal((await documentsIn(ledger)).length, 1)
})

test('an entry whose page comes later is added then, although the feed did not change', async (t) => {
  const ledger = await sqlite(t)
  answers.delete('/later')
  const feed = feedAt(rssOf([{ id: '1', link: `${base}/later` }]))
  assert.equal((await once(ledger, feed)).code, 1)
  answers.set('/later', pageOf(port))
  assert.deepEqual(kinds(await once(ledger, feed)), ['added', 'polled'])
})

for (const [name, body, message] of [
  ['empty', rssOf([]), undefined],
  [
    'a page',
    pageOf(port, 'M', '<link rel="alternate" type="application/atom+xml" href="/atom">'),
    /is a page, not a feed; it names http:\/\/127.0.0.1:\d+\/atom/,
  ],
  ['broken off', rssOf([{ id: '1', words: port }]).slice(0, -40), /is a broken feed/],
  ['a list of feeds', '<opml version="2.0"><body><outline xmlUrl="https://z.example/a"/></body></opml>', /is a list of feeds \(OPML\)/],
] as const)
  test(`a feed that is ${name} leaves nothing in the ledger`, async (t) => {
    const ledger = await sqlite(t)
    const ended = await once(ledger, feedAt(body))
    if (message) {
      assert.deepEqual([ended.code, kinds(ended)], [2, ['failed']])
      assert.match(String(events(ended)[0]?.['fault']), message)
    } else assert.deepEqual([ended.code, kinds(ended)], [0, ['polled']])
    assert.deepEqual(await documentsIn(ledger), [])
  })

test('a feed that fails rests, longer each time, and as long as it asks for', async (t) => {
  const ledger = await sqlite(t)
  const path = `/feed${++count}`
  answers.set(path, (response) => response.writeHead(503, { 'retry-after': '7200' }).end())
  const first = await once(ledger, base + path)
  assert.equal(first.code, 2)
  const until = Date.parse(String(events(first)[0]?.['until']))
  assert.ok(Math.abs(until - Date.now() - 7_200_000) < 60_000)
  paths()
  const second = await once(ledger, base + path)
  assert.deepEqual([second.code, kinds(second)], [0, ['rests']])
  assert.deepEqual(paths(), [])
  // the host of this test must be free for the others
  const store = await openStore(ledger, {})
  const list = await store.feeds().all()
  assert.deepEqual(
    list.map(({ failures }) => failures),
    [1],
  )
  await store.close()
})

test('robots.txt closes a feed', async (t) => {
  const ledger = await sqlite(t)
  const own = await startFeedServer()
  t.after(own.stop)
  own.answers.set('/feed', rssOf([{ id: '1', words: port }]))
  own.answers.set('/robots.txt', 'User-agent: stocktake\nDisallow: /feed')
  const ended = await once(ledger, `${own.base}/feed`)
  assert.match(String(events(ended)[0]?.['fault']), /robots\.txt of .* does not allow it/)
  assert.deepEqual(own.paths(), ['/robots.txt'])
})

test('without the flag of tests nothing on this machine is asked', async (t) => {
  const ledger = await sqlite(t)
  const feed = feedAt(rssOf([{ id: '1', words: port }]))
  paths()
  const ended = await start(['watch', '--once', '--ledger', ledger, feed], { STOCKTAKE_TEST_LOOPBACK: '' }).ended
  assert.match(ended.stderr, /is an address inside of a network, not of the web/)
  assert.deepEqual([ended.code, paths()], [2, []])
})

test('what an entry links to inside of a network is not fetched, even where the feed may be', async (t) => {
  const ledger = await sqlite(t)
  const ended = await once(ledger, feedAt(rssOf([{ id: '1', link: 'http://169.254.169.254/latest/' }])))
  assert.match(String(events(ended)[0]?.['fault']), /inside of a network/)
})

/** How often a watcher is killed: 30 times with STOCKTAKE_KILLS=30. */
const KILLS = Number(process.env['STOCKTAKE_KILLS'] ?? 6)
const ENTRIES = 24

onBoth(`killed ${KILLS} times at random moments, a watcher has every entry once in the end`, async (place) => {
  const ledger = await place.address()
  const items = Array.from({ length: ENTRIES }, (_, i) => ({
    id: `k${i}`,
    ...(i % 2 ? { words: `France will open port number ${i} by the end of 2034.` } : { link: `${base}/k${i}` }),
  }))
  for (let i = 0; i < ENTRIES; i += 2)
    answers.set(`/k${i}`, pageOf(`France will open port number ${i} by the end of 2034.`, `Readout k${i}`))
  const feed = feedAt(rssOf(items))
  const said = new Set<string>()
  for (let run = 0; run < KILLS; run++) {
    const { child, ended } = start(['watch', '--once', '--json', '--ledger', ledger, feed])
    let timer: NodeJS.Timeout | undefined
    child.stdout?.once('data', () => {
      timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * 40)
    })
    const got = await ended
    clearTimeout(timer)
    // a line that was cut off was not said
    for (const line of got.stdout.split('\n').slice(0, -1)) {
      const { event, report } = JSON.parse(line)
      if (event === 'added') assert.ok(!said.has(report.document.id) && said.add(report.document.id), `added twice: ${line}`)
    }
  }
  assert.equal((await once(ledger, feed)).code, 0)
  const documents = await documentsIn(ledger)
  assert.deepEqual(
    documents.map(({ text }) => text).sort(),
    items.map((_, i) => `France will open port number ${i} by the end of 2034.`).sort(),
  )
})

onBoth('two watchers of one feed at once add nothing twice', async (place) => {
  const ledger = await place.address()
  await (await place.open(ledger)).close()
  const feed = feedAt(
    rssOf(Array.from({ length: 12 }, (_, i) => ({ id: `t${i}`, words: `France will open port number ${i} by the end of 2034.` }))),
  )
  const both = await Promise.all([once(ledger, feed), once(ledger, feed)])
  assert.deepEqual(
    both.map(({ code }) => code),
    [0, 0],
  )
  assert.equal(both.flatMap(kinds).filter((kind) => kind === 'added').length, 12)
  assert.equal((await documentsIn(ledger)).length, 12)
})

onBoth('hosts are asked at once, one request a host at a time; what is said and added keeps the order of the call', async (place) => {
  const ledger = await place.address()
  const servers = await Promise.all([startFeedServer(), startFeedServer(), startFeedServer()])
  const waiting = new Set<number>()
  const open = [0, 0, 0]
  let together: () => void = () => {}
  const all = new Promise<void>((done) => {
    together = done
  })
  for (const [i, one] of servers.entries()) {
    const counted = (body: string, type: string) => async (response: ServerResponse) => {
      const now = (open[i] ?? 0) + 1
      open[i] = now
      assert.equal(now, 1, 'two requests to one host at once')
      if (!waiting.has(i)) {
        waiting.add(i)
        if (waiting.size === servers.length) together()
        // no host answers before all of them were asked; the last in the call answers first
        await all
        await sleep(60 * (servers.length - i))
      }
      open[i] = now - 1
      response.writeHead(200, { 'content-type': type }).end(body)
    }
    const words = (n: number) => `France will open port number ${i}${n} by the end of 2034.`
    for (const n of [0, 1]) one.answers.set(`/p${n}`, counted(pageOf(words(n), `Readout ${i}${n}`), 'text/html'))
    const items = [0, 1].map((n) => ({ id: `${i}${n}`, title: `Readout ${i}${n}`, link: `${one.base}/p${n}` }))
    for (const path of ['/a', '/b'])
      one.answers.set(path, counted(rssOf(path === '/a' ? items.slice(0, 1) : items.slice(1)), 'application/rss+xml'))
  }
  const feeds = ['/a', '/b'].flatMap((path) => servers.map((one) => one.base + path))
  const ended = await once(ledger, ...feeds)
  for (const one of servers) one.stop()
  assert.deepEqual([ended.code, ended.stderr], [0, ''])
  assert.deepEqual(
    events(ended).map(({ event, feed, name }) => [event, feed, name]),
    feeds.flatMap((feed, at) => [
      ['added', feed, `Readout ${at % 3}${at < 3 ? 0 : 1}`],
      ['polled', feed, undefined],
    ]),
  )
  assert.equal((await documentsIn(ledger)).length, 6)
})

test('Ctrl-C ends a watcher that stays up, and one that waits for a server', async (t) => {
  const ledger = await sqlite(t)
  const feed = feedAt(rssOf([{ id: '1', words: port }]))
  const up = start(['watch', '--ledger', ledger, feed])
  up.child.stdout?.on('data', (data) => {
    if (/polled/.test(String(data))) up.child.kill('SIGINT')
  })
  const ended = await up.ended
  assert.deepEqual([ended.code, ended.signal, ended.stderr], [0, null, ''])
  assert.match(ended.stdout, /1 feed polled, 1 text added/)
  answers.set('/silent', (_, request) => {
    request.on('close', () => {})
    waiting.child.kill('SIGINT')
  })
  const waiting = start(['watch', '--once', '--ledger', ledger, `${base}/silent`])
  const stopped = await waiting.ended
  assert.deepEqual([stopped.code, stopped.signal], [130, null])
})

test('wrong calls are told in a line', async () => {
  for (const [args, message] of [
    [[], 'stocktake: watch: no feed named; name addresses of feeds\n'],
    [['feed.xml'], 'stocktake: watch: feed.xml: is no address; stocktake add takes files\n'],
    [['ftp://z.example/x'], 'stocktake: watch: ftp://z.example/x: only http and https are fetched\n'],
  ] as const) {
    const { code, stderr } = await start(['watch', ...args]).ended
    assert.deepEqual([code, stderr], [2, message])
  }
})

async function sqlite(t: { after(work: () => unknown): void }): Promise<string> {
  const { placeOf } = await import('../store/places.ts')
  return (placeOf(t, 'sqlite') satisfies Place).address()
}
