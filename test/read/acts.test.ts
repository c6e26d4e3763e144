import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** What is undertaken or asked for, and what only looks like it: phenomenon, text, what it states as "kind/force parties: words". */
const rows: [string, string, string[]][] = [
  [
    'a verb that leads to an act goes on with whom',
    'Peru agreed to open a port and work with Kenya to end piracy.',
    ['commitment/agreed PE: Peru agreed to open a port', 'commitment/agreed PE: work with Kenya to end piracy'],
  ],
  [
    'a verb that leads to an act goes on with whom',
    'Peru thanked Kenya for its support and work with miners, and will open a port.',
    ['position/none PE: Peru thanked Kenya for its support and work with miners', 'commitment/intent PE: will open a port'],
  ],
  [
    'a list without "and"',
    'Peru and Kenya should help each other in guarding the lake, jointly oppose tolls, expand mutual trade.',
    [
      'proposal/should PE,KE: Peru and Kenya should help each other in guarding the lake',
      'proposal/should PE,KE: jointly oppose tolls',
      'proposal/should PE,KE: expand mutual trade',
    ],
  ],
  [
    'a list without "and"',
    'Peru will oppose curbs which, among other harms, prevent people from travelling.',
    ['commitment/intent PE: Peru will oppose curbs which, among other harms, prevent people from travelling'],
  ],
]
for (const [name, text, expected] of rows)
  test(`${name}: ${text.replace(/\s+/g, ' ')}`, () => {
    const found = read({ text }).statements.map((s) => `${s.kind}/${s.force} ${s.parties.join()}: ${s.quote}`)
    assert.deepEqual(found, expected)
  })
