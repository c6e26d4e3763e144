import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import type { Raw } from './differences.ts'
import type { Links } from './links.ts'
import { Type } from './types.ts'

/** How far from an act a party is looked for, in units. */
const REACH = 4

/**
 * Acts whose doer and whom they are done to changed places: "she requested India to", "India requested her to". A state stands right before the act
 * on one side and right after it on the other, and the readings of both have other parties.
 */
export function roleDifferences(pairs: readonly Pair[], links: Links, a: Context, b: Context): Raw[] {
  const found: Raw[] = []
  for (const pair of pairs) {
    const one = pair.b === -1 ? undefined : a.acts.get(pair.a)
    const other = one && b.acts.get(pair.b)
    if (!one || !other || !one.parties.length || !other.parties.length) continue
    const theirs = new Set(other.parties)
    if (one.parties.some((party) => theirs.has(party))) continue
    for (let i = Math.max(0, pair.a - REACH); i <= pair.a + REACH; i++) {
      const j = links.partner('a', i)
      if (i === pair.a || j === -1 || Math.abs(j - pair.b) > REACH || i < pair.a === j < pair.b) continue
      if (((a.leaf.units[i]?.type ?? 0) & (b.leaf.units[j]?.type ?? 0) & Type.STATE) === 0) continue
      found.push({
        class: 'party',
        a: [Math.min(i, pair.a), Math.max(i, pair.a) + 1],
        b: [Math.min(j, pair.b), Math.max(j, pair.b) + 1],
        effect: 'who acts, and on whom, changed places',
      })
      break
    }
  }
  return found
}
