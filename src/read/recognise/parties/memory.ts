import type { NameEntry } from '../../../lexicon/vocabulary.ts'

/** Who acts in a clause, and how that is known. */
export interface Subject {
  readonly parties: readonly string[]
  readonly kind: 'joint' | 'party' | 'official' | 'body' | 'instrument' | 'people' | 'abstract' | 'none'
  readonly name: string
  readonly rule: string
}

/** Officials and bodies met so far. Keys are lower case. */
export interface Register {
  /** Surname (and first word) of an official. */
  readonly people: Map<string, Subject>
  /** Office as worded ("deputy secretary", "secretary") to who last held it; without parties when two sides have one. */
  readonly offices: Map<string, Subject>
  /** Last word of a body's name to its full name, or to the parties it acts for. */
  readonly bodies: Map<string, Subject>
  /** The text is a transcript in turns. */
  readonly turns?: boolean
  /** Whose transcript it is: the party of its publisher, or of who speaks all of it. */
  readonly home?: string | undefined
  /** Who is asked, where a title says so. */
  readonly orator?: Subject | undefined
  /** The party for which those speak of whom the text does not say for whom. */
  readonly unseen?: string | undefined
}

/**
 * What changes from sentence to sentence: who "he", "it", "she" last was, and who speaks. A class, so that all have one shape, whatever
 * a text gives to remember first.
 */
export class Memory {
  person: Subject | undefined = undefined
  single: Subject | undefined = undefined
  /** The person named last, whatever he did. */
  named: Subject | undefined = undefined
  speaker: Subject | undefined = undefined
  /** Surname (and first word) of every official met so far, in lower case. */
  readonly people = new Map<string, Subject>()
  readonly offices = new Map<string, Subject>()
  readonly bodies = new Map<string, Subject>()
  /** What the whole text knows; filled before reading. */
  register: Register | undefined = undefined
  /** Officials met without their state: office and name. */
  readonly unplaced: { readonly office: string; readonly named: readonly string[] }[] = []
  /** Who recalls and decides in the lines of a resolution. */
  organ: Subject | undefined = undefined
  /** States named in this sentence, else in the one before. */
  recent: readonly string[] | undefined = undefined
  /** Those named last that are not the speaker's own. */
  others: readonly string[] | undefined = undefined
  /** The speaker goes through the points of a speech: what "both sides" did is said by him too. */
  floor = false
  /** Who undertook what the last statement says; nobody where it is no commitment. */
  undertaken: Subject | undefined = undefined
  /** The last sentence was a clause that undertakes nothing: a line without a subject after it only goes on telling. */
  tells = false
  /** Persons of the lexicon whose first and last names are noted. */
  readonly parted = new Set<NameEntry>()
  /** Some clause of the text stated something: its preamble is over. */
  begun = false
  /** In news of several meetings: the two sides of the one told of last, where they are not the parties of the text. */
  meeting: readonly string[] | undefined = undefined
  /** Whose turn it is in a transcript. */
  turn: Subject | undefined = undefined
  /** A question was asked: "you" may be the one who asked. */
  asked = false
}

/** The subject with some fields changed. Made here and not by spread, so that all subjects have one shape. */
export const as = (subject: Subject, change: Partial<Subject>): Subject => ({
  parties: change.parties ?? subject.parties,
  kind: change.kind ?? subject.kind,
  name: change.name ?? subject.name,
  rule: change.rule ?? subject.rule,
})

export const nobody: Subject = { parties: [], kind: 'none', name: '', rule: 'party/none' }

/** The members of a list, each once, in order. */
export const unique = (list: readonly string[]): readonly string[] => (list.length < 2 ? list : [...new Set(list)])
