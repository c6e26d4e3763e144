import type { Mention } from '../../model.ts'
import type { Context } from './context.ts'
import { unitsOf } from './leaf.ts'
import type { Links } from './links.ts'
import type { Raw } from './nouns.ts'
import { isQuiet } from './nouns.ts'
import { isIn, meets, type Range } from './ranges.ts'
import { Type } from './types.ts'

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
export function withTimes(found: Raw[], a: Context, rangeA: Range, b: Context, rangeB: Range, links: Links): Raw[] {
  const [left, right] = [timesIn(a, unitsOf(a.leaf, rangeA)), timesIn(b, unitsOf(b.leaf, rangeB))]
  if (left.length + right.length === 0) return found
  let out = [...found]
  for (const one of left)
    for (const other of right) {
      const whole = isInWhole(one, a, other, b)
      if (!whole && !areSame(one.mention, other.mention)) continue
      // two days between which something lies are both its limits
      const span = whole || one.mention.ref.includes('/')
      out = out.map((raw) =>
        isIn(raw.a, one.range) && isIn(raw.b, other.range) && isOfTime(raw) && (span || raw.effect !== LIMIT)
          ? { ...raw, class: 'wording', effect: '' }
          : raw,
      )
    }
  for (const [one, other] of facing(left, right, links)) {
    // the same words count from the day of each text, and a copy is often dated later
    if (!areOther(one.mention, other.mention) || wordsOf(a, one.range) === wordsOf(b, other.range)) continue
    const rate = one.mention.kind === 'frequency'
    const limit = !rate && isLimit(one.mention) !== isLimit(other.mention)
    if (limit && isInWhole(one, a, other, b)) continue
    // in a row with several times, only one whose own numbers and words of time differ; "before 2030" is as often meant for "by 2030"
    const mask = left.length + right.length > 2 ? Type.NUMBER | Type.TIME : Type.CONTENT
    if (!limit && wordsOf(a, one.range, mask) === wordsOf(b, other.range, mask)) continue
    add(out, {
      class: rate ? 'number' : 'date',
      a: one.range,
      b: other.range,
      effect: rate ? 'another rate' : limit ? LIMIT : 'another time',
    })
  }
  if (!left.length || !right.length) {
    for (const { range } of left) if (isTold(a, range)) add(out, { class: 'date', a: range, b: [0, 0], effect: ONE_SIDED })
    for (const { range } of right) if (isTold(b, range)) add(out, { class: 'date', a: [0, 0], b: range, effect: ONE_SIDED })
  }
  return out
}

const LIMIT = 'another limit'
const ONE_SIDED = 'a time that the other does not name'

/** Adds a difference unless one that matters lies there already. */
function add(out: Raw[], raw: Raw): void {
  if (!out.some((old) => !isQuiet(old.class) && (meets(old.a, raw.a) || meets(old.b, raw.b)))) out.push(raw)
}

/** The words of a stretch, of some types alone, in their order. */
const wordsOf = ({ leaf }: Context, [from, to]: Range, types = -1): string =>
  leaf.units
    .slice(from, to)
    .filter(({ type }) => types === -1 || (type & types) !== 0)
    .map(({ key }) => key)
    .join(' ')
const isOfTime = (raw: Raw): boolean => raw.class === 'date' || raw.class === 'number'

function timesIn({ times }: Context, [from, to]: Range): Time[] {
  const found: Time[] = []
  for (let i = from; i < to; i++) {
    const mention = times[i]
    if (!mention) continue
    const last = found.at(-1)
    if (last?.mention === mention) found[found.length - 1] = { mention, range: [last.range[0], i + 1] }
    else found.push({ mention, range: [i, i + 1] })
  }
  return found
}

/** Times that stand for one another: the only ones of either side, or those of which a word does. */
function facing(left: readonly Time[], right: readonly Time[], links: Links): [Time, Time][] {
  if (left.length === 1 && right.length === 1) return [[left[0] as Time, right[0] as Time]]
  return left.flatMap((one): [Time, Time][] => {
    for (let i = one.range[1] - 1; i >= one.range[0]; i--) {
      const partner = links.partner('a', i)
      const other = right.find(({ range }) => partner >= range[0] && partner < range[1])
      if (other) return [[one, other]]
    }
    return []
  })
}

/** True for a time of which only the last day is said. */
const isLimit = ({ ref }: Mention): boolean => ref.startsWith('../')

/** True for the end of a year as a limit, and that year: "by the end of 2030", "in 2030". */
function isInWhole(one: Time, a: Context, other: Time, b: Context): boolean {
  const [left, right] = [one.mention.ref, other.mention.ref]
  if (isLimit(one.mention) === isLimit(other.mention) || !left.endsWith(YEARS_END) || left.slice(-10) !== right.slice(-10)) return false
  const [time, { leaf }] = isLimit(one.mention) ? [one, a] : [other, b]
  return leaf.units.slice(time.range[0], time.range[1]).filter(({ type }) => (type & Type.CONTENT) !== 0).length > 1
}

const YEARS_END = '-12-31'

/** True where both name the same days or the same rate. */
function areSame(one: Mention, other: Mention): boolean {
  if (one.ref === '' || other.ref === '') return false
  const [rate, otherRate] = [rateOf(one), rateOf(other)]
  return rate && otherRate ? Math.abs(rate - otherRate) < rate / 24 : one.ref === other.ref
}

/** True where both are known, and other days or another rate. */
function areOther(one: Mention, other: Mention): boolean {
  if (areSame(one, other)) return false
  const days = /^(?:\.\.\/)?\d{4}-\d\d/
  return (rateOf(one) !== undefined && rateOf(other) !== undefined) || (days.test(one.ref) && days.test(other.ref))
}

/** How often in a year. */
function rateOf({ kind, ref }: Mention): number | undefined {
  const [, count, every, unit] = (kind === 'frequency' && /^(\d+)\/(\d*)([DWMQY])$/.exec(ref)) || []
  return unit ? (Number(count) * (yearly[unit] as number)) / Number(every || 1) : undefined
}

/** A limit with a unit of time or a month: no mere "soon" or "today". */
function isTold({ times, leaf }: Context, [from, to]: Range): boolean {
  const kind = times[from]?.kind
  if (kind !== 'deadline' && kind !== 'date') return false
  return leaf.units.slice(from, to).some(({ type, ref }) => (type & Type.TIME) !== 0 && !ref.startsWith('weekday'))
}
