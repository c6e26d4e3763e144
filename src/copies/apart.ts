import type { Fingerprint } from './fingerprint.ts'
import { measure, sameText } from './same.ts'

/** Content words of the shorter text below which nothing is said. */
const LEAST = 30
/** Share of the content words of both that stand in both in the same order, passages that moved counted in, below which two texts are no copies. */
const COMMON = 0.5

/**
 * Whether two texts are plainly no copies of one another: none of the ways of being a copy fits, whatever their days, and less than half of their words stand in both
 * in the same order. Symmetric. False where that is not plain, of short texts above all.
 */
export function areApart({ date: _, ...a }: Fingerprint, { date: __, ...b }: Fingerprint): boolean {
  const { least, core } = measure(a, b)
  return least >= LEAST && core < COMMON && sameText(a, b).class === 'none'
}
