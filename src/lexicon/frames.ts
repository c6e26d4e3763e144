import { cells } from './cells.ts'
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
export const isSaying = ({ framesBy }: { readonly framesBy: FrameIndex | undefined }): boolean =>
  framesBy?.bare.some(({ outcome }) => outcome === 'speech') === true

const none: readonly Frame[] = []
/** Allows modifiers before the next word of a row. */
const ANY = '~'
/** How far `~` in the words of a row may reach. */
const REACH = 6

/** The rows that ask for one word first, and those that ask for none. */
interface Asking {
  readonly rows: readonly Frame[]
  /** Some row asks for the word past modifiers. */
  readonly ahead: boolean
}

/**
 * The rows of one verb by the first word that each asks for, so that a verb with many rows ("be" has more than a hundred) need not try all of them at each place.
 * Leaves out only rows whose words cannot stand there; order is kept.
 */
export class FrameIndex {
  /** Those without a word beside the verb: a few of the hundreds that "be" has. */
  readonly bare: readonly Frame[]
  /** Some row asks others for what a clause says. */
  readonly asks: boolean
  private readonly all: readonly Frame[]
  /** Rows whatever follows. */
  private readonly free: readonly Frame[]
  /** By the first word that a row asks for. */
  private readonly asking = new Map<string, Asking>()
  /** Some row allows modifiers before its first word. */
  private readonly reaches: boolean
  /** First words of all rows, modifiers left out. */
  private readonly opens = new Set<string>()

  constructor(frames: readonly Frame[]) {
    this.all = frames
    this.bare = frames.filter(({ words }) => words.length === 0)
    this.asks = frames.some(({ form, outcome }) => form === 'that' && outcome === 'request')
    for (const { words } of frames) for (const word of words.slice(0, 2)) this.opens.add(word)
    const asked = (frame: Frame): string | undefined => {
      const word = frame.words[frame.words[0] === ANY ? 1 : 0]
      return word === 'NP' ? undefined : word
    }
    this.free = frames.filter((frame) => asked(frame) === undefined)
    for (const frame of frames) {
      const word = asked(frame)
      if (word === undefined || this.asking.has(word)) continue
      const rows = frames.filter((one) => asked(one) === undefined || asked(one) === word)
      this.asking.set(word, { rows, ahead: rows.some(({ words }) => words[0] === ANY && words[1] === word) })
    }
    this.reaches = [...this.asking.values()].some(({ ahead }) => ahead)
  }

  /** The rows that may fit where unit `at` is the first after the verb: those of the one word that is asked for and stands there, all where several do. */
  at(units: readonly Followed[], at: number): readonly Frame[] {
    // "agreed, after long talks, on a loan": a word may be asked for past what stands between commas
    if (units[at]?.word.text === ',') return this.all
    let found: Asking | undefined
    let near = true
    for (let k = at; k <= at + REACH || ((units[k - 1] as Followed).flags & Flag.ADVERB) !== 0; k++) {
      const unit = units[k]
      if (!unit) break
      const { text, lemma, kind } = unit.word
      for (let form = 0; form < 3; form++) {
        if ((form === 1 && lemma === text) || (form === 2 && kind !== 'reflexive')) continue
        const one = this.asking.get(form === 0 ? text : form === 1 ? lemma : 'self')
        if (!one || one === found || (!near && !one.ahead)) continue
        if (found) return this.all
        found = one
      }
      // adverbs may stand before any word
      if ((unit.flags & Flag.ADVERB) !== 0) continue
      near = false
      if (!this.reaches || (unit.flags & STOPS) !== 0) break
    }
    return found ? found.rows : this.free
  }

  /** The rows that may fit where unit `at` is the first of them, the verb being left out: those with words. */
  opening(units: readonly Followed[], at: number): readonly Frame[] {
    const first = units[at]
    if (!first) return none
    if (this.free.length > 0 || (first.flags & Flag.ADVERB) !== 0 || first.word.kind === 'reflexive') return this.all
    const { text, lemma } = first.word
    return this.opens.has(text) || this.opens.has(lemma) ? this.all : none
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
