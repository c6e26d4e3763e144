import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { drift } from '../../src/compare/drift/drift.ts'
import type { Change } from '../../src/compare/drift/nouns.ts'
import { read, vocabularyOf } from '../../src/index.ts'
import type { Vocabulary } from '../../src/lexicon/vocabulary.ts'

const vocabulary = vocabularyOf('en') as Vocabulary
const between = (older: string, newer: string) =>
  drift(read({ text: older, date: '2031-05-04', language: 'en' }), read({ text: newer, date: '2032-05-04', language: 'en' }), vocabulary)

const rows: readonly (readonly [older: string, newer: string, change: Change, also?: readonly Change[]])[] = [
  ['Kenya will build a bridge over the river at Halden.', 'Kenya will build a bridge over the river at Halden.', 'repeated'],
  ['Kenya and Nepal agreed to set up a joint commission on water.', 'Kenya and Nepal will set up a joint commission on water.', 'softer'],
  ['Kenya is ready to train engineers from Nepal in dam safety.', 'Kenya will train engineers from Nepal in dam safety.', 'firmer'],
  [
    'Kenya strongly supports the candidacy of Nepal for the Maritime Council.',
    'Kenya supports the candidacy of Nepal for the Maritime Council.',
    'softer',
  ],
  [
    'Kenya noted the importance of the Nairobi Convention on seeds.',
    'Kenya stressed the importance of the Nairobi Convention on seeds.',
    'firmer',
  ],
  [
    'Kenya strongly condemns the attack on the port of Salm.',
    'Kenya condemns in the strongest terms the attack on the port of Salm.',
    'firmer',
  ],
  ['Kenya will finance 40 scholarships for students of Nepal.', 'Kenya will finance 60 scholarships for students of Nepal.', 'number'],
  [
    'Kenya will open the rail link to Port Salm by the end of 2032.',
    'Kenya will open the rail link to Port Salm by the end of 2034.',
    'deadline',
  ],
  ['Kenya will open the rail link to Port Salm by the end of 2032.', 'Kenya will open the rail link to Port Salm.', 'deadline'],
  ['Kenya will lift import duties on tea and honey.', 'Nepal will lift import duties on tea and honey.', 'party'],
  [
    'Kenya and Nepal agreed to cooperate in agriculture, energy, tourism and education.',
    'Kenya and Nepal agreed to cooperate in agriculture and energy.',
    'narrower',
  ],
  [
    'Kenya and Nepal agreed to cooperate in agriculture and energy.',
    'Kenya and Nepal agreed to cooperate in agriculture, energy, tourism and fisheries.',
    'wider',
  ],
  ['Kenya will open a consulate in Pokhara.', 'Kenya has opened a consulate in Pokhara.', 'done'],
  ['', 'Kenya will open a consulate in Pokhara.', 'new'],
  ['Kenya will open a consulate in Pokhara.', '', 'gone'],
  [
    'Kenya and Nepal agreed to set up a joint commission on water before 30 September 2031.',
    'Kenya and Nepal will set up a joint commission on water.',
    'softer',
    ['deadline'],
  ],
]
for (const [older, newer, change, also = []] of rows)
  test(`drift: ${change}: ${older} -> ${newer}`, () => {
    const items = between(older, newer)
    assert.deepEqual(
      items.map((item) => [item.change, item.also]),
      [[change, also]],
      JSON.stringify(items.map(({ note }) => note)),
    )
    assert.equal(items[0]?.old === undefined, change === 'new')
    assert.equal(items[0]?.new === undefined, change === 'gone')
  })

const calls: readonly (readonly [older: string, newer: string, change: Change])[] = [
  ['Kenya encouraged Chile to release the crew of the ferry.', 'Kenya called on Chile to release the crew of the ferry.', 'firmer'],
  ['Kenya demanded that Chile release the crew of the ferry.', 'Kenya asked Chile to release the crew of the ferry.', 'softer'],
  ['Kenya urged Chile to release the crew of the ferry.', 'Kenya strongly urged Chile to release the crew of the ferry.', 'firmer'],
  ['Chile should release the crew of the ferry.', 'Chile must release the crew of the ferry.', 'firmer'],
  // the same step, and words of what is asked for
  ['Kenya urged Chile to release the crew of the ferry.', 'Kenya called on Chile to release the crew of the ferry.', 'repeated'],
  ['Kenya urged Chile to lift a ban that must not last.', 'Kenya called on Chile to lift a ban that must not last.', 'repeated'],
]
for (const [older, newer, change] of calls)
  test(`drift: how strongly something is asked for: ${change}: ${older} -> ${newer}`, () => {
    assert.deepEqual(
      between(older, newer).map((item) => [item.change, item.also]),
      [[change, []]],
    )
  })

test('only what says how something is held makes it firmer or softer', () => {
  const told = (older: string, newer: string) => between(older, newer).flatMap(({ change, also }) => [change, ...also])
  const plain = 'Kenya supports the reform of the port of Halden.'
  for (const newer of [
    'Kenya supports the reform of the port of Halden, which has high walls.',
    'Kenya supports the high-level reform of the port of Halden.',
    'Kenya supports the reform of the Great States Port of Halden.',
  ])
    assert.ok(!told(plain, newer).some((change) => change === 'firmer' || change === 'softer'), newer)
  assert.deepEqual(told(plain, 'Kenya fully supports the reform of the port of Halden.'), ['firmer'])
})

const meetings: readonly (readonly [older: string, newer: string, change: Change])[] = [
  [
    'Kenya and Nepal agreed to hold the next round of the dialogue in Pokhara.',
    'The ministers of Kenya and Nepal met in Pokhara on 3 May 2032.',
    'done',
  ],
  ['Kenya and Nepal agreed to meet again in spring.', 'Kenya hosted Nepal in the second session of the Water Dialogue.', 'done'],
  // set for a later time, another thing than to meet, or no meeting told of
  ['Kenya and Nepal agreed to hold the next summit in 2035.', 'The ministers of Kenya and Nepal met in Pokhara on 3 May 2032.', 'gone'],
  ['Kenya and Nepal agreed to hold joint exercises at sea.', 'The ministers of Kenya and Nepal met in Pokhara on 3 May 2032.', 'gone'],
  ['Kenya and Nepal agreed to hold the next round of the dialogue in Pokhara.', 'Kenya and Nepal have signed a treaty on tea.', 'gone'],
]
for (const [older, newer, change] of meetings)
  test(`drift: the next meeting: ${change}: ${older} -> ${newer}`, () => {
    assert.deepEqual(
      between(older, newer).map((item) => item.change),
      [change],
    )
  })

const done: readonly (readonly [older: string, newer: string, change: Change])[] = [
  [
    'Kenya and Nepal agreed to open a consulate in Pokhara.',
    'Kenya and Nepal welcomed the recent opening of the consulate in Pokhara.',
    'done',
  ],
  ['Kenya will expand its port at Salm.', 'Kenya and Nepal welcomed the expansion of the port at Salm.', 'done'],
  ['Kenya and Nepal will sign an agreement on air services.', 'They welcomed the signing of the agreement on air services.', 'done'],
  // it lies ahead
  [
    'Kenya and Nepal agreed to open a consulate in Pokhara.',
    'Kenya and Nepal welcomed the planned opening of the consulate in Pokhara.',
    'softer',
  ],
  ['Kenya and Nepal agreed to open a consulate in Pokhara.', 'Kenya and Nepal welcomed plans to open a consulate in Pokhara.', 'repeated'],
  // who meets to say something has done nothing
  [
    'Kenya reiterated its support for the sovereignty of Nepal.',
    'The President of Kenya met today with the Minister of Nepal to reiterate the support of Kenya for the sovereignty of Nepal.',
    'repeated',
  ],
]
for (const [older, newer, change] of done)
  test(`drift: what was done: ${change}: ${older} -> ${newer}`, () => {
    const items = between(older, newer).filter(({ old }) => old)
    assert.deepEqual(
      items.map((item) => item.change),
      [change],
      JSON.stringify(items.map(({ note, also }) => [note, also])),
    )
  })

test('who is asked is told apart from who asks', () => {
  const joint = (line: string) => `Joint Statement of Kenya and Nepal\n\nKenya and Nepal deplore the war.\n\n${line}`
  const notes = (older: string, newer: string) =>
    between(joint(older), joint(newer)).flatMap(({ change, also, note }) => (change === 'repeated' && !also.length ? [] : [note]))
  const asked = 'We call on Chile to withdraw its ships from Salm.'
  assert.deepEqual(notes(asked, 'We call on Chile and Peru to withdraw their ships from Salm.'), ['now also: Peru'])
  assert.deepEqual(notes(asked, 'Chile must withdraw its ships from Salm.'), ['call became must'])
})

test('parties of which some stay are told as lost and as come', () => {
  const [item] = between('Kenya, Nepal and Chile will lift duties on tea.', 'Kenya, Peru and Chile will lift duties on tea.')
  assert.equal(item?.note, 'no longer: Nepal; now also: Peru')
})

test('numbers that are part of a name or mark an item, and the day of the text, are no change', () => {
  const plain = 'Kenya supports a political solution to the dispute over the Halden valley.'
  for (const newer of [
    'Kenya and other G7 states support a political solution to the dispute over the Halden valley.',
    'Kenya supports a political solution to the dispute of the 21st century over the Halden valley.',
    'Kenya supports (1) a political solution to the dispute over the Halden valley.',
  ])
    assert.ok(!between(plain, newer).some(({ change, also }) => [change, ...also].includes('number')), newer)
  const told = between('Kenya will send tea to Nepal.', 'Kenya will send tea to Nepal today.').map(({ change }) => change)
  assert.deepEqual(told, ['repeated'])
})

test('what is not to be done is the same act', () => {
  const told = (older: string, newer: string) => between(older, newer).flatMap(({ note }) => note.split('; '))
  const kept = 'Kenya renewed its pledge to remain vigilant against the corrosive influence of hate in all its forms.'
  assert.ok(
    !told(kept, 'Kenya renewed its pledge to never forget the corrosive influence of hate in all its forms.').includes(
      'now not to be done',
    ),
  )
  assert.ok(told('Kenya will export tea to Nepal.', 'Kenya will not export tea to Nepal.').includes('now not to be done'))
})

test('to thank another for a stand is not to take it', () => {
  const items = between(
    'Kenya and Peru reaffirmed their unwavering support for Nepal as it fights the rebels.',
    'Kenya commended Peru for its steadfast support for Nepal as it fights the rebels.',
  )
  assert.deepEqual(
    items.map(({ change }) => change),
    ['new', 'gone'],
  )
})

test('a number that belongs to a name is no quantity', () => {
  const plain = 'Kenya supports a political solution to the dispute over the Halden valley.'
  const named = 'Kenya supports a political solution to the dispute over the Halden valley under Resolution 871.'
  assert.ok(!between(plain, named).some(({ change, also }) => [change, ...also].includes('number')))
  assert.deepEqual(
    between('Kenya will give Nepal 40 tractors for the Halden valley.', 'Kenya will give Nepal 871 tractors for the Halden valley.').map(
      ({ note }) => note,
    ),
    ['40 became 871'],
  )
})

test('to hold two things in the same way does not make them one', () => {
  const items = between(
    'Joint Statement of Kenya and Nepal\n\nKenya and Nepal deplore the recent closing of the Halden ferry.',
    'Joint Statement of Kenya and Nepal\n\nKenya and Nepal deplore the recent burning of the museum.',
  )
  assert.deepEqual(
    items.map(({ change }) => change),
    ['new', 'gone'],
  )
})

test('which of a series it is, where the other does not say it, is no number', () => {
  const told = (older: string, newer: string) => between(older, newer).map(({ change, also }) => [change, ...also])
  assert.deepEqual(
    told('The next meeting of the Halden group will be held in Kenya.', 'The third meeting of the Halden group will be held in Kenya.'),
    [['repeated']],
  )
  assert.ok(
    told('Kenya will pay for the second phase of the Halden dam.', 'Kenya will pay for the third phase of the Halden dam.').some(
      (changes) => changes.includes('number'),
    ),
  )
})

test('a word that most statements of two texts have does not make two of them one', () => {
  const matters = ['tea', 'honey', 'rivers', 'schools', 'bridges', 'ports', 'clinics', 'forests', 'radios', 'museums', 'roads']
  const changes = (count: number) => {
    const of = (last: string) =>
      [...matters.slice(0, count).map((matter) => `study ${matter}`), last]
        .map((deed) => `Kenya will ${deed} with volunteers who rescue stranded whales.`)
        .join('\n\n')
    return between(of('train welders'), of('train divers')).flatMap(({ change, note }) =>
      change === 'repeated' && !note ? [] : [[change, note]],
    )
  }
  // of few statements it cannot be said what most of them have
  assert.deepEqual(changes(2), [['repeated', 'in other words: welders became divers']])
  assert.deepEqual(changes(11), [
    ['new', ''],
    ['gone', 'not in this text'],
  ])
})

test('what is repeated in other words says so', () => {
  const [item] = between(
    'Kenya stressed the importance of unhindered access to medical assistance in the Halden valley.',
    'Kenya stressed the importance of increasing medical assistance and reopening crossings to the Halden valley.',
  )
  assert.equal(item?.change, 'repeated')
  assert.match(item?.note ?? '', /^in other words: /)
})

test('a report of what is old news is no undertaking, and texts with nothing in common share nothing', () => {
  assert.deepEqual(between('Kenya has opened a consulate in Pokhara.', 'Nepal has built a dam.'), [])
  const items = between('Kenya will open a consulate in Pokhara.', 'Nepal supports the reform of the Maritime Council.')
  assert.deepEqual(
    items.map(({ change }) => change),
    ['new', 'gone'],
  )
})

const sentences = rows.flatMap(([older, newer]) => [older, newer] as const).filter(Boolean)
const text = fc.array(fc.constantFrom(...sentences), { maxLength: 6 }).map((some) => [...new Set(some)].join('\n\n'))

test('every undertaking and position of both texts is in an item; spans are quotes; a text against itself only repeats', () => {
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const items = between(older, newer)
      const told = (side: 'old' | 'new') => new Set(items.flatMap((item) => (item[side] ? [item[side].statement.id] : [])))
      for (const [side, source] of [
        ['old', older],
        ['new', newer],
      ] as const) {
        const ids = read({ text: source, language: 'en' }).statements.filter(({ kind }) => kind !== 'report')
        for (const { id } of ids) assert.ok(told(side).has(id))
        for (const item of items) {
          const one = item[side]
          if (one) assert.equal(source.slice(one.span.from, one.span.to), one.quote)
        }
      }
      for (const { change } of between(older, older)) assert.equal(change, 'repeated')
    }),
    { numRuns: 60 },
  )
})

test('a text that repeats itself a thousand times is paired statement by statement', () => {
  const sentence = 'Kenya will send 40 tonnes of tea to Nepal. Nepal supports the candidacy of Kenya.\n\n'
  const items = between(sentence.repeat(1000), `${sentence.repeat(999)}${sentence.replace('40', '400')}`)
  assert.deepEqual(
    items.filter(({ change }) => change !== 'repeated').map(({ change, note }) => [change, note]),
    [['number', '40 tonnes of tea became 400 tonnes of tea']],
  )
  assert.equal(items.length, 2000)
})
