import type { NameEntry, Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag, isKnown, type Word } from '../../lexicon/word.ts'
import { titleCase } from '../letters.ts'
import { emptyTokens, type Tokens, tokenize } from '../tokens.ts'
import type { Proposals } from './proposals.ts'

/** So many characters are looked at, and so many letters are needed to say that a text has lost its capitals. */
const SAMPLE = 4_000
const LETTERS = 200
/** One capital in so many letters is still none. */
const RARE = 300
/** A shorter word is too often another word ("us", "who"). */
const SHORTEST = 4
/** Words of a name after an office. */
const NAME = 3

/** Words of fewer letters keep their small letters in titles too. */
const LONG = 5
/** So many long words with a capital make a text in title case, where at most one in twenty has none. */
const TITLED = 25

type Case = 'small' | 'capitals' | 'title' | 'mixed'

/** Whether nearly every long word opens with a capital, as in headlines. */
function isTitled(text: string): boolean {
  const end = Math.min(text.length, SAMPLE)
  let small = 0
  let capitals = 0
  for (let i = 0; i < end; ) {
    let k = i
    while (k < end && isLetter(text.charCodeAt(k))) k++
    if (k - i >= LONG) {
      if (text.charCodeAt(i) > 90) small++
      else capitals++
      if (small * 20 > TITLED && small * 20 > capitals) return false
    }
    i = k + 1
  }
  return capitals >= TITLED && small * 20 <= capitals
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Whether a text has lost its capitals, as a transcript or a careless copy does, or its small letters. */
function caseOf(text: string): Case {
  let small = 0
  let capitals = 0
  const few = SAMPLE / RARE
  const end = Math.min(text.length, SAMPLE)
  for (let i = 0; i < end && (small <= few || capitals <= few); i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) small++
    else if (code >= 65 && code <= 90) capitals++
  }
  if (small >= LETTERS && capitals * RARE <= small) return 'small'
  if (capitals >= LETTERS && small * RARE <= capitals) return 'capitals'
  return isTitled(text) ? 'title' : 'mixed'
}

/** True for a text whose letters are all small, or all capitals, or whose words all open with one. */
export const hasOneCase = (text: string): boolean => caseOf(text) !== 'mixed'

/**
 * Gives a text of one letter case the capitals that its sentences, the names of the lexicon, months, weekdays and offices with a
 * name after them must have had, and small letters elsewhere. A name that is also a common word stays small.
 */
export function proposeCase(text: string, out: Proposals, vocabulary: Vocabulary | undefined): void {
  if (!vocabulary) return
  const tokens = tokenize(text, 0, text.length, vocabulary, emptyTokens())
  const { calendar } = wordsOf(vocabulary)
  const style = caseOf(text)
  const shouted = style !== 'small'
  const write = (i: number, form: string): void => {
    const [from, to] = [tokens.from[i] as number, tokens.to[i] as number]
    if (text.slice(from, to) !== form) out.edit(from, to, form, 'clean/case')
  }
  for (let i = 0; i < tokens.length; ) {
    const word = tokens.word[i] as Word
    const name = nameAt(tokens, i, vocabulary)
    if (name) {
      for (const form of name.tokens) write(i++, form)
      continue
    }
    const named = nameAfterOffice(tokens, i, vocabulary)
    if (named) {
      for (; i < named; i++) write(i, titleCase((tokens.word[i] as Word).text))
      continue
    }
    if (calendar.has(word.text) || opens(text, tokens, i, vocabulary)) write(i, titleCase(word.text))
    else if (shouted && !isShortName(word, vocabulary) && !(style === 'title' && isShouted(text, tokens, i))) write(i, word.text)
    i++
  }
}

/** "TITR": capitals throughout, of two letters or more. */
function isShouted(text: string, tokens: Tokens, i: number): boolean {
  const form = text.slice(tokens.from[i], tokens.to[i])
  return form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase()
}

/** The longest name of the lexicon here that cannot be a common word. */
function nameAt(tokens: Tokens, i: number, vocabulary: Vocabulary): NameEntry | undefined {
  const word = tokens.word[i] as Word
  const name = word.start?.inAnyCase(tokens, i, tokens.length)
  if (!name || name.type === 'blocked') return undefined
  if (name.tokens.length > 1) return name
  if (word.text.length < SHORTEST || isCommon(word, vocabulary)) return undefined
  const before = tokens.word[i - 1]
  if (name.type === 'place') return before && before.flags & Flag.PREPOSITION ? name : undefined
  if (name.type === 'person') return before && isRole(before, vocabulary) ? name : undefined
  return name
}

/** "EU": too short to be sure of in small letters, and no common word. */
const isShortName = (word: Word, vocabulary: Vocabulary): boolean =>
  word.start !== undefined && word.text.length < SHORTEST && !isCommon(word, vocabulary)

/** Past an office, its words before it ("deputy prime minister"), and the unknown words after it that are its holder's name; 0 where there is none. */
function nameAfterOffice(tokens: Tokens, i: number, vocabulary: Vocabulary): number {
  const { offices } = wordsOf(vocabulary)
  let office = i
  while (office < i + NAME && offices.has(tokens.word[office]?.text ?? '')) office++
  if (office === i || !isRole(tokens.word[office - 1] as Word, vocabulary)) return 0
  let k = office
  while (k < tokens.length && k < office + NAME && isUnknown(tokens.word[k] as Word, vocabulary)) k++
  return k > office || tokens.word[k]?.start?.inAnyCase(tokens, k, tokens.length)?.type === 'person' ? k : 0
}

const isRole = (word: Word, vocabulary: Vocabulary): boolean => vocabulary.nameHeads.get(titleCase(word.text)) === 'role'
const isCommon = (word: Word, vocabulary: Vocabulary): boolean =>
  isKnown(word) || vocabulary.actors.has(word.text) || vocabulary.values.has(word.text)
const isUnknown = (word: Word, vocabulary: Vocabulary): boolean => /^\p{L}{3,}$/u.test(word.text) && !isCommon(word, vocabulary)

/** After a full stop, or first on its line. */
function opens(text: string, tokens: Tokens, i: number, vocabulary: Vocabulary): boolean {
  if (i === 0) return true
  const [from, to] = [tokens.from[i] as number, tokens.to[i - 1] as number]
  if (from === to) return false
  if (text.slice(to, from).includes('\n\n')) return true
  const last = tokens.word[i - 1] as Word
  return (last.flags & Flag.TERMINAL) !== 0 && !(i > 1 && vocabulary.isAbbreviation((tokens.word[i - 2] as Word).text))
}

interface CaseWords {
  /** Months and weekdays that are no other word, in lower case. */
  readonly calendar: ReadonlySet<string>
  /** Words of offices ("deputy", "minister"), in lower case. */
  readonly offices: ReadonlySet<string>
}

const made = new WeakMap<Vocabulary, CaseWords>()

function wordsOf(vocabulary: Vocabulary): CaseWords {
  const known = made.get(vocabulary)
  if (known) return known
  const words: CaseWords = {
    calendar: lower(vocabulary, 'times', 'month', 'weekday'),
    offices: new Set([...lower(vocabulary, 'nameparts', 'modifier'), ...lower(vocabulary, 'nameheads', 'role')]),
  }
  made.set(vocabulary, words)
  return words
}

/** Forms of a table's rows of some classes, in lower case. */
function lower(vocabulary: Vocabulary, table: string, ...classes: string[]): Set<string> {
  const rows = vocabulary.rows(table).filter((row) => classes.includes(row['class'] ?? ''))
  return new Set(rows.flatMap((row) => (row['forms'] ?? '').toLowerCase().split('|')))
}
