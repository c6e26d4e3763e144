import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag } from '../../lexicon/word.ts'
import type { Mark } from './damage.ts'
import type { Sightings } from './sightings.ts'

/** Shorter names differ by one letter by chance. */
const SHORTEST = 7

/** A name that stands once and differs in one letter from a name that stands more often: a slip. Linear in the letters of the names. */
export function markVariants({ words }: Sightings, vocabulary: Vocabulary, mark: Mark): void {
  const byPattern = new Map<string, string>()
  const candidates = [...words].filter(([word]) => word.length >= SHORTEST && word.length < 20 && isUnknown(word, vocabulary))
  for (const [word, { count }] of candidates) if (count > 1) for (const pattern of patternsOf(word)) byPattern.set(pattern, word)
  for (const [word, { from, count }] of candidates) {
    if (count > 1) continue
    const usual = patternsOf(word).map((pattern) => byPattern.get(pattern)).find((one) => one !== undefined)
    if (usual) mark(from, from + word.length, 'damage/name-variant', `name contradicts the rest of the text (${usual})`)
  }
}

/** The word with each of its letters, but the last two, left open: endings are inflection. */
const patternsOf = (word: string): string[] => Array.from({ length: word.length - 2 }, (_, i) => `${word.slice(0, i)}*${word.slice(i + 1)}`)

function isUnknown(word: string, vocabulary: Vocabulary): boolean {
  const rest = word.slice(1)
  return rest === rest.toLowerCase() && vocabulary.lookup(word).flags === Flag.CAPITAL
}
