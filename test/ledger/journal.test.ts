import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { carryOver, placeOf, settle } from '../../src/ledger/carry.ts'
import { applyCorrections, checkCorrection } from '../../src/ledger/correct.ts'
import { about, inForce, pairKey } from '../../src/ledger/journal.ts'
import type { Judgement, Of } from '../../src/ledger/nouns.ts'
import { say, statement } from './say.ts'

const ids = (judgements: readonly Judgement[]) => judgements.map(({ id }) => id).join(' ')

const inForceCases = [
  ['nothing', '', ''],
  ['order of appending, whatever the ids', 'b delivers\na progress', 'b a'],
  ['a withdrawal takes back', 'a delivers\nb progress\nw withdraws a', 'b'],
  ['a withdrawal taken back', 'a delivers\nw withdraws a\nv withdraws w', 'a'],
  ['and again', 'a delivers\nw withdraws a\nv withdraws w\nu withdraws v', ''],
  ['taken back twice, restored once', 'a delivers\nw withdraws a\nv withdraws a\nu withdraws v', ''],
  ['an unknown id', 'a delivers\nw withdraws z', 'a'],
  ['a later judgement cannot be taken back beforehand', 'w withdraws a\na delivers', 'a'],
  ['a withdrawal of itself', 'a delivers\nw withdraws w', 'a'],
  ['the same id twice', 'a delivers\nb progress\na delivers', 'a b'],
  ['the same id again after it was withdrawn', 'a delivers\nw withdraws a\na delivers', ''],
] as const
for (const [what, lines, expected] of inForceCases)
  test(`in force: ${what}`, () => assert.equal(ids(inForce(say(lines)).judgements), expected))

test('the latest verdict of a pair counts, whichever way round it is named; a withdrawal brings back the one before', () => {
  const lines = 'a same m n\nb different n m'
  assert.equal(inForce(say(lines)).links.get(pairKey('n', 'm'))?.verdict, 'different')
  assert.equal(inForce(say(`${lines}\nw withdraws b`)).links.get(pairKey('m', 'n'))?.verdict, 'same')
})

test('later declarations replace earlier ones; corrections are the latest for each field', () => {
  const head = { at: '2024-01-01T00:00:00.000Z', by: 'ann' }
  const entry = {
    id: 'p/x',
    programme: 'p',
    direction: 'd',
    label: 'old',
    kind: 'commitment',
    force: 'agreed',
    parties: [],
    mechanisms: [],
    places: [],
  } as const
  const journal = inForce([
    { ...head, id: '1', type: 'entry', entry },
    { ...head, id: '2', type: 'entry', entry: { ...entry, label: 'new' } },
    { ...head, id: '3', type: 'correction', on: 's', field: 'force', value: 'ready' },
    { ...head, id: '4', type: 'correction', on: 's', field: 'act', value: 'open' },
    { ...head, id: '5', type: 'correction', on: 's', field: 'force', value: 'should' },
  ])
  assert.equal(journal.entries.get('p/x')?.entry.label, 'new')
  assert.deepEqual(
    journal.corrections.get('s')?.map(({ id }) => id),
    ['5', '4'],
  )
})

test('a dossier brings the nodes of an undertaking together in order of appending', () => {
  const journal = inForce(say('a delivers on m\nb progress on n\nc restates on m\nd delivers on other\ne searched on n'))
  assert.equal(ids(about(journal, ['n', 'm', 'n']).evidence), 'a b c')
  assert.equal(ids(about(journal, ['n']).searches), 'e')
})

const correction = (field: string, value: unknown) =>
  ({ id: 'c1', at: '', by: 'ann', type: 'correction', on: 'x', field, value }) as Of<'correction'>

const wrong = [
  ['id', 'y', /^field "id" cannot be corrected; these can: kind, force,/],
  ['__proto__', {}, /^field "__proto__" cannot be corrected/],
  ['force', 'strong', /^force must be one of binding, agreed, intent, ready, should, none$/],
  ['force', null, /^force cannot be taken away$/],
  ['parties', 'R', /^parties must be a list of texts$/],
  ['parties', ['R', ''], /^parties must be a list of texts$/],
  ['precision', 6, /^precision must be a whole number from 0 to 5$/],
  ['negated', 'no', /^negated must be true or false$/],
  ['deadline', { phrase: 'soon', bound: 'vague' }, /^deadline span must have from, to$/],
  [
    'deadline',
    { phrase: 'by May', bound: 'by', span: { from: 1, to: 3 }, to: '2023-02-30' },
    /^deadline to must be a day like 2022-06-07$/,
  ],
  ['deadline', { phrase: 'by May', bound: 'by', span: { from: 1, to: 3 }, toString: 1 }, /^deadline has no part "toString"$/],
  ['target', { phrase: 'two', span: { from: 1, to: 3 }, quantity: '2' }, /^target quantity must be a number$/],
  ['target', { phrase: 'two', span: { from: 1, to: 3 }, quantity: Number.NaN }, /^target quantity must be a number$/],
  ['target', { phrase: 'two', span: { from: -1, to: 3 } }, /^target span from must be an offset$/],
  ['target', { phrase: 'two', span: { from: 0, to: 1.5 } }, /^target span to must be an offset$/],
  ['target', { phrase: 'two', span: null }, /^target span must have from, to$/],
  ['target', ['two'], /^target must have phrase, span, /],
  ['target', 'two', /^target must have phrase, span, /],
  ['precision', -1, /^precision must be a whole number from 0 to 5$/],
  ['hedges', [1], /^hedges must be a list of texts$/],
  ['point', { number: 0, label: 'First' }, /^point number must be a whole number from 1$/],
] as const
for (const [field, value, message] of wrong)
  test(`a correction that cannot be: ${field} = ${JSON.stringify(value)}`, () => {
    assert.match(checkCorrection(field, value) ?? '', message)
    const { statement: same, problems } = applyCorrections(statement('x-0-9'), [correction(field, value)])
    assert.deepEqual(same, statement('x-0-9'))
    assert.match(problems.join('\n'), /^correction c1 of x-0-9: /)
  })

const right = [
  ['force', 'ready', { force: 'ready' }],
  ['parties', [], { parties: [] }],
  ['negated', true, { negated: true }],
  ['hedges', ['in principle', 'soon'], undefined],
  ['precision', 0, undefined],
  ['precision', 5, undefined],
  ['point', { number: 1, label: 'First' }, undefined],
  ['target', { phrase: 'two', span: { from: 0, to: 3 } }, undefined],
  ['target', { phrase: 'two', span: { from: 1, to: 3 }, quantity: 2, unit: 'bridges' }, undefined],
  ['deadline', { phrase: 'by 2024', bound: 'by', span: { from: 1, to: 3 }, from: '2024-01-01', to: '2024-02-29' }, undefined],
  ['point', { number: 2, of: 4, label: 'Second' }, undefined],
] as const
for (const [field, value, expected] of right)
  test(`a correction that can be: ${field} = ${JSON.stringify(value)}`, () => {
    const { statement: corrected, problems } = applyCorrections(statement('x-0-9'), [correction(field, value)])
    const grounds = { [field]: { basis: 'judged', rule: 'judged/c1', spans: [] } }
    assert.deepEqual(corrected, { ...statement('x-0-9'), ...(expected ?? { [field]: value }), grounds })
    assert.deepEqual(problems, [])
  })

test('null takes an optional field away, and later corrections see earlier ones', () => {
  const doubtful = statement('x-0-9', { doubt: 'two readings' })
  const { statement: sure } = applyCorrections(doubtful, [correction('act', 'open'), correction('doubt', null)])
  assert.equal('doubt' in sure, false)
  assert.equal(sure.act, 'open')
  assert.equal(sure.grounds['doubt']?.basis, 'judged')
})

test('nothing that a journal can hold makes a correction throw', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('force', 'target', 'deadline', 'point', 'hedges')), fc.anything(), (field, value) => {
      const { statement: after, problems } = applyCorrections(statement('x-0-9'), [correction(field, value)])
      assert.equal(problems.length === 0, checkCorrection(field, value) === undefined)
      assert.equal(after.id, 'x-0-9')
    }),
  ))

const TEXT = '0123456789ab'
const at = (from: number, to: number) => statement(`${TEXT}-${from}-${to}`)
const carried = [
  ['the statement itself, although another covers it too', '10-20', [at(10, 20), at(10, 21)], '10-20'],
  ['wider by less than its own length', '10-20', [at(8, 26)], '8-26'],
  ['just half in common', '10-20', [at(10, 30)], '10-30'],
  ['less than half in common', '10-20', [at(10, 31)], undefined],
  ['next to it', '10-20', [at(20, 30)], undefined],
  ['the best of several', '10-20', [at(10, 18), at(11, 20), at(9, 24)], '11-20'],
  ['the earlier of two alike', '10-20', [at(12, 22), at(8, 18)], '8-18'],
  ['no statement left', '10-20', [], undefined],
] as const
for (const [what, old, statements, expected] of carried)
  test(`carried over: ${what}`, () => assert.equal(carryOver(`${TEXT}-${old}`, statements), expected && `${TEXT}-${expected}`))

test('a statement of another text is never carried to, and an entry has no place', () => {
  assert.equal(carryOver(`${TEXT}-10-20`, [statement('ba9876543210-10-20')]), undefined)
  assert.equal(placeOf('r-z/bridge'), undefined)
  assert.equal(carryOver('r-z/bridge', [at(1, 2)]), undefined)
})

test('settling moves judgements to where their statements are now, and loses none', () => {
  const journal = say(
    `a delivers on ${TEXT}-10-20\nb same ${TEXT}-10-20 r-z/bridge\nc same ${TEXT}-10-20 ${TEXT}-90-99\nd delivers on ${TEXT}-90-99\nw withdraws a`,
  )
  const now = [at(10, 22)]
  const settled = settle(journal, (id) => (placeOf(id) ? carryOver(id, now) : id))
  assert.equal(ids(settled.judgements), 'a b w')
  const [evidence, link, withdrawal] = settled.judgements
  assert.ok(evidence?.type === 'evidence' && evidence.on === `${TEXT}-10-22`)
  assert.ok(link?.type === 'link' && link.a === `${TEXT}-10-22` && link.b === 'r-z/bridge')
  assert.ok(!('on' in evidence && 'a' in evidence))
  assert.deepEqual(withdrawal, journal[4])
  const both = settle(say('a same gone lost'), () => undefined)
  assert.equal(both.orphans[0]?.node, 'gone')
  assert.deepEqual(
    settled.moved.map(({ judgement, to }) => `${judgement} ${to}`),
    [`a ${TEXT}-10-22`, `b ${TEXT}-10-22`],
  )
  assert.deepEqual(
    settled.orphans.map(({ judgement, node }) => `${judgement.id} ${node}`),
    [`c ${TEXT}-90-99`, `d ${TEXT}-90-99`],
  )
  assert.deepEqual([...settled.judgements.map(({ id }) => id), ...settled.orphans.map(({ judgement }) => judgement.id)].sort(), [
    'a',
    'b',
    'c',
    'd',
    'w',
  ])
})
