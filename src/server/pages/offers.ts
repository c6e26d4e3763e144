import { byDate } from '../../ledger/documents.ts'
import type { Document } from '../../ledger/nouns.ts'
import type { Store } from '../../store/store.ts'
import type { TextHeadFound } from '../../store/types.ts'
import type { Offers } from '../../web/compare/props.ts'

/** Copies and series that are offered at most, and the newest texts among which series are looked for. */
const OFFERED = 12
const LOOKED = 400

/**
 * What can be compared: copies that the ledger found, and of texts of the same parties the last two.
 * @param chosen the document that is chosen already: offers are then those that it belongs to
 */
export async function loadOffers(store: Store, chosen?: Document): Promise<Offers> {
  const series = seriesOf(await store.heads({ limit: LOOKED }))
  if (!chosen) return { copies: await store.copied({ limit: OFFERED }), series: series.slice(0, OFFERED).map(lastOf) }
  const copies = (await store.copies(chosen.hash, OFFERED)).map((first) => ({ first, copy: chosen }))
  const own = series.filter(({ documents }) => documents.some(({ id }) => id === chosen.id))
  return { copies, series: own.flatMap((one) => besides(one, chosen)) }
}

interface Series {
  readonly parties: readonly string[]
  /** Two or more with different days, the earliest first. */
  readonly documents: readonly Document[]
}

/** Texts that name the same two or more parties, those with the newest text first. */
function seriesOf(texts: readonly TextHeadFound[]): Series[] {
  const found = new Map<string, { parties: readonly string[]; documents: Document[] }>()
  for (const { document, parties } of texts) {
    if (parties.length < 2 || document.date === undefined) continue
    const sorted = [...new Set(parties)].sort()
    const key = JSON.stringify(sorted)
    const known = found.get(key)
    if (known) known.documents.push(document)
    else found.set(key, { parties: sorted, documents: [document] })
  }
  return [...found.values()]
    .map(({ parties, documents }) => ({ parties, documents: documents.sort(byDate) }))
    .filter(({ documents }) => documents[0]?.date !== documents.at(-1)?.date)
}

function lastOf(series: Series): Offers['series'][number] {
  return pairAt(series, series.documents.length - 1)
}

/** The text at `at` of a series, from 1 on, and the one before it. */
function pairAt({ parties, documents }: Series, at: number): Offers['series'][number] {
  return { parties, old: documents[at - 1] as Document, new: documents[at] as Document, texts: documents.length }
}

/** A text of a series with the one before it and the one after it. */
function besides(series: Series, chosen: Document): Offers['series'] {
  const at = series.documents.findIndex(({ id }) => id === chosen.id)
  return [at, at + 1].filter((later) => later > 0 && later < series.documents.length).map((later) => pairAt(series, later))
}
