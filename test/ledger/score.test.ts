import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { about, inForce } from '../../src/ledger/journal.ts'
import type { Judgement, Of, Score } from '../../src/ledger/nouns.ts'
import { aggregate, type Rated, SCORE_COLUMNS, type ScoreRow, scoreRows } from '../../src/ledger/score/aggregate.ts'
import { agreementOf } from '../../src/ledger/score/agreement.ts'
import { visibleTo } from '../../src/ledger/score/blind.ts'
import { refuseScore, windowOf } from '../../src/ledger/score/guideline.ts'
import { scoresByParty } from '../../src/ledger/score/versions.ts'
import { standingOf } from '../../src/ledger/standing.ts'
import { evaluate } from './formula.ts'
import { say } from './say.ts'

function scoresOf(appended: readonly Judgement[]) {
  const journal = inForce(appended)
  const { scores, guidelines } = about(journal, ['n'])
  return scoresByParty(scores, guidelines, journal.order)
}

/** `R adjudicated 0`, one a party. */
const summary = (lines: string) =>
  scoresOf(say(lines))
    .parties.map(({ party, state, value = '-' }) => `${party} ${state} ${value}`)
    .join(', ')

const guided = 'g guideline 2022-01-01 2023-12-31\n'
const summaries = [
  ['one score per party', `${guided}p first R +1 g\nq first Z -1 g`, 'R one coder 1, Z one coder -1'],
  ['a second coder alone', `${guided}p second R +1 g`, 'R one coder 1'],
  ['two alike', `${guided}p first R 0 g\nq second R 0 g by bob`, 'R agreed 0'],
  ['two that differ', `${guided}p first R 0 g\nq second R +1 g by bob`, 'R disagreed -'],
  ['one person twice is one coder', `${guided}p first R 0 g\nq second R +1 g`, 'R one coder 0'],
  ['differ, and decided', `${guided}p first R 0 g\nq second R +1 g by bob\nd adjudication R +1 g by cyd`, 'R adjudicated 1'],
  ['decided twice', `${guided}p first R 0 g\nd adjudication R +1 g\ne adjudication R 0 g`, 'R adjudicated 0'],
  ['decision withdrawn', `${guided}p first R 0 g\nq second R +1 g by bob\nd adjudication R +1 g\nw withdraws d`, 'R disagreed -'],
  ['scored again', `${guided}p first R 0 g\nq first R +1 g`, 'R one coder 1'],
  ['scored again until they agree', `${guided}p first R 0 g\nq second R +1 g by bob\nr first R +1 g`, 'R agreed 1'],
  [
    'a later guideline opens a new assessment',
    `${guided}p first R +1 g\nh guideline 2024-01-01 2024-12-31\nq first R 0 h`,
    'R one coder 0',
  ],
  ['a later guideline without a score does not', `${guided}p first R +1 g\nh guideline 2024-01-01 2024-12-31`, 'R one coder 1'],
  [
    'coders under different guidelines are not compared',
    `${guided}h guideline 2024-01-01\np first R 0 g\nq second R +1 h by bob`,
    'R one coder 1',
  ],
] as const
for (const [what, lines, expected] of summaries) test(`scores: ${what}`, () => assert.equal(summary(lines), expected))

test('every score is a version, with what it takes the place of', () => {
  const { parties } = scoresOf(
    say(`${guided}p first R 0 g 1\nq second R 0 g 1 by bob\nr first R 0 g 2\ns first R +1 g by cyd\nt first R 0 g`),
  )
  assert.deepEqual(
    parties[0]?.versions.map(({ id, replaces, counts }) => `${id} ${replaces ?? '-'} ${counts}`),
    ['p - false', 'q - true', 'r p false', 's - false', 't r true'],
  )
})

test('a stage counts where coders agree on it', () => {
  const stage = (lines: string) => scoresOf(say(`${guided}${lines}`)).parties[0]?.stage
  assert.equal(stage('p first R 0 g 1\nq second R 0 g 1 by bob'), 1)
  assert.equal(stage('p first R 0 g 1\nq second R 0 g 2 by bob'), undefined)
  assert.equal(stage('p first R 0 g 1\nq second R 0 g 2 by bob\nd adjudication R 0 g 2'), 2)
})

test('a score is interim until its window is over', () => {
  const interim = (window: string) => scoresOf(say(`g guideline ${window}\np first R 0 g`)).parties[0]?.interim
  assert.equal(interim('2022-01-01 2023-12-31'), false)
  assert.equal(interim('2022-01-01 2024-01-01'), true)
  assert.equal(interim('2022-01-01'), true)
  const [guideline, first, second] = say('g guideline 2022-01-01 2023-12-31\np first R 0 g\nq second R 0 g by bob')
  const early = { ...first, at: '2023-12-31T23:59:59.999Z' } as Judgement
  assert.equal(scoresOf([guideline, early, second] as Judgement[]).parties[0]?.interim, true)
})

const refusals = [
  ['g guideline 2022-01-01', { guideline: 'h' }, 'no guideline h in the journal: write what counts before you look'],
  ['g guideline 2022-01-01\nw withdraws g', {}, 'guideline g was withdrawn by w: score under one that is in force'],
  ['g guideline 2022-01-01 on other', {}, 'guideline g is of another undertaking (other)'],
  ['g guideline 2022-01-01 2023-01-01 Z,Y', {}, 'guideline g does not cover R: it is for Z, Y'],
  [guided, { value: 2 }, 'a score is 1, 0, -1, not-applicable or unverifiable, not 2'],
  [guided, { value: 'done' }, 'a score is 1, 0, -1, not-applicable or unverifiable, not "done"'],
  [guided, { stage: 4 }, 'a stage is 0, 1, 2 or 3, not 4'],
  [guided, { value: 'unverifiable', stage: 0 }, 'unverifiable has no stage'],
  [`${guided}p first R 0 g`, { role: 'second' }, 'ann is the first coder of R under g: the second must be somebody else'],
  [`${guided}p second R 0 g`, { role: 'first' }, 'ann is the second coder of R under g: the first must be somebody else'],
  [guided, { role: 'adjudication' }, 'nothing to decide for R under g: there is no first score'],
  [`${guided}p first R 0 g`, { role: 'adjudication' }, 'nothing to decide for R under g: there is no second score'],
  [guided, {}, undefined],
  [`${guided}p first R 0 g`, {}, undefined],
  [`${guided}p first Z 0 g`, { role: 'second' }, undefined],
  [`${guided}p first R 0 g by bob`, { role: 'second' }, undefined],
  [`${guided}p first R 0 g by bob\nq second R 0 g by cyd`, { role: 'adjudication' }, undefined],
] as const
for (const [lines, fields, expected] of refusals)
  test(`${expected ? 'refused' : 'allowed'}: ${JSON.stringify(fields)} after ${JSON.stringify(lines)}`, () => {
    const { judgements, withdrawn } = inForce(say(lines))
    const score = { type: 'score', on: 'n', party: 'R', guideline: 'g', value: 0, role: 'first', ...fields } as Score
    const guidelines = judgements.filter((one): one is Of<'guideline'> => one.type === 'guideline')
    const scores = judgements.filter((one): one is Of<'score'> => one.type === 'score')
    assert.equal(refuseScore(score, { by: 'ann', nodes: new Set(['n']), guidelines, scores, withdrawn }), expected)
  })

const windows = [
  [{ uttered: '2022-06-07', due: '2023-12-31', meeting: '2023-06-01', end: '2025-01-01' }, '2023-12-31', 'deadline'],
  [{ uttered: '2022-06-07', meeting: '2023-06-01', end: '2025-01-01' }, '2023-06-01', 'meeting'],
  [{ uttered: '2022-06-07', end: '2025-01-01' }, '2025-01-01', 'given'],
  [{ uttered: '2022-06-07' }, undefined, 'open'],
] as const
for (const [given, to, endBy] of windows)
  test(`window: ${endBy}`, () => assert.deepEqual(windowOf(given), { window: { from: '2022-06-08', ...(to && { to }) }, endBy }))
test('a window opens on the day after, over the end of a month and of a leap February', () => {
  assert.equal(windowOf({ uttered: '2024-02-29' }).window.from, '2024-03-01')
  assert.equal(windowOf({ uttered: '2023-12-31' }).window.from, '2024-01-01')
})

const seen = (coder: string, role: Score['role'], lines: string) =>
  visibleTo(coder, role, say(lines))
    .map(({ id }) => id)
    .join(' ')
const blind = [
  ['bob', 'second', 'g p is hidden', `${guided}e delivers\np first R 0 g`, 'g e'],
  [
    'bob',
    'second',
    'other parties and guidelines too',
    `${guided}p first R 0 g\nq first Z 0 g\nh guideline 2024-01-01\nr first R 0 h`,
    'g h',
  ],
  ['ann', 'first', 'own scores are seen', `${guided}p first R 0 g\nq second R 0 g by bob`, 'g p q'],
  ['bob', 'second', 'after one has scored, others are seen', `${guided}p first R 0 g\nq second R 0 g by bob\nr first Z 0 g`, 'g p q'],
  [
    'bob',
    'second',
    'having taken back one’s score, they are hidden again',
    `${guided}p first R 0 g\nq second R 0 g by bob\nw withdraws q by bob`,
    'g q w',
  ],
  ['bob', 'second', 'what was said in taking back a hidden score', `${guided}p first R 0 g\nw withdraws p\nv withdraws w`, 'g'],
  ['cyd', 'adjudication', 'whoever decides sees all', `${guided}p first R 0 g\nq second R +1 g by bob`, 'g p q'],
] as const
for (const [coder, role, what, lines, expected] of blind) test(`blind: ${what}`, () => assert.equal(seen(coder, role, lines), expected))

const entered = fc.array(
  fc.tuple(
    fc.constantFrom('R', 'Z'),
    fc.constantFrom('+1', '0', '-1', 'not-applicable', 'unverifiable'),
    fc.constantFrom('first', 'second'),
    fc.constantFrom('ann', 'bob'),
  ),
  { maxLength: 8 },
)
const journals = entered.map((rows) =>
  say(`${guided}${rows.map(([party, value, role, by], index) => `j${index} ${role} ${party} ${value} g by ${by}`).join('\n')}`),
)

test('what a coder is shown does not depend on the scores that are hidden', () =>
  fc.assert(
    fc.property(journals, (journal) => {
      const turned = journal.map((one) =>
        one.type === 'score' && one.by === 'ann' ? ({ ...one, value: 'unverifiable' } as Judgement) : one,
      )
      const own = new Set(journal.flatMap((one) => (one.type === 'score' && one.by === 'bob' ? [one.party] : [])))
      const shown = (all: readonly Judgement[]) =>
        visibleTo('bob', 'second', all).filter((one) => one.type !== 'score' || !own.has(one.party))
      assert.deepEqual(shown(turned), shown(journal))
    }),
  ))

test('agreement is of the oldest versions of two coders, as they were blind', () => {
  const lines = ['R', 'Z', 'X'].flatMap((party, index) => [
    `a${index} first ${party} ${index - 1} g`,
    `b${index} second ${party} ${index === 2 ? 0 : index - 1} g by bob`,
  ])
  const { pairs, same, numbers, kappaLinear } = agreementOf(scoresOf(say(`${guided}${lines.join('\n')}\nc first X 0 g`)).parties)
  assert.deepEqual([pairs, same, numbers], [3, 2, 3])
  // rows -1, 0, 1; columns -1, 0, 0: observed 1 of 3; expected (0+1+1 + 1+0+0 + 2+1+1) / 9 = 7 / 9
  assert.equal(kappaLinear?.toFixed(6), (1 - 1 / 3 / (7 / 9)).toFixed(6))
  const of = (more: string) => agreementOf(scoresOf(say(`${guided}${more}`)).parties)
  assert.equal(of('p first R 0 g').pairs, 0)
  assert.equal(of('p second R 0 g').pairs, 0)
  assert.equal(of('p first R 0 g\nq second R 0 g').pairs, 0)
  assert.equal(of('p first R 0 g\nq second R +1 g by bob\nr second R 0 g by bob').same, 0)
  assert.equal(of('p first R 0 g\nx first R 0 g by cyd\nq second R +1 g by bob').same, 0)
  const mixed = of('p first R 0 g\nq second R unverifiable g by bob\nr first Z unverifiable g\ns second Z unverifiable g by bob')
  assert.deepEqual([mixed.pairs, mixed.same, mixed.numbers, mixed.kappaLinear], [2, 1, 0, undefined])
  // values 0 once, unverifiable three times: observed 1 / 2, expected 6 / 12
  assert.equal(mixed.alphaNominal, 0)
  assert.deepEqual(agreementOf([]), { pairs: 0, same: 0, numbers: 0 })
})

function rated(id: string, journalLines: string, direction = 'trade', first = '2022-06-07'): Rated {
  const journal = inForce(say(journalLines))
  const dossier = about(journal, ['n'])
  const assessment = standingOf({ ...dossier, entries: [], members: [], parties: ['R', 'Z'], asOf: '2024-06-01', order: journal.order })
  const { parties } = scoresByParty(dossier.scores, dossier.guidelines, journal.order)
  return { id, label: `Bridge, "${id}"`, direction, first, assessment, scores: parties }
}

const table = [
  rated('u1', `${guided}p first R +1 g 3\nq second R +1 g 3 by bob\nr first Z 0 g`),
  rated('u2', `${guided}p first R -1 g\nr first Z not-applicable g`, 'health', '2023-01-01'),
  rated('u3', 'a delivers high 2023 R', 'health'),
  rated('u4', `${guided}p first R 0 g\nq second R +1 g by bob`),
]

test('the table has a line for each party, scored or not', () => {
  const lines = scoreRows(table).map((row) => SCORE_COLUMNS.map((column) => row[column]).join(';'))
  assert.deepEqual(lines, [
    'u1;Bridge, "u1";trade;2022;R;1;3;delivered;agreed;g;2022-01-01;2023-12-31;2',
    'u1;Bridge, "u1";trade;2022;Z;0;;progress;one coder;g;2022-01-01;2023-12-31;1',
    'u2;Bridge, "u2";health;2023;R;-1;;nothing-found;one coder;g;2022-01-01;2023-12-31;1',
    'u2;Bridge, "u2";health;2023;Z;;;not-applicable;one coder;g;2022-01-01;2023-12-31;1',
    'u3;Bridge, "u3";health;2022;R;;;delivered;evidence;;;;0',
    'u3;Bridge, "u3";health;2022;Z;;;not-assessed;nothing;;;;0',
    'u4;Bridge, "u4";trade;2022;R;;;not-assessed;nothing;g;2022-01-01;2023-12-31;2',
    'u4;Bridge, "u4";trade;2022;Z;;;not-assessed;nothing;;;;0',
  ])
})

test('aggregates show n and the share assessed, and only scored lines enter the mean', () => {
  const rows = scoreRows(table)
  const [all] = aggregate(rows, 'all')
  assert.deepEqual([all?.lines, all?.applicable, all?.n, all?.share, all?.mean, all?.percent], [8, 7, 3, 3 / 7, 0, 50])
  assert.deepEqual(
    aggregate(rows, 'party').map(({ key, n, applicable, percent }) => [key, n, applicable, percent]),
    [
      ['R', 2, 4, 50],
      ['Z', 1, 3, 50],
    ],
  )
  assert.deepEqual(
    aggregate(rows, 'direction').map(({ key, n, percent }) => [key, n, percent]),
    [
      ['health', 1, 0],
      ['trade', 2, 75],
    ],
  )
  assert.deepEqual(aggregate([], 'year'), [])
  assert.deepEqual(aggregate([], 'all'), [{ key: 'all', lines: 0, applicable: 0, n: 0, states: {} }])
})

/** The formulas as the documentation prints them. */
const documented = new Map(
  [...readFileSync('docs/scoring.md', 'utf8').matchAll(/^ {4}(\w+) +=(.+)$/gm)].map(([, name = '', formula = '']) => [name, formula]),
)

test('the documentation prints the columns in their order, and a formula for each figure', () => {
  const columns = SCORE_COLUMNS.map((column) => `| ${column} `).join('')
  assert.ok(readFileSync('docs/scoring.md', 'utf8').includes(`\n${columns}|\n`))
  assert.deepEqual([...documented.keys()], ['n', 'share', 'mean', 'percent'])
})

const cells = (rows: readonly ScoreRow[]) => rows.map((row) => SCORE_COLUMNS.map((column) => row[column]))
const letters = { party: 'E', direction: 'C', year: 'D' } as const

function sameFigures(rows: readonly ScoreRow[]): void {
  for (const by of ['party', 'direction', 'year'] as const)
    for (const group of aggregate(rows, by))
      for (const [name, formula] of documented) {
        const asked = formula.replaceAll('scores!E:E', `scores!${letters[by]}:${letters[by]}`).replaceAll('"R"', `"${group.key}"`)
        const figure = group[name as 'n' | 'share' | 'mean' | 'percent']
        const computed = evaluate(asked, cells(rows))
        const same = figure === undefined ? !Number.isFinite(computed) : Math.abs(computed - figure) < 1e-9
        assert.ok(same, `${by} ${group.key} ${name}: ${computed} is not ${figure}`)
      }
}

test('the spreadsheet formulas of the documentation give the same figures', () => sameFigures(scoreRows(table)))

const row = fc.record({
  undertaking: fc.constantFrom('u1', 'u2'),
  label: fc.constant('Bridge'),
  direction: fc.constantFrom('trade', 'health'),
  year: fc.constantFrom('2022', '2023'),
  party: fc.constantFrom('R', 'Z'),
  score: fc.constantFrom(1 as const, 0 as const, -1 as const, '' as const),
  stage: fc.constantFrom(0 as const, '' as const),
  state: fc.constantFrom('delivered' as const, 'progress' as const, 'not-assessed' as const, 'not-applicable' as const),
  basis: fc.constant('one coder'),
  guideline: fc.constant('g'),
  from: fc.constant('2022-01-01'),
  to: fc.constant(''),
  coders: fc.integer({ min: 0, max: 3 }),
})
test('and do so for any table', () => fc.assert(fc.property(fc.array(row, { maxLength: 12 }), sameFigures)))
