import { Code, Flag, VERB } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import { has, isComma } from './groups.ts'

/**
 * "The Security Council," on a line, or "acting under …, the Council:": first and last unit of who recalls and decides in the
 * lines of a resolution that follow; undefined when a line opens nothing.
 */
export function findOrgan(units: readonly Unit[]): readonly [number, number] | undefined {
  const end = units.length - 1
  const mark = units[end]
  if (!mark || (!isComma(mark) && mark.word.code !== Code.COLON)) return undefined
  let at = end
  while (at > 0 && !isComma(units[at - 1])) at--
  // "Council:" alone on its line
  const alone = at === 0 && end === 1 && (units[0]?.name ? units[0].name.type === 'body' : units[0]?.word.actor === 'body')
  if (at === end || (!alone && !has(units[at], Flag.DETERMINER))) return undefined
  for (let k = at; k < end; k++)
    if (has(units[k], Flag.BE | Flag.HAVE | Flag.MODAL | Flag.TO) || (has(units[k], VERB) && !has(units[k], Flag.ALSO_NOUN | Flag.NAME)))
      return undefined
  return [at, end]
}
