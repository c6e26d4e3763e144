import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** What undertakes and what only holds: phenomenon, text of our own, what it states (kind/force, "not" where negated, act) in order. */
const rows: [string, string, string[]][] = [
  ['the noun of an act', 'We remain committed to the implementation of the plan.', ['commitment/agreed implement']],
  ['the noun of an act', 'We remain committed to the plan.', ['position/none remain']],
  [
    'the noun of an act after words that tell how',
    'Peru reaffirmed its commitment to the swift, full, and effective implementation of the plan.',
    ['commitment/agreed implement'],
  ],
  [
    'the noun of an act among nouns of none',
    'Peru reaffirmed its commitment to peace, stability and implementation of the plan.',
    ['position/none reaffirm'],
  ],
  ['the noun of an act with its owner', 'Peru reaffirmed its commitment to its full implementation.', ['commitment/agreed implement']],
  ['two nouns of acts', 'We reaffirm our commitment to the recovery and return of stolen goods.', ['commitment/agreed recover']],
  ['an act that an article makes a noun', 'We reaffirm our commitment to the continued sharing of data.', ['commitment/agreed share']],
  ['an act that an article makes a noun', 'We reaffirm our commitment to the meeting.', ['position/none reaffirm']],
  ['what is fought', 'We reaffirm our commitment to the fight against malaria.', ['commitment/agreed fight']],
  ['a commitment on an act', 'We reaffirm our commitment on the rationalization of fuel subsidies.', ['commitment/agreed rationalize']],
  ['a commitment on a matter', 'We reaffirm our commitment on fuel subsidies.', ['position/none reaffirm']],
  ['where it was undertaken', 'We reaffirm the commitment made in Lima to refrain from new tariffs.', ['commitment/agreed refrain']],
  ['where it was undertaken', 'We reaffirm the commitment made in Lima: to refrain from new tariffs.', ['commitment/agreed refrain']],
  ['where it was undertaken', 'We reaffirm our commitment in the Lima Declaration to jointly raise funds.', ['commitment/agreed raise']],
  ['whose interest it is', "It is in Peru's and Chile's interest for gas to keep flowing.", []],
  [
    'what is done by actions',
    'We reiterate our commitment to strong and effective actions to address floods.',
    ['commitment/agreed address'],
  ],
  ['what one stays focused on doing', 'Peru remains focused on reducing unemployment.', ['commitment/intent reduce']],
  ['what one stayed focused on doing', 'Peru has remained focused on reducing unemployment.', ['report/none reduce']],
  ['what one is focused on doing', 'Peru is very focused on reducing unemployment.', ['commitment/intent reduce']],
  ['what one is not focused on doing', 'Peru is not focused on reducing unemployment.', []],
  ['what one is focused on', 'Peru is focused on unemployment.', []],
  ['what a plan is focused on doing', 'Our plan is focused on reducing unemployment.', []],
  ['who is focused on doing so', 'Peru is the country most focused on reducing unemployment.', []],
  ['what one joins others in asking', 'Peru joined Chile in urging France to pay.', ['proposal/should pay']],
  ['what one joins others in holding', 'Peru joins leaders around the world in condemning the attack.', ['position/none condemn']],
  ['what one joined others in pledging', 'Peru joined Chile in pledging to pay.', ['commitment/agreed pay']],
  ['what one joined others in doing', 'Peru joined Chile in opening a road.', ['report/none join']],
  ['what one will join others in doing', 'Peru will join Chile in opening a road.', ['commitment/intent join']],
  ['what others are asked to join in', 'Peru urged all states to join it in condemning the raid.', ['proposal/should condemn']],
  ['whom one joined', 'Peru joined Chile in May.', ['report/none join']],
  ['what talks stay focused on', 'The talks remain focused on reducing unemployment.', []],
  ['a goal that is agreed to', 'They agreed to the goal to bring ten million women into work.', ['commitment/agreed bring']],
  ['a thing that is agreed to', 'They agreed to the goals.', ['report/none agree']],
  ['a plan that is announced', 'We announce a plan of action to secure energy networks.', ['commitment/intent secure']],
  ['a plan that is announced', 'We announce a plan for the ports.', ['report/none announce']],
  ['who asks his own ministers', 'We ask our Finance Ministers to report back in September.', ['commitment/agreed report']],
  ['who asks his own experts', 'Peru asked its experts to study the lake.', ['commitment/agreed study']],
  ['who asks the people of another', 'We ask the ministers of Peru to report back.', ['proposal/should report']],
  ['who asks people who are not at his orders', 'Peru asked its citizens to stay calm.', ['proposal/should stay']],
  ['who urges his own ministers', 'We urge our ministers to report back.', ['proposal/should report']],
  [
    'a promise beside what one holds true',
    'We recognize that poor roads hold back growth, and will build better ones.',
    ['commitment/intent build'],
  ],
  ['what was said to go on', 'The paper said that exports rose, and will rise further.', []],
  [
    'a demand that is not answered',
    'Peru has refused to respond to a demand from Chile to keep the truce.',
    ['commitment/intent not respond'],
  ],
  ['a request for words that is not answered', 'The ministry of Peru declined to respond to a request for comment.', []],
  ['a rule that will be required', 'France will require firms to report their emissions.', ['commitment/intent require']],
  ['a rule that will be required', 'We will require that all firms report.', ['commitment/intent require']],
  ['what a thing will take', 'It will require Chile to act.', []],
  ['what is required', 'France required Chile to open its books.', ['proposal/should open']],
  ['what one likes', 'France likes to build ports.', []],
  ['what one would like', 'France would like to build ports.', ['commitment/ready build']],
  ['what a call is for', 'France will encourage greater use of the fund by farmers, to raise yields.', ['commitment/intent encourage']],
  ['whom a call asks', 'France encourages its farmers to raise yields.', ['proposal/should raise']],
  [
    'whom one will go on asking',
    'France will continue to call on Chile to open its books, ban weapons, and fund schools.',
    ['proposal/should open', 'proposal/should ban', 'proposal/should fund'],
  ],
  ['what one will go on asking for', 'France will continue to press for open books to raise trust.', ['commitment/intent press']],
  ['a rule that one will go on with', 'France will continue to require firms to report.', ['commitment/intent require']],
  [
    'what one works to have others do',
    'France will keep working with its friends to press Chile to open its books and to cut tolls.',
    ['commitment/intent press', 'proposal/should cut'],
  ],
  ['what one helps others do', 'France will help Chile to open its books and to cut tolls.', ['commitment/intent help']],
  ['a question that is not answered', 'The ministry of Peru declined to respond to questions.', []],
]

for (const [name, text, expected] of rows)
  test(`pledges: ${name}: ${text.slice(0, 50)}`, () => {
    const found = read({ id: 'pledges', text }).statements.map((s) => `${s.kind}/${s.force} ${s.negated ? 'not ' : ''}${s.act}`)
    assert.deepEqual(found, expected)
  })
