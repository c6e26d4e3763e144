import type { Judgement } from './nouns.ts'

/**
 * What a person wrote in a judgement on an undertaking or a statement, in their own words: what a search of notes looks in. Nothing where there are none,
 * and of declarations, whose words are found as those of entries.
 */
export function notesOf(judgement: Judgement): string {
  return [...wordsIn(judgement), judgement.reason].filter((part) => part !== undefined && part !== '').join(' · ')
}

function wordsIn(judgement: Judgement): readonly (string | undefined)[] {
  switch (judgement.type) {
    case 'evidence':
      return [judgement.page?.paraphrase, judgement.page?.publisher, judgement.note]
    case 'search':
      return [judgement.query, ...judgement.where]
    case 'guideline':
      return [judgement.full, judgement.partial, judgement.none, judgement.contrary]
    default:
      return []
  }
}
