import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { inputsOf } from '../../src/cli/add/inputs.ts'
import { folder } from './run.ts'

const tree = join(folder, 'tree')
mkdirSync(join(tree, 'b'), { recursive: true })
mkdirSync(join(tree, '.hidden'))
const put = (name: string, content: string | Buffer) => writeFileSync(join(tree, name), content)
put('c.txt', 'France will open a port.')
put('b/z.md', 'France will open a port.')
put('b/a.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 0x41]))
put('a.jsonl', '{"id":"one","text":"x"}\n\n[]\n{"id":"two","text":"y"}')
put('d.ndjson.gz', gzipSync('{"id":"three","text":"z"}\n'))
put('e.jsonl.gz', gzipSync('{"id":"four","text":"z"}\n').subarray(0, 20))
put('page.csv', '<p>')
put('page2.csv', '<p>')
put('README', 'x')
put('.hidden/x.txt', 'x')

async function all(names: readonly string[], lines = false) {
  const inputs = inputsOf(names, lines)
  const seen: string[] = []
  for await (const input of inputs.documents)
    seen.push(`${input.name.slice(tree.length + 1)} ${'fault' in input ? input.fault : (input.source.id ?? '')}`)
  return { ...inputs, seen }
}

test('a folder: in order of name, lines as documents, faults in their place, the rest counted', async () => {
  const { seen, passed, count, bytes } = await all([tree])
  assert.deepEqual(seen, [
    'a.jsonl, line 1 one',
    'a.jsonl, line 3 is not an object; write {"id": "…", "text": "…"}',
    'a.jsonl, line 4 two',
    'b/a.txt is binary; name texts, pages, PDF or Word files',
    'b/z.md ',
    'c.txt ',
    'd.ndjson.gz, line 1 three',
    'e.jsonl.gz is no gzip file, or broken off; fetch it again',
  ])
  assert.deepEqual(Object.fromEntries(passed), { '.csv': 2, 'no ending': 1 })
  assert.deepEqual([count, bytes], [undefined, undefined])
})

test('files: their number and bytes are known beforehand', async () => {
  const { count, bytes, seen } = await all([join(tree, 'c.txt'), join(tree, 'b/z.md')])
  assert.deepEqual([count, bytes, seen.length], [2, 48, 2])
})

test('with --jsonl any file is read line by line', async () => {
  const { seen } = await all([join(tree, 'c.txt')], true)
  assert.deepEqual(seen, ['c.txt, line 1 is not JSON; write one object a line'])
})

test('a name that leads nowhere is a fault of that name', async () => {
  const { seen } = await all([join(tree, 'none.txt'), join(tree, 'c.txt')])
  assert.deepEqual(seen, ['none.txt no such file; check the path', 'c.txt '])
  const lines = await all([join(tree, 'none.jsonl')])
  assert.deepEqual(lines.seen, ['none.jsonl no such file; check the path'])
})

test('a file as a folder is a fault of that name too', async () => {
  const { seen } = await all([join(tree, 'c.txt', 'x')])
  assert.deepEqual(seen, ['c.txt/x no such file; check the path'])
})
