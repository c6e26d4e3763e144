import { cells } from '../../../lexicon/cells.ts'
import { Is } from '../../../lexicon/relations.ts'
import type { Vocabulary } from '../../../lexicon/vocabulary.ts'

export { Is } from '../../../lexicon/relations.ts'

/** The table `relations`, indexed: class of every word, counts and regions. */
export interface PartyWords {
  /** Word to its classes as a bit set of `Is`. */
  readonly classes: ReadonlyMap<string, number>
  /** "two" to 2. */
  readonly counts: ReadonlyMap<string, number>
  /** Region or group by the words of its name, in lower case, to its members. */
  readonly regions: ReadonlyMap<string, readonly string[]>
  /** Office that needs no owner to its organisation, in lower case. */
  readonly offices: ReadonlyMap<string, readonly string[]>
  /** Agency of a state to that state. */
  readonly agencies: ReadonlyMap<string, readonly string[]>
  /** Body of known members to them. */
  readonly members: ReadonlyMap<string, readonly string[]>
  /** Body to the ways in which it is named. */
  readonly bodies: ReadonlyMap<string, readonly string[]>
  /** Group that is no organisation, and stands for its members ("C5+1"), to them. */
  readonly formats: ReadonlyMap<string, readonly string[]>
  /** Armed or political movements: never those who adopt a text of states. */
  readonly movements: ReadonlySet<string>
  /** What the meeting of all its members is called in the text of an organisation, in lower case. */
  readonly plenaries: ReadonlySet<string>
  /** Heads of those who stand outside, whosever they are: "our partners". */
  readonly outsiders: ReadonlySet<string>
  /** Heads of those between whom a dispute is: "the parties". */
  readonly opposed: ReadonlySet<string>
  /** What states take turns in: "presidency". */
  readonly chairs: ReadonlySet<string>
}

const made = new WeakMap<Vocabulary, PartyWords>()
/** The words of a vocabulary that decide who is meant; indexed once for each vocabulary. */
export function partyWords(vocabulary: Vocabulary): PartyWords {
  const known = made.get(vocabulary)
  if (known) return known
  const { relations: classes } = vocabulary
  const counts = new Map<string, number>()
  const regions = new Map<string, readonly string[]>()
  const offices = new Map<string, readonly string[]>()
  const plenaries = new Set<string>()
  const outsiders = new Set<string>()
  const opposed = new Set<string>()
  const chairs = new Set<string>()
  for (const row of vocabulary.rows('relations')) {
    const bit = Is[row['class'] as keyof typeof Is] ?? 0
    for (const form of cells(row['forms'])) {
      if (row['class'] === 'office') offices.set(form, [(row['id'] ?? '').slice('office-'.length)])
      if (row['class'] === 'plenary') plenaries.add(form)
      if (row['class'] === 'outsider') outsiders.add(form)
      if (row['class'] === 'opposed') opposed.add(form)
      if (row['class'] === 'chair') chairs.add(form)
      if (bit === Is.count) counts.set(form, Number((row['id'] ?? '').slice('count-'.length)))
    }
  }
  for (const row of vocabulary.rows('regions'))
    for (const form of cells(row['forms'])) regions.set(form.toLowerCase(), cells(row['members']))
  const agencies = new Map<string, readonly string[]>()
  const members = new Map<string, readonly string[]>()
  const bodies = new Map<string, readonly string[]>()
  const formats = new Map<string, readonly string[]>()
  const movements = new Set<string>()
  for (const row of vocabulary.rows('bodies')) {
    const id = row['id'] as string
    bodies.set(id, cells(row['forms']))
    if (row['kind'] === 'movement') movements.add(id)
    else if (row['members']) (row['kind'] === 'agency' ? agencies : members).set(id, cells(row['members']))
    if (row['kind'] === 'group' && row['members'] && regions.has(id.toLowerCase())) formats.set(id, cells(row['members']))
  }
  const words = { classes, counts, regions, offices, agencies, members, bodies, formats, movements, plenaries, outsiders, opposed, chairs }
  made.set(vocabulary, words)
  return words
}

/** True when a word has one of the classes. */
export const isA = (words: PartyWords, word: string, bits: number): boolean => ((words.classes.get(word) ?? 0) & bits) !== 0
