import { changesBetween } from '../../compare/drift/drift.ts'
import { read, vocabularyOf } from '../../index.ts'
import { inForce, type Journal } from '../../ledger/journal.ts'
import type { Judgement, Programme, Undertaking } from '../../ledger/nouns.ts'
import { visibleTo } from '../../ledger/score/blind.ts'
import type { Store } from '../../store/store.ts'
import type { NodeFound } from '../../store/types.ts'
import type { BriefPage } from '../../web/brief/page.tsx'
import { columnsNamed } from '../../web/ledger/columns.ts'
import type { LedgerPage, LedgerQuery, LedgerRow } from '../../web/ledger/props.ts'
import type { MatrixName, MatrixPage } from '../../web/matrix/page.tsx'
import { partyName } from '../../web/parts/names.ts'
import type { ProgrammePage } from '../../web/programme/props.ts'
import type { ReviewPage } from '../../web/review/page.tsx'
import type { Side } from '../../web/review/side.tsx'
import type { SearchPage } from '../../web/search/page.tsx'
import type { TextPage } from '../../web/text/props.ts'
import type { TextsPage } from '../../web/texts/page.tsx'
import type { UndertakingPage } from '../../web/undertaking/props.ts'
import { programmePage } from './programme.ts'
import { doneOf } from './query.ts'
import { originalOf } from './received.ts'
import { textPage, withOriginal } from './text.ts'
import { type UndertakingGiven, undertakingPage } from './undertaking.ts'

/** Suggestions on one page of the review. */
const PAIRS = 20
const HITS = 100

/** The page of a programme by its name. */
export function loadProgramme(store: Store, name: string, asOf: string): Promise<ProgrammePage | undefined> {
  return store.reading(async () => {
    const found = await store.programme(name, { asOf })
    if (!found) return undefined
    const { undertakings, judgements } = await store.dossiers(
      found.rows.map(({ entry }) => entry.id),
      { asOf },
    )
    const entries = found.rows.map(({ entry }) => {
      const undertaking = undertakings.get(entry.id)
      return { entry, members: undertaking?.members ?? [], ...(undertaking?.due && { due: undertaking.due }) }
    })
    const journal = inForce([...(await seriesJudgements(store)), ...judgements])
    return programmePage({ programme: found.programme, entries, journal, asOf })
  })
}

/** Who looks at a page, and whether as a coder who must not see what others gave. */
export interface Reader {
  readonly author?: string
  readonly blind?: true
  /** May take back what others judged. */
  readonly undoes?: true
  /** Address under which the reader asks. */
  readonly origin?: string
}

/** The page of an undertaking by the id of any of its members. */
export async function loadUndertaking(store: Store, id: string, asOf: string, reader: Reader = {}): Promise<UndertakingPage | undefined> {
  return store.reading(async () => {
    const [page] = await undertakingPages(store, [id], asOf, reader)
    return page && { ...page, ...reader }
  })
}

async function undertakingPages(
  store: Store,
  ids: readonly string[],
  asOf: string,
  { author, blind }: Reader = {},
): Promise<UndertakingPage[]> {
  const { undertakings, judgements: all, documents } = await store.dossiers(ids, { asOf })
  const judgements = blind ? visibleTo(author ?? '', 'second', all) : all
  const journal = inForce([...(await seriesJudgements(store)), ...judgements])
  const programmes: readonly Programme[] = await store.programmes()
  const pages: UndertakingPage[] = []
  for (const id of ids) {
    const undertaking = undertakings.get(id)
    if (!undertaking) continue
    const seen = await around(store, undertaking, journal)
    pages.push(undertakingPage({ undertaking, journal, documents, programmes, asOf, ...seen }))
  }
  return pages
}

/** What changed between the wordings of an undertaking that are related to each other, and what people answered on its links. */
async function around(
  store: Store,
  { id, entries, members }: Undertaking,
  journal: Journal,
): Promise<Required<Pick<UndertakingGiven, 'changes' | 'verdicts'>>> {
  const own = new Set([...entries.map((one) => one.id), ...members.map(({ statement }) => statement.id)])
  const verdicts = [...journal.links.values()].filter(({ a, b }) => own.has(a) || own.has(b))
  const related = members.flatMap(({ to, statement }) => (to === undefined ? [] : [to, statement.id]))
  const wanted = [...new Set([...related, ...verdicts.flatMap(({ a, b }) => [a, b])])]
  const nodes = wanted.length > 0 ? await store.nodes(wanted) : new Map<string, NodeFound>()
  const vocabulary = vocabularyOf('en')
  const quote = (node: string) => nodes.get(node)?.statement?.quote ?? nodes.get(node)?.entry?.label ?? node
  return {
    changes: (old, fresh) => {
      const [a, b] = [nodes.get(old), nodes.get(fresh)]
      if (!vocabulary || !a?.statement || !b?.statement) return ''
      return changesBetween({ statement: a.statement, features: a.features }, { statement: b.statement, features: b.features }, vocabulary)
    },
    verdicts: verdicts.map(({ id: judgement, a, b, verdict, by, at, reason }) => {
      const elsewhere = [a, b].map((node) => nodes.get(node)?.undertaking).find((home) => home !== undefined && home !== id)
      return {
        id: judgement,
        verdict,
        by,
        at,
        ...(reason && { reason }),
        quotes: [quote(a), quote(b)] as const,
        ...(elsewhere && { elsewhere }),
      }
    }),
  }
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
  const rows = await store.rows(found.statements.map(({ undertaking }) => undertaking))
  const labels = (id: string): string => {
    const row = rows.get(id)
    // an undertaking of this one statement would only say its words again
    return row && (row.programme !== undefined || row.statements > 1) ? row.label : ''
  }
  const undertakings = new Map(
    found.statements.map(({ statement, undertaking }) => [statement.id, { id: undertaking, label: labels(undertaking) }]),
  )
  const statements = found.statements.map(({ statement }) => statement)
  const copies = await store.copies(document.hash)
  const page = { ...textPage(document, text, read({ ...about, text }), { undertakings, statements, people: found }), copies }
  const original = await originalOf(
    store,
    found,
    statements.map(({ span }) => span),
  )
  return original ? withOriginal(page, original) : page
}

/** The page of the ledger, with the programmes to choose from. */
export async function loadLedger(store: Store, query: LedgerQuery, asOf: string): Promise<LedgerPage> {
  const programmes = (await store.programmes()).map(({ name, title, directions }) => ({ name, title, directions }))
  return { ...(await listLedger(store, query, asOf)), programmes }
}

/** What a query of the ledger gives. */
export async function listLedger(store: Store, query: LedgerQuery, asOf: string): Promise<Omit<LedgerPage, 'programmes'>> {
  const { columns, ...filters } = query
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => !Array.isArray(value) || value.length > 0))
  const { rows, total, more, next } = await store.list({ ...given, asOf })
  const shown = columns.length ? rows.map((row) => only(row, columns)) : rows
  return { query, asOf, rows: shown, total, more, ...(next && { next }) }
}

/** The fields of a row that some columns show, and its id. */
function only(row: LedgerRow, names: readonly string[]): LedgerRow {
  const shown = columnsNamed(names, []).map(({ field }) => field)
  // a force is of the last text, whose day tells whether it holds yet
  const fields = shown.includes('force') ? [...new Set([...shown, 'first', 'last'] as const)] : shown
  return { id: row.id, ...Object.fromEntries(fields.flatMap((field) => (row[field] === undefined ? [] : [[field, row[field]]]))) }
}

/** Notes that somebody sees who codes blind: of what was found, and of what counts, never of what anybody gave. */
const SEEN_BLIND: ReadonlySet<string> = new Set(['evidence', 'search', 'guideline'])

/** What a search finds. */
export async function loadSearch(store: Store, text: string, { blind }: Reader): Promise<SearchPage> {
  if (text === '') return { text, hits: [], more: false }
  const { hits, more } = await store.search(text, { limit: HITS })
  const open = hits.filter(({ judgement }) => !blind || !judgement || SEEN_BLIND.has(judgement.type))
  return { text, hits: open, more }
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
    const nodes = await store.nodes(queue.rows.flatMap(({ a, b }) => [a.node, b.node]))
    const side = ({ node }: { readonly node: string }) => sideOf(node, nodes.get(node))
    return {
      pairs: queue.rows.map(({ a, b, score, parts, barriers }) => ({ a: side(a), b: side(b), score, parts, barriers })),
      total: queue.total,
      ...(queue.next && { next: queue.next }),
      ...(author && { author }),
      ...doneOf(done),
    }
  })
}

/** A statement or entry as one side of a link. */
export function sideOf(id: string, found: NodeFound | undefined): Side {
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
/** Undertakings whose standings a brief counts at most. */
const COUNTED = 2000

/** A brief of what the filters of the ledger give. */
export function loadBrief(store: Store, query: LedgerQuery, asOf: string): Promise<BriefPage> {
  return store.reading(async () => {
    const { rows, total } = await listLedger(store, { ...query, columns: [], limit: COUNTED }, asOf)
    const ids = rows.slice(0, BRIEF).map(({ id }) => id)
    const undertakings = await undertakingPages(store, ids, asOf)
    const counts: BriefPage['counts'] = {}
    for (const { standing } of rows) if (standing) counts[standing] = (counts[standing] ?? 0) + 1
    return { asked: wordsOf(query), asOf, counts, counted: rows.length, undertakings, total }
  })
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
