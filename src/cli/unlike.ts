import { commonPlaces } from '../copies/common.ts'

/** Words of a wording at most; longer ones are not compared. */
const MOST = 400
/** Part of the words of the shorter of two wordings that both must have: below it nearly all would be marked. */
const ALIKE = 0.3

/** Two wordings with ⟦ and ⟧ around the words that one of them alone has; as they are where they have little in common. */
export function markUnlike(old: string, fresh: string): readonly [string, string] {
  const [a, b] = [old.split(/\s+/), fresh.split(/\s+/)]
  if (a.length > MOST || b.length > MOST) return [old, fresh]
  const same = commonPlaces(a.map(plain), b.map(plain))
  if (same.length < ALIKE * Math.min(a.length, b.length)) return [old, fresh]
  return [marked(a, new Set(same.map(([i]) => i))), marked(b, new Set(same.map(([, j]) => j)))]
}

/** A word without its marks, in small letters. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('') ?? word

function marked(words: readonly string[], same: ReadonlySet<number>): string {
  return words
    .map((word, i) => {
      if (same.has(i)) return word
      return `${i === 0 || same.has(i - 1) ? '⟦' : ''}${word}${i + 1 === words.length || same.has(i + 1) ? '⟧' : ''}`
    })
    .join(' ')
}
