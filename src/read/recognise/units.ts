import type { NameEntry, NameType, Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag, plainWord, type Word } from '../../lexicon/word.ts'
import type { Tokens } from '../tokens.ts'

/** A word, a mark or a whole name: names are found before anything is taken for a verb. */
export interface Unit {
  readonly from: number
  readonly to: number
  readonly word: Word
  readonly flags: number
  readonly name?: Name
}

export interface Name {
  readonly type: NameType
  readonly ref: string
  readonly parties: readonly string[]
  readonly entry?: NameEntry
}

const nameWord: Word = plainWord('', Flag.NAME)

/** Tokens to units: longest name of the lexicon first, then capitalised runs as names of unknown things. */
export function toUnits(text: string, tokens: Tokens, start: number, end: number, vocabulary: Vocabulary, date: string | undefined): Unit[] {
  const units: Unit[] = []
  let i = start
  while (i < end) {
    const word = tokens.word[i] as Word
    const entry = findEntry(tokens, i, end, date)
    if (entry) {
      const to = tokens.to[i + entry.tokens.length - 1] as number
      push(units, text, { from: tokens.from[i] as number, to, word: nameWord, flags: Flag.NAME, name: { type: entry.type, ref: entry.ref, parties: entry.parties, entry } })
      i += entry.tokens.length
      continue
    }
    if (word.flags & Flag.CAPITAL && !(word.flags & (Flag.PUNCTUATION | Flag.TIME))) {
      const stop = properEnd(text, tokens, i, start, end, vocabulary)
      const common = stop === i + 1 && vocabulary.actors.has(word.text)
      if (stop > i && !common) {
        const from = tokens.from[i] as number
        const to = tokens.to[stop - 1] as number
        push(units, text, { from, to, word: nameWord, flags: Flag.NAME, name: { type: properType(text, tokens, i, stop, vocabulary), ref: text.slice(from, to), parties: [] } })
        i = stop
        continue
      }
    }
    units.push({ from: tokens.from[i] as number, to: tokens.to[i] as number, word, flags: word.flags })
    i++
  }
  return units
}

/** Names joined by a bare hyphen ("China-Kazakhstan") or a name before another name's head become one. */
function push(units: Unit[], text: string, unit: Unit): void {
  const hyphen = units.at(-1)
  const before = units.at(-2)
  const joined = hyphen && before?.name && hyphen.to === unit.from && before.to === hyphen.from && text.charCodeAt(hyphen.from) === 45
  if (joined && unit.name && before.name) {
    units.length -= 2
    const parties = [...new Set([...before.name.parties, ...unit.name.parties])]
    const type: NameType = unit.name.type === 'state' || unit.name.type === 'body' ? 'adjective' : unit.name.type
    units.push({ ...unit, from: before.from, name: { type, ref: text.slice(before.from, unit.to), parties } })
    return
  }
  units.push(unit)
}

function findEntry(tokens: Tokens, i: number, end: number, date: string | undefined): NameEntry | undefined {
  return (tokens.word[i] as Word).start?.longest(tokens, i, end, date, false)
}

/** End of a run of capitalised words that names something; `i` when the word at `i` starts none. */
function properEnd(text: string, tokens: Tokens, i: number, start: number, end: number, vocabulary: Vocabulary): number {
  const first = tokens.word[i] as Word
  const common = first.flags & ~(Flag.CAPITAL | Flag.NOUN_CUE)
  const opensSentence = i === start || isOpeningMark(tokens.word[i - 1])
  const closed = Flag.DETERMINER | Flag.PREPOSITION | Flag.PRONOUN | Flag.SUBORDINATOR | Flag.COORDINATOR | Flag.ADVERB | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO | Flag.NOT | Flag.TO | Flag.POSSESSIVE
  if (common & closed) return i
  let stop = i + 1
  let last = i
  while (stop < end) {
    const word = tokens.word[stop] as Word
    const gap = (tokens.from[stop] as number) - (tokens.to[stop - 1] as number)
    if (word.flags & Flag.CAPITAL && !(word.flags & (Flag.PUNCTUATION | Flag.TIME)) && gap <= 1) {
      if (vocabulary.names.has(text.slice(tokens.from[stop], tokens.to[stop])) && findEntry(tokens, stop, end, undefined)?.type !== 'blocked') {
        const entry = findEntry(tokens, stop, end, undefined)
        if (entry && (entry.type === 'person' || entry.type === 'state')) break
      }
      stop++
      last = stop - 1
      continue
    }
    if (gap === 1 && isLink(word) && stop + 1 < end && hasHead(tokens, text, i, stop, vocabulary)) {
      const skip = (tokens.word[stop + 1] as Word).flags & Flag.DETERMINER && stop + 2 < end ? 2 : 1
      const after = tokens.word[stop + skip] as Word
      const known = vocabulary.names.get(text.slice(tokens.from[stop + skip], tokens.to[stop + skip]))?.some((e) => e.type === 'state' || e.type === 'person')
      if (after.flags & Flag.CAPITAL && !(after.flags & (Flag.PUNCTUATION | Flag.TIME)) && !known) {
        stop += skip + 1
        last = stop - 1
        continue
      }
    }
    break
  }
  const next = tokens.word[i + 1]?.flags ?? 0
  const acts = next & (Flag.PAST | Flag.PRESENT | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.ADVERB | Flag.GENITIVE) || tokens.word[i + 1]?.text === ','
  if (opensSentence && last === i && common === 0 && !acts && !vocabulary.nameHeads.has(text.slice(tokens.from[i], tokens.to[i]))) return i
  if (opensSentence && last === i && common !== 0 && !vocabulary.nameHeads.has(text.slice(tokens.from[i], tokens.to[i]))) return i
  if (opensSentence && common & (Flag.BASE | Flag.ING | Flag.PAST | Flag.PARTICIPLE) && last > i && !(common & Flag.ALSO_NOUN)) return i
  return last + 1
}

const isOpeningMark = (word: Word | undefined): boolean => word !== undefined && (word.flags & Flag.PUNCTUATION) !== 0 && word.text !== ',' && word.text !== '-'
const isLink = (word: Word): boolean => word.text === 'of' || word.text === 'for' || word.text === 'on' || word.text === 'and'

/** Only a name whose head says what it is ("Committee", "Treaty") goes on over "of" and "for". */
function hasHead(tokens: Tokens, text: string, i: number, stop: number, vocabulary: Vocabulary): boolean {
  for (let k = i; k < stop; k++) {
    const head = vocabulary.nameHeads.get(text.slice(tokens.from[k], tokens.to[k]))
    if (head === 'mechanism' || head === 'body' || (head === 'role' && k === stop - 1)) return true
  }
  return false
}

function properType(text: string, tokens: Tokens, i: number, stop: number, vocabulary: Vocabulary): NameType {
  let type: NameType = 'proper'
  for (let k = i; k < stop; k++) {
    const head = vocabulary.nameHeads.get(text.slice(tokens.from[k], tokens.to[k]))
    if (head === 'role' && type === 'proper') type = 'role'
    else if (head === 'mechanism' && type !== 'role') type = 'mechanism'
    else if (head === 'body' && type !== 'role') type = 'body'
  }
  return type
}
