import { linkWordsOf } from '../../ledger/link/words.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { isContent, wordsOf } from '../words.ts'

/** A text through which phrases are followed. */
export interface Source {
  readonly id: string
  readonly title?: string
  /** ISO date. */
  readonly date?: string
  /** Whose text it is. */
  readonly parties: readonly string[]
  readonly text: string
}

/** A text cut into words; offsets are into the text as received. */
export interface Cut extends Source {
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** What a word is found by: folded, without the endings of the language, so that "core interest" stands in "core interests". */
  readonly key: readonly string[]
  /** Says what a text is about, rather than tying words together or telling who spoke. */
  readonly content: readonly boolean[]
  /** Written with a capital. */
  readonly capital: readonly boolean[]
  /** A comma stands between this word and the next. */
  readonly comma: readonly boolean[]
  /** A sentence, clause or line ends between this word and the next: no phrase goes on over it. */
  readonly ends: readonly boolean[]
}

/** A mark after which a phrase cannot go on; commas and hyphens are part of many set phrases. */
const breaks = /[.!?;:()[\]—–•|]|\n\s*\n/

/** Cuts a text for phrases. Linear; offsets as received. */
export function cutWords(source: Source, vocabulary: Vocabulary, language = 'en'): Cut {
  const { from, to, known: key, word } = wordsOf(source.text, vocabulary)
  const { text } = source
  const endings = linkWordsOf(language)
  const tells = (form: string) => !endings.isEmpty(form) && endings.state(form) === undefined
  return {
    ...source,
    from,
    to,
    key: key.map((form) => endings.bare(form)),
    content: word.map((one, i) => isContent(one) && tells(key[i] as string)),
    capital: from.map((at) => isCapital(text, at)),
    comma: to.map((end, i) => text.slice(end, from[i + 1]).includes(',')),
    ends: to.map((end, i) => i + 1 === to.length || breaks.test(text.slice(end, from[i + 1]))),
  }
}

const isCapital = (text: string, at: number): boolean => {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return letter.toLowerCase() !== letter
}
