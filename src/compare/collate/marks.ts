import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import { sameText } from './differences.ts'
import type { Raw } from './nouns.ts'

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
    if (sameGap(a, one.a, b, one.b)) continue
    const [left, right] = [between(a, one.a), between(b, one.b)]
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

function sameGap(a: Context, i: number, b: Context, j: number): boolean {
  const [one, next, other, after] = [a.leaf.units[i], a.leaf.units[i + 1], b.leaf.units[j], b.leaf.units[j + 1]]
  return sameText(a.leaf.text, one?.to ?? 0, next?.from ?? 0, b.leaf.text, other?.to ?? 0, after?.from ?? 0)
}

function between({ leaf }: Context, i: number): string {
  return leaf.text.slice(leaf.units[i]?.to ?? 0, leaf.units[i + 1]?.from ?? 0)
}
