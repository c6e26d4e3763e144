import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareUsage } from '../../src/cli/compare.ts'
import { helpPage } from '../../src/cli/usage.ts'
import { conference, reissue, talks } from '../copies/texts.ts'
import { file, run } from './run.ts'

const a = file('compare-a.txt', 'Kenya will send 40 tonnes of tea to Mali by 2031.\n\nThe two sides agreed to open a port.\n')
const b = file(
  'compare-b.txt',
  'Kenya will send 400 tonnes of tea to Mali by 2031.\n\nBoth sides discussed to open a port.\n\nLeave a Comment\n',
)

test('compare: the view, narrow and wide, without colours', () => {
  const narrow = run(['compare', a, b, '--width', '70'])
  assert.equal(narrow.status, 0, narrow.stderr)
  const shown = narrow.stdout.replaceAll(a, 'a.txt').replaceAll(b, 'b.txt')
  assert.match(shown, /^# number another number\n {2}A {2}Kenya will send ⟦40⟧ tonnes of tea/m)
  assert.match(shown, /^ {2}B {2}Kenya will send ⟦400⟧ tonnes/m)
  assert.match(shown, /^± force/m)
  assert.match(shown.replaceAll('\n', ' '), /2 differences change the sense \(1 force, 1 number\), 2 of them in statements/)
  for (const line of narrow.stdout.split('\n').slice(4)) assert.ok([...line].length <= 70, line)
  const wide = run(['compare', a, b, '--width', '140'])
  assert.match(wide.stdout, /⟦40⟧ tonnes of tea .* │ .*⟦400⟧ tonnes of tea/)
})

test('compare: where one copy has nothing, the words around that place are shown', () => {
  const denied = file('compare-denied.txt', 'Kenya said that it will not send tea to Mali by 2031.')
  const plain = file('compare-plain.txt', 'Kenya said that it will send tea to Mali by 2031.')
  const { stdout } = run(['compare', denied, plain, '--width', '80'])
  assert.match(stdout, /^ {2}B {2}Kenya said that it will ⟦ nothing ⟧ send tea to Mali/m)
})

test('compare: of texts that are no copies that is said before any difference, with the verb that suits them', () => {
  const [one, other] = [file('compare-talks.txt', talks), file('compare-conference.txt', conference)]
  const { status, stdout } = run(['compare', one, other, '--width', '200'])
  assert.equal(status, 0)
  const said = stdout.indexOf('A and B are no copies of one text: compare --drift OLD NEW says')
  assert.ok(said > 0 && said < stdout.indexOf('── '), stdout.slice(0, 400))
  assert.doesNotMatch(run(['compare', one, file('compare-reissue.txt', reissue)]).stdout, /no copies/)
})

test('compare: --all also shows what changes nothing', () => {
  assert.doesNotMatch(run(['compare', a, b]).stdout, /wording\n/)
  assert.match(run(['compare', a, b, '--all']).stdout, /── changes nothing that is meant\n\n~ wording/)
})

test('compare: every format by name; --json is --format json', () => {
  for (const [format, start] of [
    ['json', '{"witnesses":['],
    ['csv', 'class,statements,'],
    ['html', '<!doctype html>'],
    ['tei', '<?xml'],
  ] as const)
    assert.ok(run(['compare', a, b, '--format', format]).stdout.startsWith(start), format)
  assert.equal(run(['compare', a, b, '--json']).stdout, run(['compare', a, b, '--format', 'json']).stdout)
})

test('compare: standard input is one of the texts', () => {
  const { status, stdout } = run(['compare', a, '-'], 'Kenya will send 400 tonnes of tea to Mali by 2031.')
  assert.equal(status, 0)
  assert.match(stdout, /standard input/)
})

test('compare: a text that acts on a terminal is shown harmless', () => {
  const bad = file('compare-bad.txt', 'Kenya will send 400 \u001b[2Jtonnes of tea\u202e to Mali by 2031.\n')
  assert.doesNotMatch(run(['compare', a, bad, '--all']).stdout, /[\u001b\u202e]/)
})

const mistakes: readonly (readonly [args: readonly string[], message: string])[] = [
  [[], 'compare: two texts at least are wanted; name their files'],
  [[a], 'compare: two texts at least are wanted; name their files'],
  [['-', '-'], 'compare: -: stands twice; standard input is one text'],
  [[a, b, '--format', 'pdf'], 'compare: --format pdf: is unknown; use one of text, json, csv, html, tei'],
  [[a, b, '--json', '--format', 'csv'], 'compare: --json and --format csv: exclude each other; give one'],
  [[a, b, '--width', '12'], 'compare: --width 12: is no width; give a whole number from 40 to 400'],
  [[a, b, '--color', 'red'], 'compare: --color red: is unknown; use one of auto, always, never'],
  [[a, b, '--what'], 'compare: --what: is unknown; see stocktake compare --help'],
  [[a, '/nowhere/x.txt'], '/nowhere/x.txt: no such file; check the path'],
]
for (const [args, message] of mistakes)
  test(`compare: ${message.slice(0, 60)}`, () => {
    const { status, stderr, stdout } = run(['compare', ...args])
    assert.deepEqual([status, stderr, stdout], [2, `stocktake: ${message}\n`, ''])
  })

test('compare --drift goes to successive texts', () => {
  const { status, stdout } = run(['compare', '--drift', a, b, '--json'])
  assert.equal(status, 0)
  assert.ok(Array.isArray(JSON.parse(stdout).items))
})

test('compare --help', () => assert.equal(run(['compare', '--help']).stdout, helpPage(compareUsage)))

test('compare --drift says what was not read, what stands in the wrong order, and what is repeated in other words', () => {
  const english = file(
    'drift-en.txt',
    'Title: Whales\nDate: 2032-05-04\nPublisher: Kenya\n\nKenya will train welders with volunteers who rescue stranded whales.',
  )
  const later = file(
    'drift-later.txt',
    'Title: Whales\nDate: 2031-05-04\nPublisher: Kenya\n\nKenya will train divers with volunteers who rescue stranded whales.',
  )
  const russian = file('drift-ru.txt', 'Стороны договорились открыть порт в Ламу к 2031 году.')
  assert.match(
    run(['compare', '--drift', english, russian]).stdout,
    /note: new: no lexicon for ru: the text was not read, so that\s+all of the\s+other text is gone/,
  )
  const { stdout } = run(['compare', '--drift', english, later])
  assert.match(stdout, /note: the old text is dated after the new one \(2032-05-04, 2031-05-04\)/)
  assert.match(stdout, /= repeated[\s\S]*in other words: welders became divers/)
  assert.match(run(['compare', '--drift', english, english]).stdout, /note: the texts are the same/)
})
