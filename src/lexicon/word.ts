import type { Frame, FrameIndex, NounCue } from './frames.ts'
import type { NameStart } from './names.ts'
import type { Phrase } from './phrases.ts'

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

/** More facts about a form, in `Word.more`: what later passes would else ask of a map or of characters. */
export const More = {
  /** Two letters or more, all of them capitals: "UN", "CHINA". */
  CAPS: 1,
  /** With a full stop it is an abbreviation that keeps it: "Mr". */
  ABBREVIATION: 2,
  /** Listed as a value or principle (values table). */
  VALUE: 4,
  /** Listed as courtesy (courtesy table). */
  COURTESY: 8,
  /** Heads of names (nameheads table). */
  HEAD_BODY: 16,
  HEAD_MECHANISM: 32,
  HEAD_ROLE: 64,
  /** The lexicon knows the form: as a verb, a closed-class word, a noun that performs. */
  KNOWN: 128,
  /** A mark that opens or closes a quotation. */
  QUOTE: 256,
  /** Joins the parts of a person's name without a capital (nameparts table): "bin", "van". */
  PARTICLE: 512,
  /** Part of the title of an office, and none alone: "Deputy", "Foreign". */
  MODIFIER: 1024,
  /** What an office is for: "Affairs", "Commerce". */
  PORTFOLIO: 2048,
  /** The name of a month: no part of any other name. */
  MONTH: 4096,
  /** Follows the name of a person: "Jr.". */
  SUFFIX: 8192,
  /** Some frame of its verb takes a clause. */
  TAKES_CLAUSE: 16384,
  /** It or its base form opens a form of the tables that the fields of a statement are read by. */
  FIELD: 32768,
  /** Several words that are one function word: "in order to". */
  JOINED: 65536,
  /** Ends like a plural and is none: "ambitious", "process". */
  SINGULAR: 131072,
  /** An office with ranks, which a word that is a preposition too may name: "Under Secretary" (nameparts table). */
  RANKED: 262144,
  /** Ends the name of a firm, an airline, a university: a body of its own, whatever state or place its name opens with (nameparts table). */
  HEAD_FIRM: 524288,
  /** Letters and figures of ASCII alone, a letter first: it is one word however a text is cut. */
  SIMPLE: 1048576,
  /** A word of some form of the tables of times and quantities. */
  TIMED: 2097152,
  /** Without such a word, or a figure, a stretch has no time and no quantity. */
  TRIGGER: 4194304,
  /** Ends like an adjective, and no table knows it as another word: "disruptive". */
  ADJECTIVAL: 8388608,
  /** Ends like a noun for what is done or is so: "discussions". */
  ABSTRACT: 16777216,
  /** An adjective of no such ending, which no table knows as another word: "new". */
  ADJECTIVE: 33554432,
} as const

/**
 * Codes of closed-class words that a pass asks for one by one, and of marks, in `Word.code`; 0 for all others.
 * The codes table says which form plays the part, so that the engine compares numbers and no words.
 */
export const Code = {
  NONE: 0,
  OF: 1,
  BY: 2,
  WITH: 3,
  AS: 4,
  FOR: 5,
  IN: 6,
  ON: 7,
  AT: 8,
  FROM: 9,
  BETWEEN: 10,
  TO: 11,
  INTO: 12,
  THROUGH: 13,
  UNDER: 14,
  WITHIN: 15,
  UNTIL: 16,
  BEFORE: 17,
  AFTER: 18,
  AGAINST: 19,
  INCLUDING: 20,
  THAN: 21,
  ABOUT: 22,
  DURING: 23,
  SINCE: 24,
  LIKE: 25,
  AND: 30,
  OR: 31,
  BUT: 32,
  NOR: 33,
  WELL: 34,
  WHILE: 35,
  IF: 36,
  THAT: 37,
  WHICH: 38,
  WHO: 39,
  WHOSE: 40,
  WHETHER: 41,
  WHEN: 42,
  IT: 50,
  ITS: 51,
  THEY: 52,
  THEIR: 53,
  THEM: 54,
  WE: 55,
  OUR: 56,
  US: 57,
  HE: 58,
  HIS: 59,
  SHE: 60,
  HER: 61,
  I: 62,
  YOU: 63,
  HIM: 64,
  THE: 70,
  A: 71,
  THIS: 72,
  THESE: 73,
  THOSE: 74,
  BOTH: 75,
  ALL: 76,
  ANY: 77,
  NO: 78,
  EACH: 79,
  OTHER: 80,
  SUCH: 81,
  SOME: 82,
  TWO: 83,
  THREE: 84,
  FOUR: 85,
  ALSO: 86,
  THERE: 87,
  NOT: 88,
  SO: 89,
  ONE: 90,
  FOLLOWING: 91,
  WHAT: 92,
  AGO: 93,
  YET: 94,
  SHALL: 100,
  WILL: 101,
  SHOULD: 102,
  WOULD: 103,
  MUST: 104,
  MAY: 105,
  CAN: 106,
  COMMA: 120,
  SEMICOLON: 121,
  COLON: 122,
  STOP: 123,
  QUESTION: 124,
  EXCLAMATION: 125,
  HYPHEN: 126,
  DASH: 127,
  OPEN: 128,
  CLOSE: 129,
  OPEN_QUOTE: 130,
  CLOSE_QUOTE: 131,
  QUOTE: 132,
  APOSTROPHE: 133,
  SLASH: 134,
  AMPERSAND: 135,
  ELLIPSIS: 136,
} as const

/** Any form of a verb. */
export const VERB = Flag.BASE | Flag.PRESENT | Flag.PAST | Flag.PARTICIPLE | Flag.ING

/** What only a verb that tells something is: where one stands, a subject has ended. */
export const TELLING = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.PAST

/** Words and marks of the closed classes: no part of the name of a thing. */
export const CLOSED_CLASS =
  Flag.DETERMINER |
  Flag.POSSESSIVE |
  Flag.PREPOSITION |
  Flag.COORDINATOR |
  Flag.SUBORDINATOR |
  Flag.RELATIVE |
  Flag.PRONOUN |
  Flag.MODAL |
  Flag.BE |
  Flag.HAVE |
  Flag.DO |
  Flag.TO |
  Flag.THAT |
  Flag.NOT |
  Flag.PUNCTUATION |
  Flag.GENITIVE |
  Flag.TIME

/** True for a word that the lexicon knows as more than a name. */
export const isKnown = (word: Word): boolean => (word.flags & ~Flag.CAPITAL) !== 0 || (word.more & More.KNOWN) !== 0

/** One word form as the lexicon knows it. Shared by all its occurrences, never changed; compare its facts, not its identity. */
export interface Word {
  /** The form in lower case, apostrophes straight. */
  readonly text: string
  readonly flags: number
  /** Base form of the verb, else the form itself. */
  readonly lemma: string
  /** Sub-class: modal force, pronoun kind, tense of an auxiliary. */
  readonly kind: string
  /** Bits of `More`. */
  readonly more: number
  /** One of `Code`. */
  readonly code: number
  /** The form as written, apostrophes and hyphens straight. */
  readonly form: string
  /** What the lexicon says of verbs with this lemma; shared, empty where it says nothing. */
  readonly frames: readonly Frame[]
  /** The same by what each asks for next; undefined where the lexicon says nothing. */
  readonly framesBy: FrameIndex | undefined
  /** What follows the verb where it has no object, for one that is a noun too (intransitives table); shared. */
  readonly takes: readonly string[]
  /** The noun that performs, when the form is one. */
  readonly noun: NounCue | undefined
  /** Class of the form in the actors table, '' where it has none. */
  readonly actor: string
  /** The names of the lexicon that begin with this form, whatever its letter case. */
  readonly start: NameStart | undefined
  /** The same, undefined where the letter case tells that none begins here. */
  readonly opens: NameStart | undefined
  /** Bits of `Is`: classes of the form in the relations table. */
  readonly relation: number
  /** Function words of several tokens that begin with this one. */
  readonly phrases: readonly Phrase[] | undefined
}
