import { strToU8, Zip, ZipDeflate } from 'fflate'

/** What a cell of a sheet holds; nothing where it is empty. */
export type SheetCell = string | number | undefined

const NS = 'http://schemas.openxmlformats.org'
const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`
const part = (path: string, type: string) =>
  `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${NS}/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relations = (inner: string) => xml(`<Relationships xmlns="${NS}/package/2006/relationships">${inner}</Relationships>`)
const main = `xmlns="${NS}/spreadsheetml/2006/main"`

/** The parts of a workbook around its one sheet (ECMA-376, 5th edition, part 1). Style 1 is a heading, style 2 a text that stays one when it is edited. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': xml(
    `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/styles.xml', 'styles')}</Types>`,
  ),
  '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': xml(
    `<workbook ${main} xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': relations(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'styles', 'styles.xml'),
  ),
  'xl/styles.xml': xml(
    `<styleSheet ${main}><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
      '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>',
  ),
}

/** Characters that a cell holds at most, as Excel says. */
const MOST = 32_767
/** No character of XML. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

function cellOf(value: SheetCell, style: string): string {
  if (value === undefined || value === '') return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  const short = value.length > MOST ? `${value.slice(0, MOST - 1).replace(/[\ud800-\udbff]$/, '')}…` : value
  // a reader of sheets takes _x0041_ for a letter by its number
  const text = short
    .replace(forbidden, '\ufffd')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>\r]/g, (mark) => escapes[mark] as string)
  const mark = style || (formula.test(value) ? ' s="2"' : '')
  return `<c t="inlineStr"${mark}><is><t xml:space="preserve">${text}</t></is></c>`
}

const rowOf = (cells: readonly SheetCell[], style = ''): string => `<row>${cells.map((one) => cellOf(one, style)).join('')}</row>`

/**
 * A workbook with one sheet as XLSX, in pieces: what was written is let go before more rows are asked for, so that a large one never stands in memory. Every
 * text is a text, whatever it begins with: no cell is ever a formula.
 * @param heading names of the columns
 * @param pages rows, some at a time
 */
export async function* xlsxOf(
  heading: readonly string[],
  pages: AsyncIterable<readonly (readonly SheetCell[])[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece as Uint8Array<ArrayBuffer>)
  })
  const entry = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = '1980-01-01T12:00:00'
    zip.add(file)
    return file
  }
  for (const [name, text] of Object.entries(parts)) entry(name).push(strToU8(text), true)
  const sheet = entry('xl/worksheets/sheet1.xml')
  sheet.push(strToU8(xml(`<worksheet ${main}><sheetData>${rowOf(heading, ' s="1"')}`)))
  for await (const rows of pages) {
    sheet.push(strToU8(rows.map((row) => rowOf(row)).join('')))
    yield* ready
    ready = []
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  yield* ready
}
