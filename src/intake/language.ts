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
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const han = count(/\p{Script=Han}/gu)
  const scripts: readonly (readonly [number, readonly Marks[] | string])[] = [
    [han * 3, 'zh'],
    [count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 12, 'ja'],
    [count(/\p{Script=Hangul}/gu) * 2, 'ko'],
    [count(/\p{Script=Latin}/gu), latin],
    [count(/\p{Script=Cyrillic}/gu), cyrillic],
    [count(/\p{Script=Arabic}/gu), arabic],
  ]
  const [letters, found] = scripts.reduce((most, one) => (one[0] > most[0] ? one : most))
  if (letters < LEAST) return { tag: 'und', share: 0 }
  return typeof found === 'string' ? { tag: found, share: 1 } : nearest(sample, found)
}

function nearest(sample: string, all: readonly Marks[]): Recognised {
  const lower = sample.replaceAll('İ', 'i').toLowerCase()
  const words = lower.split(/[^\p{L}\p{M}'’ʻʼ‘]+/u)
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
