import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Numbers, Packing, Pairs, Postings } from '../../src/copies/numbers.ts'

test('pairs come once each, the lower first, in ascending order', () => {
  const pair = fc.tuple(fc.nat(40), fc.nat(40))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 3000 }), (given) => {
      const pairs = new Pairs(41)
      for (const [a, b] of given) pairs.add(a, b)
      const wanted = [...new Set(given.filter(([a, b]) => a !== b).map(([a, b]) => Math.min(a, b) * 41 + Math.max(a, b)))]
      assert.deepEqual(
        [...pairs.each()],
        wanted.sort((x, y) => x - y).map((one) => [Math.floor(one / 41), one % 41]),
      )
    }),
  )
})

/** Postings of places below 30, by keys of 32 bits of which many are equal. */
const given = fc.uniqueArray(fc.record({ key: fc.oneof(fc.nat(6), fc.constant(0xffffffff)), place: fc.nat(29) }), {
  selector: ({ key, place }) => `${key} ${place}`,
  maxLength: 120,
})

function sorted(postings: readonly { key: number; place: number }[], packing: Packing): Float64Array {
  const numbers = new Numbers()
  for (const { key, place } of postings) numbers.push(packing.pack(key, place))
  return numbers.sorted()
}

test('postings: the later places that share a key, once for each key', () => {
  fc.assert(
    fc.property(given, (postings) => {
      const packing = new Packing(30)
      const found = new Postings(sorted(postings, packing), packing, 30)
      for (let a = 0; a < 30; a++) {
        const met: number[] = []
        found.eachAfter(a, (b) => met.push(b))
        const keys = new Set(postings.filter(({ place }) => place === a).map(({ key }) => key))
        const wanted = postings.filter(({ key, place }) => place > a && keys.has(key)).map(({ place }) => place)
        assert.deepEqual(
          met.sort((x, y) => x - y),
          wanted.sort((x, y) => x - y),
        )
      }
    }),
  )
})

test('groups: the places of every key that has two or more', () => {
  fc.assert(
    fc.property(given, (postings) => {
      const packing = new Packing(30)
      const groups: (readonly number[])[] = []
      packing.eachGroup(sorted(postings, packing), (places) => groups.push(places))
      const wanted = [...new Set(postings.map(({ key }) => key))]
        .sort((x, y) => x - y)
        .map((key) => postings.filter((one) => one.key === key).map(({ place }) => place))
        .filter((places) => places.length > 1)
        .map((places) => places.sort((x, y) => x - y))
      assert.deepEqual(groups, wanted)
    }),
  )
})

test('above two million places keys and places still fit: places are told exactly, other keys stay apart but for their lowest bits', () => {
  const packing = new Packing(5_000_000)
  for (const place of [0, 1, 4_999_999]) assert.equal(packing.place(packing.pack(0xffffffff, place)), place)
  assert.ok(Number.isSafeInteger(packing.pack(0xffffffff, 4_999_999)))
  assert.ok(packing.isOneKey(packing.pack(0x12345678, 1), packing.pack(0x12345678, 4_999_999)))
  assert.ok(!packing.isOneKey(packing.pack(0x12345678, 1), packing.pack(0x12345688, 1)))
})
