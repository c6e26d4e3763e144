import { bundled } from './bundled.ts'
import { partyNamesOf } from './name-index.ts'
import { NAMES } from './parse.ts'

/** The most words that are tried together as one name. */
const LONGEST = 8

let known: ReadonlyMap<string, string> | undefined

/** Every name of a state or body, of every lexicon, to its code, in small letters. */
function codes(): ReadonlyMap<string, string> {
  known ??= new Map(Object.values(bundled).flatMap(({ files }) => [...partyNamesOf(files[NAMES] ?? '')]))
  return known
}

/**
 * The codes of the parties that somebody names in a filter: "Kazakhstan", "kz", "United States, European Union". Of several words that name a party together the
 * longest are taken; a word that names none stands as it came, two letters in capitals.
 */
export function partyCodes(words: string): string[] {
  const out = words.split(',').flatMap((part) => {
    const tokens = part.split(/\s+/).filter(Boolean)
    const found: string[] = []
    for (let i = 0; i < tokens.length; ) {
      const name = (many: number): string | undefined =>
        codes().get(
          tokens
            .slice(i, i + many)
            .join(' ')
            .toLowerCase(),
        )
      let many = Math.min(tokens.length - i, LONGEST)
      while (many > 1 && name(many) === undefined) many--
      const token = tokens[i] as string
      found.push(name(many) ?? (token.length === 2 ? token.toUpperCase() : token))
      i += many
    }
    return found
  })
  return [...new Set(out)]
}
