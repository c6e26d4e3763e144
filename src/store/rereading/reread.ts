import { sql } from 'kysely'
import { byId, sourceOf } from '../../ledger/documents.ts'
import { inForce } from '../../ledger/journal.ts'
import { canonical } from '../../ledger/judgement.ts'
import { LINKER } from '../../ledger/link/features.ts'
import { byPlace } from '../../ledger/nodes.ts'
import type { Reading, Source, Statement } from '../../model.ts'
import type { Db } from '../connect.ts'
import { unpack } from '../database/columns.ts'
import { judgementsOn, loadNodes, nodeOf, programmesOf, textHeads } from '../database/load.ts'
import { readIn } from '../database/recasts.ts'
import { chunks } from '../database/rows.ts'
import { replaceReading } from '../incoming/texts.ts'
import { regroup } from '../linking/regroup.ts'
import type { Revision } from '../linking/revision.ts'
import type { Reread } from '../types.ts'

/** Texts that are read anew in one step. */
const STEP = 100

/**
 * Reads texts anew that are read otherwise today: with another lexicon, or by a reader that states something else.
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
    const stored = await readIn(db, some)
    const stale = texts.flatMap(({ row, body, lexicon }) => {
      const head = heads.get(row)
      if (!head) return []
      const reading = read(sourceOf(head.document, unpack(body)))
      // the reader itself may have changed, and not its lexicon
      if (reading.lexicon === lexicon && pictureOf(reading.statements) === pictureOf(stored.get(row) ?? [])) return []
      return [{ head: { ...head, between: reading.parties, size: reading.statements.length }, reading }]
    })
    if (stale.length === 0) continue
    await change(async (revision) => {
      for (const one of stale) await replaceReading(revision, one)
      await regroup(revision)
    })
    done.texts += stale.length
    for (const { reading } of stale) done.statements += reading.statements.length
    const after = await placesOf(db)
    for (const [seq, ends] of after) {
      const was = before.get(seq) ?? []
      if (ends.every((node, i) => node === was[i])) continue
      if (ends.includes(null)) done.orphaned++
      else done.carried++
    }
  }
  return done
}

/** Statements as one text, whatever their order. */
const pictureOf = (statements: readonly Statement[]): string => canonical([...byPlace(statements).values()].sort(byId))

/** Whether links were made by the linker of today; a ledger without links yet takes it on. */
export async function isOfToday(db: Db): Promise<boolean> {
  const found = await db.selectFrom('stocktake_meta').select('value').where('key', '=', 'linker').executeTakeFirst()
  if (!found) await setLinker(db)
  return !found || found.value === LINKER
}

async function setLinker(db: Db): Promise<void> {
  const value = LINKER
  await db
    .insertInto('stocktake_meta')
    .values({ key: 'linker', value })
    .onConflict((on) => on.column('key').doUpdateSet({ value }))
    .execute()
}

/** Makes all links anew, by the linker of today. */
export async function relink(revision: Revision): Promise<void> {
  const { db } = revision
  await db.deleteFrom('links').execute()
  await db.deleteFrom('keys').execute()
  await sql`update nodes set features = '', component = row`.execute(db)
  const programmes = await programmesOf(db)
  for (let last = 0; ; ) {
    const rows = await db.selectFrom('nodes').select('row').where('row', '>', last).orderBy('row').limit(STEP).execute()
    const nodes = await loadNodes(
      db,
      'row',
      rows.map(({ row }) => row),
    )
    const { corrections } = inForce(
      await judgementsOn(
        db,
        nodes.map(({ row }) => row),
      ),
    )
    await revision.link(nodes.map((one) => ({ row: one.row, node: nodeOf(one, corrections.get(one.id) ?? [], programmes), isNew: true })))
    if (rows.length < STEP) break
    last = rows.at(-1)?.row ?? 0
  }
  await regroup(revision)
  await setLinker(db)
}

/** The nodes at the ends of each judgement, by its place in the journal; null where an end is lost. */
async function placesOf(db: Db): Promise<Map<number, (string | null)[]>> {
  const found = new Map<number, (string | null)[]>()
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
    for (const { seq, id } of rows) found.set(seq, [...(found.get(seq) ?? []), id])
  }
  return found
}
