import type { Vocabulary } from '../../lexicon/vocabulary.ts'

/** The label of a numbered part of an instrument: "Article 5 -". */
export interface Article {
  /** As written: "5", "IV", "5 bis". */
  readonly number: string
  readonly level: number
  /** Where the words after the label begin; the end of the line when there are none. */
  readonly content: number
}

const memo = new WeakMap<Vocabulary, ReadonlyMap<string, number>>()

function labelsOf(vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const known = memo.get(vocabulary)
  if (known) return known
  const index = new Map<string, number>()
  for (const row of vocabulary.rows('articles')) for (const form of (row['forms'] ?? '').split('|')) index.set(form, Number(row['level']))
  memo.set(vocabulary, index)
  return index
}

/** The label that opens the line, or undefined. "Article 5 provides that" is a sentence: a label ends in a mark, or the line does. */
export function articleOf(text: string, from: number, to: number, vocabulary: Vocabulary): Article | undefined {
  let at = from
  while (at < to && at < from + 10 && text.charCodeAt(at) > 32) at++
  const level = at < to && text.charCodeAt(at) === 32 ? labelsOf(vocabulary).get(text.slice(from, at)) : undefined
  if (level === undefined) return undefined
  while (at < to && text.charCodeAt(at) === 32) at++
  const start = at
  while (at < to && isNumeral(text.charCodeAt(at))) at++
  if (at === start || at - start > 8) return undefined
  const number = text.slice(start, at)
  if (number !== number.toUpperCase()) return undefined
  const stop = at
  while (at < to && '.:-–— '.includes(text[at] as string)) at++
  const marked = at >= to || /[.:\-–—]/.test(text.slice(stop, at)) || (to - at < 80 && !'.,;:'.includes(text[to - 1] as string))
  return marked ? { number, level, content: at } : undefined
}

const isNumeral = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
