import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkWordsOf } from '../../../src/ledger/link/words.ts'

const words = linkWordsOf('en')

test('words that tie others together say nothing of what a statement is about; those that name an act do', () => {
  for (const form of ['the', 'of', 'and', 'which', 'shall']) assert.ok(words.isEmpty(form), form)
  for (const form of ['implementation', 'resumption', 'enforcement', 'withdrawal', 'collaborated']) assert.ok(!words.isEmpty(form), form)
})

test('a noun of an act is compared as its verb', () => {
  for (const [noun, verb] of [
    ['resumption', 'resume'],
    ['implementation', 'implement'],
    ['expansion', 'expand'],
  ] as const)
    assert.equal(words.stem(noun), words.stem(verb))
})
