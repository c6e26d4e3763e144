import { CompiledQuery, sql } from 'kysely'
import type { Connection, Db } from '../connect.ts'

/** Columns that name a row of another table. The tables know no foreign keys: rows that wait for each other would need an order in every write. */
const REFERENCES: readonly (readonly [table: string, column: string, named: string])[] = [
  ['documents', 'text', 'texts'],
  ['texts', 'document', 'documents'],
  ['texts', 'witness', 'texts'],
  ['text_keys', 'node', 'texts'],
  ['copies', 'a', 'texts'],
  ['copies', 'b', 'texts'],
  ['passages', 'text', 'texts'],
  ['nodes', 'text', 'texts'],
  ['nodes', 'undertaking', 'undertakings'],
  ['keys', 'node', 'nodes'],
  ['links', 'a', 'nodes'],
  ['links', 'b', 'nodes'],
  ['claims', 'node', 'nodes'],
  ['claims', 'undertaking', 'undertakings'],
  ['turns', 'undertaking', 'undertakings'],
  ['facets', 'undertaking', 'undertakings'],
  ['judgements', 'a', 'nodes'],
  ['judgements', 'b', 'nodes'],
  ['statement_words', 'rowid', 'nodes'],
  ['passage_words', 'rowid', 'passages'],
  ['note_words', 'rowid', 'judgements'],
]

/** Rows that name a row which is not there, one line for each column that does. */
export async function dangling(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const [table, column, named] of REFERENCES) {
    const key = named === 'judgements' ? 'seq' : 'row'
    const { rows } = await sql<{ n: number; least: number | null }>`select count(*) as n, min(c.${sql.ref(column)}) as least
      from ${sql.table(table)} as c where c.${sql.ref(column)} is not null
      and not exists (select 1 from ${sql.table(named)} as p where p.${sql.ref(key)} = c.${sql.ref(column)})`.execute(db)
    const { n = 0, least = null } = rows[0] ?? {}
    if (n > 0) found.push(`table ${table}: ${column} of ${n} row${n === 1 ? '' : 's'} names no row of ${named} (the least is ${least})`)
  }
  return found
}

/** What the database itself says of its soundness. */
export async function soundness({ engine }: Connection, db: Db): Promise<string[]> {
  if (engine === 'postgres') return []
  const { rows } = await db.executeQuery<{ integrity_check: string }>(CompiledQuery.raw('pragma integrity_check'))
  return rows.flatMap(({ integrity_check }) => (integrity_check === 'ok' ? [] : [`file: ${integrity_check}`]))
}
