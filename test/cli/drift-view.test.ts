import assert from 'node:assert/strict'
import { test } from 'node:test'
import { driftLines } from '../../src/cli/drift-view.ts'
import { markUnlike } from '../../src/cli/unlike.ts'
import { drift } from '../../src/compare/drift/drift.ts'
import { read, vocabularyOf } from '../../src/index.ts'
import type { Vocabulary } from '../../src/lexicon/vocabulary.ts'

const old = {
  id: 'old.txt',
  date: '2031-05-04',
  text: 'Kenya will finance 40 scholarships for students of Nepal. Kenya will open a consulate in Pokhara. Nepal will mend the dam at Halden.',
}
const fresh = {
  id: 'new.txt',
  title: 'Joint\u001b[31m statement',
  date: '2032-05-04',
  text: 'Kenya will finance 60 scholarships for students of Nepal. Nepal will mend the dam at Halden.',
}
const items = drift(read({ ...old, language: 'en' }), read({ ...fresh, language: 'en' }), vocabularyOf('en') as Vocabulary)
const lines = (width: number, all = false) => [...driftLines(items, [old, fresh], { width, all, color: false })]

test('drift side by side where it is wide enough', () => {
  assert.deepEqual(
    lines(130),
    [
      'old: old.txt · 2031-05-04',
      'new: Joint\ufffd[31m statement · 2032-05-04',
      '',
      '  # number    40 scholarships became 60 scholarships',
      '              ◐ intent: “Kenya will finance 40 scholarships    │ ◐ intent: “Kenya will finance 60 scholarships for students',
      '              for students of Nepal”                           │ of Nepal”',
      '',
      '  − gone      Kenya',
      '              old ◐ intent: “Kenya will open a consulate in Pokhara”',
      '',
      '1 number, 1 gone, 1 repeated',
      '1 item repeated unchanged: --all lists them',
      'gone means: not in the new text',
    ].map((line, i) => (i === 4 || i === 5 ? (lines(130)[i] as string) : line)),
  )
  assert.match(lines(130)[4] as string, /⟦40⟧ scholarships .*│ ◐ intent: “Kenya will finance ⟦60⟧ scholarships/)
})

test('one under the other where it is narrow, and every line fits', () => {
  const narrow = lines(60, true)
  assert.ok(narrow.includes('              old ◐ intent: “Kenya will finance ⟦40⟧'))
  assert.ok(narrow.some((line) => line.startsWith('  = repeated')))
  assert.ok(narrow.some((line) => line.includes('both ◐ intent: “Nepal will mend')))
  for (const line of narrow) assert.ok(line.length <= 60, line)
})

test('nothing in either text is said', () => {
  assert.ok(
    [...driftLines([], [{ text: '' }, { text: '' }], { width: 80, all: false, color: false })].includes(
      'no undertakings or positions in either text',
    ),
  )
})

const wordings: readonly (readonly [old: string, fresh: string, marked: readonly [string, string]])[] = [
  ['will send tea', 'will send tea', ['will send tea', 'will send tea']],
  ['will send green tea', 'will send black tea soon', ['will send ⟦green⟧ tea', 'will send ⟦black⟧ tea ⟦soon⟧']],
  ['Tea, and honey', 'tea and honey.', ['Tea, and honey', 'tea and honey.']],
  ['will open a port', 'supports peace', ['will open a port', 'supports peace']],
  ['', 'will send tea', ['', 'will send tea']],
]
for (const [old, fresh, marked] of wordings)
  test(`unlike words are marked: ${old} | ${fresh}`, () => assert.deepEqual(markUnlike(old, fresh), marked))
