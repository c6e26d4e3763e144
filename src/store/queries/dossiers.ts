import type { Document, Judgement, NodeId, Undertaking } from '../../ledger/nouns.ts'
import type { Db } from '../connect.ts'
import { findNode } from '../database/find.ts'
import { judgementsOn, loadNodes } from '../database/load.ts'
import { gather } from '../database/rows.ts'
import type { Dossiers, NodeFound, Row } from '../types.ts'
import { rowsOf } from './list.ts'
import { membersOf, nodesAs, wholes } from './show.ts'

/** The undertakings of some members, with all that is judged on them, in a few queries however many they are. */
export async function dossiersOf(db: Db, ids: readonly NodeId[], asOf: string): Promise<Dossiers> {
  const homes = await homesOf(db, ids)
  const rows = [...new Set(homes.values())]
  const made = await wholes(db, rows, asOf)
  const undertakings = new Map<NodeId, Undertaking>()
  for (const id of ids) {
    const whole = made.get(homes.get(id) ?? -1)
    if (whole) undertakings.set(id, whole)
  }
  const documents = new Set([...made.values()].flatMap(({ members }) => members.map(({ document }) => document)))
  return {
    undertakings,
    judgements: await judgementsIn(db, rows),
    documents: new Map((await documentsNamed(db, documents)).map((one) => [one.id, one])),
  }
}

/** Undertakings' rows by the ids of members; one that is nowhere is left out. */
async function homesOf(db: Db, ids: readonly NodeId[]): Promise<Map<NodeId, number>> {
  const found = await gather(new Set(ids), (some) => db.selectFrom('nodes').select(['id', 'undertaking']).where('id', 'in', some).execute())
  const homes = new Map(found.map(({ id, undertaking }) => [id, undertaking]))
  for (const id of ids) {
    if (homes.has(id)) continue
    const node = await findNode(db, id)
    if (node) homes.set(id, node.undertaking)
  }
  return homes
}

async function judgementsIn(db: Db, rows: readonly number[]): Promise<Judgement[]> {
  return judgementsOn(db, [...(await membersOf(db, rows)).keys()])
}

async function documentsNamed(db: Db, ids: Iterable<string>): Promise<Document[]> {
  const found = await gather(ids, (some) => db.selectFrom('documents').select('body').where('id', 'in', some).execute())
  return found.map(({ body }) => JSON.parse(body) as Document)
}

/** Undertakings as lists show them, by id. */
export async function rowsNamed(db: Db, ids: readonly NodeId[], asOf: string): Promise<Map<NodeId, Row>> {
  const stored = await gather(new Set(ids), (some) => db.selectFrom('undertakings').selectAll().where('id', 'in', some).execute())
  return new Map((await rowsOf(db, stored, asOf)).map((row) => [row.id, row]))
}

/** Statements and entries by id; one that is nowhere is left out. */
export async function nodesNamed(db: Db, ids: readonly NodeId[]): Promise<Map<NodeId, NodeFound>> {
  const rows = await gather(new Set(ids), (some) => db.selectFrom('nodes').select('row').where('id', 'in', some).execute())
  const loaded = await loadNodes(
    db,
    'row',
    rows.map(({ row }) => row),
  )
  return new Map((await nodesAs(db, loaded)).map((one) => [one.id, one]))
}
