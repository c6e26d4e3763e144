import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Point } from '../../model.ts'

const OPENING = 60
const part = /\p{L}+|[,:;.–—-]/gu

/**
 * The point that a sentence opens ("First, …", "The second is …", "Thirdly: …", "The fourth point concerns …"), or undefined.
 * `text` is the sentence. A sentence that opens otherwise costs one or two look-ups.
 */
export function pointOf(text: string, vocabulary: Vocabulary): Point | undefined {
  const { ordinals } = vocabulary
  const first = wordEnd(text, 0)
  let at = 0
  const initials = initialsOf(vocabulary)
  if (!initials.has(text.charCodeAt(0) | SMALL) || !ordinals.has(text.slice(0, first).toLowerCase())) {
    if (first === 0 || first > 4) return undefined
    const second = wordEnd(text, first + 1)
    if (!initials.has(text.charCodeAt(first + 1) | SMALL) || !ordinals.has(text.slice(first + 1, second).toLowerCase())) return undefined
    at = 1
  }
  const words = text.slice(0, OPENING).toLowerCase().match(part) ?? []
  const number = ordinals.get(words[at] ?? '')
  const after = words[at + 1] ?? ''
  const copula = (word: string | undefined): boolean => vocabulary.lookup(word ?? '').lemma === 'be' || word === ':' || word === ','
  const opens = at === 0 ? copula(after) : copula(after) || (after !== '' && copula(words[at + 2]))
  if (number === undefined || !opens) return undefined
  const stop = text.search(/[.;,:](?=\s|$)/)
  const label = at === 0 && stop < 12 ? text.slice(0, OPENING) : text.slice(0, stop > 0 ? stop : OPENING)
  return { number, label: label.replace(/\s+/g, ' ').trim() }
}

/** Bit that tells a small letter from its capital. */
const SMALL = 32
const memo = new WeakMap<Vocabulary, ReadonlySet<number>>()

/** The letters that ordinal words begin with; the memo only saves time. */
function initialsOf(vocabulary: Vocabulary): ReadonlySet<number> {
  const known = memo.get(vocabulary)
  if (known) return known
  const made = new Set([...vocabulary.ordinals.keys()].map((word) => word.charCodeAt(0) | SMALL))
  memo.set(vocabulary, made)
  return made
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && at < from + 14 && (text.charCodeAt(at) | 32) >= 97 && (text.charCodeAt(at) | 32) <= 122) at++
  return at
}
