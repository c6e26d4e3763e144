import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type GoldDocument } from '../../bench/gold.ts'
import { addTallies, codedCell, fieldMean, prf, scoreDocument } from '../../bench/score.ts'
import { read } from '../../src/index.ts'

/** A readout of one side, so that its officials, the other's and those who meet are known. */
const OPENING = 'President of Peru Alba Quispe met with President of Kenya Peter Kiptoo in Lima.\n\n'
const found = (sentence: string) => read({ text: OPENING + sentence }).statements.filter((s) => s.span.from >= OPENING.length)

/** Sentences by phenomenon: what each states, as "kind/force parties act", in order; then words that end the last quote, where that matters. */
const rows: [string, string, string[], string?][] = [
  ['an office before its state', 'Alba Quispe supported the port.', ['position/none PE support']],
  ['an office before its state', 'Kiptoo offered 40 scholarships.', ['commitment/ready KE offer']],
  ['an office before its state', 'Alba Quispe thanked Peter Kiptoo for the vaccines.', ['position/none PE thank']],
  ['"it" names nobody', 'It was agreed to open a school in Cusco.', ['commitment/agreed KE,PE open']],
  ['"it" names nobody', 'It was decided that a joint group would be set up in May.', ['commitment/agreed KE,PE set up']],
  ['"it" names nobody', 'It was confirmed that the next talks will be held in Nairobi.', ['commitment/intent  hold']],
  ['meeting without a doer', 'Issues of fishing and mining were discussed.', ['report/none KE,PE discuss']],
  ['meeting without a doer', 'A plan for the railway was signed.', ['report/none KE,PE sign']],
  ['meeting without a doer', 'Satisfaction was expressed with the growth of trade.', ['position/none KE,PE express']],
]
for (const [name, sentence, expected, ending] of rows) test(`${name}: ${sentence}`, () => {
  const statements = found(sentence)
  assert.deepEqual(statements.map((s) => `${s.kind}/${s.force} ${[...s.parties].sort().join(',')} ${s.act}`), expected)
  if (ending) assert.ok(statements.at(-1)?.quote.endsWith(ending), statements.at(-1)?.quote)
})

/** Floors over texts written in the manner of two dozen publishers, whole and damaged: they only rise. */
const floors: [string, (id: string) => boolean, number, number][] = [
  ['whole texts', (id) => id.startsWith('p'), 0.84, 0.82],
]
const gold = readFileSync('test/gold/publishers.jsonl', 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as GoldDocument)
for (const [name, picks, coded, parties] of floors) test(`${name} of other publishers: place and kind at least ${coded}, parties at least ${parties}`, () => {
  const tally = addTallies(gold.filter(({ id }) => picks(id)).map((doc) => {
    const { statements, damage } = read({ id: doc.id, text: doc.text })
    return scoreDocument(doc, statements, damage)
  }))
  const { f1 } = prf(codedCell(tally))
  assert.ok(f1 >= coded, `place and kind ${f1.toFixed(3)}`)
  assert.ok(fieldMean(tally, 'parties') >= parties, `parties ${fieldMean(tally, 'parties').toFixed(3)}`)
})
