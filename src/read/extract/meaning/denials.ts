// Decides whether what a predicate leads to is denied: "undertook not to", "agreed to refrain from", "will accept no".
import { Code, Flag } from '../../../lexicon/word.ts'
import { has } from '../groups.ts'
import type { Node } from '../tree.ts'
import type { Sentence } from './sentence.ts'
import { leadingOutcomes } from './verbs.ts'

/** Longest way from a verb to the act it leads to. */
const STEPS = 6

/** The verb group that ends at a unit is denied: "not to send". */
const isDeniedAt = ({ tree }: Sentence, head: number): boolean => tree.nodes.some(({ group }) => group.head === head && group.negated)

/** "will accept no change", but "no later than": right after the verb at `at`, what it is about is denied. */
function deniesObject({ units }: Sentence, at: number): boolean {
  if (units[at + 1]?.word.code !== Code.NO || !units[at + 2]) return false
  return ![2, 3, 4, 5].some((k) => units[at + k]?.word.code === Code.THAN) && !has(units[at + 2], Flag.ADVERB | Flag.PUNCTUATION)
}

/**
 * On the way from the verb of `node` to the act whose verb is at `verb`, and on to what that one leads to, an odd number of words
 * deny: then it is undertaken, asked or told that the act does not happen. What denies the verb of the node itself is not counted.
 */
export function deniesAct(s: Sentence, node: Node, verb: number): boolean {
  let denied = false
  let at = node.group.head
  for (let step = 0; step < STEPS; step++) {
    const found = s.frameAt(at)
    const leads = found !== undefined && found.verb > at && (at < verb || leadingOutcomes.has(found.frame.outcome))
    // a noun leads to the act: "its readiness to refrain from"
    const next = leads ? found.verb : at < verb ? verb : -1
    if (next < 0) break
    if (leads && found.frame.outcome === 'chain-not') denied = !denied
    at = next
    if (isDeniedAt(s, at)) denied = !denied
  }
  return deniesObject(s, at) ? !denied : denied
}

/** A verb without "to" goes on from a denied one, or from what another verb denies: "not to send A or build B", "refrain from building A or sending B". */
export function inheritsDenial({ group, peer }: Node): boolean {
  if (!peer) return false
  if (group.form === 'loose') return peer.group.negated && peer.group.form !== 'finite'
  const { frame } = peer.parent ?? {}
  return group.form === 'ing' && frame?.frame.outcome === 'chain-not' && frame.verb === peer.group.head
}

/** "will not hesitate to open A and close B", "will not refrain from opening A or closing B": what denies is denied itself, for all that is listed. */
export function cancelsDenial({ peer }: Node): boolean {
  const over = [peer, peer?.parent].find((node) => node?.frame?.frame.outcome === 'chain-not')
  return over?.group.negated === true
}
