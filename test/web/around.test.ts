import assert from 'node:assert/strict'
import { test } from 'node:test'
import { around } from '../../src/server/pages/around.ts'

const text = 'The two sides will open a port in Aktau.'
const cases: [from: number, to: number, most: number, before: string, after: string][] = [
  [14, 18, 100, 'The two sides ', ' open a port in Aktau.'],
  [14, 18, 9, '… sides ', ' open a …'],
  [14, 18, 3, '… ', ' …'],
  [0, 40, 5, '', ''],
]
for (const [from, to, most, before, after] of cases)
  test(`${from}-${to} within ${most}`, () => assert.deepEqual(around(text, { from, to }, most), { before, after }))
