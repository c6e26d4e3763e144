import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openStore, type Store } from '../../src/store/store.ts'
import { newFolder } from '../folder.ts'
import { type Running, start } from './browser.ts'

const text = `Joint Statement of Peru and Chile

Peru will strive to open a school, subject to the approval of <b>its parliament.

Chile will open a port.
`
let store: Store
let house: Running
before(async () => {
  store = await openStore(join(newFolder(), 'ledger.db'), { create: true })
  await store.add([{ source: { text, date: '2028-01-02', title: 'The first' } }])
  house = await start(store, 'ana', '2031-06-01')
})
after(() => house.close())

interface Shown {
  readonly wordings: readonly { readonly condition?: string; readonly hedges?: readonly string[] }[]
}
async function pageOf(label: RegExp): Promise<{ shown: Shown; html: string }> {
  const { rows } = await store.list()
  const id = rows.find((row) => label.test(row.label))?.id as string
  const address = `${house.url}/undertakings/${encodeURIComponent(id)}`
  return { shown: (await (await fetch(`${address}.json`)).json()) as Shown, html: await (await fetch(address)).text() }
}

test('the page of an undertaking says what a wording depends on and what weakens it', async () => {
  const { shown, html } = await pageOf(/school/)
  assert.deepEqual(
    shown.wordings.map(({ condition, hedges }) => [condition, hedges]),
    [['subject to the approval of <b>its parliament', ['strive to']]],
  )
  assert.match(html, /if: subject to the approval of &lt;b>its parliament · hedged: strive to/)
})

test('a wording without condition and hedge shows neither', async () => {
  const { shown, html } = await pageOf(/port/)
  assert.deepEqual(
    shown.wordings.map((wording) => ['condition' in wording, 'hedges' in wording]),
    [[false, false]],
  )
  assert.doesNotMatch(html, /hedged:|if: /)
})
