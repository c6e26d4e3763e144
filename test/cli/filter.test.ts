import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { run } from './run.ts'

const rows = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row))

test('a broken line is answered in its place, and the rest is read', () => {
  const lines = ['{"id":"a","text":"France will open a port."}', '{broken', '{"id":7,"text":"Japan agreed to buy rice."}']
  const { stdout, stderr, status } = run(['read', '--jsonl'], `${lines.join('\n')}\n`)
  const out = rows(stdout)
  assert.equal(status, 1)
  assert.equal(stderr, 'stocktake: standard input, line 2: is not JSON; write one object a line\n')
  assert.deepEqual(
    out.map((o) => o.id ?? o.line),
    ['a', 2, '7'],
  )
  assert.equal(out[2].statements[0].force, 'agreed')
})

test('a line that does not say its language is recognised, line by line', () => {
  const texts = [
    'Стороны договорились открыть второй порт на реке до конца следующего года.',
    'France will open a port.',
    '双方同意明年年底前在河上开设第二个港口，并培训四十名引航员。',
  ]
  const { stdout, status } = run(['read', '--jsonl', '--full'], texts.map((text) => `${JSON.stringify({ text })}\n`).join(''))
  assert.equal(status, 0)
  assert.deepEqual(
    rows(stdout).map(({ source, statements, notes }) => [source.language, statements.length, notes]),
    [
      ['ru', 0, ['no lexicon for ru: the text was not read', 'language recognised: ru']],
      [undefined, 1, ['language assumed: en']],
      ['zh', 0, ['no lexicon for zh: the text was not read', 'language recognised: zh']],
    ],
  )
})

const broken: readonly (readonly [line: string | Buffer, message: string])[] = [
  ['[1]', 'is not an object; write {"id": "…", "text": "…"}'],
  ['null', 'is not an object; write {"id": "…", "text": "…"}'],
  ['{"id":"a"}', 'has no "text"; give it one'],
  ['{"text":5}', 'has no "text"; give it one'],
  ['{"text":"x","date":5}', '"date" is not a string; write it in quotes'],
  [Buffer.from([0x22, 0xff, 0x22]), 'byte 2: is not UTF-8; convert the input'],
]
for (const [line, message] of broken)
  test(`broken line ${line}`, () => {
    const { stdout, stderr, status } = run(['read', '--jsonl'], line)
    assert.equal(stderr, `stocktake: standard input, line 1: ${message}\n`)
    assert.deepEqual(rows(stdout), [{ line: 1, error: message }])
    assert.equal(status, 1)
  })

test('compact by default, everything with --full, blank lines and a mark passed over', () => {
  const line = '\ufeff{"id":"a","title":"T","text":"France will open a port. Trade will keep growing."}\r\n\n'
  const [compact] = rows(run(['read', '--jsonl'], line).stdout)
  assert.deepEqual(Object.keys(compact).sort(), ['damage', 'id', 'notes', 'rejections', 'statements'])
  assert.deepEqual(compact.rejections, { forecast: 1 })
  const [full] = rows(run(['read', '--jsonl', '--full'], line).stdout)
  assert.deepEqual(full.source, { title: 'T' })
  assert.equal(full.rejections[0].gate, 'forecast')
  assert.ok(full.segments.length > 0)
})

test('no input, no output', () => {
  const { stdout, status } = run(['read', '--jsonl'], '')
  assert.deepEqual([stdout, status], ['', 0])
})

test('the answer to a line comes before the next line is sent', async () => {
  const child = spawn('node', ['dist/cli.js', 'read', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] })
  for (const id of ['a', 'b', 'c']) {
    child.stdin.write(`{"id":"${id}","text":"France will open a port."}\n`)
    const [chunk] = await once(child.stdout, 'data')
    assert.equal(JSON.parse(String(chunk)).id, id)
  }
  child.stdin.end()
  assert.deepEqual(await once(child, 'exit'), [0, null])
})

test('memory does not grow with the number of lines', async () => {
  const text = 'France will open a port and Japan agreed to buy rice. '.repeat(40)
  const child = spawn('node', ['--max-old-space-size=64', 'dist/cli.js', 'read', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] })
  let lines = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines++
  })
  const done = once(child, 'exit')
  for (let i = 0; i < 1500; i++) if (!child.stdin.write(`${JSON.stringify({ id: String(i), text })}\n`)) await once(child.stdin, 'drain')
  child.stdin.end()
  assert.deepEqual(await done, [0, null])
  assert.equal(lines, 1500)
})
