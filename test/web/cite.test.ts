import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bibtex, csl } from '../../src/web/undertaking/cite.ts'

const page = {
  id: 'p/100%_a b',
  label: 'Build {a bridge & 50% of \\the $road_#1 ~^',
  asOf: '2031-06-01',
  why: 'nobody has looked',
  origin: 'https://ledger.example',
}

test('BibTeX: braces balance, nothing is a command, the address is whole', () => {
  const entry = bibtex(page)
  let depth = 0
  for (const c of entry) {
    depth += c === '{' ? 1 : c === '}' ? -1 : 0
    assert.ok(depth >= 0)
  }
  assert.equal(depth, 0)
  assert.match(entry, /^@misc\{stocktake-p-100-a-b,\n/)
  assert.match(entry, /title = \{Build \\textbraceleft\{\}a bridge \\& 50\\% of \\textbackslash\{\}the \\\$road\\_\\#1 \\~\{\}\\\^\{\}\},/)
  assert.match(entry, /url = \{https:\/\/ledger\.example\/undertakings\/p%2F100%25_a%20b\},\n {2}urldate = \{2031-06-01\}/)
})

test('CSL: an item with its address and day', () => {
  const [item] = JSON.parse(csl(page)) as Record<string, unknown>[]
  assert.deepEqual(
    [item?.['type'], item?.['title'], item?.['URL'], item?.['accessed']],
    ['dataset', page.label, 'https://ledger.example/undertakings/p%2F100%25_a%20b', { 'date-parts': [[2031, 6, 1]] }],
  )
})

test('a server that does not know its address cites without one', () => {
  const { origin: _, ...bare } = page
  assert.doesNotMatch(bibtex(bare) + csl(bare), /url|URL/)
})
