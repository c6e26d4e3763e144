import { sql } from 'kysely'
import type { Undertaking } from '../../ledger/nouns.ts'
import type { Connection, Db } from '../connect.ts'
import { StoreError } from '../error.ts'
import { wholes } from './show.ts'

/** Undertakings that are looked through for one answer at most. */
const LOOKED = 200

/** Undertakings of which a wording is a report, and the place from which to go on. */
export interface Reported {
  readonly undertakings: readonly Undertaking[]
  readonly next?: string
}

/** Rows of undertakings of which a wording is a report. They change with the words of a ledger alone. */
export interface Candidates {
  readonly rows: readonly number[]
  readonly next?: string
}

/**
 * Undertakings that were worded at least twice, or declared and worded, and of which a wording is a report; those of programmes first, then those with the most
 * wordings.
 */
export async function candidatesOf(
  { db, engine }: Pick<Connection, 'db' | 'engine'>,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<Candidates> {
  const place = after === undefined ? undefined : placeOf(after)
  const has = sql.raw(engine === 'sqlite' ? 'instr(n.features, \'"kind":"report"\')' : 'strpos(n.features, \'"kind":"report"\')')
  const reports = sql`exists (select 1 from nodes as n where n.component = u.component and n.undertaking = u.row and n.text is not null and ${has} > 0)`
  const from = place ? sql`and u.statements <= ${place.statements} and (u.statements < ${place.statements} or u.id > ${place.id})` : sql``
  const declared = place
    ? []
    : (
        await sql<Found>`select u.row, u.statements, u.id from undertakings as u where u.programme is not null and u.statements = 1 and ${reports}
          order by u.id limit ${sql.lit(LOOKED)}`.execute(db)
      ).rows
  const { rows } = await sql<Found>`select u.row, u.statements, u.id from undertakings as u where u.statements > 1 ${from} and ${reports}
    order by u.statements desc, u.id limit ${sql.lit(limit + 1)}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: [...declared, ...shown].map(({ row }) => row),
    ...(rows.length > limit && last && { next: `${last.statements}_${last.id}` }),
  }
}

/** The undertakings of some candidates, whole. */
export async function reportedOf(db: Db, { rows, next }: Candidates, asOf: string): Promise<Reported> {
  const made = await wholes(db, rows, asOf)
  return { undertakings: rows.flatMap((row) => made.get(row) ?? []), ...(next !== undefined && { next }) }
}

interface Found {
  readonly row: number
  readonly statements: number
  readonly id: string
}

function placeOf(after: string): { readonly statements: number; readonly id: string } {
  const [, statements, id] = /^(\d{1,9})_(.+)$/s.exec(after) ?? []
  if (statements === undefined || id === undefined)
    throw new StoreError('refused', 'this place in the queue is not known; start again from its first page')
  return { statements: Number(statements), id }
}
