import { read } from '../../src/index.ts'
import type { Source } from '../../src/model.ts'
import { openStore } from '../../src/store/store.ts'
import type { Filter } from '../../src/store/types.ts'
import { median } from '../child.ts'
import { type Figure, rough } from '../figures.ts'
import { meterOf } from './processor.ts'

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] as number

/** Opening a ledger that is there, and one row of it. */
export async function measureOpening(engine: string, address: string, size: number): Promise<Figure[]> {
  const times: number[] = []
  for (let i = 0; i < 15; i++) {
    const from = performance.now()
    const store = await openStore(address)
    times.push(performance.now() - from)
    await store.close()
  }
  console.log(`store: ${engine} at ${size} statements: opened in ${median(times).toFixed(1)} ms (median of ${times.length})`)
  return [rough(`store.${engine}.${size}.open-ms`, median(times), 1)]
}

/** Filters as a desk officer sets them: broad ones, narrow ones, several at once. */
function filters(): Filter[] {
  const parties = ['US', 'CN', 'UA', 'JP', 'KZ', 'FR', 'IL', 'XX']
  const topics = ['trade', 'energy', 'human-rights', 'defence', 'health']
  const found: Filter[] = []
  for (const party of parties)
    found.push({ party }, { party: ['US', party] }, { party, kind: 'commitment' }, { party, sort: 'due' }, { party, sort: 'label' })
  for (const topic of topics)
    found.push(
      { topic },
      { topic, party: 'US' },
      { topic, force: ['binding', 'agreed'] },
      { topic, standing: 'overdue' },
      { topic, sort: 'statements' },
    )
  found.push(
    { standing: 'overdue' },
    { standing: 'delivered' },
    { dueBefore: '2022-12-31' },
    { dueAfter: '2024-01-01', sort: 'due' },
    {},
    { sort: 'force' },
  )
  for (const text of ['climate finance', 'vaccines', 'trade', 'nuclear weapons']) found.push({ text }, { text, party: 'US' })
  return found
}

/**
 * Lists with filters and searches by words, each once after one round that fills the caches; by the clock, and by the processor time of
 * this process and the server's, which other work of the machine does not stretch.
 */
export async function measureViews(engine: string, address: string, size: number, documents: readonly Source[]): Promise<Figure[]> {
  const store = await openStore(address)
  const lists = new Times()
  const searches = new Times()
  const slow: string[] = []
  const words = [...new Set(documents.slice(0, 200).flatMap(({ text }) => text.toLowerCase().match(/\b[a-z]{5,}\b/g) ?? []))].sort()
  const queries = Array.from({ length: 60 }, (_, i) => {
    const word = (n: number) => words[(n * 7919) % words.length] as string
    return i % 3 === 0
      ? word(i)
      : i % 3 === 1
        ? `${word(i)} ${word(i + 500)}`
        : (['climate', 'united states', 'agreement', 'security council', '"human rights"'][(i / 3) | 0] ?? word(i))
  })
  for (const timed of [false, true]) {
    // the connections are there after the first round
    const meter = timed ? await meterOf(address) : undefined
    const time = async (into: Times, name: string, act: () => Promise<unknown>): Promise<void> => {
      const [from, before] = [performance.now(), meter?.() ?? 0]
      await act()
      if (!meter) return
      const [ms, busy] = [performance.now() - from, meter() - before]
      into.add(ms, busy)
      if (busy > 50) slow.push(`${name} ${busy.toFixed(0)} ms of the processor`)
    }
    for (const filter of filters()) await time(lists, JSON.stringify(filter), () => store.list({ ...filter, asOf: '2026-01-01' }))
    for (const query of queries) await time(searches, `search ${query}`, () => store.search(query))
  }
  await store.close()
  console.log(`store: ${engine} at ${size} statements: list ${lists.line()}; search ${searches.line()}`)
  for (const one of slow) console.log(`  over 50 ms: ${one}`)
  return [
    rough(`store.${engine}.${size}.list-median-ms`, median([...lists.clock]), 1),
    rough(`store.${engine}.${size}.list-p95-ms`, percentile(lists.clock, 0.95), 1),
    rough(`store.${engine}.${size}.search-median-ms`, median([...searches.clock]), 1),
    rough(`store.${engine}.${size}.search-p95-ms`, percentile(searches.clock, 0.95), 1),
  ]
}

/** How long something took each time: by the clock, and of the processor, in milliseconds. */
class Times {
  readonly clock: number[] = []
  private readonly busy: number[] = []

  add(clock: number, busy: number): void {
    this.clock.push(clock)
    this.busy.push(busy)
  }

  line(): string {
    const of = (times: readonly number[]) => `median ${median([...times]).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)} ms`
    return `${of(this.clock)} by the clock, ${of(this.busy)} of the processor (${this.clock.length})`
  }
}

/** Real documents added one by one: all of `add` but reading, and of that what is not the database's. */
export async function measureAdding(engine: string, address: string, size: number, singles: readonly Source[]): Promise<Figure[]> {
  let database = 0
  const store = await openStore(address, { onQuery: (ms) => (database += ms) })
  const times = new Times()
  const own: number[] = []
  await store.list({ asOf: '2026-01-01' }) // the connection is there before the meter looks for it
  const meter = await meterOf(address)
  for (const { id: _, ...source } of singles) {
    // of a long text as much as a readout has
    const given = { ...source, text: source.text.slice(0, 4096), title: `${source.title} (${size})` }
    const reading = read(given)
    database = 0
    const [from, before] = [performance.now(), meter()]
    await store.add([{ source: given, reading: () => ({ reading }) }])
    times.add(performance.now() - from, meter() - before)
    own.push(performance.now() - from - database)
  }
  await store.close()
  console.log(
    `store: ${engine} at ${size} statements: a 4 KB document linked and written, ${times.line()}; by the clock outside the database median ${median([...own]).toFixed(1)}`,
  )
  return [
    rough(`store.${engine}.${size}.add-median-ms`, median([...times.clock]), 1),
    rough(`store.${engine}.${size}.add-p95-ms`, percentile(times.clock, 0.95), 1),
  ]
}
