/** Counts Unicode code points before an offset in UTF-16 code units. A lone surrogate is one; an offset inside a pair counts the pair. */
export type Points = (offset: number) => number

/** The count for one text. Texts without pairs of surrogates, nearly all, cost nothing to ask. */
export function pointsOf(text: string): Points {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index)
  return (offset) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] as number) + 1 < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}

const pair = /^[\ud800-\udbff][\udc00-\udfff]$/

/** `text.slice(from, to)`, shorter by one unit at an end that would stand inside a pair of surrogates. `from` before the text is its start. */
export function whole(text: string, from: number, to: number): string {
  const cut = (at: number): boolean => at > 0 && pair.test(text.slice(at - 1, at + 1))
  const start = Math.max(0, from)
  return text.slice(cut(start) ? start + 1 : start, cut(to) ? to - 1 : to)
}
