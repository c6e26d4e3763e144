/** Speed on one thread: `npm run bench -- speed [--step N] [--rounds N] [--whole] [--profile [--top N]]`. */
import { parseArgs } from 'node:util'
import { bulkPath } from './bulk.ts'
import { bundle } from './bundle.ts'
import { median, runChild } from './child.ts'
import { type Figure, rough } from './figures.ts'
import { sharedFolder } from './gold.ts'
import { printProfile } from './profile.ts'
import type { Rate, SpeedRun } from './speed-child.ts'

const options = {
  step: { type: 'string', default: '10' },
  rounds: { type: 'string', default: '5' },
  top: { type: 'string', default: '25' },
  whole: { type: 'boolean' },
  profile: { type: 'boolean' },
} as const

/** Runs the part; prints its lines and returns its figures. */
export async function speed(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args, options })
  const shared = sharedFolder()
  const path = shared && bulkPath(shared)
  if (!path) {
    console.log('speed: skipped, no corpus/bulk-en.jsonl.gz in the shared folder')
    return []
  }
  const child = await bundle('speed-child.ts')
  if (values.profile) {
    printProfile(child, [path, values.step, '4', 'reader'], Number(values.top))
    return []
  }
  const run = runChild<SpeedRun>(child, [path, values.step, values.rounds, values.whole ? 'whole' : ''])
  const cpu = (rates: readonly Rate[]) => rates.map((one) => one.cpu)
  const ratio = (other: readonly Rate[]) => median(run.reader.map((mine, i) => mine.cpu / (other[i] as Rate).cpu))
  const line = (name: string, rates: readonly Rate[], times?: number) => {
    const spread = `${Math.min(...cpu(rates)).toFixed(2)} to ${Math.max(...cpu(rates)).toFixed(2)}; by the clock ${median(rates.map((one) => one.clock)).toFixed(2)}`
    console.log(
      `  ${name.padEnd(36)} ${median(cpu(rates)).toFixed(2).padStart(7)} MB/s  (${spread})${times ? `  the reader is ${times.toFixed(2)} times as fast` : ''}`,
    )
  }
  const [wink, winkOut, regex] = [ratio(run.wink), ratio(run.winkOut), ratio(run.regex)]
  console.log(
    `speed: every ${values.step}th document of the bulk corpus, ${run.documents} documents, ${run.megabytes.toFixed(1)} MB, ${run.reader.length} rounds in turn in one process; medians of the processor's time`,
  )
  line('reader', run.reader)
  line('wink-nlp, sentences and tags', run.wink, wink)
  line('the same, and its lists taken out', run.winkOut, winkOut)
  line('bare regex for words', run.regex, regex)
  if (run.whole)
    console.log(
      `  reader over the whole bulk: ${run.whole.documents} documents, ${run.whole.megabytes.toFixed(1)} MB at ${run.whole.rate.cpu.toFixed(2)} MB/s`,
    )
  const whole = run.whole ? [rough('speed.whole.mb-per-s', run.whole.rate.cpu)] : []
  return [
    rough('speed.reader.mb-per-s', median(cpu(run.reader))),
    rough('speed.over-wink', wink),
    rough('speed.over-wink-with-lists', winkOut),
    rough('speed.over-regex', regex, 3),
    ...whole,
  ]
}
