// Decides what stands before a verb group: its adverbs, then the connectors, or an aside between commas.

import { Code, Flag } from '../../../lexicon/word.ts'
import { type Unit, unitAt } from '../../recognise/units.ts'
import { has, isComma } from '../groups.ts'
import { isQuote, isStrong, itemMark, joinsNames } from './marks.ts'
import { isIdle, type Node } from './node.ts'
import { Link, type Place, toPlace } from './place.ts'
import type { TreeState } from './state.ts'

/** An adverb or "not" that belongs to the verb after it. */
const isManner = (units: readonly Unit[], k: number): boolean =>
  has(units[k], Flag.ADVERB | Flag.NOT) && !has(units[k], Flag.NAME | Flag.COORDINATOR)

/** Adverbs before a group belong to it; then the connectors, and what kind they are. */
export function before(tree: TreeState, start: number): Place {
  const { units } = tree
  let from = start
  while (from > tree.start && isManner(units, from - 1)) {
    from--
    // "directly or indirectly favour"
    const opens = from < 3 || has(units[from - 3], Flag.PUNCTUATION | Flag.MODAL)
    if (from > 1 && opens && has(units[from - 1], Flag.COORDINATOR) && isManner(units, from - 2) && !has(units[from - 2], Flag.NOT)) from--
  }
  let link = from
  let bits = 0
  while (link > tree.start) {
    const unit = units[link - 1] as Unit
    const item = itemMark(units, link - 1)
    if (item < link) {
      bits |= Link.ITEM | Link.COORD
      link = item
      continue
    }
    // "They, therefore, reaffirmed": between commas it joins nothing
    if (has(unit, Flag.COORDINATOR) && has(unit, Flag.ADVERB) && bits === Link.COMMA && link > 2 && isComma(units[link - 2])) break
    if (has(unit, Flag.COORDINATOR)) bits |= Link.COORD
    else if (isComma(unit)) bits |= Link.COMMA
    else if (isStrong(unit) && !joinsNames(units, link - 1)) bits |= Link.STRONG
    else if (!isQuote(unit)) break
    link--
  }
  if (bits === Link.COMMA) {
    const aside = asideBefore(units, link)
    if (aside >= 0) {
      dropAside(tree, aside)
      let first = aside
      while (has(units[first], Flag.COORDINATOR) || isComma(units[first])) first++
      return toPlace(first, aside, Link.COORD | Link.COMMA, undefined)
    }
    const item = itemOpening(units, link)
    if (item >= 0) {
      dropAside(tree, item)
      return toPlace(item + 1, item, Link.STRONG | Link.COMMA, undefined)
    }
  }
  const last = link > tree.start ? units[link - 1] : undefined
  if (!last) bits |= Link.START
  else if (has(last, Flag.THAT)) bits |= Link.THAT
  else if (has(last, Flag.RELATIVE)) bits |= Link.RELATIVE
  else if (has(last, Flag.PREPOSITION | Flag.TO)) bits |= Link.PREP
  else if (has(last, Flag.SUBORDINATOR)) bits |= Link.SUB
  return toPlace(from, link, bits, undefined)
}

/** Where "and, from next spring," begins, when the comma at `comma` ends it; -1 when it ends nothing such. */
function asideBefore(units: readonly Unit[], comma: number): number {
  for (let k = comma - 1; k > Math.max(0, comma - 10); k--) {
    if (has(units[k], Flag.MODAL | Flag.BE | Flag.TO | Flag.COORDINATOR)) return -1
    if (isComma(units[k])) return has(units[k - 1], Flag.COORDINATOR) ? (isComma(unitAt(units, k - 2)) ? k - 2 : k - 1) : -1
  }
  return -1
}

/** "; in this regard, urges …": the semicolon before the adverbial that the comma at `comma` ends; -1 where another word opens the item. */
function itemOpening(units: readonly Unit[], comma: number): number {
  for (let k = comma - 1; k > Math.max(0, comma - 10); k--) {
    if (units[k]?.word.code === Code.SEMICOLON)
      return has(units[k + 1], Flag.ADVERB | Flag.PREPOSITION | Flag.TO) && !has(units[k + 1], Flag.DETERMINER) ? k : -1
    if (has(units[k], Flag.MODAL | Flag.BE | Flag.HAVE | Flag.COORDINATOR | Flag.PRESENT | Flag.RELATIVE | Flag.THAT) || isComma(units[k]))
      return -1
  }
  return -1
}

/** Predicates inside an aside that turns out to stand before a later verb hang on nothing. */
function dropAside(tree: TreeState, from: number): void {
  while (tree.nodes.length && (tree.nodes.at(-1) as Node).from >= from && isIdle(tree.nodes.at(-1) as Node)) {
    const node = tree.nodes.pop()
    if (tree.top === node) tree.stack.pop()
  }
}
