import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documentOf, sourceOf } from '../../ledger/documents.ts'
import { withId } from '../../ledger/judgement.ts'
import type { Document, Judgement } from '../../ledger/nouns.ts'
import { StoreError } from '../error.ts'
import type { Store } from '../store.ts'
import { linesOf, unreadable, writeLines } from './folder-lines.ts'
import { exportOriginals, receiptIn, receivedIn } from './folder-originals.ts'

/**
 * A ledger as plain files that diff and review well: `journal.jsonl` (judgements in order), `documents.jsonl` (by id), `texts/HASH.txt`. From these the
 * same ledger is made again, for all else in it is computed. Where originals are wanted also `received.jsonl` (what documents were made of, by
 * id of the document) and `originals/HASH`, the bytes as received.
 */

/** Documents that are added in one step on import. */
const STEP = 50
const HASH = /^[0-9a-f]{64}$/

/**
 * Writes a ledger into a folder, which is made where it is not there. Files of an earlier export are replaced; texts and originals that are not of
 * this one are taken out.
 */
export async function exportJournal(
  store: Store,
  folder: string,
  { originals }: { readonly originals: boolean } = { originals: false },
): Promise<void> {
  const texts = join(folder, 'texts')
  await mkdir(texts, { recursive: true })
  await store.reading(async () => {
    const dump = store.dump()
    const kept = new Set<string>()
    await writeLines(join(folder, 'documents.jsonl'), dump.documents, async (document) => {
      if (kept.has(document.hash)) return
      kept.add(document.hash)
      await writeFile(join(texts, `${document.hash}.txt`), (await dump.text(document.hash)) ?? '')
    })
    await writeLines(join(folder, 'journal.jsonl'), store.journal())
    for (const name of await readdir(texts)) {
      const hash = name.replace(/\.txt$/, '')
      if (name.endsWith('.txt') && HASH.test(hash) && !kept.has(hash)) await rm(join(texts, name))
    }
    await exportOriginals(store, folder, originals)
  })
}

/** Puts what `exportJournal` wrote into a ledger. What is there already is passed over, so that an import that was stopped can be run again. */
export async function importJournal(store: Store, folder: string): Promise<void> {
  const journal = join(folder, 'journal.jsonl')
  const documents = await linesOf<Document>(join(folder, 'documents.jsonl'))
  const judgements = await linesOf<Judgement>(journal)
  const received = await receivedIn(folder)
  const { problemOfJudgement } = await import('../journal/shape.ts')
  for (const [line, judgement] of judgements) {
    const wrong = problemOfJudgement(judgement)
    if (wrong) throw new StoreError('refused', `${journal}:${line}: ${wrong}`)
    const { id, ...said } = judgement
    if (withId(said as Judgement).id !== id)
      throw new StoreError('refused', `${journal}:${line}: its content is not that of its id ${id}; a journal is never changed`)
  }
  for (let at = 0; at < documents.length; at += STEP)
    await store.add(
      await Promise.all(
        documents.slice(at, at + STEP).map(async ([line, document]) => ({
          ...(await incoming(folder, line, document)),
          ...(await receiptIn(folder, received.get(document.id))),
        })),
      ),
    )
  await store.restore(judgements.map(([, judgement]) => judgement))
}

async function incoming(folder: string, line: number, document: Document): Promise<Parameters<Store['add']>[0][number]> {
  const where = `${join(folder, 'documents.jsonl')}:${line}`
  if (typeof document.hash !== 'string' || !HASH.test(document.hash)) throw new StoreError('refused', `${where}: has no hash of its text`)
  const path = join(folder, 'texts', `${document.hash}.txt`)
  const text = await readFile(path, 'utf8').catch((error) => {
    throw unreadable(path, error, `it is the text of ${where}; export the ledger once more`)
  })
  if (createHash('sha256').update(text, 'utf8').digest('hex') !== document.hash)
    throw new StoreError('refused', `${path}: its characters are not those of its name; texts are never edited`)
  const source = sourceOf(document, text)
  const { id } = documentOf(source, document.hash, document.externalId)
  if (id !== document.id) throw new StoreError('refused', `${where}: its fields are not those of its id ${document.id}`)
  return { source, ...(document.externalId === undefined ? {} : { externalId: document.externalId }) }
}
