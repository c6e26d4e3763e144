import { compare } from '../days.ts'
import type { Of, SeriesDeclared } from '../nouns.ts'
import { type Period, parsePeriod } from './period.ts'

/** All that is known of one scope in one period. */
export interface Cell {
  readonly period: Period
  /** Empty: the whole series. */
  readonly scope: string
  /** The value that the series is drawn with; absent where all values are forecasts, rivals, or of a period that is not over. */
  readonly drawn?: Of<'observation'>
  /** Every value, in order of appending, each with its source. */
  readonly values: readonly Of<'observation'>[]
  /** Some other value, forecasts apart, cannot be squared with the one drawn. */
  readonly disputed: boolean
}

/** Values that may be compared: one scope and, for a flow, periods of one shape. In order of time. */
export interface Line {
  readonly scope: string
  /** `any` for a level. */
  readonly shape: string
  readonly cells: readonly Cell[]
}

/** From the surest. A forecast is never drawn. */
const SUREST = ['exact', 'rounded', 'derived', 'at-least', 'at-most', 'estimate', 'unverified']

/** The lines of a series as known on a day, by scope, then shape. `problems`: one line for each value whose period cannot be read. */
export function linesOf(
  series: SeriesDeclared['series'],
  observations: readonly Of<'observation'>[],
  asOf: string,
): { lines: readonly Line[]; problems: readonly string[] } {
  const problems: string[] = []
  const cells = new Map<string, { period: Period; scope: string; values: Of<'observation'>[] }>()
  for (const value of observations) {
    const period = parsePeriod(value.period)
    if (typeof period === 'string') {
      problems.push(`observation ${value.id} of series ${series.id}: ${period}`)
      continue
    }
    const scope = value.scope ?? ''
    const key = `${period.from} ${period.to} ${scope}`
    const cell = cells.get(key) ?? { period, scope, values: [] }
    cell.values.push(value)
    cells.set(key, cell)
  }
  const lines = new Map<string, { scope: string; shape: string; cells: Cell[] }>()
  for (const { period, scope, values } of cells.values()) {
    const shape = series.measure === 'level' ? 'any' : period.shape
    const key = `${scope}\n${shape}`
    const line = lines.get(key) ?? { scope, shape, cells: [] }
    line.cells.push(cellOf(period, scope, values, asOf))
    lines.set(key, line)
  }
  for (const line of lines.values()) line.cells.sort((a, b) => compare(a.period.to, b.period.to) || compare(a.period.from, b.period.from))
  return { lines: [...lines.values()].sort((a, b) => compare(a.scope, b.scope) || compare(a.shape, b.shape)), problems }
}

function cellOf(period: Period, scope: string, values: readonly Of<'observation'>[], asOf: string): Cell {
  const rank = ({ qualifier }: Of<'observation'>) => SUREST.indexOf(qualifier ?? 'exact')
  const drawable = period.to > asOf ? [] : values.filter((value) => !value.rival && value.qualifier !== 'forecast')
  // of equally sure ones the latest appended, as a correction is
  const drawn = drawable.reduce<Of<'observation'> | undefined>(
    (best, value) => (best && rank(best) < rank(value) ? best : value),
    undefined,
  )
  const disputed = drawn !== undefined && values.some((value) => value.qualifier !== 'forecast' && !agree(drawn, value))
  return { period, scope, ...(drawn && { drawn }), values, disputed }
}

/** Whether two values can both be right: equal, or one is a bound or a rounding that the other keeps to. */
function agree(a: Of<'observation'>, b: Of<'observation'>): boolean {
  return a.value === b.value || keepsTo(a, b) || keepsTo(b, a)
}

function keepsTo(value: Of<'observation'>, bound: Of<'observation'>): boolean {
  if (bound.qualifier === 'at-least') return value.value >= bound.value
  if (bound.qualifier === 'at-most') return value.value <= bound.value
  return bound.qualifier === 'rounded' && Math.abs(value.value - bound.value) <= (unitOf(bound.value) / 2) * (1 + 1e-9)
}

/** What the last digit that is not a zero counts: 100 for 15,200; 0.1 for 31.2. */
function unitOf(value: number): number {
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  return 10 ** (Number(exponent) - (digits.split('.')[1] ?? '').length)
}
