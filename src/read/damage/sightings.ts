import { step } from '../../lexicon/forms.ts'
import type { NameEntry } from '../../lexicon/vocabulary.ts'
import { classes, isLetter, LOWER, UPPER } from '../letters.ts'
import type { Whole } from './whole.ts'

/** A state, or something that stands for it, as named at one place of the cleaned text. */
export interface Sighting {
  readonly from: number
  readonly to: number
  readonly entry: NameEntry
  readonly state: string
  /** Index of the block. */
  readonly block: number
}

/** Every capitalised word: states by sighting, and in a report long words that the lexicon does not know as names by how often they stand. */
export interface Sightings {
  readonly list: readonly Sighting[]
  /** How often a state is named in any way: name, adjective, people, capital, leader. */
  readonly counts: ReadonlyMap<string, number>
  readonly words: ReadonlyMap<string, Seen>
}

/** Where a word stands first, and how often it stands. */
export interface Seen {
  readonly from: number
  count: number
}

/** Shorter names differ by one letter by chance; `words` holds none of them. */
const SHORTEST = 7
const LONGEST = 24
const REPEATED = 80

/** One pass over the capitalised words of the text without furniture and what stands below its last paragraph; a repeated paragraph counts once. */
export function sightingsOf({ text, blocks, last, report, vocabulary }: Whole): Sightings {
  const list: Sighting[] = []
  const counts = new Map<string, number>()
  const words = new Map<string, Seen>()
  const seen = new Set<string>()
  for (let index = 0; index < blocks.length; index++) {
    const { from: start, to: stop, role } = blocks[index] as Whole['blocks'][number]
    if (role === 'furniture' || (index > last && role === 'heading')) continue
    if (stop - start > REPEATED) {
      const key = text.slice(start, start + REPEATED) + String(stop - start)
      if (seen.has(key)) continue
      seen.add(key)
    }
    for (let at = start; at < stop; at++) {
      const first = text.charCodeAt(at)
      const kind = classes[first] as number
      if (kind !== UPPER) {
        if (kind === LOWER) while (at + 1 < stop && isLetter(classes[text.charCodeAt(at + 1)] as number)) at++
        continue
      }
      const from = at
      let hash = first
      for (at++; at < stop; at++) {
        const code = text.charCodeAt(at)
        if (!isLetter(classes[code] as number)) break
        hash = step(hash, code)
      }
      const { form, start: named } = vocabulary.find(text, from, at, hash)
      const entry = named?.standing(text, from, form)
      if (!entry) {
        if (!report || form.length < SHORTEST || form.length > LONGEST) continue
        const known = words.get(form)
        if (known) known.count++
        else words.set(form, { from, count: 1 })
        continue
      }
      const to = from + entry.form.length
      at = Math.max(at, to) - 1
      if (entry.type === 'body') continue
      for (const state of entry.parties) {
        counts.set(state, (counts.get(state) ?? 0) + 1)
        list.push({ from, to, entry, state, block: index })
      }
    }
  }
  return { list, counts, words }
}
