import { letterKey, type Marks, marksOf, type Script, slotOf, step } from './languages.ts'

/** Letters below which a stretch has no language: names alone look like any. */
const LEAST = 20
/** Characters that are looked at. */
const SAMPLE = 6000
/** Share of the lead over the next language from which the words of a text count for more than what is assumed or declared of it. */
export const CLEAR = 0.5

/** The language of a text, as far as it can be told. */
export interface Recognised {
  /** BCP 47: `en zh ru kk tr uz fr es ar` and neighbours that they are taken for; `und` where it cannot be told. */
  readonly tag: string
  /** 0 to 1: how far ahead of the next language it is, or of that which was asked for. */
  readonly share: number
  /** Where a rival is asked about: words that speak for it, its common ones and those with its letters, and how many words there are. */
  readonly evidence?: { readonly words: number; readonly of: number }
  /** The writing that most of its letters are of; undefined below twenty letters. */
  readonly script?: Script
}

/**
 * The language of a text by its script, by its commonest words and by letters that its neighbours lack. Pure, linear, looks at the first
 * six thousand characters. Below twenty letters, and where two languages tie, it is `und`.
 * @param rival the language of which it is asked how far it is behind; without it, the next one
 */
export function languageOf(text: string, rival?: string): Recognised {
  const sample = text.slice(0, SAMPLE).replace(/https?:[^\s)]*/g, ' ')
  const { script, letters } = scriptOf(sample)
  if (letters < LEAST) return { tag: 'und', share: 0 }
  const marks = marksOf(script)
  const [only] = marks.tags
  if (marks.tags.length === 1 && only !== undefined) return { tag: only, share: 1, script }
  return { ...nearest(sample, marks, rival), script }
}

/** Share of the letters of a text that must be of a language with a lexicon for the text to be read as one of it, with stretches in another. */
const PART = 0.25

/**
 * The language in which a text is to be read: that of most of it, but a language with a lexicon where a quarter of the text is in it and the
 * rest in another script.
 * @param home the language with a lexicon, of Latin script
 */
export function languageToRead(text: string, home: string): Recognised {
  const most = languageOf(text)
  if (most.script === undefined || most.script === 'Latin') return most
  const rest = text.slice(0, SAMPLE).replace(/[^\u0000-\u024f\u2000-\u206f]+/g, ' ')
  const [letters, all] = [scriptOf(rest).letters, scriptOf(text.slice(0, SAMPLE)).letters]
  if (letters < all * PART) return most
  const other = languageOf(rest)
  return other.tag === home ? other : most
}

/** The script of most letters of a text, and how many those are; a character of Chinese says what others say in three letters. */
export function scriptOf(text: string): { readonly script: Script; readonly letters: number } {
  const [latin, cyrillic, arabic, han, kana, hangul] = lettersIn(text)
  const counts: readonly (readonly [Script, number])[] = [
    ['Latin', latin],
    ['Han', han * 3],
    // Japanese has Chinese characters between its own
    ['Kana', kana * 12],
    ['Hangul', hangul * 2],
    ['Cyrillic', cyrillic],
    ['Arabic', arabic],
  ]
  const [script, letters] = counts.reduce((most, one) => (one[1] > most[1] ? one : most))
  return { script, letters }
}

/** Letters by script; by ranges of codes, which is many times as fast as by property. */
function lettersIn(sample: string): [latin: number, cyrillic: number, arabic: number, han: number, kana: number, hangul: number] {
  let [latins, cyrillics, arabics, han, kana, hangul] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if ((code | 32) >= 97 && (code | 32) <= 122) latins++
    else if (code < 0xc0) continue
    else if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) latins++
    else if (code >= 0x400 && code < 0x530) cyrillics++
    else if ((code >= 0x620 && code < 0x700) || (code >= 0x750 && code < 0x780)) arabics++
    else if (code >= 0x3040 && code < 0x3100) kana++
    else if (code >= 0x3400 && code < 0xa000) han++
    else if (code >= 0xac00 && code < 0xd7a4) hangul++
  }
  return [latins, cyrillics, arabics, han, kana, hangul]
}

const between = /[\s0-9.,;:!?()"“”«»„…[\]{}*_/\\|<>=+~#&%@$^–—-]/
const IN_WORD = 1
const BETWEEN = 2
/** What each UTF-16 code unit is to a word; 0 until it is first asked for. */
const kinds = new Uint8Array(65_536)

/** True for what stands between two words. */
function isBetween(code: number): boolean {
  const known = kinds[code] as number
  if (known !== 0) return known === BETWEEN
  const found = between.test(String.fromCharCode(code))
  kinds[code] = found ? BETWEEN : IN_WORD
  return found
}

/** Words of a text, those that are common in some language given to `meet`; returns how many there are, an empty one before and after the marks at its ends counted. */
function eachCommon(lower: string, { slots }: Marks, meet: (word: string) => void): number {
  let words = 1
  for (let at = 0; at < lower.length; ) {
    const from = at
    let hash = 0
    for (; at < lower.length; at++) {
      const code = lower.charCodeAt(at)
      if (isBetween(code)) break
      hash = step(hash, code)
    }
    if (at > from && slots[slotOf(hash)] === 1) meet(lower.slice(from, at))
    if (at === lower.length) break
    words++
    while (at < lower.length && isBetween(lower.charCodeAt(at))) at++
  }
  return words
}

/** Adds to each language, by place, how often its letters and pairs of letters stand in a text. */
function countLetters(lower: string, { letters, openers }: Marks, counts: number[]): void {
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i)
    if (code < 128 && openers[code] === 0) continue
    const places = letters.get(letterKey(code, 0)) ?? letters.get(letterKey(code, i + 1 < lower.length ? lower.charCodeAt(i + 1) : 0))
    for (const place of places ?? []) counts[place] = (counts[place] as number) + 1
  }
}

function nearest(sample: string, marks: Marks, rival: string | undefined): Recognised {
  const { tags, words: own } = marks
  const lower = sample
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(/[ʻʼ‘’`]/g, "'")
  const scores = tags.map(() => 0)
  const words = eachCommon(lower, marks, (word) => {
    for (const place of own.get(word) ?? []) scores[place] = (scores[place] as number) + 1
  })
  const counts = tags.map(() => 0)
  countLetters(lower, marks, counts)
  for (const [place, count] of counts.entries()) scores[place] = (scores[place] as number) + Math.min(words, count)
  let [first, second] = [-1, -1]
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] as number
    if (first < 0 || score > (scores[first] as number)) [first, second] = [place, first]
    else if (second < 0 || score > (scores[second] as number)) second = place
  }
  const [best, next] = [scores[first] ?? 0, scores[second] ?? 0]
  if (best < Math.max(1, words * 0.04) || best === next) return { tag: 'und', share: 0 }
  const tag = tags[first] as string
  if (rival === undefined) return { tag, share: 1 - next / best }
  const speaking = lower.split(between).filter((word) => own.get(word)?.includes(first) || hasLetter(word, marks, first)).length
  return { tag, share: 1 - (scores[tags.indexOf(rival)] ?? 0) / best, evidence: { words: speaking, of: words } }
}

function hasLetter(word: string, marks: Marks, place: number): boolean {
  const counts = marks.tags.map(() => 0)
  countLetters(word, marks, counts)
  return (counts[place] as number) > 0
}
