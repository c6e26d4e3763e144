import { spawnSync } from 'node:child_process'

/** Runs a bundle in a process of its own and returns the JSON that it prints last. Throws with its message when it fails or takes longer than `seconds`. */
export function runChild<T>(bundle: string, args: readonly string[], seconds = 600): T {
  const run = spawnSync(process.execPath, [bundle, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    timeout: seconds * 1000,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if ((run.error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT') throw new Error(`not done after ${seconds} seconds`)
  if (run.status !== 0)
    throw new Error(`${args.join(' ')}: ${run.signal ?? run.status}: ${run.stderr.trim().split('\n').slice(-12).join('\n')}`)
  return JSON.parse(run.stdout.trim().split('\n').at(-1) as string) as T
}

/** The value in the middle; of an even number, the higher of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
