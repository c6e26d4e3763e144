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

/** How many neighbours one query asks for: two parts a node and key. */
const ASKED = 64
/** Fewer are filled up with a key that nobody has: few sizes, so that statements are prepared once. */
const SIZES = [4, 16, ASKED]
const NOBODY = { key: -1, at: 0 }
/** How many PostgreSQL is asked for at once. */
const ASKED_AT_ONCE = 2000

/**
 * The neighbours of some places in the lists of their keys, as stored: up to a window before each and as many after it.
 * @returns by key, in order of place
 */
export async function neighbours(
  db: Db,
  engine: Engine,
  shelf: Shelf,
  places: readonly { readonly key: number; readonly at: number }[],
): Promise<Map<number, Listed[]>> {
  const found = new Map<number, Map<number, Listed>>()
  for (const piece of chunks(places, engine === 'sqlite' ? ASKED : ASKED_AT_ONCE)) {
    const { rows } = await db.executeQuery<Listed>(engine === 'sqlite' ? unionOf(piece, shelf) : lateralOf(piece, shelf))
    for (const row of rows) {
      let list = found.get(row.key)
      if (!list) {
        list = new Map()
        found.set(row.key, list)
      }
      list.set(row.node, row)
    }
  }
  return new Map([...found].map(([key, list]) => [key, [...list.values()].sort((x, y) => x.at - y.at)]))
}

type PlaceOfKey = Pick<Listed, 'key' | 'at'>

const texts = new Map<string, string>()

/** On SQLite, which prepares once and looks up one after the other: two parts a place. */
function unionOf(piece: readonly PlaceOfKey[], { table, window }: Shelf): CompiledQuery<Listed> {
  const size = SIZES.find((one) => one >= piece.length) as number
  const asked = [...piece, ...Array.from({ length: size - piece.length }, () => NOBODY)]
  const name = `${table} ${size}`
  const side = (compare: string, order: string, i: number) =>
    `select * from (select key, at, node from ${table} where key = ? and at ${compare} ? order by at ${order} limit ${window}) as s${i}`
  const text =
    texts.get(name) ??
    Array.from({ length: size }, (_, i) => `${side('<', 'desc', 2 * i)} union all ${side('>', 'asc', 2 * i + 1)}`).join(' union all ')
  texts.set(name, text)
  return CompiledQuery.raw(
    text,
    asked.flatMap(({ key, at }) => [key, at, key, at]),
  )
}

/** On PostgreSQL, which plans each query anew: one short query for all places. */
function lateralOf(piece: readonly PlaceOfKey[], { table, window }: Shelf): CompiledQuery<Listed> {
  const side = (compare: string, order: string) =>
    `(select at, node from ${table} where key = given.key and at ${compare} given.at order by at ${order} limit ${window})`
  return CompiledQuery.raw(
    `select given.key, found.at, found.node from unnest($1::bigint[], $2::bigint[]) as given (key, at)
      cross join lateral (${side('<', 'desc')} union all ${side('>', 'asc')}) as found`,
    [piece.map(({ key }) => key), piece.map(({ at }) => at)],
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
