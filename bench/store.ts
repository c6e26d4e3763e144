/**
 * Speed of the ledger's store: `npm run bench -- store [--engines sqlite,postgres] [--documents N] [--sizes 10000,100000] [--keep FOLDER]
 * [--from FILE]`. PostgreSQL is measured where STOCKTAKE_TEST_POSTGRES names a server; FILE: a kept ledger of SQLite that is carried over into it.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CompiledQuery } from 'kysely'
import { read } from '../src/index.ts'
import type { Source } from '../src/model.ts'
import { connect } from '../src/store/connect.ts'
import { openStore } from '../src/store/store.ts'
import { newFolder } from '../test/folder.ts'
import { newDatabase, noServer } from '../test/postgres.ts'
import { bulkDocuments, bulkPath } from './bulk.ts'
import { type Figure, rough } from './figures.ts'
import { sharedFolder } from './gold.ts'
import { carryOver } from './store/carry.ts'
import { measureAdding, measureOpening, measureViews } from './store/measures.ts'
import { multiply } from './store/multiply.ts'

/** Documents of a bulk are added so many at a time, as `stocktake add` does. */
const BATCH = 50
/** Real documents, kept out of the ledger, that are added to it one by one. */
const SINGLE = 25

type Engine = 'sqlite' | 'postgres'

export async function store(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: {
      engines: { type: 'string', default: 'sqlite,postgres' },
      documents: { type: 'string', default: '10042' },
      sizes: { type: 'string', default: '10000,100000,1000000' },
      keep: { type: 'string' },
      from: { type: 'string' },
    },
  })
  const shared = sharedFolder()
  const path = shared && bulkPath(shared)
  if (!path) {
    console.log('store: skipped, the bulk corpus is not there')
    return []
  }
  const all = bulkDocuments(path)
  const singles = all.filter((_, i) => i % 97 === 5).slice(0, SINGLE)
  const documents = all.filter((one) => !singles.includes(one)).slice(0, Number(values.documents))
  const figures: Figure[] = []
  for (const engine of values.engines.split(',') as Engine[]) {
    if (engine === 'postgres' && noServer) {
      console.log(`store: PostgreSQL skipped, ${noServer}`)
      continue
    }
    const place = await placeFor(engine, values.keep)
    try {
      if (engine === 'postgres' && values.from) await carried(values.from, place.address)
      figures.push(...(await measure(engine, place.address, documents, singles, values.sizes.split(',').map(Number))))
    } finally {
      await place.leave()
    }
  }
  return figures
}

async function placeFor(engine: Engine, keep: string | undefined): Promise<{ address: string; leave: () => Promise<void> }> {
  if (engine === 'sqlite') {
    const folder = keep ?? newFolder()
    return { address: join(folder, 'ledger.db'), leave: async () => (keep ? undefined : rmSync(folder, { recursive: true, force: true })) }
  }
  const { address, drop } = await newDatabase()
  return { address, leave: drop }
}

async function measure(
  engine: Engine,
  address: string,
  documents: readonly Source[],
  singles: readonly Source[],
  sizes: readonly number[],
): Promise<Figure[]> {
  const figures: Figure[] = []
  const built = engine === 'sqlite' ? existsSync(address) : (await nodesIn(address)) > 0
  if (!built) figures.push(...(await bulk(engine, address, documents)))
  for (const size of sizes) {
    const rounds = Math.round(size / (await nodesIn(address))) - 1
    const connection = await connect(address, {})
    if (rounds > 0)
      await multiply(
        connection,
        rounds,
        (round) => process.stderr.isTTY && process.stderr.write(`\r${engine}: copy ${round} of ${rounds} `),
      )
    if (rounds > 0 && engine === 'sqlite') await connection.db.executeQuery(CompiledQuery.raw('analyze'))
    if (rounds > 0 && engine === 'postgres') await connection.db.executeQuery(CompiledQuery.raw('vacuum analyze'))
    await connection.db.destroy()
    figures.push(...(await measureOpening(engine, address, size)))
    figures.push(...(await measureViews(engine, address, size, documents)))
    figures.push(...(await measureAdding(engine, address, size, singles)))
  }
  return figures
}

async function carried(file: string, address: string): Promise<void> {
  await (await openStore(address, { create: true })).close()
  const from = performance.now()
  const seconds = () => ((performance.now() - from) / 1000).toFixed(0)
  await carryOver(file, address, (table, rows) => console.log(`  ${seconds()} s: ${table}, ${rows} rows`))
  const { db } = await connect(address, {})
  await db.executeQuery(CompiledQuery.raw('vacuum analyze'))
  await db.destroy()
  console.log(`store: ${file} carried over in ${seconds()} s`)
}

/** How many statements and other nodes a database holds; 0 where none is made yet. */
async function nodesIn(address: string): Promise<number> {
  const { db } = await connect(address, {})
  const count = db.selectFrom('nodes').select(({ fn }) => fn.countAll<number>().as('n'))
  const { n } = await count.executeTakeFirstOrThrow().catch(() => ({ n: 0 }))
  await db.destroy()
  return n
}

/** The bulk in one go: documents and statements a second, and what the time went into. */
async function bulk(engine: Engine, address: string, documents: readonly Source[]): Promise<Figure[]> {
  let database = 0
  const ledger = await openStore(address, { create: true, onQuery: (ms) => (database += ms) })
  let statements = 0
  let reading = 0
  const from = performance.now()
  for (let at = 0; at < documents.length; at += BATCH) {
    const began = performance.now()
    const some = documents.slice(at, at + BATCH).map((given, i) => {
      const made = read(sourceOf(given))
      return { source: sourceOf(given), reading: () => ({ reading: made }), externalId: `${at + i}` }
    })
    reading += performance.now() - began
    for (const added of await ledger.add(some)) statements += added.statements
  }
  const whole = performance.now() - from
  await ledger.close()
  const share = (ms: number) => Math.round((100 * ms) / whole)
  const rest = whole - reading - database
  const rate = (count: number) => (1000 * count) / whole
  console.log(
    `store: ${engine}: ${documents.length} documents, ${statements} statements in ${(whole / 1000).toFixed(0)} s: ${rate(documents.length).toFixed(1)} documents/s, ` +
      `${rate(statements).toFixed(0)} statements/s; reading ${share(reading)} %, linking ${share(rest)} %, database ${share(database)} %`,
  )
  return [
    rough(`store.${engine}.bulk.documents-per-second`, rate(documents.length), 1),
    rough(`store.${engine}.bulk.statements-per-second`, rate(statements), 0),
    rough(`store.${engine}.bulk.share-reading`, share(reading), 0),
    rough(`store.${engine}.bulk.share-linking`, share(rest), 0),
    rough(`store.${engine}.bulk.share-database`, share(database), 0),
  ]
}

/** A document of the corpus has an id, which is no field of a source. */
export const sourceOf = ({ id: _, ...source }: Source): Source => source
