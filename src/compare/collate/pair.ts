import type { Senses } from '../senses.ts'
import { alignUnits, type Pair } from './align.ts'
import type { Context } from './context.ts'
import { isHurt, withDamage } from './damage.ts'
import { sameText, wordDifferences } from './differences.ts'
import { withElsewhere } from './elsewhere.ts'
import { forceDifferences } from './force.ts'
import { isFurniture, saysNothing, type Unit, unitsOf } from './leaf.ts'
import type { Lexis } from './lexis.ts'
import { limitDifferences } from './limits.ts'
import { Links } from './links.ts'
import { markDifferences } from './marks.ts'
import type { DifferenceClass, Pairing, Raw } from './nouns.ts'
import { isQuiet } from './nouns.ts'
import { PairRow } from './pair-row.ts'
import { isIn, meets, type Range } from './ranges.ts'
import { frameDifferences, roleDifferences } from './roles.ts'
import { pairSentences } from './rows.ts'
import { rungDifferences } from './rungs.ts'
import { withTimes } from './times.ts'
import { withValues } from './values.ts'

/** Aligns two witnesses and says what differs, sentence by sentence and word by word. */
export function pairWitnesses(a: Context, b: Context, lexis: Lexis): PairRow[] {
  const rows = pairSentences(a.leaf, b.leaf, lexis).map((one) => {
    if (!one.a || !one.b) return new PairRow(one, lone(one, b), { a: 0, b: 0 }, 0)
    const [rangeA, rangeB] = [unitsOf(a.leaf, one.a), unitsOf(b.leaf, one.b)]
    const first = { a: rangeA[0], b: rangeB[0] }
    const likeness = likenessOf(a, rangeA, b, rangeB)
    if (likeness === Alike.WHOLLY && !isHurt(a, one.a) && !isHurt(b, one.b))
      return new PairRow(one, one.moved ? [moved(rangeA, rangeB)] : [], first, rangeA[1] - rangeA[0])
    const words =
      likeness === Alike.NOT ? alignUnits(a.leaf.units, rangeA, b.leaf.units, rangeB, lexis.senses) : oneByOne(first, rangeA[1] - rangeA[0])
    const found = differencesIn(words, likeness !== Alike.NOT, a, b, one.a, one.b, lexis.senses)
    if (one.moved) found.push(moved(rangeA, rangeB))
    return new PairRow(one, joined(found), first, words.filter((pair) => pair.a !== -1 && pair.b !== -1).length, words)
  })
  return withElsewhere(rows, a, b, lexis)
}

const moved = (a: Range, b: Range): Raw => ({ class: 'moved', a, b, effect: 'stands at another place' })

/** How far two stretches are written alike. */
const Alike = {
  NOT: 0,
  /** The same words with the same characters; spaces and marks between them differ. */
  IN_WORDS: 1,
  /** The same characters: nothing there can differ. */
  WHOLLY: 2,
} as const

function likenessOf({ leaf: a }: Context, [fromA, toA]: Range, { leaf: b }: Context, [fromB, toB]: Range): number {
  if (toA - fromA !== toB - fromB || fromA === toA) return Alike.NOT
  let [alike, endA, endB]: [number, number, number] = [Alike.WHOLLY, a.units[fromA]?.from ?? 0, b.units[fromB]?.from ?? 0]
  for (let i = fromA, j = fromB; i < toA; i++, j++) {
    const [one, other] = [a.units[i] as Unit, b.units[j] as Unit]
    if (one.id !== other.id || one.form !== other.form || !sameText(a.text, one.from, one.to, b.text, other.from, other.to))
      return Alike.NOT
    if (alike === Alike.WHOLLY && !sameText(a.text, endA, one.from, b.text, endB, other.from)) alike = Alike.IN_WORDS
    endA = one.to
    endB = other.to
  }
  return alike
}

/** So many words of either side, each standing for one. */
const oneByOne = (first: { readonly a: number; readonly b: number }, count: number): Pair[] =>
  Array.from({ length: count }, (_, i) => ({ a: first.a + i, b: first.b + i }))

/** What differs in two stretches whose words are aligned. `sameWords`: in marks and in what the readings make of them alone. */
function differencesIn(
  words: readonly Pair[],
  sameWords: boolean,
  a: Context,
  b: Context,
  rangeA: Range,
  rangeB: Range,
  senses: Senses,
): Raw[] {
  const links = new Links(words)
  let found = sameWords ? [] : wordDifferences(words, links, a, b, senses)
  found.push(...markDifferences(words, a, b))
  const [left, right] = [isFurniture(a.leaf, rangeA), isFurniture(b.leaf, rangeB)]
  // another line of the site is no difference of the texts
  if (left && right) return found.map((raw) => (isQuiet(raw.class) ? raw : { ...raw, class: 'wording', effect: '' }))
  if (left || right) found = found.filter((raw) => raw.class !== 'missing' && raw.class !== 'added')
  found = withTimes(found, a, rangeA, b, rangeB, links)
  found = withValues(found, links, a, b, senses)
  if (!sameWords) {
    found.push(...roleDifferences(words, a, b, senses))
    found.push(
      ...frameDifferences(words, links, a, b, senses).filter((raw) => !found.some((one) => one.class === 'party' && meets(one.a, raw.a))),
    )
  }
  found.push(...limitDifferences(words, a, b, senses).filter((raw) => !found.some((one) => !isQuiet(one.class) && isNear(one, raw))))
  for (const more of [sameWords ? [] : forceDifferences(words, links, a, b, senses), rungDifferences(words, links, a, b, senses)])
    found.push(...more.filter((raw) => !found.some((one) => one.class === 'force' && meets(one.a, raw.a))))
  found = absorb(found)
  if (!isHurt(a, rangeA) && !isHurt(b, rangeB)) return found
  return withDamage(found, links, a, b, rangeA, rangeB)
}

/** True where one difference lies on another, or right beside it. */
const isNear = (one: Raw, other: Raw): boolean => one.a[0] <= other.a[1] && one.a[1] >= other.a[0]

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
function absorb(found: Raw[]): Raw[] {
  const forces = found.filter((raw) => raw.class === 'force')
  if (forces.length === 0) return found
  return found.filter(
    (raw) => (raw.class !== 'wording' && raw.class !== 'cosmetic') || !forces.some((force) => isIn(raw.a, force.a) && isIn(raw.b, force.b)),
  )
}

/** Neighbours of one class that mean one difference are told as one: the day and the month of a date, a number and its scale, the words of a name. */
function joined(found: readonly Raw[]): Raw[] {
  const out: Raw[] = []
  for (const raw of [...found].sort((x, y) => x.a[0] - y.a[0] || x.b[0] - y.b[0])) {
    const last = out.at(-1)
    const near = (one: Range, other: Range): boolean => other[0] - one[1] <= 1 && other[0] >= one[0]
    if (last && last.class === raw.class && joining.has(raw.class) && near(last.a, raw.a) && near(last.b, raw.b)) {
      const end = (x: Range, y: Range) => [x[0], Math.max(x[1], y[1])] as const
      out[out.length - 1] = { ...last, a: end(last.a, raw.a), b: end(last.b, raw.b), effect: last.effect || raw.effect }
    } else out.push(raw)
  }
  return out
}

const joining = new Set<DifferenceClass>(['date', 'number', 'name', 'missing', 'added', 'wording', 'cosmetic'])
