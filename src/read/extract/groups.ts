// The verb groups of a sentence, by the words of each and its neighbours.

import { Code, Flag, More, VERB } from '../../lexicon/word.ts'
import { type Unit, unitAt } from '../recognise/units.ts'
import { beGroup, doGroup, gotGroup, haveGroup, modalGroup, toGroup } from './groups/auxiliary.ts'
import { bareFinite, listsAdjective, modifiesNoun } from './groups/bare.ts'
import { closesSubject, governs } from './groups/governs.ts'
import { AUXILIARY, type Group, has, isComma, isLabel, isStrongMark, refers, SOFT, type Stretch, toVerbs } from './groups/group.ts'

export { governs } from './groups/governs.ts'
export { type Group, type GroupIndex, has, isComma, isLabel, isStrongMark, refers, toVerbs } from './groups/group.ts'

/** Longest label before the verb of an item. */
const LABEL = 9

/** A new clause or item may begin after the unit: nothing, "and", a mark that closes no bracket. */
const connects = (unit: Unit | undefined): boolean =>
  !unit || has(unit, Flag.COORDINATOR) || (has(unit, Flag.PUNCTUATION) && unit.word.code !== Code.CLOSE)

/** Longest insertion between dashes. */
const INSERTION = 40

/** "We — A of R, and B of Z — met": the unit before the dash that the one at `p` answers, where the two enclose no verb; else `p`. */
function beforeInsertion(units: readonly Unit[], p: number): number {
  if (unitAt(units, p)?.word.code !== Code.DASH) return p
  for (let k = p - 2; k > 0 && k > p - INSERTION; k--) {
    if (units[k]?.word.code === Code.DASH) return closesSubject(units[k - 1]) ? k - 1 : p
    if (has(units[k], Flag.MODAL | Flag.BE | Flag.HAVE | Flag.TO | Flag.RELATIVE | Flag.TERMINAL)) return p
  }
  return p
}

/** "(ii)", "b)": a mark of a list ends at `k`. */
function endsMark(units: readonly Unit[], k: number): boolean {
  const label = unitAt(units, k - 1)
  if (units[k]?.word.code !== Code.CLOSE || !isLabel(label)) return false
  if (units[k - 2]?.word.code === Code.OPEN) return !refers(units, k - 2)
  return connects(unitAt(units, k - 2))
}

/** "Fisheries: Build a quay": a capital after a label opens an item. */
const followsLabel = (units: readonly Unit[], i: number, p: number): boolean =>
  isStrongMark(unitAt(units, p)?.word.code) && has(units[i], Flag.BASE) && p === i - 1 && p < LABEL && governs(units, i)

/** The verb group at `i`, by its own words and its neighbours. */
function groupAt(units: readonly Unit[], i: number, state: Stretch): Group | undefined {
  const unit = units[i] as Unit
  if (has(unit, Flag.NAME)) return undefined
  if (has(unit, AUXILIARY)) {
    const group = has(unit, Flag.MODAL)
      ? modalGroup(units, i)
      : has(unit, Flag.BE)
        ? beGroup(units, i)
        : has(unit, Flag.HAVE)
          ? haveGroup(units, i)
          : doGroup(units, i)
    if (group) return group
  }
  if (has(unit, Flag.TO)) return toGroup(units, i)
  if (!has(unit, VERB)) return undefined
  if (has(unit, Flag.ADVERB) && (has(units[i + 1], VERB) || (i > 0 && has(units[i + 1], Flag.PUNCTUATION)))) return undefined
  // "there remains a need": what there is has its verb before it
  if (unit.word.kind === 'copula' && unitAt(units, i - 1)?.word.code === Code.THERE)
    return toVerbs(i, i, 'finite', has(unit, Flag.PAST) ? 'past' : 'present', '', false, false, Flag.BASE)
  let p = i - 1
  // "neither send troops nor build bases": "nor" denies and lists
  while (p >= 0 && has(units[p], SOFT) && !(has(units[p], Flag.NOT) && has(units[p], Flag.COORDINATOR))) p--
  p = beforeInsertion(units, p)
  // "we both share a view"
  if (p > 0 && units[p]?.word.kind === 'quantifier' && units[p - 1]?.word.kind === 'joint') p--
  const before = unitAt(units, p)
  const owed = unit.word.kind === 'owing' && closesSubject(before) ? gotGroup(units, i, p) : undefined
  if (owed) return owed
  if (has(unit, Flag.ING)) {
    if (has(unit, Flag.CAPITAL) && p >= 0) return undefined
    if (has(unitAt(units, i - 1), Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE) || has(unit, Flag.PREPOSITION)) return undefined
    if (units[i + 1]?.word.code === Code.OF || modifiesNoun(units, i) || listsAdjective(units, i) || namesEvent(units, i)) return undefined
    return toVerbs(i, i, 'ing', 'present', '', false, has(unitAt(units, i - 1), Flag.NOT), Flag.ING)
  }
  if (connects(before) || endsMark(units, p)) {
    const bare = unit.flags & (Flag.BASE | Flag.PRESENT | Flag.PAST | Flag.PARTICIPLE)
    if (!bare || has(unit, Flag.PREPOSITION) || (p >= 0 && has(unit, Flag.CAPITAL) && !followsLabel(units, i, p))) return undefined
    // "a free and open river": the second of two adjectives
    if (has(unit, Flag.ALSO_NOUN) && has(before, Flag.COORDINATOR) && isAdjectiveAt(units, p - 1)) return undefined
    // "R will: – not raise tolls"
    return toVerbs(i, i, 'loose', has(unit, Flag.PAST) ? 'past' : 'present', '', false, i === 1 && has(units[0], Flag.NOT), bare)
  }
  return closesSubject(before) ? bareFinite(units, i, p, state) : undefined
}

/** "the same meeting", "their last official hearing": a word in "-ing" that is a thing too, past adjectives after an article or owner. */
function namesEvent(units: readonly Unit[], i: number): boolean {
  if (!units[i]?.word.actor || has(units[i + 1], Flag.DETERMINER | Flag.POSSESSIVE)) return false
  let p = i - 1
  while (p > 0 && p > i - 4 && (units[p]?.flags === 0 || has(units[p], Flag.NUMBER))) p--
  return p < i - 1 && has(unitAt(units, p), Flag.DETERMINER | Flag.POSSESSIVE | Flag.GENITIVE)
}

/** An adjective after an article or owner: a word that is a verb too ("a free"). */
const isAdjectiveAt = (units: readonly Unit[], k: number): boolean =>
  unitAt(units, k)?.word.kind === 'adjective' &&
  has(unitAt(units, k - 1), Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION | Flag.GENITIVE)

/** "to return – in word and deed – to the accord": one of two dashes that enclose no verb. */
function inserts(units: readonly Unit[], i: number): boolean {
  if (units[i]?.word.code !== Code.DASH) return false
  for (const step of [1, -1])
    for (let k = i + step; k > 0 && k < units.length && Math.abs(k - i) < INSERTION / 2; k += step) {
      if (units[k]?.word.code === Code.DASH && Math.abs(k - i) > 1) return true
      if (has(units[k], (VERB & ~Flag.ALSO_NOUN) | Flag.PUNCTUATION | AUXILIARY | Flag.TO | Flag.RELATIVE)) break
    }
  return false
}

/** "Rebuilding the port marks a new start": the word at `i` is the verb of what the sentence opens with, and no noun. */
function opensAsSubject({ form, start }: Group, units: readonly Unit[], i: number): boolean {
  const unit = units[i] as Unit
  if (form !== 'ing' || start !== 0 || !has(unit, Flag.PRESENT) || has(unit, Flag.BASE | Flag.PAST) || !has(units[i + 1], Flag.DETERMINER))
    return false
  for (let k = 1; k < i; k++) if (has(units[k], Flag.PUNCTUATION | Flag.RELATIVE | Flag.SUBORDINATOR)) return false
  return true
}

/** All verb groups of a sentence, in order. */
export function findGroups(units: readonly Unit[]): Group[] {
  const groups: Group[] = []
  // "Should a dispute arise, …": a bare verb tells the condition, as one does after "asked that"
  const asks = has(units[0], Flag.MODAL) && has(units[0], Flag.SUBORDINATOR)
  const state: Stretch = { taken: false, busy: false, asks, reports: true }
  let asking = false
  let front = has(units[0], Flag.SUBORDINATOR)
  let told = false
  // no group yet, or none since the last strong mark
  let fresh = true
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit
    if (has(unit, Flag.PUNCTUATION | Flag.COORDINATOR | Flag.RELATIVE | Flag.THAT | Flag.SUBORDINATOR)) {
      // "As you know, R …": after the clause that opens the sentence the main one begins
      if (told && isComma(unit) && !has(units[i + 1], Flag.COORDINATOR)) {
        state.busy = false
        front = told = false
      }
      state.taken = false
      // an object goes on over "and"; a new clause begins with its own opener
      if (has(unit, Flag.THAT)) state.asks = asking
      if (has(unit, Flag.RELATIVE | Flag.THAT | Flag.SUBORDINATOR) || (isStrongMark(unit.word.code) && !inserts(units, i)))
        state.busy = false
      fresh ||= unit.word.code === Code.SEMICOLON
      state.reports = true
    }
    if (groups.length === 1 && opensAsSubject(groups[0] as Group, units, i)) state.busy = false
    const group = groupAt(units, i, state)
    if (!group) continue
    groups.push(group)
    // "condemns the raid; welcomes the work done in Z": what opens an item of a list is its verb
    const opens = fresh && has(unit, Flag.PRESENT) && !has(unit, Flag.BASE) && governs(units, i)
    fresh = false
    if (group.form !== 'loose' || !has(unit, Flag.ALSO_NOUN) || opens) state.busy = true
    const { framesBy, more } = (units[group.head] as Unit).word
    state.reports = (more & More.TAKES_CLAUSE) !== 0
    asking = state.reports && framesBy?.asks === true
    if (group.form === 'finite') {
      state.asks = false
      state.taken = true
      told = front
    }
    i = group.head
  }
  return groups
}
