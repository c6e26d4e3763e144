import { readFileSync } from 'node:fs'
import { CompiledQuery } from 'kysely'
import { type Connection, write } from '../../../src/store/connect.ts'
import { migrations, prepare } from '../../../src/store/migrate.ts'

/** The tables whose rows are kept, as far as a version has them; what is searched is made from them. */
export const TABLES = [
  'stocktake_meta',
  'documents',
  'texts',
  'text_keys',
  'copies',
  'nodes',
  'keys',
  'links',
  'judgements',
  'undertakings',
  'claims',
  'turns',
  'facets',
  'passages',
  'users',
  'sign_ins',
  'audit',
  'originals',
  'received',
  'feeds',
  'feed_entries',
  'hosts',
] as const

/** Makes a ledger as an older version of Stocktake left it: its schema by the migrations of then, its rows as they were kept. */
export async function loadVersion(connection: Connection, version: number): Promise<void> {
  await prepare(connection, { create: true }, migrations.slice(0, version))
  const held = JSON.parse(readFileSync(`test/store/versions/${String(version).padStart(3, '0')}.json`, 'utf8')) as Record<
    string,
    Record<string, unknown>[]
  >
  await write(connection, async (db) => {
    for (const [table, rows] of Object.entries(held))
      for (const row of rows) {
        if (table === 'stocktake_meta' && row['key'] === 'schema') continue
        const columns = Object.keys(row)
        const marks = columns.map((_, i) => (connection.engine === 'sqlite' ? '?' : `$${i + 1}`))
        await db.executeQuery(
          CompiledQuery.raw(`insert into ${table} (${columns.join(', ')}) values (${marks.join(', ')})`, Object.values(row).map(cellOf)),
        )
      }
    // rows that the server would have numbered itself
    if (connection.engine === 'postgres' && held['audit'])
      await db.executeQuery(CompiledQuery.raw("select setval(pg_get_serial_sequence('audit', 'row'), (select max(row) from audit))"))
  })
}

/** Bytes stand in the files as `{"base64": …}`. */
const cellOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'base64' in value ? Buffer.from(String(value.base64), 'base64') : value
