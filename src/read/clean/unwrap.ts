import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { isKnown, More } from '../../lexicon/word.ts'
import { furnitureOf } from '../segment/furniture.ts'
import type { Proposals } from './proposals.ts'
import { isQuoted } from './quotes.ts'

/** Wider lines are no hard wraps but paragraphs. */
const WIDEST = 110
const NARROWEST = 40
/** Share of the width from which on a line is full. */
const FULL = 0.7
const bullet = /^(?:[-–—•*·‣#>|]|\(?[0-9]{1,3}[.)]|\(?[a-z]{1,4}\)|\\?[*-])\s/

interface Line {
  /** Without blank edges. */
  from: number
  to: number
  /** As set, with its indent. */
  width: number
  start: number
  /** Where the line break stands. */
  end: number
}

/** A line break inside a paragraph that was wrapped at a fixed width, or that splits a sentence, reads as a space; so does an empty line inside a sentence of a wrapped text. */
export function proposeUnwrap(text: string, out: Proposals, vocabulary: Vocabulary | undefined): void {
  const measure = widthOf(text)
  const quoted = isQuoted(text)
  let line = lineAt(text, 0, quoted)
  while (line && line.end < text.length) {
    const next = lineAt(text, line.end + 1, quoted)
    if (!next) break
    if (isParted(text, line, next)) rejoin(text, line, next, out, vocabulary)
    else if (
      line.to > line.from &&
      next.to > next.from &&
      (line.width <= WIDEST || (measure > 0 && isLinked(text, line.start, line.end))) &&
      joins(text, line, next, measure)
    ) {
      const site = vocabulary && measure === 0 ? furnitureOf(text, next.from, next.to, vocabulary) : undefined
      if (!site) out.edit(line.to, next.from, ' ', 'clean/unwrap')
    } else if (measure && next.to === next.from && line.to > line.from) {
      const after = lineAt(text, next.end + 1, quoted)
      if (after && isTorn(text, line, after, measure)) {
        out.edit(line.to, after.from, ' ', 'clean/unwrap')
        line = after
        continue
      }
    }
    line = next
  }
}

/** "coopera-" and "tion" on the next line. */
function isParted(text: string, line: Line, next: Line): boolean {
  return (
    text.charCodeAt(line.to - 1) === 45 &&
    line.to - line.from > 1 &&
    isLower(text.charCodeAt(line.to - 2)) &&
    isLower(text.charCodeAt(next.from))
  )
}

/** A word parted at the end of a line loses its hyphen, unless both parts are words of their own and the whole is none ("state-owned"). */
function rejoin(text: string, line: Line, next: Line, out: Proposals, vocabulary: Vocabulary | undefined): void {
  let start = line.to - 1
  let stop = next.from
  while (start > line.from && isLower(text.charCodeAt(start - 1))) start--
  while (stop < next.to && isLower(text.charCodeAt(stop))) stop++
  const [first, last] = [text.slice(start, line.to - 1), text.slice(next.from, stop)]
  const whole = vocabulary && (vocabulary.lookup(first + last).more & More.KNOWN) !== 0
  const compound = vocabulary && !whole && isKnown(vocabulary.lookup(first)) && isKnown(vocabulary.lookup(last))
  out.edit(compound ? line.to : line.to - 1, next.from, '', 'clean/unwrap')
}

/** The line from `start` on; `quoted`: without the marks of a quoted mail. */
function lineAt(text: string, start: number, quoted: boolean): Line | undefined {
  if (start > text.length) return undefined
  let end = text.indexOf('\n', start)
  if (end === -1) end = text.length
  let from = start
  let to = end
  while (from < to && (isBlank(text.charCodeAt(from)) || (quoted && text.charCodeAt(from) === 62))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return { from, to, width: to - start, start, end }
}

/**
 * The width at which the text was wrapped: nine tenths of the lines that another line follows are not wider.
 * 0 when the text was not wrapped, since at least half of it stands in longer lines.
 */
function widthOf(text: string): number {
  const counts = new Uint32Array(WIDEST + 1)
  let wrapped = 0
  let long = 0
  let total = 0
  for (let at = 0; at < text.length; ) {
    let end = text.indexOf('\n', at)
    if (end === -1) end = text.length
    const width = end - at
    if (width > WIDEST) long += isLinked(text, at, end) ? 0 : width
    else if (width > NARROWEST && end + 1 < text.length && text.charCodeAt(end + 1) !== 10) {
      wrapped += width
      counts[width] = (counts[width] as number) + 1
      total++
    }
    at = end + 1
  }
  if (total < 2 || long > wrapped) return 0
  let below = 0
  for (let width = 0; width <= WIDEST; width++) {
    below += counts[width] as number
    if (below >= total * 0.9) return width
  }
  return 0
}

/** The address of a link alone makes the line so wide: nothing breaks it, and the words around it are wrapped as ever. */
function isLinked(text: string, from: number, to: number): boolean {
  let words = to - from
  for (let at = text.indexOf('](', from); at !== -1 && at < to; at = text.indexOf('](', at + 1)) {
    let end = at + 2
    while (end < to && text.charCodeAt(end) > 32 && text.charCodeAt(end) !== 41) end++
    words -= end - at
  }
  return words <= WIDEST && words < to - from
}

function joins(text: string, line: Line, next: Line, measure: number): boolean {
  const first = text.charCodeAt(next.from)
  const last = text.charCodeAt(line.to - 1)
  const aside = measure > 0 && isAside(text, line, next)
  if (!aside && bullet.test(text.slice(next.from, next.from + 8))) return false
  const goesOn = isLower(first) && (isLower(last) || last === 44)
  if (goesOn && line.width >= NARROWEST) return true
  if (measure === 0) return false
  if (aside && text.charCodeAt(next.from) === 40) return true
  let word = next.from
  while (word < next.to && word < next.from + 40 && text.charCodeAt(word) > 32) word++
  return line.width + 1 + (word - next.from) > measure - 1
}

/** An empty line inside a sentence, as a scanner sets it at the end of a page: a full line before it, small letters on both sides. */
function isTorn(text: string, line: Line, after: Line, measure: number): boolean {
  const last = text.charCodeAt(line.to - 1)
  return (
    line.width > measure * FULL &&
    isLower(text.charCodeAt(after.from)) &&
    (isLower(last) || last === 44) &&
    !bullet.test(text.slice(after.from, after.from + 8))
  )
}

/**
 * The next line opens with a dash or a bracket inside a sentence: "… a new plan" and "– the Lake Plan – to …", no item of a list, where nothing
 * closes the line before, which was full; a bracket that the sentence goes on behind ("(“the Accord”). It …") was set on a line of its own.
 */
function isAside(text: string, line: Line, next: Line): boolean {
  const code = text.charCodeAt(next.from)
  if (code === 40) return !closes(text, line) && aliased.test(text.slice(next.from, Math.min(next.to, next.from + ALIAS)))
  return (code === 0x2013 || code === 0x2014) && !closes(text, line)
}

const closes = (text: string, { to }: Line): boolean => '.:;!?'.includes(text[to - 1] as string)

/** Longest short name in brackets. */
const ALIAS = 80
/** A short name in quotation marks and brackets, and the end of its clause. */
const aliased = /^\([^()\n]{0,20}[“"][^()“”"\n]{1,50}[”"]\)[.,;]/

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13 || code === 0xa0
const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff) || (code >= 0x430 && code <= 0x45f)
