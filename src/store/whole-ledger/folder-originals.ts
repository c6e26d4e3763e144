import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from '../error.ts'
import type { Store } from '../store.ts'
import type { Incoming, Receipt, ReceiptFound } from '../types.ts'
import { linesOf, unreadable, writeLines } from './folder-lines.ts'

/** A line of `received.jsonl`. `size`: absent where the bytes are not in the folder. */
type Line = ReceiptFound & { readonly document: string }

const HASH = /^[0-9a-f]{64}$/

/** Writes what documents were made of, or takes out what an earlier export wrote of it. */
export async function exportOriginals(store: Store, folder: string, wanted: boolean): Promise<void> {
  const originals = join(folder, 'originals')
  const list = join(folder, 'received.jsonl')
  const kept = new Set<string>()
  if (wanted) {
    await mkdir(originals, { recursive: true })
    await writeLines(list, linesIn(store), async ({ document, hash, size }) => {
      if (size === undefined || kept.has(hash)) return
      kept.add(hash)
      await writeFile(join(originals, hash), (await store.bytes(document)) ?? '')
    })
  } else await rm(list, { force: true })
  if (!existsSync(originals)) return
  const names = await readdir(originals)
  for (const name of names) if (HASH.test(name) && !kept.has(name)) await rm(join(originals, name))
  if (!wanted && names.every((name) => HASH.test(name))) await rm(originals, { recursive: true })
}

async function* linesIn(store: Store): AsyncGenerator<Line> {
  for await (const { id } of store.dump().documents) {
    const receipt = await store.receipt(id)
    if (receipt) yield { document: id, ...receipt }
  }
}

/** What a folder says of how documents were received, by id of the document; nothing where it was exported without. */
export async function receivedIn(folder: string): Promise<ReadonlyMap<string, Line>> {
  const path = join(folder, 'received.jsonl')
  if (!existsSync(path)) return new Map()
  const lines = await linesOf<Line>(path)
  for (const [number, { document, hash, form }] of lines)
    if (typeof document !== 'string' || !HASH.test(hash) || !['text', 'html', 'pdf', 'docx'].includes(form))
      throw new StoreError('refused', `${path}:${number}: does not say which document was received in which form`)
  return new Map(lines.map(([, line]) => [line.document, line]))
}

/** What is added with a document. Throws `StoreError` where the bytes are not those of their name. */
export async function receiptIn(folder: string, line: Line | undefined): Promise<Pick<Incoming, 'receipt'>> {
  if (!line) return {}
  const { document: _, hash, size, ...receipt } = line
  const path = join(folder, 'originals', hash)
  if (size === undefined) return { receipt: { ...(receipt as Receipt), hash } }
  const bytes = await readFile(path).catch((error) => {
    throw unreadable(path, error, 'it is what a document of received.jsonl was made of; export the ledger once more')
  })
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw new StoreError('refused', `${path}: its bytes are not those of its name; originals are never edited`)
  return { receipt: { ...(receipt as Receipt), bytes } }
}
