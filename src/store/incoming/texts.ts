import { counted } from '../../ledger/documents.ts'
import { inForce } from '../../ledger/journal.ts'
import { placeInLists } from '../../ledger/link/windows.ts'
import { byPlace } from '../../ledger/nodes.ts'
import type { Document, Judgement, NodeId, TextHash } from '../../ledger/nouns.ts'
import { meaning, type Recasting, recast } from '../../ledger/recast.ts'
import type { Statement } from '../../model.ts'
import type { Db } from '../connect.ts'
import { pack, plain } from '../database/columns.ts'
import { judgementsOn, nodeOf, type TextHead, type TextNotes, textHeads } from '../database/load.ts'
import { readIn, recastsOf } from '../database/recasts.ts'
import { chunks, gather, insert } from '../database/rows.ts'
import type { JudgementRow } from '../database/tables.ts'
import { fileText } from '../linking/copies.ts'
import type { Revision } from '../linking/revision.ts'
import type { Arrival } from './arrivals.ts'
import { type ReadAhead, readyStatement } from './ready.ts'

/** How many characters of a text are searched as one passage. */
const PASSAGE = 4000

/** A text that must be read anew, and how. */
interface Stale extends ReadAhead {
  readonly head: TextHead
}

/**
 * Adds documents that are not in the ledger yet; reads and links their texts where they are new, or where one comes to count that was published earlier.
 * @returns row of the text, by document id
 */
export async function addDocuments(revision: Revision, arrivals: readonly Arrival[]): Promise<Map<string, number>> {
  const { db, rows } = revision
  const hashes = new Set(arrivals.map(({ document }) => document.hash))
  const known = await gather(hashes, (some) =>
    db.selectFrom('texts').select(['row', 'hash', 'document']).where('hash', 'in', some).execute(),
  )
  const texts = new Map(known.map((text) => [text.hash, text]))
  const places = new Map<string, number>()
  for (const hash of hashes) {
    const coming = arrivals.filter(({ document }) => document.hash === hash)
    const before = texts.get(hash)
    const row = before?.row ?? (await rows.next('texts'))
    const added: { row: number; document: Document }[] = []
    for (const { document } of coming) {
      const { id, externalId, date } = document
      added.push({ row: await rows.next('documents'), document })
      places.set(id, row)
      const external = externalId === undefined ? null : plain(externalId)
      await insert(db, 'documents', [
        {
          row: added.at(-1)?.row as number,
          id,
          text: row,
          external,
          date: date === undefined ? null : plain(date),
          body: JSON.stringify(document),
        },
      ])
    }
    const all = [...added]
    if (before) {
      const current = await db.selectFrom('documents').select(['row', 'body']).where('row', '=', before.document).executeTakeFirstOrThrow()
      all.push({ row: current.row, document: JSON.parse(current.body) as Document })
    }
    const first = counted(all.map(({ document }) => document))
    const counts = all.find(({ document }) => document.id === first.id) as (typeof all)[number]
    if (before?.document === counts.row) continue
    const arrival = coming.find(({ document }) => document.id === first.id) as Arrival
    const { reading, ready } = arrival.reading()
    if (before) await db.updateTable('texts').set({ document: counts.row }).where('row', '=', row).execute()
    else await createText(revision, row, counts.row, arrival)
    await replaceReading(revision, {
      head: { row, hash, document: first, between: reading.parties, size: reading.statements.length },
      reading,
      ...(ready && { ready }),
    })
    for (const one of coming) one.forget()
  }
  return places
}

async function createText(revision: Revision, row: number, document: number, { document: { hash }, text }: Arrival): Promise<void> {
  const { db, rows } = revision
  const body = pack(text)
  await insert(db, 'texts', [
    { row, hash, document, length: text.length, lexicon: '', statements: 0, damage: 0, body, info: '', fingerprint: '', witness: null },
  ])
  const passages: { row: number; text: number; start: number; stop: number }[] = []
  for (let start = 0; start < text.length; start = passages.at(-1)?.stop as number)
    passages.push({ row: await rows.next('passages'), text: row, start, stop: passageEnd(text, start) })
  await insert(db, 'passages', passages)
  await revision.index(
    'passage_words',
    passages.map((one) => ({ row: one.row, text: text.slice(one.start, one.stop) })),
  )
}

/** Where a passage ends: after a line where one ends in its second half, else after a word, else anywhere. */
function passageEnd(text: string, start: number): number {
  const limit = start + PASSAGE
  if (limit >= text.length) return text.length
  for (const mark of ['\n', ' ']) {
    const end = text.lastIndexOf(mark, limit - 1)
    if (end > start + PASSAGE / 2) return end + 1
  }
  return limit
}

/** Puts a reading in the place of the text's last one: keeps the nodes that are as they were, carries judgements over. */
export async function replaceReading(revision: Revision, { head, reading, ready }: Stale): Promise<void> {
  const { lexicon, damage, parties, notes } = reading
  await fileText(revision, head, reading)
  await revision.db.updateTable('texts').set({ lexicon, damage: damage.length }).where('row', '=', head.row).execute()
  await placeStatements(revision, head, byPlace(reading.statements), { parties, notes }, ready)
}

/** Makes the statements of a text what was read in it and what people made of that. A text that is not there is left alone. */
export async function recastText(revision: Revision, hash: TextHash): Promise<void> {
  const { db } = revision
  const text = await db.selectFrom('texts').select(['row', 'info']).where('hash', '=', hash).executeTakeFirst()
  const head = text && (await textHeads(db, [text.row])).get(text.row)
  if (!head) return
  const { away: _, ...notes } = JSON.parse(text.info) as TextNotes
  await placeStatements(revision, head, byPlace((await readIn(db, [text.row])).get(text.row) ?? []), notes)
}

async function placeStatements(
  revision: Revision,
  { size: _, ...of }: TextHead,
  read: ReadonlyMap<NodeId, Statement>,
  notes: Omit<TextNotes, 'away' | 'size'>,
  ready: ReadAhead['ready'] = () => undefined,
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
  const rowOf = new Map<NodeId, number>()
  for (const some of chunks(statements.values())) {
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
  const judged = await carryJudgements(revision, head, recasting, rowOf)
  const { corrections } = inForce(judged.size ? await judgementsOn(db, [...judged]) : [])
  // some at a time: what linking sees of a long text is many times the text. In the order of the lists, so that none comes between two that were compared
  const { date } = head.document
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
  // the document that counts stands in every member, whatever became of its links
  for (const { row, id } of old) if (statements.has(id)) revision.touched.add(row)
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
