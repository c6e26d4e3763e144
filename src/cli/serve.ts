import { serve } from '@hono/node-server'
import { createApp } from '../server/app.tsx'
import { authorOf } from './author.ts'
import { CliError } from './error.ts'
import { ledgerOption, today, withStore } from './open.ts'
import { writeLines } from './output.ts'
import { usage, whole } from './usage.ts'
import { verb } from './verb.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
/** Milliseconds that answers under way get to end once the server is told to stop. */
const GRACE = 5000

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
    },
    after: 'Answers on this machine only (127.0.0.1). Ctrl-C stops it.',
  }),
  ({ values }) =>
    withStore(values.ledger, { readOnly: values['read-only'] === true }, async (store) => {
      const author = values['read-only'] ? {} : { author: authorOf(values.by).name }
      const app = createApp({ store, today, hosts: LOOPBACK, ...author })
      const port = Number(values.port ?? 4848)
      await new Promise<void>((done, fail) => {
        const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, ({ port: taken }) => {
          void writeLines([`Stocktake is at http://127.0.0.1:${taken}/`, 'Ctrl-C stops it.'])
        })
        server.on('error', (error: NodeJS.ErrnoException) => {
          const taken = error.code === 'EADDRINUSE'
          fail(
            new CliError(
              taken ? `--port ${port}: is in use; give another` : `--port ${port}: cannot be opened (${error.code ?? error.message})`,
            ),
          )
        })
        for (const signal of ['SIGINT', 'SIGTERM'] as const)
          process.once(signal, () => {
            server.close(() => done())
            setTimeout(done, GRACE).unref()
          })
      })
      return 0
    }),
)
