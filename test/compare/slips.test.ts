import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, loud } from './witness.ts'

const cases: readonly (readonly [what: string, a: string, b: string, told: readonly string[]])[] = [
  ['a letter for a digit', 'Chad will guard 50 wells.', 'Chad will guard 5O wells.', []],
  ['a digit for a letter', 'The Organization will guard the losing party.', 'The 0rganization will guard the 1osing party.', []],
  ['a letter for a letter', 'Chad will report every three months.', 'Chad will report every thrce months.', []],
  ['two letters for one', 'Mali asked seventeen tribesmen.', 'Mali asked seventccn tribesrnen.', []],
  ['another number', 'Chad will guard 50 wells.', 'Chad will guard 60 wells.', ['number: 50 | 60']],
  [
    'two words of one shape that the lexicon knows',
    'Oman will close the east port.',
    'Oman will clear the west port.',
    ['object: east | west'],
  ],
  [
    'a headline in capitals',
    'Pact between Bolivia and Paraguay on the upper river',
    'PACT BETWEEN BOLIVIA AND\nPARAGUAY ON THE UPPER RIVER',
    [],
  ],
  ['another state in a headline', 'Ghana and Togo agree on the river', 'GHANA AND BENIN AGREE ON THE RIVER', ['party: Togo | BENIN']],
]
for (const [what, a, b, told] of cases) test(`slips: ${what}`, () => assert.deepEqual(loud(compare(a, b)), told))

test('slips: whichever text has them', () =>
  assert.deepEqual(loud(compare('Chad will report every thrce months.', 'Chad will report every three months.')), []))
