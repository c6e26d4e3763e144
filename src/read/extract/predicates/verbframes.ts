// Decides by the frames of a verb what it does: reports, holds, calls, takes a complement or a clause.

import type { Group } from '../groups.ts'
import type { FrameMatch, Node } from './node.ts'
import type { TreeState } from './state.ts'

/** ", underscoring the value of …": a verb by which the subject adds what it holds. */
export function isStance(tree: TreeState, group: Group): boolean {
  const outcome = tree.frames.of(group)?.frame.outcome
  return outcome === 'attitude' || outcome === 'clause-position'
}

/** A verb of attitude or speech with a clause of its own. */
export function hasStance(tree: TreeState, group: Group): boolean {
  const match = tree.frames.of(group)
  return match?.frame.form === 'that' && match.frame.outcome !== 'act'
}

/** What a verb comes to that asks, looks forward or holds. */
const asking: readonly string[] = ['proposal', 'commitment', 'position']

/** A verb that with words of its own asks, looks forward or holds: no step on the way to another act. */
export function asksOrHolds(tree: TreeState, group: Group): boolean {
  const match = tree.frames.of(group)
  return match !== undefined && match.frame.words.length > 0 && asking.includes(match.frame.outcome)
}

/** A verb that by itself calls or holds, before an object. */
export function holds(tree: TreeState, group: Group): boolean {
  const match = tree.frames.of(group)
  return match !== undefined && (match.frame.outcome === 'proposal' || match.frame.outcome === 'attitude')
}

/** What a verb comes to by which somebody takes a stand. */
const declaring: ReadonlySet<string> = new Set([
  'position',
  'attitude',
  'clause-position',
  'stance',
  'proposal',
  'request',
  'clause',
  'commitment',
])

/** A verb by which somebody takes a stand: holds, asks, agrees or undertakes. */
export const declares = (tree: TreeState, group: Group): boolean => declaring.has(tree.frames.of(group)?.frame.outcome ?? '')

/** A verb that by itself asks somebody to act. */
export function asksSomebody(tree: TreeState, group: Group): boolean {
  const match = tree.frames.of(group)
  return match?.frame.outcome === 'proposal' && match.frame.form === 'object-to'
}

/** A verb that undertakes the act after it: "agree to", "resolve to", "intend to". */
export function undertakes(tree: TreeState, group: Group): boolean {
  const match = tree.frames.of(group)
  return match?.frame.outcome === 'commitment' && (match.frame.form === 'to' || match.frame.form === 'ing') && match.frame.force !== 'ready'
}

/** A verb that asks for more than an object: another verb, a clause, a noun of its own. */
export function hasComplement(tree: TreeState, group: Group): boolean {
  const match = tree.frames.of(group)
  return match !== undefined && match.frame.form !== 'any' && match.frame.form !== 'object'
}

/** A frame of the verb has words of its own, and they stand here ("stands ready to"). */
export const hasWords = (tree: TreeState, group: Group): boolean => findsWords(tree.frames.of(group))

/** As `hasWords`, for the verb at a unit by itself. */
export const hasWordsAt = (tree: TreeState, head: number): boolean => findsWords(tree.frames.at(head))

const findsWords = (match: FrameMatch | undefined): boolean => match?.frame.words.some((word) => word !== '~') === true

/** True when some frame of the node's verb takes a clause. */
export function takesThat(tree: TreeState, node: Node): boolean {
  if (node.frame?.frame.form === 'that') return true
  return tree.units[node.group.head]?.word.framesBy?.bare.some(({ form }) => form === 'that') === true
}
