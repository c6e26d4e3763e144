import type { Vocabulary } from '../../../lexicon/vocabulary.ts'

/** The table `relations`, indexed: class of every word, counts and regions. */
export interface PartyWords {
  /** Word to its classes as a bit set of `Is`. */
  readonly classes: ReadonlyMap<string, number>
  /** "two" to 2. */
  readonly counts: ReadonlyMap<string, number>
  /** Region or group by the words of its name, in lower case, to its members. */
  readonly regions: ReadonlyMap<string, readonly string[]>
  /** Agency of a state to that state. */
  readonly agencies: ReadonlyMap<string, readonly string[]>
}

/** Classes of the table `relations`; a word may have several. */
export const Is = {
  owner: 1, count: 2, other: 4, shared: 8, title: 16, portfolio: 32, loose: 64, whole: 128, article: 256, first: 512, they: 1024,
  together: 2048, place: 4096, 'list-head': 8192, 'speaker-less': 16384, former: 32768, latter: 65536, union: 131072, particle: 262144, request: 524288, propose: 1048576, gathering: 2097152, personal: 4194304, impersonal: 8388608, counterpart: 16777216, general: 33554432, organ: 67108864, ours: 134217728, duty: 268435456, directive: 536870912,
} as const

const made = new WeakMap<Vocabulary, PartyWords>()
const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])

/** The words of a vocabulary that decide who is meant; indexed once for each vocabulary. */
export function partyWords(vocabulary: Vocabulary): PartyWords {
  const known = made.get(vocabulary)
  if (known) return known
  const classes = new Map<string, number>()
  const counts = new Map<string, number>()
  const regions = new Map<string, readonly string[]>()
  for (const row of vocabulary.rows('relations')) {
    const bit = Is[row['class'] as keyof typeof Is] ?? 0
    for (const form of cells(row['forms'])) {
      classes.set(form, (classes.get(form) ?? 0) | bit)
      if (bit === Is.count) counts.set(form, Number((row['id'] ?? '').slice('count-'.length)))
    }
  }
  for (const row of vocabulary.rows('regions')) for (const form of cells(row['forms'])) regions.set(form.toLowerCase(), cells(row['members']))
  const agencies = new Map<string, readonly string[]>()
  for (const row of vocabulary.rows('bodies')) if (row['kind'] === 'agency' && row['members']) agencies.set(row['id'] as string, cells(row['members']))
  const words = { classes, counts, regions, agencies }
  made.set(vocabulary, words)
  return words
}

/** True when a word has one of the classes. */
export const isA = (words: PartyWords, word: string, bits: number): boolean => ((words.classes.get(word) ?? 0) & bits) !== 0
