import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** What stands between the words of a statement and must not break it: phenomenon, text, what it states as "kind/force parties[ not]: words". */
const rows: [string, string, string[]][] = [
  [
    'what is put in between commas before "to"',
    'Peru is committed, where applicable and subject to its law, to cutting waste.',
    ['commitment/agreed PE: Peru is committed, where applicable and subject to its law, to cutting waste'],
  ],
  [
    'the same after "remain", before what one holds to',
    'Peru remains committed, as ever, to the goals of the fund.',
    ['position/none PE: Peru remains committed, as ever, to the goals of the fund'],
  ],
  [
    'the same before "on"',
    'Peru and Kenya agreed, after long talks, on opening a bridge.',
    ['commitment/agreed PE,KE: Peru and Kenya agreed, after long talks, on opening a bridge'],
  ],
]

for (const [name, text, expected] of rows)
  test(`${name}: ${text}`, () => {
    const found = read({ text }).statements.map((s) => `${s.kind}/${s.force} ${s.parties.join(',')}${s.negated ? ' not' : ''}: ${s.quote}`)
    assert.deepEqual(found, expected)
  })
