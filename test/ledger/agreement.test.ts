import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alpha, kappa } from '../../src/ledger/score/agreement.ts'

/** Pairs of category numbers from a table of counts: rows one coder, columns the other. */
const pairsOf = (table: readonly (readonly number[])[]): [number, number][] =>
  table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, (): [number, number] => [a, b])))

type Weights = Parameters<typeof kappa>[2]

interface Example {
  readonly source: string
  readonly table: readonly (readonly number[])[]
  readonly weights: Weights
  readonly printed: number
  /** Digits after the point that the source prints. */
  readonly digits: number
}

const couples = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
]
const diagnoses = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]
const kappas: readonly Example[] = [
  { source: 'Cohen 1968, table 1, unweighted', table: diagnoses, weights: 'none', printed: 0.492, digits: 3 },
  {
    source: 'Cohen 1968, table 1, weights of disagreement 1, 3, 6',
    table: diagnoses,
    weights: [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ],
    printed: 0.348,
    digits: 3,
  },
  { source: 'Hout, Duncan & Sobel 1987 (R package vcd, Kappa), unweighted', table: couples, weights: 'none', printed: 0.1293, digits: 4 },
  { source: 'the same, equal spacing', table: couples, weights: 'linear', printed: 0.2374, digits: 4 },
  {
    source: 'Gwet, abstractors (R package irrCAC, cont3x3abstractors)',
    table: [
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ],
    weights: 'quadratic',
    printed: 0.8922,
    digits: 4,
  },
]

for (const { source, table, weights, printed, digits } of kappas)
  test(`kappa: ${source}`, () => {
    const value = kappa(pairsOf(table), [0, 1, 2, 3], weights)
    assert.equal(value?.toFixed(digits), printed.toFixed(digits))
  })

/** Krippendorff 2011, sections C to E: four coders, twelve units, a point where a coder gave nothing. */
const coders = ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .']
const rows = coders.map((line) => line.split(' ').map((value) => (value === '.' ? undefined : Number(value))))
const units = Array.from({ length: 12 }, (_, unit) => rows.map((row) => row[unit]))

for (const [metric, printed] of [
  ['nominal', '0.743'],
  ['ordinal', '0.815'],
  ['interval', '0.849'],
] as const)
  test(`alpha: Krippendorff 2011, four coders, ${metric}`, () => assert.equal(alpha(units, metric)?.toFixed(3), printed))

test('alpha: Krippendorff 2011, section A, two coders, binary (coincidences 10, 4, 4, 2)', () => {
  const [one = '', other = ''] = ['0100000000', '1110010010']
  const binary = [...one].map((value, unit) => [Number(value), Number(other[unit])])
  assert.equal(alpha(binary, 'nominal')?.toFixed(3), '0.095')
})

test('alpha: Gwet 2014, 3 by 3 table of 100, nominal', () => {
  const table = [
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ]
  assert.equal(alpha(pairsOf(table), 'nominal')?.toFixed(4), '0.6769')
  assert.equal(kappa(pairsOf(table), [0, 1, 2], 'none')?.toFixed(4), '0.6765')
})

test('neither is defined where nothing varies or nothing is paired', () => {
  assert.equal(kappa([], [0, 1], 'none'), undefined)
  assert.equal(kappa(pairsOf([[4]]), [0], 'linear'), undefined)
  assert.equal(alpha([], 'nominal'), undefined)
  assert.equal(alpha([[1], [2, undefined]], 'ordinal'), undefined)
  assert.equal(
    alpha(
      [
        [2, 2],
        [2, 2],
      ],
      'interval',
    ),
    undefined,
  )
})

test('pairs outside the categories are left out, and a cell that the table of weights lacks weighs nothing', () => {
  const pairs = pairsOf(couples)
  assert.equal(kappa([...pairs, [0, 9], [9, 9], [9, 1]], [0, 1, 2, 3], 'linear'), kappa(pairs, [0, 1, 2, 3], 'linear'))
  const short = [[0, 1], [1]]
  assert.equal(
    kappa(
      pairsOf([
        [2, 1],
        [1, 2],
      ]),
      [0, 1],
      short,
    ),
    kappa(
      pairsOf([
        [2, 1],
        [1, 2],
      ]),
      [0, 1],
      [
        [0, 1],
        [1, 0],
      ],
    ),
  )
})

const value = fc.integer({ min: -1, max: 1 })
const metric = fc.constantFrom('nominal' as const, 'ordinal' as const, 'interval' as const)

test('alpha and kappa of identical coders are 1', () =>
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), fc.integer({ min: 2, max: 4 }), metric, (given, many, measure) => {
      fc.pre(new Set(given).size > 1)
      assert.equal(
        alpha(
          given.map((one) => Array.from({ length: many }, () => one)),
          measure,
        ),
        1,
      )
      for (const weights of ['none', 'linear', 'quadratic'] as const)
        assert.equal(
          kappa(
            given.map((one) => [one, one] as const),
            [-1, 0, 1],
            weights,
          ),
          1,
        )
    }),
  ))

test('alpha depends neither on who coded nor on the order of units, nor on units that one coder alone saw', () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.option(value, { nil: undefined }), { maxLength: 4 }), { maxLength: 15 }), metric, (given, measure) => {
      const turned = [...given].reverse().map((unit) => [...unit].reverse())
      const near = (a?: number, b?: number) => assert.ok(a === b || Math.abs((a ?? 9) - (b ?? 0)) < 1e-12, `${a} ${b}`)
      near(alpha(turned, measure), alpha(given, measure))
      near(alpha([...given, [1], [undefined, -1]], measure), alpha(given, measure))
      assert.ok((alpha(given, measure) ?? 0) <= 1)
    }),
  ))

test('kappa is symmetric and never above 1', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 30 }), fc.constantFrom('none', 'linear', 'quadratic'), (pairs, weights) => {
      const one = kappa(pairs, [-1, 0, 1], weights as Weights)
      const other = kappa(
        pairs.map(([a, b]) => [b, a] as const),
        [-1, 0, 1],
        weights as Weights,
      )
      assert.ok((one === undefined && other === undefined) || Math.abs((one ?? 0) - (other ?? 0)) < 1e-12)
      assert.ok((one ?? 0) <= 1)
    }),
  ))
