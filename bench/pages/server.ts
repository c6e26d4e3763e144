import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A server in a process of its own, as people start it. */
export interface Served {
  readonly url: string
  readonly process: ChildProcess
  /** Milliseconds from the start of the process to the line that says where it is. */
  readonly readyAfter: number
  /** Ends it by a signal and waits for its end; milliseconds that took. */
  readonly end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number>
}

/** Starts the command line's server over a ledger on a free port. */
export async function startServer(cli: string, ledger: string): Promise<Served> {
  const from = performance.now()
  const child = spawn(process.execPath, [cli, 'serve', '--ledger', ledger, '--port', '0', '--by', 'bench'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((done, fail) => {
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += String(bytes)
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) done(found[0])
    })
    child.once('exit', (code) => fail(new Error(`serve ended with ${code} before it was ready`)))
    child.once('error', fail)
  })
  const readyAfter = performance.now() - from
  const end = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    const told = performance.now()
    if (child.exitCode !== null || child.signalCode !== null) return 0
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
    return performance.now() - told
  }
  return { url, process: child, readyAfter, end }
}

/** What one request took, in milliseconds: to its first byte, to its last; and what came. */
export interface Answered {
  readonly first: number
  readonly whole: number
  readonly status: number
  readonly bytes: number
}

/** Asks for a page and reads it whole. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answered & { readonly body: string }> {
  const from = performance.now()
  const answer = await fetch(url, init)
  const first = performance.now() - from
  const body = await answer.text()
  return { first, whole: performance.now() - from, status: answer.status, bytes: body.length, body }
}
