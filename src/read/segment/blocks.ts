import { Is } from '../../lexicon/relations.ts'
import { emptyTokens, tokenize } from '../../lexicon/tokens.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../lexicon/word.ts'
import type { Point, Role } from '../../model.ts'
import { articleOf } from './articles.ts'
import { type Dateline, datelineOf } from './datelines.ts'
import { endMarkOf, furnitureOf } from './furniture.ts'
import { Levels } from './levels.ts'
import { markerOf } from './markers.ts'
import { lostStops } from './sentences.ts'
import { Turns } from './turns.ts'

/** A line of the cleaned text: offsets without its blank edges, its role and where its words begin. */
export interface Block {
  readonly from: number
  readonly to: number
  readonly role: Role
  /** After the bullet, number, dateline, label of an article or of a speaker. */
  readonly content: number
  readonly marker: string
  readonly rule: string
  /** Depth of a list item, 1 being the outermost; of a heading, 1 being the widest. */
  readonly level?: number
  /** Number of a numbered item in its list, and how many the list has. */
  readonly point?: Point
  /** Who speaks, as the transcript labels the turn; goes on until the next label. */
  readonly speaker?: string
  /** A question, or a turn of one who speaks for nobody: no statements. */
  readonly neutral?: boolean
  /** The article of an instrument under which the block stands, as its number is written. */
  readonly article?: string
  readonly dateline?: Dateline
}

/** A block while its list is still open: how many points it has is known at its end. */
type Growing = { -readonly [K in keyof Block]: Block[K] }

/** Longest stretch handled at once: keeps memory and time linear on one endless line. */
const LIMIT = 60_000
const HEADING = 220
/** Longest heading of a text that lost its full stops. */
const LOST = 60
/** The last line of a text is no heading when it is longer: its end was cut off. */
const CUT_OFF = 110
/** What older texts write after the colon of a lead-in. */
const DASHES = '-–—'
const closings = '.!?:;,"”’)]。…'

/** Cuts the cleaned text into blocks, one a line; an endless line is cut at sentence ends. Linear in the text. */
export function blocks(text: string, vocabulary: Vocabulary): Block[] {
  const reader = read(text, new BlockReader(text, vocabulary, true))
  // one label with a colon is a title or a heading, unless it is all in capitals or somebody is addressed: a transcript has two turns at least
  return (
    reader.turnCount === 1 && !reader.inCapitals && !reader.addresses ? read(text, new BlockReader(text, vocabulary, false)) : reader
  ).end()
}

function read(text: string, reader: BlockReader): BlockReader {
  let at = 0
  let end = -1
  while (at < text.length) {
    // the end of an endless line is sought once
    if (end < at) end = text.indexOf('\n', at)
    if (end === -1) end = text.length
    let stop = end
    if (stop - at > LIMIT) stop = cut(text, at, at + LIMIT)
    let from = at
    let to = stop
    while (from < to && text.charCodeAt(from) <= 32) from++
    while (to > from && text.charCodeAt(to - 1) <= 32) to--
    // "in the following matters:-" ends in its colon
    if (text[to - 2] === ':' && DASHES.includes(text[to - 1] as string)) to--
    if (to > from) reader.add(from, to)
    at = text.charCodeAt(stop) === 10 ? stop + 1 : stop
  }
  return reader
}

function cut(text: string, from: number, limit: number): number {
  const window = text.slice(limit - 4000, limit)
  const dot = window.lastIndexOf('. ')
  if (dot !== -1) return limit - 4000 + dot + 2
  const space = window.lastIndexOf(' ')
  return space === -1 || limit - 4000 + space <= from ? limit : limit - 4000 + space + 1
}

class BlockReader {
  private readonly text: string
  private readonly vocabulary: Vocabulary
  private readonly list: Growing[] = []
  private readonly levels = new Levels()
  private readonly turns: Turns | undefined
  turnCount = 0
  /** The label of the last turn is all in capitals, and what is said is not. */
  inCapitals = false
  /** What is said after the last label opens by addressing the hearers: "Mr President, ladies and gentlemen". */
  addresses = false
  private speaker: string | undefined
  private neutral = false
  private article: string | undefined
  private readonly lost: boolean

  constructor(text: string, vocabulary: Vocabulary, withTurns: boolean) {
    this.text = text
    this.vocabulary = vocabulary
    this.lost = lostStops(text)
    this.turns = withTurns ? new Turns(text, vocabulary) : undefined
  }

  end(): Block[] {
    this.levels.close()
    if (!this.lost)
      for (const [k, block] of this.list.entries())
        if (this.numbersHeading(block, k)) Object.assign(block, { role: 'heading', rule: 'segment/heading' })
    const last = this.list.findLast((block) => block.role !== 'furniture')
    const prose = this.list.some((block) => block.role !== 'heading' && block.role !== 'furniture')
    const open = last?.rule === 'segment/heading' && last.marker === ''
    if (last && open && (prose ? last.to - last.from > CUT_OFF || this.promises(last) : last === this.list[0])) {
      last.role = 'narration'
      last.rule = 'segment/cut-off'
    }
    return this.list
  }

  /** "10. Support for the islands", alone between paragraphs: a number counts a heading, and no item of a list. */
  private numbersHeading({ role, marker, content, to }: Growing, k: number): boolean {
    const { text, list } = this
    if (role !== 'item' || to - content > CUT_OFF || !/^\(?[\dIVX]+\W?$/.test(marker) || closes(text, to) || !opensLarge(text, content))
      return false
    const before = list[k - 1]
    const after = list[k + 1]
    return before?.role !== 'item' && text[(before?.to ?? 0) - 1] !== ':' && (after?.role === 'narration' || after?.role === 'article')
  }

  add(from: number, to: number): void {
    const { text, vocabulary } = this
    const furniture = furnitureOf(text, from, to, vocabulary)
    if (furniture) {
      this.list.push({ from, to, role: 'furniture', content: from, marker: '', rule: `furniture/${furniture}` })
      return
    }
    const mark = endMarkOf(text, from, to, vocabulary)
    if (mark > from) {
      let stop = mark
      while (stop > from && text.charCodeAt(stop - 1) <= 32) stop--
      if (stop > from) this.body(from, stop)
      this.list.push({ from: mark, to, role: 'furniture', content: mark, marker: '', rule: 'furniture/end-mark' })
      return
    }
    this.body(from, to)
  }

  private body(from: number, to: number): void {
    this.list.push(this.numbered(from, to) ?? this.opened(from, to) ?? this.plain(from, to))
  }

  /** Items of lists and headings that markdown marks. */
  private numbered(from: number, to: number): Growing | undefined {
    const { text } = this
    if (text.charCodeAt(from) === 35) {
      let content = from
      while (content < to && text.charCodeAt(content) === 35) content++
      const level = content - from
      while (content < to && text.charCodeAt(content) === 32) content++
      if (content < to && level < 7)
        return { from, to, role: 'heading', content, marker: '#'.repeat(level), rule: 'segment/heading', level }
    }
    const marker = markerOf(text, from, to, this.levels.last)
    if (!marker) return undefined
    const block: Growing = {
      from,
      to,
      role: 'item',
      content: marker.content,
      marker: marker.label,
      rule: 'segment/marker',
      ...this.under(),
    }
    this.levels.item(marker, block)
    return block
  }

  /** Paragraphs with a label: an article, a turn, a dateline. */
  private opened(from: number, to: number): Growing | undefined {
    const { text, vocabulary } = this
    const article = articleOf(text, from, to, vocabulary)
    if (article) {
      this.levels.close()
      if (article.level === 4) this.article = article.number
      if (article.content >= to || !closes(text, to))
        return {
          from,
          to,
          role: 'heading',
          content: from,
          marker: '',
          rule: 'segment/article',
          level: article.level,
          article: article.number,
        }
      return {
        from,
        to,
        content: article.content,
        marker: text.slice(from, article.content).trim(),
        rule: 'segment/article',
        ...this.under(),
        role: 'article',
      }
    }
    const turn = this.turns?.at(text, from, to)
    if (turn) {
      this.turnCount++
      this.inCapitals = isCapitals(turn.speaker) && !isCapitals(text.slice(turn.content, Math.min(to, turn.content + HEADING)))
      this.addresses = this.isAddress(turn.content, to)
      this.levels.close()
      this.speaker = turn.speaker
      this.neutral = turn.neutral
      return { from, to, content: turn.content, marker: '', rule: 'segment/turn', ...this.under(), role: 'turn' }
    }
    const dateline = datelineOf(text, from, to, vocabulary)
    if (dateline && dateline.content < to)
      return { from, to, role: 'narration', content: dateline.content, marker: '', rule: 'segment/dateline', dateline }
    return undefined
  }

  private plain(from: number, to: number): Growing {
    const { text } = this
    if (to - from < (this.lost ? LOST : HEADING) && !closes(text, to) && opensLarge(text, from) && !this.goesOn(from, to))
      return { from, to, role: 'heading', content: from, marker: '', rule: 'segment/heading' }
    if (opensLarge(text, from)) this.levels.close()
    const role = this.isRecital(from, to) ? 'recital' : isQuoted(text, from, to) ? 'quoted' : 'narration'
    return { from, to, content: from, marker: '', rule: 'segment/paragraph', role, ...this.under() }
  }

  /** "R will rebuild the bridge", "And we are committed to …": a modal verb, or "we" or "I", right before a word in small letters. */
  private promises({ from, to }: Growing): boolean {
    const words = this.text.slice(from, to).split(' ')
    return words.some((word, k) => {
      const next = words[k + 1]
      if (!next || !isSmall(next)) return false
      const { flags, code } = this.vocabulary.lookup(word)
      return code === Code.WE || code === Code.I || (k > 0 && isSmall(word) && (flags & Flag.MODAL) !== 0)
    })
  }

  /** A word by which hearers are addressed stands near the beginning. */
  private isAddress(from: number, to: number): boolean {
    const { word } = tokenize(this.text, from, Math.min(to, from + LOST), this.vocabulary, emptyTokens())
    return word.some(({ relation }) => (relation & Is.vocative) !== 0)
  }

  /** A line that ends in "and" goes on in the next, and is no heading. */
  private goesOn(from: number, to: number): boolean {
    const at = this.text.lastIndexOf(' ', to - 1)
    return at > from && (this.vocabulary.lookup(this.text.slice(at + 1, to)).flags & Flag.COORDINATOR) !== 0
  }

  /** What a block inherits from the label above it; a block of its own role keeps that. */
  private under(): Partial<Growing> {
    if (this.speaker !== undefined) return { role: 'turn', speaker: this.speaker, ...(this.neutral ? { neutral: true } : {}) }
    return this.article === undefined ? {} : { article: this.article }
  }

  /** Before the first article or decision: a paragraph that opens with an -ing form and does not close. */
  private isRecital(from: number, to: number): boolean {
    const last = this.text.charCodeAt(to - 1)
    if (last !== 44 && last !== 59) return false
    let stop = from
    while (stop < to && this.text.charCodeAt(stop) > 64) stop++
    return (this.vocabulary.lookup(this.text.slice(from, stop)).flags & Flag.ING) !== 0
  }
}

const isSmall = (word: string): boolean => word === word.toLowerCase()

const isCapitals = (text: string): boolean => text === text.toUpperCase()

const closes = (text: string, to: number): boolean => closings.includes(text[to - 1] as string)

function opensLarge(text: string, from: number): boolean {
  const code = text.charCodeAt(from)
  if (code < 128) return code >= 65 && code <= 90
  const char = text[from] as string
  return char.toLowerCase() !== char
}

function isQuoted(text: string, from: number, to: number): boolean {
  const open = text.charCodeAt(from)
  if (open !== 0x201c && open !== 34) return false
  return text.charCodeAt(to - 1) === (open === 34 ? 34 : 0x201d)
}
