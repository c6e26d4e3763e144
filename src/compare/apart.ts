import { areApart, fingerprint } from '../copies/copies.ts'
import type { Witness } from './collate/nouns.ts'

/** Which witnesses, two by two by their places, are plainly no copies of one another; furniture of sites is left out. Pure. */
export function apartOf(witnesses: readonly Witness[]): (readonly [number, number])[] {
  const prints = witnesses.map(({ text, reading }) =>
    fingerprint(
      { text },
      reading.segments.filter(({ role }) => role === 'furniture').map(({ span }) => span),
    ),
  )
  return prints.flatMap((one, i) => prints.slice(i + 1).flatMap((other, k) => (areApart(one, other) ? [[i, i + 1 + k] as const] : [])))
}
