import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Phenomenon, text (all parties and persons invented), what it states (kind/force, "not" where negated, act) in order, and the last quote. */
const rows: [string, string, string[], string?][] = [
  [
    'parts of what was undertaken',
    'We will open a clinic in Norvik. Services will include:\nSpeech therapy for children.\nAccess to a dentist.',
    ['commitment/intent open', 'commitment/intent include', 'commitment/intent include'],
    'Access to a dentist',
  ],
  [
    'parts of what was undertaken',
    'The key parts of the support package are:\n$40 million in loans for farmers',
    ['commitment/intent be'],
    '$40 million in loans for farmers',
  ],
  ['parts of what is only described', 'The harbour is old. Its piers are:\nThe north pier.\nThe south pier.', []],
  ['parts of what is only described', 'Children in Norvik are still:\nTwo years behind at school.\nLess likely to see a doctor.', []],
  [
    'a list goes on line by line',
    'We will fund some measures, including: Changes to the grain tax.\nA new scale of fees.\nThe harbour is old.\nA third pier.',
    ['commitment/intent fund', 'commitment/intent fund'],
    'A new scale of fees',
  ],
  [
    'a list goes on line by line',
    'Open a second port.\nThree new ferries across the strait.',
    ['commitment/intent open', 'commitment/intent open'],
    'Three new ferries across the strait',
  ],
  [
    'a sum and what it is for',
    '$8.6 billion for early schools.\n$900,000 for nine counsellors.',
    ['commitment/intent commit', 'commitment/intent commit'],
    '$900,000 for nine counsellors',
  ],
  [
    'a sum and what it is for',
    '$20 million to raise the wall of the dam.',
    ['commitment/intent commit'],
    '$20 million to raise the wall of the dam',
  ],
  ['a price', '$100 for a visit to the doctor.', []],
  ['a sum that was told of', 'They cut the health fund.\n$8 billion for the schools of the north.', ['report/none cut']],
  [
    'a sentence that opens with a sum',
    'We will mend the pier. $20 million will be spent.',
    ['commitment/intent mend', 'commitment/intent spend'],
  ],
  ['a label and an act', 'Northern Ports Fund – investing $1 billion in piers of the north.', ['commitment/intent invest']],
  [
    'a condition without a comma',
    'And if re-elected we will build a port and open a school.',
    ['commitment/intent build', 'commitment/intent open'],
  ],
  ['a condition without a comma', 'If the voters want it we will build a port.', ['commitment/intent build']],
  ['an office and a pronoun', 'First, as Minister for Ports I will seek a review of the fees.', ['commitment/intent seek']],
  ['the last line', 'The bridge is old.\nNorvik will contribute $43 million to the new one', ['commitment/intent contribute']],
  ['the last line', 'The bridge is old.\nWe are committed to building a new one', ['commitment/agreed build']],
  ['the last line', 'The bridge is old.\nNorvik Will Build a New One', []],
  ['the last line', 'The bridge is old.\nA new bridge for the north', []],
]

for (const [name, text, expected, quote] of rows) {
  test(`${name}: ${text}`, () => {
    const { statements } = read({ text })
    const found = statements.map((s) => `${s.kind}/${s.force} ${s.negated ? 'not ' : ''}${s.act}`)
    assert.deepEqual(found, expected)
    if (quote) assert.equal(statements.at(-1)?.quote, quote)
  })
}
