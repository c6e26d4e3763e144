import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Joint text of two states, so that "we" and "the two sides" are known. */
const OPENING = 'Joint Statement\n\nWe, the leaders of France and Japan, met in Paris on 2 May 2031.\n\n'
const found = (sentence: string) => read({ text: OPENING + sentence }).statements.filter((s) => s.span.from >= OPENING.length)

/** Sentences by phenomenon: what each states (kind/force, act), in order; then words that end the last quote, where that matters. */
const rows: [string, string, string[], string?][] = [
  [
    'a verb before an adverb after "and"',
    'We agreed to manage our differences and work together where our interests align.',
    ['commitment/agreed manage', 'commitment/agreed work'],
    'interests align',
  ],
  [
    '"like" after a noun is no verb',
    'We welcomed the decision to combat illicit drug making, including synthetic drugs like those of Paris, and trafficking.',
    ['position/none welcome'],
    'and trafficking',
  ],
  [
    'efforts that a talk is part of, one by one',
    'The call was part of our ongoing efforts to maintain open lines and responsibly manage our differences.',
    ['report/none maintain', 'report/none manage'],
    'our differences',
  ],
  [
    'a second predicate that only describes',
    'France has not changed its policy on lakes and has been consistent for decades.',
    ['report/none change'],
    'for decades',
  ],
  [
    'two nouns after a preposition',
    'We will strengthen cooperation on search and rescue through a joint exercise.',
    ['commitment/intent strengthen'],
    'joint exercise',
  ],
  [
    'a name in quotation marks closes with its mark',
    'The two sides will promote the “Lake Spirit” and build a port.',
    ['commitment/intent promote', 'commitment/intent build'],
  ],
  [
    'a name in quotation marks at the end',
    'The two sides will build a port and promote the “Lake Spirit”.',
    ['commitment/intent build', 'commitment/intent promote'],
    '“Lake Spirit”',
  ],
  [
    'clause after an aside',
    'Together we pledge to show that free towns, working together, are able to keep the lakes clean.',
    ['commitment/agreed show'],
    'lakes clean',
  ],
  [
    'clause after an aside',
    'We undertake to ensure that the ports, acting as one, are able to serve both coasts.',
    ['commitment/agreed ensure'],
    'both coasts',
  ],
  [
    'clause after an aside',
    'We promise to prove that rail lines, running at night, are able to replace trucks.',
    ['commitment/agreed prove'],
    'replace trucks',
  ],
  [
    'a fronted verb with a clause',
    'Recognizing that the lake requires care, France and Japan have opened a joint station.',
    ['report/none open'],
  ],
  [
    'a fronted verb with a clause',
    'Noting that rivers and canals need new locks, the two sides agreed to build three locks.',
    ['commitment/agreed build'],
  ],
  [
    'a fronted verb with a clause',
    'Recalling that snow and rocks close the pass, France and Japan decided to dig a tunnel.',
    ['commitment/agreed dig'],
  ],
  ['a clause without "which"', 'The tasks we take up today are large.', []],
  ['a clause without "which"', 'The bridge they open tonight is long.', []],
  ['a clause without "which"', 'The harbours we build together remain few.', []],
  [
    'adjectives in a list',
    'We are determined to fight threats such as hidden, unmarked, and uncharted mines; and clear the strait.',
    ['commitment/agreed fight', 'commitment/agreed clear'],
  ],
  ['adjectives in a list', 'We are committed to protect rare, unlisted, and unprotected birds.', ['commitment/agreed protect']],
  ['adjectives in a list', 'We are resolved to stop illegal, unreported, and unrecorded trade.', ['commitment/agreed stop']],
  ['a participle after a name', 'We established the Paris Forum designed to train divers.', ['report/none establish'], 'train divers'],
  ['a participle after a name', 'We launched the Kyoto Fund intended to repair canals.', ['report/none launch'], 'repair canals'],
  ['a participle after a name', 'We opened the Lyon Centre meant to test buoys.', ['report/none open'], 'test buoys'],
  ['what a pronoun acts as', 'As host states we support the harbour fund.', ['position/none support']],
  ['what a pronoun acts as', 'As members of the Lake Club, we agreed to clear the reeds.', ['commitment/agreed clear']],
  ['what a pronoun acts as', 'As the two hosts, since our meeting in May, we have opened nine wells.', ['report/none open']],
  [
    'means before the reported clause',
    'We affirm that by planting oaks, clearing ditches and mending walls, we will keep the valley dry.',
    ['commitment/agreed keep'],
  ],
  [
    'means before the reported clause',
    'We agreed that by sharing maps and training pilots, we will make the strait safe.',
    ['commitment/agreed make'],
  ],
  ['means before the reported clause', 'We confirm that through opening schools, we will train 40 nurses.', ['commitment/agreed train']],
  [
    'a participle that asks for a verb',
    'We welcome the report, and the concrete steps outlined to mend the dam.',
    ['position/none welcome'],
    'mend the dam',
  ],
  ['a participle that asks for a verb', 'We will buy pumps and the spare parts needed to run them.', ['commitment/intent buy'], 'run them'],
  [
    'a participle that asks for a verb',
    'We support the fund and the public money needed to fill it.',
    ['position/none support'],
    'fill it',
  ],
  [
    'back to the main verb',
    'We reaffirm our support for efforts to seek a truce and call on the rebels to leave the port.',
    ['position/none support', 'proposal/should leave'],
  ],
  [
    'back to the main verb',
    'We reaffirm our support for the plan to drain the marsh and call upon the farmers to join it.',
    ['position/none support', 'proposal/should join'],
  ],
  [
    'back to the main verb',
    'We will continue the talks to reach a pact and look forward to signing it in May.',
    ['commitment/intent continue', 'commitment/intent look'],
  ],
  [
    'a promise after a relative clause',
    'We oppose tolls that harm trade and will work together to end them.',
    ['position/none oppose', 'commitment/intent end'],
  ],
  [
    'a promise after a relative clause',
    'We welcome rules that protect whales and will apply them in our ports.',
    ['position/none welcome', 'commitment/intent apply'],
  ],
  [
    'a promise after a relative clause',
    'We condemn raids that endanger crews and will guard the strait.',
    ['position/none condemn', 'commitment/intent guard'],
  ],
  ['a report after an apposition', 'We, the leaders of France and Japan, met together in Nara on 3 May 2031.', ['report/none meet']],
  [
    'a report after an apposition',
    'We, the ministers of France and Japan, met in Nara in 2031 determined to end the drought.',
    ['report/none meet'],
  ],
  ['a report after an apposition', 'We, the envoys of France and Japan, gathered in Nara on 4 May.', ['report/none gather']],
  ['an act under way for somebody', 'We are supporting the islands to build sea walls.', ['report/none support']],
  ['an act under way for somebody', 'We are backing the new fund.', ['report/none back']],
  ['an act under way for somebody', 'France is supporting the divers of Japan.', ['report/none support']],
  ['adjectives after "to"', 'We stand united in our commitment to free and fair trade.', ['position/none stand']],
  ['adjectives after "to"', 'We reaffirm our commitment to free and open seas.', ['position/none reaffirm']],
  ['adjectives after "to"', 'We remain committed to free and safe ports.', ['position/none remain']],
  ['what must be done', 'It is essential that we keep the lake clean.', ['commitment/should keep']],
  ['what must be done', 'We agree on the need for miners to wear masks.', ['proposal/should wear']],
  ['what must be done', 'It is vital that all ferries carry rafts.', ['proposal/should carry']],
  ['adverbs in a pair', 'We will continue to quickly and jointly repair the nets.', ['commitment/intent repair'], 'repair the nets'],
  ['adverbs in a pair', 'We agreed to openly and fully publish the tide tables.', ['commitment/agreed publish']],
  ['adverbs in a pair', 'The two sides will safely and quietly move the turtles.', ['commitment/intent move']],
  [
    'several names with an apposition',
    'France and Japan, representing many islanders, reaffirm our commitment to a pact that works for all.',
    ['position/none reaffirm'],
  ],
  [
    'several names with an apposition',
    'France and Japan, bound by a long friendship, commit to open a school.',
    ['commitment/agreed open'],
  ],
  ['several names with an apposition', 'France and Japan, united by the sea, condemn the raid on the port.', ['position/none condemn']],
  [
    'an aside before the verb',
    'In light of the urgency of ending the flood, France and Japan, together with our friends, are opening a camp.',
    ['report/none open'],
  ],
  ['an aside before the verb', 'After the storm, France, with the help of Japan, will rebuild the pier.', ['commitment/intent rebuild']],
  ['an aside before the verb', 'The two sides, along with the islanders, agreed to build a pier.', ['commitment/agreed build']],
  ['what a name is helped to do', 'Those who help France buy rafts are backing actions which harm the reef.', ['report/none back']],
  ['what judges a thing', 'Recognizing that checks are necessary to keep trade safe, France has issued a decree.', ['report/none issue']],
  ['what judges a thing', 'Talks between experts are essential to keep the lake clean.', ['position/none be']],
  [
    'a clause inside a coordinated subject',
    'France and Japan are committed to peace, and the steps they take are in line with that goal.',
    ['position/none commit'],
  ],
  ['what the subject acts as', 'As Quad partners, the leaders reiterated that the sea is open to all.', ['position/none reiterate']],
  [
    'what the subject acts as',
    'As UNESCO members for 40 years, France and Japan are firmly committed to opening a school.',
    ['commitment/agreed open'],
  ],
  ['what the subject acts as', 'As France and Japan agreed in May, the two sides will meet again.', ['commitment/intent meet']],
  [
    'a report after a fronted clause',
    'To advance the talks further, the leaders announced plans to sign a pact.',
    ['commitment/intent sign'],
  ],
  [
    'a report after a fronted clause',
    'Noting that the old, narrow docks are full, the leaders announced plans to build two.',
    ['commitment/intent build'],
  ],
  ['a report after a fronted clause', 'Having met the miners, the ministers promised loans to the port.', ['commitment/agreed promise']],
  [
    'singular verbs in a relative clause',
    'We back a plan that feeds the poor, keeps the peace, and serves the islands.',
    ['position/none back'],
    'serves the islands',
  ],
  [
    'singular verbs in a relative clause',
    'We commit to open a school that trains divers, repairs nets, and rents boats.',
    ['commitment/agreed open'],
    'rents boats',
  ],
  [
    'singular verbs in a relative clause',
    'We welcome a rule that protects whales, guards the reef, and limits noise.',
    ['position/none welcome'],
    'limits noise',
  ],
  ['who is still asked', 'We continue to urge the miners to leave the valley.', ['proposal/should leave']],
  ['who is still asked', 'We continue to call for talks.', ['proposal/should call']],
  ['who is still asked', 'They called for opening talks this year to end the strike.', ['proposal/should call']],
  ['what a text does by itself', 'This Declaration builds upon earlier work.', []],
  ['what a text does by itself', 'The plan aligns with the Charter.', []],
  ['what a text does by itself', 'This paper describes the duties of both states.', ['report/none describe']],
  [
    'a list inside a relative clause',
    'We announce three plans that feed the poor, keep the peace, train divers, and mend the dam.',
    ['report/none announce'],
    'mend the dam',
  ],
  ['a list inside a relative clause', 'We face a flood which has spoilt the wheat, closed the pass, and emptied the villages.', []],
  [
    'a list inside a relative clause',
    'We will open a mill that will feed the valley, cut costs, and double exports.',
    ['commitment/intent open'],
    'double exports',
  ],
  [
    'a list beside a relative clause',
    'We have closed a mill that harmed the lake, restored the reeds, and rebuilt the pier.',
    ['report/none close', 'report/none restore', 'report/none rebuild'],
  ],
  [
    'a fronted verb with a relative clause',
    'Recognizing the danger posed by raiders who are at sea, the ministers agreed to open a station.',
    ['commitment/agreed open'],
  ],
  [
    'a fronted verb with a relative clause',
    'Noting the findings that the flood will be lower, we resolve to keep the dam.',
    ['commitment/agreed keep'],
  ],
  [
    'a fronted verb with a relative clause',
    'Recalling the pledge which was made in Nara, the two sides decided to build a school.',
    ['commitment/agreed build'],
  ],
  [
    'an absolute participle',
    'We will keep prices low, with our banks committed to buying gold.',
    ['commitment/intent keep'],
    'buying gold',
  ],
  ['an absolute participle', 'We agreed to dig a canal, with both cities asked to pay.', ['commitment/agreed dig'], 'to pay'],
  [
    'we between commas',
    'Today, we, President Joseph R. Biden of the United States and President William Ruto of Kenya, reinforce our commitment to towns that deliver work.',
    ['position/none reinforce'],
  ],
  ['what we would welcome', 'The fund is old, and we would welcome its early renewal.', ['position/none welcome']],
  ['what a scheme offers', 'This cooperation offers new paths to young divers.', []],
  ['two nouns that take the act', 'The two sides affirm their willingness and intention to open a port.', ['commitment/ready open']],
  ['two nouns that take the act', 'The two sides expressed their readiness and commitment to drain the marsh.', ['commitment/ready drain']],
  [
    'two nouns that take the act',
    'The two sides reaffirmed their commitment and determination to end the strike.',
    ['commitment/agreed end'],
  ],
  [
    'a call after a report',
    'We are deepening our work to protect the reef, and urge bold steps by other towns.',
    ['report/none deepen', 'proposal/should urge'],
  ],
  ['a call after a report', 'We have opened two wells, and recognize the value of rain.', ['report/none open', 'position/none recognize']],
  ['a call after a report', 'We are training divers, and call on the miners to help them.', ['report/none train', 'proposal/should help']],
  [
    'a label before a clause',
    'We ask that the groups focus on the following:\n\n- Working Group 1 – Ports: The ports group is tasked to map the docks.',
    ['commitment/agreed map'],
  ],
  [
    'a label before a clause',
    'We intend to take the following steps:\n\n- Opening hours: We will open the lock at dawn.',
    ['commitment/intent open'],
  ],
  [
    'a label before a clause',
    'We agreed to do the following:\n\n- Training: The two sides will train 40 divers.',
    ['commitment/intent train'],
  ],
]
for (const [name, sentence, expected, ending] of rows)
  test(`${name}: ${sentence}`, () => {
    const statements = found(sentence)
    assert.deepEqual(
      statements.map((s) => `${s.kind}/${s.force} ${s.act}`),
      expected,
    )
    if (ending) assert.ok(statements.at(-1)?.quote.endsWith(ending), statements.at(-1)?.quote)
  })

/** One side's speech and lists, alone: the register of campaigns, press conferences and analysts' lists. */
const spoken: [string, string, string[]][] = [
  ['a line that opens with a base form', 'Open a second harbour for the fishing fleet.', ['commitment/intent open']],
  [
    'a line that opens with a base form',
    'Train 40 nurses and repair the old clinic.',
    ['commitment/intent train', 'commitment/intent repair'],
  ],
  ['a line that opens with a base form', 'Help rebuild the light tower before winter', ['commitment/intent rebuild']],
  ['a line that opens with a base form', 'Read the full text of the speech on our page.', []],
  ['a line that opens with a gerund', 'Investing in five new ferries.', ['commitment/intent invest']],
  [
    'a line that opens with a gerund',
    'Repairing the sea wall and dredging the canal.',
    ['commitment/intent repair', 'commitment/intent dredge'],
  ],
  ['a line that opens with a gerund', 'Building on the talks, the sides agreed to meet.', ['commitment/agreed meet']],
  ['a thing and what is to be done', 'Two radar masts to be replaced by 2034.', ['commitment/intent replace']],
  ['a thing and what is to be done', 'Losses to be cut to less than five tonnes.', ['commitment/intent cut']],
  ['a thing and what is to be done', 'The plan to be adopted was long.', []],
  ['words of an editor', '[We agreed to] dredge the canal.', ['commitment/agreed dredge']],
  ['words of an editor', '[We will:] repair the sea wall and train nurses.', ['commitment/intent repair', 'commitment/intent train']],
  ['words of an editor', 'We decided] to open a ferry line.', ['commitment/agreed open']],
  ['threats and refusals', 'Italy on Tuesday threatened to close the strait.', ['commitment/intent close']],
  ['threats and refusals', 'Italy has refused to sign the pact.', ['commitment/intent sign']],
  ['threats and refusals', 'Italy blamed Malta for the oil spill.', ['position/none blame']],
  ['persons of no office', 'Farmers demanded a new dam in the valley.', ['proposal/should demand']],
  ['persons of no office', 'Farmers will benefit from the dam.', []],
  ['persons of no office', 'Maltese troops have served on the island for years.', ['report/none serve']],
  ['a clause after a day', 'The ministers said on Monday they would reopen the strait.', ['commitment/intent reopen']],
  ['a clause after a day', 'Italy said on Friday it will send two ships.', ['commitment/intent send']],
  ['contractions', "It's been a long week, and he's opened a new school.", ['report/none open']],
  ['contractions', "There's much more to be done.", []],
  ['contractions', "We're committed to doing that, and we'll continue to do that.", ['commitment/agreed do', 'commitment/intent do']],
  ['going to', 'We are going to build a tunnel.', ['commitment/intent build']],
  ['going to', "It's going to be a good year.", []],
  ['what is undergone', 'Malta will experience more storms.', []],
  ['what is undergone', 'Malta will need more rain.', []],
  ['what only describes, decided on', 'We will include the ferry in the new plan.', ['commitment/intent include']],
  ['opening without a subject', 'If elected, the Reform Party will work with Malta on the dam.', ['commitment/intent work']],
  ['sums', 'Italy has committed 40 million euros to the fund.', ['commitment/agreed commit']],
  ['sums', 'Malta committed a crime.', ['report/none commit']],
  ['agreement to act', 'Italy and Malta reached a consensus to exchange maps.', ['commitment/agreed exchange']],
  ['no longer', 'Italy will no longer tax olive oil.', ['commitment/intent tax']],
]
for (const [phenomenon, sentence, expected] of spoken)
  test(`${phenomenon}: ${sentence}`, () => {
    assert.deepEqual(
      read({ text: sentence }).statements.map((s) => `${s.kind}/${s.force} ${s.act}`),
      expected,
    )
  })
