import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Cutter, type Zone } from '../../src/compare/collate/zones.ts'
import { emptyTokens, tokenize } from '../../src/lexicon/tokens.ts'
import { sentences } from '../../src/read/segment/sentences.ts'
import { english } from './witness.ts'

/** The sentences of a zone that is cut by itself, as nothing stood around it. */
function alone(text: string, { from, to }: Zone): [number, number][] {
  const tokens = tokenize(text, from, to, english, emptyTokens())
  return sentences(text, tokens, english).map(([first, last]) => [tokens.from[first] as number, tokens.to[last - 1] as number])
}

function zonesAt(text: string, cuts: readonly number[]): Zone[] {
  const edges = [0, ...[...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((x, y) => x - y), text.length]
  return edges
    .slice(1)
    .flatMap((to, i) => (to > (edges[i] as number) ? [{ from: edges[i] as number, to, role: 'narration' as const }] : []))
}

const agree = (text: string, zones: readonly Zone[]): void => {
  const cutter = new Cutter(text, tokenize(text, 0, text.length, english, emptyTokens()), english)
  for (const zone of zones)
    assert.deepEqual(cutter.sentences(zone), alone(text, zone), JSON.stringify([text, text.slice(zone.from, zone.to)]))
}

const piece = fc.constantFrom(
  ...[
    'Joseph R. ',
    'Biden',
    'U.S.',
    '. ',
    '.',
    '\n',
    '\n\n',
    ' ',
    "don't",
    "'s ",
    'co-',
    'chair',
    '1,',
    '200',
    'Mr',
    'No. 4',
    'We met',
    '! ',
    '中国。',
    '’',
  ],
)

test('a zone is cut into the sentences that it would have by itself, wherever its edges fall', () => {
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, fc.array(fc.nat(200), { maxLength: 6 }), (given, cuts) => agree(given, zonesAt(given, cuts))),
    { numRuns: 2000 },
  )
})

for (const [name, text, cut] of [
  ['an initial at the edge', 'They met Joseph R. Berg there.', 18],
  // "A." before a name is an initial, "A" at the end of a zone opens a sentence
  ['an initial after an abbreviation', 'It lies in the U.S. A. Berg said so.', 22],
  ['an edge inside a word', 'The cooperation goes on.', 9],
  ['an edge inside a number', 'Some 1,200 tonnes.', 7],
] as const)
  test(`edges: ${name}`, () => agree(text, zonesAt(text, [cut])))
