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
    'after ", and" a participle goes on with a perfect, where no past is open',
    'Norway and Peru have shared maps, taken forward surveys, and made timely payments.\n\nNorway opened a port and has built a mill, and closed a road.',
    [
      'report/none NO,PE: Norway and Peru have shared maps',
      'report/none NO,PE: taken forward surveys',
      'report/none NO,PE: made timely payments',
      'report/none NO: Norway opened a port',
      'report/none NO: has built a mill',
      'report/none NO: closed a road',
    ],
  ],
  [
    'what is mostly a noun is a verb before an adjective, or with its particle',
    'Norway will open a port and finance new roads.\n\nNorway opened a port and set up a fund.\n\nNorway will send food and supply ships.',
    [
      'commitment/intent NO: Norway will open a port',
      'commitment/intent NO: finance new roads',
      'report/none NO: Norway opened a port',
      'report/none NO: set up a fund',
      'commitment/intent NO: Norway will send food and supply ships',
    ],
  ],
  [
    'a third bare verb is asked for too',
    'Norway demands that Peru cease its raids, allow access and withdraw its ships.',
    [
      'proposal/should PE: Norway demands that Peru cease its raids',
      'proposal/should PE: allow access',
      'proposal/should PE: withdraw its ships',
    ],
  ],
  [
    'beside what is held stands an act, in the infinitive too',
    'Norway reaffirmed its commitment to the pledge made in May, and to submit plans on its use.',
    ['position/none NO: Norway reaffirmed its commitment to the pledge made in May', 'commitment/agreed NO: to submit plans on its use'],
  ],
  [
    'between commas "therefore" joins nothing',
    'Norway, therefore, urged Peru to open its port.',
    ['proposal/should PE: Norway, therefore, urged Peru to open its port'],
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
  [
    'a talk that strengthened something is weighed',
    'The dialogue strengthened the partnership between Norway and Peru.',
    ['position/none NO,PE: The dialogue strengthened the partnership between Norway and Peru'],
  ],
  ['what a scheme will bring about is foreseen', 'The programme will stimulate investment.', []],
  [
    'restraint is exercised in a list of verbs',
    'We call on all sides to cease fire, exercise utmost restraint, and ensure access.',
    [
      'proposal/should all sides: We call on all sides to cease fire',
      'proposal/should all sides: exercise utmost restraint',
      'proposal/should all sides: ensure access',
    ],
  ],
  [
    'after "will" another call is a call',
    'We condemn the raids, and will follow the inquiry and call for the return of the boats.',
    [
      'position/none NO,PE: We condemn the raids',
      'commitment/intent NO,PE: will follow the inquiry',
      'proposal/should : call for the return of the boats',
    ],
  ],
  [
    'two names after a comma act together',
    'We will do so through the fund, and President Rey and Prime Minister Dahl welcome the intent of Chile to join.',
    [
      'commitment/intent NO,PE: We will do so through the fund',
      'position/none NO,PE: President Rey and Prime Minister Dahl welcome the intent of Chile to join',
      'commitment/intent CL: the intent of Chile to join',
    ],
  ],
  [
    'after a dash another stand',
    'The ministers stressed the value of trade – noting the role of ports in it.',
    ['position/none NO,PE: The ministers stressed the value of trade', 'position/none NO,PE: noting the role of ports in it'],
  ],
  [
    'a view is held once',
    'The ministers confirmed the view that the dam is a threat.',
    ['position/none NO,PE: The ministers confirmed the view that the dam is a threat'],
  ],
  [
    '"those" and a participle',
    'We underscore the value of school for all, in particular those affected as well as the care of what was damaged.',
    [
      'position/none NO,PE: We underscore the value of school for all, in particular those affected as well as the care of what was damaged',
    ],
  ],
  [
    'a participle after what an article and a preposition govern',
    'Norway will extend the Joint Statement of Norway and Peru on a Tariff Agreement announced on May 2, 2030.',
    ['commitment/intent NO: Norway will extend the Joint Statement of Norway and Peru on a Tariff Agreement announced on May 2, 2030'],
  ],
  [
    'a numbered heading is no item',
    'We will help the islands.\n\n2. Support for vulnerable countries\n\nWe will send grain.',
    ['commitment/intent NO,PE: We will help the islands', 'commitment/intent NO,PE: We will send grain'],
  ],
  [
    'an item after a lead-in is one',
    'The sides will:\n\n1. Support vulnerable countries\n\n2. Send grain\n\nWe will meet in May.',
    [
      'commitment/intent NO,PE: Support vulnerable countries',
      'commitment/intent NO,PE: Send grain',
      'commitment/intent NO,PE: We will meet in May',
    ],
  ],
  [
    'leaders who gathered in an apposition',
    'We, the Presidents of Norway and Peru, gathered in Lima on 2 May 2033, chaired by Chile.',
    ['report/none NO,PE: We, the Presidents of Norway and Peru, gathered in Lima on 2 May 2033, chaired by Chile'],
  ],
  [
    'beside a stand another one that "while" opens',
    'The ministers stressed the importance of addressing hunger, while reiterating that any solution will rely on the towns and the villages.',
    [
      'position/none NO,PE: The ministers stressed the importance of addressing hunger',
      'position/none NO,PE: reiterating that any solution will rely on the towns and the villages',
    ],
  ],
  [
    'what another does after "while"',
    'Norway reaffirmed its readiness to open a port, while the GCC offered to host a fair.',
    ['commitment/ready NO: Norway reaffirmed its readiness to open a port', 'commitment/ready GCC: the GCC offered to host a fair'],
  ],
  [
    'two verbs that are nouns too share an object',
    'Norway welcomes and strongly supports the plan. The ministers support and endorse the truce. The support and praise of the press grew.',
    [
      'position/none NO: Norway welcomes and strongly supports the plan',
      'position/none NO,PE: The ministers support and endorse the truce',
    ],
  ],
  [
    'who took a stand takes the next one, after a clause that says what a thing did or what is so, not what somebody did',
    'Norway condemned the raid that broke the truce and called for talks. The ministers backed the reports, which describe the lake and pledged to clean it. Peru noted that the fund grows and welcomed its rules. Norway welcomed the ministers who met in Lima and agreed to build a port.',
    [
      'position/none NO: Norway condemned the raid that broke the truce',
      'proposal/should : called for talks',
      'position/none NO,PE: The ministers backed the reports',
      'commitment/agreed NO,PE: pledged to clean it',
      'position/none PE: Peru noted that the fund grows',
      'position/none PE: welcomed its rules',
      'position/none NO: Norway welcomed the ministers who met in Lima and agreed to build a port',
    ],
  ],
  [
    'what one acts consistent with stands before the clause',
    'Consistent with these goals, the ministers will open a port. The plan is consistent with the pact.',
    ['commitment/intent NO,PE: the ministers will open a port'],
  ],
  [
    'an offer that is accepted',
    'The ministers accepted with thanks the offer of Chile to host the games.',
    [
      'commitment/agreed NO,PE: The ministers accepted with thanks the offer of Chile to host the games',
      'commitment/ready CL: the offer of Chile to host the games',
    ],
  ],
  [
    'those who act together, past an aside',
    'The two Governments, recognising the need of each other, undertake to open a port.',
    ['commitment/agreed NO,PE: The two Governments, recognising the need of each other, undertake to open a port'],
  ],
  [
    'who has met, and by whom it was seen',
    'The ministers met in Lima, hosted by Chile and seen by Kenya.',
    ['report/none NO,PE: The ministers met in Lima, hosted by Chile and seen by Kenya'],
  ],
  [
    'a comma and "and" lead back from a relative clause that "and" has closed',
    'The two sides thank the firms that built the bridge and repaired the road, and are ready to open a school.',
    [
      'position/none NO,PE: The two sides thank the firms that built the bridge and repaired the road',
      'commitment/ready NO,PE: are ready to open a school',
    ],
  ],
  [
    'a past tense after what another will do is of the main verb',
    'Norway noted that Peru will build the port and agreed to open a school.',
    ['commitment/intent PE: Peru will build the port', 'commitment/agreed NO: agreed to open a school'],
  ],
  [
    'a bracket between a subject and its verb',
    'Norway and Peru (hereafter: the sides) welcome the port.',
    ['position/none NO,PE: Norway and Peru (hereafter: the sides) welcome the port'],
  ],
  [
    'a bracket between a subject and its verb',
    'The Ministry of Forestry of Norway (hereinafter also called "the Ministry" or "the Owner"), hereby supports the fund of Peru.',
    [
      'position/none NO: The Ministry of Forestry of Norway (hereinafter also called "the Ministry" or "the Owner"), hereby supports the fund of Peru',
    ],
  ],
]

const treaty: typeof rows = [
  [
    'a participle before a preposition without its noun',
    'Article 2. Persons\nPersons referred to in Article 1 shall observe the laws. This Agreement does not release them from the duty to do so.',
    [
      'commitment/binding NO,PE: Persons referred to in Article 1 shall observe the laws',
      'position/none NO,PE: This Agreement does not release them from the duty to do so',
    ],
  ],
  [
    'what neither party may do is forbidden',
    'Article 2. Ports\n1. Except as provided in Article 4, neither Party may raise a duty.\n2. A Party may lower a duty.',
    [
      'commitment/binding NO,PE: Except as provided in Article 4, neither Party may raise a duty',
      'position/none NO,PE: A Party may lower a duty',
    ],
  ],
  [
    'what an instrument leaves free',
    'Article 3. Laws\nEach Party shall publish its laws. Nothing in this Article requires a Party to disclose secrets. The Annexes form an integral part of this Agreement.',
    [
      'commitment/binding NO,PE: Each Party shall publish its laws',
      'position/none NO,PE: Nothing in this Article requires a Party to disclose secrets',
    ],
  ],
]

const opening =
  'The Government of Norway and the Government of Peru (hereinafter “the Parties”),\n\nHave agreed as follows:\n\nArticle 1. Duties\nEach Party shall cut its duties. The Parties shall consult. Fees shall be published.'

for (const [name, text, expected, title = 'Joint Statement of Norway and Peru'] of [
  ...rows,
  ...treaty.map(([name, text, expected]) => [name, `${opening}\n\n${text}`, expected, 'Trade Agreement between Norway and Peru'] as const),
]) {
  test(`${name}: ${text.slice(-60)}`, () => {
    const { statements } = read({ text, title })
    const found = statements.map(({ kind, force, parties, quote }) => `${kind}/${force} ${parties.join(',')}: ${quote}`)
    assert.deepEqual(found.slice(text.startsWith(opening) ? 3 : 0), expected)
  })
}
