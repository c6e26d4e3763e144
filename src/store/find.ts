import { carryOver, placeOf } from '../ledger/carry.ts'
import type { NodeId } from '../ledger/nouns.ts'
import type { Statement } from '../model.ts'
import type { Db } from './connect.ts'
import { StoreError } from './error.ts'

/** Fewest characters of an id that may stand for it. */
const SHORTEST = 6

/**
 * The node that an id means: its own, that of the statement to which a statement that is no longer read was carried, or the only one that begins so.
 * Throws `StoreError` where several do.
 * @param mode `exact`: no beginnings
 */
export async function findNode(db: Db, id: NodeId, mode?: 'exact'): Promise<{ row: number; id: NodeId; undertaking: number } | undefined> {
  const nodes = db.selectFrom('nodes').select(['row', 'id', 'undertaking'])
  const exact = await nodes.where('id', '=', id).executeTakeFirst()
  if (exact) return exact
  const place = placeOf(id)
  if (place) {
    const rows = await db
      .selectFrom('nodes')
      .select(['row', 'id', 'undertaking', 'body'])
      .where('id', '>=', `${place.text}-`)
      .where('id', '<', `${place.text}.`)
      .execute()
    const to = carryOver(
      id,
      rows.map(({ body }) => JSON.parse(body) as Statement),
    )
    const found = rows.find((one) => one.id === to)
    if (found) return { row: found.row, id: found.id, undertaking: found.undertaking }
  }
  if (mode === 'exact' || id.length < SHORTEST) return undefined
  const begins = await nodes.where('id', '>=', id).where('id', '<', `${id}\u{10ffff}`).limit(2).execute()
  if (begins.length > 1) throw new StoreError('refused', `${id} is the beginning of several ids; give more of it`)
  return begins[0]
}
