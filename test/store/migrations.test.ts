import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { CompiledQuery } from 'kysely'
import { connect } from '../../src/store/connect.ts'
import { type Migration, migrations, prepare } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/store.ts'
import type { DocumentFound } from '../../src/store/types.ts'
import { onBoth, placeOf } from './places.ts'
import { loadVersion } from './versions/load.ts'

for (let version = 1; version <= migrations.length; version++)
  onBoth(`a ledger of schema ${version} opens, is brought up to date, and is what it was`, async (place) => {
    const address = await place.address()
    const connection = await connect(address, { create: true })
    await loadVersion(connection, version)
    await connection.db.destroy()
    const store = await place.open(address, {})
    // links and readings of then may be made anew, the journal and the texts stay
    await store.reread()
    assert.deepEqual(await store.verify(), [])
    const { documents, judgements } = await store.stats()
    assert.deepEqual({ documents, judgements }, { documents: 3, judgements: 5 })
    const flights = await store.undertaking('harbour/flights', { asOf: '2032-06-01' })
    assert.equal(flights?.standing, 'delivered')
    assert.ok((flights?.members.length ?? 0) >= 1)
    assert.equal((await store.document('x1'))?.statements[0]?.statement.force, 'binding')
    // words of notes are found in ledgers of before as well; a ledger of today has them from the judgements as they were written
    if (version < 4)
      assert.deepEqual(
        (await store.search('first landed')).hits.map(({ kind, undertaking }) => [kind, undertaking]),
        [['note', 'harbour/flights']],
      )
    if (version >= 3) {
      const { document } = (await store.document('x0')) as DocumentFound
      assert.match(Buffer.from((await store.bytes(document.id)) ?? []).toString(), /^\ufeffPresident Ofori/)
      assert.deepEqual(
        (await store.feeds().all()).map(({ title }) => title),
        ['Z'],
      )
    }
    await store.add([{ source: { text: 'Canada will build a port in Tema.\n', date: '2033-01-01', language: 'en' } }])
    assert.equal((await store.stats()).documents, 4)
    const attempt = { name: 'Anna', password: 'the kite above the quay', now: Date.UTC(2032, 5, 3) }
    if (version < 2) {
      assert.deepEqual(await store.accounts.users(), [])
      await store.accounts.add({ ...attempt, role: 'reader' }, { by: 'ben', at: '2032-06-01T00:00:00.000Z' })
    } else
      assert.deepEqual(
        (await store.accounts.audit({ limit: 9, kind: 'accounts' })).rows.map(({ what, by }) => [what, by]),
        [
          ['signed-in', 'Anna'],
          ['user-added', 'ben'],
        ],
      )
    assert.equal((await store.accounts.signIn(attempt))?.person.role, version < 2 ? 'reader' : 'coder')
  })

/** A step that a test adds. */
const more: Migration = {
  up: async (db) => {
    await db.executeQuery(CompiledQuery.raw('create table notes (row integer primary key)'))
  },
}
const broken: Migration = {
  up: async (db) => {
    await db.executeQuery(CompiledQuery.raw('create table half (row integer primary key)'))
    throw new Error('no further')
  },
}

onBoth('migrations run forward one after the other, and one that fails leaves the ledger as it was', async (place) => {
  const address = await place.address()
  await (await place.open(address)).close()
  const connection = await connect(address, {})
  await assert.rejects(prepare(connection, {}, [...migrations, more, broken]), /no further/)
  // still what this version of Stocktake knows
  const store = await place.open(address, {})
  assert.equal((await store.stats()).documents, 0)
  await store.close()
  await prepare(connection, {}, [...migrations, more])
  await connection.db.executeQuery(CompiledQuery.raw('insert into notes values (1)'))
  await prepare(connection, {}, [...migrations, more])
  await connection.db.destroy()
  await assert.rejects(openStore(address), new RegExp(`newer Stocktake \\(schema ${migrations.length + 1}`))
})

onBoth('an older ledger opened for reading only says that it must be opened for writing once', async (place) => {
  const address = await place.address()
  await (await place.open(address)).close()
  const connection = await connect(address, { readOnly: true })
  await assert.rejects(
    prepare(connection, { readOnly: true }, [...migrations, more]),
    new RegExp(`older schema \\(${migrations.length}\\)`),
  )
  await connection.db.destroy()
})

/** The schema of released versions, as SHA-256 of what SQLite keeps of it: one that is released is never changed, a new one is added. */
const RELEASED: readonly string[] = [
  '78dc5c0a822c86555496e328cce34540119f30f5abc4f83e56a98ecbb2436c5e',
  'eba5d1e005ae0d0d68d536093e6cc1c81397b91d20da765c8bc4f095d1b0a19d',
  '4283c577da2af3b5019f849b256c7048065bbcfb5f3d8014d30416801619cd91',
  'eed2902e44a83373bbadc1efadb10bc3f161456b941db1799bb1375e5ce2bc92',
]

test('released migrations are as they were released', async (t) => {
  const place = placeOf(t, 'sqlite')
  for (const [i, hash] of RELEASED.entries()) {
    const connection = await connect(await place.address(), { create: true })
    await prepare(connection, { create: true }, migrations.slice(0, i + 1))
    const { rows } = await connection.db.executeQuery(CompiledQuery.raw('select type, name, sql from sqlite_master order by name'))
    assert.equal(createHash('sha256').update(JSON.stringify(rows)).digest('hex'), hash, `schema ${i + 1}`)
    await connection.db.destroy()
  }
})
