import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Features } from '../../../src/ledger/link/features.ts'
import { mayReach } from '../../../src/ledger/link/reach.ts'
import { linkBetween, scoreLink } from '../../../src/ledger/link/score.ts'
import { nodeOf } from './node.ts'

const plain = nodeOf('Norway will open a consulate in Kisumu.')
const hash = (digit: string): string => digit.repeat(64)

const some = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const list = (...values: string[]): fc.Arbitrary<string[]> => fc.subarray(values)
const words = fc.subarray(['consul', 'open', 'port', 'radar', 'rail', 'scholar', 'tariff', 'vaccin', 'wheat'])
const flags = fc.record({
  talk: fc.boolean(),
  says: fc.boolean(),
  alone: fc.boolean(),
  deed: fc.boolean(),
  negated: fc.boolean(),
  met: fc.boolean(),
  hedged: fc.boolean(),
})

/** What linking sees of a statement of a few words, in every mixture of what a score asks of it. */
const node: fc.Arbitrary<Features> = fc
  .record({
    text: some('a', 'b', 'c'),
    place: fc.nat(900),
    words,
    weights: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 9, maxLength: 9 }),
    flags,
    more: fc.record({
      kind: some<Features['kind']>('commitment', 'position', 'report', 'proposal'),
      act: some('', 'open', 'support', 'talk'),
      sign: some(-1, 0, 1),
      between: some(['KE', 'NO'], ['KE'], ['KE', 'NO', 'SE']),
      parties: list('KE', 'NO'),
      states: list('SE'),
      mechanisms: list('forum harbour', 'compact'),
      places: list('lamu', 'channel lamu', 'kisumu'),
      others: list('SE', 'UN'),
      topics: list('trade', 'ports'),
      numbers: list('4', '12'),
      names: list('wekesa', 'lund'),
      size: some(1, 30, 80),
    }),
    touch: some<Features['touch']>('', 'about', 'alone'),
    backs: some('', 'SE'),
    speaker: some(undefined, 'Amina Wekesa', 'Olav Lund'),
  })
  .map(({ text, place, words: own, weights, flags: of, more, touch, backs, speaker }) => ({
    ...plain,
    ...of,
    ...more,
    id: `${hash(text).slice(0, 12)}-${place}-${place + 40}`,
    hash: hash(text),
    words: own,
    weights: weights.slice(0, own.length),
    touch,
    backs,
    ...(speaker === undefined ? {} : { speaker }),
  }))

test('what is told apart early is apart, and all else scores as it does', () => {
  let apart = 0
  let linked = 0
  fc.assert(
    fc.property(node, node, (a, b) => {
      const whole = scoreLink(a, b)
      assert.deepEqual(linkBetween(a, b), whole.verdict === 'apart' ? undefined : whole)
      if (whole.verdict === 'apart') apart++
      else linked++
    }),
    { numRuns: 3000 },
  )
  assert.ok(apart > 100 && linked > 100, `${apart} apart, ${linked} linked or proposed`)
})

/** The same said again in another text, but for a few fields that it has of another. */
const again = fc
  .tuple(node, node, fc.subarray(['words', 'kind', 'act', 'parties', 'places', 'topics', 'talk'] as const))
  .map(([one, other, fields]) => {
    const taken = Object.fromEntries(
      [...fields, ...(fields.includes('words') ? ['weights' as const] : [])].map((field) => [field, other[field]]),
    )
    return [one, { ...one, ...taken, id: `${hash('d').slice(0, 12)}-0-40`, hash: hash('d') }] as const
  })

test('no two add up to more than may be reached, the most alike included', () => {
  fc.assert(
    fc.property(again, ([a, b]) => {
      const sum = scoreLink(a, b).parts.reduce((all, { value, weight }) => all + value * weight, 0)
      assert.ok(mayReach(a, b, sum), `${sum}`)
    }),
    { numRuns: 3000 },
  )
})
