import type { Senses } from '../senses.ts'
import { alignUnits, type Pair } from './align.ts'
import type { Context } from './context.ts'
import { withDamage } from './damage.ts'
import { type Raw, wordDifferences } from './differences.ts'
import { forceDifferences } from './force.ts'
import { isFurniture, saysNothing, unitsOf } from './leaf.ts'
import { Links } from './links.ts'
import { markDifferences } from './marks.ts'
import type { DifferenceClass } from './nouns.ts'
import { type Pairing, pairSentences } from './rows.ts'

/** A row of two witnesses: its sentences, its words, and what differs in them. */
export interface PairRow extends Pairing {
  readonly words: readonly Pair[]
  readonly links: Links
  readonly differences: readonly Raw[]
}

/** Aligns two witnesses and says what differs, sentence by sentence and word by word. */
export function pairWitnesses(a: Context, b: Context, senses: Senses): PairRow[] {
  return pairSentences(a.leaf, b.leaf, senses).map((one) => {
    if (!one.a || !one.b) return { ...one, words: [], links: none, differences: lone(one, b) }
    const [rangeA, rangeB] = [unitsOf(a.leaf, one.a), unitsOf(b.leaf, one.b)]
    const words = alignUnits(a.leaf.units, rangeA, b.leaf.units, rangeB, senses)
    const links = new Links(words)
    let found = wordDifferences(words, links, a, b, senses)
    const quiet = isFurniture(a.leaf, one.a) || isFurniture(b.leaf, one.b)
    found.push(...markDifferences(words, a, b))
    if (quiet) found = found.filter((raw) => raw.class !== 'missing' && raw.class !== 'added')
    found = absorb([
      ...found,
      ...forceDifferences(words, links, a, b, senses).filter((raw) => !found.some((one) => one.class === 'force' && meets(one, raw))),
    ])
    found = withDamage(found, links, a, b, one.a, one.b)
    if (one.moved) found.push({ class: 'moved', a: rangeA, b: rangeB, effect: 'stands at another place' })
    return { ...one, words, links, differences: joined(found) }
  })
}

const meets = (one: Raw, other: Raw): boolean => one.a[0] < other.a[1] && one.a[1] > other.a[0]

const none = new Links([])

function lone({ a, b }: Pairing, right: Context): Raw[] {
  // what the base alone has is told once for all witnesses, by its row
  if (a || !b || isFurniture(right.leaf, b)) return []
  const [from, to] = unitsOf(right.leaf, b)
  if (from === to) return []
  if (saysNothing(right.leaf.units, from, to)) return [{ class: 'wording', a: [0, 0], b: [from, to], effect: '' }]
  const effect = right.repeated.has(b[0]) ? 'repeats what stands above' : 'the sentence stands here only'
  return [{ class: 'added', a: [0, 0], b: [from, to], effect }]
}

/** A difference of force speaks for the words of the verb group that it spans: what else differs there by wording is part of it. */
function absorb(found: readonly Raw[]): Raw[] {
  const forces = found.filter((raw) => raw.class === 'force')
  const inside = (one: readonly [number, number], other: readonly [number, number]): boolean => one[0] >= other[0] && one[1] <= other[1]
  return found.filter(
    (raw) =>
      (raw.class !== 'wording' && raw.class !== 'cosmetic') || !forces.some((force) => inside(raw.a, force.a) && inside(raw.b, force.b)),
  )
}

/** Neighbours of one class that mean one difference are told as one: the day and the month of a date, the words of a name. */
function joined(found: readonly Raw[]): Raw[] {
  const out: Raw[] = []
  for (const raw of [...found].sort((x, y) => x.a[0] - y.a[0] || x.b[0] - y.b[0])) {
    const last = out.at(-1)
    const near = (one: readonly [number, number], other: readonly [number, number]): boolean => other[0] - one[1] <= 1 && other[0] >= one[0]
    if (last && last.class === raw.class && joining.has(raw.class) && near(last.a, raw.a) && near(last.b, raw.b)) {
      const end = (x: readonly [number, number], y: readonly [number, number]) => [x[0], Math.max(x[1], y[1])] as const
      out[out.length - 1] = { ...last, a: end(last.a, raw.a), b: end(last.b, raw.b), effect: last.effect || raw.effect }
    } else out.push(raw)
  }
  return out
}

const joining = new Set<DifferenceClass>(['date', 'name', 'missing', 'added', 'wording', 'cosmetic'])
