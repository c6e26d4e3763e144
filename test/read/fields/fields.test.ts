import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { read } from '../../../src/index.ts'
import type { Statement } from '../../../src/model.ts'

const INTRO = 'France and Japan held talks in Paris. '
const at = INTRO.length
/** The statements of a sentence, read in a text of two parties of 7 June 2022. */
const statements = (sentence: string): Statement[] =>
  read({ text: INTRO + sentence, date: '2022-06-07', language: 'en' }).statements.filter((s) => s.span.from >= at)

/** Field by field: the sentence, and what the field of its first statement (or the one with `act`) says. */
const table: readonly [field: string, sentence: string, expected: unknown, act?: string][] = [
  ['deadline', 'France will open a school in Japan by 2030.', ['by 2030', 'by', undefined, '2030-12-31']],
  ['deadline', 'France will open a school in Japan as soon as possible.', ['as soon as possible', 'vague', undefined, undefined]],
  ['deadline', 'France will open a school in Japan from next spring.', ['from next spring', 'from-to', '2023-03-01', undefined]],
  ['deadline', 'In the coming weeks, France will open a school in Japan.', ['In the coming weeks', 'within', undefined, undefined]],
  ['deadline', 'France will honour the treaty signed in 2029.', undefined],
  ['deadline', 'France will open a school in Japan.', undefined],
  ['deadline', 'France will keep the school open until Japan gives notice.', ['until Japan gives notice', 'by', undefined, undefined]],
  ['deadline', 'France will keep the school open until 2030.', ['until 2030', 'by', undefined, '2030-12-31']],
  ['deadline', 'France opened a school in Japan on 2 May 2022.', ['on 2 May 2022', 'within', '2022-05-02', '2022-05-02']],
  ['target', 'France will grant 10,000 scholarships to Japan.', ['10,000 scholarships', 10000, 'scholarships', undefined]],
  ['target', 'France will run three freight trains a week.', ['three freight trains a week', 3, 'freight trains', '1/W']],
  ['target', 'France will hold exercises twice a year.', ['twice a year', undefined, undefined, '2/Y']],
  ['target', 'France will invest up to $1.5 billion in roads.', ['up to $1.5 billion', 1500000000, 'USD', undefined]],
  ['target', 'France will raise the share of wind to 50 per cent by 2030.', ['50 per cent', 50, '%', undefined]],
  [
    'target',
    'France will deliver two batches of relief supplies.',
    ['two batches of relief supplies', 2, 'batches of relief supplies', undefined],
  ],
  ['target', 'France will raise the quota from 800 to 1,200 a year.', ['from 800 to 1,200 a year', 1200, undefined, '1/Y']],
  ['target', 'The two countries will open a second port.', undefined],
  ['target', 'France will observe Resolution 1540.', undefined],
  ['target', 'France will grant zero-tariff treatment to tea.', undefined],
  ['hedges', 'France will strive to open a school where possible.', ['strive to', 'where possible']],
  ['hedges', 'France will open a school.', undefined],
  ['hedges', 'France will strive to open a school and to train teachers.', ['strive to']],
  ['hedges', 'France will strive to open a school and will train teachers.', undefined],
  ['hedges', 'France will open a school and strive to train teachers.', ['strive to']],
  ['hedges', 'France will aim to open a school.', ['aim to']],
  ['hedges', 'France aims to open a school.', undefined],
  [
    'hedges',
    'France will share data, in accordance with its national laws and regulations.',
    ['in accordance with its national laws and regulations'],
  ],
  ['hedges', 'France will share data consistent with the laws of the two countries.', ['consistent with the laws of the two countries']],
  ['hedges', 'France will settle the dispute in accordance with international law.', undefined],
  ['hedges', 'France will share data to the fullest extent possible.', ['to the fullest extent possible']],
  ['hedges', 'France will open a school as soon as practicable.', undefined],
  ['hedges', 'France will study the possibility of opening a school.', ['study the possibility of']],
  ['hedges', 'France will consider the report.', undefined],
  ['condition', 'If Japan agrees, France will open a school.', 'If Japan agrees'],
  ['condition', 'France will open a school provided that Japan agrees.', 'provided that Japan agrees'],
  ['condition', 'France will open a school once a year.', undefined],
  [
    'condition',
    'If Japan finds that fraud, as the code has it, took place, France will act.',
    'If Japan finds that fraud, as the code has it, took place',
  ],
  ['condition', 'In the event of a drought we will open the dam.', 'In the event of a drought'],
  ['condition', 'When Japan lifts its ban, France will resume the flights.', 'When Japan lifts its ban'],
  ['condition', 'When the ministers met, France opened a school.', undefined],
  ['condition', 'France will open a school, subject to its laws, rules and customs.', 'subject to its laws, rules and customs'],
  ['condition', 'France will open a school subject to the approval of its parliament.', 'subject to the approval of its parliament'],
  ['condition', 'France will list the goods subject to duties.', undefined],
  ['condition', 'France will not tax goods, subject to this Agreement, beyond need.', undefined],
  ['condition', 'France will send experts at the request of the other side.', 'at the request of the other side'],
  ['condition', 'France sent experts at the request of the other side.', undefined],
  ['condition', 'France will lift the quota by mutual agreement of the parties.', 'by mutual agreement of the parties'],
  ['condition', 'France will open a school upon ratification of the treaty by Japan.', 'upon ratification of the treaty'],
  ['condition', 'France will keep its tariffs to the extent that they do no harm.', 'to the extent that they do no harm'],
  ['condition', 'France will keep its tariffs to the extent possible.', undefined],
  ['condition', 'France will determine if Japan has paid.', undefined],
  ['condition', 'France will back the firm for as long as it lives.', undefined],
  ['condition', 'France will, subject to its budget, open a school and train teachers.', 'subject to its budget'],
  ['condition', 'As required, the two sides will hold talks of experts.', 'As required'],
  ['topics', 'France will supply natural gas to Japan.', ['energy']],
  ['topics', 'France will train doctors and send vaccines to Japan.', ['health']],
  ['topics', 'France will do so.', ['politics']],
  ['topics', 'France will join NATO.', ['security', 'multilateral']],
  ['topics', 'France will work for food security.', ['agriculture']],
  ['topics', 'France will press for an end of the delay.', ['politics']],
  ['topics', 'France will set up a body on the basis of equality.', ['politics']],
  ['places', 'France will open a consulate in Osaka.', ['Osaka']],
  ['places', 'The two sides will open a school in Japan.', ['Japan']],
  ['places', 'The two sides will open a school with Japan.', []],
  ['places', "The two sides will open a school in Japan's Osaka.", ['Osaka']],
  ['places', 'France will act under Section V of the law.', []],
  ['mechanisms', 'France will join the Belt and Road Initiative.', ['Belt and Road Initiative']],
  ['mechanisms', 'France will set up a working group on clean water with Japan.', ['working group on clean water']],
  ['mechanisms', 'France will open a school.', []],
  [
    'mechanisms',
    'France will use the Ports Committee, Industry and Trade Dialogue and Local Forum.',
    ['Ports Committee', 'Industry and Trade Dialogue', 'Local Forum'],
  ],
  [
    'mechanisms',
    'France will join the Ports Dialogue on Antarctica and the Lake Programme.',
    ['Ports Dialogue on Antarctica', 'Lake Programme'],
  ],
  ['mechanisms', 'France will attend the Ports Dialogue on Monday.', ['Ports Dialogue']],
  ['mechanisms', 'France recalled the Joint Ports Declaration of 2 May 2021.', ['Joint Ports Declaration of 2 May 2021']],
  ['mechanisms', 'France will lift the tax by mutual agreement.', []],
  ['mechanisms', 'France will keep the rules of the African Union.', ['African Union']],
  ['mechanisms', "France will keep the African Union's rules.", []],
  ['mechanisms', 'France will set up a joint trade committee.', ['joint trade committee']],
  ['mechanisms', 'France will trade agreements.', []],
  ['mechanisms', 'France will sign a treaty on the sharing of water and open a port.', [], 'open'],
  [
    'mechanisms',
    'France will sign a treaty on the sharing of water and the care of lakes.',
    ['treaty on the sharing of water and the care of lakes'],
  ],
  ['mechanisms', 'France will take part in future ports committees.', ['ports committees']],
  ['mechanisms', 'France will host the 2034 Lake Forum.', ['2034 Lake Forum']],
  ['mechanisms', 'France will attend the June G7 summit.', ['G7']],
  ['mechanisms', 'France will attend the 26th Lake Conference.', ['26th Lake Conference']],
  ['mechanisms', 'France will attend on 2 May 2034 Lake Forum and other meetings.', ['Lake Forum']],
  ['mechanisms', 'France will attend 2 Lake Forum meetings.', ['Lake Forum']],
  ['mechanisms', 'France will adopt the Lake Action Plan for 2031-2035.', ['Lake Action Plan for 2031-2035']],
  ['mechanisms', 'France will fund the Lake Action Plan for three years.', ['Lake Action Plan']],
  ['mechanisms', 'France will replace the Treaty of 2019.', ['Treaty of 2019']],
  [
    'mechanisms',
    'France will revive the Lake Action Plan to End Water Hunger and Protect Rivers.',
    ['Lake Action Plan to End Water Hunger and Protect Rivers'],
  ],
  ['mechanisms', 'France will use the Lake Action Plan to end hunger.', ['Lake Action Plan']],
  ['mechanisms', 'France will bring the Lake Programme to Osaka.', ['Lake Programme']],
  ['mechanisms', 'France will fund the Green Lake Programme (GLP).', ['Green Lake Programme']],
  ['mechanisms', 'France will host the France-Japan Ministers\u2019 Meeting.', ['France-Japan Ministers\u2019 Meeting']],
  ['mechanisms', 'France will host the France-Japan meeting.', []],
  ['mechanisms', 'France will build the Chile \u2013 Peru \u2013 Bolivia railway.', ['Chile \u2013 Peru \u2013 Bolivia railway']],
  ['mechanisms', 'France will visit Chile, Peru and Bolivia by railway.', []],
  ['mechanisms', 'France will sign the Lake Memorandum on sharing data.', ['Lake Memorandum on sharing data']],
  ['mechanisms', 'The two sides will set up a joint trade committee that will meet twice a year.', ['joint trade committee'], 'meet'],
  ['mechanisms', 'France says that it will meet twice a year.', [], 'meet'],
  ['places', 'The two sides will open the Osaka \u2013 Kobe section.', ['Osaka', 'Kobe']],
  ['places', 'The two sides will open a school in response to Chile.', []],
  ['places', 'The two sides will open a school in the Atacama region.', ['Atacama region']],
  ['places', 'The two sides will open Kisumu Port to ships in Chile.', ['Kisumu Port', 'Chile']],
  ['places', 'The two sides will act on Santiago\u2019s request.', []],
  ['deadline', 'France will open a school in time for the next summit.', ['in time for the next summit', 'before', undefined, undefined]],
  ['deadline', 'France met Japan three weeks ago.', ['three weeks ago', 'vague', undefined, undefined]],
  ['deadline', 'France will open the school that it built three weeks ago.', undefined],
  ['condition', 'France will open a school when conditions are ripe.', 'when conditions are ripe'],
  ['condition', 'France will open a school at the written request of Japan.', 'at the written request of Japan'],
  ['condition', 'France will open a school in the absence of objections.', 'in the absence of objections'],
  ['hedges', 'France will do everything possible to open a school.', ['do everything possible']],
  ['hedges', 'France will do everything to open a school.', undefined],
  ['hedges', 'France will identify opportunities to open a school.', ['identify opportunities to']],
  ['act', 'France urged the early adoption of the rules.', 'adopt'],
  ['act', 'France urged the ministers to adopt the rules.', 'adopt'],
  ['act', 'France called for a just peace.', 'call'],
  ['act', 'France stressed that Japan opposes the ban.', 'oppose'],
  ['act', 'France stressed that Japan continues to oppose the ban.', 'oppose'],
  ['act', 'France stressed that peace is vital.', 'stress'],
  ['aspect', 'France will strengthen the dialogue.', 'continuing'],
  ['aspect', 'France will increase the quota.', 'new'],
  ['aspect', 'France pledged its continued support.', 'continuing'],
  ['aspect', 'France pledged its support, which has continued for years.', 'new', 'pledge'],
  ['aspect', 'France recommits itself to opening the port.', 'reaffirmed'],
  ['aspect', 'France remains committed to opening the port.', 'reaffirmed'],
  ['aspect', 'France is committed to opening the port.', 'new'],
  ['aspect', 'France reaffirmed its determination to open the port.', 'reaffirmed'],
  ['aspect', 'France expressed its determination to open the port.', 'new'],
  ['addressees', 'France will support Japan.', ['JP']],
  ['addressees', 'France and Japan will open a school.', []],
  ['addressees', 'The two sides condemned the war in Chile.', []],
  ['addressees', 'The two sides condemned the attacks on Chile, Peru and Bolivia.', []],
  ['addressees', 'The two sides condemned the attacks on villages in Chile.', []],
  ['addressees', 'The two sides support the reforms in Chile.', ['CL']],
  ['addressees', 'The two sides condemned the war of Chile.', ['CL']],
  ['addressees', 'France praised President Xi Jinping\u2019s leadership.', ['CN']],
  ['addressees', "The two sides welcomed Japan's decision to open the port.", ['JP'], 'welcome'],
  ['addressees', 'The two sides welcomed their decision to open the port.', [], 'welcome'],
  ['addressees', 'The two sides will work with the World Bank.', ['WB']],
  ['addressees', 'The two sides will meet at the World Bank.', []],
  ['addressees', 'France will send experts.', ['JP']],
  ['addressees', 'France will open a school.', []],
  ['addressees', 'France thanked its counterparts.', ['JP']],
  ['addressees', 'France proposed a study of the port.', []],
  ['addressees', 'The Japanese side proposed a study of the port in Chile.', ['CL']],
  ['precision', 'France will run 40 trains to Osaka by 2030.', 4],
  ['precision', 'France will deepen bilateral cooperation.', 0],
]
const shown = (s: Statement, field: string): unknown => {
  if (field === 'deadline') return s.deadline && [s.deadline.phrase, s.deadline.bound, s.deadline.from, s.deadline.to]
  if (field === 'target') return s.target && [s.target.phrase, s.target.quantity, s.target.unit, s.target.frequency]
  return (s as unknown as Record<string, unknown>)[field]
}
for (const [field, sentence, expected, act] of table)
  test(`${field}: ${sentence}`, () => {
    const found = statements(sentence)
    assert.ok(found.length > 0, 'no statement was read')
    const one = act === undefined ? found.at(-1) : found.find((s) => s.act === act)
    assert.ok(one, `no statement of ${act}`)
    assert.deepEqual(shown(one, field), expected)
  })

test('what limits a lead-in limits its items', () => {
  const lead = (words: string): string =>
    `By May 2023 the two sides ${words}:\n\n- open a school; and\n\n- train teachers from next spring.\n`
  const limits = (sentence: string): unknown[] => statements(sentence).map((s) => [s.hedges, s.condition, s.deadline?.phrase, s.precision])
  assert.deepEqual(limits(lead('will strive to')), [
    [['strive to'], undefined, 'By May 2023', 1],
    [['strive to'], undefined, 'from next spring', 2],
  ])
  assert.deepEqual(
    limits('If the banks agree, the two sides will take the following steps:\n\n- open a school; and\n\n- train teachers.\n'),
    [
      [undefined, 'If the banks agree', undefined, 1],
      [undefined, 'If the banks agree', undefined, 1],
    ],
  )
  assert.deepEqual(limits('The two sides will strive to end the delay.\n\n- France will open a school.\n'), [
    [['strive to'], undefined, undefined, 1],
    [undefined, undefined, undefined, 1],
  ])
})

test('"the fund" is the fund that the text named', () => {
  const found = statements('France will open the Green Water Fund for Japan. The fund will build wells. France will pay the fund manager.')
  assert.deepEqual(
    found.map((s) => s.mechanisms),
    [['Green Water Fund for Japan'], ['Green Water Fund for Japan'], []],
  )
})

test('in a treaty the law of a party is a condition', () => {
  const text = `Agreement between France and Japan

The Contracting Parties have agreed as follows:

Article 1

1. Each Contracting Party, in accordance with its laws, shall let goods pass and shall give notice of its rules.

2. The Contracting Parties shall exchange lists of goods.

Article 2

This Agreement shall enter into force after the exchange of notes.`
  assert.deepEqual(
    read({ text, language: 'en' }).statements.map((s) => [s.act, s.hedges, s.condition]),
    [
      ['let', undefined, 'in accordance with its laws'],
      ['give', undefined, 'in accordance with its laws'],
      ['exchange', undefined, undefined],
      ['enter into force', undefined, 'after the exchange of notes'],
    ],
  )
})

test('times, amounts and money are mentions', () => {
  const text = `${INTRO}France will pay $5 million a year for six months and run two trains a week by 2030.`
  const mentions = read({ text, language: 'en' })
    .mentions.filter((m) => m.rule.startsWith('time/'))
    .map((m) => `${m.kind} ${text.slice(m.span.from, m.span.to)} = ${m.ref}`)
  assert.deepEqual(mentions, [
    'money $5 million a year = USD 5000000 1/Y',
    'duration for six months = P6M',
    'amount two trains a week = 2 trains 1/W',
    'deadline by 2030 = ../2030-12-31',
  ])
})

const piece = fc.oneof(
  fc.constantFrom(...table.flatMap(([, sentence]) => sentence.split(' ')), '.', ',', '\n\n'),
  fc.string({ maxLength: 6 }),
)
test('any text: fields point into it, their words are its words, each filled field has a ground', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const text = INTRO + parts.join(' ')
      const reading = read({ text, date: '2022-06-07', language: 'en' })
      for (const s of reading.statements) {
        for (const part of [s.deadline, s.target]) if (part) assert.equal(text.slice(part.span.from, part.span.to), part.phrase)
        if (s.target) assert.ok(s.target.span.from >= s.span.from && s.target.span.to <= s.span.to)
        assert.ok(s.precision >= 0 && s.precision <= 5 && s.topics.length >= 1 && s.topics.length <= 3)
        for (const field of ['deadline', 'target', 'condition'] as const)
          assert.equal(s[field] !== undefined, s.grounds[field] !== undefined)
        for (const field of ['mechanisms', 'places', 'addressees'] as const)
          assert.equal(s[field].length > 0, s.grounds[field] !== undefined)
        for (const { spans } of Object.values(s.grounds))
          for (const { from, to } of spans) assert.ok(from >= 0 && from < to && to <= text.length)
      }
    }),
    { numRuns: 300 },
  )
})
