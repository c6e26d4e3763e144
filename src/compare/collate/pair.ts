import type { Senses } from '../senses.ts'
import { alignUnits, type Pair } from './align.ts'
import type { Context, Hurt } from './context.ts'
import { type Raw, wordDifferences } from './differences.ts'
import { forceDifferences } from './force.ts'
import type { Leaf } from './leaf.ts'
import { type DifferenceClass, isQuiet } from './nouns.ts'
import { type Pairing, pairSentences } from './rows.ts'

/** A row of two witnesses: its sentences, its words, and what differs in them. */
export interface PairRow extends Pairing {
  readonly words: readonly Pair[]
  readonly differences: readonly Raw[]
}

/** Classes by which the reading names a kind of damage; all others are `broken`. */
const damages: Readonly<Record<string, DifferenceClass>> = {
  'damage/spliced-name': 'party',
  'damage/spliced-actor': 'party',
  'damage/linked-place': 'party',
  'damage/name-variant': 'name',
  'damage/numbers': 'number',
  'damage/period': 'date',
}

/** Aligns two witnesses and says what differs, sentence by sentence and word by word. */
export function pairWitnesses(a: Context, b: Context, senses: Senses): PairRow[] {
  return pairSentences(a.leaf, b.leaf).map((one) => {
    if (!one.a || !one.b) return { ...one, words: [], differences: lone(one, b.leaf) }
    const [rangeA, rangeB] = [unitsOf(a.leaf, one.a), unitsOf(b.leaf, one.b)]
    const words = alignUnits(a.leaf.units, rangeA, b.leaf.units, rangeB, senses)
    const quiet = isFurniture(a.leaf, one.a) || isFurniture(b.leaf, one.b)
    let found = wordDifferences(words, a, b, senses)
    if (quiet) found = found.filter((raw) => raw.class !== 'missing' && raw.class !== 'added')
    found = absorb([...found, ...forceDifferences(words, a, b).filter((raw) => !found.some((one) => one.class === 'force' && meets(one, raw)))])
    found = damaged(found, words, a, b, rangeA, rangeB)
    if (one.moved) found.push({ class: 'moved', a: rangeA, b: rangeB, effect: 'stands at another place' })
    return { ...one, words, differences: joined(found) }
  })
}

const meets = (one: Raw, other: Raw): boolean => one.a[0] < other.a[1] && one.a[1] > other.a[0]

/** The units of a range of sentences. */
export function unitsOf(leaf: Leaf, [from, to]: readonly [number, number]): [number, number] {
  return [leaf.sentences[from]?.first ?? 0, leaf.sentences[to - 1]?.last ?? 0]
}

/** True when every sentence of a range is site furniture. */
export function isFurniture(leaf: Leaf, [from, to]: readonly [number, number]): boolean {
  for (let i = from; i < to; i++) if (leaf.sentences[i]?.role !== 'furniture') return false
  return true
}

function lone({ a, b }: Pairing, right: Leaf): Raw[] {
  // what the base alone has is told once for all witnesses, by its row
  if (a || !b || isFurniture(right, b)) return []
  const [from, to] = unitsOf(right, b)
  const repeated = right.reading.damage.some(
    (one) =>
      one.rule === 'damage/repeated-paragraph' &&
      one.span.from < (right.units[to - 1]?.to ?? 0) &&
      one.span.to > (right.units[from]?.from ?? 0),
  )
  return [{ class: 'added', a: [0, 0], b: [from, to], effect: repeated ? 'repeats what stands above' : 'the sentence stands here only' }]
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

/** Adds the damage that one witness has and the other has not, where the words do not say it already. */
function damaged(
  found: readonly Raw[],
  words: readonly Pair[],
  a: Context,
  b: Context,
  rangeA: readonly [number, number],
  rangeB: readonly [number, number],
): Raw[] {
  let out = [...found]
  for (const [side, range, own] of [
    ['b', rangeB, b],
    ['a', rangeA, a],
  ] as const) {
    const other = side === 'a' ? 'b' : 'a'
    for (const hurt of own.damage) {
      if (hurt.first >= range[1] || hurt.last <= range[0] || hurt.last === hurt.first) continue
      const span = [Math.max(range[0], hurt.first), Math.min(range[1], hurt.last)] as const
      const touching = out.filter((raw) => raw[side][0] < span[1] && raw[side][1] > span[0])
      const kind = damages[hurt.damage.rule] ?? 'broken'
      if (touching.some((raw) => raw.class === kind || raw.class === 'party' || raw.class === 'broken')) continue
      if (kind !== 'broken' && touching.some((raw) => !isQuiet(raw.class))) continue
      if (kind !== 'broken' && !touching.length) continue
      const there = stretch(words, side, other, span)
      if (hurtThere(side === 'a' ? b : a, hurt, there)) continue
      out = out.filter((raw) => !touching.includes(raw) || !isQuiet(raw.class))
      const raw = { class: kind, effect: hurt.damage.what }
      out.push(side === 'a' ? { ...raw, a: span, b: there } : { ...raw, a: there, b: span })
    }
  }
  return out
}

/** The other witness has damage of the same kind there: no difference. */
const hurtThere = (side: Context, hurt: Hurt, [from, to]: readonly [number, number]): boolean =>
  side.damage.some((one) => one.damage.rule === hurt.damage.rule && one.first < to && one.last > from)

/** What stands on the other side for a range of units. */
export function stretch(
  words: readonly Pair[],
  side: 'a' | 'b',
  other: 'a' | 'b',
  [from, to]: readonly [number, number],
): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, -1]
  let before = 0
  for (const pair of words) {
    if (pair[other] === -1) continue
    if (pair[side] !== -1 && pair[side] < from) before = Math.max(before, pair[other] + 1)
    if (pair[side] < from || pair[side] >= to) continue
    low = Math.min(low, pair[other])
    high = Math.max(high, pair[other] + 1)
  }
  return high === -1 ? [before, before] : [low, high]
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
