/**
 * Writes what a ledger of today's schema holds, as `test/store/versions/NNN.json`: run once when a schema is released, never again for that version.
 *   node --import tsx test/store/versions/make.ts
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { connect } from '../../../src/store/connect.ts'
import { nameOf } from '../../../src/store/incoming/feeds.ts'
import { migrations } from '../../../src/store/migrate.ts'
import { openStore } from '../../../src/store/store.ts'
import { TABLES } from './load.ts'
import { newFolder } from '../../folder.ts'

const folder = newFolder()
const path = join(folder, 'ledger.db')
const store = await openStore(path, { create: true })
const opening = 'President Ofori of Ghana met Prime Minister Morin of Canada.'
const lines = [
  'Canada and Ghana agreed to open direct flights between Accra and Toronto twice a week.',
  'Canada will build a solar park near Tamale by 31 December 2033.',
  'Canada and Ghana will open direct flights between Accra and Toronto twice a week.',
]
for (const [i, line] of lines.entries()) {
  const text = `${opening}\n\n${line}\n`
  await store.add([
    {
      source: { text, date: `203${i}-01-01`, language: 'en', title: `Readout ${i + 1}` },
      externalId: `x${i}`,
      receipt: { bytes: Buffer.from(`\ufeff${text}`), form: 'text', encoding: 'utf-8', grounds: {}, ending: '.txt' },
      entry: { feed: nameOf('https://z.example/feed'), names: [nameOf(`${i}`)], print: nameOf(text) },
    },
  ])
}
await store.feeds().saveFeed({ address: 'https://z.example/feed', title: 'Z', etag: '"1"', checked: 1 })
await store.feeds().saveHost('https://z.example', { robots: { text: '', closed: false, at: 1 } })
const programme = {
  name: 'harbour',
  title: 'Harbour',
  parties: ['CA', 'GH'],
  date: '2030-01-01',
  compiled: '2032-01-01',
  directions: [{ id: 'air', label: 'Air' }],
  mechanisms: [],
}
const entry = {
  id: 'harbour/flights',
  programme: 'harbour',
  direction: 'air',
  label: 'Direct flights between Accra and Toronto',
  kind: 'commitment',
  force: 'agreed',
  parties: ['CA', 'GH'],
  mechanisms: [],
  places: ['Accra'],
} as const
const first = (await store.document('x0'))?.statements[0]?.statement.id ?? ''
const second = (await store.document('x1'))?.statements[0]?.statement.id ?? ''
await store.append(
  [
    { body: { type: 'programme', programme }, by: 'programme:harbour' },
    { body: { type: 'entry', entry }, by: 'programme:harbour' },
    { body: { type: 'link', a: first, b: 'harbour/flights', verdict: 'same' }, by: 'anna', reason: 'the same flights' },
    {
      body: {
        type: 'evidence',
        on: 'harbour/flights',
        shows: 'delivers',
        certainty: 'high',
        date: '2032-05-01',
        page: { paraphrase: 'the first flight landed' },
      },
      by: 'anna',
    },
    { body: { type: 'correction', on: second, field: 'force', value: 'binding' }, by: 'ben' },
  ],
  { at: '2032-06-01T00:00:00.000Z' },
)
await store.accounts.add(
  { name: 'Anna', role: 'coder', password: 'the kite above the quay' },
  { by: 'ben', at: '2032-06-01T00:00:00.000Z' },
)
await store.accounts.signIn({ name: 'anna', password: 'the kite above the quay', now: Date.UTC(2032, 5, 2), address: '192.0.2.7' })
await store.close()
/** Bytes as `{"base64": …}`. */
const bytesToo = (_: string, value: unknown): unknown => {
  if (value instanceof ArrayBuffer) return { base64: Buffer.from(value).toString('base64') }
  const isBuffer = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
  return isBuffer ? { base64: Buffer.from(value.data as number[]).toString('base64') } : value
}
const { db } = await connect(path, {})
const held: Record<string, unknown[]> = {}
for (const table of TABLES) held[table] = (await db.executeQuery(CompiledQuery.raw(`select * from ${table} order by 1, 2`))).rows
await db.destroy()
rmSync(folder, { recursive: true, force: true })
const name = `test/store/versions/${String(migrations.length).padStart(3, '0')}.json`
writeFileSync(
  name,
  `{\n${Object.entries(held)
    .map(([table, rows]) => `${JSON.stringify(table)}: [\n${rows.map((row) => JSON.stringify(row, bytesToo)).join(',\n')}\n]`)
    .join(',\n')}\n}\n`,
)
console.log(name)
