import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { file, folder, run } from './run.ts'

const good = file('good.txt', 'France will open a port.')
const sub = join(folder, 'sub')
mkdirSync(sub)

/** A call that must fail with exit code 2, nothing on standard output, and exactly this one line on standard error. */
const refused: readonly (readonly [name: string, args: readonly string[], message: string, input?: string | Buffer])[] = [
  ['unknown verb', ['raed'], 'raed: unknown verb; see stocktake --help'],
  ['no file', ['read'], 'read: no file named; name text files, or - for standard input'],
  ['unknown option', ['read', '--fast', good], 'read: --fast: is unknown; see stocktake read --help'],
  ['option without its value', ['read', good, '--format'], 'read: --format: wants a value; see stocktake read --help'],
  ['value for a flag', ['read', '--full=yes'], 'read: --full: is used wrongly; see stocktake read --help'],
  ['unknown format', ['read', '--format', 'xml', good], 'read: --format xml: is unknown; use one of text, json, jsonl, csv'],
  ['two formats', ['read', '--json', '--format', 'csv', good], 'read: --json and --format csv: exclude each other; give one'],
  ['unknown colour', ['read', '--color', 'blue', good], 'read: --color blue: is unknown; use one of auto, always, never'],
  ['no width', ['read', '--width', 'wide', good], 'read: --width wide: is no width; give a whole number from 40 to 400'],
  ['narrow width', ['read', '--width', '12', good], 'read: --width 12: is no width; give a whole number from 40 to 400'],
  ['no date', ['read', '--date', '2031-02-30', good], 'read: --date 2031-02-30: is no date; write it like 2022-06-07'],
  ['no language', ['read', '--language', 'e n', good], 'read: --language e n: is no language tag; write it like en'],
  ['filter with a file', ['read', '--jsonl', 'a.jsonl'], 'read: --jsonl: reads standard input; write: stocktake read --jsonl < a.jsonl'],
  ['full without filter', ['read', '--full', good], 'read: --full: goes with --jsonl; the other formats are full already'],
  ['a directory', ['read', sub], `${sub}: is a directory; name the text files in it`],
  ['a missing file', ['read', join(folder, 'none.txt')], `${join(folder, 'none.txt')}: no such file; check the path`],
  ['a file as a folder', ['read', join(good, 'x')], `${join(good, 'x')}: no such file; check the path`],
  ['an escape in a file name', ['read', 'a\u001b[31mb'], 'a\ufffd[31mb: no such file; check the path'],
  [
    'half a UTF-16 character',
    ['read', file('half16.txt', Buffer.concat([Buffer.from('\ufeffFrance', 'utf16le'), Buffer.from([65])]))],
    `${join(folder, 'half16.txt')}: is UTF-16 with half a character at its end; fetch it again`,
  ],
  [
    'binary',
    ['read', file('program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 0x41, 0x42, 0x43]))],
    `${join(folder, 'program')}: is binary; name texts, pages, PDF or Word files`,
  ],
  ['a broken PDF', ['read', file('a.pdf', '%PDF-1.7\n')], `${join(folder, 'a.pdf')}: is a damaged PDF, or broken off; fetch it again`],
  [
    'a broken office document',
    ['read', file('a.docx', 'PK\u0003\u0004..')],
    `${join(folder, 'a.docx')}: is a damaged zip, or broken off; fetch it again`,
  ],
  [
    'binary on standard input',
    ['read', '-'],
    'standard input: is binary; name texts, pages, PDF or Word files',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 0x41, 0x42, 0x43]),
  ],
]
for (const [name, args, message, input] of refused)
  test(`refused: ${name}`, () => {
    const { status, stdout, stderr } = run(args, input)
    assert.equal(stderr, `stocktake: ${message}\n`)
    assert.equal(stdout, '')
    assert.equal(status, 2)
  })

for (const args of [
  ['read', '-'],
  ['read', '--jsonl'],
])
  test(`refused: ${args.join(' ')} where standard input is a directory`, () => {
    const { status, stderr } = spawnSync('sh', ['-c', `node dist/cli.js ${args.join(' ')} < ${sub}`], { encoding: 'utf8' })
    assert.equal(stderr, 'stocktake: standard input: is a directory; name the text files in it\n')
    assert.equal(status, 2)
  })

test('refused: a full disk', { skip: !existsSync('/dev/full') }, () => {
  const { status, stderr } = spawnSync('sh', ['-c', `node dist/cli.js read ${good} > /dev/full`], { encoding: 'utf8' })
  assert.equal(stderr, 'stocktake: standard output: cannot be written (ENOSPC); check the room left where it goes\n')
  assert.equal(status, 2)
})

const parts = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join('')

/** A text that is read: its statements' acts in order (where they are few), and every quote where its span says. */
const readable: readonly (readonly [name: string, text: string, acts?: readonly string[]])[] = [
  ['empty', '', []],
  ['only spaces', ' \n\t\u00a0 \n', []],
  ['a NUL in the text', 'France will open a port.\u0000 Japan will buy rice.'],
  ['right to left', 'اتفق الجانبان على فتح الميناء.\n\nFrance will open a port and train the people who work in it.', ['open', 'train']],
  ['combining characters', 'Lo\u0301 e\u0301te\u0301.\n\nFrance will open a port.', ['open']],
  ['a language without a lexicon', '双方同意恢复航班。', []],
  ['a million opening brackets', '('.repeat(1_000_000), []],
  ['ten thousand numbered points', parts(10_000, (i) => `${i + 1}. France will open port ${i + 1}.\n`)],
  ['one line of 0.5 MB', parts(10_000, () => 'France will open a port and Japan will buy rice. ').slice(0, 500_000)],
]
for (const [name, text, acts] of readable)
  test(`read: ${name}`, () => {
    const { status, stdout, stderr } = run(['read', '--json', file('readable.txt', text)])
    assert.equal(stderr, '')
    assert.equal(status, 0)
    const reading = JSON.parse(stdout)
    if (acts)
      assert.deepEqual(
        reading.statements.map((s: { act: string }) => s.act),
        acts,
      )
    else assert.ok(reading.statements.length > 0)
    for (const { span, quote } of [...reading.statements, ...reading.damage]) assert.equal(text.slice(span.from, span.to), quote)
    const view = run(['read', '-'], text)
    assert.equal(view.status, 0)
    assert.match(view.stdout, /\d+ statements?\b/)
  })

test('lone surrogates in a JSON line keep their offsets', () => {
  const text = '\ud800 France \udc00 will open a port. \ud800'
  const { stdout, status } = run(['read', '--jsonl', '--full'], JSON.stringify({ id: 'x', text }))
  assert.equal(status, 0)
  for (const { span, quote } of JSON.parse(stdout).statements) assert.equal(text.slice(span.from, span.to), quote)
})

test('a file that fails does not stop the next one', () => {
  const { stdout, stderr, status } = run(['read', '--json', join(folder, 'none.txt'), good, good])
  assert.equal(status, 2)
  assert.match(stderr, /none\.txt: no such file/)
  assert.deepEqual(
    JSON.parse(stdout).map((r: { id: string }) => r.id),
    [good, good],
  )
})

test('a text too long to be put in at once is refused in a line, those beside it are added', () => {
  const long = file('long.txt', 'Kenya will buy rice. '.repeat(500_000))
  const short = file('short.txt', 'Norway will open a port.')
  const { stdout, stderr, status } = run(['add', long, short, '--ledger', join(folder, 'long.db'), '--brief'])
  assert.equal(stderr, `stocktake: ${long}: is a text of more than 10 million characters; split it into its documents\n`)
  assert.match(stdout, /^1 text added, 0 known already, 1 refused/)
  assert.equal(status, 2)
})
