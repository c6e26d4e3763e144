import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'stocktake-'))
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const run = (args: string[], input?: string) => spawnSync('node', ['dist/cli.js', ...args], { encoding: 'utf8', ...(input === undefined ? {} : { input }) })

const bad: [string, () => string, RegExp][] = [
  ['a directory', () => folder, /is a directory/],
  ['a missing file', () => join(folder, 'none.txt'), /no such file/],
  ['binary', () => file('b.bin', Buffer.from([80, 75, 0, 4, 255])), /NUL bytes/],
  ['invalid UTF-8', () => file('l.txt', Buffer.from('caf\xe9 x', 'latin1')), /not UTF-8 near byte [34]/],
]
for (const [name, path, message] of bad) test(`read ${name}: one line and exit 2`, () => {
  const { status, stderr } = run(['read', path()])
  assert.equal(status, 2)
  assert.match(stderr, message)
  assert.equal(stderr.trim().split('\n').length, 1)
})

test('UTF-16 with a mark is decoded', () => {
  const { stdout, status } = run(['read', '--json', file('u.txt', Buffer.from('\ufeffFrance will open a port.', 'utf16le'))])
  assert.equal(status, 0)
  assert.equal(JSON.parse(stdout).statements[0].act, 'open')
})

test('empty and blank files give an empty reading', () => {
  for (const content of ['', ' \n ']) {
    const { stdout, status } = run(['read', '--json', file('e.txt', content)])
    assert.equal(status, 0)
    assert.deepEqual(JSON.parse(stdout).statements, [])
  }
})

test('the filter keeps order and count over a broken line', () => {
  const lines = ['{"id":"a","text":"France will open a port."}', '{broken', '{"id":"c","text":"Japan agreed to buy rice."}']
  const { stdout, status } = run(['read', '--jsonl'], lines.join('\n'))
  const out = stdout.trim().split('\n').map((line) => JSON.parse(line))
  assert.equal(status, 1)
  assert.deepEqual(out.map((o) => o.id ?? o.line), ['a', 2, 'c'])
  assert.equal(out[2].statements[0].force, 'agreed')
})

test('a corpus header becomes metadata and offsets count from the body', () => {
  const { stdout } = run(['read', '--json', file('h.txt', 'Title: A\nDate: 2031-01-02\nPublisher: P\n\nFrance will open a port.\n')])
  const reading = JSON.parse(stdout)
  assert.deepEqual(reading.source, { title: 'A', date: '2031-01-02', publisher: 'P' })
  assert.equal(reading.statements[0].span.from, 0)
})

test('csv cells cannot become formulas', () => {
  const { stdout } = run(['read', '--format', 'csv', file('=x.txt', 'France will open a port.')])
  assert.match(stdout, /^document,from,to/)
})
