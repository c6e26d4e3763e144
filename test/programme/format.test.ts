import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseProgramme } from '../../src/programme/parse.ts'
import { tables } from '../../src/programme/tables.ts'

const page = readFileSync('docs/programme-format.md', 'utf8')

test('docs/programme-format.md lists every table with its columns', () => {
  const rows = Object.entries(tables).map(([name, { columns }]) => {
    const cells = Object.entries(columns).map(([column, { needed }]) => (needed ? `**${column}**` : column))
    return `| \`${name}\` | ${cells.join(', ')} |`
  })
  const listed = /<!-- columns -->\n\| table .*\n\|---\|---\|\n([\s\S]*?)\n<!-- end -->/.exec(page)?.[1]
  assert.equal(listed, rows.join('\n'))
})

test('the worked example of docs/programme-format.md has no mistake and uses every table but that of sources', () => {
  const blocks = [...page.matchAll(/```tsv (\w+\.tsv)\n([\s\S]*?)```/g)].map(([, name = '', text = '']): [string, string] => [name, text])
  const { problems, judgements, name } = parseProgramme(new Map(blocks))
  assert.deepEqual(problems, [])
  assert.equal(name, 'canada-ghana')
  assert.deepEqual(
    blocks.map(([file]) => file.slice(0, -4)).sort(),
    Object.keys(tables)
      .filter((table) => table !== 'sources')
      .sort(),
  )
  assert.deepEqual([...new Set(judgements.map(({ type }) => type))].sort(), [
    'entry',
    'evidence',
    'observation',
    'programme',
    'search',
    'series',
    'target',
  ])
})
