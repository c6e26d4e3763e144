// Decides whether a bare form after a connector is a verb, and what it goes on from.

import { Flag, More } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Group, governs, has, isComma, toVerbs } from '../groups.ts'
import { laterCoordinator } from './ahead.ts'
import { apposed } from './apposition.ts'
import { before } from './before.ts'
import { asksOrHolds, hasComplement, hasStance, hasWords, holds } from './frames-of.ts'
import { isIdle, type Node } from './node.ts'
import { peerWith } from './peers.ts'
import { Link } from './place.ts'
import type { TreeState } from './state.ts'

export const again = (
  { start, head, modal, negated }: Group,
  form: Group['form'],
  tense: Group['tense'],
  passive: boolean,
  goesOn: number,
): Group => toVerbs(start, head, form, tense, modal, passive, negated, goesOn)

/** What an object opens with. */
const OBJECTS = Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.NUMBER

/** A bare form after a connector: a verb only where something open goes on with that form. */
export function attachLoose(tree: TreeState, group: Group): void {
  const { units } = tree
  const near = before(tree, group.start)
  const unit = units[group.head] as Unit
  const top = tree.top
  if (!top && tree.lead & group.goesOn && near.bits & Link.START) {
    // the verb of a resolution's line ("Decides to …") is the finite verb of its organ
    const finite = (tree.lead & Flag.PRESENT) !== 0 && has(unit, Flag.PRESENT) && !has(unit, Flag.BASE)
    if (governs(units, group.head) || hasComplement(tree, group))
      tree.push(finite ? again(group, 'finite', 'present', group.passive, Flag.PRESENT) : group, 'root', near, undefined)
    return
  }
  if (!tree.begun && apposed(tree, group, near)) return
  if (!top) return
  if (top.frame?.verb === group.head && near.bits & (Link.STRONG | Link.ITEM)) return void tree.push(group, 'complement', near, top)
  const joined = (near.bits & (Link.COORD | Link.STRONG | Link.ITEM)) !== 0
  if (!joined && !laterCoordinator(tree, group.head)) return
  if (!governs(units, group.head) && !hasWords(tree, group) && !(isComma(units[group.head + 1]) && joined && hasComplement(tree, group)))
    return
  // "free and open seas"
  if (
    near.bits === Link.COORD &&
    units[near.link - 1]?.word.kind === 'adjective' &&
    has(units[near.link - 2], Flag.TO) &&
    !has(units[group.head + 1], OBJECTS | Flag.TO)
  )
    return
  let bare = near.link
  // "examine closely and debate honestly": an adverb each
  while (has(units[group.head + 1], Flag.ADVERB) && bare > top.group.head + 1 && has(units[bare - 1], Flag.ADVERB)) bare--
  const shares = bare === top.group.head + 1
  // "We have opened talks, and urge …": an attitude or a call in the present goes on with the main verb of "we"
  const calls =
    has(unit, Flag.BASE) &&
    (near.bits & Link.COMMA) !== 0 &&
    joined &&
    (hasStance(tree, group) || asksOrHolds(tree, group) || holds(tree, group))
  const open = calls ? peerWith(tree, Flag.BASE, near.bits) : undefined
  const root =
    calls && (!open || isIdle(open))
      ? tree.stack.find(
          (n) =>
            n.relation === 'root' &&
            (n.group.tense === 'perfect' || n.group.tense === 'progressive') &&
            n.subject !== undefined &&
            units[n.subject[1] - 1]?.word.kind === 'joint',
        )
      : undefined
  if (root) return void tree.push(again(group, 'finite', 'present', group.passive, Flag.BASE), 'same', near, undefined, root)
  if (has(unit, Flag.BASE)) {
    const peer = peerWith(tree, Flag.BASE, near.bits)
    const back = peer !== undefined && (isIdle(peer) || peer.relation === 'noun') && asksOrHolds(tree, group)
    const main = back
      ? tree.stack.find((n) => n.group.form === 'finite' && n.group.modal !== '' && (n.accepts & Flag.BASE) !== 0)
      : undefined
    if (main && joined)
      return void tree.push(again(group, group.form, group.tense, group.passive, Flag.BASE), 'list', near, undefined, main)
    const stance = joined && presentRoot(tree) && (back || ((near.bits & Link.COMMA) !== 0 && hasStance(tree, group)))
    if (peer && !stance && !(peer.group.form === 'finite' && peer.group.tense === 'present')) {
      if (shares && peer === top) return
      return void tree.push(
        again(group, group.form, group.tense, group.passive, Flag.BASE | (peer.accepts & Flag.TO)),
        'list',
        near,
        undefined,
        peer,
      )
    }
  }
  if (insideReported(tree, near.link)) return
  const sure = has(unit, Flag.PRESENT) ? !has(unit, Flag.ALSO_NOUN) : has(unit, Flag.PAST) && !has(unit, Flag.PARTICIPLE)
  const clear = joined && (sure || hasComplement(tree, group))
  const forms = group.goesOn & (Flag.PAST | Flag.PRESENT | Flag.BASE)
  for (let i = tree.stack.length - 1; i >= 0; i--) {
    const node = tree.stack[i] as Node
    const finite = forms & (clear ? Flag.PAST | Flag.PRESENT | Flag.BASE : node.accepts & (Flag.PAST | Flag.PRESENT | Flag.BASE))
    if (finite && (node.group.form === 'finite' || node.relation === 'same')) {
      if (
        (near.bits & Link.COMMA) !== 0 &&
        node.relation === 'relative' &&
        i > 0 &&
        (near.bits !== Link.COMMA || perfectMain(tree, node)) &&
        !agreesOnly(tree, unit, node)
      )
        continue
      // ", and decided" after a reported clause with "must": the main verb, which is past too, goes on
      const outer =
        node.relation === 'that' &&
        (node.group.tense === 'modal' || (node.group.tense === 'copula' && has(unit, Flag.PAST))) &&
        (near.bits & Link.COMMA) !== 0 &&
        (node.group.tense === 'copula' || !(node.accepts & forms)) &&
        tree.stack.slice(0, i).some((n) => n.accepts & forms & Flag.PAST)
      if (outer) continue
      if (!looksFinite(tree, group.head, near)) return
      if (shares && node === top && !hasComplement(tree, group)) return
      return void tree.push(
        again(group, 'finite', finite & Flag.PAST ? 'past' : 'present', group.passive, finite),
        'same',
        near,
        undefined,
        node,
      )
    }
    const cue = has(unit, Flag.PAST) && (near.bits & Link.COMMA) !== 0 && unit.word.frames.length > 0
    const adjective = (unit.word.more & More.KNOWN) === 0 && !has(units[group.head + 1], OBJECTS | Flag.PREPOSITION | Flag.TO)
    const outer = hasWords(tree, group) && tree.stack.some((n, j) => j < i && n.group.form === 'finite' && (n.accepts & Flag.PAST) !== 0)
    // "are committed to …" takes no other participle before a bare noun
    const apart =
      node.group.passive && node.frame !== undefined && !has(units[group.head + 1], OBJECTS | Flag.PREPOSITION | Flag.TO | Flag.ADVERB)
    if (!cue && !adjective && !outer && !apart && has(unit, Flag.PARTICIPLE) && node.accepts & Flag.PARTICIPLE && !isIdle(node)) {
      if (shares && node === top) return
      return void tree.push(again(group, group.form, group.tense, node.group.passive, Flag.PARTICIPLE), 'list', near, undefined, node)
    }
  }
}

/** "We have closed a mill that spoilt the lake, opened …": a participle goes on with the perfect of the main verb, not with a plain past. */
function perfectMain(tree: TreeState, node: Node): boolean {
  return node.group.tense === 'past' && tree.stack.some((n) => n.relation === 'root' && n.group.tense === 'perfect')
}

/** "We back a plan that lasts, keeps the peace, and serves all": a singular verb goes on with the singular relative clause, not with "we". */
function agreesOnly(tree: TreeState, unit: Unit, node: Node): boolean {
  const singular = has(unit, Flag.PRESENT) && !has(unit, Flag.BASE | Flag.PAST)
  return singular && (node.accepts & Flag.PRESENT) !== 0 && tree.stack.some((n) => n.relation === 'root' && n.group.goesOn === Flag.BASE)
}

/** An "-ed" form that the frames do not know is a verb only before what a verb governs. */
function looksFinite(tree: TreeState, head: number, near: { link: number; bits: number }): boolean {
  const unit = tree.units[head] as Unit
  const next = tree.units[head + 1]
  const participial = has(unit, Flag.PARTICIPLE) && has(next, Flag.PREPOSITION | Flag.ADVERB) && !(near.bits & (Link.COORD | Link.STRONG))
  if (participial) return hasWords(tree, { start: head, head, passive: false } as Group)
  if (!has(unit, Flag.PAST) || unit.word.frames.length > 0) return true
  if (has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.TO | Flag.THAT | Flag.PREPOSITION | Flag.NUMBER | Flag.PRONOUN))
    return true
  // "for deeper and strengthened ties": before a bare noun it is an adjective
  return !has(unit, Flag.PARTICIPLE)
}

/** A "that" between the last predicate and `link` still waits for its own verb. */
function insideReported(tree: TreeState, link: number): boolean {
  for (let k = link - 1; k > (tree.top?.group.head ?? 0); k--)
    if (has(tree.units[k], Flag.THAT) && !has(tree.units[k - 1], Flag.PREPOSITION)) return true
  return false
}

function presentRoot(tree: TreeState): boolean {
  return tree.stack.some((node) => node.group.form === 'finite' && node.group.tense === 'present' && (node.accepts & Flag.BASE) !== 0)
}
