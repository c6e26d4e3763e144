import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag } from '../../lexicon/word.ts'
import { damageWordsOf } from '../damage/vocabulary.ts'
import { classOf, isLetter, LOWER, UPPER } from '../letters.ts'
import type { Proposals } from './proposals.ts'

/** Before a word they show a tag, an address or a name of a file. */
const addresses = '#/@=&._-%'
const FUNCTION = Flag.DETERMINER | Flag.PRONOUN | Flag.PREPOSITION | Flag.COORDINATOR | Flag.SUBORDINATOR
const OPENS_SENTENCE = Flag.DETERMINER | Flag.PRONOUN

/**
 * A word with a capital after a small letter ("KazakhstanHe") is run together when a part of it is a state, when its end is a
 * word of grammar, or when it starts small and ends in a known word. Names in camel case are in the table `camel`.
 */
export function glueOf(text: string, from: number, to: number, out: Proposals, vocabulary: Vocabulary): void {
  if (to - from > 80 || addresses.includes(text[from - 1] ?? ' ') || '=/_@'.includes(text[to] ?? ' ')) return
  const word = text.slice(from, to)
  if (damageWordsOf(vocabulary).camel.has(word)) return
  const cuts: number[] = []
  for (let i = 1; i < word.length; i++) {
    if (classOf(word.charCodeAt(i)) === UPPER && classOf(word.charCodeAt(i - 1)) === LOWER) cuts.push(i)
  }
  const parts = [0, ...cuts].map((cut, i) => word.slice(cut, cuts[i] ?? word.length))
  if (parts.some((part) => part.length < 2) || !parts.some((part, i) => tells(part, i, parts, vocabulary))) return
  out.mark(from, to, 'damage/glued-words', 'words run together')
  cuts.forEach((cut, i) => {
    const opens = (vocabulary.lookup(parts[i + 1] as string).flags & OPENS_SENTENCE) !== 0
    out.edit(from + cut, from + cut, opens ? '. ' : ' ', 'clean/glued-words')
  })
}

function tells(part: string, i: number, parts: readonly string[], vocabulary: Vocabulary): boolean {
  if (i > 0 && classOf(part.charCodeAt(1)) !== LOWER) return false
  const names = part.length > 3 ? vocabulary.names.get(part) : undefined
  if (
    names?.some(
      (entry) =>
        entry.tokens.length === 1 &&
        (entry.type === 'state' ||
          entry.type === 'adjective' ||
          (entry.type === 'capital' && i > 0 && classOf((parts[0] as string).charCodeAt(0)) === LOWER)),
    )
  )
    return true
  const first = parts[0] as string
  if (i === 0 || first.length < 4 || !isLetter(classOf(first.charCodeAt(0)))) return false
  const known = vocabulary.lookup(part.toLowerCase()).flags
  if (known & FUNCTION && vocabulary.lookup(first).flags !== Flag.CAPITAL) return true
  return (known !== 0 || vocabulary.actors.has(part.toLowerCase())) && first.length > 4 && classOf(first.charCodeAt(0)) === LOWER
}
