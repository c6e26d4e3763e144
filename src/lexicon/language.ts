import { type Marks, marksOf, type Script } from './languages.ts'

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
  /** Words that speak for it, its common words and those with letters that its neighbours lack, and how many words there are. */
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

const between = /[\s0-9.,;:!?()"“”«»„…[\]{}*_/\\|<>=+~#&%@$^–—-]+/

/** Letters that English lacks, or has in a few words. */
const beyondAscii = /[^\u0000-\u00bf\u2000-\u206f]/

function nearest(sample: string, { tags, words: own, letters }: Marks, rival: string | undefined): Recognised {
  const lower = sample
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(/[ʻʼ‘’`]/g, "'")
  const words = lower.split(between)
  const scores = tags.map(() => 0)
  for (const word of words) for (const place of own.get(word) ?? []) scores[place] = (scores[place] as number) + 1
  const plain = !beyondAscii.test(lower)
  for (const [place, one] of letters.entries())
    if (one && !(plain && beyondAscii.test(one.source)))
      scores[place] = (scores[place] as number) + Math.min(words.length, lower.match(one)?.length ?? 0)
  let [first, second] = [-1, -1]
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] as number
    if (first < 0 || score > (scores[first] as number)) [first, second] = [place, first]
    else if (second < 0 || score > (scores[second] as number)) second = place
  }
  const [best, next] = [scores[first] ?? 0, scores[second] ?? 0]
  if (best < Math.max(1, words.length * 0.04) || best === next) return { tag: 'und', share: 0 }
  const marked = new RegExp(letters[first]?.source ?? '(?!)')
  let speaking = 0
  for (const word of words) if (own.get(word)?.includes(first) || marked.test(word)) speaking++
  const behind = rival === undefined ? next : (scores[tags.indexOf(rival)] ?? 0)
  return { tag: tags[first] as string, share: 1 - behind / best, evidence: { words: speaking, of: words.length } }
}
