// What a predicate of a sentence is, and how it hangs on another.

import type { Frame, NounCue } from '../../../lexicon/vocabulary.ts'
import { type Group, toVerbs } from '../groups.ts'

/**
 * How a predicate hangs on another:
 * `root` opens the sentence; `front` an adjunct before the main clause; `clause` a coordinate clause with a subject of
 * its own; `same` goes on with the subject of `peer`; `that` a reported clause; `content` a clause that fills a noun
 * ("the announcement that …"); `relative`, `subordinate`; `complement` the verb that a verb asks for; `noun` the verb
 * that a noun asks for; `list` shares the governor of `peer`; `nouns` a performing noun coordinated with an earlier one;
 * `purpose`, `means`, `adjunct`: no act of their own.
 */
export type Relation =
  | 'root'
  | 'front'
  | 'clause'
  | 'same'
  | 'that'
  | 'content'
  | 'relative'
  | 'subordinate'
  | 'complement'
  | 'noun'
  | 'list'
  | 'nouns'
  | 'purpose'
  | 'means'
  | 'adjunct'

/** What a verb does with what follows it, found at a node. */
export interface FrameMatch {
  readonly frame: Frame
  /** Unit after the words of the frame. */
  readonly at: number
  /** Unit of the complement's verb, or of what stands there. */
  readonly verb: number
}

/** A predicate of a sentence with its place in the tree. Indexes are units. */
export interface Node {
  /** Its place among the nodes of the sentence. */
  readonly index: number
  readonly group: Group
  readonly relation: Relation
  readonly parent: Node | undefined
  /** The node that this one continues (`list`, `same`, `clause`, `nouns`). */
  readonly peer: Node | undefined
  /** First unit of the phrase: its subject, or its verb group where the subject is inherited. */
  readonly from: number
  /** Where what stands before ends: the first of the connectors before `from`. */
  readonly link: number
  /** Its own subject. */
  readonly subject: readonly [number, number] | undefined
  readonly frame: FrameMatch | undefined
  /** Performing noun of a `nouns` node, or the noun that a `noun` node fills. */
  readonly noun: { cue: NounCue; at: number } | undefined
  /** Forms by which a verb without subject may go on from here. */
  accepts: number
}

/** True when the node is no act of its own: a purpose, a means, an adjunct, or one that is listed with such a node. */
export const isIdle = (node: Node): boolean =>
  node.relation === 'purpose' ||
  node.relation === 'means' ||
  node.relation === 'adjunct' ||
  (node.relation === 'list' && node.peer !== undefined && isIdle(node.peer))

/** The first of the acts that a list shares its governor with. */
export function firstOf(node: Node): Node {
  let first = node
  while (first.relation === 'list' && first.peer) first = first.peer
  return first
}

/** The same verb group, read as another form now that the clause around it is known. */
export const readAs = (group: Group, form: Group['form'], tense: Group['tense'], passive: boolean, goesOn: number): Group =>
  toVerbs(group.start, group.head, form, tense, group.modal, passive, group.negated, goesOn)
