import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Running, startDemo } from './browser.ts'

let house: Running
before(async () => {
  house = await startDemo()
  const text = (states: string, line: string) => `Joint Statement of ${states}\n\n${line}\n`
  await house.store.add([
    { source: { text: text('Fiji and Nepal', 'The two sides will protect the blue pear tree.'), date: '2011-05-01', title: 'First' } },
    {
      source: {
        text: text('Fiji and Nepal', 'The two sides planted Blue Pear Trees. The blue pear trees bear fruit.'),
        date: '2013-05-01',
        title: 'Third',
      },
    },
    {
      source: {
        text: text('Fiji and Nepal', 'The two sides praised a blue. Pear trees were not mentioned.'),
        date: '2012-05-01',
        title: 'Second',
      },
    },
    { source: { text: text('Chile and Kenya', 'The two sides will study the sea.'), date: '2012-06-01', title: 'Elsewhere' } },
  ])
})
after(() => house.close())

interface Page {
  readonly texts: readonly { readonly document: { readonly title?: string }; readonly quote: string; readonly times: number }[]
  readonly missing: readonly { readonly document: { readonly title?: string } }[]
  readonly parties: readonly { readonly parties: readonly string[]; readonly with: number; readonly of: number }[]
  readonly since?: string
  readonly last?: string
}
const follow = async (words: string) => (await (await fetch(`${house.url}/phrase.json?words=${encodeURIComponent(words)}`)).json()) as Page

test('a phrase: where it stands whatever case and endings, since when, and where its parties leave it out', async () => {
  const page = await follow('blue pear tree')
  assert.deepEqual(
    page.texts.map(({ document, quote, times }) => [document.title, quote, times]),
    [
      ['First', 'blue pear tree', 1],
      ['Third', 'Blue Pear Trees', 2],
    ],
  )
  assert.deepEqual(
    page.missing.map(({ document }) => document.title),
    ['Second'],
  )
  assert.deepEqual(page.parties, [{ parties: ['FJ', 'NP'], with: 2, of: 3, since: '2011-05-01' }])
  assert.deepEqual([page.since, page.last], ['2011-05-01', '2013-05-01'])
})

test('a phrase that nobody says, and none at all', async () => {
  assert.deepEqual((await follow('pear blue tree')).texts, [])
  assert.deepEqual((await follow('')).texts, [])
  assert.deepEqual((await follow('<script>')).missing, [])
})
