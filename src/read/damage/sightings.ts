import type { NameEntry } from '../../lexicon/vocabulary.ts'
import type { Whole } from './damage.ts'

/** A state, or something that stands for it, as named at one place of the cleaned text. */
export interface Sighting {
  readonly from: number
  readonly to: number
  readonly entry: NameEntry
  readonly state: string
  /** Index of the block. */
  readonly block: number
}

/** Every capitalised word: states by sighting, all others by how often they stand in the text. */
export interface Sightings {
  readonly list: readonly Sighting[]
  /** How often a state is named in any way: name, adjective, people, capital, leader. */
  readonly counts: ReadonlyMap<string, number>
  /** Words that the lexicon does not know as names: where they stand first, and how often. */
  readonly words: ReadonlyMap<string, { readonly from: number; count: number }>
}

const capitalised = /\p{Lu}[\p{L}\p{M}]*/gu
const forms = new WeakMap<NameEntry, string>()

/** One pass over the capitalised words of the text without furniture and what stands below its last paragraph; a repeated paragraph counts once. */
export function sightingsOf({ text, blocks, last, vocabulary }: Whole): Sightings {
  const list: Sighting[] = []
  const counts = new Map<string, number>()
  const words = new Map<string, { from: number; count: number }>()
  const seen = new Set<string>()
  blocks.forEach((block, index) => {
    if (block.role === 'furniture' || (index > last && block.role === 'heading')) return
    const line = text.slice(block.from, block.to)
    if (seen.has(line)) return
    if (line.length > 80) seen.add(line)
    capitalised.lastIndex = 0
    for (let match = capitalised.exec(line); match; match = capitalised.exec(line)) {
      const word = match[0]
      const from = block.from + match.index
      const entry = vocabulary.names.get(word)?.find((one) => text.startsWith(formOf(one), from))
      if (!entry) {
        const known = words.get(word)
        if (known) known.count++
        else words.set(word, { from, count: 1 })
        continue
      }
      const to = from + formOf(entry).length
      capitalised.lastIndex = to - block.from
      for (const state of entry.type === 'body' ? [] : entry.parties) {
        counts.set(state, (counts.get(state) ?? 0) + 1)
        list.push({ from, to, entry, state, block: index })
      }
    }
  })
  return { list, counts, words }
}

function formOf(entry: NameEntry): string {
  const known = forms.get(entry)
  if (known !== undefined) return known
  const form = entry.tokens.join(' ')
  forms.set(entry, form)
  return form
}
