import { Flag } from '../../lexicon/word.ts'
import type { Statement } from '../../model.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import type { Raw } from './differences.ts'
import { Type } from './types.ts'

/** How far before its act the words of force of a statement are looked for, in units. */
const REACH = 8

const ranks: Readonly<Record<string, number>> = { binding: 6, agreed: 5, intent: 4, ready: 3, should: 2, none: 1 }

/** What a statement is, in the words of the codebook. */
const sort = ({ kind, force }: Statement): string => (kind === 'commitment' ? force : kind)

/**
 * Statements whose acts stand for one another and that bind differently. The difference lies where the words before the acts, or the
 * forms of the acts, differ: the readings never make one out of equal words.
 */
export function forceDifferences(pairs: readonly Pair[], a: Context, b: Context): Raw[] {
  const found: Raw[] = []
  const [rowA, rowB] = [rangeOf(pairs, 'a'), rangeOf(pairs, 'b')]
  for (const pair of pairs) {
    const [one, other] = [a.acts.get(pair.a), b.acts.get(pair.b)]
    if (pair.a === -1 || pair.b === -1 || !one || !other || sort(one) === sort(other)) continue
    if (one.kind !== 'commitment' && other.kind !== 'commitment') continue
    const left = unlike(pairs, 'a', pair.a, rowA, a, b)
    const right = unlike(pairs, 'b', pair.b, rowB, a, b)
    if (left === undefined && right === undefined) continue
    found.push({
      class: 'force',
      a: left ?? [pair.a, pair.a + 1],
      b: right ?? [pair.b, pair.b + 1],
      effect: `${sort(one)} became ${sort(other)}${firmer(one, other)}`,
    })
  }
  return found
}

function firmer(one: Statement, other: Statement): string {
  if (one.kind !== 'commitment' || other.kind !== 'commitment') return ''
  return (ranks[other.force] ?? 0) > (ranks[one.force] ?? 0) ? ' (firmer)' : ' (softer)'
}

/** The units before an act, or the act itself, that are not written alike on the other side; none where all are. */
function unlike(
  pairs: readonly Pair[],
  side: 'a' | 'b',
  act: number,
  [from]: readonly [number, number],
  a: Context,
  b: Context,
): [number, number] | undefined {
  const partner = new Map(pairs.map((pair) => [pair[side], pair[side === 'a' ? 'b' : 'a']]))
  const [mine, theirs] = side === 'a' ? [a.leaf.units, b.leaf.units] : [b.leaf.units, a.leaf.units]
  const { acts } = side === 'a' ? a : b
  let found: [number, number] | undefined
  for (let i = act; i >= Math.max(from, act - REACH); i--) {
    const unit = mine[i]
    const other = theirs[partner.get(i) ?? -1]
    if (!unit || (i < act && (unit.type & (Type.STATE | Type.NUMBER | Type.TIME) || unit.word.flags & Flag.COORDINATOR || acts.has(i)))) break
    if (unit.form === other?.form) continue
    // the act itself only where nothing before it differs
    found = [i, found && found[0] < act ? found[1] : i + 1]
  }
  return found
}

function rangeOf(pairs: readonly Pair[], side: 'a' | 'b'): [number, number] {
  let [from, to] = [Number.POSITIVE_INFINITY, 0]
  for (const pair of pairs) {
    const i = pair[side]
    if (i === -1) continue
    from = Math.min(from, i)
    to = Math.max(to, i + 1)
  }
  return [from === Number.POSITIVE_INFINITY ? 0 : from, to]
}
