import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { textWidth } from '../../src/cli/flow.ts'
import type { Overview } from '../../src/cli/programme/overview.ts'
import { previewOf } from '../../src/cli/programme/preview.ts'
import { programmeLines } from '../../src/cli/programme/view.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { filesOf } from './folder.ts'

const found = previewOf(parseProgramme(filesOf('programmes/china-kazakhstan')), '2026-11-25')
assert.ok(found)
const overview = found
const plain = { color: false, width: 100 }
const extent = { brief: false, full: false }

for (const [name, how] of [
  ['view', extent],
  ['view-full', { ...extent, full: true }],
] as const)
  test(`the programme without texts, as ${name}.txt has it`, () => {
    const path = `test/programme/${name}.txt`
    const made = `${[...programmeLines(overview, plain, how)].join('\n')}\n`
    const kept = existsSync(path) ? readFileSync(path, 'utf8') : ''
    if (made !== kept) writeFileSync(path.replace('.txt', '-changed.txt'), made)
    assert.equal(made, kept, `see ${path.replace('.txt', '-changed.txt')}; where it is right, put it in place of ${path}`)
  })

const stripped = (line: string): string => line.replaceAll(/\u001b\[\d+m/g, '')

test('colours change nothing but colours', () => {
  const colored = [...programmeLines(overview, { ...plain, color: true }, extent)]
  assert.ok(colored.some((line) => line.includes('\u001b[32m')))
  assert.deepEqual(colored.map(stripped), [...programmeLines(overview, plain, extent)])
})

for (const full of [false, true])
  test(`no line is wider than the terminal, ${full ? 'in full' : 'in short'}`, () => {
    for (const width of [40, 60, 80, 200])
      for (const line of programmeLines(overview, { color: false, width }, { brief: false, full }))
        assert.ok(textWidth(line) <= width, `${width}: ${line}`)
  })

test('counts agree: by standing, by direction, one block an undertaking', () => {
  const lines = [...programmeLines(overview, plain, extent)]
  const bars = lines.slice(3, 9).map((line) => Number(/\d+/.exec(line)?.[0]))
  const table = lines.filter((line) => / {2,}\d+$/.test(line) && !line.includes('→')).map((line) => Number(/\d+$/.exec(line)?.[0]))
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
  assert.equal(sum(bars), 45)
  assert.equal(sum(table.slice(-5)), 45)
  for (const { entry } of overview.entries) {
    const name = entry.id.replace('china-kazakhstan/', '')
    assert.equal(lines.filter((line) => line.endsWith(` · ${name}`) || line.trim() === `· ${name}` || line.trim() === name).length, 1, name)
  }
})

test('only one direction, or only one standing', () => {
  const blocks = (how: object): number =>
    [...programmeLines(overview, plain, { ...extent, ...how })].filter(
      (line) => /^ {2}\S \S.{14,} \S/.test(line) && !/^ {2}\S [\w ]+\s{2,}\d/.test(line),
    ).length
  assert.equal(blocks({ direction: 'friendship' }), 10)
  assert.equal(blocks({ standing: 'nothing-found' }), 2)
  assert.equal(blocks({ direction: 'friendship', standing: 'contradicted' }), 0)
  assert.equal([...programmeLines(overview, plain, { ...extent, brief: true })].length, 16)
})

test('nothing in a programme can act on the terminal', () => {
  const bad = fc.string({ unit: fc.constantFrom('a', ' ', '\u001b[2J', '\n', '\u202e', '\u0007', '中', '\ud800') })
  const one = overview.entries[0] as Overview['entries'][number]
  fc.assert(
    fc.property(bad, fc.boolean(), (text, full) => {
      const entry = { ...one.entry, label: text, note: text, assessment: text, target: text, deadline: text }
      const latest = { ...(one.latest as NonNullable<typeof one.latest>), date: text, page: { paraphrase: text, publisher: text } }
      const programme = { ...overview.programme, title: text, mechanisms: [{ id: 'm', name: text, aliases: [text], note: text }] }
      const wordings = [{ quote: text, relation: 'repeats' as const, document: { id: 'd', hash: 'h', title: text, date: text } }]
      const hostile: Overview = { ...overview, programme, entries: [{ ...one, entry, latest, wordings }], series: [] }
      for (const line of programmeLines(hostile, plain, { brief: false, full }))
        assert.doesNotMatch(line, /[\u0000-\u001f\u202e\ud800-\udfff]/u)
    }),
    { numRuns: 60 },
  )
})
