import { createHash } from 'node:crypto'
import { documentOf, sourceOf } from '../../ledger/documents.ts'
import type { Document, NodeId, TextHash } from '../../ledger/nouns.ts'
import type { Reading, Source } from '../../model.ts'
import type { Db } from '../connect.ts'
import { gather } from '../database/rows.ts'
import type { Revision } from '../linking/revision.ts'
import type { Added } from '../types.ts'
import { keptOf } from './kept.ts'
import type { ReadAhead } from './ready.ts'

/** A document to add, with the hash of its text. */
export interface Arrival {
  readonly document: Document
  readonly text: string
  /** What `read` makes of the source with the document's fields of publication, at least what `keptOf` leaves of it. Remembered. */
  readonly reading: () => ReadAhead
  /** Forgets the reading, which is many times the text. */
  readonly forget: () => void
}

/** SHA-256 of a text as UTF-8, hex. */
export const hashOf = (text: string): TextHash => createHash('sha256').update(text, 'utf8').digest('hex')

/** Texts that would give their statements the ids of another text's: 12 digits of a hash can be made to fall together on purpose. */
export async function clashes(db: Db, hashes: readonly TextHash[]): Promise<Set<TextHash>> {
  const refused = new Set<TextHash>()
  const taken = new Map<string, TextHash>()
  for (const hash of hashes) {
    const prefix = hash.slice(0, 12)
    const rows = await db.selectFrom('texts').select('hash').where('hash', '>=', prefix).where('hash', '<', `${prefix}g`).execute()
    const owner = rows[0]?.hash ?? taken.get(prefix)
    if (owner !== undefined && owner !== hash) refused.add(hash)
    else taken.set(prefix, hash)
  }
  return refused
}

/** What the statements of some texts came to, by row of the text. A link counts where its later end is. */
export async function countsOf(
  { db }: Revision,
  texts: ReadonlySet<number>,
): Promise<Map<number, Pick<Added, 'statements' | 'linked' | 'suggested' | 'undertakings'>>> {
  const rows = await gather(texts, (some) =>
    db
      .selectFrom('nodes')
      .innerJoin('undertakings', 'undertakings.row', 'nodes.undertaking')
      .select(['nodes.row', 'nodes.text', 'undertakings.id'])
      .where('nodes.text', 'in', some)
      .execute(),
  )
  const links = await gather(
    rows.map(({ row }) => row),
    (some) => db.selectFrom('links').select(['b', 'verdict', 'waits']).where('b', 'in', some).execute(),
  )
  const counts = new Map<number, { statements: number; linked: number; suggested: number; undertakings: Set<NodeId> }>()
  for (const text of texts) counts.set(text, { statements: 0, linked: 0, suggested: 0, undertakings: new Set() })
  const textOf = new Map(rows.map(({ row, text }) => [row, counts.get(text ?? -1)]))
  for (const { row, id } of rows) {
    const count = textOf.get(row)
    if (!count) continue
    count.statements++
    count.undertakings.add(id)
  }
  for (const { b, verdict, waits } of links) {
    const count = textOf.get(b)
    if (count && verdict === 1) count.linked++
    if (count && waits === 1) count.suggested++
  }
  return new Map([...counts].map(([text, count]) => [text, { ...count, undertakings: [...count.undertakings].sort() }]))
}

/** The document that a source is, and the source in the form that is kept. */
export function arrivalOf(
  source: Source,
  hash: string,
  externalId: string | undefined,
  read: (source: Source) => Reading,
  given?: () => ReadAhead,
): Arrival {
  const document = documentOf(source, hash, externalId)
  let reading: ReadAhead | undefined
  return {
    document,
    text: source.text,
    reading: () => {
      reading ??= given ? given() : { reading: keptOf(read(sourceOf(document, source.text))) }
      return reading
    },
    forget: () => {
      reading = undefined
    },
  }
}
