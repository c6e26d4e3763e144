import type { LinkWords } from '../../lexicon/linkwords.ts'
import type { Statement } from '../../model.ts'

/** The words of a statement that tell what it is about. */
export interface Content {
  /** Stems in order, each once. */
  readonly words: readonly string[]
  /** How rare each is, in tenths. */
  readonly weights: readonly number[]
  /** States that its words name or belong to. */
  readonly states: readonly string[]
}

/** Words that tell less are left out. */
const LEAST = 5
/** More words than a statement has; what a hostile text holds beyond is not compared. */
const MOST = 80
const word = /\p{L}[\p{L}\p{M}]*/gu

/** Content words of a quote: stems, without names of states and without words that nearly every statement has. */
export function contentOf(quote: string, words: LinkWords): Content {
  const found: string[] = []
  const weights: number[] = []
  const seen = new Set<string>()
  const states = new Set<string>()
  for (const [form] of quote.toLowerCase().matchAll(word)) {
    if (form.length < 2 || words.isEmpty(form)) continue
    const state = words.state(form)
    if (state !== undefined) {
      states.add(state)
      continue
    }
    const stem = words.stem(form)
    if (seen.has(stem)) continue
    seen.add(stem)
    const weight = words.weight(stem)
    if (weight < LEAST) continue
    if (found.push(stem) === MOST) break
    weights.push(weight)
  }
  return { words: found, weights: weights.slice(0, found.length), states: [...states] }
}

/** A name as the stems of its words, sorted: one key for "Forum of Regions" and "Regions Forum". */
export function nameKey(name: string, words: LinkWords): string {
  const stems = new Set<string>()
  for (const [form] of name.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    const stem = words.stem(form)
    if (words.weight(stem) >= LEAST) stems.add(stem)
  }
  return stems.size ? [...stems].sort().join(' ') : name.toLowerCase()
}

const isYear = (number: string): boolean => /^(?:19|20|21)\d\d$/.test(number)

/** Quantities of a statement without years: digits as written, without separators, and what was counted a period. */
export function numbersOf(statement: Statement): string[] {
  const found = new Set<string>()
  const deadline = statement.deadline?.phrase ?? ''
  const quote = deadline ? statement.quote.replace(deadline, ' ') : statement.quote
  for (const [digits] of quote.matchAll(/\d[\d.,]{0,30}/g)) {
    const number = digits.replace(/[.,]+$/, '').replace(/,/g, '')
    if (!isYear(number)) found.add(number)
  }
  const { target } = statement
  if (target?.quantity !== undefined && target.frequency !== undefined) found.add(`${target.quantity} ${target.frequency}`)
  return [...found].sort().slice(0, 12)
}
