import { followPhrase } from '../../compare/phrases/follow.ts'
import { cutWords } from '../../compare/phrases/text.ts'
import { vocabularyOf } from '../../index.ts'
import type { Span } from '../../model.ts'
import type { Store } from '../../store/store.ts'
import type { TextFound } from '../../store/types.ts'
import type { PhrasePage, PhraseText } from '../../web/phrase/page.tsx'
import { around } from './around.ts'

/** Texts that a phrase is followed through at most, the latest; and those that are named where it is missing. */
const LOOKED = 500
const MISSING = 100
/** Characters that are shown on both sides of a phrase. */
const AROUND = 160

/** The page that follows a phrase through the texts of the ledger. */
export async function loadPhrase(store: Store, words: string): Promise<PhrasePage> {
  const vocabulary = vocabularyOf('en')
  const { key } = vocabulary && words ? cutWords({ id: '', text: words, parties: [] }, vocabulary) : { key: [] }
  if (!vocabulary || key.length === 0) return { words, texts: [], missing: [], parties: [], looked: 0, more: false }
  const found = await store.texts({ limit: LOOKED + 1 })
  const looked = new Map(found.slice(0, LOOKED).map((one) => [one.document.id, one]))
  const cut = [...looked.values()].map(({ document: { id, date }, text, parties }) =>
    cutWords({ id, text, parties, ...(date && { date }) }, vocabulary),
  )
  const followed = followPhrase(key, cut)
  const sayers = followed.parties.filter((one) => one.with > 0)
  const said = new Set(sayers.map(({ parties }) => parties.join(' ')))
  const at = (id: string) => looked.get(id) as TextFound
  return {
    words,
    texts: followed.texts.filter(({ spans }) => spans.length > 0).map(({ id, parties, spans }) => lineOf(at(id), parties, spans)),
    missing: followed.texts
      .filter(({ spans, parties }) => spans.length === 0 && said.has(parties.join(' ')))
      .slice(0, MISSING)
      .map(({ id, parties }) => ({ document: at(id).document, parties })),
    parties: sayers,
    looked: looked.size,
    more: found.length > LOOKED,
    ...(followed.since && { since: followed.since }),
    ...(followed.last && { last: followed.last }),
  }
}

function lineOf({ document, text }: TextFound, parties: readonly string[], spans: readonly Span[]): PhraseText {
  const span = spans[0] as Span
  return {
    document,
    parties,
    times: spans.length,
    quote: text.slice(span.from, span.to),
    ...around(text, span, AROUND),
    span,
  }
}
