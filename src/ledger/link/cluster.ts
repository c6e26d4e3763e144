import type { NodeId } from '../nouns.ts'

/** A link that counts: `weight` 2 for a person's word, else the score. */
export interface Edge {
  readonly a: NodeId
  readonly b: NodeId
  readonly weight: number
}

/**
 * The undertakings among some nodes: joins along edges, heaviest first (ties by id), unless that would bring together two nodes that a
 * person held to be different. Depends on the sets given and not on their order, and on each connected component alone, so that a
 * store may recompute only the components that a new text touches.
 */
export function cluster(nodes: readonly NodeId[], edges: readonly Edge[], different: readonly (readonly [NodeId, NodeId])[]): NodeId[][] {
  const group = new Map<NodeId, NodeId[]>(nodes.map((node) => [node, [node]]))
  const apart = new Map<NodeId, Set<NodeId>>()
  for (const [a, b] of different) {
    if (!apart.has(a)) apart.set(a, new Set())
    if (!apart.has(b)) apart.set(b, new Set())
    apart.get(a)?.add(b)
    apart.get(b)?.add(a)
  }
  const name = ({ a, b }: Edge) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const order = [...edges].sort((x, y) => y.weight - x.weight || (name(x) < name(y) ? -1 : 1))
  for (const { a, b } of order) {
    const one = group.get(a)
    const other = group.get(b)
    if (!one || !other || one === other) continue
    if (one.some((node) => other.some((rival) => apart.get(node)?.has(rival)))) continue
    const joined = [...one, ...other]
    for (const node of joined) group.set(node, joined)
  }
  return [...new Set(group.values())].map((members) => members.sort())
}
