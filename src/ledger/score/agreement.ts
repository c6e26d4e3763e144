import type { Of } from '../nouns.ts'
import type { PartyScore } from './versions.ts'

/**
 * Cohen's kappa of two coders, with weights of disagreement: 1 - observed / expected (Cohen 1960, 1968). `linear` weighs by the distance of two
 * categories in the order given (Cicchetti & Allison 1971), `quadratic` by its square (Fleiss & Cohen 1973); a table gives weights of one's own, 0 for agreement.
 * Nothing where it is not defined: no pairs, or both coders used one and the same category throughout.
 */
export function kappa<T>(
  pairs: readonly (readonly [T, T])[],
  categories: readonly T[],
  weights: 'none' | 'linear' | 'quadratic' | readonly (readonly number[])[],
): number | undefined {
  const place = new Map(categories.map((category, index) => [category, index]))
  const coded = pairs.flatMap(([a, b]) => {
    const [one, other] = [place.get(a), place.get(b)]
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
  const weigh = (a: number, b: number): number => {
    if (weights === 'none') return a === b ? 0 : 1
    if (weights === 'linear') return Math.abs(a - b)
    return weights === 'quadratic' ? (a - b) ** 2 : (weights[a]?.[b] ?? 0)
  }
  const rows = tally(coded.map(([a]) => a))
  const columns = tally(coded.map(([, b]) => b))
  const observed = sum(coded.map(([a, b]) => weigh(a, b)))
  const expected = sum([...rows].flatMap(([a, many]) => [...columns].map(([b, more]) => weigh(a, b) * many * more))) / coded.length
  return expected > 0 ? 1 - observed / expected : undefined
}

/** How far apart two values are. */
type Distance = (a: number, b: number) => number

/**
 * Krippendorff's alpha: any number of coders, missing values allowed (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"). A unit is
 * the values given to it, one for each coder who gave one. Nothing where it is not defined: no unit with two values, or one value throughout.
 */
export function alpha(units: readonly (readonly (number | undefined)[])[], metric: 'nominal' | 'ordinal' | 'interval'): number | undefined {
  const paired = units.map((unit) => unit.filter((value) => value !== undefined)).filter((unit) => unit.length > 1)
  const totals = tally(paired.flat())
  const many = sum([...totals.values()])
  const distance = distanceOf(metric, totals)
  const observed = sum(paired.map((unit) => apart(tally(unit), distance) / (unit.length - 1))) / many
  const expected = apart(totals, distance) / (many * (many - 1))
  return expected > 0 ? 1 - observed / expected : undefined
}

/** Sum of the distances of all ordered pairs of values, each value as often as it was given. */
function apart(counts: ReadonlyMap<number, number>, distance: Distance): number {
  return sum([...counts].flatMap(([a, many]) => [...counts].map(([b, more]) => many * more * distance(a, b))))
}

function distanceOf(metric: 'nominal' | 'ordinal' | 'interval', totals: ReadonlyMap<number, number>): Distance {
  if (metric === 'nominal') return (a, b) => (a === b ? 0 : 1)
  if (metric === 'interval') return (a, b) => (a - b) ** 2
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    const between = sum([...totals].map(([value, many]) => (value < low || value > high ? 0 : many)))
    return a === b ? 0 : (between - ((totals.get(a) ?? 0) + (totals.get(b) ?? 0)) / 2) ** 2
  }
}

function tally(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** How well two blind coders agree, over the parties that both scored. */
export interface Agreement {
  /** Parties that two coders scored under one guideline, and how many of them alike. */
  readonly pairs: number
  readonly same: number
  /** Pairs in which both gave a number; the figures below are of these. */
  readonly numbers: number
  readonly kappaLinear?: number
  readonly kappaQuadratic?: number
  readonly alphaOrdinal?: number
  /** Of all pairs, "not applicable" and "unverifiable" as values of their own. */
  readonly alphaNominal?: number
}

/**
 * Agreement of first and second coders. Each coder's oldest version in force counts: a later one may have been given in sight of the other's.
 */
export function agreementOf(scores: readonly PartyScore[]): Agreement {
  const pairs = scores.flatMap(({ versions }) => blindPairs(versions))
  const numbers = pairs.flatMap(([a, b]) => (typeof a === 'number' && typeof b === 'number' ? [[a, b] as const] : []))
  const all = [-1, 0, 1, 'not-applicable', 'unverifiable']
  const named = {
    kappaLinear: kappa(numbers, [-1, 0, 1], 'linear'),
    kappaQuadratic: kappa(numbers, [-1, 0, 1], 'quadratic'),
    alphaOrdinal: alpha(numbers, 'ordinal'),
    alphaNominal: alpha(
      pairs.map((pair) => pair.map((value) => all.indexOf(value))),
      'nominal',
    ),
  }
  const defined = Object.fromEntries(Object.entries(named).filter(([, figure]) => figure !== undefined))
  return { pairs: pairs.length, same: pairs.filter(([a, b]) => a === b).length, numbers: numbers.length, ...defined }
}

function blindPairs(versions: readonly Of<'score'>[]): (readonly [Of<'score'>['value'], Of<'score'>['value']])[] {
  return [...new Set(versions.map(({ guideline }) => guideline))].flatMap((guideline) => {
    const under = versions.filter((version) => version.guideline === guideline)
    const first = under.find(({ role }) => role === 'first')
    const second = under.find(({ role, by }) => role === 'second' && by !== first?.by)
    return first && second ? [[first.value, second.value] as const] : []
  })
}
