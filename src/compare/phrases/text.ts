import { linkWordsOf } from '../../ledger/link/words.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag, More, type Word } from '../../lexicon/word.ts'
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
  /** Written with a capital, and no month: it may be part of a name. */
  readonly capital: readonly boolean[]
  /** A small word that stands within names ("of", "for the", "to" before a verb), here behind a word that it may follow. */
  readonly within: readonly boolean[]
  /** A word that the tables know, and not only a part of the name of a person. */
  readonly common: readonly boolean[]
  /** "and": it joins two words of one name, or two names. */
  readonly and: readonly boolean[]
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
    capital: from.map((at, i) => isCapital(text, at) && ((word[i] as Word).more & More.MONTH) === 0),
    within: word.map((one, i) => isWithin(one, word[i - 1], word[i + 1])),
    common: key.map((form, i) => endings.isListed(endings.stem(form)) || endings.state(form) !== undefined || isKnown(word[i] as Word)),
    and: word.map(({ code }) => code === Code.AND),
    comma: to.map((end, i) => text.slice(end, from[i + 1]).includes(',')),
    ends: to.map((end, i) => i + 1 === to.length || breaks.test(text.slice(end, from[i + 1]))),
  }
}

const KNOWN = More.KNOWN | More.HEAD_BODY | More.HEAD_MECHANISM

const isKnown = ({ more, start, form }: Word): boolean =>
  (more & KNOWN) !== 0 || start?.of(form).some(({ type }) => type !== 'person') === true

/** Small words before which "the" may stand within a name, and that may stand there alone. */
const owners: ReadonlySet<number> = new Set([Code.OF, Code.FOR, Code.ON])

function isWithin({ code }: Word, before: Word | undefined, next: Word | undefined): boolean {
  if (code === Code.THE) return before !== undefined && owners.has(before.code)
  // "Coalition to Protect Reefs"
  if (code === Code.TO) return next !== undefined && (next.flags & Flag.BASE) !== 0
  return owners.has(code) || code === Code.AND
}

const isCapital = (text: string, at: number): boolean => {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return letter.toLowerCase() !== letter
}
