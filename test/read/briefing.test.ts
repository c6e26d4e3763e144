import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'
import { BOTH, says } from './podium.ts'

/** Phenomenon, words of a briefing, what they state. */
const turns: [string, string, string[]][] = [
  ['seen and heard', 'We have seen boats attack the port.', []],
  ['seen and heard', 'We heard that the port is shut.', []],
  ['seen and heard', 'I saw the Foreign Minister of Kenya in Lima last week.', ['report/none PE see']],
  ['seen and heard', 'We heard from a panel of experts.', ['report/none PE hear']],
  ['what is guessed', 'I suspect that Kenya will do so as well.', []],
  ['what is guessed', 'I think that Kenya will open a port.', ['commitment/intent KE open']],
  ['what is not known', 'I am not aware of the raid that you mentioned.', []],
  ['what is not known', 'We are aware of the risk of floods.', ['position/none PE be']],
  ['what can be done', 'Kenya is in a position to rebuild the port.', []],
  ['what drives a step', 'The move was driven by strong public support.', []],
  ['what drives a step', 'The move was taken by Kenya.', ['report/none KE take']],
  ['what a thing means', 'That does not mean that Kenya has left the pact.', []],
  ['people at large', 'The voters and the press debated the plan openly.', []],
  ['praise', 'Kenya has shown great courage and unity.', ['position/none PE show']],
  ['praise', 'Kenya has shown the film.', ['report/none KE show']],
  ['praise', 'Kenya has a proven track record of keeping its word.', ['position/none PE have']],
  ['stands', 'We take the worries of the fishermen very seriously.', ['position/none PE take']],
  ['stands', 'We rely on the treaty with Kenya.', ['position/none PE rely']],
  ['stands', 'We were shocked by the raid.', ['position/none PE shock']],
  ['stands', 'Kenya has raised questions about the loan.', ['position/none KE raise']],
  ['stands', 'Peru does not seek a quarrel with Kenya.', ['position/none PE seek']],
  ['stands', 'Peru seeks closer ties with Kenya.', ['commitment/intent PE seek']],
  ['stands', 'Peru has an enduring commitment to the lake.', ['position/none PE have']],
  ['stands', 'Peru has an enduring commitment to help Kenya.', ['commitment/agreed PE help']],
  ['stands', 'Our position on the lake has been very clear.', ['position/none PE be']],
  ['stands', 'It is understandable that others may take another view.', ['position/none PE be']],
  ['rights', 'Every state should have the right to choose its friends.', ['position/none PE choose']],
  ['followed', 'We have followed the vote in Kenya closely.', ['report/none PE follow']],
  ['followed', 'Peru follows a policy of peace.', ['position/none PE follow']],
  ['needed of somebody', 'We need Kenya to keep the truce.', ['proposal/should KE keep']],
  ['needed of somebody', 'We need a fund to pay for the port.', []],
  ['needed of somebody', 'What we need is a second port.', ['proposal/should  need']],
  ['wanted', 'What we want is simple: peace on the lake.', ['position/none PE want']],
  ['wanted', 'What we want is to reopen the port.', ['commitment/ready PE reopen']],
  ['wanted', 'What I said is in the record.', []],
  ['what somebody did, judged', 'What Kenya has done is lawful.', ['position/none PE be']],
  ['aims', 'Our priority is bringing the sailors home.', ['commitment/intent PE bring']],
  ['aims', 'Our plan is bringing the sailors home.', ['report/none KE,PE bring']],
  ['said of a thing', 'The good news is that we have reopened the port.', ['report/none PE reopen']],
  ['said of a thing', 'The main thing is not that we have reopened the port.', []],
  ['why', 'The reason that more states want to join the pact is simple.', []],
  ['talks', 'There is an active conversation between Kenya and Peru.', ['report/none KE,PE conversation']],
  ['talks', 'There is no conversation between Kenya and Peru.', []],
  ['talks', 'Those conversations continue.', ['report/none  continue']],
  ['support in deeds', 'Peru supports the fund by sending experts.', ['report/none PE support']],
  ['support in deeds', 'Peru supports the fund of the lake.', ['position/none PE support']],
  ['verbs said again', 'We will keep the port open, keep the trains running.', ['commitment/intent PE keep', 'commitment/intent PE keep']],
  ['deeds of others', "Kenya's raids threaten the peace of the lake.", ['position/none PE threaten']],
  ['deeds of others', 'The floods threaten the peace of the lake.', []],
  ['deeds of others', 'Kenya continues to violate the truce.', ['position/none PE violate']],
  ['deeds of others', 'Kenya continues to rebuild the port.', ['commitment/intent KE rebuild']],
  ['what goes on', 'We have been supporting Kenya since May.', ['report/none PE support']],
  ['what goes on', 'We continue to be in touch with all sides.', ['report/none PE be']],
  ['what goes on', 'We are actively engaged in that process.', ['report/none PE engage']],
  ['proud', 'We are proud to have joined the pact.', ['report/none PE join']],
  ['proud', 'We are proud to build a school.', ['commitment/ready PE build']],
  ['unwilled', 'We do not want to see this war spread.', ['position/none PE see']],
  ['high time', 'It is high time that Kenya opened the port.', ['proposal/should KE open']],
  ['high time', 'It is time to open the port.', ['proposal/should  open']],
  ['what one does', 'What we are doing is opening a port.', ['report/none PE open']],
  ['what one does', 'What we will do is to open a port.', ['commitment/intent PE open']],
  ['what one does', 'What we would do is to open a port.', []],
  ['what is heard from others', 'You heard from the Minister that Kenya will open a port.', ['commitment/intent KE open']],
  ['what is heard from others', 'You heard from the Minister.', []],
  ['when', 'Two weeks ago we opened a port.', ['report/none PE open']],
  ['what had to be done', 'We had to close our embassy.', ['report/none PE close']],
  ['what had to be done', 'We have to close our embassy.', ['proposal/should PE close']],
  ['what had to be done', 'The sailors who have had to flee are home.', []],
  ['only talk', "I'm happy to start.", []],
  ['only talk', 'I am happy to start talks with Kenya.', ['commitment/ready PE start']],
  ['only talk', 'I must say, Kenya has opened a port.', ['report/none KE open']],
  ['only talk', 'To your question on the lake, we issued a plan.', ['report/none PE issue']],
  ['only talk', "We'll turn to Ana Rey from the Lake News.", []],
  ['what goes on', 'We remain very much engaged in the talks.', ['report/none PE remain']],
  ['courtesy', 'I want to thank President Noor for this opportunity to speak.', []],
]

for (const [phenomenon, words, expected] of turns) test(`${phenomenon}: ${words}`, () => assert.deepEqual(says(words), expected))

test('whose a day is belongs to the subject', () => {
  const { statements } = read({ text: `${BOTH}Yesterday's raid was ordered by Kenya.` })
  assert.equal(statements.at(-1)?.quote, "Yesterday's raid was ordered by Kenya")
})

test('two participles of one infinitive', () => {
  const { statements } = read({ text: `${BOTH}President Noor stressed the need for the truce to be kept and widened in all ports.` })
  assert.deepEqual(
    statements.slice(1).map(({ quote }) => quote),
    ['President Noor stressed the need for the truce to be kept and widened in all ports'],
  )
})

test('a spokesman for a union of states', () => {
  const text = "The Foreign Minister of Peru conveyed the government's readiness to send experts."
  assert.deepEqual(
    read({ text }).statements.map(({ kind, force, act }) => `${kind}/${force} ${act}`),
    ['commitment/ready send'],
  )
})
