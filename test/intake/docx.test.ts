import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntakeError } from '../../src/intake/error.ts'
import { sourceOfBytes } from '../../src/intake/intake.ts'
import { docxOf, paragraph, zipOf } from './zip-file.ts'

const by = 'w:id="1" w:author="A" w:date="2031-06-07T00:00:00Z"'
const core =
  '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>On ports &amp; roads</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>'

test('a Word document: paragraphs, a table, its properties', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('Lock')}${cell('Length')}</w:tr><w:tr>${cell('Upper')}${cell('120 m')}</w:tr></w:tbl>`
  const { source, grounds, remarks } = await sourceOfBytes(
    docxOf(`${paragraph('France will open a port.')}${table}${paragraph('Germany &amp; France will meet.')}`, {
      'docProps/core.xml': core,
    }),
  )
  assert.deepEqual(source, {
    title: 'On ports & roads',
    language: 'en-GB',
    text: 'France will open a port.\n\nLock\tLength\nUpper\t120 m\n\nGermany & France will meet.',
  })
  assert.deepEqual(grounds, { title: 'document properties', language: 'document properties' })
  assert.deepEqual(remarks, [])
})

test('tracked changes: the accepted text, and how many there are', async () => {
  const body = `<w:p><w:r><w:t xml:space="preserve">France will open </w:t></w:r><w:del ${by}><w:r><w:delText>three ports</w:delText></w:r></w:del><w:ins ${by}><w:r><w:t>a port</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>`
  const { source, remarks } = await sourceOfBytes(docxOf(body))
  assert.equal(source.text, 'France will open a port.')
  assert.deepEqual(remarks, ['tracked changes: the accepted text was taken, with 1 insertion and without 1 deletion'])
})

const large = 'a'.repeat(1 << 20)
for (const [name, bytes, message] of [
  ['a zip of something else', zipOf({ 'a.txt': 'France will open a port.' }), /is a zip/],
  ['a spreadsheet', zipOf({ 'xl/workbook.xml': '<x/>' }), /is a spreadsheet/],
  ['without text', docxOf(paragraph('')), /without text/],
  ['cut off', docxOf(paragraph('France will open a port.')).subarray(0, 300), /damaged zip, or broken off/],
  ['a part that is larger than it says', docxOf(paragraph(large), {}, 1000), /holds more than it says/],
  ['parts that say they are 900 MB', docxOf(paragraph('x'), {}, 300_000_000), /unpacks to more than 200 MB/],
  ['broken XML', docxOf('<w:p><w:r>'), /damaged Word document|without text/],
] as const)
  test(`a Word document that is refused: ${name}`, async () => {
    await assert.rejects(sourceOfBytes(bytes), (error) => error instanceof IntakeError && message.test(error.message))
  })
