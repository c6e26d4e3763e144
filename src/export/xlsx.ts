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
const style = (more: string, font = 0, format = 0) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0"${more}/>`

/** Styles by number: of a heading, of a text that stays one when it is edited, of a day. */
const [HEADING, TEXT, DAY] = [1, 2, 3]
/** Number of the format of days; those below 164 are the programs' own. */
const DAYS = 164

/**
 * The parts of a workbook around its one sheet (ECMA-376, 5th edition, part 1). Fonts, fills and borders are written out where the standard lets
 * them be empty: Excel takes the first two fills for its own, and openpyxl opens no workbook with an empty one.
 */
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
    `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="${DAYS}" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
      `<fonts count="2">${['', '<b/>'].map((bold) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`).join('')}</fonts>` +
      `<fills count="2">${['none', 'gray125'].map((kind) => `<fill><patternFill patternType="${kind}"/></fill>`).join('')}</fills>` +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      `<cellStyleXfs count="1">${style('')}</cellStyleXfs><cellXfs count="4">${style(' xfId="0"')}${style(' xfId="0" applyFont="1"', 1)}` +
      `${style(' xfId="0" quotePrefix="1"')}${style(' xfId="0" applyNumberFormat="1"', 0, DAYS)}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ),
}

/** The first row stays where it is when one scrolls. */
const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

/** Characters that a cell holds at most, as Excel says. */
const MOST = 32_767
/** No character of XML. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** A whole day: what a sheet can count with. The first day that programs agree on is 1 March 1900. */
const day = /^\d{4}-\d\d-\d\d$/
const FIRST = 61
/** Day 0 of a sheet is 30 December 1899. */
const serialOf = (value: string): number => (Date.parse(`${value}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

function cellOf(value: SheetCell, style = 0): string {
  if (value === undefined || value === '') return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  const serial = day.test(value) ? serialOf(value) : Number.NaN
  if (serial >= FIRST) return `<c s="${DAY}"><v>${serial}</v></c>`
  const short = value.length > MOST ? `${value.slice(0, MOST - 1).replace(/[\ud800-\udbff]$/, '')}…` : value
  // a reader of sheets takes _x0041_ for a letter by its number
  const text = short
    .replace(forbidden, '\ufffd')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>\r]/g, (mark) => escapes[mark] as string)
  const mark = style || (formula.test(value) ? TEXT : 0)
  return `<c t="inlineStr"${mark ? ` s="${mark}"` : ''}><is><t xml:space="preserve">${text}</t></is></c>`
}

const rowOf = (cells: readonly SheetCell[], style = 0): string => `<row>${cells.map((one) => cellOf(one, style)).join('')}</row>`

/** The name of a column by its place: A, B, …, Z, AA. */
const columnName = (place: number): string =>
  place < 26 ? String.fromCharCode(65 + place) : columnName(Math.floor(place / 26) - 1) + columnName(place % 26)

/**
 * A workbook with one sheet as XLSX, in pieces: what was written is let go before more rows are asked for, so that a large one never stands in memory. Every
 * text is a text, whatever it begins with: no cell is ever a formula. Whole days (2031-03-06) are days, by which a program can sort and count; those of which only the
 * month or the year is known stay texts. The heading stays in sight and can be filtered by.
 * @param heading names of the columns, each with the width of its column in letters
 * @param pages rows, some at a time
 */
export async function* xlsxOf(
  heading: readonly (readonly [name: string, width: number])[],
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
  const widths = heading.map(([, width], i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')
  sheet.push(strToU8(xml(`<worksheet ${main}>${frozen}${widths && `<cols>${widths}</cols>`}<sheetData>`)))
  sheet.push(
    strToU8(
      rowOf(
        heading.map(([name]) => name),
        HEADING,
      ),
    ),
  )
  let last = 1
  for await (const rows of pages) {
    last += rows.length
    sheet.push(strToU8(rows.map((row) => rowOf(row)).join('')))
    yield* ready
    ready = []
  }
  const filter = heading.length ? `<autoFilter ref="A1:${columnName(heading.length - 1)}${last}"/>` : ''
  sheet.push(strToU8(`</sheetData>${filter}</worksheet>`), true)
  zip.end()
  yield* ready
}
