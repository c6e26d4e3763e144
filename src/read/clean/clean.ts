import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { cleaners, strange } from './cleaners.ts'
import { type Cleaned, Proposals } from './proposals.ts'

export type { Cleaned } from './proposals.ts'

/**
 * Proposes edits and marks damage; the text itself is never changed. A cleaner runs only where its sign occurs, so that
 * a clean text costs one native search a cleaner. Without a vocabulary only what needs no words is done.
 */
export function clean(text: string, vocabulary: Vocabulary | undefined): Cleaned {
  const out = new Proposals(text)
  const isStrange = strange.test(text)
  cleaners.forEach((cleaner, rank) => {
    out.rank = rank
    if ((isStrange || !cleaner.strange) && cleaner.occurs(text)) cleaner.propose(text, out, vocabulary)
  })
  return out.settle()
}
