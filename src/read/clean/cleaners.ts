import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import { proposeApostrophes } from './apostrophes.ts'
import { proposeBrackets } from './brackets.ts'
import { hasOneCase, proposeCase } from './case.ts'
import { proposeInvisible, proposeSpaces } from './characters.ts'
import { proposeEmphasis, proposeEscapes, proposeLinks } from './markdown.ts'
import { proposeComments, proposeEntities, proposeScripts, proposeTags } from './markup.ts'
import { proposeMojibake } from './mojibake.ts'
import type { Proposals } from './proposals.ts'
import { isQuoted, proposeQuotes } from './quotes.ts'
import { proposeUnwrap } from './unwrap.ts'
import { proposeWords } from './words.ts'

/** One row of the table: a cheap sign that the mess may occur, and the search itself, linear in the text. */
export interface Cleaner {
  readonly id: string
  /** Looks for characters that are neither ASCII nor usual punctuation: skipped when the text has none. */
  readonly strange?: true
  /** False when the text certainly has nothing for this cleaner; costs one native search. */
  readonly occurs: (text: string) => boolean
  readonly propose: (text: string, out: Proposals, vocabulary: Vocabulary | undefined) => void
}

const holds =
  (...signs: string[]) =>
  (text: string): boolean =>
    signs.some((sign) => text.includes(sign))
const matches =
  (sign: RegExp, ...chars: string[]) =>
  (text: string): boolean =>
    (!chars.length || chars.some((char) => text.includes(char))) && sign.test(text)
/** Anything but plain text, dashes, quotation marks and the ellipsis. */
export const strange = /[^\t\n\r\x20-\x7e\u2013\u2014\u2018-\u201d\u2026]/
const always = (): boolean => true

/** The first row wins where two claim the same characters; what it makes of them stands, marks of both are kept where they do not meet. */
export const cleaners: readonly Cleaner[] = [
  { id: 'scripts', occurs: matches(/<(?:script|style)\b/i, '<'), propose: proposeScripts },
  { id: 'comments', occurs: holds('<!--'), propose: proposeComments },
  { id: 'tags', occurs: matches(/<\/?[a-z]/i, '<'), propose: proposeTags },
  { id: 'entities', occurs: matches(/&[#a-z]/i, '&'), propose: proposeEntities },
  { id: 'links', occurs: holds(']('), propose: proposeLinks },
  { id: 'escapes', occurs: holds('\\'), propose: proposeEscapes },
  { id: 'emphasis', occurs: holds('**', '*', '_'), propose: proposeEmphasis },
  { id: 'brackets', occurs: holds(']'), propose: proposeBrackets },
  { id: 'mojibake', strange: true, occurs: matches(/[ÃÂÐÑÄÅÆâá]/), propose: proposeMojibake },
  {
    id: 'invisible',
    strange: true,
    occurs: matches(/[\0-\x08\x0b\x0c\x0e-\x1f\u00ad\u200b-\u200f\u2060\ufeff]/),
    propose: proposeInvisible,
  },
  { id: 'spaces', strange: true, occurs: matches(/[\x85\xa0\u2007\u2028\u2029\u202f]/), propose: proposeSpaces },
  { id: 'unwrap', occurs: holds('\n'), propose: proposeUnwrap },
  { id: 'apostrophes', occurs: matches(/[a-z][\u2018\u00b4`][a-z]/i, '\u2018', '\u00b4', '`'), propose: proposeApostrophes },
  { id: 'quotes', occurs: isQuoted, propose: proposeQuotes },
  { id: 'words', occurs: always, propose: proposeWords },
  { id: 'case', occurs: hasOneCase, propose: proposeCase },
]
