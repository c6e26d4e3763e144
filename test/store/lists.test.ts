import assert from 'node:assert/strict'
import { received, sent } from '../../src/cli/work/sent.ts'
import { read } from '../../src/index.ts'
import { connect } from '../../src/store/connect.ts'
import { insert } from '../../src/store/database/rows.ts'
import { keptOf } from '../../src/store/incoming/kept.ts'
import { type Listed, NODES, near, neighbours } from '../../src/store/linking/lists.ts'
import { onBoth } from './places.ts'
import { picture } from './world.ts'

onBoth('around each place of a list, long or short, all is found that its window holds', async (place) => {
  const address = await place.address()
  await (await place.open(address)).close()
  const { db, engine } = await connect(address, {})
  const { window } = NODES
  // of the first key far more than the windows of two places hold, of the second as many as those, of the third few
  const lengths = [9 * window, 4 * window, 5]
  const all = lengths.flatMap((length, key) =>
    Array.from({ length }, (_, i): Listed => ({ key, at: 10 * ((i * 7919) % length), node: 1000 * key + i })),
  )
  await insert(db, 'keys', all)
  const places = [0, 1, 2, 3].flatMap((key) => [35, 10 * Math.floor((lengths[key] ?? 2) / 2)].map((at) => ({ key, at })))
  const found = await neighbours(db, engine, NODES, places)
  for (const { key, at } of places) {
    const list = all.filter((one) => one.key === key).sort((x, y) => x.at - y.at)
    const expected = [...list.filter((one) => one.at < at).slice(-window), ...list.filter((one) => one.at > at).slice(0, window)]
    assert.deepEqual(near(found.get(key) ?? [], at, NODES), expected, `key ${key} at ${at}`)
  }
  assert.ok((found.get(0)?.length ?? 0) <= 4 * window, 'of a long list no more than its windows')
  assert.deepEqual(
    found.get(2)?.map(({ at }) => at),
    [0, 10, 20, 30, 40],
  )
  await db.destroy()
})

const ACTS = [
  'build a solar park near',
  'open a trade office in',
  'train soil experts in',
  'provide school meals in',
  'not close the harbour of',
]
const PLACES = ['Tamale', 'Kumasi', 'Tema', 'Accra']

/** A text of many statements, of which many share their words: more than are compared at a time. */
const text = Array.from(
  { length: 620 },
  (_, i) =>
    `${i % 3 ? 'Canada' : 'Ghana'} will ${ACTS[i % 5]} ${PLACES[i % 4]} with ${i % 9 ? 'Morocco' : 'Kenya'} and ${100 + (i % 50)} engineers.`,
).join('\n\n')

onBoth('a long text makes the ledger that its reading amounts to, read here or in another thread', async (place) => {
  const source = { text, date: '2031-02-03', language: 'en' }
  const before = {
    text: 'Canada will build a solar park near Tamale with Morocco and 150 engineers.\n',
    date: '2031-01-01',
    language: 'en',
  }
  const pictures: string[] = []
  for (const reading of [undefined, () => received(sent(keptOf(read(source)), source))]) {
    const store = await place.open()
    await store.add([{ source: before }])
    const [added] = await store.add([{ source, ...(reading && { reading }) }])
    assert.ok((added?.statements ?? 0) > 600 && (added?.linked ?? 0) > 100, `${added?.statements} statements, ${added?.linked} links`)
    assert.deepEqual(await store.verify(), [])
    pictures.push(await picture(store))
  }
  assert.equal(pictures[0], pictures[1])
})
