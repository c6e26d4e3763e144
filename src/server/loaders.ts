import { read } from '../index.ts'
import { inForce } from '../ledger/journal.ts'
import type { Document, Judgement, Member, Programme } from '../ledger/nouns.ts'
import type { Store } from '../store/store.ts'
import type { LedgerPage, LedgerQuery } from '../web/ledger/props.ts'
import type { ProgrammePage } from '../web/programme/props.ts'
import type { ReviewPage, Side } from '../web/review/page.tsx'
import type { SearchPage } from '../web/search/page.tsx'
import type { TextPage } from '../web/text/props.ts'
import type { UndertakingPage } from '../web/undertaking/props.ts'
import { programmePage } from './programme.ts'
import { textPage } from './text.ts'
import { undertakingPage } from './undertaking.ts'

/** Suggestions on one page of the review. */
const PAIRS = 20
const HITS = 100

/** The page of a programme by its name. */
export function loadProgramme(store: Store, name: string, asOf: string): Promise<ProgrammePage | undefined> {
  return store.reading(async (frozen) => {
    const found = await frozen.programme(name, { asOf })
    if (!found) return undefined
    const entries: { entry: (typeof found.rows)[number]['entry']; members: readonly Member[]; due?: string }[] = []
    const judgements: Judgement[] = [...(await seriesJudgements(frozen))]
    for (const { entry } of found.rows) {
      const undertaking = await frozen.undertaking(entry.id, { asOf })
      judgements.push(...(await frozen.judgementsOn(entry.id)))
      entries.push({ entry, members: undertaking?.members ?? [], ...(undertaking?.due && { due: undertaking.due }) })
    }
    return programmePage({ programme: found.programme, entries, journal: inForce(judgements), asOf })
  })
}

/** The page of an undertaking by the id of any of its members. */
export function loadUndertaking(store: Store, id: string, asOf: string): Promise<UndertakingPage | undefined> {
  return store.reading(async (frozen) => {
    const undertaking = await frozen.undertaking(id, { asOf })
    if (!undertaking) return undefined
    const judgements = [...(await seriesJudgements(frozen)), ...(await frozen.judgementsOn(undertaking.id))]
    const documents = new Map<string, Document>()
    for (const { document } of undertaking.members)
      if (!documents.has(document)) {
        const found = await frozen.document(document)
        if (found) documents.set(document, found.document)
      }
    const programmes: readonly Programme[] = await frozen.programmes()
    return undertakingPage({ undertaking, journal: inForce(judgements), documents, programmes, asOf })
  })
}

async function seriesJudgements(store: Store): Promise<Judgement[]> {
  return (await store.series()).flatMap(({ series, observations }): Judgement[] => [
    { id: `series ${series.id}`, at: '', by: '', type: 'series', series },
    ...observations,
  ])
}

/** The reading room of a document by its id. */
export async function loadText(store: Store, id: string): Promise<TextPage | undefined> {
  const found = await store.document(id)
  if (!found) return undefined
  const { document, text } = found
  const { title, date, publisher, url, language } = document
  const about = Object.fromEntries(Object.entries({ title, date, publisher, url, language }).filter(([, value]) => value !== undefined))
  const labels = new Map<string, string>()
  for (const { undertaking } of found.statements)
    if (!labels.has(undertaking)) labels.set(undertaking, (await store.undertaking(undertaking))?.label ?? undertaking)
  const undertakings = new Map(found.statements.map(({ statement, undertaking }) => [statement.id, { id: undertaking, label: labels.get(undertaking) ?? '' }]))
  return textPage(document, text, read({ ...about, text }), undertakings)
}

/** A page of the ledger. */
export async function loadLedger(store: Store, query: LedgerQuery, asOf: string): Promise<LedgerPage> {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => !Array.isArray(value) || value.length > 0))
  const { rows, total, more, next } = await store.list({ ...given, asOf })
  return { query, asOf, rows, total, more, ...(next && { next }) }
}

/** What a search finds. */
export async function loadSearch(store: Store, text: string): Promise<SearchPage> {
  if (text === '') return { text, hits: [], more: false }
  const { hits, more } = await store.search(text, { limit: HITS })
  return { text, hits, more }
}

/** The review queue from a place on. */
export function loadReview(store: Store, after: string | undefined, author: string | undefined): Promise<ReviewPage> {
  return store.reading(async (frozen) => {
    const queue = await frozen.suggestions({ limit: PAIRS, ...(after && { after }) })
    const pairs: ReviewPage['pairs'][number][] = []
    for (const { a, b, score, parts, barriers } of queue.rows)
      pairs.push({ a: await sideOf(frozen, a.node), b: await sideOf(frozen, b.node), score, parts, barriers })
    return { pairs, total: queue.total, ...(queue.next && { next: queue.next }), ...(author && { author }) }
  })
}

async function sideOf(store: Store, id: string): Promise<Side> {
  const found = await store.node(id)
  const subject = found?.statement ?? found?.entry
  return {
    node: id,
    undertaking: found?.undertaking ?? id,
    quote: found?.statement?.quote ?? found?.entry?.label ?? id,
    kind: subject?.kind ?? '',
    force: subject?.force ?? 'none',
    parties: subject?.parties ?? [],
    ...(found?.document && { document: found.document }),
  }
}
