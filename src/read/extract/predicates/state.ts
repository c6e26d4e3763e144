// The predicates found so far in a sentence, and how one more is added.

import type { NounCue } from '../../../lexicon/vocabulary.ts'
import { Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { Frames } from '../frames.ts'
import { findGroups, type Group } from '../groups.ts'
import type { Node, Relation } from './node.ts'
import type { Place } from './place.ts'

/** Forms by which a verb without subject may go on from a group. */
function accepts(group: Group): number {
  if (group.form === 'to') return Flag.TO | Flag.BASE
  if (group.form === 'ing') return Flag.ING
  return group.goesOn
}

/** Predicates of one sentence while its tree is built, left to right. */
export class TreeState {
  readonly nodes: Node[] = []
  /** The open predicates, outermost first. */
  readonly stack: Node[] = []
  /** Verb groups by the unit they start at. */
  readonly groups: (Group | undefined)[] = []
  /** What the verbs of the sentence do with what follows them. */
  readonly frames: Frames
  /** The main clause has begun. */
  begun = false
  readonly units: readonly Unit[]
  /** Unit after the sentence. */
  readonly end: number
  /** Forms by which the first verb may go on from a list lead; 0 without one. */
  readonly lead: number
  /** First unit that may belong to a subject. */
  readonly start: number

  constructor(units: readonly Unit[], start: number, end: number, lead: number) {
    this.units = units
    this.end = end
    this.lead = lead
    this.start = start
    const groups = findGroups(units)
    for (const group of groups) this.groups[group.start] = group
    this.frames = new Frames(units, end, this.groups)
  }

  /** The innermost open predicate. */
  get top(): Node | undefined {
    const { length } = this.stack
    return length ? this.stack[length - 1] : undefined
  }

  /** Adds a predicate and closes what it does not hang on. The parent of a node with a peer is the peer's. */
  push(group: Group, relation: Relation, place: Place, above: Node | undefined, peer?: Node, noun?: { cue: NounCue; at: number }): Node {
    const parent = peer ? peer.parent : above
    const frame = this.frames.of(group)
    const node: Node = {
      index: this.nodes.length,
      group,
      relation,
      parent,
      peer,
      from: place.from,
      link: place.link,
      subject: place.subject,
      frame,
      noun,
      accepts: accepts(group),
    }
    if (relation === 'root') this.begun = true
    while (this.stack.length && this.top !== parent) this.stack.pop()
    this.stack.push(node)
    this.nodes.push(node)
    return node
  }
}
