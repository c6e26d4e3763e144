import assert from 'node:assert/strict'
import { conference, reissue, spun, talks } from '../copies/texts.ts'
import { onBoth } from './places.ts'

onBoth('copies that were found, newest first, with their originals; heads of texts without them', async (place) => {
  const store = await place.open()
  assert.deepEqual([await store.copied({ limit: 5 }), await store.heads({ limit: 5 })], [[], []])
  await store.add([
    { source: { text: talks, date: '2031-05-04', title: 'talks' } },
    { source: { text: conference, date: '2031-05-04', title: 'conference' } },
    { source: { text: reissue, date: '2031-05-05', title: 'reissue' } },
    { source: { text: spun, date: '2031-05-05', title: 'spun' } },
  ])
  const copied = await store.copied({ limit: 5 })
  assert.deepEqual(
    copied.map(({ first, copy }) => [first.title, copy.title]),
    [['talks', 'reissue']],
  )
  assert.deepEqual(await store.copied({ limit: 0 }), [])
  const heads = await store.heads({ limit: 5 })
  assert.deepEqual(heads.map(({ document }) => document.title).sort(), ['conference', 'spun', 'talks'])
  const whole = await store.texts({ limit: 5 })
  assert.deepEqual(
    heads,
    whole.map(({ document, parties }) => ({ document, parties })),
  )
  assert.equal((await store.heads({ limit: 2 })).length, 2)
})
