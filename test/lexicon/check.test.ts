import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkTables } from '../../src/lexicon/check.ts'
import { LexiconError, loadLexicon, parseTable, readTable } from '../../src/lexicon/parse.ts'

for (const language of readdirSync('lexicon'))
  test(`the tables of ${language} have no mistake`, () => {
    const files = readdirSync(`lexicon/${language}`).filter((f) => f.endsWith('.tsv'))
    assert.deepEqual(
      checkTables(Object.fromEntries(files.map((f) => [f.slice(0, -4), readFileSync(`lexicon/${language}/${f}`, 'utf8')]))),
      [],
    )
  })

const faults: [string, Record<string, string>, RegExp][] = [
  [
    'an unknown class of word',
    { words: 'id\tclass\tforms\nx\tmodall\twill' },
    /^words\.tsv line 2 \(x\): unknown class modall; use one of/,
  ],
  [
    'an unknown class of head',
    { nameheads: '# a comment\nid\tclass\tforms\nx\tbdy\tBank' },
    /^nameheads\.tsv line 3 \(x\): unknown class bdy/,
  ],
  ['an unknown code', { codes: 'id\tforms\noff\toff' }, /^codes\.tsv line 2 \(off\): unknown code/],
  [
    'a bad character',
    { bodies: 'id\tforms\nB\tBig\u200bBank' },
    /^bodies\.tsv line 2 \(B\): bad character or doubled space in column forms/,
  ],
  [
    'a shadowed name',
    { states: 'id\tnames\nRR\tRland\nZZ\tZland|Rland' },
    /^states\.tsv line 3 \(ZZ\): the form "Rland" is shadowed by states\.tsv line 2 \(RR\)/,
  ],
  [
    'an act in two classes',
    { acts: 'id\tforms\nx\thalt\ny\tend|halt' },
    /^acts\.tsv line 3 \(y\): the form halt stands in line 2 \(x\) too/,
  ],
  ['a weight that is no number', { rarity: 'id\tstems\nten\tpeac' }, /^rarity\.tsv line 2 \(ten\): column id is no number/],
  [
    'two holders of a name on one day',
    { people: 'id\tforms\tfrom\tto\nA\tAb\t2001-01-01\t2004-01-01\nB\tAb\t2003-01-01\t' },
    /line 3 \(B\): .* shadowed by people\.tsv line 2 \(A\)/,
  ],
]
for (const [name, files, message] of faults)
  test(`${name} is named with file, line and entry`, () => {
    const found = checkTables(files)
    assert.equal(found.length, 1)
    assert.match(found[0] ?? '', message)
  })

test('a name may pass from one person to the next', () => {
  assert.deepEqual(checkTables({ people: 'id\tforms\tfrom\tto\nA\tAb\t2001-01-01\t2003-01-01\nB\tAb\t2003-01-01\t' }), [])
})

const broken: [string, string, RegExp][] = [
  ['too few cells', 'id\tforms\nx', /t\.tsv line 2 \(x\): has 1 cells, the header has 2/],
  ['no header', '# only a comment\n', /t\.tsv: no header line/],
  ['first column', 'name\tforms\n', /line 1 \(name\): the first column must be named id/],
  ['id twice', 'id\tforms\nx\ta\ny\tb\nx\tc', /line 4 \(x\): the id stands in line 2 too/],
  ['empty value', 'id\tforms\nx\ta|', /line 2 \(x\): empty value in column forms/],
  ['curly apostrophe', 'id\tforms\nx\tXi\u2019an', /line 2 \(x\): curly apostrophe in column forms/],
]
for (const [name, text, message] of broken)
  test(`a table with ${name} is refused`, () => {
    assert.throws(
      () => parseTable('t', text),
      (error: Error) => error instanceof LexiconError && message.test(error.message),
    )
  })

test('a lexicon parses a table when it is asked for', () => {
  const lexicon = loadLexicon('xx', '1', { good: 'id\nx', bad: 'id\tforms\nx' })
  assert.deepEqual(lexicon.tables['good'], [{ id: 'x' }])
  assert.throws(() => lexicon.tables['bad'], /bad\.tsv line 2/)
  assert.deepEqual(readTable('t', 'id\n#x\n\ny\n'), [{ id: 'y' }])
})
