import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** A news report of two sides, so that their ministers and "both sides" are known. */
const OPENING = 'Foreign Minister of Kenya Peter Noor met with Foreign Minister of Peru Rosa Alvarez in Lima.\n\n'

/** What a text states, as "kind/force parties act", in order. */
const says = (text: string, from = 0): string[] =>
  read({ text })
    .statements.filter((s) => s.span.from >= from)
    .map((s) => `${s.kind}/${s.force} ${s.parties.join(',')} ${s.act}`)

/** Sentences of news reports by phenomenon; then words that end the first quote, where that matters. */
const news: [string, string, string[], string?][] = [
  [
    'who says it, in the middle',
    'Kenya, Noor said, welcomes the new port and stands ready to build a road.',
    ['position/none KE welcome', 'commitment/ready KE build'],
  ],
  ['who says it, in the middle', 'In this regard, the minister added, Peru will open a school.', ['commitment/intent PE open']],
  [
    ', with somebody agreeing',
    'Noor received Alvarez in May, with both sides agreeing to open a port.',
    ['report/none KE receive', 'commitment/agreed KE,PE open'],
    'in May',
  ],
  [
    ', with somebody agreeing',
    'Noor met Alvarez, with both sides agreeing that trade matters.',
    ['report/none KE,PE meet', 'position/none KE,PE agree'],
  ],
  [', with somebody agreeing', 'Noor opened the school, with ports serving both coasts.', ['report/none KE open']],
  ['a side and its verb after "said"', 'Noor said the Kenyan side regards Peru as a partner.', ['position/none KE regard']],
  [
    'a perfect goes on',
    'Kenya has deepened trust, and provided strong aid to schools.',
    ['report/none KE deepen', 'report/none KE provide'],
  ],
  ['a perfect goes on', 'Kenya reviewed the plan, and enhanced trade between the ports.', ['report/none KE review']],
  ['what is announced is said', 'I am pleased to announce that Kenya will open a port.', ['commitment/intent KE open']],
  ['what is announced is said', 'I would like to say that Kenya will build a road.', ['commitment/intent KE build']],
  ['an opportunity taken', 'Noor took this opportunity to stress that trade matters.', ['position/none KE stress']],
  ['an opportunity taken', 'Noor used the occasion to open a school.', ['report/none KE open']],
  ['what interpreters say', 'The two sides concurred to keeping close touch.', ['commitment/agreed KE,PE keep']],
  ['what interpreters say', 'The two sides reaffirmed to respond together with others.', ['commitment/agreed KE,PE respond']],
  ['courtesies', 'Kenya congratulates Peru on its election.', []],
  ['courtesies', 'It goes without saying that trade matters.', []],
  ['courtesies', 'Alvarez extended her strong support.', ['position/none PE extend']],
  ['what is told to somebody', 'Noor reiterated to the whole region that trade matters.', ['position/none KE reiterate']],
  ['what is told to somebody', 'Noor made it clear that Kenya will open a port.', ['commitment/intent KE open']],
  ['courtesies', 'I am pleased to welcome to Nairobi the ministers of the lake.', ['position/none KE welcome']],
  ['speech alone', 'Noor made the remark at a briefing.', []],
  ['who says it, at the end', 'We are ready to open a port, Noor said in his interview to the Lake News.', ['commitment/ready KE open']],
  ['what gives strength is no act', 'Peru supports Kenya. It inspires all ports.', ['position/none PE support']],
  ['what was not done', 'The two schools have not been rebuilt.', []],
  ['what was not done', 'The two schools have been rebuilt.', ['report/none  rebuild']],
  ['a verb before its preposition', 'Noor said that Lima stands in full solidarity with Nairobi.', ['position/none PE stand']],
  ['we all together', 'We all together support the port.', ['position/none KE,PE support']],
  ['an organ of a state', "Noor asked Peru's Foreign Ministry to open a port.", ['proposal/should PE open']],
  [
    'a promise beside a meeting',
    'Noor spoke with Alvarez, committing that Peru will build a road.',
    ['report/none KE,PE speak', 'commitment/agreed PE build'],
  ],
  ['a verb that is rarely a noun', 'The ministers agreed to stay in close touch on trade.', ['commitment/agreed KE,PE stay']],
  ['resolved that', 'They resolved that Kenya will keep the port open.', ['commitment/agreed KE keep']],
  ['what something has been', 'Noor said that since May Peru has been a vital partner of Kenya.', []],
  ['a wish for oneself', 'Noor looks forward to seeing the port.', ['commitment/ready KE see']],
  ['a label that is no verb', 'Further, Kenya will open a port.', ['commitment/intent KE open']],
  ['a label that is no verb', 'Further, Noor expressed concern about the war.', ['position/none KE express concern']],
]

for (const [phenomenon, sentence, expected, ending] of news) {
  test(`${phenomenon}: ${sentence}`, () => {
    assert.deepEqual(says(OPENING + sentence, OPENING.length), expected)
    if (ending === undefined) return
    const [first] = read({ text: OPENING + sentence }).statements.filter((s) => s.span.from >= OPENING.length)
    assert.ok(first?.quote.endsWith(ending), first?.quote)
  })
}

test('who says it in the middle has the word for the whole sentence', () => {
  const { statements } = read({ text: `${OPENING}Peru, Alvarez said, will open a port.` })
  assert.equal(statements.at(-1)?.attribution, 'Rosa Alvarez')
  assert.equal(statements.at(-1)?.quote, 'Peru, Alvarez said, will open a port')
})

test('one turn is a transcript where its label is in capitals', () => {
  const speech = 'thank you. We welcome the visit of the President of Peru. We will open a port.'
  const text = `Peru's President Rosa Alvarez came to Kenya. Kenya was glad.\n\nPRESIDENT NOOR:  Well, ${speech}`
  assert.deepEqual(says(text).slice(-2), ['position/none KE welcome', 'commitment/intent KE open'])
  assert.equal(read({ text }).statements.at(-1)?.attribution, 'PRESIDENT NOOR')
  const heading = read({ text: 'PRESIDENT NOOR: WE WILL OPEN A PORT\n\nKenya will open a port.' })
  assert.equal(heading.segments[0]?.role, 'title')
})

test('a sentence ends in an abbreviation before two spaces and a capital', () => {
  const text =
    'Foreign Minister of Kenya Peter Noor met with Foreign Minister of Peru Rosa Alvarez in Washington, D.C.  Minister Noor opened a school.'
  assert.deepEqual(says(text), ['report/none KE,PE meet', 'report/none KE open'])
})

/** Speech and campaign texts: what each states, as "kind/force parties act", in order. */
const spoken: [string, string, string[]][] = [
  ['a line goes on telling', 'Kenya cut the fund in May.\n\nPutting two ports at risk.', ['report/none KE cut']],
  [
    'a line goes on undertaking',
    'Kenya will open a fund.\n\nKeeping two ports at work.',
    ['commitment/intent KE open', 'commitment/intent  keep'],
  ],
  ['only', 'Only Kenya will keep the port open.', []],
  ['only', 'Kenya will keep only one port open.', ['commitment/intent KE keep']],
  ['of whom the text does not say who they are', 'They will come back in a year.', []],
  ['there will be', 'There will be no cost to schools.', []],
  ['a wish for the world', 'Kenya hopes to see trade grow.', ['position/none KE see']],
  ['directed at the hearers', 'Make no mistake, trade will grow.', []],
  ['a plan', 'Kenya has a clear plan to build a port.', ['commitment/intent KE build']],
  ['a plan', "Kenya's plan to build a port includes a new pier.", ['commitment/intent KE include']],
  [
    'a plan',
    "Kenya's pledge on ports includes:\n- Opening a pier in May.\n- Dredging the channel.",
    ['commitment/intent KE open', 'commitment/intent KE dredge'],
  ],
  ['a plan', 'The law of Kenya includes a rule on ports.', []],
  ['what a thing includes doing', 'This includes directing two ships to the lake.', ['commitment/intent  direct']],
  ['what a thing includes doing', 'This included directing two ships to the lake.', []],
]

for (const [phenomenon, text, expected] of spoken) test(`${phenomenon}: ${text}`, () => assert.deepEqual(says(text), expected))

/** What "we" are in one turn of a press conference of two. */
const turns: [string, string][] = [
  ['We discussed trade and ports.', 'KE,PE'],
  ['We have also agreed to open a port.', 'KE,PE'],
  ['We discussed trade with the banks of Lima.', 'PE'],
  ['We will open a port.', 'PE'],
  ['Together with President Noor, we will open a port.', 'KE,PE'],
]

for (const [sentence, parties] of turns) {
  test(`who we are: ${sentence}`, () => {
    const text = `PRESIDENT NOOR OF KENYA:  Kenya supports the port.\n\nPRESIDENT ALVAREZ OF PERU:  Peru supports the port.  ${sentence}`
    assert.equal(read({ text }).statements.at(-1)?.parties.toSorted().join(','), parties)
  })
}

test('a welcome without a reason is a courtesy', () => {
  const text = 'PRESIDENT NOOR:  I welcome you to Nairobi. I thank you for the loan.\n\nPRESIDENT ALVAREZ:  Peru will open a port.'
  assert.deepEqual(
    read({ text }).statements.map(({ quote }) => quote),
    ['I thank you for the loan', 'Peru will open a port'],
  )
})

test('two officials of one side', () => {
  const text = `${OPENING}Kenya's Vice President Ann Berg opened a school. Peter Noor and the Vice President visited the coast.`
  assert.deepEqual(says(text).at(-1), 'report/none KE visit')
})
