import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { file, run } from './run.ts'

const line = 'France will open a port.'

test('--version is that of the package', () => {
  assert.equal(run(['--version']).stdout, `stocktake ${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`)
})

for (const [name, bytes] of [
  ['UTF-8', Buffer.from(line)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${line}`)],
  ['UTF-16 little-endian', Buffer.from(`\ufeff${line}`, 'utf16le')],
  ['UTF-16 big-endian', Buffer.from(`\ufeff${line}`, 'utf16le').swap16()],
] as const)
  test(`${name}: offsets count after the mark`, () => {
    const { stdout, status } = run(['read', '--json', file('encoded.txt', bytes)])
    assert.equal(status, 0)
    const [statement] = JSON.parse(stdout).statements
    assert.deepEqual([statement.act, statement.span], ['open', { from: 0, to: 23 }])
  })

const headers: readonly (readonly [name: string, text: string, source: object, from: number])[] = [
  ['known keys', `Title: A: b\nDate: 2031-01-02\nPublisher: P\n\n${line}`, { title: 'A: b', date: '2031-01-02', publisher: 'P' }, 0],
  [
    'keys of the corpus',
    `Title: A\nDate: 2031-01-02\nURL: https://x.example/\nLicence: none\nOrigin: x\n\n${line}`,
    { title: 'A', date: '2031-01-02', url: 'https://x.example/' },
    0,
  ],
  ['CRLF', `Title: A\r\nDate: 2031-01-02\r\n\r\n${line}`, { title: 'A', date: '2031-01-02' }, 0],
  ['an empty value', `Title: A\nDate: 2031-01-02\nUrl: \n\n${line}`, { title: 'A', date: '2031-01-02' }, 0],
  ['one key only is text', `Title: A\n\n${line}`, {}, 10],
  ['a line that is no pair is text', `Title: A\nDate: 2031-01-02\nno pair\n\n${line}`, {}, 35],
]
for (const [name, text, source, from] of headers)
  test(`header: ${name}`, () => {
    const reading = JSON.parse(run(['read', '--json', '-'], text).stdout)
    assert.deepEqual(reading.source, source)
    assert.equal(reading.statements.at(-1).span.from, from)
  })

test('what the file says wins over --date and --language', () => {
  const text = `Title: A\nDate: 2031-01-02\n\n${line}`
  const reading = JSON.parse(run(['read', '--json', '--date', '2030-01-01', '--language', 'en', '-'], text).stdout)
  assert.deepEqual(reading.source, { title: 'A', date: '2031-01-02', language: 'en' })
})

test('jsonl: one reading a line, in the order of the files', () => {
  const names = ['1.txt', '2.txt', '3.txt'].map((name) => file(name, line))
  const out = run(['read', '--format', 'jsonl', ...names])
    .stdout.trimEnd()
    .split('\n')
  assert.deepEqual(
    out.map((row) => JSON.parse(row).id),
    names,
  )
})

test('csv: RFC 4180, one header, no cell that a spreadsheet would run', () => {
  const { stdout } = run(['read', '--format', 'csv', '-', file('2.txt', `${line} Japan agreed to buy "red, old" rice.`)], line)
  const rows = stdout.split('\r\n')
  assert.equal(
    rows[0],
    'document,from,to,kind,force,parties,proposers,addressees,attribution,act,aspect,negated,deadline,target,mechanisms,places,precision,doubt,quote',
  )
  assert.equal(rows.length, 5)
  assert.ok(rows[3]?.endsWith('"Japan agreed to buy ""red, old"" rice"'), rows[3])
})

test('csv: a cell that a spreadsheet would run gets an apostrophe', () => {
  const options = { encoding: 'utf8', cwd: dirname(file('=1+1.txt', line)) } as const
  const { stdout } = spawnSync('node', [join(process.cwd(), 'dist/cli.js'), 'read', '--format', 'csv', '=1+1.txt'], options)
  assert.match(stdout, /^'=1\+1\.txt,0,23,commitment,/m)
})

test('--explain says why for statements and refused clauses', () => {
  const { stdout } = run(['read', '--explain', '-'], `${line} Trade will keep growing.`)
  assert.match(stdout, /why kind: \S+ by \S+/)
  assert.match(stdout, /– refused +forecast by \S+: “/)
})

test('a reader that stops early is no mistake', async () => {
  const long = file('long.txt', `${line}\n\n`.repeat(5000))
  const child = spawn('node', ['dist/cli.js', 'read', '--json', long], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  assert.deepEqual(await once(child, 'exit'), [0, null])
  assert.equal(complaint, '')
})
