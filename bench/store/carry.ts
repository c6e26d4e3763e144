import Database from 'libsql'
import pg from 'pg'
import type { Statement } from '../../src/model.ts'
import { toTsvector, wordsOf } from '../../src/store/words.ts'

/** Rows that go over in one statement. */
const AT_ONCE = 5000
/**
 * Carries the ledger of a SQLite file over into an empty one of PostgreSQL, so that one multiplied ledger serves both: rows as they are, in bulk, the indexes made
 * once all rows are there. Multiplying there row by row takes hours.
 */
export async function carryOver(file: string, address: string, told: (table: string, rows: number) => void): Promise<void> {
  const from = new Database(file, { readonly: true })
  const to = new pg.Client({ connectionString: address })
  await to.connect()
  try {
    const indexes = await looseIndexes(to)
    for (const { name } of indexes) await to.query(`drop index ${name}`)
    for (const table of await tablesOf(to)) told(table, await carryTable(from, to, table))
    told('statement_words', await carryWords(from, to))
    for (const { made } of indexes) await to.query(made)
  } finally {
    from.close()
    await to.end()
  }
}

/** The tables of a ledger but its own marks and what is searched, which is made from the others. */
async function tablesOf(to: pg.Client): Promise<string[]> {
  const { rows } = await to.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'stocktake_meta' and tablename not like '%\\_words' order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** The indexes that no constraint owns, each as it is made. */
async function looseIndexes(to: pg.Client): Promise<{ name: string; made: string }[]> {
  const { rows } = await to.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where schemaname = 'public'
      and indexname not in (select conname from pg_constraint)`,
  )
  return rows
}

async function carryTable(from: Database.Database, to: pg.Client, table: string): Promise<number> {
  const { rows: columns } = await to.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum`,
    [table],
  )
  const names = columns.map(({ name }) => name)
  const insert = `insert into ${table} (${names.join(', ')}) select * from unnest(${columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')})`
  return inLots(
    from
      .prepare(`select ${names.join(', ')} from ${table}`)
      .raw()
      .iterate() as Iterable<unknown[]>,
    async (lot) => {
      await to.query(
        insert,
        names.map((_, column) => lot.map((row) => row[column])),
      )
    },
  )
}

/** The words of statements, for entries of programmes have none: a copy of the ledger has some of its own, as `multiply` gives them. */
async function carryWords(from: Database.Database, to: pg.Client): Promise<number> {
  const rows = from.prepare('select row, id, body from nodes where text is not null').raw().iterate() as Iterable<[number, string, string]>
  return inLots(rows, async (lot) => {
    const words = lot.map(([, id, body]) => {
      const copy = /^z([0-9a-z]{6})/.exec(id)
      const own = copy ? String(Number.parseInt(copy[1] as string, 36) % 7) : ''
      return toTsvector(wordsOf((JSON.parse(body) as Statement).quote).map((word) => (word.length > 8 ? `${word}${own}` : word)))
    })
    await to.query('insert into statement_words (rowid, words) select * from unnest($1::bigint[], $2::tsvector[])', [
      lot.map(([row]) => row),
      words,
    ])
  })
}

async function inLots<T>(rows: Iterable<T>, act: (lot: readonly T[]) => Promise<void>): Promise<number> {
  let count = 0
  let lot: T[] = []
  for (const row of rows) {
    lot.push(row)
    count++
    if (lot.length < AT_ONCE) continue
    await act(lot)
    lot = []
  }
  if (lot.length) await act(lot)
  return count
}
