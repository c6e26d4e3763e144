import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Judgement } from '../../src/ledger/nouns.ts'
import type { Store } from '../../src/store/store.ts'
import type { Incoming } from '../../src/store/types.ts'
import { onBoth } from './places.ts'
import { life, picture, take } from './world.ts'

/** What was put in, to be put in again in another order. */
async function contents(store: Store, steps: readonly { readonly type: string; readonly documents?: readonly Incoming[] }[]) {
  const journal: Judgement[] = []
  for await (const judgement of store.journal()) journal.push(judgement)
  return { journal, documents: steps.flatMap(({ documents }) => documents ?? []) }
}

onBoth('whatever the order of texts and the size of batches, the ledger is the one that readings and journal amount to', async (place) => {
  const runs = Number(process.env['STOCKTAKE_RUNS'] ?? (place.engine === 'sqlite' ? 12 : 4))
  await fc.assert(
    fc.asyncProperty(life, fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), async (steps, numbers) => {
      const first = await place.open()
      let clock = 0
      for (const step of steps) await take(first, step, ++clock)
      assert.deepEqual(await first.verify(), [])
      const { journal, documents } = await contents(first, steps)
      const other = await place.open()
      const shuffled = documents.map((document, i) => ({ document, at: numbers[i % 80] as number })).sort((x, y) => x.at - y.at)
      // the journal comes before, amid or after the texts that it is about
      const when = shuffled.length ? (numbers[0] as number) % (shuffled.length + 1) : 0
      for (let i = 0; i <= shuffled.length; ) {
        if (i === when) await other.restore(journal)
        const size = 1 + ((numbers[i % 80] as number) % 3)
        const end = i < when ? Math.min(when, i + size) : i + size
        await other.add(shuffled.slice(i, end).map(({ document }) => document))
        i = end
      }
      assert.deepEqual(await other.verify(), [])
      assert.equal(await picture(other), await picture(first))
      await first.close()
      await other.close()
    }),
    { numRuns: runs, interruptAfterTimeLimit: 120_000, endOnFailure: process.env['STOCKTAKE_SHRINK'] === undefined },
  )
})

onBoth('a key that very many statements share compares neighbours only, and the order of texts still does not matter', async (place) => {
  const days = Array.from({ length: 70 }, (_, i) => new Date(Date.UTC(2030, 0, 1 + ((i * 37) % 70))).toISOString().slice(0, 10))
  const documents = days.map((date, i) => ({
    source: {
      text: `Canada will provide ${i} million dollars for school meals in Tamale. Ghana will build a solar park near Tamale.\n`,
      date,
      language: 'en',
    },
  }))
  const pictures: string[] = []
  for (const order of [documents, [...documents].reverse()]) {
    const store = await place.open()
    for (let i = 0; i < order.length; i += 7) await store.add(order.slice(i, i + 7))
    assert.ok((await store.stats()).uncompared > 0, 'the windows leave pairs out')
    assert.deepEqual(await store.verify(), [])
    // an earlier document of a text moves its statements in all lists, a later one does not
    await store.add(documents.slice(30, 34).map(({ source }) => ({ source: { ...source, date: '2029-12-01' } })))
    await store.add(documents.slice(40, 44).map(({ source }) => ({ source: { ...source, date: '2040-01-01' } })))
    assert.deepEqual(await store.verify(), [])
    pictures.push(await picture(store))
  }
  assert.equal(pictures[0], pictures[1])
})
