import { sourceOf } from '../ledger/documents.ts'
import type { Reading, Source } from '../model.ts'
import { unpack } from './columns.ts'
import type { Db } from './connect.ts'
import { regroup, textHeads } from './regroup.ts'
import type { Revision } from './revision.ts'
import { chunks } from './rows.ts'
import { replaceReading } from './texts.ts'
import type { Reread } from './types.ts'

/** Texts that are read anew in one step. */
const STEP = 100

/**
 * Reads texts anew whose lexicon is another than that of today.
 * @param change runs one change of the ledger
 */
export async function reread(
  db: Db,
  read: (source: Source) => Reading,
  change: <T>(work: (revision: Revision) => Promise<T>) => Promise<T>,
): Promise<Reread> {
  const rows = (await db.selectFrom('texts').select('row').orderBy('row').execute()).map(({ row }) => row)
  const done = { texts: 0, statements: 0, carried: 0, orphaned: 0 }
  for (const some of chunks(rows, STEP)) {
    const before = await placesOf(db)
    const texts = await db.selectFrom('texts').select(['row', 'body', 'lexicon']).where('row', 'in', some).execute()
    const heads = await textHeads(db, some)
    const stale = texts.flatMap(({ row, body, lexicon }) => {
      const head = heads.get(row)
      const reading = head && read(sourceOf(head.document, unpack(body)))
      return head && reading && reading.lexicon !== lexicon ? [{ head: { ...head, between: reading.parties }, reading }] : []
    })
    if (stale.length === 0) continue
    await change(async (revision) => {
      for (const one of stale) await replaceReading(revision, one)
      await regroup(revision)
    })
    done.texts += stale.length
    for (const { reading } of stale) done.statements += reading.statements.length
    const after = await placesOf(db)
    for (const [end, node] of after) {
      if (node === before.get(end)) continue
      if (node === null) done.orphaned++
      else done.carried++
    }
  }
  return done
}

/** Where each end of each judgement stands. */
async function placesOf(db: Db): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>()
  for (const [column, ref] of [
    ['a', 'a_ref'],
    ['b', 'b_ref'],
  ] as const) {
    const rows = await db
      .selectFrom('judgements')
      .leftJoin('nodes', 'nodes.row', `judgements.${column}`)
      .select(['judgements.seq', 'nodes.id'])
      .where(ref, 'is not', null)
      .execute()
    for (const { seq, id } of rows) found.set(`${seq}${column}`, id)
  }
  return found
}
