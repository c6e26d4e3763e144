import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { placesAgain } from '../../src/intake/again.ts'
import { sourceOfBytes } from '../../src/intake/intake.ts'
import { StoreError } from '../../src/store/error.ts'
import { ORIGINAL } from '../../src/store/incoming/originals.ts'
import type { Store } from '../../src/store/store.ts'
import type { Incoming } from '../../src/store/types.ts'
import { exportJournal, importJournal } from '../../src/store/whole-ledger/folder.ts'
import { newFolder } from '../folder.ts'
import { pdfOf } from '../intake/pdf-file.ts'
import { docxOf, paragraph } from '../intake/zip-file.ts'
import { noServer } from '../postgres.ts'
import { onBoth, placeOf } from './places.ts'

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const page = Buffer.from(
  '<!doctype html><title>Ports</title><body><nav><a href="/">Home</a></nav><p>France will open a caf&eacute; by the port.</p>',
)
const pdf = pdfOf([['Germany will train forty pilots a year.'], ['France will open a port in 2034.']])
const docx = docxOf(paragraph('Germany will close a mine in 2033.'))
const plain = Buffer.from('Canada will build a port in Tema.\n')
const latin = Buffer.from('Canada will build a caf\u00e9 in Tema.', 'latin1')

/** What `add` makes of a file. */
async function incoming(bytes: Uint8Array, name: string): Promise<Incoming> {
  const { source, original, grounds } = await sourceOfBytes(bytes, { name, language: 'en' })
  return {
    source: { ...source, language: 'en' },
    receipt: { bytes, form: original.form, grounds: { ...grounds }, ending: name.slice(name.lastIndexOf('.')) },
  }
}
const all = () =>
  Promise.all([
    incoming(page, 'a.html'),
    incoming(pdf, 'b.pdf'),
    incoming(docx, 'c.docx'),
    incoming(plain, 'd.txt'),
    incoming(latin, 'e.txt'),
  ])
const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(folder.length), readFileSync(path).toString('base64')])
      .sort(),
  )

onBoth('the bytes of documents come back as they were received, by the hash that names them', async (place) => {
  const store = await place.open()
  const documents = await all()
  const added = await store.add(documents)
  for (const [i, { document }] of added.entries()) {
    const { receipt } = documents[i] as Incoming
    const bytes = await store.bytes(document.id)
    assert.ok(bytes && Buffer.compare(Buffer.from(bytes), Buffer.from(receipt?.bytes ?? [])) === 0)
    const found = await store.receipt(document.id)
    assert.deepEqual([found?.hash, found?.size, found?.form], [sha(bytes), bytes.length, receipt?.form])
  }
  assert.deepEqual(await store.verify(), [])
})

onBoth('bytes that are those of the text, and bytes that are there already, are not kept twice', async (place) => {
  const address = await place.address()
  const store = await place.open(address)
  const [first] = await all()
  assert.ok(first)
  await store.add([first, await incoming(plain, 'd.txt'), { ...first, source: { ...first.source, publisher: 'B' } }])
  const { connect } = await import('../../src/store/connect.ts')
  const { db } = await connect(address, {})
  const rows = await db.selectFrom('originals').select(['hash', 'size']).execute()
  assert.deepEqual(
    rows.map(({ hash, size }) => [hash, Number(size)]),
    [[sha(page), page.length]],
  )
  await db.destroy()
})

onBoth('of an original that is too large its hash alone is kept', async (place) => {
  const store = await place.open()
  const bytes = Buffer.concat([page, Buffer.alloc(ORIGINAL, ' ')])
  const [added] = await store.add([await incoming(bytes, 'a.html')])
  const id = added?.document.id ?? ''
  const found = await store.receipt(id)
  assert.deepEqual([found?.hash, found?.size, await store.bytes(id)], [sha(bytes), undefined, undefined])
})

onBoth('a document that is there already takes the bytes that come with it later', async (place) => {
  const store = await place.open()
  const one = await incoming(page, 'a.html')
  const [{ document } = { document: { id: '' } }] = await store.add([{ source: one.source }])
  assert.equal(await store.receipt(document.id), undefined)
  const [again] = await store.add([one])
  assert.equal(again?.status, 'known')
  assert.deepEqual(Buffer.from((await store.bytes(document.id)) ?? []), page)
})

async function exported(store: Store, folder: string, originals = true): Promise<Map<string, string>> {
  await exportJournal(store, folder, { originals })
  return filesIn(folder)
}

for (const [from, to] of [
  ['sqlite', 'sqlite'],
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
] as const)
  test(`exported from ${from} with originals, imported into ${to} and exported again, every byte is the same`, {
    skip: skipOf(from, to),
  }, async (t) => {
    const [one, other] = [newFolder(), newFolder()]
    const first = await placeOf(t, from).open()
    await first.add([
      ...(await all()),
      { source: { text: 'Ghana will build a school.\n', language: 'en' } },
      await incoming(Buffer.concat([pdf, Buffer.alloc(ORIGINAL)]), 'f.pdf'),
    ])
    const files = await exported(first, one)
    assert.equal([...files.keys()].filter((name) => name.startsWith('/originals/')).length, 5)
    const second = await placeOf(t, to).open()
    await importJournal(second, one)
    assert.deepEqual(await exported(second, other), files)
    // again into the same: nothing changes
    await importJournal(second, one)
    assert.deepEqual(await exported(second, other), files)
    // without: as if there had never been any
    const bare = await exported(second, other, false)
    assert.ok(![...bare.keys()].some((name) => /originals|received/.test(name)))
    assert.ok(!existsSync(join(other, 'originals')))
  })

function skipOf(...engines: readonly string[]): string | false {
  return engines.includes('postgres') && noServer
}

test('an original whose bytes were changed in the folder is refused, as is one that is missing', async (t) => {
  const folder = newFolder()
  const place = placeOf(t, 'sqlite')
  const store = await place.open()
  await store.add([await incoming(page, 'a.html')])
  await exportJournal(store, folder, { originals: true })
  const path = join(folder, 'originals', sha(page))
  writeFileSync(path, 'other')
  const refused = (message: RegExp) => (error: unknown) => error instanceof StoreError && message.test(error.message)
  await assert.rejects(importJournal(await place.open(), folder), refused(/its bytes are not those of its name/))
  rmSync(path)
  await assert.rejects(
    importJournal(await place.open(), folder),
    refused(/is not there; it is what a document of received\.jsonl was made of; export the ledger once more$/),
  )
  writeFileSync(join(folder, 'received.jsonl'), '{"document":"x","hash":"../../etc/passwd","form":"html"}\n')
  await assert.rejects(importJournal(await place.open(), folder), refused(/received\.jsonl:1: does not say/))
})

test('any bytes come back, whatever they are', async (t) => {
  const store = await placeOf(t, 'sqlite').open()
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      const text = `Ghana will build school number ${++count}.\n`
      const [added] = await store.add([{ source: { text, language: 'en' }, receipt: { bytes, form: 'text', grounds: {} } }])
      assert.deepEqual(Buffer.from((await store.bytes(added?.document.id ?? '')) ?? []), Buffer.from(bytes))
    }),
    { numRuns: 60 },
  )
})

test('statements are found in the original again: elements of a page, pages of a PDF; not where another text comes of it', async () => {
  const inPage = await sourceOfBytes(page, { name: 'a.html' })
  const at = inPage.source.text.indexOf('France')
  const [place] = (await placesAgain(page, { name: 'x.html' }, inPage.source.text, [{ from: at, to: at + 6 }])) ?? []
  assert.ok(place?.form === 'html')
  assert.equal(place.selector.value, '/html[1]/body[1]/p[1]')
  const inPdf = await sourceOfBytes(pdf, { name: 'b.pdf' })
  const second = inPdf.source.text.indexOf('France')
  const found = await placesAgain(pdf, {}, inPdf.source.text, [
    { from: 0, to: 7 },
    { from: second, to: second + 6 },
  ])
  assert.deepEqual(
    found?.map((one) => one.form === 'pdf' && one.page),
    [1, 2],
  )
  assert.equal(await placesAgain(pdf, {}, 'another text', [{ from: 0, to: 7 }]), undefined)
  assert.equal(await placesAgain(Buffer.from('%PDF-1.4 broken'), {}, 'x', [{ from: 0, to: 1 }]), undefined)
})
