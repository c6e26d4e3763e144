import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, loud } from './witness.ts'

const cases: readonly (readonly [what: string, a: string, b: string, told: readonly string[]])[] = [
  [
    'an exception became a condition',
    'Peru will end the ban unless Cuba pays.',
    'Peru will end the ban if Cuba pays.',
    ['force: unless | if'],
  ],
  [
    'a condition became a reason',
    'Peru will reopen the mine as soon as the law permits.',
    'Peru will reopen the mine since the law permits.',
    ['force: as soon as | since'],
  ],
  ['what comes first', 'Peru will pay once the dam is built.', 'Peru will pay before the dam is built.', ['date: once | before']],
  ['two words for one condition', 'Peru will pay once the dam is built.', 'Peru will pay as soon as the dam is built.', []],
  [
    'not done yet, and done',
    'Cuba has yet to approve the loan.',
    'Cuba has already approved the loan.',
    ['negation: has yet | has already'],
  ],
  ['not done yet, in other words', 'Cuba has yet to approve the loan.', 'Cuba has not yet approved the loan.', []],
  ['a denial lost', 'Cuba has not yet approved the loan.', 'Cuba has approved the loan.', ['negation: not | -']],
]
for (const [what, a, b, told] of cases) test(`conditions: ${what}`, () => assert.deepEqual(loud(compare(a, b)), told))
