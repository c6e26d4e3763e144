// Who a statement acts towards: states, bodies and their people among its names, and those who are only implied.
import { Code, Flag } from '../../lexicon/word.ts'
import type { Draft } from '../extract/draft.ts'
import type { Unit } from '../recognise/units.ts'
import { has, type Line } from './line.ts'
import type { Sentence } from './sentence.ts'

/** What tells whether a name is acted towards. */
export interface Towards {
  readonly kind: Draft['kind']
  /** Units of the words that perform. */
  readonly cue: readonly [number, number]
  /** Bound by the statement. */
  readonly parties: readonly string[]
  /** Those who ask, in a proposal. */
  readonly askers: readonly string[]
}

const none: readonly string[] = Object.freeze([])

/** The parties of a state, an adjective or a person at unit `i` whom the statement acts towards. */
export function towardsWhom(line: Line, i: number, towards: Towards): readonly string[] {
  const { name } = line.units[i] as Unit
  if (!name?.parties.length) return none
  const { kind, cue } = towards
  if (name.type === 'person' || name.type === 'role')
    return kind === 'position' && i >= cue[1] ? name.parties.filter((party) => !isOurs(party, towards)) : none
  // what stands before the words that perform does the act: a position judges it, anything else is its doer or its object
  if (kind !== 'position' && i < cue[0] && !isLed(line, i)) return none
  if (isStricken(line, i)) return none
  const others = name.parties.filter((party) => !isOurs(party, towards))
  return others.length ? others : isJudged(line, i, towards) ? name.parties : none
}

const isOurs = (party: string, { parties, askers }: Towards): boolean => parties.includes(party) || askers.includes(party)

/** "supports the Fund", "efforts of the Fund", "work with the Fund": a body that is helped, judged or joined. */
export const isHelped = (line: Line, i: number): boolean => has(line, beforeArticle(line, i), 'near-helped')

/** Parties together welcome what one of them does: "The ministers welcomed R's decision". */
function isJudged(line: Line, i: number, { kind, parties }: Towards): boolean {
  const unit = line.units[i] as Unit
  if (kind !== 'position' || parties.length < 2 || unit.name?.type !== 'state' || !isHelped(line, i)) return false
  const before = line.units[beforeArticle(line, i)]
  return ((line.units[i + 1]?.flags ?? 0) & Flag.GENITIVE) !== 0 || ((before?.flags ?? 0) & Flag.PREPOSITION) !== 0
}

/** How many units before "in" what strikes those there may end: "attacks on civilians in Z". */
const STRUCK = 3

/** "war in Z", "aggression against Z and Q": where something happens, not towards whom the statement acts. */
function isStricken(line: Line, i: number): boolean {
  const { units } = line
  let k = i - 1
  while (k > line.from && (isBeside(units[k]) || ((units[k] as Unit).word.code === Code.IN && isComma(units[k - 1])))) k--
  if (has(line, k, 'near-stricken')) return true
  if (units[k]?.word.code !== Code.IN) return false
  for (let j = k - 1; j > Math.max(line.from, k - 1 - STRUCK); j--) if (has(line, j, 'near-stricken')) return true
  return false
}

/** Between the names of a list. */
const isBeside = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (unit.name?.type === 'state' || (!unit.name && (unit.flags & (Flag.DETERMINER | Flag.COORDINATOR)) !== 0) || isComma(unit))

const isComma = (unit: Unit | undefined): boolean => unit?.word.code === Code.COMMA

/** "with Z", "to the Z": what leads those towards whom something is done. */
export function isLed(line: Line, i: number): boolean {
  const code = line.units[beforeArticle(line, i)]?.word.code
  return code === Code.WITH || code === Code.FOR || code === Code.TO
}

/** The unit before a name and its article. */
function beforeArticle({ units, from }: Line, i: number): number {
  let k = i - 1
  while (k > from && !(units[k] as Unit).name && (units[k] as Unit).flags & Flag.DETERMINER) k--
  return k
}

/**
 * In a text of two parties, what one of them undertakes as the other hears it, or gives, is towards the other; so is what is said of
 * "his counterparts", however many the parties are. `alone`: who speaks says it to nobody of the other.
 */
export function counterpartsOf(
  draft: Draft,
  parties: readonly string[],
  all: readonly string[],
  sentence: Sentence,
  alone = false,
): readonly string[] {
  const [own, more] = parties
  if (own === undefined || more !== undefined || all.length < 2 || !all.includes(own)) return none
  const meant = mentionsCounterparts(draft, sentence)
  const heard =
    all.length === 2 && draft.kind === 'commitment' && ((draft.speaker !== undefined && !alone) || sentence.tables.giving.has(draft.act))
  return meant || heard ? all.filter((party) => party !== own) : none
}

function mentionsCounterparts({ cue, to }: Draft, sentence: Sentence): boolean {
  for (const { phrase, from } of sentence.phrases()) if (phrase.cls === 'counterparts' && from >= cue[1] - 1 && from < to) return true
  return false
}
