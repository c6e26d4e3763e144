import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CompiledQuery, Kysely, type KyselyConfig, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { type Connection, connect } from '../../src/store/connect.ts'
import type { Tables } from '../../src/store/database/tables.ts'
import { type Bounds, list } from '../../src/store/queries/list.ts'
import type { Filter, Sort } from '../../src/store/types.ts'
import { onBoth, type Place, placeOf } from './places.ts'
import { life, take } from './world.ts'

/** A ledger of a few lives; its address. */
async function filled(place: Place): Promise<string> {
  const address = await place.address()
  const store = await place.open(address)
  let clock = 0
  for (const steps of fc.sample(life, { numRuns: 4, seed: 42 })) for (const step of steps) await take(store, step, ++clock)
  return address
}

const FILTERS: readonly Filter[] = [
  {},
  { party: 'CA' },
  { party: ['CA', 'GH'] },
  { party: ['CA', 'CA'] },
  { counterpart: 'GH', kind: 'commitment' },
  { topic: ['energy', 'transport'] },
  { topic: ['energy', 'transport'], party: 'CA' },
  { force: ['agreed', 'binding'], party: 'CA' },
  { standing: ['overdue', 'not-yet-due', 'not-assessed'] },
  { standing: ['overdue', 'not-assessed'], party: 'CA' },
  { programme: 'harbour', direction: 'air' },
  { dueBefore: '2033-12-31' },
  { dueAfter: '2033-01-01', party: 'GH' },
  { text: 'solar' },
  { text: 'solar', party: 'CA' },
]
const SORTS: readonly Sort[] = ['last', 'first', 'due', 'label', 'statements', 'force']
/** As if the ledger were so large that a list is sorted whole, or read along an index. */
const LARGE: readonly Bounds[] = [
  { few: 0, sorted: 1000, measured: 1000 },
  { few: 0, sorted: 0, measured: 1000 },
  { few: 0, sorted: 0, measured: 3 },
  { few: 2, sorted: 4, measured: 8 },
]

async function idsOf(connection: Connection, filter: Filter, bounds?: Bounds): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await list(connection, { ...filter, asOf: '2034-06-01', limit: 3, ...(after === undefined ? {} : { after }) }, bounds)
    ids.push(...page.rows.map(({ id }) => id))
    assert.ok(page.more || page.total >= ids.length)
    if (page.next === undefined) {
      if (!page.more) assert.equal(page.total, ids.length)
      return ids
    }
    after = page.next
  }
}

onBoth('a list is the same whichever way it is read', async (place) => {
  const connection = await connect(await filled(place), {})
  try {
    for (const filter of FILTERS)
      for (const sort of SORTS) {
        const wanted = await idsOf(connection, { ...filter, sort })
        assert.equal(new Set(wanted).size, wanted.length)
        for (const bounds of LARGE)
          assert.deepEqual(await idsOf(connection, { ...filter, sort }, bounds), wanted, JSON.stringify([filter, sort, bounds]))
      }
  } finally {
    await connection.db.destroy()
  }
})

/** Steps of a plan that read a table from end to end without an index. */
const whole = /^SCAN (?:u|undertakings|n|nodes|f|facets|c|claims|t|turns|links|documents|texts)$/

test('every query of a list goes by an index (SQLite)', async (t) => {
  const place = placeOf(t, 'sqlite')
  const path = await filled(place)
  const asked = new Map<string, readonly unknown[]>()
  const file = new Database(path)
  const log: KyselyConfig['log'] = ({ query }) => void asked.set(query.sql, query.parameters)
  const config: KyselyConfig = { dialect: new SqliteDialect({ database: file as never }), log }
  const db = new Kysely<Tables>(config)
  for (const filter of FILTERS)
    for (const sort of SORTS)
      for (const bounds of [undefined, ...LARGE]) await list({ db, engine: 'sqlite' }, { ...filter, sort, asOf: '2034-06-01' }, bounds)
  assert.ok(asked.size > 50)
  for (const [text, parameters] of [...asked]) {
    const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${text}`, [...parameters]))
    const steps = rows.map(({ detail }) => detail)
    assert.ok(rows.length > 0)
    assert.deepEqual(
      steps.filter((step) => whole.test(step)),
      [],
      `${text}\n${steps.join('\n')}`,
    )
  }
  await db.destroy()
})
