import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'
import { IntakeError } from '../../src/intake/error.ts'
import { placesOf, sourceOfBytes } from '../../src/intake/intake.ts'
import { file, run } from '../cli/run.ts'
import { pdfOf } from './pdf-file.ts'

const three = pdfOf(
  [
    [
      'Ministry of Z - Bulletin 7',
      '',
      'Joint statement',
      '',
      'France will open a port in',
      'the north of Z.',
      '',
      'Germany will pay for the',
      '',
      '1',
    ],
    ['Ministry of Z - Bulletin 7', '', 'survey and (with France) will build', 'a road.', '', 'Both sides agreed to meet in 2033.', '', '2'],
    ['Ministry of Z - Bulletin 7', '', 'France will train pilots.', '', '3'],
  ],
  'Joint statement on ports',
)

test('a PDF: paragraphs over lines and pages, running titles and numbers of pages left out', async () => {
  const { source, grounds, remarks } = await sourceOfBytes(three)
  assert.equal(
    source.text,
    `Joint statement

France will open a port in the north of Z.

Germany will pay for the survey and (with France) will build a road.

Both sides agreed to meet in 2033.

France will train pilots.`,
  )
  assert.equal(source.title, 'Joint statement on ports')
  assert.deepEqual(grounds, { title: 'PDF properties' })
  assert.deepEqual(remarks, [])
})

test('each statement of a PDF has its page', async () => {
  const { source, original } = await sourceOfBytes(three)
  const { statements } = read(source)
  const places =
    (await placesOf(
      original,
      statements.map((one) => one.span),
    )) ?? []
  const found = statements.map(({ quote }, i) => {
    const place = places[i]
    return place?.form === 'pdf' ? [quote.split(/\s+/).slice(0, 3).join(' '), place.page, place.toPage, place.selector.value] : []
  })
  assert.deepEqual(found, [
    ['France will open', 1, undefined, 'page=1'],
    ['Germany will pay', 1, 2, 'page=1'],
    ['Both sides agreed', 2, undefined, 'page=2'],
    ['France will train', 3, undefined, 'page=3'],
  ])
})

test('the name of a file is no title', async () => {
  const { source } = await sourceOfBytes(pdfOf([['France will open a port.']], 'Microsoft Word - draft3.docx'))
  assert.deepEqual(source, { text: 'France will open a port.' })
})

const encrypted = Buffer.from(
  three
    .toString('latin1')
    .replace(
      '/Root 1 0 R',
      '/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <' +
        '5'.repeat(64) +
        '> /U <' +
        '6'.repeat(64) +
        '> >>',
    ),
  'latin1',
)
for (const [name, bytes, message] of [
  ['encrypted', encrypted, /is an encrypted PDF/],
  ['broken off', three.subarray(0, 40), /is a damaged PDF/],
  ['a scan', pdfOf([[], [], []]), /is a PDF of 3 pages without text, a scan/],
] as const)
  test(`a PDF that is refused: ${name}`, async () => {
    await assert.rejects(sourceOfBytes(bytes), (error) => error instanceof IntakeError && message.test(error.message))
  })

test('a page without text is named', async () => {
  const { remarks } = await sourceOfBytes(pdfOf([['France will open a port in the north of Z next year.'], []]))
  assert.deepEqual(remarks, ['no text on page 2: a picture, or blank'])
})

test('what the parser rejects behind its own back does not end the process', () => {
  const pages = pdfOf([['France will open a port.'], ['Kenya will open a road.']]).toString('latin1')
  const path = file('broken-box.pdf', Buffer.from(pages.replaceAll('/MediaBox [0 0', '/MediaBox [0 )0'), 'latin1'))
  const { status, stderr } = run(['read', path])
  assert.deepEqual(
    [status, stderr],
    [2, `stocktake: ${path}: is a PDF of a page without text, a scan it seems; its text must be recognised first (OCR)\n`],
  )
})
