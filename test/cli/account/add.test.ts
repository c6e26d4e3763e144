import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { addInterrupted, addUntil } from '../adding.ts'
import { engines, ferry, folderOf, hospital, on, talks } from './ledgers.ts'

const line = (id: string, text: string, more: object = {}) => JSON.stringify({ id, text, ...more })

const [what, where] = [
  ['hospitals', 'bridges', 'libraries', 'harbours', 'museums', 'stadiums', 'theatres', 'tunnels', 'mills', 'markets', 'clinics', 'schools'],
  ['Kisumu', 'Lyon', 'Mombasa', 'Nice', 'Nakuru', 'Brest', 'Eldoret', 'Lille', 'Malindi', 'Nantes'],
]
/** So many documents as JSON lines, no two of them about the same. */
const manyLines = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${line(`d${i}`, `France will build ${what[i % 12]} in ${where[Math.floor(i / 12)]}.`)}\n`).join(
    '',
  )

for (const { name, fresh } of engines) {
  test(`${name}: a folder is added, and each text says which known undertakings it touches`, async () => {
    const { text } = on(await fresh())
    const folder = folderOf({ ...talks, 'page.csv': '<p>' })
    const printed = text('add', folder, '--width', '100')
    assert.match(printed, /^ {2}\+ added {5}Joint statement of France and Kenya \(2019-03-04\) · 3 statements · [0-9a-f]{16}$/m)
    assert.match(printed, /^ {2}\+ added {5}Second joint statement of France and Kenya \(2021-05-06\) · 3 statements · 2 in known$/m)
    assert.match(printed, new RegExp(`^    = repeats .*\n.*of 2020 · ${ferry} · [01]\\.\\d\\d$`, 'm'))
    assert.match(printed, /^ {4}✓ reports done/m)
    assert.match(printed, /^3 texts added, 0 known already, 0 refused · 8 statements$/m)
    assert.match(printed, /^files that are no texts, passed over: 1 \.csv$/m)
  })

  test(`${name}: a text that nobody dated says so, and can be dated later`, async () => {
    const { text, json } = on(await fresh())
    const folder = folderOf({ 'note.txt': 'France will build a ferry port in Mombasa.\n' })
    assert.match(text('add', folder), /^1 without a date: counted as the latest wording; the same call with --date says when it was said$/m)
    assert.doesNotMatch(text('add', folder, '--date', '2019-03-04'), /without a date/)
    const [found] = json('ledger', '--party', 'FR').undertakings
    assert.deepEqual([found.first, found.last], ['2019-03-04', '2019-03-04'])
  })

  test(`${name}: the same texts again change nothing and say so`, async () => {
    const { text, json } = on(await fresh())
    const folder = folderOf(talks)
    text('add', folder)
    const before = text('export', '--format', 'json')
    const again = json('add', folder)
    assert.deepEqual(
      again.documents.map(({ status }: { status: string }) => status),
      ['known', 'known', 'known'],
    )
    assert.deepEqual([again.totals.added, again.totals.known], [0, 3])
    assert.match(text('add', join(folder, '1.txt')), /^ {2}= known {5}Joint statement of France and Kenya/)
    assert.equal(text('export', '--format', 'json'), before)
  })

  test(`${name}: JSON of what was added, whatever the order of the texts`, async () => {
    const { json } = on(await fresh())
    const folder = folderOf(talks)
    json('add', join(folder, '2.txt'))
    const { documents, totals, refused, stopped } = json('add', join(folder, '1.txt'))
    const [{ document, touches }] = documents
    assert.deepEqual(
      [document.title, document.date, document.publisher, document.externalId],
      ['Joint statement of France and Kenya', '2019-03-04', 'Test Office', undefined],
    )
    const seen = touches.map(({ undertaking, relation }: { undertaking: string; relation: string }) => [undertaking, relation])
    assert.deepEqual(seen.sort(), [
      [ferry, 'new'],
      [hospital, 'new'],
    ])
    assert.deepEqual([totals.documents, totals.added, totals.statements, refused, stopped], [1, 1, 3, [], false])
  })

  test(`${name}: JSON lines keep their ids, and a broken one is named in its place`, async () => {
    const { call, json, text } = on(await fresh())
    const input = [
      line('one', 'France will build a hospital in Kisumu.', { title: 'T', date: '2019-03-04' }),
      '{broken',
      line('two', 'Kenya agreed to buy rice.'),
    ].join('\n')
    const { status, stderr, stdout } = call(['add', '--jsonl', '--json'], input)
    assert.deepEqual([status, stderr], [1, 'stocktake: standard input, line 2: is not JSON; write one object a line\n'])
    const added = JSON.parse(stdout)
    assert.deepEqual(
      added.documents.map(({ document }: { document: { externalId: string } }) => document.externalId),
      ['one', 'two'],
    )
    assert.deepEqual(added.refused, [{ name: 'standard input, line 2', error: 'is not JSON; write one object a line' }])
    assert.equal(json('show', 'one').document.title, 'T')
    assert.match(text('show', 'two'), /^two\ndocument [0-9a-f]{16} · 25 characters$/m)
  })

  test(`${name}: a file that cannot be read is named, the others go in`, async () => {
    const { call, json } = on(await fresh())
    const folder = folderOf(talks)
    const none = join(folder, 'none.txt')
    const { status, stderr } = call(['add', none, join(folder, '1.txt'), '--brief'])
    assert.deepEqual([status, stderr], [2, `stocktake: ${none}: no such file; check the path\n`])
    assert.equal(json('ledger', 'stats').documents, 1)
  })

  test(`${name}: killed at any moment, what was reported is in, and the next run does the rest`, async () => {
    const ledger = await fresh()
    const { env, json, text } = on(ledger)
    const input = manyLines(120)
    for (const reports of [1, 60]) {
      const { printed } = await addUntil({ env, lines: input, signal: 'SIGKILL', after: reports })
      const reported = [...printed.matchAll(/^ {2}[+=] (?:added|known) +.*· ([0-9a-f]{16})$/gm)].map(([, id]) => id as string)
      assert.ok(reported.length >= 1)
      for (const id of [reported[0], reported.at(-1)]) assert.equal(json('show', id as string).document.id, id)
    }
    const { status, stdout } = on(ledger).call(['add', '--jsonl', '--brief'], input)
    assert.equal(status, 0)
    assert.match(stdout, /^\d+ texts added, \d+ known already, 0 refused/)
    assert.equal(json('ledger', 'stats').documents, 120)
    assert.equal(text('ledger', 'verify'), 'the ledger is what its readings and its journal make of it\n')
  })

  test(`${name}: Ctrl-C ends after a batch and says so; the same call does the rest`, async () => {
    await addInterrupted({ env: on(await fresh()).env, lines: manyLines(120) })
  })
}

test('no progress is written where standard error is no terminal', async () => {
  const { call } = on(await (engines[0] as (typeof engines)[0]).fresh())
  const { stderr } = call(['add', '--jsonl', '--brief'], line('a', 'France will build a hospital.'))
  assert.equal(stderr, '')
})
