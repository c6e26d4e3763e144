import { Flag } from '../../lexicon/word.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import type { Unit } from './leaf.ts'
import type { Raw } from './nouns.ts'
import { isDated } from './substitution.ts'
import { Type } from './types.ts'

const SWAPPED = 'the two change places'

/** Two numbers, or two states behind prepositions, that changed places: "from three to seven", "from seven to three"; "from Z to R", "from R to Z". */
export function swapDifferences(pairs: readonly Pair[], a: Context, b: Context): Raw[] {
  const found: Raw[] = []
  let [number, state]: (Pair | undefined)[] = []
  for (const pair of pairs) {
    if (pair.a === -1 || pair.b === -1) continue
    const [one, other] = [a.leaf.units[pair.a] as Unit, b.leaf.units[pair.b] as Unit]
    const both = one.type & other.type
    if (both & Type.NUMBER && one.key === other.key) {
      if (number && isSwapped(number, pair, a, b)) found.push(swap(isDated(pair.a, a) ? 'date' : 'number', number, pair))
      number = pair
    } else if (both & Type.STATE && isPlaced(a.leaf.units, pair.a) && isPlaced(b.leaf.units, pair.b)) {
      if (state && isSwapped(state, pair, a, b)) found.push(swap('party', state, pair))
      state = pair
    }
  }
  return found
}

const swap = (kind: Raw['class'], last: Pair, pair: Pair): Raw => ({
  class: kind,
  a: [last.a, pair.a + 1],
  b: [pair.b, last.b + 1],
  effect: SWAPPED,
})

/** True when each of two words stands after the word after which the other stood. */
function isSwapped(one: Pair, other: Pair, a: Context, b: Context): boolean {
  const before = ({ leaf }: Context, i: number): string => leaf.units[i - 1]?.key ?? ''
  return other.b < one.b && before(a, one.a) === before(b, other.b) && before(a, other.a) === before(b, one.b)
}

/** True for a word right behind a preposition. */
const isPlaced = (units: readonly Unit[], i: number): boolean => ((units[i - 1]?.word.flags ?? 0) & (Flag.PREPOSITION | Flag.TO)) !== 0
