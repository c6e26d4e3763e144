import { read } from '../../index.ts'
import { createApp } from '../../server/app.tsx'
import type { House } from '../../server/house.ts'
import { isServer } from '../../store/connect.ts'
import type { Store } from '../../store/store.ts'
import { authorOf } from '../author.ts'
import { CliError } from '../error.ts'
import { ledgerOption, placeOf, today, withStore } from '../open.ts'
import { writeLines } from '../output.ts'
import { usage, whole } from '../usage.ts'
import { verb } from '../verb.ts'
import { leave, open } from './listen.ts'
import { type Settled, settle } from './settle.ts'

/** Milliseconds after which the reader is made ready, so that the first text that is opened need not wait for it. */
const WARM = 1500

/** The verb `serve`: the pages of a ledger, until the process is told to stop. */
export const serveVerb = verb(
  usage({
    verb: 'serve',
    calls: [['serve', 'the pages of the ledger, in a browser']],
    options: {
      ...ledgerOption,
      port: { value: 'PORT', about: 'port; 4848 without it, 0 for any free one', check: whole(0, 65535, 'port') },
      by: { value: 'NAME', about: "who judges on the pages; else STOCKTAKE_AUTHOR, else git's user.name, else the account" },
      'read-only': { about: 'pages for reading only' },
      host: { value: 'ADDRESS', about: 'address of this machine to answer at; 127.0.0.1 without it, 0.0.0.0 for all' },
      name: { value: 'NAME', about: 'host name under which people come; several may be given', many: true },
      'behind-proxy': { about: 'a proxy that speaks HTTPS stands before it and says where visitors come from' },
      'sign-in': { about: 'people sign in even where nobody else can reach the server' },
      'public-reading': { about: 'whoever comes may read; to write they sign in' },
    },
    after: `Answers on this machine only (127.0.0.1) unless told otherwise. Ctrl-C stops it.
People sign in where others can reach it (--host, --name, --behind-proxy) and where the ledger is on PostgreSQL; stocktake user add makes them.`,
  }),
  ({ values }) => {
    const ledger = placeOf(values.ledger)
    const settled = settle({ ...values, shared: isServer(ledger) })
    return withStore(values.ledger, { readOnly: values['read-only'] }, async (store) => {
      await listen(createApp(await houseFor(store, settled, values)), settled, values)
      return 0
    })
  },
)

interface Asked {
  readonly ledger: string | undefined
  readonly port: string | undefined
  readonly by: string | undefined
  readonly 'read-only': boolean
  readonly 'behind-proxy': boolean
  readonly 'public-reading': boolean
}

/** What is served, and for whom. Throws `CliError` where people would have to sign in and there are none. */
async function houseFor(store: Store, { hosts, people }: Settled, values: Asked): Promise<House> {
  const house = { store, today, hosts }
  if (people === 'one') return values['read-only'] ? house : { ...house, author: authorOf(values.by).name }
  if (people === 'sign in' && (await store.accounts.users()).length === 0) {
    const at = values.ledger === undefined ? '' : ` --ledger ${values.ledger.replace(/:[^:@/]*@/, '@')}`
    throw new CliError(`serve: people sign in here, and there are none; make one: stocktake user add NAME --role administrator${at}`)
  }
  const [behindProxy, publicReading, closed] = [values['behind-proxy'], values['public-reading'], people === 'closed']
  return { ...house, accounts: { now: Date.now, behindProxy, publicReading, closed } }
}

/** Serves until the process is told to stop. */
async function listen(app: ReturnType<typeof createApp>, { hostname, warning }: Settled, values: Asked): Promise<void> {
  const { server, port } = await open(app.fetch, hostname, Number(values.port ?? 4848))
  const shown = hostname.includes(':') ? `[${hostname}]` : hostname
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leave(server, done))
  })
  await writeLines([`Stocktake is at http://${shown}:${port}/`, ...(warning ? [warning] : []), 'Ctrl-C stops it.'])
  setTimeout(() => read({ text: 'The two sides agreed to build a bridge.' }), WARM).unref()
  await stopped
}
