import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareStatements } from '../../bench/changes.ts'
import type { Statement } from '../../src/model.ts'

const one = (from: number, to: number, kind = 'commitment', force = 'agreed', parties = ['RR']): Statement =>
  ({ id: `${from}`, span: { from, to }, quote: `${from}-${to}`, kind, force, parties, grounds: {} }) as unknown as Statement

const cases: [name: string, before: Statement[], after: Statement[], expected: string[]][] = [
  ['nothing changed', [one(0, 10), one(20, 30)], [one(0, 10), one(20, 30)], []],
  ['gained', [one(0, 10)], [one(0, 10), one(20, 30)], ['gained 20']],
  ['lost', [one(0, 10), one(20, 30)], [one(20, 30)], ['lost 0']],
  ['another kind', [one(0, 10)], [one(0, 10, 'report')], ['kind 0']],
  ['another force', [one(0, 10)], [one(0, 10, 'commitment', 'intent')], ['force 0']],
  ['other parties', [one(0, 10)], [one(0, 10, 'commitment', 'agreed', ['RR', 'ZZ'])], ['parties 0']],
  ['parties in another order', [one(0, 10, 'commitment', 'agreed', ['ZZ', 'RR'])], [one(0, 10, 'commitment', 'agreed', ['RR', 'ZZ'])], []],
  ['other limits', [one(0, 10)], [one(2, 10)], ['limits 2']],
  ['moved too far to be the same', [one(0, 10)], [one(8, 20)], ['lost 0', 'gained 8']],
  ['the same twice, once lost', [one(0, 10), one(0, 10)], [one(0, 10)], ['lost 0']],
  ['split in two', [one(0, 20)], [one(0, 11), one(12, 20)], ['limits 0', 'gained 12']],
]

for (const [name, before, after, expected] of cases) {
  test(`changes: ${name}`, () => {
    assert.deepEqual(
      compareStatements(before, after).map((c) => `${c.type} ${(c.after ?? c.before)?.span.from}`),
      expected,
    )
  })
}
