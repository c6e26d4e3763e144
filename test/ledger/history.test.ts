import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lifeLine, type Step } from '../../src/ledger/history.ts'
import type { Entry, Of } from '../../src/ledger/nouns.ts'
import { member, say } from './say.ts'

const entry: Entry = {
  id: 'r-z/bridge',
  programme: 'r-z',
  direction: 'trade',
  label: 'Build the bridge at Lower Ford',
  kind: 'commitment',
  force: 'agreed',
  parties: ['R', 'Z'],
  date: '2022-06-07',
  mechanisms: [],
  places: [],
}
const judged = say(`g guideline 2022-06-08 2023-12-31
h guideline 2024-01-01
a progress high 2023-03
b restates medium 2023
c delivers high 2024-02-01
d delivers high
p first R 0 g
q first R +1 h`)
const evidence = judged.filter((one): one is Of<'evidence'> => one.type === 'evidence')
const scores = judged.filter((one): one is Of<'score'> => one.type === 'score')
const guidelines = judged.filter((one): one is Of<'guideline'> => one.type === 'guideline')
const members = [
  member('aaaaaaaaaaaa-0-9', '2022-06-07', { force: 'agreed' }),
  member(
    'bbbbbbbbbbbb-0-9',
    '2023-05-01',
    { force: 'ready' },
    { relation: 'softens', to: 'aaaaaaaaaaaa-0-9', link: { by: 'stocktake', score: 0.9 } },
  ),
  member('cccccccccccc-0-9', '2023-05-02', { force: 'ready' }, { relation: 'repeats', witnessOf: 'bbbbbbbbbbbb' }),
  member('dddddddddddd-0-9', '2024-01-15', { force: 'binding' }, { relation: 'firms-up', to: 'bbbbbbbbbbbb-0-9' }),
]

function shown(step: Step): string {
  const head = `${step.date ?? '?'} ${step.what}`
  if (step.what === 'declared') return `${head} ${step.rank}`
  if (step.what === 'wording') return `${head} ${step.rank} ${step.rise} ${step.relation} ${step.witnesses.join(',')}`.trim()
  return step.what === 'evidence' ? `${head} ${step.shows} ${step.certainty}` : `${head} ${step.party} ${step.value}`
}

test('one line through time: declarations, wordings with their step, evidence and scores', () => {
  const line = lifeLine({ entries: [entry], members, evidence, scores, guidelines })
  assert.deepEqual(line.steps.map(shown), [
    '2022-06-07 declared 4',
    '2022-06-07 wording 4 0 new',
    '2023 evidence restates medium',
    '2023-03 evidence progress high',
    '2023-05-01 wording 2 -2 softens d-cccccccccccc-0-9',
    '2023-12-31 score R 0',
    '2024-01-01 score R 1',
    '2024-01-15 wording 5 3 firms-up',
    '2024-02-01 evidence delivers high',
    '? evidence delivers high',
  ])
  assert.deepEqual([line.from, line.to], ['2022-06-07', '2024-02-01'])
})

test('on one day declarations come first, then wordings, evidence, scores, then by id, however given', () => {
  const at = '2022-06-07'
  const day = say(`z delivers high ${at}\ny progress high ${at}\ng guideline 2022-01-01 ${at}\np first R 0 g`)
  const given = {
    entries: [{ ...entry, id: 'r-z/z' }, entry],
    members: [member('bbbbbbbbbbbb-0-9', at), member('aaaaaaaaaaaa-0-9', at)],
    evidence: day.filter((one): one is Of<'evidence'> => one.type === 'evidence'),
    scores: day.filter((one): one is Of<'score'> => one.type === 'score'),
    guidelines: day.filter((one): one is Of<'guideline'> => one.type === 'guideline'),
  }
  const expected = ['r-z/bridge', 'r-z/z', 'aaaaaaaaaaaa-0-9', 'bbbbbbbbbbbb-0-9', 'y', 'z', 'p']
  assert.deepEqual(
    lifeLine(given).steps.map(({ id }) => id),
    expected,
  )
})

test('a wording keeps what it relates to and how it was linked', () => {
  const [, first, second] = lifeLine({ entries: [entry], members, evidence: [], scores: [], guidelines: [] }).steps
  assert.ok(first?.what === 'wording' && !('to' in first) && !('link' in first))
  assert.ok(second?.what === 'wording' && second.to === 'aaaaaaaaaaaa-0-9' && second.link?.score === 0.9)
})

test('an undertaking of which nothing is dated has a line without ends', () => {
  const { from, to, steps } = lifeLine({ entries: [], members: [], evidence: evidence.slice(3), scores: [], guidelines: [] })
  assert.deepEqual([from, to, steps.length], [undefined, undefined, 1])
})

test('a date that is none stands last and breaks nothing', () => {
  const [first, second] = [member('aaaaaaaaaaaa-0-9', 'last week'), member('bbbbbbbbbbbb-0-9', '2023-05-01')]
  const line = lifeLine({ entries: [], members: [first, second], evidence: [], scores: [], guidelines: [] })
  assert.deepEqual(
    line.steps.map(({ id }) => id),
    ['bbbbbbbbbbbb-0-9', 'aaaaaaaaaaaa-0-9'],
  )
})

test('the line does not depend on the order in which things are given, and its rises add up', () =>
  fc.assert(
    fc.property(fc.shuffledSubarray(members, { minLength: 4 }), fc.shuffledSubarray(evidence, { minLength: 4 }), (some, pieces) => {
      const plain = lifeLine({ entries: [entry], members, evidence, scores, guidelines })
      assert.deepEqual(lifeLine({ entries: [entry], members: some, evidence: pieces, scores, guidelines }), plain)
      const ranked = plain.steps.flatMap((step) => (step.what === 'wording' ? [step] : []))
      const risen = ranked.reduce((total, { rise }) => total + rise, 0)
      assert.equal(risen, (ranked.at(-1)?.rank ?? 0) - 4)
    }),
  ))
