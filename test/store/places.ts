import { join } from 'node:path'
import { test } from 'node:test'
import type { OpenOptions } from '../../src/store/connect.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { newFolder } from '../folder.ts'
import { newDatabase, noServer } from '../postgres.ts'

/** A place where a test may make ledgers. */
export interface Place {
  readonly engine: 'sqlite' | 'postgres'
  /** An address where there is no ledger yet. */
  address(): Promise<string>
  open(address?: string, options?: OpenOptions): Promise<Store>
}

interface Ending {
  after(work: () => unknown): void
}

/** One test on both databases; the server's is skipped, and says so, where there is no server. */
export function onBoth(name: string, work: (place: Place) => Promise<void>): void {
  test(`${name} (SQLite)`, async (t) => work(placeOf(t, 'sqlite')))
  test(`${name} (PostgreSQL)`, { skip: noServer }, async (t) => work(placeOf(t, 'postgres')))
}

/** Places for a test that is not for both. */
export function placeOf(t: Ending, engine: Place['engine']): Place {
  const open: Store[] = []
  const drops: (() => Promise<void>)[] = []
  t.after(async () => {
    for (const store of open) await store.close().catch(() => {})
    for (const drop of drops) await drop()
  })
  const address = async (): Promise<string> => {
    if (engine === 'sqlite') return join(newFolder(), 'ledger.db')
    const database = await newDatabase()
    drops.push(database.drop)
    return database.address
  }
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
