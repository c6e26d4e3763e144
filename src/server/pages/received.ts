import type { Place, Span } from '../../model.ts'
import type { Store } from '../../store/store.ts'
import type { DocumentFound, ReceiptFound } from '../../store/types.ts'

/** Most bytes of an original in which a page looks for the places of statements. */
const LOOKED_AT = 5_000_000

/** What the ledger has of the document as received, and where its statements stand in it, by their spans. */
export interface OriginalFound {
  readonly receipt: ReceiptFound
  readonly places: readonly Place[] | undefined
}

/** The original of a document, if the ledger knows of one. @param most bytes in which places are sought */
export async function originalOf(
  store: Store,
  { document, text }: Pick<DocumentFound, 'document' | 'text'>,
  spans: readonly Span[],
  most = LOOKED_AT,
): Promise<OriginalFound | undefined> {
  const receipt = await store.receipt(document.id)
  if (!receipt) return undefined
  const { form, size, ending, type, url } = receipt
  const known = (form === 'html' || form === 'pdf') && size !== undefined && size <= most && spans.length > 0
  const bytes = known ? await store.bytes(document.id) : undefined
  if (!bytes) return { receipt, places: undefined }
  const { placesAgain } = await import('../../intake/again.ts')
  const given = { ...(ending ? { name: `original${ending}` } : {}), ...(type ? { type } : {}), ...(url ? { url } : {}) }
  return { receipt, places: await placesAgain(bytes, given, text, spans) }
}
