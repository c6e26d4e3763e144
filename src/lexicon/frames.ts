import { internCell } from './intern.ts'
import type { Row } from './lexicon.ts'
import { Flag } from './word.ts'

/** A rule row about what a verb does with what follows it. */
export interface Frame {
  readonly id: string
  readonly words: readonly string[]
  readonly form: string
  readonly outcome: string
  readonly force: string
  readonly act: string
}

/** True for a verb that tells of speech by itself, without a word beside it: "say". */
export const isSaying = ({ frames }: { readonly frames: readonly Frame[] }): boolean =>
  frames.some(({ outcome, words }) => outcome === 'speech' && words.length === 0)

const none: readonly Frame[] = []
/** How far `~` in the words of a row may reach. */
const REACH = 6

/**
 * The rows of one verb by the first word that each asks for, so that a verb with many rows ("be") need not try all of them at each place.
 * Leaves out only rows whose words cannot stand there; order is kept.
 */
export class FrameIndex {
  private readonly all: readonly Frame[]
  /** Rows whatever follows. */
  private readonly free: Frame[] = []
  /** By a word right after the verb: its rows, and those of `free`. */
  private readonly after = new Map<string, readonly Frame[]>()
  /** First words of the rows that allow modifiers before them. */
  private readonly ahead = new Set<string>()
  /** First words of all rows, modifiers left out. */
  private readonly opens = new Set<string>()

  constructor(frames: readonly Frame[]) {
    this.all = frames
    const firsts = new Set<string>()
    for (const { words } of frames) for (const word of words.slice(0, 2)) this.opens.add(word)
    for (const { words } of frames) {
      const [first, second] = words
      if (first === '~' && second !== undefined && second !== 'NP') this.ahead.add(second)
      else if (first !== undefined && first !== 'NP' && first !== '~') firsts.add(first)
    }
    const isFree = ({ words: [first, second] }: Frame): boolean =>
      first === undefined || first === 'NP' || (first === '~' && (second === undefined || second === 'NP'))
    this.free.push(...frames.filter(isFree))
    for (const word of firsts)
      this.after.set(
        word,
        frames.filter((frame) => isFree(frame) || frame.words[0] === word),
      )
  }

  /** The rows that may fit where unit `at` is the first after the verb. */
  at(units: readonly Followed[], at: number): readonly Frame[] {
    const first = units[at]
    if (!first) return this.free
    // adverbs may stand before any word
    if ((first.flags & Flag.ADVERB) !== 0 || (this.ahead.size > 0 && this.looksAhead(units, at))) return this.all
    const { text, lemma, kind } = first.word
    const own = this.after.get(text)
    const base = lemma === text ? undefined : this.after.get(lemma)
    const self = kind === 'reflexive' ? this.after.get('self') : undefined
    return (base && own) || (self && (own || base)) ? this.all : (own ?? base ?? self ?? this.free)
  }

  /** The rows that may fit where unit `at` is the first of them, the verb being left out: those with words. */
  opening(units: readonly Followed[], at: number): readonly Frame[] {
    const first = units[at]
    if (!first) return none
    if (this.free.length > 0 || (first.flags & Flag.ADVERB) !== 0 || first.word.kind === 'reflexive') return this.all
    const { text, lemma } = first.word
    return this.opens.has(text) || this.opens.has(lemma) ? this.all : none
  }

  private looksAhead(units: readonly Followed[], at: number): boolean {
    for (let k = at; k <= at + REACH || ((units[k - 1] as Followed).flags & Flag.ADVERB) !== 0; k++) {
      const unit = units[k]
      if (!unit) return false
      const { text, lemma, kind } = unit.word
      if (this.ahead.has(text) || this.ahead.has(lemma) || (kind === 'reflexive' && this.ahead.has('self'))) return true
      if ((unit.flags & STOPS) !== 0 && (unit.flags & Flag.ADVERB) === 0) return false
    }
    return false
  }
}

/** What an index asks of the units after a verb. */
interface Followed {
  readonly word: { readonly text: string; readonly lemma: string; readonly kind: string }
  readonly flags: number
}

/** No modifiers go on past these. */
const STOPS = Flag.PUNCTUATION | Flag.THAT | Flag.BE | Flag.HAVE | Flag.MODAL | Flag.PREPOSITION | Flag.TO

/** A noun that performs: "its commitment to …". */
export interface NounCue {
  readonly id: string
  readonly links: readonly string[]
  readonly act: string
  readonly force: string
  readonly object: string
  /** The act that the noun names where a verb only expresses it, '' where the verb is the act. */
  readonly verb: string
  readonly alone: string
}

const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])
const rank = ['to', 'ing', 'base', 'object-to', 'that', 'for', 'noun-cue', 'sum', 'money', 'object', 'none', 'any']
const governing = new Set(['to', 'ing', 'base', 'that', 'object-to', 'sum', 'money'])
const weight = (frame: Frame): number => frame.words.filter((word) => word !== '~').length + (governing.has(frame.form) ? 3 : 0)

/** Frames by the lemma of their verb, the most specific first. */
export function framesByVerb(rows: readonly Row[]): Map<string, Frame[]> {
  const frames = new Map<string, Frame[]>()
  for (const row of rows) {
    for (const form of cells(row['words'])) {
      const words = form.split(' ')
      const head = words[0] as string
      const frame: Frame = {
        id: row['id'] as string,
        words: words.slice(1).map(internCell),
        form: internCell(row['form'] ?? 'any'),
        outcome: internCell(row['outcome'] ?? ''),
        force: internCell(row['force'] ?? ''),
        act: row['act'] ?? '',
      }
      const list = frames.get(head)
      if (list) list.push(frame)
      else frames.set(head, [frame])
    }
  }
  for (const list of frames.values()) {
    if (list.length > 1) list.sort((a, b) => weight(b) - weight(a) || rank.indexOf(a.form) - rank.indexOf(b.form))
  }
  return frames
}

/** Nouns that perform, by form; forms of several words are left to the rules that know their links. */
export function nounCues(rows: readonly Row[]): Map<string, NounCue> {
  const nouns = new Map<string, NounCue>()
  for (const row of rows) {
    const cue: NounCue = {
      id: row['id'] as string,
      links: cells(row['link']).map(internCell),
      act: internCell(row['act'] ?? ''),
      force: internCell(row['force'] ?? ''),
      object: row['object'] ?? '',
      verb: row['verb'] ?? '',
      alone: row['alone'] ?? '',
    }
    for (const form of cells(row['forms'])) if (!form.includes(' ')) nouns.set(form, cue)
  }
  return nouns
}

/** By base form of a verb: the words that must follow for it to name another act ("set" + "up"). */
export function phrasalsByVerb(rows: readonly Row[]): Map<string, string[][]> {
  const verbs = new Map<string, string[][]>()
  for (const row of rows) {
    for (const form of cells(row['words'])) {
      const [verb = '', ...words] = form.split(' ')
      const list = verbs.get(verb)
      if (list) list.push(words)
      else verbs.set(verb, [words])
    }
  }
  return verbs
}
