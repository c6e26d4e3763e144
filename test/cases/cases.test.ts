import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from '../../src/index.ts'
import { columns, differences, linesOf, load, slugs } from './case.ts'

for (const slug of slugs()) {
  test(`case ${slug}`, () => {
    const { folder, about, source, expected, known } = load(slug)
    assert.ok(about.about && about.coded, `${folder}/about.json says what the case shows and who coded it`)
    assert.ok(expected.length > 0, `${folder}/expected.tsv is missing; npm run case -- FILE makes a case, a person reviews it`)
    const actual = linesOf(read(source))
    const now = differences(expected, actual, source)
    const changed = join(folder, 'expected-changed.tsv')
    rmSync(changed, { force: true })
    const fresh = now.filter((line) => !known.includes(line))
    const met = known.filter((line) => !now.includes(line))
    if (fresh.length && !process.env['CI']) writeFileSync(changed, `${[columns.join('\t'), ...actual].join('\n')}\n`)
    assert.deepEqual(fresh, [], `${slug} reads differently; ${changed} holds the reading of now`)
    assert.deepEqual(met, [], `${slug}: better than known-misses.tsv says; npm run case -- --shrink takes these lines off`)
  })

  test(`case ${slug} is well formed: columns, quotes in the text, no damage without its place`, () => {
    const { folder, source, expected } = load(slug)
    assert.equal(readFileSync(join(folder, 'expected.tsv'), 'utf8').split('\n')[0], columns.join('\t'))
    const text = source.text.replaceAll(/\s+/g, ' ')
    for (const line of expected) {
      const cells = line.split('\t')
      assert.equal(cells.length, columns.length, line)
      assert.ok(text.includes(cells.at(-1) as string), `no such words in the text: ${cells.at(-1)}`)
    }
  })
}

test('every sample has a case', () => {
  const sources = slugs().map((slug) => load(slug).about.source)
  for (const sample of readdirSync('samples').filter((name) => name.endsWith('.txt')))
    assert.ok(sources.includes(`samples/${sample}`), `samples/${sample} has no case`)
})

const source = { text: 'R will open\na port. portport is old.' }
const will = ['commitment', 'intent', 'R', 'open', 'new', '', '', '', '', 'R will open a port'].join('\t')
const glued = (quote: string) => `damage\t\t\t\t\t\t\t\t\t${quote}`
const table: readonly (readonly [name: string, expected: string[], actual: string[], differences: string[]])[] = [
  ['the same', [will], [will], []],
  ['one missing', [will], [], [`-\t${will}`]],
  ['one too many', [], [will], [`+\t${will}`]],
  ['another field', [will], [will.replace('new', 'resumed')], [`-\t${will}`, `+\t${will.replace('new', 'resumed')}`]],
  ['twice is not once', [will, will], [will], [`-\t${will}`]],
  ['damage with other borders', [glued('portport')], [glued('portport is')], []],
  ['damage elsewhere', [glued('portport')], [glued('R')], [`-\t${glued('portport')}`, `+\t${glued('R')}`]],
]
for (const [name, expected, actual, wanted] of table)
  test(`differences: ${name}`, () => assert.deepEqual(differences(expected, actual, source), wanted))

test('nothing made by a failed run lies in the repository', () => {
  assert.ok(readFileSync('.gitignore', 'utf8').includes('*-changed.*'))
  assert.ok(!existsSync('test/cases/expected-changed.tsv'))
})
