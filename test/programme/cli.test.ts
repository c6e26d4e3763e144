import assert from 'node:assert/strict'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { folder, run } from '../cli/run.ts'

const ledger = join(folder, 'programme.db')
const own = (...args: readonly string[]) => run(['programme', ...args, '--ledger', ledger])
const day = ['--as-of', '2026-11-25', '--width', '100']

test('a programme is loaded once, shown, and loading it again changes nothing', () => {
  const first = own('load', 'china-kazakhstan')
  assert.deepEqual([first.status, first.stderr], [0, ''])
  assert.equal(first.stdout, 'china-kazakhstan: 273 judgements appended, 0 withdrawn; stocktake programme china-kazakhstan\n')
  assert.match(own('load', 'china-kazakhstan').stdout, /nothing new/)
  const { stdout, status } = own('china-kazakhstan', ...day)
  assert.equal(status, 0)
  assert.equal(stdout, readFileSync('test/programme/view.txt', 'utf8'))
  assert.match(own('list').stdout, /^china-kazakhstan {2}in the ledger; /)
})

test('--json has every undertaking with its standing; --brief, --direction and --standing choose', () => {
  const { entries, counts, series } = JSON.parse(own('china-kazakhstan', '--json', '--as-of', '2026-11-25').stdout)
  assert.equal(entries.length, 45)
  assert.equal(series.length, 12)
  assert.deepEqual(counts, { restated: 12, 'not-assessed': 2, progress: 14, delivered: 15, 'nothing-found': 2 })
  assert.equal(own('china-kazakhstan', '--brief', ...day).stdout.split('\n').length, 17)
  assert.match(own('china-kazakhstan', '--standing', 'nothing-found', ...day).stdout, /vaccine[\s\S]*health-community/)
  const wrong = own('china-kazakhstan', '--direction', 'freindship')
  assert.deepEqual([wrong.status, wrong.stderr.split('\n').length], [2, 2])
  assert.match(wrong.stderr, /--direction freindship: is unknown; use one of frame, /)
})

test('a row that changes is appended anew and its old form withdrawn; a row that is gone counts no more', () => {
  const tables = join(folder, 'changed')
  cpSync('programmes/china-kazakhstan', tables, { recursive: true })
  const path = join(tables, 'evidence.tsv')
  const rows = readFileSync(path, 'utf8').split('\n')
  const changed = rows
    .filter((row) => !row.startsWith('head-of-state\t'))
    .map((row) => row.replace('fifteen', '15').replace('Fifteen', '15'))
  writeFileSync(path, changed.join('\n'))
  assert.match(own('load', tables).stdout, /: 1 judgement appended, 8 withdrawn;/)
  const { entries } = JSON.parse(own('china-kazakhstan', '--json', '--as-of', '2026-11-25').stdout)
  assert.equal(
    entries.find(({ entry }: { entry: { id: string } }) => entry.id === 'china-kazakhstan/head-of-state').standing,
    'not-assessed',
  )
  assert.match(own('load', 'china-kazakhstan').stdout, /: 0 judgements appended, 9 withdrawn;/, 'what was withdrawn by loading comes back')
  assert.equal(own('china-kazakhstan', ...day).stdout, readFileSync('test/programme/view.txt', 'utf8'))
})

test('a broken table is named with its line, and nothing of it is loaded', () => {
  const tables = join(folder, 'broken')
  cpSync('programmes/china-kazakhstan', tables, { recursive: true })
  writeFileSync(join(tables, 'directions.tsv'), 'id\tlabel\nframe\tThe frame\n')
  const checked = run(['programme', 'check', tables])
  assert.equal(checked.status, 1)
  assert.match(checked.stdout, /entries\.tsv line \d+ \(trust\): unknown direction strategic-trust; give it a row in directions\.tsv\n/)
  assert.match(checked.stdout, /42 mistakes\n$/)
  const loaded = run(['programme', 'load', tables, '--ledger', join(folder, 'none.db')])
  assert.deepEqual([loaded.status, loaded.stderr.split('\n').length], [2, 2])
  assert.ok(!existsSync(join(folder, 'none.db')))
})

test('a new programme checks, loads and shows; an existing folder is left alone', () => {
  const place = join(folder, 'new')
  const { status, stdout } = run(['programme', 'new', 'r-z', '--under', place])
  assert.equal(status, 0)
  assert.match(stdout, /entries\.tsv\n/)
  assert.equal(run(['programme', 'check', join(place, 'r-z')]).status, 0)
  assert.equal(own('load', join(place, 'r-z')).status, 0)
  assert.match(own('r-z', ...day).stdout, /Hold a meeting of the committee once a year/)
  const again = run(['programme', 'new', 'r-z', '--under', place])
  assert.equal(again.status, 2)
  assert.match(again.stderr, /is there already; give another name/)
  for (const name of ['Load', 'load', 'a b', '../x']) assert.equal(run(['programme', 'new', name, '--under', place]).status, 2, name)
})

test('tables that are in no ledger are shown as they are; so is one that comes with Stocktake, where there is no ledger yet', () => {
  const kept = readFileSync('test/programme/view.txt', 'utf8')
  assert.equal(run(['programme', 'programmes/china-kazakhstan', ...day]).stdout, kept)
  assert.equal(run(['programme', 'china-kazakhstan', '--ledger', join(folder, 'nowhere.db'), ...day]).stdout, kept)
  assert.ok(!existsSync(join(folder, 'nowhere.db')))
  const broken = run(['programme', join(folder, 'broken'), ...day])
  assert.equal(broken.status, 2)
  assert.match(broken.stderr, /: 42 mistakes, the first entries\.tsv line \d+ \(trust\): unknown direction/)
})

test('an unknown programme is a mistake that says what to do', () => {
  const { status, stderr } = own('no-such')
  assert.equal(status, 2)
  assert.equal(stderr, 'stocktake: no-such: no programme of this ledger; put it in with: stocktake programme load FOLDER\n')
})

test('demo makes the ledger, shows the programme without what is said later, and is the same again', () => {
  const demo = ['demo', '--ledger', join(folder, 'demo.db'), '--width', '100']
  const first = run(demo)
  assert.deepEqual([first.status, first.stderr], [0, ''])
  assert.doesNotMatch(first.stdout, /Composed sample/, 'nothing that is said later than today')
  const later = run(['programme', 'china-kazakhstan', '--as-of', '2034-01-01', '--ledger', join(folder, 'demo.db'), '--width', '100'])
  assert.match(later.stdout, /↓ softens 2032-05-16 Composed sample: .* “China is willing/)
  assert.match(first.stdout, /45 undertakings declared, 12 texts of our own/)
  assert.equal(run(demo).stdout, first.stdout)
})
