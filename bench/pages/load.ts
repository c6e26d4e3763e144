import type { Answered } from './server.ts'
import { ask } from './server.ts'

/** What a reader and a coder do, how often, and how long. */
export interface Plan {
  readonly url: string
  readonly readers: number
  readonly coders: number
  readonly milliseconds: number
  /** Paths that readers open, one after the other from a place of their own. */
  readonly paths: readonly string[]
  /** Pairs that coders answer. */
  readonly pairs: readonly (readonly [string, string])[]
  /** Undertakings that coders judge. */
  readonly undertakings: readonly string[]
  /** Filled with what the server said it wrote: ids of answers, and the words of searches and of evidence, which occur once each. */
  readonly acknowledged: string[]
}

/** What came of it. */
export interface Outcome {
  readonly reading: readonly number[]
  readonly writing: readonly number[]
  /** One line each: an answer that was no answer. */
  readonly errors: readonly string[]
}

/** Milliseconds that a reader looks at a page, and a coder at a pair, on average. */
const READS = 3000
const JUDGES = 3000

/**
 * Readers and coders for a while.
 * @param leaving says when the server was told to go: nothing is asked from then on
 * @param killed the server goes without a word: what breaks off then is no error
 */
export async function underLoad(plan: Plan, leaving: () => boolean = () => false, killed = false): Promise<Outcome> {
  const [reading, writing, errors]: [number[], number[], string[]] = [[], [], []]
  const end = performance.now() + plan.milliseconds
  const over = () => performance.now() > end || leaving()
  const attempt = async (what: string, work: () => Promise<Answered>, times: number[], wanted: number) => {
    if (over()) return
    try {
      const { whole, status } = await work()
      times.push(whole)
      if (status !== wanted) errors.push(`${what}: ${status}`)
    } catch (error) {
      if (!killed || !leaving()) errors.push(`${what}: ${String((error as Error).cause ?? error)}`)
    }
  }
  const reader = async (own: number) => {
    await pause(Math.random() * READS)
    for (let i = own * 7; !over(); i++) {
      const path = plan.paths[i % plan.paths.length] as string
      await attempt(path, () => ask(plan.url + path), reading, 200)
      await pause(READS * (0.5 + Math.random()))
    }
  }
  const coder = async (own: number) => {
    await pause(Math.random() * JUDGES)
    for (let i = own, turn = own; !over(); i += plan.coders, turn++) {
      const [a, b] = plan.pairs[i % plan.pairs.length] as readonly [string, string]
      const on = plan.undertakings[i % plan.undertakings.length] as string
      if (turn % 3 === 0) await attempt('POST /review', () => answerPair(plan, a, b), writing, 303)
      else if (turn % 3 === 1) await attempt('POST /evidence/none', () => sayNothingFound(plan, on), writing, 303)
      else await attempt('POST /evidence', () => sayFound(plan, on), writing, 303)
      await pause(JUDGES * (0.5 + Math.random()))
    }
  }
  await Promise.all([
    ...Array.from({ length: plan.readers }, (_, i) => reader(i)),
    ...Array.from({ length: plan.coders }, (_, i) => coder(i)),
  ])
  return { reading, writing, errors }
}

async function post({ url }: Plan, path: string, fields: Record<string, string>): Promise<Answered & { readonly location: string }> {
  const from = performance.now()
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  const text = await answer.text()
  const whole = performance.now() - from
  return { first: whole, whole, status: answer.status, bytes: text.length, location: answer.headers.get('location') ?? '' }
}

/** Words that occur once. */
const once = (): string => `word ${performance.now()} ${Math.random()}`

async function answerPair(plan: Plan, a: string, b: string): Promise<Answered> {
  const answer = await post(plan, '/review', { a, b, verdict: 'unsure', reason: once() })
  const id = /done=([0-9a-f]{16})/.exec(answer.location)?.[1]
  if (id) plan.acknowledged.push(id)
  return answer
}

async function sayNothingFound(plan: Plan, on: string): Promise<Answered> {
  const query = once()
  const answer = await post(plan, '/evidence/none', { on, query, where: 'gazettes', until: '2026-01-01' })
  if (answer.status === 303) plan.acknowledged.push(query)
  return answer
}

async function sayFound(plan: Plan, on: string): Promise<Answered> {
  const paraphrase = once()
  const answer = await post(plan, '/evidence', { on, shows: 'progress', certainty: 'high', publisher: 'Gazette', paraphrase })
  if (answer.status === 303) plan.acknowledged.push(paraphrase)
  return answer
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
