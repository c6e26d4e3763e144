import type { NodeId } from '../nouns.ts'
import { isEntry, programmeOf } from './ids.ts'

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

/** Score from which an entry claims a statement that stands with another: more than a link needs, for the other has it already. */
const CLAIM = 0.75

interface Group {
  readonly members: NodeId[]
  readonly apart: Set<NodeId>
  readonly programmes: Set<string>
  /** Nodes that persons joined count as one; how many of each text the group has. One of several texts, and an entry, is its own. */
  readonly texts: Map<string, number>
  units: number
  /** Links to other groups: how many. */
  readonly links: Map<Group, number>
}

const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
/** The text of a statement, by the first digits of its hash; an entry is its own. */
const textOf = (node: NodeId): string => (!isEntry(node) ? node.slice(0, 12) : node)

type Groups = Map<NodeId, Group>

/** The heaviest edge of each pair of groups, between their first members, heaviest first, ties by id. */
function ordered(groups: Groups, edges: readonly Edge[]): Edge[] {
  const first = (node: NodeId): NodeId | undefined => groups.get(node)?.members[0]
  const best = new Map<string, Edge>()
  for (const edge of edges) {
    const [one, other] = [first(edge.a), first(edge.b)]
    if (one === undefined || other === undefined || one === other) continue
    const [a, b] = one < other ? [one, other] : [other, one]
    const key = `${a} ${b}`
    const known = best.get(key)
    if (!known || known.weight < edge.weight) best.set(key, { a, b, weight: edge.weight })
  }
  return [...best.values()].sort((x, y) => y.weight - x.weight || compare(x.a, y.a) || compare(x.b, y.b))
}

/** Pairs of two groups that are of different texts: two halves of one text need not be alike. */
function pairs(one: Group, other: Group): number {
  let within = 0
  for (const [text, count] of one.texts) within += count * (other.texts.get(text) ?? 0)
  return one.units * other.units - within
}

function mayJoin(one: Group, other: Group): boolean {
  if (one.members.some((node) => other.apart.has(node))) return false
  for (const programme of one.programmes) if (other.programmes.has(programme)) return false
  return true
}

/** Moves the smaller group into the larger. */
function join(one: Group, other: Group, groups: Groups): void {
  const [into, from] = one.members.length >= other.members.length ? [one, other] : [other, one]
  for (const node of from.members) {
    into.members.push(node)
    groups.set(node, into)
  }
  into.units += from.units
  for (const node of from.apart) into.apart.add(node)
  for (const programme of from.programmes) into.programmes.add(programme)
  for (const [text, count] of from.texts) into.texts.set(text, (into.texts.get(text) ?? 0) + count)
  for (const [group, count] of from.links) {
    group.links.delete(from)
    if (group === into) continue
    const sum = (into.links.get(group) ?? 0) + count
    into.links.set(group, sum)
    group.links.set(into, sum)
  }
}

/** From this score on a node may be the same as several of one text: a text may say in two statements what another says in one. */
const CLEAR = 0.72

/** The machine's links without those of a node to a text of which it has a closer one: of a long text many statements are a little alike. */
function closest(edges: readonly Edge[]): Edge[] {
  const best = new Map<string, number>()
  const place = (node: NodeId, other: NodeId): string => `${node} ${textOf(other)}`
  for (const { a, b, weight } of edges) for (const key of [place(a, b), place(b, a)]) best.set(key, Math.max(best.get(key) ?? 0, weight))
  return edges.filter(
    ({ a, b, weight }) => weight >= CLEAR || (weight >= (best.get(place(a, b)) ?? 0) && weight >= (best.get(place(b, a)) ?? 0)),
  )
}

/** Each node alone. */
function singles(nodes: readonly NodeId[], different: readonly (readonly [NodeId, NodeId])[]): Groups {
  const groups: Groups = new Map()
  for (const node of nodes) {
    const programme = programmeOf(node)
    const programmes = new Set(programme === undefined ? [] : [programme])
    groups.set(node, { members: [node], apart: new Set(), programmes, texts: new Map([[textOf(node), 1]]), units: 1, links: new Map() })
  }
  for (const [a, b] of different) {
    groups.get(a)?.apart.add(b)
    groups.get(b)?.apart.add(a)
  }
  return groups
}

/** What persons joined counts as one from here on, and links are counted between such. */
function settle(groups: Groups): void {
  for (const group of new Set(groups.values())) {
    group.members.sort(compare)
    if (group.members.length === 1) continue
    group.units = 1
    group.texts.clear()
    group.texts.set(group.members[0] as NodeId, 1)
  }
}

function countLinks(groups: Groups, edges: readonly Edge[]): void {
  for (const { a, b } of edges) {
    const [one, other] = [groups.get(a) as Group, groups.get(b) as Group]
    if (pairs(one, other) === 0) continue
    one.links.set(other, 1)
    other.links.set(one, 1)
  }
}

/**
 * The undertakings among some nodes. First what persons joined, then along the machine's links, heaviest first (ties by id); never two
 * nodes that a person held to be different, nor two entries of one programme. A machine's link joins two groups only when at least
 * half of the pairs between them (of different texts; what persons joined counts as one) are linked, so that a chain of look-alikes
 * does not become one undertaking. Depends on the sets given and not on their order, and on each connected component alone, so that a
 * store may recompute only the components that a new text touches. Members and groups are sorted by id.
 */
export function cluster(nodes: readonly NodeId[], edges: readonly Edge[], different: readonly (readonly [NodeId, NodeId])[]): NodeId[][] {
  const groups = singles(nodes, different)
  const byPerson = edges.filter(({ weight }) => weight >= PERSON)
  for (const { a, b } of ordered(groups, byPerson)) {
    const [one, other] = [groups.get(a) as Group, groups.get(b) as Group]
    if (one !== other && mayJoin(one, other)) join(one, other, groups)
  }
  settle(groups)
  const links = ordered(groups, closest(edges))
  countLinks(groups, links)
  for (const { a, b } of links) {
    const [one, other] = [groups.get(a) as Group, groups.get(b) as Group]
    if (one === other || !mayJoin(one, other)) continue
    if ((one.links.get(other) ?? 0) >= SUPPORT * pairs(one, other)) join(one, other, groups)
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
  const best = new Map<string, { claim: Claim; weight: number }>()
  for (const { a, b, weight } of edges) {
    const [statement, entry] = !isEntry(a) ? [a, b] : [b, a]
    const programme = programmeOf(entry)
    if (programme === undefined || isEntry(statement) || !group.has(statement) || !group.has(entry)) continue
    if (weight < CLAIM) continue
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
    if (own.some((node) => !isEntry(node) && textOf(node) === textOf(claim.statement))) continue
    out.push(claim)
  }
  return out.sort((x, y) => compare(x.entry, y.entry) || compare(x.statement, y.statement))
}
