// Decides where a subject begins after an adverbial at the front of its clause.

import { Code, Flag, More, VERB } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { has, isComma } from '../groups.ts'
import { commaBetween } from './marks.ts'
import { type SubjectPlace, toSubjectPlace } from './place.ts'

/** Past an adverbial at the front of a clause ("In this regard, …", "On 3 May the sides …") to its subject. */
export function fronted(units: readonly Unit[], from: number, to: number, link: number, bits: number): SubjectPlace {
  let start = from
  // "Yesterday's raid": whose it is belongs to the subject
  if (has(units[from], Flag.TIME) && has(units[from + 1], Flag.GENITIVE)) return toSubjectPlace(from, from, link, bits, to)
  // "Not only R but Z will …" says whom the subject holds
  while (
    start < to &&
    has(units[start], Flag.ADVERB) &&
    (!has(units[start], Flag.DETERMINER | Flag.PRONOUN) || isComma(units[start + 1])) &&
    units[start]?.word.kind !== 'inclusive'
  )
    start++
  while (start < to && isComma(units[start])) start++
  // "Two weeks ago we opened a port": a time without a comma
  if (start < to - 2 && units[to - 2]?.word.code === Code.AGO && has(units[to - 1], Flag.PRONOUN))
    return toSubjectPlace(start, to - 1, link, bits, to)
  const first = units[start]
  if (
    start >= to ||
    (first?.word.kind !== 'weak' &&
      !opensTime(units, start) &&
      !opensPhrase(units, start, to) &&
      !(has(first, Flag.TO) && has(units[start + 1], Flag.POSSESSIVE)) &&
      !has(first, Flag.PREPOSITION | Flag.TIME | Flag.PARTICIPLE | Flag.OPENER | Flag.ING))
  )
    return toSubjectPlace(start, start, link, bits, to)
  // "More than 180 members": how many they are
  if (first && (first.word.more & More.JOINED) !== 0 && has(units[start + 1], Flag.NUMBER))
    return toSubjectPlace(start, start, link, bits, to)
  const comma = subjectComma(units, start, to)
  // "Building on that pact we will …": a pronoun right before the verb is its subject
  const last = units[to - 1]
  if (
    comma < 0 &&
    to - 1 > start + 1 &&
    (last?.word.code === Code.WE || last?.word.code === Code.I) &&
    !has(units[to - 2], Flag.COORDINATOR)
  )
    return toSubjectPlace(to - 1, to - 1, link, bits, to)
  if (comma < 0 || has(units[comma + 1], Flag.COORDINATOR | Flag.PREPOSITION)) return toSubjectPlace(start, start, link, bits, to)
  let dated = opensTime(units, start)
  for (let k = start; k < comma && !dated; k++) dated = has(units[k], Flag.NUMBER | Flag.TIME) && !has(units[k + 1], Flag.GENITIVE)
  const subject = comma + 1
  return toSubjectPlace(dated && comma - start < 14 ? start : subject, subject, link, bits, to)
}

/** "While in Oslo, R will", "once there, R will": a place or a state follows at once, up to a comma, and no verb. */
export function opensPhrase(units: readonly Unit[], k: number, to: number): boolean {
  const unit = units[k] as Unit
  if (!has(unit, Flag.SUBORDINATOR) || has(unit, Flag.THAT | Flag.RELATIVE | Flag.PREPOSITION) || unit.word.kind === 'weak') return false
  const next = units[k + 1]
  const place = has(next, Flag.PREPOSITION) && !has(next, Flag.DETERMINER)
  return (place && commaBetween(units, k + 2, Math.min(to, k + 12))) || (has(next, Flag.ADVERB) && isComma(units[k + 2]))
}

/** "This week in …": a demonstrative before a word of time. */
const opensTime = (units: readonly Unit[], k: number): boolean => has(units[k], Flag.DETERMINER) && units[k + 1]?.word.kind === 'period'

/** The comma after an adverbial at `start`: the last before `to`, or the one before a list of names that ends there. */
export function subjectComma(units: readonly Unit[], start: number, to: number): number {
  let comma = -1
  let list = false
  for (let k = to - 2; k > start; k--) {
    if (!isComma(units[k])) continue
    // "R and Z, together with others, are …": an aside right before the verb
    if (comma < 0 && isComma(units[to - 1]) && has(units[k + 1], Flag.PREPOSITION | Flag.ADVERB | Flag.ING | Flag.PARTICIPLE)) {
      return subjectComma(units, start, k)
    }
    if (comma < 0) {
      comma = k
      list = isName(units, k + 1) && listGoesOn(units, k + 1, to)
      continue
    }
    // "In Lima, Peru, the ministers …": the state of a town is no one of those who act
    if (isStateOf(units, start, k, comma, list)) return comma
    if (isName(units, k + 1) && (list ? onlyNames(units, k + 1, comma) : isOneName(units, k + 1, comma))) {
      comma = k
      list = true
      continue
    }
    if (!list && listsMatters(units, k, comma, to)) return k
    return list && has(units[comma - 1], Flag.NAME) ? k : comma
  }
  return comma
}

/** Between the commas at `k` and `comma` stands the state of the town before them, which a preposition opens: "in Lima, Peru,". */
function isStateOf(units: readonly Unit[], start: number, k: number, comma: number, list: boolean): boolean {
  const state = units[comma - 1]?.name
  const town = units[k - 1]
  if (state?.type !== 'state' || !isOneName(units, k + 1, comma) || !has(units[start], Flag.PREPOSITION | Flag.ING | Flag.PARTICIPLE))
    return false
  if (town?.name?.type === 'capital') return town.name.parties[0] === state.parties[0]
  const named = town?.name ? town.name.type === 'place' || town.name.type === 'proper' : has(town, Flag.CAPITAL)
  return named && !list && has(units[k - 2], Flag.PREPOSITION)
}

/** "…, matters of trade, transport and energy were": between two commas a noun with what it is of, after them the rest of that list. */
function listsMatters(units: readonly Unit[], from: number, comma: number, to: number): boolean {
  const other = NAMED | VERB | Flag.PRONOUN | Flag.DETERMINER | Flag.PREPOSITION | Flag.TIME | Flag.NUMBER | Flag.ADVERB
  let linked = false
  for (let k = from + 1; k < comma; k++) linked ||= k > from + 1 && has(units[k], Flag.PREPOSITION)
  if (!linked || has(units[from + 1], other & ~(Flag.DETERMINER | VERB))) return false
  let joined = false
  for (let k = comma + 1; k < to; k++) {
    joined ||= has(units[k], Flag.COORDINATOR)
    if (has(units[k], other) && !has(units[k], Flag.ALSO_NOUN)) return false
  }
  return joined
}

/** Part of a name, or an office in capitals ("President of R"). */
const NAMED = Flag.NAME | Flag.CAPITAL

/** A name, or "the" and a name. */
const isName = (units: readonly Unit[], k: number): boolean =>
  has(units[k], NAMED) || (has(units[k], Flag.DETERMINER) && has(units[k + 1], NAMED))

/** One name alone, up to `to`. */
const isOneName = (units: readonly Unit[], k: number, to: number): boolean => (has(units[k], Flag.NAME) ? k + 1 : k + 2) === to

/** Nothing but names and what links them from `k` to `to` ("President A of R (for whom B came)"): one item of a list of names. */
const onlyNames = (units: readonly Unit[], k: number, to: number): boolean => {
  let depth = 0
  for (let i = k; i < to; i++) {
    const { code } = (units[i] as Unit).word
    if (code === Code.OPEN) depth++
    else if (code === Code.CLOSE) depth--
    else if (depth === 0 && !has(units[i], NAMED | Flag.DETERMINER | Flag.GENITIVE) && code !== Code.OF && code !== Code.FOR) return false
  }
  return true
}

/** "B and C", "Minister B of R and Minister C": names, "and", a name. */
const listGoesOn = (units: readonly Unit[], k: number, to: number): boolean => {
  let end = k
  while (end < to && !has(units[end], Flag.COORDINATOR)) end++
  return end < to && isName(units, end + 1) && onlyNames(units, k, end)
}
