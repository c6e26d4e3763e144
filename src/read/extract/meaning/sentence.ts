// What is known of one sentence while its predicates are read, and what they came to; every other file here works on it.
import type { Frame, Vocabulary } from '../../../lexicon/vocabulary.ts'
import { Code } from '../../../lexicon/word.ts'
import type { Aspect } from '../../../model.ts'
import type { Context } from '../../context.ts'
import type { Unit } from '../../recognise/units.ts'
import type { Draft, Lead, Model, Refusal } from '../draft.ts'
import { type Memory, resolveSubject, type Subject } from '../subject.ts'
import type { FrameMatch, Node, Tree } from '../tree.ts'

/** What a node of the tree came to. */
export interface Result {
  readonly subject: Subject
  readonly speaker: Subject | undefined
  model: Model | undefined
  draft: number | undefined
  /** Unit of the verb that a noun under this one asks for, when this one took its act for its own. */
  taken: number | undefined
  /** A verb that reports a clause, until its clause is read. */
  pending: Pending | undefined
  /** The clauses under it state nothing: a belief, a forecast, what is welcomed. */
  silent: boolean
}

/** A verb that waits for the clause it reports. */
export interface Pending {
  readonly outcome: string
  readonly frame: Frame
  readonly at: number
  /** Unit of the verb that reports: "stress" in "I want to stress that …". */
  readonly cue: number
  first: boolean
}

/** The result of a node of which nothing is stated yet. */
export const toResult = (subject: Subject, speaker: Subject | undefined): Result => ({
  subject,
  speaker,
  model: undefined,
  draft: undefined,
  taken: undefined,
  pending: undefined,
  silent: false,
})

/** The result under another doer and speaker. */
export function inherit(from: Result, subject: Subject, speaker: Subject | undefined): Result {
  const { model, draft, taken, pending, silent } = from
  return { subject, speaker, model, draft, taken, pending, silent }
}

/** One sentence: its units, its tree, and what its nodes came to so far. */
export class Sentence {
  readonly drafts: Draft[] = []
  readonly refusals: Refusal[] = []
  /** What the sentence hands on to the items that follow it. */
  lead: Lead | undefined
  /** What the items stand under that a lead-in announces as parts of what was undertaken or planned ("Services will include:"). */
  parts: Lead | undefined
  /** What lines without a verb that follow go on with. */
  listing: Lead | undefined
  /** The draft of a lead that says nothing beside its items: no statement, but its limits hold for them. */
  led: Draft | undefined
  /** The sentence was an item with a subject of its own. */
  inherits = false
  /** By index of the node. */
  readonly results: (Result | undefined)[] = []
  /** The node of each draft; a line without a verb has none. */
  readonly owners: (Node | undefined)[] = []
  readonly units: readonly Unit[]
  readonly text: string
  readonly context: Context
  readonly memory: Memory
  readonly vocabulary: Vocabulary
  readonly alone: boolean
  /** The sentence is a marked item of a list. */
  item = false
  /** Built before any node is read. */
  tree!: Tree
  /** Unit after the last one that is read: marks at the end and ", X said" are left out. */
  end = 0
  /** Who is said to say it, at its end or within it: "he" in the next sentence. */
  told: Subject | undefined
  /** The lead under which the sentence is read. */
  opened: Lead | undefined

  /** `alone`: the sentence is a line of its own. */
  constructor(units: readonly Unit[], text: string, context: Context, memory: Memory, vocabulary: Vocabulary, alone = false) {
    this.units = units
    this.text = text
    this.context = context
    this.memory = memory
    this.vocabulary = vocabulary
    this.alone = alone
  }

  /** A full stop or semicolon ends the sentence: a line without is as often a heading. */
  get closes(): boolean {
    return this.end < this.units.length && this.units[this.end]?.word.code !== Code.COLON
  }

  /** All parties of the text. */
  get joint(): Subject {
    return { parties: this.context.parties, kind: 'joint', name: '', rule: 'party/joint-text' }
  }

  /** What a node came to, once it is read. */
  resultOf(node: Node): Result | undefined {
    return this.results[node.index]
  }

  /** Whom units `from` to `to` name. */
  resolve(from: number, to: number): Subject {
    return resolveSubject(this.units, from, to, this.context, this.memory, this.vocabulary, this.text)
  }

  /** The base form of the word at unit `k`. */
  lemma(k: number): string {
    return (this.units[k] as Unit).word.lemma
  }

  /** The frame of the verb at unit `k`. */
  frameAt(k: number): FrameMatch | undefined {
    return k < this.end ? this.tree.frames.at(k) : undefined
  }

  /** What a verb says of the act's place in time: new, continuing, reaffirmed, … */
  aspectOf(lemma: string): Aspect {
    return this.vocabulary.aspects.get(lemma) ?? 'new'
  }
}
