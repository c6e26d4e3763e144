import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

const articles =
  '\n\nArticle 1\n\nThe Parties shall open their ports.\n\nArticle 2\n\nThe Parties shall lower their fees.\n\nArticle 3\n\nThis Treaty shall enter into force on 1 May 2031.\n'
const title = 'Treaty between Peru and Greece on trade'

/** How the preamble of an instrument is written, its words, and what it states before its first article. */
const rows: [string, string, string[]][] = [
  [
    'several recitals in one line, of which some open with a participle or an adjective',
    'The Government of Peru and the Government of Greece,\n\nRecalling the treaty of 1990, guided by the principles of equality, and aware of the value of the lakes,\n\nConvinced that trade helps both peoples, imbued with the spirit of friendship, and desirous of lower fees,\n\nHave agreed as follows:',
    [
      'position PE GR: Recalling the treaty of 1990',
      'position PE GR: guided by the principles of equality',
      'position PE GR: aware of the value of the lakes',
      'position PE GR: Convinced that trade helps both peoples',
      'position PE GR: imbued with the spirit of friendship',
      'position PE GR: desirous of lower fees',
    ],
  ],
  [
    'an adjective that says more of the same is no recital of its own',
    'The Government of Peru and the Government of Greece,\n\nMindful of the needs of farmers and aware pilots,\n\nHave agreed as follows:',
    ['position PE GR: Mindful of the needs of farmers and aware pilots'],
  ],
  [
    'in one sentence, with what those who recite do',
    'The Government of Peru and the Government of Greece (hereinafter referred to as the Parties), being conscious of their long friendship, desiring to widen their trade, convinced of the benefits of open ports, and wishing to lower fees, have resolved to conclude this Treaty, and have for this purpose appointed two envoys, and have agreed as follows:',
    [
      'position PE GR: being conscious of their long friendship',
      'position PE GR: desiring to widen their trade',
      'position PE GR: convinced of the benefits of open ports',
      'position PE GR: wishing to lower fees',
      'commitment PE GR: have resolved to conclude this Treaty',
      'report PE GR: have for this purpose appointed two envoys',
    ],
  ],
  [
    'in capitals',
    'The Republic of Peru and Greece (hereinafter referred to as the Parties), REAFFIRMING their interest in trade, DESIROUS of widening it, RESOLVED to lay down fair rules, TAKING INTO ACCOUNT the rules of the WTO, HAVE AGREED AS FOLLOWS:',
    [
      'position PE GR: REAFFIRMING their interest in trade',
      'position PE GR: DESIROUS of widening it',
      'position PE GR: RESOLVED to lay down fair rules',
      'position PE GR: TAKING INTO ACCOUNT the rules of the WTO',
    ],
  ],
  [
    'in lines, of which one says what those who recite do',
    'The Government of Peru and the Government of Greece,\n\nDesiring to widen their trade,\n\nHave resolved to conclude this Treaty.',
    ['position PE GR: Desiring to widen their trade', 'commitment PE GR: Have resolved to conclude this Treaty'],
  ],
  [
    'and the last line, which only opens the text, leads in no list',
    'The Government of Peru and the Government of Greece,\n\ndesiring to widen their trade,\n\nhave agreed as follows:\n\na) goods made wholly in Peru',
    ['position PE GR: desiring to widen their trade'],
  ],
]

for (const [name, text, expected] of rows)
  test(`a preamble ${name}`, () => {
    const statements = read({ text: `${title}\n\n${text}${articles}`, title }).statements
    const before = statements.filter((s) => s.span.to <= title.length + 2 + text.length)
    assert.deepEqual(
      before.map((s) => `${s.kind} ${[...s.parties].sort((a, b) => (a === 'PE' ? -1 : b === 'PE' ? 1 : 0)).join(' ')}: ${s.quote}`),
      expected,
    )
  })
