import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { areApart, fingerprint } from '../../src/copies/copies.ts'
import { conference, firstCall, lead, letter, reissue, russian, secondCall, spun, talks } from './texts.ts'

const rows: readonly (readonly [what: string, a: string, b: string, apart: boolean])[] = [
  ['itself', talks, talks, false],
  ['a reissue', talks, reissue, false],
  ['the lead alone', talks, lead, false],
  ['spun', talks, spun, false],
  ['in another language', talks, russian, false],
  ['a letter that comes every year: one template', letter(2022), letter(2023), false],
  ['the press conference of the same day', talks, conference, true],
  ['another text of the day in another language', conference, russian, true],
  ['two calls of one day in the same phrases: four words in five stand in both', firstCall, secondCall, false],
  ['nothing in common', talks, letter(2022), true],
  ['too short to say', 'Kenya will open a port in May.', 'Zebras graze near quiet lakes.', false],
  ['empty', '', talks, false],
]
for (const [what, a, b, apart] of rows)
  test(`${what}: ${apart ? 'plainly no copies' : 'not plainly apart'}, whatever the days`, () => {
    for (const [x, y] of [
      [{ text: a }, { text: b }],
      [{ text: b }, { text: a }],
      [
        { text: a, date: '2031-05-04' },
        { text: b, date: '2039-01-01' },
      ],
    ] as const)
      assert.equal(areApart(fingerprint(x), fingerprint(y)), apart)
  })

test('no text is apart from itself, nor from one with something before and after it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 20 }), (text, more) => {
      assert.equal(areApart(fingerprint({ text }), fingerprint({ text })), false)
      const long = `${talks} ${more}`
      assert.equal(areApart(fingerprint({ text: talks }), fingerprint({ text: `${more} ${long}` })), false)
    }),
    { numRuns: 50 },
  )
})
