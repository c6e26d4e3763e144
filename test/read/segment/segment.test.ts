import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { vocabularyOf } from '../../../src/index.ts'
import { loadLexicon } from '../../../src/lexicon/parse.ts'
import { Vocabulary } from '../../../src/lexicon/vocabulary.ts'
import { type Block, blocks } from '../../../src/read/segment/blocks.ts'
import { pointOf } from '../../../src/read/segment/points.ts'
import { lostStops, sentences } from '../../../src/read/segment/sentences.ts'
import { tokenize } from '../../../src/read/tokens.ts'

const english = vocabularyOf('en') as NonNullable<ReturnType<typeof vocabularyOf>>
const split = (text: string): string[] => {
  const tokens = tokenize(text, 0, text.length, english, { from: [], to: [], word: [], length: 0 })
  return sentences(text, tokens, english, lostStops(text)).map(([start, end]) => text.slice(tokens.from[start], tokens.to[end - 1]))
}

const whole = [
  'H.E. Mr. A met H.E. Ms. B in the palace.',
  'They met in St. Petersburg on Monday.',
  'The U.S. and the U.K. signed it.',
  'The U.S. President signed it.',
  'Protocol No. 5 stays in force.',
  'They recalled Res. 76/1 and Art. 5.',
  'Trade grew by 3.5 per cent, to 1,200.75 million.',
  'President J. F. Berg of R met Dr. A.',
  'He said that … talks go on.',
  'They wrote to Messrs. Berg and Stone about Sec. 5.',
  'They met at 5 p.m. on 3 Mar. 2031.',
]
for (const text of whole) test(`one sentence: ${text}`, () => assert.deepEqual(split(text), [text]))

const cut: [string, string[]][] = [
  ['They met. They signed it.', ['They met.', 'They signed it.']],
  ['“We agree.” He left.', ['“We agree.”', 'He left.']],
  ['"We agree." The minister left.', ['"We agree."', 'The minister left.']],
  ['Roads, bridges, etc. It will open.', ['Roads, bridges, etc.', 'It will open.']],
  ['They live in the U.S. They signed it.', ['They live in the U.S.', 'They signed it.']],
  ['Is it open? Yes! They cross.', ['Is it open?', 'Yes!', 'They cross.']],
  ['It grew to 2.5. 3 ports opened.', ['It grew to 2.5.', '3 ports opened.']],
  ['They agreed (see below). (It is open.) They left.', ['They agreed (see below).', '(It is open.)', 'They left.']],
  [
    'The two sides agreed to open a port on the northern coast by spring The ministers also discussed trade in timber and fish Norway promised to send a team',
    [
      'The two sides agreed to open a port on the northern coast by spring',
      'The ministers also discussed trade in timber and fish',
      'Norway promised to send a team',
    ],
  ],
  ['Talks go on... They met.', ['Talks go on...', 'They met.']],
]
for (const [text, expected] of cut) test(`sentences of ${text}`, () => assert.deepEqual(split(text), expected))

const describe = (block: Block): string =>
  [
    block.role,
    block.level ?? '',
    block.point ? `${block.point.number}/${block.point.of ?? '?'}` : '',
    block.speaker ?? '',
    block.neutral ? 'neutral' : '',
    block.article ?? '',
  ]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
const roles: [string, string, string[]][] = [
  ['numbers', '1. One port.\n2. Two ports.\n\n3. Three ports.', ['item 1 1/3', 'item 1 2/3', 'item 1 3/3']],
  [
    'letters under numbers',
    '1. They will:\n(a) build;\n(b) open;\n2. They will:\n(a) close.\nThe end is near.',
    ['item 1 1/2', 'item 2 1/2', 'item 2 2/2', 'item 1 2/2', 'item 2 1/?', 'narration'],
  ],
  ['roman under letters', '(a) They will:\n(i) build;\n(ii) open;\n(b) close.', ['item 1 1/2', 'item 2 1/2', 'item 2 2/2', 'item 1 2/2']],
  ['(i) after (h) is a letter', '(g) a road;\n(h) a bridge;\n(i) a port.', ['item 1 7/9', 'item 1 8/9', 'item 1 9/9']],
  ['bullets after a lead-in and a blank line', 'They agreed to:\n\n- open a port;\n\n- build a road.', ['narration', 'item 1', 'item 1']],
  ['an initial is no marker', 'V. Berg said so.', ['narration']],
  ['a year is no marker', '2031 was good.', ['narration']],
  ['headings', '# Title\n\n## Trade\n\nTrade and Roads\n\nThey agreed.', ['heading 1', 'heading 2', 'heading', 'narration']],
  [
    'articles',
    'Article 1\nDefinitions\nThe Parties shall trade.\nArticle 2. The Parties shall meet.\nArticle III - Roads',
    ['heading 4 1', 'heading', 'narration 1', 'article 2', 'heading 4 III'],
  ],
  ['an article in a sentence', 'Article 5 provides that the Parties shall meet.', ['narration']],
  ['recitals', 'Recognizing their ties,\nThe Parties agree.', ['recital', 'narration']],
  [
    'turns',
    'SECRETARY BERG:  Good morning.\n\nWe will open it.\n\nQUESTION:  Will you?\n\nAnd when?\n\nMR. STONE:  Yes.',
    ['turn SECRETARY BERG', 'turn SECRETARY BERG', 'turn QUESTION neutral', 'turn QUESTION neutral', 'turn MR. STONE'],
  ],
  [
    'a question without a colon',
    'SECRETARY BERG: We will open it.\n\nQ  When will you?\n\nAnd where?\n\nMR. STONE: Soon.\n\nQ is a letter.',
    ['turn SECRETARY BERG', 'turn Q neutral', 'turn Q neutral', 'turn MR. STONE', 'turn MR. STONE'],
  ],
  ['one label is a title', 'Foreign Minister: R and Z will build a bridge\n\nThey agreed.', ['heading', 'narration']],
  [
    'notices and ends',
    'Office of the Spokesperson\n\nThe text of the following statement was released by R and Z.\n\nBegin Text:\n\nThey agreed.\n\nEnd Text\n\n###',
    ['furniture', 'furniture', 'furniture', 'narration', 'furniture', 'furniture'],
  ],
  ['menus', 'Home | World | Sport | Weather\nThey met.\nShare  Tweet  Print', ['furniture', 'narration', 'furniture']],
  [
    'whom the press may ask',
    'They met.\nFOR FURTHER INFORMATION MEDIA SHOULD CONTACT THE LAKE NEWS DESK AT 202.',
    ['narration', 'furniture'],
  ],
  ['an end mark run on', 'They met again.  Enditem', ['narration', 'furniture']],
  ['a quotation', '“We will open it.”', ['quoted']],
  [
    'the last line cut off',
    `They met.\n\n${'The ministers agreed to build a road and a bridge and to open a port in the north of the country, and to meet in a '}sch`,
    ['narration', 'narration'],
  ],
]
for (const [name, text, expected] of roles) test(`roles: ${name}`, () => assert.deepEqual(blocks(text, english).map(describe), expected))

/** English, but hearers are addressed in other scripts too. */
const others = new Vocabulary(
  loadLexicon(
    'en',
    '',
    Object.fromEntries(
      readdirSync('lexicon/en').map((file) => {
        const rows = file === 'relations.tsv' ? 'vocative-2\tvocative\tдрузья|φίλοι|señores|أصدقاء\n' : ''
        return [file.replace('.tsv', ''), readFileSync(`lexicon/en/${file}`, 'utf8') + rows]
      }),
    ),
  ),
)
for (const word of ['Friends', 'Друзья', 'φίλοι', 'Señores', 'أصدقاء'])
  test(`one label is no title where hearers are addressed: ${word}`, () => {
    const [first] = blocks(`President Berg: ${word}, we will open a port.`, others)
    assert.equal(first?.speaker, 'President Berg')
    assert.equal(blocks(`President Berg: ${word}ek, we will open a port.`, others)[0]?.speaker, undefined)
  })

const datelines: [string, string, string][] = [
  ['ASTANA, June 7 (Xinhua) -- The ministers met.', 'The ministers met.', '6-7'],
  ['Tokyo, 3 March. The ministers met.', 'The ministers met.', '3-3'],
  ['LISBON, 9 November 2031 – The ministers met.', 'The ministers met.', '11-9-2031'],
  ['NAIROBI, Tuesday, April 16 – They met.', 'They met.', '4-16'],
  ['Nur-Sultan, June 6 (Agency) – Berg, the minister, left.', 'Berg, the minister, left.', '6-6'],
  ['SEOUL — The ministers met.', 'The ministers met.', ''],
  ['NEW DELHI - Berg, the minister, left.', 'Berg, the minister, left.', ''],
  ['SEOUL/LIMA -- They met.', 'They met.', ''],
  ['NEW YORK, N.Y. – “They met.”', '“They met.”', ''],
  ['NATO — The alliance — met.', '', ''],
  ['SEOUL — a city — grew.', '', ''],
  ['PARIS (Reuters) - They met.', 'They met.', ''],
  ['Paris, the capital, is old. It was founded long ago.', '', ''],
  ['The ministers met on June 7 – and signed it.', '', ''],
  ['The Parties, 3 March. They met.', 'They met.', '3-3'],
]
for (const [text, rest, date] of datelines)
  test(`dateline of ${text}`, () => {
    const block = blocks(text, english)[0] as Block
    assert.equal(block.dateline ? text.slice(block.content) : '', rest)
    const found = block.dateline
    assert.equal([found?.month, found?.day, found?.year].filter((one) => one !== undefined).join('-'), date)
  })

const points: [string, string][] = [
  ['First, both sides will trade.', '1'],
  ['Secondly: they met.', '2'],
  ['The third is to build a road.', '3'],
  ['The fourth point is trade.', '4'],
  ['The first meeting took place.', ''],
  ['First ladies met.', ''],
  ['They met.', ''],
  ['', ''],
  ['The', ''],
]
for (const [text, expected] of points)
  test(`point of “${text}”`, () => assert.equal(String(pointOf(text, english)?.number ?? ''), expected))

test('ten thousand points and one endless line are cut in linear time', () => {
  const list = Array.from({ length: 10_000 }, (_, i) => `${i + 1}. They will open port ${i}.`).join('\n')
  const found = blocks(list, english)
  assert.equal(found.length, 10_000)
  assert.deepEqual(found[4]?.point, { number: 5, of: 10_000, label: '5.' })
  const line = blocks('They agreed to open a port. '.repeat(40_000), english)
  assert.ok(line.every((block) => block.to - block.from <= 60_000))
})
