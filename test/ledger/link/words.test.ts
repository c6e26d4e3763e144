import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saidIn } from '../../../src/ledger/link/acts.ts'
import { contentOf } from '../../../src/ledger/link/content.ts'
import { linkWordsOf } from '../../../src/ledger/link/words.ts'

const words = linkWordsOf('en')

test('words that tie others together say nothing of what a statement is about; those that name an act do', () => {
  for (const form of ['the', 'of', 'and', 'which', 'shall']) assert.ok(words.isEmpty(form), form)
  for (const form of ['implementation', 'resumption', 'enforcement', 'withdrawal', 'collaborated']) assert.ok(!words.isEmpty(form), form)
})

test('a noun of an act is compared as its verb', () => {
  for (const [noun, verb] of [
    ['resumption', 'resume'],
    ['implementation', 'implement'],
    ['expansion', 'expand'],
  ] as const)
    assert.equal(words.stem(noun), words.stem(verb))
})

const contentIn = (quote: string) => contentOf(quote, [], [], words)

test('what stands between marks of quotation is nobody’s talk; a sentence that is all quotation is', () => {
  assert.equal(contentIn('underscored the principle of “nothing about you without you”').talk, false)
  assert.equal(contentIn('underscored that you must pay').talk, true)
  assert.equal(contentIn('“You must pay').talk, true)
})

test('the day on which something is said is not the day of what is said', () => {
  assert.equal(contentIn('met today with the ferry guild to reaffirm its support for pilots').today, false)
  assert.equal(contentIn('reaffirmed its support for the ferry levy of today').today, true)
})

test('the name behind a title, and circumstances, weigh half; who met weighs whole', () => {
  const weight = (quote: string, stem: string, isMeeting = false): number => {
    const content = contentOf(quote, [], [], words, { isMeeting })
    return content.weights[content.words.indexOf(stem)] ?? 0
  }
  const [titled, plain] = ['thanked Minister Macron for pilots', 'thanked Macron for pilots'] as const
  assert.ok(weight(plain, 'macron') > 0)
  assert.equal(weight(titled, 'macron'), Math.round(weight(plain, 'macron') / 2))
  assert.equal(weight(titled, 'macron', true), weight(plain, 'macron'))
  const said = 'reaffirmed its support for pilots'
  assert.equal(weight(`${said} in the face of piracy`, 'piracy'), Math.round(weight(`${said} and for piracy`, 'piracy') / 2))
})

for (const [quote, state] of [
  ['reaffirmed their support for Fiji', 'FJ'],
  ['will continue supporting the government and people of Fiji', 'FJ'],
  ['expressed support for the Fijian people', 'FJ'],
  ['reaffirmed their support for Fiji in the face of Norwegian trawling', 'FJ'],
  ['pledged to support Fiji as it defends its reefs from trawlers and poachers', 'FJ'],
  ['underscored its support for Fiji’s defense as Norway sends trawlers, icebreakers and tugs', 'FJ'],
  ['said that support for Fiji is unwavering', 'FJ'],
  ['discussed support for Fiji in its fight against cyclones', 'FJ'],
  ['discussed support for Fiji in its lighthouse levy', ''],
  ['affirmed the commitment to the defense of Fiji, using trawlers and tugs', 'uphold FJ'],
  ['resolved to strengthen Fiji’s defense harbours', ''],
  ['reaffirmed their support for Fiji’s lighthouse levy', ''],
  ['will support Fiji in dredging harbours', ''],
  ['confirmed the support of Fiji', ''],
  ['will support pilots', ''],
  ['will support Fiji with harbours, lighthouses, lagoons and estuaries', ''],
] as const)
  test(`${state ? `stands behind ${state}` : 'stands behind nobody as such'}: ${quote}`, () => assert.equal(contentIn(quote).backs, state))

for (const [quote, touch] of [
  ['agreed to remain in close contact', 'alone'],
  ['agreed to stay in touch directly and through their teams', 'alone'],
  ['agreed to remain in close contact over the coming days as ferry tariffs are lowered', 'alone'],
  ['agreed to continue close coordination on ferry tariffs', 'about'],
  ['agreed to contact the ferry guild', ''],
] as const)
  test(`${touch ? `stays in touch, ${touch}` : 'does not stay in touch'}: ${quote}`, () => assert.equal(contentIn(quote).touch, touch))

test('a meeting that was held to say something says it; one to talk, or to open something, does not', () => {
  const said = saidIn('met today with the pilots to underscore their support for Fiji', words)
  assert.equal(said?.act.says, true)
  for (const quote of ['met today to discuss support for Fiji', 'met today to open a lighthouse', 'underscored support'])
    assert.equal(saidIn(quote, words), undefined, quote)
})

for (const [quote, matter] of [
  ['stressed the importance of keeping lines of communication open', { id: 'channels', isAll: true }],
  ['agreed to responsibly manage their differences', { id: 'rivalry', isAll: true }],
  ['reaffirmed their support for the sovereignty and territorial integrity of Fiji', { id: 'integrity', of: 'FJ', isAll: true }],
  ['reaffirmed the territorial integrity of Kiribati', { id: 'integrity', of: 'KI', isAll: true }],
  ['will manage differences, lighthouses, lagoons, estuaries and harbours', { id: 'rivalry', isAll: false }],
  ['will build lighthouses, lagoons, estuaries, harbours, quays, ferries and open channels', undefined],
  ['will lower the ferry levy', undefined],
] as const)
  test(`${matter?.id ?? 'no set phrase'}: ${quote}`, () => assert.deepEqual(contentIn(quote).matter, matter))
