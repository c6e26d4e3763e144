import { join } from 'node:path'
import { openStore, type Store } from '../../src/store/store.ts'
import { newFolder } from '../folder.ts'
import { type Running, start } from './browser.ts'

/** Servers over one ledger, each for one person, and how tests ask them. */
export interface Coders {
  readonly store: Store
  /** Address of somebody's server. */
  of(name: string): string
  /** Sends a form, with the mark of blind coding unless other headers are given. */
  send(name: string, path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  /** The twin of a page, with the mark of blind coding unless other headers are given. */
  json<T>(name: string, path: string, headers?: Record<string, string>): Promise<T>
  close(): Promise<void>
}

/** An empty ledger, to be filled, with a server for each of some people. */
export async function openCoders(names: readonly string[], blind: Record<string, string>): Promise<Coders> {
  const store = await openStore(join(newFolder(), 'ledger.db'), { create: true })
  const houses = new Map<string, Running>()
  for (const name of names) houses.set(name, await start(store, name, '2031-06-01'))
  const of = (name: string) => (houses.get(name) as Running).url
  return {
    store,
    of,
    send: (name, path, fields, headers = blind) =>
      fetch(of(name) + path, {
        method: 'POST',
        headers: { origin: of(name), accept: 'application/json', ...headers },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
    json: async (name, path, headers = blind) => (await fetch(of(name) + path, { headers })).json(),
    close: async () => {
      for (const house of houses.values()) await house.close()
    },
  }
}
