// Decides where a finite verb hangs.

import { Code, Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { limitsNoun } from '../groups/governs.ts'
import { type Group, has, isComma } from '../groups.ts'
import { laterCoordinator, laterMain } from './ahead.ts'
import { before } from './before.ts'
import { contactClause, reducedRelative } from './contacts.ts'
import { isStrong, skipOpening } from './marks.ts'
import { firstOf, type Node } from './node.ts'
import { clausePeer } from './peers.ts'
import { Link, type Place, toPlace } from './place.ts'
import type { TreeState } from './state.ts'
import { ownSubject, waits } from './subjects.ts'
import { takesThat } from './verbframes.ts'

/** What stands in the words of a frame for who is told. */
const SOMEBODY = 'NP'

/** Hangs a finite verb: beside a clause whose subject it shares, else by the subject and the opener of its own clause. */
export function attachFinite(tree: TreeState, group: Group): void {
  const near = before(tree, group.start)
  const joins = (near.bits & (Link.COORD | Link.COMMA | Link.STRONG)) !== 0
  if (joins && !(near.bits & (Link.THAT | Link.RELATIVE | Link.SUB)) && tree.top && tree.begun) {
    if (sameSubject(tree, group, near)) return
  }
  const found = ownSubject(tree, near)
  const that = thatBeforeAside(tree, found.bits)
  if (that > 0) {
    const subject = found.subject < found.end ? ([found.subject, found.end] as const) : undefined
    tree.stack.pop()
    return thatClause(tree, group, toPlace(found.from, that, Link.THAT, subject))
  }
  if (adverbial(tree, found) && sameSubject(tree, group, toPlace(found.from, found.link, found.bits, undefined))) return
  const reduced = reducedRelative(tree, found, group.head)
  if (reduced)
    return void tree.push(group, 'relative', toPlace(reduced, reduced, 0, [reduced, found.end]), tree.begun ? tree.top : undefined)
  const contact = contactClause(tree, found)
  if (contact) return void tree.push(group, 'relative', toPlace(contact, contact, 0, [contact, found.end]), tree.top)
  if (limits(tree, group, found)) return void tree.push(group, 'front', toPlace(found.from, found.link, found.bits, undefined), tree.top)
  const subject = found.subject < found.end ? ([found.subject, found.end] as const) : undefined
  placeFinite(tree, group, toPlace(found.from, found.link, found.bits, subject))
}

/** "agreed that, if Z pays, R will open the port": the "that" which still waits for its verb before the clause that has just ended; 0 where none does. */
function thatBeforeAside({ units, top, stack }: TreeState, bits: number): number {
  if (
    top?.relation !== 'subordinate' ||
    stack.length < 2 ||
    !(bits & Link.COMMA) ||
    bits & (Link.THAT | Link.RELATIVE | Link.SUB | Link.COORD)
  )
    return 0
  let k = top.link
  while (k > 0 && (isComma(units[k]) || has(units[k], Flag.SUBORDINATOR)) && !has(units[k], Flag.THAT)) k--
  return has(units[k], Flag.THAT) && (isComma(units[k + 1]) || has(units[k + 1], Flag.SUBORDINATOR)) ? k : 0
}

/** "…, and with this accord has lifted …": what stands between the connector and the verb is one adverbial and no subject. */
function adverbial({ units, begun, top }: TreeState, { subject, end, bits }: { subject: number; end: number; bits: number }): boolean {
  if (!begun || !top || !(bits & Link.COORD) || bits & (Link.THAT | Link.RELATIVE | Link.SUB)) return false
  if (
    !has(units[subject], Flag.PREPOSITION) ||
    has(units[subject], Flag.DETERMINER | Flag.OPENER) ||
    units[subject]?.word.code === Code.OF ||
    end < subject + 2
  )
    return false
  for (let k = subject + 1; k < end; k++)
    if (has(units[k], Flag.PUNCTUATION | Flag.COORDINATOR) || (has(units[k], Flag.PRONOUN) && !has(units[k], Flag.DETERMINER))) return false
  return true
}

/** Hangs a finite verb with a subject of its own, by what opens its clause. */
function placeFinite(tree: TreeState, group: Group, place: Place): void {
  const { top } = tree
  const { bits } = place
  if (bits & Link.RELATIVE) return void tree.push(group, 'relative', place, top)
  if (bits & Link.THAT) return thatClause(tree, group, place)
  if (bits & Link.SUB && contrasts(tree, group, place)) {
    const peer = clausePeer(tree, bits)
    return void tree.push(group, 'clause', place, undefined, peer)
  }
  if (bits & Link.SUB) return void tree.push(group, tree.begun ? 'subordinate' : 'front', place, tree.begun ? top : undefined)
  if (top && !tree.begun && fills(tree, top, place.from)) return void tree.push(group, 'that', place, top)
  if (!top || !tree.begun) return void tree.push(group, 'root', place, undefined)
  // "aware of A, and of the challenges these have posed": no subject opens with "of"
  if (place.subject && tree.units[place.subject[0]]?.word.code === Code.OF) return void tree.push(group, 'relative', place, top)
  if (bits & (Link.COORD | Link.STRONG | Link.COMMA)) {
    const peer = clausePeer(tree, bits, isPersonal(tree, place.subject))
    return void tree.push(group, 'clause', place, undefined, peer)
  }
  tree.push(group, takesThat(tree, top) && !ownsObject(tree, top, place) ? 'that' : 'relative', place, top)
}

/** "In line with the plan set out in May, R will …": at the front a participle limits the one noun of an adverbial. */
function limits(tree: TreeState, { start, head }: Group, { subject, end }: { subject: number; end: number }): boolean {
  const { units, begun } = tree
  const verb = units[head]
  if (
    begun ||
    start !== head ||
    !has(verb, Flag.PAST) ||
    !has(verb, Flag.PARTICIPLE) ||
    !has(units[head + 1], Flag.PREPOSITION | Flag.ADVERB)
  )
    return false
  if (!has(units[subject], Flag.PREPOSITION) || has(units[subject], Flag.DETERMINER) || end < subject + 2) return false
  const other = Flag.NAME | Flag.TIME | Flag.NUMBER | Flag.PRONOUN | Flag.PUNCTUATION | Flag.COORDINATOR
  for (let k = subject + 1; k < end; k++) {
    const article = has(units[k], Flag.DETERMINER | Flag.POSSESSIVE)
    if ((article && k > subject + 1) || (has(units[k], other) && !article)) return false
  }
  return laterMain(tree, head)
}

/** "considers cuts for goods it makes": a pronoun right after a noun in the object of a verb that reports no clause to somebody. */
function ownsObject({ units }: TreeState, { group }: Node, { from, subject }: Place): boolean {
  if (!subject || subject[1] - subject[0] !== 1 || !limitsNoun(units, from, group.head + 1)) return false
  return !(units[group.head] as Unit).word.frames.some(({ form, words }) => form === 'that' && words.includes(SOMEBODY))
}

/** The subject is "they", "we" or "he" alone. */
function isPersonal({ units }: TreeState, subject: Place['subject']): boolean {
  if (!subject || subject[1] - subject[0] !== 1) return false
  const { kind } = (units[subject[0]] as Unit).word
  return has(units[subject[0]], Flag.PRONOUN) && (kind === 'joint' || kind === 'single')
}

/** ", while Z will …": a word that also coordinates sets a promise of its own beside the first. */
function contrasts(tree: TreeState, group: Group, place: Place): boolean {
  const opener = tree.units[place.from - 1]
  return (
    tree.begun &&
    place.subject !== undefined &&
    (group.modal !== '' || (opensName(tree, place.subject[0]) && group.tense !== 'copula')) &&
    has(opener, Flag.SUBORDINATOR) &&
    has(opener, Flag.COORDINATOR) &&
    isComma(tree.units[place.from - 2])
  )
}

/** "Z", "the Z": a subject by its name. */
const opensName = ({ units }: TreeState, k: number): boolean =>
  has(units[k], Flag.NAME) || (units[k]?.word.code === Code.THE && has(units[k + 1], Flag.NAME))

/** "To ensure this effort works, …": the clause right after a fronted verb that takes one. */
function fills(tree: TreeState, top: Node, from: number): boolean {
  return top.relation === 'front' && top.group.form !== 'finite' && top.group.head + 1 === from && takesThat(tree, top)
}

/** Hangs a clause that "that" opens: beside an earlier one, under the verb or the noun that takes it, or as a relative. */
function thatClause(tree: TreeState, group: Group, place: Place): void {
  const { units } = tree
  const { link } = place
  const joined = has(units[link - 1], Flag.COORDINATOR | Flag.PUNCTUATION)
  if (joined) {
    for (let i = tree.stack.length - 1; i >= 0; i--) {
      const node = tree.stack[i] as Node
      if (!place.subject && node.relation !== 'that') continue
      if (node.relation === 'that' || node.relation === 'content') {
        let start = link
        while (has(units[start - 1], Flag.COORDINATOR) || isComma(units[start - 1]) || isStrong(units[start - 1])) start--
        return void tree.push(group, node.relation, toPlace(place.from, start, 0, place.subject), undefined, node)
      }
    }
  }
  const top = tree.top
  if (!top) {
    const after = link > skipOpening(units, tree.start, link)
    // "The reason that R wants a port is simple": what limits the noun that opens the sentence
    const limits = after && units[link - 1]?.word.kind === 'reason' && laterMain(tree, group.head)
    if ((!place.subject && after) || limits) return void tree.push(group, 'relative', place, undefined)
    return void tree.push(group, 'root', place, undefined)
  }
  const verb = clauseVerb(tree, link)
  if (verb) return void tree.push(group, 'that', place, verb)
  const noun = link > 0 && top.group.head !== link - 1 && !has(units[link - 1], Flag.PUNCTUATION | Flag.COORDINATOR)
  if (noun) {
    const filled = units[link - 1]?.word.noun?.links.includes(units[link]?.word.text ?? '') === true
    return void tree.push(group, place.subject && filled ? 'content' : 'relative', place, top)
  }
  tree.push(group, place.subject || takesThat(tree, top) ? 'that' : 'relative', place, top)
}

/** The open node whose frame takes the "that" at `link`. */
function clauseVerb(tree: TreeState, link: number): Node | undefined {
  for (let i = tree.stack.length - 1; i >= 0; i--) {
    const node = tree.stack[i] as Node
    if (node.frame?.frame.form === 'that' && node.frame.verb - 1 === link) return node
    if (i === tree.stack.length - 1 && node.group.head + 1 === link && takesThat(tree, node)) return node
  }
  return undefined
}

/** A finite verb right after a connector goes on with the subject of an open finite clause. */
function sameSubject(tree: TreeState, group: Group, near: Place): boolean {
  const joined = (near.bits & (Link.COORD | Link.STRONG)) !== 0
  if (!joined && (!laterCoordinator(tree, group.head) || (tree.top?.relation === 'adjunct' && waits(tree, tree.top)))) return false
  for (let i = tree.stack.length - 1; i >= 0; i--) {
    const node = tree.stack[i] as Node
    if (node.group.form !== 'finite' && !(node.accepts & (Flag.PAST | Flag.PRESENT))) continue
    const past = node.relation === 'relative' || leavesPurpose(tree, group, node, near) || leavesPair(tree, node, near)
    if ((near.bits & Link.COMMA) !== 0 && past && i > 0) continue
    if (i > 0 && leaves(tree, group, node, near.bits)) continue
    tree.push(group, 'same', near, undefined, node)
    return true
  }
  return pastBareVerbs(tree, group, near)
}

/** "R will open its ports and train pilots, will map the reefs, and has agreed to …": past bare verbs the verb that they go on with goes on. */
function pastBareVerbs(tree: TreeState, group: Group, near: Place): boolean {
  const first = tree.top?.relation === 'list' && tree.top.group.form === 'loose' ? firstOf(tree.top) : undefined
  const main = first?.relation === 'root' || first?.relation === 'clause' || first?.relation === 'same'
  const goesOn = (near.bits & Link.COORD) !== 0 || (group.modal !== '' && first?.group.modal === group.modal)
  if (!first || !main || !goesOn) return false
  tree.push(group, 'same', near, undefined, first)
  return true
}

/** "We thank the firms that built the bridge and mended the road, and are ready …": "and" has closed the relative clause, ", and" leads back. */
const leavesPair = ({ units }: TreeState, { relation, peer, link }: Node, near: Place): boolean =>
  relation === 'same' &&
  peer?.relation === 'relative' &&
  (near.bits & Link.COORD) !== 0 &&
  has(units[link], Flag.COORDINATOR) &&
  !isComma(units[link - 1])

/** "R will change the law so that all are safe, and has agreed to …": in another tense than the clause of purpose, the main verb goes on. */
const leavesPurpose = (tree: TreeState, group: Group, node: Node, near: Place): boolean =>
  node.relation === 'subordinate' &&
  (near.bits & Link.COORD) !== 0 &&
  (group.tense !== node.group.tense || group.modal !== node.group.modal) &&
  tree.stack[0]?.group.form === 'finite'

/** "R shall ensure that rules are clear, and shall publish …": after a reported clause without one, the modal of the main verb goes on with that verb. */
function repeatsModal({ stack: [root] }: TreeState, group: Group, node: Node): boolean {
  let top = node
  while (top.relation === 'same' && top.peer) top = top.peer
  return top.relation === 'that' && !node.group.modal && !top.group.modal && group.modal !== '' && root?.group.modal === group.modal
}

/** "R shall lift any duty that may hinder trade and shall tell Z": in the modal of the main verb and not of the relative clause, the main verb goes on. */
function returnsToModal({ stack: [root] }: TreeState, { modal }: Group, node: Node): boolean {
  const own = node.group.modal
  return node.relation === 'relative' && modal !== '' && root?.group.modal === modal && own !== modal && (own !== '' || modal === 'binding')
}

/** "We recognise that poor roads hold back trade, and will build …": a promise after a clause about a thing, which one only holds in the present. */
function pledgesBeside({ units, stack: [root] }: TreeState, group: Group, node: Node, bits: number): boolean {
  if (node.relation !== 'that' || !(bits & Link.COMMA) || !(bits & Link.COORD) || group.modal !== 'intent' || node.group.modal) return false
  const thing = node.subject?.[1] ? units[node.subject[1] - 1] : undefined
  if (!thing || !node.subject || thing.word.actor || units.slice(...node.subject).some((unit) => has(unit, Flag.NAME | Flag.PRONOUN)))
    return false
  const held = root?.frame?.frame.outcome === 'clause-position' || root?.frame?.frame.outcome === 'belief'
  return held && root?.group.tense === 'present'
}

/**
 * "We oppose rules that harm trade and will act": a promise after a relative clause in the present goes on with the main verb, and
 * so does a state of mind ("…, and are proud of …") after a reported clause about things.
 */
function leaves(tree: TreeState, group: Group, node: Node, bits: number): boolean {
  const { units } = tree
  if (repeatsModal(tree, group, node) || returnsToModal(tree, group, node) || pledgesBeside(tree, group, node, bits)) return true
  if (node.relation === 'relative') {
    const main = tree.stack.find((n) => n.relation === 'root' && n.group.tense === 'present')?.frame?.frame.outcome
    return group.modal === 'intent' && node.group.tense === 'present' && !node.subject && (main === 'position' || main === 'attitude')
  }
  // "R hopes Z will join, and is looking forward …": in the tense of the main verb
  const main = tree.stack.find((n) => n.relation === 'root')?.group.tense
  const past = (tense: Group['tense'] | undefined): boolean => tense === 'past'
  if (
    node.relation === 'that' &&
    bits & Link.COMMA &&
    node.group.modal &&
    !group.modal &&
    main !== 'modal' &&
    past(main) === past(group.tense)
  )
    return true
  if (
    node.relation !== 'that' ||
    !(bits & Link.COMMA) ||
    group.modal ||
    !node.subject ||
    has(units[node.subject[0]], Flag.NAME | Flag.PRONOUN)
  )
    return false
  return tree.frames.of(group)?.frame.outcome === 'attitude'
}
