import { CompiledQuery, sql } from 'kysely'
import { APPLICATION_ID, type Connection, type Db, type Engine, write } from './connect.ts'
import { StoreError } from './error.ts'
import * as ledger from './migrations/001-ledger.ts'
import * as accounts from './migrations/002-accounts.ts'
import * as originals from './migrations/003-originals.ts'
import * as notes from './migrations/004-notes.ts'

/** A step from one version of the schema to the next. Released ones are never changed. */
export interface Migration {
  readonly up: (db: Db, engine: Engine) => Promise<void>
}

/** The n-th takes a ledger from schema n - 1 to schema n. */
export const migrations: readonly Migration[] = [ledger, accounts, originals, notes]

/**
 * Makes sure that a database holds a ledger of the schema that this program knows: migrates an older one, makes one where `create` allows it.
 * Throws `StoreError` where it is something else, or was written by a newer program.
 * @param steps the migrations to know of: all, unless a test asks for fewer
 */
export async function prepare(
  connection: Connection,
  { create, readOnly }: { readonly create?: boolean; readonly readOnly?: boolean },
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const { name, engine, db } = connection
  const version = await versionOf(db, engine, name)
  if (version === steps.length) return
  if (version > steps.length)
    throw new StoreError(
      'newer',
      `${name} was written by a newer Stocktake (schema ${version}, this one knows ${steps.length}); update Stocktake`,
    )
  if (version === 0 && !create) throw new StoreError('missing', `${name} holds no ledger; \`stocktake add\` makes one`)
  if (readOnly)
    throw new StoreError(
      'read-only',
      `${name} has an older schema (${version}) and must be opened for writing once, to be brought up to date`,
    )
  // kept in the file's header: every later connection uses it
  if (engine === 'sqlite') await db.executeQuery(CompiledQuery.raw('pragma journal_mode = wal'))
  await write(connection, async (one) => {
    // another process may have done it while this one waited
    for (let at = await versionOf(one, engine, name); at < steps.length; at++) {
      await steps[at]?.up(one, engine)
      await stamp(one, engine, at + 1)
    }
  })
}

/** The schema of the ledger in a database; 0 where the database is empty. */
async function versionOf(db: Db, engine: Engine, name: string): Promise<number> {
  if (engine === 'postgres') {
    const { rows } = await sql<{ there: boolean }>`select to_regclass('stocktake_meta') is not null as there`.execute(db)
    if (rows[0]?.there) {
      const found = await sql<{ value: string }>`select value from stocktake_meta where key = 'schema'`.execute(db)
      return Number(found.rows[0]?.value ?? 0)
    }
    const others = await sql<{ n: number }>`select count(*) as n from pg_tables where schemaname = current_schema()`.execute(db)
    if (others.rows[0]?.n) throw new StoreError('not-a-ledger', `${name} holds other tables and no ledger; name an empty database`)
    return 0
  }
  const pragma = async (what: string) => {
    const { rows } = await db.executeQuery<Record<string, number>>(CompiledQuery.raw(`pragma ${what}`))
    return Object.values(rows[0] ?? {})[0] ?? 0
  }
  const application = await pragma('application_id')
  const version = await pragma('user_version')
  if (application === APPLICATION_ID) return version
  const { rows } = await db.executeQuery<{ n: number }>(CompiledQuery.raw('select count(*) as n from sqlite_master'))
  if (application !== 0 || version !== 0 || rows[0]?.n)
    throw new StoreError('not-a-ledger', `${name} is not a ledger; name another file with --ledger`)
  return 0
}

async function stamp(db: Db, engine: Engine, version: number): Promise<void> {
  if (engine === 'sqlite') {
    await db.executeQuery(CompiledQuery.raw(`pragma application_id = ${APPLICATION_ID}`))
    await db.executeQuery(CompiledQuery.raw(`pragma user_version = ${version}`))
    return
  }
  await sql`insert into stocktake_meta (key, value) values ('schema', ${String(version)}) on conflict (key) do update set value = excluded.value`.execute(
    db,
  )
}
