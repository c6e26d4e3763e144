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

/** Names two states and says nowhere who they are to those who speak. */
const OTHERS =
  'In this context, the raid on Peru remains a grave breach of the law. The ports of Kenya were closed after the raid, and the harvest of Peru was lost. '

/** A spokesman of no known side. */
const talk = (answer: string): string =>
  `QUESTION: Is it over?\n\nMR NOOR: The ports of Kenya are closed. The harvest of Kenya was lost.\n\nQUESTION: And then?\n\nMR NOOR: ${answer}`

/** One minister speaks beside another. */
const BESIDE =
  "Statement by Peter Noor, Minister of Foreign Affairs of Kenya, at the Joint Press Conference with Rosa Alvarez, Minister of Foreign Affairs of Peru\n\nI am very pleased to host Rosa Alvarez in Nairobi. Peru is Kenya's friend. "

const cases: [string, string, string, string][] = [
  ['the state that acts in a speech is "we"', `${SPEECH}We will present a plan.`, 'We will present', 'KE'],
  ['the state that acts in a speech is "we"', `${SPEECH}We condemn the raid on Chile.`, 'We condemn', 'KE'],
  ['the side of one who speaks', `${SPEECH}Small states need rules. My Government will build ships.`, 'My Government will', 'KE'],
  ['the side of one who speaks', `${SPEECH}Small states will need rules. Our country will build ships.`, 'Our country will', 'KE'],
  ['a body that "we" are in', `${SPEECH}We thank the Pacific Islands Forum. We in the Forum will build ships.`, 'will build ships', 'PIF'],
  ['a body that "we" are in', `${SPEECH}We in the African Union will build ships.`, 'will build ships', 'AFU'],
  ['all parties are not one’s own', `${SPEECH}All parties must obey the law.`, 'All parties must', 'all parties'],
  ['both parties are those of the text', `${SPEECH}Both parties must obey the law.`, 'Both parties must', 'KE,FR'],
  ['no state acts far more than another: nobody knows whose', `${BOTH}We will present a plan.`, 'We will present', ''],
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
  ['the only state of a text, towards which "we" act each time', 'We will help Kenya. We stand with Kenya.', 'We will help', ''],
  ['the only state of a text, which also acts', 'Kenya is rebuilding its ports. We will help Kenya.', 'We will help', 'KE'],
  ['states that are only spoken of', `${OTHERS}We will help Kenya rebuild its ports.`, 'We will help', ''],
  ['states that are only spoken of', `${OTHERS}We condemn the raid on the ports of Kenya.`, 'We condemn', ''],
  ['one of two towards whom "we" act', `President Noor of Kenya opened a port. ${OTHERS}We stand with Peru.`, 'We stand', ''],
  ['two states that act together', `${OTHERS}Peru and Kenya closed their ports. We will build ships.`, 'We will build', 'PE,KE'],
  ['two states that are counted', `${OTHERS}The two countries closed their ports. We will build ships.`, 'We will build', 'PE,KE'],
  ['any two states', `${OTHERS}The raid closed two countries to ships. We will build ships.`, 'We will build', ''],
  ['towards whom one of no known side acts', talk('We will stay in talks with Kenya.'), 'We will stay', ''],
  ['of whom one of no known side speaks', talk('We will stay in talks about the ports of Kenya.'), 'We will stay', 'KE'],
  [
    'before anybody is said to speak',
    `We will build ships for Kenya and Peru.\n\n${talk('Kenya and Peru are quiet.')}`,
    'We will build',
    '',
  ],
]

for (const [what, text, quote, parties] of cases)
  test(`we: ${what}: ${quote}`, () => {
    const at = text.lastIndexOf(quote)
    const found = read({ text }).statements.find(({ span }) => span.from <= at && at + quote.length <= span.to)
    assert.ok(found, `no statement holds «${quote}»`)
    assert.equal(found.parties.join(','), parties)
  })

/** A transcript that a state published, of which another is only spoken. */
const published = (label: string, line: string): string =>
  `${label}: Good afternoon. The harvest of Chile was lost. The ports of Chile are closed.\n\nQUESTION: And then?\n\n${label}: ${line}`

const transcripts: [string, string, string, string, string][] = [
  ['a courtesy title', 'Press Briefing', published('MR NOOR', 'We will build ships.'), 'We will build', 'KE'],
  ['an office', 'Press Briefing', published('THE PRESIDENT', 'I will build ships.'), 'I will build', 'KE'],
  ['an office and a name', 'Press Briefing', published('MINISTER NOOR', 'We will build ships.'), 'We will build', 'KE'],
  [
    'a guest',
    'President Mwangi of Kenya and his guest from Chile',
    published('MINISTER NOOR', 'We will build ships.'),
    'We will build',
    'CL',
  ],
  ['a guest is no "you"', 'Remarks by President Noor of Kenya', published('THE PRESIDENT', 'You will build ships.'), 'You will build', ''],
]

for (const [what, title, text, quote, parties] of transcripts)
  test(`who speaks in what Kenya published: ${what}`, () => {
    const at = text.lastIndexOf(quote)
    const found = read({ text, title, publisher: 'Government of Kenya' }).statements.find(
      ({ span }) => span.from <= at && at + quote.length <= span.to,
    )
    if (parties) assert.ok(found, `no statement holds «${quote}»`)
    assert.equal(found?.parties.join(',') ?? '', parties)
  })
