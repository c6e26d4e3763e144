/**
 * Reads one long made text in a process of its own and prints JSON. Arguments: megabytes, shape, and megabytes of other made texts to read
 * before it, so that the engine has compiled the reader; without them it has read some hundred pages.
 */
import { read } from '../src/index.ts'
import { peakMemory } from './memory.ts'
import { makeText, type Shape } from './text.ts'

/** `memory` is what text and reading added to the peak of a process that has read some hundred pages. In bytes, and seconds of the processor. */
export interface LinearRun {
  bytes: number
  seconds: number
  memory: number
  peak: number
  statements: number
  bad: number
}

const [megabytes = '1', name = 'many', warm = '0'] = process.argv.slice(2)
const shape = name as Shape
const bytes = Number(megabytes) * 1e6
for (let i = 0; i < 400; i++) read({ text: makeText(4000 + i, shape), language: 'en' }) // compiled in part, as any long text soon is
for (let i = 0; i < Number(warm) * 10; i++) read({ text: makeText(100_000 + i, shape), language: 'en' })
const before = peakMemory()
const text = makeText(bytes, shape)
const used = process.cpuUsage()
const reading = read({ text, language: 'en' })
const { user, system } = process.cpuUsage(used)
const seconds = (user + system) / 1e6
const peak = peakMemory()
let bad = 0
for (const { span, quote } of reading.statements) bad += +(text.slice(span.from, span.to) !== quote)
const run: LinearRun = { bytes, seconds, memory: peak - before, peak, statements: reading.statements.length, bad }
console.log(JSON.stringify(run))
