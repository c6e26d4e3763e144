import { classesOf } from './closed.ts'
import { internCell } from './intern.ts'
import type { Row } from './lexicon.ts'
import { plainWord, shaped } from './shape.ts'
import { More, type Word } from './word.ts'

/** A function word of several tokens: the words after its first, and what they are together. */
export interface Phrase {
  readonly words: readonly string[]
  readonly word: Word
}

/** Function words of several tokens, by their first; the longest first. */
export function phrasesByWord(
  rows: readonly Row[],
  relations: ReadonlyMap<string, number>,
  codeOf: (form: string) => number,
  courtesy: ReadonlySet<string>,
): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>()
  for (const row of rows) {
    const { flags, kind } = classesOf(row)
    for (const form of (row['forms'] ?? '').split('|')) {
      const [first = '', ...words] = form.split(' ')
      const phrase = {
        words: words.map(internCell),
        word: shaped({
          ...plainWord(form, flags),
          kind,
          code: codeOf(form),
          more: courtesy.has(form) ? More.JOINED | More.COURTESY : More.JOINED,
          relation: relations.get(form) ?? 0,
        }),
      }
      const list = phrases.get(first)
      if (list) list.push(phrase)
      else phrases.set(first, [phrase])
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  return phrases
}
