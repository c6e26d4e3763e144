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
        text: text.replace(/[\s\u00ad]+$/, '').trimStart(),
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

/** The text of pages, paragraphs apart by blank lines, and where each page begins in it. A paragraph may go over the end of a page. */
export function textOf(pages: readonly (readonly Line[])[]): { text: string; starts: number[] } {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  let before = ''
  for (const lines of pages) {
    const usual = median(lines.map((line) => line.gap).filter((gap) => gap > 0))
    for (const [at, line] of lines.entries()) {
      const goesOn = at ? line.gap <= usual * 1.25 : !/[.!?:;。！？"”»)]$/.test(before) && /^\p{Ll}/u.test(line.text)
      const mark = length ? (goesOn ? '\n' : '\n\n') : ''
      if (at === 0) starts.push(length + mark.length)
      parts.push(mark, line.text)
      length += mark.length + line.text.length
      before = line.text
    }
    if (!lines.length) starts.push(length)
  }
  return { text: parts.join(''), starts }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
