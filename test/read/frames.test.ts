import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { vocabularyOf } from '../../src/index.ts'
import { parseTable } from '../../src/lexicon/parse.ts'
import type { Vocabulary } from '../../src/lexicon/vocabulary.ts'
import { Flag, VERB } from '../../src/lexicon/word.ts'
import { joinPhrases } from '../../src/read/extract/phrases.ts'
import { Tree } from '../../src/read/extract/tree.ts'
import { toUnits } from '../../src/read/recognise/units.ts'
import { tokenize } from '../../src/read/tokens.ts'

const vocabulary = vocabularyOf('en') as Vocabulary

/** R and Z of the examples stand for states; the frames need names that the lexicon knows. */
const named = (sentence: string): string => sentence.replace(/\bR\b/g, 'France').replace(/\bZ\b/g, 'Japan')

/** Ids of the frame rows that match at any verb of a sentence. */
function matched(sentence: string): Set<string> {
  const text = named(sentence)
  const tokens = tokenize(text, 0, text.length, vocabulary, { from: [], to: [], word: [], length: 0 })
  const units = toUnits(text, tokens, 0, tokens.length, undefined)
  joinPhrases(units)
  const tree = new Tree(units, 0, units.length, 0)
  const ids = new Set<string>()
  for (const node of tree.nodes) if (node.frame) ids.add(node.frame.frame.id)
  units.forEach((unit, k) => {
    if (!(unit.flags & (VERB | Flag.DO)) || unit.name) return
    const found = tree.frames.at(k)
    if (found) ids.add(found.frame.id)
  })
  return ids
}

for (const row of parseTable('frames', readFileSync('lexicon/en/frames.tsv', 'utf8'))) {
  const { id = '', yes = '', no = '' } = row
  test(`frame ${id} matches “${yes}”`, () => assert.ok(yes && matched(yes).has(id), `matched: ${[...matched(yes)].join(', ') || 'none'}`))
  test(`frame ${id} does not match “${no}”`, () => assert.ok(no && !matched(no).has(id)))
}
