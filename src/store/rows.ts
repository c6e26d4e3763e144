import type { Db } from './connect.ts'
import type { Tables } from './tables.ts'

/** How many values one `in (…)` or one insert may hold on both databases. */
const CHUNK = 400

/** A list in pieces that fit one query. */
export function* chunks<T>(list: Iterable<T>, size = CHUNK): Generator<T[]> {
  let piece: T[] = []
  for (const one of list) {
    piece.push(one)
    if (piece.length === size) {
      yield piece
      piece = []
    }
  }
  if (piece.length) yield piece
}

/** Runs a query for each piece of a list and puts the answers together. */
export async function gather<T, R>(list: Iterable<T>, query: (piece: T[]) => Promise<R[]>, size = CHUNK): Promise<R[]> {
  const found: R[] = []
  for (const piece of chunks(list, size)) for (const row of await query(piece)) found.push(row)
  return found
}

type Plain = 'text_keys' | 'copies' | 'documents' | 'texts' | 'nodes' | 'keys' | 'links' | 'judgements' | 'undertakings' | 'claims' | 'turns' | 'facets' | 'passages'

/** Inserts rows, many at a time. */
export async function insert<T extends Plain>(db: Db, table: T, rows: readonly Tables[T][]): Promise<void> {
  for (const piece of chunks(rows, 50))
    await db
      .insertInto(table)
      .values(piece as never)
      .execute()
}

/** Gives out row numbers. Only the one writer of a ledger may ask. */
export class Rows {
  private readonly db: Db
  private readonly last = new Map<string, number>()

  constructor(db: Db) {
    this.db = db
  }

  async next(table: Counted): Promise<number> {
    const row = (await this.most(table)) + 1
    this.last.set(table, row)
    return row
  }

  /** The highest row of a table so far. Asked before rows are deleted, it keeps their numbers from being given out again. */
  async most(table: Counted): Promise<number> {
    const known = this.last.get(table)
    if (known !== undefined) return known
    const found = await this.db
      .selectFrom(table)
      .select(({ fn }) => fn.max<number | null>('row').as('most'))
      .executeTakeFirst()
    this.last.set(table, found?.most ?? 0)
    return found?.most ?? 0
  }
}

type Counted = 'documents' | 'texts' | 'nodes' | 'undertakings' | 'passages'
