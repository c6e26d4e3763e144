import type { Run } from '../nouns.ts'
import { isWordless } from './furniture.ts'
import { isBlock } from './measure.ts'
import { attribute, type Element, isElement, isText } from './tree.ts'
import { Writer } from './writer.ts'

/** Letters from which a cell of a table is a part of the page's layout rather than of a table. */
const CELL = 300

/**
 * The text under an element as a reader sees it, after `innerText` of the HTML standard: blocks by blank lines, `<br>` by a line end, items with
 * their bullet or number, cells by tabs, white space collapsed. References to notes (`<sup><a href="#…">`) are left out.
 */
export function writeText(page: string, root: Element, dropped: ReadonlySet<Element>): { text: string; runs: Run[] } {
  const writer = new Writer(page)
  new Walk(writer, dropped).element(root, 0, false)
  return writer.done()
}

class Walk {
  private readonly writer: Writer
  private readonly dropped: ReadonlySet<Element>

  constructor(writer: Writer, dropped: ReadonlySet<Element>) {
    this.writer = writer
    this.dropped = dropped
  }

  /** @param depth of the list in which the element stands, 0 outside of lists */
  element(element: Element, depth: number, keepSpace: boolean): void {
    const { tagName } = element
    if (tagName === 'br') this.writer.lineEnd()
    else if (tagName === 'ul' || tagName === 'ol') this.list(element, depth, keepSpace)
    else if (tagName === 'tr') this.row(element, depth, keepSpace)
    else if (tagName === 'sup' && isNote(element)) return
    else if (!isBlock(element)) this.children(element, depth, keepSpace)
    else {
      const lines = tagName === 'li' || tagName === 'dd' || tagName === 'dt' ? 1 : 2
      // the words of an item begin beside its bullet, whatever they stand in
      this.writer.break(lines)
      this.children(element, depth, keepSpace || tagName === 'pre')
      this.writer.break(lines)
    }
  }

  private children(parent: Element, depth: number, keepSpace: boolean): void {
    for (const child of parent.childNodes) {
      if (isText(child)) this.writer.text(child, keepSpace)
      else if (isElement(child) && this.shows(child)) this.element(child, depth, keepSpace)
      // what is left out stood on lines of its own
      else if (isElement(child) && isBlock(child)) this.writer.break(2)
    }
  }

  private shows(element: Element): boolean {
    return !this.dropped.has(element) && !isWordless(element)
  }

  private list(list: Element, depth: number, keepSpace: boolean): void {
    const step = attribute(list, 'reversed') === undefined ? 1 : -1
    let number = numberOf(attribute(list, 'start')) ?? 1
    this.writer.break(depth ? 1 : 2)
    for (const child of list.childNodes) {
      if (isText(child)) {
        if (child.value.trim()) this.writer.text(child, keepSpace)
        continue
      }
      if (!isElement(child) || !this.shows(child)) continue
      if (child.tagName === 'li') {
        number = numberOf(attribute(child, 'value')) ?? number
        this.writer.break(1)
        this.writer.mark(`${'  '.repeat(Math.min(depth, 8))}${list.tagName === 'ol' ? `${label(number, attribute(list, 'type'))}.` : '-'} `)
        number += step
      }
      this.element(child, depth + 1, keepSpace)
    }
    this.writer.mark('')
    this.writer.break(depth ? 1 : 2)
  }

  private row(row: Element, depth: number, keepSpace: boolean): void {
    const cells = row.childNodes.filter((one): one is Element => isElement(one) && this.shows(one))
    const layout = cells.length < 2 || cells.some((cell) => isLayout(cell))
    this.writer.break(layout ? 2 : 1)
    for (const [at, cell] of cells.entries()) {
      if (layout) this.writer.break(2)
      else if (at) this.writer.tab()
      if (layout) this.children(cell, depth, keepSpace)
      else this.cell(cell, depth, keepSpace)
    }
    this.writer.break(layout ? 2 : 1)
  }

  /** A cell of a table on one line. */
  private cell(cell: Element, depth: number, keepSpace: boolean): void {
    let words = false
    for (const child of cell.childNodes) {
      if (isText(child)) this.writer.text(child, keepSpace)
      else if (isElement(child) && this.shows(child)) {
        if (words && (child.tagName === 'p' || child.tagName === 'br')) this.writer.space()
        if (child.tagName === 'p') this.cell(child, depth, keepSpace)
        else if (child.tagName !== 'br') this.element(child, depth, keepSpace)
      }
      words = true
    }
  }
}

function isLayout(cell: Element): boolean {
  let letters = 0
  const walk = (one: Element): boolean =>
    one.childNodes.some((child) => {
      if (isText(child)) letters += lettersIn(child.value)
      if (letters > CELL) return true
      return isElement(child) && ((isBlock(child) && child.tagName !== 'p') || walk(child))
    })
  return walk(cell)
}

/** Characters of words, without the blanks between them. */
function lettersIn(value: string): number {
  let letters = 0
  for (const word of value.split(/[\t\n\f\r ]+/)) letters += word.trim().length
  return letters
}

function isNote(sup: Element): boolean {
  const inner = sup.childNodes.filter((one) => !isText(one) || one.value.trim())
  const [only] = inner
  return inner.length === 1 && only !== undefined && isElement(only) && only.tagName === 'a' && !!attribute(only, 'href')?.includes('#')
}

function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\s{0,9}-?\d{1,6}\s{0,9}$/.test(value) ? Number(value) : undefined
}

/** The number of an item as the page shows it, after the `type` of its list. */
function label(number: number, type: string | undefined): string {
  if ((type === 'a' || type === 'A') && number >= 1 && number <= 26) return String.fromCharCode((type === 'a' ? 96 : 64) + number)
  if ((type === 'i' || type === 'I') && number >= 1 && number < 40) return type === 'i' ? roman(number) : roman(number).toUpperCase()
  return String(number)
}

function roman(number: number): string {
  const tens = 'x'.repeat(Math.floor(number / 10))
  return tens + (['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10] as string)
}
