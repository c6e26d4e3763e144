import { read } from '../../src/index.ts'
import type { Source } from '../../src/model.ts'
import { openStore } from '../../src/store/store.ts'
import type { Filter } from '../../src/store/types.ts'
import { median } from '../child.ts'
import { type Figure, rough } from '../figures.ts'

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

/** Lists with filters and searches by words, each once after one round that fills the caches. */
export async function measureViews(engine: string, address: string, size: number, documents: readonly Source[]): Promise<Figure[]> {
  const store = await openStore(address)
  const lists: number[] = []
  const searches: number[] = []
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
    for (const filter of filters()) {
      const from = performance.now()
      await store.list({ ...filter, asOf: '2026-01-01' })
      const ms = performance.now() - from
      if (timed) lists.push(ms)
      if (timed && ms > 50) slow.push(`${JSON.stringify(filter)} ${ms.toFixed(0)} ms`)
    }
    for (const query of queries) {
      const from = performance.now()
      await store.search(query)
      const ms = performance.now() - from
      if (timed) searches.push(ms)
      if (timed && ms > 50) slow.push(`search ${query} ${ms.toFixed(0)} ms`)
    }
  }
  await store.close()
  const line = (name: string, times: readonly number[]) =>
    `${name} median ${median([...times]).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)} ms (${times.length})`
  console.log(`store: ${engine} at ${size} statements: ${line('list', lists)}; ${line('search', searches)}`)
  for (const one of slow) console.log(`  over 50 ms: ${one}`)
  return [
    rough(`store.${engine}.${size}.list-median-ms`, median([...lists]), 1),
    rough(`store.${engine}.${size}.list-p95-ms`, percentile(lists, 0.95), 1),
    rough(`store.${engine}.${size}.search-median-ms`, median([...searches]), 1),
    rough(`store.${engine}.${size}.search-p95-ms`, percentile(searches, 0.95), 1),
  ]
}

/** Real documents added one by one: all of `add` but reading, and of that what is not the database's. */
export async function measureAdding(engine: string, address: string, size: number, singles: readonly Source[]): Promise<Figure[]> {
  let database = 0
  const store = await openStore(address, { onQuery: (ms) => (database += ms) })
  const whole: number[] = []
  const own: number[] = []
  for (const { id: _, ...source } of singles) {
    // of a long text as much as a readout has
    const given = { ...source, text: source.text.slice(0, 4096), title: `${source.title} (${size})` }
    const reading = read(given)
    database = 0
    const from = performance.now()
    await store.add([{ source: given, reading }])
    whole.push(performance.now() - from)
    own.push(performance.now() - from - database)
  }
  await store.close()
  const line = (times: readonly number[]) => `median ${median([...times]).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)} ms`
  console.log(
    `store: ${engine} at ${size} statements: a 4 KB document linked and written, ${line(whole)}; of that outside the database ${line(own)}`,
  )
  return [
    rough(`store.${engine}.${size}.add-median-ms`, median([...whole]), 1),
    rough(`store.${engine}.${size}.add-p95-ms`, percentile(whole, 0.95), 1),
  ]
}
