import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Features } from '../../../src/ledger/link/features.ts'
import { neededFor } from '../../../src/ledger/link/needed.ts'
import { scoreLink } from '../../../src/ledger/link/score.ts'
import { nodeOf } from './node.ts'

const stance = 'Kenya and Norway stressed the importance of protecting coral reefs from oil pollution.'
const one = nodeOf(stance)
const other = nodeOf(stance, '2033-09-01')
const plain = neededFor(one, other)

type Change = Partial<Features>

/** What makes a pair ask for more than two short stances of the same parties do, or not; what is changed in each. */
const table: [boolean, string, Change, Change][] = [
  [true, 'one does not say whose it is', {}, { nobody: true, parties: [] }],
  [false, 'somebody is named who is no party', {}, { parties: [] }],
  [true, 'two acts', { says: false, act: 'open' }, { says: false, act: 'open' }],
  [false, 'two acts in one place', { says: false, places: ['kilifi'] }, { says: false, places: ['kilifi'] }],
  [true, 'two acts in a place that one alone names', { says: false, places: ['kilifi'] }, { says: false }],
  [false, 'one act, and a stance', { says: false, act: 'open' }, {}],
  [false, 'a deed, and a welcome of it', { says: false, act: 'resume' }, { says: false, alone: true, words: ['resume', 'reef'] }],
  [true, 'a matter that one only talked of with others', { kind: 'report', act: 'talk' }, { parties: ['KE'] }],
  [false, 'a matter that one only talked of with the same', { kind: 'report', act: 'talk' }, {}],
  [true, 'a meeting held to say it', { met: true }, {}],
  [true, 'a body that one alone names', { mechanisms: ['forum reef'], weights: one.weights.map(() => 5) }, {}],
  [false, 'a body that both name', { mechanisms: ['forum reef'], weights: one.weights.map(() => 5) }, { mechanisms: ['forum reef'] }],
  [false, 'two who stay in touch', { touch: 'alone', kind: 'commitment' }, { touch: 'alone', kind: 'commitment' }],
  [true, 'two who stay in touch about something', { touch: 'about', kind: 'commitment' }, { touch: 'about', kind: 'commitment' }],
  [false, 'two who stand behind one state', { backs: 'FJ', kind: 'commitment' }, { backs: 'FJ', kind: 'commitment' }],
  [true, 'two who stand behind two states', { backs: 'FJ', kind: 'commitment' }, { backs: 'KI', kind: 'commitment' }],
  [
    false,
    'two of one set phrase',
    { matter: { id: 'x', isAll: true }, kind: 'commitment' },
    { matter: { id: 'x', isAll: false }, kind: 'commitment' },
  ],
  [
    true,
    'two of one set phrase, of two states',
    { matter: { id: 'x', of: 'FJ', isAll: true }, kind: 'commitment' },
    { matter: { id: 'x', of: 'KI', isAll: true }, kind: 'commitment' },
  ],
  [
    true,
    'two that say much besides one set phrase',
    { matter: { id: 'x', isAll: false }, kind: 'commitment' },
    { matter: { id: 'x', isAll: false }, kind: 'commitment' },
  ],
  [true, 'two commitments', { kind: 'commitment' }, { kind: 'commitment' }],
  [false, 'a commitment, and a stance', { kind: 'commitment' }, {}],
  [true, 'two long texts', { size: 40 }, { size: 40 }],
  [false, 'a long text, and a short one', { size: 40 }, { size: 10 }],
  [true, 'of other parties, in texts of some length', { size: 25, parties: ['KE'] }, { size: 25 }],
  [false, 'of other parties, in short texts', { size: 9, parties: ['KE'] }, { size: 9 }],
  [true, 'a government that speaks alone', { between: ['KE'] }, {}],
  [true, 'somebody who talks for himself', { talk: true }, {}],
  [false, 'an entry, whatever is said of it', { id: 'reefs/a-1', kind: 'commitment' }, { kind: 'commitment', nobody: true }],
]

for (const [more, why, a, b] of table)
  test(`${more ? 'asks for more' : 'asks for no more'}: ${why}`, () => {
    const needed = neededFor({ ...one, ...a }, { ...other, ...b })
    assert.equal(needed > plain, more, `${needed} beside ${plain}`)
  })

test('what is asked for is the same from both sides, and never less than where nothing asks for more', () => {
  const change = fc.record({
    kind: fc.constantFrom<Features['kind']>('commitment', 'position', 'proposal', 'report'),
    nobody: fc.boolean(),
    says: fc.boolean(),
    alone: fc.boolean(),
    talk: fc.boolean(),
    size: fc.nat({ max: 90 }),
    parties: fc.constantFrom(['KE'], ['KE', 'NO'], []),
    places: fc.constantFrom(['kilifi'], []),
    between: fc.constantFrom(['KE'], ['KE', 'NO']),
  })
  fc.assert(
    fc.property(change, change, (a, b) => {
      const [x, y] = [
        { ...one, ...a },
        { ...other, ...b },
      ]
      assert.equal(neededFor(x, y), neededFor(y, x))
      assert.ok(neededFor(x, y) >= plain)
    }),
  )
})

test('what says no more than the other, of a body that both name, is linked though it is short', () => {
  const [one, other] = [
    nodeOf('Norway stressed the importance of coral reefs.'),
    nodeOf('Norway stressed the importance of reefs.', '2033-09-01'),
  ]
  const short: Features = { ...one, kind: 'proposal', words: ['free', 'open', 'reef', 'coast'], weights: [10, 9, 14, 12], topics: [] }
  const words = ['reef', 'coast', 'free', 'open', 'pilot', 'survey', 'ferry']
  const long: Features = { ...other, words, weights: [14, 12, 10, 9, 28, 29, 24], topics: [] }
  const name = (node: Features, ...mechanisms: string[]): Features => ({ ...node, mechanisms })
  const named = scoreLink(name(short, 'coral partnership'), name(long, 'coral partnership'))
  assert.ok(named.score > 0.68 && named.score < 0.82, `${named.score}`)
  assert.equal(named.verdict, 'same')
  assert.equal(scoreLink({ ...short, speaker: 'Amina Wekesa' }, { ...long, speaker: 'Amina Wekesa' }).verdict, 'suggest')
})
