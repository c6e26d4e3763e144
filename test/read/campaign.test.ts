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
  [
    'a title names the plan',
    'Our commitments:\nA new clinic in Norvik.\nOpen a school.',
    ['commitment/agreed commitment', 'commitment/agreed open'],
    'Open a school',
  ],
  ['a title names the plan', 'Under our plan for Norvik:\nA new clinic in the north.', ['commitment/intent commit']],
  ['a title names the plan', 'Their old fees:\nA toll on the bridge.', []],
  ['a plan and its parts', 'The plan has four parts:\nA new clinic in Norvik.', ['commitment/intent have'], 'A new clinic in Norvik'],
  ['what money is for', 'The money will be used for:\nA new clinic in Norvik.', ['commitment/intent use', 'commitment/intent use']],
  [
    'a thing that is for something',
    'We will fund:\nA housing fund to provide safe homes;\nSupport for women at risk.',
    ['commitment/intent fund', 'commitment/intent fund'],
  ],
  [
    'items of a bare list',
    'developing a hotline; training staff;\na study of fees to better understand them; and',
    ['commitment/intent develop', 'commitment/intent train', 'commitment/intent train'],
    'a study of fees to better understand them',
  ],
  ['only', 'Only the Norvik Alliance has a clear plan to grow trade.', []],
  ['only', 'The Norvik Alliance has a clear plan to grow trade.', ['commitment/intent grow']],
  ['only', 'Only Norvik is committed to building schools.', []],
  ['no plan', 'We have no plans to cut fees.', []],
  ['no plan', 'We have plans to cut fees.', ['commitment/intent cut']],
  ['part of a plan', 'This is part of our plan to cut fees.', []],
  ['part of a plan', 'The Norvik Alliance welcomed our plan to cut fees.', ['position/none welcome', 'commitment/intent cut']],
  ['a question in quotation marks', '“Are you prepared to cut the fees of the port?”', []],
  ['everybody', 'Everyone will pay more for the ferry.', []],
  ['what somebody expects', 'We expect the fund will again draw money to the north.', []],
  ['which ones', 'Norvik set out the projects that will be funded.', ['report/none set out']],
  ['which ones', 'Norvik set out a project, which will be funded by Norvik.', ['report/none set out', 'commitment/intent fund']],
  ['what a thing will be', 'The Norvik Rink will be a boon for the region.', []],
  ['what a thing will be', 'Norvik promised that the council will be a lean body.', ['commitment/agreed be']],
  ['a wish for the world', 'We want to ensure that schools are fair.', ['position/none ensure']],
  ['a wish of one’s own', 'We want to open a school.', ['commitment/ready open']],
  ['what goes on', 'They cut the health fund.\nOr closing the northern port.', ['report/none cut']],
  ['what goes on', 'The harbour is old.\nAnd closing the northern port.', []],
  ['what goes on', 'We will mend the harbour.\nAnd closing the northern port.', ['commitment/intent mend', 'commitment/intent close']],
  ['what hearers are asked', 'Choose the Norvik Alliance on Sunday.', []],
  ['a policy acts', 'Our policy will fund three clinics.', ['commitment/intent fund']],
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
