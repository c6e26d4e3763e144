// Decides which words are the subject of a finite verb, past the predicates that only modify it.

import { Code, Flag, VERB } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { has } from '../groups.ts'
import { opensClause, subjectBefore } from './boundaries.ts'
import { fronted } from './front.ts'
import { commaBetween, skipOpening } from './marks.ts'
import { firstOf, isIdle, type Node } from './node.ts'
import { Link, type Place, type SubjectPlace, toSubjectPlace } from './place.ts'
import type { TreeState } from './state.ts'

/** The subject of a finite verb, past predicates that only modify it ("the plan, which opened in May, will …"). */
export function ownSubject(tree: TreeState, near: Place): SubjectPlace {
  const opening = openingSubject(tree, near)
  if (opening) return opening
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
        (isIdle(top) && waitsBelow(tree)))
    const comma = near.bits === Link.COMMA && end === near.from
    const dangling = has(tree.units[found.subject], Flag.PREPOSITION) && !(found.bits & ~Link.COMMA)
    if (modifies && tree.stack.length > 1 && (empty || comma || dangling || waitsBelow(tree))) {
      tree.stack.pop()
      end = firstOf(top).link
      continue
    }
    // "that in addition to arming Z and building ports, R will …": past the adverbial that was popped
    if (
      end < near.from &&
      has(tree.units[found.subject], Flag.PREPOSITION) &&
      !has(tree.units[found.subject + 1], Flag.NUMBER) &&
      found.bits & Link.THAT
    )
      return fronted(tree.units, found.subject, near.from, found.link, found.bits)
    found.end = near.from
    return found
  }
}

/** The noun that opens the sentence, where the predicates before the main verb only modify it or stand at its front; else undefined. */
function openingSubject(tree: TreeState, near: Place): SubjectPlace | undefined {
  const first = tree.nodes[0]
  if (tree.begun || !first) return undefined
  const opening = skipOpening(tree.units, tree.start, near.from)
  const gerund =
    tree.nodes.length === 1 &&
    first.relation === 'front' &&
    first.group.form === 'ing' &&
    !has(tree.units[first.group.head + 1], Flag.THAT) &&
    first.frame?.frame.form !== 'that' &&
    !thatBetween(tree.units, first.group.head, near.from) &&
    !commaBetween(tree.units, first.group.head, near.from)
  const limited =
    first.relation === 'front' &&
    first.group.form === 'finite' &&
    near.bits === Link.COMMA &&
    first.link > opening + 1 &&
    opensNoun(tree.units[opening])
  // "What R has done is lawful", "what we want is peace"
  const free =
    tree.units[opening]?.word.code === Code.WHAT &&
    tree.nodes.every((n) => n === first || (n.relation === 'complement' && n.parent === first)) &&
    first.relation === 'front' &&
    near.bits === 0 &&
    !commaBetween(tree.units, opening, near.from)
  if (free) {
    tree.stack.length = 0
    return toSubjectPlace(opening, opening, opening, Link.START, near.from)
  }
  if (gerund || limited) {
    tree.stack.length = 0
    // "Building on that pact we will …": a pronoun right before the verb is its subject
    const { code } = (tree.units[near.from - 1] as Unit).word
    const own = near.from - 1
    if (gerund && (code === Code.WE || code === Code.I)) return toSubjectPlace(own, own, opening, Link.START, near.from)
    return toSubjectPlace(opening, opening, opening, Link.START, near.from)
  }
  const modified =
    first.link > opening &&
    first.relation !== 'front' &&
    !tree.nodes.some((n) => n.relation === 'front') &&
    !has(tree.units[near.from - 1], Flag.RELATIVE)
  if (modified) {
    tree.stack.length = 0
    const to = first.relation === 'relative' && has(tree.units[first.link], Flag.PRONOUN) ? first.link : near.from
    return fronted(tree.units, opening, to, opening, Link.START)
  }
  return undefined
}

/** "Weapons, for as long as they exist, should …": what stands first is a subject and no adverbial. */
function opensNoun(unit: Unit | undefined): boolean {
  return !has(unit, Flag.PREPOSITION | Flag.SUBORDINATOR | Flag.ADVERB | Flag.TIME | Flag.OPENER | VERB) && unit?.word.kind !== 'weak'
}

/** A "that" or "which" that opens a clause stands after `from`, before `to`. */
function thatBetween(units: readonly Unit[], from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (has(units[k], Flag.THAT | Flag.RELATIVE) && !has(units[k - 1], Flag.PREPOSITION)) return true
  return false
}

/** Before the innermost modifier, or one that it stands in ("that by opening ports, clearing ditches, … we will"), a "that" waits. */
function waitsBelow(tree: TreeState): boolean {
  for (let i = tree.stack.length - 1; i > 0; i--) {
    const node = tree.stack[i] as Node
    if (waits(tree, firstOf(node))) return true
    if (!isIdle(node)) return false
  }
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
