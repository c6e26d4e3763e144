// Decides which open predicate a bare verb goes on from: the main verb, a modal or infinitive, a finite verb, a participle.

import { Code, Flag, More } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { isDoer } from '../groups/governs.ts'
import { type Group, has } from '../groups.ts'
import { firstOf, isIdle, type Node, readAs } from './node.ts'
import { peerWith } from './peers.ts'
import { Link, type Place } from './place.ts'
import type { TreeState } from './state.ts'
import { asksOrHolds, asksSomebody, declares, hasComplement, hasStance, hasWords, hasWordsAt, holds, undertakes } from './verbframes.ts'

/** What an object opens with. */
export const OBJECTS = Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.NUMBER

/** Forms by which a finite verb goes on. */
const FINITE = Flag.PAST | Flag.PRESENT | Flag.BASE

/** "We have opened talks, and urge …": an attitude or a call in the present goes on with the main verb of "we"; true when it does. */
export function resumeMain(tree: TreeState, group: Group, near: Place): boolean {
  const { units } = tree
  if (!has(units[group.head], Flag.BASE)) return false
  if (!(near.bits & Link.COMMA)) return resumeFelt(tree, group, near)
  if (!hasStance(tree, group) && !asksOrHolds(tree, group) && !holds(tree, group)) return false
  const open = peerWith(tree, Flag.BASE, near.bits)
  if (open && !isIdle(open)) return false
  const root = tree.stack.find(
    (n) =>
      n.relation === 'root' &&
      (n.group.tense === 'perfect' || n.group.tense === 'progressive') &&
      n.subject !== undefined &&
      units[n.subject[1] - 1]?.word.kind === 'joint',
  )
  if (!root) return false
  tree.push(readAs(group, 'finite', 'present', group.passive, Flag.BASE), 'same', near, undefined, root)
  return true
}

/** "We are concerned about the war and support a truce", "… and demand a truce": a stand or call goes on with what "we" are; true when it does. */
function resumeFelt(tree: TreeState, group: Group, near: Place): boolean {
  const { units, stack, top } = tree
  const root = stack.find((n) => n.relation === 'root' && n.group.passive && n.group.form === 'finite' && n.group.modal === '')
  const ours = root?.subject !== undefined && units[root.subject[1] - 1]?.word.kind === 'joint'
  const outcome = tree.frames.of(group)?.frame.outcome
  if (!root || root !== top || !ours || (outcome !== 'position' && outcome !== 'proposal') || !has(units[group.head + 1], OBJECTS))
    return false
  tree.push(readAs(group, 'finite', 'present', group.passive, Flag.BASE), 'same', near, undefined, root)
  return true
}

/** A base form goes on with an open modal or infinitive ("will open a port, and lift …"); true when that settles it. */
export function resumeBase(tree: TreeState, group: Group, near: Place, joined: boolean, shares: boolean): boolean {
  const peer = closesList(tree, near) ?? peerWith(tree, Flag.BASE, near.bits)
  // "note the wish of Z to join, and agree to study it": whoever notes it agrees
  const pledges = peer?.relation === 'noun' && undertakes(tree, group)
  // "our call on Z to join the talks and accept the offer": without a comma whoever is called accepts it
  const called = peer?.noun?.cue.id === 'call' && !(near.bits & Link.COMMA) && tree.frames.of(group)?.frame.outcome === 'commitment'
  const back = peer !== undefined && ((!called && (isIdle(peer) || peer.relation === 'noun') && asksOrHolds(tree, group)) || pledges)
  const main = back ? tree.stack.find((n) => n.group.form === 'finite' && n.group.modal !== '' && (n.accepts & Flag.BASE) !== 0) : undefined
  if (main && joined) {
    tree.push(readAs(group, group.form, group.tense, group.passive, Flag.BASE), 'list', near, undefined, main)
    return true
  }
  const leaves =
    hasStance(tree, group) ||
    (peer !== undefined && isIdle(peer) && asksSomebody(tree, group)) ||
    // "consider it vital to act, and intend to meet"
    (undertakes(tree, group) && peer?.parent?.frame?.frame.outcome === 'impersonal')
  const stance = joined && presentRoot(tree) && (back || ((near.bits & Link.COMMA) !== 0 && leaves))
  if (!peer || stance || (peer.group.form === 'finite' && peer.group.tense === 'present')) return false
  if (shares && peer === tree.top) return true
  const goesOn = Flag.BASE | (peer.accepts & Flag.TO)
  tree.push(readAs(group, group.form, group.tense, group.passive, goesOn), 'list', near, undefined, peer)
  return true
}

/**
 * "will use A, back efforts to reform B, and help with C": a comma and "and" close the list that commas opened, not what stands under
 * its last item; undefined where no such list is open.
 */
function closesList(tree: TreeState, { bits }: Place): Node | undefined {
  if (!(bits & Link.COMMA) || !(bits & Link.COORD)) return undefined
  const { units, stack, top } = tree
  // the innermost list is the one to close
  const list = stack.findLast(({ relation, accepts }) => relation === 'list' && (accepts & Flag.BASE) !== 0)
  if (!list || list === top || isIdle(list) || !has(units[list.group.head], Flag.BASE)) return undefined
  for (let k = list.link; k < list.from; k++) if (has(units[k], Flag.COORDINATOR)) return undefined
  return list
}

/** A verb goes on with the innermost open finite verb or participle of its form, and with none where it is an adjective. */
export function resumeOpen(tree: TreeState, group: Group, near: Place, joined: boolean, shares: boolean): void {
  const unit = tree.units[group.head] as Unit
  const { top } = tree
  const sure = has(unit, Flag.PRESENT) ? !has(unit, Flag.ALSO_NOUN) : has(unit, Flag.PAST) && !has(unit, Flag.PARTICIPLE)
  const clear = joined && (sure || hasComplement(tree, group))
  const forms = group.goesOn & FINITE
  for (let i = tree.stack.length - 1; i >= 0; i--) {
    const node = tree.stack[i] as Node
    const finite = clear ? forms : forms & node.accepts
    if (finite && (node.group.form === 'finite' || node.relation === 'same')) {
      if (leavesRelative(tree, unit, near, i) || leavesReported(tree, unit, near, forms, i) || returns(tree, group, near, i)) continue
      if (!looksFinite(tree, group.head, near, node)) return
      if (shares && node === top && !hasComplement(tree, group)) return
      const tense = finite & Flag.PAST ? 'past' : 'present'
      return void tree.push(readAs(group, 'finite', tense, group.passive, finite), 'same', near, undefined, node)
    }
    if (listsParticiple(tree, group, near, i)) {
      if (shares && node === top) return
      return void tree.push(readAs(group, group.form, group.tense, node.group.passive, Flag.PARTICIPLE), 'list', near, undefined, node)
    }
  }
}

/** The verb leaves the relative clause at `i` of the stack for what that hangs on: after a comma and "and", or by its tense. */
function leavesRelative(tree: TreeState, unit: Unit, near: Place, i: number): boolean {
  const node = tree.stack[i] as Node
  if (node.relation !== 'relative' || i === 0) return false
  // "with all who have signed the pact and urge others to sign": what goes on with a perfect is a participle
  const told = node.group.tense === 'perfect' || node.group.tense === 'past'
  if (told && (near.bits & Link.COORD) !== 0 && has(unit, Flag.BASE) && !has(unit, Flag.PAST | Flag.PARTICIPLE) && presentRoot(tree))
    return true
  if (!(near.bits & Link.COMMA)) return false
  return (near.bits !== Link.COMMA || perfectMain(tree, node)) && !agreesOnly(tree, unit, node)
}

/**
 * "condemned the raid that broke the truce and called for talks", "noted that trade grows and welcomed the pact": who took one stand in the
 * past takes the next; of a clause that tells what somebody did, or of one in the past that is reported, nobody can know. In the present
 * ("notes that the duty rests with Z, and urges it to act") a thing asks nobody to act.
 */
function returns(tree: TreeState, group: Group, near: Place, i: number): boolean {
  const { units } = tree
  const { group: inner, relation, subject } = tree.stack[i] as Node
  if (!(near.bits & Link.COORD) || !declares(tree, group) || declares(tree, inner)) return false
  const now = has(units[group.head], Flag.PRESENT) && !has(units[group.head], Flag.BASE | Flag.PAST)
  if (now) return relation === 'that' && asks(tree, group, near) && namesThing(tree, subject) && declaresBefore(tree, 'present', i)
  if (!has(units[group.head], Flag.PAST)) return false
  let doer = subject ? subject[1] - 1 : inner.start - 1
  while (has(units[doer], Flag.ADVERB)) doer--
  const who = units[doer]?.word.code === Code.WHO
  // "the firms that built the bridge": those who did it stand before "that"
  if (!subject && has(units[doer], Flag.RELATIVE | Flag.THAT)) doer--
  const thing = !who && !has(units[doer], Flag.PRONOUN) && !isDoer(units[doer])
  const present = inner.tense === 'present' || inner.tense === 'copula'
  if (!(relation === 'relative' || relation === 'subordinate' ? thing || present : relation === 'that' && present)) return false
  return declaresBefore(tree, 'past', i)
}

/** Below the clause at `i` of the stack somebody takes a stand in a tense. */
const declaresBefore = (tree: TreeState, tense: Group['tense'], i: number): boolean =>
  tree.stack.some((n, j) => j < i && n.group.form === 'finite' && n.group.tense === tense && !n.group.passive && declares(tree, n.group))

/** Asks, or after a comma takes another stand: what things do too ("supports jobs") says nothing. */
const asks = (tree: TreeState, group: Group, near: Place): boolean =>
  (near.bits & Link.COMMA) !== 0 || tree.frames.of(group)?.frame.outcome === 'proposal'

/** "the duty of Z", "responsibility": no name, pronoun or word for somebody is the head of the subject. */
function namesThing({ units }: TreeState, subject: Node['subject']): boolean {
  if (!subject) return false
  let head = subject[0]
  while (head + 1 < subject[1] && !has(units[head + 1], Flag.PREPOSITION)) head++
  return !has(units[head], Flag.NAME | Flag.PRONOUN) && !(units[head] as Unit).word.actor
}

/** "and decided" after a reported clause with "must", ", and decided" after one with "is": the main verb, which is past too, goes on. */
function leavesReported(tree: TreeState, unit: Unit, near: Place, forms: number, i: number): boolean {
  const node = tree.stack[i] as Node
  if (node.relation !== 'that') return false
  const copula = node.group.tense === 'copula'
  if (!(near.bits & Link.COMMA) && (copula || !(near.bits & Link.COORD))) return false
  if (copula ? !has(unit, Flag.PAST) : node.group.tense !== 'modal' || node.accepts & forms) return false
  for (let j = 0; j < i; j++) if ((tree.stack[j] as Node).accepts & forms & Flag.PAST) return true
  return false
}

/** The form is one more participle after the one at `i` of the stack ("was opened in May and closed in June"). */
function listsParticiple(tree: TreeState, group: Group, near: Place, i: number): boolean {
  const unit = tree.units[group.head] as Unit
  const next = tree.units[group.head + 1]
  const node = tree.stack[i] as Node
  if (!has(unit, Flag.PARTICIPLE) || !(node.accepts & Flag.PARTICIPLE) || isIdle(node)) return false
  // ", and made": a past verb, where one is open before it
  const cue =
    has(unit, Flag.PAST) &&
    (near.bits & Link.COMMA) !== 0 &&
    unit.word.frames.length > 0 &&
    (firstOf(node).group.passive || tree.stack.some((n) => (n.accepts & Flag.PAST) !== 0))
  const adjective = (unit.word.more & More.KNOWN) === 0 && !has(next, OBJECTS | Flag.PREPOSITION | Flag.TO)
  // "are committed to …" takes no other participle before a bare noun
  const apart = node.group.passive && node.frame !== undefined && !has(next, OBJECTS | Flag.PREPOSITION | Flag.TO | Flag.ADVERB)
  if (cue || adjective || apart) return false
  return !hasWords(tree, group) || !tree.stack.some((n, j) => j < i && n.group.form === 'finite' && (n.accepts & Flag.PAST) !== 0)
}

/**
 * "We have closed a mill that spoilt the lake, opened …": a participle goes on with the perfect of the main verb, not with a
 * plain past.
 */
function perfectMain(tree: TreeState, node: Node): boolean {
  return node.group.tense === 'past' && tree.stack.some((n) => n.relation === 'root' && n.group.tense === 'perfect')
}

/**
 * "We back a plan that lasts, keeps the peace, and serves all": a singular verb goes on with the singular relative clause, not
 * with "we".
 */
function agreesOnly(tree: TreeState, unit: Unit, node: Node): boolean {
  const singular = has(unit, Flag.PRESENT) && !has(unit, Flag.BASE | Flag.PAST)
  return (
    singular &&
    (node.accepts & Flag.PRESENT) !== 0 &&
    tree.stack.some((n) => n !== node && n.group.form === 'finite' && n.group.goesOn === Flag.BASE)
  )
}

/** An "-ed" form that the frames do not know is a verb only before what a verb governs. */
function looksFinite(tree: TreeState, head: number, near: { link: number; bits: number }, peer: Node): boolean {
  const unit = tree.units[head] as Unit
  const next = tree.units[head + 1]
  if (peer.group.tense === 'past' && qualifies(unit, next)) return false
  // "met, hosted by R and seen by Z"
  if (has(unit, Flag.PARTICIPLE) && next?.word.code === Code.BY && !has(tree.units[head + 2], Flag.ING) && !peer.group.passive) return false
  const participial = has(unit, Flag.PARTICIPLE) && has(next, Flag.PREPOSITION | Flag.ADVERB) && !(near.bits & (Link.COORD | Link.STRONG))
  if (participial) return hasWordsAt(tree, head)
  if (!has(unit, Flag.PAST) || (unit.word.frames.length > 0 && !modifiesObject(tree, head, near))) return true
  if (has(next, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.TO | Flag.THAT | Flag.PREPOSITION | Flag.NUMBER | Flag.PRONOUN))
    return true
  // "have opened …, and provided strong aid"
  const listed = (near.bits & Link.COORD) !== 0 && (near.bits & Link.COMMA) !== 0 && firstTense(peer) === 'perfect'
  if (listed && next && !has(next, Flag.PUNCTUATION | Flag.COORDINATOR)) return true
  // "for deeper and strengthened ties": before a bare noun it is an adjective
  return !has(unit, Flag.PARTICIPLE)
}

/** "firm and continued support": a form of the verb that says that something goes on, right before a bare noun. */
const qualifies = (unit: Unit, next: Unit | undefined): boolean =>
  has(unit, Flag.PARTICIPLE) &&
  unit.word.frames.some(({ outcome }) => outcome === 'continue') &&
  next !== undefined &&
  !has(next, OBJECTS & ~Flag.NAME) &&
  !has(next, Flag.TO | Flag.THAT | Flag.ING | Flag.PREPOSITION | Flag.ADVERB | Flag.TIME | Flag.PUNCTUATION)

/** "support for a truce and increased aid": what a performing noun is for goes on, unless a frame of the verb begins here. */
function modifiesObject(tree: TreeState, head: number, near: { link: number; bits: number }): boolean {
  const { units } = tree
  if (near.bits !== Link.COORD || hasWordsAt(tree, head) || units[head]?.word.framesBy?.bare.length) return false
  if (has(units[head + 1], OBJECTS | Flag.PREPOSITION | Flag.TO | Flag.THAT | Flag.ADVERB | Flag.PUNCTUATION)) return false
  let k = near.link - 1
  while (k > (tree.top?.group.head ?? 0) && !has(units[k], Flag.PREPOSITION | Flag.TO | Flag.PUNCTUATION)) k--
  return has(units[k], Flag.PREPOSITION | Flag.TO) && has(units[k - 1], Flag.NOUN_CUE)
}

/** Tense of the verb that a list of verbs with one subject begins with. */
function firstTense(node: Node): Group['tense'] {
  let first = node
  while (first.relation === 'same' && first.peer) first = first.peer
  return first.group.tense
}

/** A "that" between the last predicate and `link` still waits for its own verb. */
export function insideReported(tree: TreeState, link: number): boolean {
  for (let k = link - 1; k > (tree.top?.group.head ?? 0); k--)
    if (has(tree.units[k], Flag.THAT) && !has(tree.units[k - 1], Flag.PREPOSITION)) return true
  return false
}

/** An open finite verb in the plural present. */
function presentRoot(tree: TreeState): boolean {
  return tree.stack.some((node) => node.group.form === 'finite' && node.group.tense === 'present' && (node.accepts & Flag.BASE) !== 0)
}
