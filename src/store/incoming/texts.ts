import { counted } from '../../ledger/documents.ts'
import { byPlace } from '../../ledger/nodes.ts'
import type { Document, TextHash } from '../../ledger/nouns.ts'
import { pack, plain } from '../database/columns.ts'
import { type TextHead, type TextNotes, textHeads } from '../database/load.ts'
import { readIn } from '../database/recasts.ts'
import { gather, insert } from '../database/rows.ts'
import { fileText } from '../linking/copies.ts'
import type { Revision } from '../linking/revision.ts'
import type { Arrival } from './arrivals.ts'
import type { ReadAhead } from './ready.ts'
import { placeStatements } from './statements.ts'

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
