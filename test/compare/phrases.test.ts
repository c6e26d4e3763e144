import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { followPhrase, placesOf } from '../../src/compare/phrases/follow.ts'
import { formulasOf, shiftedFormulas } from '../../src/compare/phrases/formulas.ts'
import { cutWords, type Source } from '../../src/compare/phrases/text.ts'
import { vocabularyOf } from '../../src/index.ts'
import type { Vocabulary } from '../../src/lexicon/vocabulary.ts'

const vocabulary = vocabularyOf('en') as Vocabulary
const cut = (text: string, about: Partial<Source> = {}) => cutWords({ id: 'a', parties: [], ...about, text }, vocabulary)
const keyOf = (phrase: string) => cut(phrase).key

const places: readonly (readonly [phrase: string, text: string, found: readonly string[]])[] = [
  ['core interests', 'They respect each other’s core interests.', ['core interests']],
  ['core interest', 'Core\ninterests and major concerns; the CORE INTEREST of R', ['Core\ninterests', 'CORE INTEREST']],
  ['core interests', 'the core. Interests differ', []],
  ['one water policy', 'the “one water” policy of Zelmar', ['one water” policy']],
  ['mutual respect, equality', 'mutual respect, equality and mutual respect', ['mutual respect, equality']],
  ['aaa aaa', 'aaa aaa aaa', ['aaa aaa']],
  ['共同利益', '维护双方共同利益。', ['共同利益']],
]
for (const [phrase, text, found] of places)
  test(`phrase "${phrase}" in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      placesOf(keyOf(phrase), cut(text)).map(({ from, to }) => text.slice(from, to)),
      found,
    )
  })

const series = [
  cut('R and Z respect core interests.', { id: 'y31', date: '2031-05-04', parties: ['Z', 'R'] }),
  cut('R and Z respect mutual interests.', { id: 'y32', date: '2032-05-04', parties: ['R', 'Z'] }),
  cut('R and Q respect core interests.', { id: 'q30', date: '2030-05-04', parties: ['R', 'Q'] }),
  cut('Q will mend a road.', { id: 'q', parties: ['Q'] }),
]

test('a phrase is followed by date: since when, in texts of which parties, where it is missing', () => {
  const followed = followPhrase(keyOf('core interests'), series)
  assert.deepEqual(
    followed.texts.map(({ id, spans }) => [id, spans.length]),
    [
      ['q30', 1],
      ['y31', 1],
      ['y32', 0],
      ['q', 0],
    ],
  )
  assert.deepEqual([followed.since, followed.last], ['2030-05-04', '2031-05-04'])
  assert.deepEqual(followed.parties, [
    { parties: ['Q', 'R'], with: 1, of: 1, since: '2030-05-04' },
    { parties: ['R', 'Z'], with: 1, of: 2, since: '2031-05-04' },
    { parties: ['Q'], with: 0, of: 1 },
  ])
})

test('following does not depend on the order of texts', () => {
  const key = keyOf('core interests')
  fc.assert(
    fc.property(fc.shuffledSubarray(series, { minLength: series.length }), (some) =>
      assert.deepEqual(followPhrase(key, some), followPhrase(key, series)),
    ),
  )
})

const old = cut(
  'They built a free and open river basin. Both want a free and open river basin. The Lerra Water Convention was signed. R thanked the choir of Vestra.',
)
const fresh = cut(
  'They met in Vestra. A community with a shared river was named twice: a community with a shared river. R thanked the choir of Halden.',
)

test('formulas that come again or are names appear and vanish; what is said once does not', () => {
  const shifted = shiftedFormulas(old, fresh).map(({ change, phrase, as }) => [change, phrase, as])
  assert.deepEqual(shifted.sort(), [
    ['appeared', 'community with a shared river', 'again'],
    ['vanished', 'Lerra Water Convention', 'name'],
    ['vanished', 'free and open river basin', 'again'],
  ])
})

const named: readonly (readonly [shows: string, text: string, names: readonly string[]])[] = [
  ['no month', 'They met in the Water Working Group on January 3.', ['Water Working Group']],
  ['small words of names', 'They joined the Coalition for the Reefs Fund today.', ['Coalition for the Reefs Fund']],
  ['"to" before a verb', 'They joined the Global Coalition to Protect Reefs.', ['Global Coalition to Protect Reefs']],
  ['no place or time behind it', 'The National Water Council at Vestra met.', ['National Water Council']],
  ['"and" within a name', 'The Supply and Transport Council met.', ['Supply and Transport Council']],
  ['a light word at its end', 'They wrote to the White Bridge Security Council Advisor.', ['White Bridge Security Council Advisor']],
  ['no persons', 'Alzo Bertil Mandragor spoke with Minister Gorvin Talusk and Governor Merko Vestaro of Kenya.', []],
  ['an office without its holder', 'It was led by National Water Council Director Gorvin Talusk.', ['National Water Council Director']],
]
for (const [shows, text, names] of named)
  test(`names: ${shows}: ${text}`, () => {
    assert.deepEqual(
      formulasOf([cut(text)])
        .filter((one) => one.as === 'name')
        .map(({ phrase }) => phrase),
      names,
    )
  })

test('another text of the series makes a phrase a set one', () => {
  const among = [cut('Everybody loves the choir of Vestra and the choir of Halden.', { id: 'b' })]
  const shifted = shiftedFormulas(old, fresh, among).map(({ change, phrase }) => `${change} ${phrase}`)
  assert.ok(shifted.includes('vanished choir of Vestra') && shifted.includes('appeared choir of Halden'))
})

test('rare ones come first; hostile texts do no harm', () => {
  const rarities = shiftedFormulas(old, fresh).map(({ rarity }) => rarity)
  assert.deepEqual(
    rarities,
    [...rarities].sort((a, b) => b - a),
  )
  for (const text of ['', 'word '.repeat(20_000), '"'.repeat(100_000), 'A'.repeat(100_000), 'constructor toString __proto__ '.repeat(50)])
    for (const { phrase } of formulasOf([cut(text), old])) assert.ok(phrase.length < 1_000_000)
})
