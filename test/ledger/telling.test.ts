import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Of, Shows, Standing } from '../../src/ledger/nouns.ts'
import { standingSince, tellingOf } from '../../src/ledger/telling.ts'

type Piece = readonly [shows: Shows, date: string, certainty?: 'high' | 'medium' | 'low', unverified?: boolean]

const pieces = (given: readonly Piece[]): Of<'evidence'>[] =>
  given.map(([shows, date, certainty = 'high', unverified = false], i) => ({
    type: 'evidence',
    on: 'x',
    id: String(i),
    by: 'tester',
    at: '2031-01-01T00:00:00.000Z',
    shows,
    date,
    certainty,
    ...(unverified && { unverified }),
  })) as unknown as Of<'evidence'>[]

const cases: readonly (readonly [what: string, standing: Standing, given: readonly Piece[], told: string | undefined])[] = [
  ['nothing', 'not-assessed', [], undefined],
  [
    'what delivers, though a promise came later',
    'delivered',
    [
      ['delivers', '2030-02-01'],
      ['restates', '2031-02-01'],
    ],
    '0',
  ],
  [
    'what delivers, though a later piece contradicts',
    'delivered',
    [
      ['delivers', '2030-02-01'],
      ['contradicts', '2030-05-01'],
    ],
    '0',
  ],
  [
    'the latest step of what is under way',
    'progress',
    [
      ['progress', '2030-02-01'],
      ['delivers', '2030-03-01'],
      ['contradicts', '2031'],
    ],
    '1',
  ],
  [
    'what contradicts',
    'contradicted',
    [
      ['contradicts', '2030-02-01'],
      ['progress', '2031-02-01'],
    ],
    '0',
  ],
  [
    'the promise made again',
    'restated',
    [
      ['restates', '2030-02-01'],
      ['restates', '2031-02-01'],
    ],
    '1',
  ],
  [
    'what is sure before what is not',
    'progress',
    [
      ['contradicts', '2030-02-01'],
      ['progress', '2031-02-01', 'low'],
    ],
    '0',
  ],
  [
    'what was checked before what was not',
    'delivered',
    [
      ['delivers', '2030-02-01'],
      ['delivers', '2031-02-01', 'high', true],
    ],
    '0',
  ],
  [
    'the surest of one day',
    'delivered',
    [
      ['delivers', '2030-02-01'],
      ['delivers', '2030-02-01', 'medium'],
    ],
    '0',
  ],
  [
    'the latest deed where nothing speaks for the standing',
    'not-yet-due',
    [
      ['progress', '2030-02-01'],
      ['restates', '2031-02-01'],
    ],
    '0',
  ],
  ['nothing from before it was promised', 'delivered', [['delivers', '2028-02-01']], undefined],
]
for (const [what, standing, given, told] of cases)
  test(`telling evidence: ${what}`, () => assert.equal(tellingOf(standing, pieces(given), '2029-01-01')?.id, told))

test('since when: the first day of the last unbroken stretch, and no day where it always stood so', () => {
  const on = (turns: readonly (readonly [day: string, standing: Standing])[]) => (day: string) =>
    turns.findLast(([from]) => from <= day)?.[1] ?? 'not-assessed'
  const days = ['2030-03', '2031-05-04', undefined, '2032', 'some day']
  const moved = on([
    ['2030-03-01', 'progress'],
    ['2031-05-04', 'delivered'],
    ['2032-01-01', 'progress'],
  ])
  assert.equal(standingSince('2033-01-01', days, moved), '2032-01-01')
  assert.equal(standingSince('2031-12-31', days, moved), '2031-05-04')
  assert.equal(standingSince('2031-01-01', days, moved), '2030-03-01')
  assert.equal(standingSince('2029-01-01', days, moved), undefined)
  assert.equal(
    standingSince('2033-01-01', days, () => 'nothing-found'),
    undefined,
  )
  assert.equal(standingSince('2033-01-01', [], moved), undefined)
})
