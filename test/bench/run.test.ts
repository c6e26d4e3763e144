import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { bulkSample } from '../../bench/diff.ts'
import { heldBack, root } from '../../bench/gold.ts'
import { loadRead } from '../../bench/reader.ts'
import { scoreSentences } from '../../bench/sentences.ts'
import { newFolder } from '../folder.ts'

let folder = ''
const [heldId = ''] = heldBack()
const secret = 'Xanthippia'
const heldText = `The two sides agreed to open a school in ${secret}. ${secret} will trade wheat, and the delegations visited the lake of ${secret} for a long afternoon.`
const openText = 'The two sides agreed to resume flights to Quillonia. R will build a bridge.'

const jsonl = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

before(() => {
  folder = newFolder()
  for (const name of ['gold', 'corpus']) mkdirSync(join(folder, name))
  const wrong = (text: string, word: string) => [
    { from: text.indexOf(word), to: text.indexOf(word) + 3, quote: word.slice(0, 3), kind: 'position', force: 'none', parties: ['RR'] },
  ]
  writeFileSync(
    join(folder, 'gold', 'statements.dev.jsonl'),
    jsonl([
      { id: heldId, text: heldText, statements: wrong(heldText, secret) },
      { id: 'open', text: openText, statements: wrong(openText, 'Quillonia') },
    ]),
  )
  writeFileSync(join(folder, 'gold', 'composed.dev.jsonl'), '')
  const row = (id: string, text: string, label: 0 | 1, context_before?: string) => ({
    id,
    doc: 'd',
    text,
    label,
    ...(context_before ? { context_before } : {}),
  })
  writeFileSync(
    join(folder, 'gold', 'aus_speech_acts.dev.jsonl'),
    jsonl([
      row('hit', 'We will build a bridge.', 1),
      row('missed', 'A bridge for the valley.', 1),
      row('extra', 'We will build a bridge of dreams.', 0),
      row('quiet', 'The valley is green.', 0),
      row('only in the context', 'The valley is green.', 0, 'We will build a bridge.'),
    ]),
  )
  const bulk = [
    { id: 'copy', text: `  ${heldText.replaceAll(' ', '\n')}` },
    { id: 'quoted', text: `News of the day. ${heldText}` },
    { id: 'free', text: openText },
  ]
  writeFileSync(join(folder, 'corpus', 'bulk-en.jsonl.gz'), gzipSync(jsonl(bulk)))
})

const bench = (shared: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(root, 'bench', 'main.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, STOCKTAKE_SHARED: shared },
  })

test('no word of a held-back document is printed, whatever is asked for', () => {
  const asked = [
    ['accuracy', '--misses', '--docs', '--rules', '--summary'],
    ['accuracy', '--misses', '--doc', heldId],
    ['accuracy', '--misses', 'limits', 'school'],
    ['fields', '--misses', 'places'],
  ]
  for (const args of asked) {
    const { stdout, stderr, status } = bench(folder, ...args)
    assert.equal(status, 0, stderr)
    assert.doesNotMatch(stdout + stderr, new RegExp(secret), args.join(' '))
  }
  assert.match(bench(folder, 'accuracy', '--misses').stdout, /Quillonia/, 'misses of the others are')
})

test('copies of held-back documents are left out of the sample of the bulk', () => {
  assert.deepEqual(
    bulkSample(folder, 1).map((one) => one.id),
    ['free'],
  )
})

test('without the shared folder every part that needs it says so and ends well', () => {
  for (const part of ['accuracy', 'fields', 'sentences', 'events', 'speed', 'diff']) {
    const { stdout, status } = bench(join(folder, 'nowhere'), part)
    assert.equal(status, 0)
    assert.match(stdout, new RegExp(`^${part}: skipped, no `), part)
  }
})

test('an unknown part, option or revision is one line on standard error and exit code 2', () => {
  for (const args of [['speeed'], ['accuracy', '--mises'], ['diff', 'no-such-revision']]) {
    const { stderr, status } = bench(folder, ...args)
    assert.equal(status, 2, args.join(' '))
    assert.match(stderr, /^[^\n]+\n$/)
  }
})

test('sentences: a row counts when a commitment starts in it, not in its context', async () => {
  const { score } = scoreSentences(folder, 'aus_speech_acts', await loadRead())
  const { tp, fn, fp, tn, f1 } = score
  assert.deepEqual({ tp, fn, fp, tn, f1 }, { tp: 1, fn: 1, fp: 1, tn: 2, f1: 0.5 })
})
