import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { vocabularyOf } from '../../../src/index.ts'
import { clean } from '../../../src/read/clean/clean.ts'
import { Proposals } from '../../../src/read/clean/proposals.ts'
import { applyEdits, invertEdits } from '../../../src/span.ts'

const english = vocabularyOf('en')
const cleaned = (text: string): string => applyEdits(text, clean(text, english).edits)
const marks = (text: string): string[] => clean(text, english).damage.map((one) => `${one.rule.split('/')[1]}: ${one.quote}`)
const wrapped =
  'The two sides agreed to open a bridge over the river and to build the\nroad that leads to it before the end of the year, so that trucks can\ncross.'

const proper =
  'President Amina Okoro of Kenya met Prime Minister Nils Dahl of Norway in Oslo on Monday. The two sides agreed to open a port by September. Kenya will join the United Nations talks, which the EU supports, and may send a team in spring. They asked us to reopen the road over the hills before the rains set in and to keep it open.'
const kept = proper.replace('the EU', 'the eu')
const titled = `${proper} ${proper}`.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
const edits: [string, string, string][] = [
  ['a text in small letters gets its capitals', proper.toLowerCase(), kept],
  ['a text in capitals gets its small letters', proper.toUpperCase(), proper],
  ['a text in title case gets its small letters', titled, `${proper} ${proper}`],
  [
    'a heading in title case stays',
    'Joint Statement on the Development of Northern Railways',
    'Joint Statement on the Development of Northern Railways',
  ],
  ['an accent between letters reads as an apostrophe', 'The Union‘s port and Kenya´s ‘port’.', 'The Union’s port and Kenya’s ‘port’.'],
  [
    'the marks of a quoted mail go, over its wraps',
    `> ${wrapped.replaceAll('\n', '\n> ')}\n>\n> They met.`,
    `${wrapped.replaceAll('\n', ' ')}\n\nThey met.`,
  ],
  ['one mark of a quotation stays', 'They met.\n> They agreed.\nThey left.', 'They met.\n> They agreed.\nThey left.'],
  ['a short line in capitals stays', 'JOINT STATEMENT', 'JOINT STATEMENT'],
  ['a hard wrap reads as a space', wrapped, wrapped.replaceAll('\n', ' ')],
  ['a paragraph break stays', `${wrapped}\n\nThey met again.`, `${wrapped.replaceAll('\n', ' ')}\n\nThey met again.`],
  [
    'an empty line inside a sentence of a wrapped text reads as a space',
    `${wrapped}\n\nThey will meet again when the snow has gone from the passes of the\n\nnorth, and open the road.`,
    `${wrapped.replaceAll('\n', ' ')}\n\nThey will meet again when the snow has gone from the passes of the north, and open the road.`,
  ],
  [
    'short items in small letters stay lines',
    `${wrapped}\n\nopen a port\n\nclose a road`,
    `${wrapped.replaceAll('\n', ' ')}\n\nopen a port\n\nclose a road`,
  ],
  [
    'a bullet opens its own line',
    `${wrapped}\n-   Trucks and buses that cross the bridge pay one toll on both of its\n    sides.`,
    `${wrapped.replaceAll('\n', ' ')}\n-   Trucks and buses that cross the bridge pay one toll on both of its sides.`,
  ],
  [
    'the address of a link makes no line too wide to be a wrapped one',
    `${wrapped}\n\nThey opened a [ferry](https://example.org/${'a'.repeat(120)})\nover the river.`,
    `${wrapped.replaceAll('\n', ' ')}\n\nThey opened a ferry over the river.`,
  ],
  [
    'a dash that opens a wrapped line goes on',
    `${wrapped}\n\nThe two sides also opened a new ferry over the wide river at the town\n– the third in as many years – and will keep it open in winter, too.`,
    `${wrapped.replaceAll('\n', ' ')}\n\nThe two sides also opened a new ferry over the wide river at the town – the third in as many years – and will keep it open in winter, too.`,
  ],
  [
    'a dash after a short line opens an item',
    `${wrapped}\n\nThe two sides will\n– open a ferry\n– build a road`,
    `${wrapped.replaceAll('\n', ' ')}\n\nThe two sides will\n– open a ferry\n– build a road`,
  ],
  [
    'a short name on a line of its own belongs to the sentence',
    `${wrapped}\n\nThey signed the Accord on Ferries\n(the “Accord”). It is long.`,
    `${wrapped.replaceAll('\n', ' ')}\n\nThey signed the Accord on Ferries (the “Accord”). It is long.`,
  ],
  [
    'a place and a day below a title do not',
    `${wrapped}\n\nThe Accord on Ferries\n(Lima, May 2024)`,
    `${wrapped.replaceAll('\n', ' ')}\n\nThe Accord on Ferries\n(Lima, May 2024)`,
  ],
  ['a word parted at the end of a line is whole again', 'They will streng-\nthen trade.', 'They will strengthen trade.'],
  ['a compound keeps its hyphen', 'They met well-\nprepared.', 'They met well-prepared.'],
  ['short lines are a list', 'Roads\nBridges\nPorts', 'Roads\nBridges\nPorts'],
  [
    'a line that splits a sentence is joined',
    'The ministers said that they would open the border,\nbuild the bridge and meet again in spring.',
    'The ministers said that they would open the border, build the bridge and meet again in spring.',
  ],
  ['zero-width characters and soft hyphens go', 'Ulaan\u200bbaatar and co\u00adoperation\ufeff', 'Ulaanbaatar and cooperation'],
  ['non-breaking spaces are spaces', 'No.\u00a05, 10\u202f000', 'No. 5, 10 000'],
  ['curly quotes stay', '“It’s open,” he said.', '“It’s open,” he said.'],
  ['markdown escapes go', 'EU \\& Norway\\#1 \\[sic\\]', 'EU \\& Norway#1 [sic]'],
  ['emphasis goes, bullets and products stay', '* **Trade** is *open*: 2 * 3', '* Trade is open: 2 * 3'],
  ['underscores around words go, inside a name they stay', '_Trade_ of file_name', 'Trade of file_name'],
  ['links read as their words', 'See [the text](https://example.org/a) now', 'See the text now'],
  ['tags go, paragraphs break', '<p>One</p><p>the 21<sup>st</sup> time</p>', '\nOne\n\nthe 21st time\n'],
  ['comments go', 'One. <!-- x --> Two.', 'One.  Two.'],
  ['a comment without its end stays', 'One <!-- two', 'One <!-- two'],
  ['scripts go whole', 'One.<script>var a = "<b>"</script> Two.', 'One. Two.'],
  ['entities read as characters', 'R &amp; Z &#8211; open&nbsp;now &unknown;', 'R & Z – open now &unknown;'],
  ['glued sentences come apart', 'They opened trade.The road is next.', 'They opened trade. The road is next.'],
  [
    'the same after a figure',
    'They met in 2023.The road cut costs by 5%.It is open.',
    'They met in 2023. The road cut costs by 5%. It is open.',
  ],
  ['the same after a bracket', 'They joined the fund (FRB).In May they left.', 'They joined the fund (FRB). In May they left.'],
  ['references are no glued sentences', 'See A/60.Add, version 2.The end, 12.Bis', 'See A/60.Add, version 2.The end, 12.Bis'],
  ['abbreviations are no glued sentences', 'See e.g.The U.S.Army', 'See e.g.The U.S.Army'],
  ['glued words come apart', 'They met in KazakhstanHe said', 'They met in Kazakhstan. He said'],
  ['mojibake reads as what was meant', 'SÃ£o Tomé and Portugalâ€™s', 'São Tomé and Portugal’s'],
]
for (const [name, text, expected] of edits) test(name, () => assert.equal(cleaned(text), expected))

const broken: [string, string[]][] = [
  ['of of the river', ['doubled-words: of of']],
  ['the\nthe river', ['doubled-words: the\nthe']],
  ['They will build build it.', ['doubled-words: build build']],
  ['the two sides the two sides agreed', ['doubled-words: the two sides the two sides']],
  ['ten ships each year each year.', ['doubled-words: each year each year']],
  ['to take steps and steps towards peace', ['doubled-around: steps and steps']],
  ['of justice and justice.', ['doubled-around: justice and justice']],
  ['more and more ships, again and again', []],
  ['stronger and stronger ties', []],
  ['beef and beef products, freedom and freedom of speech', []],
  ['regional and sub-regional, sub-regional and regional efforts', []],
  ['He had had it, step by step.', []],
  ['Trade\n\nTrade grew.', []],
  ['Trade\nTrade grew.', []],
  ['Bora Bora and Boutros Boutros-Ghali', []],
  ['It is open. Open it.', []],
  ['met in KazakhstanHe said', ['glued-words: KazakhstanHe']],
  ['the agreementThe ministers', ['glued-words: agreementThe']],
  ['YouTube, LinkedIn, McDonald and iPhone', []],
  ['#AmericanRescuePlan and https://example.org/FrenchPlan', []],
  ['InvestEU and NextGenEU', []],
  ['BrandÃ£o met LÃª Quang Thá»‹nh.', ['mojibake: BrandÃ£o', 'mojibake: LÃª Quang Thá»‹nh']],
  ['São João, Åland, Ñuble, ÂNGELO', []],
  ['One <!-- --> two', ['markup: <!-- -->']],
]
for (const [text, expected] of broken) test(`marks of ${JSON.stringify(text)}`, () => assert.deepEqual(marks(text), expected))

test('without a vocabulary nothing is done that needs words', () => {
  const { edits, damage } = clean('of of KazakhstanHe\u200b', undefined)
  assert.deepEqual([edits.length, damage.length], [1, 0])
})

test('of two claims on the same characters the earlier cleaner of the table wins, and both marks that do not meet stay', () => {
  const out = new Proposals('abcdefghij')
  out.rank = 2
  out.edit(0, 4, 'x', 'late')
  out.mark(0, 2, 'late', '')
  out.edit(8, 8, 'y', 'late')
  out.rank = 1
  out.edit(3, 6, 'z', 'early')
  out.edit(8, 8, 'w', 'early')
  out.mark(1, 3, 'early', '')
  out.mark(4, 5, 'early', '')
  const { edits, damage } = out.settle()
  assert.deepEqual(
    edits.map((one) => `${one.rule} ${one.span.from}`),
    ['early 3', 'early 8'],
  )
  assert.deepEqual(
    damage.map((one) => `${one.rule} ${one.span.from}`),
    ['early 1', 'early 4'],
  )
})

const pieces = [
  wrapped,
  '\n',
  '\n\n',
  ' ',
  'the ',
  'the',
  'Kazakhstan',
  'He',
  '**',
  '*',
  '_',
  '\\#',
  '<!--',
  '-->',
  '<p>',
  '</script>',
  '<script>',
  '&amp;',
  '[a',
  '](b)',
  '\u200b',
  '\u00a0',
  'Ã£',
  'â€“',
  '\u2028',
  '\r\n',
  '- ',
  '1. ',
  '\ud83d',
  'steps and ',
  'Read more',
  '.',
  'Enditem',
]
test('any splice of the mess keeps edits disjoint and undoable, and every mark slices to its quote', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const { edits, damage } = clean(text, english)
      const edited = applyEdits(text, edits)
      assert.equal(applyEdits(edited, invertEdits(text, edits)), text)
      let done = 0
      for (const { span, quote } of damage) {
        assert.ok(span.from >= done && span.to > span.from)
        assert.equal(text.slice(span.from, span.to), quote)
        done = span.to
      }
    }),
    { numRuns: 500 },
  )
})

const MEGABYTE = 1_000_000
const hard: [string, string][] = [
  ['opening brackets', '('.repeat(MEGABYTE)],
  ['openings of tags', '<a '.repeat(MEGABYTE / 3)],
  ['comments without an end', '<!-- '.repeat(MEGABYTE / 5)],
  ['scripts without an end', '<script>'.repeat(MEGABYTE / 8)],
  ['ends of links', '](x)'.repeat(MEGABYTE / 4)],
  ['asterisks', '*'.repeat(MEGABYTE)],
  ['one word', 'the '.repeat(MEGABYTE / 4)],
  ['line breaks', '\n'.repeat(MEGABYTE)],
  ['broken letters', 'Ã©'.repeat(MEGABYTE / 2)],
  ['glued names', 'KazakhstanHe'.repeat(MEGABYTE / 12)],
]
for (const [name, text] of hard)
  test(`a megabyte of ${name} is cleaned in seconds`, () => {
    const started = performance.now()
    const { edits } = clean(text, english)
    assert.ok(performance.now() - started < 8000)
    assert.equal(applyEdits(applyEdits(text, edits), invertEdits(text, edits)), text)
  })
