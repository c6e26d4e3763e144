import { inForce } from '../../ledger/journal.ts'
import type { Document, NodeId } from '../../ledger/nouns.ts'
import type { Statement } from '../../model.ts'
import type { Db } from '../connect.ts'
import { plain, unpack } from '../database/columns.ts'
import { judgementsOn, loadNodes, nodeOf, type TextNotes } from '../database/load.ts'
import { recastsOf, recorded, traced } from '../database/recasts.ts'
import { gather } from '../database/rows.ts'
import { StoreError } from '../error.ts'
import type { DocumentFound, Gone } from '../types.ts'

/** A document by its id, the beginning of it, or its external id. */
export async function documentAt(db: Db, id: string): Promise<DocumentFound | undefined> {
  const named = await db.selectFrom('documents').select(['text', 'body']).where('external', '=', plain(id)).limit(1000).execute()
  const found = named.filter(({ body }) => (JSON.parse(body) as Document).externalId === id)
  if (found.length === 0 && /^[0-9a-f]{6,16}$/.test(id))
    found.push(
      ...(await db.selectFrom('documents').select(['text', 'body']).where('id', '>=', id).where('id', '<', `${id}g`).limit(2).execute()),
    )
  if (found.length > 1) throw new StoreError('refused', `${id} names several documents; give the id of one`)
  const [one] = found
  if (!one) return undefined
  const text = await db.selectFrom('texts').selectAll().where('row', '=', one.text).executeTakeFirstOrThrow()
  const documents = await db.selectFrom('documents').select('body').where('text', '=', one.text).orderBy('id').execute()
  const { notes } = JSON.parse(text.info) as TextNotes
  const rows = await db.selectFrom('nodes').select('row').where('text', '=', one.text).execute()
  const nodes = await loadNodes(
    db,
    'row',
    rows.map(({ row }) => row),
  )
  const journal = inForce(
    await judgementsOn(
      db,
      nodes.map(({ row }) => row),
    ),
  )
  const homes = new Map(
    (
      await gather(new Set(nodes.map((node) => node.undertaking)), (some) =>
        db.selectFrom('undertakings').select(['row', 'id']).where('row', 'in', some).execute(),
      )
    ).map(({ row, id: home }) => [row, home]),
  )
  const statements = nodes.flatMap((node) => {
    const { statement } = nodeOf(node, journal.corrections.get(node.id) ?? [], new Map())
    return statement ? [{ statement, undertaking: homes.get(node.undertaking) as NodeId }] : []
  })
  statements.sort((a, b) => bySpan(a.statement, b.statement))
  const { recasts } = await recastsOf(db, text.hash)
  const known = recasts.length ? (await recorded(db, text.hash))?.recasting : undefined
  const away = [...(known?.away ?? [])].map(([id, by]) => ({ statement: known?.all.get(id) as Statement, by }))
  away.sort((a, b) => bySpan(a.statement, b.statement))
  const accepted = [...journal.corrections].flatMap(([id, all]) =>
    all.flatMap((one) => (one.type === 'acceptance' ? [[id, one] as const] : [])),
  )
  return {
    document: JSON.parse(one.body) as Document,
    text: unpack(text.body),
    documents: documents.map(({ body }) => JSON.parse(body) as Document),
    lexicon: text.lexicon,
    notes,
    statements,
    away,
    recasts,
    accepted: new Map(accepted),
  }
}

/** In the order of a text, of two that begin together the longer first. */
const bySpan = ({ span: a }: Statement, { span: b }: Statement): number => a.from - b.from || b.to - a.to

/** A statement that people took away, by its whole id. */
export async function goneAt(db: Db, id: NodeId): Promise<Gone | undefined> {
  const found = await traced(db, id)
  if (!found?.by || !found.statement) return undefined
  const { by, statement, hash, now } = found
  const { body } = await db
    .selectFrom('texts')
    .innerJoin('documents', 'documents.row', 'texts.document')
    .select('documents.body')
    .where('texts.hash', '=', hash)
    .executeTakeFirstOrThrow()
  return { statement, by, hash, document: JSON.parse(body) as Document, ...(now === undefined ? {} : { now }) }
}
