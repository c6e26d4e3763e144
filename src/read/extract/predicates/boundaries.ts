// Decides where the clause of a finite verb begins: which "that", "and", comma or strong mark before it opens it.

import { Code, Flag } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { has, isComma } from '../groups.ts'
import { laterClause } from './ahead.ts'
import { fronted, opensPhrase, subjectComma } from './front.ts'
import { commaBetween, dashBefore, isQuote, isStrong, joinsNames, skipOpening } from './marks.ts'
import { Link, type SubjectPlace, toSubjectPlace } from './place.ts'
import type { TreeState } from './state.ts'

/**
 * The subject before a finite verb at `to`, in what stands after the last predicate at `limit`: after the last "that",
 * "which", "if"; else after the last strong mark, the last comma with "and", the last "and", the last comma.
 */
export function subjectBefore(tree: TreeState, limit: number, to: number): SubjectPlace {
  const { units } = tree
  const first = limit === tree.start
  let sub = -1
  let strong = -1
  let commaAnd = -1
  let and = -1
  let comma = -1
  let depth = 0
  for (let k = to - 1; k >= limit; k--) {
    const unit = units[k] as Unit
    if (unit.word.code === Code.CLOSE) depth++
    if (unit.word.code === Code.OPEN) depth--
    if (depth > 0) continue
    if (sub < 0 && has(unit, Flag.THAT | Flag.RELATIVE | Flag.SUBORDINATOR) && opensClause(tree, k, to)) sub = k
    else if (strong < 0 && isStrong(unit) && !joinsNames(units, k)) {
      const opens = unit.word.code === Code.DASH ? dashBefore(units, k, limit) : -1
      if (opens > limit) k = opens
      else strong = k
    } else if (has(unit, Flag.COORDINATOR)) {
      if (commaAnd < 0 && isComma(unitAt(units, k - 1))) commaAnd = k - 1
      else if (and < 0) and = k
    } else if (comma < 0 && isComma(unit) && k < to - 1) comma = k
  }
  if (sub >= limit && !(first && sub === 0 && has(units[0], Flag.THAT) && has(units[0], Flag.DETERMINER))) return openedBy(units, sub, to)
  const top = tree.top
  const said = top?.frame?.frame.form === 'that' ? top.frame.verb : -1
  if (said >= limit && said === (said > limit ? to - 1 : limit) && comma < 0 && strong < 0) return toSubjectPlace(said, said, said, 0, to)
  if (first) return fronted(units, skipOpening(units, limit, to), to, limit, Link.START)
  if (strong >= 0) return subjectAfter(units, strong, limit, to, Link.STRONG)
  const pronoun = comma === to - 2 && has(units[to - 1], Flag.PRONOUN) && has(units[to - 2], Flag.PUNCTUATION)
  if (pronoun && (commaAnd >= 0 || and >= 0)) {
    const joined =
      commaAnd >= 0 ? subjectAfter(units, commaAnd, limit, to, Link.COORD | Link.COMMA) : subjectAfter(units, and, limit, to, Link.COORD)
    return joined.subject === to - 1 ? joined : subjectAfter(units, comma, limit, to, Link.COMMA)
  }
  if (!tree.begun && comma >= 0) return subjectAfter(units, subjectComma(units, limit - 1, to), limit, to, Link.COMMA)
  if (commaAnd >= 0) return subjectAfter(units, commaAnd, limit, to, Link.COORD | Link.COMMA)
  if (and >= 0) return subjectAfter(units, and, limit, to, Link.COORD)
  if (comma >= 0) return subjectAfter(units, comma, limit, to, Link.COMMA)
  return toSubjectPlace(limit, limit, limit, 0, to)
}

/** The subject after the "that", "which" or "if" at `sub`. */
function openedBy(units: readonly Unit[], sub: number, to: number): SubjectPlace {
  const kind = has(units[sub], Flag.RELATIVE) ? Link.RELATIVE : has(units[sub], Flag.THAT) ? Link.THAT : Link.SUB
  let from = sub + 1
  while (from < to && isComma(units[from])) from++
  const place = fronted(units, from, to, sub, kind)
  return kind === Link.RELATIVE && place.subject >= to ? toSubjectPlace(sub, place.subject, place.link, place.bits, to) : place
}

/** The subject after the connector at `k`, which may be one of several in a row; -1 where an aside has taken the only one. */
function subjectAfter(units: readonly Unit[], k: number, limit: number, to: number, bits: number): SubjectPlace {
  let from = k + 1
  while (from < to && isConnector(units[from])) from++
  let link = Math.max(k, limit)
  while (link > limit && isConnector(units[link - 1])) link--
  return fronted(units, from, to, link, bits)
}

/** "and", a comma, a strong mark, a quotation mark. */
const isConnector = (unit: Unit | undefined): boolean => has(unit, Flag.COORDINATOR) || isComma(unit) || isQuote(unit) || isStrong(unit)

/** A "that", "which", "as" opens a clause only where a subject or the verb itself can follow. */
export function opensClause(tree: TreeState, k: number, to: number): boolean {
  const { units } = tree
  const unit = units[k] as Unit
  if (has(unit, Flag.PREPOSITION) || unit.word.kind === 'weak') {
    const named = has(units[k + 1], Flag.NAME | Flag.PRONOUN) || (has(units[k + 1], Flag.DETERMINER) && has(units[k + 2], Flag.NAME))
    for (let j = k + 1; j < to && !named; j++) if (has(units[j], Flag.COORDINATOR) || isComma(units[j])) return false
    // "As members we agree": what a pronoun follows is what it acts as
    if (unit.word.kind === 'weak' && to - 1 > k + 1 && has(units[to - 1], Flag.PRONOUN) && !has(units[to - 2], Flag.COORDINATOR))
      return false
    // "As Club members, R and Z agree": with one verb, what stands before the comma has none
    if (unit.word.kind === 'weak' && !tree.begun && commaBetween(units, k, to) && !laterClause(tree, to)) return false
  }
  if (has(unit, Flag.DETERMINER) && k + 1 < to && has(unitAt(units, k - 1), Flag.PREPOSITION) && !isParticle(units, k - 1)) return false
  if (opensPhrase(units, k, to) && !laterClause(tree, to)) return false
  // "If elected, R will": without a subject it has no verb of its own to wait for
  if (has(unit, Flag.SUBORDINATOR) && has(units[k + 1], Flag.PARTICIPLE)) {
    if (to - 1 > k + 1 && to < k + 8 && has(units[to - 1], Flag.PRONOUN) && !has(units[to - 2], Flag.COORDINATOR)) return false
    for (let j = k + 2; j < Math.min(to, k + 8); j++) if (isComma(units[j])) return false
  }
  return true
}

/** "pointed out that": the preposition at `k` belongs to the verb before it, which takes a clause after it. */
const isParticle = (units: readonly Unit[], k: number): boolean =>
  unitAt(units, k - 1)?.word.frames.some(({ form, words }) => form === 'that' && words.at(-1) === units[k]?.word.text) === true
