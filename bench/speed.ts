/** Speed on one thread: `npm run bench -- speed [--step N] [--rounds N] [--whole] [--profile [--top N]]`. */
import { parseArgs } from 'node:util'
import { bulkPath } from './bulk.ts'
import { bundle } from './bundle.ts'
import { median, runChild } from './child.ts'
import { type Figure, rough } from './figures.ts'
import { sharedFolder } from './gold.ts'
import { printProfile } from './profile.ts'
import type { SpeedRun } from './speed-child.ts'

const options = { step: { type: 'string', default: '10' }, rounds: { type: 'string', default: '3' }, top: { type: 'string', default: '25' }, whole: { type: 'boolean' }, profile: { type: 'boolean' } } as const

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
    printProfile(child, [path, values.step, '1', 'reader'], Number(values.top))
    return []
  }
  const run = runChild<SpeedRun>(child, [path, values.step, values.rounds, values.whole ? 'whole' : ''])
  const ratios = (other: readonly number[]) => run.reader.map((mine, i) => mine / (other[i] as number))
  const line = (name: string, rates: readonly number[], ratio?: number) => {
    const spread = `${Math.min(...rates).toFixed(2)} to ${Math.max(...rates).toFixed(2)}`
    console.log(`  ${name.padEnd(34)} ${median(rates).toFixed(2).padStart(7)} MB/s  (${spread})${ratio ? `  the reader is ${ratio.toFixed(2)} times as fast` : ''}`)
  }
  const [wink, regex] = [median(ratios(run.wink)), median(ratios(run.regex))]
  console.log(`speed: every ${values.step}th document of the bulk corpus, ${run.documents} documents, ${run.megabytes.toFixed(1)} MB, ${run.reader.length} rounds in turn in one process; medians`)
  line('reader', run.reader)
  line('wink-nlp, sentences and tags', run.wink, wink)
  line('bare regex for words', run.regex, regex)
  if (run.whole) console.log(`  reader over the whole bulk: ${run.whole.documents} documents, ${run.whole.megabytes.toFixed(1)} MB at ${run.whole.rate.toFixed(2)} MB/s`)
  const whole = run.whole ? [rough('speed.whole.mb-per-s', run.whole.rate)] : []
  return [rough('speed.reader.mb-per-s', median(run.reader)), rough('speed.over-wink', wink), rough('speed.over-regex', regex, 3), ...whole]
}
