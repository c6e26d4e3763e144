import type { Register, Subject } from '../recognise/parties/memory.ts'
import type { Unit } from '../recognise/units.ts'

/** What the whole text decides once: its parties, its voice, who is who. */
export interface Context {
  readonly parties: readonly string[]
  readonly voice: 'joint' | 'treaty' | 'report'
  /** A treaty, or a memorandum that names its parties once for all as a treaty does: what it says will be done binds them. */
  readonly instrument?: boolean
  /** How often each party is named, an adjective for half; what is named once is easily a splice. */
  readonly counts: ReadonlyMap<string, number>
  /** True for a transcript in turns ("MINISTER A: …"). */
  readonly turns?: boolean
  /** Officials, offices and bodies of the whole text, so that a short form is known before its full form is met. */
  readonly register?: Register
  /** In a text of two parties: the one none of whose officials is named with it. An official of no known state is its. */
  readonly unseen?: string | undefined
  /** Parties whose officials take turns. */
  readonly spoken?: ReadonlySet<string>
  /** Who says all of a text in the first person ("Remarks by Minister A"). */
  readonly orator?: Subject | undefined
  /** Nobody says whose text it is, and "we" act towards one of its parties: they are not "we". */
  readonly towards?: boolean
  /** One person speaks, and the title, if there is one, names the other of two parties: it may be "you". */
  readonly addressed?: boolean
  /** All who take turns are of one side, and say it to nobody of another. */
  readonly apart?: boolean
  /** Party of the official who is named first: whose meetings the text tells of. */
  readonly host?: string | undefined
  /** Whose text it is, where one side speaks to all and meets nobody: its "we". */
  readonly author?: readonly string[] | undefined
  /** "I" is of whose text it is: nobody is quoted. */
  readonly own?: boolean
  /** The state that publishes it, where nobody takes turns: "the Minister" of whom it says nothing else is its own. */
  readonly publisher?: string | undefined
}

/** What is known of a source besides its text. */
export interface About {
  readonly title?: readonly Unit[]
  /** A line of the text opens with the label of a speaker, beyond doubt: one is enough for a transcript. */
  readonly labelled?: boolean
  /** Sentences that open with the label of one who speaks. */
  readonly turns?: ReadonlySet<readonly Unit[]>
  /** It is written in articles. */
  readonly articles?: boolean
  /** Who published it. */
  readonly publisher?: readonly Unit[]
}
