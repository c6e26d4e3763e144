import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placesOf } from '../../src/ledger/draw.ts'

const rows: readonly (readonly [name: string, text: string, quote: string, places: readonly string[]])[] = [
  ['as it stands', 'R opened the port.', 'opened the port', ['opened the port']],
  ['over the end of a line', 'R opened\n   the port.', 'opened the port', ['opened\n   the port']],
  ['twice', 'a port, a port', 'a port', ['a port', 'a port']],
  ['a word that goes on', 'R opened the ports', 'the port', ['the port']],
  ['glued words are others', 'R openedthe port', 'opened the', []],
  ['other letters', 'R Opened', 'opened', []],
  ['nothing', 'R opened', '  ', []],
  ['overlapping', 'aaa', 'aa', ['aa', 'aa']],
]
for (const [name, text, quote, places] of rows)
  test(`places of a quotation: ${name}`, () =>
    assert.deepEqual(
      placesOf(text, quote).map(({ from, to }) => text.slice(from, to)),
      places,
    ))

test('every stretch of a text is found in it, however its white space is written', () => {
  const word = fc.stringMatching(/^[a-c]{1,3}$/)
  const blank = fc.constantFrom(' ', '\n', '\t ', '\u00a0')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, blank), { minLength: 1 }), fc.nat(), fc.nat(), (pairs, start, length) => {
      const text = pairs.flat().join('')
      const from = start % pairs.length
      const words = pairs.slice(from, from + 1 + (length % (pairs.length - from))).map(([one]) => one)
      const offset = pairs.slice(0, from).flat().join('').length
      assert.ok(placesOf(text, words.join(' ')).some((span) => span.from === offset))
    }),
  )
})
