import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Of } from '../../src/ledger/nouns.ts'
import { meaning, recast } from '../../src/ledger/recast.ts'
import type { Statement } from '../../src/model.ts'
import { statement } from './say.ts'

const hash = 'ab'.repeat(32)
const name = hash.slice(0, 12)
const at = (place: string): string => `${name}-${place}`
const readings = (...places: readonly string[]): Map<string, Statement> => new Map(places.map((one) => [at(one), statement(at(one))]))

/** `c1 takes 0-10 5-20, draws 0-4 6-10`, in a line; an id begins with the number of its place in the journal. */
function says(line: string): Of<'recast'> {
  const [id = '', away = '', drawn = ''] = /^(\S+)(?: takes ([^,]*))?,?(?: draws (.*))?$/.exec(line)?.slice(1) ?? []
  const places = (words: string | undefined) => (words ?? '').split(' ').filter(Boolean)
  return {
    id,
    at: '2030-01-01T00:00:00.000Z',
    by: 'anna',
    type: 'recast',
    text: hash,
    away: places(away).map(at),
    drawn: places(drawn).map((place) => {
      const [from = 0, to = 0] = place.split('-').map(Number)
      return { span: { from, to }, quote: 'x'.repeat(Math.max(0, to - from)), fields: { kind: 'commitment', force: 'agreed' } }
    }),
  }
}
const order = (id: string) => Number(id.slice(1))
const made = (read: string, lines: readonly string[]) => recast(readings(...read.split(' ').filter(Boolean)), lines.map(says), order)
const shown = (one: ReturnType<typeof recast>) =>
  [...one.statements.values()]
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
    .map(({ span, grounds }) => `${span.from}-${span.to}${grounds['span'] ? '!' : ''}`)
    .join(' ')

const cases: readonly (readonly [what: string, read: string, journal: readonly string[], now: string, lost?: readonly string[]])[] = [
  ['nothing said', '0-10 20-30', [], '0-10 20-30'],
  ['one refused', '0-10 20-30', ['c1 takes 0-10'], '20-30'],
  ['one added', '0-10', ['c1 draws 20-30'], '0-10 20-30!'],
  ['one split', '0-10', ['c1 takes 0-10, draws 0-4 5-10'], '0-4! 5-10!'],
  ['two joined', '0-10 20-30', ['c1 takes 0-10 20-30, draws 0-30'], '0-30!'],
  ['a part of a split refused', '0-10', ['c1 takes 0-10, draws 0-4 5-10', 'c2 takes 5-10'], '0-4!'],
  ['refused twice', '0-10', ['c1 takes 0-10', 'c2 takes 0-10'], '', ['c2']],
  ['refused, then drawn by another', '0-10', ['c1 takes 0-10', 'c2 draws 0-10'], '0-10!'],
  ['another reader ends it later: the refusal goes with it', '0-12', ['c1 takes 0-10'], ''],
  ['another reader does not read it: the refusal is lost, and listed', '40-50', ['c1 takes 0-10'], '40-50', ['c1']],
  ['another reader reads what was added, nearly: the person’s stands', '19-30', ['c1 draws 20-30'], '20-30!'],
  [
    'another reader makes the split itself: his stands, and the split is listed',
    '0-4 5-9',
    ['c1 takes 0-12, draws 0-5 6-12'],
    '0-4 5-9',
    ['c1'],
  ],
  ['words that are not as long as their place', '0-10', ['c1 draws 30-20'], '0-10', ['c1']],
  ['half of a join is gone: the other half stays', '0-10', ['c1 takes 0-10 20-30, draws 0-30'], '0-10', ['c1']],
]
for (const [what, read, journal, now, lost = []] of cases)
  test(`statements of a text: ${what}`, () => {
    const one = made(read, journal)
    assert.equal(shown(one), now)
    assert.deepEqual([...one.lost.keys()], lost)
  })

const meanings: readonly (readonly [what: string, read: string, journal: readonly string[], id: string, means: string | undefined])[] = [
  ['itself', '0-10', [], '0-10', '0-10'],
  ['refused: nothing, though another stands nearly there', '0-10 0-12', ['c1 takes 0-10'], '0-10', undefined],
  ['split: the longer part', '0-10', ['c1 takes 0-10, draws 0-3 4-10'], '0-10', '4-10'],
  ['joined: the whole, however long', '0-10 20-90', ['c1 takes 0-10 20-90, draws 0-90'], '0-10', '0-90'],
  ['split, and the part refused', '0-10', ['c1 takes 0-10, draws 0-3 4-10', 'c2 takes 4-10'], '0-10', undefined],
  ['a part of a split that was taken back: the whole, where it is most of it', '0-10', [], '4-10', '0-10'],
  ['nowhere', '0-10', [], '50-60', undefined],
]
for (const [what, read, journal, id, means] of meanings)
  test(`what a judgement is about: ${what}`, () =>
    assert.equal(meaning(made(read, journal), at(id), { type: 'evidence', place: 9 }), means && at(means)))

test('a correction counts for what was drawn before it, and not for what was drawn after', () => {
  const one = made('0-10', ['c5 takes 0-10, draws 0-9'])
  assert.equal(meaning(one, at('0-9'), { type: 'correction', place: 6 }), at('0-9'))
  assert.equal(meaning(one, at('0-10'), { type: 'correction', place: 4 }), undefined)
  assert.equal(meaning(one, at('0-10'), { type: 'evidence', place: 4 }), at('0-9'))
})

test('a drawn statement has the fields that were given, known to be judged, and no others', () => {
  const [drawn] = made('', ['c1 draws 3-9']).statements.values()
  assert.deepEqual(Object.keys(drawn?.grounds ?? {}), ['span', 'kind', 'force'])
  assert.ok(Object.values(drawn?.grounds ?? {}).every(({ basis, rule }) => basis === 'judged' && rule === 'judged/c1'))
  assert.deepEqual([drawn?.parties, drawn?.act, drawn?.precision, drawn?.deadline], [[], '', 0, undefined])
})

const place = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([from, length]) => `${from}-${from + length}`)
const places = fc.uniqueArray(place, { maxLength: 6 })
const journal = fc
  .array(fc.tuple(fc.array(place, { maxLength: 2 }), fc.array(place, { maxLength: 2 })), { maxLength: 8 })
  .map((all) => all.map(([away, drawn], i) => says(`c${i} takes ${away.join(' ')}, draws ${drawn.join(' ')}`)))

test('whatever people say, every statement is there, taken away by name, or taken back with what took it', () => {
  fc.assert(
    fc.property(places, journal, (read, said) => {
      const before = readings(...read)
      const one = recast(before, said, order)
      for (const id of one.all.keys()) {
        assert.notEqual(one.statements.has(id), one.away.has(id))
        const now = meaning(one, id, { type: 'evidence', place: 99 })
        assert.ok(now === undefined || one.statements.has(now))
      }
      assert.deepEqual([...recast(before, [], order).statements.keys()], [...before.keys()])
      // the order of what was read does not matter
      const turned = new Map([...before].reverse())
      assert.equal(shown(recast(turned, said, order)), shown(one))
      assert.deepEqual([...recast(turned, said, order).lost], [...one.lost])
    }),
  )
})

test('the order of recasts of places that do not touch does not matter', () => {
  /** Each in its own hundred characters. */
  const apart = fc.array(fc.tuple(place, fc.boolean(), fc.array(place, { maxLength: 2 })), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(apart, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (all, keys) => {
      const shift = (one: string, i: number) =>
        one
          .split('-')
          .map((n) => Number(n) + 100 * i)
          .join('-')
      const read = readings(...all.map(([one], i) => shift(one, i)))
      const said = all.map(([one, away, drawn], i) =>
        says(`c${i} takes ${away ? shift(one, i) : ''}, draws ${drawn.map((d) => shift(d, i)).join(' ')}`),
      )
      const other = said
        .map((one, i) => ({ one, key: keys[i] as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one)
      assert.equal(shown(recast(read, other, order)), shown(recast(read, said, order)))
    }),
  )
})
