// Decides where an infinitive or an "-ing" form hangs.

import type { NounCue } from '../../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Group, has, isComma } from '../groups.ts'
import { nounCueAt } from '../nouns.ts'
import { laterCoordinator, laterInfinitive } from './ahead.ts'
import { askedAlso } from './asked.ts'
import { before } from './before.ts'
import { skipOpening } from './marks.ts'
import { firstOf, isIdle, type Node, readAs } from './node.ts'
import { clausePeer, gerundAfterTo, mainClause, peerWith, samePreposition } from './peers.ts'
import { Link, type Place, toPlace } from './place.ts'
import type { TreeState } from './state.ts'
import { isStance } from './verbframes.ts'

/** Hangs an infinitive: in a list, under the verb or the noun that asks for it, else as a purpose. */
export function attachInfinitive(tree: TreeState, group: Group): void {
  const near = before(tree, group.start)
  const top = tree.top
  if (!top) {
    if (tree.lead & Flag.TO) tree.push(group, 'root', near, undefined)
    else {
      const noun = frontedNoun(tree, near.from)
      tree.push(group, noun || near.bits & Link.START ? 'front' : 'adjunct', near, undefined, undefined, noun)
    }
    return
  }
  const aside = (near.bits & (Link.COORD | Link.ITEM)) === 0 && tree.units[near.link]?.word.code === Code.DASH
  if ((near.bits & (Link.COORD | Link.STRONG | Link.ITEM) && !aside) || (near.bits & Link.COMMA && laterInfinitive(tree, group.head))) {
    const nearest = top.relation === 'purpose' && (near.bits & (Link.COORD | Link.STRONG)) === 0 ? top : undefined
    const peer = nearest ?? peerWith(tree, Flag.TO, near.bits)
    if (near.bits & Link.COORD && objectAfterTo(top)) return void tree.push(group, 'list', near, undefined, top)
    // "its commitment to peace, and to open ports": the noun has an act beside what it holds
    if (near.bits & Link.COORD && besideObject(tree, group, top, near)) return
    const other =
      peer && !isIdle(peer)
        ? peer
        : near.link === near.from - 1 || !has(tree.units[near.link + 1], Flag.PREPOSITION)
          ? near.bits === Link.COMMA || purposeAfterComma(tree, peer)
            ? peer
            : (gerundAfterTo(tree) ?? peer)
          : peer
    if (other) return void tree.push(group, 'list', near, undefined, other)
  }
  for (let i = tree.stack.length - 1; i >= Math.max(0, tree.stack.length - 2); i--) {
    const node = tree.stack[i] as Node
    const verb = node.frame?.verb
    if (verb === group.head || (node.frame && verb === group.start))
      return void tree.push(group, node.frame?.frame.form === 'noun-cue' ? 'noun' : 'complement', near, node)
  }
  const also = askedAlso(tree, group.start)
  if (also) return void tree.push(group, 'list', also.place, undefined, also.peer)
  const noun = nounBefore(tree, near.from, top)
  if (noun) return void tree.push(group, 'noun', near, top, undefined, noun)
  if (top.group.head + 1 === near.from && top.group.form !== 'to') return void tree.push(group, 'complement', near, top)
  const effort = top.group.passive && top.subject !== undefined && tree.units[top.subject[1] - 1]?.word.kind === 'light'
  if (effort) return void tree.push(group, 'complement', near, top)
  tree.push(group, 'purpose', near, top)
}

/** Hangs an "-ing" form: under what asks for it, in a list, else as a means or an adjunct. */
export function attachGerund(tree: TreeState, group: Group): void {
  const near = before(tree, group.start)
  const absolute = tree.begun && undertakes(tree.units[group.head]) ? absoluteSubject(tree.units, near.from) : undefined
  if (absolute) {
    const place = toPlace(absolute[0], absolute[0] - 2, Link.COMMA, absolute)
    return void tree.push(
      readAs(group, 'finite', 'past', group.passive, Flag.ING),
      'clause',
      place,
      undefined,
      clausePeer(tree, Link.COMMA),
    )
  }
  const top = tree.top
  if (!top) {
    const leads = tree.lead & Flag.ING && (near.bits & ~Link.PREP || near.link - 1 === skipOpening(tree.units, tree.start, near.link))
    tree.push(group, leads ? 'root' : near.bits & Link.START ? 'front' : 'adjunct', near, undefined)
    return
  }
  if (near.bits & Link.PREP) {
    const head = tree.units[near.link - 1]
    if (top.frame && (top.frame.verb === group.head || top.frame.at === near.from)) return void tree.push(group, 'complement', near, top)
    // ", but also to helping Z"
    let joint = near.link - 2
    while (has(tree.units[joint], Flag.ADVERB) && !has(tree.units[joint], Flag.COORDINATOR)) joint--
    const coordinated = has(tree.units[joint], Flag.COORDINATOR) || isComma(tree.units[joint])
    if (coordinated) {
      // "committed to peace, to opening ports and to training pilots": behind an object the list begins with its first act
      const alike = (node: Node): boolean => samePreposition(tree.units, node, head) || samePreposition(tree.units, firstOf(node), head)
      const peer = tree.stack.findLast((node) => (node.accepts & Flag.ING) !== 0 && alike(node))
      const wide = before(tree, near.link - 1)
      if (peer) return void tree.push(group, 'list', toPlace(near.link - 1, wide.link, 0, undefined), undefined, peer)
      if (has(head, Flag.TO) && besideObject(tree, group, top, toPlace(near.link - 1, wide.link, 0, undefined))) return
    }
    const noun = nounBefore(tree, near.from, top)
    if (noun?.cue.links.includes(head?.word.text ?? '')) return void tree.push(group, 'noun', near, top, undefined, noun)
    return void tree.push(group, 'means', near, top)
  }
  // "committed to: opening a port; …": the colon stands between the verb and the first act
  const first = near.bits & Link.STRONG && top.frame?.frame.form === 'ing' && top.frame.verb === group.head
  if (first) return void tree.push(group, 'complement', near, top)
  if (near.bits & (Link.COORD | Link.COMMA | Link.STRONG)) {
    if (near.bits & Link.COMMA && meansBefore(tree, near)) return void tree.push(group, 'means', near, top)
    // "stressed the value of trade – noting the role of ports"
    const dash = tree.begun && near.bits === Link.STRONG && tree.units[near.link]?.word.code === Code.DASH
    if (dash && isStance(tree, group)) return void tree.push(group, 'adjunct', near, mainClause(tree) ?? top)
    const concedes = has(tree.units[near.from - 1], Flag.SUBORDINATOR) && has(tree.units[near.from - 1], Flag.COORDINATOR)
    const joined = (near.bits & (Link.COORD | Link.STRONG)) !== 0 && !concedes
    // "committed to: opening lines for sharing; and drafting rules": a semicolon leads past a means to an act
    const item = tree.units[near.link]?.word.code === Code.SEMICOLON
    if (joined && !item && near.link === top.group.head + 1 && !(near.bits & Link.COMMA) && top.accepts & Flag.ING) return
    const peer = joined || laterCoordinator(tree, group.head) ? peerWith(tree, Flag.ING, near.bits, item) : undefined
    // "is working to limit trade while keeping ports open": what goes on beside it is no second progressive
    if (concedes && peer?.group.form === 'finite' && near.from === group.start) return void tree.push(group, 'adjunct', near, top)
    // "stressed the importance of acting, while noting that …"
    if (concedes && isStance(tree, group)) return void tree.push(group, 'adjunct', near, mainClause(tree) ?? top)
    const remark =
      peer &&
      !joined &&
      near.bits === Link.COMMA &&
      isStance(tree, group) &&
      !isStance(tree, peer.group) &&
      !listsActs(tree, group) &&
      !(top.relation === 'list' && top.group.form === 'ing' && isIdle(peer))
    if (remark && tree.begun) return void tree.push(group, 'adjunct', near, mainClause(tree) ?? top)
    if (peer && (joined || peer.relation !== 'adjunct')) return void tree.push(group, 'list', near, undefined, peer)
    return void tree.push(group, tree.begun ? 'adjunct' : 'front', near, top)
  }
  const adjacent = top.frame?.frame.form === 'ing' && top.frame.verb === group.head
  if (adjacent) return void tree.push(group, 'complement', near, top)
  tree.push(group, 'adjunct', near, top)
}

/**
 * "through joint patrols, combating fraud, and sharing data": a means that is a noun stands before the comma, and the list goes on with means. After
 * ", and" it is a list only where a comma stood before: "ending hunger through research, and reducing waste" are two acts.
 */
function meansBefore({ units, top, groups }: TreeState, { link, bits }: Place): boolean {
  const listed = (bits & Link.COORD) !== 0
  let parted = !listed
  for (let k = link - 1; k > (top?.group.head ?? 0); k--) {
    if (units[k]?.word.code === Code.THROUGH) return parted && !has(units[k + 1], Flag.ING)
    parted ||= isComma(units[k])
    if (has(units[k], Flag.THAT | Flag.RELATIVE) || isComma(units[k]) !== (listed && isComma(units[k])) || (listed && groups[k]))
      return false
  }
  return false
}

/** ", backing the fund, and raising trade": the list goes on with an act, so that the verb before it only names one too. */
function listsActs(tree: TreeState, group: Group): boolean {
  for (let k = group.head + 1; k < Math.min(tree.end, group.head + LIST); k++) {
    const later = tree.groups[k]
    if (later && later.form !== 'ing' && later.form !== 'loose') return false
    if (later?.form !== 'ing' || !has(tree.units[k - 1], Flag.COORDINATOR)) continue
    return isComma(tree.units[k - 2]) && !isStance(tree, later)
  }
  return false
}

/** The verb agrees, holds or asks by itself: ", with exports rising" only describes. */
const undertakes = (unit: Unit | undefined): boolean =>
  unit?.word.frames.some(
    ({ outcome, words }) => words.length === 0 && (outcome === 'commitment' || outcome === 'clause' || outcome === 'clause-position'),
  ) === true

/** How far on the last of a list is looked for. */
const LIST = 24

/** Longest subject after ", with". */
const ABSOLUTE = 8

/** ", with both sides agreeing to …": the units of who does what the "-ing" form after them says; undefined where no party stands there. */
function absoluteSubject(units: readonly Unit[], to: number): readonly [number, number] | undefined {
  let party = false
  for (let k = to - 1; k > Math.max(1, to - ABSOLUTE); k--) {
    const unit = units[k] as Unit
    if (unit.word.code === Code.WITH) return party && k < to - 1 && isComma(units[k - 1]) ? [k + 1, to] : undefined
    if (
      has(unit, Flag.PUNCTUATION | Flag.PREPOSITION | Flag.RELATIVE | Flag.THAT | Flag.TO | Flag.MODAL | Flag.BE | Flag.HAVE) &&
      !unit.name
    )
      return undefined
    party ||= unit.name !== undefined || unit.word.actor === 'joint' || unit.word.actor === 'side' || unit.word.actor === 'official'
  }
  return undefined
}

/** "Given R's commitment to open a port, …": the noun with its owner, in an adverbial that opens the sentence; "Under R's plan to …" only says by what. */
function frontedNoun({ units, start }: TreeState, at: number): { cue: NounCue; at: number } | undefined {
  const cue = units[at - 1]?.word.noun
  const owned = has(units[at - 2], Flag.GENITIVE) || units[at - 2]?.name?.type === 'adjective'
  const reason = has(units[start], Flag.PREPOSITION) && units[start]?.word.code !== Code.UNDER
  return cue && owned && reason && has(units[at - 1], Flag.NOUN_CUE) ? { cue, at: at - 1 } : undefined
}

/** "committed to raising aid, to reduce risk, and to help all": what the act is for, parted from it by a comma, goes on with its like. */
function purposeAfterComma({ units }: TreeState, peer: Node | undefined): boolean {
  if (!peer) return false
  const first = firstOf(peer)
  return first.relation === 'purpose' && first.group.form === 'to' && isComma(units[first.link])
}

/** "committed to peace": the words of the frame end in "to", and a noun follows. */
const objectAfterTo = ({ frame }: Node): boolean => frame?.frame.form === 'object' && frame.frame.words.at(-1) === 'to'

/** "committed to peace and to opening …", "its commitment to peace and to opening …": an act beside the object; true when it is one. */
function besideObject(tree: TreeState, group: Group, top: Node, place: Place): boolean {
  if (objectAfterTo(top)) {
    tree.push(group, 'list', place, undefined, top)
    return true
  }
  const from = top.frame?.frame.outcome === 'attitude' && top.group.form === 'finite' ? top.frame.at : tree.end
  const noun = nounCueAt(tree.units, from, Math.min(from + 7, tree.end))
  if (!noun?.cue.force || !noun.cue.links.includes(tree.units[place.from]?.word.text ?? '') || noun.at > place.link) return false
  tree.push(group, 'nouns', place, undefined, top, noun)
  return true
}

/** How far before its verb a performing noun may stand. */
const NOUN = 12

/** The performing noun that an infinitive or gerund right after it fills: "commitment to …", "the decision of R to …". */
function nounBefore(tree: TreeState, at: number, top: Node): { cue: NounCue; at: number } | undefined {
  const { units } = tree
  let k = at - 1
  if (has(units[k], Flag.PREPOSITION | Flag.TO)) k--
  // "the pledge by R in May fully to open the port"
  const fully = has(units[k], Flag.ADVERB) && !has(units[k], Flag.TIME)
  if (fully) k--
  if (isComma(units[k])) {
    let j = k - 1
    while (j > top.group.head && !isComma(units[j])) j--
    if (!isComma(units[j])) return undefined
    k = j - 1
  }
  for (let steps = 0; k > top.group.head && steps < NOUN; k--, steps++) {
    const unit = units[k] as Unit
    const cue = unit.word.noun
    if (cue && has(unit, Flag.NOUN_CUE)) return { cue, at: k }
    if (
      steps === 0 &&
      k === (fully ? at - 2 : at - 1) &&
      !has(unit, Flag.NAME | Flag.NUMBER | Flag.TIME) &&
      !has(units[k - 1], Flag.PREPOSITION | Flag.NAME | Flag.DETERMINER | Flag.GENITIVE | Flag.NUMBER)
    )
      return undefined
    // "the shared commitment of R, S, and Z to …"
    const lists = has(units[k + 1], Flag.NAME) || has(units[k + 2], Flag.NAME) || has(units[k - 1], Flag.NAME)
    if (has(unit, Flag.PUNCTUATION | Flag.COORDINATOR) && !(lists && (isComma(unit) || has(unit, Flag.COORDINATOR)))) return undefined
  }
  return undefined
}
