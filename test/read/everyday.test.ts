import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { read } from '../../src/index.ts'
import { parseTable } from '../../src/lexicon/parse.ts'

/** Plain sentences as official prose is full of: phenomenon, text, what it states as "kind/force parties[ not]: words". */
const rows: [string, string, string[]][] = [
  [
    'what both consider vital they owe themselves, as what they consider necessary',
    'Peru and Kenya met. The two sides consider it vital to open the port.',
    ['report/none PE,KE: Peru and Kenya met', 'commitment/should PE,KE: The two sides consider it vital to open the port'],
  ],
  [
    'those who act for several, and whose they are, before a bare verb',
    'The leaders of Peru and Kenya met. The heads of state support the fund. The Heads of State note the importance of trade. The participants in the forum intend to open a port.',
    [
      'report/none PE,KE: The leaders of Peru and Kenya met',
      'position/none PE,KE: The heads of state support the fund',
      'position/none PE,KE: The Heads of State note the importance of trade',
      'commitment/intent PE,KE: The participants in the forum intend to open a port',
    ],
  ],
  [
    'a noun there is a noun',
    'Peru met the leaders of the region. Peru will fund the heads of state aid programmes.',
    ['report/none PE: Peru met the leaders of the region', 'commitment/intent PE: Peru will fund the heads of state aid programmes'],
  ],
  [
    'others are asked for other acts, after the preposition of the verb',
    'Peru called on Kenya to open the port, and on Chile to lower its fees. Peru appealed to Kenya to pay and to Chile to wait.',
    [
      'proposal/should KE: Peru called on Kenya to open the port',
      'proposal/should CL: on Chile to lower its fees',
      'proposal/should KE: Peru appealed to Kenya to pay',
      'proposal/should CL: to Chile to wait',
    ],
  ],
  [
    'several are asked for one act, each after the preposition',
    'Peru called on Kenya and on Chile to lower their fees. Peru appealed to Ghana to open the port, and to Chile and to Kenya to wait.',
    [
      'proposal/should KE,CL: Peru called on Kenya and on Chile to lower their fees',
      'proposal/should GH: Peru appealed to Ghana to open the port',
      'proposal/should CL,KE: to Chile and to Kenya to wait',
    ],
  ],
  [
    'without it, a name belongs to what is asked',
    'Peru urged Kenya to work with its banks, Chile and Ghana to lower fees.',
    ['proposal/should KE: Peru urged Kenya to work with its banks, Chile and Ghana to lower fees'],
  ],
  [
    'the preposition of a call again, before the noun of another act',
    'Peru and Kenya called for an end to the fighting, for the release of prisoners and for the return of the displaced.',
    [
      'proposal/should : Peru and Kenya called for an end to the fighting',
      'proposal/should : for the release of prisoners',
      'proposal/should : for the return of the displaced',
    ],
  ],
  [
    'the same after a need, and in a call that goes on',
    'Peru and Kenya stressed the need for a truce and for the swift return of the displaced. They continue to call for calm, and for the removal of mines.',
    [
      'proposal/should : Peru and Kenya stressed the need for a truce',
      'proposal/should : for the swift return of the displaced',
      'proposal/should : They continue to call for calm',
      'proposal/should : for the removal of mines',
    ],
  ],
  [
    'things asked for, and reasons for thanks, are one list',
    'Peru called for restraint and for dialogue. It thanked Kenya for its help and for the release of the prisoners.',
    [
      'proposal/should : Peru called for restraint and for dialogue',
      'position/none PE: It thanked Kenya for its help and for the release of the prisoners',
    ],
  ],
  [
    'after a means of one noun, a comma with "and" leads back to the acts; in a list of means it does not',
    'Peru and Kenya remain committed to ending hunger through research, and reducing waste. They will secure the lake through patrols, radar, and sharing data.',
    [
      'commitment/agreed PE,KE: Peru and Kenya remain committed to ending hunger through research',
      'commitment/agreed PE,KE: reducing waste',
      'commitment/intent PE,KE: They will secure the lake through patrols, radar, and sharing data',
    ],
  ],
  [
    'a stand beside what was pledged',
    'Peru and Kenya reaffirmed their commitment to open the port, as well as their support for the fund.',
    [
      'commitment/agreed PE,KE: Peru and Kenya reaffirmed their commitment to open the port',
      'position/none PE,KE: their support for the fund',
    ],
  ],
  [
    'partners and allies are a pair of nouns',
    'Peru is working with its partners and allies to keep the peace.',
    ['report/none PE: Peru is working with its partners and allies to keep the peace'],
  ],
  [
    'a word that is verb and noun, at the end of a list of nouns and without an object, is a noun',
    'Peru will provide food, water, and shelter to those in need.',
    ['commitment/intent PE: Peru will provide food, water, and shelter to those in need'],
  ],
  [
    'the same before another preposition',
    'Peru and Kenya agreed to boost trade, transport and aid for farmers.',
    ['commitment/agreed PE,KE: Peru and Kenya agreed to boost trade, transport and aid for farmers'],
  ],
  [
    'with an object it is a verb',
    'Peru will provide food, clean the wells and shelter the farmers.',
    ['commitment/intent PE: Peru will provide food', 'commitment/intent PE: clean the wells', 'commitment/intent PE: shelter the farmers'],
  ],
  [
    'a verb that needs no object goes on with its preposition',
    'Peru will expand trade and push for a truce.',
    ['commitment/intent PE: Peru will expand trade', 'commitment/intent PE: push for a truce'],
  ],
  [
    'right after a verb it shares the object of that one',
    'Peru will build and fund for ten years a school in Kenya.',
    ['commitment/intent PE: Peru will build and fund for ten years a school in Kenya'],
  ],
  [
    'an adjective in -ing ends a list of adjectives',
    'Peru and Kenya condemned the divisive, coercive, and destabilizing acts of the guild.',
    ['position/none PE,KE: Peru and Kenya condemned the divisive, coercive, and destabilizing acts of the guild'],
  ],
  [
    'an act in -ing goes on with a progressive',
    'Peru is keeping its ports competitive and opening roads.',
    ['report/none PE: Peru is keeping its ports competitive', 'report/none PE: opening roads'],
  ],
  [
    'a clause without "that" after the noun which a state acts on is no clause of the verb before it',
    'Kenya welcomed the support Peru provides to farmers.',
    ['position/none KE: Kenya welcomed the support Peru provides to farmers'],
  ],
  [
    'the same with the article of the state, after the noun that opens the sentence',
    'The assistance the United States is providing to farmers will continue.',
    ['commitment/intent US: The assistance the United States is providing to farmers will continue'],
  ],
  [
    'after words that bear a name the state is the noun',
    'Kenya agreed that its partner Peru will open the port.',
    ['commitment/agreed PE: Kenya agreed that its partner Peru will open the port'],
  ],
  [
    'lines of a resolution whose opening is not there',
    '1. Welcomes the truce and calls on Peru to open the port;\n\n2. Demands that all raids cease;\n\n3. Decides to meet again.',
    [
      'position/none : Welcomes the truce',
      'proposal/should PE: calls on Peru to open the port',
      'proposal/should : Demands that all raids cease',
      'commitment/agreed : Decides to meet again',
    ],
  ],
  [
    'after "and" those who act open a clause of their own, whatever the verb before it takes',
    'Peru and Kenya met. The minister of Peru underscored the importance of trade and the two leaders discussed ways to expand it.',
    [
      'report/none PE,KE: Peru and Kenya met',
      'position/none PE: The minister of Peru underscored the importance of trade',
      'report/none PE,KE: the two leaders discussed ways to expand it',
    ],
  ],
  [
    'a participle between the adjective of a state and a noun is no verb',
    'Kenya stressed that a raid on Peruvian armed forces, vessels, or aircraft at sea would break the pact.',
    ['position/none KE: Kenya stressed that a raid on Peruvian armed forces, vessels, or aircraft at sea would break the pact'],
  ],
  [
    'after "that" an adverbial with verbs of its own ends at its comma',
    'Peru said that in addition to feeding Kenya and mending its roads, Chile would open a port.',
    ['commitment/intent CL: Chile would open a port'],
  ],
  [
    'the infinitive of a clause in between is not what is called for',
    'Peru called for access to the river, which allows towns to thrive.',
    ['proposal/should : Peru called for access to the river'],
  ],
  [
    'an act that is agreed on by its noun',
    'Peru and Kenya agreed on the establishment of a joint commission.',
    ['commitment/agreed PE,KE: Peru and Kenya agreed on the establishment of a joint commission'],
  ],
  [
    'a matter that is agreed on is a stand',
    'Peru and Kenya agreed on the importance of trade.',
    ['position/none PE,KE: Peru and Kenya agreed on the importance of trade'],
  ],
  [
    'what one will write to another is an act',
    "The minister of Kenya said: “I'll write to the board tonight.”",
    ["commitment/intent KE: I'll write to the board tonight"],
  ],
  [
    'what one will start with is undertaken too',
    'Peru and Kenya met. We will start with the repair of the port.',
    ['report/none PE,KE: Peru and Kenya met', 'commitment/intent PE,KE: We will start with the repair of the port'],
  ],
  [
    'participles that limit the object',
    'Both Peru and Kenya support increased and varied trade.',
    ['position/none PE,KE: Both Peru and Kenya support increased and varied trade'],
  ],
  [
    'the subject of a list of matters begins at its head',
    'During the meeting of Peru and Kenya, matters of trade, transport and energy were discussed.',
    ['report/none PE,KE: matters of trade, transport and energy were discussed'],
  ],
  [
    'an adjective that opens the sentence is nobody',
    'Peru and Kenya met. Practical steps to expand trade and clear the canals were discussed.',
    ['report/none PE,KE: Peru and Kenya met', 'report/none PE,KE: Practical steps to expand trade and clear the canals were discussed'],
  ],
  [
    'what a name calls for',
    'Peru calls for talks and Kenya will host them.',
    ['proposal/should : Peru calls for talks', 'commitment/intent KE: Kenya will host them'],
  ],
  [
    'no side',
    'Peru and Kenya met. Neither side will send troops.',
    ['report/none PE,KE: Peru and Kenya met', 'commitment/intent PE,KE not: Neither side will send troops'],
  ],
  [
    'no state',
    'Peru said that no state should build bases on the lake.',
    ['proposal/should PE not: no state should build bases on the lake'],
  ],
  [
    'none of them',
    'Peru and Kenya met. None of the parties will build bases.',
    ['report/none PE,KE: Peru and Kenya met', 'commitment/intent PE,KE not: None of the parties will build bases'],
  ],
  ['not only', 'Not only Peru but Kenya will build bases.', ['commitment/intent PE,KE: Not only Peru but Kenya will build bases']],
  ['an answer that denies', 'No, Peru will build the port.', ['commitment/intent PE: No, Peru will build the port']],
  ['never', 'Peru never agreed to the plan.', ['report/none PE not: Peru never agreed to the plan']],
  ['neither, nor', 'Peru neither supports nor opposes the plan.', ['position/none PE not: Peru neither supports nor opposes the plan']],
  [
    'an adjective after "committed to"',
    'Peru and Kenya are committed to free trade and open markets.',
    ['position/none PE,KE: Peru and Kenya are committed to free trade and open markets'],
  ],
  [
    'an act after "committed to"',
    'Peru and Kenya are committed to free the captives.',
    ['commitment/agreed PE,KE: Peru and Kenya are committed to free the captives'],
  ],
  [
    'a particle before "that"',
    'The minister of Peru pointed out that the two states are good friends of Kenya.',
    ['position/none PE,KE: the two states are good friends of Kenya'],
  ],
  [
    'a call goes on with what one feels',
    'Peru and Kenya met. We are concerned about the war and demand a truce.',
    ['report/none PE,KE: Peru and Kenya met', 'position/none PE,KE: We are concerned about the war', 'proposal/should : demand a truce'],
  ],
  [
    'two verbs with one object',
    'Peru will prevent, respond to, and recover from floods.',
    ['commitment/intent PE: Peru will prevent, respond to, and recover from floods'],
  ],
  [
    'a participle after "agreed that" limits the subject',
    'Peru and Kenya agreed that continued Chilean whaling will harm trade.',
    ['commitment/agreed PE,KE: Peru and Kenya agreed that continued Chilean whaling will harm trade'],
  ],
  [
    'names under what includes them promise nothing',
    'Peru announced new aid. Firms that will help Peru include:\n\n- Lake Ferries\n- Blue Harbour Capital\n',
    ['report/none PE: Peru announced new aid'],
  ],
  [
    'nor do those who were there',
    'Peru will send aid. The members of the delegation included:\n\n- Rosa Diaz, Assistant to the Minister of Ports\n- Juan Vega, Director of the Office of Roads\n',
    ['commitment/intent PE: Peru will send aid'],
  ],
  [
    'parts of a plan still do',
    'Peru will send aid. Parts of the plan include:\n\n- a ferry to the islands\n',
    ['commitment/intent PE: Peru will send aid', 'commitment/intent PE: a ferry to the islands'],
  ],
  [
    'what one wants to stress is said once',
    'Peru wants to stress that Kenya sent doctors. Peru would like to point out that Chile will open a port.',
    ['report/none KE: Kenya sent doctors', 'commitment/intent CL: Chile will open a port'],
  ],
  [
    'what one wants to stress is held where its clause states nothing by itself',
    'Peru wants to stress that the port has two quays.',
    ['position/none PE: Peru wants to stress that the port has two quays'],
  ],
  [
    'what one wants to stress comes behind a comma',
    'Peru and Kenya met. We want to stress, we oppose the war.',
    ['report/none PE,KE: Peru and Kenya met', 'position/none PE,KE: we oppose the war'],
  ],
  [
    'the state of a town is no doer',
    'In Lima, Peru, the ministers of Kenya agreed to open a port.',
    ['commitment/agreed KE: the ministers of Kenya agreed to open a port'],
  ],
  [
    'the same of a town nobody knows',
    'Building on the talks in Tumbes, Peru, Kenya will send doctors.',
    ['commitment/intent KE: Kenya will send doctors'],
  ],
  [
    'a state that a town is not in is one of those who act',
    'In Berlin, Peru, Kenya and Chile agreed to open a port.',
    ['commitment/agreed PE,KE,CL: Peru, Kenya and Chile agreed to open a port'],
  ],
  [
    'how sure the speaker is, put in between, parts nothing',
    'Peru and Kenya held a long and, I think, useful talk on ports. Peru will build, we believe, a new port.',
    [
      'report/none PE,KE: Peru and Kenya held a long and, I think, useful talk on ports',
      'commitment/intent PE: Peru will build, we believe, a new port',
    ],
  ],
  [
    'a clause between commas does',
    'Peru and Kenya met. At this hour, we reaffirm, in the face of war, our support for the truce.',
    ['report/none PE,KE: Peru and Kenya met', 'position/none PE,KE: we reaffirm, in the face of war, our support for the truce'],
  ],
  [
    'what half a verb leads in is under way',
    'Peru and Kenya met. We are:\n\n- building a port;\n- urging Chile to open talks;\n- supporting the truce.',
    [
      'report/none PE,KE: Peru and Kenya met',
      'report/none PE,KE: building a port',
      'proposal/should CL: urging Chile to open talks',
      'position/none PE,KE: supporting the truce',
    ],
  ],
  [
    'or done',
    'Peru will send aid. Since May, Peru has:\n\n- Sent 40 doctors to Kenya\n- Cut fees on the lake\n',
    ['commitment/intent PE: Peru will send aid', 'report/none PE: Sent 40 doctors to Kenya', 'report/none PE: Cut fees on the lake'],
  ],
  [
    'what is among things has no doer',
    'Peru will open three ports. Among them are:\n\n- a port for ferries in the north\n',
    ['commitment/intent PE: Peru will open three ports', 'commitment/intent PE: a port for ferries in the north'],
  ],
  [
    'a false start states nothing',
    "Peru and Kenya met. We're going to — we will send aid. We have — we have opened a port. We met — they met in May.",
    [
      'report/none PE,KE: Peru and Kenya met',
      'commitment/intent PE,KE: we will send aid',
      'report/none PE,KE: we have opened a port',
      'report/none PE,KE: We met',
      'report/none PE,KE: they met in May',
    ],
  ],
  [
    'who it is that acts',
    'It is Peru that will build the port. It was Kenya who opened the road. It is a plan for Peru that will help.',
    ['commitment/intent PE: It is Peru that will build the port', 'report/none KE: It was Kenya who opened the road'],
  ],
  [
    'the country that one is',
    'The minister of Peru said, “We are the country that opened the port.”',
    ['report/none PE: We are the country that opened the port'],
  ],
  [
    'what one does not think will be',
    'Peru and Kenya met. “I do not think Kenya will pay,” the minister of Peru said.',
    ['report/none PE,KE: Peru and Kenya met'],
  ],
  ['what has yet to be done', 'Kenya has yet to ratify the treaty.', ['report/none KE not: Kenya has yet to ratify the treaty']],
  ['a noun that opens the sentence is nobody', 'Peru and Kenya met. Assistance helps all.', ['report/none PE,KE: Peru and Kenya met']],
  [
    'a firm that opens it is one',
    'Lakeair will deliver ten ships to Kenya.',
    ['commitment/intent Lakeair: Lakeair will deliver ten ships to Kenya'],
  ],
  [
    'what is undertaken not to happen',
    'Peru undertook not to send troops or build bases.',
    ['commitment/agreed PE not: Peru undertook not to send troops', 'commitment/agreed PE not: build bases'],
  ],
  [
    'what one refrains from',
    'Peru agreed to refrain from sending troops and to lift the ban.',
    ['commitment/agreed PE not: Peru agreed to refrain from sending troops', 'commitment/agreed PE: to lift the ban'],
  ],
  [
    'what one is glad to announce, or to be doing',
    'Peru is pleased to announce 4 million dollars for the port. Peru is proud to announce the opening of a school. Peru is proud to announce its plans. Peru is pleased to be working with Kenya on ships. Peru is pleased to share maps.',
    [
      'commitment/agreed PE: Peru is pleased to announce 4 million dollars for the port',
      'commitment/agreed PE: Peru is proud to announce the opening of a school',
      'report/none PE: Peru is proud to announce its plans',
      'report/none PE: Peru is pleased to be working with Kenya on ships',
      'commitment/ready PE: Peru is pleased to share maps',
    ],
  ],
  [
    'what one does not hesitate to do, or refrain from',
    'Peru will not hesitate to close the port and send ships. Peru will not refrain from building forts or sending troops.',
    [
      'commitment/intent PE: Peru will not hesitate to close the port',
      'commitment/intent PE: send ships',
      'commitment/intent PE: Peru will not refrain from building forts',
      'commitment/intent PE: sending troops',
    ],
  ],
  [
    'a view that denies, and what one denies oneself',
    'Peru reaffirmed that there is no way back to the war. Peru stressed that it does not support the raid.',
    [
      'position/none PE: Peru reaffirmed that there is no way back to the war',
      'position/none PE not: Peru stressed that it does not support the raid',
    ],
  ],
  [
    'what another is asked not to do',
    'Peru called on Kenya not to send troops.',
    ['proposal/should KE not: Peru called on Kenya not to send troops'],
  ],
  [
    'a readiness to refrain',
    'Peru expressed its readiness to refrain from raising tolls.',
    ['commitment/ready PE not: Peru expressed its readiness to refrain from raising tolls'],
  ],
  [
    'neither, nor under a modal',
    'Peru shall neither send troops nor build bases.',
    ['commitment/binding PE not: Peru shall neither send troops', 'commitment/binding PE not: build bases'],
  ],
  [
    'nothing of a kind',
    'Peru will accept no change of the border.',
    ['commitment/intent PE not: Peru will accept no change of the border'],
  ],
  ['no later than', 'Peru will open the port no later than May.', ['commitment/intent PE: Peru will open the port no later than May']],
  ['no effort spared', 'Peru will spare no effort to end the war.', ['commitment/intent PE: Peru will spare no effort to end the war']],
  [
    'an adverb that denies',
    'Peru will under no circumstances send troops.',
    ['commitment/intent PE not: Peru will under no circumstances send troops'],
  ],
  ['what one stops', 'Peru agreed to stop sending arms.', ['commitment/agreed PE not: Peru agreed to stop sending arms']],
  [
    'a condition right after "that"',
    'Peru said that if Kenya pays, it will open the port.',
    ['commitment/intent PE: it will open the port'],
  ],
  [
    'the same between commas',
    'Peru and Kenya agreed that, if the talks succeed, they will sign a pact.',
    ['commitment/agreed PE,KE: they will sign a pact'],
  ],
  [
    'a plural that ends the condition',
    'Peru stressed that, unless the attacks stop, it will close the port.',
    ['commitment/intent PE: it will close the port'],
  ],
  [
    'steps are no verb',
    'Peru will use the report to assess whether more steps, among them talks, are of use.',
    ['commitment/intent PE: Peru will use the report to assess whether more steps, among them talks, are of use'],
  ],
  [
    'nor do people with their titles',
    'Peru restated its commitment to build ports.\n\nParticipants included:\n\n1. Anna Berg, Adviser to the Minister, Director, Office of the Ports\n2. Carl Holm, Head of Roads; Member of the Lake Guild\n',
    ['commitment/agreed PE: Peru restated its commitment to build ports'],
  ],
  [
    'a sum that is announced is promised',
    'Peru announced more than $40 million in new aid for farmers.',
    ['commitment/agreed PE: Peru announced more than $40 million in new aid for farmers'],
  ],
  ['a number that counts nothing is not', 'Peru announced 12 new ministers.', ['report/none PE: Peru announced 12 new ministers']],
  [
    'an act that is announced by its noun',
    'Peru and Kenya announced the establishment of a joint fund for roads.',
    ['commitment/agreed PE,KE: Peru and Kenya announced the establishment of a joint fund for roads'],
  ],
  [
    'steps that are announced to do something',
    'Peru is announcing new steps to protect its ports.',
    ['commitment/agreed PE: Peru is announcing new steps to protect its ports'],
  ],
  [
    'what is over when it is announced',
    'Peru announced the conclusion of the talks with Kenya.',
    ['report/none PE: Peru announced the conclusion of the talks with Kenya'],
  ],
  [
    'a clause without "that" after the last noun of a list limits it',
    'Peru will give farmers the tools and resources they need to grow.',
    ['commitment/intent PE: Peru will give farmers the tools and resources they need to grow'],
  ],
  [
    'the same of "it"',
    'Peru opened schools and clinics it will fund for ten years.',
    ['report/none PE: Peru opened schools and clinics it will fund for ten years'],
  ],
  [
    'after an adverb it is a clause of its own',
    'Peru will open ports and perhaps we need to train staff.',
    ['commitment/intent PE: Peru will open ports', 'proposal/should PE: we need to train staff'],
  ],
  [
    'after bare verbs a modal goes on with the main verb',
    'Peru will open its ports and train pilots, will map the reefs, and will not tax data.',
    [
      'commitment/intent PE: Peru will open its ports',
      'commitment/intent PE: train pilots',
      'commitment/intent PE: will map the reefs',
      'commitment/intent PE not: will not tax data',
    ],
  ],
  [
    'and so does another verb after "and"',
    'Peru will open its ports and train pilots, and has agreed to map the reefs.',
    [
      'commitment/intent PE: Peru will open its ports',
      'commitment/intent PE: train pilots',
      'commitment/agreed PE: has agreed to map the reefs',
    ],
  ],
  [
    'a noun after "and" that "they" limits',
    'Peru will treat all with the dignity and respect they deserve.',
    ['commitment/intent PE: Peru will treat all with the dignity and respect they deserve'],
  ],
  [
    'but a verb that takes a clause',
    'Peru will train guards and ensure they are paid.',
    ['commitment/intent PE: Peru will train guards', 'commitment/intent PE: ensure they are paid'],
  ],
  [
    'a clause without "that" begins with a further sum',
    'Peru said a further $20 million would be spent on roads.',
    ['commitment/intent : a further $20 million would be spent on roads'],
  ],
  [
    'a sum that one can announce is announced',
    'Today we can announce an additional $2 million a year to teach music.',
    ['commitment/agreed : we can announce an additional $2 million a year to teach music'],
  ],
  ['what others can announce is only possible', 'Firms can announce $2 million in losses.', []],
  [
    'what a first task will be is an aim, and the task no doer',
    'Our first task will be to rebuild the port.',
    ['commitment/intent : Our first task will be to rebuild the port'],
  ],
]

for (const [name, text, expected] of rows)
  test(`${name}: ${text}`, () => {
    const found = read({ text }).statements.map((s) => `${s.kind}/${s.force} ${s.parties.join(',')}${s.negated ? ' not' : ''}: ${s.quote}`)
    assert.deepEqual(found, expected)
  })

/** What follows each verb that is a noun too, where it has no object. */
const follows = new Map(
  parseTable('intransitives', readFileSync('lexicon/en/intransitives.tsv', 'utf8')).map((row) => [
    row['id'],
    row['follows']?.split('|') ?? [],
  ]),
)

test('no noun of the verb table splits a list of nouns', () => {
  const verbs = parseTable('verbs', readFileSync('lexicon/en/verbs.tsv', 'utf8')).filter((row) => row['also']?.includes('noun'))
  assert.ok(verbs.length > 400)
  const lists: [string, (noun: string) => string][] = [
    ['to', (noun) => `The two sides will provide food, water, and ${noun} to farmers.`],
    ['for', (noun) => `The two sides agreed to boost trade, transport and ${noun} for the region.`],
    ['across', (noun) => `The two sides will expand roads, schools and ${noun} across the region.`],
  ]
  for (const [preposition, list] of lists)
    for (const row of verbs) {
      const verb = row['id'] as string
      if (follows.get(verb)?.includes(preposition)) continue
      assert.equal(read({ text: list(verb) }).statements.length, 1, list(verb))
    }
})

test('every verb of the intransitives table is one of the verb table that is a noun too', () => {
  const verbs = new Map(parseTable('verbs', readFileSync('lexicon/en/verbs.tsv', 'utf8')).map((row) => [row['id'], row['also']]))
  for (const verb of follows.keys()) if (verb !== '*') assert.ok(verbs.get(verb), verb)
})
