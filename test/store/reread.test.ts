import assert from 'node:assert/strict'
import { read } from '../../src/index.ts'
import type { Reading, Source } from '../../src/model.ts'
import { again } from './again.ts'
import { onBoth } from './places.ts'
import { picture } from './world.ts'

/** A reader with a better lexicon: the first statement ends a word earlier, the last is no statement at all. */
function better(source: Source): Reading {
  const reading = read(source)
  const [first, ...rest] = reading.statements
  if (!first) return reading
  const to = source.text.lastIndexOf(' ', first.span.to - 2)
  const id = `${reading.hash.slice(0, 12)}-${first.span.from}-${to}`
  const moved = { ...first, id, span: { from: first.span.from, to }, quote: source.text.slice(first.span.from, to) }
  return { ...reading, lexicon: 'better', statements: [moved, ...rest.slice(0, -1)] }
}

onBoth('a better lexicon moves and drops statements: judgements are carried over or orphaned, and none is lost', async (place) => {
  const store = await place.open()
  const text =
    'Canada will build a solar park near Tamale by 2033.\n\nGhana will train 200 soil experts.\n\nCanada has opened a trade office in Kumasi.\n'
  await store.add([{ source: { text, date: '2030-01-01', language: 'en' }, externalId: 'a' }])
  await store.add([
    { source: { text: 'Canada will build a solar park near Tamale.\n', date: '2031-01-01', language: 'en' }, externalId: 'b' },
  ])
  const ids = (await store.document('a'))?.statements.map(({ statement }) => statement.id) ?? []
  assert.equal(ids.length, 3)
  const [moved = '', , dropped = ''] = ids
  const other = (await store.document('b'))?.statements[0]?.statement.id ?? ''
  const said = await store.append([
    { body: { type: 'correction', on: moved, field: 'force', value: 'binding' }, by: 'anna' },
    { body: { type: 'link', a: moved, b: other, verdict: 'same' }, by: 'anna' },
    { body: { type: 'evidence', on: dropped, shows: 'delivers', certainty: 'high', page: { paraphrase: 'seen' } }, by: 'anna' },
    { body: { type: 'link', a: dropped, b: other, verdict: 'different' }, by: 'anna' },
  ])
  const before = await picture(store)
  const done = await again(store, better)
  assert.deepEqual(done, { texts: 2, statements: 3, carried: 2, orphaned: 2 })
  const [now] = (await store.document('a'))?.statements ?? []
  assert.notEqual(now?.statement.id, moved)
  assert.equal(now?.statement.force, 'binding')
  // the old id is still understood
  assert.equal((await store.node(moved))?.id, now?.statement.id)
  assert.deepEqual(
    (await store.orphans()).map(({ id }) => id),
    said.slice(2).map(({ id }) => id),
  )
  assert.deepEqual(
    (await store.wholeJournal()).map(({ id }) => id),
    said.map(({ id }) => id),
  )
  // with the lexicon of before, all is as it was
  const back = await again(store, read)
  assert.equal(back.texts, 2)
  assert.equal(await picture(store), before)
  assert.deepEqual(await store.verify(), [])
  assert.deepEqual(await again(store, read), { texts: 0, statements: 0, carried: 0, orphaned: 0 })
})
