import { AsyncLocalStorage } from 'node:async_hooks'
import { documentOf, sourceOf } from '../ledger/documents.ts'
import type { Dump, Suggestion } from '../ledger/dump.ts'
import type { Features } from '../ledger/link/features.ts'
import type { Document, Judgement, NodeId, Of, TextHash, Undertaking } from '../ledger/nouns.ts'
import type { Reading, Source } from '../model.ts'
import { Accounts } from './accounts/accounts.ts'
import { type Connection, connect, type Db, type OpenOptions, snapshot, write } from './connect.ts'
import { plain, unpack, wellFormed } from './database/columns.ts'
import { programmesOf } from './database/load.ts'
import { Recent } from './database/recent.ts'
import { soundness } from './database/references.ts'
import { gather } from './database/rows.ts'
import { explain, StoreError } from './error.ts'
import { arrivalOf, clashes, countsOf, hashOf } from './incoming/arrivals.ts'
import { Feeds } from './incoming/feeds.ts'
import { bytesOf, keptOriginals, receiptOf } from './incoming/originals.ts'
import { nothingNew, receive } from './incoming/receive.ts'
import { addDocuments } from './incoming/texts.ts'
import { type Touch, touchesOf } from './incoming/touches.ts'
import { append, restore, type Said } from './journal/append.ts'
import { regroup } from './linking/regroup.ts'
import { Revision } from './linking/revision.ts'
import { prepare } from './migrate.ts'
import { type Coding, codingOf, verdictsOf } from './queries/coding.ts'
import { documentAt, goneAt } from './queries/document.ts'
import { copiedTexts, copiesOf, documentsOf, headsOf, textsOf } from './queries/documents.ts'
import { dossiersOf, nodesNamed, rowsNamed } from './queries/dossiers.ts'
import { list } from './queries/list.ts'
import { type Matrix, type MatrixCell, matrixOf } from './queries/matrix.ts'
import { type Candidates, candidatesOf, type Reported, reportedOf } from './queries/reported.ts'
import { search } from './queries/search.ts'
import { judgementsOf, nodeAt, programmeOf, seriesOf, suggestionsOf, undertakingOf } from './queries/show.ts'
import { statsOf } from './queries/stats.ts'
import { rederive } from './rereading/rederive.ts'
import { isOfToday, relink, reread } from './rereading/reread.ts'
import type {
  Added,
  CopyFound,
  DocumentFound,
  DocumentRow,
  Dossiers,
  Filter,
  Found,
  Gone,
  Incoming,
  NodeFound,
  Page,
  ProgrammeFound,
  ReceiptFound,
  Rederived,
  Reread,
  Row,
  SeriesFound,
  Stats,
  TextFound,
  TextHeadFound,
  Version,
} from './types.ts'
import { dump, orphans } from './whole-ledger/dump.ts'
import { journalOf, verify } from './whole-ledger/verify.ts'

/** Features that are remembered, in bytes, at least. */
const FEATURES = 25_000_000
/** About what those of a node take, with what is made of their words to compare them. */
const bytesOfFeatures = ({ words }: Features): number => 1500 + 200 * words.length

const freshFeatures = (): Recent<number, Features> => new Recent(FEATURES, bytesOfFeatures)

/** Opens a ledger: a file of SQLite, or a database of PostgreSQL by its address. Throws `StoreError`. */
export async function openStore(address: string, options: OpenOptions = {}): Promise<Store> {
  const connection = await connect(address, options)
  try {
    await prepare(connection, options)
  } catch (error) {
    await connection.db.destroy().catch(() => {})
    throw explain(error, connection.name)
  }
  return new Store(connection)
}

/** A ledger in a database. Every method either does its work whole or throws; what the user can mend is a `StoreError`. */
export class Store {
  /** The path, or the address without its password. */
  readonly name: string
  /** The people who may sign in. */
  readonly accounts: Accounts
  private readonly connection: Connection
  /** Features by row, as long as nobody else writes. */
  private features = freshFeatures()
  private revision = -1

  /** Candidates of suggested evidence, page by page, as long as nobody changes the words of the ledger. */
  private candidates = { words: '', of: new Map<string, Candidates>() }

  /** The snapshot inside `reading`. */
  private readonly frozen = new AsyncLocalStorage<Db>()

  constructor(connection: Connection) {
    this.connection = connection
    this.name = connection.name
    this.accounts = new Accounts(connection)
  }

  private get db(): Db {
    return this.frozen.getStore() ?? this.connection.db
  }

  /** Closes the database. The store cannot be used afterwards. */
  async close(): Promise<void> {
    await this.connection.db.destroy()
  }

  /**
   * Adds documents in one step and links their statements with the ledger's. A document that is there already changes nothing.
   * @returns one result a document, in the order given
   */
  async add(documents: readonly Incoming[]): Promise<Added[]> {
    const { read } = await import('../index.ts')
    const arrivals = documents.map(({ source, externalId, reading, ...came }) => {
      const kept: Source = { ...source, text: wellFormed(source.text) }
      return { ...came, ...arrivalOf(kept, hashOf(kept.text), externalId, read, kept.text === source.text ? reading : undefined) }
    })
    return this.guard(async () => {
      const before = await this.known(
        this.db,
        arrivals.map(({ document }) => document.id),
      )
      // reading takes longest: not while others wait to write
      for (const { document, reading } of arrivals) if (!before.has(document.id)) reading()
      return this.change(async (revision) => {
        const known = await this.known(
          revision.db,
          arrivals.map(({ document }) => document.id),
        )
        const old = await nothingNew(revision.db, arrivals)
        const fresh = arrivals.filter(
          ({ document }, i) => !known.has(document.id) && !old.has(i) && arrivals.findIndex((one) => one.document.id === document.id) === i,
        )
        const refused = await clashes(
          revision.db,
          fresh.map(({ document }) => document.hash),
        )
        const places = await addDocuments(
          revision,
          fresh.filter(({ document }) => !refused.has(document.hash)),
        )
        for (const { forget } of arrivals) forget()
        await regroup(revision)
        await receive(
          revision.db,
          arrivals
            .map((one, i) => ({ ...one, document: old.get(i) ?? one.document }))
            .filter(({ document }) => !refused.has(document.hash)),
        )
        const counts = await countsOf(revision, new Set(places.values()))
        const given = new Set<string>()
        return arrivals.map((arrival, i): Added => {
          const document = old.get(i) ?? arrival.document
          const { id, hash } = document
          const nothing = { document, statements: 0, linked: 0, suggested: 0, undertakings: [] }
          if (refused.has(hash))
            return { ...nothing, status: 'refused', reason: 'its text has the same short name as another text of the ledger' }
          if (known.has(id) || old.has(i) || given.has(id)) return { ...nothing, status: 'known' }
          given.add(id)
          return { ...nothing, ...counts.get(places.get(id) as number), status: 'added' }
        })
      })
    })
  }

  /** For documents that the ledger does not have yet, the source as `add` reads it; undefined for the others, and for the same one again. */
  async unread(documents: readonly Incoming[]): Promise<(Source | undefined)[]> {
    return this.guard(async () => {
      const sources = documents.map(({ source, externalId }) => {
        const text = wellFormed(source.text)
        const document = documentOf(source, hashOf(text), externalId)
        return { id: document.id, source: sourceOf(document, text) }
      })
      const seen = await this.known(
        this.db,
        sources.map(({ id }) => id),
      )
      return sources.map(({ id, source }) => (seen.has(id) ? undefined : seen.add(id) && source))
    })
  }

  private async known(db: Db, ids: readonly string[]): Promise<Set<string>> {
    const rows = await gather(new Set(ids), (some) => db.selectFrom('documents').select('id').where('id', 'in', some).execute())
    return new Set(rows.map(({ id }) => id))
  }

  /**
   * Appends judgements to the journal, all or none, and makes the ledger follow. One that is there already, with the same content, author, time
   * and reason, is not written twice.
   * @param said what to append; or what says so once nobody else, in whatever process, can write any more: it sees the ledger as it is then, and where
   * it throws nothing is written
   * @param at the time for those that bring none, ISO 8601 in UTC with milliseconds; this computer's clock where it is absent
   */
  async append(said: readonly Said[] | (() => Promise<readonly Said[]>), { at }: { readonly at?: string } = {}): Promise<Judgement[]> {
    return this.guard(() =>
      this.change(async (revision) => {
        revision.worded = false
        const given = typeof said === 'function' ? await this.frozen.run(revision.db, said) : said
        const judgements = await append(revision, given, at ?? new Date().toISOString())
        await regroup(revision)
        return judgements
      }),
    )
  }

  /** Appends judgements of an exported journal as they are; what they are about need not be there. */
  async restore(judgements: readonly Judgement[]): Promise<void> {
    return this.guard(() =>
      this.change(async (revision) => {
        await restore(revision, judgements)
        await regroup(revision)
      }),
    )
  }

  /** The undertaking to which a member's id, or the beginning of one, belongs. */
  async undertaking(id: NodeId, { asOf }: { readonly asOf?: string } = {}): Promise<Undertaking | undefined> {
    return this.guard(() => undertakingOf(this.db, id, asOf ?? today()))
  }

  /** Undertakings by the ids of members, with all that is judged on them: for pages that show many. */
  async dossiers(ids: readonly NodeId[], { asOf }: { readonly asOf?: string } = {}): Promise<Dossiers> {
    return this.guard(() => dossiersOf(this.db, ids, asOf ?? today()))
  }

  /** Undertakings as lists show them, by their own ids. */
  async rows(ids: readonly NodeId[], { asOf }: { readonly asOf?: string } = {}): Promise<Map<NodeId, Row>> {
    return this.guard(() => rowsNamed(this.db, ids, asOf ?? today()))
  }

  /** Statements and entries by their whole ids. */
  async nodes(ids: readonly NodeId[]): Promise<Map<NodeId, NodeFound>> {
    return this.guard(() => nodesNamed(this.db, ids))
  }

  /** Judgements in force on any member of the undertaking to which an id belongs. */
  async judgementsOn(id: NodeId): Promise<Judgement[]> {
    return this.guard(() => judgementsOf(this.db, id))
  }

  /** A judgement by its whole id, in force or not. */
  async judgement(id: string): Promise<Judgement | undefined> {
    return this.guard(async () => {
      const found = await this.db.selectFrom('judgements').select('body').where('id', '=', plain(id)).executeTakeFirst()
      return found && (JSON.parse(found.body) as Judgement)
    })
  }

  async list(filter: Filter = {}): Promise<Page<Row>> {
    return this.guard(() => list({ db: this.db, engine: this.connection.engine }, { asOf: today(), ...filter }))
  }

  async search(query: string, { limit = 20 }: { readonly limit?: number } = {}): Promise<Found> {
    return this.guard(() => search({ db: this.db, engine: this.connection.engine }, query, limit))
  }

  /** The review queue, most certain first. */
  async suggestions(options: { readonly limit?: number; readonly after?: string } = {}): Promise<Page<Suggestion>> {
    return this.guard(() => suggestionsOf(this.db, options))
  }

  async node(id: NodeId): Promise<NodeFound | undefined> {
    return this.guard(() => nodeAt(this.db, id))
  }

  /** A statement that people took away, by its whole id. */
  async gone(id: NodeId): Promise<Gone | undefined> {
    return this.guard(() => goneAt(this.db, id))
  }

  /** A document by its id, the beginning of it, or its external id. */
  async document(id: string): Promise<DocumentFound | undefined> {
    return this.guard(() => documentAt(this.db, id))
  }

  /** Documents of other texts that are copies of the text with this hash, the earliest first. */
  async copies(hash: TextHash, limit = 5): Promise<Document[]> {
    return this.guard(() => copiesOf(this.db, hash, limit))
  }

  /** Which known undertakings a text touches, before it is stored. */
  async touches(reading: Reading, about: Omit<Document, 'id' | 'hash'> = {}): Promise<Touch[]> {
    return this.guard(() => touchesOf({ ...this.connection, db: this.db }, reading, about))
  }

  /** How undertakings spread over two of their respects. */
  async matrix(matrix: Matrix): Promise<MatrixCell[]> {
    return this.guard(() => matrixOf(this.db, matrix))
  }

  /** Words that change with the ledger: what was asked under the same word need not be asked again. */
  async version(): Promise<Version> {
    return this.guard(async () => {
      const found = await this.db.selectFrom('stocktake_meta').selectAll().where('key', 'in', ['revision', 'words']).execute()
      const of = (name: string) => found.find(({ key }) => key === name)?.value ?? '0'
      return { all: of('revision'), words: of('words') }
    })
  }

  /** Documents, newest first, those without a date last. */
  async documents(options: { readonly limit?: number; readonly after?: string } = {}): Promise<Page<DocumentRow>> {
    return this.guard(() => documentsOf(this.db, options))
  }

  /** Texts whole, newest first, copies left out. */
  async texts({ limit }: { readonly limit: number }): Promise<TextFound[]> {
    return this.guard(() => textsOf(this.db, limit))
  }

  /** Whose texts are, newest first, without the texts; copies left out. */
  async heads({ limit }: { readonly limit: number }): Promise<TextHeadFound[]> {
    return this.guard(() => headsOf(this.db, limit))
  }

  /** Texts that are copies of others, newest first. */
  async copied({ limit }: { readonly limit: number }): Promise<CopyFound[]> {
    return this.guard(() => copiedTexts(this.db, limit))
  }

  /** What a document was made of. @param id whole, of a document */
  async receipt(id: string): Promise<ReceiptFound | undefined> {
    return this.guard(() => receiptOf(this.db, id))
  }

  /** The bytes of a document as received; undefined where they are not kept. @param id whole, of a document */
  async bytes(id: string): Promise<Uint8Array | undefined> {
    return this.guard(() => bytesOf(this.db, id))
  }

  /** Ids of the documents of which the bytes as received are kept. */
  async originals(): Promise<string[]> {
    return this.guard(() => keptOriginals(this.db))
  }

  /** What is remembered of watched feeds. */
  feeds(): Feeds {
    return new Feeds(this.connection)
  }

  async text(hash: TextHash): Promise<string | undefined> {
    return this.guard(async () => {
      const found = await this.db.selectFrom('texts').select('body').where('hash', '=', hash).executeTakeFirst()
      return found && unpack(found.body)
    })
  }

  /** Every judgement ever appended, in order; a page of them is fetched at a time. */
  async *journal(): AsyncGenerator<Judgement> {
    for (let last = 0; ; ) {
      const rows = await this.guard(() =>
        this.db.selectFrom('judgements').select(['seq', 'body']).where('seq', '>', last).orderBy('seq').limit(500).execute(),
      )
      for (const { body } of rows) yield JSON.parse(body) as Judgement
      if (rows.length < 500) return
      last = rows.at(-1)?.seq ?? 0
    }
  }

  /** Judgements in force whose statement is no longer read, or whose entry is no longer declared. */
  async orphans(): Promise<Judgement[]> {
    return this.guard(() => orphans(this.db))
  }

  /** Undertakings of which a later wording is a report, a page of them. */
  async reported({ asOf, ...page }: { readonly asOf?: string; readonly after?: string; readonly limit: number }): Promise<Reported> {
    return this.guard(async () => {
      const { words } = await this.version()
      const name = JSON.stringify(page)
      if (this.candidates.words !== words) this.candidates = { words, of: new Map() }
      const { of } = this.candidates
      const known = of.get(name) ?? (await candidatesOf({ db: this.db, engine: this.connection.engine }, page))
      if (of.size < 1000) of.set(name, known)
      return reportedOf(this.db, known, asOf ?? today())
    })
  }

  /** All guidelines and scores in force, in order of appending. */
  async coding(): Promise<Coding> {
    return this.guard(() => codingOf(this.db))
  }

  /** All verdicts of people on links in force, blind second ones among them, in order of appending. */
  async linkVerdicts(): Promise<Of<'link'>[]> {
    return this.guard(() => verdictsOf(this.db))
  }

  async programme(name: string, { asOf }: { readonly asOf?: string } = {}): Promise<ProgrammeFound | undefined> {
    return this.guard(() => programmeOf(this.db, name, asOf ?? today()))
  }

  /** All programmes, by name. */
  async programmes(): Promise<Of<'programme'>['programme'][]> {
    const found = await this.guard(() => programmesOf(this.db))
    return [...found.values()].map(({ programme }) => programme).sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  async series(): Promise<SeriesFound[]> {
    return this.guard(() => seriesOf(this.db))
  }

  async stats(): Promise<Stats> {
    return this.guard(() => statsOf(this.db))
  }

  /**
   * Makes all links anew where another version of Stocktake made them, reads every text anew that is read otherwise today, and carries judgements over to the statements that stand in the old ones'
   * places. A hundred texts a step: what was done stays done if it is stopped.
   */
  async reread(): Promise<Reread> {
    const { read } = await import('../index.ts')
    return this.guard(async () => {
      await this.change(async (revision) => {
        if (!(await isOfToday(revision.db))) await relink(revision)
      }, 'whatever linked')
      return reread(this.db, read, (work) => this.change(work))
    })
  }

  /**
   * Puts the text that the intake of today makes of a document's original in the place of the one that the ledger has, with what was judged of the old one.
   * @param id whole, of a document
   */
  async rederive(id: string, text: string): Promise<Rederived> {
    const { read } = await import('../index.ts')
    return this.guard(() => this.change((revision) => rederive(revision, id, text, read, new Date().toISOString())))
  }

  /** Rebuilds the ledger from readings and journal and says what differs from what is stored, a line each. */
  async verify(): Promise<string[]> {
    const { read } = await import('../index.ts')
    return this.guard(() =>
      snapshot(this.connection, async (db) => [...(await soundness(this.connection, db)), ...(await verify(db, read))]),
    )
  }

  /** The whole ledger, to be walked. Inside `reading` all walks see one state. */
  dump({ asOf }: { readonly asOf?: string } = {}): Dump {
    return dump(() => this.db, asOf ?? today())
  }

  /** Runs work that sees one state of the ledger, whoever writes meanwhile. Nothing may be added or appended inside. */
  async reading<T>(work: () => Promise<T>): Promise<T> {
    if (this.frozen.getStore()) return work()
    return this.guard(() => snapshot(this.connection, (db) => this.frozen.run(db, work)))
  }

  /** All judgements at once. */
  async wholeJournal(): Promise<Judgement[]> {
    return this.guard(() => journalOf(this.db))
  }

  /** One change, as the only writer, all of it or nothing. */
  private async change<T>(work: (revision: Revision) => Promise<T>, linked: 'as today' | 'whatever linked' = 'as today'): Promise<T> {
    try {
      return await write(this.connection, async (db) => {
        if (linked === 'as today' && !(await isOfToday(db)))
          throw new StoreError('older', `${this.name} was linked by another version of Stocktake; run \`stocktake ledger reread\` once`)
        const found = await db.selectFrom('stocktake_meta').select('value').where('key', '=', 'revision').executeTakeFirst()
        const number = Number(found?.value ?? 0)
        if (number !== this.revision) this.features = freshFeatures()
        const revision = new Revision(this.connection, db, this.features)
        const result = await work(revision)
        const value = String(number + 1)
        await db
          .insertInto('stocktake_meta')
          .values(['revision', ...(revision.worded ? ['words'] : [])].map((key) => ({ key, value })))
          .onConflict((on) => on.column('key').doUpdateSet({ value }))
          .execute()
        this.revision = number + 1
        return result
      })
    } catch (error) {
      this.revision = -1
      throw error
    }
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw explain(error, this.name)
    }
  }
}

/** Today's day in UTC: what standings hold for where the caller names no day. */
const today = (): string => new Date().toISOString().slice(0, 10)
