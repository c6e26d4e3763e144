import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CopyClass, fingerprint, sameText } from '../../src/copies/copies.ts'
import { vocabularyOf } from '../../src/index.ts'
import { furnitureSpans } from '../../src/read/furniture.ts'
import { conference, firstCall, lead, letter, reissue, russian, secondCall, spun, talks } from './texts.ts'

type Text = readonly [text: string, date?: string]
const vocabulary = vocabularyOf('en')
const known = ([text, date]: Text) =>
  fingerprint(date === undefined ? { text } : { text, date }, vocabulary ? furnitureSpans(text, vocabulary) : [])

const rows: readonly (readonly [what: string, a: Text, b: Text, is: CopyClass])[] = [
  ['itself', [talks], [talks], 'exact'],
  ['spacing, quotes, letter case', [talks], [talks.replaceAll('Halden', 'HALDEN').replaceAll(', ', ' , ')], 'exact'],
  ['zero-width characters in words', [talks], [talks.replaceAll('Halden', 'Hal\u200bden')], 'exact'],
  ['exact, though years lie between', [letter(2022), '2022-03-01'], [letter(2022), '2024-03-01'], 'exact'],
  ['a reissue', [talks, '2031-05-04'], [reissue, '2031-05-05'], 'near-exact'],
  ['a reissue without dates', [talks], [reissue], 'near-exact'],
  [
    'a reissue with another hour',
    [talks, '2031-05-04'],
    [talks.replace('before 30 September', 'before 20 September'), '2031-05-04'],
    'near-exact',
  ],
  ['the lead alone', [talks, '2031-05-04'], [lead, '2031-05-04'], 'partial'],
  ['spun', [talks, '2031-05-04'], [spun, '2031-05-05'], 'reworded'],
  ['spun, without dates', [talks], [spun], 'reworded'],
  ['in another language', [talks, '2031-05-04'], [russian, '2031-05-05'], 'translated'],
  ['another text of the day in another language', [conference, '2031-05-04'], [russian, '2031-05-04'], 'none'],
  ['in another language, a month later', [talks, '2031-05-04'], [russian, '2031-06-05'], 'none'],
  ['the press conference of the same day, under one title', [talks, '2031-05-04'], [conference, '2031-05-04'], 'none'],
  ['two calls of one day', [firstCall, '2031-05-04'], [secondCall, '2031-05-04'], 'none'],
  ['a letter that comes every year', [letter(2022), '2022-03-01'], [letter(2023), '2023-03-01'], 'none'],
  ['a letter that comes every year, without dates', [letter(2022)], [letter(2023)], 'none'],
  ['nothing in common', [talks], [letter(2022)], 'none'],
  ['empty', [''], [talks], 'none'],
  ['two empty ones', [''], [' \n'], 'none'],
]
for (const [what, a, b, is] of rows)
  test(`copies: ${what}`, () => {
    const [one, other] = [known(a), known(b)]
    const found = sameText(one, other)
    assert.equal(found.class, is, JSON.stringify(found))
    assert.deepEqual(sameText(other, one), found)
  })
