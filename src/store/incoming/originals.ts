import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Db } from '../connect.ts'
import { pack, unpack } from '../database/columns.ts'
import type { Receipt, ReceiptFound, WithBytes } from '../types.ts'

/** Most bytes of an original that are kept; of a larger one the hash alone is. */
export const ORIGINAL = 20_000_000

/** Keeps what a document was made of. Bytes that are those of its text are not kept twice. @param row of the document */
export async function keepOriginal(db: Db, row: number, text: string, { bytes, hash: given, ...receipt }: WithBytes): Promise<void> {
  const hash = bytes ? createHash('sha256').update(bytes).digest('hex') : given
  if (hash === undefined) return
  const known = await db.selectFrom('received').select('document').where('document', '=', row).executeTakeFirst()
  if (!known)
    await db
      .insertInto('received')
      .values({ document: row, original: hash, body: pack(JSON.stringify(receipt)) })
      .execute()
  if (bytes && hash !== text && bytes.length <= ORIGINAL) await keepBytes(db, hash, bytes)
}

async function keepBytes(db: Db, hash: string, bytes: Uint8Array): Promise<void> {
  const known = await db.selectFrom('originals').select('hash').where('hash', '=', hash).executeTakeFirst()
  if (known) return
  const packed = gzipSync(bytes)
  const smaller = packed.length < bytes.length
  await db
    .insertInto('originals')
    .values({ hash, size: bytes.length, packing: smaller ? 'gzip' : 'none', body: smaller ? packed : Buffer.from(bytes) })
    .execute()
}

/** A document with its text, its receipt and, where they are kept apart from the text, its bytes. */
const receivedAs = (db: Db, id: string) =>
  db
    .selectFrom('documents')
    .innerJoin('texts', 'texts.row', 'documents.text')
    .innerJoin('received', 'received.document', 'documents.row')
    .leftJoin('originals', 'originals.hash', 'received.original')
    .where('documents.id', '=', id)

/** What a document was made of. @param id whole, of a document */
export async function receiptOf(db: Db, id: string): Promise<ReceiptFound | undefined> {
  const found = await receivedAs(db, id)
    .select(['received.original', 'received.body', 'originals.size', 'texts.hash', 'texts.row as text'])
    .executeTakeFirst()
  if (!found) return undefined
  const receipt = JSON.parse(unpack(found.body)) as Receipt
  const size = found.original === found.hash ? (await textAt(db, found.text)).length : found.size
  return { ...receipt, hash: found.original, ...(size === null ? {} : { size: Number(size) }) }
}

/** The bytes as received; undefined where they are not kept. @param id whole, of a document */
export async function bytesOf(db: Db, id: string): Promise<Uint8Array | undefined> {
  const found = await receivedAs(db, id)
    .select(['received.original', 'originals.packing', 'originals.size', 'originals.body', 'texts.hash', 'texts.row as text'])
    .executeTakeFirst()
  if (!found) return undefined
  if (found.original === found.hash) return textAt(db, found.text)
  if (!found.body) return undefined
  // one driver gives a Buffer, the other what is in one
  const body = found.body instanceof ArrayBuffer ? new Uint8Array(found.body) : found.body
  return found.packing === 'gzip' ? gunzipSync(body, { maxOutputLength: Math.max(1, Number(found.size)) }) : body
}

/** Documents of which bytes are kept that are not those of the text itself, in order of their ids. */
export async function keptOriginals(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('received')
    .innerJoin('documents', 'documents.row', 'received.document')
    .innerJoin('originals', 'originals.hash', 'received.original')
    .select('documents.id')
    .orderBy('documents.id')
    .execute()
  return rows.map(({ id }) => id)
}

async function textAt(db: Db, row: number): Promise<Uint8Array> {
  const { body } = await db.selectFrom('texts').select('body').where('row', '=', row).executeTakeFirstOrThrow()
  return Buffer.from(unpack(body))
}
