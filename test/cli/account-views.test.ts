import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textWidth } from '../../src/cli/flow.ts'
import { rowLines } from '../../src/cli/ledger/rows.ts'
import { type Pair, pairLines } from '../../src/cli/review/view.ts'
import { figure, seriesLine, seriesLines, spark } from '../../src/cli/series/view.ts'
import { changesOf } from '../../src/cli/show/changes.ts'
import type { File } from '../../src/cli/show/file.ts'
import { ladderLines } from '../../src/cli/show/ladder.ts'
import { fileLines } from '../../src/cli/show/view.ts'
import { lifeLine } from '../../src/ledger/history.ts'
import { about, inForce } from '../../src/ledger/journal.ts'
import { featuresOf } from '../../src/ledger/link/features.ts'
import type { Document, Judgement, Member, Of, Relation, Undertaking } from '../../src/ledger/nouns.ts'
import { scoresByParty } from '../../src/ledger/score/versions.ts'
import { standingOf } from '../../src/ledger/standing.ts'
import type { Force, Statement } from '../../src/model.ts'
import type { Row } from '../../src/store/types.ts'
import { statement as invented } from '../ledger/say.ts'

const screen = { color: false, width: 80 }

const statement = (id: string, quote: string, force: Force, more: Partial<Statement> = {}): Statement =>
  invented(id, { span: { from: 0, to: quote.length }, quote, force, act: 'open', ...more })

const document = (id: string, date: string): Document => ({
  id,
  hash: `hash-${id}`,
  title: `Talks of ${date}`,
  publisher: 'Ministry of R',
  date,
})

function member(one: Statement, in_: Document, relation: Relation, to?: string): Member {
  const link =
    to === undefined
      ? {}
      : { to, link: { by: 'stocktake', score: 0.83, parts: [{ name: 'words', value: 0.9, weight: 2, on: ['open', 'bridge'] }] } }
  return { statement: one, document: in_.id, hash: in_.hash, relation, ...link, ...(in_.date === undefined ? {} : { date: in_.date }) }
}

const first = document('d1', '2031-03-06')
const second = document('d2', '2032-04-01')
const deadline = { phrase: 'by 2033', bound: 'by', span: { from: 0, to: 1 }, to: '2033-12-31' } as const
const members = [
  member(
    statement('s1', 'R and Z agreed to open the bridge by 2033', 'agreed', {
      deadline,
      condition: 'if the banks agree',
      hedges: ['where possible'],
    }),
    first,
    'new',
  ),
  member(statement('s2', 'R and Z intend to open the bridge', 'intent', { places: ['Lyon'] }), second, 'softens', 's1'),
]
const undertaking: Undertaking = {
  id: 's1',
  label: 'open the bridge',
  kind: 'commitment',
  force: 'intent',
  parties: ['R', 'Z'],
  topics: ['transport'],
  mechanisms: [],
  places: [],
  entries: [],
  members,
  first: '2031-03-06',
  last: '2032-04-01',
  due: '2033-12-31',
  standing: 'not-yet-due',
}
const head = { at: '2033-01-02T03:04:05.000Z', by: 'anna' } as const
const guideline: Of<'guideline'> = {
  ...head,
  id: 'g1',
  type: 'guideline',
  on: 's1',
  window: { from: '2031-03-07', to: '2033-12-31' },
  full: 'the bridge carries cars',
  partial: 'works have begun',
  none: 'nothing built',
}
const score = (id: string, by: string, value: 1 | 0, role: 'first' | 'second'): Of<'score'> => ({
  ...head,
  id,
  by,
  type: 'score',
  on: 's1',
  party: 'R',
  guideline: 'g1',
  value,
  role,
})
const page = { url: 'https://x.example/', publisher: 'Gazette', date: '2032-05-01', paraphrase: 'Works on the bridge began' }
const judgements: Judgement[] = [
  { ...head, id: 'e1', type: 'evidence', on: 's1', shows: 'progress', certainty: 'high', date: '2032-05-01', page },
  { ...head, id: 'n1', type: 'search', on: 's1', party: 'Z', where: ['gazette of Z'], query: 'bridge', until: '2032-12-31' },
  guideline,
  score('c1', 'anna', 0, 'first'),
  score('c2', 'bert', 1, 'second'),
]

function fileWith(given: Undertaking, journaled: readonly Judgement[], documents: readonly Document[]): File {
  const journal = inForce(journaled)
  const { evidence, searches, guidelines, scores } = about(
    journal,
    given.members.map((one) => one.statement.id),
  )
  const proofs = { entries: given.entries, members: given.members, evidence, scores, guidelines }
  return {
    undertaking: given,
    assessment: standingOf({ ...proofs, searches, asOf: '2033-01-02', order: journal.order }),
    life: lifeLine(proofs),
    documents: new Map(documents.map((one) => [one.id, one])),
    evidence,
    searches,
    guidelines,
    scores: scoresByParty(scores, guidelines, journal.order),
    series: [],
    judgements: journaled,
  }
}

const file = fileWith(undertaking, judgements, [first, second])
const drawn = (color = false, width = 80) => [...fileLines(file, { color, width }, { asOf: '2033-01-02', journal: true })]

test('the file of an undertaking shows steps, wordings, changes, evidence, searches and both scores', () => {
  const text = drawn(false, 100).join('\n')
  for (const part of [
    `  agreed   │●
  intent   │           ◐
           └2031-03-06 2032-04-01`,
    `  ● agreed    2031-03-06 · * first · R, Z
              “R and Z agreed to open the bridge by 2033”
              when: by 2033 · if: if the banks agree · hedged: where possible
              Talks of 2031-03-06, Ministry of R · s1 · document d1`,
    `  ◐ intent    2032-04-01 · ↓ softens · R, Z
              “R and Z intend to open the bridge”
              changed: force agreed → intent · when by 2033 → none · if if the banks agree → none ·
              hedged − where possible · where + Lyon
              Talks of 2032-04-01, Ministry of R · s2 · document d2
              linked by stocktake at 0.83 to s1: words (open, bridge)`,
    `  ▸ progress     2032-05-01 · certainty high
                 Works on the bridge began
                 Gazette, 2032-05-01, https://x.example/
                 e1 · by anna, 2033-01-02`,
    '  ∅ not found    Z · gazette of Z searched for “bridge”, up to 2032-12-31',
    '  guideline · 2031-03-07 to 2033-12-31',
    'none · disagreed',
    'first: 0 by anna, 2033-01-02 · c1',
    'second: +1 by bert, 2033-01-02 · c2',
  ])
    assert.ok(text.includes(part), `${part}\n\nis not in\n\n${text}`)
})

test('a line of the journal does not tell a score', () => {
  const journal = drawn().join('\n').split('── journal')[1] ?? ''
  assert.match(journal, /c1 2033-01-02 anna: s1: score of R by g1$/m)
})

test('colours carry nothing: without them the file is the same', () => {
  assert.notDeepEqual(drawn(true), drawn())
  assert.equal(
    drawn(true)
      .join('\n')
      .replace(/\u001b\[\d+m/g, ''),
    drawn().join('\n'),
  )
})

for (const width of [40, 60, 80, 120, 200])
  test(`no line is wider than ${width} columns`, () => {
    for (const line of drawn(false, width)) assert.ok(textWidth(line) <= width, line)
  })

const pairOf = (a: Member, b: Member): Pair => {
  const side = (one: Member, of: Document) => ({
    node: {
      id: one.statement.id,
      undertaking: one.statement.id,
      features: featuresOf(one.statement, one.hash, of, ['R', 'Z']),
      statement: one.statement,
    },
    label: one.statement.act,
    document: of,
  })
  return {
    a: side(a, first),
    b: side(b, second),
    score: 0.61,
    parts: [
      { name: 'words', value: 0.5, weight: 1, on: ['bridge'] },
      { name: 'place', value: -1, weight: 1, on: ['Lyon'] },
    ],
    barriers: ['number'],
  }
}

test('a pair stands side by side where there is room, else one above the other', () => {
  const pair = pairOf(members[0] as Member, members[1] as Member)
  assert.equal(
    [...pairLines(pair, '1 pair waiting', { color: false, width: 100 })].join('\n'),
    `── 1 pair waiting · alike by 0.61
  ● agreed · 2031-03-06 · R, Z                   │ ◐ intent · 2032-04-01 · R, Z
  “R and Z agreed to open the bridge by 2033”    │ “R and Z intend to open the bridge”
  Talks of 2031-03-06, Ministry of R             │ Talks of 2032-04-01, Ministry of R
  s1                                             │ s2

  share   words 0.50: bridge
  differ  place: Lyon · force agreed → intent · when by 2033 → none · if if the banks agree → none ·
          hedged − where possible · where + Lyon
  barrier number`,
  )
  const narrow = [...pairLines(pair, '1 pair waiting', screen)]
  assert.ok(narrow.every((line) => !line.includes('│')))
  assert.equal(narrow.filter((line) => line.includes('“')).length, 2)
})

test('a field that a wording changes is named once, both ways', () => {
  const [a, b] = [members[0]?.statement as Statement, members[1]?.statement as Statement]
  assert.deepEqual(changesOf(a, a), [])
  assert.deepEqual(
    changesOf(a, b).map(({ field }) => field),
    changesOf(b, a).map(({ field }) => field),
  )
})

test('steps that are more than fit leave out the middle, and one alone is no line', () => {
  const many = Array.from({ length: 12 }, (_, i) => {
    const day = document(`d${i}`, `20${31 + i}-01-01`)
    return member(statement(`s${i}`, 'q', i % 2 ? 'agreed' : 'should'), day, i ? 'repeats' : 'new')
  })
  const life = (of: readonly Member[]) => lifeLine({ entries: [], members: of, evidence: [], scores: [], guidelines: [] })
  assert.deepEqual(ladderLines(life(many.slice(0, 1)), 80), [])
  const lines = ladderLines(life(many), 60)
  assert.ok(lines.every((line) => textWidth(line) <= 60))
  assert.match(lines.at(-1) as string, /2031-01-01 .* 2042-01-01$/)
  assert.match(lines[0] as string, /…/)
})

for (const [values, bars] of [
  [[], ''],
  [[0, 0], '▁▁'],
  [[5], '█'],
  [[0, 7, 14], '▁▅█'],
  [[-7, 0, 7], '▁▅█'],
  [[1, undefined, 8], '▂ █'],
] as const)
  test(`bars of ${JSON.stringify(values)}`, () => assert.equal(spark(values), bars))

for (const [value, words] of [
  [0, '0'],
  [1234.5, '1 234.5'],
  [1234567, '1 234 567'],
  [-1000, '-1 000'],
  [1e21, '1e+21'],
  [0.1234567, '0.1234567'],
] as const)
  test(`${value} is written ${words}`, () => assert.equal(figure(value), words))

const seen = (id: string, period: string, value: number, more: Partial<Of<'observation'>> = {}): Of<'observation'> => ({
  ...head,
  id,
  type: 'observation',
  series: 'trade',
  period,
  value,
  ...more,
})
const series = { id: 'trade', label: 'Trade of R and Z', unit: 'million' }

test('a series: bars with numbers, sources beside them, what disagrees marked', () => {
  const values = [seen('o1', '2031', 500, { page }), seen('o2', '2032', 1000), seen('o3', '2032', 900, { rival: true })]
  assert.equal(seriesLine(series, values, '2033-01-01', screen), '  ▅█          2031 500 → 2032 1 000 million · Trade of R and Z · trade')
  const text = [...seriesLines(series, values, '2033-01-01', screen)].join('\n')
  assert.match(text, /2031 █{10,} 500\n.*Gazette, 2032-05-01, https/)
  assert.match(text, /2032 █{20,} 1 000 disputed/)
  assert.match(text, /900: by anna \(rival value\)/)
})

test('a row of the list', () => {
  const row: Row = { ...undertaking, statements: 2, documents: 2, evidence: 1, scores: 2 }
  assert.equal(
    [...rowLines([row], screen)].join('\n'),
    `  ◐ intent    open the bridge
              R, Z · ◷ not yet due · 2 wordings in 2 texts · 2031-03-06 to
              2032-04-01 · due 2033-12-31 · 1 piece of evidence · 2 scores
              s1`,
  )
})

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('\u001b[31mred\u001b[0m', 'a\rb\nc', '\u202eright', '\ud800', 'x'.repeat(200), '\u200b', '双'.repeat(40)),
)
test('whatever texts, names and addresses say, every view stays on its lines and harms no terminal', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, fc.integer({ min: 40, max: 130 }), (quote, name, address, width) => {
      const bad: Document = { id: 'd', hash: 'h', title: name, publisher: address, url: address, date: '2031-01-01' }
      const one = member(
        statement('s1', quote, 'agreed', { parties: [name], places: [name], mechanisms: [address], condition: quote }),
        bad,
        'new',
      )
      const two = member(statement('s2', name, 'intent', { parties: [address], places: [quote] }), bad, 'softens', 's1')
      const journaled: Judgement[] = [
        {
          ...head,
          id: 'e1',
          by: name,
          reason: quote,
          type: 'evidence',
          on: 's1',
          shows: 'progress',
          certainty: 'low',
          note: name,
          page: { url: address, publisher: name, paraphrase: quote },
        },
      ]
      const given: Undertaking = { ...undertaking, label: quote, parties: [name], topics: [address], members: [one, two] }
      const value = seen('o1', '2031', 5, { note: quote, scope: name, page: { url: address, paraphrase: quote } })
      const row: Row = { ...given, statements: 2, documents: 2, evidence: 1, scores: 2 }
      const lines = [
        ...fileLines(fileWith(given, journaled, [bad]), { color: false, width }, { asOf: '2033-01-02', journal: true }),
        ...pairLines(pairOf(one, two), '1 pair waiting', { color: false, width }),
        ...seriesLines({ ...series, label: quote, unit: name }, [value], '2033-01-01', { color: false, width }),
        ...rowLines([row], { color: false, width }),
      ]
      for (const line of lines) {
        assert.ok(textWidth(line) <= width, `${textWidth(line)} of ${width}: ${line}`)
        assert.doesNotMatch(line, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
      }
    }),
  )
})
