import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { read } from '../src/index.ts'
import { parseTable } from '../src/lexicon/parse.ts'

for (const file of readdirSync('lexicon/en').filter((f) => f.endsWith('.tsv')))
  test(`lexicon/en/${file} parses`, () => {
    assert.ok(parseTable(file.slice(0, -4), readFileSync(`lexicon/en/${file}`, 'utf8')).length > 0)
  })

const table: [string, string, string, string][] = [
  [
    'The two sides agreed to resume direct flights and, from next spring, to run three freight trains a week.',
    'commitment/agreed',
    'resume',
    'run',
  ],
  [
    'France stands ready to send doctors, supports Japan in the Forum, and will reopen the old bridge.',
    'commitment/ready',
    'send',
    'reopen',
  ],
  ['France will not join any bloc and will train 40 engineers.', 'commitment/intent', 'join', 'train'],
  ['They underscored the need to protect the cables and agreed to meet again.', 'proposal/should', 'protect', 'meet'],
  ['France urged Japan to resume talks and to open the border.', 'proposal/should', 'resume', 'open'],
  ['It was decided that experts would meet in May.', 'commitment/agreed', 'meet', 'meet'],
  ['France reaffirmed its commitment to protecting the lake and to cutting waste.', 'commitment/agreed', 'protect', 'cut'],
]
for (const [sentence, first, act, last] of table)
  test(sentence, () => {
    const found = read({ text: `The two sides met in Paris. ${sentence}` }).statements.filter(
      (s) => s.act !== 'meet' || sentence.includes(' meet'),
    )
    const own = found.filter((s) => s.span.from > 27)
    assert.equal(`${own[0]?.kind}/${own[0]?.force}`, first)
    assert.equal(own[0]?.act, act)
    assert.equal(own.at(-1)?.act, last)
  })

test('trade that grows by itself is a forecast and no statement', () => {
  const reading = read({ text: 'Trade will keep growing in the coming years.' })
  assert.deepEqual(reading.statements, [])
  assert.equal(reading.rejections[0]?.gate, 'forecast')
})
