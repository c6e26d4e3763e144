import { Code, Flag } from '../../lexicon/word.ts'
import type { Senses } from '../senses.ts'
import type { Context } from './context.ts'
import type { Unit } from './leaf.ts'
import type { Links } from './links.ts'
import type { Raw } from './nouns.ts'
import { isQuiet } from './nouns.ts'
import { isIn, meets, type Range } from './ranges.ts'
import { amountAt, isScale } from './substitution.ts'
import { Type } from './types.ts'

/** A stretch and what it means, whatever its words: "span:120M" for ten years and a decade. */
interface Value {
  readonly range: Range
  readonly means: readonly string[]
  /** It may mean something else: never told by itself. */
  readonly loose?: boolean
}

/** Units of time in months or days, that are told in one another. */
const months: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, E: 120, C: 1200 }
const days: Readonly<Record<string, number>> = { D: 1, W: 7, F: 14 }
/** Units of time that are one without a word of number. */
const lone = /^unit:[EFCQ]$/
const SHARE = 'share:'
/** What a word before a day changes, whatever the day is. */
const LIMIT = 'another limit'

/**
 * Numbers, times, days and names of organisations that are the same in other words: a decade and ten years, half and 50 per cent, 18 million and 18m, 9 October
 * 2032 and 09.10.2032, an acronym and its full name. A share of one side that became another share is told.
 */
export function withValues(found: Raw[], links: Links, a: Context, b: Context, senses: Senses): Raw[] {
  const [rangeA, rangeB] = [links.range('a'), links.range('b')]
  const asks = found.some(mayBeSame) ? hasValue : hasShare
  if (found.length === 0 || !asks(a, rangeA) || !asks(b, rangeB)) return found
  const [left, right] = [new Values(a, rangeA, senses).all, new Values(b, rangeB, senses).all]
  if (left.length === 0 || right.length === 0) return found
  const taken = new Set<Value>()
  const same: [Value, Value][] = []
  // those whose words stand for one another first
  for (const near of [true, false])
    for (const one of left) {
      if (taken.has(one)) continue
      const other = right.find((two) => !taken.has(two) && isSame(one, two) && (!near || isLinked(one, two, links)))
      if (!other) continue
      taken.add(one).add(other)
      same.push([one, other])
    }
  const out = found.map((raw) =>
    mayBeSame(raw) && same.some(([one, other]) => isWithin(raw.a, one.range) && isWithin(raw.b, other.range))
      ? { ...raw, class: 'wording' as const, effect: '' }
      : raw,
  )
  const [share, other] = [shareOf(left, taken), shareOf(right, taken)]
  if (share && other && !out.some((raw) => !isQuiet(raw.class) && (meets(raw.a, share.range) || meets(raw.b, other.range))))
    out.push({ class: 'number', a: share.range, b: other.range, effect: 'another share' })
  return out
}

/** True for a difference that is none where both sides name one value. */
const mayBeSame = (raw: Raw): boolean => !isQuiet(raw.class) && raw.class !== 'force' && raw.effect !== LIMIT

/** False for a stretch that names no share, so that it cannot name another one. */
function hasShare({ leaf: { units, text } }: Context, [from, to]: Range): boolean {
  for (let i = from; i <= to && i < units.length; i++) {
    const { type, to: end } = units[i] as Unit
    if (type & Type.SHARE || (type & Type.NUMBER && (text.charAt(end) === '%' || text.charAt(end - 1) === '%'))) return true
  }
  return false
}

/** False for a stretch that names no such thing: most do not. */
function hasValue({ leaf: { units }, bodies }: Context, [from, to]: Range): boolean {
  for (let i = from; i < to; i++) if ((units[i] as Unit).type & Type.VALUE || bodies[i]) return true
  return ((units[to]?.type ?? 0) & Type.VALUE) !== 0
}

const isSame = (one: Value, other: Value): boolean => one.means.some((mean) => other.means.includes(mean))
/** True where a difference lies in a value, or where its side has nothing. */
const isWithin = (one: Range, other: Range): boolean => one[0] === one[1] || isIn(one, other)

function isLinked({ range }: Value, other: Value, links: Links): boolean {
  for (let i = range[0]; i < range[1]; i++) {
    const partner = links.partner('a', i)
    if (partner >= other.range[0] && partner < other.range[1]) return true
  }
  return false
}

/** The only share that the other side does not have. */
function shareOf(values: readonly Value[], taken: ReadonlySet<Value>): Value | undefined {
  const shares = values.filter((value) => value.means.some((mean) => mean.startsWith(SHARE)) && !value.loose && !taken.has(value))
  return shares.length === 1 ? shares[0] : undefined
}

/** What one side of a row names of such things. */
class Values {
  readonly all: Value[] = []
  private readonly context: Context
  private readonly units: readonly Unit[]
  private readonly senses: Senses

  constructor(context: Context, [from, to]: Range, senses: Senses) {
    this.context = context
    this.units = context.leaf.units
    this.senses = senses
    for (let i = from; i < to; ) {
      const value = this.at(i, to)
      if (value) this.all.push(value)
      i = value ? value.range[1] : i + 1
    }
  }

  private at(i: number, to: number): Value | undefined {
    const [unit, behind] = [this.units[i] as Unit, this.units[i + 1]]
    const body = this.context.bodies[i]
    if (body) {
      let end = i + 1
      while (end < to && this.context.bodies[end] === body) end++
      const article = ((this.units[i - 1]?.word.flags ?? 0) & Flag.DETERMINER) !== 0
      return { range: [article ? i - 1 : i, end], means: [`body:${body.ref}`] }
    }
    // "a half", "a year": of all other words only what stands before such a one
    if (((unit.type | (behind?.type ?? 0)) & Type.VALUE) === 0) return undefined
    const share = this.half(i, to) ?? this.share(i) ?? this.ratio(i, to)
    if (share) return share
    const first = this.dayOfMonth(i, to)
    if (first) return first
    if (unit.type & Type.NUMBER) return this.day(i, to) ?? this.number(i, to)
    // "a year's notice", "every quarter"
    const next = i + 1 < to ? (this.units[i + 1] as Unit) : undefined
    if (unit.word.flags & Flag.DETERMINER && next?.ref.startsWith('unit:')) return { range: [i, i + 2], means: [spanOf(1, next.ref)] }
    if (unit.type & Type.TIME) {
      if (unit.ref.startsWith('month:')) return this.day(i, to)
      return lone.test(unit.ref) ? { range: [i, i + 1], means: [spanOf(1, unit.ref)] } : undefined
    }
    // "a year" where the tables know it as one
    const one = unit.word.flags & Flag.DETERMINER ? this.senses.quantities.time(/^\S+ (\S+)$/.exec(unit.form)?.[1] ?? '') : undefined
    if (one) return { range: [i, i + 1], means: [spanOf(1, `unit:${one}`)] }
    // "a dozen"
    const scale = this.senses.quantities.scale(unit.form)
    return scale !== undefined && unit.form.length > 2 ? { range: [i, i + 1], means: [`count:${scale}`] } : undefined
  }

  /** Half of a scale: "half a million". */
  private half(i: number, to: number): Value | undefined {
    if (this.senses.quantities.fraction((this.units[i] as Unit).form) !== 2) return undefined
    const at = this.units[i + 1]?.word.code === Code.A ? i + 2 : i + 1
    const scale = at < to ? this.units[at] : undefined
    return scale && isScale(scale) ? { range: [i, at + 1], means: [`count:${Number(scale.key) / 2}`] } : undefined
  }

  /** So many of so many: "two in five", "nine out of ten". */
  private ratio(i: number, to: number): Value | undefined {
    if (!isPlain(this.units[i])) return undefined
    let at = i + 1
    while (at < to && at < i + 3 && ((this.units[at] as Unit).word.flags & Flag.PREPOSITION) !== 0) at++
    const [part, whole] = [this.units[i] as Unit, this.units[at]]
    if (at === i + 1 || at >= to || !isPlain(whole) || isScale(this.units[at + 1]) || this.units[at + 1]?.type === Type.TIME)
      return undefined
    const share = Number(part.key) / Number(whole?.key)
    return share > 0 && share < 1 ? { range: [i, at + 1], means: [`${SHARE}${Math.round(100 * share)}`], loose: true } : undefined
  }

  /** A day of a month without its year, in digits or as a place in a row: "1 October", "the first of October", "October 1st". */
  private dayOfMonth(i: number, to: number): Value | undefined {
    const { units } = this
    const own = monthOf(units[i])
    let behind = -1
    if (!own && i + 1 < to)
      behind = monthOf(units[i + 1]) ? i + 1 : i + 2 < to && ((units[i + 1] as Unit).word.flags & Flag.PREPOSITION) !== 0 ? i + 2 : -1
    const month = own ?? (behind < 0 ? undefined : monthOf(units[behind]))
    if (!month) return undefined
    const day = own ? (i + 1 < to ? this.placeOf(units[i + 1] as Unit) : undefined) : this.placeOf(units[i] as Unit)
    const end = own ? i + 2 : behind + 1
    // the reading counts the word before a day to its time
    const start = i > 0 && ((this.units[i - 1] as Unit).word.flags & Flag.PREPOSITION) !== 0 ? i - 1 : i
    const year = end < to && /^\d{4}$/.test((units[end] as Unit).key)
    return day && !year ? { range: [start, end], means: [`day:${month}-${day}`] } : undefined
  }

  /** The number of a day: "1", "first". */
  private placeOf({ key, form }: Unit): number | undefined {
    return /^\d\d?$/.test(key) ? Number(key) : this.senses.quantities.ordinal(form.slice(form.lastIndexOf(' ') + 1))
  }

  /** A word that cuts a whole, with how many of its parts: "two thirds", "half". */
  private share(i: number): Value | undefined {
    const { form, word } = this.units[i] as Unit
    const parts = this.senses.quantities.fraction(form)
    if (parts === 2) return { range: [i, i + 1], means: [`${SHARE}50`] }
    const next = this.senses.quantities.fraction(this.units[i + 1]?.form ?? '')
    const count = word.code === Code.A ? 1 : amountAt(i, this.units)
    // "the second quarter" is a time
    if (!next || parts || count === undefined || count >= next || ordinal.test(form)) return undefined
    return { range: [i, i + 2], means: [`${SHARE}${Math.round((100 * count) / next)}`] }
  }

  /** A number, with its scale, its unit of time, its sign of per cent. */
  private number(i: number, to: number): Value | undefined {
    const unit = this.units[i] as Unit
    const alone = isScale(unit) ? Number(unit.key) : undefined
    const amount = this.senses.quantities.scaled(unit.form) ?? amountAt(i, this.units) ?? alone
    if (amount === undefined) return undefined
    const end = isScale(this.units[i + 1]) ? i + 2 : i + 1
    const next = end < to ? this.units[end] : undefined
    if (next?.ref.startsWith('unit:')) return { range: [i, end + 1], means: [spanOf(amount, next.ref)] }
    if (this.isPercent(unit, next))
      return { range: [i, this.senses.quantities.isPercent(next?.key ?? '') ? end + 1 : end], means: [`${SHARE}${amount}`] }
    return { range: [i, end], means: [`count:${amount}`] }
  }

  private isPercent(unit: Unit, next: Unit | undefined): boolean {
    const { text } = this.context.leaf
    return this.senses.quantities.isPercent(next?.key ?? '') || text.charAt(unit.to) === '%' || text.slice(unit.from, unit.to).endsWith('%')
  }

  /** A day of a year: "9 October 2032", "October 9, 2032", "09.10.2032", "2032-10-09". */
  private day(i: number, to: number): Value | undefined {
    const { units } = this
    const [one, two, three] = [0, 1, 2].map((k) => (i + k < to ? units[i + k] : undefined)) as [Unit, Unit | undefined, Unit | undefined]
    const numeric = dayOf(one.form)
    if (numeric) return { range: [i, i + 1], means: numeric }
    const month = /^month:(\d+)$/.exec(one.ref)?.[1] ?? /^month:(\d+)$/.exec(two?.ref ?? '')?.[1]
    const day = one.ref ? two?.key : one.key
    if (month && day && /^\d\d?$/.test(day) && /^\d{4}$/.test(three?.key ?? ''))
      return { range: [i, i + 3], means: [dayKey(Number(three?.key), Number(month), Number(day))] }
    const joined = [one, two, three].map((unit) => unit?.form).join('.')
    const slashed = two && three && this.between(one, two) === '/' && this.between(two, three) === '/' ? dayOf(joined) : undefined
    return slashed && { range: [i, i + 3], means: slashed }
  }

  private between = (one: Unit, other: Unit): string => this.context.leaf.text.slice(one.to, other.from)
}

const ordinal = /^\d+(?:st|nd|rd|th)$/

/** A number of one or two figures that is no time. */
const isPlain = (unit: Unit | undefined): boolean => unit !== undefined && unit.ref === '' && /^\d\d?$/.test(unit.key)

/** The month that a unit names, in figures. */
const monthOf = (unit: Unit | undefined): string | undefined =>
  unit?.ref.startsWith('month:') ? /^month:(\d+)$/.exec(unit.ref)?.[1] : undefined

/** A stretch of time, in months or days where its unit has such. */
function spanOf(count: number, ref: string): string {
  const unit = ref.slice('unit:'.length)
  const [month, day] = [months[unit], days[unit]]
  return month ? `span:${count * month}M` : day ? `span:${count * day}D` : `span:${count}${unit}`
}

/** The days that figures may mean: the day before the month or behind it. */
function dayOf(form: string): string[] | undefined {
  const [, year, month, date] = /^(\d{4})[-.](\d\d?)[-.](\d\d?)$/.exec(form) ?? []
  if (year) return [dayKey(Number(year), Number(month), Number(date))]
  const [, one, other, last] = /^(\d\d?)[-.](\d\d?)[-.](\d{4})$/.exec(form) ?? []
  if (!last) return undefined
  return [dayKey(Number(last), Number(other), Number(one)), dayKey(Number(last), Number(one), Number(other))]
}

const dayKey = (year: number, month: number, day: number): string => `day:${year}-${month}-${day}`
