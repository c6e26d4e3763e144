/** Form classes of a word: a bit set, so that a look-up is one number. Which forms belong to a class is lexicon data. */
export const Flag = {
  BASE: 1,
  PRESENT: 2,
  PAST: 4,
  PARTICIPLE: 8,
  ING: 16,
  ALSO_NOUN: 32,
  DETERMINER: 64,
  POSSESSIVE: 128,
  PREPOSITION: 256,
  COORDINATOR: 512,
  SUBORDINATOR: 1024,
  RELATIVE: 2048,
  PRONOUN: 4096,
  ADVERB: 8192,
  TO: 16384,
  MODAL: 32768,
  BE: 65536,
  HAVE: 131072,
  DO: 262144,
  NOT: 524288,
  THAT: 1048576,
  GENITIVE: 2097152,
  PUNCTUATION: 4194304,
  NUMBER: 8388608,
  CAPITAL: 16777216,
  NAME: 33554432,
  NOUN_CUE: 67108864,
  TERMINAL: 134217728,
  OPENER: 268435456,
  TIME: 536870912,
} as const

/** Any form of a verb. */
export const VERB = Flag.BASE | Flag.PRESENT | Flag.PAST | Flag.PARTICIPLE | Flag.ING
/** Opens a finite verb group whatever stands before it. */
export const AUXILIARY = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO

/** One word form as the lexicon knows it. Shared by all its occurrences. */
export interface Word {
  readonly text: string
  readonly flags: number
  /** Base form of the verb, else the form itself. */
  readonly lemma: string
  /** Sub-class: modal force, pronoun kind, tense of an auxiliary. */
  readonly kind: string
}
