import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { type GoldDocument, type GoldStatement, sharedFolder } from '../../bench/gold.ts'
import { runOfficial } from '../../bench/official.ts'
import { addTallies, codedCell, fieldMean, officialLines, overlap, type Predicted, prf, scoreDocument, setF1 } from '../../bench/score.ts'
import type { Force, Kind } from '../../src/model.ts'
import { newFolder } from '../folder.ts'

const gold = (from: number, to: number, kind: Kind, force: Force, parties: string[], more: Partial<GoldStatement> = {}): GoldStatement => ({
  from,
  to,
  quote: '',
  kind,
  force,
  parties,
  ...more,
})
const said = (from: number, to: number, kind: Kind, force: Force, parties: string[], more: Partial<Predicted> = {}): Predicted => ({
  span: { from, to },
  kind,
  force,
  parties,
  ...more,
})

test('overlap is the shared over the joint length', () => {
  const cases: [[number, number], [number, number], number][] = [
    [[0, 10], [0, 10], 1],
    [[0, 10], [5, 15], 1 / 3],
    [[0, 10], [0, 5], 0.5],
    [[0, 10], [10, 20], 0],
    [[0, 10], [30, 40], 0],
  ]
  for (const [[a, b], [c, d], share] of cases) assert.equal(overlap({ from: a, to: b }, { from: c, to: d }), share)
})

test('parties: two empty lists agree, otherwise the Dice overlap', () => {
  const cases: [string[], string[], number][] = [
    [[], [], 1],
    [['RR'], [], 0],
    [['RR', 'ZZ'], ['ZZ', 'RR'], 1],
    [['RR', 'ZZ'], ['RR'], 2 / 3],
    [['RR'], ['ZZ'], 0],
  ]
  for (const [a, b, share] of cases) assert.equal(setF1(a, b), share)
})

const cases: {
  name: string
  gold: GoldStatement[]
  said: Predicted[]
  found: [number, number, number]
  coded: [number, number, number]
  force?: number
  all?: number
}[] = [
  { name: 'nothing in either', gold: [], said: [], found: [0, 0, 0], coded: [0, 0, 0] },
  {
    name: 'exact',
    gold: [gold(0, 10, 'commitment', 'agreed', ['RR'])],
    said: [said(0, 10, 'commitment', 'agreed', ['RR'])],
    found: [1, 1, 1],
    coded: [1, 1, 1],
    force: 1,
    all: 1,
  },
  {
    name: 'half is enough',
    gold: [gold(0, 10, 'report', 'none', [])],
    said: [said(0, 5, 'report', 'none', [])],
    found: [1, 1, 1],
    coded: [1, 1, 1],
    force: 1,
    all: 1,
  },
  {
    name: 'less than half is not',
    gold: [gold(0, 11, 'report', 'none', [])],
    said: [said(0, 5, 'report', 'none', [])],
    found: [0, 1, 1],
    coded: [0, 1, 1],
  },
  {
    name: 'another kind is found but not coded',
    gold: [gold(0, 10, 'report', 'none', [])],
    said: [said(0, 10, 'position', 'none', [])],
    found: [1, 1, 1],
    coded: [0, 1, 1],
  },
  {
    name: 'force wrong',
    gold: [gold(0, 10, 'commitment', 'agreed', ['RR'])],
    said: [said(0, 10, 'commitment', 'intent', ['RR'])],
    found: [1, 1, 1],
    coded: [1, 1, 1],
    force: 0,
    all: 0,
  },
  {
    name: 'one party missing',
    gold: [gold(0, 10, 'commitment', 'agreed', ['RR', 'ZZ'])],
    said: [said(0, 10, 'commitment', 'agreed', ['RR'])],
    found: [1, 1, 1],
    coded: [1, 1, 1],
    force: 1,
    all: 0,
  },
  {
    name: 'one to one, best first: the second prediction of one statement is extra',
    gold: [gold(0, 10, 'commitment', 'agreed', [])],
    said: [said(0, 8, 'commitment', 'intent', []), said(0, 10, 'commitment', 'agreed', [])],
    found: [1, 1, 2],
    coded: [1, 1, 2],
    force: 1,
    all: 1,
  },
]

test('a document is scored as by hand', () => {
  for (const one of cases) {
    const tally = scoreDocument({ id: one.name, text: '', statements: one.gold }, one.said, [])
    const { hit, gold: wanted, predicted } = codedCell(tally)
    assert.deepEqual([tally.found.hit, tally.found.gold, tally.found.predicted], one.found, one.name)
    assert.deepEqual([hit, wanted, predicted], one.coded, one.name)
    if (one.force !== undefined) assert.equal(fieldMean(tally, 'force'), one.force, one.name)
    if (one.all !== undefined) assert.equal(fieldMean(tally, 'kind+force+parties'), one.all, one.name)
  }
})

test('precision, recall and F1 of nothing are 0, and of 3 hits in 4 and 6 as by hand', () => {
  assert.deepEqual(prf({ hit: 0, gold: 0, predicted: 0 }), { p: 0, r: 0, f1: 0 })
  assert.deepEqual(prf({ hit: 3, gold: 4, predicted: 6 }), { p: 0.5, r: 0.75, f1: 0.6 })
})

const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 25 })).map(([from, length]) => ({ from, to: from + length }))
const shape = fc.record({
  span,
  kind: fc.constantFrom<Kind>('commitment', 'proposal', 'position', 'report'),
  force: fc.constantFrom<Force>('agreed', 'intent', 'none'),
  parties: fc.uniqueArray(fc.constantFrom('RR', 'ZZ', 'UN')),
  act: fc.constantFrom('open', 'close'),
  aspect: fc.constantFrom('new', 'resumed'),
  attribution: fc.option(fc.constantFrom('Minister A', 'Minister B'), { nil: undefined }),
})
const made = fc.record({
  gold: fc.array(shape, { maxLength: 8 }),
  said: fc.array(shape, { maxLength: 8 }),
  broken: fc.array(span, { maxLength: 3 }),
  marked: fc.array(span, { maxLength: 3 }),
})

const shared = sharedFolder()
const scorer = shared && existsSync(join(shared, 'tools', 'score-statements.mjs')) ? shared : undefined
test('our scorer prints what the reference scorer prints, on made documents', { skip: scorer ? false : 'no reference scorer here' }, () => {
  const folder = newFolder()
  const documents = fc.sample(made, { numRuns: 1500, seed: 7 })
  const golds: GoldDocument[] = documents.map((one, i) => ({
    id: `d${i}`,
    text: '',
    damage: one.broken,
    statements: one.gold.map(({ span: { from, to }, attribution, ...rest }) => ({
      from,
      to,
      quote: '',
      ...rest,
      ...(attribution ? { attribution } : {}),
    })),
  }))
  const answers = documents.map((one) => one.said.map(({ attribution, ...rest }) => ({ ...rest, ...(attribution ? { attribution } : {}) })))
  const path = join(folder, 'gold.jsonl')
  writeFileSync(path, golds.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const theirs = runOfficial(
    scorer as string,
    path,
    documents.map((one, i) => ({ id: `d${i}`, statements: answers[i], damage: one.marked.map((m) => ({ span: m })) })),
  )
  const ours = addTallies(
    golds.map((doc, i) =>
      scoreDocument(
        doc,
        answers[i] as Predicted[],
        (documents[i] as (typeof documents)[number]).marked.map((m) => ({ span: m })),
      ),
    ),
  )
  assert.ok(codedCell(ours).hit > 100, 'the made documents have pairs to count')
  assert.deepEqual(officialLines(ours, 0), theirs)
})
