// Decides which open predicate a later one stands beside: shares its governor or its subject with.

import { Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { has } from '../groups.ts'
import { firstOf, isIdle, type Node } from './node.ts'
import { Link } from './place.ts'
import type { TreeState } from './state.ts'

/** Innermost open node that goes on with a form; purposes only where nothing else does. `acts`: past a means to an act in the same form. */
export function peerWith(tree: TreeState, form: number, bits: number, acts = false): Node | undefined {
  let purpose: Node | undefined
  let aside: Node | undefined
  const strong = (bits & Link.STRONG) !== 0
  const parted = (bits & (Link.COMMA | Link.STRONG)) !== 0
  let dependent = parted ? tree.stack.findIndex((n, i) => i > 0 && (n.relation === 'relative' || n.relation === 'subordinate')) : -1
  // "… that feed the poor, keep the peace, and serve all": a list that began inside the clause ends there
  if (dependent > 0 && (bits === Link.COMMA ? tree.stack.length - 1 === dependent : listsOn(tree))) dependent = -1
  for (let i = tree.stack.length - 1; i >= 0; i--) {
    const node = tree.stack[i] as Node
    if (!(node.accepts & form)) continue
    if (form === Flag.ING && firstOf(node).relation === 'means' && !(acts && listsAct(tree, i))) return node
    if (dependent > 0 && i >= dependent) {
      aside ??= node
      continue
    }
    if (isIdle(node) || (strong && servesMeans(node))) {
      purpose ??= node
      // a bare verb goes on with the nearest infinitive; a strong mark leads back to the act
      if (form === Flag.BASE ? (bits & Link.STRONG) === 0 : !parted && form !== Flag.TO) return node
      continue
    }
    return node
  }
  return aside ?? purpose
}

/** Above the means at `i` of the stack stands an act in -ing that a verb or noun asks for: "committed to opening lines for sharing". */
const listsAct = ({ stack }: TreeState, i: number): boolean =>
  stack
    .slice(0, i)
    .some((node) => node.group.form === 'ing' && (firstOf(node).relation === 'complement' || firstOf(node).relation === 'noun'))

/** "by taking measures to improve …": what a purpose or means asks for; a semicolon leads past it. */
function servesMeans(node: Node): boolean {
  let at: Node | undefined = node
  while (at && !isIdle(at))
    at = at.relation === 'complement' || at.relation === 'noun' ? at.parent : at.relation === 'list' ? at.peer : undefined
  return at !== undefined
}

/** The last predicate goes on with a list of a relative clause. */
function listsOn(tree: TreeState): boolean {
  const { top } = tree
  return top !== undefined && (top.relation === 'same' || top.relation === 'list') && top.peer?.relation === 'relative'
}

/**
 * The clause that a coordinate clause stands beside: the outermost main one, or the reported one it goes on with. `personal`: its
 * subject is a pronoun for persons, which goes on with those of the main clause ("a fund that has grown and they discussed …").
 */
export function clausePeer(tree: TreeState, bits: number, personal = false): Node | undefined {
  const plain = (bits & Link.COORD) !== 0 && (bits & (Link.STRONG | Link.COMMA)) === 0
  let peer: Node | undefined
  for (let i = tree.stack.length - 1; i >= 0; i--) {
    const node = tree.stack[i] as Node
    if (node.group.form !== 'finite' && node.relation !== 'list') continue
    if (node.relation === 'that') return node
    if (plain && !personal && !peer && (node.relation === 'relative' || node.relation === 'subordinate')) return node
    if (node.relation === 'root' || node.relation === 'clause' || node.relation === 'same') peer = node
  }
  return peer
}

/** "committed to deepening … and to continue …": an open gerund after the same "to". */
export function gerundAfterTo(tree: TreeState): Node | undefined {
  for (let i = tree.stack.length - 1; i >= 0; i--) {
    const node = tree.stack[i] as Node
    if (
      node.group.form === 'ing' &&
      (node.relation === 'complement' || node.relation === 'noun') &&
      has(tree.units[node.from - 1], Flag.TO)
    )
      return node
  }
  return undefined
}

/** The preposition before `peer` is `head` too. */
export function samePreposition(units: readonly Unit[], peer: Node, head: Unit | undefined): boolean {
  for (let k = peer.group.start - 1; k >= Math.max(0, peer.group.start - 3); k--)
    if (has(units[k], Flag.PREPOSITION | Flag.TO)) return units[k]?.word === head?.word
  return false
}

/** The innermost open clause that is no object of a noun or an act ("their support for ensuring that …"). */
export function mainClause(tree: TreeState): Node | undefined {
  return tree.stack.findLast(
    (n) =>
      n.relation === 'root' ||
      n.relation === 'clause' ||
      n.relation === 'same' ||
      (n.relation === 'that' && n.parent?.group.form === 'finite'),
  )
}
