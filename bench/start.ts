/** Start to first output of the command line beside a bare Node: `npm run bench -- start [--runs N]`. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newFolder } from '../test/folder.ts'
import { median } from './child.ts'
import { builtCli } from './cli.ts'
import { type Figure, rough } from './figures.ts'
import { makeText } from './text.ts'

/** Milliseconds from the start of Node to its first output, or to its end where it writes nothing. */
function timeToOutput(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now()
    let first: number | undefined
    const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    run.stdout.on('data', () => {
      first ??= performance.now() - from
    })
    run.on('error', reject)
    run.on('close', (code) =>
      code === 0 ? resolve(first ?? performance.now() - from) : reject(new Error(`${args.join(' ')} ended with ${code}`)),
    )
  })
}

/** Runs the part; prints its line and returns its figures. */
export async function start(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args, options: { runs: { type: 'string', default: '15' } } })
  const cli = await builtCli()
  const folder = newFolder()
  const [bare, reading]: [number[], number[]] = [[], []]
  const file = join(folder, 'page.txt')
  writeFileSync(file, makeText(4096, 'many'))
  for (let i = 0; i < Number(values.runs) + 2; i++) {
    const times = [await timeToOutput(['-e', '0']), await timeToOutput([cli, 'read', file])]
    if (i < 2) continue // the first runs fill the caches of the disk
    bare.push(times[0] as number)
    reading.push(times[1] as number)
  }
  const ratio = median(reading) / median(bare)
  console.log(
    `start: read of a 4 KB text shows its first output after ${median(reading).toFixed(0)} ms, node -e 0 takes ${median(bare).toFixed(0)} ms: ${ratio.toFixed(2)} times (medians of ${bare.length} runs in turn; wanted: under 3)`,
  )
  return [rough('start.over-bare-node', ratio), rough('start.ms', median(reading), 0)]
}
