import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { SeriesCard, SeriesPoint } from './props.ts'

const WIDTH = 320
const HEIGHT = 150
const MARGIN = { top: 14, right: 14, bottom: 24, left: 14 }

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** The words for a pace, for people. */
const tracks: Readonly<Record<SeriesCard['targets'][number]['track'], string>> = {
  reached: 'reached',
  'on-track': 'on track at the present pace',
  'off-track': 'not on track at the present pace',
  'too-few-values': 'too few values to tell',
  'past-due': 'past its day and not reached',
  open: 'no year is named for it',
}

/** A series as a small chart with its target; every value stands beside its mark, and in the table below it. */
export function SeriesChart({ card }: { readonly card: SeriesCard }) {
  const main = [...card.lines].sort((a, b) => b.points.length - a.points.length)[0]
  return (
    <figure class="series" id={`series-${card.id}`}>
      <figcaption>
        <b>{card.label}</b> <span class="unit">{card.unit}</span>
      </figcaption>
      {main && main.points.length > 1 && <Chart card={card} points={main.points} />}
      {card.targets.map((target) => (
        <p class="target" key={target.on}>
          Target {target.direction === 'at-most' ? 'at most' : ''} <b>{target.value.toLocaleString('en')}</b>
          {target.until ? ` by ${target.until}` : ''}: {tracks[target.track]}.
        </p>
      ))}
      <details>
        <summary>Values and sources</summary>
        <table>
          <tbody>
            {card.lines.flatMap(({ scope, points }) =>
              points.map((point) => (
                <tr key={`${scope} ${point.period}`}>
                  <th scope="row">
                    {point.period} {scope}
                  </th>
                  <td class="number">
                    {point.value.toLocaleString('en')}
                    {point.qualifier ? ` (${point.qualifier})` : ''}
                    {point.rivals.length > 0 ? `; elsewhere ${point.rivals.map((n) => n.toLocaleString('en')).join(', ')}` : ''}
                  </td>
                  <td>{point.url && <Outside url={point.url} />}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
        {card.note && <p class="note">{card.note}</p>}
      </details>
    </figure>
  )
}

function Chart({ card, points }: { readonly card: SeriesCard; readonly points: readonly SeriesPoint[] }) {
  const x = scalePoint(
    points.map((point) => point.period),
    [MARGIN.left + 8, WIDTH - MARGIN.right - 8],
  )
  const goals = card.targets.map((target) => target.value)
  const top = Math.max(...points.map((point) => Math.max(point.value, ...point.rivals)), ...goals)
  const y = scaleLinear([0, top * 1.08 || 1], [HEIGHT - MARGIN.bottom, MARGIN.top])
  const at = (point: SeriesPoint) => x(point.period) ?? 0
  const path = line<SeriesPoint>(at, (point) => y(point.value))(points)
  const first = points[0] as SeriesPoint
  const last = points.at(-1) as SeriesPoint
  const labelled = points.length <= 5 ? points : [first, last]
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${card.label}: ${points.map((p) => `${p.period} ${p.value}`).join(', ')}`}
    >
      <line class="axis" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(0)} y2={y(0)} />
      {goals.map((goal) => (
        <g key={goal} class="goal">
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(goal)} y2={y(goal)} />
          <text x={MARGIN.left} y={y(goal) - 4}>
            target {short.format(goal)}
          </text>
        </g>
      ))}
      {path && <path class="line" d={path} />}
      {points.map((point) => (
        <g key={point.period}>
          {point.rivals.map((rival) => (
            <path key={rival} class="rival" d={`M${at(point) - 3} ${y(rival) - 3}l6 6m0-6l-6 6`} />
          ))}
          <circle class={point.qualifier ? 'dot open' : 'dot'} cx={at(point)} cy={y(point.value)} r="3" />
        </g>
      ))}
      {labelled.map((point) => (
        <g key={point.period} class="label">
          <text x={at(point)} y={y(point.value) - 8} text-anchor={anchor(point, first, last)}>
            {short.format(point.value)}
          </text>
          <text class="period" x={at(point)} y={HEIGHT - 8} text-anchor={anchor(point, first, last)}>
            {point.period.replace('..', '–')}
          </text>
        </g>
      ))}
    </svg>
  )
}

function anchor(point: SeriesPoint, first: SeriesPoint, last: SeriesPoint): 'start' | 'middle' | 'end' {
  return point === first ? 'start' : point === last ? 'end' : 'middle'
}

/** A link to a page elsewhere. Only web addresses become links: anything else stands as words. */
export function Outside({ url, words }: { readonly url: string; readonly words?: string }) {
  const known = URL.canParse(url) ? new URL(url) : undefined
  if (!known || !/^https?:$/.test(known.protocol)) return <span class="address">{url}</span>
  return (
    <a href={known.href} rel="noreferrer noopener external">
      {words ?? known.hostname.replace(/^www\./, '')}
    </a>
  )
}
