import { placeOf } from '../../ledger/carry.ts'
import type { NodeId, Of, TextHash } from '../../ledger/nouns.ts'
import { isDrawn, meaning, type Recasting, recast } from '../../ledger/recast.ts'
import type { Statement } from '../../model.ts'
import type { Db } from '../connect.ts'
import type { TextNotes } from './load.ts'

/** A text of the ledger with what was read in it and what people made of that. */
export interface Recorded {
  readonly row: number
  readonly hash: TextHash
  readonly read: ReadonlyMap<NodeId, Statement>
  readonly recasting: Recasting
}

/** The recasts of a text that are in force, in the order of the journal; where each stands in it, and what is stored as the statement that it misses. */
export async function recastsOf(
  db: Db,
  text: TextHash,
): Promise<{ recasts: Of<'recast'>[]; places: Map<string, number>; missed: Map<string, NodeId | null> }> {
  const name = text.slice(0, 12)
  const rows = await db
    .selectFrom('judgements')
    .select(['seq', 'id', 'body', 'b_ref'])
    .where('a_ref', '>=', `${name}-`)
    .where('a_ref', '<', `${name}.`)
    .where('type', '=', 'recast')
    .where('counts', '=', 1)
    .orderBy('seq')
    .execute()
  const recasts = rows.map(({ body }) => JSON.parse(body) as Of<'recast'>).filter((one) => one.text === text)
  const missed = new Map(rows.map(({ id, b_ref }) => [id, b_ref]))
  return { recasts, places: new Map(rows.map(({ id, seq }) => [id, seq])), missed }
}

/** The statements of texts as they were read, by the row of the text: nodes that nobody drew, and those that were taken away. */
export async function readIn(db: Db, rows: readonly number[]): Promise<Map<number, Statement[]>> {
  const found = new Map<number, Statement[]>(rows.map((row) => [row, []]))
  for (const { text, body } of await db.selectFrom('nodes').select(['text', 'body']).where('text', 'in', rows).execute()) {
    const statement = JSON.parse(body) as Statement
    if (!isDrawn(statement)) found.get(text as number)?.push(statement)
  }
  for (const { row, info } of await db.selectFrom('texts').select(['row', 'info']).where('row', 'in', rows).execute())
    if (info !== '') found.get(row)?.push(...((JSON.parse(info) as TextNotes).away ?? []))
  return found
}

/** A text by its hash, or by the first twelve digits of it. */
export async function recorded(db: Db, name: string): Promise<Recorded | undefined> {
  const text = await db
    .selectFrom('texts')
    .select(['row', 'hash'])
    .where('hash', '>=', name)
    .where('hash', '<', `${name}g`)
    .executeTakeFirst()
  if (!text) return undefined
  const statements = (await readIn(db, [text.row])).get(text.row) ?? []
  const read = new Map(statements.map((one) => [one.id, one]))
  const { recasts, places } = await recastsOf(db, text.hash)
  return { ...text, read, recasting: recast(read, recasts, (id) => places.get(id) ?? 0) }
}

/** The statement that an id means today, where its text is in the ledger; and the recast that took away the statement of that id. */
export async function traced(
  db: Db,
  id: NodeId,
): Promise<{ readonly now?: NodeId; readonly by?: Of<'recast'>; readonly statement?: Statement; readonly hash: TextHash } | undefined> {
  const place = placeOf(id)
  const text = place && (await recorded(db, place.text))
  if (!text) return undefined
  const { recasting, hash } = text
  const [now, by, statement] = [meaning(recasting, id), recasting.away.get(id), recasting.all.get(id)]
  return { hash, ...(now === undefined ? {} : { now }), ...(by && { by }), ...(statement && { statement }) }
}
