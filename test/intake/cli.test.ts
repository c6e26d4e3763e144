import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newFolder } from '../folder.ts'
import { startServer } from './hostile-server.ts'
import { pdfOf } from './pdf-file.ts'
import { docxOf, paragraph, zipOf } from './zip-file.ts'

const { base, stop } = await startServer()
after(stop)
const folder = newFolder()
const file = (name: string, bytes: Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** The built program beside a server in this process, which must go on answering. */
const run = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const child = execFile('node', ['dist/cli.js', ...args], { env: { ...process.env, ...env } }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })

test('an address is read, with every statement in its place on the page', async () => {
  const { code, stdout } = await run(['read', '--json', `${base}/moved`], { STOCKTAKE_TEST_LOOPBACK: '1' })
  assert.equal(code, 0)
  const reading = JSON.parse(stdout)
  assert.deepEqual(reading.source, { title: 'On ports', language: 'en', url: `${base}/page` })
  assert.equal(reading.received.form, 'html')
  assert.deepEqual(reading.received.grounds, { title: 'title', language: 'html lang', url: 'where it was fetched' })
  assert.equal(reading.statements.length, 1)
  assert.equal(reading.statements[0].place.selector.value, '/html[1]/body[1]/p[1]')
})

test('a text in a language without a lexicon is kept, found, and said not to be read', async () => {
  const ledger = join(folder, 'zh.db')
  const path = file(
    'zh.html',
    Buffer.from('<!doctype html><html lang="en"><meta charset="utf-8"><p>双方同意明年年底前在河上开设第二个港口，并培训四十名引航员。'),
  )
  const { stdout } = await run(['add', '--ledger', ledger, '--json', path])
  const [report] = JSON.parse(stdout).documents
  assert.equal(report.statements, 0)
  assert.equal(report.document.language, 'zh')
  assert.deepEqual(report.remarks, ['declared as en, but the words are zh', 'no lexicon for zh: kept and found by search, but not read'])
  const { stdout: read } = await run(['read', '--json', path])
  assert.deepEqual(JSON.parse(read).notes, ['no lexicon for zh: the text was not read', 'declared as en, but the words are zh'])
})

test('a zip is its texts; what is damaged in it is named, and a zip that lies leaves nothing', async () => {
  const files = {
    'b/two.html': '<!doctype html><p>Germany will train forty pilots a year.',
    'a.txt': 'France will open a port.',
    'c.pdf': '%PDF-1.4 broken',
    'd.png': 'x',
    '__MACOSX/a.txt': 'Germany will hide.',
  }
  const path = file('texts.zip', zipOf(files))
  const { code, stdout, stderr } = await run(['add', '--ledger', join(folder, 'zip.db'), '--json', path])
  assert.equal(code, 2)
  assert.equal(stderr, `stocktake: ${path}, c.pdf: is a damaged PDF, or broken off; fetch it again\n`)
  const { totals } = JSON.parse(stdout)
  assert.deepEqual([totals.added, totals.refused, totals.statements], [2, 1, 2])
  const bomb = file('bomb.zip', zipOf({ 'a.txt': 'a'.repeat(1 << 20) }, 1000))
  const lie = await run(['add', '--ledger', join(folder, 'bomb.db'), bomb])
  assert.match(lie.stderr, /bomb\.zip, a\.txt: is a zip that holds more than it says/)
})

test('without the flag of tests nothing on this machine is asked', async () => {
  const { code, stdout, stderr } = await run(['read', `${base}/page`])
  assert.deepEqual([code, stdout], [2, ''])
  assert.equal(stderr, `stocktake: ${base}/page: is an address inside of a network, not of the web; it is not fetched\n`)
})

test('a PDF, a Word file and a text in windows-1251 go into the ledger; a scan leaves nothing', async () => {
  const ledger = join(folder, 'ledger.db')
  const files = [
    file('a.pdf', pdfOf([['France will open a port in the north of Z by the end of 2033.']])),
    file('b.docx', docxOf(paragraph('Germany will train forty pilots a year.'))),
    file('c.html', Buffer.from('<!doctype html><body><nav><a href="/">Home</a></nav><p>France will close a mine in 2031.')),
    file('d.pdf', pdfOf([[], []])),
  ]
  const { code, stdout, stderr } = await run(['add', '--ledger', ledger, '--json', ...files])
  assert.equal(code, 2)
  assert.equal(
    stderr,
    `stocktake: ${files[3]}: is a PDF of 2 pages without text, a scan it seems; its text must be recognised first (OCR)\n`,
  )
  const { totals } = JSON.parse(stdout)
  assert.deepEqual([totals.added, totals.refused, totals.statements], [3, 1, 3])
})

test('what was added can be had again as it was received, and each statement in its place in it', async () => {
  const ledger = join(folder, 'originals.db')
  const bytes = pdfOf([['Nothing is here but rain and wind.'], ['Germany will train forty pilots a year.']])
  const { stdout } = await run(['add', '--ledger', ledger, '--json', file('original.pdf', bytes)])
  const { id } = JSON.parse(stdout).documents[0].document
  const shown = await run(['show', '--ledger', ledger, id])
  assert.match(shown.stdout, /^original · pdf · \d+ bytes · SHA-256\s[0-9a-f]{64}$/m)
  assert.match(shown.stdout, /^ +original: page 2$/m)
  const json = JSON.parse((await run(['show', '--ledger', ledger, '--json', id])).stdout)
  assert.deepEqual([json.original.form, json.original.size, json.statements[0].place.page], ['pdf', bytes.length, 2])
  const path = join(folder, 'again.pdf')
  assert.equal((await run(['show', '--ledger', ledger, '--original', path, id])).code, 0)
  assert.deepEqual(readFileSync(path), Buffer.from(bytes))
  const bare = join(folder, 'bare.db')
  await run(['add', '--ledger', bare, '--no-originals', file('original.pdf', bytes)])
  const { code, stderr } = await run(['show', '--ledger', bare, '--original', '-', id])
  assert.deepEqual([code, stderr], [2, `stocktake: ${id}: its bytes are not in the ledger; the text is, and stocktake show prints it\n`])
})

test('a feed in a file is its entries; what is wrong with one is told in its place', async () => {
  const path = file(
    'feed.xml',
    Buffer.from(
      `<rss version="2.0"><channel><title>M</title><item><guid>a</guid><title>A</title><description>France will open a port.</description></item><item><title>B</title></item><item><title>C</title><link>${base}/page</link></item></channel></rss>`,
    ),
  )
  const { code, stdout, stderr } = await run(['read', '--json', path], { STOCKTAKE_TEST_LOOPBACK: '1', STOCKTAKE_TEST_GAP: '1' })
  assert.equal(code, 2)
  assert.equal(stderr, `stocktake: ${path}, entry 2: has neither a text nor an address\n`)
  const readings = JSON.parse(stdout) as { source: { title: string; url?: string }; statements: unknown[]; notes: string[] }[]
  assert.deepEqual(
    readings.map(({ source, statements }) => [source.title, source.url, statements.length]),
    [
      ['A', undefined, 1],
      ['C', `${base}/page`, 1],
    ],
  )
  const added = await run(['add', '--json', '--feed-only', '--ledger', join(folder, 'feed.db'), path])
  const { totals } = JSON.parse(added.stdout)
  assert.deepEqual([added.code, totals.added, totals.refused], [2, 1, 2])
  const empty = await run([
    'add',
    '--ledger',
    join(folder, 'feed.db'),
    file('empty.xml', Buffer.from('<rss version="2.0"><channel><title>M</title></channel></rss>')),
  ])
  assert.match(empty.stderr, /empty\.xml: is a feed without entries; there is nothing to read/)
})
