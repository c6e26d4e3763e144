import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Standing } from '../../ledger/nouns.ts'
import type { Force, Kind } from '../../model.ts'
import type { Connection, Db, Engine } from '../connect.ts'
import type { UndertakingRow } from '../database/tables.ts'
import { StoreError } from '../error.ts'
import { FORCES, LATE } from '../linking/undertaking-rows.ts'
import type { Filter, Page, Row, Sort } from '../types.ts'
import { type Condition, conditionsOf } from './conditions.ts'

/** So many undertakings that one condition leaves are named row by row to the query that sorts them. */
const FEW = 2000
/**
 * So many are still read all and sorted. Of more, a list is read along the index of its order until a page is full: a page of 50 among a million
 * takes then no more looks than this many rows.
 */
const SORTED = 8000
/** How far the rows of conditions are counted to find the narrowest. */
const MEASURED = 40_000
/** How far such a list is counted: each one counted may take many looks. */
const COUNTED = 100
/** How far one is counted of which everything passes: an index counts it. */
const COUNTED_WHOLE = 10_000

/** What each order sorts by, and whether the highest come first. Each has an index with the id after it. */
const ORDERS: Record<Sort, { readonly column: 'last' | 'first' | 'due' | 'label' | 'statements' | 'force'; readonly down: boolean }> = {
  last: { column: 'last', down: true },
  first: { column: 'first', down: false },
  due: { column: 'due', down: false },
  label: { column: 'label', down: false },
  statements: { column: 'statements', down: true },
  force: { column: 'force', down: true },
}

/** The narrowest condition of a list: its rows where they are few, and how many it leaves, as far as they were counted. */
interface Narrowest {
  readonly condition: Condition
  readonly count: number
  readonly few?: readonly number[]
  /** The narrowest of those that are a facet. */
  readonly facet?: Condition
}

/** From how many rows on a list is read in another way; a test asks for few. */
export interface Bounds {
  readonly few: number
  readonly sorted: number
  readonly measured: number
}
const BOUNDS: Bounds = { few: FEW, sorted: SORTED, measured: MEASURED }

/** A page of undertakings. */
export async function list({ db, engine }: Pick<Connection, 'db' | 'engine'>, filter: Filter, bounds: Bounds = BOUNDS): Promise<Page<Row>> {
  const { sort = 'last', limit = 50, asOf } = filter
  const { column, down } = ORDERS[sort]
  const conditions = conditionsOf(filter, engine)
  const order: Order = { value: sql.ref(`u.${column}`), down, column }
  const after = filter.after === undefined ? undefined : cursorOf(filter.after, sort)
  const from = after === undefined ? [] : [beyond(after, order.value, down)]
  const asked: Asked = { db, engine, conditions, from, ...(after && { after }), order, limit: limit + 1, bounds }
  const narrowest = await narrowestOf(asked)
  const { rows, total, more } = await partOf(asked, narrowest)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? { next: Buffer.from(JSON.stringify([sort, last[column], last.id])).toString('base64url') } : {}
  return { rows: await rowsOf(db, shown, asOf), total, more, ...next }
}

interface Asked {
  readonly db: Db
  readonly engine: Engine
  readonly conditions: readonly Condition[]
  /** Where the page begins. */
  readonly from: readonly RawBuilder<SqlBool>[]
  readonly after?: readonly [string | number, string]
  readonly order: Order
  readonly limit: number
  readonly bounds: Bounds
}

interface Order {
  readonly value: RawBuilder<unknown>
  readonly down: boolean
  readonly column: (typeof ORDERS)[Sort]['column']
}

interface Part {
  readonly rows: readonly UndertakingRow[]
  readonly total: number
  readonly more: boolean
}

const sorted = ({ value, down }: Order) => sql`order by ${value} ${sql.raw(down ? 'desc' : 'asc')}, u.id`

/** The way that takes fewest looks: all rows that the narrowest condition leaves, or those of its facet by date, or the index of the order. */
async function partOf(asked: Asked, narrowest: Narrowest | undefined): Promise<Part> {
  const { conditions, engine, order, bounds } = asked
  if (!narrowest) return inOrder(asked, undefined)
  const { condition, count, few, facet } = narrowest
  const besides = (one: Condition) => conditions.filter((other) => other !== one || other.loose).map(({ test }) => test)
  if (few) return sortAll(asked, besides(condition), sql`select value from ${rowsIn(few, engine)}`, few.length)
  if (facet?.facet && order.column === 'last') return byDate(asked, besides(facet), facet.facet)
  if (count <= bounds.sorted && condition.rows) return sortAll(asked, besides(condition), condition.rows, count)
  return inOrder(asked, conditions.length === 1 && !condition.loose ? count : undefined)
}

/** A row by its number; `n`: how many there are, where that is asked for with it. */
interface CountedRow {
  readonly row: number
  readonly n?: number
}

/** A page of rows that are not many: all that pass are counted, and those of the page read. */
async function sortAll(
  { db, from, order, limit }: Asked,
  tests: readonly RawBuilder<SqlBool>[],
  rows: RawBuilder<unknown>,
  count: number,
): Promise<Part> {
  const all = [...tests, sql<SqlBool>`u.row in (${rows})`]
  // a first page has all that pass before it: they are counted where they are sorted, and not tested twice
  const isFirst = from.length === 0
  const counts = isFirst && tests.length > 0 ? sql`, count(*) over () as n` : sql``
  const { rows: page } = await sql<CountedRow>`select u.row${counts} from undertakings as u ${where([...all, ...from])} ${sorted(order)}
    limit ${sql.lit(limit)}`.execute(db)
  const totalOf = () => (isFirst ? Number(page[0]?.n ?? 0) : countOf(db, sql`undertakings as u ${where(all)}`))
  return { rows: await wholeRows(db, page), total: tests.length === 0 ? count : await totalOf(), more: false }
}

/** Rows by their numbers, in the same order. */
async function wholeRows(db: Db, page: readonly { readonly row: number }[]): Promise<UndertakingRow[]> {
  if (page.length === 0) return []
  const numbers = page.map(({ row }) => row)
  const found = await db.selectFrom('undertakings').selectAll().where('row', 'in', numbers).execute()
  const byRow = new Map(found.map((one) => [one.row, one]))
  return numbers.map((row) => byRow.get(row) as UndertakingRow)
}

/**
 * A page of very many rows, read along the index of their order until it is full. Of the rows on the way no more is asked than their numbers,
 * where that is enough: the index has these.
 * @param known how many there are, as far as that was counted
 */
async function inOrder({ db, conditions, from, order, limit, bounds }: Asked, known: number | undefined): Promise<Part> {
  // the facets of a party are in the order of the latest date themselves: along that order their own index is the nearer one
  const tests = conditions.map(({ test, numbered }) => (order.column === 'last' ? test : (numbered ?? test)))
  const { rows: page } = await sql<{ row: number }>`select u.row from undertakings as u ${where([...tests, ...from])} ${sorted(order)}
    limit ${sql.lit(limit)}`.execute(db)
  const rows = await wholeRows(db, page)
  if (known !== undefined) return { rows, total: Math.min(known, bounds.measured), more: known > bounds.measured }
  // counted along the same index, whose rows the page has just read
  return { rows, ...(await countUpTo(db, tests, sql`undertakings as u ${where(tests)} ${sorted(order)}`)) }
}

/** A page of the very many rows of a facet, the latest first: the table of facets is in that order. */
async function byDate({ db, from, after, limit }: Asked, tests: readonly RawBuilder<SqlBool>[], facet: RawBuilder<SqlBool>): Promise<Part> {
  const source = sql`facets as f cross join undertakings as u`
  const joined = sql<SqlBool>`u.row = f.undertaking`
  const start = after ? [sql<SqlBool>`f.last <= ${after[0]}`] : []
  const { rows } = await sql<UndertakingRow>`select u.* from ${source} ${where([facet, joined, ...start, ...tests, ...from])}
    order by f.last desc, u.id limit ${sql.lit(limit)}`.execute(db)
  const counted = tests.length ? sql`${source} ${where([facet, joined, ...tests])}` : sql`facets as f ${where([facet])}`
  return { rows, ...(await countUpTo(db, tests, counted)) }
}

const countOf = async (db: Db, source: RawBuilder<unknown>): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${source}`.execute(db)).rows[0]?.n ?? 0

/** How many rows a source has, counted no further than it is cheap. */
async function countUpTo(
  db: Db,
  tests: readonly RawBuilder<SqlBool>[],
  source: RawBuilder<unknown>,
): Promise<{ total: number; more: boolean }> {
  const most = tests.length === 0 ? COUNTED_WHOLE : COUNTED
  const total = await countOf(db, sql`(select 1 from ${source} limit ${sql.lit(most + 1)}) as counted`)
  return { total: Math.min(total, most), more: total > most }
}

/** The narrowest condition that an index has. */
async function narrowestOf({ db, conditions, bounds }: Asked): Promise<Narrowest | undefined> {
  let best: Narrowest | undefined
  let facet: { readonly condition: Condition; readonly count: number } | undefined
  for (const condition of conditions) {
    const { rows, repeated = rows } = condition
    if (!rows) continue
    // rows that are dear to find are found once, unless they are very many
    const most = condition.repeated ? Math.max(bounds.few, bounds.sorted) : bounds.few
    const found = (await sql<{ row: number }>`select row from (${repeated}) as found limit ${sql.lit(most + 1)}`.execute(db)).rows
    const few = found.length > most ? undefined : [...new Set(found.map(({ row }) => row))]
    if (few?.length === 0) return { condition, count: 0, few }
    if (!few && best?.few) continue
    const count = few ? few.length : await countOf(db, sql`(${rows} limit ${sql.lit(bounds.measured + 1)}) as found`)
    if (condition.facet && count < (facet?.count ?? Number.POSITIVE_INFINITY)) facet = { condition, count }
    if (count < (best?.count ?? Number.POSITIVE_INFINITY)) best = { condition, count, ...(few && { few }) }
  }
  return best && { ...best, ...(facet && { facet: facet.condition }) }
}

/** A list of rows as a table with the column `value`: one parameter, however many they are. */
function rowsIn(rows: readonly number[], engine: Engine): RawBuilder<unknown> {
  const text = JSON.stringify(rows)
  return engine === 'sqlite' ? sql`json_each(${text})` : sql`(select value::bigint from json_array_elements_text(${text}::json)) as given`
}

function where(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<unknown> {
  return conditions.length ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
}

function cursorOf(after: string, sort: Sort): readonly [string | number, string] {
  try {
    const [by, value, id] = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (by === sort && typeof id === 'string' && (typeof value === 'string' || typeof value === 'number')) return [value, id]
  } catch {
    // said below
  }
  throw new StoreError('refused', 'this place in the list is not known; start again from its first page')
}

/** After a place in the order: the first test alone is one that an index can begin from. */
function beyond([value, id]: readonly [string | number, string], column: RawBuilder<unknown>, down: boolean): RawBuilder<SqlBool> {
  const [from, past] = down ? [sql`<=`, sql`<`] : [sql`>=`, sql`>`]
  return sql<SqlBool>`${column} ${from} ${value} and (${column} ${past} ${value} or u.id > ${id})`
}

/** Undertakings as lists show them. */
export async function rowsOf(db: Db, rows: readonly UndertakingRow[], asOf: string | undefined): Promise<Row[]> {
  const turning = asOf === undefined ? [] : rows.filter(({ turns }) => turns > 0).map(({ row }) => row)
  const standing = new Map<number, string>()
  if (turning.length && asOf !== undefined) {
    const turns = await db
      .selectFrom('turns')
      .selectAll()
      .where('undertaking', 'in', turning)
      .where('since', '<=', asOf)
      .orderBy('since')
      .execute()
    for (const one of turns) standing.set(one.undertaking, one.standing)
  }
  return rows.map((row) => {
    const { programme, direction, first, last, due } = row
    const optional = Object.entries({ programme, direction, first, last, due }).filter(
      ([, value]) => value !== null && value !== '' && value !== LATE,
    )
    return {
      id: row.id,
      kind: row.kind as Kind,
      force: FORCES[row.force] as Force,
      ...(JSON.parse(row.body) as Pick<Row, 'label' | 'parties' | 'topics' | 'mechanisms' | 'places'>),
      ...(Object.fromEntries(optional) as Pick<Row, 'programme'>),
      standing: (standing.get(row.row) ?? row.standing) as Standing,
      statements: row.statements,
      documents: row.documents,
      evidence: row.evidence,
      scores: row.scores,
    }
  })
}
