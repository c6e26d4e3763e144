import type { LinkScore, Part } from '../nouns.ts'
import { barriersOf } from './barriers.ts'
import type { Features } from './features.ts'
import { partsOf } from './parts.ts'

/** Score from which a link is made without asking. */
export const SAME = 0.7
/** Score from which a link is proposed for review. */
export const SUGGEST = 0.15

/** Where the scale begins: two nodes with nothing in common, in log-odds. */
const START = -7.4

/**
 * How alike two nodes are: symmetric, and a function of the two alone. The parts add up (value times weight) to log-odds, so that each
 * can be shown beside what it did; the score is their logistic, between 0 and 1.
 */
export function scoreLink(one: Features, other: Features): LinkScore {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const parts: readonly Part[] = partsOf(a, b)
  const barriers = barriersOf(a, b)
  let sum = START
  for (const { value, weight } of parts) sum += value * weight
  const score = Math.round(1000 / (1 + Math.exp(-sum))) / 1000
  const verdict = score < SUGGEST || barriers.includes('one programme') ? 'apart' : score < SAME || barriers.length > 0 ? 'suggest' : 'same'
  return { score, parts, barriers, verdict }
}
