import type { Span } from '../model.ts'

/** Words of a text and where they stand. */
interface Words {
  readonly words: readonly string[]
  readonly from: readonly number[]
}

/** How many words in a row make an anchor: the most first. */
const ANCHORS = [4, 2, 1]
/** How often the stretches between anchors are looked at again: bounds the time on texts that are made to take long. */
const DEPTH = 24

function wordsOf(text: string): Words {
  const [words, from]: [string[], number[]] = [[], []]
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    words.push(word)
    from.push(index)
  }
  return { words, from }
}

/** A stretch of words of both texts. */
type Stretch = readonly [a0: number, a1: number, b0: number, b1: number]

/**
 * Where the words of a text stand in another version of it. Words that are in both in the same order are found from rows of words that each has once
 * (the patience method), then between those. Offsets are in UTF-16 units. A function of the two texts.
 */
export class Moves {
  private readonly text: string
  private readonly old: Words
  private readonly now: Words
  /** By the place of a word in the old text, its place in the new one; -1 where it is not there. */
  private readonly to: Int32Array

  constructor(old: string, now: string) {
    this.text = now
    this.old = wordsOf(old)
    this.now = wordsOf(now)
    this.to = new Int32Array(this.old.words.length).fill(-1)
    this.match([0, this.old.words.length, 0, this.now.words.length], 0)
  }

  /** The stretch that has the words of one of the old text, half of them at least; undefined where there is none. */
  span(span: Span): Span | undefined {
    const found = this.wordsIn(span)
    const there = found.filter((i) => (this.to[i] as number) >= 0)
    const [first, last] = [there[0], there.at(-1)]
    if (first === undefined || last === undefined || 2 * there.length < found.length) return undefined
    // a stretch may begin and end within a word
    const before = first === found[0] ? Math.max(0, span.from - (this.old.from[first] as number)) : 0
    const after = last === found.at(-1) ? Math.max(0, endOf(this.old, last) - span.to) : 0
    const from = (this.now.from[this.to[first] as number] as number) + before
    const to = endOf(this.now, this.to[last] as number) - after
    return from < to ? { from, to } : undefined
  }

  /** The stretch that has exactly the words of one of the old text, whatever stands between them, and its characters. */
  exact(span: Span): { readonly span: Span; readonly quote: string } | undefined {
    const places = this.wordsIn(span).map((i) => this.to[i] as number)
    if (places.some((place, i) => place < 0 || (i > 0 && place !== (places[i - 1] as number) + 1))) return undefined
    const moved = this.span(span)
    return moved && { span: moved, quote: this.text.slice(moved.from, moved.to) }
  }

  private wordsIn({ from, to }: Span): number[] {
    let [low, high] = [0, this.old.from.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (endOf(this.old, middle) <= from) low = middle + 1
      else high = middle
    }
    const found: number[] = []
    for (let i = low; i < this.old.from.length && (this.old.from[i] as number) < to; i++) found.push(i)
    return found
  }

  private match([a0, a1, b0, b1]: Stretch, depth: number): void {
    const [old, now] = [this.old.words, this.now.words]
    while (a0 < a1 && b0 < b1 && old[a0] === now[b0]) this.to[a0++] = b0++
    while (a0 < a1 && b0 < b1 && old[a1 - 1] === now[b1 - 1]) this.to[--a1] = --b1
    if (a0 === a1 || b0 === b1 || depth > DEPTH) return
    for (const size of ANCHORS) {
      const anchors = ascending(onceIn(old, [a0, a1], now, [b0, b1], size))
      if (anchors.length === 0) continue
      let [a, b] = [a0, b0]
      for (const [i, j] of [...anchors, [a1, b1] as const]) {
        this.match([a, i, b, j], depth + 1)
        if (i < a1) this.to[i] = j
        a = i + 1
        b = j + 1
      }
      return
    }
  }
}

const endOf = ({ words, from }: Words, i: number): number => (from[i] as number) + (words[i] as string).length

type Range = readonly [from: number, to: number]

/** Rows of so many words that stand once in each of two stretches: where they begin, in the order of the first. */
function onceIn(
  old: readonly string[],
  [a0, a1]: Range,
  now: readonly string[],
  [b0, b1]: Range,
  size: number,
): (readonly [number, number])[] {
  const of = (words: readonly string[], from: number, to: number): Map<string, number> => {
    const places = new Map<string, number>()
    for (let i = from; i + size <= to; i++) {
      const row = words.slice(i, i + size).join(' ')
      places.set(row, places.has(row) ? -1 : i)
    }
    return places
  }
  const there = of(now, b0, b1)
  return [...of(old, a0, a1)].flatMap(([row, i]) => {
    const j = there.get(row) ?? -1
    return i >= 0 && j >= 0 ? [[i, j] as const] : []
  })
}

/** The longest run of pairs of which both places rise. */
function ascending(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [at, [, j]] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] as number] as readonly [number, number])[1] < j) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (tops[low - 1] as number) : -1)
    tops[low] = at
  }
  const run: (readonly [number, number])[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] as number) run.push(pairs[at] as readonly [number, number])
  return run.reverse()
}
