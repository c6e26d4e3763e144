import type { NodeId } from '../nouns.ts'
import { programmeOf } from './barriers.ts'

/** A link that counts: `weight` 2 for a person's word, else the score. */
export interface Edge {
  readonly a: NodeId
  readonly b: NodeId
  readonly weight: number
}

/** An entry that a statement of another group fulfils as well. */
export interface Claim {
  readonly statement: NodeId
  readonly entry: NodeId
}

/** From this weight on a link is a person's word, and needs no support. */
const PERSON = 1.5
/** Share of the pairs of two groups that must be linked before a link of the machine joins them. */
const SUPPORT = 0.5

interface Group {
  readonly members: NodeId[]
  readonly apart: Set<NodeId>
  readonly programmes: Set<string>
  /** Links to other groups: how many. */
  readonly links: Map<Group, number>
}

const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
const order = ({ a, b }: Edge): [NodeId, NodeId] => (a < b ? [a, b] : [b, a])

/** The heaviest edge of each pair of nodes that are there, heaviest first, ties by id. */
function ordered(groups: ReadonlyMap<NodeId, Group>, edges: readonly Edge[]): Edge[] {
  const best = new Map<string, Edge>()
  for (const edge of edges) {
    const [a, b] = order(edge)
    if (a === b || !groups.has(a) || !groups.has(b)) continue
    const key = `${a} ${b}`
    const known = best.get(key)
    if (!known || known.weight < edge.weight) best.set(key, { a, b, weight: edge.weight })
  }
  return [...best.values()].sort((x, y) => y.weight - x.weight || compare(x.a, y.a) || compare(x.b, y.b))
}

function canJoin(one: Group, other: Group, weight: number): boolean {
  if (one.members.some((node) => other.apart.has(node))) return false
  for (const programme of one.programmes) if (other.programmes.has(programme)) return false
  if (weight >= PERSON) return true
  return (one.links.get(other) ?? 0) >= SUPPORT * one.members.length * other.members.length
}

/** Moves the smaller group into the larger. */
function join(one: Group, other: Group, groups: Map<NodeId, Group>): void {
  const [into, from] = one.members.length >= other.members.length ? [one, other] : [other, one]
  for (const node of from.members) {
    into.members.push(node)
    groups.set(node, into)
  }
  for (const node of from.apart) into.apart.add(node)
  for (const programme of from.programmes) into.programmes.add(programme)
  for (const [group, count] of from.links) {
    group.links.delete(from)
    if (group === into) continue
    const sum = (into.links.get(group) ?? 0) + count
    into.links.set(group, sum)
    group.links.set(into, sum)
  }
}

function countLinks(groups: ReadonlyMap<NodeId, Group>, edges: readonly Edge[]): void {
  for (const { a, b } of edges) {
    const one = groups.get(a) as Group
    const other = groups.get(b) as Group
    one.links.set(other, (one.links.get(other) ?? 0) + 1)
    other.links.set(one, (other.links.get(one) ?? 0) + 1)
  }
}

/**
 * The undertakings among some nodes: joins along edges, heaviest first (ties by id), unless that would bring together two nodes that a
 * person held to be different or two entries of one programme. A machine's link joins two groups only when at least half of the pairs
 * between them are linked, so that a chain of look-alikes does not become one undertaking; a person's word always joins. Depends on the
 * sets given and not on their order, and on each connected component alone, so that a store may recompute only the components that a
 * new text touches. Members and groups are sorted by id.
 */
export function cluster(nodes: readonly NodeId[], edges: readonly Edge[], different: readonly (readonly [NodeId, NodeId])[]): NodeId[][] {
  const groups = new Map<NodeId, Group>()
  for (const node of nodes) {
    const programme = programmeOf(node)
    groups.set(node, {
      members: [node],
      apart: new Set(),
      programmes: new Set(programme === undefined ? [] : [programme]),
      links: new Map(),
    })
  }
  for (const [a, b] of different) {
    groups.get(a)?.apart.add(b)
    groups.get(b)?.apart.add(a)
  }
  const all = ordered(groups, edges)
  countLinks(groups, all)
  for (const { a, b, weight } of all) {
    const one = groups.get(a) as Group
    const other = groups.get(b) as Group
    if (one !== other && canJoin(one, other, weight)) join(one, other, groups)
  }
  return [...new Set(groups.values())].map(({ members }) => members.sort(compare)).sort((x, y) => compare(x[0] as string, y[0] as string))
}

/**
 * Entries that a statement fulfils besides the one with which it stands: where one sentence undertakes what a programme lists apart
 * ("consulates in A and in B"), the partition can give it to one entry only. An entry claims a statement of another group when that
 * group holds an entry of the same programme, the entry has nobody of its own from that text, and no statement of the text is closer
 * to it. `groups` and `edges` as of `cluster`; sorted.
 */
export function claims(groups: readonly (readonly NodeId[])[], edges: readonly Edge[]): Claim[] {
  const group = new Map(groups.flatMap((members) => members.map((node) => [node, members] as const)))
  const textOf = (node: NodeId): string => node.slice(0, 12)
  const best = new Map<string, { claim: Claim; weight: number }>()
  for (const { a, b, weight } of edges) {
    const [statement, entry] = programmeOf(a) === undefined ? [a, b] : [b, a]
    const programme = programmeOf(entry)
    if (programme === undefined || programmeOf(statement) !== undefined || !group.has(statement) || !group.has(entry)) continue
    const key = `${entry} ${textOf(statement)}`
    const known = best.get(key)
    if (!known || weight > known.weight || (weight === known.weight && statement < known.claim.statement))
      best.set(key, { claim: { statement, entry }, weight })
  }
  const out: Claim[] = []
  for (const { claim } of best.values()) {
    const own = group.get(claim.entry) as readonly NodeId[]
    const taken = group.get(claim.statement) as readonly NodeId[]
    const programme = programmeOf(claim.entry)
    if (own === taken || !taken.some((node) => programmeOf(node) === programme)) continue
    if (own.some((node) => programmeOf(node) === undefined && textOf(node) === textOf(claim.statement))) continue
    out.push(claim)
  }
  return out.sort((x, y) => compare(x.entry, y.entry) || compare(x.statement, y.statement))
}
