import type { FeatureCollection, MultiLineString } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-50m.json' with { type: 'json' }

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** Land and borders as GeoJSON. */
interface Geography {
  readonly land: FeatureCollection
  readonly borders: MultiLineString
}

let known: Geography | undefined

function cut(): Geography {
  const topology = world as unknown as World
  return { land: feature(topology, topology.objects.land), borders: mesh(topology, topology.objects.countries, (a, b) => a !== b) }
}

/** Land and borders of the world (Natural Earth 1:50 million, public domain, as packaged by world-atlas). Made once. */
export function geography(): Geography {
  known ??= cut()
  return known
}
