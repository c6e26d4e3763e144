/**
 * Feeds every parser with broken input: `npm run fuzz [-- --minutes N] [--seed N] [--target NAME] [--case NAME:SEED [--save FILE]]`. What it finds is a
 * crash (anything but the documented errors), a hang, or an offset that leads elsewhere; each finding names the case that runs it again.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Outcome } from './child.ts'
import { type Case, inputOf } from './inputs.ts'
import { Random } from './random.ts'
import { targets } from './targets.ts'

/** Milliseconds after which an input hangs; the slowest seen takes a twentieth of it. */
const LIMIT = 20_000

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    target: { type: 'string' },
    case: { type: 'string' },
    save: { type: 'string' },
  },
})

/** Runs cases one after the other in a child that is started anew when it is lost. */
class Runner {
  private child: ChildProcess | undefined

  async run(asked: Case): Promise<Outcome> {
    this.child ??= fork(new URL('./child.ts', import.meta.url), {
      execArgv: ['--import', 'tsx', '--max-old-space-size=1500'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const { child } = this
    let said = ''
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-2000)
    }
    child.stderr?.on('data', hear)
    const outcome = await new Promise<Outcome>((done) => {
      const timer = setTimeout(() => done({ wrong: `hangs: not done after ${LIMIT / 1000} s`, milliseconds: LIMIT }), LIMIT)
      const end = (outcome: Outcome) => {
        clearTimeout(timer)
        child.off('exit', lost)
        child.off('message', answer)
        done(outcome)
      }
      const answer = (outcome: unknown) => end(outcome as Outcome)
      const lost = (code: number | null, signal: string | null) =>
        end({ wrong: `the process ended with ${signal ?? code}: ${said}`, milliseconds: 0 })
      child.once('exit', lost).once('message', answer)
      child.send(asked)
    })
    child.stderr?.off('data', hear)
    if (outcome.wrong) this.close()
    return outcome
  }

  close(): void {
    this.child?.kill('SIGKILL')
    this.child = undefined
  }
}

/** What stays the same of a finding when other input leads to it: its first line without figures, and where in the sources it is. */
function kindOf(wrong: string): string {
  const [first = '', ...rest] = wrong.split('\n')
  const place = rest.find((line) => /\/src\//.test(line)) ?? rest.find((line) => /\/test\/fuzz\//.test(line)) ?? ''
  return `${first.replace(/[0-9]+/g, '#').slice(0, 120)} ${place.replace(/^.*(\/(?:src|test)\/[^:]*:[0-9]+).*$/, '$1')}`
}

async function one(name: string): Promise<number> {
  const [target = '', seed = ''] = name.split(':')
  const asked = { target, seed: Number(seed) }
  if (values.save) writeFileSync(values.save, (await inputOf(asked)).bytes)
  const runner = new Runner()
  const { wrong, milliseconds } = await runner.run(asked)
  runner.close()
  console.log(wrong ? `${name}: ${wrong}` : `${name}: nothing wrong, ${milliseconds.toFixed(0)} ms`)
  return wrong ? 1 : 0
}

async function all(): Promise<number> {
  const names = Object.keys(targets).filter((name) => !values.target || name === values.target)
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000)
  const until = Date.now() + Number(values.minutes) * 60_000
  const random = new Random(seed)
  const found = new Map<string, string>()
  const counts = new Map<string, { cases: number; slowest: number; at: string }>(
    names.map((name) => [name, { cases: 0, slowest: 0, at: '' }]),
  )
  const runner = new Runner()
  console.log(`fuzz: seed ${seed}, ${names.join(', ')}`)
  while (Date.now() < until) {
    for (const target of names) {
      if (random.next() > (targets[target]?.share ?? 1)) continue
      const asked = { target, seed: random.below(0xffffffff) }
      const { wrong, milliseconds } = await runner.run(asked)
      const at = `${target}:${asked.seed}`
      const count = counts.get(target) as { cases: number; slowest: number; at: string }
      count.cases++
      if (milliseconds > count.slowest) Object.assign(count, { slowest: milliseconds, at })
      if (!wrong || found.has(`${target} ${kindOf(wrong)}`)) continue
      found.set(`${target} ${kindOf(wrong)}`, at)
      console.log(`\n${at}: ${wrong.slice(0, 1500)}\n  again: npm run fuzz -- --case ${at} --save FILE`)
    }
  }
  runner.close()
  for (const [name, { cases, slowest, at }] of counts)
    console.log(`${name.padEnd(10)} ${String(cases).padStart(6)} cases, slowest ${slowest.toFixed(0)} ms (${at})`)
  console.log(found.size ? `fuzz: ${found.size} findings` : 'fuzz: nothing found')
  return found.size ? 1 : 0
}

process.exitCode = await (values.case ? one(values.case) : all())
