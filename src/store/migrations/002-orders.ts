import { CompiledQuery } from 'kysely'
import type { Db } from '../connect.ts'

/**
 * Schema 2: the orders of the list, missing days last, each from an index, so that a list of many begins without sorting all of them; and what tables of
 * two respects count, without reading whole undertakings.
 */
export async function up(db: Db): Promise<void> {
  for (const statement of [
    'drop index undertakings_last',
    'drop index undertakings_first',
    'drop index undertakings_standing',
    `create index undertakings_last on undertakings (coalesce(last, '') desc, id)`,
    `create index undertakings_first on undertakings (coalesce(first, '~'), id)`,
    `create index undertakings_due_last on undertakings (coalesce(due, '~'), id)`,
    'create index undertakings_years on undertakings (first, force)',
    'drop index facets_undertaking',
    'create index facets_undertaking on facets (undertaking, facet, value)',
    'create index undertakings_kind on undertakings (kind)',
    'create index undertakings_standing on undertakings (standing)',
    `create index documents_newest on documents (coalesce(date, '') desc, id)`,
  ])
    await db.executeQuery(CompiledQuery.raw(statement))
}
