import assert from 'node:assert/strict'
import { test } from 'node:test'
import { featuresOfEntry, keysOf } from '../../../src/ledger/link/features.ts'
import { scoreLink } from '../../../src/ledger/link/score.ts'
import type { Entry } from '../../../src/ledger/nouns.ts'
import { nodeOf } from './node.ts'

const programme = {
  parties: ['KE', 'NO'],
  mechanisms: [{ id: 'reef-panel', name: 'Panel on Reefs', aliases: ['Coral Reef Commission'] }],
}
const entry = (name: string, label: string, more: Partial<Entry> = {}): Entry => ({
  id: `coasts/${name}`,
  programme: 'coasts',
  direction: 'sea',
  label,
  kind: 'commitment',
  force: 'agreed',
  parties: ['KE', 'NO'],
  date: '2031-03-01',
  mechanisms: [],
  places: [],
  ...more,
})
const reefs = entry('reefs', 'Shield the reefs from spilled oil')
const sentence = 'Kenya and Norway will jointly protect coral reefs along the coast from oil pollution.'

test('an entry in other words is linked with the text that announced it, and only proposed for a later one', () => {
  const node = featuresOfEntry(reefs, programme)
  const near = nodeOf(sentence, '2031-03-02')
  assert.equal(scoreLink(node, near).verdict, 'same')
  assert.notEqual(scoreLink(node, nodeOf(sentence, '2034-03-02')).verdict, 'same')
  const keys = new Set(keysOf(node))
  assert.ok(keysOf(near).some((key) => keys.has(key)))
})

test('an entry of one party stands between all parties of its programme', () => {
  const node = featuresOfEntry(entry('scholars', 'Give scholarships to midwives', { parties: ['NO'] }), programme)
  const text = nodeOf('Norway will offer scholarships to midwives of Kenya.', '2031-03-01')
  assert.equal(scoreLink(node, text).verdict, 'same')
  assert.ok(
    scoreLink(featuresOfEntry(entry('scholars', 'Give scholarships to midwives', { parties: ['NO'] })), text).barriers.includes(
      'another circle',
    ),
  )
})

test('a mechanism is known by its id, its name and each alias', () => {
  for (const ref of ['reef-panel', 'Panel on Reefs']) {
    const node = featuresOfEntry(entry('panel', 'Make use of the body for corals', { mechanisms: [ref] }), programme)
    assert.deepEqual(
      node.mechanisms,
      featuresOfEntry(entry('panel', 'Make use of the body for corals', { mechanisms: ['reef-panel'] }), programme).mechanisms,
    )
    assert.equal(node.mechanisms.length, 2)
  }
})

test('two entries of one programme are never one', () => {
  const [one, other] = [featuresOfEntry(reefs, programme), featuresOfEntry({ ...reefs, id: 'coasts/reefs-again' }, programme)]
  assert.equal(scoreLink(one, other).verdict, 'apart')
})
