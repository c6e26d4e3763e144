import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Running, startDemo } from './browser.ts'

let house: Running
before(async () => {
  house = await startDemo()
})
after(() => house.close())

const page = async (words: string) => (await fetch(`${house.url}/search?q=${encodeURIComponent(words)}`)).text()

test('a hit tells who said what when, in which text', async () => {
  const found = (await (await fetch(`${house.url}/search.json?q=Grenoble`)).json()) as {
    hits: { kind: string; said?: { kind: string; force: string; parties: string[] } }[]
  }
  const statement = found.hits.find(({ kind }) => kind === 'statement')
  assert.deepEqual(statement?.said, { kind: 'commitment', force: 'intent', parties: ['FR'] })
  const html = await page('Grenoble')
  assert.match(html, /6 Mar 2031 · <b>France<\/b> · commitment, intent/)
  assert.match(html, /Joint Statement of the Foreign Ministers of France and Japan, Stocktake samples/)
})

test('a search that finds nothing says what to try, and the beginning of a word with a star does find', async () => {
  assert.match(await page('giraffe'), /0 found.*No statement, text or note has all these words/s)
  assert.match(await page('Grenob'), /0 found/)
  assert.doesNotMatch(await page('Grenob*'), /No statement, text or note/)
})
