import type { Edit, Span } from './model.ts'

/** Applies sorted, disjoint edits to a text. Throws `RangeError` naming the offending edit when they are not. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let done = 0
  const parts: string[] = []
  for (const { span, insert, rule } of edits) {
    if (span.from < done || span.to < span.from || span.to > text.length) {
      throw new RangeError(`edit ${rule} at ${span.from}-${span.to} overlaps another or leaves the text (${text.length} units)`)
    }
    parts.push(text.slice(done, span.from), insert)
    done = span.to
  }
  parts.push(text.slice(done))
  return parts.join('')
}

/** The edits that turn the edited text back into the text as received. */
export function invertEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0
  return edits.map(({ span, insert, rule }) => {
    const from = span.from + shift
    shift += insert.length - (span.to - span.from)
    return { span: { from, to: from + insert.length }, insert: text.slice(span.from, span.to), rule }
  })
}

/** How many spans a map remembers; a power of two. */
const RECENT = 128

/**
 * Exact map of offsets in the edited text to offsets in the text as received.
 * A span's start maps with side 1 (past a deletion that stands there), its end with side -1.
 * A look-up near the last one is one comparison; any other is a binary search over the edits.
 */
export class PositionMap {
  private readonly starts: Float64Array
  private readonly ends: Float64Array
  private readonly edits: readonly Edit[]
  /** Edits before the last offset that was asked for: a guess for the next one, never part of an answer. */
  private near = 0
  /** Spans that were asked for lately, two offsets each, and what they are in the text as received; of those whose slots meet, the last. */
  private readonly asked = new Int32Array(2 * RECENT).fill(-1)
  private readonly given: Span[] = []
  private readonly lists: (readonly Span[])[] = []

  constructor(edits: readonly Edit[]) {
    this.edits = edits
    this.starts = new Float64Array(edits.length)
    this.ends = new Float64Array(edits.length)
    let shift = 0
    edits.forEach(({ span, insert }, i) => {
      this.starts[i] = span.from + shift
      this.ends[i] = span.from + shift + insert.length
      shift += insert.length - (span.to - span.from)
    })
  }

  /** Offset in the text as received; inside a replacement it is the edge of what was replaced on `side`. */
  toSource(pos: number, side: -1 | 1): number {
    const { edits, ends } = this
    if (edits.length === 0) return pos
    let low = this.near
    if (!this.isAfter(low, pos, side)) {
      low++
      if (!this.isAfter(low, pos, side)) low = this.search(pos, side)
      this.near = low
    }
    if (low === 0) return pos
    const edit = edits[low - 1] as Edit
    const end = ends[low - 1] as number
    if (pos < end) return side < 0 ? edit.span.to : edit.span.from
    return edit.span.to + (pos - end)
  }

  /** True when exactly `count` edits stand before `pos`. */
  private isAfter(count: number, pos: number, side: -1 | 1): boolean {
    const { starts } = this
    if (count > starts.length) return false
    return (count === 0 || this.isBefore(count - 1, pos, side)) && (count === starts.length || !this.isBefore(count, pos, side))
  }

  private isBefore(edit: number, pos: number, side: -1 | 1): boolean {
    const start = this.starts[edit] as number
    return start < pos || (start === pos && side > 0)
  }

  private search(pos: number, side: -1 | 1): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.isBefore(middle, pos, side)) low = middle + 1
      else high = middle
    }
    return low
  }

  /**
   * A non-empty span of the edited text, as a span of the text as received. Who asks for the same span again soon gets the same object: a
   * mention, a field and its ground are often of the same words.
   */
  spanToSource(from: number, to: number): Span {
    const { asked } = this
    const slot = (from * 5 + to) & (RECENT - 1)
    if (asked[2 * slot] === from && asked[2 * slot + 1] === to) return this.given[slot] as Span
    const made = this.makeSpan(from, to)
    asked[2 * slot] = from
    asked[2 * slot + 1] = to
    this.given[slot] = made
    return made
  }

  /** The same as a list of one, which is shared likewise. */
  listToSource(from: number, to: number): readonly Span[] {
    const span = this.spanToSource(from, to)
    const slot = (from * 5 + to) & (RECENT - 1)
    const known = this.lists[slot]
    if (known && known[0] === span) return known
    const made = [span]
    this.lists[slot] = made
    return made
  }

  private makeSpan(from: number, to: number): Span {
    if (this.edits.length === 0) return { from, to: Math.max(from, to) }
    const start = this.toSource(from, 1)
    return { from: start, to: Math.max(start, this.toSource(to, -1)) }
  }
}
