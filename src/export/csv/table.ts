import type { Dump } from '../../ledger/dump.ts'
import { cell } from './cell.ts'

/** `list`: texts joined by `; `. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'list'

/** A column: what its cells hold, for people, and how a row gives one. */
export interface Column<R> {
  readonly name: string
  readonly type: CellType
  readonly about: string
  readonly of: (row: R) => unknown
}

/** A table of its own rows. `key` names a row; `links` says which columns name a row of another table. */
export interface Table<R> {
  readonly name: string
  readonly about: string
  readonly columns: readonly Column<R>[]
  readonly key: readonly string[]
  readonly links?: readonly (readonly [column: string, table: string, key: string])[]
  readonly rows: (dump: Dump) => AsyncIterable<R>
}

/** A column; `string` where no type is given. */
export const column = <R>(name: string, about: string, of: (row: R) => unknown, type: CellType = 'string'): Column<R> => ({
  name,
  type,
  about,
  of,
})

/** The table as RFC 4180 text: a line of names, then a line a row, each ended by CR LF. */
export async function* csvOf<R>(table: Table<R>, dump: Dump): AsyncGenerator<string> {
  yield `${table.columns.map(({ name }) => name).join(',')}\r\n`
  for await (const row of table.rows(dump)) yield `${table.columns.map(({ of }) => cell(of(row))).join(',')}\r\n`
}
