import { geoMercator, geoPath } from 'd3-geo'
import { StandingShape, standings } from '../parts/standing.tsx'
import type { PlaceMark } from './props.ts'

const WIDTH = 960
const HEIGHT = 440

/** Land as GeoJSON, cut to what the page needs by the caller. */
export type Land = Parameters<ReturnType<typeof geoPath>>[0]

/** Where the places of a programme lie. The same places stand as a list below, for those who do not see the picture. */
export function PlacesMap({
  places,
  land,
  borders,
}: {
  readonly places: readonly PlaceMark[]
  readonly land: Land
  readonly borders: Land
}) {
  if (places.length === 0) return null
  const points = { type: 'MultiPoint' as const, coordinates: places.map((place) => [place.longitude, place.latitude]) }
  const projection = geoMercator()
    .fitExtent(
      [
        [70, 50],
        [WIDTH - 110, HEIGHT - 50],
      ],
      points as never,
    )
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ])
  const path = geoPath(projection).digits(1)
  const marks = places.flatMap((place) => {
    const at = projection([place.longitude, place.latitude])
    return at ? [{ place, x: at[0], y: at[1] }] : []
  })
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Map: ${places.map((place) => place.name).join(', ')}`}>
        <path class="land" d={path(land) ?? ''} />
        <path class="border" d={path(borders) ?? ''} />
        {spread(marks).map(({ place, x, y, labelY, right }) => (
          <g key={place.name} class="place">
            <StandingShape standing={place.undertakings[0]?.standing ?? 'not-assessed'} x={x} y={y} size={13} />
            <text x={right ? x + 10 : x - 10} y={labelY + 4} text-anchor={right ? 'start' : 'end'}>
              {place.name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <ul class="places">
          {places.map((place) => (
            <li key={place.name}>
              <b>{place.name}</b>{' '}
              {place.undertakings.map((one, i) => (
                <span key={one.id}>
                  {i > 0 && '; '}
                  <a href={`/undertakings/${encodeURIComponent(one.id)}`}>{one.label}</a> ({standings[one.standing].word})
                </span>
              ))}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

interface Mark {
  readonly place: PlaceMark
  readonly x: number
  readonly y: number
}

/** Labels to the side that has room, and apart from one another by a line's height where marks crowd. */
function spread(marks: readonly Mark[]): (Mark & { labelY: number; right: boolean })[] {
  const taken: { x: number; y: number; right: boolean }[] = []
  const placed: (Mark & { labelY: number; right: boolean })[] = []
  for (const mark of [...marks].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const clash = (right: boolean, y: number) =>
      taken.some((other) => other.right === right && Math.abs(other.x - mark.x) < 110 && Math.abs(other.y - y) < 13)
    let right = mark.x < WIDTH - 130
    if (clash(right, mark.y) && !clash(!right, mark.y) && mark.x > 130) right = !right
    let labelY = mark.y
    while (clash(right, labelY)) labelY += 4
    taken.push({ x: mark.x, y: labelY, right })
    placed.push({ ...mark, labelY, right })
  }
  return placed
}
