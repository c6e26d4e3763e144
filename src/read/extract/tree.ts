// The tree of predicates of a sentence: walks its verb groups and lets each find its place.

import { Flag } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import type { Frames } from './frames.ts'
import { type Group, has, isComma } from './groups.ts'
import { attachFinite } from './predicates/finite.ts'
import { attachLoose } from './predicates/loose.ts'
import { bracket } from './predicates/marks.ts'
import type { Node } from './predicates/node.ts'
import { attachGerund, attachInfinitive } from './predicates/nonfinite.ts'
import { attachAsked, attachNounList } from './predicates/nounlists.ts'
import { TreeState } from './predicates/state.ts'

export type { FrameMatch, Node, Relation } from './predicates/node.ts'

/** Builds the tree of predicates of one sentence, left to right; never looks back at what is decided. */
export class Tree {
  readonly nodes: Node[]
  /** Verb groups by the unit they start at. */
  readonly groups: (Group | undefined)[]
  /** What its verbs do with what follows them. */
  readonly frames: Frames

  /**
   * `lead`: forms by which the first verb may go on from a list lead; 0 without one. `labelled`: what stands before `from` is no part
   * of the sentence.
   */
  constructor(units: readonly Unit[], from: number, end: number, lead: number, labelled = false) {
    const tree = new TreeState(units, labelled ? from : 0, end, lead)
    this.nodes = tree.nodes
    this.groups = tree.groups
    this.frames = tree.frames
    let depth = 0
    for (let i = from; i < end; i++) {
      const unit = units[i] as Unit
      if (has(unit, Flag.PUNCTUATION)) depth = bracket(units, i, depth)
      if (depth > 0) continue
      const group = tree.groups[i]
      if (group && group.head < end) {
        attach(tree, group)
        i = group.head
      } else if (has(unit, Flag.COORDINATOR) || (isComma(unit) && !has(units[i + 1], Flag.COORDINATOR)))
        attachAsked(tree, i) || attachNounList(tree, i)
    }
  }
}

/** Hangs a verb group where its form may hang. */
function attach(tree: TreeState, group: Group): void {
  if (group.form === 'finite') attachFinite(tree, group)
  else if (group.form === 'to') attachInfinitive(tree, group)
  else if (group.form === 'ing') attachGerund(tree, group)
  else attachLoose(tree, group)
}
