// Decides whether a clause without "that" limits the noun right before its subject ("the steps Z will take").

import { Code, Flag, More } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { isPlural } from '../groups/governs.ts'
import { has } from '../groups.ts'
import { laterMain } from './ahead.ts'
import { Link } from './place.ts'
import type { TreeState } from './state.ts'

/** Where the words of a clause begin that nothing opens, where they end, before its verb, and what stands before them. */
interface Found {
  readonly subject: number
  readonly bits: number
  readonly end: number
}

/** Connectors that open a clause of their own. */
const OPENED = Link.THAT | Link.RELATIVE | Link.SUB

/**
 * "The tasks we take up are large", "the plans Z has drawn up will be published": who acts, right after the noun that opens the
 * sentence, has a clause of its own; where that begins, 0 where none does.
 */
export function reducedRelative(tree: TreeState, found: Found, head: number): number {
  const { units } = tree
  if (tree.begun && found.bits & Link.COORD && !(found.bits & (Link.STRONG | OPENED))) {
    const joined = limitsJoined(units, found)
    if (joined) return joined
  }
  const opened = tree.begun ? !(found.bits & (Link.COORD | Link.STRONG)) || found.bits & OPENED : found.bits !== Link.START
  if (opened || found.end < found.subject + 2) return 0
  const who = has(units[found.end - 1], Flag.PRONOUN) ? personal(units, found.end) : named(units, found)
  if (!who || !limitsOpening(units, found.subject, who)) return 0
  return has(units[found.end - 1], Flag.PRONOUN) || laterMain(tree, head) ? who : 0
}

/** "stressed the importance both sides attach to …", "welcomed the steps Z will take": where who acts begins; 0 where no noun is limited so. */
export function contactClause({ units, begun, top }: TreeState, found: Found): number {
  if (!begun || !top || found.bits & OPENED) return 0
  const who = units[found.end - 1]?.word.actor === 'joint' ? together(units, found.end) : named(units, found)
  return who && limitsObject(units, found.subject, who) ? who : 0
}

/** "we", "they", "he" right before the verb. */
function personal(units: readonly Unit[], end: number): number {
  const { kind } = (units[end - 1] as Unit).word
  return kind === 'joint' || kind === 'single' ? end - 1 : 0
}

/** "both sides", "the parties" right before the verb. */
function together(units: readonly Unit[], end: number): number {
  const code = units[end - 2]?.word.code
  if (code === Code.BOTH || code === Code.ALL || code === Code.EACH) return end - 2
  return units[end - 3]?.word.code === Code.THE ? end - 3 : 0
}

/** "steps Z", "aid the United States" right before the verb: a state or a body by name, after what is sure to be a noun or before its own article. */
function named(units: readonly Unit[], { subject, end }: Found): number {
  const name = units[end - 1]?.name
  if (!name?.parties.length || (name.type !== 'state' && name.type !== 'body')) return 0
  if (units[end - 2]?.word.code === Code.THE) return end - 2 > subject ? end - 2 : 0
  return isNoun(units, end - 2) ? end - 1 : 0
}

/** No adjective ("a free Z"), and no one who bears the name ("our partner Z"). */
function isNoun(units: readonly Unit[], k: number): boolean {
  const unit = units[k]
  if (!unit || unit.name || unit.word.actor || unit.word.kind === 'adjective' || (unit.word.more & More.ADJECTIVAL) !== 0) return false
  return has(unit, Flag.ALSO_NOUN | Flag.NOUN_CUE) || (unit.word.more & More.ABSTRACT) !== 0 || isPlural(units, k)
}

/** "the tools and resources they need to grow": the pronoun stands right after the last noun of a list; 0 where it opens a clause of its own. */
function limitsJoined(units: readonly Unit[], { subject, end }: Found): number {
  const last = units[end - 1] as Unit
  const who = last.word.kind === 'it' ? end - 1 : has(last, Flag.PRONOUN) ? personal(units, end) : 0
  if (who <= subject || !isNoun(units, who - 1) || has(units[subject], Flag.PREPOSITION)) return 0
  const other = Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TIME | Flag.SUBORDINATOR | Flag.ADVERB | Flag.NAME | Flag.PRONOUN
  for (let k = subject; k < who; k++) if (has(units[k], other)) return 0
  return who
}

/** A word and no preposition, name, time or mark stands in the noun that opens the sentence. */
function limitsOpening(units: readonly Unit[], subject: number, who: number): boolean {
  if (who < subject + 2 || !has(units[subject], Flag.DETERMINER | Flag.POSSESSIVE) || has(units[subject], Flag.TIME | Flag.NUMBER))
    return false
  for (let k = subject; k < who; k++) if (has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TIME | Flag.SUBORDINATOR)) return false
  // "This morning he will meet" says when; "the years he has served" are limited
  if (units[who - 1]?.word.kind === 'period' && units[subject]?.word.code !== Code.THE) return false
  return !has(units[who - 1], Flag.PREPOSITION | Flag.NAME)
}

/** The same of an object, in which no other noun is opened either. */
function limitsObject(units: readonly Unit[], subject: number, who: number): boolean {
  if (who < subject + 2 || !has(units[subject], Flag.DETERMINER | Flag.POSSESSIVE)) return false
  const other = Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TIME | Flag.NAME | Flag.SUBORDINATOR | Flag.PREPOSITION
  for (let k = subject + 1; k < who; k++) if (has(units[k], other)) return false
  return true
}
