import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Standing } from '../ledger/nouns.ts'
import type { Force, Kind } from '../model.ts'
import { plain } from './columns.ts'
import type { Connection, Db, Engine } from './connect.ts'
import { StoreError } from './error.ts'
import { FORCES } from './regroup.ts'
import { matches } from './search.ts'
import { FACET, type UndertakingRow } from './tables.ts'
import type { Filter, Page, Row, Sort } from './types.ts'

/** Beyond so many, a list says "more" and stops counting. */
const COUNTED = 10_000

/** What each order sorts by: column, direction, what stands for a missing value so that it comes last. */
const ORDERS: Record<
  Sort,
  { readonly column: 'last' | 'first' | 'due' | 'label' | 'statements' | 'force'; readonly down: boolean; readonly none: string | number }
> = {
  last: { column: 'last', down: true, none: '' },
  first: { column: 'first', down: false, none: '~' },
  due: { column: 'due', down: false, none: '~' },
  label: { column: 'label', down: false, none: '' },
  statements: { column: 'statements', down: true, none: 0 },
  force: { column: 'force', down: true, none: 0 },
}

const many = <T extends string>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** A page of undertakings. */
export async function list({ db, engine }: Pick<Connection, 'db' | 'engine'>, filter: Filter): Promise<Page<Row>> {
  const { sort = 'last', limit = 50, asOf } = filter
  const order = ORDERS[sort]
  const conditions = conditionsOf(filter, engine)
  const column = sql.ref(`u.${order.column}`)
  const value = sql`coalesce(${column}, ${sql.lit(order.none)})`
  const from = filter.after === undefined ? [] : [beyond(cursorOf(filter.after, sort), value, order.down)]
  const direction = sql.raw(order.down ? 'desc' : 'asc')
  const { rows } = await sql<UndertakingRow>`select u.* from undertakings as u ${where([...conditions, ...from])}
    order by ${value} ${direction}, u.id limit ${sql.lit(limit + 1)}`.execute(db)
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from undertakings as u ${where(conditions)} limit ${sql.lit(COUNTED + 1)}) as counted`.execute(db)
  const total = counted[0]?.n ?? 0
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await rowsOf(db, shown, asOf),
    total: Math.min(total, COUNTED),
    more: total > COUNTED,
    ...(rows.length > limit && last
      ? { next: Buffer.from(JSON.stringify([sort, last[order.column] ?? order.none, last.id])).toString('base64url') }
      : {}),
  }
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

function beyond([value, id]: readonly [string | number, string], column: RawBuilder<unknown>, down: boolean): RawBuilder<SqlBool> {
  const past = sql.raw(down ? '<' : '>')
  return sql<SqlBool>`(${column} ${past} ${value} or (${column} = ${value} and u.id > ${id}))`
}

function conditionsOf(filter: Filter, engine: Engine): RawBuilder<SqlBool>[] {
  const { programme, direction, dueBefore, dueAfter, text, asOf } = filter
  const found: RawBuilder<SqlBool>[] = []
  const facet = (of: number, values: readonly string[]) =>
    found.push(
      sql<SqlBool>`u.row in (select undertaking from facets where facet = ${sql.lit(of)} and value in (${sql.join(values.map((one) => sql.val(plain(one))))}))`,
    )
  for (const one of many(filter.party)) facet(FACET.party, [one])
  for (const one of many(filter.counterpart)) facet(FACET.counterpart, [one])
  if (many(filter.topic).length) facet(FACET.topic, many(filter.topic))
  if (many(filter.mechanism).length) facet(FACET.mechanism, many(filter.mechanism))
  if (many(filter.place).length) facet(FACET.place, many(filter.place))
  if (programme !== undefined) found.push(sql<SqlBool>`u.programme = ${plain(programme)}`)
  if (direction !== undefined) found.push(sql<SqlBool>`u.direction = ${plain(direction)}`)
  if (many(filter.kind).length) found.push(sql<SqlBool>`u.kind in (${sql.join(many(filter.kind))})`)
  if (many(filter.force).length)
    found.push(sql<SqlBool>`u.force in (${sql.join(many(filter.force).map((one) => sql.lit(FORCES.indexOf(one))))})`)
  if (dueBefore !== undefined) found.push(sql<SqlBool>`u.due <= ${dueBefore}`)
  if (dueAfter !== undefined) found.push(sql<SqlBool>`u.due >= ${dueAfter}`)
  if (many(filter.standing).length) found.push(stands(many(filter.standing), asOf))
  if (text !== undefined && text.trim() !== '') {
    const words = matches('statement_words', text, engine)
    found.push(
      words
        ? sql<SqlBool>`u.row in (select n.undertaking from nodes as n where n.row in (select rowid from statement_words where ${words}))`
        : sql<SqlBool>`1 = 0`,
    )
  }
  return found
}

/** Has one of some standings on a day: the last of its turns until then, else what it was before the first. */
function stands(standings: readonly Standing[], asOf: string | undefined): RawBuilder<SqlBool> {
  const wanted = sql.join(standings)
  if (asOf === undefined) return sql<SqlBool>`u.standing in (${wanted})`
  return sql<SqlBool>`((u.turns = 0 and u.standing in (${wanted})) or (u.turns > 0 and coalesce(
    (select t.standing from turns as t where t.undertaking = u.row and t.since <= ${asOf} order by t.since desc limit 1), u.standing) in (${wanted})))`
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
    const optional = Object.entries({ programme, direction, first, last, due }).filter(([, value]) => value !== null)
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
