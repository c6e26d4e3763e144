import type { Mention } from '../../model.ts'
import type { Context } from './context.ts'
import type { Raw } from './differences.ts'
import { unitsOf } from './leaf.ts'
import { isQuiet } from './nouns.ts'
import { Type } from './types.ts'

type Range = readonly [number, number]

interface Time {
  readonly range: Range
  readonly mention: Mention
}

/** How often a unit of time comes in a year. */
const yearly: Readonly<Record<string, number>> = { D: 365, W: 52, M: 12, Q: 4, Y: 1 }

/**
 * Times and rates of a row compared by what they mean, as the readings have them: one day or one rate in other words is no difference ("twice a year", "every
 * six months"), another one is, whatever words both share, unless all its words are the
 * same; and so is a time that one side alone has. `a` and `b` are the sentences of the row.
 */
export function withTimes(found: readonly Raw[], a: Context, rangeA: Range, b: Context, rangeB: Range): Raw[] {
  if (a.times.size + b.times.size === 0) return [...found]
  const [left, right] = [timesIn(a, unitsOf(a.leaf, rangeA)), timesIn(b, unitsOf(b.leaf, rangeB))]
  if (left.length + right.length === 0) return [...found]
  let out = [...found]
  for (const one of left)
    for (const other of right)
      if (areSame(one.mention, other.mention)) {
        // two days between which something lies are both its limits
        const span = one.mention.ref.includes('/')
        out = out.map((raw) =>
          isIn(raw.a, one.range) && isIn(raw.b, other.range) && isOfTime(raw) && (span || raw.effect !== 'another limit')
            ? { ...raw, class: 'wording', effect: '' }
            : raw,
        )
      }
  const [one, other] = [left[0], right[0]]
  if (left.length === 1 && right.length === 1 && one && other && areOther(one.mention, other.mention)) {
    // the same words count from the day of each text, and a copy is often dated later
    if (wordsOf(a, one.range) === wordsOf(b, other.range)) return out
    const rate = one.mention.kind === 'frequency'
    add(out, { class: rate ? 'number' : 'date', a: one.range, b: other.range, effect: rate ? 'another rate' : 'another time' })
  } else if (!left.length || !right.length) {
    for (const { range } of left) if (isTold(a, range)) add(out, { class: 'date', a: range, b: [0, 0], effect: ONE_SIDED })
    for (const { range } of right) if (isTold(b, range)) add(out, { class: 'date', a: [0, 0], b: range, effect: ONE_SIDED })
  }
  return out
}

const ONE_SIDED = 'a time that the other does not name'

/** Adds a difference unless one that matters lies there already. */
function add(out: Raw[], raw: Raw): void {
  if (!out.some((old) => !isQuiet(old.class) && (meets(old.a, raw.a) || meets(old.b, raw.b)))) out.push(raw)
}

const wordsOf = ({ leaf }: Context, [from, to]: Range): string =>
  leaf.units
    .slice(from, to)
    .map(({ key }) => key)
    .join(' ')
const isOfTime = (raw: Raw): boolean => raw.class === 'date' || raw.class === 'number'
const meets = (one: Range, other: Range): boolean => one[0] < other[1] && one[1] > other[0]
const isIn = (one: Range, other: Range): boolean => one[0] >= other[0] && one[1] <= other[1]

function timesIn({ times }: Context, [from, to]: Range): Time[] {
  const found: Time[] = []
  for (let i = from; i < to; i++) {
    const mention = times.get(i)
    if (!mention) continue
    const last = found.at(-1)
    if (last?.mention === mention) found[found.length - 1] = { mention, range: [last.range[0], i + 1] }
    else found.push({ mention, range: [i, i + 1] })
  }
  return found
}

/** True where both name the same days or the same rate. */
function areSame(one: Mention, other: Mention): boolean {
  if (one.ref === '' || other.ref === '') return false
  const [rate, otherRate] = [rateOf(one), rateOf(other)]
  return rate && otherRate ? Math.abs(rate - otherRate) < rate / 24 : one.ref === other.ref
}

/** True where both are known, and other days or another rate. */
function areOther(one: Mention, other: Mention): boolean {
  if (areSame(one, other)) return false
  const days = /^\d{4}-\d\d/
  return (rateOf(one) !== undefined && rateOf(other) !== undefined) || (days.test(one.ref) && days.test(other.ref))
}

/** How often in a year. */
function rateOf({ kind, ref }: Mention): number | undefined {
  const [, count, every, unit] = (kind === 'frequency' && /^(\d+)\/(\d*)([DWMQY])$/.exec(ref)) || []
  return unit ? (Number(count) * (yearly[unit] as number)) / Number(every || 1) : undefined
}

/** A limit with a unit of time or a month: no mere "soon" or "today". */
function isTold({ times, leaf }: Context, [from, to]: Range): boolean {
  const kind = times.get(from)?.kind
  if (kind !== 'deadline' && kind !== 'date') return false
  return leaf.units.slice(from, to).some(({ type, ref }) => (type & Type.TIME) !== 0 && !ref.startsWith('weekday'))
}
