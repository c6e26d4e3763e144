// Decides whether a bare form after an apposition ("We, the Ministers of R and Z, reaffirm") is the main verb.

import { Code, Flag, More } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { goesOn } from '../groups/governs.ts'
import { type Group, governs, has, isComma } from '../groups.ts'
import { laterMain } from './ahead.ts'
import { dashBefore, skipOpening } from './marks.ts'
import { readAs } from './node.ts'
import { Link, type Place, toPlace } from './place.ts'
import type { TreeState } from './state.ts'
import { hasComplement, hasStance, hasWords } from './verbframes.ts'

/** "We, the Ministers of R and Z, reaffirm": a verb after a comma that ends an apposition to the subject. */
export function apposed(tree: TreeState, group: Group, near: Place): boolean {
  const { units } = tree
  if ((near.bits !== Link.COMMA && near.bits !== Link.STRONG) || near.link < 2) return false
  if (near.bits === Link.STRONG && dashBefore(units, near.link, 0) < 0) return false
  let first = skipOpening(units, tree.start, near.link)
  // "On 2 May, starting at noon, Minister A, head of …, held": past the adverbials to the name
  for (let k = first; !opensSubject(units, first) && k < near.link - 1; k++)
    if (
      isComma(units[k]) &&
      (units[k + 1]?.name?.type === 'role' ||
        units[k + 1]?.name?.type === 'person' ||
        has(units[k + 1], Flag.DETERMINER) ||
        (units[k + 1]?.word.kind === 'joint' && isComma(units[k + 2])))
    )
      first = k + 1
  // "We, the Ministers of R and Z, call on": between "we" and its comma no noun can stand here
  const ours = units[first]?.word.kind === 'joint' && has(units[first], Flag.PRONOUN) && isComma(units[first + 1])
  if (!opensSubject(units, first) || !(governs(units, group.head) || (ours && goesOn(units, group.head)))) return false
  const unit = units[group.head] as Unit
  const last =
    (unit.word.framesBy?.bare.some(({ outcome }) => outcome === 'report') || closesAside(tree, first, near.link, group.head)) &&
    !laterMain(tree, group.head)
  if (
    !last &&
    has(unit, Flag.PARTICIPLE) &&
    has(units[group.head + 1], Flag.PREPOSITION | Flag.ADVERB | Flag.PUNCTUATION | (has(units[first], Flag.PRONOUN) ? 0 : Flag.TO)) &&
    !hasWords(tree, group) &&
    !hasComplement(tree, group)
  )
    return false
  // "Minister A, speaking in the town, said that R will": the later verb stands in what was said
  if (has(unit, Flag.PARTICIPLE) && laterMain(tree, group.head) && !hasStance(tree, group)) return false
  const plural =
    has(unit, Flag.BASE) &&
    (units[first]?.word.kind === 'joint' ||
      actsTogether(units, first, near.link) ||
      (unit.word.frames.length > 0 && severalBefore(tree, first, near.link)))
  if (!plural && !has(unit, Flag.PAST | Flag.PRESENT)) return false
  tree.push(
    readAs(group, 'finite', has(unit, Flag.PAST) ? 'past' : 'present', group.passive, group.goesOn),
    'root',
    toPlace(first, first, 0, [first, near.link]),
    undefined,
  )
  return true
}

/** "Minister A, head of the delegation, received in May …": an aside ends right before a past, and no doer follows it. */
function closesAside({ units, end }: TreeState, first: number, comma: number, head: number): boolean {
  if (!has(units[head], Flag.PAST) || head + 1 >= end || !has(units[end], Flag.TERMINAL)) return false
  for (let k = head + 1; k < end && !has(units[k], Flag.PUNCTUATION); k++) if (units[k]?.word.code === Code.BY) return false
  for (let k = first + 1; k < comma; k++) if (isComma(units[k])) return true
  return false
}

/** "The two Governments, recognising the need, undertake …": those who act together stand before the first comma. */
function actsTogether(units: readonly Unit[], from: number, to: number): boolean {
  let k = from
  while (k < to && !isComma(units[k])) k++
  const head = units[k - 1]?.word
  return k < to && head?.actor === 'joint' && head.text.endsWith('s')
}

/** A pronoun, a name, an article, a number ("More than 40 members") or who acts in common ("members"). */
function opensSubject(units: readonly Unit[], first: number): boolean {
  const unit = units[first]
  if (has(unit, Flag.PRONOUN | Flag.NAME | Flag.DETERMINER | Flag.NUMBER) || (unit?.word.actor ?? '') !== '') return true
  return ((unit?.word.more ?? 0) & More.JOINED) !== 0 && has(units[first + 1], Flag.NUMBER)
}

/** "R and Z, united by …, …": the names before the first comma are more than one. */
function severalBefore(tree: TreeState, from: number, to: number): boolean {
  const { units } = tree
  let several = false
  for (let k = from; k < to && !isComma(units[k]); k++) {
    if (tree.groups[k] || has(units[k], Flag.PREPOSITION | Flag.PRONOUN)) return false
    if (has(units[k], Flag.COORDINATOR) && has(units[k - 1], Flag.NAME)) several = true
  }
  return several
}
