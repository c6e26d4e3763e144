import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sensesOf } from '../../src/compare/senses.ts'
import { fold } from '../../src/compare/words.ts'
import { english } from './witness.ts'

const senses = sensesOf(english)
const key = (form: string): string =>
  form
    .split(' ')
    .map((word) => senses.keyOf(english.lookup(word), fold(word)))
    .join(' ')
const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])

const keys: readonly (readonly [one: string, other: string])[] = [
  ['organising', 'organize'],
  ['programmes', 'program'],
  ['Defence', 'defense'],
  ['centres', 'center'],
  ['parties', 'party'],
  ['agreed', 'agree'],
  ['taxes', 'tax'],
  ['twelve', '12'],
  ['1,200', '1200'],
  ['co-operation', 'cooperation'],
  ['Hải', 'hai'],
]
for (const [one, other] of keys) test(`one key: ${one}, ${other}`, () => assert.equal(key(one), key(other)))
for (const [one, other] of [
  ['basis', 'bas'],
  ['status', 'statu'],
  ['news', 'analysis'],
  ['port', 'part'],
] as const)
  test(`two keys: ${one}, ${other}`, () => assert.notEqual(key(one), key(other)))

test('synonyms: every row joins what it lists, by inflected forms too', () => {
  for (const row of english.rows('synonyms')) {
    const [first = '', ...others] = cells(row['forms'])
    for (const other of others)
      assert.ok(key(first) === key(other) || senses.same(key(first), key(other)), `${row['id']}: ${first}, ${other}`)
  }
  assert.ok(senses.same(key('establishes'), key('setting up')))
})

for (const [table, left, right] of [
  ['opposites', 'left', 'right'],
  ['mistakes', 'forms', 'wrong'],
] as const)
  test(`${table}: every row parts its two sides, whichever text comes first; no pair of them is one word`, () => {
    for (const row of english.rows(table))
      for (const one of cells(row[left]))
        for (const other of cells(row[right])) {
          assert.notEqual(key(one), key(other), `${row['id']}: ${one} and ${other} have one key`)
          assert.ok(senses.clash(key(one), key(other)) && senses.clash(key(other), key(one)), `${row['id']}: ${one}, ${other}`)
        }
  })

test('opposites are no synonyms', () => {
  for (const row of english.rows('opposites'))
    for (const one of cells(row['left']))
      for (const other of cells(row['right'])) assert.ok(!senses.same(key(one), key(other)), `${row['id']}: ${one}, ${other}`)
})

test('names that sound alike', () => {
  for (const [one, other] of [
    ['zelenskyy', 'zelenskiy'],
    ['tileuberdi', 'tiluberdi'],
    ['mahmoud', 'mahmud'],
    ['kharkov', 'harkov'],
  ] as const)
    assert.equal(senses.sounds.of(one), senses.sounds.of(other))
  assert.notEqual(senses.sounds.of('wibisono'), senses.sounds.of('vibisono'))
  assert.notEqual(senses.sounds.of('niger'), senses.sounds.of('nigeria'))
})
