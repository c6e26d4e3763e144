import type { Pairing } from './nouns.ts'
import type { Range } from './ranges.ts'

/** Pairings in the order of a; what only b has follows what it follows there. `size`: sentences of b. */
export function inOrder(pairings: readonly Pairing[], size: number): Pairing[] {
  const places = new Int32Array(size + 1).fill(-1)
  for (const { a, b, moved } of pairings) if (a && b && !moved) for (let j = b[0]; j < b[1]; j++) places[j] = a[1] - 1
  for (let j = 1; j < places.length; j++) if (places[j] === -1) places[j] = places[j - 1] as number
  const at = ({ a, b }: Pairing): number => (a ? a[0] : (places[(b as Range)[0]] as number) + 0.5)
  return [...pairings].sort((x, y) => at(x) - at(y) || (x.b?.[0] ?? 0) - (y.b?.[0] ?? 0))
}
