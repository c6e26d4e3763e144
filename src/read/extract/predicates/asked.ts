// Finds one more of those whom a verb asks, before what he is asked to do.

import { Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { has, isComma } from '../groups.ts'
import { firstOf, type Node } from './node.ts'
import { type Place, toPlace } from './place.ts'
import type { TreeState } from './state.ts'

/** How far before "to" the name of one who is asked may begin. */
const NAME = 12

/** The preposition before those whom the verb of a node asks: "call on", "appeal to"; '' where it has none or asks nobody. */
function linkOf(node: Node | undefined): string {
  const frame = node?.frame?.frame
  return frame?.outcome === 'proposal' && frame.form === 'object-to' ? (frame.words.at(-1) ?? '') : ''
}

/** "call on R to open the port, and on Z to lower fees": where the phrase of the one before the "to" at `at` begins, and beside which act. */
export function askedAlso({ stack, units }: TreeState, at: number): { place: Place; peer: Node } | undefined {
  const asks = stack.findLastIndex((node) => linkOf(node) !== '')
  const peer = stack[asks + 1]
  if (asks < 0 || peer?.group.form !== 'to' || (peer.relation !== 'complement' && peer.relation !== 'list')) return undefined
  const from = beginsAt(units, peer.group.head, at, linkOf(stack[asks]))
  if (from < 0) return undefined
  const joined = has(units[from - 1], Flag.COORDINATOR)
  return { place: toPlace(from, joined && isComma(units[from - 2]) ? from - 2 : from - 1, 0, undefined), peer }
}

/** First unit after a comma or "and" at which the preposition stands again ("and on Z and on W to pay"); -1 where none does. */
function beginsAt(units: readonly Unit[], after: number, at: number, link: string): number {
  let found = -1
  for (let k = at - 1; k > Math.max(after, at - NAME); k--) {
    const unit = units[k] as Unit
    const joins = has(unit, Flag.COORDINATOR) || isComma(unit)
    if (joins && units[k + 1]?.word.text === link) found = k + 1
    if (!joins && has(unit, Flag.PUNCTUATION | Flag.THAT | Flag.RELATIVE | Flag.MODAL | Flag.BE | Flag.HAVE)) break
  }
  return found
}

/** Units of whom an act of a list asks that begins with the preposition of its verb; undefined for any other. */
export function askedIn(node: Node, units: readonly Unit[]): readonly [number, number] | undefined {
  const link = node.relation === 'list' && node.from < node.group.start ? linkOf(firstOf(node).parent) : ''
  return link !== '' && units[node.from]?.word.text === link ? [node.from + 1, node.group.start] : undefined
}
