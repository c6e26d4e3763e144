// Speed of the lower half of the reader (tokens, words, names) and of building a vocabulary.
// npx tsx bench/lower.ts [FILE…]   without files: all texts of the corpus
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundled } from '../src/lexicon/bundled.ts'
import { loadLexicon } from '../src/lexicon/parse.ts'
import { Vocabulary } from '../src/lexicon/vocabulary.ts'
import { toUnits } from '../src/read/recognise/units.ts'
import { sentences } from '../src/read/segment/sentences.ts'
import { type Tokens, tokenize } from '../src/read/tokens.ts'

const corpus = join(process.env['STOCKTAKE_SHARED'] ?? '../shared', 'corpus')
const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync(corpus)
        .filter((f) => f.endsWith('.txt'))
        .map((f) => join(corpus, f))
const text = files.map((f) => readFileSync(f, 'utf8')).join('\n')
const built = bundled['en'] as (typeof bundled)[string]
const started = performance.now()
const vocabulary = new Vocabulary(loadLexicon('en', built.version, built.files))
console.log(`vocabulary built in ${(performance.now() - started).toFixed(1)} ms (cold)`)

const lines: [number, number][] = []
for (let at = 0; at < text.length; ) {
  const stop = text.indexOf('\n', at)
  const end = stop === -1 ? text.length : stop
  if (end > at) lines.push([at, end])
  at = end + 1
}
const tokens: Tokens = { from: [], to: [], word: [], length: 0 }
/** Best of several runs, in MB of UTF-16 units a second. */
function time(name: string, run: () => number): void {
  let best = Number.POSITIVE_INFINITY
  let count = 0
  for (let i = 0; i < 12; i++) {
    const from = performance.now()
    count = run()
    best = Math.min(best, performance.now() - from)
  }
  console.log(`${name.padEnd(28)} ${(text.length / best / 1000).toFixed(1).padStart(7)} MB/s  ${count}`)
}
time('tokens and words', () => {
  let n = 0
  for (const [from, to] of lines) n += tokenize(text, from, to, vocabulary, tokens).length
  return n
})
time('and sentences', () => {
  let n = 0
  for (const [from, to] of lines) n += sentences(text, tokenize(text, from, to, vocabulary, tokens), vocabulary).length
  return n
})
time('tokens, words and names', () => {
  let n = 0
  for (const [from, to] of lines) {
    tokenize(text, from, to, vocabulary, tokens)
    n += toUnits(text, tokens, 0, tokens.length, '2022-06-07').length
  }
  return n
})
