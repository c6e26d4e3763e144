import { isSaying } from '../../lexicon/frames.ts'
import { plainWord } from '../../lexicon/shape.ts'
import type { NameEntry, NameType } from '../../lexicon/vocabulary.ts'
import { Code, Flag, More, type Word } from '../../lexicon/word.ts'
import type { Tokens } from '../tokens.ts'
import { isLoudVerb, isName, isOtherPerson, isShouted, properEnd } from './runs.ts'
import { personIn, typeOf } from './titles.ts'

/** A word, a mark or a whole name: names are found before anything is taken for a verb. */
export interface Unit {
  readonly from: number
  readonly to: number
  readonly word: Word
  readonly flags: number
  readonly name: Name | undefined
}

export interface Name {
  readonly type: NameType
  readonly ref: string
  readonly parties: readonly string[]
  readonly entry?: NameEntry | undefined
  /** In a name of type `role`: the person without the office, as written ("Wang Yi" of "Foreign Minister Wang Yi"). */
  readonly person?: string | undefined
}

// Classes and no literals: the engine moves what a literal makes to the old generation at once when it saw such objects
// outlive some collections, as the units of short texts do, and those of a long text would pile up there until a full collection.

class Piece implements Unit {
  readonly from: number
  readonly to: number
  readonly word: Word
  readonly flags: number
  readonly name: Name | undefined

  constructor(from: number, to: number, word: Word, flags: number, name: Name | undefined) {
    this.from = from
    this.to = to
    this.word = word
    this.flags = flags
    this.name = name
  }
}

/** Every unit is made here, so that all have one shape: look-ups of their fields stay cheap. */
export const toUnit = (from: number, to: number, word: Word, flags: number, name: Name | undefined): Unit =>
  new Piece(from, to, word, flags, name)

class Named implements Name {
  readonly type: NameType
  readonly ref: string
  readonly parties: readonly string[]
  readonly entry: NameEntry | undefined
  readonly person: string | undefined

  constructor(type: NameType, ref: string, parties: readonly string[], entry: NameEntry | undefined, person: string | undefined) {
    this.type = type
    this.ref = ref
    this.parties = parties
    this.entry = entry
    this.person = person
  }
}

const toName = (type: NameType, ref: string, parties: readonly string[], entry: NameEntry | undefined, person: string | undefined): Name =>
  new Named(type, ref, parties, entry, person)

/**
 * The unit at `i`, undefined outside of the sentence. Where an array is once asked for an index below 0, the engine looks up every
 * index there by its name from then on, which takes many times as long: what is asked at most words is asked by this.
 */
export const unitAt = (units: readonly Unit[], i: number): Unit | undefined => (i < 0 ? undefined : units[i])

const nobody: readonly string[] = []
const nameWord: Word = plainWord('', Flag.NAME)

/** Tokens to units: longest name of the lexicon first, then capitalised runs as names of unknown things. */
export function toUnits(text: string, tokens: Tokens, start: number, end: number, date: string | undefined): Unit[] {
  const units: Unit[] = []
  let i = start
  while (i < end) {
    const word = tokens.word[i] as Word
    if (word.opens) {
      const entry = word.opens.longest(tokens, i, end, date, isShouted(tokens, i, end))
      const eponym = entry ? firmEnd(tokens, entry, i) || eponymEnd(tokens, entry, i + entry.tokens.length, start, end) : 0
      if (eponym) {
        push(units, text, properUnit(text, tokens, i, eponym))
        i = eponym
        continue
      }
      if (entry && !isOtherPerson(tokens, i, entry, end)) {
        const to = tokens.to[i + entry.tokens.length - 1] as number
        push(
          units,
          text,
          toUnit(tokens.from[i] as number, to, nameWord, Flag.NAME, toName(entry.type, entry.ref, entry.parties, entry, undefined)),
        )
        i += entry.tokens.length
        continue
      }
    }
    if (isName(word)) {
      const stop = properEnd(tokens, i, start, end)
      const common = stop === i + 1 && word.actor !== ''
      if (stop > i && !common) {
        push(units, text, properUnit(text, tokens, i, stop))
        i = stop
        continue
      }
    }
    const before = unitAt(units, units.length - 1)
    if ((word.more & More.QUOTE) === 0 || !opensInside(before, tokens, i, end))
      units.push(toUnit(tokens.from[i] as number, tokens.to[i] as number, word, flagsOf(word, before), undefined))
    i++
  }
  return units
}

/** Verbs that help another. */
const HELPS = Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO

/** `both sides should "open the port"`, `he is "ready to help"`, `they "agreed to meet"`: a mark of quotation inside a clause parts no words of it. */
function opensInside(before: Unit | undefined, tokens: Tokens, i: number, end: number): boolean {
  if (!before || i + 1 >= end || (tokens.from[i] as number) === before.to || tokens.from[i + 1] !== tokens.to[i]) return false
  const { flags } = tokens.word[i + 1] as Word
  // `said "R will help"`
  if (isSaying(before.word)) return true
  if ((flags & (Flag.CAPITAL | Flag.PUNCTUATION)) !== 0) return false
  // `reiterated "the need to act"`
  if (!before.name && (before.flags & (Flag.PAST | Flag.PRESENT)) !== 0 && before.word.frames.some(({ outcome }) => outcome === 'attitude'))
    return true
  if ((flags & (Flag.PRONOUN | Flag.DETERMINER)) !== 0) return false
  if ((before.flags & HELPS) !== 0 && !before.name)
    return (
      (flags & (Flag.BASE | Flag.PAST | Flag.PARTICIPLE | Flag.ING | Flag.ADVERB | Flag.BE)) !== 0 ||
      (flags === 0 && (before.flags & Flag.BE) !== 0)
    )
  if ((before.flags & Flag.TO) !== 0) return (flags & (Flag.BASE | Flag.BE | Flag.ADVERB)) !== 0
  return (before.name !== undefined || (before.flags & Flag.PRONOUN) !== 0) && (flags & (HELPS | Flag.PAST | Flag.PRESENT)) !== 0
}

/** Letter case of a verb in capitals says nothing; what stands before a clitic decides what it is. */
function flagsOf(word: Word, before: Unit | undefined): number {
  if ((word.flags & Flag.GENITIVE) !== 0) return cliticFlags(word, before)
  return isLoudVerb(word) ? word.flags & ~Flag.CAPITAL : word.flags
}

/** "it's" is a verb, "the minister's" an owner: what stands before decides. */
function cliticFlags({ flags }: Word, before: Unit | undefined): number {
  const verb = Flag.BE | Flag.HAVE | Flag.PRESENT
  if ((flags & verb) === 0) return flags
  const contracted = before && !before.name && (before.flags & (Flag.PRONOUN | Flag.THAT | Flag.RELATIVE | Flag.SUBORDINATOR)) !== 0
  return contracted ? flags & ~Flag.GENITIVE : flags & ~verb
}

/** A name of the lexicon that is no state's and ends as a firm's does, as a whole. */
function firmEnd(tokens: Tokens, { type, tokens: { length } }: NameEntry, i: number): number {
  const firm = type === 'blocked' && length > 1 && ((tokens.word[i + length - 1] as Word).more & More.HEAD_FIRM) !== 0
  return firm ? i + length : 0
}

/** "Kenya Airways", "Paris Steel": the name of a state, a place or a person opens that of a firm, which no word of an office or organ stands in. */
function opensFirm(tokens: Tokens, { type }: NameEntry, next: number, start: number, end: number): boolean {
  if (type === 'mechanism' || type === 'people' || next >= end || !isName(tokens.word[next] as Word)) return false
  if ((tokens.from[next] as number) - (tokens.to[next - 1] as number) !== 1) return false
  const stop = properEnd(tokens, next, start, end)
  if (stop === next || ((tokens.word[stop - 1] as Word).more & More.HEAD_FIRM) === 0) return false
  for (let k = next; k < stop - 1; k++)
    if (((tokens.word[k] as Word).more & (More.HEAD_ROLE | More.HEAD_BODY | More.HEAD_MECHANISM)) !== 0) return false
  return true
}

/** "the Paris Declaration", "Green Forum Steering Committee": end of the name that a city or scheme opens; 0 where none goes on. */
function eponymEnd(tokens: Tokens, entry: NameEntry, next: number, start: number, end: number): number {
  if (opensFirm(tokens, entry, next, start, end)) return properEnd(tokens, next, start, end)
  const opens = entry.type === 'capital' || entry.type === 'mechanism' || entry.type === 'place' || entry.type === 'body'
  if (!opens || next >= end || (tokens.from[next] as number) - (tokens.to[next - 1] as number) !== 1 || !isName(tokens.word[next] as Word))
    return 0
  if ((tokens.word[next] as Word).opens?.longest(tokens, next, end, undefined, false)) return 0
  // "the Peru-ASEAN Energy Council": of two, and not the second's own
  const at = next - entry.tokens.length
  const second = at > start && (tokens.word[at - 1] as Word).code === Code.HYPHEN && tokens.to[at - 1] === tokens.from[at]
  if (second && entry.type === 'body' && entry.parties.length > 0) return 0
  const stop = properEnd(tokens, next, start, end)
  const type = stop > next ? typeOf(tokens, next, stop) : 'proper'
  if (entry.type === 'body') return type === 'body' && stop > next + 1 ? stop : 0
  return type === 'mechanism' || (type === 'body' && entry.type !== 'capital') ? stop : 0
}

function properUnit(text: string, tokens: Tokens, i: number, stop: number): Unit {
  const from = tokens.from[i] as number
  const to = tokens.to[stop - 1] as number
  const type = typeOf(tokens, i, stop)
  const at = type === 'role' ? personIn(tokens, i, stop) : stop
  const person = at < stop && at > i ? text.slice(tokens.from[at], to) : undefined
  return toUnit(from, to, nameWord, Flag.NAME, toName(type, text.slice(from, to), nobody, undefined, person))
}

/** Names joined by a bare hyphen ("China-Kazakhstan") or a name before another name's head become one. */
function push(units: Unit[], text: string, unit: Unit): void {
  const n = units.length
  const hyphen = unitAt(units, n - 1)
  const before = unitAt(units, n - 2)
  const joined = hyphen && before?.name && hyphen.to === unit.from && before.to === hyphen.from && hyphen.word.code === Code.HYPHEN
  if (joined && unit.name && before.name) {
    units.length -= 2
    const stretch = isStretch(before.name, unit.name) || isStretch(unit.name, before.name)
    // "the Berg-Rey Administration": the government of those persons
    const led = before.name.type === 'person' && before.name.parties.length > 0 && unit.name.type === 'body' && !unit.name.entry
    const type: NameType = stretch
      ? 'proper'
      : led
        ? 'body'
        : unit.name.type === 'state' || unit.name.type === 'body'
          ? 'adjective'
          : unit.name.type
    const parties = stretch ? [] : [...new Set([...before.name.parties, ...unit.name.parties])]
    units.push(
      toUnit(before.from, unit.to, unit.word, unit.flags, toName(type, text.slice(before.from, unit.to), parties, undefined, undefined)),
    )
    return
  }
  units.push(unit)
}

/** A city and an unknown name ("the Paris-Lakeside road") are a stretch of the map: no government acts. */
const isStretch = (a: Name, b: Name): boolean => a.type === 'capital' && b.type === 'proper' && b.parties.length === 0
