import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import type { OpenOptions } from '../../src/store/connect.ts'
import { openStore, type Store } from '../../src/store/store.ts'

/** A place where a test may make ledgers. */
export interface Place {
  readonly engine: 'sqlite' | 'postgres'
  /** An address where there is no ledger yet. Gone when the test ends. */
  address(): Promise<string>
  open(address?: string, options?: OpenOptions): Promise<Store>
}

type Leave = () => Promise<void> | void

interface Ending {
  after(work: () => unknown): void
}

/** Where tests may make databases: the address of a server with the right to, for the run of `.ci/run` a throw-away one. */
export const server = process.env['STOCKTAKE_TEST_POSTGRES']

/** One test on both databases; the server's is skipped, and says so, where there is no server. */
export function onBoth(name: string, work: (place: Place) => Promise<void>): void {
  test(`${name} (SQLite)`, async (t) => work(placeOf(t, 'sqlite')))
  const skip = server ? false : 'STOCKTAKE_TEST_POSTGRES names no PostgreSQL server'
  test(`${name} (PostgreSQL)`, { skip }, async (t) => work(placeOf(t, 'postgres')))
}

/** Places for a test that is not for both. */
export function placeOf(t: Ending, engine: Place['engine']): Place {
  const open: Store[] = []
  const leave: Leave[] = []
  t.after(async () => {
    for (const store of open) await store.close().catch(() => {})
    for (const one of leave) await one()
  })
  const address = engine === 'sqlite' ? async () => fileIn(leave) : async () => databaseOn(server as string, leave)
  return {
    engine,
    address,
    open: async (at, options = { create: true }) => {
      const store = await openStore(at ?? (await address()), options)
      open.push(store)
      return store
    },
  }
}

function fileIn(leave: Leave[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-'))
  leave.push(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'ledger.db')
}

async function databaseOn(address: string, leave: Leave[]): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await query(address, `create database ${name}`)
  leave.push(() => query(address, `drop database if exists ${name} with (force)`))
  const own = new URL(address)
  own.pathname = `/${name}`
  return own.href
}

/** Runs a statement on a server. */
export async function query(address: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
