import { existsSync } from 'node:fs'
import { CompiledQuery, Kysely, type KyselyConfig, PostgresDialect, SqliteDialect } from 'kysely'
import type { Tables } from './database/tables.ts'
import { explain, StoreError } from './error.ts'

/** The two databases. */
export type Engine = 'sqlite' | 'postgres'

/** A handle for queries: the database, or one connection of it inside a transaction. */
export type Db = Kysely<Tables>

/** How a ledger is opened. */
export interface OpenOptions {
  /** Make the ledger where there is none. Without it a missing file is an error. */
  readonly create?: boolean
  readonly readOnly?: boolean
  /** Told how long each query took, in milliseconds. */
  readonly onQuery?: (ms: number) => void
}

/** An open database. */
export interface Connection {
  readonly db: Db
  readonly engine: Engine
  /** The path, or the address without its password: how messages call it. */
  readonly name: string
}

/** `STKT`, in the header of an SQLite file: this file is a ledger of Stocktake. */
export const APPLICATION_ID = 0x53544b54

/** Whether an address is one of a PostgreSQL server. */
export const isServer = (address: string): boolean => /^postgres(?:ql)?:\/\//.test(address)

/** How long a writer waits for another, in milliseconds. */
const PATIENCE = 60_000

/** Opens a file or a server. Does not look whether there is a ledger in it. */
export async function connect(address: string, options: OpenOptions): Promise<Connection> {
  return isServer(address) ? connectServer(address, options) : connectFile(address, options)
}

interface Statement {
  readonly reader: boolean
  all(parameters: readonly unknown[]): unknown[]
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>
}

interface File {
  prepare(sql: string): Statement
  pragma(sql: string): unknown
  exec(sql: string): void
  close(): void
}

/** Keeps statements that were prepared lately: most of the time of a short query goes into preparing it. */
class Prepared {
  private readonly file: File
  private readonly kept = new Map<string, Statement>()

  constructor(file: File) {
    this.file = file
  }

  prepare(sql: string): Statement {
    const known = this.kept.get(sql)
    if (known) return known
    const made = this.file.prepare(sql)
    if (this.kept.size >= 500) this.kept.clear()
    this.kept.set(sql, made)
    return made
  }

  close(): void {
    this.kept.clear()
    this.file.close()
  }
}

/** What Kysely calls for each query. */
const logOf = (onQuery: OpenOptions['onQuery']): Pick<KyselyConfig, 'log'> =>
  onQuery ? { log: ({ queryDurationMillis }) => onQuery(queryDurationMillis) } : {}

async function connectFile(path: string, { create, readOnly, onQuery }: OpenOptions): Promise<Connection> {
  if (path !== ':memory:' && !existsSync(path) && (!create || readOnly))
    throw new StoreError('missing', `${path} does not exist; \`stocktake add\` makes a ledger, --ledger names another`)
  const { default: Database } = await import('libsql')
  try {
    const file = new Database(path, { readonly: readOnly === true, timeout: PATIENCE }) as unknown as File
    file.pragma(`busy_timeout = ${PATIENCE}`)
    file.pragma('synchronous = full')
    file.pragma('cache_size = -65536')
    file.pragma('temp_store = memory')
    if (readOnly) file.pragma('query_only = on')
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Prepared(file) }), ...logOf(onQuery) })
    return { db, engine: 'sqlite', name: path }
  } catch (error) {
    throw explain(error, path)
  }
}

async function connectServer(address: string, { readOnly, onQuery }: OpenOptions): Promise<Connection> {
  const name = address.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1@')
  const { default: pg } = await import('pg')
  // whole numbers of 64 bits come as text unless told: rows, keys and places stay below 2^53
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === 20 ? Number : pg.types.getTypeParser(oid, format ?? 'text')),
  }
  const pool = new pg.Pool({
    connectionString: address,
    max: 4,
    types: types as never,
    application_name: 'stocktake',
    ...(readOnly ? { options: '-c default_transaction_read_only=on' } : {}),
  })
  // an idle connection that breaks is replaced at the next query, which says what is wrong
  pool.on('error', () => {})
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...logOf(onQuery) }), engine: 'postgres', name }
}

/** A number that all writers of a ledger lock on PostgreSQL, as SQLite locks its file. */
const WRITERS = 1_398_032_212

/** Runs work as the only writer, all of it or nothing. */
export async function write<T>({ db, engine }: Connection, work: (db: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (one) => {
    await one.executeQuery(CompiledQuery.raw(engine === 'sqlite' ? 'begin immediate' : 'begin'))
    try {
      if (engine === 'postgres') await one.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${WRITERS})`))
      const result = await work(one)
      await one.executeQuery(CompiledQuery.raw('commit'))
      return result
    } catch (error) {
      // after some faults the database has rolled back already
      await one.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
      throw error
    }
  })
}

/** Runs queries that all see one state of the ledger. */
export async function snapshot<T>({ db, engine }: Connection, work: (db: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (one) => {
    await one.executeQuery(CompiledQuery.raw(engine === 'sqlite' ? 'begin' : 'begin isolation level repeatable read read only'))
    try {
      return await work(one)
    } finally {
      await one.executeQuery(CompiledQuery.raw('commit')).catch(() => {})
    }
  })
}
