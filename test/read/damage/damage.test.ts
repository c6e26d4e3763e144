import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { vocabularyOf } from '../../../src/index.ts'
import { clean } from '../../../src/read/clean/clean.ts'
import { findDamage } from '../../../src/read/damage/damage.ts'
import { addMark, marksIn } from '../../../src/read/damage/marks.ts'
import { blocks } from '../../../src/read/segment/blocks.ts'
import { applyEdits, PositionMap } from '../../../src/span.ts'

const english = vocabularyOf('en') as NonNullable<ReturnType<typeof vocabularyOf>>
const marks = (text: string, date?: string): string[] => {
  const { edits, damage } = clean(text, english)
  const cleaned = applyEdits(text, edits)
  const found = findDamage({ text, ...(date ? { date } : {}) }, cleaned, new PositionMap(edits), blocks(cleaned, english), damage, english)
  for (const { span, quote } of found) assert.equal(text.slice(span.from, span.to), quote)
  return found.map((one) => `${one.rule.split('/')[1]}: ${one.quote}`)
}
const report = (body: string): string =>
  `OSLO, March 3 (Agency) -- Norway and Peru agreed on a treaty. Norway and Peru will trade. The ministers of Norway and Peru met.\n\n${body}`

const cases: [string, string, string[]][] = [
  ['a fragment', report('They will open a port. Outcome. They will build a road.'), ['fragment: Outcome.']],
  [
    'fragments in a row are one',
    report('They will open a port and cut. Flowers. From 7 January 2031. They will meet.'),
    ['fragment: Flowers. From 7 January 2031.'],
  ],
  ['a relative clause alone', report('They will reopen the mill. Which burned. They will meet.'), ['fragment: Which burned.']],
  ['short sentences are whole', report('They met. He left. It is open. Trade grew. They will meet again.'), []],
  ['an abbreviation ends no fragment', report('It grew. In 2019, Rep. Berg was elected. It grew.'), []],
  ['one word again after its sentence', report('They will reopen the ferry. ferry. They will meet.'), ['fragment: ferry.']],
  ['one word as a paragraph', report('They will reopen the mill.\n\nOutcome.\n\nThey will meet.'), ['fragment: Outcome.']],
  ['a day that no year has', 'The office will open on 31 September and on the 30th of June.', ['impossible-date: 31 September']],
  ['a day that no year has after a word with a capital', 'On 31 September the office will open.', ['impossible-date: 31 September']],
  ['a month before its day', 'The office will open on February 30, 2031, and close on June 30.', ['impossible-date: February 30']],
  ['a month that has its day before it', 'On 12 February 30 experts will meet, and on the 5th of April 31 more.', []],
  ['every day of a leap year is one', 'It opened on February 29, on 31 May and on 30th of April.', []],
  [
    'a long sentence pasted twice',
    report(
      'The ministers of both states agreed to open a port on the coast and to let ten ships a week call there free of charge. They left. The ministers of both states agreed to open a port on the coast and to let ten ships a week call there free of charge.',
    ),
    [
      'repeated-sentence: The ministers of both states agreed to open a port on the coast and to let ten ships a week call there free of charge.',
    ],
  ],
  ['a name after a person', report('Minister Quispe Denmark underlined that trade grows.'), ['spliced-name: Denmark']],
  ['a firm named after a state', report('Air Canada announced a line. Bank Indonesia raised the rate.'), []],
  ['a bar of buttons', report('They will meet.\n\nShare Tweet Pin Print\n\nThey left.'), ['furniture: Share Tweet Pin Print']],
  ['a link to another article', report('They will meet.\n\nLire aussi : dix plages\n\nThey left.'), ['furniture: Lire aussi : dix plages']],
  ['nothing between articles', 'They spoke of fish and the and the schools.', ['doubled-words: and the and the']],
  ['what goes on and on', 'It went on and on, and more and more came, and so on and so on.', []],
  ['"that" twice before a clause', 'He said that that Peru will pay.', ['doubled-words: that that']],
  ['"that" before its noun', 'He said that that port will open.', []],
  ['speech may be broken', 'MR. BERG: We won. Freedom. Hope.\n\nMR. STONE: Yes. Hope. Freedom.', []],
  ['a foreign doer', report('Both sides will meet, and India will send wheat.'), ['spliced-actor: India']],
  ['a foreign doer after "that"', report('The minister said that Chile has agreed to build a road.'), ['spliced-actor: Chile']],
  ['a foreign state that the text knows', report('India is a friend of both. India will send wheat.'), []],
  ['a foreign state that does not act', report('They spoke about India and about the war in Sudan.'), []],
  ['a name beside the subject', 'The minister said that it Angola will build a road.', ['spliced-name: Angola']],
  ['a name before another subject', 'He said that Malaysia the two sides had agreed.', ['spliced-name: Malaysia']],
  [
    'two states without a joiner',
    'Peru is ready, and Bolivia Paraguay will decide in May. Bolivia and Peru agree with Bolivia.',
    ['spliced-name: Paraguay'],
  ],
  ['a city in another state', 'They signed the Treaty of Paris, Texas and left. France and Peru agreed.', ['linked-place: , Texas']],
  ['a city of the state that the text knows', 'They met in Paris, Texas. The United States and Peru agreed.', []],
  [
    'a state made a river',
    'Jordan will build. Under the plan, River Jordan will share its water with Peru. Jordan agreed.',
    ['spliced-name: River'],
  ],
  ['a weekday against the lead', 'OSLO, Tuesday, April 16 – The ministers said here on Wednesday that they agree.', ['dateline: Tuesday']],
  [
    'a date against its weekday and the lead',
    'OSLO, Friday, July 10, 2031 – The commission met on Monday and Tuesday.',
    ['dateline: Friday, July 10, 2031'],
  ],
  ['a date against the lead', 'OSLO, 9 November 2031 – The ministers met on Thursday.', ['dateline: 9 November 2031']],
  ['news of the day before', 'OSLO, 13 November 2031 – The ministers met on Wednesday.', []],
  ['a dateline in order', 'OSLO, Thursday, 13 November 2031 – The ministers met on Thursday.', []],
  [
    'a date that fits in no year of the official',
    'OSLO, June 6 (Agency) – Antony Blinken said on Friday that they agree.',
    ['dateline: June 6'],
  ],
  ['a date that fits in one year of the official', 'OSLO, June 6 (Agency) – Antony Blinken said on Tuesday that they agree.', []],
  ['a limit before the text', 'OSLO, 9 November 2031 – Norway will open an office in the first half of 2023.', ['year: 2023']],
  ['a limit after the text', 'OSLO, 9 November 2031 – Norway will open an office by the end of 2033.', []],
  ['a past treaty is no limit', 'OSLO, 9 November 2031 – Norway will implement the treaty signed before 2023 and adopted in 2019.', []],
  ['a past act after the text', 'OSLO, 9 November 2031 – Norway recalled the treaty signed in 2092.', ['year: 2092']],
  ['an impossible period', 'They adopted a programme for 2032-2304 and one for 2031-2043.', ['period: 2032-2304']],
  ['a number of a telephone', 'Call +1 202-456-1414 or 2032-1304.', []],
  [
    'numbers against the verb',
    'They will increase flights from seven to three and cut tariffs from 5 to 3.',
    ['numbers: from seven to three'],
  ],
  ['numbers with the verb', 'They will increase flights from 800 to 1,200 and reduce fees from ten to two. It ran from 2030 to 2025.', []],
  ['a name with a slip', report('Wibisono said so. Wibisono left, underlined Vibisono.'), ['name-variant: Vibisono']],
  ['names of two people', report('Andersen met Anderson. Andersen and Anderson left.'), []],
  [
    'furniture between paragraphs',
    'They will open a port in the north.\n\nRead also: Ten beaches for summer\n\nThey will meet again.',
    ['furniture: Read also: Ten beaches for summer'],
  ],
  ['furniture above and below', 'Home | World | Sport | Weather\nThey will open a port.\nTags: Peru, Football', []],
  [
    'a comment box and a line of tags',
    'They will open a port.\n\nKingdom of Norway Ola Berg Norway Current News\n\nLeave a Comment',
    ['tag-line: Kingdom of Norway Ola Berg Norway Current News', 'furniture: Leave a Comment'],
  ],
  ['an end mark', 'They will open a port.  Enditem', ['furniture: Enditem']],
  ['broken letters in a menu harm nobody', 'â˜° Menu  Politics  Sport\nThey met Mr BrandÃ£o.', ['mojibake: BrandÃ£o']],
  [
    'a doubled word around a joiner in a report',
    report('They will take steps and steps towards peace.'),
    ['doubled-around: steps and steps'],
  ],
  ['the same in a speech', 'They worked hours and hours for it.', []],
]
for (const [name, text, expected] of cases) test(`damage: ${name}`, () => assert.deepEqual(marks(text), expected))

const paragraph = 'The ministers agreed to open a port in the north of the country and to build a road that leads to it.'
test('damage: a paragraph that stands twice, and not one that stands three times', () => {
  assert.deepEqual(marks(`${paragraph}\n\nThey met.\n\n${paragraph}`), [`repeated-paragraph: ${paragraph}`])
  assert.deepEqual(marks(`${paragraph}\n\nThey met.\n\n${paragraph}\n\n${paragraph}`), [])
})
test('damage: a text that is cut off', () =>
  assert.deepEqual(marks(`They met.\n\n${paragraph.slice(0, -1)} and to a schoo`), ['cut-off: schoo']))
test('damage: the year of a dateline comes from the date that is given', () => {
  const text = 'OSLO, June 6 (Agency) – Berg, the minister, said on Tuesday that they agree.'
  assert.deepEqual(marks(text), [])
  assert.deepEqual(marks(text, '2022-06-07'), ['dateline: June 6'])
})

const pieces = [
  report('x'),
  paragraph,
  'KazakhstanHe ',
  'India will ',
  'Outcome. ',
  '\n',
  '\n\n',
  'from seven to three ',
  ' in 2092, ',
  'River Jordan will ',
  'Paris, Texas',
  'Leave a Comment',
  '\ud800',
  '\u200b',
  'Ã£',
  '12 ',
]
test('damage of any splice is sorted, disjoint and slices to its quotes', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const { edits, damage } = clean(text, english)
      const cleaned = applyEdits(text, edits)
      let done = 0
      for (const { span, quote } of findDamage({ text }, cleaned, new PositionMap(edits), blocks(cleaned, english), damage, english)) {
        assert.ok(span.from >= done && span.to > span.from && text.slice(span.from, span.to) === quote)
        done = span.to
      }
    }),
    { numRuns: 300 },
  )
})

const one = (from: number, to: number) => ({ span: { from, to }, quote: '', rule: 'test', what: '' })
test('marks are found and added by place as a search of the whole list would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 6 })), { maxLength: 20 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 20 }),
      (spans, from, size) => {
        const list: ReturnType<typeof one>[] = []
        for (const [at, length] of spans) addMark(list, one(at, at + length))
        for (let i = 1; i < list.length; i++) assert.ok((list[i - 1]?.span.to as number) <= (list[i]?.span.from as number))
        const expected = list.filter(({ span }) => span.from < from + size && from < span.to)
        assert.deepEqual(marksIn(list, { from, to: from + size }), expected)
        const before = list.length
        addMark(list, one(from, from + size))
        assert.equal(list.length, before + (expected.length ? 0 : 1))
      },
    ),
  )
})
