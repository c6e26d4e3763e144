import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { conference, lead, reissue, spun, talks } from '../copies/texts.ts'
import { file, folder, run } from './run.ts'

const about = (title: string, date: string) => `Title: ${title}\nDate: ${date}\n\n`
mkdirSync(join(folder, 'wire', 'later'), { recursive: true })
file('wire/a.txt', about('R and Z agree', '2031-05-04') + talks)
file('wire/b.txt', about('R and Z agree', '2031-05-04') + talks.replaceAll('\n', '\r\n'))
file('wire/c.txt', about('Corrected: R and Z agree', '2031-05-05') + reissue)
file('wire/later/d.txt', about('R and Z consent', '2031-05-05') + spun)
file('wire/later/e.txt', about('R and Z agree', '2031-05-04') + conference)
file('wire/f.txt', about('Lead', '2031-05-04') + lead)
const wire = join(folder, 'wire')
const short = (path: string) => path.slice(wire.length + 1)

test('copies of a folder as JSON: by content, never by title', () => {
  const { stdout, stderr, status } = run(['copies', wire, '--json'])
  assert.equal(stderr, '')
  assert.equal(status, 0)
  const { pairs } = JSON.parse(stdout) as { pairs: { a: string; b: string; relation: string; score: number }[] }
  assert.deepEqual(
    pairs.map(({ a, b, relation }) => [short(a), short(b), relation]),
    [
      ['a.txt', 'b.txt', 'exact'],
      ['a.txt', 'c.txt', 'near-exact'],
      ['a.txt', 'f.txt', 'partial'],
      ['a.txt', 'later/d.txt', 'reworded'],
      ['b.txt', 'c.txt', 'near-exact'],
      ['b.txt', 'f.txt', 'partial'],
      ['b.txt', 'later/d.txt', 'reworded'],
      ['c.txt', 'f.txt', 'partial'],
      ['c.txt', 'later/d.txt', 'reworded'],
    ],
  )
  for (const { score } of pairs) assert.ok(score > 0.6 && score <= 1)
})

test('the terminal shows a block a text, told apart without colours', () => {
  const { stdout } = run(['copies', wire, '--width', '120'])
  const lines = stdout.split('\n').map((line) => line.replaceAll(`${wire}/`, ''))
  assert.deepEqual(lines.slice(0, 2), ['a.txt · 2031-05-04 · R and Z agree', '  = exact       b.txt · 2031-05-04 · R and Z agree'])
  assert.match(stdout, /^ {2}≈ near-exact {2}\S+c\.txt 0\.9\d · 2031-05-05/m)
  assert.match(stdout, /^ {2}⊂ partial/m)
  assert.match(stdout, /^ {2}~ reworded/m)
  assert.ok(!stdout.includes('e.txt'))
  assert.match(stdout, /^1 text with copies among 6 documents$/m)
})

test('copies of JSON lines: names are ids, a broken line is named and the rest is done', () => {
  const lines = [{ id: 'x', text: talks }, { id: 'x', text: talks }, { text: reissue }].map((line) => JSON.stringify(line))
  const { stdout, stderr, status } = run(['copies', '--jsonl', '--json'], [...lines, '{broken'].join('\n'))
  assert.deepEqual(
    JSON.parse(stdout).pairs.map(({ a, b, relation }: Record<string, string>) => [a, b, relation]),
    [
      ['standard input, line 3', 'x', 'near-exact'],
      ['standard input, line 3', 'x (2)', 'near-exact'],
      ['x', 'x (2)', 'exact'],
    ],
  )
  assert.match(stderr, /^stocktake: standard input, line 4: is not JSON/)
  assert.equal(status, 1)
})

const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['copies'], /^stocktake: copies: no documents: name folders or files/],
  [['copies', '/nowhere/x.txt'], /^stocktake: \/nowhere\/x\.txt: no such file/],
  [['phrase'], /^stocktake: phrase: something is missing/],
  [['phrase', '...', wire], /^stocktake: phrase: \.\.\.: has no words/],
  [['phrases', join(wire, 'a.txt')], /^stocktake: phrases: something is missing/],
  [['phrases', join(wire, 'a.txt'), '/nowhere/x.txt'], /^stocktake: \/nowhere\/x\.txt: no such file/],
]
for (const [args, message] of wrong)
  test(`wrong: ${args.join(' ')}`, () => {
    const { stderr, status } = run(args)
    assert.match(stderr, message)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
    assert.equal(status, 2)
  })

test('nothing to compare is a clear result', () => {
  assert.equal(run(['copies', '--jsonl'], '').stdout, '0 texts with copies among 0 documents\n')
  assert.deepEqual(JSON.parse(run(['copies', '--jsonl', '--json'], '{"text":""}\n{"text":" "}').stdout), { pairs: [] })
})

test('a phrase through a folder: where it stands, since when, and where it is missing', () => {
  const { stdout, status } = run(['phrase', 'Lerra convention', wire, '--json'])
  const followed = JSON.parse(stdout) as { since: string; texts: { id: string; spans: unknown[] }[] }
  assert.equal(status, 0)
  assert.equal(followed.since, '2031-05-04')
  assert.deepEqual(
    followed.texts.filter(({ spans }) => !spans.length).map(({ id }) => short(id)),
    ['f.txt'],
  )
  assert.equal(run(['phrase', 'no such words', wire]).status, 1)
  assert.match(
    run(['phrase', 'Lerra convention', wire]).stdout,
    /^“Lerra convention” stands in 5 of 6 texts\nfirst 2031-05-04, last 2031-05-05$/m,
  )
})

test('phrases that appeared and vanished', () => {
  const [old, fresh] = [
    file('old.txt', 'A free and open river basin. We want a free and open river basin.'),
    file('new.txt', 'We want a river.'),
  ]
  assert.equal(
    run(['phrases', old, fresh]).stdout,
    '  − vanished  free and open river basin · more than once\n\n0 phrases appeared, 1 vanished\n',
  )
  assert.equal(run(['phrases', fresh, fresh]).stdout, 'no set phrase appeared or vanished\n')
  const text = 'A free and open river basin. We want a free and open river basin.'
  const { phrases } = JSON.parse(run(['phrases', fresh, old, '--json']).stdout)
  assert.deepEqual(
    phrases.map(({ change, spans }: { change: string; spans: { from: number; to: number }[] }) => [
      change,
      ...spans.map(({ from, to }) => text.slice(from, to)),
    ]),
    [['appeared', 'free and open river basin', 'free and open river basin']],
  )
})
