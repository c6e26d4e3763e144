import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as Listener } from 'node:net'
import { serve } from '@hono/node-server'
import { read } from '../index.ts'
import { createApp } from '../server/app.tsx'
import { authorOf } from './author.ts'
import { CliError } from './error.ts'
import { ledgerOption, today, withStore } from './open.ts'
import { writeLines } from './output.ts'
import { usage, whole } from './usage.ts'
import { verb } from './verb.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
/** Milliseconds that answers under way get to end once the server is told to stop, and in which requests that are on their way still come in. */
const GRACE = 9000
const DRAIN = 300
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
          setTimeout(() => read({ text: 'The two sides agreed to build a bridge.' }), WARM).unref()
        }) as Server
        server.on('error', (error: NodeJS.ErrnoException) => {
          const taken = error.code === 'EADDRINUSE'
          fail(
            new CliError(
              taken ? `--port ${port}: is in use; give another` : `--port ${port}: cannot be opened (${error.code ?? error.message})`,
            ),
          )
        })
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leave(server, done))
      })
      return 0
    }),
)

/**
 * Takes no more visitors, answers what is on its way, tells those who stay connected to go, then ends. Who has just knocked is let in; a connection
 * is cut only when nothing has come in for a while, for a request may lie unread on it.
 */
function leave(server: Server, done: () => void): void {
  let asked = false
  server.prependListener('request', (_: IncomingMessage, answer: ServerResponse) => {
    asked = true
    answer.setHeader('Connection', 'close')
  })
  const calm = () => {
    asked = false
    // after a timer the loop reads what has come in, and only then runs what is immediate
    setTimeout(() => {
      setImmediate(() => {
        if (!asked) server.closeIdleConnections()
        calm()
      })
    }, DRAIN).unref()
  }
  setTimeout(() => {
    setImmediate(() => {
      // that of HTTP would cut idle connections at once
      Listener.prototype.close.call(server, done)
      calm()
    })
  }, DRAIN)
  setTimeout(done, GRACE).unref()
}
