import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { exportJournal, importJournal } from '../../src/store/whole-ledger/folder.ts'
import { linesOf } from '../../src/store/whole-ledger/folder-lines.ts'
import { newFolder } from '../folder.ts'
import { onBoth } from './places.ts'
import { life, picture, take } from './world.ts'

/** All files of a folder with their bytes. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [join(parentPath, name).slice(folder.length), readFileSync(join(parentPath, name), 'latin1')]),
  )
}

onBoth('a ledger is exported to a folder, imported, and exported again to the byte', async (place) => {
  const runs = place.engine === 'sqlite' ? 8 : 3
  const folders = [0, 1].map(() => newFolder())
  const [one, other] = folders as [string, string]
  await fc.assert(
    fc.asyncProperty(life, async (steps) => {
      const first = await place.open()
      let clock = 0
      for (const step of steps) await take(first, step, ++clock)
      await exportJournal(first, one)
      const second = await place.open()
      await importJournal(second, one)
      assert.deepEqual(await second.verify(), [])
      assert.equal(await picture(second), await picture(first))
      await exportJournal(second, other)
      assert.deepEqual(filesOf(other), filesOf(one))
      // again changes nothing
      await importJournal(second, one)
      await exportJournal(second, other)
      assert.deepEqual(filesOf(other), filesOf(one))
      await first.close()
      await second.close()
    }),
    { numRuns: runs, interruptAfterTimeLimit: 60_000, endOnFailure: true },
  )
})

onBoth('texts with any characters come back to the character', async (place) => {
  const folder = newFolder()
  const store = await place.open()
  const texts = [
    'a\0b will build a port.',
    '\ufeffCanada will build.\r\n',
    'x\u{10ffff}0\u{10ffff}',
    '\u0007\u001b[31m',
    '政府将建设港口。',
    '\ud83d\ude00 half \ud83d end',
  ]
  await store.add(texts.map((text, i) => ({ source: { text, title: `t\0${i}`, publisher: '\ud800' }, externalId: `e\0${i}` })))
  for (const [i, text] of texts.entries()) {
    const found = await store.document(`e\0${i}`)
    assert.equal(found?.text, text.toString().replace('half \ud83d ', 'half \ufffd '))
    assert.equal(found?.document.title, `t\0${i}`)
  }
  assert.deepEqual(await store.verify(), [])
  await exportJournal(store, folder)
  const again = await place.open()
  await importJournal(again, folder)
  assert.equal(await picture(again), await picture(store))
})

onBoth('a folder that somebody changed is refused with the file and the line', async (place) => {
  const folder = newFolder()
  const store = await place.open()
  await store.add([{ source: { text: 'Canada will build a port in Tema.\n', date: '2030-01-01', language: 'en' } }])
  await store.append([{ body: { type: 'series', series: { id: 'p', label: 'ports', unit: 'ports' } }, by: 'anna' }])
  await exportJournal(store, folder)
  const journal = join(folder, 'journal.jsonl')
  const kept = readFileSync(journal, 'utf8')
  const refuses = async (pattern: RegExp) => assert.rejects(async () => importJournal(await place.open(), folder), pattern)
  writeFileSync(journal, kept.replace('ports', 'boats'))
  await refuses(/journal\.jsonl:1: its content is not that of its id/)
  writeFileSync(journal, kept)
  appendFileSync(journal, '{"type":"series"\n')
  await refuses(/journal\.jsonl:2: is no JSON object; export the ledger once more$/)
  writeFileSync(journal, `${kept}{"type":"wish"}\n`)
  await refuses(/journal\.jsonl:2: "wish" is no type of judgement/)
  writeFileSync(journal, kept)
  const [name] = readdirSync(join(folder, 'texts'))
  appendFileSync(join(folder, 'texts', name as string), 'and a hotel')
  await refuses(/its characters are not those of its name/)
  rmSync(join(folder, 'texts', name as string))
  await refuses(/is not there; it is the text of .*documents\.jsonl:1; export the ledger once more$/)
  mkdirSync(join(folder, 'texts', name as string))
  await refuses(/\.txt cannot be read \(EISDIR\); it is the text of /)
  rmSync(journal)
  await refuses(/journal\.jsonl is not there; name a folder that `stocktake export --journal` wrote$/)
  mkdirSync(journal)
  await refuses(/journal\.jsonl cannot be read \(EISDIR\); name a folder/)
})

test('lines are cut at line feeds alone, wherever the file comes in pieces', async () => {
  const path = join(newFolder(), 'a.jsonl')
  const rows = [{ a: 'x\u2028y\r\u0085z' }, { a: '港口'.repeat(70_000) }, { a: '' }, { a: 'p'.repeat(65_536) }]
  writeFileSync(path, `\n${rows.map((row) => JSON.stringify(row)).join('\n\n')}`)
  assert.deepEqual(
    await linesOf(path),
    rows.map((row, i) => [2 * i + 2, row]),
  )
  writeFileSync(path, '')
  assert.deepEqual(await linesOf(path), [])
})
