// Looks ahead: whether a later "and", infinitive or finite verb shows what the words before it are.

import { Flag, VERB } from '../../../lexicon/word.ts'
import { has, isComma } from '../groups.ts'
import type { TreeState } from './state.ts'

/** How many units ahead are looked at. */
const WINDOW = 60

/** A list without "and" yet needs one further on, before a verb. */
export function laterCoordinator(tree: TreeState, k: number): boolean {
  for (let i = k + 1; i < Math.min(tree.end, k + WINDOW); i++) {
    if (!has(tree.units[i], Flag.COORDINATOR)) continue
    if (isComma(tree.units[i - 1]) || has(tree.units[i + 1], VERB | Flag.ADVERB)) return true
  }
  return false
}

/** A later "and" brings one more infinitive ("…, to open a port, and to lift …"). */
export function laterInfinitive(tree: TreeState, k: number): boolean {
  for (let i = k + 1; i < Math.min(tree.end, k + WINDOW); i++) {
    if (!has(tree.units[i], Flag.COORDINATOR)) continue
    for (let j = i + 1; j < Math.min(tree.end, i + 12); j++)
      if (tree.groups[j]?.form === 'to' && (j === i + 1 || isComma(tree.units[j - 1]))) return true
  }
  return false
}

/** A finite verb after `head` that is no relative, and not what a gerund of speech reports (", saying Z will"). */
export function laterMain(tree: TreeState, head: number): boolean {
  for (const g of tree.groups) {
    if (!g || g.start <= head) continue
    if (g.form === 'ing' && isComma(tree.units[g.start - 1]) && tree.units[g.head]?.word.framesBy?.bare.some(({ form }) => form === 'that'))
      return false
    if (g.form === 'finite' && !has(tree.units[g.start - 1], Flag.RELATIVE | Flag.THAT)) return true
  }
  return false
}

/** A comma after unit `at` opens a clause of its own. */
export function laterClause(tree: TreeState, at: number): boolean {
  const { units } = tree
  let opened = false
  for (let k = at; k < Math.min(tree.end, at + WINDOW); k++) {
    if (isComma(units[k])) opened = !has(units[k + 1], Flag.COORDINATOR | Flag.RELATIVE)
    else if (opened && tree.groups[k]?.form === 'finite') return true
  }
  return false
}
