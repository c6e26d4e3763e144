import { createHash } from 'node:crypto'
import type { Document } from '../../ledger/nouns.ts'
import { type Connection, type Db, write } from '../connect.ts'
import { pack, unpack } from '../database/columns.ts'
import { gather } from '../database/rows.ts'
import { explain } from '../error.ts'

/** What is remembered of a watched feed between two polls. Times: milliseconds since 1970. */
export interface FeedState {
  /** As it was named. */
  readonly address: string
  readonly title?: string
  /** `ETag` and `Last-Modified` of the last answer of which every entry was dealt with. */
  readonly etag?: string
  readonly modified?: string
  /** When it was polled last. */
  readonly checked?: number
  /** It is not polled before. */
  readonly until?: number
  /** Polls that failed, one after the other, and why the last one did. */
  readonly failures?: number
  readonly fault?: string
}

/** An entry of a watched feed, as the ledger knows it. */
export interface SeenEntry {
  /** Id of the feed. */
  readonly feed: string
  /** Hashes of what the feed calls the entry: its id, its address. */
  readonly names: readonly string[]
  /** Hash of what the feed says of it. */
  readonly print: string
}

/** What became of an entry. `document`: absent where nothing came of it; `tries`: how often that was so. */
interface EntryFound extends Pick<SeenEntry, 'print'> {
  readonly document?: string
  readonly tries: number
}

/** Name of a feed or an entry in the ledger, whatever its length. */
export const nameOf = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 32)

/** What the ledger remembers of feeds and of the hosts that they are on. */
export class Feeds {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** What is remembered of a feed; its address alone where it is new. */
  async feed(address: string): Promise<FeedState> {
    return this.guard(async ({ db }) => {
      const found = await db.selectFrom('feeds').select('body').where('id', '=', nameOf(address)).executeTakeFirst()
      return found ? (JSON.parse(unpack(found.body)) as FeedState) : { address }
    })
  }

  /** All feeds that were ever polled, by address. */
  async all(): Promise<FeedState[]> {
    return this.guard(async ({ db }) => {
      const rows = await db.selectFrom('feeds').select('body').orderBy('address').execute()
      return rows.map(({ body }) => JSON.parse(unpack(body)) as FeedState)
    })
  }

  async saveFeed(state: FeedState): Promise<void> {
    const [id, address, body] = [nameOf(state.address), pack(state.address), pack(JSON.stringify(state))]
    await this.change((db) =>
      db
        .insertInto('feeds')
        .values({ id, address, body })
        .onConflict((on) => on.column('id').doUpdateSet({ body }))
        .execute(),
    )
  }

  /** Entries of a feed that are known, by the hash of their name. */
  async entries(feed: string, entries: readonly string[]): Promise<Map<string, EntryFound>> {
    return this.guard(async ({ db }) => {
      const rows = await gather(new Set(entries), (some) =>
        db.selectFrom('feed_entries').selectAll().where('feed', '=', feed).where('entry', 'in', some).execute(),
      )
      return new Map(rows.map(({ entry, print, tries, document }) => [entry, { print, tries, ...(document === null ? {} : { document }) }]))
    })
  }

  /** Notes that nothing came of an entry this time. */
  async saveFailure({ feed, names: [entry = ''], print }: SeenEntry, tries: number): Promise<void> {
    await this.change((db) =>
      db
        .insertInto('feed_entries')
        .values({ feed, entry, print, document: null, tries })
        .onConflict((on) => on.columns(['feed', 'entry']).doUpdateSet({ print, document: null, tries }))
        .execute(),
    )
  }

  async host(origin: string): Promise<object | undefined> {
    return this.guard(async ({ db }) => {
      const found = await db.selectFrom('hosts').select('body').where('origin', '=', origin).executeTakeFirst()
      return found && (JSON.parse(unpack(found.body)) as object)
    })
  }

  async saveHost(origin: string, state: object): Promise<void> {
    const body = pack(JSON.stringify(state))
    await this.change((db) =>
      db
        .insertInto('hosts')
        .values({ origin, body })
        .onConflict((on) => on.column('origin').doUpdateSet({ body }))
        .execute(),
    )
  }

  private change(work: (db: Db) => Promise<unknown>): Promise<void> {
    return this.guard(async (connection) => {
      await write(connection, work)
    })
  }

  private async guard<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await work(this.connection)
    } catch (error) {
      throw explain(error, this.connection.name)
    }
  }
}

/** The document that an entry brought already, or that has its text from the same publisher or host: then nothing of it is new. */
export async function broughtBefore(db: Db, { feed, names, print }: SeenEntry, document: Document): Promise<Document | undefined> {
  const seen = await db
    .selectFrom('feed_entries')
    .innerJoin('documents', 'documents.id', 'feed_entries.document')
    .select('documents.body')
    .where('feed', '=', feed)
    .where('entry', 'in', [...names])
    .where('print', '=', print)
    .executeTakeFirst()
  if (seen) return JSON.parse(seen.body) as Document
  const same = await db
    .selectFrom('documents')
    .innerJoin('texts', 'texts.row', 'documents.text')
    .select('documents.body')
    .where('texts.hash', '=', document.hash)
    .orderBy('documents.row')
    .execute()
  return same
    .map(({ body }) => JSON.parse(body) as Document)
    .find(
      ({ publisher, url }) =>
        (publisher !== undefined && publisher === document.publisher) ||
        (url !== undefined && document.url !== undefined && hostOf(url) === hostOf(document.url)),
    )
}

/** Notes which document an entry brought. */
export async function saveEntry(db: Db, { feed, names, print }: SeenEntry, document: string): Promise<void> {
  for (const entry of names)
    await db
      .insertInto('feed_entries')
      .values({ feed, entry, print, document, tries: 0 })
      .onConflict((on) => on.columns(['feed', 'entry']).doUpdateSet({ print, document, tries: 0 }))
      .execute()
}

function hostOf(address: string): string | undefined {
  try {
    return new URL(address).host.replace(/^www\./, '')
  } catch {
    return undefined
  }
}
