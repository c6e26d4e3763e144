import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag, type Word } from '../../lexicon/word.ts'
import type { Senses } from '../senses.ts'

/** What a unit is to collation, as a bit set. */
export const Type = {
  /** Carries sense: no article, preposition, pronoun, auxiliary. */
  CONTENT: 1,
  /** Begins with a digit, or is a word of number. */
  NUMBER: 2,
  /** A month, a day of the week, a unit of time. */
  TIME: 4,
  /** Names a state or its people. */
  STATE: 8,
  /** The adjective of a state, or the name of its people. */
  ADJECTIVE: 16,
  /** Denies: "not", "no", "without". */
  NEGATION: 32,
  /** A capital that does not only open a sentence. */
  CAPITAL: 64,
  /** A form of a verb. */
  VERB: 128,
  /** May be part of a number, a share or a time: no other word is, but beside one. */
  VALUE: 256,
  /** Multiplies the number before it: "million". */
  SCALE: 512,
  /** Says how firmly the verb behind it holds the one who speaks. */
  RUNG: 1024,
  /** Makes a share of the number before it, or is one: "half", "per cent". */
  SHARE: 2048,
} as const

const asked = Type.VALUE | Type.SCALE | Type.RUNG | Type.SHARE

const times = new Set(['month', 'month-short', 'month-weak', 'weekday', 'unit', 'units'])
const verb = Flag.BASE | Flag.PRESENT | Flag.PAST | Flag.PARTICIPLE | Flag.ING

interface TimeWord {
  readonly weak: boolean
  readonly ref: string
}

const memo = new WeakMap<Vocabulary, ReadonlyMap<string, TimeWord>>()

/** Words of time in lower case, with what two spellings of one have in common. */
function timeWords(vocabulary: Vocabulary): ReadonlyMap<string, TimeWord> {
  const known = memo.get(vocabulary)
  if (known) return known
  const made = new Map<string, TimeWord>()
  for (const row of vocabulary.rows('times')) {
    const group = row['class'] ?? ''
    if (!times.has(group)) continue
    for (const form of (row['forms'] ?? '').split('|'))
      made.set(form.toLowerCase(), { weak: group === 'month-weak', ref: `${group.replace(/-.*|s$/g, '')}:${row['value']}` })
  }
  memo.set(vocabulary, made)
  return made
}

/** The type of a word and what it names. */
export function typesOf(word: Word, key: string, content: boolean, vocabulary: Vocabulary): { type: number; ref: string } {
  const capital = (word.flags & Flag.CAPITAL) !== 0
  let type = content ? Type.CONTENT : 0
  if (capital) type |= Type.CAPITAL
  if ((word.flags & verb) !== 0) type |= Type.VERB
  if (key.includes(' ')) return { type, ref: '' }
  const digit = key.charCodeAt(0)
  if (digit >= 48 && digit <= 57) return { type: type | Type.NUMBER | Type.CONTENT, ref: '' }
  if ((word.flags & Flag.NOT) !== 0 || word.code === Code.NO) return { type: type | Type.NEGATION | Type.CONTENT, ref: '' }
  const time = timeWords(vocabulary).get(word.text)
  if (time && (!time.weak || capital)) return { type: type | Type.TIME | Type.CONTENT, ref: time.ref }
  return { type, ref: '' }
}

/** The type of a word with what the tables say of its form and its key, so that they are asked once a word and not at every place where it stands. */
export function withTables(type: number, form: string, key: string, senses: Senses): number {
  let bits = type & ~asked
  if (type & (Type.NUMBER | Type.TIME) || senses.quantities.isPart(form)) bits |= Type.VALUE
  if (type & Type.NUMBER && /^10{2,}$/.test(key) && !/^\d/.test(form)) bits |= Type.SCALE
  if (senses.quantities.fraction(form) !== undefined || senses.quantities.isPercent(key)) bits |= Type.SHARE
  if (senses.rung(key) !== undefined) bits |= Type.RUNG
  return bits
}
