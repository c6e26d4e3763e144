import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** What is undertaken or asked for, and what only looks like it: phenomenon, text, what it states as "kind/force parties: words", "not" where negated. */
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
  [
    'what has to be done',
    'The pressure has to be stepped up, and the bridges have to be rebuilt, the minister of Peru said.',
    ['proposal/should : The pressure has to be stepped up', 'proposal/should : the bridges have to be rebuilt'],
  ],
  ['what has to be done', 'The minister of Peru said that the bridges do not have to be rebuilt.', []],
  [
    'what nobody in particular is to do, agreed upon',
    'Peru and Kenya agreed that the pact should be widened.',
    ['position/none PE,KE: Peru and Kenya agreed that the pact should be widened'],
  ],
  [
    'what nobody in particular is to do, underlined',
    'Peru and Kenya underlined that the pact should be widened.',
    ['proposal/should : the pact should be widened'],
  ],
  [
    'a line that only says who decides',
    'Ministers of Peru and Kenya met in Lima.\n\nThe Meeting:\n\n1. Condemns the attack on the bridge;\n\n2. Decides to open a fund.',
    [
      'report/none PE,KE: Ministers of Peru and Kenya met in Lima',
      'position/none PE,KE: Condemns the attack on the bridge',
      'commitment/agreed PE,KE: Decides to open a fund',
    ],
  ],
  [
    'a "that" which is itself the subject limits the noun before it',
    'Peru has agreed with Kenya on a plan that will spur trade.',
    ['position/none PE: Peru has agreed with Kenya on a plan that will spur trade'],
  ],
  [
    'a commitment that another undertaking answers',
    "Given Peru's commitment to open its ports, Kenya will lift the duties.",
    ["commitment/agreed PE: Peru's commitment to open its ports", 'commitment/intent KE: Kenya will lift the duties'],
  ],
  [
    'a noun that performs, its owner named without a genitive',
    'Kenya welcomed the EU decision to open its ports.',
    ['position/none KE: Kenya welcomed the EU decision to open its ports', 'commitment/agreed EU: the EU decision to open its ports'],
  ],
  [
    'what somebody stands for or against is no word of its owner',
    "Kenya supports Peru's plans to widen the port and denounces the decision of Chile to close it.",
    ["position/none KE: Kenya supports Peru's plans to widen the port", 'position/none KE: denounces the decision of Chile to close it'],
  ],
  [
    'what is scheduled',
    'The next round of the consultations is planned for 30 March 2032. The port was planned for the capital.',
    ['commitment/intent : The next round of the consultations is planned for 30 March 2032'],
  ],
  ['time that a thing takes', 'It will take some time to rebuild the port, the minister of Peru said.', []],
  [
    '"not only" denies nothing',
    'Peru is committed not only to guarding the lake, but also to helping Kenya.',
    ['commitment/agreed PE: Peru is committed not only to guarding the lake', 'commitment/agreed PE: to helping Kenya'],
  ],
  [
    '"not only" denies nothing',
    'Peru will not only open the port but also close the mine.',
    ['commitment/intent PE: Peru will not only open the port', 'commitment/intent PE: also close the mine'],
  ],
  [
    'an infinitive that is denied',
    'Peru pledged not to open the port or close the mine.',
    ['commitment/agreed not PE: Peru pledged not to open the port', 'commitment/agreed not PE: close the mine'],
  ],
  [
    'an infinitive that is denied',
    "Kenya welcomed Peru's decision not to open the port and reaffirmed its commitment not to raise tolls.",
    [
      "position/none KE: Kenya welcomed Peru's decision not to open the port",
      "commitment/agreed not PE: Peru's decision not to open the port",
      'commitment/agreed not KE: reaffirmed its commitment not to raise tolls',
    ],
  ],
]
for (const [name, text, expected] of rows)
  test(`${name}: ${text.replace(/\s+/g, ' ')}`, () => {
    const found = read({ text }).statements.map((s) => `${s.kind}/${s.force} ${s.negated ? 'not ' : ''}${s.parties.join()}: ${s.quote}`)
    assert.deepEqual(found, expected)
  })
