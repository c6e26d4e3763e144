import { commonPlaces } from './common.ts'
import { daysBetween, SOON } from './days.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { Sameness } from './nouns.ts'
import { Sort } from './words.ts'

/** Facts that both must have in one order, and how many of them must differ from each other. */
const LEAST = 8
const DISTINCT = 6
/** Share of the facts of the text that has fewer. */
const KEPT = 0.6
/** Share of other words up to which two texts are of two languages: kin languages share some. */
const WORDS = 0.3
/** Of their ten commonest small words, how many two languages may share: "de", "la", "en" are Spanish and French. */
const SMALL = 4

/** Two texts as one in two languages: the same numbers and names in the same order, and hardly another word in common; else undefined. */
export function translationOf(a: Fingerprint, b: Fingerprint): Sameness | undefined {
  if (a.small.filter((word) => b.small.includes(word)).length > SMALL) return undefined
  const fewer = Math.min(a.facts.length, b.facts.length)
  if (fewer < LEAST) return undefined
  if (isList(a) || isList(b)) return undefined
  const days = daysBetween(a.date, b.date)
  if (days !== undefined && days > SOON) return undefined
  const words = Math.max(shareOfWords(a, b), shareOfWords(b, a))
  if (words > WORDS) return undefined
  const common = commonPlaces(a.facts, b.facts).map(([i]) => a.facts[i])
  const score = Math.round((1000 * common.length) / fewer) / 1000
  if (common.length < LEAST || score < KEPT || new Set(common).size < DISTINCT) return undefined
  const parts = [
    { name: 'same-facts', value: score } as const,
    { name: 'same-words', value: Math.round(words * 1000) / 1000 } as const,
    ...(days === undefined ? [] : [{ name: 'days', value: days } as const]),
  ]
  return { class: 'translated', score, parts }
}

/** A list of names has no language to be told by. */
const isList = ({ trace }: Fingerprint): boolean => 2 * trace.filter((word) => (word & 3) === Sort.WORD).length < trace.length

/** Share of the words of `a`, names and numbers left out, that `b` has. */
function shareOfWords(a: Fingerprint, b: Fingerprint): number {
  const known = new Set(b.trace.map((word) => word >> 2))
  let [all, met] = [0, 0]
  for (const word of a.trace) {
    if ((word & 3) !== Sort.WORD) continue
    all++
    if (known.has(word >> 2)) met++
  }
  return met / (all || 1)
}
