import { kindOf, Char } from './characters.ts'
import type { Row } from './lexicon.ts'
import { emptyTokens, endOfWord, type Tokens, tokenize, type WordSource } from './tokens.ts'
import { More, type Word } from './word.ts'

export type NameType =
  | 'state' | 'adjective' | 'people' | 'capital' | 'body' | 'person' | 'place' | 'mechanism' | 'blocked' | 'role' | 'proper'

/** A name of the lexicon: its tokens as written, what it stands for, and which entry says so. */
export interface NameEntry {
  readonly tokens: readonly string[]
  readonly type: NameType
  readonly ref: string
  /** Parties that this name means when it acts. */
  readonly parties: readonly string[]
  readonly from?: string
  readonly to?: string
}

interface Form {
  readonly form: string
  readonly type: NameType
  readonly ref: string
  readonly parties: readonly string[]
  readonly from: string
  readonly to: string
}

interface Node {
  next: Map<string, Node> | undefined
  entries: NameEntry[] | undefined
}

/** The names that begin with one word: a tree of the words that follow, grown when the word is first met. */
export class NameStart {
  private readonly forms: Form[] = []
  private readonly words: WordSource
  private grown: Node | undefined

  constructor(words: WordSource) {
    this.words = words
  }

  add(form: Form): void {
    this.forms.push(form)
    this.grown = undefined
  }

  private root(): Node {
    if (this.grown) return this.grown
    const root: Node = { next: undefined, entries: undefined }
    for (const { form, type, ref, parties, from, to } of this.forms) {
      const tokens = tokenize(form, 0, form.length, this.words, emptyTokens())
      let node = root
      for (let i = 1; i < tokens.length; i++) {
        const text = (tokens.word[i] as Word).text
        node.next ??= new Map()
        let next = node.next.get(text)
        if (!next) node.next.set(text, (next = { next: undefined, entries: undefined }))
        node = next
      }
      node.entries ??= []
      node.entries.push({ tokens: tokens.word.map((word) => word.form), type, ref, parties, ...(from ? { from } : {}), ...(to ? { to } : {}) })
    }
    return (this.grown = root)
  }

  /**
   * The longest name at token `i` that ends before `end` and is valid at `date`; of two as long the one that stands
   * first in the lexicon. `caps`: the stretch is all in capitals, so that letter case says nothing.
   */
  longest(tokens: Tokens, i: number, end: number, date: string | undefined, caps: boolean): NameEntry | undefined {
    let node: Node | undefined = this.grown ?? this.root()
    let best: NameEntry | undefined
    for (let k = i; node; ) {
      if (node.entries) best = fitting(node.entries, tokens, i, date, caps) ?? best
      k++
      if (!node.next || k >= end) break
      node = node.next.get((tokens.word[k] as Word).text)
    }
    return best
  }

  /** Every name that begins with the word, as entries. */
  all(): NameEntry[] {
    const out: NameEntry[] = []
    const walk = (node: Node): void => {
      if (node.entries) out.push(...node.entries)
      if (node.next) for (const next of node.next.values()) walk(next)
    }
    walk(this.root())
    return out
  }
}

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
  readonly global = new Set<string>()
  private readonly starts = new Map<string, NameStart>()
  private readonly words: WordSource
  private readonly abbreviations: ReadonlySet<string>

  constructor(words: WordSource, abbreviations: ReadonlySet<string>, table: (name: string) => readonly Row[]) {
    this.words = words
    this.abbreviations = abbreviations
    for (const row of table('states')) {
      const parties = [row['id'] as string]
      this.addRow(row['names'], 'state', row, parties)
      this.addRow(row['adjectives'], 'adjective', row, parties)
      this.addRow(row['prefixes'], 'adjective', row, parties)
      this.addRow(row['people'], 'people', row, parties)
      this.addRow(row['capitals'], 'capital', row, parties)
      this.addRow(row['seats'], 'capital', row, parties)
      this.addRow(row['unless'], 'blocked', row, [])
    }
    for (const row of table('bodies')) {
      if (row['kind'] === 'global') this.global.add(row['id'] as string)
      this.addRow(row['forms'], 'body', row, [row['id'] as string])
      this.addRow(row['unless'], 'blocked', row, [])
    }
    for (const row of table('people')) this.addRow(row['forms'], 'person', row, row['party'] ? row['party'].split('|') : [])
    for (const row of table('mechanisms')) this.addRow(row['forms'], 'mechanism', row, [])
    for (const row of table('places')) this.addRow(row['forms'], 'place', row, [])
  }

  /** True when some name begins with the word `form`. */
  has(form: string): boolean {
    return this.get(form) !== undefined
  }

  /** The names that begin with the word `form`, or undefined. */
  get(form: string): NameEntry[] | undefined {
    const found = this.startOf(form.toLowerCase())?.all().filter((entry) => entry.tokens[0] === form)
    return found?.length ? found : undefined
  }

  /** The names that begin with a word, by its form in lower case. */
  startOf(lower: string): NameStart | undefined {
    return this.starts.get(lower)
  }

  private addRow(cell: string | undefined, type: NameType, row: Row, parties: readonly string[]): void {
    if (!cell) return
    for (const form of cell.split('|')) {
      const first = this.firstWord(form)
      let start = this.starts.get(first)
      if (!start) this.starts.set(first, (start = new NameStart(this.words)))
      start.add({ form, type, ref: type === 'blocked' ? form : (row['id'] as string), parties, from: row['from'] ?? '', to: row['to'] ?? '' })
    }
  }

  private firstWord(form: string): string {
    let end = kindOf(form.charCodeAt(0)) <= Char.LETTER ? endOfWord(form, 0, form.length) : 1
    if (form.charCodeAt(end) === 46 && this.abbreviations.has(form.slice(0, end + 1))) end++
    return form.slice(0, end).toLowerCase()
  }
}
