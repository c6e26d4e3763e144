import type { NodeId } from '../nouns.ts'
import type { Features } from './features.ts'

/**
 * How far apart two nodes may stand in the list of a key to be compared for its sake. A key that few nodes share compares them all; in the
 * list of a key that thousands share, which is ordered by date, each node meets its neighbours only (the sorted-neighbourhood method of
 * Hernández and Stolfo, 1995). Which pairs are compared depends on the set of nodes and not on the order in which they came.
 */
export const WINDOW = 40

/** Days since 1970 that an ISO date says; the day after all others for none, or for what is no date. */
function dayOf(date: string | undefined): number {
  const time = date === undefined ? Number.NaN : Date.parse(date.slice(0, 10))
  return Number.isNaN(time) ? 0xffff : Math.min(0xfffe, Math.max(0, Math.floor(time / 86_400_000) + 20_000))
}

/** 32 bits of a text (FNV-1a). */
function hash32(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) >>> 0
}

/** 52 bits of a text, as a whole number: two keys that fall together cost a comparison and nothing else. */
export function hash52(text: string): number {
  return (hash32(text, 0x811c9dc5) & 0xfffff) * 0x100000000 + hash32(text, 0x9747b28c)
}

/** Place of a node in the lists of its keys: by day, then by a hash of its id. */
export function placeInLists(node: Pick<Features, 'id' | 'date'>): number {
  return dayOf(node.date) * 0x1000000000 + (hash52(node.id) % 0x1000000000)
}

/** One place in the list of a key. */
export interface Place {
  readonly at: number
  readonly id: NodeId
}

/** Pairs of nodes, each with the number of keys in whose windows it stands, and how many pairs the windows leave out (by key). */
export function pairsWithin(
  lists: ReadonlyMap<number, readonly Place[]>,
  window: number = WINDOW,
): { pairs: Map<NodeId, Map<NodeId, number>>; left: number } {
  const pairs = new Map<NodeId, Map<NodeId, number>>()
  let left = 0
  for (const list of lists.values()) {
    const sorted = [...list].sort((x, y) => x.at - y.at)
    const beyond = Math.max(0, sorted.length - window - 1)
    left += (beyond * (beyond + 1)) / 2
    for (let i = 0; i < sorted.length; i++)
      for (let j = i + 1; j < sorted.length && j <= i + window; j++) {
        const [one, other] = [(sorted[i] as Place).id, (sorted[j] as Place).id]
        const [a, b] = one < other ? [one, other] : [other, one]
        let row = pairs.get(a)
        if (!row) {
          row = new Map()
          pairs.set(a, row)
        }
        row.set(b, (row.get(b) ?? 0) + 1)
      }
  }
  return { pairs, left }
}
