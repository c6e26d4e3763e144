import { CompiledQuery } from 'kysely'
import { WINDOW } from '../../ledger/link/windows.ts'
import { COPY_WINDOW } from '../../ledger/witnesses.ts'
import type { Db, Engine } from '../connect.ts'
import { chunks } from '../database/rows.ts'

/** A node in the list of a key. */
export interface Listed {
  readonly key: number
  readonly at: number
  readonly node: number
}

/** A table of lists, and how far a node in it meets others. */
export interface Shelf {
  readonly table: 'keys' | 'text_keys'
  readonly window: number
}

/** Where statements and entries meet. */
export const NODES: Shelf = { table: 'keys', window: WINDOW }
/** Where texts meet that may be copies. */
export const TEXTS: Shelf = { table: 'text_keys', window: COPY_WINDOW }

/** How many lists, or places of lists, one query asks for. */
const ASKED = 64
/** Fewer are filled up with a key that nobody has: few sizes, so that statements are prepared once. */
const SIZES = [4, 16, ASKED]
const NOBODY = { key: -1, at: 0, most: 0 }
/** How many PostgreSQL is asked for at once. */
const ASKED_AT_ONCE = 2000

type PlaceOfKey = Pick<Listed, 'key' | 'at'>

/** A list that is asked for whole, up to so many nodes. */
interface Whole {
  readonly key: number
  readonly most: number
}

/**
 * The neighbours of some places in the lists of their keys, as stored: up to a window before each and as many after it, and maybe others.
 * @returns by key, in order of place
 */
export async function neighbours(db: Db, engine: Engine, shelf: Shelf, places: readonly PlaceOfKey[]): Promise<Map<number, Listed[]>> {
  const byKey = new Map<number, PlaceOfKey[]>()
  for (const place of places) {
    const list = byKey.get(place.key)
    if (list) list.push(place)
    else byKey.set(place.key, [place])
  }
  // a list that is no longer than the windows of all its places is taken whole
  const short = [...byKey].map(([key, { length }]): Whole => ({ key, most: 2 * shelf.window * length }))
  const found = new Map<number, Listed[]>()
  for (const row of await asked(db, engine, shelf, short, wholeOf)) {
    const list = found.get(row.key)
    if (list) list.push(row)
    else found.set(row.key, [row])
  }
  const long = short.filter(({ key, most }) => (found.get(key)?.length ?? 0) > most)
  const windows = new Map<number, Map<number, Listed>>(long.map(({ key }) => [key, new Map()]))
  for (const row of await asked(
    db,
    engine,
    shelf,
    long.flatMap(({ key }) => byKey.get(key) ?? []),
    windowsOf,
  ))
    windows.get(row.key)?.set(row.node, row)
  for (const [key, nodes] of windows) found.set(key, [...nodes.values()])
  for (const list of found.values()) list.sort((x, y) => x.at - y.at)
  return found
}

/** Asks for all that is listed, in as many queries as it takes. */
async function asked<T>(
  db: Db,
  engine: Engine,
  shelf: Shelf,
  all: readonly T[],
  query: (engine: Engine, some: readonly T[], shelf: Shelf) => CompiledQuery<Listed>,
): Promise<Listed[]> {
  const found: Listed[] = []
  for (const some of chunks(all, engine === 'sqlite' ? ASKED : ASKED_AT_ONCE))
    for (const row of (await db.executeQuery(query(engine, some, shelf))).rows) found.push(row)
  return found
}

const texts = new Map<string, string>()

/** A query of SQLite, which prepares once and looks up one after the other: a part for each of those asked for, of which there are few numbers. */
function unionOf(name: string, count: number, part: (i: number) => string): { readonly text: string; readonly size: number } {
  const size = SIZES.find((one) => one >= count) as number
  const text = texts.get(`${name} ${size}`) ?? Array.from({ length: size }, (_, i) => part(i)).join(' union all ')
  texts.set(`${name} ${size}`, text)
  return { text, size }
}

const filledUp = <T>(some: readonly T[], size: number): (T | typeof NOBODY)[] => [
  ...some,
  ...Array.from({ length: size - some.length }, () => NOBODY),
]

/** Lists from their beginning, each as far as is asked and one further. */
function wholeOf(engine: Engine, some: readonly Whole[], { table }: Shelf): CompiledQuery<Listed> {
  if (engine === 'postgres')
    return CompiledQuery.raw(
      `select given.key, found.at, found.node from unnest($1::bigint[], $2::bigint[]) as given (key, most)
        cross join lateral (select at, node from ${table} where key = given.key order by at limit given.most + 1) as found`,
      [some.map(({ key }) => key), some.map(({ most }) => most)],
    )
  const part = (i: number) => `select * from (select key, at, node from ${table} where key = ? order by at limit ? + 1) as s${i}`
  const { text, size } = unionOf(`whole ${table}`, some.length, part)
  return CompiledQuery.raw(
    text,
    filledUp(some, size).flatMap(({ key, most }) => [key, most]),
  )
}

/** What stands before and after places, a window each. */
function windowsOf(engine: Engine, some: readonly PlaceOfKey[], { table, window }: Shelf): CompiledQuery<Listed> {
  if (engine === 'postgres') {
    const side = (compare: string, order: string) =>
      `(select at, node from ${table} where key = given.key and at ${compare} given.at order by at ${order} limit ${window})`
    return CompiledQuery.raw(
      `select given.key, found.at, found.node from unnest($1::bigint[], $2::bigint[]) as given (key, at)
        cross join lateral (${side('<', 'desc')} union all ${side('>', 'asc')}) as found`,
      [some.map(({ key }) => key), some.map(({ at }) => at)],
    )
  }
  const side = (compare: string, order: string, i: number) =>
    `select * from (select key, at, node from ${table} where key = ? and at ${compare} ? order by at ${order} limit ${window}) as s${i}`
  const part = (i: number) => `${side('<', 'desc', 2 * i)} union all ${side('>', 'asc', 2 * i + 1)}`
  const { text, size } = unionOf(`windows ${table}`, some.length, part)
  return CompiledQuery.raw(
    text,
    filledUp(some, size).flatMap(({ key, at }) => [key, at, key, at]),
  )
}

/** The place in a sorted list at which `at` stands or would stand. */
export function locate(list: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as { at: number }).at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of a list that are within a window of a place, whoever stands there. */
export function near(list: readonly Listed[], at: number, { window }: Shelf): Listed[] {
  const place = locate(list, at)
  const after = list[place]?.at === at ? place + 1 : place
  return [...list.slice(Math.max(0, place - window), place), ...list.slice(after, after + window)]
}

/** How many keys' windows each pair of nodes gains (or loses, below zero), by the lower row, then the higher. */
export class Gains {
  readonly pairs = new Map<number, Map<number, number>>()
  private readonly window: number

  constructor({ window }: Shelf) {
    this.window = window
  }

  add(one: number, other: number, by: number): void {
    const [a, b] = one < other ? [one, other] : [other, one]
    let row = this.pairs.get(a)
    if (!row) {
      row = new Map()
      this.pairs.set(a, row)
    }
    row.set(b, (row.get(b) ?? 0) + by)
  }

  /** Puts nodes into the lists of their keys: what they meet, and what they push apart. `lists` are changed. */
  enter(entering: readonly Listed[], lists: Map<number, Listed[]>): void {
    for (const one of entering) {
      let list = lists.get(one.key)
      if (!list) {
        list = []
        lists.set(one.key, list)
      }
      const place = locate(list, one.at)
      for (let i = Math.max(0, place - this.window); i < Math.min(list.length, place + this.window); i++)
        this.add((list[i] as Listed).node, one.node, 1)
      this.straddle(list, place, -1)
      list.splice(place, 0, one)
    }
  }

  /** Takes a node out of the lists of its keys: what it kept apart comes together. */
  leave(leaving: readonly Listed[], lists: ReadonlyMap<number, Listed[]>): void {
    for (const { key, at } of leaving) {
      const list = (lists.get(key) ?? []).filter((other) => other.at !== at)
      const place = locate(list, at)
      this.straddle(list, place, 1)
    }
  }

  /** The pairs on both sides of a place that are as far apart as a window reaches. */
  private straddle(list: readonly Listed[], place: number, by: number): void {
    for (let i = 0; i < this.window; i++) {
      const one = list[place - 1 - i]
      const other = list[place + this.window - 1 - i]
      if (one && other) this.add(one.node, other.node, by)
    }
  }
}
