import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Features } from '../../../src/ledger/link/features.ts'
import { scoreLink } from '../../../src/ledger/link/score.ts'
import { nodeOf } from './node.ts'

const opening = 'Kenya and Norway held talks.'

test('what is planned for one occasion is planned again for another', () => {
  const barriers = (one: string, other: string, [from, to]: [string, string], title = opening): readonly string[] =>
    scoreLink(nodeOf(one, from, title), nodeOf(other, to, title)).barriers
  const years: [string, string] = ['2031-03-01', '2033-09-01']
  const own = 'Kenya published a notice.'
  const cases: [boolean, string, string, [string, string], string?][] = [
    [
      true,
      'Norway will welcome volunteers of coral reefs and mangroves.',
      'Norway will welcome volunteers of coral reefs and mangroves.',
      years,
    ],
    [
      true,
      'Norway will announce a package of coral reefs and mangroves.',
      'Norway will announce a package of coral reefs and mangroves.',
      years,
    ],
    [false, 'Norway will protect coral reefs and mangroves.', 'Norway will protect coral reefs and mangroves.', years],
    [
      false,
      'Norway will announce a package of coral reefs on 4 March 2031.',
      'Norway will announce the package of coral reefs on 4 March 2031.',
      ['2031-02-01', '2031-03-02'],
    ],
    [true, 'Free tickets for the lighthouse will be distributed.', 'Free tickets for the lighthouse will be distributed.', years, own],
    [
      false,
      'Free tickets for the lighthouse will be distributed.',
      'Free tickets for the lighthouse will be distributed.',
      ['2031-03-01', '2031-03-02'],
      own,
    ],
    [false, 'Free tickets for the lighthouse will be distributed.', 'Free tickets for the lighthouse will be distributed.', years],
    [false, 'Kenya will open the lighthouse to pilots.', 'Kenya will open the lighthouse to pilots.', years, own],
  ]
  for (const [barred, one, other, dates, title] of cases)
    assert.equal(barriers(one, other, dates, title).includes('two events'), barred, `${one} ${dates} ${title ?? ''}`)
})

test('what a body does in one season it does anew in another; where its government does it, or the body goes on, it is the same', () => {
  const node = (date: string, change: Partial<Features> = {}): Features => ({
    ...nodeOf('Kenya will open the lighthouse to pilots.', date, 'Kenya published a notice.'),
    bound: ['Harbour Service'],
    ...change,
  })
  const apart = (later: string, change?: Partial<Features>): boolean =>
    scoreLink(node('2031-03-01', change), node(later, change)).barriers.includes('two events')
  assert.equal(apart('2032-03-01'), true)
  assert.equal(apart('2031-04-01'), false)
  assert.equal(apart('2032-03-01', { bound: ['KE'] }), false)
  assert.equal(apart('2032-03-01', { aspect: 'continuing' }), false)
  assert.equal(apart('2032-03-01', { between: ['KE', 'NO'] }), false)
})

test('two persons who each travel go on two journeys; two who condemn one attack condemn the same', () => {
  const by = (speaker: string, sentence: string, date: string): Features => ({ ...nodeOf(sentence, date), speaker })
  const barred = (sentence: string, ...speakers: [string, string]): boolean =>
    scoreLink(by(speakers[0], sentence, '2031-03-01'), by(speakers[1], sentence, '2031-03-02')).barriers.includes('two events')
  const journey = 'Norway will visit the coral reefs and mangroves of Kilifi.'
  assert.equal(barred(journey, 'Ingrid Halvorsen-Aas', 'Amina Wekesa'), true)
  assert.equal(barred(journey, 'Amina Wekesa', 'Amina Wekesa'), false)
  assert.equal(barred('Norway condemned the attack on the lighthouse of Kilifi.', 'Ingrid Halvorsen-Aas', 'Amina Wekesa'), false)
})

test('"do so" and "thanked them" point back', () => {
  assert.equal(nodeOf('Norway will do so in close coordination with pilots of the coast.').points, true)
  assert.equal(nodeOf('Norway thanked them for the survey of coral reefs.').points, true)
  assert.equal(nodeOf('Norway thanked the pilots of the coast for the survey of coral reefs.').points, false)
})
