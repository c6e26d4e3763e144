import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** What a text states, as "kind/force parties act", in order, from `from` on. */
const says = (text: string, from = 0): string[] =>
  read({ text })
    .statements.filter((s) => s.span.from >= from)
    .map((s) => `${s.kind}/${s.force} ${s.parties.toSorted().join(',')} ${s.act}`)

const BOTH = 'PRESIDENT NOOR OF KENYA:  Kenya supports the port.\n\nPRESIDENT ALVAREZ OF PERU:  '

/** What one of two says in a press conference: phenomenon, his words, what they state. */
const turns: [string, string, string[]][] = [
  ['talk about talk', 'I will not comment on reports.', []],
  ['talk about talk', 'I will take your questions.', []],
  ['talk about talk', 'I am not going to get into the details.', []],
  ['talk about talk', 'I would like to refrain from commenting on the port.', []],
  ['talk about talk', 'I hope that answers your question.', []],
  ['talk about talk', 'Peru will not comment on reports.', ['commitment/intent PE comment']],
  ['nothing to say', 'I have nothing to add.', []],
  ['nothing to say', 'I have to add a port.', ['proposal/should PE add']],
  ['let me', 'Let me commend Kenya for its help.', ['position/none PE commend']],
  ['let me', 'Let me thank you for your question.', []],
  ['let me', 'Allow me to reiterate that Peru will open a port.', ['commitment/agreed PE open']],
  ['here to', 'I am here in Nairobi to support Kenya.', ['position/none PE support']],
  ['here to', 'We are here to talk about ports.', []],
  ['the world', 'It is going to be very hard.', []],
  ['the world', 'There is going to be a vote.', []],
  ['the world', 'We are going to open a port.', ['commitment/intent PE open']],
  ['the world', 'We are going to have to open a port.', ['proposal/should PE open']],
  ['the world', 'The schools will be hit by floods.', []],
  ['the world', 'The schools will be opened in May.', ['commitment/intent  open']],
  ['the world', 'The schools will not be harmed.', ['commitment/intent  harm']],
  ['interest', 'It is in our interest to keep the port open.', ['position/none PE be']],
  ['interest', 'Peru expressed its interest in keeping the port open.', ['commitment/ready PE keep']],
  ['announcing', 'I can announce that Peru will open a port.', ['commitment/agreed PE open']],
  ['you', 'You have opened two ports.', ['report/none KE open']],
  ['you', 'You and President Noor signed the treaty.', ['report/none KE,PE sign']],
  ['you', 'You will be surprised.', []],
  ['we met', 'We had a good discussion.', ['report/none KE,PE have']],
  ['we met', 'We had a good discussion with the banks.', ['report/none PE have']],
  ['we met', 'We both share a strong concern about the war.', ['position/none KE,PE share']],
  ['in contact', 'We have been in close contact with Kenya.', ['report/none PE be']],
  ['in contact', 'The governments are engaged in serious talks.', ['report/none KE,PE engage']],
  ['under way', 'The work on the port is well under way.', ['report/none  be']],
  ['not asked', 'We are not asking for favours.', []],
  ['not asked', 'We asked the President for help.', ['proposal/should KE ask']],
  ['what it is for', 'It is not only to be there.', []],
  ['my minister', 'My minister of ports will stay in Lima.', ['commitment/intent PE stay']],
  ['ties that rest on', 'Our friendship is built on trust.', ['position/none PE build']],
  ['ties that rest on', 'The house is built on sand.', []],
  ['a stand', 'Our position on the lake has not changed.', ['position/none PE change']],
  ['a stand', 'Our house on the lake has not changed.', []],
  ['a wrong deed', 'Chile has launched an attack on the port.', ['position/none PE launch']],
  ['a wrong deed', 'Peru has launched an attack on the flood.', ['report/none PE launch']],
  ['greetings', 'I am very pleased to host my dear brother.', []],
  ['greetings', 'We are happy to be here.', []],
  ['greetings', 'We are happy to build a port.', ['commitment/ready PE build']],
  ['greetings', 'I wish to congratulate Kenya on its election.', []],
  ['confidence', 'I believe that peace will prevail.', []],
  ['confidence', 'I believe that Kenya is right.', ['position/none PE believe']],
  ['a hope', 'It is our expectation that Kenya will open the port.', ['proposal/should KE open']],
  ['what was not refused', 'We have never refused to talk.', []],
  ['nobody', 'Nobody masses troops at a port to have tea.', []],
  ['anybody', 'You never know, you have to warn the ships.', ['proposal/should KE warn']],
  ['that', 'We will go on with our talks, and that is vital for Peru.', ['commitment/intent PE go', 'position/none PE be']],
  ['a wish', 'We want to make sure that the port is safe.', ['position/none PE make']],
  ['would welcome', 'We reiterated that we would welcome new flights.', ['position/none PE welcome']],
  ['value', 'Peru is a reliable partner.', ['position/none PE be']],
  ['value', 'This is a port that will make historic gains.', []],
]
for (const [phenomenon, words, expected] of turns)
  test(`${phenomenon}: ${words}`, () => assert.deepEqual(says(BOTH + words, BOTH.length), expected))

/** Texts of one speaker by their opening, and who "we" are. */
const speeches: [string, string, string][] = [
  ['a title', 'Remarks by Foreign Minister of Peru Rosa Alvarez on Ports', 'PE'],
  ['a title', 'Press Statement by the Prime Minister during the Visit of the President of Kenya Peter Noor', 'PE'],
  ['a title', "Foreign Minister of Peru Rosa Alvarez's Statement in Nairobi, May 3", 'PE'],
  ['a title', 'Remarks by the Foreign Minister of Peru Rosa Alvarez and the Foreign Minister of Kenya Peter Noor', 'KE,PE'],
]
for (const [phenomenon, title, expected] of speeches)
  test(`${phenomenon}: ${title}`, () => {
    const text = `${title}\n\nI am glad to be in Nairobi. Peru and Kenya are friends. Peru will act. We will open a port.`
    assert.equal(says(text).at(-1), `commitment/intent ${expected} open`)
  })

test('a single label opens a turn where it addresses its hearers', () => {
  const said = 'the talks with Peru were long. We will open a port. Kenya and Peru are friends.'
  const turn = read({ text: `Statement after the talks of Kenya and Peru\n\nPresident of Kenya Peter Noor: Ladies and gentlemen, ${said}` })
  assert.equal(turn.statements.find(({ act }) => act === 'open')?.parties.join(','), 'KE')
  const heading = read({ text: `Statement after the talks of Kenya and Peru\n\nPresident of Kenya Peter Noor: ${said}` })
  assert.notEqual(heading.statements.find(({ act }) => act === 'open')?.attribution, 'Peter Noor')
})

test('a news report that tells of remarks has no such speaker', () => {
  const text =
    'Foreign Minister of Kenya Peter Noor met with Foreign Minister of Peru Rosa Alvarez in Lima.\n\nThe remarks by Minister Alvarez came late. "I know the port," she said.\n\nWe will open a port.'
  assert.equal(says(text).at(-1), 'commitment/intent KE,PE open')
})

const QUESTIONS = `Spokesperson Anna Berg's Regular Press Conference

Lake News: Norway announced that it will close the port. What is your comment?

Anna Berg: Kenya opposes this. We will open a port.

Coast Daily: Will the talks with Peru go on?

Anna Berg: Kenya and Peru are talking. Kenya will go on. The two sides should open a port. We hope that the parties concerned will keep calm.`

test('labels of names alone, where one asks and one answers', () => {
  const { statements, segments } = read({ text: QUESTIONS })
  assert.deepEqual(
    statements.map((s) => `${s.kind} ${s.parties.join(',')} ${s.act}`),
    [
      'position KE oppose',
      'commitment KE open',
      'report KE,PE talk',
      'commitment KE go',
      'proposal KE,PE open',
      'proposal parties concerned keep',
    ],
  )
  assert.equal(statements[1]?.attribution, 'Anna Berg')
  assert.equal(segments.filter(({ speaker }) => speaker === 'Lake News').length, 1)
})

test('a state that one who speaks alone only mentions is no other side', () => {
  const of = (words: string): [string, string][] => {
    const text = `I will speak of the flood in Norway. ${words}Ministers will discuss the loan. We will open a port.`
    const { statements } = read({
      text,
      title: 'Remarks by Foreign Minister of Peru Rosa Alvarez on Ports',
      publisher: 'Government of Peru',
    })
    return statements.slice(-2).map((s) => [s.parties.toSorted().join(','), (s.addressees ?? []).join(',')])
  }
  assert.deepEqual(of(''), [
    ['PE', ''],
    ['PE', ''],
  ])
  // named more often than all others together, it is; but it does not hear what is said
  const often = 'Norway is our partner. Norway wants a loan. I know Norway well. '
  assert.deepEqual(of(often), [
    ['NO,PE', ''],
    ['PE', ''],
  ])
  assert.deepEqual(of(`${often}Chile is a friend. Kenya too. Ghana too. Egypt and Chile are partners. `), [
    ['PE', ''],
    ['PE', ''],
  ])
})

test('"A:" after "Q:" is the one whom the title says is asked, else the side that publishes', () => {
  const text = 'Q: Norway will close the port. Will you?\n\nA: We will open a port.\n\nQ: When?\n\nA: Ministry engineers work on it.'
  const [said, ...more] = read({
    text,
    title: "Spokesperson Anna Berg's Press Conference",
    publisher: 'Ministry of Ports of Kenya',
  }).statements
  assert.deepEqual([said?.act, said?.parties, said?.attribution, more.length], ['open', ['KE'], 'Spokesperson Anna Berg', 0])
  const untitled = read({ text, publisher: 'Ministry of Ports of Kenya' }).statements[0]
  assert.deepEqual([untitled?.parties, untitled?.attribution], [['KE'], undefined])
  // without a question it opens the line of a list
  assert.deepEqual(says('A: Kenya will open a port.\n\nB: Peru will open a school.'), [
    'commitment/intent KE open',
    'commitment/intent PE open',
  ])
})

test('lines that open with a name and a colon are no turns where nobody asks', () => {
  const text = 'Lake Fund: Kenya will open a port.\n\nCoast Fund: Peru will open a school.'
  assert.deepEqual(says(text), ['commitment/intent KE open', 'commitment/intent PE open'])
})

test('countries of a region are not the speaker', () => {
  const text =
    'Remarks by Foreign Minister of Peru Rosa Alvarez\n\nI am glad to be here. Peru hopes that the Caribbean countries will open a port.'
  assert.equal(says(text).at(-1), 'proposal/should Caribbean countries open')
})

test('"both sides" that one who speaks for neither asks are not his own', () => {
  const opening =
    'Statement by Ambassador of Malta Anna Berg on the Lake War\n\nI am glad to speak. Malta is worried about Kenya and Peru. '
  assert.deepEqual(says(`${opening}We urge both sides to stop the war.`).at(-1), 'proposal/should KE,PE stop')
})

/** Hearsay and effects, in texts without turns. */
const written: [string, string, string[]][] = [
  ['hearsay', 'They said that the fund would fail.', []],
  ['hearsay', 'Everyone said that Kenya would close the port.', []],
  ['hearsay', 'The minister said that Kenya would close the port.', ['commitment/intent KE close']],
  ['what comes of it', 'Our plan will help two towns.', []],
  ['what comes of it', 'Our plan will fund two towns.', ['commitment/intent  fund']],
  ['money', 'The funding will go to two towns.', ['commitment/intent  go']],
  ['a sum that is announced', 'Kenya announced $40 million will be spent on ports.', ['commitment/agreed KE spend']],
  ['a body encourages', 'The Lake Council will encourage trade.', ['commitment/intent Lake Council encourage']],
]
for (const [phenomenon, text, expected] of written) test(`${phenomenon}: ${text}`, () => assert.deepEqual(says(text), expected))
