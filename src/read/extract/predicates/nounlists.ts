// Decides whether a noun after "and" or a comma goes on from an open predicate: one that performs, or what is asked for as well.

import { Flag } from '../../../lexicon/word.ts'
import { governs, has, isComma, toVerbs } from '../groups.ts'
import { nounCueAt } from '../nouns.ts'
import { laterCoordinator } from './ahead.ts'
import { firstOf, isIdle, type Node } from './node.ts'
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

/** How far behind a preposition the noun may stand that names what is asked for. */
const ASKED = 6

/** "call for the release of prisoners and for the return of the displaced": the preposition of an asking verb or noun again, before the noun of another act. */
export function attachAsked(tree: TreeState, i: number): boolean {
  const { units } = tree
  const j = isComma(units[i]) && has(units[i + 1], Flag.COORDINATOR) ? i + 2 : i + 1
  if (j >= tree.end || !has(units[j], Flag.PREPOSITION)) return false
  const link = units[j]?.word.text ?? ''
  const asks = tree.stack.findLast((node) => asksBy(tree, firstOf(node), link))
  if (!asks) return false
  let head = j + 1
  while (head < Math.min(tree.end, j + ASKED) && !has(units[head + 1], Flag.PREPOSITION | Flag.TO)) {
    if (tree.groups[head] || has(units[head], Flag.PUNCTUATION | Flag.COORDINATOR)) return false
    head++
  }
  if (!has(units[head + 1], Flag.PREPOSITION | Flag.TO) || has(units[head], Flag.DETERMINER)) return false
  tree.push(toVerbs(j, head, 'ing', 'present', '', false, false, 0), 'list', toPlace(j, i, 0, undefined), undefined, asks)
  return true
}

/** The node asks for something with this preposition: "call for", "stress the need for". */
function asksBy({ units, end }: TreeState, { frame, group }: Node, link: string): boolean {
  if (!frame) return false
  const { outcome, form, words } = frame.frame
  if (outcome === 'proposal') return form === 'object' && words.at(-1) === link
  if (outcome !== 'attitude' || group.form !== 'finite') return false
  const noun = nounCueAt(units, frame.at, Math.min(frame.at + ASKED, end))
  return noun?.cue.act === 'proposal' && units[noun.at + 1]?.word.text === link
}
