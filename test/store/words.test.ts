import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordsOf } from '../../src/store/words.ts'

const cases: readonly (readonly [text: string, ...words: string[]])[] = [
  ['The two “sides” — R’s and Z’s — met…', 'the', 'two', 'sides', 'r', 's', 'and', 'z', 's', 'met'],
  ['Überprüfung in Bełcz', 'uberprufung', 'in', 'bełcz'],
  ['ﬁrst™ №7', 'firsttm', 'no7'],
  ['ten\u00a0thousand, nar\u00adrow', 'ten', 'thousand', 'nar', 'row'],
  ['中国 agrees', '中', '国', 'agrees'],
  [`${'x'.repeat(50)} “y”`, 'x'.repeat(40), 'y'],
]
for (const [text, ...words] of cases) test(`words: ${text.slice(0, 40)}`, () => assert.deepEqual(wordsOf(text), words))

/** Every text by the long way, character classes and all. */
function wordsAnyway(text: string): string[] {
  const runs =
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const unspaced = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/u
  return runs.flatMap((run) => run.split(unspaced).filter(Boolean)).map((word) => word.slice(0, 40))
}

test('texts with simple marks are cut as all others are', () => {
  const marks = '\u00a0§«\u00ad»‐‑‒–—―‖‗‘’‚‛“”„‟†‡•‣․‥…‧\u202f'
  const simple = fc.string({ unit: fc.constantFrom(...marks, ..."aZ9 .-'\n"), maxLength: 40 })
  const text = fc.oneof(simple, fc.string({ unit: 'binary', maxLength: 40 }))
  fc.assert(
    fc.property(text, (given) => assert.deepEqual(wordsOf(given), wordsAnyway(given))),
    { numRuns: 2000 },
  )
})
