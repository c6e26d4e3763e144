import { sql } from 'kysely'
import type { Db } from '../connect.ts'
import { FACET } from '../database/tables.ts'
import { FORCES, LATE } from '../linking/undertaking-rows.ts'

/** How many undertakings have a value in each of two respects. */
export interface MatrixCell {
  readonly row: string
  readonly column: string
  readonly count: number
}

export type Matrix = 'party-topic' | 'party-mechanism' | 'year-force' | 'party-standing'

/** Cells that a table gets at most: those with most undertakings. */
const CELLS = 5000

/** How undertakings spread over two of their respects, the fullest cells first. Years are those in which they were first said. */
export async function matrixOf(db: Db, matrix: Matrix): Promise<MatrixCell[]> {
  const across = (column: number) => sql<MatrixCell>`select a.value as "row", b.value as "column", count(*) as "count"
    from facets as a join facets as b on b.undertaking = a.undertaking and b.facet = ${sql.lit(column)}
    where a.facet = ${sql.lit(FACET.party)} group by a.value, b.value order by 3 desc, 1, 2 limit ${sql.lit(CELLS)}`
  if (matrix === 'party-topic' || matrix === 'party-mechanism')
    return counted(await across(matrix === 'party-topic' ? FACET.topic : FACET.mechanism).execute(db))
  if (matrix === 'party-standing')
    return counted(
      await sql<MatrixCell>`select a.value as "row", u.standing as "column", count(*) as "count" from facets as a
        join undertakings as u on u.row = a.undertaking where a.facet = ${sql.lit(FACET.party)}
        group by a.value, u.standing order by 3 desc, 1, 2 limit ${sql.lit(CELLS)}`.execute(db),
    )
  const { rows } = await sql<{ row: string; column: number; count: number }>`select substr(u.first, 1, 4) as "row", u.force as "column",
    count(*) as "count" from undertakings as u where u.first <> ${sql.lit(LATE)} group by 1, 2 order by 1, 2 limit ${sql.lit(CELLS)}`.execute(
    db,
  )
  return rows.map(({ row, column, count }) => ({ row, column: FORCES[Number(column)] ?? String(column), count: Number(count) }))
}

const counted = ({ rows }: { readonly rows: readonly MatrixCell[] }): MatrixCell[] =>
  rows.map((cell) => ({ ...cell, count: Number(cell.count) }))
