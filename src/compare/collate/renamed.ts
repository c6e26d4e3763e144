import { More } from '../../lexicon/word.ts'
import type { Unit } from './leaf.ts'
import type { Range } from './ranges.ts'
import { Type } from './types.ts'

/** The lone name of either side, found strictly; a name becomes a common word with a capital, too, so that one side may be loose. -1 where there is none. */
export function loneNames(left: (loose: boolean) => number, right: (loose: boolean) => number): readonly [number, number] {
  const [i, j] = [left(false), right(false)]
  if (i === -1 && j !== -1) return [left(true), j]
  return i !== -1 && j === -1 ? [i, right(true)] : [i, j]
}

/** The only name of a stretch that no other name stands for; -1 where there is none, or several. `loose`: a common word with a capital counts. */
export function only(units: readonly Unit[], [from, to]: Range, partner: (k: number) => Unit | undefined, loose: boolean): number {
  let found = -1
  for (let k = from; k < to; k++) {
    const [unit, other] = [units[k] as Unit, partner(k)]
    if (!isName(unit, loose) || (other && (isName(other, loose) || other.id === unit.id))) continue
    if (found !== -1) return -1
    found = k
  }
  return found
}

/** A word with a capital of its own that names no state, and no common word unless `loose`. */
const isName = ({ type, word }: Unit, loose: boolean): boolean =>
  (type & (Type.CAPITAL | Type.STATE | Type.TIME | Type.NUMBER)) === Type.CAPITAL &&
  (loose || ((type & Type.VERB) === 0 && (word.more & More.KNOWN) === 0))
