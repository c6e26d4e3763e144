import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayNumber, daysOf, yearsAt } from '../../src/ledger/days.ts'
import type { Judgement, Of, SeriesTarget } from '../../src/ledger/nouns.ts'
import { parsePeriod } from '../../src/ledger/series/period.ts'
import { linesOf } from '../../src/ledger/series/series.ts'
import { progressOf } from '../../src/ledger/series/target.ts'
import { say } from './say.ts'

const periods = [
  ['2022', '2022-01-01', '2022-12-31', 'year'],
  ['2022-H1', '2022-01-01', '2022-06-30', 'half'],
  ['2022-H2', '2022-07-01', '2022-12-31', 'half'],
  ['2022-Q1', '2022-01-01', '2022-03-31', 'quarter'],
  ['2022-Q4', '2022-10-01', '2022-12-31', 'quarter'],
  ['2022-03', '2022-03-01', '2022-03-31', 'month'],
  ['2024-02', '2024-02-01', '2024-02-29', 'month'],
  ['2022-03-31', '2022-03-31', '2022-03-31', 'day'],
  ['2022-01..2022-12', '2022-01-01', '2022-12-31', 'year'],
  ['2022-Q1..2022-Q2', '2022-01-01', '2022-06-30', 'half'],
  ['2022-01..2022-07', '2022-01-01', '2022-07-31', '01-01..07-31'],
  ['2022-01..2022-02', '2022-01-01', '2022-02-28', '01-01..02-29'],
  ['2024-01..2024-02', '2024-01-01', '2024-02-29', '01-01..02-29'],
  ['2022-06-07..2022-06-09', '2022-06-07', '2022-06-09', '06-07..06-09'],
  ['2021-12..2022-02', '2021-12-01', '2022-02-28', '12-01..02-29+1'],
  ['2022-03-15..2022-03', '2022-03-15', '2022-03-31', '03-15..03-31'],
  ['2022-01-01..2022-06-29', '2022-01-01', '2022-06-29', '01-01..06-29'],
  ['2023-01-15..2023-02', '2023-01-15', '2023-02-28', '01-15..02-29'],
  ['2024-01-15..2024-02-28', '2024-01-15', '2024-02-28', '01-15..02-28'],
  ['2021..2023', '2021-01-01', '2023-12-31', '01-01..12-31+2'],
] as const
for (const [text, from, to, shape] of periods) test(`period ${text}`, () => assert.deepEqual(parsePeriod(text), { text, from, to, shape }))

const none = '2022, 2022-H1, 2022-Q1, 2022-03, 2022-03-31 or 2022-01..2022-07'
const noPeriods = [
  '',
  '22',
  '2022-13',
  '2022-00',
  '2022-02-29',
  '2022-Q5',
  '2022-H3',
  '2022 Khorgos',
  '2022..',
  '..2022',
  '2022..2023..2024',
  '0999',
  '٢٠٢٢',
]
for (const text of noPeriods) test(`no period: ${text}`, () => assert.equal(parsePeriod(text), `"${text}" is no period: write ${none}`))
test('a period that ends before it begins', () =>
  assert.equal(parsePeriod('2022-07..2022-01'), 'period "2022-07..2022-01" ends before it begins'))

const year = fc.integer({ min: 1000, max: 9999 }).map(String)
const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'))
const single = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, fc.constantFrom('Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2')).map((parts) => parts.join('-')),
)
test('a period covers its parts, and a range from one to another covers both', () =>
  fc.assert(
    fc.property(single, single, (a, b) => {
      const [one, other, both] = [parsePeriod(a), parsePeriod(b), parsePeriod(`${a}..${b}`)]
      assert.ok(typeof one === 'object' && typeof other === 'object')
      assert.ok(one.from <= one.to && dayNumber(one.to) - dayNumber(one.from) <= 365)
      if (typeof both === 'object') assert.deepEqual([both.from, both.to], [one.from, other.to])
      else assert.ok(other.to < one.from)
    }),
  ))
test('years are counted alike, leap years or not', () => {
  assert.equal(yearsAt('2020-12-31'), 2021)
  assert.equal(yearsAt('2021-12-31') - yearsAt('2020-12-31'), 1)
  assert.equal(yearsAt('2023-12-31'), 2024)
  assert.equal((yearsAt('2024-02-29') - 2024).toFixed(9), (60 / 366).toFixed(9))
})

test('every day of the calendar is one, and no other is', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
        const real = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) === text
        assert.equal(daysOf(text) !== undefined, real)
        const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
        if (month > 0 && month < 13) assert.equal(daysOf(text.slice(0, 7))?.last, `${text.slice(0, 7)}-${length}`)
      },
    ),
    { numRuns: 2000 },
  ))

test('no text makes reading a period or a date throw', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9QH.-]{0,14}$/)), (text) => {
      const period = parsePeriod(text)
      if (typeof period === 'object') assert.ok(daysOf(period.from)?.first === period.from && period.from <= period.to)
    }),
  ))

const trips = { id: 's', label: 'Trips over the bridge', unit: 'trips/year' }
const weekly = { id: 's', label: 'Flights between R and Z', unit: 'flights/week', measure: 'level' } as const
const observed = (lines: string) => say(lines) as Of<'observation'>[]
const asOf = '2024-06-01'

function drawn(lines: string, series = trips, day = asOf): string {
  return linesOf(series, observed(lines), day)
    .lines.map(({ scope, shape, cells }) => {
      const shown = cells.map(
        (cell) =>
          `${cell.period.text}=${cell.drawn?.value ?? '-'}${cell.disputed ? '!' : ''}${cell.values.length > 1 ? `(${cell.values.length})` : ''}`,
      )
      return `${scope && `${scope}/`}${shape}: ${shown.join(' ')}`
    })
    .join(' | ')
}

const drawings = [
  ['in order of time', 'a value 2023 5\nb value 2022 4', 'year: 2022=4 2023=5'],
  [
    'parts of a year are another line',
    'a value 2022 4\nb value 2023-01..2023-09 9\nc value 2023-Q1 1',
    '01-01..09-30: 2023-01..2023-09=9 | quarter: 2023-Q1=1 | year: 2022=4',
  ],
  ['a scope is another line', 'a value 2022 4\nb value 2022 3 - north', 'year: 2022=4 | north/year: 2022=3'],
  ['the same days written otherwise are one cell', 'a value 2022 4\nb value 2022-01..2022-12 4', 'year: 2022=4(2)'],
  ['of equally sure values the later added', 'a value 2022 4\nb value 2022 6', 'year: 2022=6!(2)'],
  ['an exact value before a rounded one that fits', 'a value 2022 15183\nb value 2022 15000 rounded', 'year: 2022=15183(2)'],
  ['a rounded one that does not fit', 'a value 2022 15183\nb value 2022 16000 rounded', 'year: 2022=15183!(2)'],
  ['just half a step from a rounded one', 'a value 2022 15500\nb value 2022 15000 rounded', 'year: 2022=15500(2)'],
  ['and with digits after the point', 'a value 2022 31.25\nb value 2022 31.2 rounded', 'year: 2022=31.25(2)'],
  ['a rounded nought', 'a value 2022 1\nb value 2022 0 rounded', 'year: 2022=1!(2)'],
  ['a bound that is kept', 'a value 2022 15183\nb value 2022 15000 at-least', 'year: 2022=15183(2)'],
  ['a bound that is not kept', 'a value 2022 15183\nb value 2022 15000 at-most', 'year: 2022=15183!(2)'],
  ['an estimate where there is nothing better', 'a value 2022 4 estimate\nb value 2022 5 unverified', 'year: 2022=4!(2)'],
  ['a rival is shown and not drawn', 'a value 2022 4\nb value 2022 5 rival', 'year: 2022=4!(2)'],
  ['a forecast is shown, not drawn, and disputes nothing', 'a value 2022 4\nb value 2022 5 forecast', 'year: 2022=4(2)'],
  ['a forecast alone', 'a value 2022 5 forecast', 'year: 2022=-'],
  ['a year that is not over', 'a value 2024 5', 'year: 2024=-'],
] as const
for (const [what, lines, expected] of drawings) test(`drawn: ${what}`, () => assert.equal(drawn(lines), expected))

test('a level is one line whatever its periods', () =>
  assert.equal(drawn('a value 2022 2\nb value 2023-10 5\nc value 2023-Q1 3', weekly), 'any: 2022=2 2023-Q1=3 2023-10=5'))

test('periods that end together stand by their beginning; a period is over on its last day', () => {
  assert.equal(drawn('a value 2022-12-31 2\nb value 2022 5\nc value 2022-H2 3', weekly), 'any: 2022=5 2022-H2=3 2022-12-31=2')
  assert.equal(drawn('a value 2022 4', trips, '2022-12-31'), 'year: 2022=4')
  assert.equal(drawn('a value 2022 4', trips, '2022-12-30'), 'year: 2022=-')
})

test('a value with no period is named and left out', () => {
  const { lines, problems } = linesOf(trips, observed('a value soon 5'), asOf)
  assert.deepEqual(lines, [])
  assert.match(problems.join('\n'), /^observation a of series s: "soon" is no period: write 2022,/)
})

const values = fc.array(
  fc.tuple(
    fc.constantFrom('2021', '2022', '2022-H1', '2023-01..2023-09', '2025'),
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom('-', 'rival', 'forecast', 'rounded', 'estimate'),
    fc.constantFrom('', 'north'),
  ),
  { maxLength: 10 },
)
const lined = values.map((rows) => observed(rows.map((row, index) => `o${index} value ${row.join(' ')}`.trim()).join('\n')))
test('no value is lost, each line holds one shape and scope, and nothing drawn is a rival, a forecast or of the future', () =>
  fc.assert(
    fc.property(lined, (observations) => {
      const { lines } = linesOf(trips, observations, asOf)
      assert.equal(lines.flatMap(({ cells }) => cells.flatMap((cell) => cell.values)).length, observations.length)
      for (const { shape, scope, cells } of lines)
        for (const { period, values: all, drawn: shown } of cells) {
          assert.equal(period.shape, shape)
          assert.ok(all.every((value) => (value.scope ?? '') === scope))
          if (shown) assert.ok(!shown.rival && shown.qualifier !== 'forecast' && period.to <= asOf)
        }
    }),
  ))

type Row = readonly [what: string, lines: string, target: Partial<SeriesTarget>, track: string, why: RegExp]
const double = { value: 20, until: '2030' }
const tracks: readonly Row[] = [
  [
    'just on the line',
    'a value 2020 10\nb value 2022 12',
    double,
    'on-track',
    /from 10 in 2020 to 12 in 2022; at this pace 20 on the day$/,
  ],
  ['a little behind', 'a value 2020 10\nb value 2022 11.9', double, 'off-track', /at this pace 19\.5 on the day$/],
  ['the wrong way', 'a value 2020 10\nb value 2022 9', double, 'off-track', /at this pace 5 on the day$/],
  ['reached before the day', 'a value 2020 10\nb value 2022 21', double, 'reached', /: 21 in 2022, reached$/],
  ['reached and lost again', 'a value 2020 10\nb value 2021 21\nc value 2022 15', double, 'on-track', /15 in 2022/],
  [
    'downwards',
    'a value 2020 40\nb value 2022 36',
    { ...double, direction: 'at-most' },
    'on-track',
    /^at most 20 trips\/year by 2030-12-31: /,
  ],
  ['downwards, too slow', 'a value 2020 40\nb value 2022 37', { ...double, direction: 'at-most' }, 'off-track', /at this pace 25/],
  ['one value', 'a value 2022 10', double, 'too-few-values', /only one of the values for periods of shape year/],
  ['no value', '', double, 'too-few-values', /no values for periods of shape year$/],
  ['parts of years say nothing of years', 'a value 2022 10\nb value 2023-01..2023-09 19', double, 'too-few-values', /only one/],
  [
    'parts of years among themselves',
    'a value 2020-Q1 10\nb value 2022-Q1 13',
    { ...double, from: '2020-Q1' },
    'on-track',
    /10 in 2020-Q1/,
  ],
  [
    'a base that has no value',
    'a value 2021 10\nb value 2022 13',
    { ...double, from: '2020' },
    'too-few-values',
    /no value for its base, 2020$/,
  ],
  [
    'a base that is not the first value',
    'a value 2019 1\nb value 2020 10\nc value 2022 12',
    { ...double, from: '2020' },
    'on-track',
    /from 10 in 2020/,
  ],
  ['values of one place are not the whole', 'a value 2020 10 - north\nb value 2022 30 - north', double, 'too-few-values', /no values/],
  [
    'a rival and a forecast do not count',
    'a value 2020 10\nb value 2022 30 rival\nc value 2023 30 forecast',
    double,
    'too-few-values',
    /only one/,
  ],
  ['no day set', 'a value 2022 10', { until: undefined } as object, 'open', /^at least 20 trips\/year: 10 in 2022, no day set$/],
  ['no day set, reached', 'a value 2022 20', { until: undefined } as object, 'reached', /reached$/],
  ['the day is over', 'a value 2022 10\nb value 2023 15', { until: '2023' }, 'past-due', /: 15 in 2023 by then$/],
  ['the day is over, reached by then', 'a value 2022 10\nb value 2023 20', { until: '2023' }, 'reached', /20 in 2023, reached$/],
  [
    'the day is over, reached later',
    'a value 2022 10\nb value 2023 20',
    { until: '2022' },
    'past-due',
    /10 in 2022 by then; reached later, 20 in 2023$/,
  ],
  ['the day is over, no value by then', 'a value 2023 10', { until: '2022' }, 'past-due', /no value by then$/],
  ['a bound that proves it', 'a value 2022 20 at-least', double, 'reached', /20 \(at-least\) in 2022/],
  ['a bound from the wrong side proves nothing', 'a value 2022 25 at-most', double, 'too-few-values', /only one/],
  [
    'the first value that reached it later is named',
    'a value 2021 10\nb value 2022 20\nc value 2023 30',
    { until: '2021' },
    'past-due',
    /reached later, 20 in 2022$/,
  ],
  ['on the day itself it is not over', 'a value 2020 10\nb value 2022 12', { until: '2024-06-01' }, 'off-track', /at this pace/],
  ['at most, reached just', 'a value 2022 20', { direction: 'at-most' }, 'reached', /^at most 20/],
  ['at most, and a bound from below proves nothing', 'a value 2022 15 at-least', { direction: 'at-most' }, 'open', /no day set$/],
  ['a day that is none', 'a value 2022 10', { until: 'soon' }, 'too-few-values', /^"soon" is no period/],
]
for (const [what, lines, target, track, why] of tracks)
  test(`target: ${what}`, () => {
    const { until, ...whole } = { type: 'target', on: 'n', series: 's', value: 20, direction: 'at-least', ...target } as SeriesTarget
    const found = progressOf({ ...whole, ...(until && { until }) }, trips, observed(lines), asOf)
    assert.equal(found.track, track, found.why)
    assert.match(found.why, why)
  })

test('the numbers behind the verdict are there', () => {
  const target = { type: 'target', on: 'n', series: 's', value: 20, direction: 'at-least', until: '2030' } as const
  const found = progressOf(target, trips, observed('a value 2020 10\nb value 2022 11'), asOf)
  assert.deepEqual(found.rests, ['a', 'b'])
  assert.equal(found.by, '2030-12-31')
  assert.equal(found.ratio?.toFixed(2), '0.50')
  assert.equal(found.pace?.toFixed(2), '0.50')
  assert.equal(found.needed?.toFixed(2), '1.00')
})

test('a base is the value of that very period, and where it met the target already there is no ratio', () => {
  const target = { type: 'target', on: 'n', series: 's', value: 20, direction: 'at-least', until: '2030', from: '2022' } as const
  const found = progressOf(target, weekly, observed('a value 2022-H1 5\nb value 2022-12-31 8\nc value 2022 25\nd value 2023 15'), asOf)
  assert.equal(found.base?.id, 'c')
  assert.deepEqual([found.track, found.ratio, found.projected?.toFixed(6)], ['off-track', undefined, '-55.000000'])
  const flat = progressOf({ ...target, direction: 'at-most' }, trips, observed('a value 2022 20\nb value 2023 21'), asOf)
  assert.deepEqual([flat.track, flat.ratio], ['off-track', undefined])
})

test('on track exactly where the straight line arrives, and more is never worse', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (base, step, more) => {
      const target = { type: 'target', on: 'n', series: 's', value: 100, direction: 'at-least', until: '2031' } as const
      const track = (latest: number) => progressOf(target, trips, observed(`a value 2021 ${base}\nb value 2023 ${latest}`), asOf)
      const one = track(base + step)
      const expected = base + step >= 100 ? 'reached' : base + step * 5 >= 100 ? 'on-track' : 'off-track'
      assert.equal(one.track, expected)
      if (one.track === 'on-track') assert.notEqual(track(base + step + more).track, 'off-track')
    }),
  ))

test('values of other shapes and scopes never change a verdict', () =>
  fc.assert(
    fc.property(lined, lined, (own, other) => {
      const target = { type: 'target', on: 'n', series: 's', value: 8, direction: 'at-least', until: '2030' } as const
      const strange = other.filter(({ period, scope }) => scope === 'north' || period.length > 4)
      const both = [...own, ...strange.map((value) => ({ ...value, id: `x${value.id}` }))] as (Judgement & Of<'observation'>)[]
      assert.deepEqual(progressOf(target, trips, both, asOf), progressOf(target, trips, own, asOf))
    }),
  ))
