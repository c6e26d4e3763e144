import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-50m.json' with { type: 'json' }

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

let known: ReturnType<typeof cut> | undefined

function cut() {
  const topology = world as unknown as World
  return { land: feature(topology, topology.objects.land), borders: mesh(topology, topology.objects.countries, (a, b) => a !== b) }
}

/** Land and borders of the world (Natural Earth 1:50 million, public domain, as packaged by world-atlas). Made once. */
export function geography(): ReturnType<typeof cut> {
  known ??= cut()
  return known
}
