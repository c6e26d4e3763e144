/** Time and memory of long texts, and memory of the filter: `npm run bench -- linear [--sizes 1,10,100] [--no-warm] [--no-bulk] [--limit SECONDS]`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { bulkPath } from './bulk.ts'
import { bundle } from './bundle.ts'
import { runChild } from './child.ts'
import { builtCli } from './cli.ts'
import { type Figure, rough } from './figures.ts'
import { sharedFolder } from './gold.ts'
import type { LinearRun } from './linear-child.ts'
import type { Shape } from './text.ts'

const options = {
  sizes: { type: 'string', default: '1,10,100' },
  'no-warm': { type: 'boolean' },
  'no-bulk': { type: 'boolean' },
  limit: { type: 'string', default: '150' },
} as const

const shapes: readonly Shape[] = ['one', 'many', 'same']
/** Megabytes that are read before a text whose rate is to be that of a reader which the engine has compiled. */
const WARM = '8'
const names: Readonly<Record<Shape, string>> = { one: 'one line', many: 'many lines', same: 'the same again' }

/** Runs the part; prints its lines and returns its figures. The long texts are made, so they need no shared folder. */
export async function linear(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args, options })
  const child = await bundle('linear-child.ts')
  const figures: Figure[] = []
  console.log(
    'linear: one made text read whole in a process of its own; rates by the time of the processor; memory is what text and reading added, over the size of the text (wanted: at most 12; in 1 MB the collector of garbage counts for more than the text)',
  )
  const rates: number[] = []
  const warmRates: number[] = []
  for (const size of values.sizes.split(',')) {
    for (const shape of shapes) {
      const name = `${size} MB, ${names[shape]}`
      try {
        const run = runChild<LinearRun>(child, [size, shape], Number(values.limit))
        const rate = rateOf(run)
        rates.push(rate)
        const times = run.memory / run.bytes
        const warm = values['no-warm'] ? undefined : rateOf(runChild<LinearRun>(child, [size, shape, WARM], Number(values.limit)))
        if (warm) warmRates.push(warm)
        console.log(
          `  ${name.padEnd(24)} ${rate.toFixed(2).padStart(6)} MB/s${warm ? ` (${warm.toFixed(2)} compiled)` : ''}  ${times.toFixed(1).padStart(5)} times  peak ${(run.peak / 1e6).toFixed(0)} MB, ${run.statements} statements${run.bad ? `, ${run.bad} WRONG QUOTES` : ''}`,
        )
        figures.push(rough(`linear.${size}mb.${shape}.mb-per-s`, rate), rough(`linear.${size}mb.${shape}.memory-times`, times, 1))
      } catch (error) {
        console.log(`  ${name.padEnd(24)} FAILED: ${(error as Error).message.split('\n').at(-1)}`)
        rates.push(Number(size) / Number(values.limit))
      }
    }
  }
  const factor = factorOf(rates)
  console.log(`  fastest over slowest, each text in a process that has just begun: ${factor.toFixed(2)} (wanted: at most 1.5)`)
  figures.push(rough('linear.factor', factor))
  if (warmRates.length === rates.length) {
    const compiled = factorOf(warmRates)
    console.log(`  the same after ${WARM} MB of other texts, when the engine has compiled the reader: ${compiled.toFixed(2)}`)
    figures.push(rough('linear.factor-compiled', compiled))
  }
  const shared = sharedFolder()
  const path = shared && bulkPath(shared)
  if (values['no-bulk']) return figures
  if (!path) console.log('linear: the filter over the bulk was skipped, no corpus/bulk-en.jsonl.gz in the shared folder')
  else {
    const { peak, seconds, bytes } = await filterBulk(path)
    console.log(
      `  read --jsonl over the bulk: peak ${(peak / 1e6).toFixed(0)} MB (wanted: under 400), ${(bytes / 1e6).toFixed(0)} MB of lines in ${seconds.toFixed(0)} s`,
    )
    figures.push(rough('linear.filter.peak-mb', peak / 1e6, 0))
  }
  return figures
}

const rateOf = ({ bytes, seconds }: LinearRun): number => bytes / 1e6 / seconds
const factorOf = (rates: readonly number[]): number => Math.max(...rates) / Math.min(...rates)

/** Runs the built filter over the corpus; its own peak is written by a line that Node runs before and at its end. */
async function filterBulk(path: string): Promise<{ peak: number; seconds: number; bytes: number }> {
  const cli = await builtCli()
  const tell = `import{readFileSync}from'node:fs';process.on('exit',()=>{let m;try{m=/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1]}catch{m=process.resourceUsage().maxRSS}process.stderr.write('\\npeak '+m+'\\n')})`
  const from = performance.now()
  const run = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, cli, 'read', '--jsonl'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let said = ''
  run.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said = (said + piece).slice(-4000)
  })
  const ended = once(run, 'close')
  let bytes = 0
  await pipeline(
    createReadStream(path),
    createGunzip(),
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        bytes += piece.length
        yield piece
      }
    },
    run.stdin,
  )
  const [code] = (await ended) as [number]
  const peak = /peak (\d+)/.exec(said)?.[1]
  if (code !== 0 || !peak) throw new Error(`read --jsonl over the bulk ended with ${code}: ${said}`)
  return { peak: Number(peak) * 1024, seconds: (performance.now() - from) / 1000, bytes }
}
