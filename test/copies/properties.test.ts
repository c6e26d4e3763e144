import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findCopies, fingerprint, keysOfText, packFingerprint, sameText, unpackFingerprint } from '../../src/copies/copies.ts'
import { witnessesOf } from '../../src/ledger/witnesses.ts'
import { conference, firstCall, lead, letter, reissue, secondCall, spun, talks } from './texts.ts'

const texts = [talks, reissue, lead, spun, conference, firstCall, secondCall, letter(2022), letter(2023)]
const pieces = texts.flatMap((text) => text.split(/(?<=[.\n])\s+/))
/** Texts put together from sentences of the samples, and random ones. */
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((some) => some.join(' ')),
  fc.constantFrom(...texts),
  fc.string({ unit: 'binary', maxLength: 300 }),
)
const date = fc.option(fc.constantFrom('2031-05-04', '2031-05-05', '2031-06-04', '2032-05-04', 'yesterday'), { nil: undefined })
const source = fc
  .record({ text, date })
  .map((given) => (given.date === undefined ? { text: given.text } : { text: given.text, date: given.date }))

test('sameText is symmetric, and a text is an exact copy of itself', () => {
  fc.assert(
    fc.property(source, source, (a, b) => {
      const [one, other] = [fingerprint(a), fingerprint(b)]
      assert.deepEqual(sameText(one, other), sameText(other, one))
      if (one.words) assert.equal(sameText(one, one).class, 'exact')
    }),
    { numRuns: 300 },
  )
})

test('spacing and quotes change no fingerprint', () => {
  fc.assert(
    fc.property(text, (given) => {
      const { words: _, ...as } = fingerprint({ text: given })
      const { words: __, ...spaced } = fingerprint({ text: given.replaceAll(' ', '  ').replaceAll('"', '“') })
      assert.deepEqual(spaced, as)
    }),
  )
})

test('a packed fingerprint is unpacked as it was; other lines are refused', () => {
  fc.assert(fc.property(source, (given) => assert.deepEqual(unpackFingerprint(packFingerprint(fingerprint(given))), fingerprint(given))))
  for (const line of [
    '',
    '1 a 1 - AAAA AAAA AAAA',
    '2 a 1 - AAA AAAA AAAA',
    '2 a 1 - AA!A AAAA AAAA',
    '2 a 1 - AAAA AAAA',
    '2 a 1 - AAAA AAAA AAAA AAAA',
  ])
    assert.equal(unpackFingerprint(line), undefined)
})

test('exact copies share a key for certain, reissues and leads here too; there are never more than eleven', () => {
  const keys = (given: string) => keysOfText(fingerprint({ text: given }))
  fc.assert(fc.property(text, (given) => assert.ok(keys(given).length >= 1 && keys(given).length <= 11)))
  for (const copy of [talks.toLowerCase(), reissue, lead]) assert.ok(keys(copy).some((key) => keys(talks).includes(key)))
})

test('copies of a collection do not depend on its order', () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 12 }), fc.integer({ min: 0, max: 11 }), (sources, turn) => {
      const known = sources.map((given, i) => ({ id: `d${i}`, fingerprint: fingerprint(given) }))
      const turned = [...known.slice(turn), ...known.slice(0, turn)].reverse()
      assert.deepEqual(findCopies(turned), findCopies(known))
    }),
    { numRuns: 150 },
  )
})

test('witnesses do not depend on the order of texts, and stand for exact and near-exact copies alone', () => {
  const known = texts
    .concat(talks.toUpperCase())
    .map((given, i) => ({ hash: `h${9 - i}`, date: `2031-05-0${1 + (i % 3)}`, fingerprint: fingerprint({ text: given }) }))
  const first = witnessesOf(known)
  fc.assert(
    fc.property(fc.shuffledSubarray(known, { minLength: known.length }), (some) =>
      assert.deepEqual([...witnessesOf(some)].sort(), [...first].sort()),
    ),
  )
  assert.deepEqual([...first].filter(([hash, of]) => hash !== of).sort(), [
    ['h8', 'h0'],
    ['h9', 'h0'],
  ])
})

test('a text a thousand times over, a mark a million times over, a hundred thousand of one word: at once', () => {
  const start = performance.now()
  const copies = Array.from({ length: 1000 }, (_, i) => ({ id: `d${i}`, fingerprint: fingerprint({ text: talks }) }))
  assert.equal(findCopies(copies).length, 999)
  const odd = ['<'.repeat(1e6), 'word '.repeat(1e5), `${'a b c d '.repeat(1e4)}`, 'ab'.repeat(5e5)].map((given) =>
    fingerprint({ text: given }),
  )
  for (const a of odd) for (const b of odd) sameText(a, b)
  assert.ok(performance.now() - start < 20_000)
})
