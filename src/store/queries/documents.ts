import { sql } from 'kysely'
import type { Document, TextHash } from '../../ledger/nouns.ts'
import type { Db } from '../connect.ts'
import { unpack } from '../database/columns.ts'
import type { TextNotes } from '../database/load.ts'
import { StoreError } from '../error.ts'
import type { CopyFound, DocumentRow, Page, TextFound, TextHeadFound } from '../types.ts'

/** Documents, newest first, those without a date last; `after` is the `next` of the page before. */
export async function documentsOf(
  db: Db,
  { limit = 50, after }: { readonly limit?: number; readonly after?: string },
): Promise<Page<DocumentRow>> {
  const day = sql<string>`coalesce(documents.date, '')`
  let query = db
    .selectFrom('documents')
    .innerJoin('texts', 'texts.row', 'documents.text')
    .select(['documents.id', 'documents.body', 'texts.statements', 'texts.damage', day.as('day')])
  if (after !== undefined) {
    const [, date, id] = /^([0-9-]*)_([0-9a-f]{16})$/.exec(after) ?? []
    if (date === undefined || id === undefined)
      throw new StoreError('refused', 'this place in the list is not known; start again from its first page')
    query = query.where(sql<boolean>`(${day} < ${date} or (${day} = ${date} and documents.id > ${id}))`)
  }
  const rows = await query
    .orderBy(day, 'desc')
    .orderBy('documents.id')
    .limit(limit + 1)
    .execute()
  const { total } = await db
    .selectFrom('documents')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ body, statements, damage }) => ({ document: JSON.parse(body) as Document, statements, damage })),
    total: Number(total),
    more: false,
    ...(rows.length > limit && last && { next: `${last.day}_${last.id}` }),
  }
}

/** Texts with their parties, each with the document that counts, newest first. Copies of texts are left out. */
export async function textsOf(db: Db, limit: number): Promise<TextFound[]> {
  const rows = await db
    .selectFrom('documents')
    .innerJoin('texts', 'texts.document', 'documents.row')
    .select(['documents.body', 'texts.body as text', 'texts.info'])
    .where('texts.witness', 'is', null)
    .orderBy(sql`coalesce(documents.date, '')`, 'desc')
    .orderBy('documents.id')
    .limit(limit)
    .execute()
  return rows.map(({ body, text, info }) => ({
    document: JSON.parse(body) as Document,
    text: unpack(text),
    parties: (JSON.parse(info) as TextNotes).parties,
  }))
}

/** Texts with their parties and the document that counts, newest first, copies left out and their words too. */
export async function headsOf(db: Db, limit: number): Promise<TextHeadFound[]> {
  const rows = await db
    .selectFrom('documents')
    .innerJoin('texts', 'texts.document', 'documents.row')
    .select(['documents.body', 'texts.info'])
    .where('texts.witness', 'is', null)
    .orderBy(sql`coalesce(documents.date, '')`, 'desc')
    .orderBy('documents.id')
    .limit(limit)
    .execute()
  return rows.map(({ body, info }) => ({ document: JSON.parse(body) as Document, parties: (JSON.parse(info) as TextNotes).parties }))
}

/** Texts that are copies of others, newest first, each by the document that counts with that of its original. */
export async function copiedTexts(db: Db, limit: number): Promise<CopyFound[]> {
  const rows = await db
    .selectFrom('texts')
    .innerJoin('documents', 'documents.row', 'texts.document')
    .innerJoin('texts as originals', 'originals.row', 'texts.witness')
    .innerJoin('documents as firsts', 'firsts.row', 'originals.document')
    .select(['documents.body as copy', 'firsts.body as first'])
    .where('texts.witness', 'is not', null)
    .orderBy(sql`coalesce(documents.date, '')`, 'desc')
    .orderBy('documents.id')
    .limit(limit)
    .execute()
  return rows.map(({ copy, first }) => ({ first: JSON.parse(first) as Document, copy: JSON.parse(copy) as Document }))
}

/** Documents of other texts that are copies of a text, as far as the ledger knows, the earliest first; `limit` at most. */
export async function copiesOf(db: Db, hash: TextHash, limit: number): Promise<Document[]> {
  const own = await db.selectFrom('texts').select(['row', 'witness']).where('hash', '=', hash).executeTakeFirst()
  if (!own) return []
  const first = own.witness ?? own.row
  const rows = await db
    .selectFrom('texts')
    .innerJoin('documents', 'documents.row', 'texts.document')
    .select('documents.body')
    .where(({ eb, or }) => or([eb('texts.row', '=', first), eb('texts.witness', '=', first)]))
    .where('texts.row', '!=', own.row)
    .orderBy(sql`coalesce(documents.date, '')`)
    .orderBy('documents.id')
    .limit(limit)
    .execute()
  return rows.map(({ body }) => JSON.parse(body) as Document)
}
