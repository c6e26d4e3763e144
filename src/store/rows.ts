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

type Plain = 'documents' | 'texts' | 'nodes' | 'keys' | 'links' | 'judgements' | 'undertakings' | 'claims' | 'turns' | 'facets' | 'passages'

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

  async next(table: 'documents' | 'texts' | 'nodes' | 'undertakings' | 'passages'): Promise<number> {
    const known = this.last.get(table)
    const last =
      known ??
      (
        await this.db
          .selectFrom(table)
          .select(({ fn }) => fn.max<number | null>('row').as('most'))
          .executeTakeFirst()
      )?.most ??
      0
    this.last.set(table, last + 1)
    return last + 1
  }
}
