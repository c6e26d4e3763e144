import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alpha } from '../../src/ledger/score/agreement.ts'
import { unitisingAlpha } from '../../src/ledger/score/unitising.ts'
import type { Span } from '../../src/model.ts'

const spans = (units: readonly (readonly [from: number, length: number])[], scale = 1): Span[] =>
  units.map(([from, length]) => ({ from: from * scale, to: (from + length) * scale }))

/** Krippendorff 1995, p. 57, pairs A and D, on a continuum of 24; the figures printed are of the limit of ever finer measure. */
const bertha = [[2, 8] as const, [14, 6] as const]
const bill = [[4, 4] as const, [15, 2] as const]
const heather = [[0, 2] as const, [2, 8] as const, [10, 4] as const, [14, 6] as const, [20, 4] as const]
const hill = [[0, 4] as const, [4, 4] as const, [8, 7] as const, [15, 2] as const, [17, 7] as const]
const FINE = 50_000

test('unitising alpha: Krippendorff 1995, A and D', () => {
  assert.equal(unitisingAlpha([spans(bertha, FINE), spans(bill, FINE)], 24 * FINE)?.toFixed(3), '0.553')
  assert.equal(unitisingAlpha([spans(heather, FINE), spans(hill, FINE)], 24 * FINE)?.toFixed(3), '0.066')
})

test('unitising alpha: Krippendorff 2004, Measuring the Reliability of Qualitative Text Analysis Data, categories c and k', () => {
  const [one, other] = [
    spans([
      [75, 70],
      [220, 30],
    ]),
    spans([
      [70, 80],
      [205, 20],
      [250, 20],
    ]),
  ]
  assert.equal(unitisingAlpha([one, other], 300)?.toFixed(2), '0.73')
  const same = spans([
    [30, 60],
    [150, 50],
  ])
  assert.equal(unitisingAlpha([same, same], 300), 1)
})

test('unitising alpha: worked by hand on the coarse continuum, two coders and three', () => {
  // expected: 2 / 24 * (units with units 1260 + units in gaps 408) / (48 * 47 - 100)
  const two = unitisingAlpha([spans(bertha), spans(bill)], 24)
  assert.equal(two?.toFixed(9), (1 - 18 / 24 ** 2 / (139 / 2156)).toFixed(9))
  // units with units 5 / 3 * 2430 = 4050, units in gaps 612; observed 4 of the 6 ordered pairs
  const three = unitisingAlpha([spans(bertha), spans(bertha), spans(bill)], 24)
  assert.equal(three?.toFixed(9), (1 - (4 * 18) / (6 * 24 ** 2) / ((2 / 24) * (4662 / (72 * 71 - 186)))).toFixed(9))
})

test('the same pair counted point by point: Krippendorff 1995, A, alpha .329', () => {
  const [one, other] = [spans(bertha), spans(bill)]
  const within = (units: readonly Span[], point: number) => Number(units.some(({ from, to }) => point >= from && point < to))
  const points = Array.from({ length: 24 }, (_, point) => [within(one, point), within(other, point)])
  assert.equal(alpha(points, 'nominal')?.toFixed(3), '0.329')
})

test('not defined without units or without a second coder', () => {
  assert.equal(unitisingAlpha([[], []], 10), undefined)
  assert.equal(unitisingAlpha([[{ from: 1, to: 3 }]], 10), undefined)
  assert.equal(unitisingAlpha([], 0), undefined)
})

/** Disjoint units, some touching, on a continuum of 60. */
const coder = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 10 }).map((cuts) => {
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(1).flatMap((to, index) => (index % 3 === 2 ? [] : [{ from: sorted[index] ?? 0, to }]))
})

test('identical coders agree fully, order does not matter, and no figure is above 1', () =>
  fc.assert(
    fc.property(fc.array(coder, { minLength: 2, maxLength: 4 }), (coders) => {
      const value = unitisingAlpha(coders, 60)
      const turned = unitisingAlpha(
        [...coders].reverse().map((units) => [...units].reverse()),
        60,
      )
      assert.ok(value === turned || Math.abs((value ?? 9) - (turned ?? 0)) < 1e-9)
      assert.ok((value ?? 0) <= 1)
      const same = coders.map(() => coders[0] ?? [])
      if ((coders[0]?.length ?? 0) > 0) assert.equal(unitisingAlpha(same, 60) ?? 1, 1)
    }),
  ))
