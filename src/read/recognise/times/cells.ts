/** One meaning of a form: its class and value are lexicon data. */
export interface Sense {
  readonly id: string
  readonly cls: string
  readonly value: string
  /** The table spells it with a capital. */
  readonly cased: boolean
  /** Words that, standing next, cancel a weakly licensed reading. */
  readonly unless: ReadonlySet<string>
}

export interface Phrase {
  readonly words: readonly string[]
  readonly sense: Sense
}

/** All that the lexicon says about forms that open with one word; longest forms first. */
export interface Entry {
  /** The word, folded. */
  readonly word: string
  /** Its classes, and the forms of each at the same place: so few that looking through them is faster than a map. */
  readonly classes: string[]
  readonly phrases: Phrase[][]
  /** Groups of its classes (`Group`): most questions are answered by one look at these bits. */
  groups: number
  /** Those of its forms of one word. */
  alone: number
  /** 1 at the slots (`secondSlot`) of the second words of the others; undefined where there are none. */
  seconds: Uint8Array | undefined
}

const SECONDS = 256

/** Room for the second words of the forms that begin with one word. */
export const noSeconds = (): Uint8Array => new Uint8Array(SECONDS)

/** Where a word of so many characters falls among second words, by the code of its first one. */
export const secondSlot = (length: number, code: number): number => (length * 31 + (code | 32)) & (SECONDS - 1)

/** Groups of classes by what they can open: of a stretch of time, the kind of its first word; `Digits` are those of a number in digits. */
export const Group = {
  Lead: 1,
  Article: 2,
  Vague: 4,
  Rate: 8,
  Event: 16,
  Amount: 32,
  Scale: 64,
  Edge: 128,
  Portion: 256,
  Relative: 512,
  Unit: 1024,
  Season: 2048,
  Month: 4096,
  Number: 8192,
  Approx: 16384,
  Digits: 32768,
  /** Any word that a stretch of time can begin with. */
  Body: 128 | 256 | 512 | 1024 | 2048 | 4096 | 8192 | 16384 | 32768,
} as const

/** Group of each class of times.tsv and units.tsv that opens something. */
export const groupOf: Readonly<Record<string, number>> = {
  lead: Group.Lead,
  month: Group.Month,
  'month-weak': Group.Month,
  'month-short': Group.Month,
  weekday: Group.Month,
  edge: Group.Edge,
  ordinal: Group.Portion,
  code: Group.Portion,
  rel: Group.Relative,
  'rel-soft': Group.Relative | Group.Portion,
  season: Group.Season,
  'season-weak': Group.Season,
  unit: Group.Unit,
  units: Group.Unit,
  yearkind: Group.Unit,
  number: Group.Number | Group.Rate | Group.Amount,
  approx: Group.Approx | Group.Rate | Group.Amount,
  det: Group.Article,
  one: Group.Article,
  vague: Group.Vague,
  'vague-adverb': Group.Vague,
  moment: Group.Vague,
  'moment-weak': Group.Vague,
  frequency: Group.Rate,
  times: Group.Rate,
  every: Group.Rate,
  event: Group.Event,
  feast: Group.Event,
  scale: Group.Scale,
  'currency-before': Group.Amount,
  'from-amount': Group.Amount,
}

/** Forms by their first word, with arrays that tell most words of a text apart from all forms without a look-up. */
export interface Vocabulary {
  /** By the slot of the hash of a word: 1 + place among `entries`, 0 where no form begins with it. */
  readonly known: Uint16Array
  readonly entries: readonly (readonly Entry[])[]
  readonly triggers: Uint8Array
  /** The triggers themselves by the slot of their hash, since different words may share a bit. */
  readonly opening: ReadonlyMap<number, readonly string[]>
}

/** Size of the bit sets; a power of two. */
export const SLOTS = 1 << 15

export const Kind = { Word: 0, Number: 1, Mark: 2, Break: 3 } as const

/** A word, a number, a mark, or a break between paragraphs. Offsets are into the text given to `cut`. */
export interface Cell {
  readonly from: number
  readonly to: number
  readonly kind: number
  readonly entry: Entry | undefined
  /** Of a number alone: were it a number of every cell, each would keep a fraction as an object of its own. */
  readonly value: number | undefined
  readonly capital: boolean
  /** No space stands before it. */
  readonly glued: boolean
}

/** Case folding of the scripts with one-to-one letters in UTF-16: offsets stay the same. */
export const fold = (word: string): string => {
  const low = word.toLowerCase()
  return (low.length === word.length ? low : word).replaceAll('\u2019', "'").replaceAll('\u2011', '-')
}

const foldedOf = (code: number): number => {
  if (code >= 65 && code <= 90) return code + 32
  if (code < 0xc0) return code
  if (code <= 0xde) return code === 0xd7 ? code : code + 32
  if (code === 0x2019) return 39
  if (code >= 0x410 && code <= 0x42f) return code + 32
  return code >= 0x400 && code <= 0x40f ? code + 80 : code
}

const UNITS = 1 << 16
/** Each UTF-16 code unit in small letters. */
const folded = new Uint16Array(UNITS)
for (let code = 0; code < UNITS; code++) folded[code] = foldedOf(code)

/** One step of the hash of a word, blind to case. */
export const hash = (h: number, code: number): number => (Math.imul(h, 31) + (folded[code] as number)) | 0

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isUpper = (code: number): boolean => folded[code] !== code && code !== 0x2019
const otherLetter = /[\p{L}\p{M}]/u

const IN_WORD = 1
const APART = 2
/** What each UTF-16 code unit is to a word; 0 until it is first asked for. */
const inWord = new Uint8Array(UNITS)

/** A letter, a combining mark or a digit. */
export function isWordChar(code: number): boolean {
  let kind = inWord[code] as number
  if (kind === 0) {
    kind = belongs(code) ? IN_WORD : APART
    inWord[code] = kind
  }
  return kind === IN_WORD
}

function belongs(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  if (code >= 0x2000 && code <= 0x20cf) return false
  return (code >= 0xd800 && code <= 0xdfff) || otherLetter.test(String.fromCharCode(code))
}

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f

/** True when `text[from, to)`, folded, is `word`. */
export function isFolded(text: string, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false
  for (let i = 0; i < word.length; i++) {
    let code = text.charCodeAt(from + i)
    if (code > 127) return fold(text.slice(from, to)) === word
    if (code >= 65 && code <= 90) code += 32
    if (code !== word.charCodeAt(i)) return false
  }
  return true
}

/** Entry of the word at `text[from, to)`, whose hash is `h`. */
function entryOf(vocabulary: Vocabulary, text: string, from: number, to: number, h: number): Entry | undefined {
  const place = vocabulary.known[h & (SLOTS - 1)] as number
  if (place === 0) return undefined
  for (const entry of vocabulary.entries[place - 1] as readonly Entry[]) if (isFolded(text, from, to, entry.word)) return entry
  return undefined
}

/** Cuts `text[from, to)` into cells, with their entries where a vocabulary is given. */
export function cut(text: string, from: number, to: number, vocabulary: Vocabulary | undefined): Cell[] {
  const cells: Cell[] = []
  cutPart(cells, text, from, from, to, vocabulary)
  return cells
}

/** Adds the cells of `text[start, to)`, a part of a stretch that begins at `from`; no word goes on beyond either end. */
export function cutPart(cells: Cell[], text: string, from: number, start: number, to: number, vocabulary: Vocabulary | undefined): void {
  let at = start
  let glued = isGlued(text, from, at)
  while (at < to) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      const end = endOfSpace(text, at, to)
      if (isBlankLine(text, at, end)) cells.push(mark(at, at + 1, Kind.Break, undefined, false))
      at = end
      glued = false
      continue
    }
    const cell = isDigit(code)
      ? numberCell(text, at, to, glued)
      : isWordChar(code) || isClitic(text, at, from, to)
        ? wordCell(text, at, to, vocabulary, glued)
        : markCell(text, at, vocabulary, glued)
    cells.push(cell)
    at = cell.to
    glued = true
  }
}

/** No space stands before `at` in a stretch that begins at `from`. */
const isGlued = (text: string, from: number, at: number): boolean => at > from && !isSpace(text.charCodeAt(at - 1))

/** The cell of a word in ASCII, of which `known` tells that some form of the tables has it, in a stretch that begins at `from`. */
export function simpleCell(text: string, from: number, start: number, to: number, known: boolean, vocabulary: Vocabulary): Cell {
  const first = text.charCodeAt(start)
  const entry = known ? entryOf(vocabulary, text, start, to, hashOf(text, start, to)) : undefined
  return { from: start, to, kind: Kind.Word, entry, value: undefined, capital: isUpper(first), glued: isGlued(text, from, start) }
}

function hashOf(text: string, from: number, to: number): number {
  let h = 0
  for (let at = from; at < to; at++) h = hash(h, text.charCodeAt(at))
  return h
}

function endOfSpace(text: string, at: number, to: number): number {
  let end = at + 1
  while (end < to && isSpace(text.charCodeAt(end))) end++
  return end
}

function isBlankLine(text: string, from: number, to: number): boolean {
  let lines = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) lines++
  return lines > 1
}

const mark = (from: number, to: number, kind: number, entry: Entry | undefined, glued: boolean): Cell => ({
  from,
  to,
  kind,
  entry,
  value: undefined,
  capital: false,
  glued,
})

function markCell(text: string, at: number, vocabulary: Vocabulary | undefined, glued: boolean): Cell {
  const entry = vocabulary === undefined ? undefined : entryOf(vocabulary, text, at, at + 1, hash(0, text.charCodeAt(at)))
  return mark(at, at + 1, Kind.Mark, entry, glued)
}

/** An apostrophe between letters opens a clitic, a word of its own. */
function isClitic(text: string, at: number, from: number, to: number): boolean {
  const code = text.charCodeAt(at)
  return (
    (code === 39 || code === 0x2019) &&
    at > from &&
    at + 1 < to &&
    isWordChar(text.charCodeAt(at - 1)) &&
    isWordChar(text.charCodeAt(at + 1))
  )
}

function wordCell(text: string, from: number, to: number, vocabulary: Vocabulary | undefined, glued: boolean): Cell {
  let at = from
  let h = 0
  do h = hash(h, text.charCodeAt(at++))
  while (at < to && isWordChar(text.charCodeAt(at)))
  const entry = vocabulary === undefined ? undefined : entryOf(vocabulary, text, from, at, h)
  return { from, to: at, kind: Kind.Word, entry, value: undefined, capital: isUpper(text.charCodeAt(from)), glued }
}

/** Digits with thousands commas and one decimal point; "02.07.2024" is three numbers. */
function numberCell(text: string, from: number, to: number, glued: boolean): Cell {
  let at = digitsEnd(text, from, to)
  while (at - from <= 18 && text.charCodeAt(at) === 44 && at + 4 <= to && digitsEnd(text, at + 1, to) === at + 4) at += 4
  const dotted = glued && from > 1 && text.charCodeAt(from - 1) === 46 && isDigit(text.charCodeAt(from - 2))
  if (!dotted && text.charCodeAt(at) === 46 && at + 1 < to && isDigit(text.charCodeAt(at + 1))) {
    const end = digitsEnd(text, at + 1, to)
    if (!(text.charCodeAt(end) === 46 && end + 1 < to && isDigit(text.charCodeAt(end + 1)))) at = end
  }
  const value = Number(text.slice(from, at).replaceAll(',', ''))
  return { from, to: at, kind: Kind.Number, entry: undefined, value, capital: false, glued }
}

function digitsEnd(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isDigit(text.charCodeAt(at))) at++
  return at
}
