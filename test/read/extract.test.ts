import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Joint text of two states, so that "we" and "the two sides" are known. */
const OPENING = 'Joint Statement\n\nWe, the leaders of France and Japan, met in Paris on 2 May 2031.\n\n'
const found = (sentence: string) => read({ text: OPENING + sentence }).statements.filter((s) => s.span.from >= OPENING.length)

/** Sentences by phenomenon: what each states (kind/force, act), in order; then words that end the last quote, where that matters. */
const rows: [string, string, string[], string?][] = [
  ['clause after an aside', 'Together we pledge to show that free towns, working together, are able to keep the lakes clean.', ['commitment/agreed show'], 'lakes clean'],
  ['clause after an aside', 'We undertake to ensure that the ports, acting as one, are able to serve both coasts.', ['commitment/agreed ensure'], 'both coasts'],
  ['clause after an aside', 'We promise to prove that rail lines, running at night, are able to replace trucks.', ['commitment/agreed prove'], 'replace trucks'],
  ['a fronted verb with a clause', 'Recognizing that the lake requires care, France and Japan have opened a joint station.', ['report/none open']],
  ['a fronted verb with a clause', 'Noting that rivers and canals need new locks, the two sides agreed to build three locks.', ['commitment/agreed build']],
  ['a fronted verb with a clause', 'Recalling that snow and rocks close the pass, France and Japan decided to dig a tunnel.', ['commitment/agreed dig']],
  ['a clause without "which"', 'The tasks we take up today are large.', []],
  ['a clause without "which"', 'The bridge they open tonight is long.', []],
  ['a clause without "which"', 'The harbours we build together remain few.', []],
  ['adjectives in a list', 'We are determined to fight threats such as hidden, unmarked, and uncharted mines; and clear the strait.', ['commitment/agreed fight', 'commitment/agreed clear']],
  ['adjectives in a list', 'We are committed to protect rare, unlisted, and unprotected birds.', ['commitment/agreed protect']],
  ['adjectives in a list', 'We are resolved to stop illegal, unreported, and unrecorded trade.', ['commitment/agreed stop']],
  ['a participle after a name', 'We established the Paris Forum designed to train divers.', ['report/none establish'], 'train divers'],
  ['a participle after a name', 'We launched the Kyoto Fund intended to repair canals.', ['report/none launch'], 'repair canals'],
  ['a participle after a name', 'We opened the Lyon Centre meant to test buoys.', ['report/none open'], 'test buoys'],
  ['what a pronoun acts as', 'As host states we support the harbour fund.', ['position/none support']],
  ['what a pronoun acts as', 'As members of the Lake Club, we agreed to clear the reeds.', ['commitment/agreed clear']],
  ['what a pronoun acts as', 'As the two hosts, since our meeting in May, we have opened nine wells.', ['report/none open']],
  ['means before the reported clause', 'We affirm that by planting oaks, clearing ditches and mending walls, we will keep the valley dry.', ['commitment/agreed keep']],
  ['means before the reported clause', 'We agreed that by sharing maps and training pilots, we will make the strait safe.', ['commitment/agreed make']],
  ['means before the reported clause', 'We confirm that through opening schools, we will train 40 nurses.', ['commitment/agreed train']],
  ['a participle that asks for a verb', 'We welcome the report, and the concrete steps outlined to mend the dam.', ['position/none welcome'], 'mend the dam'],
  ['a participle that asks for a verb', 'We will buy pumps and the spare parts needed to run them.', ['commitment/intent buy'], 'run them'],
  ['a participle that asks for a verb', 'We support the fund and the public money needed to fill it.', ['position/none support'], 'fill it'],
  ['back to the main verb', 'We reaffirm our support for efforts to seek a truce and call on the rebels to leave the port.', ['position/none support', 'proposal/should leave']],
  ['back to the main verb', 'We reaffirm our support for the plan to drain the marsh and call upon the farmers to join it.', ['position/none support', 'proposal/should join']],
  ['back to the main verb', 'We will continue the talks to reach a pact and look forward to signing it in May.', ['commitment/intent continue', 'commitment/intent look']],
  ['a promise after a relative clause', 'We oppose tolls that harm trade and will work together to end them.', ['position/none oppose', 'commitment/intent end']],
  ['a promise after a relative clause', 'We welcome rules that protect whales and will apply them in our ports.', ['position/none welcome', 'commitment/intent apply']],
  ['a promise after a relative clause', 'We condemn raids that endanger crews and will guard the strait.', ['position/none condemn', 'commitment/intent guard']],
  ['a report after an apposition', 'We, the leaders of France and Japan, met together in Nara on 3 May 2031.', ['report/none meet']],
  ['a report after an apposition', 'We, the ministers of France and Japan, met in Nara in 2031 determined to end the drought.', ['report/none meet']],
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
  ['several names with an apposition', 'France and Japan, representing many islanders, reaffirm our commitment to a pact that works for all.', ['position/none reaffirm']],
  ['several names with an apposition', 'France and Japan, bound by a long friendship, commit to open a school.', ['commitment/agreed open']],
  ['several names with an apposition', 'France and Japan, united by the sea, condemn the raid on the port.', ['position/none condemn']],
  ['an aside before the verb', 'In light of the urgency of ending the flood, France and Japan, together with our friends, are opening a camp.', ['report/none open']],
  ['an aside before the verb', 'After the storm, France, with the help of Japan, will rebuild the pier.', ['commitment/intent rebuild']],
  ['an aside before the verb', 'The two sides, along with the islanders, agreed to build a pier.', ['commitment/agreed build']],
  ['what a name is helped to do', 'Those who help France buy rafts are backing actions which harm the reef.', ['report/none back']],
  ['what judges a thing', 'Recognizing that checks are necessary to keep trade safe, France has issued a decree.', ['report/none issue']],
  ['what judges a thing', 'Talks between experts are essential to keep the lake clean.', ['position/none be']],
  ['a clause inside a coordinated subject', 'France and Japan are committed to peace, and the steps they take are in line with that goal.', ['position/none commit']],
]
for (const [name, sentence, expected, ending] of rows) test(`${name}: ${sentence}`, () => {
  const statements = found(sentence)
  assert.deepEqual(statements.map((s) => `${s.kind}/${s.force} ${s.act}`), expected)
  if (ending) assert.ok(statements.at(-1)?.quote.endsWith(ending), statements.at(-1)?.quote)
})
