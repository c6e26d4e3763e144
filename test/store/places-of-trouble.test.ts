import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { test } from 'node:test'
import { CompiledQuery } from 'kysely'
import Database from 'libsql'
import { connect } from '../../src/store/connect.ts'
import type { StoreError, StoreFault } from '../../src/store/error.ts'
import { openStore } from '../../src/store/store.ts'
import { noServer, query } from '../postgres.ts'
import { onBoth, placeOf } from './places.ts'

const source = { text: 'Canada will build a solar park near Tamale.\n', date: '2030-01-01', language: 'en' }

/** Expects one clear line about the ledger, with this fault. */
async function fails(work: Promise<unknown>, code: StoreFault, pattern: RegExp): Promise<void> {
  await assert.rejects(work, (error: StoreError) => {
    assert.equal(error.code, code, error.message)
    assert.match(error.message, pattern)
    assert.ok(!error.message.includes('\n'))
    return true
  })
}

test('a file that is not there, is no ledger, or belongs to another program', async (t) => {
  const place = placeOf(t, 'sqlite')
  await fails(openStore(await place.address()), 'missing', /does not exist/)
  await fails(openStore('/nowhere/at/all.db', { create: true }), 'missing', /cannot be opened/)
  const text = await place.address()
  writeFileSync(text, 'Canada will build a solar park near Tamale.\n'.repeat(100))
  await fails(openStore(text, { create: true }), 'not-a-ledger', /is not a ledger/)
  const foreign = await place.address()
  const other = new Database(foreign)
  other.exec('create table cats (name text)')
  other.close()
  await fails(openStore(foreign, { create: true }), 'not-a-ledger', /is not a ledger/)
  const empty = await place.address()
  writeFileSync(empty, '')
  await fails(openStore(empty), 'missing', /holds no ledger/)
})

onBoth('a ledger from the future is refused and left as it is', async (place) => {
  const address = await place.address()
  await (await place.open(address)).close()
  const { db } = await connect(address, {})
  if (place.engine === 'sqlite') await db.executeQuery(CompiledQuery.raw('pragma user_version = 999'))
  else await db.executeQuery(CompiledQuery.raw(`update stocktake_meta set value = '999' where key = 'schema'`))
  await db.destroy()
  await fails(openStore(address, { create: true }), 'newer', /newer Stocktake \(schema 999/)
})

test('a database of PostgreSQL with other tables, and a server that is not there', {
  skip: noServer,
}, async (t) => {
  const place = placeOf(t, 'postgres')
  const address = await place.address()
  await query(address, 'create table cats (name text)')
  await fails(openStore(address, { create: true }), 'not-a-ledger', /other tables/)
  await fails(
    openStore('postgres://anna:secret@127.0.0.1:1/x', { create: true }),
    'unreachable',
    /^postgres:\/\/anna@127.0.0.1:1\/x cannot be reached/,
  )
  const nowhere = new URL(address)
  nowhere.pathname = '/no_such_database'
  await fails(openStore(nowhere.href, { create: true }), 'unreachable', /create the database first/)
})

onBoth('opened for reading only, a ledger is read and never written', async (place) => {
  const address = await place.address()
  const first = await place.open(address)
  await first.add([{ source }])
  await first.close()
  const store = await place.open(address, { readOnly: true })
  assert.equal((await store.list()).total, 1)
  await fails(store.add([{ source: { ...source, date: '2031-01-01' } }]), 'read-only', /can only be read/)
})

test('a file without permission to write', { skip: process.getuid?.() === 0 && 'root may write any file' }, async (t) => {
  const place = placeOf(t, 'sqlite')
  const address = await place.address()
  const first = await place.open(address)
  await first.add([{ source }])
  await first.close()
  chmodSync(address, 0o444)
  const store = await place.open(address, {})
  await fails(store.add([{ source: { ...source, date: '2031-01-01' } }]), 'read-only', /can only be read/)
})

test('a file of SQLite that is full: one line, nothing of the step is there, and it goes on when there is room', async (t) => {
  const place = placeOf(t, 'sqlite')
  const address = await place.address()
  const store = await place.open(address)
  await store.add([{ source }])
  const { db } = (store as unknown as { connection: Awaited<ReturnType<typeof connect>> }).connection
  const { rows } = await db.executeQuery<{ page_count: number }>(CompiledQuery.raw('pragma page_count'))
  await db.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${rows[0]?.page_count}`))
  const long = Array.from({ length: 400 }, (_, i) => `Ghana will train ${i + 2} soil experts in Kumasi.`).join('\n\n')
  await fails(store.add([{ source: { ...source, text: long } }]), 'full', /no room left/)
  assert.equal((await store.stats()).documents, 1)
  await db.executeQuery(CompiledQuery.raw('pragma max_page_count = 1000000'))
  const [added] = await store.add([{ source: { ...source, text: long } }])
  assert.ok((added?.statements ?? 0) > 300)
  assert.deepEqual(await store.verify(), [])
})

test('a damaged file is told from a sound one', async (t) => {
  const place = placeOf(t, 'sqlite')
  const address = await place.address()
  const store = await place.open(address)
  for (let i = 0; i < 5; i++)
    await store.add([{ source: { ...source, text: `${source.text}${'Ghana will train 200 soil experts. '.repeat(100)}${i}` } }])
  await store.close()
  const size = statSync(address).size
  const file = openSync(address, 'r+')
  for (let page = 2; page < size / 4096; page += 2) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, page * 4096)
  closeSync(file)
  await assert.rejects(async () => {
    const broken = await place.open(address, {})
    const found = await broken.verify()
    if (found.length) throw Object.assign(new Error(found.join()), { code: 'damaged' })
  }, /damaged|malformed|file:|is not a ledger/)
})

onBoth('two programs write at once, and both complete', async (place) => {
  const address = await place.address()
  await (await place.open(address)).close()
  const run = (who: string) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'test/store/writer.ts', address, who, '6'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`writer ${who} ended with ${code}`))))
    })
  await Promise.all([run('anna'), run('ben')])
  const store = await place.open(address, {})
  const { documents, judgements } = await store.stats()
  assert.deepEqual({ documents, judgements }, { documents: 12, judgements: 12 })
  assert.deepEqual(await store.verify(), [])
})

onBoth('a row that names a row which is not there is told', async (place) => {
  const address = await place.address()
  const store = await place.open(address)
  await store.add([{ source }])
  assert.deepEqual(await store.verify(), [])
  await store.close()
  const { db } = await connect(address, {})
  await db.insertInto('facets').values({ facet: 1, value: 'CA', last: '', undertaking: 999_999 }).execute()
  await db.insertInto('keys').values({ key: 7, at: 7, node: 999_998 }).execute()
  await db.destroy()
  const found = await (await place.open(address, {})).verify()
  assert.deepEqual(found, [
    'table keys: node of 1 row names no row of nodes (the least is 999998)',
    'table facets: undertaking of 1 row names no row of undertakings (the least is 999999)',
  ])
})
