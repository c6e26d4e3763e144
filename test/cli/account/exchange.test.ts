import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { boats, engines, ferry, hospital, on, talked, unused } from './ledgers.ts'

/** Every file under a folder with its content. */
const files = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )

for (const engine of engines) {
  const { name, fresh } = engine
  test(`${name}: the journal in a folder makes the same ledger, and the same folder`, async () => {
    const { text, json } = await talked(engine)
    text('link', hospital, boats, '--same')
    text('evidence', 'none', hospital, '--where', 'gazette', '--query', 'hospital')
    text('withdraw', json('show', hospital).judgements[0].id)
    const folder = unused('journal')
    assert.equal(text('export', '--journal', folder), `journal, documents and texts are in ${folder}\n`)
    const other = on(await fresh())
    assert.match(other.text('import', folder), /^the ledger has 3 documents, 8 statements, 3 judgements\n$/)
    assert.equal(other.json('import', folder).judgements, 3, 'again changes nothing')
    const back = unused('journal')
    assert.deepEqual(other.json('export', '--journal', back), { files: [back] })
    assert.deepEqual(files(back), files(folder))
    assert.equal(other.text('export', '--format', 'json'), text('export', '--format', 'json'))
    assert.deepEqual(other.json('ledger', 'verify'), { differences: [] })
  })

  test(`${name}: every format is written, whole, to a file or a folder`, async () => {
    const { text, refusal } = await talked(engine)
    const help = text('export', '--help')
    const formats = /^ {2}--format FORMAT +(.*)$/m.exec(help)?.[1]?.split(', ') ?? []
    for (const format of ['json', 'csv', 'brief']) assert.ok(formats.includes(format), format)
    for (const format of formats) {
      const folder = unused(format)
      const printed = text('export', '--format', format, '--out', join(folder, 'deep', 'out'))
      const written = printed.trimEnd().split('\n')
      for (const path of written) assert.ok(existsSync(path), path)
      const all = files(folder)
      assert.equal(Object.keys(all).length, written.length)
      assert.ok(Object.values(all).every((content) => content.length > 0))
      assert.ok(Object.keys(all).every((path) => !path.includes('.part')))
      if (written.length === 1) assert.equal(Object.values(all)[0], text('export', '--format', format))
      else assert.match(refusal('export', '--format', format), /: is \d+ files; give a folder with --out\n$/)
    }
  })

  test(`${name}: JSON: documents, undertakings and suggestions`, async () => {
    const { json, text } = await talked(engine)
    assert.equal(json('ledger', '--all').total, 5)
    const { documents, undertakings, suggestions } = JSON.parse(text('export', '--format', 'json'))
    assert.deepEqual([documents.length, undertakings.length, Array.isArray(suggestions)], [3, 5, true])
    assert.ok(undertakings.some(({ id }: { id: string }) => id === ferry))
  })
}

test('export: a full disk, a place that may not be written, a reader that stops', { skip: !existsSync('/dev/full') }, async () => {
  const { env, refusal } = await talked(engines[0] as (typeof engines)[0])
  const shell = (command: string) => spawnSync('sh', ['-c', command], { encoding: 'utf8', env: { ...process.env, ...env } })
  const full = shell('node dist/cli.js export --format json > /dev/full')
  assert.deepEqual(
    [full.status, full.stderr],
    [2, 'stocktake: standard output: cannot be written (ENOSPC); check the room left where it goes\n'],
  )
  const stopped = shell('node dist/cli.js export --format json | head -c 10')
  assert.deepEqual([stopped.stdout.length, stopped.stderr], [10, ''])
  assert.match(
    refusal('export', '--format', 'json', '--out', '/proc/none/ledger.json'),
    /^stocktake: \/proc\/none: cannot be made a folder \(E\w+\); name another place, or check the permissions\n$/,
  )
  assert.match(
    refusal('export', '--format', 'json', '--out', '/dev/full/x'),
    /^stocktake: \/dev\/full: cannot be made a folder \(E\w+\); name another place, or check the permissions\n$/,
  )
})
