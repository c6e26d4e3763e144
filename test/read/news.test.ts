import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

const OPENING = 'Peru and Chile held talks in Lima on Monday. '

/** News of talks: phenomenon, what follows the opening, what it states as "kind/force parties ~speaker: words". */
const rows: [string, string, string[]][] = [
  [
    'what stands in quotation marks was said, whatever its verb, and its speaker goes on',
    '"Our ports complement each other," said Chilean Economy Minister Ana Rojas, adding that her country hopes to send a mission.',
    ['commitment/ready CL ~Ana Rojas: her country hopes to send a mission'],
  ],
  [
    'whoever said the quotation is "she" in the next sentence',
    '"Our ports complement each other," said Chilean Economy Minister Ana Rojas. She added that her country hopes to send a mission.',
    ['commitment/ready CL ~Ana Rojas: her country hopes to send a mission'],
  ],
  [
    'within the quotation "he" is somebody else',
    'Minister Luis Paz of Peru opened the talks. "He will visit Arica in May," said Chilean Minister Ana Rojas.',
    ['report/none PE: Minister Luis Paz of Peru opened the talks', 'commitment/intent PE ~Ana Rojas: He will visit Arica in May'],
  ],
  [
    '"he" of whom the text does not say who he is speaks all the same',
    'He added that Chile would send a delegation.',
    ['commitment/intent CL ~he: Chile would send a delegation'],
  ],
  ['what nobody in particular says is hearsay', 'Some said that Chile would send a delegation.', []],
]

for (const [what, text, expected] of rows)
  test(`${what}: ${text.slice(0, 60)}`, () => {
    const found = read({ text: OPENING + text })
      .statements.filter((s) => s.span.from >= OPENING.length)
      .map((s) => `${s.kind}/${s.force} ${s.parties}${s.attribution ? ` ~${s.attribution}` : ''}: ${s.quote}`)
    assert.deepEqual(found, expected)
  })
