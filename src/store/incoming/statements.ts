import { inForce } from '../../ledger/journal.ts'
import { placeInLists } from '../../ledger/link/windows.ts'
import type { Judgement, NodeId } from '../../ledger/nouns.ts'
import { meaning, type Recasting, recast } from '../../ledger/recast.ts'
import type { Statement } from '../../model.ts'
import type { Db } from '../connect.ts'
import { judgementsOn, nodeOf, type TextHead, type TextNotes } from '../database/load.ts'
import { recastsOf } from '../database/recasts.ts'
import { chunks, gather } from '../database/rows.ts'
import type { JudgementRow } from '../database/tables.ts'
import type { Revision } from '../linking/revision.ts'
import { type ReadAhead, readyStatement } from './ready.ts'

/** What a text's statements are to become, and what they were. */
interface Placing {
  readonly revision: Revision
  readonly head: TextHead
  /** What was read in the text. */
  readonly read: ReadonlyMap<NodeId, Statement>
  /** What people made of it. */
  readonly recasting: Recasting
  /** Rows of the nodes that the text had before. */
  readonly before: ReadonlyMap<NodeId, number>
}

/** Makes the nodes of a text what was read in it and what people made of that; carries judgements over, and links what is new. */
export async function placeStatements(
  revision: Revision,
  { size: _, ...of }: TextHead,
  read: ReadonlyMap<NodeId, Statement>,
  notes: Omit<TextNotes, 'away' | 'size'>,
  ready: NonNullable<ReadAhead['ready']> = () => undefined,
): Promise<void> {
  const { db } = revision
  const head: TextHead = { ...of, size: read.size }
  const { recasts, places, missed } = await recastsOf(db, head.hash)
  const recasting = recast(read, recasts, (id) => places.get(id) ?? 0)
  const { statements } = recasting
  const away = [...read.values()].filter((one) => statements.get(one.id) !== one)
  const info: TextNotes = { parties: notes.parties, notes: notes.notes, size: read.size, ...(away.length ? { away } : {}) }
  await db
    .updateTable('texts')
    .set({ statements: statements.size, info: JSON.stringify(info) })
    .where('row', '=', head.row)
    .execute()
  for (const { id } of recasts) {
    const b_ref = recasting.lost.get(id) ?? null
    if (b_ref !== missed.get(id)) await db.updateTable('judgements').set({ b_ref }).where('id', '=', id).execute()
  }
  const old = await db.selectFrom('nodes').select(['row', 'id']).where('text', '=', head.row).execute()
  const before = new Map(old.map(({ row, id }) => [id, row]))
  await revision.drop(old.filter(({ id }) => !statements.has(id)).map(({ row }) => row))
  const placing: Placing = { revision, head, read, recasting, before }
  const rowOf = await writeNodes(placing, ready)
  await linkNodes(placing, rowOf)
  // the document that counts stands in every member, whatever became of its links
  for (const { row, id } of old) if (statements.has(id)) revision.touched.add(row)
}

/** Writes the statements as nodes: new ones, and those that are no longer as they were. @returns their rows */
async function writeNodes(
  { revision, head, read, recasting, before }: Placing,
  ready: NonNullable<ReadAhead['ready']>,
): Promise<Map<NodeId, number>> {
  const { db } = revision
  const rowOf = new Map<NodeId, number>()
  for (const some of chunks(recasting.statements.values())) {
    const added = some.filter(({ id }) => !before.has(id))
    const made = added.map((statement) => {
      // a statement that somebody drew may stand where one was read
      const known = read.get(statement.id) === statement ? ready(statement.id) : undefined
      return (
        known ??
        readyStatement(statement, JSON.stringify(nodeOf({ id: statement.id, body: statement, text: head }, [], new Map()).features))
      )
    })
    const rows = await revision.create(
      made.map(({ body, features }, i) => ({ id: (added[i] as Statement).id, text: head.row, body, features })),
    )
    await revision.indexWords(
      'statement_words',
      made.map(({ words }, i) => ({ row: rows[i] as number, words })),
    )
    for (const [i, { id }] of added.entries()) rowOf.set(id, rows[i] as number)
    const known = await storedOf(db, some, before, 'body')
    for (const statement of some) {
      const row = before.get(statement.id)
      if (row === undefined) continue
      rowOf.set(statement.id, row)
      const body = JSON.stringify(statement)
      if (known.get(row) === body) continue
      revision.touched.add(row)
      await db.updateTable('nodes').set({ body }).where('row', '=', row).execute()
    }
  }
  return rowOf
}

/** Carries the judgements over and links what is new, or is seen otherwise by what people said of it. */
async function linkNodes({ revision, head, recasting, before }: Placing, rowOf: ReadonlyMap<NodeId, number>): Promise<void> {
  const { db } = revision
  const judged = await carryJudgements(revision, head, recasting, rowOf)
  const { corrections } = inForce(judged.size ? await judgementsOn(db, [...judged]) : [])
  // some at a time: what linking sees of a long text is many times the text. In the order of the lists, so that none comes between two that were compared
  const { date } = head.document
  const { statements } = recasting
  const place = new Map([...statements.keys()].map((id) => [id, placeInLists({ id, ...(date === undefined ? {} : { date }) })]))
  const listed = [...statements.values()].sort((x, y) => (place.get(x.id) as number) - (place.get(y.id) as number))
  for (const some of chunks(listed)) {
    const known = await storedOf(db, some, before, 'features')
    const relinked: Parameters<Revision['link']>[0][number][] = []
    for (const statement of some) {
      const corrected = corrections.get(statement.id)
      const isNew = !before.has(statement.id)
      if (isNew && !corrected) continue
      const node = nodeOf({ id: statement.id, body: statement, text: head }, corrected ?? [], new Map())
      const row = rowOf.get(statement.id) as number
      if (isNew || known.get(row) !== JSON.stringify(node.features)) relinked.push({ row, node, isNew })
    }
    await revision.link(relinked)
  }
  await revision.enter(listed.filter(({ id }) => !before.has(id) && !corrections.has(id)).map(({ id }) => rowOf.get(id) as number))
}

/** A column of those statements that are nodes already, by row. */
async function storedOf(
  db: Db,
  statements: readonly Statement[],
  rows: ReadonlyMap<NodeId, number>,
  column: 'body' | 'features',
): Promise<Map<number, string>> {
  const known = statements.flatMap(({ id }) => rows.get(id) ?? [])
  const found = await gather(known, (some) =>
    db
      .selectFrom('nodes')
      .select(['row', `${column} as value`])
      .where('row', 'in', some)
      .execute(),
  )
  return new Map(found.map(({ row, value }) => [row, value]))
}

/** Puts the judgements on a text's statements on those that they mean now. Gives back the rows of statements that are judged. */
async function carryJudgements(
  { db, touched }: Revision,
  head: TextHead,
  recasting: Recasting,
  rowOf: ReadonlyMap<NodeId, number>,
): Promise<Set<number>> {
  const prefix = head.hash.slice(0, 12)
  const judged = new Set<number>()
  for (const [column, ref] of [
    ['a', 'a_ref'],
    ['b', 'b_ref'],
  ] as const) {
    const found = await db
      .selectFrom('judgements')
      .select(['seq', 'type', column, ref])
      .where(ref, '>=', `${prefix}-`)
      .where(ref, '<', `${prefix}.`)
      .where('type', '<>', 'recast')
      .execute()
    for (const one of found as (Pick<JudgementRow, 'seq' | 'type'> & Partial<JudgementRow>)[]) {
      const id = meaning(recasting, (column === 'a' ? one.a_ref : one.b_ref) as NodeId, {
        type: one.type as Judgement['type'],
        place: one.seq,
      })
      const now = id === undefined ? null : (rowOf.get(id) as number)
      const was = column === 'a' ? one.a : one.b
      if (now !== null) judged.add(now)
      if (now === was) continue
      for (const row of [now, was]) if (row !== null && row !== undefined) touched.add(row)
      await db
        .updateTable('judgements')
        .set({ [column]: now })
        .where('seq', '=', one.seq)
        .execute()
    }
  }
  // a verdict that is carried over, or orphaned, also concerns the other end
  const ends = await gather(judged, (some) =>
    db
      .selectFrom('judgements')
      .select(['a', 'b'])
      .where('type', '=', 'link')
      .where(({ or, eb }) => or([eb('a', 'in', some), eb('b', 'in', some)]))
      .execute(),
  )
  for (const { a, b } of ends) for (const row of [a, b]) if (row !== null) touched.add(row)
  return judged
}
