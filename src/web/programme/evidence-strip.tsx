import { scaleLinear } from 'd3-scale'
import type { Shows, Standing } from '../../ledger/nouns.ts'
import { StandingShape } from '../parts/standing.tsx'
import { yearOf } from '../parts/time.ts'
import type { EvidenceLine } from './props.ts'

/** What evidence shows, drawn with the mark of the standing that it speaks for. */
export const markOf: Readonly<Record<Shows, Standing>> = {
  delivers: 'delivered',
  progress: 'progress',
  restates: 'restated',
  contradicts: 'contradicted',
}

const WIDTH = 280
const HEIGHT = 22
/** Room for the first and the last year beside the axis. */
const EDGE = 34
/** Two marks lie at least so far apart. */
const APART = 9

/** When something became of an undertaking, and what: one mark a piece of evidence, from the first year to the last. */
export function EvidenceStrip({
  evidence,
  from,
  to,
}: {
  readonly evidence: readonly EvidenceLine[]
  readonly from: number
  readonly to: number
}) {
  const x = scaleLinear()
    .domain([from, to])
    .range([EDGE + 6, WIDTH - EDGE - 6])
  const dated = evidence.filter((line) => yearOf(line.date) !== undefined)
  const places = spread(dated.map((line) => Math.max(EDGE + 6, Math.min(WIDTH - EDGE - 6, x(yearOf(line.date) ?? from)))))
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={strip(dated)}>
      <text x={EDGE - 4} y={HEIGHT / 2 + 3.5} text-anchor="end">
        {from}
      </text>
      <text x={WIDTH - EDGE + 4} y={HEIGHT / 2 + 3.5}>
        {to}
      </text>
      <line class="axis" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {years.map((year) => (
        <line key={year} class="tick" x1={x(year)} x2={x(year)} y1={HEIGHT / 2 - 3} y2={HEIGHT / 2 + 3} />
      ))}
      {dated.map((line, i) => (
        <StandingShape key={line.id} standing={markOf[line.shows]} x={places[i] ?? 0} y={HEIGHT / 2} size={11} />
      ))}
    </svg>
  )
}

/** Places in ascending order, moved as little as it takes that no mark hides another. */
function spread(places: readonly number[]): number[] {
  const out: number[] = []
  for (const place of places) out.push(Math.max(place, (out.at(-1) ?? Number.NEGATIVE_INFINITY) + APART))
  let most = WIDTH - EDGE - 6
  for (let i = out.length - 1; i >= 0; i--) {
    out[i] = Math.min(out[i] as number, most)
    most = (out[i] as number) - APART
  }
  return out
}

function strip(evidence: readonly EvidenceLine[]): string {
  if (evidence.length === 0) return 'no dated evidence'
  return evidence.map((line) => `${line.date}: ${line.shows}`).join('; ')
}
