/** The words of a text for searching: one tokenizer for both databases, so that both find the same. */

const WORD = /[\p{L}\p{N}]+/gu
/** Letters, digits and marks of ASCII, and marks of print that hold no letter in any decomposition: quotation marks, dashes, spaces. */
const SIMPLE = /^[\0-\x7f\xa0\xa7\xab\xad\xbb\u2010-\u2027\u202f]*$/
const PLAIN = /[a-z0-9]+/g
/** Scripts that are written without spaces: each character is a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const LONGEST = 40

/** Lower case, without accents, cut into runs of letters and digits; Chinese, Japanese and Thai by the character. */
export function wordsOf(text: string): string[] {
  if (SIMPLE.test(text)) return (text.toLowerCase().match(PLAIN) ?? []).map(clip)
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const runs = plain.match(WORD) ?? []
  if (!UNSPACED.test(plain)) return runs.map(clip)
  const found: string[] = []
  for (const run of runs)
    if (!UNSPACED.test(run)) found.push(clip(run))
    else
      for (const part of run.split(/([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/u))
        if (part) found.push(clip(part))
  return found
}

/** How many words of a statement or a passage are searched. */
const SEARCHED = 5000

/** The words by which a statement or a passage is found, one space between two. */
export const searched = (text: string): string => wordsOf(text).slice(0, SEARCHED).join(' ')

const clip = (word: string): string => (word.length > LONGEST ? word.slice(0, LONGEST) : word)

/** One thing that a query asks for: words in a row (one, most often), the last of which may be a beginning only. */
export interface Term {
  readonly words: readonly string[]
  readonly open: boolean
}

/** What a query asks for: every word, every `"phrase in quotes"`, `begin*`. Anything else in it is ignored. */
export function termsOf(query: string): Term[] {
  const terms: Term[] = []
  for (const [, phrase, word] of query.slice(0, 1000).matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const open = (word ?? '').endsWith('*')
    const words = wordsOf(phrase ?? word ?? '')
    if (words.length) terms.push({ words, open })
  }
  return terms.slice(0, 20)
}

/** A query in the language of FTS5. The words are letters and digits only. */
export const toFts5 = (terms: readonly Term[]): string =>
  terms.map(({ words, open }) => `"${words.join(' ')}"${open ? '*' : ''}`).join(' AND ')

/** A query in the language of PostgreSQL's `tsquery`. */
export const toTsquery = (terms: readonly Term[]): string =>
  terms
    .map(({ words, open }) => `(${words.map((word, i) => `'${word}'${open && i === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`)
    .join(' & ')

/** Words with their places as PostgreSQL's `tsvector` writes them. Places past its last one, 16,383, fall together there. */
export function toTsvector(words: readonly string[]): string {
  const places = new Map<string, number[]>()
  words.forEach((word, i) => {
    const list = places.get(word)
    if (!list) places.set(word, [i + 1])
    else if (list.length < 255 && i < 16_383) list.push(i + 1)
  })
  return [...places].map(([word, list]) => `'${word}':${list.join(',')}`).join(' ')
}
