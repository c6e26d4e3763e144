import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** What stands between the words of a statement and must not break it, who holds what is said of others, and what there is: phenomenon, text, what it states as "kind/force parties[ not]: words". */
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
  [
    'when it was said stands between a noun that performs and its act',
    "Kenya welcomed Peru's decision on 3 June to close the camp.",
    [
      "position/none KE: Kenya welcomed Peru's decision on 3 June to close the camp",
      "commitment/agreed PE: Peru's decision on 3 June to close the camp",
    ],
  ],
  [
    'the same in May, which is no modal after a number, with an adverb before the act',
    'Kenya welcomed the pledge by Peru during the talks of 9 May fully to open the border.',
    [
      'position/none KE: Kenya welcomed the pledge by Peru during the talks of 9 May fully to open the border',
      'commitment/agreed PE: the pledge by Peru during the talks of 9 May fully to open the border',
    ],
  ],
  [
    'the same between commas, of a meeting',
    'Kenya welcomed the pledge by Peru, during the same meeting, to open the border.',
    [
      'position/none KE: Kenya welcomed the pledge by Peru, during the same meeting, to open the border',
      'commitment/agreed PE: the pledge by Peru, during the same meeting, to open the border',
    ],
  ],
  [
    'whose a noun that performs is stands after the verb by which he made it',
    'Kenya welcomed the commitment made by Peru at the summit to cut waste.',
    [
      'position/none KE: Kenya welcomed the commitment made by Peru at the summit to cut waste',
      'commitment/agreed PE: the commitment made by Peru at the summit to cut waste',
    ],
  ],
  [
    'whom one is ready for stands after "remain open to"',
    'Peru remains open to talks without conditions.',
    ['commitment/ready PE: Peru remains open to talks without conditions'],
  ],
  ['of a thing the same only describes', 'The northern border remains open to trade.', []],
  [
    'what others have a right to is held by the one who says so, and once',
    'Kenya said that every state has the right to choose its allies and to trade freely.',
    ['position/none KE: every state has the right to choose its allies and to trade freely'],
  ],
  [
    'the same of a thing that they have a right to',
    'Peru and Kenya signed a joint statement. Every child has an equal right to education.',
    ['report/none PE,KE: Peru and Kenya signed a joint statement', 'position/none PE,KE: Every child has an equal right to education'],
  ],
  [
    'the same of what they deserve',
    'Kenya said that the people of Peru deserve to feel safe, build better lives and trade freely.',
    ['position/none KE: the people of Peru deserve to feel safe, build better lives and trade freely'],
  ],
  [
    'what there is a need to do is asked for',
    'There remains an urgent need to rebuild the port of Lima.',
    ['proposal/should : There remains an urgent need to rebuild the port of Lima'],
  ],
  ['no need asks for nothing', 'There is no need to rebuild the port of Lima.', []],
  ['what there remains is no act', 'There remain gaps in the roads of Lima.', []],
  [
    'what there was agreement to do was agreed',
    'Peru and Kenya issued a joint statement. There was agreement to open an office in Lima.',
    [
      'report/none PE,KE: Peru and Kenya issued a joint statement',
      'commitment/agreed PE,KE: There was agreement to open an office in Lima',
    ],
  ],
  [
    'a talk that there was about something was held',
    'Peru and Kenya issued a joint statement. There was also a long discussion of trade.',
    ['report/none PE,KE: Peru and Kenya issued a joint statement', 'report/none PE,KE: There was also a long discussion of trade'],
  ],
  [
    'what a thing represents is judged as what it is, where a word weighs it',
    'The minister of Kenya said that the agreement with Peru represents a positive step.',
    ['position/none KE: the agreement with Peru represents a positive step'],
  ],
  ['else it only describes', 'The minister of Kenya said that the fund represents ten banks.', []],
  [
    'what those should do by name whose text it is, they owe themselves',
    'We, the leaders of the African Union, met in Lima.\nIt is essential that the African Union acts without delay.',
    [
      'report/none AFU: We, the leaders of the African Union, met in Lima',
      'commitment/should AFU: It is essential that the African Union acts without delay',
    ],
  ],
  [
    'of others it is asked',
    'We, the leaders of the African Union, met in Lima.\nIt is essential that Peru acts without delay.',
    [
      'report/none AFU: We, the leaders of the African Union, met in Lima',
      'proposal/should PE: It is essential that Peru acts without delay',
    ],
  ],
  [
    'what had to be done to a thing was done',
    'The talks had to be postponed because of a storm.',
    ['report/none : The talks had to be postponed because of a storm'],
  ],
  [
    'the act on a plan is agreed on, and not the plan',
    'Peru and Kenya agreed on the implementation of the plan.',
    ['commitment/agreed PE,KE: Peru and Kenya agreed on the implementation of the plan'],
  ],
  [
    'what somebody expressed in a clause',
    'The President of Kenya expressed that he looks forward to hosting the summit.',
    ['commitment/ready KE: he looks forward to hosting the summit'],
  ],
  [
    'what somebody asks for again',
    'Peru repeats its demand for the release of the crew.',
    ['proposal/should : Peru repeats its demand for the release of the crew'],
  ],
  [
    'who was joined by somebody met him',
    'The President of Kenya was joined by the Prime Minister of Peru at the talks in Lima.',
    ['report/none KE,PE: The President of Kenya was joined by the Prime Minister of Peru at the talks in Lima'],
  ],
  ['a thing is joined to a thing', 'The road was joined by a bridge in May.', []],
]

for (const [name, text, expected] of rows)
  test(`${name}: ${text}`, () => {
    const found = read({ text }).statements.map((s) => `${s.kind}/${s.force} ${s.parties.join(',')}${s.negated ? ' not' : ''}: ${s.quote}`)
    assert.deepEqual(found, expected)
  })
