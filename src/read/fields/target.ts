import type { Amount } from './amounts.ts'
import type { Sentence } from './sentence.ts'

/** A target with offsets into the cleaned text. */
export interface FoundTarget {
  readonly from: number
  readonly to: number
  readonly quantity?: number
  readonly unit?: string
  readonly frequency?: string
}

/** The quantity that a statement in `[from, to)` sets: the first amount, else a frequency. */
export function findTarget(sentence: Sentence, from: number, to: number): FoundTarget | undefined {
  const inside = (x: { from: number; to: number }): boolean => x.from >= from && x.to <= to
  const amount: Amount | undefined = sentence.amounts.find(inside)
  const rate = sentence.times.find((t) => t.kind === 'frequency' && inside(t))
  if (amount) {
    const frequency = amount.frequency ?? (rate && rate.from - amount.to < 2 && rate.from >= amount.to ? rate.ref : undefined)
    const end = frequency && !amount.frequency && rate ? rate.to : amount.to
    return {
      from: amount.from,
      to: end,
      quantity: amount.value,
      ...(amount.unit ? { unit: amount.unit } : {}),
      ...(frequency ? { frequency } : {}),
    }
  }
  // a length that is set ("extend the stay to 90 days") is a target too, but not how long something has lasted
  const length = rate ? undefined : sentence.times.find((t) => t.kind === 'duration' && !t.past && inside(t))
  if (length) return { from: length.from, to: length.to, unit: length.ref }
  return rate ? { from: rate.from, to: rate.to, frequency: rate.ref } : undefined
}
