import { placeOf, settle } from './carry.ts'
import { byId } from './documents.ts'
import type { Suggestion } from './dump.ts'
import { about, inForce, type Journal } from './journal.ts'
import { keysOf } from './link/features.ts'
import { hash52, type Place, pairsWithin, placeInLists } from './link/windows.ts'
import { byPlace, type LedgerNode, nodeOfEntry, nodeOfStatement, type TextRead } from './nodes.ts'
import type { Judgement, Link, NodeId, TextHash, Undertaking } from './nouns.ts'
import { edgesOf, linkOf, type Partition, partition, type Ties, waiting } from './partition.ts'
import { meaning, type Recasting, recast } from './recast.ts'
import { standingOf } from './standing.ts'
import { assemble, type Bundle, type Unjudged } from './undertaking.ts'
import { witnessesOf } from './witnesses.ts'

/** All undertakings that texts and journal amount to. */
export interface Ledger {
  /** By id. */
  readonly undertakings: readonly Undertaking[]
  /** Links that wait for a person's word, by the nodes of `a` and `b`. */
  readonly suggestions: readonly Suggestion[]
  /** Judgements in force on statements that are no longer read, and on entries that nobody declares. */
  readonly orphans: readonly Judgement[]
  /** Pairs of nodes that share a key and were not compared for its sake, because too many share it (counted by key). */
  readonly uncompared: number
}

/**
 * The ledger, from nothing but what was read and what was judged. The order of the texts does not matter; that of the journal does.
 * @param asOf the day for which standings hold, ISO 8601
 */
export function ledger(texts: readonly TextRead[], journal: readonly Judgement[], asOf: string): Ledger {
  const given = inForce(journal)
  const place = (judgement: string) => given.order.get(judgement) ?? 0
  const recastings = new Map(texts.map(({ hash, statements }) => [hash, recast(byPlace(statements), given.recasts.get(hash) ?? [], place)]))
  const settled = settle(given.judgements, finder(recastings, given))
  const judged = inForce(settled.judgements)
  const nodes = nodesOf(texts, recastings, judged)
  const { links, left } = linksAmong(nodes)
  const ties: Ties = { links, verdicts: judged.links }
  const parted = partition([...nodes.keys()].sort(), ties)
  const undertakings = put(nodes, parted, ties, copiesAmong(texts)).map((one) => judge(one, judged, asOf))
  const group = new Map(parted.groups.flatMap((ids, i) => ids.map((id) => [id, (undertakings[i] as Undertaking).id] as const)))
  const guest = new Map<NodeId, NodeId[]>()
  for (const { statement, entry } of parted.claims) guest.set(statement, [...(guest.get(statement) ?? []), group.get(entry) as NodeId])
  const waits = waiting(links, ties, (node) => [group.get(node), ...(guest.get(node) ?? [])])
  const suggestions = waits.map((link) => suggestionOf(link, nodes, group))
  suggestions.sort((x, y) => byId({ id: x.a.node }, { id: y.a.node }) || byId({ id: x.b.node }, { id: y.b.node }))
  return {
    undertakings: undertakings.sort(byId),
    suggestions,
    orphans: settled.orphans.map(({ judgement }) => judgement),
    uncompared: left,
  }
}

/** Copy to original, for texts that are not their own. */
function copiesAmong(texts: readonly TextRead[]): Map<TextHash, TextHash> {
  const given = texts.map(({ hash, document: { date }, fingerprint }) => ({ hash, ...(date === undefined ? {} : { date }), fingerprint }))
  return new Map([...witnessesOf(given)].filter(([copy, original]) => copy !== original))
}

/** What a node's id means today for a judgement: itself, the statement that stands in its place, or nothing. */
function finder(recastings: ReadonlyMap<TextHash, Recasting>, journal: Journal): (id: NodeId, judgement: Judgement) => NodeId | undefined {
  const byName = new Map([...recastings].map(([hash, one]) => [hash.slice(0, 12), one]))
  return (id, judgement) => {
    if (judgement.type === 'recast') return recastings.get(judgement.text)?.lost.has(judgement.id) === false ? id : undefined
    const place = placeOf(id)
    if (!place) return journal.entries.has(id) ? id : undefined
    const text = byName.get(place.text)
    return text && meaning(text, id, { type: judgement.type, place: journal.order.get(judgement.id) ?? 0 })
  }
}

function nodesOf(texts: readonly TextRead[], recastings: ReadonlyMap<TextHash, Recasting>, judged: Journal): Map<NodeId, LedgerNode> {
  const nodes = new Map<NodeId, LedgerNode>()
  for (const text of texts) {
    const sized = { ...text, size: byPlace(text.statements).size }
    for (const statement of recastings.get(text.hash)?.statements.values() ?? [])
      nodes.set(statement.id, nodeOfStatement(statement, sized, judged.corrections.get(statement.id) ?? []))
  }
  for (const { entry } of judged.entries.values()) nodes.set(entry.id, nodeOfEntry(entry, judged.programmes.get(entry.programme)))
  return nodes
}

/** All links that are made or proposed among nodes. */
function linksAmong(nodes: ReadonlyMap<NodeId, LedgerNode>): { links: Link[]; left: number } {
  const lists = new Map<number, Place[]>()
  for (const { id, features } of nodes.values()) {
    const place = { at: placeInLists(features), id }
    for (const key of new Set(keysOf(features).map(hash52))) {
      const list = lists.get(key)
      if (list) list.push(place)
      else lists.set(key, [place])
    }
  }
  const { pairs, left } = pairsWithin(lists)
  const links: Link[] = []
  for (const [a, row] of pairs)
    for (const b of row.keys()) {
      const [one, other] = [nodes.get(a) as LedgerNode, nodes.get(b) as LedgerNode]
      const link = linkOf(one.features, other.features)
      if (link) links.push({ a, b, ...link })
    }
  return { links, left }
}

function put(nodes: ReadonlyMap<NodeId, LedgerNode>, parted: Partition, ties: Ties, witnesses: Bundle['witnesses']): Unjudged[] {
  const edges = edgesOf(ties)
  return bundles(parted, edges).map(({ ids, within }) =>
    assemble({ nodes: ids.map((id) => nodes.get(id) as LedgerNode), edges: within, verdicts: ties.verdicts, witnesses }),
  )
}

/** The nodes of each undertaking, claimed ones included, and the links that count among them. */
export function bundles(
  { groups, claims }: Partition,
  edges: Bundle['edges'],
): { readonly ids: readonly NodeId[]; readonly within: Bundle['edges'] }[] {
  const made = groups.map((ids) => ({ ids: [...ids], within: [] as Bundle['edges'][number][] }))
  const home = new Map(groups.flatMap((ids, i) => ids.map((id) => [id, i] as const)))
  const guest = new Map<NodeId, Set<number>>()
  for (const { statement, entry } of claims) {
    const at = home.get(entry) as number
    made[at]?.ids.push(statement)
    guest.set(statement, (guest.get(statement) ?? new Set()).add(at))
  }
  const places = (id: NodeId) => [home.get(id) as number, ...(guest.get(id) ?? [])]
  for (const edge of edges) {
    const other = new Set(places(edge.b))
    for (const at of new Set(places(edge.a))) if (other.has(at)) made[at]?.within.push(edge)
  }
  return made
}

/** Gives an undertaking its standing on a day. */
export function judge(unjudged: Unjudged, journal: Journal, asOf: string): Undertaking {
  const { entries, members, due, parties } = unjudged
  const ids = [...entries.map(({ id }) => id), ...members.map(({ statement }) => statement.id)]
  const { evidence, searches, scores, guidelines } = about(journal, ids)
  const limit = due === undefined ? {} : { due }
  const given = { entries, members, evidence, searches, scores, guidelines, ...limit, asOf, parties, order: journal.order }
  return { ...unjudged, standing: standingOf(given).standing }
}

function suggestionOf(link: Link, nodes: ReadonlyMap<NodeId, LedgerNode>, group: ReadonlyMap<NodeId, NodeId>): Suggestion {
  const end = (id: NodeId) => endOf(nodes.get(id) as LedgerNode, group.get(id) as NodeId)
  const { score, parts, barriers } = link
  return { a: end(link.a), b: end(link.b), score, parts, barriers }
}

/** One end of a suggested link. */
export function endOf(
  { id, document, statement }: Pick<LedgerNode, 'id' | 'document' | 'statement'>,
  undertaking: NodeId,
): Suggestion['a'] {
  return { node: id, undertaking, ...(document !== undefined && statement ? { document, span: statement.span } : {}) }
}
