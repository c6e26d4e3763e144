import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { sourceOf } from '../../src/cli/intake.ts'
import type { Relation } from '../../src/ledger/nouns.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { filesOf } from './folder.ts'
import { placed } from './linked.ts'

const folder = 'samples/china-kazakhstan'
const names = readdirSync(folder).sort()
const sources = await Promise.all(names.map((file) => sourceOf(`${folder}/${file}`)))
const links = placed(parseProgramme(filesOf('programmes/china-kazakhstan')), sources)

test('every sample says in its header that it is composed, and lies in years to come', () => {
  assert.ok(sources.length >= 5)
  for (const { title, publisher, date } of sources) {
    assert.match(title ?? '', /^Composed sample: /)
    assert.equal(publisher, 'Stocktake sample (composed, not a real text)')
    assert.ok((date ?? '') > '2031' && (date ?? '') < '2034')
  }
})

/** Entry, year and month, words of the statement, and its relation to the wording before it (the entry's, or an earlier sample's). */
const expected: [entry: string, month: string, words: string, relation: Relation][] = [
  ['cooperation-committee', '2031-04', 'good use of the China-Kazakhstan Cooperation Committee', 'firms-up'],
  ['cooperation-committee', '2032-05', 'good use of the China-Kazakhstan Cooperation Committee', 'softens'],
  ['exchanges', '2031-04', 'deepen exchanges', 'repeats'],
  ['titr', '2031-04', 'agreed to use the potential', 'firms-up'],
  ['titr', '2032-05', 'willing to use the potential', 'softens'],
  ['titr', '2033-06', 'decided to use the potential', 'firms-up'],
  ['rail-express', '2031-04', 'will keep up the capacity', 'firms-up'],
  ['rail-express', '2032-05', 'should keep up the capacity', 'softens'],
  ['rail-express', '2033-06', 'agreed to keep up the capacity', 'firms-up'],
  ['rail-diversify', '2031-11', 'diversify the channels', 'firms-up'],
  ['flights-twice-weekly', '2031-04', 'start direct flights', 'repeats'],
  ['flights', '2032-12', 'have resumed flights', 'reports-done'],
  ['vaccine', '2031-04', 'will continue to provide vaccine', 'firms-up'],
  ['vaccine', '2032-05', 'willing to continue to provide vaccine', 'softens'],
  ['drugs', '2031-04', 'developing and producing medicines', 'repeats'],
  ['drugs', '2032-05', 'development and production of medicines', 'repeats'],
  ['strategy-docking', '2031-11', 'agreed to align', 'firms-up'],
  ['strategy-docking', '2032-05', 'hope to align', 'softens'],
  ['dev-path', '2031-11', 'development path', 'firms-up'],
  ['core-interests', '2031-11', 'core interests', 'firms-up'],
  ['cultural-centres', '2031-11', 'cultural centres', 'repeats'],
  ['cultural-centres', '2033-06', 'cultural centres', 'repeats'],
  ['consulate-xian', '2032-12', 'consulate general in Xi', 'reports-done'],
  ['consulate-aktobe', '2032-12', 'consulate general in Aktobe', 'reports-done'],
  ['luban', '2032-12', 'a Luban Workshop has been established', 'reports-done'],
  ['green-energy', '2032-12', 'green energy', 'repeats'],
  ['digital', '2032-12', '5G', 'repeats'],
  ['health-community', '2032-12', 'shared health community', 'firms-up'],
  ['sco', '2031-04', 'will support the healthy and steady development', 'firms-up'],
  ['sco', '2032-12', 'should support the steady development', 'softens'],
  ['shanghai-spirit', '2031-11', 'Shanghai Spirit', 'firms-up'],
  ['un-system', '2031-11', 'United Nations at its core', 'firms-up'],
  ['unilateralism', '2031-11', 'oppose unilateralism', 'firms-up'],
  ['fairness', '2032-12', 'fairness and justice', 'repeats'],
  ['gdi', '2031-04', 'Global Development Initiative', 'repeats'],
  ['gsi', '2031-04', 'Global Security Initiative', 'repeats'],
  ['gsi', '2032-05', 'Global Security Initiative', 'narrows'],
  ['brics', '2032-05', 'BRICS+', 'repeats'],
  ['capacity-dialogue', '2033-06', 'production capacity', 'firms-up'],
  ['pragmatic', '2033-06', 'deepen practical cooperation', 'firms-up'],
  ['golden-30', '2033-06', 'next thirty years', 'softens'],
  ['friendship-generations', '2033-06', 'from generation to generation', 'firms-up'],
  ['trust', '2033-06', 'strategic mutual trust', 'firms-up'],
]
const shown = (entry: string): string =>
  links
    .filter((one) => one.entry === entry)
    .map(({ date, relation, quote }) => `${date} ${relation}: ${quote}`)
    .join('\n')
for (const [entry, month, words, relation] of expected)
  test(`${month}: “${words}” ${relation} ${entry}`, () => {
    const found = links.filter((one) => one.entry === entry && one.date.startsWith(month) && one.quote.includes(words))
    assert.equal(found.length, 1, `under ${entry}:\n${shown(entry)}`)
    assert.equal(found[0]?.relation, relation, shown(entry))
  })

/** What stands near an entry and is another promise: a negation, another object of the same act, another body. */
const apart: [entry: string, words: string][] = [
  ['flights', 'will not reduce the number of direct flights'],
  ['flights-twice-weekly', 'will not reduce the number of direct flights'],
  ['border-ports', 'hold its next meeting'],
  ['capacity-dialogue', 'good use of the China-Kazakhstan Cooperation Committee'],
  ['local-forum', 'good use of the China-Kazakhstan Cooperation Committee'],
  ['gdi', 'Kazakhstan supports the Global Security Initiative'],
  ['shanghai-spirit', 'steady development of the Shanghai Cooperation Organization'],
  ['rail-express', 'diversify the channels'],
  ['consulate-xian', 'consulate general in Aktobe'],
]
for (const [entry, words] of apart)
  test(`“${words}” does not stand under ${entry}`, () => {
    assert.ok(
      sources.some(({ text }) => text.includes(words)),
      'the case must stand in a sample',
    )
    const wrong = links.filter((one) => one.entry === entry && one.quote.includes(words))
    assert.deepEqual(wrong, [], shown(entry))
  })
