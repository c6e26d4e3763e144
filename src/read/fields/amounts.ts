import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { CLOSED_CLASS, Flag } from '../../lexicon/word.ts'
import { Group, Kind } from '../recognise/times/cells.ts'
import { everyAt } from '../recognise/times/frequency.ts'
import { codeOf, find, isDash, type Line, opensAt, skip } from '../recognise/times/line.ts'
import { type Quantity, quantityAt, yearAt } from '../recognise/times/numbers.ts'
import type { Timeline } from '../recognise/times/scan.ts'

/** A counted or measured thing. Offsets are into the text that was cut. */
export interface Amount {
  readonly from: number
  readonly to: number
  readonly kind: 'amount' | 'money' | 'percent'
  /** The number; of a range the higher one. */
  readonly value: number
  /** Currency (ISO 4217), "%", or the words of what is counted. */
  readonly unit: string
  /** Rate, such as 1/W. */
  readonly frequency?: string
}

const FINITE = Flag.PAST | Flag.PRESENT
const LONGEST = 6

/** Amounts and money of a line, outside its times. */
export function findAmounts({ line, times }: Timeline, vocabulary: Vocabulary): Amount[] {
  const amounts: Amount[] = []
  let t = 0
  for (let i = 0; i < line.cells.length; ) {
    while (t < times.length && (times[t]?.next ?? 0) <= i) t++
    const time = times[t]
    if (time && time.first <= i) {
      i = time.next
      continue
    }
    const opens = opensAt(line, i, Group.Amount)
    const found = opens & (Group.Amount | Group.Article) ? amountAt(line, i, opens, vocabulary) : undefined
    if (found) amounts.push(found.amount)
    i = found ? found.next : i + 1
  }
  return amounts
}

function amountAt(line: Line, i: number, groups: number, vocabulary: Vocabulary): { amount: Amount; next: number } | undefined {
  // an article opens an amount only before a scale: "a million trees"
  if (groups === Group.Article && !find(line, i + 1, 'scale')) return undefined
  const start = find(line, i, 'from-amount') ? skip(line, i, 'from-amount') : skip(line, skip(line, i, 'approx'), 'approx')
  const sign = find(line, start, 'currency-before')
  const at = sign?.next ?? start
  const first = quantityAt(line, at)
  if (!first || isLabel(line, at, i, sign !== undefined)) return undefined
  const link = find(line, first.next, 'range-amount')
  const second = link ? quantityAt(line, skip(line, link.next, 'currency-before')) : undefined
  const number: Quantity = second && (second.value > first.value || find(line, i, 'from-amount')) ? second : first
  const ranged = number !== first
  if (start > i && find(line, i, 'from-amount') && !ranged) return undefined
  const measured = measure(line, number, sign?.sense.value, ranged, i, vocabulary)
  if (!measured) return undefined
  const rate = rateAt(line, measured.next)
  if (!measured.unit && !rate && !ranged && start === i && !(find(line, i - 1, 'range-amount') && !number.worded)) return undefined
  const next = rate?.next ?? measured.next
  const [a, b] = [line.cells[i], line.cells[next - 1]]
  if (!a || !b) return undefined
  return {
    amount: {
      from: a.from,
      to: b.to,
      kind: measured.kind,
      value: number.value,
      unit: measured.unit,
      ...(rate ? { frequency: rate.ref } : {}),
    },
    next,
  }
}

/** A number that belongs to a name ("Resolution 1234", "G20", "5+1") or stands after an article as a word ("the two"). */
function isLabel(line: Line, at: number, i: number, signed: boolean): boolean {
  const cell = line.cells[at]
  const before = i > 0 ? line.cells[i - 1] : undefined
  if (!cell || isAttribute(line, at)) return cell !== undefined
  if (!before) return false
  if (cell.kind === Kind.Word && cell.capital && before.kind === Kind.Word) return true
  if (!signed && cell.glued && line.cells[at - 1]?.kind !== Kind.Mark) return true
  if (!signed && cell.glued && !isOpening(codeOf(line, at - 1))) return true
  if (cell.kind === Kind.Number) return before.kind === Kind.Word && before.capital && i > 1 && !signed && i === at
  return find(line, i - 1, 'det') !== undefined && find(line, i - 1, 'one') === undefined
}

/** Part of another word or name: "26th", "nine-digit", "zero-tariff", "2016 Peace Agreement". */
function isAttribute(line: Line, at: number): boolean {
  const [cell, next, after] = [line.cells[at], line.cells[at + 1], line.cells[at + 2]]
  if (!cell || !next) return false
  if (cell.kind === Kind.Number && next.glued && next.kind === Kind.Word && !find(line, at + 1, 'scale') && !find(line, at + 1, 'percent'))
    return true
  if (yearAt(line, at) !== undefined && next.kind === Kind.Word && next.capital) return true
  const compound = isDash(line, at + 1) && next.glued && after?.glued === true && after.kind === Kind.Word
  return (
    compound &&
    !find(line, at + 2, 'percent') &&
    !find(line, at + 2, 'number') &&
    !find(line, at + 2, 'scale') &&
    !find(line, at + 2, 'currency-after')
  )
}

const isOpening = (code: number): boolean => code === 40 || code === 34 || code === 0x201c || code === 126

interface Measured {
  readonly kind: Amount['kind']
  readonly unit: string
  readonly next: number
}

function measure(
  line: Line,
  number: Quantity,
  currency: string | undefined,
  ranged: boolean,
  i: number,
  vocabulary: Vocabulary,
): Measured | undefined {
  const k = isDash(line, number.next) ? number.next + 1 : number.next
  if (currency) return { kind: 'money', unit: currency, next: skip(line, number.next, 'currency-after') }
  const after = find(line, k, 'currency-after')
  if (after) return { kind: 'money', unit: after.sense.value, next: after.next }
  const percent = find(line, k, 'percent')
  if (percent) {
    const of = find(line, percent.next, 'of-phrase')
    const thing = of
      ? thingEnd(line, skip(line, of.next, 'det'), vocabulary)
      : k > number.next
        ? thingEnd(line, percent.next, vocabulary)
        : percent.next
    return { kind: 'percent', unit: '%', next: of && thing === skip(line, of.next, 'det') ? percent.next : thing }
  }
  const end = thingEnd(line, k, vocabulary)
  if (end === k) return ranged || !number.worded ? { kind: 'amount', unit: '', next: number.next } : undefined
  const head = find(line, end - 1, 'counted-not')
  // "two countries" are actors, "3,000 young people" are counted
  if (head && head.next === end && number.worded) return undefined
  if (number.worded && number.value === 1 && i === number.next - 1) return undefined
  const of = find(line, end, 'of-phrase')
  const more = of ? thingEnd(line, skip(line, of.next, 'det'), vocabulary) : end
  const next = of && more === skip(line, of.next, 'det') ? end : more
  const [a, b] = [line.cells[k], line.cells[next - 1]]
  return a && b ? { kind: 'amount', unit: line.text.slice(a.from, b.to), next } : undefined
}

/** End of the words that name what is counted. */
function thingEnd(line: Line, i: number, vocabulary: Vocabulary): number {
  let k = i
  while (k < line.cells.length && k < i + LONGEST) {
    const cell = line.cells[k]
    if (!cell || cell.kind !== Kind.Word) {
      if (cell && k > i && isDash(line, k) && cell.glued && line.cells[k + 1]?.glued && line.cells[k + 1]?.kind === Kind.Word) {
        k += 2
        continue
      }
      break
    }
    if (isDash(line, k + 1) && line.cells[k + 1]?.glued && line.cells[k + 2]?.glued && line.cells[k + 2]?.kind === Kind.Word) {
      k += 3
      continue
    }
    const { flags } = vocabulary.lookup(line.text.slice(cell.from, cell.to))
    if (flags & CLOSED_CLASS || (k > i && find(line, k, 'frequency')) || find(line, k, 'each')) break
    if (k > i && flags & FINITE && !(flags & Flag.ALSO_NOUN) && !(flags & Flag.CAPITAL)) break
    k++
  }
  return k
}

function rateAt(line: Line, i: number): { readonly ref: string; readonly next: number } | undefined {
  const every = everyAt(line, i, 'rate')
  if (every) return { ref: `1/${every.unit}`, next: every.next }
  const adverb = find(line, i, 'frequency')
  if (adverb) return { ref: adverb.sense.value, next: adverb.next }
  const each = find(line, i, 'each')
  return each ? { ref: 'each', next: each.next } : undefined
}
