import { pairKey } from './journal.ts'
import { isListed } from './link/barriers.ts'
import { type Claim, claims, cluster, type Edge } from './link/cluster.ts'
import type { Features } from './link/features.ts'
import { linkBetween } from './link/score.ts'
import type { Link, LinkScore, NodeId, Of } from './nouns.ts'

/** What holds nodes together and apart: machine links and people's verdicts, one a pair. */
export interface Ties {
  readonly links: readonly Pick<Link, 'a' | 'b' | 'score' | 'verdict'>[]
  /** Latest verdict of each pair, by `pairKey`. */
  readonly verdicts: ReadonlyMap<string, Of<'link'>>
}

/**
 * What becomes of two nodes: a link, a proposal for review, or nothing. Two statements of one text are not proposed: that a text says something like
 * it elsewhere is no question for a person.
 */
export function linkOf(a: Features, b: Features): (LinkScore & { readonly verdict: 'same' | 'suggest' }) | undefined {
  // most pairs of a long text: what they score changes nothing
  if (isListed(a, b)) return undefined
  const link = linkBetween(a, b)
  return link?.verdict === 'suggest' && a.hash !== undefined && a.hash === b.hash ? undefined : link
}

/** A machine link that a person has said nothing about. */
const free = (ties: Ties, { a, b }: { readonly a: NodeId; readonly b: NodeId }): boolean => !ties.verdicts.has(pairKey(a, b))

/** The links that count: people's, and the clear ones of the machine where nobody said otherwise. */
export function edgesOf(ties: Ties): Edge[] {
  const edges: Edge[] = []
  for (const link of ties.links) if (link.verdict === 'same' && free(ties, link)) edges.push({ a: link.a, b: link.b, weight: link.score })
  for (const { a, b, verdict } of ties.verdicts.values()) if (verdict === 'same' && a !== b) edges.push({ a, b, weight: 2 })
  return edges
}

/** Pairs that people held to be different. */
function differentOf(ties: Ties): (readonly [NodeId, NodeId])[] {
  return [...ties.verdicts.values()].filter(({ verdict, a, b }) => verdict === 'different' && a !== b).map(({ a, b }) => [a, b])
}

/** The undertakings among some nodes. */
export interface Partition {
  /** Every node is in one group: what its id resolves to. */
  readonly groups: readonly (readonly NodeId[])[]
  /** Statements that also word the undertaking of another entry. */
  readonly claims: readonly Claim[]
}

/** Parts nodes into undertakings. Depends on each connected component alone. */
export function partition(nodes: readonly NodeId[], ties: Ties): Partition {
  const edges = edgesOf(ties)
  const groups = cluster(nodes, edges, differentOf(ties))
  return { groups, claims: claims(groups, edges) }
}

/**
 * The proposals that wait for a person's word: not between nodes that are together already, not where a person spoke of the pair, and not
 * between undertakings that a person's word keeps apart.
 * @param groupsOf names of the undertakings of a node: the one that its id resolves to, then those that claim it
 */
export function waiting<L extends Pick<Link, 'a' | 'b' | 'verdict'>>(
  links: readonly L[],
  ties: Ties,
  groupsOf: (node: NodeId) => readonly unknown[],
): L[] {
  const home = (node: NodeId) => groupsOf(node)[0]
  const blocked = new Map<unknown, Set<unknown>>()
  for (const [a, b] of differentOf(ties))
    for (const [one, other] of [
      [home(a), home(b)],
      [home(b), home(a)],
    ] as const) {
      if (!blocked.has(one)) blocked.set(one, new Set())
      blocked.get(one)?.add(other)
    }
  const together = (a: readonly unknown[], b: readonly unknown[]) => a.some((one) => b.includes(one))
  return links.filter(
    (link) =>
      link.verdict === 'suggest' &&
      free(ties, link) &&
      !together(groupsOf(link.a), groupsOf(link.b)) &&
      !blocked.get(home(link.a))?.has(home(link.b)),
  )
}
