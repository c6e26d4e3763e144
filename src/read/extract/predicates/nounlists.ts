// Decides whether a performing noun after "and" or a comma goes on from an open predicate.

import { Flag } from '../../../lexicon/word.ts'
import { governs, has, isComma, toVerbs } from '../groups.ts'
import { nounCueAt } from '../nouns.ts'
import { laterCoordinator } from './ahead.ts'
import { isIdle, type Node } from './node.ts'
import { toPlace } from './place.ts'
import type { TreeState } from './state.ts'

/** "…, and their readiness to": a performing noun coordinated with one under an open verb. */
export function attachNounList(tree: TreeState, i: number): void {
  const { units } = tree
  let j = i + 1
  while (j < tree.end && (has(units[j], Flag.COORDINATOR) || isComma(units[j]))) j++
  if (tree.groups[j]?.form === 'loose' && governs(units, j)) return
  if (!has(units[j], Flag.POSSESSIVE | Flag.DETERMINER | Flag.NAME) || tree.groups[j]?.form === 'finite') return
  if (!has(units[i], Flag.COORDINATOR) && !has(units[j - 1], Flag.COORDINATOR) && !laterCoordinator(tree, j)) return
  const noun = nounCueAt(units, j, Math.min(tree.end, j + 6))
  if (!noun || tree.nodes.at(-1)?.noun?.at === noun.at) return
  for (let k = j; k < noun.at; k++) {
    if (tree.groups[k]?.form === 'finite') return
    // "R and Z's commitment" has one owner
    if (has(units[k], Flag.GENITIVE) && has(units[i - 1], Flag.NAME) && has(units[j], Flag.NAME)) return
  }
  for (let k = tree.stack.length - 1; k >= 0; k--) {
    const node = tree.stack[k] as Node
    const outcome = node.frame?.frame.outcome
    const holds = outcome === 'attitude' || outcome === 'position'
    if (node.relation !== 'nouns' && !(holds && (node.group.form === 'finite' || !isIdle(node)))) continue
    const group = toVerbs(j, noun.at, 'ing', 'present', '', false, false, 0)
    tree.push(group, 'nouns', toPlace(j, isComma(units[i - 1]) ? i - 1 : i, 0, undefined), undefined, node, noun)
    return
  }
}
