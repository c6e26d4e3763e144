import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partyCodes } from '../../src/lexicon/party-codes.ts'

const cases: readonly (readonly [asked: string, codes: readonly string[]])[] = [
  ['', []],
  ['KZ', ['KZ']],
  ['kz', ['KZ']],
  ['Kazakhstan', ['KZ']],
  ['United States of America', ['US']],
  ['United States, European Union', ['US', 'EU']],
  ['UK', ['GB']],
  ['fiji nepal', ['FJ', 'NP']],
  ['shanghai cooperation organisation', ['SCO']],
  ['China China CN', ['CN']],
  ['Atlantis', ['Atlantis']],
  ['zz', ['ZZ']],
]
for (const [asked, codes] of cases) test(`parties named by “${asked}”`, () => assert.deepEqual(partyCodes(asked), codes))
