import { Flag } from '../../lexicon/word.ts'
import type { Statement } from '../../model.ts'
import type { Senses } from '../senses.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import { hasMark } from './gaps.ts'
import type { Unit } from './leaf.ts'
import type { Links } from './links.ts'
import type { Raw } from './nouns.ts'
import type { Range, Side } from './ranges.ts'
import { rungAt } from './rungs.ts'
import { Type } from './types.ts'

/** How far before its act the words of force of a statement are looked for, in units. */
const REACH = 8

const ranks: Readonly<Record<string, number>> = { binding: 6, agreed: 5, intent: 4, ready: 3, should: 2, none: 1 }

/** Marks beyond which no verb group goes back. */
const stops = /[,;:.()–—]/

/** What a statement is, in the words of the codebook. */
const sort = ({ kind, force }: Statement): string => (kind === 'commitment' ? force : kind)

/**
 * Statements whose acts stand for one another and that bind differently. The difference lies where the words before the acts, or the
 * forms of the acts, differ: the readings never make one out of equal words.
 */
export function forceDifferences(pairs: readonly Pair[], links: Links, a: Context, b: Context, senses: Senses): Raw[] {
  const found: Raw[] = []
  for (const pair of pairs) {
    const one = pair.b === -1 ? undefined : a.acts[pair.a]
    const other = one && b.acts[pair.b]
    if (!one || !other || sort(one) === sort(other)) continue
    if (one.kind !== 'commitment' && other.kind !== 'commitment') continue
    const left = unlike(links, 'a', pair.a, a, b, senses)
    const right = unlike(links, 'b', pair.b, a, b, senses)
    if (left === undefined && right === undefined) continue
    if (left && right && sameWords(a.leaf.units, left, b.leaf.units, right)) continue
    // a reading may take for less what stands on the same rung
    const rung = rungAt(pair.a, links.range('a')[0], a, senses)
    if (rung && rung.step === rungAt(pair.b, links.range('b')[0], b, senses)?.step) continue
    // another verb of the same sense is a matter of wording, even where a reading takes it for less
    const synonyms = a.leaf.units[pair.a]?.key !== b.leaf.units[pair.b]?.key
    if (synonyms && isAct(left, pair.a) && isAct(right, pair.b)) continue
    found.push({
      class: 'force',
      a: left ?? [pair.a, pair.a + 1],
      b: right ?? [pair.b, pair.b + 1],
      effect: `${sort(one)} became ${sort(other)}${firmer(one, other)}`,
    })
  }
  return found
}

/** The same words in another order: "we shall", "shall we". */
function sameWords(a: readonly Unit[], left: Range, b: readonly Unit[], right: Range): boolean {
  const words = (units: readonly Unit[], [from, to]: Range): string =>
    units
      .slice(from, to)
      .map(({ key }) => key)
      .sort()
      .join(' ')
  return words(a, left) === words(b, right)
}

/** True where nothing, or the act alone, is unlike. */
const isAct = (range: Range | undefined, act: number): boolean => range === undefined || range[0] === act

function firmer(one: Statement, other: Statement): string {
  if (one.kind !== 'commitment' || other.kind !== 'commitment') return ''
  return (ranks[other.force] ?? 0) > (ranks[one.force] ?? 0) ? ' (firmer)' : ' (softer)'
}

/** The units before an act, or the act itself, that are not written alike on the other side; none where all are. */
function unlike(links: Links, side: Side, act: number, a: Context, b: Context, senses: Senses): Range | undefined {
  const [mine, theirs] = side === 'a' ? [a.leaf.units, b.leaf.units] : [b.leaf.units, a.leaf.units]
  const { acts, leaf } = side === 'a' ? a : b
  const { text } = leaf
  const [from] = links.range(side)
  let found: [number, number] | undefined
  for (let i = act; i >= Math.max(from, act - REACH); i--) {
    const unit = mine[i]
    // the words of force stand in one stretch with their act
    if (!unit || (i < act && (ends(unit) || acts[i] || hasMark(stops, text, unit, mine[i + 1] as Unit)))) break
    const other = theirs[links.partner(side, i)]
    if (unit.form === other?.form || (i < act && other && isSynonym(unit, other, senses))) continue
    // the act itself only where nothing before it differs
    found = [i, found && found[0] < act ? found[1] : i + 1]
  }
  return found
}

/** A subject or an adverb in other words of the same sense: no word of force, even where a reading takes it for less. */
const isSynonym = (one: Unit, other: Unit, senses: Senses): boolean =>
  (one.type & other.type & Type.CONTENT) !== 0 && one.word.text !== other.word.text && senses.same(one.key, other.key)

/** Words before which no verb group goes back: its subject, a quantity, another part of the sentence. */
const ends = ({ type, word }: Unit): boolean =>
  (type & (Type.STATE | Type.NUMBER | Type.TIME)) !== 0 || (word.flags & Flag.COORDINATOR) !== 0
