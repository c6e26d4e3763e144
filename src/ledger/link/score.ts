import type { LinkScore } from '../nouns.ts'
import type { Features } from './features.ts'

/** Score from which a link is made without asking. */
export const SAME = 0.75
/** Score from which a link is proposed for review. */
export const SUGGEST = 0.45

/** How alike two nodes are: symmetric, and a function of the two alone. */
export function scoreLink(a: Features, b: Features): LinkScore {
  const own = new Set(a.words)
  const shared = [...new Set(b.words)].filter((word) => own.has(word))
  const score = (2 * shared.length) / (own.size + new Set(b.words).size || 1)
  const barriers = a.negated === b.negated ? [] : ['negation']
  const verdict = score >= SAME && barriers.length === 0 ? 'same' : score >= SUGGEST ? 'suggest' : 'apart'
  return { score, parts: [{ name: 'words', value: score, weight: 1, on: shared }], barriers, verdict }
}
