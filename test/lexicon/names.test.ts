import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { vocabularyOf } from '../../src/index.ts'
import { parseTable } from '../../src/lexicon/parse.ts'
import { emptyTokens, tokenize } from '../../src/lexicon/tokens.ts'

const vocabulary = vocabularyOf('en')
assert.ok(vocabulary)
const words = vocabulary

const columns: readonly (readonly [string, string])[] = [
  ['states', 'names'],
  ['states', 'capitals'],
  ['bodies', 'forms'],
  ['people', 'forms'],
  ['mechanisms', 'forms'],
  ['places', 'forms'],
]

/** Every form of the tables of names. */
const forms = columns.flatMap(([table, column]) =>
  parseTable(table, readFileSync(`lexicon/en/${table}.tsv`, 'utf8')).flatMap((row) => (row[column] ?? '').split('|').filter(Boolean)),
)

test('every name of the tables is found whole at its own words, in the branch of its second word and among all', () => {
  assert.ok(forms.length > 3000)
  const lost = forms.filter((form) => {
    const tokens = tokenize(form, 0, form.length, words, emptyTokens())
    const first = tokens.word[0]
    const found = first?.start?.longest(tokens, 0, tokens.length, undefined, false)
    const among = first?.start?.of(first.form).some((entry) => entry.form === found?.form)
    return found?.tokens.length !== tokens.length || !among
  })
  assert.deepEqual(lost, [])
})

test('in any case a name is found at words of other letters', () => {
  const lost = forms.filter((form) => {
    const shout = form.toUpperCase()
    if (shout.toLowerCase() !== form.toLowerCase()) return false
    const tokens = tokenize(shout, 0, shout.length, words, emptyTokens())
    const own = tokenize(form, 0, form.length, words, emptyTokens())
    if (tokens.length !== own.length) return false
    return tokens.word[0]?.start?.inAnyCase(tokens, 0, tokens.length)?.tokens.length !== tokens.length
  })
  assert.deepEqual(lost, [])
})
