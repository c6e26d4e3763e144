import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { run } from './run.ts'

/** How `add` is called and stopped. */
interface Stop {
  readonly env: Record<string, string>
  /** Documents as JSON lines, its standard input. */
  readonly lines: string
  readonly signal: NodeJS.Signals
  readonly args?: readonly string[]
  /** Lines of the answer after which the signal is sent: 1 where nothing is said. */
  readonly after?: number
  /** Standard input stays open after the lines. */
  readonly open?: boolean
}

/** Runs `add --jsonl`, sends it a signal in the midst of its answer, and waits for its end: what it printed, its exit code and the signal that ended it. */
export async function addUntil({ env, lines, signal, args = [], after = 1, open = false }: Stop) {
  const child = spawn('node', ['dist/cli.js', 'add', '--jsonl', '--width', '200', ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => {})
  if (open) child.stdin.write(lines)
  else child.stdin.end(lines)
  const exit = once(child, 'exit')
  let printed = ''
  let sent = false
  for await (const chunk of child.stdout) {
    printed += chunk
    if (!sent && printed.split('\n').length > after) sent = child.kill(signal)
  }
  return { printed, exit: await exit }
}

/** Ctrl-C in the midst of `add`: it ends and says so, and the same call does the rest. */
export async function addInterrupted({ env, lines, ...how }: Omit<Stop, 'signal'>): Promise<void> {
  const count = lines.trimEnd().split('\n').length
  const { printed, exit } = await addUntil({ env, lines, signal: 'SIGINT', ...how })
  assert.deepEqual(exit, [130, null])
  assert.match(printed, /^stopped: what is reported is in; the same call again does the rest$/m)
  const reported = [...printed.matchAll(/^ {2}\+ added/gm)].length
  assert.ok(reported > 0 && reported < count, String(reported))
  assert.equal(JSON.parse(run(['ledger', 'stats', '--json'], '', env).stdout).documents, reported)
  const rest = run(['add', '--jsonl', '--brief'], lines, env)
  assert.match(rest.stdout, new RegExp(`^${count - reported} texts added, ${reported} known already`))
}
