/** Words of a wording at most; longer ones are not compared. */
const MOST = 400
/** Part of the words of the shorter of two wordings that both must have: below it nearly all would be marked. */
const ALIKE = 0.3

/** Two wordings with ⟦ and ⟧ around the words that one of them alone has; as they are where they have little in common. */
export function markUnlike(old: string, fresh: string): readonly [string, string] {
  const [a, b] = [old.split(/\s+/), fresh.split(/\s+/)]
  if (a.length > MOST || b.length > MOST) return [old, fresh]
  const [left, right] = [a.map(plain), b.map(plain)]
  const width = b.length + 1
  const length = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, across] = [length[(i + 1) * width + j] as number, length[i * width + j + 1] as number]
      length[i * width + j] = left[i] === right[j] ? (length[(i + 1) * width + j + 1] as number) + 1 : Math.max(down, across)
    }
  if ((length[0] as number) < ALIKE * Math.min(a.length, b.length)) return [old, fresh]
  const same = { a: new Set<number>(), b: new Set<number>() }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (left[i] === right[j]) {
      same.a.add(i++)
      same.b.add(j++)
    } else if ((length[(i + 1) * width + j] as number) >= (length[i * width + j + 1] as number)) i++
    else j++
  }
  return [marked(a, same.a), marked(b, same.b)]
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
