import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, loud } from './witness.ts'

const cases: readonly (readonly [what: string, a: string, b: string, told: readonly string[]])[] = [
  ['an item of one word', 'Togo will fund dams, health and sport.', 'Togo will fund dams and sport.', ['missing: health | -']],
  [
    'an item beside others in other words',
    'The pacts cover animal control, trade education, air services and the transfer of inmates.',
    'The pacts cover animal inspection, trade education and transfer of convicts.',
    ['missing: air services | -'],
  ],
  ['an item added', 'Togo will fund dams and sport.', 'Togo will fund dams, health and sport.', ['added: - | health']],
  ['an item in other words', 'Togo will fund dams, sickbays and sport.', 'Togo will fund dams, clinics and sport.', []],
]
for (const [what, a, b, told] of cases) test(`lists: ${what}`, () => assert.deepEqual(loud(compare(a, b)), told))
