import { arabic, cyrillic, latin, type Marks } from './languages.ts'

/** Letters below which a stretch has no language: names alone look like any. */
const LEAST = 20
/** Letters that are looked at. */
const SAMPLE = 6000

/** The language of a text, as far as it can be told. */
export interface Recognised {
  /** BCP 47: `en zh ru kk tr uz fr es ar` and neighbours that they are taken for; `und` where it cannot be told. */
  readonly tag: string
  /** 0 to 1: how far ahead of the next language it is. */
  readonly share: number
}

/**
 * The language of a text by its script, by its commonest words and by letters that its neighbours lack. Pure, linear, looks at the first
 * six thousand characters. Below twenty letters, and where two languages tie, it is `und`.
 */
export function languageOf(text: string): Recognised {
  const sample = text.slice(0, SAMPLE).replace(/https?:[^\s)]*/g, ' ')
  const [latins, cyrillics, arabics, han, kana, hangul] = scriptsOf(sample)
  const scripts: readonly (readonly [number, readonly Marks[] | string])[] = [
    [latins, latin],
    // what others say in three letters
    [han * 3, 'zh'],
    // Japanese has Chinese characters between its own
    [kana * 12, 'ja'],
    [hangul * 2, 'ko'],
    [cyrillics, cyrillic],
    [arabics, arabic],
  ]
  const [letters, found] = scripts.reduce((most, one) => (one[0] > most[0] ? one : most))
  if (letters < LEAST) return { tag: 'und', share: 0 }
  return typeof found === 'string' ? { tag: found, share: 1 } : nearest(sample, found)
}

/** Letters by script; by ranges of codes, which is many times as fast as by property. */
function scriptsOf(sample: string): [latin: number, cyrillic: number, arabic: number, han: number, kana: number, hangul: number] {
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

function nearest(sample: string, all: readonly Marks[]): Recognised {
  const lower = sample.replaceAll('İ', 'i').toLowerCase()
  const words = lower.split(between)
  const scores = all.map(({ tag, words: own, letters }) => {
    let score = 0
    for (const word of words) if (own.has(word)) score++
    return { tag, score: score + Math.min(words.length, letters ? (lower.match(letters)?.length ?? 0) : 0) }
  })
  scores.sort((a, b) => b.score - a.score)
  const [first, second] = scores
  if (!first || first.score < Math.max(1, words.length * 0.04) || first.score === second?.score) return { tag: 'und', share: 0 }
  return { tag: first.tag, share: 1 - (second?.score ?? 0) / first.score }
}
