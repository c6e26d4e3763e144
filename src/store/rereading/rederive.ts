import { carryOver } from '../../ledger/carry.ts'
import { counted, sourceOf } from '../../ledger/documents.ts'
import { withId } from '../../ledger/judgement.ts'
import { Moves } from '../../ledger/moves.ts'
import type { Document, Judgement, Of, TextHash } from '../../ledger/nouns.ts'
import { type Rebase, rebased } from '../../ledger/rebase.ts'
import type { Reading, Source, Statement } from '../../model.ts'
import type { Db } from '../connect.ts'
import { unpack, wellFormed } from '../database/columns.ts'
import { recorded } from '../database/recasts.ts'
import { chunks } from '../database/rows.ts'
import { arrivalOf, clashes, hashOf } from '../incoming/arrivals.ts'
import { keptOf } from '../incoming/kept.ts'
import { addDocuments, replaceReading } from '../incoming/texts.ts'
import { restore } from '../journal/append.ts'
import { dropCopies } from '../linking/copies.ts'
import { regroup } from '../linking/regroup.ts'
import type { Revision } from '../linking/revision.ts'
import type { Rederived } from '../types.ts'

/** Author of the withdrawals of judgements that were given again on a text that took the place of another. */
const BY = 'stocktake'

/**
 * Puts another text in the place of that of a document, as the intake of today makes it of the same bytes. What people said of the old text is said of the same
 * words in the new one: each judgement is appended again, by its author and of its time, and the one on the old text withdrawn. What has no place there stays an orphan.
 * As long as the old text is that of another document too, it stays, and what was judged on it with it.
 * @param id whole, of a document
 * @param now this moment, ISO 8601
 */
export async function rederive(
  revision: Revision,
  id: string,
  given: string,
  read: (source: Source) => Reading,
  now: string,
): Promise<Rederived> {
  const { db } = revision
  const nothing = { made: false, moved: 0, orphaned: 0 }
  const found = await db
    .selectFrom('documents')
    .innerJoin('texts', 'texts.row', 'documents.text')
    .select(['documents.row', 'documents.text', 'documents.body', 'texts.hash', 'texts.body as characters'])
    .where('documents.id', '=', id)
    .executeTakeFirst()
  const text = wellFormed(given)
  const hash = hashOf(text)
  if (!found || found.hash === hash) return nothing
  if ((await clashes(db, [hash])).has(hash))
    return { ...nothing, refused: 'its text has the same short name as another text of the ledger' }
  const before = JSON.parse(found.body) as Document
  const source = { ...sourceOf(before, text), text }
  const arrival = arrivalOf(source, hash, before.externalId, read)
  const { document } = arrival
  const known = await db.selectFrom('documents').select('row').where('id', '=', document.id).executeTakeFirst()
  if (!known) await addDocuments(revision, [arrival])
  await hand(revision, found.row, id, document.id)
  const others = await db.selectFrom('documents').select(['row', 'body']).where('text', '=', found.text).execute()
  const stays = others.length > 0
  const characters = unpack(found.characters)
  const old = await judgedOn(db, id, stays ? undefined : found.hash)
  if (stays) await recount(revision, { row: found.text, hash: found.hash }, others, characters, read)
  else await dropText(revision, found.text, found.hash)
  // of a text that stays nothing moves but what quotes the document
  const move = { from: stays ? '' : found.hash, to: hash, documents: new Map([[id, document.id]]) }
  const again = old.length ? await giveAgain(revision, old, { ...move, moves: new Moves(characters, text) }, now) : new Map()
  await regroup(revision)
  return { made: true, moved: again.size, orphaned: old.filter((one) => !again.has(one.id)).length }
}

/** Gives what hangs on a document to the one that takes its place, and takes it out. */
async function hand({ db, rows }: Revision, row: number, id: string, to: string): Promise<void> {
  await rows.most('documents')
  const heir = await db.selectFrom('documents').select('row').where('id', '=', to).executeTakeFirstOrThrow()
  const has = await db.selectFrom('received').select('document').where('document', '=', heir.row).executeTakeFirst()
  if (has) await db.deleteFrom('received').where('document', '=', row).execute()
  else await db.updateTable('received').set({ document: heir.row }).where('document', '=', row).execute()
  await db.updateTable('feed_entries').set({ document: to }).where('document', '=', id).execute()
  await db.deleteFrom('documents').where('row', '=', row).execute()
}

/** The document of a text that counts may be another now, and the text is read with that. */
async function recount(
  revision: Revision,
  text: { readonly row: number; readonly hash: TextHash },
  others: readonly { readonly row: number; readonly body: string }[],
  characters: string,
  read: (source: Source) => Reading,
): Promise<void> {
  const documents = others.map(({ row, body }) => ({ row, document: JSON.parse(body) as Document }))
  const first = counted(documents.map(({ document }) => document))
  const row = documents.find(({ document }) => document.id === first.id)?.row as number
  await revision.db.updateTable('texts').set({ document: row }).where('row', '=', text.row).execute()
  const reading = keptOf(read(sourceOf(first, characters)))
  await replaceReading(revision, { head: { ...text, document: first, between: reading.parties, size: reading.statements.length }, reading })
}

/** Takes a text out, with its statements: judgements on them wait, as they would for a text that has not come yet. */
async function dropText(revision: Revision, row: number, hash: TextHash): Promise<void> {
  const { db, rows } = revision
  for (const table of ['texts', 'passages'] as const) await rows.most(table)
  const nodes = await db.selectFrom('nodes').select('row').where('text', '=', row).execute()
  await revision.drop(nodes.map((node) => node.row))
  await dropCopies(revision, row, hash)
  const passages = await db.selectFrom('passages').select('row').where('text', '=', row).execute()
  for (const some of chunks(passages.map((one) => one.row))) await db.deleteFrom('passage_words').where('rowid', 'in', some).execute()
  await db.deleteFrom('passages').where('text', '=', row).execute()
  await db.deleteFrom('texts').where('row', '=', row).execute()
  // a recast counts nowhere without its text
  await db
    .updateTable('judgements')
    .set(({ ref }) => ({ b_ref: ref('a_ref') }))
    .where('type', '=', 'recast')
    .where('a_ref', '>=', `${hash.slice(0, 12)}-`)
    .where('a_ref', '<', `${hash.slice(0, 12)}.`)
    .execute()
}

/** What is in force and quotes a document, or is about statements of a text, and the scores that rest on that; in the order of the journal. */
async function judgedOn(db: Db, document: string, hash: TextHash | undefined): Promise<Judgement[]> {
  // a name that no text has
  const name = hash?.slice(0, 12) ?? 'none'
  const [from, to] = [`${name}-`, `${name}.`]
  const rows = await db
    .selectFrom('judgements')
    .select(['seq', 'body'])
    .where('counts', '=', 1)
    .where(({ or, and, eb }) =>
      or([
        and([eb('a_ref', '>=', from), eb('a_ref', '<', to)]),
        and([eb('b_ref', '>=', from), eb('b_ref', '<', to)]),
        and([eb('type', '=', 'evidence'), eb('body', 'like', `%"document":"${document}"%`)]),
      ]),
    )
    .execute()
  const found = new Map(rows.map(({ seq, body }) => [seq, JSON.parse(body) as Judgement]))
  const bases = new Set([...found.values()].filter(({ type }) => type === 'guideline' || type === 'evidence').map(({ id }) => id))
  if (bases.size)
    for (const { seq, body } of await db
      .selectFrom('judgements')
      .select(['seq', 'body'])
      .where('type', '=', 'score')
      .where('counts', '=', 1)
      .execute()) {
      const score = JSON.parse(body) as Judgement
      if (score.type === 'score' && [score.guideline, ...(score.evidence ?? [])].some((one) => bases.has(one))) found.set(seq, score)
    }
  return [...found].sort(([a], [b]) => a - b).map(([, one]) => one)
}

/** Appends judgements again for the text that took the place of theirs, and withdraws those on the old one. Gives back which have their place, with their new ids. */
async function giveAgain(
  revision: Revision,
  old: readonly Judgement[],
  move: Omit<Rebase, 'again'>,
  now: string,
): Promise<ReadonlyMap<string, string>> {
  const again = new Map<string, string>()
  let all: readonly Statement[] | undefined
  for (const judgement of old) {
    all ??= [...((await recorded(revision.db, move.to))?.recasting.all.values() ?? [])]
    const there = all
    const body = rebased(judgement, { ...move, again }, (id) => carryOver(id, there))
    if (!body) continue
    const { at, by, reason } = judgement
    const made = withId({ at, by, ...(reason === undefined ? {} : { reason }), ...body })
    if (made.id === judgement.id) continue
    again.set(judgement.id, made.id)
    const why = `given again as ${made.id}: its text was made anew of its original`
    const withdrawal: Omit<Of<'withdrawal'>, 'id'> = { at: now, by: BY, reason: why, type: 'withdrawal', of: judgement.id }
    await restore(revision, [made, withId(withdrawal)])
    if (judgement.type === 'recast') all = undefined
  }
  return again
}
