import { Code, Flag, VERB } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import { has, isComma } from './groups.ts'

/** What a line that only says who speaks does not have. */
const OPEN = Flag.MODAL | Flag.BE | Flag.HAVE

/**
 * "The Security Council," on a line, or "acting under …, the Council:": first and last unit of who recalls and decides in the
 * lines of a resolution that follow; undefined when a line opens nothing.
 */
export function findOrgan(units: readonly Unit[]): readonly [number, number] | undefined {
  const end = units.length - 1
  const mark = units[end]
  const we = units[0]?.word.code === Code.WE && isComma(units[1]) ? 0 : -1
  // "We, the ministers of R and Z, gathered in T;"
  if (we === 0 && mark && (isComma(mark) || mark.word.code === Code.SEMICOLON) && !units.some((unit) => has(unit, OPEN))) return [0, 1]
  if (!mark || (!isComma(mark) && mark.word.code !== Code.COLON)) return undefined
  let at = end
  while (at > 0 && !isComma(units[at - 1])) at--
  // "Council:" alone on its line
  const alone = at === 0 && end === 1 && (units[0]?.name ? units[0].name.type === 'body' : units[0]?.word.actor === 'body')
  if (at === end || (!alone && !has(units[at], Flag.DETERMINER))) return beforeAside(units, end)
  // "The Meeting:": right after its article stands a noun, whatever else it could be
  for (let k = alone ? at : at + 2; k < end; k++) if (isVerb(units[k])) return undefined
  return [at, end]
}

const isVerb = (unit: Unit | undefined): boolean =>
  has(unit, OPEN | Flag.TO) || (has(unit, VERB) && !has(unit, Flag.ALSO_NOUN | Flag.NAME | Flag.CAPITAL))

/** "The Presidents of R, S and Z, meeting in T on the occasion of …:": who stands before the aside, in a line that has no finite verb. */
function beforeAside(units: readonly Unit[], end: number): readonly [number, number] | undefined {
  if (!has(units[0], Flag.DETERMINER) || units.some((unit) => has(unit, OPEN))) return undefined
  for (let k = 1; k < end; k++) {
    if (isComma(units[k]) && has(units[k + 1], Flag.ING | Flag.PREPOSITION | Flag.PARTICIPLE)) return [0, k]
    if (isVerb(units[k])) return undefined
  }
  return undefined
}
