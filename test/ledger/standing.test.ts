import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { about, inForce } from '../../src/ledger/journal.ts'
import type { Judgement, Member, Standing } from '../../src/ledger/nouns.ts'
import { type Assessment, bearersOf, standingOf } from '../../src/ledger/standing.ts'
import { member, say } from './say.ts'

interface Setting {
  readonly due?: string
  readonly asOf?: string
  readonly parties?: readonly string[]
  readonly members?: readonly Member[]
}

function assess(
  appended: readonly Judgement[],
  { due, asOf = '2024-06-01', parties = ['R', 'Z'], members = [] }: Setting = {},
): Assessment {
  const journal = inForce(appended)
  return standingOf({ ...about(journal, ['n']), entries: [], members, parties, asOf, order: journal.order, ...(due && { due }) })
}

type Row = readonly [what: string, lines: string, setting: Setting, standing: Standing, by: Assessment['by']]

const past = { due: '2023-12-31' }
const ahead = { due: '2024-12-31' }
const today = { due: '2024-06-01' }
const one = { parties: ['R'] }
const guided = 'g guideline 2022-01-01 2023-12-31\n'

const rows: readonly Row[] = [
  // evidence alone
  ['nobody looked', '', {}, 'not-assessed', 'nothing'],
  ['one delivery', 'a delivers high 2023-03', {}, 'delivered', 'evidence'],
  ['a delivery without a date', 'a delivers high', {}, 'delivered', 'evidence'],
  ['steps only, however many', 'a progress high 2022\nb progress high 2023\nc progress high 2024', {}, 'progress', 'evidence'],
  ['steps and restating', 'a restates high 2023\nb progress medium 2022', {}, 'progress', 'evidence'],
  [
    'restating is evidence of restating only',
    'a restates high 2022\nb restates high 2023\nc restates high 2024',
    {},
    'restated',
    'evidence',
  ],
  ['contradicted', 'a contradicts medium 2023\nb restates high 2024', {}, 'contradicted', 'evidence'],
  ['steps, then contradicted', 'a progress high 2022\nb contradicts high 2023', {}, 'contradicted', 'evidence'],
  ['steps, and something less certain against them', 'a progress high 2022\nb contradicts medium 2023', {}, 'progress', 'evidence'],
  ['contradicted, then steps', 'a contradicts high 2022\nb progress high 2023', {}, 'progress', 'evidence'],
  [
    'delivered, contradicted, then steps',
    'a delivers high 2021\nb contradicts high 2022\nc progress high 2023',
    {},
    'progress',
    'evidence',
  ],
  [
    'contradicted, delivered, then steps',
    'a contradicts high 2021\nb delivers high 2022\nc progress high 2023',
    {},
    'delivered',
    'evidence',
  ],
  [
    'delivered and steps, then contradicted',
    'a delivers high 2021\nb progress high 2022\nc contradicts high 2023',
    {},
    'contradicted',
    'evidence',
  ],
  ['first contradicted, then delivered', 'a contradicts high 2022-06-07\nb delivers high 2022-07-01', {}, 'delivered', 'evidence'],
  [
    'the order of adding is not the order of deeds',
    'b delivers high 2022-07-01\na contradicts high 2022-06-07',
    {},
    'delivered',
    'evidence',
  ],
  ['first delivered, then taken back', 'a delivers high 2022-07-01\nb contradicts high 2023-01', {}, 'contradicted', 'evidence'],
  ['a later contradiction that is less certain', 'a delivers high 2022-07-01\nb contradicts medium 2023-01', {}, 'progress', 'evidence'],
  [
    'a delivery less certain than the surest of what contradicts',
    'a contradicts medium 2020\nb contradicts high 2021\nc delivers medium 2022',
    {},
    'progress',
    'evidence',
  ],
  ['both on one day', 'a delivers high 2022-07-01\nb contradicts high 2022-07-01', {}, 'progress', 'evidence'],
  ['dates too vague to order', 'a delivers high 2022\nb contradicts high 2022-07', {}, 'progress', 'evidence'],
  ['one of the two without a date', 'a delivers high 2022\nb contradicts high', {}, 'progress', 'evidence'],
  ['low certainty decides nothing', 'a delivers low 2023', {}, 'unverifiable', 'evidence'],
  ['low certainty against decides nothing', 'a contradicts low 2023\nb delivers high 2022', {}, 'delivered', 'evidence'],
  ['a deed after the day asked for', 'a delivers high 2024-06-02', {}, 'not-assessed', 'nothing'],
  ['a deed on that day', 'a delivers high 2024-06-01', {}, 'delivered', 'evidence'],
  // by party
  ['one of two delivered', 'a delivers high 2023 R', {}, 'progress', 'evidence'],
  ['both delivered, each by its own', 'a delivers high 2023 R\nb delivers high 2022 Z', {}, 'delivered', 'evidence'],
  ['one delivered, one contradicted', 'a delivers high 2023 R\nb contradicts high 2022 Z', {}, 'contradicted', 'evidence'],
  ['the other is not bound', 'a delivers high 2023 R', one, 'delivered', 'evidence'],
  ['a deed of somebody else', 'a delivers high 2023 Y', {}, 'not-assessed', 'nothing'],
  ['nobody is named as bound', 'a delivers high 2023 R', { parties: [] }, 'delivered', 'evidence'],
  // searches and deadlines
  ['searched, nothing found', 's searched', {}, 'nothing-found', 'search'],
  ['searched for one of two', 's searched R', {}, 'nothing-found', 'search'],
  ['searched, and found', 's searched\na restates high 2023', {}, 'restated', 'evidence'],
  ['due, nobody looked', '', past, 'overdue', 'deadline'],
  ['due, searched', 's searched', past, 'overdue', 'deadline'],
  ['due, steps only', 'a progress high 2023', past, 'overdue', 'deadline'],
  ['due, restated only', 'a restates high 2023', past, 'overdue', 'deadline'],
  ['due and delivered', 'a delivers high 2023', past, 'delivered', 'evidence'],
  ['due and delivered late', 'a delivers high 2024-02', past, 'delivered', 'evidence'],
  ['due and contradicted', 'a contradicts high 2023', past, 'contradicted', 'evidence'],
  ['due, low certainty only: no reproach', 'a delivers low 2023', past, 'unverifiable', 'evidence'],
  ['due, one of two delivered', 'a delivers high 2023 R', past, 'overdue', 'deadline'],
  ['due today', '', today, 'not-yet-due', 'deadline'],
  ['due tomorrow, seen from the day after', '', { due: '2024-06-02', asOf: '2024-06-03' }, 'overdue', 'deadline'],
  ['not yet due, nothing found', 's searched', ahead, 'not-yet-due', 'deadline'],
  ['not yet due, under way', 'a progress high 2024', ahead, 'progress', 'evidence'],
  ['not yet due, restated', 'a restates high 2024', ahead, 'restated', 'evidence'],
  // scores
  ['one coder', `${guided}p first R +1 g`, one, 'delivered', 'one coder'],
  ['two coders alike', `${guided}p first R 0 g\nq second R 0 g by bob`, one, 'progress', 'agreed'],
  ['a score before evidence', `${guided}a delivers high 2023\np first R 0 g`, one, 'progress', 'one coder'],
  ['coders differ: evidence decides', `${guided}a delivers high 2023\np first R 0 g\nq second R +1 g by bob`, one, 'delivered', 'evidence'],
  ['coders differ, no evidence', `${guided}p first R 0 g\nq second R +1 g by bob`, one, 'not-assessed', 'nothing'],
  ['decided', `${guided}p first R 0 g\nq second R +1 g by bob\nd adjudication R 0 g by cyd`, one, 'progress', 'adjudicated'],
  ['none by the end', `${guided}p first R -1 g`, one, 'nothing-found', 'one coder'],
  ['none by the end, due', `${guided}p first R -1 g`, { ...one, ...past }, 'overdue', 'one coder'],
  ['none by the end, with steps seen', `${guided}a progress high 2023\np first R -1 g`, one, 'nothing-found', 'one coder'],
  ['none by the end, due today', `${guided}p first R -1 g`, { ...one, ...today }, 'nothing-found', 'one coder'],
  [
    'none by the end, a contradiction of low certainty',
    `${guided}a contradicts low 2023\np first R -1 g`,
    one,
    'nothing-found',
    'one coder',
  ],
  ['contrary', `${guided}a contradicts high 2023\np first R -1 g`, one, 'contradicted', 'one coder'],
  ['not applicable', `${guided}p first R not-applicable g`, one, 'not-applicable', 'one coder'],
  [
    'not applicable to one, delivered by the other',
    `${guided}p first R not-applicable g\na delivers high 2023 Z`,
    {},
    'delivered',
    'evidence',
  ],
  ['unverifiable', `${guided}p first R unverifiable g`, { ...one, ...past }, 'unverifiable', 'one coder'],
  ['partly done by the deadline, as scored', `${guided}p first R 0 g`, { ...one, ...past }, 'progress', 'one coder'],
  ['a guideline written afterwards', 'p first R +1 g\ng guideline 2022-01-01 2023-12-31', one, 'not-assessed', 'nothing'],
  ['a guideline withdrawn', `${guided}p first R +1 g\nw withdraws g`, one, 'not-assessed', 'nothing'],
  ['a score withdrawn', `${guided}p first R +1 g\nw withdraws p`, one, 'not-assessed', 'nothing'],
]

for (const [what, lines, setting, standing, by] of rows)
  test(`standing: ${what}`, () => {
    const found = assess(say(lines), setting)
    assert.equal(found.standing, standing, found.why)
    assert.equal(found.by, by, found.why)
  })

const whys = [
  ['', {}, /^nobody has looked$/],
  ['s searched', {}, /^searched \(s until 2023-12-31\), nothing found$/],
  ['', past, /^was due 2023-12-31, no delivery known; nobody has looked$/],
  ['s searched', ahead, /^due 2024-12-31; searched \(s until 2023-12-31\), nothing found$/],
  ['a delivers high 2023\nb restates high 2022', {}, /^1 piece of evidence delivers \(a\)$/],
  [
    'a delivers high 2022\nb contradicts high 2021',
    {},
    /^1 piece of evidence delivers \(a\), 1 piece of evidence contradicts \(b\); the delivery is later$/,
  ],
  [
    'a progress high 2022\nb contradicts high 2023',
    {},
    /^1 piece of evidence contradicts \(b\), 1 piece of evidence shows progress \(a\); what contradicts is later$/,
  ],
  [
    'a progress high 2022\nb progress high\nc contradicts high 2023',
    {},
    /^2 pieces of evidence show progress \(a, b\), .*; neither side prevails$/,
  ],
  ['a progress low 2022', {}, /^1 piece of evidence shows progress \(a\); none of it firm$/],
  ['a contradicts high 2023', {}, /^1 piece of evidence contradicts \(a\)$/],
  ['a restates high\nb restates high\nc restates high', {}, /^3 pieces of evidence only restate \(a, b, c\)$/],
  [`${guided}a delivers high 2023-12-31\np first R 0 g`, one, /to 2023-12-31$/],
  [
    'a restates high\nb restates high\nc restates high\nd restates high\ne restates high',
    {},
    /^5 pieces of evidence only restate \(a, b, c, 2 more\)$/,
  ],
  ['a delivers high 2023 R', {}, /^R: 1 piece of evidence delivers \(a\); Z: nobody has looked$/],
  [`${guided}p first R 0 g 2`, one, /^score of one coder 0, stage 2 of 3 \(p\), for 2022-01-01 to 2023-12-31$/],
  [`${guided}a delivers high 2024-02\np first R 0 g`, one, /, younger evidence: a$/],
  ['g guideline 2022-01-01\np first R +1 g', one, /score of one coder \+1 \(p\), for 2022-01-01 to no end set, interim$/],
  [`${guided}p first R 0 g\nq second R +1 g by bob`, one, /^coders disagree \(p, q\), nobody has decided; nobody has looked$/],
] as const
for (const [lines, setting, expected] of whys)
  test(`why: ${expected.source}`, () => assert.match(assess(say(lines), setting).why, expected))

test('a search for one party says nothing of another', () => {
  const standings = (lines: string) => assess(say(lines)).parties.map(({ party, standing }) => `${party} ${standing}`)
  assert.deepEqual(standings('s searched R'), ['R nothing-found', 'Z not-assessed'])
  assert.deepEqual(standings('s searched'), ['R nothing-found', 'Z nothing-found'])
  assert.equal(assess(say('s searched R'), { parties: [] }).standing, 'nothing-found')
})

test('scored says that a score decided for some party', () => {
  const scored = (lines: string) => assess(say(`${guided}${lines}`)).scored
  assert.equal(scored('p first R 0 g'), true)
  assert.equal(scored('p first R 0 g\nq second R 0 g by bob'), true)
  assert.equal(scored('p first R 0 g\nq second R +1 g by bob\nd adjudication R 0 g'), true)
  assert.equal(scored('p first R 0 g\nq second R +1 g by bob'), false)
  assert.equal(scored('a delivers high 2023'), false)
})

test('what the texts say themselves is a hint and no evidence', () => {
  const members = [
    member('aaaaaaaaaaaa-0-9', '2022-01-01'),
    member('bbbbbbbbbbbb-0-9', '2023-01-01', {}, { relation: 'reports-done' }),
    member('cccccccccccc-0-9', '2023-01-02', {}, { relation: 'reports-done', witnessOf: 'bbbbbbbbbbbb' }),
  ]
  const found = assess([], { members })
  assert.equal(found.standing, 'not-assessed')
  assert.equal(found.looked, false)
  assert.equal(found.why, 'nobody has looked; 1 later wording reports it done, not judged; worded in 2 texts')
})

const entry = {
  id: 'p/x',
  programme: 'p',
  direction: 'd',
  label: 'bridge',
  kind: 'commitment',
  force: 'agreed',
  parties: ['Z', 'R'],
  mechanisms: [],
  places: [],
} as const

test('what was done before the promise is a baseline, in no mix and no standing', () => {
  const members = [member('aaaaaaaaaaaa-0-9', '2022-06-07')]
  const found = (lines: string) => assess(say(lines), { members })
  const before = found('a delivers high 2022-05\nb restates high 2023\ns searched')
  assert.deepEqual([before.standing, before.baseline, before.mix.delivers], ['restated', ['a'], 0])
  assert.equal(found('a delivers high 2021').why, 'nobody has looked; 1 piece of evidence from before it was promised')
  assert.equal(found('a delivers high 2021').looked, false)
  for (const date of ['2022-06', '2022', '2022-06-07', '-']) assert.equal(found(`a delivers high ${date}`).standing, 'delivered')
  const declared = { entries: [{ ...entry, date: '2020-01-01' }], members, asOf: '2024-06-01', order: new Map() }
  assert.equal(standingOf({ ...about(inForce(say('a delivers high 2021')), ['n']), ...declared }).standing, 'delivered')
})

test('evidence that could not be checked decides nothing', () => {
  const [piece] = say('a delivers high 2023')
  assert.equal(assess([{ ...piece, unverified: true } as Judgement]).standing, 'unverifiable')
})

test('a deadline of an entry counts as one of a wording does; the earlier of two', () => {
  const given = { ...about(inForce([]), ['n']), members: [], asOf: '2024-06-01', order: new Map() }
  assert.equal(standingOf({ ...given, entries: [{ ...entry, due: '2023' }] }).standing, 'overdue')
  assert.equal(standingOf({ ...given, entries: [{ ...entry, due: '2023-12-31' }], due: '2025-01-01' }).standing, 'overdue')
  assert.equal(standingOf({ ...given, entries: [{ ...entry, due: '2025-12-31' }], due: '2025-01-01' }).standing, 'not-yet-due')
})

test('the mix counts every piece, low certainty too; outcome and effort are never added up', () => {
  const { mix, parties } = assess(say('a delivers low 2023 R\nb progress high 2023\nc contradicts medium 2022 Z\nd restates high'))
  assert.deepEqual(mix, { delivers: 1, progress: 1, contradicts: 1, restates: 1 })
  assert.deepEqual(parties.find(({ party }) => party === 'R')?.mix, { delivers: 1, progress: 1, contradicts: 0, restates: 1 })
})

test('a score that cannot count is said to', () => {
  const { problems, scored } = assess(say('p first R +1 g\ng guideline 2022-01-01 2023-12-31'), one)
  assert.equal(scored, false)
  assert.deepEqual(problems, ['score p does not count: its guideline g is younger: what counts is written before looking'])
})

test('bearers: the actor of an entry, else its parties, else those whom the wordings bind', () => {
  const members = [member('aaaaaaaaaaaa-0-9', '2022-01-01', { parties: ['Y'] })]
  assert.deepEqual(bearersOf({ entries: [], members }), ['Y'])
  assert.deepEqual(bearersOf({ entries: [entry], members }), ['R', 'Z'])
  assert.deepEqual(bearersOf({ entries: [{ ...entry, actor: 'Z' }], members, parties: ['R'] }), ['Z'])
  assert.deepEqual(bearersOf({ entries: [], members: [], parties: ['Z', 'R', 'Z'] }), ['R', 'Z'])
  assert.deepEqual(bearersOf({ entries: [], members: [] }), [])
  const copy = member('bbbbbbbbbbbb-0-9', '2022-01-02', { parties: ['X'] }, { witnessOf: 'aaaaaaaaaaaa' })
  const report = member('cccccccccccc-0-9', '2023-01-01', { parties: ['W'], kind: 'report' })
  assert.deepEqual(bearersOf({ entries: [], members: [...members, copy, report] }), ['Y'])
  assert.deepEqual(bearersOf({ entries: [], members: [report] }), ['W'])
})

const line = fc
  .tuple(
    fc.constantFrom('delivers', 'progress', 'contradicts', 'restates', 'searched', 'first', 'second', 'adjudication'),
    fc.constantFrom('high', 'medium', 'low'),
    fc.constantFrom('-', '2022', '2022-07', '2022-07-01', '2023-05', 'hm'),
    fc.constantFrom('', 'R', 'Z', 'R,Z'),
    fc.constantFrom('+1', '0', '-1', 'unverifiable', 'not-applicable'),
  )
  .map(([what, certainty, date, parties, value]) => {
    if (what === 'searched') return `${what} ${parties.slice(0, 1)}`
    return ['first', 'second', 'adjudication'].includes(what) ? `${what} R ${value} g` : `${what} ${certainty} ${date} ${parties}`
  })
const journals = fc
  .array(fc.tuple(line, fc.constantFrom('ann', 'bob', 'cyd')), { maxLength: 8 })
  .map((lines) =>
    say(['g guideline 2022-01-01 2022-12-31', ...lines.map(([text, by], index) => `j${index} ${text.trim()} by ${by}`)].join('\n')),
  )
const settings = fc.record({ due: fc.constantFrom(undefined, '2022-01-01', '2030-01-01') }).map(({ due }) => (due ? { due } : {}))

test('withdrawing everything leaves nothing assessed', () =>
  fc.assert(
    fc.property(journals, (journal) => {
      const all = [...journal, ...say(journal.map(({ id }) => `w${id} withdraws ${id}`).join('\n'))]
      const { standing, looked, mix } = assess(all)
      assert.deepEqual([standing, looked, mix], ['not-assessed', false, { delivers: 0, progress: 0, contradicts: 0, restates: 0 }])
    }),
  ))

test('the order of evidence and searches does not matter', () =>
  fc.assert(
    fc.property(journals, settings, fc.nat(), (journal, setting, seed) => {
      const loose = journal.filter(({ type }) => type === 'evidence' || type === 'search')
      const scores = journal.filter(({ type }) => type !== 'evidence' && type !== 'search')
      const turned = loose.map((judgement, index) => ({ judgement, key: ((index + 1) * (seed % 97)) % 89 })).sort((a, b) => a.key - b.key)
      const mixed = assess([...scores, ...turned.map(({ judgement }) => judgement)], setting)
      const plain = assess([...scores, ...loose], setting)
      assert.deepEqual([mixed.standing, mixed.by, mixed.mix], [plain.standing, plain.by, plain.mix])
    }),
  ))

test('judgements on other undertakings change nothing', () =>
  fc.assert(
    fc.property(journals, settings, journals, (journal, setting, other) => {
      const elsewhere = other.map((judgement) => ({
        ...judgement,
        id: `x${judgement.id}`,
        ...('on' in judgement && { on: 'm' }),
      })) as Judgement[]
      assert.deepEqual(assess([...elsewhere, ...journal], setting), assess(journal, setting))
    }),
  ))

test('not assessed exactly where nobody looked, nothing found only with a search or a score, delivered never by restating', () =>
  fc.assert(
    fc.property(journals, (journal) => {
      const found = assess(journal)
      if (!found.looked) assert.equal(found.standing, 'not-assessed')
      const types = new Set(journal.map(({ type }) => type))
      if (found.standing === 'nothing-found') assert.ok(types.has('search') || types.has('score'))
      if (found.standing === 'delivered' && !types.has('score')) assert.ok(found.mix.delivers > 0)
    }),
  ))
