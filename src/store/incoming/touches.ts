import { keysOf } from '../../ledger/link/features.ts'
import { scoreLink } from '../../ledger/link/score.ts'
import { hash52, placeInLists } from '../../ledger/link/windows.ts'
import { byPlace, nodeOfStatement } from '../../ledger/nodes.ts'
import type { Document, NodeId } from '../../ledger/nouns.ts'
import type { Reading } from '../../model.ts'
import type { Connection } from '../connect.ts'
import { gather } from '../database/rows.ts'
import { NODES, near, neighbours } from '../linking/lists.ts'

/** A known undertaking that a statement of a text would belong to, or may belong to. */
export interface Touch {
  readonly statement: NodeId
  readonly undertaking: NodeId
  readonly label: string
  readonly score: number
  readonly verdict: 'same' | 'suggest'
}

/** Which known undertakings a text touches, without anything being stored: for each statement those that its best links lead to, best first. */
export async function touchesOf(
  { db, engine }: Pick<Connection, 'db' | 'engine'>,
  reading: Reading,
  about: Omit<Document, 'id' | 'hash'>,
): Promise<Touch[]> {
  const text = {
    hash: reading.hash,
    document: { ...about, id: reading.hash, hash: reading.hash },
    between: reading.parties,
    size: byPlace(reading.statements).size,
  }
  const nodes = reading.statements.map((statement) => nodeOfStatement(statement, text, []))
  const placed = nodes.flatMap((node) => {
    const at = placeInLists(node.features)
    return [...new Set(keysOf(node.features).map(hash52))].map((key) => ({ key, at, node }))
  })
  const lists = await neighbours(db, engine, NODES, placed)
  const met = new Map(nodes.map((node) => [node.id, new Set<number>()]))
  for (const { key, at, node } of placed) for (const other of near(lists.get(key) ?? [], at, NODES)) met.get(node.id)?.add(other.node)
  const rows = await gather(new Set([...met.values()].flatMap((set) => [...set])), (some) =>
    db
      .selectFrom('nodes')
      .innerJoin('undertakings', 'undertakings.row', 'nodes.undertaking')
      .select(['nodes.row', 'nodes.features', 'undertakings.id as undertaking', 'undertakings.label as label'])
      .where('nodes.row', 'in', some)
      .execute(),
  )
  const known = new Map(rows.filter(({ features }) => features).map((row) => [row.row, { ...row, features: JSON.parse(row.features) }]))
  return nodes.flatMap((node) => {
    const best = new Map<NodeId, Touch>()
    for (const row of met.get(node.id) ?? []) {
      const other = known.get(row)
      if (!other || other.features.id === node.id) continue
      const { score, verdict } = scoreLink(node.features, other.features)
      const { undertaking, label } = other
      if (verdict !== 'apart' && score > (best.get(undertaking)?.score ?? 0))
        best.set(undertaking, { statement: node.id, undertaking, label, score, verdict })
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.undertaking < b.undertaking ? -1 : 1))
  })
}
