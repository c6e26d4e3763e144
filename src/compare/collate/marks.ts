import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import type { Raw } from './differences.ts'

/** Marks that are words: signs of money and of parts. */
const telling = /[\p{Sc}%‰°]/gu

/**
 * Differences in what stands between two words that are neighbours in both witnesses: spaces, quotation marks, dashes and commas are
 * cosmetic; a sign of money or of per cent is part of a number.
 */
export function markDifferences(pairs: readonly Pair[], a: Context, b: Context): Raw[] {
  const found: Raw[] = []
  for (let k = 0; k + 1 < pairs.length; k++) {
    const [one, next] = [pairs[k] as Pair, pairs[k + 1] as Pair]
    if (one.a === -1 || one.b === -1 || next.a !== one.a + 1 || next.b !== one.b + 1) continue
    const [left, right] = [between(a, one.a), between(b, one.b)]
    if (left === right) continue
    const money = signs(left) !== signs(right)
    found.push({
      class: money ? 'number' : 'cosmetic',
      a: [one.a, next.a + 1],
      b: [one.b, next.b + 1],
      effect: money ? 'another currency or unit' : '',
    })
  }
  return found
}

const signs = (gap: string): string => (gap.match(telling) ?? []).join('')

function between({ leaf }: Context, i: number): string {
  return leaf.text.slice(leaf.units[i]?.to ?? 0, leaf.units[i + 1]?.from ?? 0)
}
