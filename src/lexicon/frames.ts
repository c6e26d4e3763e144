import { internCell } from './intern.ts'
import type { Row } from './lexicon.ts'

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
  /** The act that the noun names where a verb only expresses it, '' where the verb is the act. */
  readonly verb: string
  readonly alone: string
}

const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])
const rank = ['to', 'ing', 'base', 'object-to', 'that', 'for', 'noun-cue', 'sum', 'object', 'none', 'any']
const governing = new Set(['to', 'ing', 'base', 'that', 'object-to', 'sum'])
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
