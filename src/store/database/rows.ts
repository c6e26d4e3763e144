import { CompiledQuery, SqliteAdapter } from 'kysely'
import type { Db, Engine } from '../connect.ts'
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

/**
 * Runs a query for each piece of a list and puts the answers together. Pieces are for `in (…)`: the last value may stand in one several times, so that they come in
 * few lengths. Each length is another statement, which is prepared and kept: all lengths of a bulk take a hundred megabytes.
 */
export async function gather<T, R>(list: Iterable<T>, query: (piece: T[]) => Promise<R[]>, size = CHUNK): Promise<R[]> {
  const found: R[] = []
  for (const piece of chunks(list, size)) {
    const last = piece.at(-1) as T
    let length = 1
    while (length < piece.length) length *= 2
    for (length = Math.min(length, size); piece.length < length; ) piece.push(last)
    for (const row of await query(piece)) found.push(row)
  }
  return found
}

type Plain =
  | 'text_keys'
  | 'copies'
  | 'documents'
  | 'texts'
  | 'nodes'
  | 'keys'
  | 'links'
  | 'judgements'
  | 'undertakings'
  | 'claims'
  | 'turns'
  | 'facets'
  | 'passages'

/** How many rows one statement takes: few sizes, so that the statements of a bulk are prepared once. */
const SIZES = [64, 16, 4, 1]

/** Pieces of a list of the sizes that statements are made for. */
export function* sized<T>(list: readonly T[]): Generator<T[]> {
  let at = 0
  for (const size of SIZES) for (; list.length - at >= size; at += size) yield list.slice(at, at + size)
}

const made = new Map<string, string>()

function textOf(name: string, make: () => string): string {
  const known = made.get(name)
  if (known !== undefined) return known
  const text = make()
  made.set(name, text)
  return text
}

/** Pieces of a list for statements of one database: few sizes where statements are prepared once, as large as may be where each costs a way to the server. */
const piecesOf = <T>(list: readonly T[], engine: Engine): Iterable<T[]> => (engine === 'sqlite' ? sized(list) : chunks(list))

/** Inserts rows, many at a time. All must have the same columns. */
export async function insert<T extends Plain>(db: Db, table: T, rows: readonly Tables[T][]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const engine = engineOf(db)
  for (const piece of piecesOf(rows, engine)) {
    const text = (mark: (n: number) => string) => {
      let n = 0
      const values = piece.map(() => `(${columns.map(() => mark(++n)).join(', ')})`)
      return `insert into ${table} (${columns.join(', ')}) values ${values.join(', ')}`
    }
    const query = textOf(`${engine} ${table} ${columns.length} ${piece.length}`, () =>
      text(engine === 'sqlite' ? () => '?' : (n) => `$${n}`),
    )
    await db.executeQuery(
      CompiledQuery.raw(
        query,
        piece.flatMap((row) => columns.map((column) => row[column as keyof typeof row])),
      ),
    )
  }
}

/** What can be set of many rows at a time: the columns by which a row is known, then those that are set, each with its type on PostgreSQL. */
const UPDATES = {
  features: { table: 'nodes', known: { row: 'bigint' }, set: { features: 'text' } },
  places: { table: 'nodes', known: { row: 'bigint' }, set: { undertaking: 'bigint', component: 'bigint' } },
  components: { table: 'undertakings', known: { row: 'bigint' }, set: { component: 'bigint' } },
  supports: { table: 'links', known: { a: 'bigint', b: 'bigint' }, set: { support: 'integer' } },
  waits: { table: 'links', known: { a: 'bigint', b: 'bigint' }, set: { waits: 'integer' } },
} as const

/**
 * Sets columns of rows that are there, many at a time.
 * @param rows of each the columns by which it is known, then the new values, in the order of the table above
 */
export async function update(db: Db, what: keyof typeof UPDATES, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  const engine = engineOf(db)
  const { table, known, set } = UPDATES[what]
  const types = [...Object.values(known), ...Object.values(set)]
  const first = Object.keys(known).length + 1
  for (const piece of piecesOf(rows, engine)) {
    const query = textOf(`${engine} ${what} ${piece.length}`, () => {
      let n = 0
      const mark = (type: string) => (engine === 'sqlite' ? '?' : `$${++n}::${type}`)
      const values = piece.map(() => `(${types.map(mark).join(', ')})`).join(', ')
      const sets = Object.keys(set).map((column, i) => `${column} = v.column${i + first}`)
      const same = Object.keys(known).map((column, i) => `${table}.${column} = v.column${i + 1}`)
      return `update ${table} set ${sets.join(', ')} from (values ${values}) as v where ${same.join(' and ')}`
    })
    await db.executeQuery(CompiledQuery.raw(query, piece.flat()))
  }
}

/** Which database a handle is of. */
export const engineOf = (db: Db): Engine => (db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres')

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
