import { Char, kindOf, plain } from './characters.ts'
import { internCell } from './intern.ts'
import { BETWEEN, type NameType } from './name-index.ts'
import { emptyTokens, type Tokens, tokenize, type WordSource } from './tokens.ts'
import { More, type Word } from './word.ts'

/** A name of the lexicon: its tokens as written, what it stands for, and which entry says so. */
export interface NameEntry {
  readonly tokens: readonly string[]
  /** The tokens joined by spaces. */
  readonly form: string
  readonly type: NameType
  readonly ref: string
  /** Parties that this name means when it acts. */
  readonly parties: readonly string[]
  readonly from?: string
  readonly to?: string
}

interface Node {
  next: Map<string, Node> | undefined
  entries: NameEntry[] | undefined
}

/** A tree of names, and the names in the order of a walk over it. */
interface Grown extends Node {
  readonly list: readonly NameEntry[]
}

const barren: Grown = { next: undefined, entries: undefined, list: [] }
/** Key of the branch of a name that is its first word alone. */
const ALONE = 0

/**
 * The names that begin with one word: a tree of the words that follow, in branches by the first letter of the second word, each grown when
 * a text first asks for it. To grow all of a common first word would cost a short text more than all else that is done with it.
 */
export class NameStart {
  private readonly packed: string
  private readonly first: string
  private readonly words: WordSource
  private lines: Map<number, string[]> | undefined
  /** The names of one word; the other branches by their key. */
  private alone: Grown | undefined
  private readonly branches = new Map<number, Grown>()
  /** Bit of each small letter of the alphabet with which a second word begins: most words after a common first word are told by it. */
  private letters = 0
  private grown: Grown | undefined
  private readonly byForm = new Map<string, readonly NameEntry[]>()

  /** `packed`: forms of the first word `first` as `indexNames` packs them. */
  constructor(first: string, packed: string, words: WordSource) {
    this.first = first
    this.packed = packed
    this.words = words
  }

  private get short(): Grown {
    this.alone ??= this.grownAt(ALONE)
    return this.alone
  }

  private branch(key: number): Grown {
    if (key >= SMALL_A && key <= SMALL_Z && ((this.letters >>> (key - SMALL_A)) & 1) === 0 && this.lines) return barren
    const known = this.branches.get(key)
    if (known) return known
    const made = this.grownAt(key)
    this.branches.set(key, made)
    return made
  }

  private grownAt(key: number): Grown {
    this.lines ??= this.sorted()
    const lines = this.lines.get(key)
    return lines ? grow(lines, this.words) : barren
  }

  /** False when no name begins with the word as `form` writes it, letter case and all. */
  mayOpen(form: string): boolean {
    // a table may write marks in a word otherwise, but never letters
    if (!smallLetters.test(form)) return true
    return this.packed.startsWith(form) || this.packed.includes(BETWEEN + form)
  }

  private sorted(): Map<number, string[]> {
    const lines = new Map<number, string[]>()
    for (const line of this.packed.split(BETWEEN)) {
      let at = lengthAs(line, this.first)
      while (kindOf(line.charCodeAt(at)) === Char.SPACE && line.charCodeAt(at) !== TAB) at++
      const key = at >= line.length || line.charCodeAt(at) === TAB ? ALONE : keyOf(line.charCodeAt(at))
      const list = lines.get(key)
      if (list) list.push(line)
      else lines.set(key, [line])
      if (key >= SMALL_A && key <= SMALL_Z) this.letters |= 1 << (key - SMALL_A)
    }
    return lines
  }

  /**
   * The longest name at token `i` that ends before `end` and is valid at `date`; of two as long the one that stands
   * first in the lexicon. `caps`: the stretch is all in capitals, so that letter case says nothing.
   */
  longest(tokens: Tokens, i: number, end: number, date: string | undefined, caps: boolean): NameEntry | undefined {
    const { entries } = this.short
    let best = entries && fitting(entries, tokens, i, date, caps)
    let k = i + 1
    if (k >= end) return best
    const { text } = tokens.word[k] as Word
    for (let node = this.branch(keyOf(text.charCodeAt(0))).next?.get(text); node; ) {
      if (node.entries) best = fitting(node.entries, tokens, i, date, caps) ?? best
      k++
      if (!node.next || k >= end) break
      node = node.next.get((tokens.word[k] as Word).text)
    }
    return best
  }

  /** The longest name at token `i` that ends before `end`, whatever the letter case of the text. */
  inAnyCase(tokens: Tokens, i: number, end: number): NameEntry | undefined {
    let best = this.short.entries?.[0]
    let k = i + 1
    if (k >= end) return best
    const { text } = tokens.word[k] as Word
    for (let node = this.branch(keyOf(text.charCodeAt(0))).next?.get(text); node; ) {
      best = node.entries?.[0] ?? best
      k++
      if (!node.next || k >= end) break
      node = node.next.get((tokens.word[k] as Word).text)
    }
    return best
  }

  /** The name that stands at `from` of a text, the first word being written as `form` there: that word alone, else the first longer one. */
  standing(text: string, from: number, form: string): NameEntry | undefined {
    for (const entry of this.short.list) if (entry.tokens[0] === form) return entry
    const next = from + form.length
    if (text.charCodeAt(next) !== 32 || next + 1 >= text.length) return undefined
    for (const entry of this.branch(keyOf(text.charCodeAt(next + 1))).list)
      if (entry.tokens[0] === form && text.startsWith(entry.form, from)) return entry
    return undefined
  }

  /** The names that begin with the word as `form` writes it. Forms of one word differ by their letter case alone; a few are kept. */
  of(form: string): readonly NameEntry[] {
    const known = this.byForm.get(form)
    if (known) return known
    this.grown ??= grow(this.packed.split(BETWEEN), this.words)
    const found = this.grown.list.filter((entry) => entry.tokens[0] === form)
    if (this.byForm.size < MOST_FORMS) this.byForm.set(form, found)
    return found
  }
}

const TAB = 9
const SMALL_A = 97
const SMALL_Z = 122
const smallLetters = /^[a-z]+$/

/** How long `first`, a word in small letters, is as a line that begins with it writes it: some capitals are shorter than their small letters. */
function lengthAs(line: string, first: string): number {
  let length = first.length
  while (line.slice(0, length).toLowerCase() !== first && length > 1) length--
  return length
}

/** Key of the branch of names whose second word begins with a code unit, whatever its case. */
function keyOf(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code
  return String.fromCharCode(plain(code)).toLowerCase().charCodeAt(0)
}

/** The tree of packed names that begin with one word. */
function grow(lines: readonly string[], words: WordSource): Grown {
  const root: Node = { next: undefined, entries: undefined }
  for (const line of lines) {
    // cells at the end that are empty are left out, and so is a ref that is the form itself
    const [form = '', type = 'proper', ref, parties, from, to] = line.split('\t') as [string, NameType, ...(string | undefined)[]]
    const tokens = tokenize(form, 0, form.length, words, emptyTokens())
    let node = root
    for (let i = 1; i < tokens.length; i++) {
      const text = (tokens.word[i] as Word).text
      node.next ??= new Map()
      let next = node.next.get(text)
      if (!next) {
        next = { next: undefined, entries: undefined }
        node.next.set(text, next)
      }
      node = next
    }
    node.entries ??= []
    const written = tokens.word.map((word) => word.form)
    node.entries.push({
      tokens: written,
      form: written.join(' '),
      type: internCell(type),
      ref: ref || form,
      parties: parties ? parties.split('|') : [],
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    })
  }
  const list: NameEntry[] = []
  const walk = ({ entries, next }: Node): void => {
    if (entries) list.push(...entries)
    if (next) for (const one of next.values()) walk(one)
  }
  walk(root)
  return { next: root.next, entries: root.entries, list }
}

const MOST_FORMS = 16

function fitting(entries: readonly NameEntry[], tokens: Tokens, i: number, date: string | undefined, caps: boolean): NameEntry | undefined {
  for (const entry of entries) {
    if (date && ((entry.from && date < entry.from) || (entry.to && date > entry.to))) continue
    if (written(entry, tokens, i, caps)) return entry
  }
  return undefined
}

function written(entry: NameEntry, tokens: Tokens, i: number, caps: boolean): boolean {
  for (let k = 0; k < entry.tokens.length; k++) {
    const word = tokens.word[i + k] as Word
    if (word.form !== entry.tokens[k] && !(caps && (word.more & More.CAPS) !== 0)) return false
  }
  return true
}

/** All names of a lexicon, by their first word. */
export class Names {
  /** Bodies so wide that a mention does not make them a party of the text. */
  readonly global: ReadonlySet<string>
  private readonly starts = new Map<string, NameStart | string>()
  private readonly words: WordSource

  /** `index`: what `indexNames` returns for the tables of the lexicon. */
  constructor(words: WordSource, index: string) {
    this.words = words
    const lines = index.split('\n')
    this.global = new Set((lines[0] as string).split('|'))
    for (let i = 1; i < lines.length; i++) {
      const line = lines[i] as string
      const tab = line.indexOf('\t')
      this.starts.set(line.slice(0, tab), line.slice(tab + 1))
    }
  }

  /** True when some name begins with the word `form`. */
  has(form: string): boolean {
    return this.get(form) !== undefined
  }

  /** The names that begin with the word `form`, or undefined. */
  get(form: string): readonly NameEntry[] | undefined {
    const found = this.startOf(form.toLowerCase())?.of(form)
    return found?.length ? found : undefined
  }

  /** The names that begin with a word, by its form in lower case. */
  startOf(lower: string): NameStart | undefined {
    const start = this.starts.get(lower)
    if (typeof start !== 'string') return start
    const made = new NameStart(lower, start, this.words)
    this.starts.set(lower, made)
    return made
  }
}
