import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { read } from '../src/index.ts'
import type { Edit } from '../src/model.ts'
import { applyEdits, invertEdits, PositionMap } from '../src/span.ts'

const samples = readdirSync('samples')
  .filter((f) => f.endsWith('.txt'))
  .map((f) => readFileSync(`samples/${f}`, 'utf8'))

/** Invariants 1 and 3 of a reading: spans slice to their quotes, edits undo, same input gives same bytes. */
function holds(text: string): void {
  const reading = read({ text })
  for (const item of [...reading.statements, ...reading.damage]) {
    assert.ok(item.span.from < item.span.to && item.span.to <= text.length, `span ${item.span.from}-${item.span.to}`)
    assert.equal(text.slice(item.span.from, item.span.to), item.quote)
  }
  for (const { span } of [...reading.rejections, ...reading.mentions, ...reading.segments])
    assert.ok(span.from < span.to && span.to <= text.length)
  const edited = applyEdits(text, reading.edits)
  assert.equal(applyEdits(edited, invertEdits(text, reading.edits)), text)
  assert.equal(JSON.stringify(read({ text })), JSON.stringify(reading))
}

test('random text is read without a throw, and every span slices', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), holds), { numRuns: 300 })
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), { numRuns: 200 })
})

test('random splices of real sentences keep the invariants', () => {
  const pieces = samples.flatMap((text) => text.split(/(?<=[\s.,])/)).filter((p) => p.length > 0)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, '\n\n', '"', '(', ')', ';', ':', '- ', '\u200b', 'Ã£'), { maxLength: 120 }), (parts) =>
      holds(parts.join('')),
    ),
    { numRuns: 150 },
  )
})

test('edits map every surviving character back to itself', () => {
  const edit = fc.record({ gap: fc.nat(5), cut: fc.nat(4), insert: fc.string({ maxLength: 4 }) })
  fc.assert(
    fc.property(fc.string({ minLength: 60, maxLength: 60 }), fc.array(edit, { maxLength: 6 }), (text, plan) => {
      const edits: Edit[] = []
      let at = 0
      for (const { gap, cut, insert } of plan) {
        const from = at + gap + 1
        if (from + cut > text.length) break
        if (cut || insert) edits.push({ span: { from, to: from + cut }, insert, rule: 'test' })
        at = from + cut
      }
      const edited = applyEdits(text, edits)
      assert.equal(applyEdits(edited, invertEdits(text, edits)), text)
      const map = new PositionMap(edits)
      let shift = 0
      let source = 0
      for (const e of [...edits, { span: { from: text.length, to: text.length }, insert: '', rule: 'end' }]) {
        for (; source < e.span.from; source++) assert.equal(map.toSource(source + shift, 1), source)
        shift += e.insert.length - (e.span.to - e.span.from)
        source = e.span.to
      }
      // what a map remembers of what it was asked changes no answer
      for (let from = 0; from < edited.length; from += 3)
        for (const length of [1, 7, 20]) {
          const fresh = new PositionMap(edits).spanToSource(from, from + length)
          assert.deepEqual([map.spanToSource(from, from + length), map.listToSource(from, from + length)], [fresh, [fresh]])
          assert.equal(map.spanToSource(from, from + length), map.listToSource(from, from + length)[0])
        }
    }),
  )
})

const hard: [string, string][] = [
  ['empty', ''],
  ['only spaces', ' \n\t \n'],
  ['NUL', 'R agreed\u0000 to open a port.'],
  ['lone surrogate', 'France \ud800 agreed to open a port.'],
  ['a million opening brackets', '('.repeat(1_000_000)],
  ['ten thousand numbered points', Array.from({ length: 10_000 }, (_, i) => `${i}. The two sides agreed to open port ${i}.`).join('\n')],
  ['right to left', 'اتفق الجانبان على فتح الميناء. France will open a port.'],
  ['combining characters', 'Fra\u0301nce will o\u0308pen a port.'],
]
for (const [name, text] of hard) test(`hard text: ${name}`, () => holds(text))

test('a script without a lexicon gives an empty reading that says so', () => {
  const reading = read({ text: '双方同意恢复航班。' })
  assert.equal(reading.statements.length, 0)
  assert.match(reading.notes.join(), /no lexicon/)
})
