import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isQuiet } from '../../src/compare/collate/nouns.ts'
import { compare, loud } from './witness.ts'

const good = 'NAIROBI, April 16 (Kyodo) – Kenya will send 40 tonnes of tea to Mali.\n\nThe two sides agreed to open a port in Lamu by 2031.'
const spun = 'Kenya will send 40 tons of tea to Mali.\n\nBoth sides agreed to open a port in Lamu until 2031.'
const wrong = 'Kenya will send 400 tonnes of tea to Mali Malaysia.\n\nThe two sides agreed to close a port in Lamu by 2013.'

test('three witnesses: which agree with which, and why one is likelier', () => {
  const { differences } = compare(wrong, spun, good)
  const told = differences.filter((one) => !isQuiet(one.class)).map(({ class: kind, groups, why }) => ({ kind, groups, why }))
  assert.deepEqual(told, [
    { kind: 'number', groups: [[1, 2], [0]], why: '2 of 3 witnesses read so' },
    { kind: 'party', groups: [[1, 2], [0]], why: '2 of 3 witnesses read so' },
    { kind: 'act', groups: [[1, 2], [0]], why: '2 of 3 witnesses read so' },
    { kind: 'date', groups: [[1, 2], [0]], why: '2 of 3 witnesses read so' },
    { kind: 'missing', groups: [[0, 1], [2]], why: '2 of 3 witnesses read so' },
  ])
})

test('two witnesses: a reading is likelier for what its own text shows, and nothing is said where nothing shows it', () => {
  const whys = (a: string, b: string) =>
    compare(a, b)
      .differences.filter((one) => !isQuiet(one.class))
      .map(({ groups, why }) => [groups[0], why])
  assert.deepEqual(whys('Kenya will open a port.', 'India will open a port.'), [[[0], undefined]])
  assert.deepEqual(whys('Mali will open 4 ports.', 'LAGOS, May 3 (Kyodo) – Mali will open 5 ports.').at(0), [
    [1],
    'it bears the mark of an agency',
  ])
})

test('a dateline speaks for a reading only where nothing in the text contradicts it', () => {
  const told = (dateline: string) =>
    compare('Mali will open 4 ports.', { text: `LAGOS, ${dateline} – Mali will open 5 ports.`, date: '2031-05-05' }).differences.at(-1)
  const kept = told('Monday, May 5')
  assert.deepEqual([kept?.groups[0], kept?.why], [[1], 'it keeps its dateline'])
  const broken = told('Friday, May 5')
  assert.deepEqual([broken?.groups[0], broken?.why], [[0], 'its text has fewer damages (0 against 1)'])
})

test('the same words for a time are no difference, though each text counts them from its own day', () => {
  const text = 'Mali has kept the peace over the past seven decades. Mali will open 4 ports next year.'
  assert.deepEqual(loud(compare({ text, date: '2031-06-28' }, { text, date: '2031-06-29' })), [])
  const later = text.replace('next year', 'in 2034')
  assert.deepEqual(loud(compare({ text, date: '2031-06-28' }, { text: later, date: '2031-06-29' })), ['date: - | 2034'])
})

test('a witness that lacks a sentence is named, and stands for nothing there', () => {
  const { differences } = compare(
    'Kenya will open a port. Mali will send tea.',
    'Kenya will open a port.',
    'Kenya will open a port. Mali will send tea.',
  )
  assert.equal(differences.length, 1)
  assert.deepEqual(differences[0]?.groups, [[0, 2], [1]])
  assert.equal(differences[0]?.spans[1], null)
})

test('witnesses that add the same sentence share its row', () => {
  const base = 'Kenya will open a port on 3 May.'
  const { rows, differences } = compare(base, `${base} Mali will send tea.`, `${base} Mali will send tea.`)
  assert.equal(rows.length, 2)
  assert.equal(differences.length, 1)
})

test('the order in which three witnesses are given changes only their places', () => {
  const texts = [good, spun, wrong]
  const orders = [
    [0, 1, 2],
    [2, 0, 1],
    [1, 2, 0],
    [2, 1, 0],
  ]
  const told = orders.map((order) => {
    const { differences, rows, base } = compare(...order.map((k) => texts[k] as string))
    const back = (list: readonly unknown[]) => texts.map((_, k) => list[order.indexOf(k)])
    return {
      base: order[base],
      differences: differences.map((one) => [one.class, back(one.spans)]),
      rows: rows.map((row) => [back(row.cells), row.columns.map(back)]),
    }
  })
  for (const one of told) assert.deepEqual(one, told[0])
})

test('two witnesses the other way round: the same differences, missing for added', () => {
  const flip: Readonly<Record<string, string>> = { missing: 'added', added: 'missing' }
  const there = compare(good, wrong).differences.filter((one) => !isQuiet(one.class))
  const back = compare(wrong, good).differences.filter((one) => !isQuiet(one.class))
  const key = (kind: string, spans: readonly unknown[]): string => `${kind} ${JSON.stringify(spans)}`
  assert.deepEqual(
    there.map((one) => key(one.class, one.spans)).sort(),
    back.map((one) => key(flip[one.class] ?? one.class, [...one.spans].reverse())).sort(),
  )
})

/** Input that no comparison is made for: a clear answer, no hang. */
const bad: readonly (readonly [shows: string, texts: readonly string[], rows: number, notes: RegExp])[] = [
  ['identical texts', [good, good], 2, /the same, character by character/],
  ['empty texts', ['', ''], 0, /no words/],
  ['one empty text', ['', good], 2, /no words/],
  ['marks alone', ['—— !!', '…'], 2, /no words/],
  ['one text inside the other', [spun, `Rain fell in Lagos.\n\n${spun}\n\nMusic was played.`], 4, /^$/],
  ['nothing in common', ['Kenya will open a port.', 'Zebras graze near quiet lakes.'], 2, /hardly anything in common/],
  ['two languages', [good, '双方同意恢复航班。'], 3, /no lexicon for B[\s\S]*hardly anything in common/],
  ['a text a thousand times', ['Kenya will open a port. '.repeat(1000), 'Kenya will open a port. '.repeat(999)], 1000, /^$/],
  ['one word twenty thousand times', ['port '.repeat(20_000), 'port '.repeat(19_000)], 2, /^$/],
  ['five thousand lines of one letter', ['x\n'.repeat(5000), 'x\n'.repeat(5000)], 5000, /the same/],
  ['a hundred witnesses', Array.from({ length: 100 }, (_, i) => `${good} Point ${i} stands.`), 3, /^$/],
]
for (const [shows, texts, rows, notes] of bad)
  test(`bad input: ${shows}`, () => {
    const collation = compare(...texts)
    assert.match(collation.notes.join('\n'), notes)
    assert.equal(collation.rows.length, rows)
  })

test('loud is not empty where it should not be', () => assert.ok(loud(compare(good, wrong)).length > 3))
