import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { type SheetCell, xlsxOf } from '../../src/export/xlsx.ts'
import { entriesOf, zipIn } from '../../src/intake/zip.ts'
import { newFolder } from '../folder.ts'

async function* pages(rows: readonly (readonly SheetCell[])[], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

async function bytesOf(heading: readonly string[], rows: readonly (readonly SheetCell[])[], size = 2): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxOf(
    heading.map((name) => [name, 12] as const),
    pages(rows, size),
  ))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The parts of a workbook by name, unpacked by a reader of zips that knows nothing of its writer. */
const partsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(entriesOf(zipIn(bytes)).map(({ name, unpack }) => [name, new TextDecoder('utf-8', { fatal: true }).decode(unpack())]))

/** The cells of its sheet: texts as a reader of sheets shows them, numbers as such. */
function cellsOf(sheet: string): (string | number | undefined)[][] {
  const { document } = parseHTML(
    `<!doctype html><html><body>${sheet.slice(sheet.indexOf('<sheetData>'), sheet.indexOf('</worksheet>')).replaceAll('<c/>', '<c></c>')}</body></html>`,
  )
  return [...document.querySelectorAll('row')].map((row) =>
    [...row.querySelectorAll('c')].map((cell) => {
      const [text, number] = [cell.querySelector('t')?.textContent, cell.querySelector('v')?.textContent]
      if (number !== undefined && number !== null) return Number(number)
      return text?.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    }),
  )
}

const hostile: readonly (readonly [given: string, shown: string])[] = [
  ['=HYPERLINK("http://x.example","y")', '=HYPERLINK("http://x.example","y")'],
  ['+1', '+1'],
  ['-2+3', '-2+3'],
  ['@SUM(A1)', '@SUM(A1)'],
  ['\t=cmd', '\t=cmd'],
  ['\uff1d1', '\uff1d1'],
  ['</t></is></c><c><f>1+1</f></c>', '</t></is></c><c><f>1+1</f></c>'],
  ['a & b < c > d "e" \'f\'', 'a & b < c > d "e" \'f\''],
  ['_x0041_', '_x0041_'],
  ['\u0000\u0001\u001f', '\ufffd\ufffd\ufffd'],
  ['\ud800 alone, \udc00 too', '\ufffd alone, \ufffd too'],
  ['\ufffe\uffff', '\ufffd\ufffd'],
  ['😀 \u202eabc', '😀 \u202eabc'],
  ['  spaces  ', '  spaces  '],
  ['two\nlines', 'two\nlines'],
  ['x'.repeat(40_000), `${'x'.repeat(32_766)}…`],
]
const bytes = await bytesOf(
  ['given', 'number'],
  hostile.map(([given], i) => [given, i === 1 ? undefined : -1 - i]),
)

test('hostile cells are texts in the file, to the letter, and none is a formula', () => {
  const sheet = partsOf(bytes).get('xl/worksheets/sheet1.xml') ?? ''
  assert.doesNotMatch(sheet, /<f[ >/]/)
  const [heading, ...rows] = cellsOf(sheet)
  assert.deepEqual(heading, ['given', 'number'])
  assert.deepEqual(
    rows,
    hostile.map(([, shown], i) => [shown, i === 1 ? undefined : -1 - i]),
  )
  // a text that would become a formula once it is edited keeps its quotation mark
  const marked = [...sheet.matchAll(/<c t="inlineStr" s="2">/g)].length
  assert.equal(marked, 6)
})

test('python, which knows nothing of us, reads the workbook: every part is well formed and there', (t) => {
  const path = join(newFolder(), 'a.xlsx')
  writeFileSync(path, bytes)
  const script = `
import json, sys, zipfile, xml.etree.ElementTree as E
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
m = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
r = '{http://schemas.openxmlformats.org/package/2006/relationships}'
for n in z.namelist(): E.fromstring(z.read(n))
for t in ('xl/' + x.get('Target') for x in E.fromstring(z.read('xl/_rels/workbook.xml.rels'))): assert t in z.namelist(), t
print(json.dumps([[''.join(c.itertext()) for c in row] for row in E.fromstring(z.read('xl/worksheets/sheet1.xml')).iter(m + 'row')]))
`
  const { status, stdout, stderr, error } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' })
  if (error) return t.skip('no python3 on this machine')
  assert.equal(status, 0, stderr)
  const rows = JSON.parse(stdout) as string[][]
  assert.equal(rows.length, hostile.length + 1)
  assert.equal(rows[1]?.[0], hostile[0]?.[1])
  assert.equal(rows[7]?.[0], hostile[6]?.[1])
})

test('whatever the rows and however they come, the same cells are read back, and the same bytes are written', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')),
    fc.integer(),
    fc.constant(undefined),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), async (rows, size) => {
      const one = await bytesOf(['a', 'b'], rows, size)
      const [, ...read] = cellsOf(partsOf(one).get('xl/worksheets/sheet1.xml') ?? '')
      assert.deepEqual(
        read,
        rows.map((row) => row.map((value) => (value === '' ? undefined : value))),
      )
      assert.deepEqual(one, await bytesOf(['a', 'b'], rows, size))
    }),
    { numRuns: 40 },
  )
})

test('whole days are days, and what is no whole day, or none that every program knows, is a text', async () => {
  const days: readonly (readonly [given: string, is: string | number])[] = [
    ['2031-03-06', 47_913],
    ['1900-03-01', 61],
    ['2000-02-29', 36_585],
    ['9999-12-31', 2_958_465],
    ['1900-02-28', '1900-02-28'],
    ['1852-05-08', '1852-05-08'],
    ['2031-03', '2031-03'],
    ['2031', '2031'],
    ['2031-13-40', '2031-13-40'],
    ['2031-03-06 or later', '2031-03-06 or later'],
  ]
  const parts = partsOf(
    await bytesOf(
      ['day'],
      days.map(([given]) => [given]),
    ),
  )
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  assert.deepEqual(
    cellsOf(sheet)
      .slice(1)
      .map(([cell]) => cell),
    days.map(([, is]) => is),
  )
  assert.equal([...sheet.matchAll(/<c s="3">/g)].length, 4)
  assert.match(sheet, /<autoFilter ref="A1:A11"\/>/)
  const styles = parts.get('xl/styles.xml') ?? ''
  const [, format] = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf numFmtId="(\d+)"/g)][3] ?? []
  assert.ok(styles.includes(`<numFmt numFmtId="${format}" formatCode="yyyy\\-mm\\-dd"/>`))
})

test('openpyxl opens the workbook, and has its days as days and its numbers as numbers', async (t) => {
  const path = join(newFolder(), 'b.xlsx')
  writeFileSync(
    path,
    await bytesOf(
      ['Undertaking', 'Due', 'Texts'],
      [
        ['=1+1', '2031-03-06', 3],
        ['ports', '2031', undefined],
      ],
    ),
  )
  const python = process.env['PYTHON'] ?? 'python3'
  const here = spawnSync(python, ['-c', 'import openpyxl'])
  if (here.status !== 0) return t.skip('no openpyxl on this machine (PYTHON names a python that has it)')
  const script = `
import sys, openpyxl
s = openpyxl.load_workbook(sys.argv[1]).active
print(s.freeze_panes, s.auto_filter.ref)
for row in s.iter_rows(): print([(c.data_type, str(c.value), c.is_date) for c in row])
`
  const { stdout, stderr } = spawnSync(python, ['-c', script, path], { encoding: 'utf8' })
  assert.equal(stderr, '')
  assert.deepEqual(stdout.trim().split('\n'), [
    'A2 A1:C3',
    "[('s', 'Undertaking', False), ('s', 'Due', False), ('s', 'Texts', False)]",
    "[('s', '=1+1', False), ('d', '2031-03-06 00:00:00', True), ('n', '3', False)]",
    "[('s', 'ports', False), ('s', '2031', False), ('n', 'None', False)]",
  ])
})

test('no part of the look is left empty: openpyxl opens no workbook with an empty fill', () => {
  const styles = partsOf(bytes).get('xl/styles.xml') ?? ''
  for (const name of ['font', 'fill', 'border']) {
    assert.doesNotMatch(styles, new RegExp(`<${name}/>`))
    const [, counted, inner = ''] = new RegExp(`<${name}s count="(\\d+)">(.*)</${name}s>`).exec(styles) ?? []
    assert.equal(Number(counted), inner.split(`</${name}>`).length - 1, name)
  }
  assert.match(styles, /<fills count="2"><fill><patternFill patternType="none"\/><\/fill><fill><patternFill patternType="gray125"\/>/)
})
