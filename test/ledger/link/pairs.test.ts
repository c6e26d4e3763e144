import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../../src/index.ts'
import { explain } from '../../../src/ledger/link/explain.ts'
import { type Features, featuresOf, keysOf } from '../../../src/ledger/link/features.ts'
import { relate } from '../../../src/ledger/link/relate.ts'
import { scoreLink } from '../../../src/ledger/link/score.ts'
import type { Relation } from '../../../src/ledger/nouns.ts'
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
  [
    'suggest',
    'two acts with one purpose',
    'Norway and Kenya agreed to open a geology laboratory to map cobalt nodules.',
    'Norway and Kenya agreed to train coastal divers to map cobalt nodules.',
    'each says more',
  ],
  [
    'apart',
    'two acts that name one person',
    'Kenya and Norway will work with Special Envoy Ingrid Halvorsen-Aas on coral reefs.',
    'Kenya thanked Special Envoy Ingrid Halvorsen-Aas for her advice on pensions.',
    'another act',
  ],
  [
    'suggest',
    'a matter that was only talked of',
    'Kenya and Norway discussed the erosion of coral reefs and mangroves along the coast.',
    'Kenya and Norway will protect coral reefs and mangroves along the coast.',
    'only talked of',
  ],
  [
    'same',
    'a talk in which somebody said how he stands',
    'Kenya and Norway discussed the importance of protecting coral reefs and mangroves along the coast.',
    'Kenya and Norway will protect coral reefs and mangroves along the coast.',
  ],
  [
    'suggest',
    'a worry, and what is to be done',
    'Norway expressed concern about illegal trawling of coral reefs and mangroves.',
    'Norway will prosecute illegal trawling of coral reefs and mangroves.',
    'another act',
  ],
  [
    'suggest',
    'a stance, and a deed',
    'Norway deploys 12 patrol vessels against illegal trawling off Lamu.',
    'Norway has deployed patrol vessels against illegal trawling off Lamu.',
    'another act',
  ],
  [
    'suggest',
    'what one asks of the other, and does itself',
    'Norway called on Kenya to inspect coastal trawlers for mangrove timber.',
    'Norway will inspect coastal trawlers for mangrove timber.',
    'another party',
  ],
  [
    'suggest',
    'another ordinal',
    'Kenya and Norway will convene the fourth ferry safety conference in Mombasa.',
    'Kenya and Norway will convene the sixth ferry safety conference in Mombasa.',
    'another number',
  ],
  [
    'suggest',
    'working together at two things',
    'Kenya and Norway will cooperate closely with fishing cooperatives on illegal trawling.',
    'Kenya and Norway will cooperate closely with fishing cooperatives on flooded schools.',
    'each says more',
  ],
  [
    'suggest',
    'thanks, and a stance of one’s own',
    'Norway thanked Kenya for the protection of coral reefs from oil pollution.',
    'Norway supports the protection of coral reefs from oil pollution.',
    'another act',
  ],
  [
    'apart',
    'one speaker on two things',
    'Envoy Halvorsen underscored the importance of coral reefs.',
    'Envoy Halvorsen underscored the importance of pension funds.',
  ],
  [
    'suggest',
    'another place',
    'Kenya and Norway will jointly protect the coral reefs of the Red Sea from oil pollution.',
    'Kenya and Norway will jointly protect the coral reefs of the Barents Sea from oil pollution.',
    'another place',
  ],
  [
    'same',
    'what is welcomed is the act itself',
    'Kenya welcomed the resumption of ferry services to Lamu and of joint coral surveys.',
    'Kenya and Norway are resuming ferry services to Lamu and joint coral surveys.',
  ],
  [
    'same',
    'examples say less than what they are examples of',
    'Kenya and Norway will expand joint surveys of coral reefs, including in mangrove bays, seagrass meadows, tidal lagoons and estuaries.',
    'Kenya and Norway will expand joint surveys of coral reefs, including for turtle nurseries, pearl farms and lighthouse keepers.',
  ],
  [
    'same',
    'what goes on is the act',
    'The two sides agreed to follow up on the dialogue on coral reefs.',
    'The two sides agreed to continue following up on the dialogue on coral reefs, in particular to chart lagoons.',
  ],
  [
    'suggest',
    'another person was chosen',
    'Kenya and Norway appointed Ingrid Halvorsen as envoy for coral reefs and tidal lagoons.',
    'Kenya and Norway appointed Wanjiru Kamande as envoy for coral reefs and tidal lagoons.',
    'other names',
  ],
  [
    'same',
    'to stay in touch, in other words',
    'The two sides agreed to remain in close contact.',
    'Both sides agreed to stay closely coordinated directly and through their teams.',
  ],
  [
    'suggest',
    'to stay in touch, and to do so on a matter',
    'The two sides agreed to remain in close contact.',
    'The two sides agreed to remain in close contact on ferry tariffs.',
    'a matter in one alone',
  ],
  [
    'same',
    'support for one state as such',
    'Kenya and Norway reaffirmed their support for Fiji.',
    'Kenya and Norway will continue supporting the people of Fiji.',
  ],
  [
    'apart',
    'support for a state, and the support of a state for something',
    'Kenya and Norway reaffirmed their support for Fiji.',
    'Kenya welcomed the support of the government of Fiji for lighthouse keepers.',
  ],
  [
    'suggest',
    'support for a state, and for something that it does',
    'Kenya and Norway reaffirmed their support for Fiji.',
    'Kenya and Norway will support Fiji in dredging harbours and rebuilding lighthouses.',
  ],
  [
    'same',
    'a stance that says more of the same',
    'Norway reaffirmed its commitment to the independence and territorial integrity of Fiji.',
    'Norway expressed its support for the independence and territorial integrity of Fiji in the face of trawling in the lagoons.',
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

test('a body of a state is no counterpart of that state, and a place in a place is the same place', () => {
  const sentence = 'The United States will protect coral reefs along the coast from oil pollution.'
  const agency = nodeOf(sentence, '2031-03-01', 'USAID and the United States published a plan for coral reefs.')
  assert.deepEqual(agency.between, ['US'])
  const [one, other] = [nodeOf(treaty), nodeOf(treaty, '2033-01-01', `${opening} They met again.`)]
  const at = (node: Features, ...places: string[]): Features => ({ ...node, places })
  assert.equal(scoreLink(at(one, 'lamu'), at(other, 'channel lamu')).verdict, 'same')
  assert.ok(scoreLink(at(one, 'lamu'), at(other, 'channel kilifi')).barriers.includes('another place'))
})

test('another number is another number in words too, also of a stance, which has no target', () => {
  const of = (count: string, date: string) =>
    nodeOf(`Kenya and Norway underlined the importance of the ${count} lighthouses of the coast for ferry pilots.`, date)
  assert.ok(scoreLink(of('three', '2031-03-01'), of('eleven', '2033-01-01')).barriers.includes('another number'))
  assert.deepEqual(scoreLink(of('three', '2031-03-01'), of('3', '2033-01-01')).barriers, [])
  assert.deepEqual(of('one', '2031-03-01').numbers, [])
})

test('where somebody talks for himself, only what is clearly the same is linked', () => {
  const [one, other] = [nodeOf(treaty), nodeOf('Kenya and Norway will shield coral reefs on the coast from oil.', '2033-01-01')]
  assert.equal(scoreLink(one, other).verdict, 'same')
  assert.notEqual(scoreLink({ ...one, talk: true }, { ...other, talk: true }).verdict, 'same')
})

test('between two texts of many statements more is asked of a link', () => {
  const one = nodeOf('Kenya and Norway will jointly protect coral reefs along the coast from oil pollution and trawling.')
  const other = nodeOf(
    'Kenya and Norway underlined the importance of coral reefs, of trawling and of wide seagrass meadows for pilots of oil tankers.',
    '2033-01-01',
  )
  const { score } = scoreLink(one, other)
  assert.ok(score > 0.7 && score < 0.85, `${score}`)
  const of = (size: number) => scoreLink({ ...one, size }, { ...other, size }).verdict
  assert.deepEqual([of(10), of(45)], ['same', 'suggest'])
})

test('what a government allows in a text of its own is allowed there; what it says of itself is linked where it is clearly the same', () => {
  const alone = (sentence: string, date: string) => nodeOf(sentence, date, 'Kenya published measures.')
  const permit = 'The agency is authorized to provide ferries and medical supplies to coastal villages.'
  const [one, other] = [alone(permit, '2031-03-01'), { ...alone(permit, '2033-09-01'), hash: 'another' }]
  assert.ok(scoreLink(one, { ...other, id: '0123456789ab-0-9' }).barriers.includes('two events'))
  const words = 'Kenya will rebuild the flooded lighthouse of Kilifi for coral surveys and ferry pilots.'
  const [said, again] = [alone(words, '2031-03-01'), alone(`${words.slice(0, -1)} again.`, '2031-03-02')]
  assert.equal(scoreLink(said, again).verdict, 'same')
})

test('a movement is nobody’s counterpart', () => {
  const { between } = nodeOf(
    'The United States will shield oil terminals from attacks by ISIS.',
    '2031-03-01',
    'The United States and ISIS clashed.',
  )
  assert.deepEqual(between, ['US'])
})

test('a doer that is only pointed to must be looked at', () => {
  assert.ok(nodeOf('It will protect coral reefs along the coast from oil pollution.', '2031-03-01', 'Kenya opened an agency.').points)
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

test('a text does not repeat itself: of its statements, only what says the same again is linked, and nothing waits for review', () => {
  const of = (text: string): Features[] => {
    const reading = read({ text, date: '2031-03-01', language: 'en' })
    return reading.statements.map((statement) =>
      featuresOf(statement, reading.hash, { id: 'one', hash: reading.hash, date: '2031-03-01' }, reading.parties),
    )
  }
  const verdict = (text: string): string => {
    const nodes = of(`${opening} ${text}`).slice(-2)
    return scoreLink(nodes[0] as Features, nodes[1] as Features).verdict
  }
  assert.equal(
    verdict('Kenya and Norway will jointly survey coral reefs. Kenya and Norway will jointly survey tidal power plants.'),
    'apart',
  )
  assert.equal(
    verdict('Kenya and Norway will protect coral reefs from oil. Kenya and Norway agreed to protect coral reefs from oil.'),
    'same',
  )
})

/** Relation of the later wording to the earlier. */
const relations: [Relation, string, string, string][] = [
  [
    'firms-up',
    'what one asked for, both hold',
    'Norway called for the protection of coral reefs from oil pollution.',
    'Kenya and Norway stressed the importance of protecting coral reefs from oil pollution.',
  ],
  [
    'firms-up',
    'what one held, both hold',
    'Kenya stressed the importance of protecting coral reefs from oil pollution.',
    'Kenya and Norway stressed the importance of protecting coral reefs from oil pollution.',
  ],
  [
    'widens',
    'a qualifier is dropped',
    'Kenya and Norway will protect shallow coral reefs from oil pollution.',
    'Kenya and Norway will protect coral reefs from oil pollution.',
  ],
  [
    'narrows',
    'one of two objects is dropped',
    'Kenya and Norway will protect coral reefs and mangroves.',
    'Kenya and Norway will protect coral reefs.',
  ],
  [
    'adds',
    'an object is added',
    'Kenya and Norway will protect coral reefs from oil pollution.',
    'Kenya and Norway will protect coral reefs from oil pollution, and to replant mangroves in their lagoons.',
  ],
  [
    'reports-done',
    'what was to be done is welcomed',
    'Kenya and Norway will resume ferries between the ports of Mombasa and Bergen.',
    'Norway welcomed the resumption of ferries between the ports of Mombasa and Bergen.',
  ],
  [
    'repeats',
    'a need is no firmer than an importance',
    'Kenya stressed the need to protect coral reefs from oil pollution.',
    'Kenya underlined the importance of protecting coral reefs from oil pollution.',
  ],
]

for (const [relation, why, one, other] of relations)
  test(`${relation}: ${why}`, () => {
    assert.equal(relate(nodeOf(one, '2031-03-01'), nodeOf(other, '2033-09-01', `${opening} They met again.`)), relation)
  })
