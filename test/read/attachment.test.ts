import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** What hangs on what in the long sentences of joint texts: phenomenon, text, what it states as "kind/force parties: words". */
const rows: [string, string, string[]][] = [
  [
    'an acronym between brackets is no mark of a list',
    'The Lake Basin Commission (LBC) convened its eighth session.',
    ['report/none Lake Basin Commission: The Lake Basin Commission (LBC) convened its eighth session'],
  ],
  [
    'a number between brackets is one',
    'Norway will (ii) open a port and (iii) lift the duty.',
    ['commitment/intent NO: Norway will (ii) open a port', 'commitment/intent NO: lift the duty'],
  ],
  [
    'a semicolon leads past the means of the act before it',
    'Norway committed to enforce its laws, including by taking measures to improve forests and combat logging; encourage thrift; and combat fraud.',
    [
      'commitment/agreed NO: Norway committed to enforce its laws, including by taking measures to improve forests and combat logging',
      'commitment/agreed NO: encourage thrift',
      'commitment/agreed NO: combat fraud',
    ],
  ],
  [
    'a comma and "and" close the list that commas opened',
    'Norway will use its funds for training, support efforts to reform the grid of Peru, and assist with the pipes.',
    [
      'commitment/intent NO: Norway will use its funds for training',
      'commitment/intent NO: support efforts to reform the grid of Peru',
      'commitment/intent NO: assist with the pipes',
    ],
  ],
  [
    'without a comma the nearest verb goes on',
    'Norway will use its funds for training, and support efforts to reform the grid and assist with the pipes.',
    [
      'commitment/intent NO: Norway will use its funds for training',
      'commitment/intent NO: support efforts to reform the grid and assist with the pipes',
    ],
  ],
  [
    'a list of means ends in a means',
    'We are taking steps to cut waste by sorting it, expanding our plants, and burning less.',
    ['report/none NO,PE: We are taking steps to cut waste by sorting it, expanding our plants, and burning less'],
  ],
  [
    'two dashes insert and end nothing',
    'We call on Chile to return – in word and deed – to the principles enshrined in the Lake Charter.',
    ['proposal/should CL: We call on Chile to return – in word and deed – to the principles enshrined in the Lake Charter'],
  ],
  [
    'right after "that" a participle has no subject yet',
    'We note that continued advances in the dams of Chile pose a threat to the river.',
    ['position/none NO,PE: We note that continued advances in the dams of Chile pose a threat to the river'],
  ],
  [
    'an adjective before one more is no infinitive',
    'We remain committed to complete, verifiable and lasting disarmament.',
    ['position/none NO,PE: We remain committed to complete, verifiable and lasting disarmament'],
  ],
  [
    'the same word is a verb before an object',
    'We remain committed to complete the bridge by May.',
    ['commitment/agreed NO,PE: We remain committed to complete the bridge by May'],
  ],
  [
    'a clause right after the noun that it limits',
    'The two sides stressed the importance both countries attach to the lake.',
    ['position/none NO,PE: The two sides stressed the importance both countries attach to the lake'],
  ],
  [
    'a singular verb goes on with the relative clause, not with "we"',
    'We express concern over coercion and call on all states to refrain from its use, which not only harms trade, but also infringes upon the law.',
    [
      'position/none NO,PE: We express concern over coercion',
      'proposal/should all states: call on all states to refrain from its use, which not only harms trade, but also infringes upon the law',
    ],
  ],
  [
    'a base form goes on with the main verb, not with a perfect',
    'We stand with the states that have endorsed the Roadmap and urge others to join it.',
    ['position/none NO,PE: We stand with the states that have endorsed the Roadmap', 'proposal/should : urge others to join it'],
  ],
  ['two verbs share what they ask for', 'We aim and strive to open the port.', ['commitment/intent NO,PE: strive to open the port']],
  [
    'two verbs with an infinitive each are two',
    'We aim to open the port and strive to keep it open.',
    ['commitment/intent NO,PE: We aim to open the port', 'commitment/intent NO,PE: strive to keep it open'],
  ],
  [
    'another stand on another thing',
    'The two sides renewed their support for the truce and their rejection of force.',
    ['position/none NO,PE: The two sides renewed their support for the truce', 'position/none NO,PE: their rejection of force'],
  ],
  [
    'one stand on two things',
    'The two sides renewed their support for the truce and the talks.',
    ['position/none NO,PE: The two sides renewed their support for the truce and the talks'],
  ],
  [
    'a sum stands between an owner and the commitment',
    'The ministers welcomed Norway’s $600 million commitment to build dams.',
    [
      'position/none NO,PE: The ministers welcomed Norway’s $600 million commitment to build dams',
      'commitment/agreed NO: Norway’s $600 million commitment to build dams',
    ],
  ],
  [
    'what a talk was about is told of those who talked',
    'The ministers met. The conversation focused on the lake. The dialogue covered trade.',
    [
      'report/none NO,PE: The ministers met',
      'report/none NO,PE: The conversation focused on the lake',
      'report/none NO,PE: The dialogue covered trade',
    ],
  ],
  [
    'what ties parties to each other is held',
    'Norway and Peru are bound by friendship. Our agenda is built on trust.',
    ['position/none NO,PE: Norway and Peru are bound by friendship', 'position/none NO,PE: Our agenda is built on trust'],
  ],
  ['what ties things is not', 'The two lakes are linked by a canal.', []],
]

for (const [name, text, expected] of rows) {
  test(`${name}: ${text.slice(0, 60)}`, () => {
    const { statements } = read({ text, title: 'Joint Statement of Norway and Peru' })
    const found = statements.map(({ kind, force, parties, quote }) => `${kind}/${force} ${parties.join(',')}: ${quote}`)
    assert.deepEqual(found, expected)
  })
}
