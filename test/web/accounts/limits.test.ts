import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { networkOf } from '../../../src/server/accounts/address.ts'
import { Backoff, Rate } from '../../../src/server/accounts/limits.ts'
import { placeWithin } from '../../../src/server/accounts/place.ts'

const places: [asked: string | undefined, place: string][] = [
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['/ledger?party=GH&sort=due', '/ledger?party=GH&sort=due'],
  ['/undertakings/harbour%2Fflights', '/undertakings/harbour%2Fflights'],
  ['/search?q=%C3%A9t%C3%A9', '/search?q=%C3%A9t%C3%A9'],
  ['ledger', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['///evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example', '/'],
  ['/ /evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?to=/sign-in', '/'],
  ['/sign-out', '/'],
  [`/${'x'.repeat(3000)}`, '/'],
]
test('after signing in one goes to a page of this server, or to the first', () => {
  for (const [asked, place] of places) assert.equal(placeWithin(asked), place, JSON.stringify(asked))
})

test('whatever is asked, a browser that is sent there stays on this server', () => {
  const odd = fc.array(
    fc.constantFrom('/', '\\', '.', '..', '%2f', '%5c', 'evil.example', '?', '#', '@', ':', '\t', '\r\n', ' ', '\u202e', 'x'),
    { maxLength: 9 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        odd.map((parts) => `/${parts.join('')}`),
        fc.webUrl(),
      ),
      (asked) => {
        const place = placeWithin(asked)
        const { origin, pathname } = new URL(place, 'https://ledger.example.org/sign-in')
        assert.equal(origin, 'https://ledger.example.org')
        assert.ok(!pathname.startsWith('//'))
        assert.equal(placeWithin(place), place)
      },
    ),
    { numRuns: 2000 },
  )
})

test('an address counts as far as it costs something to change it', () => {
  for (const [address, network] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ] as const)
    assert.equal(networkOf(address), network, address)
})

test('failures: so many without a wait, then one that doubles up to the longest; who is quiet begins anew', () => {
  const backoff = new Backoff({ free: 3, first: 1000, most: 60_000 })
  const waits: number[] = []
  let now = 5_000_000
  for (let i = 0; i < 12; i++) {
    now += backoff.wait('anna', now)
    backoff.count('anna', now)
    waits.push(backoff.wait('anna', now))
  }
  assert.deepEqual(waits, [0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  assert.equal(backoff.wait('ben', now), 0)
  assert.equal(backoff.wait('anna', now + 60_000), 0)
  backoff.count('anna', now + 240_000)
  assert.equal(backoff.wait('anna', now + 240_000), 0)
})

test('an attempt that was right is taken off again; another account begins anew', () => {
  const backoff = new Backoff({ free: 2, first: 1000, most: 60_000 })
  for (let i = 0; i < 50; i++) {
    assert.equal(backoff.wait('office', i), 0)
    backoff.count('office', i)
    backoff.forgive('office')
  }
  for (let i = 0; i < 4; i++) backoff.count('anna', 0)
  backoff.forget('anna')
  assert.equal(backoff.wait('anna', 0), 0)
})

test('memory is bounded, and new names do not wash out the one that waits longest', () => {
  const backoff = new Backoff({ free: 2, first: 1000, most: 60_000, keys: 100 })
  for (let i = 0; i < 9; i++) backoff.count('anna', 0)
  for (let i = 0; i < 5000; i++) backoff.count(`nobody ${i}`, 10)
  assert.ok(backoff.size <= 100)
  assert.ok(backoff.wait('anna', 10) > 30_000)
  const rate = new Rate({ burst: 3, every: 1000, keys: 100 })
  for (let i = 0; i < 3; i++) rate.take('anna', 0)
  for (let i = 0; i < 5000; i++) rate.take(`somebody ${i}`, 0)
  assert.ok(rate.size <= 100)
  assert.ok(rate.take('anna', 0) > 0)
})

test('a rate: never more than the burst and what the time since allows, and always that much', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.array(fc.nat({ max: 500 }), { maxLength: 200 }),
      (burst, every, gaps) => {
        const rate = new Rate({ burst, every })
        let now = 1000
        let taken = 0
        for (const gap of gaps) {
          now += gap
          const wait = rate.take('anna', now)
          if (wait === 0) taken++
          else assert.ok(wait <= every)
          assert.ok(taken <= burst + Math.floor((now - 1000) / every))
        }
      },
    ),
  )
})
