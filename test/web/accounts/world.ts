import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from '../../../src/server/app.tsx'
import type { House, SigningIn } from '../../../src/server/house.ts'
import type { Role } from '../../../src/store/accounts/names.ts'
import { openStore, type Store } from '../../../src/store/store.ts'
import { newFolder } from '../../folder.ts'

/** Everybody's password in these tests begins so; the name follows. */
export const passwordOf = (name: string): string => `the kite above the quay, ${name}`

/** People of these tests, one a role. */
export const people: Readonly<Record<string, Role>> = { Rosa: 'reader', Carl: 'coder', Edda: 'editor', Ada: 'administrator' }

/** A running server where people sign in, over a ledger of its own with one text. */
export interface World {
  readonly url: string
  readonly store: Store
  /** Id of the document in it, and of its two statements. */
  readonly document: string
  readonly statements: readonly string[]
  readonly app: ReturnType<typeof createApp>
  /** The clock of the server, in milliseconds since 1970: tests move it. */
  readonly clock: { now: number }
  /** Asks as somebody who holds a cookie. */
  readonly ask: (path: string, asked?: Asked) => Promise<Response>
  /** Signs in and gives the cookie. */
  readonly signIn: (name: string) => Promise<string>
  readonly close: () => Promise<void>
}

export interface Asked {
  readonly cookie?: string
  /** Fields of a form: the request is a POST then. */
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Starts one. `store`: a ledger to use instead of a new file. */
export async function startWorld(
  setting: Partial<SigningIn> = {},
  { store: given, hosts = ['127.0.0.1'], fetching }: { store?: Store; hosts?: string[]; fetching?: House['fetching'] } = {},
): Promise<World> {
  const store = given ?? (await openStore(join(newFolder(), 'ledger.db'), { create: true }))
  const text =
    'Joint Statement of Ghana and Canada\n\nThe two sides will open a port in Tema by 2032.\n\nThe two sides agreed to build a bridge.\n'
  const [added] = await store.add([{ source: { text, title: 'A synthetic text', date: '2031-01-02' } }])
  const document = added?.document.id as string
  const statements = (await store.document(document))?.statements.map(({ statement }) => statement.id) as string[]
  for (const [name, role] of Object.entries(people))
    await store.accounts.add({ name, role, password: passwordOf(name) }, { by: 'tests', at: '2031-01-01T00:00:00.000Z' })
  const clock = { now: Date.UTC(2031, 5, 1) }
  const app = createApp({
    store,
    today: () => '2031-06-01',
    hosts,
    accounts: { now: () => clock.now, ...setting },
    ...(fetching && { fetching }),
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((done) => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = (path: string, { cookie, form, headers }: Asked = {}) =>
    fetch(url + path, {
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...(form && { origin: url }), ...headers },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
  const signIn = async (name: string) => {
    const answer = await ask('/sign-in', { form: { name, password: passwordOf(name) } })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0]
    if (answer.status !== 303 || !cookie) throw new Error(`${name}: ${answer.status}`)
    return cookie
  }
  const close = async () => {
    await new Promise((done) => server.close(done))
    await store.close()
  }
  return { url, store, document, statements, app, clock, ask, signIn, close }
}
