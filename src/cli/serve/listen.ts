import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { type AddressInfo, Server as Listener } from 'node:net'
import { serve } from '@hono/node-server'
import { CliError } from '../error.ts'

/** Milliseconds that answers under way get to end once the server is told to stop, and in which requests that are on their way still come in. */
const GRACE = 9000
const DRAIN = 300
/** Milliseconds that a request may take to arrive, and the head of it. */
const ARRIVAL = 60_000
const HEAD = 15_000

/**
 * Starts to listen. Throws `CliError` where that cannot be.
 * @param arrival milliseconds that a request may take to arrive whole; who sends slower, to hold the server up or by a bad line, is cut off
 */
export function open(
  fetch: (request: Request) => Response | Promise<Response>,
  hostname: string,
  port: number,
  arrival = ARRIVAL,
): Promise<{ readonly server: Server; readonly port: number }> {
  const serverOptions = { requestTimeout: arrival, headersTimeout: Math.min(arrival, HEAD), connectionsCheckingInterval: arrival / 12 }
  return new Promise((done, fail) => {
    const server = serve({ fetch, hostname, port, serverOptions }) as Server
    server.once('listening', () => done({ server, port: (server.address() as AddressInfo).port }))
    server.on('error', (error: NodeJS.ErrnoException) => fail(new CliError(whyNot(error, hostname, port))))
  })
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `--port ${port}: is in use; give another`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `--host ${host}: is no address of this machine; give one, or 0.0.0.0 for all`
  return `--port ${port}: cannot be opened (${code ?? message})`
}

/**
 * Takes no more visitors, answers what is on its way, tells those who stay connected to go, then ends. Who has just knocked is let in; a connection
 * is cut only when nothing has come in for a while, for a request may lie unread on it.
 */
export function leave(server: Server, done: () => void): void {
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
