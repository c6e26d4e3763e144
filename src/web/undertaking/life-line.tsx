import { scaleLinear } from 'd3-scale'
import type { Step } from '../../ledger/history.ts'
import { dayName } from '../parts/names.ts'
import { StandingShape } from '../parts/standing.tsx'
import { yearOf } from '../parts/time.ts'
import { markOf } from '../programme/evidence-strip.tsx'

const LEFT = 74
const RIGHT = 20
/** Room that the name of a year takes on the axis, at least. */
const YEAR = 52
const TOP = 14
const STEP = 22
/** Names of the ranks 0 to 5. */
const FORCES = ['none', 'should', 'ready', 'intent', 'agreed', 'binding']
const LANE = TOP + STEP * 6 + 8
/** Height of one row of marks of evidence. */
const ROW = 16

/**
 * The life of an undertaking: above, each wording at the height of its force; below, what became of it, on the same axis.
 * @param width of the drawing in its own units: 920 for a page, 360 for a phone; the style shows one of the two
 */
export function LifeLineChart({
  steps,
  asOf,
  due,
  width,
}: {
  readonly steps: readonly Step[]
  readonly asOf: string
  readonly due?: string | undefined
  readonly width: 920 | 360
}) {
  const dated = steps.filter((step) => yearOf(step.date) !== undefined)
  if (dated.length === 0) return null
  const now = yearOf(asOf) ?? 0
  const limit = yearOf(due)
  const times = [...dated.map((step) => yearOf(step.date) ?? now), now, ...(limit === undefined ? [] : [limit])]
  const first = Math.floor(Math.min(...times))
  const last = Math.ceil(Math.max(...times))
  const x = scaleLinear([first, Math.max(last, first + 1)], [LEFT, width - RIGHT])
  const worded = dated.flatMap((step) => (step.what === 'wording' || step.what === 'declared' ? [step] : []))
  const path = worded.map((step, i) => (i === 0 ? `M${at(x, step)} ${y(step.rank)}` : `H${at(x, step)}V${y(step.rank)}`)).join('')
  const evidence = stacked(dated.flatMap((step) => (step.what === 'evidence' ? [{ step, at: Number(at(x, step)) }] : [])))
  const foot = LANE + 30 + ROW * Math.max(0, ...evidence.map(({ row }) => row))
  const height = foot + 26
  return (
    <svg
      class={width > 500 ? 'life wide' : 'life narrow'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={dated.map(words).join('; ')}
    >
      <ForceLines right={width - RIGHT} />
      {yearTicks(first, last, (width - LEFT - RIGHT) / YEAR).map((year) => (
        <g key={year}>
          <line class="tick" x1={x(year)} x2={x(year)} y1={TOP} y2={foot} />
          <text x={x(year)} y={height - 8} text-anchor="middle">
            {year}
          </text>
        </g>
      ))}
      <text x={LEFT - 10} y={LANE + 20} text-anchor="end">
        evidence
      </text>
      <line class="axis" x1={LEFT} x2={width - RIGHT} y1={LANE + 16} y2={LANE + 16} />
      {path && <path class="line" d={`${path}H${x(now).toFixed(1)}`} />}
      {limit !== undefined && (
        <g class="due">
          <line x1={x(limit)} x2={x(limit)} y1={TOP} y2={foot} />
          <text x={x(limit)} y={TOP - 2} text-anchor="middle">
            due
          </text>
        </g>
      )}
      {worded.map((step) => (
        <Worded key={step.id} step={step} x={Number(at(x, step))} />
      ))}
      {evidence.map(({ step, at: left, row }) => (
        <g key={step.id}>
          <title>{words(step)}</title>
          <StandingShape standing={markOf[step.shows]} x={left} y={LANE + 16 + ROW * row} size={14} />
        </g>
      ))}
    </svg>
  )
}

/** Height of the line of a force. */
const y = (rank: number) => TOP + STEP * (5 - rank) + STEP / 2

function ForceLines({ right }: { readonly right: number }) {
  return (
    <>
      {FORCES.map((name, rank) => (
        <g key={name}>
          <line class="grid" x1={LEFT} x2={right} y1={y(rank)} y2={y(rank)} />
          <text x={LEFT - 10} y={y(rank) + 4} text-anchor="end">
            {name}
          </text>
        </g>
      ))}
    </>
  )
}

/** The mark of one wording, at the height of its force: square where a programme declares it. */
function Worded({ step, x }: { readonly step: Extract<Step, { what: 'wording' | 'declared' }>; readonly x: number }) {
  return (
    <g>
      <title>{words(step)}</title>
      {step.what === 'declared' ? (
        <rect class="declared" x={x - 5} y={y(step.rank) - 5} width="10" height="10" />
      ) : (
        <circle class="worded" cx={x} cy={y(step.rank)} r="5" />
      )}
    </g>
  )
}

/** Marks that would lie on one another go below one another. */
function stacked<T extends { readonly at: number }>(marks: readonly T[]): (T & { readonly row: number })[] {
  const ends: number[] = []
  return marks.map((mark) => {
    let row = ends.findIndex((end) => end + 15 <= mark.at)
    if (row < 0) row = ends.length
    ends[row] = mark.at
    return { ...mark, row }
  })
}

function at(x: (year: number) => number, step: Step): string {
  return x(yearOf(step.date) ?? 0).toFixed(1)
}

/** Years to name, `most` at the most. */
function yearTicks(first: number, last: number, most: number): number[] {
  const every = Math.max(1, Math.ceil((last - first) / Math.min(12, most)))
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => first + i * every)
}

function words(step: Step): string {
  const day = dayName(step.date)
  switch (step.what) {
    case 'declared':
      return `${day}: declared by the programme (${step.force})`
    case 'wording':
      return `${day}: worded (${step.force}, ${step.relation})`
    case 'evidence':
      return `${day}: evidence that ${step.shows}`
    case 'score':
      return `${day}: score of ${step.party}: ${step.value}`
  }
}
