import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Rules that came of texts nobody had coded before: phenomenon, text, what it states as "kind/force parties: words". */
const rows: [string, string, string[]][] = [
  [
    'an adverb of manner makes the word after "and" a verb',
    'Peru will stop the sale of nets and strictly control exports of boats.',
    ['commitment/intent PE: Peru will stop the sale of nets', 'commitment/intent PE: strictly control exports of boats'],
  ],
  [
    'an adverb of manner makes the word after "and" a verb',
    'Peru will cut the sale of nets and further exports of boats.',
    ['commitment/intent PE: Peru will cut the sale of nets and further exports of boats'],
  ],
  [
    '"to account" opens no act',
    'Peru and Kenya will hold the firm to account and ensure that it pays.',
    ['commitment/intent PE,KE: Peru and Kenya will hold the firm to account', 'commitment/intent PE,KE: ensure that it pays'],
  ],
  [
    'those named beside "we" are not who "we" is',
    'Peru and Kenya welcomed the truce. We, as well as our other friends, opened a fund.',
    ['position/none PE,KE: Peru and Kenya welcomed the truce', 'report/none PE,KE: We, as well as our other friends, opened a fund'],
  ],
  [
    'an adjective in -ous is no plural',
    'In view of its ambitious reform plans, Kenya will remove the tax.',
    ['commitment/intent KE: Kenya will remove the tax'],
  ],
  [
    'a week at the front is no doer',
    'This week in Lima, President of Peru Alba Quispe opened a school.',
    ['report/none PE: This week in Lima, President of Peru Alba Quispe opened a school'],
  ],
  [
    'the last of a list of nouns',
    'Peru and Kenya support a pact for free trade, private enterprise, and open markets.',
    ['position/none PE,KE: Peru and Kenya support a pact for free trade, private enterprise, and open markets'],
  ],
  [
    'the last of a list of nouns',
    'Peru and Kenya will back free trade, lift the tax, and open markets.',
    [
      'commitment/intent PE,KE: Peru and Kenya will back free trade',
      'commitment/intent PE,KE: lift the tax',
      'commitment/intent PE,KE: open markets',
    ],
  ],
  [
    'an example is nobody who announces',
    'The ministers of Peru and Kenya discussed trade, including the fund announced by Peru in May.',
    ['report/none PE,KE: The ministers of Peru and Kenya discussed trade, including the fund announced by Peru in May'],
  ],
  [
    'an adverbial after "and" is no doer',
    'Kenya has lifted the tax, and with this accord has agreed not to raise it.',
    ['report/none KE: Kenya has lifted the tax', 'commitment/agreed KE: with this accord has agreed not to raise it'],
  ],
  [
    '"they" goes on with the main clause',
    'The Minister of Peru presented a fund that has built ten schools in Piura and they discussed more roads.',
    [
      'report/none PE: The Minister of Peru presented a fund that has built ten schools in Piura',
      'report/none PE: they discussed more roads',
    ],
  ],
  [
    'a list of acts with a stance in its midst',
    'The ministers of Peru and Kenya discussed ways of fighting fraud, supporting farmers, and raising trade.',
    ['report/none PE,KE: The ministers of Peru and Kenya discussed ways of fighting fraud, supporting farmers, and raising trade'],
  ],
  [
    'a list of acts with a stance in its midst',
    'The ministers of Peru and Kenya discussed ways of fighting fraud, welcoming the new law.',
    ['report/none PE,KE: The ministers of Peru and Kenya discussed ways of fighting fraud', 'position/none PE,KE: welcoming the new law'],
  ],
  [
    'a list of means goes on with means',
    'Peru and Kenya are committed to deepening trade through joint patrols, and through work on ports, roads, and combating fraud.',
    [
      'commitment/agreed PE,KE: Peru and Kenya are committed to deepening trade through joint patrols, and through work on ports, roads, and combating fraud',
    ],
  ],
  [
    'a participle belongs to the verb before it',
    'Peru will keep Kenya from attacks or other hostile acts, while remaining committed to peace.',
    ['commitment/intent PE: Peru will keep Kenya from attacks or other hostile acts', 'position/none PE: remaining committed to peace'],
  ],
  [
    'a noun that performs leads a list',
    'Peru and Kenya made a deal. It includes Kenyan commitments to:\n\n- Open its ports to fruit.\n\n- End the ban on nets.',
    [
      'report/none PE,KE: Peru and Kenya made a deal',
      'commitment/agreed KE: Open its ports to fruit',
      'commitment/agreed KE: End the ban on nets',
    ],
  ],
  [
    'a noun that performs leads a list',
    "Peru and Kenya made a deal. The text describes Peru's roads to:\n\n- the port of Callao.",
    ['report/none PE,KE: Peru and Kenya made a deal'],
  ],
  [
    'three sides that meet',
    'Minister of Peru Alba Quispe met with Japanese Vice Foreign Minister Mori Takeo and Republic of Korea First Vice Foreign Minister Choi Jong Kun today. The Minister and the two vice foreign ministers agreed to build a port. They discussed the shared commitment of Peru, Japan, and the Republic of Korea to train crews.',
    [
      'report/none PE,JP,KR: Minister of Peru Alba Quispe met with Japanese Vice Foreign Minister Mori Takeo and Republic of Korea First Vice Foreign Minister Choi Jong Kun today',
      'commitment/agreed PE,JP,KR: The Minister and the two vice foreign ministers agreed to build a port',
      'report/none PE,JP,KR: They discussed the shared commitment of Peru, Japan, and the Republic of Korea to train crews',
      'commitment/agreed PE,JP,KR: the shared commitment of Peru, Japan, and the Republic of Korea to train crews',
    ],
  ],
  [
    'an ordinal ends a sentence',
    'Kenya became the 12th. Peru will join in May.',
    ['report/none KE: Kenya became the 12th', 'commitment/intent PE: Peru will join in May'],
  ],
  [
    'a text in capitals is nobody of the other side',
    'The Minister of Peru met with Minister Kiptoo of Kenya. This Executive Order covers fish.',
    ['report/none PE,KE: The Minister of Peru met with Minister Kiptoo of Kenya'],
  ],
  [
    'a rank before an office, at the head of a sentence',
    'Under Secretary of State for Trade Anna Berg opened the port.',
    ['report/none US: Under Secretary of State for Trade Anna Berg opened the port'],
  ],
  [
    'a rank before an office, at the head of a sentence',
    'Under President of Peru Alba Quispe, Kenya opened the port.',
    ['report/none KE: Kenya opened the port'],
  ],
  [
    'a rank below an office that the text knows',
    'Secretary Anna Berg of Peru opened the port. Kenya closed it. Under Secretary Olga Rey praised the crews.',
    [
      'report/none PE: Secretary Anna Berg of Peru opened the port',
      'report/none KE: Kenya closed it',
      'position/none PE: Under Secretary Olga Rey praised the crews',
    ],
  ],
  [
    'values in a row under "of"',
    'Peru and Kenya spoke of peace, based upon values of defending freedom, opening doors, upholding rights, and respecting the law.',
    [
      'report/none PE,KE: Peru and Kenya spoke of peace, based upon values of defending freedom, opening doors, upholding rights, and respecting the law',
    ],
  ],
  [
    'who resolves to do something is nobody who says what stands before',
    'Peru and Kenya met. Recognizing the defense of Peru, the leaders resolved to work together to meet shared tasks and open ports.',
    [
      'report/none PE,KE: Peru and Kenya met',
      'commitment/agreed PE,KE: the leaders resolved to work together to meet shared tasks',
      'commitment/agreed PE,KE: open ports',
    ],
  ],
  [
    'a label is no part of who acts',
    'Peru and Kenya made a deal.\n\n**A PATH FORWARD:** President Alba Quispe of Peru will lift the tax.',
    ['report/none PE,KE: Peru and Kenya made a deal', 'commitment/intent PE: President Alba Quispe of Peru will lift the tax'],
  ],
  ['a label is no part of who acts', 'Peru promises: Kenya will get ships.', ['commitment/intent KE: Kenya will get ships']],
  [
    'how many act',
    'More than 180 envoys from Peru, comprising bankers, builders, and others, gathered in Lima.',
    ['report/none PE: More than 180 envoys from Peru, comprising bankers, builders, and others, gathered in Lima'],
  ],
  [
    'a participle limits an adverbial at the front',
    'In line with the plan set out in the text of May, Peru and Kenya will open ports.',
    ['commitment/intent PE,KE: Peru and Kenya will open ports'],
  ],
  [
    'a participle limits an adverbial at the front',
    'In May Peru set out on a tour, and Kenya will open ports.',
    ['report/none PE: In May Peru set out on a tour', 'commitment/intent KE: Kenya will open ports'],
  ],
  [
    'more of what support is for',
    'Peru and Kenya discussed their support for a truce and increased aid to Chad.',
    ['report/none PE,KE: Peru and Kenya discussed their support for a truce and increased aid to Chad'],
  ],
  [
    'more of what support is for',
    'Peru and Kenya opened a port and increased aid to Chad.',
    ['report/none PE,KE: Peru and Kenya opened a port', 'report/none PE,KE: increased aid to Chad'],
  ],
  [
    'a participant is a party',
    'Peru and Kenya made this pact. Either Participant may leave it.',
    ['report/none PE,KE: Peru and Kenya made this pact', 'position/none PE,KE: Either Participant may leave it'],
  ],
  [
    'a doer by name in what is said',
    'The Minister of Chile said Ghana stood ready to build a port.',
    ['commitment/ready GH: Ghana stood ready to build a port'],
  ],
  [
    'a doer by name in what is said',
    'The Minister of Chile praised the pact with Ghana signed in May.',
    ['position/none CL: The Minister of Chile praised the pact with Ghana signed in May'],
  ],
  [
    'a pronoun after a noun limits it',
    'Chile will consider further cuts for goods it makes.',
    ['commitment/intent CL: Chile will consider further cuts for goods it makes'],
  ],
  [
    'the main verb goes on after a purpose',
    'Chile intends to change its law so that crews are protected, and has committed to open ports.',
    [
      'commitment/intent CL: Chile intends to change its law so that crews are protected',
      'commitment/agreed CL: has committed to open ports',
    ],
  ],
  [
    'telling somebody of a thing',
    'The Minister of Chile informed his counterpart from Ghana about the fair and assured the President of Ghana of his readiness to help.',
    [
      'report/none CL: The Minister of Chile informed his counterpart from Ghana about the fair',
      'commitment/ready CL: assured the President of Ghana of his readiness to help',
    ],
  ],
  [
    'the office of the host, whom nobody names',
    'The President met with President Kiptoo of Kenya. The President praised the port. President Kiptoo thanked Peru.',
    [
      'report/none PE,KE: The President met with President Kiptoo of Kenya',
      'position/none PE: The President praised the port',
      'position/none KE: President Kiptoo thanked Peru',
    ],
  ],
  [
    'the office of the host, whom nobody names',
    'The President of Peru met with President Kiptoo of Kenya. The President praised the port.',
    ['report/none PE,KE: The President of Peru met with President Kiptoo of Kenya', 'position/none PE: The President praised the port'],
  ],
  [
    'each side',
    'Chile and Ghana made a pact. Officials of Chile will meet in May. Each side will open a port.',
    [
      'report/none CL,GH: Chile and Ghana made a pact',
      'commitment/intent CL: Officials of Chile will meet in May',
      'commitment/intent CL,GH: Each side will open a port',
    ],
  ],
  [
    'what binds is no courtesy',
    'Chile and Ghana made a pact. Each Party shall convey passports at least ten days before their introduction.',
    [
      'report/none CL,GH: Chile and Ghana made a pact',
      'commitment/binding CL,GH: Each Party shall convey passports at least ten days before their introduction',
    ],
  ],
  ['what binds is no courtesy', 'The Minister of Chile conveyed his thanks for the reception.', []],
  [
    'a verb that goes on with its preposition',
    'The Minister of Chile met the Minister of Ghana. Turning to trade, the Minister of Chile updated on his recent talks.',
    [
      'report/none CL,GH: The Minister of Chile met the Minister of Ghana',
      'report/none CL: the Minister of Chile updated on his recent talks',
    ],
  ],
  ['firms that act', 'Chilean airlines plan to buy ships.', ['commitment/intent Chilean airlines: Chilean airlines plan to buy ships']],
  [
    'two persons named for their government',
    'The Biden-Harris Administration will build a port.',
    ['commitment/intent US: The Biden-Harris Administration will build a port'],
  ],
  [
    '"both" alone are both sides',
    'Peru and Kenya met. Both remain committed to opening ports.',
    ['report/none PE,KE: Peru and Kenya met', 'commitment/agreed PE,KE: Both remain committed to opening ports'],
  ],
  [
    'a sum is what is welcomed',
    'Peru and Kenya welcomed nearly $40 million of aid.',
    ['position/none PE,KE: Peru and Kenya welcomed nearly $40 million of aid'],
  ],
  [
    'the second of two graded adjectives',
    'Peru and Kenya agreed to build a more stable and integrated Lake District.',
    ['commitment/agreed PE,KE: Peru and Kenya agreed to build a more stable and integrated Lake District'],
  ],
  [
    'where one is meanwhile has no verb',
    'While in Oslo, the President of Peru will open a school.',
    ['commitment/intent PE: the President of Peru will open a school'],
  ],
  ['where one is meanwhile has no verb', 'Once there, Peru will open a school.', ['commitment/intent PE: Peru will open a school']],
  [
    'where one is meanwhile has no verb',
    'Peru said that, when in Nairobi, its minister will open a school.',
    ['commitment/intent PE: its minister will open a school'],
  ],
  [
    'what goes on meanwhile has one',
    'While in many towns, above all in the north, prices fell, Peru will open a school.',
    ['commitment/intent PE: Peru will open a school'],
  ],
  [
    'after a person "it" is a thing',
    'President Alba Quispe of Peru signed the law. It will cut tolls. It built on earlier laws.',
    ['report/none PE: President Alba Quispe of Peru signed the law'],
  ],
  [
    'after a state it is that state',
    'Peru opened a road. It will cut tolls.',
    ['report/none PE: Peru opened a road', 'commitment/intent PE: It will cut tolls'],
  ],
  [
    'and so it is in what somebody says of it',
    'The ministry of Peru opened a road. The ministry said that it will cut tolls.',
    ['report/none PE: The ministry of Peru opened a road', 'commitment/intent PE: it will cut tolls'],
  ],
]

for (const [what, text, expected] of rows)
  test(`${what}: ${text.slice(0, 60)}`, () => {
    const found = read({ text }).statements.map((s) => `${s.kind}/${s.force} ${s.parties}: ${s.quote}`)
    assert.deepEqual(found, expected)
  })
