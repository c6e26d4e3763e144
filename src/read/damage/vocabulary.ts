import type { Vocabulary } from '../../lexicon/vocabulary.ts'

/** What the tables `damage`, `doubles` and `camel` say, indexed once for a vocabulary. */
export interface DamageWords {
  readonly joiners: ReadonlySet<string>
  readonly doubles: ReadonlySet<string>
  /** Endings of words that may stand on both sides of a joiner: "stronger and stronger". */
  readonly doubleEndings: readonly string[]
  readonly camel: ReadonlySet<string>
  /** State of a place that automatic links put after the name of another city, by the place. */
  readonly linkedPlaces: ReadonlyMap<string, string>
  /** Forms of a row of `damage`, by its id; empty when the table has no such row. */
  of(id: string): ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()
/** Rows of places are named `linked-place-` and the id of their state. */
const LINKED = 'linked-place-'
const memo = new WeakMap<Vocabulary, DamageWords>()

/** The words of damage of a vocabulary. The memo only saves time. */
export function damageWordsOf(vocabulary: Vocabulary): DamageWords {
  const known = memo.get(vocabulary)
  if (known) return known
  const rows = new Map<string, ReadonlySet<string>>()
  for (const row of vocabulary.rows('damage')) rows.set(row['id'] as string, new Set((row['forms'] ?? '').split('|')))
  const doubles = vocabulary.rows('doubles').map((row) => row['id'] as string)
  const words: DamageWords = {
    joiners: rows.get('joiner') ?? none,
    doubles: new Set(doubles.filter((id) => !id.startsWith('-'))),
    doubleEndings: doubles.filter((id) => id.startsWith('-')).map((id) => id.slice(1)),
    linkedPlaces: new Map(
      [...rows].flatMap(([id, forms]) => (id.startsWith(LINKED) ? [...forms].map((form) => [form, id.slice(LINKED.length)] as const) : [])),
    ),
    camel: new Set(vocabulary.rows('camel').map((row) => row['id'] as string)),
    of: (id) => rows.get(id) ?? none,
  }
  memo.set(vocabulary, words)
  return words
}
