import { Flag } from '../../lexicon/word.ts'
import type { Sightings } from './sightings.ts'
import { damageWordsOf } from './vocabulary.ts'
import type { Mark, Whole } from './whole.ts'

/** Additions by automatic linking that give a name another meaning: a city of one state placed in another, a state made a river. */
export function markLinks(whole: Whole, { list, counts }: Sightings, mark: Mark): void {
  const { text, vocabulary } = whole
  const words = damageWordsOf(vocabulary)
  for (const { from, to, entry, state } of list) {
    if (entry.type === 'capital' && text.startsWith(', ', to)) {
      const place = wordAt(text, to + 2)
      const owner = words.linkedPlaces.get(place)
      if (owner !== undefined && owner !== state && !counts.has(owner))
        mark(to, to + 2 + place.length, 'damage/linked-place', 'place name spliced in by automatic linking')
    }
    if (entry.type !== 'state') continue
    const prefix = [...words.of('link-prefix')].find((form) => text.startsWith(`${form} `, from - form.length - 1))
    if (prefix && (counts.get(state) ?? 0) > 1)
      mark(from - prefix.length - 1, from - 1, 'damage/linked-place', 'foreign place spliced in by automatic linking')
  }
}

/** "River R will …": a state that the text knows acts as a river or a lake. */
export function markWaters({ text, vocabulary }: Whole, { counts }: Sightings, mark: Mark): void {
  for (const water of damageWordsOf(vocabulary).of('water')) {
    for (let at = text.indexOf(`${water} `); at !== -1; at = text.indexOf(`${water} `, at + water.length)) {
      const name = wordAt(text, at + water.length + 1)
      const state = vocabulary.names.get(name)?.find((entry) => entry.type === 'state' && entry.tokens.length === 1)
      const next = wordAt(text, at + water.length + name.length + 2)
      const acts = (vocabulary.lookup(next).flags & Flag.MODAL) !== 0
      if (state && acts && (counts.get(state.ref) ?? 0) > 1)
        mark(at, at + water.length, 'damage/spliced-name', 'foreign name spliced in by automatic linking')
    }
  }
}

function wordAt(text: string, from: number): string {
  let end = from
  while (isLetter(text.charCodeAt(end))) end++
  return text.slice(from, end)
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
