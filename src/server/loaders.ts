import { read } from '../index.ts'
import { inForce } from '../ledger/journal.ts'
import type { Document, Judgement, Member, Programme } from '../ledger/nouns.ts'
import type { Store } from '../store/store.ts'
import type { BriefPage } from '../web/brief/page.tsx'
import type { LedgerPage, LedgerQuery } from '../web/ledger/props.ts'
import type { MatrixName, MatrixPage } from '../web/matrix/page.tsx'
import { partyName } from '../web/parts/names.ts'
import type { ProgrammePage } from '../web/programme/props.ts'
import type { ReviewPage, Side } from '../web/review/page.tsx'
import type { SearchPage } from '../web/search/page.tsx'
import type { TextPage } from '../web/text/props.ts'
import type { TextsPage } from '../web/texts/page.tsx'
import type { UndertakingPage } from '../web/undertaking/props.ts'
import { programmePage } from './programme.ts'
import { textPage } from './text.ts'
import { undertakingPage } from './undertaking.ts'

/** Suggestions on one page of the review. */
const PAIRS = 20
const HITS = 100

/** The page of a programme by its name. */
export function loadProgramme(store: Store, name: string, asOf: string): Promise<ProgrammePage | undefined> {
  return store.reading(async () => {
    const found = await store.programme(name, { asOf })
    if (!found) return undefined
    const entries: { entry: (typeof found.rows)[number]['entry']; members: readonly Member[]; due?: string }[] = []
    const judgements: Judgement[] = [...(await seriesJudgements(store))]
    for (const { entry } of found.rows) {
      const undertaking = await store.undertaking(entry.id, { asOf })
      judgements.push(...(await store.judgementsOn(entry.id)))
      entries.push({ entry, members: undertaking?.members ?? [], ...(undertaking?.due && { due: undertaking.due }) })
    }
    return programmePage({ programme: found.programme, entries, journal: inForce(judgements), asOf })
  })
}

/** The page of an undertaking by the id of any of its members. */
export function loadUndertaking(store: Store, id: string, asOf: string): Promise<UndertakingPage | undefined> {
  return store.reading(async () => {
    const undertaking = await store.undertaking(id, { asOf })
    if (!undertaking) return undefined
    const judgements = [...(await seriesJudgements(store)), ...(await store.judgementsOn(undertaking.id))]
    const documents = new Map<string, Document>()
    for (const { document } of undertaking.members)
      if (!documents.has(document)) {
        const found = await store.document(document)
        if (found) documents.set(document, found.document)
      }
    const programmes: readonly Programme[] = await store.programmes()
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
    if (!labels.has(undertaking)) {
      const whole = await store.undertaking(undertaking)
      // an undertaking of this one statement would only say its words again
      labels.set(undertaking, whole && whole.entries.length + whole.members.length > 1 ? whole.label : '')
    }
  const undertakings = new Map(
    found.statements.map(({ statement, undertaking }) => [statement.id, { id: undertaking, label: labels.get(undertaking) ?? '' }]),
  )
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
export function loadReview(
  store: Store,
  {
    after,
    done,
    author,
  }: { readonly after?: string | undefined; readonly done?: string | undefined; readonly author?: string | undefined },
): Promise<ReviewPage> {
  return store.reading(async () => {
    const queue = await store.suggestions({ limit: PAIRS, ...(after && { after }) })
    const pairs: ReviewPage['pairs'][number][] = []
    for (const { a, b, score, parts, barriers } of queue.rows)
      pairs.push({ a: await sideOf(store, a.node), b: await sideOf(store, b.node), score, parts, barriers })
    return {
      pairs,
      total: queue.total,
      ...(queue.next && { next: queue.next }),
      ...(author && { author }),
      ...(done && /^[0-9a-f]{16}$/.test(done) && { done }),
    }
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

/** Documents of the ledger, newest first. */
export async function loadTexts(store: Store, after: string | undefined): Promise<TextsPage> {
  const { rows, total, next } = await store.documents({ limit: 100, ...(after && { after }) })
  return { rows, total, ...(next && { next }) }
}

/** Undertakings that a brief holds at most: more are not read on paper. */
const BRIEF = 60

/** A brief of what the filters of the ledger give. */
export async function loadBrief(store: Store, query: LedgerQuery, asOf: string): Promise<BriefPage> {
  const { rows, total } = await loadLedger(store, { ...query, limit: BRIEF }, asOf)
  const undertakings: UndertakingPage[] = []
  for (const { id } of rows) {
    const page = await loadUndertaking(store, id, asOf)
    if (page) undertakings.push(page)
  }
  const counts: BriefPage['counts'] = {}
  for (const { standing } of undertakings) counts[standing] = (counts[standing] ?? 0) + 1
  return { asked: wordsOf(query), asOf, counts, undertakings, total }
}

function wordsOf(query: LedgerQuery): string[] {
  const said: [string, string | readonly string[] | undefined][] = [
    ['parties', query.party.map(partyName)],
    ['counterpart', query.counterpart.map(partyName)],
    ['standing', query.standing],
    ['kind', query.kind],
    ['force', query.force],
    ['topic', query.topic],
    ['mechanism', query.mechanism],
    ['programme', query.programme],
    ['direction', query.direction],
    ['due by', query.dueBefore],
    ['words', query.text],
  ]
  return said.flatMap(([name, value]) => (value?.length ? [`${name}: ${typeof value === 'string' ? value : value.join(', ')}`] : []))
}

/** Rows and columns that a table of two respects draws at most. */
const DRAWN = { rows: 40, columns: 24 }

/** A table of two respects: the fullest rows and columns, with the number of undertakings in each cell. */
export async function loadMatrix(store: Store, matrix: MatrixName): Promise<MatrixPage> {
  const cells = await store.matrix(matrix)
  const totals = (of: (cell: (typeof cells)[number]) => string) => {
    const sums = new Map<string, number>()
    for (const cell of cells) sums.set(of(cell), (sums.get(of(cell)) ?? 0) + cell.count)
    return [...sums].map(([value, total]) => ({ value, total })).sort((a, b) => b.total - a.total || (a.value < b.value ? -1 : 1))
  }
  const rows = totals(({ row }) => row)
  const columns = totals(({ column }) => column)
  const shown = { rows: rows.slice(0, DRAWN.rows), columns: columns.slice(0, DRAWN.columns) }
  if (matrix === 'year-force') shown.rows.sort((a, b) => (a.value < b.value ? 1 : -1))
  const counts = new Map(cells.map(({ row, column, count }) => [`${row}\n${column}`, count]))
  return {
    matrix,
    ...shown,
    counts: shown.rows.map((row) => shown.columns.map((column) => counts.get(`${row.value}\n${column.value}`) ?? 0)),
    left: { rows: rows.length - shown.rows.length, columns: columns.length - shown.columns.length },
  }
}
