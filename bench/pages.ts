/**
 * The pages over a synthetic ledger: `npm run bench -- pages [--undertakings N] [--ledger PATH] [--seconds S] [--no-load] [--no-browser]`.
 * The ledger is made anew, or kept at PATH and used again. Everything is asked over loopback of a server in a process of its own.
 */
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { openStore } from '../src/store/store.ts'
import { newFolder } from '../test/folder.ts'
import { median } from './child.ts'
import { builtCli } from './cli.ts'
import { type Figure, rough } from './figures.ts'
import { paints } from './pages/browser.ts'
import { synthetic } from './pages/ledger.ts'
import { type Outcome, type Plan, quantile, underLoad } from './pages/load.ts'
import { ask, type Served, startServer } from './pages/server.ts'

const options = {
  undertakings: { type: 'string', default: '100000' },
  ledger: { type: 'string' },
  seconds: { type: 'string', default: '120' },
  'no-load': { type: 'boolean' },
  'no-browser': { type: 'boolean' },
} as const

/** Runs the part; prints its lines and returns its figures. */
export async function pages(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({ args, options })
  const path = values.ledger ?? join(newFolder(), 'ledger.db')
  const store = await synthetic(path, Number(values.undertakings), (line) => process.stderr.write(`  ${line}\n`))
  const { undertakings, statements, documents } = await store.stats()
  await store.close()
  const cli = await builtCli()
  console.log(
    `pages: over a synthetic ledger of ${undertakings} undertakings, ${statements} statements, ${documents} texts; load average ${loads()}`,
  )
  const figures = [...(await cold(cli, path)), ...(await warm(cli, path, values['no-browser'] !== true))]
  if (!values['no-load']) figures.push(...(await load(cli, path, Number(values.seconds) * 1000)))
  return figures
}

const loads = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')

async function cold(cli: string, path: string): Promise<Figure[]> {
  const [ready, whole, spent]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < 3; i++) {
    const from = performance.now()
    const served = await startServer(cli, path)
    ready.push(served.readyAfter)
    await ask(`${served.url}/`)
    whole.push(performance.now() - from)
    spent.push(processorTime(served))
    await served.end()
  }
  console.log(
    `  cold start: the server answers after ${median(ready).toFixed(0)} ms, its first page is whole after ${median(whole).toFixed(0)} ms, of which ${median(spent).toFixed(0)} of processor time (medians of 3; wanted: under 1000; load average ${loads()})`,
  )
  return [
    rough('pages.cold.ready-ms', median(ready), 0),
    rough('pages.cold.first-page-ms', median(whole), 0),
    rough('pages.cold.processor-ms', median(spent), 0),
  ]
}

/** Pages that are measured and that readers under load do not open: a word of every other statement, texts side by side. */
const SELDOM = ['frequent-word', 'compare']

/** Pages that are measured, by name. */
async function measured(url: string): Promise<Map<string, string>> {
  const ledger = JSON.parse((await ask(`${url}/ledger.json?limit=20&sort=statements`)).body) as { rows: { id: string }[] }
  const texts = JSON.parse((await ask(`${url}/texts.json`)).body) as { rows: { document: { id: string } }[] }
  const [one, other] = texts.rows.map(({ document }) => document.id)
  return new Map([
    ['front', '/'],
    ['party', '/ledger?party=JP'],
    ['topic', '/ledger?topic=transport&sort=due'],
    ['standing', '/ledger?standing=overdue'],
    ['kind', '/ledger?kind=position&sort=first'],
    ['words', '/ledger?text=bakeries'],
    ['frequent-word', '/ledger?text=will'],
    ['matrix-topics', '/matrix/party-topic'],
    ['matrix-years', '/matrix/year-force'],
    ['matrix-standing', '/matrix/party-standing'],
    ['undertaking', `/undertakings/${encodeURIComponent(ledger.rows[0]?.id ?? '')}`],
    ['texts', '/texts'],
    ['text', `/texts/${one}`],
    ['search', '/search?q=bakeries'],
    ['review', '/review'],
    ['suggested-evidence', '/review/evidence'],
    ['coding', '/coding'],
    ['differences', '/coding/differences'],
    ['brief', '/brief?party=JP'],
    ['compare', `/compare?text=${one}&text=${other}`],
  ])
}

async function warm(cli: string, path: string, browser: boolean): Promise<Figure[]> {
  const served = await startServer(cli, path)
  const list = await measured(served.url)
  const figures: Figure[] = []
  console.log(`  ${'page'.padEnd(18)}first byte  of which processor   again    bytes (milliseconds; load average ${loads()})`)
  for (const [name, at] of list) {
    const before = processorTime(served)
    const first = await ask(served.url + at)
    const spent = processorTime(served) - before
    const again = await ask(served.url + at)
    if (first.status !== 200) throw new Error(`${at}: ${first.status}`)
    console.log(
      `  ${name.padEnd(18)}${first.first.toFixed(0).padStart(10)}${spent.toFixed(0).padStart(20)}${again.first.toFixed(0).padStart(8)}${String(first.bytes).padStart(9)}`,
    )
    figures.push(rough(`pages.${name}.ms`, first.first, 0), rough(`pages.${name}.processor-ms`, spent, 0))
  }
  const found = await ask(`${served.url}/`)
  const scripts = [...found.body.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src as string)
  let weight = 0
  for (const src of scripts) weight += gzipSync((await ask(served.url + src)).body).length
  console.log(`  scripts of the front page: ${weight} bytes compressed (wanted: under 60000)`)
  figures.push(rough('pages.script-bytes', weight, 0))
  if (browser)
    for (const [name, paint] of await paints(served.url, list)) {
      console.log(`  ${name.padEnd(18)}largest contentful paint ${paint.toFixed(0)} ms`)
      figures.push(rough(`pages.${name}.paint-ms`, paint, 0))
    }
  await served.end()
  return figures
}

/** Milliseconds of processor time that a server has used; 0 where the system does not say. */
function processorTime({ process: { pid } }: Served): number {
  try {
    const [user, kernel] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13)
      .map(Number)
    return ((user ?? 0) + (kernel ?? 0)) * 10
  } catch {
    return 0
  }
}

async function load(cli: string, path: string, milliseconds: number): Promise<Figure[]> {
  let served = await startServer(cli, path)
  const list = [...(await measured(served.url))].filter(([name]) => !SELDOM.includes(name)).map(([, at]) => at)
  const rows = (JSON.parse((await ask(`${served.url}/ledger.json?limit=200`)).body) as { rows: { id: string }[] }).rows
  const paths = rows.flatMap(({ id }, i) => [`/undertakings/${encodeURIComponent(id)}`, list[i % list.length] as string])
  const queue = JSON.parse((await ask(`${served.url}/review.json`)).body) as { pairs: { a: { node: string }; b: { node: string } }[] }
  const pairs = queue.pairs.map(({ a, b }) => [a.node, b.node] as const)
  const plan: Plan = {
    url: served.url,
    readers: 50,
    coders: 5,
    milliseconds,
    paths,
    pairs,
    undertakings: rows.map(({ id }) => id),
    acknowledged: [],
  }
  for (const at of list) await ask(served.url + at)
  const before = processorTime(served)
  const outcome = await underLoad(plan)
  say('50 readers and 5 coders', outcome)
  const spent = processorTime(served) - before
  const asked = outcome.reading.length + outcome.writing.length
  console.log(
    `  processor time of the server: ${(spent / asked).toFixed(1)} ms a request, ${((100 * spent) / milliseconds).toFixed(0)} % of one core`,
  )

  // told to stop in the midst of it: what it has begun it ends
  const stopped = await endedUnderLoad(plan, served, 'SIGTERM')
  console.log(`  told to stop under load, it ended after ${stopped.took.toFixed(0)} ms; answers that broke off: ${stopped.errors.length}`)
  for (const line of stopped.errors.slice(0, 3)) console.log(`    ${line}`)

  // killed in the midst of it: what it has acknowledged is there
  served = await startServer(cli, path)
  const written = plan.acknowledged.length
  await endedUnderLoad({ ...plan, url: served.url }, served, 'SIGKILL')
  const there = new Set<string>()
  const store = await openStore(path)
  for await (const one of store.journal()) {
    there.add(one.id)
    if (one.type === 'search') there.add(one.query)
    if (one.type === 'evidence' && one.page) there.add(one.page.paraphrase)
  }
  await store.close()
  const lost = plan.acknowledged.filter((id) => !there.has(id))
  console.log(
    `  acknowledged ${plan.acknowledged.length} judgements, the last ${plan.acknowledged.length - written} of them by a server that was killed; lost: ${lost.length} (wanted: 0)`,
  )
  return [
    rough('pages.load.p95-ms', quantile(outcome.reading, 0.95), 0),
    rough('pages.load.write-p95-ms', quantile(outcome.writing, 0.95), 0),
    rough('pages.load.processor-ms', spent / asked, 1),
    rough('pages.load.errors', outcome.errors.length + stopped.errors.length, 0),
    rough('pages.load.lost', lost.length, 0),
  ]
}

/** Ends a server by a signal when it has written ten judgements under load. */
async function endedUnderLoad(
  plan: Plan,
  served: Served,
  signal: 'SIGTERM' | 'SIGKILL',
): Promise<{ took: number; errors: readonly string[] }> {
  let told = false
  const enough = plan.acknowledged.length + 10
  const running = underLoad({ ...plan, milliseconds: 60_000 }, () => told, signal === 'SIGKILL')
  for (let waited = 0; plan.acknowledged.length < enough && waited < 60_000; waited += 20) await new Promise((done) => setTimeout(done, 20))
  told = true
  // what this process has asked for must have left it: it shares the machine with the server
  if (signal === 'SIGTERM') await new Promise((done) => setTimeout(done, 100))
  const took = await served.end(signal)
  return { took, errors: (await running).errors }
}

function say(what: string, { reading, writing, errors }: Outcome): void {
  const of = (values: readonly number[]) =>
    `${values.length}, median ${quantile(values, 0.5).toFixed(0)} ms, 95th percentile ${quantile(values, 0.95).toFixed(0)} ms`
  console.log(
    `  ${what}: pages ${of(reading)} (wanted: under 200); judgements ${of(writing)}; errors ${errors.length}; load average ${loads()}`,
  )
  for (const line of errors.slice(0, 5)) console.log(`    ${line}`)
}
