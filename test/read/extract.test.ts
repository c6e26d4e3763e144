import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Joint text of two states, so that "we" and "the two sides" are known. */
const OPENING = 'Joint Statement of France and Japan. The leaders of France and Japan met in Paris.\n\n'
const found = (sentence: string) => read({ text: OPENING + sentence }).statements.filter((s) => s.span.from >= OPENING.length)

/** Sentences by phenomenon: what each states (kind/force, act), in order; then words that end the last quote, where that matters. */
const rows: [string, string, string[], string?][] = [
  ['clause after an aside', 'Together we pledge to show that free towns, working together, are able to keep the lakes clean.', ['commitment/agreed show'], 'lakes clean'],
  ['clause after an aside', 'We undertake to ensure that the ports, acting as one, are able to serve both coasts.', ['commitment/agreed ensure'], 'both coasts'],
  ['clause after an aside', 'We promise to prove that rail lines, running at night, are able to replace trucks.', ['commitment/agreed prove'], 'replace trucks'],
  ['a fronted verb with a clause', 'Recognizing that the lake requires care, France and Japan have opened a joint station.', ['report/none open']],
  ['a fronted verb with a clause', 'Noting that rivers and canals need new locks, the two sides agreed to build three locks.', ['commitment/agreed build']],
  ['a fronted verb with a clause', 'Recalling that snow and rocks close the pass, France and Japan decided to dig a tunnel.', ['commitment/agreed dig']],
  ['a clause without "which"', 'The tasks we take up today are large.', []],
  ['a clause without "which"', 'The bridge they open tonight is long.', []],
  ['a clause without "which"', 'The harbours we build together remain few.', []],
  ['adjectives in a list', 'We are determined to fight threats such as hidden, unmarked, and uncharted mines; and clear the strait.', ['commitment/agreed fight', 'commitment/agreed clear']],
  ['adjectives in a list', 'We are committed to protect rare, unlisted, and unprotected birds.', ['commitment/agreed protect']],
  ['adjectives in a list', 'We are resolved to stop illegal, unreported, and unrecorded trade.', ['commitment/agreed stop']],
  ['a participle after a name', 'We established the Paris Forum designed to train divers.', ['report/none establish'], 'train divers'],
  ['a participle after a name', 'We launched the Kyoto Fund intended to repair canals.', ['report/none launch'], 'repair canals'],
  ['a participle after a name', 'We opened the Lyon Centre meant to test buoys.', ['report/none open'], 'test buoys'],
]
for (const [name, sentence, expected, ending] of rows) test(`${name}: ${sentence}`, () => {
  const statements = found(sentence)
  assert.deepEqual(statements.map((s) => `${s.kind}/${s.force} ${s.act}`), expected)
  if (ending) assert.ok(statements.at(-1)?.quote.endsWith(ending), statements.at(-1)?.quote)
})
