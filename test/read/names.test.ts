import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { vocabularyOf } from '../../src/index.ts'
import { parseTable } from '../../src/lexicon/parse.ts'
import { Mentions } from '../../src/read/recognise/mentions.ts'
import { toUnits, type Unit } from '../../src/read/recognise/units.ts'
import { sentences } from '../../src/read/segment/sentences.ts'
import { emptyTokens, tokenize } from '../../src/read/tokens.ts'

const vocabulary = vocabularyOf('en')
assert.ok(vocabulary)
const words = vocabulary

function unitsOf(text: string, date?: string): Unit[][] {
  const tokens = tokenize(text, 0, text.length, words, emptyTokens())
  return sentences(text, tokens, words).map(([from, to]) => toUnits(text, tokens, from, to, date))
}

/** "type text" of every name in a sentence, with the parties in brackets. */
function namesOf(text: string, date?: string): string[] {
  return unitsOf(text, date)
    .flat()
    .flatMap((u) =>
      u.name ? [`${u.name.type} ${text.slice(u.from, u.to)}${u.name.parties.length ? ` [${u.name.parties.join(' ')}]` : ''}`] : [],
    )
}

/** Sentence, then its names. All people and projects are invented; only states and well-known bodies are real. */
const names: [string, string[]][] = [
  ['The China-Kazakhstan border was opened.', ['adjective China-Kazakhstan [CN KZ]']],
  ['A U.S.-Japan working group met.', ['adjective U.S.-Japan [US JP]']],
  ['The Sino-Kazakh ferry sails.', ['adjective Sino-Kazakh [CN KZ]']],
  ["France’s ports and France's roads were closed.", ['state France [FR]', 'state France [FR]']],
  ['Paris and Tokyo agreed.', ['capital Paris [FR]', 'capital Tokyo [JP]']],
  ['The French side thanked the Japanese people.', ['adjective French [FR]', 'adjective Japanese [JP]']],
  ['Foreign Minister Orhan bin Talal arrived.', ['role Foreign Minister Orhan bin Talal']],
  ['President von der Linde spoke.', ['role President von der Linde']],
  ['King Faruq al-Sadiri received Ambassador O’Brien.', ['role King Faruq al-Sadiri', 'role Ambassador O’Brien']],
  [
    'President Jomart-Ali Sabitov met Secretary Lena M. McAllister.',
    ['role President Jomart-Ali Sabitov', 'role Secretary Lena M. McAllister'],
  ],
  ['Prime Minister Ana Gómez de Souza signed.', ['role Prime Minister Ana Gómez de Souza']],
  ['The Prime Minister and I spoke at length.', ['role Prime Minister']],
  ['The Secretary and President Odile Marat dined.', ['role President Odile Marat']],
  ['The Trade and Technology Council met.', ['body Trade and Technology Council']],
  ['They praised the Ministry of Trade and Industry.', ['body Ministry of Trade and Industry']],
  ['They met at the Lakeside Summit on July 16.', ['mechanism Lakeside Summit']],
  [
    'They thanked the Lakeside Science Foundation and several French cities.',
    ['body Lakeside Science Foundation', 'adjective French [FR]'],
  ],
  ['The Court of Lakeside and the Board of Trade met.', ['body Court of Lakeside', 'body Board of Trade']],
  ['They back the Joint Statement of France.', ['mechanism Joint Statement', 'state France [FR]']],
  ['They follow the Green Corridor Initiative in Paris.', ['mechanism Green Corridor Initiative', 'capital Paris [FR]']],
  ['They back the Côte d’Ivoire road.', ['state Côte d’Ivoire [CI]']],
  ['They met in Qur’anic schools (UNX).', ['proper Qur’anic', 'proper UNX']],
  ['We back the Three Lakes Initiative.', ['mechanism Three Lakes Initiative']],
  [
    'They launched the U.S.-Germany Climate and Water Partnership.',
    ['adjective U.S.-Germany [US DE]', 'mechanism Climate and Water Partnership'],
  ],
  ['The extension of the Lakeside-Paris road began.', ['proper Lakeside-Paris']],
  ['He is Vice Chair of the European Union.', ['role Vice Chair', 'body European Union [EU]']],
  ['They recall the Tokyo Roadmap and the Paris streets.', ['mechanism Tokyo Roadmap', 'capital Paris [FR]']],
  [
    'JOINT STATEMENT OF FRANCE AND THE REPUBLIC OF KAZAKHSTAN',
    ['mechanism JOINT STATEMENT', 'state FRANCE [FR]', 'state REPUBLIC OF KAZAKHSTAN [KZ]'],
  ],
  ['MR. ORT: We are ready.', ['role MR. ORT']],
  ['Leaders Agree To Open New Lakeside Road', ['proper Open New Lakeside Road']],
  ['Chinese President Xi Jinping met Xi Lanying.', ['adjective Chinese [CN]', 'person Xi Jinping [CN]', 'proper Xi Lanying']],
  ['They named the Intergovernmental Commission on Trade.', ['body Intergovernmental Commission on Trade']],
  ['They met President Per Lind.', ['role President Per Lind']],
  ['The United Nations Lake Water Commission met.', ['body United Nations Lake Water Commission']],
  ['In June 2030 the talks go on.', []],
  ['Opening ports takes time.', []],
  ['Trade grows. Recently, sales fell.', []],
  ['JAPAN: We will sign.', ['state JAPAN [JP]']],
  ['Kenya will sign. Japan will not.', ['state Kenya [KE]', 'state Japan [JP]']],
]
for (const [sentence, expected] of names) test(`names of “${sentence}”`, () => assert.deepEqual(namesOf(sentence), expected))

test('an office holder is read at the date of the text', () => {
  const rows = parseTable('people', readFileSync('lexicon/en/people.tsv', 'utf8')).filter(
    (row) => row['to'] && row['from'] && !row['forms']?.includes('|') === false,
  )
  const row = rows[0]
  assert.ok(row)
  const form = row['forms']?.split('|')[0] as string
  assert.equal(
    namesOf(`On that day ${form} spoke.`, row['from']).some((n) => n.startsWith('person')),
    true,
  )
  assert.equal(
    namesOf(`On that day ${form} spoke.`, '1900-01-01').some((n) => n.startsWith('person')),
    false,
  )
})

/** Text of several sentences, then the mentions of its last: kind, text, what it refers to, parties. */
const mentions: [string, string[]][] = [
  ['Foreign Minister Lena Ort of France arrived. Ort spoke.', ['person Ort = Lena Ort [FR]']],
  ['France’s Deputy Prime Minister and Foreign Minister Lena Ort arrived. Minister Ort spoke.', ['person Minister Ort = Lena Ort [FR]']],
  ['Lena Ort, France’s state councilor and foreign minister, arrived. Ort spoke.', ['person Ort = Lena Ort [FR]']],
  ['The French foreign minister Lena Ort arrived. Ort spoke.', ['person Ort = Lena Ort [FR]']],
  ['Minister of Foreign Affairs of France Lena Ort arrived. Ort spoke.', ['person Ort = Lena Ort [FR]']],
  ['Lena Ort, the foreign minister of Japan, arrived. Ambassador Ort spoke.', ['person Ambassador Ort = Lena Ort [JP]']],
  ['The Lakeside Water Commission (LWC) met. They praised the LWC.', ['body LWC = Lakeside Water Commission']],
  ['They praised the “Silver Road” initiative.', ['mechanism Silver Road = Silver Road']],
  [
    'The Agreement between the Government of France and the Government of Japan on the protection of investments was signed.',
    [
      'mechanism Agreement between the Government of France and the Government of Japan on the protection of investments = Agreement between the Government of France and the Government of Japan on the protection of investments [FR JP]',
    ],
  ],
  ['President of the European Union Ivo Marat spoke. Marat left.', ['person Marat = Ivo Marat [EU]']],
  ['They met in Lakeside.', ['place Lakeside = Lakeside']],
  ['They met in Tokyo.', ['place Tokyo = JP [JP]']],
  ['The China-Kazakhstan Water Committee met.', ['body China-Kazakhstan Water Committee = China-Kazakhstan Water Committee [CN KZ]']],
  ['The China-Kazakhstan border was opened.', ['party China-Kazakhstan = CN+KZ [CN KZ]']],
  ['The Iraqi Water Forces (IWF) came. They thanked the IWF.', ['body IWF = Water Forces']],
  ['Ida Lind, Head of the Water Department of the Presidential Office of France, came. Lind spoke.', ['person Lind = Ida Lind [FR]']],
]
for (const [text, expected] of mentions)
  test(`mentions of “${text}”`, () => {
    const reader = new Mentions(words)
    const found = unitsOf(text).map((units) => reader.of(units, text))
    assert.deepEqual(
      found.at(-1)?.map((m) => `${m.kind} ${text.slice(m.from, m.to)} = ${m.ref}${m.parties.length ? ` [${m.parties.join(' ')}]` : ''}`),
      expected,
    )
  })

test('two officials of one surname are not taken for each other', () => {
  const text = 'Minister Lena Ort of France arrived. Minister Kai Ort of Japan arrived. Ort spoke.'
  const reader = new Mentions(words)
  const found = unitsOf(text).map((units) => reader.of(units, text))
  assert.deepEqual(
    found.at(-1)?.filter((m) => m.parties.length),
    [],
  )
})

const pieces = [
  'France',
  'Japan’s',
  'the',
  'Ministry',
  'of',
  'Trade',
  'and',
  'bin',
  'al-',
  'Ort',
  'Minister',
  'met',
  ',',
  '.',
  '(',
  ')',
  '“',
  '”',
  'U.S.',
  '-',
  'CHINA:',
  'Agreement',
  'between',
  'on',
  'June',
  '\n',
]
test('units cover a text in order, names are whole tokens, and mentions lie inside', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ' ', ' ', ' '), { maxLength: 60 }), (parts) => {
      const text = parts.join(' ')
      const reader = new Mentions(words)
      for (const units of unitsOf(text)) {
        for (const [i, unit] of units.entries()) assert.ok(unit.from < unit.to && unit.from >= (units[i - 1]?.to ?? 0))
        const found = reader.of(units, text)
        for (const [i, m] of found.entries()) assert.ok(m.from < m.to && m.to <= text.length && m.from >= (found[i - 1]?.to ?? 0))
      }
    }),
  )
})
