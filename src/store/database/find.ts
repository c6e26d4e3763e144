import type { NodeId } from '../../ledger/nouns.ts'
import type { Db } from '../connect.ts'
import { StoreError } from '../error.ts'
import { traced } from './recasts.ts'

/** Fewest characters of an id that may stand for it. */
const SHORTEST = 6

/**
 * The node that an id means: its own, that of the statement to which a statement that is no longer there was carried, or the only one that begins so.
 * Throws `StoreError` where several do.
 * @param mode `exact`: no beginnings
 */
export async function findNode(db: Db, id: NodeId, mode?: 'exact'): Promise<{ row: number; id: NodeId; undertaking: number } | undefined> {
  const nodes = db.selectFrom('nodes').select(['row', 'id', 'undertaking'])
  const exact = await nodes.where('id', '=', id).executeTakeFirst()
  if (exact) return exact
  const now = (await traced(db, id))?.now
  if (now !== undefined) return nodes.where('id', '=', now).executeTakeFirst()
  if (mode === 'exact' || id.length < SHORTEST) return undefined
  const begins = await nodes.where('id', '>=', id).where('id', '<', `${id}\u{10ffff}`).limit(2).execute()
  if (begins.length > 1) throw new StoreError('refused', `${id} is the beginning of several ids; give more of it`)
  return begins[0]
}
