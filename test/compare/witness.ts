import { collate } from '../../src/compare/collate/collate.ts'
import { type Collation, isQuiet, type Witness } from '../../src/compare/collate/nouns.ts'
import { read, vocabularyOf } from '../../src/index.ts'
import type { Vocabulary } from '../../src/lexicon/vocabulary.ts'
import type { Source } from '../../src/model.ts'

export const english = vocabularyOf('en') as Vocabulary

/** A witness of a text, or of a source with a publisher and a date. */
export function witness(source: string | Source, id: string): Witness {
  const whole = typeof source === 'string' ? { text: source } : source
  return { id, text: whole.text, reading: read(whole) }
}

/** The collation of texts, called A, B, C … */
export const compare = (...sources: readonly (string | Source)[]): Collation =>
  collate(
    sources.map((source, k) => witness(source, String.fromCharCode(65 + k))),
    english,
  )

/** Every difference that changes the sense as `class: wording | wording`, `-` where a witness has nothing. */
export function loud(collation: Collation): string[] {
  return collation.differences
    .filter((one) => !isQuiet(one.class))
    .map(({ class: kind, spans }) => {
      const words = spans.map((span, k) => (span ? (collation.witnesses[k]?.text.slice(span.from, span.to) ?? '') : '-'))
      return `${kind}: ${words.join(' | ')}`
    })
}
