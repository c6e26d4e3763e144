import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { charWidth, cut, flow, textWidth } from '../../src/cli/flow.ts'
import { harmless } from '../../src/cli/harmless.ts'
import { viewLines } from '../../src/cli/view.ts'
import type { Reading, Statement } from '../../src/model.ts'
import { run } from './run.ts'

const text = 'R and Z agreed to open the oldBridge by 2032.'
const ground = { basis: 'stated', rule: 'frame/agree', spans: [{ from: 8, to: 14 }] } as const
const statement: Statement = {
  id: 'x',
  span: { from: 0, to: 44 },
  quote: text.slice(0, 44),
  kind: 'commitment',
  force: 'agreed',
  parties: ['FR', 'JP'],
  addressees: ['UN'],
  attribution: 'Minister A',
  act: 'open',
  aspect: 'resumed',
  hedges: ['where possible'],
  condition: 'if funds allow',
  mechanisms: ['Bridge Forum'],
  places: ['Lyon'],
  target: { phrase: 'twice a week', span: { from: 0, to: 1 } },
  deadline: { phrase: 'by 2032', bound: 'by', span: { from: 37, to: 44 }, to: '2032-12-31' },
  topics: [],
  precision: 3,
  point: { number: 2, of: 4, label: 'Second, bridges' },
  doubt: 'touches damage',
  grounds: { kind: ground },
}
const reading: Reading = {
  id: 'a.txt',
  source: { title: 'A title', date: '2031-01-02' },
  hash: '',
  lexicon: '',
  notes: [],
  parties: ['FR', 'JP'],
  edits: [],
  segments: [],
  mentions: [],
  statements: [statement],
  damage: [{ span: { from: 27, to: 36 }, quote: 'oldBridge', rule: 'damage/glued', what: 'glued words' }],
  rejections: [{ span: { from: 0, to: 1 }, gate: 'forecast', rule: 'frame/grow' }],
}
const draw = (width: number, color = false, explain = false) => [...viewLines(reading, text, { width, color, explain })].join('\n')

test('the view shows everything about a statement, in order', () => {
  assert.equal(
    draw(80),
    `A title
2031-01-02 · between FR, JP

── 2 of 4 · Second, bridges

  ● agreed    FR, JP → open (resumed) · towards UN
              “R and Z agreed to open the ⟦oldBridge⟧ by 2032”
              when: by 2032 [2032-12-31] · how much: twice a week · if: if funds
              allow · hedged: where possible · named: Bridge Forum · where: Lyon
              · said by Minister A
              ? doubt: touches damage

  ✗ damaged   glued words: ⟦oldBridge⟧

1 statement (1 agreed) · 1 damaged stretch · 1 clause refused (1 forecast)`,
  )
})

test('--explain adds the rule of every field and the refused clauses', () => {
  const drawn = draw(100, false, true)
  assert.match(drawn, /why kind: stated by frame\/agree on “agreed”/)
  assert.match(drawn, /– refused {3}forecast by frame\/grow: “R”/)
})

test('damage is marked in the quote in whatever order the reading names it', () => {
  const other = { span: { from: 0, to: 1 }, quote: 'R', rule: 'damage/spliced-name', what: 'foreign name' }
  const lines = [...viewLines({ ...reading, damage: [...reading.damage, other] }, text, { width: 80, color: false, explain: false })]
  assert.ok(lines.some((line) => line.includes('“⟦R⟧ and Z agreed to open the ⟦oldBridge⟧ by 2032”')))
})

test('colours carry nothing: without them the view is the same', () => {
  const colored = draw(80, true)
  assert.notEqual(colored, draw(80))
  assert.equal(colored.replace(/\u001b\[\d+m/g, ''), draw(80))
})

test('no line is wider than the terminal', () => {
  for (const width of [40, 57, 80, 100, 133])
    for (const line of draw(width, false, true).split('\n')) assert.ok(textWidth(line) <= width, `${width}: ${line}`)
})

const hostile = 'Fran\u001b]0;owned\u0007ce\u001b[2J will \u009b31m open \u202ea port\u0000 \u2066in\u200f Lyon\u007f'

test('no escape, control character or direction mark of a text reaches the terminal', () => {
  const source = {
    title: hostile,
    publisher: hostile,
    date: '2031-01-02',
    text: `${hostile}.\n\nFrance ${hostile} and agreed to ${hostile}.`,
  }
  for (const args of [
    ['read', '-'],
    ['read', '--explain', '-'],
    ['read', '--color', 'always', '-'],
  ]) {
    const { stdout } = run(args, `Title: ${source.title}\nPublisher: ${source.publisher}\nDate: ${source.date}\n\n${source.text}`)
    const own = stdout.replaceAll(/\u001b\[(?:0|1|2|3\d)m/g, args.includes('always') ? '' : '$&')
    assert.doesNotMatch(own, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
  }
})

test('harmless text is a fixed point, on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
      const plain = harmless(raw)
      assert.equal(harmless(plain), plain)
      assert.doesNotMatch(plain, /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\s\s/)
    }),
  )
})

const widths: readonly (readonly [char: string, width: number])[] = [
  ['a', 1],
  ['é', 1],
  ['\u0301', 0],
  ['\u200d', 0],
  ['双', 2],
  ['한', 2],
  ['カ', 2],
  ['，', 2],
  ['ｶ', 1],
  ['𠀀', 2],
  ['🚆', 2],
  ['ش', 1],
]
for (const [char, width] of widths) test(`width of ${JSON.stringify(char)} is ${width}`, () => assert.equal(charWidth(char), width))

test('flow loses no character and keeps to the width', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '双', '方', '\u0301') }), fc.constantFrom('1', '31'))),
      fc.integer({ min: 4, max: 30 }),
      (parts, width) => {
        const lines = flow(parts, width, (_, value) => value)
        for (const line of lines) assert.ok(textWidth(line) <= width)
        assert.equal(
          lines.join('').replaceAll(' ', ''),
          parts
            .map(([part]) => part)
            .join('')
            .replaceAll(' ', ''),
        )
      },
    ),
  )
})

test('cut keeps to the width and says that something is missing', () => {
  assert.equal(cut('双方同意', 8), '双方同意')
  assert.equal(cut('双方同意', 7), '双方同…')
  assert.equal(cut('abc', 3), 'abc')
  assert.equal(cut('abcd', 3), 'ab…')
})
