import { Char, kindOf } from '../../lexicon/characters.ts'
import { emptyTokens, type Tokens, tokenize } from '../../lexicon/tokens.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Reading, Role, Span } from '../../model.ts'
import { sentences } from '../../read/segment/sentences.ts'
import type { Witness } from './nouns.ts'

/** A stretch of the cleaned text that is cut into sentences by itself. */
export interface Zone extends Span {
  readonly role: Role
}

/** The segments of the reading in the cleaned text, and the lines between them. */
export function zonesOf(cleaned: string, { text, reading }: Witness): Zone[] {
  const zones: Zone[] = []
  const inverse = new Inverse(reading)
  let done = 0
  const segments = reading.segments.filter((segment) => segment.role !== 'dateline').sort((a, b) => a.span.from - b.span.from)
  for (const { span, role } of segments) {
    const from = Math.max(done, inverse.at(span.from))
    const to = Math.max(from, span.to >= text.length ? cleaned.length : inverse.at(span.to))
    addLines(zones, cleaned, done, from)
    if (to > from) zones.push({ from, to, role })
    done = to
  }
  addLines(zones, cleaned, done, cleaned.length)
  return zones
}

function addLines(zones: Zone[], cleaned: string, from: number, to: number): void {
  for (let at = from; at < to; ) {
    let end = at
    // not by a search, which would look past the end again and again in a text of one line
    while (end < to && cleaned.charCodeAt(end) !== 10) end++
    if (end < to) end++
    zones.push({ from: at, to: end, role: 'narration' })
    at = end
  }
}

/** Offsets of the text as received in the cleaned text; asked in rising order. */
class Inverse {
  private readonly edits: Reading['edits']
  private next = 0
  private shift = 0

  constructor(reading: Reading) {
    this.edits = reading.edits
  }

  at(offset: number): number {
    for (let edit = this.edits[this.next]; edit && edit.span.to <= offset; edit = this.edits[this.next]) {
      this.shift += edit.insert.length - (edit.span.to - edit.span.from)
      this.next++
    }
    const edit = this.edits[this.next]
    return (edit && edit.span.from < offset ? edit.span.from : offset) + this.shift
  }
}

/** Cuts zones into sentences; asked in rising order. */
export class Cutter {
  private readonly text: string
  private readonly tokens: Tokens
  private readonly vocabulary: Vocabulary
  private next = 0

  constructor(text: string, tokens: Tokens, vocabulary: Vocabulary) {
    this.text = text
    this.tokens = tokens
    this.vocabulary = vocabulary
  }

  sentences(zone: Zone): [number, number][] {
    const tokens = this.tokensOf(zone)
    return sentences(this.text, tokens, this.vocabulary).map(([first, last]) => [
      tokens.from[first] as number,
      tokens.to[last - 1] as number,
    ])
  }

  /** The tokens of a zone: a slice of those of the text, or cut anew where its edge may have cut one otherwise. */
  private tokensOf({ from, to }: Zone): Tokens {
    const { text, tokens } = this
    while (this.next < tokens.length && (tokens.from[this.next] as number) < from) this.next++
    const first = this.next
    let last = first
    while (last < tokens.length && (tokens.from[last] as number) < to) last++
    const whole = (first === 0 || (tokens.to[first - 1] as number) <= from) && (last === 0 || (tokens.to[last - 1] as number) <= to)
    if (!whole || !this.isEdge(to)) return tokenize(text, from, to, this.vocabulary, emptyTokens())
    this.next = last
    return {
      from: tokens.from.slice(first, last),
      to: tokens.to.slice(first, last),
      word: tokens.word.slice(first, last),
      length: last - first,
    }
  }

  /** True where a text that ends here is cut as one that goes on: no word or mark looks at what stands beyond a line end. */
  private isEdge(to: number): boolean {
    const { text } = this
    if (to === text.length || text.charCodeAt(to) === 10 || text.charCodeAt(to - 1) === 10) return true
    return kindOf(text.charCodeAt(to)) === Char.SPACE && text.charCodeAt(to - 1) !== 46
  }
}
