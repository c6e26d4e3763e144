import type { Run } from '../nouns.ts'
import { align, widthAt } from './align.ts'
import type { Text } from './tree.ts'

const isSpace = (code: number): boolean => code === 32 || (code <= 13 && code >= 9 && code !== 11)
type Growing = { -readonly [K in keyof Run]: Run[K] }

/** Where words end that have one space between each two of them. */
function endOfWords(value: string, from: number): number {
  for (let i = from; i < value.length; i++) {
    const code = value.charCodeAt(i)
    if (!isSpace(code)) continue
    if (code !== 32 || i === from || i + 1 === value.length || isSpace(value.charCodeAt(i + 1))) return i
  }
  return value.length
}

/** Writes the text of a page as it is seen, and keeps for every character where it stands in the page. */
export class Writer {
  private readonly page: string
  private readonly parts: string[] = []
  private readonly runs: Growing[] = []
  private length = 0
  /** Line ends that come before the next character. */
  private breaks = 0
  /** A blank that comes before the next character of the same line, and where it stands. */
  private blank: { raw: number; rawLength: number } | undefined
  /** What opens the next line: bullet or number of an item. */
  private marker = ''

  constructor(page: string) {
    this.page = page
  }

  /** The next characters begin on a new line (1) or after a blank one (2). */
  break(lines: 1 | 2): void {
    this.blank = undefined
    if (this.length) this.breaks = Math.max(this.breaks, lines)
  }

  /** `<br>`: two of them are a blank line. */
  lineEnd(): void {
    this.blank = undefined
    if (this.length) this.breaks = Math.min(this.breaks + 1, 2)
  }

  mark(marker: string): void {
    this.marker = marker
  }

  /** A tab between two cells of a row. */
  tab(): void {
    if (this.breaks || !this.length) return
    this.blank = undefined
    this.insert('\t')
  }

  /** A blank between two paragraphs of one cell. */
  space(): void {
    if (this.length && !this.breaks && !this.blank) this.insert(' ')
  }

  text(node: Text, keepSpace: boolean): void {
    const from = node.sourceCodeLocation?.startOffset ?? 0
    const to = node.sourceCodeLocation?.endOffset ?? from
    const at = align(node.value, this.page.slice(from, to))
    const rawAt = (i: number) => from + (at ? (at[i] as number) : i)
    const { value } = node
    if (keepSpace) {
      let start = 0
      for (let end = value.indexOf('\n'); end >= 0; start = end + 1, end = value.indexOf('\n', start)) {
        this.piece(value, start, end, at, rawAt)
        this.lineEnd()
      }
      this.piece(value, start, value.length, at, rawAt)
      return
    }
    for (let i = 0; i < value.length; ) {
      const start = i
      if (!at) {
        // words with one blank between them stand in the text as they stand in the page
        i = endOfWords(value, i)
        this.piece(value, start, i, at, rawAt)
        if (i > start) continue
      }
      const white = isSpace(value.charCodeAt(i))
      while (i < value.length && isSpace(value.charCodeAt(i)) === white) i++
      if (!white) this.piece(value, start, i, at, rawAt)
      else if (this.length && !this.breaks) this.blank ??= { raw: rawAt(start), rawLength: rawAt(start + 1) - rawAt(start) }
    }
  }

  done(): { text: string; runs: Run[] } {
    return { text: this.parts.join(''), runs: this.runs }
  }

  private piece(value: string, from: number, to: number, at: Uint32Array | undefined, rawAt: (i: number) => number): void {
    if (from >= to) return
    this.open()
    for (let i = from; i < to; ) {
      let end = at ? i + 1 : to
      if (at) {
        // a stretch in which each character of the text is one of the page; a reference stands alone
        if (rawAt(i + 1) - rawAt(i) === 1) while (end < to && rawAt(end + 1) - rawAt(end) === 1) end++
        else while (end < to && rawAt(end) === rawAt(i)) end++
      }
      const linear = !at || rawAt(i + 1) - rawAt(i) === 1
      this.run(value.slice(i, end), rawAt(i), linear ? end - i : widthAt(this.page, rawAt(i)))
      i = end
    }
  }

  /** Writes what was put off: line ends, a bullet, a blank. */
  private open(): void {
    if (this.breaks) this.insert('\n'.repeat(this.breaks))
    this.breaks = 0
    if (this.marker) this.insert(this.marker)
    this.marker = ''
    if (this.blank) this.run(' ', this.blank.raw, this.blank.rawLength)
    this.blank = undefined
  }

  private insert(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }

  private run(text: string, raw: number, rawLength: number): void {
    const last = this.runs[this.runs.length - 1]
    const linear = last && last.length === last.rawLength && text.length === rawLength
    if (linear && last.at + last.length === this.length && last.raw + last.rawLength === raw) {
      last.length += text.length
      last.rawLength += rawLength
    } else this.runs.push({ at: this.length, length: text.length, raw, rawLength })
    this.insert(text)
  }
}
