import { parseArgs } from 'node:util'
import { type CopyPair, findCopies, fingerprint, type Known } from '../src/copies/copies.ts'
import type { Source } from '../src/model.ts'
import { bulkDocuments, bulkPath } from './bulk.ts'
import { dice, heavy, leadOf, light, reissue, spin, stockOf, synonymsOf } from './copies/damage.ts'
import { type Figure, figure } from './figures.ts'

/** Of how many documents one is damaged, in each of four ways, and made a copy of. */
const EVERY = 30

/** Seconds of the processor, its own housekeeping included: other work of the machine does not count. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** What a damaged copy should be told to be. A short lead that is nearly all of its text may be called near-exact, a light spin too. */
const expected: Readonly<Record<string, readonly CopyPair['relation'][]>> = {
  reissue: ['near-exact', 'exact'],
  lead: ['partial', 'near-exact', 'exact'],
  light: ['reworded', 'near-exact'],
  heavy: ['reworded'],
}

interface Truth {
  readonly known: Known[]
  /** Kind of damage by "original copy". */
  readonly copies: Map<string, string>
}

/** The bulk corpus and damaged copies of some of its documents, dated as their originals. */
function damaged(documents: readonly Source[], dated: boolean): Truth {
  const synonyms = synonymsOf(stockOf(documents.slice(0, 2000).map(({ text }) => text)))
  const print = ({ text, date }: Source) => fingerprint(dated && date !== undefined ? { text, date } : { text })
  const known = documents.map((source) => ({ id: source.id as string, fingerprint: print(source) }))
  const copies = new Map<string, string>()
  documents.forEach((source, i) => {
    const { id, text } = source
    if (text.length < 500) return
    const put = (kind: string, copy: string) => {
      known.push({ id: `~${kind}/${i}`, fingerprint: print({ ...source, text: copy }) })
      copies.set(`${id} ~${kind}/${i}`, kind)
    }
    if (i % EVERY === 0) put('light', spin(text, light, synonyms, i))
    if (i % EVERY === 6) put('heavy', spin(text, heavy, synonyms, i))
    if (i % EVERY === 12) put('reissue', reissue(text, synonyms, i))
    if (i % EVERY === 18 && text.length > 2000) put('lead', leadOf(text, 0.35))
  })
  return { known, copies }
}

/** Pairs told between a copy and a document that is neither its original nor a copy of that. */
function strays(pairs: readonly CopyPair[], copies: ReadonlyMap<string, string>): CopyPair[] {
  const original = new Map([...copies.keys()].map((pair) => pair.split(' ').reverse() as [string, string]))
  const kin = new Set(pairs.map(({ a, b }) => `${a} ${b}`))
  const source = (id: string) => original.get(id) ?? id
  return pairs.filter(({ a, b }) => {
    if (!original.has(a) && !original.has(b)) return false
    const [x, y] = [source(a), source(b)].sort() as [string, string]
    return x !== y && !kin.has(`${x} ${y}`)
  })
}

function recall(documents: readonly Source[], dated: boolean, verbose: boolean): Figure[] {
  const { known, copies } = damaged(documents, dated)
  const start = process.cpuUsage()
  const pairs = findCopies(known)
  const seconds = secondsSince(start)
  const told = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]))
  const name = dated ? 'dated' : 'undated'
  console.log(`${known.length} documents, ${dated ? 'with' : 'without'} dates: ${pairs.length} pairs in ${seconds.toFixed(1)} s`)
  const figures: Figure[] = []
  for (const [kind, right] of Object.entries(expected)) {
    const all = [...copies].filter(([, is]) => is === kind).map(([pair]) => told.get(pair.split(' ').sort().join(' ')))
    const found = all.filter((pair) => pair && right.includes(pair.relation)).length
    console.log(`  ${kind.padEnd(8)} ${found} of ${all.length} told right (${(found / all.length).toFixed(3)})`)
    figures.push(figure(`textcopies.${name}.${kind}.recall`, found / all.length))
  }
  const wrong = strays(pairs, copies)
  const ofCopies = pairs.filter(({ a, b }) => a.startsWith('~') || b.startsWith('~')).length
  console.log(`  pairs with a damaged copy: ${ofCopies}, of which with a text of which it is no copy: ${wrong.length}`)
  figures.push(figure(`textcopies.${name}.precision`, 1 - wrong.length / ofCopies))
  if (dated) underOneTitle(documents, pairs)
  const found = pairs.filter(({ a, b }) => !a.startsWith('~') && !b.startsWith('~'))
  for (const relation of ['exact', 'near-exact', 'partial', 'reworded'] as const) {
    const some = found.filter((pair) => pair.relation === relation)
    console.log(`  among the documents themselves: ${some.length} ${relation}`)
    if (verbose && relation !== 'exact') for (const { a, b, score } of some) console.log(`    ${score.toFixed(2)} ${a} | ${b}`)
  }
  if (verbose) for (const { a, b, relation, score } of wrong) console.log(`    stray ${relation} ${score.toFixed(2)} ${a} | ${b}`)
  return figures
}

/** How many pairs of documents have one title, and what they are: a title says little. */
function underOneTitle(documents: readonly Source[], pairs: readonly CopyPair[]): void {
  const told = new Map(pairs.map(({ a, b, relation }) => [`${a} ${b}`, relation as string]))
  const titled = new Map<string, string[]>()
  for (const { id, title } of documents) titled.set(title ?? '', [...(titled.get(title ?? '') ?? []), id as string])
  const counts = new Map<string, number>()
  for (const ids of titled.values()) {
    ids.sort()
    ids.forEach((a, i) => {
      for (const b of ids.slice(i + 1)) {
        const is = told.get(`${a} ${b}`) ?? 'no copies'
        counts.set(is, (counts.get(is) ?? 0) + 1)
      }
    })
  }
  console.log(`  pairs under one title: ${[...counts].map(([is, count]) => `${count} ${is}`).join(', ')}`)
}

/** Short documents in words drawn as in real texts (the n-th word with probability 1/n), a hundredth of them copies of the one before. */
function generated(count: number, stock: readonly string[]): Known[] {
  const next = dice(7)
  const synonyms = synonymsOf(stock)
  const known: Known[] = []
  let last = ''
  for (let i = 0; i < count; i++) {
    const words: string[] = []
    for (let n = 40 + Math.floor(next() * 80); n > 0; n--) {
      const word = stock[Math.floor(stock.length ** next()) - 1] as string
      words.push(next() < 0.1 ? word[0]?.toUpperCase() + word.slice(1) : word, ...(next() < 0.3 ? ['the'] : []))
    }
    const text = i % 100 === 99 ? reissue(last, synonyms, i) : words.join(' ')
    known.push({ id: `d${i}`, fingerprint: fingerprint({ text }) })
    last = text
  }
  return known
}

function growth(documents: readonly Source[], sizes: readonly number[]): Figure[] {
  const stock = stockOf(
    documents.map(({ text }) => text),
    60_000,
  )
  let before: { size: number; seconds: number } | undefined
  for (const size of sizes) {
    const known = generated(size, stock)
    const start = process.cpuUsage()
    const pairs = findCopies(known)
    const seconds = secondsSince(start)
    const law = before ? (size * Math.log(size)) / (before.size * Math.log(before.size)) : 1
    const grew = before ? ` · ${(seconds / before.seconds).toFixed(1)} times the time before, n log n would be ${law.toFixed(1)}` : ''
    console.log(`  ${size} generated documents: ${pairs.length} pairs in ${seconds.toFixed(1)} s${grew}`)
    before = { size, seconds }
  }
  return []
}

/**
 * Copies told on the bulk corpus with damaged copies put in, and how time grows with the number of documents:
 * `npm run bench -- textcopies [--pairs] [--sizes 10000,100000,1000000]`.
 */
export async function textCopies(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: {
      shared: { type: 'string', default: '../shared' },
      pairs: { type: 'boolean' },
      sizes: { type: 'string', default: '10000,40000' },
    },
  })
  const path = bulkPath(values.shared)
  if (!path) {
    console.log(`textcopies: skipped, ${values.shared}/corpus/bulk-en.jsonl.gz is not here`)
    return []
  }
  const documents = bulkDocuments(path)
  const figures = [...recall(documents, true, values.pairs === true), ...recall(documents, false, values.pairs === true)]
  return [...figures, ...growth(documents, values.sizes.split(',').map(Number))]
}
