import { Flag } from '../../lexicon/word.ts'
import type { Senses } from '../senses.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import type { Raw } from './differences.ts'
import type { Unit } from './leaf.ts'
import { Type } from './types.ts'

/** How far from a verb those are looked for who act and to whom it is done, in units. */
const REACH = 3
/** Stands for whoever a pronoun stands for. */
const SOMEBODY = '*'

interface Sides {
  readonly before: string
  readonly after: string
  readonly first: number
  readonly last: number
  /** It is done to the one who stands first. */
  readonly passive: boolean
}

/** Verbs whose doer and whom it is done to changed places: "she requested India to", "India requested her to". One that became passive with them is the same. */
export function roleDifferences(pairs: readonly Pair[], a: Context, b: Context, senses: Senses): Raw[] {
  const found: Raw[] = []
  for (const pair of pairs) {
    if (pair.a === -1 || pair.b === -1) continue
    const [one, other] = [a.leaf.units[pair.a] as Unit, b.leaf.units[pair.b] as Unit]
    if ((one.type & other.type & Type.VERB) === 0 || (one.id !== other.id && !senses.same(one.key, other.key))) continue
    if (isBeside(pair, -1, a, b) && isBeside(pair, 1, a, b)) continue
    const left = sidesOf(pair.a, a.leaf.units)
    const right = left && sidesOf(pair.b, b.leaf.units)
    if (!left || !right || left.passive !== right.passive || left.before === left.after) continue
    if (left.before === right.after && left.after === right.before)
      found.push({
        class: 'party',
        a: [left.first, left.last + 1],
        b: [right.first, right.last + 1],
        effect: 'who acts and to whom it is done changed places',
      })
  }
  return found
}

/** True where the same word stands beside both. */
const isBeside = (pair: Pair, step: number, a: Context, b: Context): boolean =>
  a.leaf.units[pair.a + step]?.id === b.leaf.units[pair.b + step]?.id

/** Who stands right before and right after a verb; undefined where nobody does. */
function sidesOf(verb: number, units: readonly Unit[]): Sides | undefined {
  const first = nearest(verb, -1, units)
  const last = first === -1 ? -1 : nearest(verb, 1, units)
  if (last === -1) return undefined
  const passive = units.slice(first, verb).some(({ word }) => (word.flags & Flag.BE) !== 0)
  return { before: whoIs(units[first]), after: whoIs(units[last]), first, last, passive }
}

function nearest(verb: number, step: 1 | -1, units: readonly Unit[]): number {
  for (let k = 1; k <= REACH; k++) {
    const at = verb + step * k
    if (whoIs(units[at])) return at
    // what another noun or verb stands before is about that
    if (((units[at]?.type ?? 0) & Type.CONTENT) !== 0) return -1
  }
  return -1
}

const whoIs = (unit: Unit | undefined): string => {
  if (!unit) return ''
  if ((unit.type & (Type.STATE | Type.ADJECTIVE)) === Type.STATE) return unit.ref
  return (unit.word.flags & (Flag.PRONOUN | Flag.POSSESSIVE)) !== 0 ? SOMEBODY : ''
}
