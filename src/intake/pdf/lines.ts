/** A stretch of characters as a PDF draws it: its place in points from the lower left corner. */
export interface Item {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The drawing program ended a line here. */
  readonly hasEOL: boolean
}

/** A line of a page; `gap`: how far below the last one, in heights of a line. */
export interface Line {
  readonly text: string
  readonly gap: number
  readonly height: number
}

/** The lines of a page in the order in which it is drawn. */
export function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = []
  let text = ''
  let [y, end, height, last] = [0, 0, 0, Number.NaN]
  const close = () => {
    if (text.trim()) {
      lines.push({
        text: withoutEnd(text),
        gap: Number.isNaN(last) ? 0 : Math.abs(last - y) / (height || 1),
        height,
      })
      last = y
    }
    text = ''
    height = 0
  }
  for (const item of items) {
    if (item.str !== '') {
      const moved = text !== '' && Math.abs(item.y - y) > Math.max(height, item.height) * 0.6
      if (moved) close()
      // words that are set apart by moving the pen and not by a blank
      else if (text && !/\s$/.test(text) && !/^\s/.test(item.str) && item.x - end > item.height * 0.2) text += ' '
      if (text === '') y = item.y
      text += item.str
      end = item.x + item.width
      height = Math.max(height, item.height)
    }
    if (item.hasEOL) close()
  }
  close()
  return lines
}

/** A soft hyphen at the end of a line goes with the blanks around it. */
const withoutEnd = (text: string): string => {
  const words = text.trim()
  return words.endsWith('\u00ad') ? words.slice(0, -1) : words
}

/** What stands at the top or foot of most pages, its figures aside, and page numbers: running titles, left out of the text. */
export function withoutRunning(pages: readonly (readonly Line[])[]): Line[][] {
  const edges = new Map<string, number>()
  const key = (line: Line) =>
    line.text
      .replace(/[0-9]+/g, '#')
      .replace(/\s+/g, ' ')
      .toLowerCase()
  for (const lines of pages) for (const one of new Set(edgesOf(lines).map(key))) edges.set(one, (edges.get(one) ?? 0) + 1)
  const runs = (line: Line) =>
    /^[\s#–—-]*(?:[0-9]{1,4}|[ivxlc]{1,6})[\s–—-]*$/.test(line.text) || (pages.length > 2 && (edges.get(key(line)) ?? 0) * 2 > pages.length)
  return pages.map((lines) => {
    let [from, to] = [0, lines.length]
    while (from < Math.min(2, to) && runs(lines[from] as Line)) from++
    while (to > Math.max(from, lines.length - 2) && runs(lines[to - 1] as Line)) to--
    return lines.slice(from, to)
  })
}

const edgesOf = (lines: readonly Line[]): Line[] => [...lines.slice(0, 2), ...lines.slice(Math.max(2, lines.length - 2))]

/**
 * The text of pages and where each page begins in it. Lines of a paragraph are joined, for where they end is the work of the page; paragraphs
 * are apart by blank lines, and may go over the end of a page. Short lines and items stay on lines of their own.
 */
export function textOf(pages: readonly (readonly Line[])[]): { text: string; starts: number[] } {
  const starts: number[] = []
  const parts: string[] = []
  const usual = usualGap(pages.flatMap((lines) => lines.map((line) => line.gap)))
  let length = 0
  let before = ''
  for (const lines of pages) {
    const widest = lines.reduce((most, line) => Math.max(most, line.text.length), 0)
    for (const [at, line] of lines.entries()) {
      const goesOn = at ? line.gap <= usual * 1.25 : !/[.!?:;。！？"”»)]$/.test(before) && /^\p{Ll}/u.test(line.text)
      const short = at > 0 && before.length < widest * 0.6
      const mark = !length ? '' : !goesOn ? '\n\n' : short || item.test(line.text) ? '\n' : joint(before, line.text)
      if (at === 0) starts.push(length + mark.length)
      parts.push(mark, line.text)
      length += mark.length + line.text.length
      before = line.text
    }
    if (!lines.length) starts.push(length)
  }
  return { text: parts.join(''), starts }
}

const item = /^(?:[-–—•·*▪◦●o]|\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})[.)])\s/

/** What stands between two lines of a paragraph: a blank, but after a hyphen and in scripts that are written without. */
function joint(before: string, next: string): string {
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(next)) return ''
  return wide(before.charCodeAt(before.length - 1)) && wide(next.charCodeAt(0)) ? '' : ' '
}

const wide = (code: number): boolean => code > 0x2e80 && code < 0xfb00 && !(code >= 0xac00 && code < 0xd7b0)

/** The gap between two lines of a paragraph: the narrowest that is no exception, a tenth of all gaps being about as wide. */
function usualGap(gaps: readonly number[]): number {
  const sorted = gaps.filter((gap) => gap > 0.5).sort((a, b) => a - b)
  for (let from = 0, to = 0; from < sorted.length; from++) {
    const gap = sorted[from] as number
    while (to < sorted.length && (sorted[to] as number) <= gap * 1.1) to++
    if ((to - from) * 10 >= sorted.length) return gap * 1.1
  }
  return 0
}
