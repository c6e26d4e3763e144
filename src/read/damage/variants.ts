import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag } from '../../lexicon/word.ts'
import type { Seen, Sightings } from './sightings.ts'
import type { Mark } from './whole.ts'

/** More words of one length and ending than any text has: keeps the comparison linear. */
const MOST = 60

/** A name that stands once and differs in one letter from a name that stands more often: a slip. */
export function markVariants({ words }: Sightings, vocabulary: Vocabulary, mark: Mark): void {
  const groups = new Map<string, string[]>()
  for (const [word, { count }] of words) {
    if (count > 1 && isUnknown(word, vocabulary)) {
      const group = groups.get(keyOf(word))
      if (!group) groups.set(keyOf(word), [word])
      else if (group.length < MOST) group.push(word)
    }
  }
  if (groups.size === 0) return
  for (const [word, { from, count }] of words as ReadonlyMap<string, Seen>) {
    const usual = count === 1 ? groups.get(keyOf(word))?.find((one) => differsOnce(one, word)) : undefined
    if (usual && isUnknown(word, vocabulary))
      mark(from, from + word.length, 'damage/name-variant', `name contradicts the rest of the text (${usual})`)
  }
}

/** Endings are inflection: both names have the same. */
const keyOf = (word: string): string => word.slice(-2) + String(word.length)

function differsOnce(a: string, b: string): boolean {
  let found = 0
  for (let i = 0; i < a.length && found < 2; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) found++
  return found === 1
}

function isUnknown(word: string, vocabulary: Vocabulary): boolean {
  const rest = word.slice(1)
  return rest === rest.toLowerCase() && vocabulary.lookup(word).flags === Flag.CAPITAL
}
