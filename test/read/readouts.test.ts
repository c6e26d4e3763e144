import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { GoldDocument } from '../../bench/gold.ts'
import { addTallies, codedCell, fieldMean, prf, scoreDocument } from '../../bench/score.ts'
import { read } from '../../src/index.ts'

/** A readout of one side, so that its officials, the other's and those who meet are known. */
const OPENING = 'President of Peru Alba Quispe met with President of Kenya Peter Kiptoo in Lima.\n\n'
const found = (sentence: string) => read({ text: OPENING + sentence }).statements.filter((s) => s.span.from >= OPENING.length)

/** Sentences by phenomenon: what each states, as "kind/force parties act", in order; then words that end the last quote, where that matters. */
const rows: [string, string, string[], string?][] = [
  ['an office before its state', 'Alba Quispe supported the port.', ['position/none PE support']],
  ['an office before its state', 'Kiptoo offered 40 scholarships.', ['commitment/ready KE offer']],
  ['an office before its state', 'Alba Quispe thanked Peter Kiptoo for the vaccines.', ['position/none PE thank']],
  ['"it" names nobody', 'It was agreed to open a school in Cusco.', ['commitment/agreed KE,PE open']],
  ['"it" names nobody', 'It was decided that a joint group would be set up in May.', ['commitment/agreed KE,PE set up']],
  ['"it" names nobody', 'It was confirmed that the next talks will be held in Nairobi.', ['commitment/intent  hold']],
  ['meeting without a doer', 'Issues of fishing and mining were discussed.', ['report/none KE,PE discuss']],
  ['meeting without a doer', 'A plan for the railway was signed.', ['report/none KE,PE sign']],
  ['meeting without a doer', 'Satisfaction was expressed with the growth of trade.', ['position/none KE,PE express']],
  ['a noun before its passive verb', 'An agreement was reached to open a school.', ['commitment/agreed KE,PE open']],
  ['a noun before its passive verb', 'Agreement was reached on building two ports.', ['commitment/agreed KE,PE build']],
  ['a noun before its passive verb', 'A decision to close the mine was taken.', ['commitment/agreed KE,PE close']],
  ['a noun before its passive verb', 'The agreement was signed.', ['report/none KE,PE sign']],
  ['asking turned round', 'The ministers were instructed to draft a plan.', ['commitment/agreed KE,PE draft']],
  ['asking turned round', 'Kenyan firms were invited to build a dam.', ['proposal/should Kenyan firms build']],
  ['asking turned round', 'Experts were tasked to survey the lake.', ['commitment/agreed KE,PE survey']],
  ['confidence looks ahead', 'Kiptoo expressed confidence that trade would grow.', []],
  ['confidence looks ahead', 'Kiptoo expressed the hope that Peru would open an embassy.', ['proposal/should PE open']],
  ['confidence looks ahead', 'Kiptoo voiced hope for an early end of the tax.', ['proposal/should  voice']],
  ['who said it, at the end', '"We plan to open a school in Piura," the Kenyan minister said.', ['commitment/intent KE open'], 'in Piura'],
  ['who said it, at the end', 'The port will be rebuilt," Quispe pointed out.', ['commitment/intent  rebuild'], 'rebuilt'],
  ['who said it, at the end', '– We are ready to send doctors, – said the President of Kenya.', ['commitment/ready KE send'], 'doctors'],
  [
    'a contrast',
    'Peru will build the road, while Kenya will train the drivers.',
    ['commitment/intent PE build', 'commitment/intent KE train'],
  ],
  ['a contrast', 'Kenya will buy the ships, whereas Peru will pay the crews.', ['commitment/intent KE buy', 'commitment/intent PE pay']],
  ['a contrast', 'Peru supports the plan, while Kenya must decide in May.', ['position/none PE support', 'proposal/should KE decide']],
  [
    'a verb after an aside',
    'Kiptoo, for his part, hailed the level of ties, saying Kenya will open a consulate in Lima.',
    ['position/none KE hail', 'commitment/intent KE open'],
  ],
  [
    'a verb after an aside',
    'Quispe, in turn, stressed the role of ports, adding Peru would lift the tax.',
    ['position/none PE stress', 'commitment/intent PE lift'],
  ],
  ['a verb after an aside', 'On May 2, starting at noon, Mr. ODA Ken, Minister of Japan, held talks in Lima.', ['report/none JP hold']],
  ['views and goals', 'The two sides were of the same view that the war must end.', ['position/none KE,PE be']],
  ['views and goals', 'The sides set the goal of doubling trade.', ['commitment/intent KE,PE double']],
  ['views and goals', 'The next talks are scheduled to be held in Nairobi.', ['commitment/intent  hold']],
  ['those who meet', 'The meeting focused on fishing.', ['report/none KE,PE focus']],
  ['those who meet', 'The members of the Security Council condemned the attack.', ['position/none UNSC condemn']],
  ['those who meet', 'The Heads of State supported the port.', ['position/none KE,PE support']],
  [
    'requests over "and"',
    'Kiptoo suggested the two sides build a dam, and fully open the port.',
    ['proposal/should KE,PE build', 'proposal/should KE,PE open'],
  ],
  [
    'the main verb goes on',
    'The sides agreed that the war must stop, and decided to send doctors.',
    ['position/none KE,PE agree', 'commitment/agreed KE,PE send'],
  ],
  [
    'an addressee by pronoun',
    'Quispe thanked Kiptoo for the ships and invited him to visit Cusco.',
    ['position/none PE thank', 'proposal/should KE visit'],
  ],
  ['an office without owner', 'The Secretary-General welcomed the truce.', ['position/none UN welcome']],
  ['a namesake', 'Kenyan Minister Odhiambo Biden said Kenya would open a mine.', ['commitment/intent KE open']],
  ['courtesy offered', 'Kiptoo offered his condolences.', []],
  ['the need on which they agree', 'Both sides concurred in the need to open the pass.', ['proposal/should  open']],
  ['the need on which they agree', 'The sides agreed on the importance of trade.', ['position/none KE,PE agree']],
  ['the need on which they agree', 'The first priority is to reach a truce.', ['proposal/should  reach']],
  ['calling on somebody', 'Quispe called on the President of Kenya.', ['report/none PE call']],
  ['calling on somebody', 'Quispe called on all groups for calm.', ['proposal/should  call']],
  ['calling on somebody', 'Quispe called on all groups to leave.', ['proposal/should all groups leave']],
  [
    'no verb after a plural pronoun',
    'Kiptoo condemned the sponsors of these acts and urged Peru to help.',
    ['position/none KE condemn', 'proposal/should PE help'],
  ],
  ['a verb after an aside', 'Kenya will, as always, support the port.', ['commitment/intent KE support']],
  ['saying and telling', 'Kiptoo said the volume of trade exceeded $3 billion.', []],
  ['saying and telling', 'Kiptoo explained the new law.', ['report/none KE explain']],
  ['saying and telling', 'Kiptoo told his colleague that Kenya would open a mine.', ['commitment/intent KE open']],
  ['a verb led to its preposition', 'The two sides call on Chad to open the pass.', ['proposal/should TD open']],
  [
    'a verb led to its preposition',
    'Recalling the treaty, the Member States call upon all groups to leave.',
    ['proposal/should all groups leave'],
  ],
  ['a verb led to its preposition', 'The urgent call for help was heard.', ['report/none  hear']],
  ['what needs to be done', 'Exchanges of students need to be widened.', ['proposal/should  widen']],
  ['what needs to be done', 'More exchanges need to be expanded.', ['proposal/should  expand']],
  ['what needs to be done', 'Peru needs to open the port.', ['proposal/should PE open']],
  ['an invitation extended', 'Kiptoo extended an invitation to Quispe to visit Mombasa.', ['proposal/should PE visit']],
  [
    'a contrast',
    'Kiptoo praised the port, while Quispe thanked Kenya for the ships.',
    ['position/none KE praise', 'position/none PE thank'],
  ],
]
for (const [name, sentence, expected, ending] of rows)
  test(`${name}: ${sentence}`, () => {
    const statements = found(sentence)
    assert.deepEqual(
      statements.map((s) => `${s.kind}/${s.force} ${[...s.parties].sort().join(',')} ${s.act}`),
      expected,
    )
    if (ending) assert.ok(statements.at(-1)?.quote.endsWith(ending), statements.at(-1)?.quote)
  })

/** Texts of bodies that decide by lines: what the lines state. */
const resolutions: [string, string[]][] = [
  [
    'The Security Council,\n\nRecalling its resolution 2700,\n\n1. Calls upon all groups to leave the port;\n\n2. Decides to extend the mission until May;',
    ['position/none UNSC recall', 'proposal/should all groups leave', 'commitment/agreed UNSC extend'],
  ],
  [
    'The Assembly,\n\n1. TAKES NOTE of the report;\n2. DECIDES to establish a fund for dams;',
    ['position/none Assembly take note', 'commitment/agreed Assembly establish'],
  ],
  [
    'Meeting at Lusaka, the Council:\n\n1. Strongly condemns the attack on the bridge and demands the release of the crew;\n2. Welcomes the truce.',
    ['position/none Council condemn', 'proposal/should  demand', 'position/none Council welcome'],
  ],
]
for (const [text, expected] of resolutions)
  test(`lines of a resolution: ${text.replaceAll('\n', ' ')}`, () => {
    const { statements } = read({ text })
    assert.deepEqual(
      statements.map((s) => `${s.kind}/${s.force} ${[...s.parties].sort().join(',')} ${s.act}`),
      expected,
    )
  })

/** Openings that name one side's officials without their state: parties of the text. */
const openings: [string, string[]][] = [
  [
    'Chancellor Anna Brandt spoke with Turkish President Kemal Arslan. They discussed Syria and the crisis in Syria. The Chancellor stressed that Germany would send aid.',
    ['TR', 'DE'],
  ],
  [
    'Vice Minister Yoon Ji-hwan met Undersecretary Katarzyna Wrona on the Korea-Poland railway. Wrona said Poland is ready to sign.',
    ['KR', 'PL'],
  ],
]
for (const [text, expected] of openings)
  test(`parties: ${text}`, () => assert.deepEqual([...read({ text }).parties].sort(), [...expected].sort()))

/** Broken stretches in a report: text, what is marked. */
const broken: [string, string[]][] = [
  ['The envoy met the ministerNairobi on Monday and left.', ['ministerNairobi']],
  ['They improved the communicationMinister said.', ['communicationMinister']],
  ['Honest names of camels: the iPhone of the McDonald firm.', []],
  ['Kenya and the EU met. In May, the EU Peru will pay two million to the fund. Kenya and the EU thanked Kenya.', ['Peru']],
  [
    'The two sides signed a plan for the railway. The two sides signed a plan for the railway. They left.',
    ['The two sides signed a plan for the railway.'],
  ],
  ['They signed. They signed.', []],
]
for (const [text, expected] of broken)
  test(`damage: ${text}`, () =>
    assert.deepEqual(
      read({ text }).damage.map((d) => d.quote),
      expected,
    ))

/** Floors over texts written in the manner of two dozen publishers, whole and damaged: they only rise. */
const floors: [string, (id: string) => boolean, number, number, number][] = [
  ['whole texts', (id) => id.startsWith('p'), 0.95, 0.91, 0],
  ['damaged copies', (id) => id.startsWith('q'), 0.97, 0.88, 0.85],
  ['rarer kinds of text', (id) => id.startsWith('r'), 0.96, 0.97, 0],
]
const gold = readFileSync('test/gold/publishers.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as GoldDocument)
for (const [name, picks, coded, parties, broken] of floors)
  test(`${name} of other publishers: place and kind at least ${coded}, parties at least ${parties}`, () => {
    const tally = addTallies(
      gold
        .filter(({ id }) => picks(id))
        .map((doc) => {
          const { statements, damage } = read({ id: doc.id, text: doc.text })
          return scoreDocument(doc, statements, damage)
        }),
    )
    const { f1 } = prf(codedCell(tally))
    assert.ok(f1 >= coded, `place and kind ${f1.toFixed(3)}`)
    assert.ok(prf(tally.damage).f1 >= broken, `damage ${prf(tally.damage).f1.toFixed(3)}`)
    assert.ok(fieldMean(tally, 'parties') >= parties, `parties ${fieldMean(tally, 'parties').toFixed(3)}`)
  })
