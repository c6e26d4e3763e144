import { tokenize, type WordSource } from '../read/tokens.ts'
import type { Aspect } from '../model.ts'
import type { Lexicon, Row } from './lexicon.ts'
import { Flag, type Word } from './word.ts'

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

/** A rule row about what a verb does with what follows it. */
export interface Frame {
  readonly id: string
  readonly words: readonly string[]
  readonly form: string
  readonly outcome: string
  readonly force: string
  readonly act: string
}

/** A noun that performs: "its commitment to …". */
export interface NounCue {
  readonly id: string
  readonly links: readonly string[]
  readonly act: string
  readonly force: string
  readonly object: string
  readonly alone: string
}

const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])
const has = (text: string, set: string): boolean => set.split(' ').includes(text)

const classFlags: Record<string, number> = {
  modal: Flag.MODAL, be: Flag.BE, have: Flag.HAVE, do: Flag.DO, to: Flag.TO, not: Flag.NOT,
  determiner: Flag.DETERMINER, possessive: Flag.POSSESSIVE, genitive: Flag.GENITIVE, preposition: Flag.PREPOSITION,
  coordinator: Flag.COORDINATOR, conjunction: 0, subordinator: Flag.SUBORDINATOR, relative: Flag.RELATIVE,
  complementizer: Flag.THAT, pronoun: Flag.PRONOUN, adverb: Flag.ADVERB, time: Flag.TIME, opener: Flag.OPENER,
  participle: Flag.PARTICIPLE, ing: Flag.ING, punctuation: Flag.PUNCTUATION, present: Flag.PRESENT, past: Flag.PAST,
}

interface Draft {
  flags: number
  lemma: string
  kind: string
}

/** Everything the reader asks of a lexicon, indexed once. Look-ups are pure: a memo only saves time. */
export class Vocabulary implements WordSource {
  readonly version: string
  readonly language: string
  readonly frames = new Map<string, Frame[]>()
  readonly nouns = new Map<string, NounCue>()
  readonly actors = new Map<string, string>()
  readonly nameHeads = new Map<string, string>()
  readonly names = new Map<string, NameEntry[]>()
  readonly values = new Set<string>()
  /** Bodies so wide that a mention does not make them a party of the text. */
  readonly global = new Set<string>()
  readonly courtesy = new Set<string>()
  /** Function words of several tokens, by their first. */
  readonly phrases = new Map<string, { words: readonly string[]; word: Word }[]>()
  /** Base form of a verb to the aspect that it gives its act. */
  readonly aspects = new Map<string, Aspect>()
  /** Verb besides "be" that only links a subject with what is said of it. */
  readonly copula: string = 'remain'
  /** Ordinal words to their number. */
  readonly ordinals = new Map<string, number>()
  readonly tables: Readonly<Record<string, readonly Row[]>>
  private readonly words = new Map<string, Word>()
  private readonly abbreviations = new Set<string>()
  private readonly suffixes: { ending: string; flag: number }[] = []

  constructor(lexicon: Lexicon) {
    this.version = lexicon.version
    this.language = lexicon.language
    this.tables = lexicon.tables
    for (const row of this.rows('abbreviations')) for (const form of cells(row['forms'])) this.abbreviations.add(form)
    const drafts = new Map<string, Draft>()
    this.addVerbs(drafts)
    this.addWords(drafts)
    for (const row of this.rows('nouns')) this.addNoun(row, drafts)
    for (const mark of ['.', '!', '?', '。', '！', '？', '…']) this.put(drafts, mark, Flag.PUNCTUATION | Flag.TERMINAL)
    for (const [form, { flags, lemma, kind }] of drafts) this.words.set(form, { text: form, flags, lemma, kind })
    for (const row of this.rows('frames')) this.addFrames(row)
    for (const row of this.rows('actors')) for (const form of cells(row['forms'])) this.actors.set(form, row['class'] ?? '')
    for (const row of this.rows('nameheads')) for (const form of cells(row['forms'])) this.nameHeads.set(form, row['class'] ?? '')
    for (const row of this.rows('values')) for (const form of cells(row['forms'])) this.values.add(form)
    for (const row of this.rows('courtesy')) for (const form of cells(row['forms'])) this.courtesy.add(form)
    for (const row of this.rows('aspects')) for (const form of cells(row['forms'])) this.aspects.set(form, row['id'] as Aspect)
    for (const row of this.rows('ordinals')) for (const form of cells(row['forms'])) this.ordinals.set(form, Number(row['id']))
    for (const row of this.rows('phrases')) this.addPhrases(row)
    this.addNames()
  }

  rows(table: string): readonly Row[] {
    return this.tables[table] ?? []
  }

  isAbbreviation(form: string): boolean {
    return this.abbreviations.has(form)
  }

  lookup(form: string): Word {
    const known = this.words.get(form)
    if (known) return known
    const word = this.lookupUnseen(form)
    if (this.words.size < 200_000) this.words.set(form, word)
    return word
  }

  private lookupUnseen(form: string): Word {
    const first = form.charCodeAt(0)
    const straight = form.includes('\u2019') ? form.replaceAll('\u2019', "'") : form
    const lower = straight.toLowerCase()
    const capital = lower !== straight && (form[0] as string) !== (lower[0] as string)
    const base = this.words.get(lower)
    if (base) return { ...base, text: lower, flags: base.flags | (capital ? Flag.CAPITAL : 0) }
    let flags = capital ? Flag.CAPITAL : 0
    if (first >= 48 && first <= 57) flags |= Flag.NUMBER
    else if (/^[^\p{L}\p{N}]+$/u.test(form)) flags |= Flag.PUNCTUATION
    else for (const { ending, flag } of this.suffixes) if (lower.length > ending.length + 2 && lower.endsWith(ending)) flags |= flag
    return { text: lower, flags, lemma: lower, kind: '' }
  }

  private put(drafts: Map<string, Draft>, form: string, flags: number, lemma = form, kind = ''): void {
    const old = drafts.get(form)
    if (!old) drafts.set(form, { flags, lemma, kind })
    else {
      old.flags |= flags
      if (kind) old.kind = kind
      if (lemma !== form && old.lemma === form) old.lemma = lemma
    }
  }

  private addVerbs(drafts: Map<string, Draft>): void {
    const regular = this.rows('inflection')
    const inflect = (base: string, form: string): string => {
      const row = regular.find((r) => r['form'] === form && (!r['ending'] || cells(r['ending']).some((e) => base.endsWith(e))))
      return row ? base.slice(0, base.length - Number(row['drop'] || 0)) + (row['add'] ?? '') : base
    }
    for (const row of regular) {
      const flag = row['id']?.startsWith('unknown') ? classFlags[row['form'] ?? ''] : undefined
      if (flag) for (const ending of cells(row['ending'])) this.suffixes.push({ ending, flag })
    }
    for (const row of this.rows('verbs')) {
      const base = row['id'] as string
      const noun = row['also'] ? Flag.ALSO_NOUN : 0
      const kind = row['also'] === 'mostly-noun' ? 'mostly-noun' : ''
      const past = cells(row['past'])
      const participle = cells(row['participle'])
      this.put(drafts, base, Flag.BASE | noun, base, kind)
      this.put(drafts, inflect(base, 'present'), Flag.PRESENT | noun, base, kind)
      for (const form of past.length ? past : [inflect(base, 'past')]) this.put(drafts, form, Flag.PAST, base)
      for (const form of participle.length ? participle : [inflect(base, 'past')]) this.put(drafts, form, Flag.PARTICIPLE, base)
      for (const form of cells(row['ing']).length ? cells(row['ing']) : [inflect(base, 'ing')]) this.put(drafts, form, Flag.ING, base)
    }
  }

  private addWords(drafts: Map<string, Draft>): void {
    for (const row of this.rows('words')) {
      const classes = (row['class'] ?? '').split(' ')
      const flags = classes.reduce((sum, name) => sum | (classFlags[name] ?? 0), 0)
      const kind = classes.find((name) => !(name in classFlags)) ?? ''
      const lemma = has('be', classes.join(' ')) ? 'be' : has('have', classes.join(' ')) ? 'have' : has('do', classes.join(' ')) ? 'do' : undefined
      for (const form of cells(row['forms'])) {
        const lower = form.toLowerCase()
        const clear = classes[0] === 'have' || classes[0] === 'do' || classes[0] === 'be'
        const old = drafts.get(lower)
        if (clear && old) old.flags &= ~(Flag.BASE | Flag.PRESENT | Flag.PAST | Flag.PARTICIPLE | Flag.ING)
        this.put(drafts, lower, flags, lemma ?? lower, kind)
      }
    }
  }

  private addNoun(row: Row, drafts: Map<string, Draft>): void {
    const cue: NounCue = {
      id: row['id'] as string, links: cells(row['link']), act: row['act'] ?? '', force: row['force'] ?? '',
      object: row['object'] ?? '', alone: row['alone'] ?? '',
    }
    for (const form of cells(row['forms'])) {
      if (form.includes(' ')) continue
      this.nouns.set(form, cue)
      this.put(drafts, form, Flag.NOUN_CUE)
    }
  }

  private addFrames(row: Row): void {
    for (const form of cells(row['words'])) {
      const words = form.split(' ')
      const head = words[0] as string
      const frame: Frame = {
        id: row['id'] as string, words: words.slice(1), form: row['form'] ?? 'any', outcome: row['outcome'] ?? '',
        force: row['force'] ?? '', act: row['act'] ?? '',
      }
      const list = this.frames.get(head)
      if (list) list.push(frame)
      else this.frames.set(head, [frame])
    }
    const rank = ['to', 'ing', 'base', 'object-to', 'that', 'for', 'noun-cue', 'object', 'none', 'any']
    for (const list of this.frames.values()) {
      list.sort((a, b) => weight(b) - weight(a) || rank.indexOf(a.form) - rank.indexOf(b.form))
    }
  }

  private addPhrases(row: Row): void {
    const classes = (row['class'] ?? '').split(' ')
    const flags = classes.reduce((sum, name) => sum | (classFlags[name] ?? 0), 0)
    const kind = classes.find((name) => !(name in classFlags)) ?? ''
    for (const form of cells(row['forms'])) {
      const words = form.split(' ')
      const entry = { words: words.slice(1), word: { text: form, flags, lemma: form, kind } }
      const list = this.phrases.get(words[0] as string)
      if (list) list.push(entry)
      else this.phrases.set(words[0] as string, [entry])
    }
    for (const list of this.phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  }

  private addNames(): void {
    for (const row of this.rows('states')) {
      const id = row['id'] as string
      const add = (column: string, type: NameType) => {
        for (const form of cells(row[column])) this.addName(form, type, id, [id])
      }
      add('names', 'state')
      add('adjectives', 'adjective')
      add('prefixes', 'adjective')
      add('people', 'people')
      add('capitals', 'capital')
      add('seats', 'capital')
      for (const form of cells(row['unless'])) this.addName(form, 'blocked', form, [])
    }
    for (const row of this.rows('bodies')) {
      const id = row['id'] as string
      if (row['kind'] === 'global') this.global.add(id)
      for (const form of cells(row['forms'])) this.addName(form, 'body', id, [id])
      for (const form of cells(row['unless'])) this.addName(form, 'blocked', form, [])
    }
    for (const row of this.rows('people')) {
      for (const form of cells(row['forms'])) this.addName(form, 'person', row['id'] as string, cells(row['party']), row['from'], row['to'])
    }
    for (const row of this.rows('mechanisms')) for (const form of cells(row['forms'])) this.addName(form, 'mechanism', row['id'] as string, [])
    for (const row of this.rows('places')) for (const form of cells(row['forms'])) this.addName(form, 'place', row['id'] as string, [])
    for (const list of this.names.values()) list.sort((a, b) => b.tokens.length - a.tokens.length)
  }

  private addName(form: string, type: NameType, ref: string, parties: readonly string[], from?: string, to?: string): void {
    const tokens = tokenize(form, 0, form.length, this, { from: [], to: [], word: [], length: 0 })
    const texts = tokens.from.map((at, i) => form.slice(at, tokens.to[i]))
    const first = texts[0]
    if (first === undefined) return
    const entry: NameEntry = { tokens: texts, type, ref, parties, ...(from ? { from } : {}), ...(to ? { to } : {}) }
    const list = this.names.get(first)
    if (list) list.push(entry)
    else this.names.set(first, [entry])
  }
}

const governing = new Set(['to', 'ing', 'base', 'that', 'object-to'])
const weight = (frame: Frame): number => frame.words.filter((word) => word !== '~').length + (governing.has(frame.form) ? 3 : 0)
