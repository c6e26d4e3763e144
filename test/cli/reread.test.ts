import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from '../../src/store/store.ts'
import { folder, run } from './run.ts'

test('reread says of which originals the intake of today makes another text, names them when asked, and changes none', async () => {
  const ledger = join(folder, 'reread.db')
  const store = await openStore(ledger, { create: true })
  const page = (words: string) => ({
    bytes: Buffer.from(`<!doctype html><body><p>${words}</p>`),
    form: 'html' as const,
    grounds: {},
    encoding: 'utf-8',
    ending: '.html',
  })
  const added = await store.add([
    { source: { text: 'Kenya will buy rice.', language: 'en' }, receipt: page('Kenya will buy rice.') },
    // as an older intake left it, with a word of the furniture
    { source: { text: 'Home\n\nNorway will open a port.', language: 'en' }, receipt: page('Norway will open a port.') },
    { source: { text: 'Norway will close a mine.', language: 'en' }, receipt: page('') },
    { source: { text: 'Ghana will build a school.', language: 'en' } },
  ])
  await store.close()
  const [, other, empty] = added.map(({ document }) => document.id)
  const call = (...more: string[]) => run(['ledger', 'reread', '--ledger', ledger, ...more]).stdout
  const nothing = 'every text was read with the lexicon of today\n'
  assert.equal(call(), nothing)
  assert.equal(call('--originals'), `${nothing}3 originals taken in again: 2 would give another text today\n`)
  const fault = 'is a page without text; its words may come by a script, save the page from a browser'
  const lines = [`${other}`, `${empty}: ${fault}`].sort()
  assert.equal(call('--originals', '--verbose').split('\n').slice(2).join('\n'), `${lines.join('\n')}\n`)
  const { originals, differing } = JSON.parse(call('--originals', '--json'))
  assert.deepEqual([originals, differing.length], [3, 2])
  const after = await openStore(ledger, {})
  assert.equal((await after.document(other ?? ''))?.text, 'Home\n\nNorway will open a port.')
  assert.deepEqual(await after.verify(), [])
  await after.close()
  // and changes them when told to
  assert.match(run(['ledger', 'reread', '--ledger', ledger, '--apply']).stderr, /--apply goes with --originals/)
  const gave =
    '3 originals taken in again: 2 gave another text today\n1 document with the text of today now: 0 judgements given again, 0 orphaned\n'
  assert.equal(call('--originals', '--apply'), `${nothing}${gave}`)
  assert.deepEqual(JSON.parse(call('--originals', '--apply', '--json')).applied, { texts: 0, moved: 0, orphaned: 0 })
  const made = await openStore(ledger, {})
  const texts = await Promise.all((await made.documents()).rows.map(async ({ document }) => (await made.document(document.id))?.text))
  assert.deepEqual(texts.sort(), [
    'Ghana will build a school.',
    'Kenya will buy rice.',
    'Norway will close a mine.',
    'Norway will open a port.',
  ])
  assert.deepEqual(await made.verify(), [])
  await made.close()
})

test('killed while texts are made anew: the ledger is sound, nothing of the journal is lost, and the same call again does the rest', async () => {
  const ledger = join(folder, 'killed.db')
  const store = await openStore(ledger, { create: true })
  const words = (i: number) => `Norway will open a port in place ${i} by 20${30 + i}.`
  const added = await store.add(
    Array.from({ length: 40 }, (_, i) => ({
      source: { text: `Home\n\n${words(i)}`, language: 'en', title: `number ${i}` },
      receipt: {
        bytes: Buffer.from(`<!doctype html><body><p>${words(i)}</p>`),
        form: 'html',
        grounds: {},
        encoding: 'utf-8',
        ending: '.html',
      },
    })),
  )
  for (const { document } of added) {
    const [first] = (await store.document(document.id))?.statements ?? []
    await store.append([{ body: { type: 'correction', on: first?.statement.id as string, field: 'force', value: 'binding' }, by: 'anna' }])
  }
  const before = (await store.wholeJournal()).map(({ id }) => id)
  await store.close()
  const made = async () => {
    const now = await openStore(ledger, {})
    try {
      assert.deepEqual(await now.verify(), [])
      assert.deepEqual(
        (await now.wholeJournal()).slice(0, before.length).map(({ id }) => id),
        before,
      )
      assert.deepEqual(await now.orphans(), [])
      const documents = (await now.documents({ limit: 100 })).rows
      assert.equal(documents.length, 40)
      const texts = await Promise.all(documents.map(async ({ document }) => now.document(document.id)))
      for (const one of texts) assert.equal(one?.statements[0]?.statement.force, 'binding')
      return texts.filter((one) => !one?.text.startsWith('Home')).length
    } finally {
      await now.close()
    }
  }
  const counts: number[] = []
  for (const wanted of [5, 20]) {
    const child = spawn('node', ['dist/cli.js', 'ledger', 'reread', '--originals', '--apply', '--ledger', ledger])
    // killed once some are made, wherever it is by then
    const watching = await openStore(ledger, { readOnly: true })
    const gone = once(child, 'close')
    while (child.exitCode === null && (await watching.stats()).judgements < 40 + 2 * wanted)
      await new Promise((wake) => setTimeout(wake, 5))
    await watching.close()
    child.kill('SIGKILL')
    await gone
    counts.push(await made())
  }
  assert.ok((counts[0] as number) > 0 && (counts[0] as number) < 40, `${counts}`)
  run(['ledger', 'reread', '--originals', '--apply', '--ledger', ledger])
  assert.equal(await made(), 40)
})
