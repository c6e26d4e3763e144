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
  [
    'a quotation that its speaker breaks',
    '"Chile will open a port," said Chilean Minister Ana Rojas, "and we will lift the tax."',
    ['commitment/intent CL ~Ana Rojas: Chile will open a port', 'commitment/intent CL ~Ana Rojas: we will lift the tax'],
  ],
  [
    'a quotation that its speaker breaks',
    'Chilean Minister Ana Rojas arrived. "Chile," Rojas said, "will open a port."',
    ['report/none CL: Chilean Minister Ana Rojas arrived', 'commitment/intent CL ~Ana Rojas: Chile," Rojas said, "will open a port'],
  ],
  [
    'who added something',
    '"We will build a quay," said Chilean Minister Ana Rojas, who also said that her government would lift the tax.',
    ['commitment/intent CL ~Ana Rojas: We will build a quay', 'commitment/intent CL ~Ana Rojas: her government would lift the tax'],
  ],
  [
    'who is told of adds nothing',
    '"We will build a quay," said Chilean Minister Ana Rojas, who is on a visit to Lima.',
    ['commitment/intent CL ~Ana Rojas: We will build a quay'],
  ],
  [
    'the office after a name says whose official it is',
    '"We will open a port," Ana Rojas, Chile\'s trade minister, said. "We will also lift the tax."',
    ['commitment/intent CL ~Ana Rojas: We will open a port', 'commitment/intent CL ~Ana Rojas: We will also lift the tax'],
  ],
  [
    'a counterpart named after a comma',
    'The Chilean minister met his Peruvian counterpart, Luis Paz. "We will open a port," Paz said.',
    [
      'report/none CL,PE: The Chilean minister met his Peruvian counterpart, Luis Paz',
      'commitment/intent PE ~Luis Paz: We will open a port',
    ],
  ],
  [
    'an aside between who speaks and the verb',
    'Chilean Minister Ana Rojas, speaking in Lima, said that Chile will build a quay.',
    ['commitment/intent CL ~Ana Rojas: Chile will build a quay'],
  ],
  [
    'an aside between a doer and the verb',
    'Chilean Minister Ana Rojas, backed by Peru, will build a quay.',
    ['commitment/intent CL: Chilean Minister Ana Rojas, backed by Peru, will build a quay'],
  ],
  [
    'a clause without "that" after a verb of speech',
    'The ministry said the two sides agreed to build a quay.',
    ['commitment/agreed PE,CL: the two sides agreed to build a quay'],
  ],
  ['a participle after a verb of speech', 'The ministry said the proposals agreed in May will help.', []],
  [
    'a clause without "that" after an adverbial',
    'The ministry said in a statement Peru had signed a pact.',
    ['report/none PE: Peru had signed a pact'],
  ],
  ['a participle before an adverbial', 'The goals stated in the plan this year will help.', []],
  ['who declines to say undertakes nothing', 'Chilean Minister Ana Rojas declined to comment on the tax.', []],
  [
    'who declines to do something says no',
    'Chilean Minister Ana Rojas declined to sign the pact.',
    ['commitment/intent CL: Chilean Minister Ana Rojas declined to sign the pact'],
  ],
  [
    'a space is lost after a quotation',
    'Chilean Minister Ana Rojas said: “Chile thanks Peru for its help”.She also said that Chile will sell gas.',
    ['position/none CL: Chile thanks Peru for its help', 'commitment/intent CL ~Ana Rojas: Chile will sell gas'],
  ],
  ['what nobody in particular says is hearsay', 'Some said that Chile would send a delegation.', []],
  [
    'who printed or wrote down what was said is no part of it, though he speaks for no side',
    '"Peru and Chile agreed to open a port," the statement reads.',
    ['commitment/agreed PE,CL: Peru and Chile agreed to open a port'],
  ],
  [
    'who printed or wrote down what was said is no part of it, though he speaks for no side',
    'Chile will open a port, the press service of the president said on Monday. "Peru will open a quay," a source said.',
    ['commitment/intent CL: Chile will open a port', 'commitment/intent PE: Peru will open a quay'],
  ],
  [
    'a number before a participle says nothing of who speaks',
    'Peru opened two quays, a total of 300 metres added.',
    ['report/none PE: Peru opened two quays, a total of 300 metres added'],
  ],
]

for (const [what, text, expected] of rows)
  test(`${what}: ${text.slice(0, 60)}`, () => {
    const found = read({ text: OPENING + text })
      .statements.filter((s) => s.span.from >= OPENING.length)
      .map((s) => `${s.kind}/${s.force} ${s.parties}${s.attribution ? ` ~${s.attribution}` : ''}: ${s.quote}`)
    assert.deepEqual(found, expected)
  })
