import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { read } from '../../src/index.ts'
import { parseTable } from '../../src/lexicon/parse.ts'

/** R and Z of the examples stand for states; the nouns need names that the lexicon knows. */
const named = (sentence: string): string => sentence.replace(/\bR\b/g, 'France').replace(/\bZ\b/g, 'Japan')

/** Ids of the performing nouns that decided a statement of the sentence. */
function performed(sentence: string): string[] {
  const { statements } = read({ text: `France and Japan held talks in Lyon. ${named(sentence)}` })
  return statements.flatMap((s) => /^noun\/([a-z]+)/.exec(s.grounds['kind']?.rule ?? '')?.[1] ?? [])
}

for (const row of parseTable('nouns', readFileSync('lexicon/en/nouns.tsv', 'utf8'))) {
  const { id = '', yes = '', no = '' } = row
  test(`noun ${id} performs in “${yes}”`, () => assert.ok(performed(yes).includes(id), `performed: ${performed(yes).join(', ') || 'none'}`))
  test(`noun ${id} does not perform in “${no}”`, () => assert.ok(no && !performed(no).includes(id)))
}
