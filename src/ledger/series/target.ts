import { yearsAt } from '../days.ts'
import type { Of, SeriesDeclared, SeriesTarget } from '../nouns.ts'
import { parsePeriod } from './period.ts'
import { type Cell, type Line, linesOf } from './series.ts'

/**
 * How a series stands to a target. `open`: not reached and no day set. `past-due`: the day is over and the target was not reached by then.
 */
export type Track = 'reached' | 'on-track' | 'off-track' | 'too-few-values' | 'past-due' | 'open'

/** Where a series stands on the way to a target, with the numbers behind the verdict. */
export interface Progress {
  readonly track: Track
  /** One line for people. */
  readonly why: string
  readonly base?: Of<'observation'>
  readonly latest?: Of<'observation'>
  /** Last day for reaching it. */
  readonly by?: string
  /** Change a year from base to latest, and what it would have to be from base to target. */
  readonly pace?: number
  readonly needed?: number
  /** `pace / needed`: 1 arrives on the day. */
  readonly ratio?: number
  /** Value on the last day at the current pace. */
  readonly projected?: number
  /** Ids of the observations that it rests on. */
  readonly rests: readonly string[]
}

interface Known extends Cell {
  readonly drawn: Of<'observation'>
}

/**
 * On track or not at the current pace: the straight line from the base value through the latest one, drawn on to the target day. Rules and
 * sources are in `docs/scoring.md`. Only values of the whole series and, for a flow, of one shape of period are compared: that of `from`, else the year.
 */
export function progressOf(
  target: SeriesTarget,
  series: SeriesDeclared['series'],
  observations: readonly Of<'observation'>[],
  asOf: string,
): Progress {
  const start = target.from === undefined ? undefined : parsePeriod(target.from)
  const end = target.until === undefined ? undefined : parsePeriod(target.until)
  for (const wrong of [start, end]) if (typeof wrong === 'string') return { track: 'too-few-values', why: wrong, rests: [] }
  const from = typeof start === 'object' ? start : undefined
  const by = typeof end === 'object' ? end.to : undefined
  const shape = series.measure === 'level' ? 'any' : (from?.shape ?? 'year')
  const line = linesOf(series, observations, asOf).lines.find((one) => one.scope === '' && one.shape === shape)
  const known = knownOf(line)
  const base = from ? known.find(({ period }) => period.from === from.from && period.to === from.to) : known[0]
  return judge({ target, unit: series.unit, asOf, ...(by && { by }), ...(base && { base }), known, shape })
}

function knownOf(line: Line | undefined): Known[] {
  return (line?.cells ?? []).filter((cell): cell is Known => cell.drawn !== undefined)
}

interface Given {
  readonly target: SeriesTarget
  readonly unit: string
  readonly asOf: string
  readonly by?: string
  readonly base?: Known
  readonly known: readonly Known[]
  readonly shape: string
}

function judge({ target, unit, asOf, by, base, known, shape }: Given): Progress {
  const over = by !== undefined && by < asOf
  const latest = (over ? known.filter(({ period }) => period.to <= by) : known).at(-1)
  const parts = { ...(base && { base: base.drawn }), ...(latest && { latest: latest.drawn }), ...(by && { by }) }
  const rests = [...new Set([base, latest].flatMap((cell) => (cell ? [cell.drawn.id] : [])))]
  const aim = `${target.direction.replace('-', ' ')} ${figure(target.value)} ${unit}${by ? ` by ${by}` : ''}`
  const say = (track: Track, why: string): Progress => ({ track, why: `${aim}: ${why}`, ...parts, rests })
  if (latest && meets(target, latest.drawn)) return say('reached', `${shown(latest)}, reached`)
  if (over) {
    const late = known.find(({ period, drawn }) => period.to > by && meets(target, drawn))
    const then = latest ? `${shown(latest)} by then` : 'no value by then'
    return say('past-due', late ? `${then}; reached later, ${shown(late)}` : then)
  }
  const span = shape === 'any' ? 'values' : `values for periods of shape ${shape}`
  if (!latest) return say('too-few-values', `no ${span}`)
  if (!by) return say('open', `${shown(latest)}, no day set`)
  if (!base) return say('too-few-values', `no value for its base, ${target.from}`)
  const years = yearsAt(latest.period.to) - yearsAt(base.period.to)
  if (years <= 0) return say('too-few-values', `only one of the ${span} since its base`)
  const left = yearsAt(by) - yearsAt(base.period.to)
  const pace = (latest.drawn.value - base.drawn.value) / years
  const needed = (target.value - base.drawn.value) / left
  const projected = base.drawn.value + pace * left
  // a line that ends on the target must not miss it by the rounding of a division
  const slack = Math.abs(target.value) * 1e-9
  const track = target.direction === 'at-least' ? projected >= target.value - slack : projected <= target.value + slack
  const forward = target.direction === 'at-least' ? needed > 0 : needed < 0
  const line = `from ${shown(base)} to ${shown(latest)}; at this pace ${figure(projected)} on the day`
  return {
    ...say(track ? 'on-track' : 'off-track', line),
    pace,
    needed,
    ...(forward && { ratio: pace / needed }),
    projected,
  }
}

/** Whether a value shows that the target is reached. A bound from the wrong side ("at most 70" for "at least 60") shows nothing. */
function meets({ direction, value }: SeriesTarget, seen: Of<'observation'>): boolean {
  return direction === 'at-least'
    ? seen.value >= value && seen.qualifier !== 'at-most'
    : seen.value <= value && seen.qualifier !== 'at-least'
}

function shown({ drawn, period }: Known): string {
  return `${figure(drawn.value)}${drawn.qualifier ? ` (${drawn.qualifier})` : ''} in ${period.text}`
}

/** Six significant digits are more than any series here has. */
function figure(value: number): string {
  return String(Number(value.toPrecision(6)))
}
