import type { NameType } from '../../lexicon/vocabulary.ts'
import { Code, More, type Word } from '../../lexicon/word.ts'
import type { Tokens } from '../tokens.ts'

const wordAt = (tokens: Tokens, i: number): Word => tokens.word[i] as Word
const isOffice = (word: Word): boolean => (word.more & More.HEAD_ROLE) !== 0 && (word.more & More.MODIFIER) === 0
const OFFICE = More.HEAD_ROLE | More.MODIFIER | More.PORTFOLIO | More.HEAD_BODY | More.HEAD_MECHANISM

/** What a run of capitalised words names, by the heads in it. */
export function typeOf(tokens: Tokens, i: number, stop: number): NameType {
  let type: NameType = 'proper'
  let office = false
  for (let k = i; k < stop; k++) {
    const { more } = wordAt(tokens, k)
    if (isOffice(wordAt(tokens, k))) office = true
    if ((more & More.HEAD_ROLE) !== 0 && type === 'proper') type = 'role'
    else if ((more & More.HEAD_MECHANISM) !== 0 && type !== 'role') type = 'mechanism'
    else if ((more & More.HEAD_BODY) !== 0 && type !== 'role') type = 'body'
  }
  if (type === 'proper' && stop > i + 1 && (wordAt(tokens, stop - 1).more & More.HEAD_FIRM) !== 0) return 'body'
  if (type === 'role' && !office && stop > i + 1) return 'proper'
  // "Security Council Secretary X": the office is of the body
  if (type === 'body' && office && personIn(tokens, i, stop) < stop) return 'role'
  return type
}

/** Where the person's name begins in an office with its holder: after the last word of the office; `stop` where none stands. */
export function personIn(tokens: Tokens, i: number, stop: number): number {
  let last = -1
  for (let k = i; k < stop; k++) if (isOfficeWord(wordAt(tokens, k)) || isLink(wordAt(tokens, k))) last = k
  return last < 0 || !endsOffice(wordAt(tokens, last)) || (last > i && wordAt(tokens, last - 1).code === Code.THE) ? stop : last + 1
}

/** A link or a bare modifier leaves the office open: what follows still belongs to it. */
const endsOffice = (word: Word): boolean => !isLink(word) && (word.more & OFFICE & ~More.MODIFIER) !== 0
const isOfficeWord = (word: Word): boolean => (word.more & OFFICE) !== 0
/** What follows a link belongs to the office: "Head of Delegation". */
const isLink = ({ code }: Word): boolean =>
  code === Code.OF || code === Code.FOR || code === Code.ON || code === Code.AND || code === Code.THE
