import type { Document } from '../../ledger/nouns.ts'
import type { Db } from '../connect.ts'
import { gather } from '../database/rows.ts'
import type { Incoming } from '../types.ts'
import type { Arrival } from './arrivals.ts'
import { broughtBefore, saveEntry } from './feeds.ts'
import { keepOriginal } from './originals.ts'

/** A document on its way in, with what came with it. */
type Coming = readonly (Pick<Arrival, 'document'> & Pick<Incoming, 'receipt' | 'entry'>)[]

/** For the entries of watched feeds that bring nothing new: by their place, the document that is there already. */
export async function nothingNew(db: Db, coming: Coming): Promise<Map<number, Document>> {
  const found = new Map<number, Document>()
  for (const [i, { document, entry }] of coming.entries()) {
    const there = entry && (await broughtBefore(db, entry, document))
    if (there) found.set(i, there)
  }
  return found
}

/** Keeps what documents of the ledger were made of, and which entries brought them. */
export async function receive(db: Db, coming: Coming): Promise<void> {
  const ids = new Set(coming.flatMap(({ document, receipt }) => (receipt ? [document.id] : [])))
  const rows = await gather(ids, (some) => db.selectFrom('documents').select(['row', 'id']).where('id', 'in', some).execute())
  const rowOf = new Map(rows.map(({ row, id }) => [id, row]))
  for (const { document, receipt, entry } of coming) {
    const row = rowOf.get(document.id)
    if (receipt && row !== undefined) await keepOriginal(db, row, document.hash, receipt)
    if (entry) await saveEntry(db, entry, document.id)
  }
}
