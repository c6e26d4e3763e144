import type { Bound } from '../../../model.ts'
import { find, type Line, skip } from './line.ts'
import { quantityAt } from './numbers.ts'

interface Rate {
  readonly start: undefined
  readonly end: undefined
  readonly kind: 'frequency'
  readonly bound: Bound
  readonly weight: number
  readonly past: boolean
  readonly ref: string
  readonly next: number
}

const rate = (next: number, ref: string): Rate => ({
  start: undefined,
  end: undefined,
  kind: 'frequency',
  bound: 'vague',
  weight: 0,
  past: false,
  ref,
  next,
})

/** "twice a week", "at least once every two years", "three times per month", "every year", "annually", "on a regular basis". */
export function frequencyAt(line: Line, i: number): Rate | undefined {
  const adverb = find(line, i, 'frequency')
  if (adverb) return rate(adverb.next, adverb.sense.value)
  const k = skip(line, i, 'approx')
  const word = find(line, k, 'times')
  const number = word ? undefined : quantityAt(line, k)
  const noun = number ? find(line, number.next, 'times-noun') : undefined
  const times = word
    ? { value: Number(word.sense.value), next: word.next }
    : noun && number
      ? { value: number.value, next: noun.next }
      : undefined
  if (times) {
    const every = everyAt(line, times.next, 'per')
    if (every) return rate(every.next, `${times.value}/${every.unit}`)
    const same = find(line, times.next, 'frequency')
    return same ? rate(same.next, same.sense.value.replace(/^1/, String(times.value))) : undefined
  }
  const every = everyAt(line, i, 'every')
  return every ? rate(every.next, `1/${every.unit}`) : undefined
}

/** "a week", "per year", "every two years", "every other month", "each year". */
export function everyAt(
  line: Line,
  i: number,
  cls: 'per' | 'every' | 'rate',
): { readonly unit: string; readonly next: number } | undefined {
  const per = find(line, i, cls)
  if (!per) return undefined
  const other = find(line, per.next, 'other')
  const number = other ? { value: 2, next: other.next } : quantityAt(line, per.next)
  const k = number?.next ?? per.next
  const kind = skip(line, k, 'yearkind')
  const unit = find(line, kind, number ? 'units' : 'unit') ?? (number ? find(line, kind, 'unit') : undefined)
  return unit ? { unit: `${number ? number.value : ''}${unit.sense.value}`, next: unit.next } : undefined
}
