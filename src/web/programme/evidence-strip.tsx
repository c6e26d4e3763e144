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

const WIDTH = 220
const HEIGHT = 22

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
    .range([8, WIDTH - 8])
  const dated = evidence.filter((line) => yearOf(line.date) !== undefined)
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={strip(dated)}>
      <line class="axis" x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {years.map((year) => (
        <line key={year} class="tick" x1={x(year)} x2={x(year)} y1={HEIGHT / 2 - 3} y2={HEIGHT / 2 + 3} />
      ))}
      {dated.map((line) => (
        <StandingShape
          key={line.id}
          standing={markOf[line.shows]}
          x={Math.max(6, Math.min(WIDTH - 6, x(yearOf(line.date) ?? from)))}
          y={HEIGHT / 2}
          size={11}
        />
      ))}
    </svg>
  )
}

function strip(evidence: readonly EvidenceLine[]): string {
  if (evidence.length === 0) return 'no dated evidence'
  return evidence.map((line) => `${line.date}: ${line.shows}`).join('; ')
}
