/**
 * `read --jsonl` over the bulk corpus in one thread and in several, in turn, beside each other: `npm run bench -- threads [--threads N] [--rounds N]
 * [--documents N]`. What they write must be the same. One thread by itself keeps more than one core busy, with the engine's compiler and collector; where
 * `taskset` is there it also runs held to one core: one core against several, which is what threads are for; and two programs at once, each held to a core
 * of its own with every second line: what two cores of this machine give, with nothing shared.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { bulkPath } from './bulk.ts'
import { median } from './child.ts'
import { builtCli } from './cli.ts'
import { type Figure, rough } from './figures.ts'
import { sharedFolder } from './gold.ts'

interface Run {
  /** Seconds of the clock, and of the processor: all threads, those of the engine's compiler too. */
  readonly wall: number
  readonly cpu: number
  /** Most memory held, MB. */
  readonly memory: number
  readonly hash: string
}

/** Says at its end what the process used; threads of it run this too and keep silent. */
const meter = `data:text/javascript,${encodeURIComponent(`
import { isMainThread } from 'node:worker_threads'
if (isMainThread) process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write(JSON.stringify({ cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 }) + '\\n')
})`)}`

/** Words of a command that hold the one after them to one core, counted from 0. */
const pinnedTo = (core: number): readonly string[] => [...holder, String(core)]
const holder = ['taskset', '-c'] as const
const canPin = (): boolean => spawnSync(holder[0], [holder[1], '0,1', 'true']).status === 0

/** @param before words of a command that runs another one */
async function filter(cli: string, threads: number, input: Buffer, before: readonly string[] = []): Promise<Run> {
  const from = performance.now()
  const [command, ...words] = [...before, process.execPath, '--import', meter, cli, 'read', '--jsonl', '--threads', String(threads)]
  const child = spawn(command as string, words, { stdio: 'pipe' })
  const hash = createHash('sha256')
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => hash.update(chunk))
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`read --jsonl --threads ${threads} ended with ${code}: ${said}`)
  const { cpu, memory } = JSON.parse(said.trim().split('\n').at(-1) as string)
  return { wall: (performance.now() - from) / 1000, cpu, memory, hash: hash.digest('hex') }
}

/** The first lines of the input. */
function firstLines(bytes: Buffer, count: number): Buffer {
  let end = 0
  for (let line = 0; line < count && end < bytes.length; line++) end = (bytes.indexOf(10, end) + 1 || bytes.length) as number
  return bytes.subarray(0, end)
}

/** Every second line of the input, from the first or the second on. */
function half(bytes: Buffer, first: 0 | 1): Buffer {
  const lines = bytes.toString().trimEnd().split('\n')
  return Buffer.from(`${lines.filter((_, i) => i % 2 === first).join('\n')}\n`)
}

/** Seconds that two programs take at once, each held to a core of its own, each with one half. */
async function apart(cli: string, halves: readonly Buffer[]): Promise<number> {
  const runs = await Promise.all(halves.map((input, core) => filter(cli, 1, input, pinnedTo(core))))
  return Math.max(...runs.map(({ wall }) => wall))
}

/** Runs the part; prints its lines and returns its figures. */
export async function threads(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: { threads: { type: 'string' }, rounds: { type: 'string', default: '3' }, documents: { type: 'string', default: '20000' } },
  })
  const shared = sharedFolder()
  const bulk = shared && bulkPath(shared)
  if (!bulk) {
    console.log('threads: the bulk corpus is not there; skipped')
    return []
  }
  const cli = await builtCli()
  const input = firstLines(gunzipSync(readFileSync(bulk)), Number(values.documents))
  const many = Number(values.threads ?? availableParallelism())
  const [one, all, held]: [Run[], Run[], Run[]] = [[], [], []]
  const pins = canPin()
  const halves = [half(input, 0), half(input, 1)]
  const two: number[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    one.push(await filter(cli, 1, input))
    all.push(await filter(cli, many, input))
    if (!pins) continue
    held.push(await filter(cli, 1, input, pinnedTo(0)))
    two.push(await apart(cli, halves))
  }
  const hashes = new Set([...one, ...all, ...held].map(({ hash }) => hash))
  const over = (runs: readonly Run[]) => median(runs.map(({ wall }, round) => wall / (all[round] as Run).wall))
  const ratio = over(one)
  const ceiling = pins ? median(held.map(({ wall }, round) => wall / (two[round] as number))) : 0
  const line = (runs: readonly Run[]) =>
    `${median(runs.map(({ wall }) => wall)).toFixed(1)} s (${median(runs.map(({ cpu }) => cpu)).toFixed(1)} s of the processor, ${median(runs.map(({ memory }) => memory)).toFixed(0)} MB)`
  console.log(
    `threads: read --jsonl of ${(input.length / 1e6).toFixed(1)} MB takes ${line(one)} in one thread on all cores, ${line(all)} in ${many}: ${ratio.toFixed(2)} times as fast (medians of ${one.length} runs in turn; wanted: 1.7 on two cores)`,
  )
  console.log(
    pins
      ? `threads: in one thread held to one core ${line(held)}: ${many} threads on all cores are ${over(held).toFixed(2)} times as fast as one core; two programs at once, each held to a core of its own with half of the lines, take ${median(two).toFixed(1)} s: ${ceiling.toFixed(2)} times`
      : 'threads: no taskset here: one thread could not be held to one core',
  )
  console.log(`threads: what they write is ${hashes.size === 1 ? 'the same' : 'NOT THE SAME'}`)
  const onOneCore = pins ? [rough('threads.ratio.one-core', over(held)), rough('threads.ceiling.one-core', ceiling)] : []
  return [rough('threads.ratio', ratio), ...onOneCore, rough('threads.memory', median(all.map(({ memory }) => memory)), 0)]
}
