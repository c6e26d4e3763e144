// Readouts and news of talks: whose words and whose acts they are.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

const coded = (text: string, after = 0): string[] =>
  read({ text })
    .statements.filter((s) => s.span.from >= after)
    .map((s) => `${s.kind}/${s.force} ${[...s.parties].sort().join()} ${s.act}`)

/** Two ministers who meet. */
const OPENING =
  'Foreign Minister of Peru Alba Quispe met with Foreign Minister of Kenya Peter Kiptoo in Lima. Quispe greeted the guests. The port is old, Kiptoo said.\n\n'

/** A phenomenon, what follows the opening, and what it states. */
const told: [string, string, string[]][] = [
  ['quotation inside a clause', 'Both sides should “open the port in May,” Kiptoo said.', ['proposal/should KE,PE open']],
  ['quotation inside a clause', 'Quispe said she is “ready to send doctors to Kenya.”', ['commitment/ready PE send']],
  ['quotation inside a clause', 'They "agreed to build a bridge," a statement said.', ['commitment/agreed KE,PE build']],
  ['quotation inside a clause', 'Kiptoo said "Kenya will lift the tax."', ['commitment/intent KE lift']],
  ['quotation inside a clause', 'Kiptoo described the talks as "useful."', ['position/none KE describe']],
  [
    'quotation over several sentences',
    '“We are building a port. We will train 40 pilots. Our ties are strong,” said Quispe.',
    ['report/none PE build', 'commitment/intent PE train', 'position/none PE be'],
  ],
  [
    'quotation without its marks',
    'We are building a port. We will train 40 pilots. Our ties are strong, said Kiptoo.',
    ['report/none KE build', 'commitment/intent KE train', 'position/none KE be'],
  ],
  [
    'what the speaker added',
    'Kenya supports the truce, said Kiptoo, adding that Peru will host the talks.',
    ['position/none KE support', 'commitment/intent PE host'],
  ],
  [
    'what the speaker added',
    'Peru supports the truce, Quispe said, calling on Chad to lift the ban.',
    ['position/none PE support', 'proposal/should TD lift'],
  ],
  ['a need of somebody', 'Kiptoo underlined the need for Chad to open its border.', ['proposal/should TD open']],
  [
    'a need of somebody',
    'Quispe stressed the need for all sides to exercise restraint, keep the truce and free the crew.',
    ['proposal/should all sides exercise', 'proposal/should all sides keep', 'proposal/should all sides free'],
  ],
  ['a need of those who meet', 'The ministers affirmed the need to reopen the port.', ['proposal/should KE,PE reopen']],
  ['a need of those who meet', 'The ministers affirmed the need to end the war in Chad.', ['proposal/should  end']],
  ['an invitation', 'Quispe extended an invitation to Kiptoo to visit Lima again.', ['proposal/should KE visit']],
  ['an invitation', 'Quispe invited Peter Kiptoo and his wife to visit the lake.', ['proposal/should KE visit']],
  ['teams of both', 'The ministers agreed that their teams will meet in May.', ['commitment/agreed KE,PE meet']],
  ['teams of both', 'Peruvian and Kenyan experts should survey the lake.', ['proposal/should KE,PE survey']],
  ['teams of both', 'The teams on both sides will survey the lake.', ['commitment/intent KE,PE survey']],
  ['teams of both', 'Kenyan companies will survey the lake.', ['commitment/intent Kenyan companies survey']],
  ['keenness', "Kiptoo confirmed Kenya's keenness to buy the ships.", ['commitment/ready KE buy']],
  [
    'a list without "and"',
    'The two sides should help each other, jointly oppose piracy, defend the lake.',
    ['proposal/should KE,PE help', 'proposal/should KE,PE oppose', 'proposal/should KE,PE defend'],
  ],
  [
    'a list without "and"',
    'Quispe praised the state of relations, emphasized the key role of the port.',
    ['position/none PE praise', 'position/none PE emphasize'],
  ],
  ['help somebody do', 'Kenya will help Chad and Sudan rebuild the road.', ['commitment/intent KE help']],
  ['an adjective of what goes on', "Kiptoo reaffirmed Kenya's firm and continued support for the truce.", ['position/none KE reaffirm']],
  [
    'an adjective of what goes on',
    'The sides met in May and continued their talks.',
    ['report/none KE,PE meet', 'report/none KE,PE continue'],
  ],
  ['what a scheme brings about', 'They agreed that the partnership will play a great role.', ['position/none KE,PE agree']],
  ['what a scheme brings about', 'They agreed that the two sides will play a great role.', ['commitment/agreed KE,PE play']],
  ['what one has been', 'Kiptoo said that Peru has been a reliable partner of Kenya.', ['position/none KE be']],
  [
    'he who hopes',
    'Kiptoo hopes that the Minister of Peru will come. He praised the port.',
    ['proposal/should PE come', 'position/none KE praise'],
  ],
  ['a greeting', 'Quispe welcomed Peter Kiptoo to the lake.', []],
  ['a greeting', 'Quispe thanked Peter Kiptoo for the ships.', ['position/none PE thank']],
  ['a greeting', 'The ministers exchanged New Year greetings.', []],
  ['quotation inside a clause', 'They reiterated "the need for Chad to free the crew."', ['proposal/should TD free']],
  [
    'those who meet exchange',
    'Quispe met Peter Kiptoo of Kenya and exchanged views on the port.',
    ['report/none KE,PE meet', 'report/none KE,PE exchange'],
  ],
  ['who is spoken to', 'Kiptoo spoke today by phone to Minister Ole Dahl of Norway.', ['report/none KE,NO speak']],
  [
    'another meeting',
    'Later, Alba Quispe met with Foreign Minister Ole Dahl of Norway. They discussed fishing. Quispe urged both sides to open ports.',
    ['report/none NO,PE meet', 'report/none NO,PE discuss', 'proposal/should NO,PE open'],
  ],
  [
    'another meeting',
    'During her talks with Foreign Minister Ole Dahl of Norway, Quispe praised the port. The two sides agreed to open a school.',
    ['position/none PE praise', 'commitment/agreed NO,PE open'],
  ],
  ['an appeal to both', 'Quispe called for joint efforts to keep the truce.', ['proposal/should KE,PE keep']],
  [
    'a second subject',
    'Kiptoo praised the ties with Peru, and the ministers looked forward to opening the port.',
    ['position/none KE praise', 'commitment/ready KE,PE open'],
  ],
  ['a journey', 'Quispe travelled to Kenya.', ['report/none PE travel']],
  ['talks named by a noun', 'Discussions highlighted the role of the port.', ['position/none KE,PE highlight']],
  ['an accent for an apostrophe', 'Kiptoo underlined Kenya‘s support for the truce.', ['position/none KE support']],
]
for (const [what, sentence, expected] of told)
  test(`${what}: ${sentence.slice(0, 70)}`, () => assert.deepEqual(coded(OPENING + sentence, OPENING.length), expected))

/** Whole texts: who meets in them. */
const meetings: [string, string, string[]][] = [
  [
    'who meets, and not who is spoken of',
    "President Alba Quispe of Peru spoke with Prime Minister Ole Dahl of Norway about Chad's attack. The leaders condemned the attack by Chad. They will keep in touch on Chad.",
    ['NO', 'PE'],
  ],
  [
    'officials of states and of organisations',
    'Foreign Minister of Peru Alba Quispe spoke with NATO Deputy Secretary General Ole Dahl, Polish Deputy Foreign Minister Jan Nowak, and OSCE Secretary General Ida Berg. The participants discussed the truce.',
    ['NATO', 'OSCE', 'PE', 'PL'],
  ],
  [
    'the side of a spokesman',
    'A Downing Street spokesman said the Prime Minister had a call with President Peter Kiptoo of Kenya. They discussed the attacks of Chad and of the Chadian army.',
    ['GB', 'KE'],
  ],
  [
    'a state and an organisation',
    'Peru and the World Bank discussed new loans, Lake News reports. Both parties praised the port of Peru.',
    ['PE', 'WB'],
  ],
]
for (const [what, text, expected] of meetings)
  test(`${what}: ${expected.join()}`, () => assert.deepEqual([...read({ text }).parties].sort(), expected))

test('an adviser to a president is of the state before the office', () =>
  assert.deepEqual(
    coded('Kenyan Adviser to the President Peter Kiptoo met with Foreign Minister of Peru Alba Quispe. Kiptoo praised the port.'),
    ['report/none KE,PE meet', 'position/none KE praise'],
  ))

test('a title and a name are not the official met last', () =>
  assert.deepEqual(coded(`${OPENING}Kiptoo praised the port. Mr. Berg left the hall.`).at(-1), 'report/none  leave'))

test('a newspaper that prints it does not say what follows', () => {
  const { statements } = read({ text: 'Peru and Kenya discussed new loans, Lake News reports. Both sides praised the port.' })
  assert.deepEqual(
    statements.map((s) => s.attribution),
    [undefined, undefined],
  )
})
