// Decides whether a bare form after a connector is a verb at all; what it goes on from is decided in resume.ts.

import { Flag, VERB } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Group, governs, has, isComma } from '../groups.ts'
import { laterCoordinator } from './ahead.ts'
import { apposed } from './apposition.ts'
import { before } from './before.ts'
import { type Node, readAs } from './node.ts'
import { Link, type Place } from './place.ts'
import { insideReported, OBJECTS, resumeBase, resumeMain, resumeOpen } from './resume.ts'
import type { TreeState } from './state.ts'
import { hasComplement, hasWords } from './verbframes.ts'

/** A bare form after a connector: a verb only where something open goes on with that form. */
export function attachLoose(tree: TreeState, group: Group): void {
  const near = before(tree, group.start)
  const { top } = tree
  if (!top && tree.lead & group.goesOn && near.bits & Link.START) return afterLead(tree, group, near)
  if (!tree.begun && apposed(tree, group, near)) return
  if (!top) return
  // "to be kept and widened": two participles of one infinitive
  const twin = top.group.form === 'to' && top.group.passive && near.bits === Link.COORD && has(tree.units[group.head], Flag.PARTICIPLE)
  if (twin && rightAfter(tree.units, top, group, near.link)) return
  if (top.frame?.verb === group.head && near.bits & (Link.STRONG | Link.ITEM)) return void tree.push(group, 'complement', near, top)
  const joined = (near.bits & (Link.COORD | Link.STRONG | Link.ITEM)) !== 0
  if (!looksVerb(tree, group, near, joined)) return
  const shares = rightAfter(tree.units, top, group, near.link)
  if (joined && resumeMain(tree, group, near)) return
  if (has(tree.units[group.head], Flag.BASE) && resumeBase(tree, group, near, joined, shares)) return
  if (!insideReported(tree, near.link)) resumeOpen(tree, group, near, joined, shares)
}

/** The first verb of an item goes on from the lead of its list. */
function afterLead(tree: TreeState, group: Group, near: Place): void {
  const unit = tree.units[group.head] as Unit
  // the verb of a resolution's line ("Decides to …") is the finite verb of its organ
  const form = has(unit, Flag.BASE) ? 0 : tree.lead & (has(unit, Flag.PRESENT) ? Flag.PRESENT : has(unit, Flag.PAST) ? Flag.PAST : 0)
  if (!governs(tree.units, group.head) && !hasComplement(tree, group) && !isMeant(tree, group.head)) return
  const verb = form ? readAs(group, 'finite', form === Flag.PAST ? 'past' : 'present', group.passive, form) : group
  tree.push(verb, 'root', near, undefined)
}

/** "R will: grant full access": the lead-in asks for a verb, and what follows is no phrase that hangs on a noun. */
function isMeant({ units, lead }: TreeState, head: number): boolean {
  const next = units[head + 1]
  const other =
    Flag.PUNCTUATION | Flag.COORDINATOR | Flag.PREPOSITION | Flag.TO | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.RELATIVE | Flag.THAT
  return (lead & Flag.DO) !== 0 && has(units[head], Flag.BASE) && next !== undefined && !has(next, other)
}

/** The words around the form let it be a verb: a connector that lists, and what a verb governs after it. */
function looksVerb(tree: TreeState, group: Group, near: Place, joined: boolean): boolean {
  const { units } = tree
  if (!joined && !laterCoordinator(tree, group.head) && !standsAlone(tree, group.head, near) && !repeats(tree, group, near)) return false
  if (!governs(units, group.head) && !hasWords(tree, group) && !(isComma(units[group.head + 1]) && joined && hasComplement(tree, group)))
    return false
  // "on search and rescue through …": two nouns after a preposition
  const nouns = near.bits === Link.COORD && has(units[group.head], Flag.ALSO_NOUN) && has(units[near.link - 2], Flag.PREPOSITION)
  if (nouns && has(units[near.link - 1], Flag.ALSO_NOUN) && has(units[group.head + 1], Flag.PREPOSITION) && !hasWords(tree, group))
    return false
  if (nominalList(tree, group, near) || lacksObject(tree, group, near)) return false
  // "a more stable and integrated Lake region"
  const graded =
    has(units[near.link - 2], Flag.ADVERB) && has(units[near.link - 3], Flag.DETERMINER) && has(units[group.head], Flag.PARTICIPLE)
  if (near.bits === Link.COORD && graded) return false
  // "free and open seas"
  const adjectives = near.bits === Link.COORD && units[near.link - 1]?.word.kind === 'adjective' && has(units[near.link - 2], Flag.TO)
  return !adjectives || has(units[group.head + 1], OBJECTS | Flag.TO)
}

/** "support each other, jointly oppose bullying, raise trade": without "and", a verb that has a manner or an object, and is no noun. */
function standsAlone({ units, top, stack }: TreeState, head: number, near: Place): boolean {
  if (near.bits !== Link.COMMA) return false
  const unit = units[head] as Unit
  const next = units[head + 1]
  const object = has(next, Flag.DETERMINER | Flag.POSSESSIVE) && !has(next, Flag.THAT)
  if (has(unit, Flag.BASE)) {
    if (has(unit, Flag.ALSO_NOUN)) return false
    if (object || has(units[head - 1], Flag.ADVERB)) return true
    if (
      !next ||
      unit.word.kind === 'adjective' ||
      has(units[head - 1], Flag.NOT) ||
      has(next, NO_OBJECT) ||
      (has(next, VERB) && !has(next, Flag.ALSO_NOUN))
    )
      return false
    // "bans which, among other harms, prevent access"
    if (stack.some(({ relation }) => relation === 'relative' || relation === 'subordinate')) return false
    for (let k = top?.group.head ?? 0; k < near.link; k++) if (has(units[k], Flag.RELATIVE | Flag.THAT)) return false
    return true
  }
  return object && has(unit, Flag.PAST) && unit.word.framesBy?.bare.some(({ outcome }) => HOLDS.has(outcome)) === true
}

/** What no bare object opens with. */
const NO_OBJECT =
  Flag.PUNCTUATION |
  Flag.PRONOUN |
  Flag.ADVERB |
  Flag.PREPOSITION |
  Flag.COORDINATOR |
  Flag.TO |
  Flag.BE |
  Flag.HAVE |
  Flag.MODAL |
  Flag.RELATIVE |
  Flag.SUBORDINATOR

/** "We will keep the port open, keep the trains running": the verb said once more goes on as before. */
const repeats = (tree: TreeState, { head }: Group, near: Place): boolean =>
  near.bits === Link.COMMA &&
  has(tree.units[head], Flag.BASE) &&
  tree.stack.some(({ group }) => tree.units[group.head]?.word === tree.units[head]?.word && group.head < head)

/** Outcomes of verbs that say or hold something. */
const HOLDS = new Set(['position', 'attitude', 'stance', 'speech', 'clause-position'])

/** How the intransitives table writes "to" and a verb. */
const INFINITIVE = 'INF'

/**
 * "will send food, water and aid to farmers", "with partners and allies to keep the peace": a noun, for as a verb it would have an
 * object, or go on with what its table of words gives it ("and work with farmers"). Right after a verb it shares that one's object.
 */
function lacksObject(tree: TreeState, group: Group, near: Place): boolean {
  const { units, top } = tree
  const { head } = group
  const next = units[head + 1]
  if (!(near.bits & Link.COORD) || near.from !== head || !has(units[head], Flag.ALSO_NOUN)) return false
  if (!top || !has(next, Flag.TO | Flag.PREPOSITION) || rightAfter(units, top, group, near.link)) return false
  const { takes } = (units[head] as Unit).word
  if (
    has(next, Flag.TO) &&
    has(units[head + 2], Flag.BASE | Flag.BE | Flag.HAVE) &&
    (takes.includes(INFINITIVE) || hasComplement(tree, group))
  )
    return false
  return !takes.includes(next?.word.text ?? '') && !hasWords(tree, group)
}

/** Longest item of a list of nouns. */
const ITEM = 5

/** "for free trade, private enterprise, and open markets": the item before the last has no verb, so that the last is a noun too. */
function nominalList({ units, top, groups }: TreeState, { head }: Group, near: Place): boolean {
  const link = Link.COMMA | Link.COORD
  const ambiguous = has(units[head], Flag.ALSO_NOUN) || (has(units[head], Flag.PARTICIPLE) && units[head]?.word.frames.length === 0)
  if (
    near.bits !== link ||
    near.from !== head ||
    !ambiguous ||
    !top ||
    has(units[head + 1], OBJECTS | Flag.PREPOSITION | Flag.TO | Flag.THAT)
  )
    return false
  let k = near.link - 1
  while (k > top.group.head && near.link - k <= ITEM && !isComma(units[k])) {
    if (groups[k] || has(units[k], Flag.NAME | Flag.NUMBER | Flag.TIME | Flag.PREPOSITION | Flag.PUNCTUATION | Flag.PRONOUN)) return false
    k--
  }
  if (k <= top.group.head || k === near.link - 1 || !isComma(units[k])) return false
  return governedBefore(units, k, top.group.head)
}

/** The item that ends at the comma at `k` hangs on a preposition. */
function governedBefore(units: readonly Unit[], k: number, head: number): boolean {
  for (let j = k - 1; j > head && k - j <= ITEM; j--) {
    if (has(units[j], Flag.PREPOSITION)) return true
    if (has(units[j], Flag.PUNCTUATION)) return false
  }
  return false
}

/** "open and close the port": the connector stands right after the verb of `top`, so the two share an object. */
function rightAfter(units: readonly Unit[], top: Node, group: Group, link: number): boolean {
  let bare = link
  // "examine closely and debate honestly": an adverb each
  while (has(units[group.head + 1], Flag.ADVERB) && bare > top.group.head + 1 && has(units[bare - 1], Flag.ADVERB)) bare--
  // "develop, use, and advance tools"
  let at = top.group.head + 1
  while (at + 1 < bare && isComma(units[at]) && has(units[at + 1], Flag.BASE)) at += 2
  // "work with and support", "prevent, respond to, and recover from": its preposition has no noun of its own
  if (at + 1 === bare && bare > top.group.head + 1 && has(units[at], Flag.PREPOSITION | Flag.TO)) at++
  return bare === at
}
