import { Char, isUpper, kindOf, plain } from './characters.ts'
import { step } from './forms.ts'
import { More, type Word } from './word.ts'

/** What the tokenizer asks of a vocabulary: the word of `text[from, to)` with its hash. */
export interface WordSource {
  find(text: string, from: number, to: number, hash: number): Word
  /** True when `text[from, to)` is a form that is written onto the word before it: "'s", "n't". */
  isClitic(text: string, from: number, to: number): boolean
}

/** Tokens of a stretch of text, as parallel arrays. Offsets are into the text given to `tokenize`. */
export interface Tokens {
  readonly from: number[]
  readonly to: number[]
  readonly word: Word[]
  length: number
}

/** No tokens yet. */
export const emptyTokens = (): Tokens => ({ from: [], to: [], word: [], length: 0 })

/** Cuts `text[from, to)` into words, numbers and single marks; what `out` held before is replaced. */
export function tokenize(text: string, from: number, to: number, words: WordSource, out: Tokens): Tokens {
  const { from: starts, to: ends, word } = out
  let n = 0
  let at = from
  while (at < to) {
    const first = text.charCodeAt(at)
    const kind = kindOf(first)
    if (kind === Char.SPACE) {
      at++
      continue
    }
    let end = at + 1
    let hash = plain(first)
    if (kind <= Char.LETTER) {
      while (end < to) {
        const code = text.charCodeAt(end)
        if (kindOf(code) > Char.LETTER && !goesOn(text, at, end, to, code, words)) break
        hash = step(hash, plain(code))
        end++
      }
      if (end < to && end > at + 1 && kindOf(text.charCodeAt(end)) === Char.APOSTROPHE) {
        const cut = clitic(text, at, end, to, words)
        if (cut < end) {
          end = cut
          hash = hashOf(text, at, end)
        }
      }
    } else if (kind === Char.APOSTROPHE) {
      end = endOfClitic(text, at, to)
      for (let i = at + 1; i < end; i++) hash = step(hash, text.charCodeAt(i))
    }
    let found = words.find(text, at, end, hash)
    if ((found.more & More.ABBREVIATION) !== 0 && end < to && text.charCodeAt(end) === 46) {
      hash = step(hash, 46)
      end++
      found = words.find(text, at, end, hash)
    }
    starts[n] = at
    ends[n] = end
    word[n] = found
    n++
    at = end
  }
  out.length = n
  return out
}

/** Where the word that begins at `at` ends, abbreviations not looked up. */
export function endOfWord(text: string, at: number, to: number, words: Pick<WordSource, 'isClitic'>): number {
  let end = at + 1
  while (end < to) {
    const code = text.charCodeAt(end)
    if (kindOf(code) > Char.LETTER && !goesOn(text, at, end, to, code, words)) break
    end++
  }
  return end
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0
  for (let i = from; i < to; i++) hash = step(hash, plain(text.charCodeAt(i)))
  return hash
}

/** True when the mark at `end` belongs to the word that began at `at`: "co-chair", "1,200.5", "U.S.". */
function goesOn(text: string, at: number, end: number, to: number, code: number, words: Pick<WordSource, 'isClitic'>): boolean {
  const kind = kindOf(code)
  if (kind === Char.HYPHEN) return joins(text, end, to)
  if (kind === Char.APOSTROPHE) return isInside(text, at, end, to, words)
  if (code !== 46 && code !== 44) return false
  const digits = kindOf(text.charCodeAt(end - 1)) === Char.DIGIT && end + 1 < to && kindOf(text.charCodeAt(end + 1)) === Char.DIGIT
  return digits || (code === 46 && isDotted(text, at, end, to))
}

/** "O'Brien", "Xi'an", "Qur'anic": letters follow the apostrophe, and no clitic of the lexicon stands there. */
function isInside(text: string, at: number, mark: number, to: number, words: Pick<WordSource, 'isClitic'>): boolean {
  let end = mark + 1
  while (end < to && end < mark + 4 && kindOf(text.charCodeAt(end)) === Char.LETTER) end++
  if (end === mark + 1) return false
  if (end > mark + 3 || words.isClitic(text, at, end)) return true
  return !words.isClitic(text, mark, end) && !words.isClitic(text, mark - 1, end)
}

/** Where a word ends whose last letter belongs to a clitic ("do" of "don't"), when the lexicon knows what is left; else `mark`. */
function clitic(text: string, at: number, mark: number, to: number, words: WordSource): number {
  let end = mark + 1
  while (end < to && end < mark + 4 && kindOf(text.charCodeAt(end)) === Char.LETTER) end++
  if (end === mark + 1 || words.isClitic(text, mark, end) || !words.isClitic(text, mark - 1, end)) return mark
  return (words.find(text, at, mark - 1, hashOf(text, at, mark - 1)).more & More.KNOWN) !== 0 ? mark - 1 : mark
}

/** "'s", "'ll" after a word; a lone apostrophe is a mark of its own. */
function endOfClitic(text: string, at: number, to: number): number {
  let end = at + 1
  while (end < to && end < at + 3 && kindOf(text.charCodeAt(end)) === Char.LETTER) end++
  const after = end < to ? kindOf(text.charCodeAt(end)) : Char.SPACE
  const before = at > 0 ? kindOf(text.charCodeAt(at - 1)) : Char.SPACE
  return end > at + 1 && after !== Char.LETTER && before !== Char.SPACE ? end : at + 1
}

/** A hyphen stays inside a word unless a capital follows: "China-Kazakhstan" is two words. */
function joins(text: string, hyphen: number, to: number): boolean {
  if (hyphen + 1 >= to) return false
  const next = text.charCodeAt(hyphen + 1)
  const kind = kindOf(next)
  return (kind === Char.LETTER && !isUpper(next)) || kind === Char.DIGIT
}

/** "U.S.", "H.E.": single letters each with its full stop. */
function isDotted(text: string, at: number, dot: number, to: number): boolean {
  const single = dot - at === 1 || (dot >= 2 && text.charCodeAt(dot - 2) === 46)
  if (!single || !isUpper(text.charCodeAt(dot - 1))) return false
  if (dot - at > 1) return true
  const next = dot + 1 < to ? text.charCodeAt(dot + 1) : 0
  if (isUpper(next) && dot + 2 < to && text.charCodeAt(dot + 2) === 46) return true
  // an initial: "Joseph R. Biden"
  return next === 32 && dot + 2 < to && isUpper(text.charCodeAt(dot + 2))
}
