import { CompiledQuery } from 'kysely'
import type { Db, Engine } from '../connect.ts'

/** Schema 3: the bytes of documents as received; feeds that are watched, their entries, their hosts. */
export async function up(db: Db, engine: Engine): Promise<void> {
  const [word, big, bytes, keyed] =
    engine === 'sqlite' ? ['text', 'integer', 'blob', ' without rowid'] : ['text collate "C"', 'bigint', 'bytea', '']
  const statements = [
    `create table originals (hash ${word} primary key, size ${big} not null, packing ${word} not null, body ${bytes} not null)`,
    `create table received (document ${big} primary key, original ${word} not null, body ${word} not null)`,
    'create index received_original on received (original)',
    `create table feeds (id ${word} primary key, address ${word} not null, body ${word} not null)`,
    `create table feed_entries (feed ${word} not null, entry ${word} not null, print ${word} not null, document ${word},
      tries integer not null, primary key (feed, entry))${keyed}`,
    `create table hosts (origin ${word} primary key, body ${word} not null)`,
  ]
  for (const statement of statements) await db.executeQuery(CompiledQuery.raw(statement))
}
