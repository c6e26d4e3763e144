import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain } from '../../../src/ledger/link/explain.ts'
import { keysOf } from '../../../src/ledger/link/features.ts'
import { scoreLink } from '../../../src/ledger/link/score.ts'
import { nodeOf } from './node.ts'

type Verdict = 'same' | 'suggest' | 'apart'
const opening = 'Kenya and Norway held talks.'
const treaty = 'Kenya and Norway will jointly protect coral reefs along the coast from oil pollution.'

/** Verdict, why, the two sentences, and the barrier that must be named, if one must. */
const table: [Verdict, string, string, string, string?][] = [
  ['same', 'the same words', treaty, treaty],
  ['same', 'other inflections and order', treaty, 'Kenya and Norway agreed to protect coral reefs from oil pollution along their coasts.'],
  ['same', 'words that say the same', treaty, 'Kenya and Norway will safeguard the coral reefs of the coast against oil pollution.'],
  ['suggest', 'negated', treaty, 'Kenya and Norway will not protect coral reefs along the coast from oil pollution.', 'negation'],
  [
    'suggest',
    'against and for',
    'Norway supports deep seabed mining of cobalt nodules.',
    'Norway opposes deep seabed mining of cobalt nodules.',
    'negation',
  ],
  [
    'suggest',
    'another number',
    'Norway will deliver 40 electric ferries to the harbour of Mombasa.',
    'Norway will deliver 90 electric ferries to the harbour of Mombasa.',
    'another number',
  ],
  [
    'suggest',
    'another party',
    'Norway will protect coral reefs along the coast from oil pollution.',
    'Kenya will protect coral reefs along the coast from oil pollution.',
    'another party',
  ],
  [
    'suggest',
    'two events',
    'Kenya and Norway signed a memorandum on coral reefs and oil pollution.',
    'Kenya and Norway signed a memorandum on coral reefs and oil pollution.',
    'two events',
  ],
  ['apart', 'another object', treaty, 'Kenya and Norway will expand scholarships for nurses and midwives.'],
  [
    'apart',
    'one common word',
    'Kenya and Norway will strengthen trade.',
    'Kenya and Norway will strengthen parliamentary exchanges on fisheries.',
  ],
]

for (const [verdict, why, one, other, barrier] of table)
  test(`${verdict}: ${why}`, () => {
    const [a, b] = [nodeOf(one, '2031-03-01'), nodeOf(other, '2033-09-01', `${opening} They met again.`)]
    const link = scoreLink(a, b)
    assert.equal(link.verdict, verdict, explain(a, b).join('\n'))
    if (barrier) assert.ok(link.barriers.includes(barrier), link.barriers.join())
    assert.deepEqual(scoreLink(b, a), link)
    const keys = new Set(keysOf(a))
    if (verdict !== 'apart')
      assert.ok(
        keysOf(b).some((key) => keys.has(key)),
        'no key in common',
      )
  })

test('what points back is never linked without asking, and what points to a time is', () => {
  const [plain, back] = [
    nodeOf(treaty),
    nodeOf('Kenya and Norway will jointly protect these coral reefs from oil pollution.', '2033-01-01'),
  ]
  assert.ok(scoreLink(plain, back).barriers.includes('points back'))
  const time = nodeOf('This year Kenya and Norway will jointly protect coral reefs along the coast from oil pollution.', '2033-01-01')
  assert.ok(!scoreLink(plain, time).barriers.includes('points back'))
})

test('between other parties the same words are another undertaking', () => {
  const [one, other] = [
    nodeOf('Norway will protect coral reefs from oil pollution.'),
    nodeOf('Norway will protect coral reefs from oil pollution.', '2031-04-01', 'Ghana and Norway held talks.'),
  ]
  assert.ok(scoreLink(one, other).barriers.includes('another circle'))
  const keys = new Set(keysOf(one))
  assert.ok(!keysOf(other).some((key) => keys.has(key)))
})

test('features are plain data, and keys are few', () => {
  const features = nodeOf(treaty)
  assert.deepEqual(JSON.parse(JSON.stringify(features)), features)
  assert.ok(keysOf(features).length <= 10)
})

test('an explanation says score, barriers and every part', () => {
  const lines = explain(
    nodeOf(treaty),
    nodeOf(`${treaty.slice(0, 17)} will not protect coral reefs along the coast from oil pollution.`, '2033-01-01'),
  )
  assert.match(lines[0] ?? '', /^score \d\.\d{3} .*: waits for review$/)
  assert.match(lines[1] ?? '', /never the same without a person's word: negation/)
  assert.ok(
    lines.some((line) => /^ {2}words .* x .* = .*coral/.test(line)),
    lines.join('\n'),
  )
})
