import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Where statements of joint texts begin, end and part: phenomenon, sentence, what it states as "kind/force: words". */
const rows: [string, string, string[]][] = [
  [
    'acts after a thing, each with its preposition',
    'We remain committed to peace, to promoting trade and to opening ports.',
    ['position/none: We remain committed to peace', 'commitment/agreed: to promoting trade', 'commitment/agreed: to opening ports'],
  ],
  [
    'a remark at the end is left out though it has commas of its own',
    'We welcome the fund, which serves ports, roads, and schools.',
    ['position/none: We welcome the fund'],
  ],
  [
    'but not when the words before it go on after it',
    'We will ask the fund, which five banks feed, to mend roads.',
    ['commitment/intent: We will ask the fund, which five banks feed, to mend roads'],
  ],
  [
    '"each" between a modal and its verb',
    'We will each pursue reforms through our own banks, and should both lower the fee.',
    ['commitment/intent: We will each pursue reforms through our own banks', 'commitment/should: should both lower the fee'],
  ],
  ['"all" before a verb that is no full one', 'We will all do our part.', ['commitment/intent: We will all do our part']],
  ['"both" after "have"', 'We have both agreed to open a port.', ['commitment/agreed: We have both agreed to open a port']],
  ['"both" after "are"', 'We are both committed to opening a port.', ['commitment/agreed: We are both committed to opening a port']],
  ['no one is behind "it will all"', 'It will all work out.', []],
  [
    'those who act begin a clause of their own after a thing that is welcomed',
    'France welcomes the plan and the two governments reiterate their intent to end water loss.',
    ['position/none: France welcomes the plan', 'commitment/ready: the two governments reiterate their intent to end water loss'],
  ],
  [
    'and so does a state by name',
    'France supports the plan and Italy will open a port.',
    ['position/none: France supports the plan', 'commitment/intent: Italy will open a port'],
  ],
  [
    'two doers share the verb of what is said',
    'France said the ministers and the leaders will meet in May.',
    ['commitment/intent: the ministers and the leaders will meet in May'],
  ],
  [
    'two things share the verb of what is hoped',
    'We hope the talks and the visit will help.',
    ['proposal/should: We hope the talks and the visit will help'],
  ],
  [
    'after a gerund and a comma, infinitives say what the act is for',
    'We are committed to raising aid, through a stronger fund, to reduce risk, strengthen ports, and help small firms, and to lower fees.',
    [
      'commitment/agreed: We are committed to raising aid, through a stronger fund, to reduce risk, strengthen ports, and help small firms, and to lower fees',
    ],
  ],
  [
    'without a comma between, "and to" brings one more act',
    'We remain committed to raising aid and to strengthen the fund.',
    ['commitment/agreed: We remain committed to raising aid', 'commitment/agreed: to strengthen the fund'],
  ],
  [
    'infinitives after an infinitive are acts',
    'We agreed to open a bridge, to run a ferry, and to build a port.',
    ['commitment/agreed: We agreed to open a bridge', 'commitment/agreed: to run a ferry', 'commitment/agreed: to build a port'],
  ],
  [
    'what goes on beside a progressive belongs to it',
    'We are working to limit imports while ensuring supplies to emerging market and developing countries.',
    ['report/none: We are working to limit imports while ensuring supplies to emerging market and developing countries'],
  ],
  [
    'the same preposition takes the list back over what goes on beside',
    'We are committed to raising trade while keeping fair rules, and to opening a port.',
    [
      'commitment/agreed: We are committed to raising trade',
      'commitment/agreed: keeping fair rules',
      'commitment/agreed: to opening a port',
    ],
  ],
]

const opening = 'The Leaders of France and Italy met in Rome today and issued the following joint statement.\n\n'

for (const [name, sentence, expected] of rows) {
  test(`spans: ${name}`, () => {
    const text = opening + sentence
    const { statements } = read({ text, title: 'Joint Statement of the Leaders of France and Italy' })
    const found = statements
      .filter(({ span }) => span.from >= opening.length)
      .map(({ kind, force, span }) => `${kind}/${force}: ${text.slice(span.from, span.to)}`)
    assert.deepEqual(found, expected)
  })
}
