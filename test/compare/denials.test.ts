import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, loud } from './witness.ts'

const cases: readonly (readonly [what: string, a: string, b: string, told: readonly string[]])[] = [
  [
    'one on either side, in other words',
    'Cuba had no plan of sending the trawlers to the strait.',
    'Cuba said neither of the ministries wanted to send the trawlers to the strait.',
    [],
  ],
  ['said again without a word of its own', 'No. No, it is not. The bridge is closed.', 'No, the bridge is closed.', []],
  ['one on one side', 'Cuba will not send the trawlers.', 'Cuba will send the trawlers.', ['negation: not | -']],
  [
    'another thing denied',
    'Cuba will not send the trawlers but will keep the tugs.',
    'Cuba will send the trawlers but will not keep the tugs.',
    ['negation: not | -', 'negation: - | not'],
  ],
]
for (const [what, a, b, told] of cases) test(`denials: ${what}`, () => assert.deepEqual(loud(compare(a, b)), told))
