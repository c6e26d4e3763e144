/** A run of text with the code of its style (`1` bold, `2` dim, `32` green); no code: plain. */
export type Part = readonly [text: string, code?: string]

/** Puts a style around a text, or gives the text back where there are no colours. */
export type Style = (code: string, text: string) => string

/** Combining marks, joiners and variation selectors. */
const mark = /^(?:\p{M}|\u200c|\u200d)$/u
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u

/** Columns that one character takes on a terminal: 0 for combining marks, 2 for wide East Asian ones and emoji, else 1. */
export function charWidth(char: string): number {
  if (char < '\u0300') return 1
  if (mark.test(char)) return 0
  return wide.test(char) ? 2 : 1
}

/** ASCII without control characters: one column each. */
const narrow = /^[ -~]*$/

/** Columns that a text takes on a terminal; the text has no control characters. */
export function textWidth(text: string): number {
  if (narrow.test(text)) return text.length
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

/** The text cut to a width in columns, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  let used = 0
  let kept = ''
  for (const char of text) {
    used += charWidth(char)
    if (used > width - 1) return textWidth(text) <= width ? text : `${kept}…`
    kept += char
  }
  return text
}

/** Breaks styled parts into lines of at most `width` columns: between words, and inside a word that is longer than a line. */
export function flow(parts: readonly Part[], width: number, style: Style): string[] {
  const lines = new Lines(width, style)
  for (const [text, code] of parts) {
    const words = text.split(' ')
    for (let i = 0; i < words.length; i++) {
      if (i) lines.space()
      if (words[i]) lines.add(words[i] as string, code)
    }
  }
  return lines.end()
}

class Lines {
  private readonly done: string[] = []
  private readonly width: number
  private readonly style: Style
  private line = ''
  private used = 0
  private word: Part[] = []
  private wordWidth = 0
  private blank = false

  constructor(width: number, style: Style) {
    this.width = width
    this.style = style
  }

  add(text: string, code: string | undefined): void {
    this.word.push(code === undefined ? [text] : [text, code])
    this.wordWidth += textWidth(text)
  }

  space(): void {
    this.place()
    this.blank = true
  }

  end(): string[] {
    this.place()
    if (this.line) this.done.push(this.line)
    return this.done
  }

  private place(): void {
    if (!this.word.length) return
    const gap = this.blank && this.used ? 1 : 0
    if (this.used && this.used + gap + this.wordWidth > this.width) this.turn()
    else if (gap) {
      this.line += ' '
      this.used++
    }
    const fits = this.used + this.wordWidth <= this.width
    for (const [text, code] of this.word) {
      if (fits) this.line += code ? this.style(code, text) : text
      else for (const piece of this.pieces(text)) this.line += code ? this.style(code, piece) : piece
    }
    if (fits) this.used += this.wordWidth
    this.word = []
    this.wordWidth = 0
    this.blank = false
  }

  /** A word in the pieces that fit what is left of the line; each turn of the line happens between two of them. */
  private *pieces(text: string): Generator<string> {
    let piece = ''
    for (const char of text) {
      const width = charWidth(char)
      if (this.used + width > this.width && this.used) {
        if (piece) yield piece
        piece = ''
        this.turn()
      }
      piece += char
      this.used += width
    }
    if (piece) yield piece
  }

  private turn(): void {
    this.done.push(this.line)
    this.line = ''
    this.used = 0
  }
}
