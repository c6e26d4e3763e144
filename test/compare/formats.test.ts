import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { collationAs } from '../../src/export/collation/formats.ts'
import { newFolder } from '../folder.ts'
import { compare } from './witness.ts'

const a = 'LAGOS, May 3 – Kenya will send 40 tonnes of “tea” to Mali.\n\nThe two sides agreed to open a port & a road by 2031.'
const b =
  'Kenya will send 400 tonnes of <tea> to Mali.\n\nBoth sides agreed to discuss a port & a road by 2031.\n\n=HYPERLINK("x") stands here.'
const told = (format: 'json' | 'csv' | 'html' | 'tei', ...texts: readonly string[]): string =>
  [...collationAs(format, compare(...texts))].join('')

const schema = JSON.parse(readFileSync('docs/comparison.schema.json', 'utf8'))
const check = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
const samples: readonly (readonly string[])[] = [
  [a, b],
  [a, b, a],
  ['', ''],
  ['\ud800 <x>', 'Kenya will open a port.'],
]
for (const texts of samples)
  test(`json: fits its schema: ${JSON.stringify(texts).slice(0, 40)}`, () => {
    const value: Told = JSON.parse(told('json', ...texts))
    assert.equal(value.witnesses.length, texts.length)
    assert.ok(check(value), JSON.stringify(check.errors))
  })
interface Told {
  readonly witnesses: unknown[]
  readonly differences: Record<string, unknown>[]
}
for (const [what, change] of [
  ['a class that is none', (v: Told) => Object.assign(v.differences[0] ?? {}, { class: 'style' })],
  ['a field too many', (v: Told) => Object.assign(v, { more: 1 })],
  ['no spans', (v: Told) => delete v.differences[0]?.['spans']],
] as const)
  test(`json: the schema refuses ${what}`, () => {
    const value = JSON.parse(told('json', a, b))
    change(value)
    assert.equal(check(value), false)
  })

test('csv: a line a difference, offsets and wording of each witness, no formula', () => {
  const lines = told('csv', a, b).split('\r\n')
  assert.equal(lines[0], 'class,statements,note,likelier,why,A: from,A: to,A,B: from,B: to,B')
  assert.equal(lines.length - 2, compare(a, b).differences.length)
  const number = lines.find((line) => line.startsWith('number')) ?? ''
  assert.ok(number.endsWith(`,${a.indexOf('40')},${a.indexOf('40') + 2},40,${b.indexOf('400')},${b.indexOf('400') + 3},400`), number)
  for (const line of lines) for (const cell of line.split(',')) assert.doesNotMatch(cell, /^"?[=+@]/)
})

/** Names of the elements in their order; throws where an element is not closed, or text has a bare mark. */
function elements(xml: string): string[] {
  const open: string[] = []
  const names: string[] = []
  for (const [whole, close, name = '', rest = '', text = ''] of xml
    .replace(/^<\?xml[^>]*\?>|^<!doctype html>/, '')
    .matchAll(/<(\/?)([\w:]+)((?:\s[^<>]*)?)>|([^<>]+|[<>])/g)) {
    if (name === '') assert.doesNotMatch(text, /[<>]|&(?!amp;|lt;|gt;|quot;|#\d+;)/, `bare mark in ${JSON.stringify(text.slice(0, 60))}`)
    else if (close) assert.equal(open.pop(), name, whole)
    else {
      names.push(name)
      if (!rest.endsWith('/') && name !== 'meta' && name !== 'br') open.push(name)
    }
  }
  assert.deepEqual(open, [])
  return names
}

test('tei: well formed; apparatus with readings of declared witnesses, each once', () => {
  for (const texts of samples) {
    const xml = told('tei', ...texts)
    const names = elements(xml)
    assert.deepEqual(names.slice(0, 5), ['TEI', 'teiHeader', 'fileDesc', 'titleStmt', 'title'])
    const declared = [...xml.matchAll(/<witness xml:id="(\w+)"/g)].map(([, id]) => `#${id}`)
    assert.equal(declared.length, texts.length)
    for (const [, app = ''] of xml.matchAll(/<app[^>]*>([\s\S]*?)<\/app>/g)) {
      const used = [...app.matchAll(/<rdg wit="([^"]*)"/g)].flatMap(([, wit = '']) => wit.split(' '))
      assert.deepEqual(used.sort(), [...declared].sort())
    }
  }
  assert.match(told('tei', a, b), /<app type="number"><rdg wit="#W1">40 ?<\/rdg><rdg wit="#W2">400 ?<\/rdg><note>/)
})

const moved = 'The two sides agreed to open a port & a road by 2031.\n\nKenya will send 40 tonnes of “tea” to Mali.'
/** Path of the schema of TEI P5 in RELAX NG (`tei_all.rng`); python3 with lxml checks against it. */
const rng = process.env['STOCKTAKE_TEI_SCHEMA']
test('tei: valid by the schema of TEI', { skip: rng ? false : 'STOCKTAKE_TEI_SCHEMA names no schema' }, () => {
  const folder = newFolder()
  const names = [...samples, [a, b, moved]].map((texts, i) => {
    writeFileSync(join(folder, `${i}.xml`), told('tei', ...texts))
    return join(folder, `${i}.xml`)
  })
  const script = `import sys
from lxml import etree
rng = etree.RelaxNG(etree.parse(sys.argv[1]))
for name in sys.argv[2:]: rng.validate(etree.parse(name)) or print(name, rng.error_log)`
  assert.equal(execFileSync('python3', ['-c', script, rng ?? '', ...names], { encoding: 'utf8' }), '')
})

test('tei: a sentence that one lacks is one reading, and following a witness through gives its text back', () => {
  const [short, long] = ['Kenya will open a port.', 'Kenya will open a port. Mali agreed to train forty nurses from Chad every year.']
  const xml = told('tei', short, long)
  assert.equal(xml.match(/<app type="added">/g)?.length, 1)
  assert.match(xml, /<rdg wit="#W2">Mali agreed to train forty nurses from Chad every year\.<\/rdg>/)
  for (const [k, text] of [a, b].entries()) {
    const body = told('tei', a, b)
      .replace(/^[\s\S]*<body>/, '')
      .replace(/<\/body>[\s\S]*$/, '')
    const followed = body
      .replace(/<note>.*?<\/note>/g, '')
      .replace(/<rdg wit="([^"]*)">([\s\S]*?)<\/rdg>/g, (_, wit: string, words: string) =>
        wit.split(' ').includes(`#W${k + 1}`) ? words : '',
      )
      .replace(/<\/(?:p|ab)>\n/g, '')
      .replace(/<[^>]*>/g, '')
    const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
    assert.equal(followed.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => marks[name] as string).trim(), text)
  }
})

test('tei: a passage that moved, and nothing at all, are blocks that TEI has', () => {
  assert.match(told('tei', a, b, moved), /<ab type="moved">[\s\S]*<\/ab>/)
  assert.match(told('tei', '', ''), /<body>\s*<p><\/p>\s*<\/body>/)
})

test('html: stands alone, well formed, both texts with their differences marked', () => {
  const html = told('html', a, b)
  elements(html.replace(/<style>[\s\S]*<\/style>/, ''))
  assert.doesNotMatch(html, /<script|src=|href="(?!#)/)
  assert.match(html, /<mark>400<sup>/)
  assert.match(html, /&lt;tea&gt;/)
  assert.match(html, /will send <\/span><q>400<\/q><span class="around"> tonnes of/)
})

test('html: says what A and B are, and where they are no copies', () => {
  assert.match(told('html', a, b), /<dt>A<\/dt><dd>[\s\S]*<dt>B<\/dt><dd>/)
  assert.doesNotMatch(told('html', a, b), /no copies of one text/)
  const matters = [
    'tea',
    'honey',
    'rivers',
    'schools',
    'bridges',
    'ports',
    'clinics',
    'forests',
    'radios',
    'museums',
    'roads',
    'lamps',
    'ships',
  ]
  const [one, other] = ['Kenya will build|near the great lake', 'Mali opposes|in the northern desert'].map((words) => {
    const [before, after] = words.split('|')
    return matters.map((matter, i) => `${before} ${matters[(i * (before?.length ?? 1)) % 13]} and ${matter} ${after}.`).join(' ')
  })
  assert.match(told('html', one as string, other as string), /A and B are no copies of one text/)
})

test('html: a number inside a passage that moved is marked too', () => {
  const html = told(
    'html',
    'Kenya will open a port.\n\nMali and Chad will send 40 green lamps by ship.\n\nBoth sides support the summit on fish.',
    'Mali and Chad will send 60 green lamps by ship.\n\nKenya will open a port in the bay of salt.\n\nBoth sides support the summit on fish.',
  )
  elements(html.replace(/<style>[\s\S]*<\/style>/, ''))
  assert.match(html, /<mark>40<sup>/)
  assert.match(html, /<mark>60<sup>/)
})
