import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** A speech in an assembly: the speaker's state opens sentences, others are only spoken of. */
const SPEECH =
  'Madam President, Kenya attaches great importance to this hall. Our lakes are rising. Last year, Kenya closed ten mines. My country has planted trees with France and France pays for them. Kenya therefore supports a fund for lakes. '

/** The same, but two states act alike. */
const BOTH =
  'Madam President, Kenya attaches great importance to this hall. Last year, Kenya closed ten mines. France supports a fund for lakes, and in this hall, we agree. France reiterates its call. My country has planted trees. '

const briefing = (question: string, answer: string): string =>
  `Weekly Briefing by the Official Spokesperson\n\nAnna Noor, Official Spokesperson: Good afternoon. I have two announcements. A ship left for Chile today.\n\nDaniel: ${question}\n\nAnna Noor, Official Spokesperson: ${answer} I have nothing to add.`

/** One minister speaks beside another. */
const BESIDE =
  "Statement by Peter Noor, Minister of Foreign Affairs of Kenya, at the Joint Press Conference with Rosa Alvarez, Minister of Foreign Affairs of Peru\n\nI am very pleased to host Rosa Alvarez in Nairobi. Peru is Kenya's friend. "

const cases: [string, string, string, string][] = [
  ['the state that acts in a speech is "we"', `${SPEECH}We will present a plan.`, 'We will present', 'KE'],
  ['the state that acts in a speech is "we"', `${SPEECH}We condemn the raid on Chile.`, 'We condemn', 'KE'],
  ['no state acts far more than another', `${BOTH}We will present a plan.`, 'We will present', 'KE,FR'],
  [
    'one act is not enough',
    'Kenya met France in Oslo. My country has planted trees. France has pledged money. We will present a plan.',
    'We will present',
    'KE,FR',
  ],
  [
    'sides that speak together',
    'Kenya and France met in Oslo on the shore of the lake. Kenya supports a fund. Kenya reiterates its call. Kenya welcomes the plan. We will build a port.',
    'We will build',
    'KE,FR',
  ],
  [
    'the state whose view is asked',
    briefing("What is Peru's reaction to the raid by Chile on the ports of Chile?", 'We reject the raid by Chile.'),
    'We reject',
    'PE',
  ],
  ['the state of which something is asked', briefing('Is Peru sending more wheat to Chile?', 'We will send wheat.'), 'We will send', 'PE'],
  ['two states are asked of alike', briefing('Is Peru ready, or is Kenya?', 'We will send wheat.'), 'We will send', ''],
  [
    'an office that only one body has',
    briefing('What does the Secretary-General say of the raid on Chile?', 'We thank Chile.'),
    'We thank',
    'UN',
  ],
  ['a thing of both', `${BESIDE}We will deepen our mutual trust.`, 'We will deepen', 'KE,PE'],
  ['a thing of both, with a third', `${BESIDE}We will deepen our bilateral ties with Chile.`, 'We will deepen', 'KE'],
  ['a thing of one', `${BESIDE}We will deepen our trust in schools.`, 'We will deepen', 'KE'],
  ['a wish is the speaker’s', `${BESIDE}We look forward to deepening our bilateral trust.`, 'We look forward', 'KE'],
  ['decided in talks', `${BESIDE}At today's talks, we decided to open a port.`, 'we decided', 'KE,PE'],
  ['felt in talks', `${BESIDE}At today's talks, we are deeply concerned that Chile opened a port.`, 'we are deeply', 'KE'],
  ['decided elsewhere', `${BESIDE}Last year, we decided to open a port.`, 'we decided', 'KE'],
  [
    'a high official of one body',
    'The High Representative met President Noor of Kenya in Nairobi. The HR/VP condemned the raid.',
    'condemned the raid',
    'EU',
  ],
  [
    'a high official of one body',
    'The High Representative met President Noor of Kenya in Nairobi. The High Representative condemned the raid.',
    'condemned the raid',
    'EU',
  ],
  [
    'a high official of another',
    'The High Representative for Disarmament Affairs met President Noor of Kenya in Nairobi. The High Representative for Disarmament Affairs condemned the raid.',
    'condemned the raid',
    'UN',
  ],
]

for (const [what, text, quote, parties] of cases)
  test(`we: ${what}: ${quote}`, () => {
    const at = text.lastIndexOf(quote)
    const found = read({ text }).statements.find(({ span }) => span.from <= at && at + quote.length <= span.to)
    assert.ok(found, `no statement holds «${quote}»`)
    assert.equal(found.parties.join(','), parties)
  })
