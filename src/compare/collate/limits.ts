import type { Senses } from '../senses.ts'
import type { Pair } from './align.ts'
import type { Context } from './context.ts'
import { sameText } from './differences.ts'
import { hasMark } from './gaps.ts'
import type { Unit } from './leaf.ts'
import type { Raw } from './nouns.ts'
import type { Range } from './ranges.ts'
import { amountAt, isDay, isScale } from './substitution.ts'
import { Type } from './types.ts'

interface Limit {
  readonly kind: string
  readonly range: Range
}

/** How far before a number the words that limit it stand, in units, and how far behind it. */
const BEFORE = 2
const BEHIND = 3
/** Marks beyond which no word limits a number. */
const stops = /[,;:.()]/
/** What holds for both ends of a range, and what an end of it stands after. */
const ranging = /^(?:to|and|until)$/
/** Two limits of one class say the same; so do the classes of one line. */
const like: Readonly<Record<string, string>> = { most: 'most', near: 'most', least: 'least', over: 'least', from: 'least' }

/**
 * Numbers that stand for one another and that one copy limits otherwise: "no more than 200", "no less than 200"; "up to 300", "300"; "10 per cent above the
 * price", "10 per cent of the price"; "ten days", "ten working days".
 */
export function limitDifferences(pairs: readonly Pair[], a: Context, b: Context, senses: Senses): Raw[] {
  const found: Raw[] = []
  for (const { a: i, b: j } of pairs) {
    if (i === -1 || j === -1) continue
    const [left, right] = [a.leaf.units, b.leaf.units]
    const [one, other] = [left[i] as Unit, right[j] as Unit]
    if ((one.type & other.type & Type.NUMBER) === 0 || isScale(one) || isScale(other)) continue
    if (one.id === other.id && areAlikeAround(i, a, j, b)) continue
    if ((one.key !== other.key && amountAt(i, left) !== amountAt(j, right)) || isDay(i, a) || isDay(j, b)) continue
    const limit = limitOf(i, a, senses)
    const theirs = limitOf(j, b, senses)
    if (areOther(limit?.kind, theirs?.kind))
      found.push({ class: 'number', a: limit?.range ?? [i, i + 1], b: theirs?.range ?? [j, j + 1], effect: 'another limit' })
    const [share, rest] = [shareOf(i, a, senses), shareOf(j, b, senses)]
    if (share && rest && share.kind !== rest.kind)
      found.push({ class: 'number', a: share.range, b: rest.range, effect: 'a share of something else' })
    const [unit, measure] = [unitOf(i, left, senses), unitOf(j, right, senses)]
    if (unit !== measure && (unit || measure)) found.push({ class: 'number', a: [i, i + 2], b: [j, j + 2], effect: 'another measure' })
  }
  return found
}

/** True where all words that may limit either number are written alike, and so is what stands between them: they limit both alike. */
function areAlikeAround(i: number, { leaf: a }: Context, j: number, { leaf: b }: Context): boolean {
  for (let k = -BEFORE; k <= BEHIND + 1; k++) if (a.units[i + k]?.id !== b.units[j + k]?.id) return false
  const ends = (at: number, units: readonly Unit[]) =>
    [units[Math.max(0, at - BEFORE)]?.from ?? 0, units[Math.min(units.length - 1, at + BEHIND + 1)]?.to ?? 0] as const
  return sameText(a.text, ...ends(i, a.units), b.text, ...ends(j, b.units))
}

/** Another limit, or one on one side only; what is nearly reached or only begins there is told beside another limit alone. */
function areOther(one: string | undefined, other: string | undefined): boolean {
  if (one && other) return like[one] !== like[other]
  const alone = one ?? other
  return alone === 'most' || alone === 'least' || alone === 'over'
}

/** The words that limit a number, before or behind it. */
function limitOf(at: number, { leaf }: Context, senses: Senses): Limit | undefined {
  const { units, text } = leaf
  for (let i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
    const unit = units[i] as Unit
    const kind = senses.limits.bound(unit.key)
    if (kind) return isBound(kind, i, at, units, senses) ? { kind, range: [i, i + 1] } : undefined
    if ((unit.type & Type.CONTENT && !senses.quantities.currency(unit.key)) || hasMark(stops, text, unit, units[i + 1] as Unit)) break
  }
  for (let i = at + 1; i <= at + BEHIND; i++) {
    const unit = units[i]
    if (!unit || (unit.type & Type.NUMBER && !isScale(unit))) return undefined
    const kind = senses.limits.boundBehind(unit.key)
    if (kind) return { kind, range: [i, i + 1] }
  }
  return undefined
}

/** False for a word of place or time in the form of one that limits ("over the next five years"), and for the beginning of a range. */
function isBound(kind: string, i: number, at: number, units: readonly Unit[], senses: Senses): boolean {
  const unit = units[i] as Unit
  if (kind === 'from') return !units.slice(at + 1, at + 1 + BEHIND).some(({ form }) => ranging.test(form))
  if ((kind !== 'over' && kind !== 'most') || unit.key.includes(' ') || (unit.type & Type.VERB) !== 0) return true
  const next = units[isScale(units[at + 1]) ? at + 2 : at + 1]
  return i === at - 1 ? ((next?.type ?? 0) & Type.TIME) === 0 : senses.quantities.currency((units[at - 1] as Unit).key) !== undefined
}

/** What a share is reckoned from: "10 per cent above", "10% of". */
function shareOf(at: number, { leaf }: Context, senses: Senses): Limit | undefined {
  const { units, text } = leaf
  const [number, next] = [units[at] as Unit, units[at + 1]]
  if (!next) return undefined
  const sign = text.slice(number.to, next.from).includes('%')
  const behind = sign ? at + 1 : senses.quantities.isPercent(next.key) ? at + 2 : -1
  const kind = senses.limits.share(units[behind]?.key)
  return kind ? { kind, range: [at, behind + 1] } : undefined
}

/** What makes another unit of the unit behind a number: the row of the table. */
function unitOf(at: number, units: readonly Unit[], senses: Senses): string | undefined {
  return senses.limits.unit(units[isScale(units[at + 1]) ? at + 2 : at + 1]?.key)
}
