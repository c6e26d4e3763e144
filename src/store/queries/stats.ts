import { sql } from 'kysely'
import { WINDOW } from '../../ledger/link/windows.ts'
import type { Db } from '../connect.ts'
import { migrations } from '../migrate.ts'
import type { Stats } from '../types.ts'

/** How much is in a ledger. Counts rows: not for every call. */
export async function statsOf(db: Db): Promise<Stats> {
  const count = async (query: ReturnType<typeof sql<{ n: number }>>) => Number((await query.execute(db)).rows[0]?.n ?? 0)
  const beyond = sql.lit(WINDOW + 1)
  return {
    documents: await count(sql`select count(*) as n from documents`),
    texts: await count(sql`select count(*) as n from texts`),
    statements: await count(sql`select count(*) as n from nodes where text is not null`),
    undertakings: await count(sql`select count(*) as n from undertakings`),
    links: await count(sql`select count(*) as n from links where verdict = 1`),
    suggestions: await count(sql`select count(*) as n from links where waits = 1`),
    judgements: await count(sql`select count(*) as n from judgements`),
    uncompared: await count(sql`select coalesce(sum((n - ${beyond}) * (n - ${beyond} + 1) / 2), 0) as n from
      (select count(*) as n from keys group by key having count(*) > ${beyond}) as long`),
    schema: migrations.length,
  }
}
