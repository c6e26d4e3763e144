import type { Of, SeriesDeclared } from '../../ledger/nouns.ts'
import { type Cell, type Line, linesOf } from '../../ledger/series/series.ts'
import type { Progress, Track } from '../../ledger/series/target.ts'
import { cut, textWidth } from '../flow.ts'
import { harmless } from '../harmless.ts'
import { block, fill, styleOf, under } from '../layout.ts'
import { bold, dim, type Mark, red } from '../marks.ts'
import type { Screen } from '../screen.ts'

type Series = SeriesDeclared['series']

/** How far a series is on its way to a target. */
export const tracks: Readonly<Record<Track, Mark>> = {
  reached: ['✔', 'reached', '32'],
  'on-track': ['▸', 'on track', '32'],
  'off-track': ['▹', 'off track', '33'],
  'past-due': ['!', 'past due', red],
  open: ['·', 'no day set', dim],
  'too-few-values': ['?', 'too few', dim],
}

const bars = '▁▂▃▄▅▆▇█'

/** Bars of eight heights, from nought (or the lowest value where that is below) to the highest; a gap for a period without a value. */
export function spark(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined)
  const low = Math.min(0, ...known)
  const high = Math.max(0, ...known)
  return values
    .map((value) => (value === undefined ? ' ' : high === low ? bars[0] : bars[Math.round(((value - low) / (high - low)) * 7)]))
    .join('')
}

/** A number as people read it: digits in groups of three, and no more digits after the point than it has. */
export function figure(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  if (whole.includes('e')) return String(value)
  return BigInt(whole).toLocaleString('en').replaceAll(',', ' ') + (fraction ? `.${fraction}` : '')
}

/** A series on one line: bars, first and last value, label. */
export function seriesLine(series: Series, observations: readonly Of<'observation'>[], asOf: string, screen: Screen): string {
  const style = styleOf(screen)
  const line = longest(linesOf(series, observations, asOf).lines)
  const drawn = (line?.cells ?? []).flatMap((cell) => (cell.drawn ? [{ period: cell.period.text, value: cell.drawn.value }] : []))
  const chart = spark(drawn.map(({ value }) => value))
  const ends = drawn.length
    ? `${drawn[0]?.period} ${figure(drawn[0]?.value as number)} → ${drawn.at(-1)?.period} ${figure(drawn.at(-1)?.value as number)}`
    : 'no value'
  const tail = ` ${ends} ${series.unit} · ${series.label} · ${series.id}`
  return `  ${style(bold, fill(chart, 12))}${cut(harmless(tail), screen.width - 14)}`
}

/** The line of the whole series with the most values. */
const longest = (lines: readonly Line[]): Line | undefined =>
  [...lines].sort((a, b) => Number(a.scope !== '') - Number(b.scope !== '') || b.cells.length - a.cells.length)[0]

/** A series in full: its lines as charts of bars with the numbers beside them, every value with its source, what disagrees. */
export function* seriesLines(series: Series, observations: readonly Of<'observation'>[], asOf: string, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const { lines, problems } = linesOf(series, observations, asOf)
  const about = [series.unit, series.measure === 'level' ? 'a level' : '', series.id].filter(Boolean).join(' · ')
  yield* under([[harmless(series.label), bold], [' · '], [harmless(about), dim]], screen.width, style, 0)
  if (series.note) yield* under([[harmless(series.note), dim]], screen.width, style, 0)
  for (const line of lines) {
    yield ''
    if (lines.length > 1)
      yield style(dim, harmless(`── ${line.scope || 'whole series'}${line.shape === 'any' ? '' : `, by ${line.shape}`}`))
    yield* chartLines(line.cells, screen)
  }
  for (const problem of problems) yield* under([[harmless(problem), red]], screen.width, style, 2)
}

function* chartLines(cells: readonly Cell[], screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const values = cells.map(({ drawn }) => drawn?.value)
  const most = Math.max(0, ...values.filter((value) => value !== undefined))
  const names = Math.min(24, Math.max(...cells.map(({ period }) => textWidth(period.text))))
  const room = Math.max(10, Math.min(40, screen.width - names - 30))
  for (const { period, drawn, values: all, disputed } of cells) {
    const length = drawn && most > 0 ? Math.max(0, Math.round((drawn.value / most) * room)) : 0
    const number = drawn ? `${figure(drawn.value)}${drawn.qualifier ? ` (${drawn.qualifier})` : ''}` : 'none that counts'
    yield `  ${fill(period.text, names)} ${'█'.repeat(length)}${length ? ' ' : ''}${number}${disputed ? style(red, ' disputed') : ''}`
    for (const value of all) yield* under([[sourceOf(value, value === drawn), dim]], screen.width, style, names + 5)
  }
}

function sourceOf(value: Of<'observation'>, drawn: boolean): string {
  const page = [value.page?.publisher, value.page?.date, value.page?.url].filter(Boolean).join(', ')
  const marks = [value.rival ? 'rival value' : '', value.qualifier ?? '', value.note ?? ''].filter(Boolean).join('; ')
  const number = drawn && value.page ? '' : `${figure(value.value)}: `
  return harmless(`${number}${page || `by ${value.by}`}${marks ? ` (${marks})` : ''}`)
}

/** How far a series is on the way to a target. */
export function progressLines(progress: Progress, screen: Screen, targetId: string): string[] {
  const style = styleOf(screen)
  const pace =
    progress.pace !== undefined && progress.needed !== undefined
      ? ` · ${figure(round(progress.pace))} a year, needed ${figure(round(progress.needed))}`
      : ''
  return [
    ...block(tracks[progress.track], [[harmless(progress.why + pace)]], screen.width, style),
    ...under([[`target ${targetId}`, dim]], screen.width, style),
  ]
}

const round = (value: number): number => Number(value.toPrecision(4))
