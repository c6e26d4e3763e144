import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { vocabularyOf } from '../../src/index.ts'
import { loadLexicon, parseTable } from '../../src/lexicon/parse.ts'
import { emptyTokens, tokenize } from '../../src/lexicon/tokens.ts'
import { Vocabulary } from '../../src/lexicon/vocabulary.ts'
import { Code, Flag, More } from '../../src/lexicon/word.ts'

const made = vocabularyOf('en')
assert.ok(made)
const vocabulary = made
const cut = (text: string): string[] => {
  const tokens = tokenize(text, 0, text.length, vocabulary, emptyTokens())
  return tokens.from.map((from, i) => text.slice(from, tokens.to[i]))
}

const tokens: [string, string[]][] = [
  ['China-Kazakhstan co-chairs', ['China', '-', 'Kazakhstan', 'co-chairs']],
  ['1,200.5 tons, 3.', ['1,200.5', 'tons', ',', '3', '.']],
  ['the U.S. and H.E. Mr. Ort', ['the', 'U.S.', 'and', 'H.E.', 'Mr.', 'Ort']],
  ['Joseph R. Bell, Jr. spoke', ['Joseph', 'R.', 'Bell', ',', 'Jr.', 'spoke']],
  ['R’s and they’ll, states’ plan', ['R', '’s', 'and', 'they', '’ll', ',', 'states', '’', 'plan']],
  ["Xi’an and Sana'a don’t, WON'T", ['Xi’an', 'and', "Sana'a", 'do', 'n’t', ',', 'WO', "N'T"]],
  ['O’Brien in Qur’anic Côte d’Ivoire', ['O’Brien', 'in', 'Qur’anic', 'Côte', 'd’Ivoire']],
  ['“quoted” (x)', ['“', 'quoted', '”', '(', 'x', ')']],
]
for (const [text, expected] of tokens) test(`tokens of ${text}`, () => assert.deepEqual(cut(text), expected))

const words: [string, number, string][] = [
  ['reopening', Flag.ING, 'reopen'],
  ['reopened', Flag.PAST | Flag.PARTICIPLE, 'reopen'],
  ['carries', Flag.PRESENT, 'carry'],
  ['agreed', Flag.PAST | Flag.PARTICIPLE, 'agree'],
  ['held', Flag.PAST | Flag.PARTICIPLE, 'hold'],
  ['will', Flag.MODAL, 'will'],
  ['Have', Flag.HAVE | Flag.CAPITAL, 'have'],
]
for (const [form, flags, lemma] of words)
  test(`word ${form}`, () => {
    const word = vocabulary.lookup(form)
    assert.equal(word.flags & flags, flags)
    assert.equal(word.lemma, lemma)
  })

test('closed words and marks have codes, written either way', () => {
  const codes: [string, number][] = [
    ['Of', Code.OF],
    ['BETWEEN', Code.BETWEEN],
    ['an', Code.A],
    [',', Code.COMMA],
    ['’', Code.APOSTROPHE],
    ['“', Code.OPEN_QUOTE],
    ['port', Code.NONE],
  ]
  for (const [form, code] of codes) assert.equal(vocabulary.lookup(form).code, code, form)
})

test('apostrophes straight and curly are one word', () => {
  assert.deepEqual(vocabulary.lookup('O’Brien'), vocabulary.lookup("O'Brien"))
  assert.ok(vocabulary.lookup('UN').more & More.CAPS)
})

test('every form that the verb table lists belongs to its verb', () => {
  for (const row of parseTable('verbs', readFileSync('lexicon/en/verbs.tsv', 'utf8'))) {
    assert.ok(vocabulary.lookup(row['id'] as string).flags & (Flag.BASE | Flag.HAVE | Flag.BE | Flag.DO), row['id'])
    for (const form of (row['participle'] || row['id'] || '').split('|')) assert.ok(vocabulary.lookup(form).more & More.KNOWN, form)
  }
})

/** A vocabulary that has seen nothing yet. */
const fresh = (): Vocabulary =>
  new Vocabulary(
    loadLexicon(
      'en',
      '',
      Object.fromEntries(
        Object.entries({
          words: 'id\tclass\tforms\na\tmodal intent\twill',
          verbs: 'id\tpast\tparticiple\ting\talso\nrun\tran\trun\t\t',
          inflection: 'id\tform\tending\tdrop\tadd\ni\ting\t\t\ting',
          states: 'id\tnames\nRR\tRland',
        }),
      ),
    ),
  )

test('a word does not depend on what was looked up before, nor on a table that has started over', () => {
  const one = fresh()
  const two = fresh()
  for (let i = 0; i < 130_000; i++) two.lookup(`w${i}`)
  const seen = ['run', 'RUN', 'ran', 'running', 'will', 'Will', 'Rland', 'unknown', '…', '3,000', 'O’Brien', 'x'.repeat(90)]
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...seen), fc.string({ minLength: 1, maxLength: 8 }))), (forms) => {
      for (const form of forms) {
        const { start, opens, ...a } = one.lookup(form)
        const { start: other, opens: more, ...b } = two.lookup(form)
        assert.deepEqual(a, b)
        assert.equal(start === undefined, other === undefined)
        assert.equal(opens === undefined, more === undefined)
      }
    }),
  )
})

test('a form that no name is written as opens none; one in capitals opens what any letter case does', () => {
  const words = fresh()
  assert.ok(words.lookup('Rland').opens)
  assert.ok(words.lookup('RLAND').opens)
  assert.ok(words.lookup('rland').start)
  assert.equal(words.lookup('rland').opens, undefined)
})

test('forms whose hashes all meet take no more than bounded steps each', () => {
  const forms: string[] = []
  for (let i = 0; i < 1 << 15; i++) forms.push(Array.from({ length: 15 }, (_, k) => ((i >> k) & 1 ? 'Aa' : 'BB')).join(''))
  const words = fresh()
  const text = forms.join(' ')
  const from = performance.now()
  for (let i = 0; i < 3; i++) assert.equal(tokenize(text, 0, text.length, words, emptyTokens()).length, forms.length)
  assert.ok(performance.now() - from < 8000)
})

test('tokens cover every letter of any text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const found = tokenize(text, 0, text.length, vocabulary, emptyTokens())
      let at = 0
      for (let i = 0; i < found.length; i++) {
        assert.match(text.slice(at, found.from[i]), /^[\s\u2000-\u200a]*$/u)
        assert.ok((found.from[i] as number) < (found.to[i] as number))
        at = found.to[i] as number
      }
      assert.match(text.slice(at), /^[\s\u2000-\u200a]*$/u)
    }),
  )
})
