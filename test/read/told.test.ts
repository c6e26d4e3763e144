import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** News of a meeting: what it tells was done, and what it only says beside that. */
const OPENING = 'President of Peru Alba Quispe met with President of Kenya Peter Kiptoo in Lima.\n\n'
const found = (sentence: string) => read({ text: OPENING + sentence }).statements.filter((s) => s.span.from >= OPENING.length)

/** Sentences by phenomenon: what each states, as "kind/force parties act", in order. */
const rows: [string, string, string[]][] = [
  ['the main clause after one that opens the sentence', 'As you know, Quispe arrived in Nairobi yesterday.', ['report/none PE arrive']],
  [
    'the main clause after one that opens the sentence',
    'While talks go on, the Kenyan minister travelled to Cusco.',
    ['report/none KE travel'],
  ],
  [
    'the main clause after one that opens the sentence',
    'While talks go on, the plan announced in May will be dropped.',
    ['commitment/intent  drop'],
  ],
  ['a past after an aside', 'Peter Kiptoo, the President of Kenya, received in May a call from Lima.', ['report/none KE receive']],
  ['a past after an aside', 'Peru and Kenya, as well as Ghana, joined in launching the fund.', ['report/none GH,KE,PE join']],
  ['a past after an aside', 'The accord, the first of its kind, signed in May by Kenya.', []],
  [
    'a past after an aside',
    'Kiptoo, the head of the union, met in May to speak of a task that requires patience.',
    ['report/none KE meet'],
  ],
  [
    'a relative clause is not what was reached',
    'Peru reached consensus with Kenya on matters that will help trade.',
    ['report/none PE reach'],
  ],
  [
    'a relative clause is not what was reached',
    'Peru and Kenya reached an agreement in May as they met in Lima.',
    ['report/none KE,PE reach'],
  ],
  [
    'a relative clause is not what was reached',
    'Peru and Kenya reached an agreement in May that they will build a port.',
    ['commitment/agreed KE,PE build'],
  ],
  ['who was there', 'Quispe was joined by the Minister of Mines.', []],
  ['who was there', 'Quispe was joined in Lima by the Minister of Mines.', []],
  ['who was there', 'Kenya joined the fund.', ['report/none KE join']],
  ['words that only speak', 'Quispe referred to her visit to Nairobi.', []],
  ['words that only speak', 'Quispe told about the talks.', []],
  ['words that only speak', 'Quispe told her minister that Peru will open a school.', ['commitment/intent PE open']],
  ['words that only speak', 'Quispe quoted Kiptoo as saying that Kenya will open a school.', ['commitment/intent KE open']],
  ['words that only speak', 'The two presidents spoke to the urgency of a truce.', ['position/none KE,PE speak']],
  ['words that only speak', 'The two presidents spoke to farmers.', ['report/none KE,PE speak']],
  ['views that are told', 'Quispe shared her views on the port.', ['report/none PE share']],
  ['views that are told', 'The sides share the view that trade matters.', ['position/none KE,PE share']],
  ['what one side says is so today', '"Kenya provides 300 doctors to Peru each year," Kiptoo said.', ['report/none KE provide']],
  ['what one side says is so today', '"Kenya plays a key role in the region," Kiptoo said.', ['position/none KE play']],
  ['what one side says is so today', 'Kiptoo said that Kenya strives for peace.', ['position/none KE strive']],
  ['bonds that last', 'Peru and Kenya have long enjoyed a close partnership.', ['position/none KE,PE enjoy']],
  ['bonds that last', 'Peru and Kenya have shared the reports.', ['report/none KE,PE share']],
  ['an agreement with somebody', 'Quispe has agreed with Kiptoo on a plan for trade.', ['position/none PE agree']],
  ['a month is no modal', 'The plan announced in May to help farmers was dropped by Kenya.', ['report/none KE drop']],
  ['a month is no modal', 'Kenya may drop the plan.', ['position/none KE drop']],
  ['what befell somebody', 'More than 300 people were killed in the flood.', []],
  ['what befell somebody', '40,000 people have left Cusco.', []],
  ['what befell somebody', 'The people of Kenya have left the union.', ['report/none KE leave']],
  ['what is held of the thing before it', 'Quispe presented the plan, which both leaders welcomed.', ['report/none PE present']],
  ['a capital that opens a thing', 'Abortion bans are worsening the crisis.', []],
  [
    'a second verb of a relative clause that tells what was done',
    'Kiptoo and Quispe held talks, during which they discussed ports and praised the treaty.',
    ['report/none KE,PE hold', 'report/none KE,PE discuss', 'position/none KE,PE praise'],
  ],
  [
    'a second verb of a relative clause that tells what was done',
    'Kiptoo opened the fair, where both sides reaffirmed their commitment to cutting fees, signed a plan, and agreed to build a dam.',
    ['report/none KE open', 'commitment/agreed KE,PE cut', 'report/none KE,PE sign', 'commitment/agreed KE,PE build'],
  ],
  [
    'a second verb of a relative clause that tells what was done',
    'Kiptoo opened the port, which was built by Peru and served the region.',
    ['report/none KE open'],
  ],
  [
    'a second verb of a relative clause that tells what was done',
    'Kiptoo signed the plan that Peru drafted and proposed.',
    ['report/none KE sign'],
  ],
  [
    '"further" before a bare noun is no verb after what one looks forward to',
    'Peru and Kenya looked forward to further meetings in Nairobi.',
    ['commitment/ready KE,PE look'],
  ],
  [
    '"further" before a bare noun is no verb after what one looks forward to',
    'Peru looks forward to further strengthening trade.',
    ['commitment/ready PE strengthen'],
  ],
  [
    '"further" before a bare noun is no verb after what one looks forward to',
    'Peru agreed to further the cause of peace.',
    ['commitment/agreed PE further'],
  ],
  ['"look forward to" with a bare verb', 'Peru looks forward to welcome Kiptoo in May.', ['commitment/ready PE welcome']],
  ['"look forward to" with a bare verb', 'Peru looks to expand trade.', ['commitment/intent PE expand']],
  [
    'where and when something is said stands before its noun',
    'Quispe and Kiptoo confirmed during the call the intention to build a dam.',
    ['commitment/ready KE,PE build'],
  ],
  [
    'where and when something is said stands before its noun',
    'Quispe stressed at the end of the talks the need for Kenya to cut fees.',
    ['proposal/should KE cut'],
  ],
  [
    'where and when something is said stands before its noun',
    'Quispe expressed, on behalf of the farmers, readiness to share seed.',
    ['commitment/ready PE share'],
  ],
  [
    'where and when something is said stands before its noun',
    "Quispe reiterated in her speech Peru's commitment to lowering fees.",
    ['commitment/agreed PE lower'],
  ],
  [
    'where and when something is said stands before its noun',
    'Quispe expressed in this regard concern about the raids.',
    ['position/none PE express concern'],
  ],
  [
    'where and when something is said stands before its noun',
    'Quispe noted with regret the decision of Kenya to close the mine.',
    ['position/none PE note', 'commitment/agreed KE close'],
  ],
  [
    'who says a thing is so stresses and adds, and not the thing',
    'Kiptoo stated that their alliance is the pillar of peace, praising its growth and calling on Peru to cut fees.',
    ['position/none KE be', 'position/none KE praise', 'proposal/should PE cut'],
  ],
  [
    'who says a thing is so stresses and adds, and not the thing',
    'Kiptoo said that trade has grown, stressing the need to open ports.',
    ['proposal/should  open'],
  ],
  [
    'who says a thing is so stresses and adds, and not the thing',
    'Kiptoo said that Peru will open a port, praising the plan.',
    ['commitment/intent PE open', 'position/none PE praise'],
  ],
]

for (const [phenomenon, sentence, want] of rows)
  test(`told: ${phenomenon}: ${sentence}`, () => {
    const got = found(sentence).map((s) => `${s.kind}/${s.force} ${[...s.parties].sort().join(',')} ${s.act}`)
    assert.deepEqual(got, want)
  })

test('told: in speech, what is under way for the thing named last is no act of a side', () => {
  const speech = (sentence: string) =>
    read({ text: `PRESIDENT QUISPE: Peru will open a school in Cusco. ${sentence}\n\nQUESTION: When?\n\nPRESIDENT QUISPE: In May.` })
      .statements
  assert.deepEqual(
    speech('It is trying to help the region.').map((s) => s.act),
    ['open'],
  )
  assert.deepEqual(
    speech('We are trying to help the region.').map((s) => s.kind),
    ['commitment', 'report'],
  )
})

test('told: an official without a name takes his turn', () => {
  const turn = (label: string) =>
    read({
      text: `MODERATOR: Thanks. Kenya will help.\n\n${label}: Hi. We have opened two ports in Kenya.\n\nQUESTION: Why?`,
    }).statements.map((s) => `${s.kind} ${s.act}`)
  for (const label of ['SENIOR OFFICIAL', 'SENIOR TRADE OFFICIAL TWO', 'THE FIRST LADY', 'MAYOR KIPTOO'])
    assert.deepEqual(turn(label), ['report open'], label)
  for (const label of ['AUDIENCE MEMBER', 'PARTICIPANT']) assert.deepEqual(turn(label), [], label)
})

test('told: talks of a host with one of his own side are of one party', () => {
  const text =
    'President of Peru Alba Quispe hosted Speaker Rojas in Lima.\n\nDuring her talks with Minister of Peru Luis Rojas, they covered a range of issues.'
  assert.deepEqual(read({ text }).statements.at(-1)?.parties, ['PE'])
})
