import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Standing } from '../ledger/nouns.ts'
import type { Force, Kind } from '../model.ts'
import { plain } from './columns.ts'
import type { Connection, Db, Engine } from './connect.ts'
import { StoreError } from './error.ts'
import { matches } from './search.ts'
import { FACET, type UndertakingRow } from './tables.ts'
import type { Filter, Page, Row, Sort } from './types.ts'
import { FORCES, LATE } from './undertaking-rows.ts'

/** Of more undertakings than this that one condition leaves, a list is read in its own order and the others are not looked at. */
const FEW = 2000
/** How far such a list is counted: each one counted may take many looks. */
const COUNTED = 100

/** What each order sorts by, and whether the highest come first. Each has an index with the id after it. */
const ORDERS: Record<Sort, { readonly column: 'last' | 'first' | 'due' | 'label' | 'statements' | 'force'; readonly down: boolean }> = {
  last: { column: 'last', down: true },
  first: { column: 'first', down: false },
  due: { column: 'due', down: false },
  label: { column: 'label', down: false },
  statements: { column: 'statements', down: true },
  force: { column: 'force', down: true },
}

const many = <T extends string>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** One condition of a list: as a test of a row `u`, and, where an index has them, as a query for the rows that pass. */
interface Condition {
  readonly test: RawBuilder<SqlBool>
  readonly rows?: RawBuilder<{ row: number }>
}

/** A page of undertakings. */
export async function list({ db, engine }: Pick<Connection, 'db' | 'engine'>, filter: Filter): Promise<Page<Row>> {
  const { sort = 'last', limit = 50, asOf } = filter
  const { column, down } = ORDERS[sort]
  const conditions = conditionsOf(filter, engine)
  const few = await fewest(db, conditions)
  const order: Order = { value: sql.ref(`u.${column}`), down, column }
  const from = filter.after === undefined ? [] : [beyond(cursorOf(filter.after, sort), order.value, down)]
  const tests = conditions.map(({ test }) => test)
  const { rows, total, more } = few
    ? await amongFew(db, [...tests, sql<SqlBool>`u.row in (select value from ${rowsIn(few, engine)})`], from, order, limit + 1)
    : await inOrder(db, tests, from, order, limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? { next: Buffer.from(JSON.stringify([sort, last[column], last.id])).toString('base64url') } : {}
  return { rows: await rowsOf(db, shown, asOf), total, more, ...next }
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

/** A page of few rows: all that pass are counted, and those of the page read. */
async function amongFew(
  db: Db,
  tests: readonly RawBuilder<SqlBool>[],
  from: readonly RawBuilder<SqlBool>[],
  order: Order,
  limit: number,
): Promise<Part> {
  const { rows: passing } = await sql<{ n: number }>`select count(*) as n from undertakings as u ${where(tests)}`.execute(db)
  const { rows: page } = await sql<{ row: number }>`select u.row from undertakings as u ${where([...tests, ...from])} ${sorted(order)}
    limit ${sql.lit(limit)}`.execute(db)
  if (page.length === 0) return { rows: [], total: passing[0]?.n ?? 0, more: false }
  const found = await db
    .selectFrom('undertakings')
    .selectAll()
    .where(
      'row',
      'in',
      page.map(({ row }) => row),
    )
    .execute()
  const byRow = new Map(found.map((one) => [one.row, one]))
  return { rows: page.map(({ row }) => byRow.get(row) as UndertakingRow), total: passing[0]?.n ?? 0, more: false }
}

/** A page of very many rows, read along the index of their order until it is full. */
async function inOrder(
  db: Db,
  tests: readonly RawBuilder<SqlBool>[],
  from: readonly RawBuilder<SqlBool>[],
  order: Order,
  limit: number,
): Promise<Part> {
  const { rows } = await sql<UndertakingRow>`select u.* from undertakings as u ${where([...tests, ...from])} ${sorted(order)}
    limit ${sql.lit(limit)}`.execute(db)
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from undertakings as u ${where(tests)} limit ${sql.lit(COUNTED + 1)}) as counted`.execute(db)
  const total = counted[0]?.n ?? 0
  return { rows, total: Math.min(total, COUNTED), more: total > COUNTED }
}

/** The rows that the narrowest condition leaves, where they are few. */
async function fewest(db: Db, conditions: readonly Condition[]): Promise<readonly number[] | undefined> {
  let best: readonly number[] | undefined
  for (const { rows } of conditions) {
    if (!rows) continue
    const bound = (best?.length ?? FEW) + 1
    const found = (await sql<{ row: number }>`select row from (${rows}) as found limit ${sql.lit(bound)}`.execute(db)).rows
    if (found.length < bound) best = [...new Set(found.map(({ row }) => row))]
    if (best?.length === 0) return best
  }
  return best
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

function conditionsOf(filter: Filter, engine: Engine): Condition[] {
  const { programme, direction, dueBefore, dueAfter, text, asOf } = filter
  const found: Condition[] = []
  const facet = (of: number, values: readonly string[]) => {
    const is = sql`facet = ${sql.lit(of)} and value in (${sql.join(values.map((one) => sql.val(plain(one))))})`
    found.push({
      test: sql<SqlBool>`exists (select 1 from facets where ${is} and last = u.last and undertaking = u.row)`,
      rows: sql`select undertaking as row from facets where ${is}`,
    })
  }
  for (const one of many(filter.party)) facet(FACET.party, [one])
  for (const one of many(filter.counterpart)) facet(FACET.counterpart, [one])
  if (many(filter.topic).length) facet(FACET.topic, many(filter.topic))
  if (many(filter.mechanism).length) facet(FACET.mechanism, many(filter.mechanism))
  if (many(filter.place).length) facet(FACET.place, many(filter.place))
  const column = (test: RawBuilder<SqlBool>, indexed: boolean) =>
    found.push(indexed ? { test, rows: sql`select u.row from undertakings as u where ${test}` } : { test })
  if (programme !== undefined) column(sql<SqlBool>`u.programme = ${plain(programme)}`, true)
  if (direction !== undefined) column(sql<SqlBool>`u.direction = ${plain(direction)}`, false)
  if (many(filter.kind).length) column(sql<SqlBool>`u.kind in (${sql.join(many(filter.kind))})`, false)
  if (many(filter.force).length)
    column(sql<SqlBool>`u.force in (${sql.join(many(filter.force).map((one) => sql.lit(FORCES.indexOf(one))))})`, false)
  if (dueBefore !== undefined) column(sql<SqlBool>`u.due <= ${plain(dueBefore)}`, true)
  if (dueAfter !== undefined) column(sql<SqlBool>`u.due >= ${plain(dueAfter)} and u.due < ${LATE}`, true)
  if (many(filter.standing).length) found.push(stands(many(filter.standing), asOf))
  if (text !== undefined && text.trim() !== '') found.push(says(text, engine))
  return found
}

/** Some wording, or the label of an entry, has all words of a query. */
function says(text: string, engine: Engine): Condition {
  const words = matches('statement_words', text, engine)
  if (!words) return { test: sql<SqlBool>`1 = 0` }
  const nodes = sql`select rowid from statement_words where ${words}`
  const rows = sql`select n.undertaking as row from nodes as n where n.row in (${nodes})
    union select c.undertaking from claims as c where c.node in (${nodes})`
  return { test: sql<SqlBool>`u.row in (${rows})`, rows: sql`${rows}` }
}

/** Has one of some standings on a day: the last of its turns until then, else what it was before the first. */
function stands(standings: readonly Standing[], asOf: string | undefined): Condition {
  const wanted = sql.join(standings)
  if (asOf === undefined) return { test: sql<SqlBool>`u.standing in (${wanted})` }
  return {
    test: sql<SqlBool>`((u.turns = 0 and u.standing in (${wanted})) or (u.turns > 0 and coalesce(
      (select t.standing from turns as t where t.undertaking = u.row and t.since <= ${asOf} order by t.since desc limit 1), u.standing) in (${wanted})))`,
    rows: sql`select row from undertakings where standing in (${wanted}) union all select undertaking from turns where standing in (${wanted})`,
  }
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
