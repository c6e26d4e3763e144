import assert from 'node:assert/strict'
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
})
