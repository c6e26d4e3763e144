import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { vocabularyOf } from '../../../src/index.ts'
import { timeTables } from '../../../src/lexicon/timewords.ts'
import { emptyTokens, tokenize } from '../../../src/lexicon/tokens.ts'
import type { Vocabulary } from '../../../src/lexicon/vocabulary.ts'
import { More } from '../../../src/lexicon/word.ts'
import { tablesOf } from '../../../src/read/fields/tables.ts'
import { parseIso } from '../../../src/read/recognise/times/calendar.ts'
import { cut, Group, groupOf } from '../../../src/read/recognise/times/cells.ts'
import { groupsAt, type Line, opensAt } from '../../../src/read/recognise/times/line.ts'
import { findTimes, type Time } from '../../../src/read/recognise/times/scan.ts'
import { cutSentence, mayHold } from '../../../src/read/recognise/times/sentence.ts'
import { hasTrigger } from '../../../src/read/recognise/times/vocabulary.ts'
import { toUnits, type Unit } from '../../../src/read/recognise/units.ts'

const english = vocabularyOf('en') as Vocabulary
const times = tablesOf(english).times
function unitsOf(text: string): Unit[] {
  const tokens = tokenize(text, 0, text.length, english, emptyTokens())
  return toUnits(text, tokens, 0, tokens.length, undefined)
}
const find = (text: string, date?: string): readonly Time[] => findTimes(text, unitsOf(text), times, parseIso(date))?.times ?? []
const show = (text: string, date?: string): string[] =>
  find(text, date).map((t) => `${text.slice(t.from, t.to)} | ${t.kind} | ${t.bound} | ${t.ref}`)

/** Sentence, then what is found in it when it is written on 7 June 2022: words, kind, bound, value. */
const dated: readonly [string, ...string[]][] = [
  ['R will open it by 2030.', 'by 2030 | deadline | by | ../2030-12-31'],
  ['R will open it before 1 March.', 'before 1 March | deadline | before | ../2023-02-28'],
  ['R will open it within six months.', 'within six months | deadline | within | 2022-06-07/2022-12-07'],
  ['R will open it within 60 days of the vote.', 'within 60 days of the vote | deadline | within | P60D'],
  ['R will open it in 2023-2025.', 'in 2023-2025 | date | within | 2023-01-01/2025-12-31'],
  ['R will open it in the first half of 2023.', 'in the first half of 2023 | date | within | 2023-01-01/2023-06-30'],
  ['R will open it in Q3 2024.', 'in Q3 2024 | date | within | 2024-07-01/2024-09-30'],
  ['R will open it by end-2025.', 'by end-2025 | deadline | by | ../2025-12-31'],
  ['From next spring, R will run trains.', 'From next spring | deadline | from-to | 2023-03-01/..'],
  ['R will train nurses in the next five years.', 'in the next five years | deadline | within | 2022-06-07/2027-06-07'],
  ['Let us shape the next 30 golden years.', 'the next 30 golden years | deadline | within | 2022-06-07/2052-06-07'],
  ['The pact is due at the July summit.', 'at the July summit | deadline | within | 2022-07-01/2022-07-31'],
  ['They meet from 2 to 4 July 2024.', 'from 2 to 4 July 2024 | deadline | from-to | 2024-07-02/2024-07-04'],
  ['Talks took place 2 to 4 July 2024.', '2 to 4 July 2024 | date | within | 2024-07-02/2024-07-04'],
  ['R will open it by the end of this year.', 'by the end of this year | deadline | by | ../2022-12-31'],
  ['R will open it by the end of the decade.', 'by the end of the decade | deadline | by | ../2029-12-31'],
  [
    'It holds from 1 January 2026 until 31 March 2027.',
    'from 1 January 2026 until 31 March 2027 | deadline | from-to | 2026-01-01/2027-03-31',
  ],
  ['It holds between 2032 and 2036.', 'between 2032 and 2036 | deadline | from-to | 2032-01-01/2036-12-31'],
  ['It holds from the 2032-33 season.', 'from the 2032-33 season | deadline | from-to | 2032-01-01/2033-12-31'],
  ['A port opened on June 6.', 'on June 6 | date | within | 2022-06-06'],
  ['A port opened on May 5-6.', 'on May 5-6 | date | within | 2022-05-05/2022-05-06'],
  [
    'R will act as soon as possible and no later than September 1.',
    'as soon as possible and no later than September 1 | deadline | by | ../2022-09-01',
  ],
  ['R will open it as soon as possible.', 'as soon as possible | deadline | vague | '],
  ['R will open it soon.', 'soon | deadline | vague | '],
  ['They meet later this year.', 'later this year | deadline | within | 2022-06-07/2022-12-31'],
  ['They meet this fall.', 'this fall | deadline | within | 2022-09-01/2022-11-30'],
  ['It lasts in five to ten years.', 'in five to ten years | deadline | within | 2022-06-07/2032-06-07'],
  ['They signed it on 02.07.2021 and 2021-07-03.', 'on 02.07.2021 | date | within | 2021-07-02', '2021-07-03 | date | within | 2021-07-03'],
  ['It is due by 30 June of each year.', 'by 30 June of each year | deadline | by | '],
  ['It is due before the next ministerial meeting.', 'before the next ministerial meeting | deadline | before | '],
  ['It is due in the 2030s.', 'in the 2030s | date | within | 2030-01-01/2039-12-31'],
  ['It is due beyond 2024.', 'beyond 2024 | deadline | from-to | 2025-01-01/..'],
  ['A school opened last March.', 'last March | date | within | 2022-03-01/2022-03-31'],
  ['It is due within the year.', 'within the year | deadline | within | 2022-01-01/2022-12-31'],
  ['They met on Monday.', 'on Monday | date | within | 2022-06-06'],
]
for (const [text, ...expected] of dated) test(`on 2022-06-07: ${text}`, () => assert.deepEqual(show(text, '2022-06-07'), expected))

const undated: readonly [string, ...string[]][] = [
  ['They have been friends for over 30 years.', 'for over 30 years | duration | vague | P30Y'],
  ['They traded for five to ten years.', 'for five to ten years | duration | vague | P5Y/P10Y'],
  ['They left three years ago.', 'three years ago | duration | vague | P3Y'],
  ['They meet twice a week.', 'twice a week | frequency | vague | 2/W'],
  ['They meet once every two years.', 'once every two years | frequency | vague | 1/2Y'],
  ['They meet three times per month.', 'three times per month | frequency | vague | 3/M'],
  ['They meet annually.', 'annually | frequency | vague | 1/Y'],
  ['They meet next year.', 'next year | deadline | within | '],
  ['They meet on 1 March.', 'on 1 March | date | within | --03-01'],
  ['They march on the capital.'],
  ['March on the capital failed.'],
  ['They may meet.'],
  ['May they meet again.'],
  ['They opened a second port.'],
  ['It counts every second.'],
  ['It came as soon as the port opened.'],
  ['They met in 2000 villages.'],
  ['They spent $2030 on it.'],
  ['The spring of the clock broke.'],
  ['Jan Nowak spoke.'],
  ['Resolution 1540 binds all.'],
]
for (const [text, ...expected] of undated) test(`undated: ${text}`, () => assert.deepEqual(show(text), expected))

test('a sentence without a trigger word or digit is not cut at all', () => {
  const text = 'The two ministers praised the old bridge.'.replace('two ', '')
  assert.equal(findTimes(text, unitsOf(text), times, undefined), undefined)
})

const piece = fc.oneof(
  fc.constantFrom(...dated.flatMap(([text]) => text.split(' ')), '2024', '-', '–', ',', '1', '31', 'by', 'the', '$', '\n\n'),
  fc.string({ maxLength: 5 }),
)
test('any text: no throw, and times are in order, apart and inside', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.option(fc.constantFrom('2022-06-07', '1999-12-31', 'x')), (parts, date) => {
      const text = parts.join(' ')
      let end = 0
      for (const time of find(text, date ?? undefined)) {
        assert.ok(time.from >= end && time.to > time.from && time.to <= text.length)
        assert.ok(time.start === undefined || time.end === undefined || time.start <= time.end)
        end = time.to
      }
    }),
    { numRuns: 2000 },
  )
})

test('cells by units are those by characters, and so is whether any can be something', () => {
  const joined = fc.constantFrom(' ', ' ', ' ', '', "'", '’', '-', '\n', '\n\n', '"', ' “')
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, joined), { maxLength: 40 }), (parts) => {
      const text = parts.flat().join('')
      const units = unitsOf(text)
      const [from, to] = [units[0]?.from ?? 0, units.at(-1)?.to ?? 0]
      assert.deepEqual(cutSentence(text, units, times), cut(text, from, to, times))
      assert.equal(mayHold(text, units, times), hasTrigger(times, text, from, to))
    }),
    { numRuns: 2000 },
  )
})

test('the lexicon marks each word of the tables of times that is one cell', () => {
  const forms = timeTables.flatMap((table) => english.rows(table)).flatMap((row) => (row['forms'] ?? '').split('|'))
  for (const form of forms)
    for (const { from, to, entry } of cut(form, 0, form.length, times)) {
      const { more } = english.lookup(form.slice(from, to).toLowerCase())
      if ((more & More.SIMPLE) === 0) continue
      if (entry) assert.ok(more & More.TIMED, form)
      if (hasTrigger(times, form, from, to)) assert.ok(more & More.TRIGGER, form)
    }
})

test('a word opens each form of the tables that follows, in any letter case, and none whose second word does not', () => {
  const line = (text: string): Line => ({ text, cells: cut(text, 0, text.length, times), today: undefined, lastEvent: -1, lastLed: -1 })
  let several = 0
  for (const row of timeTables.flatMap((table) => english.rows(table)))
    for (const form of (row['forms'] ?? '').split('|'))
      for (const text of [form, form.toUpperCase(), `${form} port`]) {
        const one = line(text)
        if (one.cells.length > 2) several++
        const group = groupOf[row['class'] ?? ''] ?? 0
        assert.equal(opensAt(one, 0, group) & group, group, text)
      }
  assert.ok(several > 100)
  assert.notEqual(groupsAt(line('the port'), 0, 0) & Group.Rate, 0)
  assert.equal(opensAt(line('the port'), 0, 0), Group.Article)
  assert.equal(opensAt(line('the'), 0, 0), Group.Article)
})
