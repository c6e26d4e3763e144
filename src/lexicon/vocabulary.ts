import type { Aspect } from '../model.ts'
import { cells } from './cells.ts'
import { headBits, partBits } from './classes.ts'
import { Closed, cliticsOf, joinShares } from './closed.ts'
import { Forms } from './forms.ts'
import { type Frame, FrameIndex, framesByVerb, type NounCue, nounCues, phrasalsByVerb } from './frames.ts'
import type { Lexicon, Row } from './lexicon.ts'
import { indexNames } from './name-index.ts'
import { Names } from './names.ts'
import { type Phrase, phrasesByWord } from './phrases.ts'
import { relationsOf } from './relations.ts'
import { opensIn, respelled, shaped } from './shape.ts'
import { TimeWords, timeTables } from './timewords.ts'
import type { WordSource } from './tokens.ts'
import { Verbs } from './verbs.ts'
import { Code, Flag, More, type Word } from './word.ts'

export type { Frame, NounCue } from './frames.ts'
export type { NameType } from './name-index.ts'
export type { NameEntry } from './names.ts'

const noFrames: readonly Frame[] = []
const nothing: readonly string[] = []
const ANY_VERB = '*'

/** What may follow each verb of the intransitives table without an object; those of any verb go with each. */
function followers(rows: readonly Row[]): Map<string, readonly string[]> {
  const out = new Map(rows.map((row) => [row['id'] as string, cells(row['follows'])]))
  const any = out.get(ANY_VERB) ?? []
  for (const [verb, words] of out) if (verb !== ANY_VERB) out.set(verb, [...words, ...any])
  return out
}
const noLetters = /^[^\p{L}\p{N}]+$/u

/** Tables of words that the fields of a statement are read by. */
export const fieldTables: readonly string[] = ['hedges', 'conditions', 'topics', 'fieldwords']

/** Everything the reader asks of a lexicon, indexed once. Look-ups are pure: a memo only saves time. */
export class Vocabulary implements WordSource {
  readonly version: string
  readonly language: string
  readonly frames: ReadonlyMap<string, readonly Frame[]>
  readonly nouns: ReadonlyMap<string, NounCue>
  readonly actors: ReadonlyMap<string, string>
  readonly nameHeads: ReadonlyMap<string, string>
  readonly names: Names
  readonly values: ReadonlySet<string>
  /** Bodies so wide that a mention does not make them a party of the text. */
  readonly global: ReadonlySet<string>
  readonly courtesy: ReadonlySet<string>
  /** Base forms of the verbs whose object courtesy is. */
  readonly courtesyVerbs: ReadonlySet<string>
  /** Function words of several tokens, by their first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** Base form of a verb to the words with which it names another act. */
  readonly phrasals: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Base form of a verb to the aspect that it gives its act. */
  readonly aspects = new Map<string, Aspect>()
  /** Noun of an act to its verb: "implementation" to "implement". */
  readonly nominals = new Map<string, string>()
  /** Ordinal words to their number. */
  readonly ordinals = new Map<string, number>()
  /** Words that decide who is meant in a noun phrase to their classes, as bits of `Is`. */
  readonly relations: ReadonlyMap<string, number>
  readonly tables: Readonly<Record<string, readonly Row[]>>
  private readonly abbreviations: ReadonlySet<string>
  private readonly clitics: ReadonlySet<string>
  private readonly parts = new Map<string, number>()
  private readonly verbs: Verbs
  private readonly intransitives: ReadonlyMap<string, readonly string[]>
  private readonly closed: Closed
  private fields: ReadonlySet<string> | undefined
  private timeWords: TimeWords | undefined
  private takesSum: string | undefined
  private readonly indexes = new Map<string, FrameIndex>()
  private readonly forms = new Forms((form) => this.make(form))

  constructor(lexicon: Lexicon) {
    this.version = lexicon.version
    this.language = lexicon.language
    this.tables = lexicon.tables
    this.abbreviations = this.formsOf('abbreviations')
    this.verbs = new Verbs(this.rows('verbs'), this.rows('inflection'))
    this.clitics = cliticsOf(this.rows('words'))
    this.closed = new Closed(this.rows('words'), this.rows('codes'))
    this.frames = framesByVerb(this.rows('frames'))
    this.phrasals = phrasalsByVerb(this.rows('phrasals'))
    this.nouns = nounCues(this.rows('nouns'))
    this.intransitives = followers(this.rows('intransitives'))
    this.actors = this.classesOf('actors')
    this.nameHeads = this.classesOf('nameheads')
    for (const row of this.rows('nameparts'))
      for (const form of cells(row['forms'])) this.parts.set(form, (this.parts.get(form) ?? 0) | (partBits[row['class'] ?? ''] ?? 0))
    this.values = this.formsOf('values')
    this.courtesy = this.formsOf('courtesy')
    this.courtesyVerbs = new Set(this.rows('courtesy').flatMap((row) => cells(row['verbs'])))
    this.relations = relationsOf(this.rows('relations'))
    this.phrases = phrasesByWord(this.rows('phrases'), this.relations, (form) => this.closed.codeOf(form), this.courtesy)
    for (const row of this.rows('aspects')) for (const form of cells(row['forms'])) this.aspects.set(form, row['id'] as Aspect)
    for (const row of this.rows('words'))
      if (row['class'] === 'nominal')
        for (const form of cells(row['forms'])) this.nominals.set(form, (row['id'] as string).slice('act-'.length))
    for (const row of this.rows('ordinals')) for (const form of cells(row['forms'])) this.ordinals.set(form, Number(row['id']))
    this.names = new Names(this, lexicon.names ?? indexNames((name) => this.rows(name)))
    this.global = this.names.global
  }

  rows(table: string): readonly Row[] {
    return this.tables[table] ?? []
  }

  isAbbreviation(form: string): boolean {
    return this.abbreviations.has(form)
  }

  /** The word of a form. */
  lookup(form: string): Word {
    return this.forms.of(form)
  }

  /** The word of `text[from, to)`; `hash` as the tokenizer counts it. */
  find(text: string, from: number, to: number, hash: number): Word {
    return this.forms.find(text, from, to, hash)
  }

  /** The first verb of the lexicon whose frame takes a sum: "invest"; empty where it has none. */
  get sumVerb(): string {
    this.takesSum ??= [...this.frames].find(([, frames]) => frames.some(({ form }) => form === 'sum'))?.[0] ?? ''
    return this.takesSum
  }

  /** The frames of a verb by what each asks for next, by its base form; undefined where the lexicon has none. */
  framesBy(lemma: string): FrameIndex | undefined {
    const known = this.indexes.get(lemma)
    if (known) return known
    const frames = this.frames.get(lemma)
    if (!frames) return undefined
    const made = new FrameIndex(frames)
    this.indexes.set(lemma, made)
    return made
  }

  /** True when `text[from, to)` is written onto the word before it. */
  isClitic(text: string, from: number, to: number): boolean {
    return this.clitics.has(text.slice(from, to).replace('\u2019', "'").toLowerCase())
  }

  /** First words of the forms by which the fields of a statement are read. */
  private fieldStarts(): Set<string> {
    const out = new Set<string>()
    for (const table of fieldTables) {
      for (const row of this.rows(table))
        for (const form of cells(row['forms'])) {
          const first = form.includes(' ') ? form.slice(0, form.indexOf(' ')) : form
          out.add((first.startsWith('(') ? first.slice(1, -1) : first).toLowerCase())
        }
    }
    return out
  }

  private formsOf(table: string): Set<string> {
    const out = new Set<string>()
    for (const row of this.rows(table)) for (const form of cells(row['forms'])) out.add(form)
    return out
  }

  private classesOf(table: string): Map<string, string> {
    const out = new Map<string, string>()
    for (const row of this.rows(table)) for (const form of cells(row['forms'])) out.set(form, row['class'] ?? '')
    return out
  }

  private make(form: string): Word {
    const lower = form.toLowerCase()
    const capital = lower !== form && (form[0] as string) !== (lower[0] as string)
    const base = lower === form ? this.makeLower(form) : this.forms.of(lower)
    const caps = form.length > 1 && form !== lower && form === form.toUpperCase()
    const title = caps ? (form[0] as string) + lower.slice(1) : form
    const own =
      (headBits[this.nameHeads.get(form) ?? this.nameHeads.get(title) ?? ''] ?? 0) | (this.parts.get(form) ?? this.parts.get(title) ?? 0)
    const more =
      (base.more & ~More.ABBREVIATION) |
      own |
      (caps ? More.CAPS : 0) |
      (this.abbreviations.has(`${form}.`) || this.abbreviations.has(`${title}.`) ? More.ABBREVIATION : 0)
    return respelled(base, form, base.flags | (capital ? Flag.CAPITAL : 0), more)
  }

  private makeLower(form: string): Word {
    const noun = this.nouns.get(form)
    const verbal = this.verbs.shares(form)
    const closed = this.closed.shares(form)
    const known = verbal.length + closed.length > 0 ? joinShares(form, [...verbal, ...closed]) : undefined
    const first = form.charCodeAt(0)
    let flags = known?.flags ?? 0
    if (noun) flags |= Flag.NOUN_CUE
    if (!known && !noun) {
      if (first >= 48 && first <= 57) flags = Flag.NUMBER
      else flags = noLetters.test(form) ? Flag.PUNCTUATION : this.verbs.guess(form)
    }
    const code = this.closed.codeOf(form)
    const lemma = known?.lemma ?? form
    let more = (known || noun ? More.KNOWN : 0) | (headBits[this.nameHeads.get(form) ?? ''] ?? 0) | (this.parts.get(form) ?? 0)
    if (this.abbreviations.has(`${form}.`)) more |= More.ABBREVIATION
    if (this.verbs.isSingular(form)) more |= More.SINGULAR
    if (this.verbs.isAbstract(form)) more |= More.ABSTRACT
    if (!known && !noun && this.verbs.isAdjectival(form)) more |= More.ADJECTIVAL
    if (!known && !noun && this.verbs.isAdjective(form)) more |= More.ADJECTIVE
    if (this.values.has(form)) more |= More.VALUE
    if (this.courtesy.has(form)) more |= More.COURTESY
    const frames = this.frames.get(lemma) ?? noFrames
    for (const frame of frames) if (frame.form === 'that') more |= More.TAKES_CLAUSE
    this.fields ??= this.fieldStarts()
    if (this.fields.has(form) || this.fields.has(lemma)) more |= More.FIELD
    if (code >= Code.OPEN_QUOTE && code <= Code.QUOTE) more |= More.QUOTE
    this.timeWords ??= new TimeWords(timeTables.flatMap((table) => this.rows(table)))
    more |= this.timeWords.of(form)
    const start = this.names.startOf(form)
    return shaped({
      text: form,
      flags,
      lemma,
      kind: known?.kind ?? '',
      more,
      code,
      form,
      frames,
      framesBy: this.framesBy(lemma),
      takes: this.intransitives.get(lemma) ?? this.intransitives.get(ANY_VERB) ?? nothing,
      noun,
      actor: this.actors.get(form) ?? '',
      start,
      opens: opensIn(start, form, more),
      relation: this.relations.get(form) ?? 0,
      phrases: this.phrases.get(form),
    })
  }
}
