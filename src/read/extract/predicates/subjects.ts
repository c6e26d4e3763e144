// Decides which words are the subject of a finite verb, past the predicates that only modify it.

import { Flag, VERB } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { has } from '../groups.ts'
import { commaBetween, opensClause, subjectBefore } from './boundaries.ts'
import { fronted } from './front.ts'
import { skipOpening } from './marks.ts'
import { firstOf, isIdle, type Node } from './node.ts'
import { Link, type Place, type Stretch, toStretch } from './place.ts'
import type { TreeState } from './state.ts'

/** The subject of a finite verb, past predicates that only modify it ("the plan, which opened in May, will …"). */
export function ownSubject(tree: TreeState, near: Place): Stretch {
  const opening = skipOpening(tree.units, tree.start, near.from)
  const first = tree.nodes[0]
  const gerund =
    !tree.begun &&
    tree.nodes.length === 1 &&
    first?.relation === 'front' &&
    first.group.form === 'ing' &&
    !has(tree.units[first.group.head + 1], Flag.THAT) &&
    first.frame?.frame.form !== 'that' &&
    !thatBetween(tree, first.group.head, near.from) &&
    !commaBetween(tree, first.group.head, near.from)
  if (gerund) {
    tree.stack.length = 0
    return toStretch(opening, opening, opening, Link.START, near.from)
  }
  const limited =
    !tree.begun &&
    first?.relation === 'front' &&
    first.group.form === 'finite' &&
    near.bits === Link.COMMA &&
    first.link > opening + 1 &&
    opensNoun(tree, opening)
  if (limited) {
    tree.stack.length = 0
    return toStretch(opening, opening, opening, Link.START, near.from)
  }
  const modified =
    !tree.begun &&
    first !== undefined &&
    first.link > opening &&
    first.relation !== 'front' &&
    !tree.nodes.some((n) => n.relation === 'front') &&
    !has(tree.units[near.from - 1], Flag.RELATIVE)
  if (modified) {
    tree.stack.length = 0
    const to = first.relation === 'relative' && has(tree.units[first.link], Flag.PRONOUN) ? first.link : near.from
    return fronted(tree, opening, to, opening, Link.START)
  }
  let end = near.from
  for (;;) {
    const top = tree.top
    const limit = top ? top.group.head + 1 : tree.start
    const found = subjectBefore(tree, limit, end)
    const empty = found.subject >= end && !(found.bits & (Link.RELATIVE | Link.THAT | Link.SUB))
    const modifies =
      top &&
      (top.relation === 'relative' ||
        top.relation === 'adjunct' ||
        top.relation === 'content' ||
        top.relation === 'purpose' ||
        top.relation === 'noun' ||
        (isIdle(top) && waits(tree, firstOf(top))))
    const comma = near.bits === Link.COMMA && end === near.from
    const dangling = has(tree.units[found.subject], Flag.PREPOSITION) && !(found.bits & ~Link.COMMA)
    if (modifies && tree.stack.length > 1 && (empty || comma || dangling || waits(tree, firstOf(top)))) {
      tree.stack.pop()
      end = firstOf(top).link
      continue
    }
    found.end = near.from
    return found
  }
}

/** "The tasks we take up are large": the pronoun right after the noun that opens the sentence has a clause of its own; 0 where none does. */
export function reducedRelative(tree: TreeState, found: { subject: number; bits: number; end: number }): number {
  const { units } = tree
  const pronoun = found.end - 1
  if (
    (tree.begun
      ? !(found.bits & (Link.COORD | Link.STRONG)) || found.bits & (Link.THAT | Link.RELATIVE | Link.SUB)
      : found.bits !== Link.START) ||
    pronoun < found.subject + 2 ||
    !has(units[found.subject], Flag.DETERMINER | Flag.POSSESSIVE)
  )
    return 0
  const { kind } = (units[pronoun] as Unit).word
  if (!has(units[pronoun], Flag.PRONOUN) || (kind !== 'joint' && kind !== 'single') || has(units[found.subject], Flag.TIME | Flag.NUMBER))
    return 0
  for (let k = found.subject; k < pronoun; k++)
    if (has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.TIME | Flag.SUBORDINATOR)) return 0
  return has(units[pronoun - 1], Flag.PREPOSITION | Flag.NAME) ? 0 : pronoun
}

/** "Weapons, for as long as they exist, should …": what stands first is a subject and no adverbial. */
function opensNoun(tree: TreeState, k: number): boolean {
  return (
    !has(tree.units[k], Flag.PREPOSITION | Flag.SUBORDINATOR | Flag.ADVERB | Flag.TIME | Flag.OPENER | VERB) &&
    tree.units[k]?.word.kind !== 'weak'
  )
}

function thatBetween(tree: TreeState, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++)
    if (has(tree.units[k], Flag.THAT | Flag.RELATIVE) && !has(tree.units[k - 1], Flag.PREPOSITION)) return true
  return false
}

/** Before the modifier `top` a "that" still waits for its verb. */
export function waits(tree: TreeState, top: Node): boolean {
  const before = tree.nodes[top.index - 1]
  for (let k = top.link - 1; k > (before?.group.head ?? -1); k--)
    if (
      has(tree.units[k], Flag.THAT | Flag.RELATIVE) &&
      opensClause(tree, k, top.link) &&
      (has(tree.units[k], Flag.RELATIVE) || !has(tree.units[k - 1], Flag.PREPOSITION))
    )
      return true
  return false
}
