/** Makes copies of a text as they are found: reissued with corrections, cut to the lead, or spun and translated back. Seeded: the same seed, the same copy. */

/** Numbers in [0, 1) from a seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Lower-case words of four letters and more of some texts, the most frequent first: the stock that a spinner takes from. */
export function stockOf(texts: Iterable<string>, size = 4000): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of text.match(/\b[a-z]{4,}\b/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size)
    .map(([word]) => word)
}

/** Another word for each: the neighbour in rank, so that a common word becomes a common one. Not English; only wording matters here. */
export const synonymsOf = (stock: readonly string[]): ReadonlyMap<string, string> =>
  new Map(stock.map((word, i) => [word, stock[i ^ 1] ?? word]))

const strangers = ['Portugal', 'Ghana', 'Uruguay', 'Nepal', 'Finland', 'Angola', 'Belize', 'Bhutan']
const furniture = [
  'READ ALSO: Ten beaches that you cannot miss this summer',
  'Advertisement',
  'Share  Tweet  Pin  Print',
  'Subscribe to our newsletter',
]

/** How much of a text a spun copy changes: shares of words, names, numbers. */
export interface Spin {
  readonly words: number
  readonly names: number
  readonly numbers: number
}

export const light: Spin = { words: 0.22, names: 0.04, numbers: 0.04 }
export const heavy: Spin = { words: 0.4, names: 0.1, numbers: 0.1 }

/** A spun copy: words for words, small words put in and left out, names respelled and spliced in, numbers shuffled, furniture, a lost tail. */
export function spin(text: string, by: Spin, synonyms: ReadonlyMap<string, string>, seed: number): string {
  const next = dice(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  let spun = text.replace(/[A-Za-z]+|\d+/g, (word) => {
    if (/\d/.test(word)) return next() < by.numbers && word.length > 1 ? [...word].reverse().join('') : word
    const other = synonyms.get(word)
    if (other && next() < by.words) return other
    if (/^(?:the|of|a|an|to|in|on|for|and)$/.test(word) && next() < by.words / 2)
      return pick(['the', 'of', 'with the', 'about', 'and the', 'as'])
    if (/^[A-Z][a-z]{3}/.test(word) && next() < by.names) return respell(word)
    if (/^[A-Z][a-z]{3}/.test(word) && next() < by.names / 4) return `${pick(strangers)} ${word}`
    return word
  })
  if (next() < by.words) spun = spun.replace(/, /g, () => (next() < 0.15 ? '. ' : ', '))
  const paragraphs = spun.split(/\n\n+/)
  if (paragraphs.length > 4 && next() < by.words)
    paragraphs.splice(1 + Math.floor(next() * (paragraphs.length - 2)), 0, ...paragraphs.splice(2, 1))
  if (next() < 0.5) paragraphs.splice(1 + Math.floor(next() * paragraphs.length), 0, pick(furniture))
  if (paragraphs.length > 6 && next() < by.words) paragraphs.pop()
  return paragraphs.join('\n\n')
}

const respell = (name: string): string =>
  name.replace(
    /w|v|kh|ph|y|i|c/gi,
    (letters) =>
      ({ w: 'v', W: 'V', v: 'w', V: 'W', kh: 'h', Kh: 'H', ph: 'f', Ph: 'F', y: 'i', i: 'y', c: 'k', C: 'K' })[letters] ?? letters,
  )

/** A corrected reissue: one to three small changes, some forty characters in all. */
export function reissue(text: string, synonyms: ReadonlyMap<string, string>, seed: number): string {
  const next = dice(seed)
  const words = [...text.matchAll(/[A-Za-z]{4,}/g)]
  if (words.length < 8) return text
  let made = text
  for (let n = 1 + Math.floor(next() * 3); n > 0; n--) {
    const { 0: word, index } = words[Math.floor(next() * words.length)] as RegExpMatchArray & { index: number }
    const at = made.indexOf(word, Math.max(0, index - 200))
    if (at < 0) continue
    const roll = next()
    const instead =
      roll < 0.3
        ? ''
        : roll < 0.6
          ? `${word} (as corrected)`
          : roll < 0.8
            ? word.slice(0, 2) + word.slice(3)
            : (synonyms.get(word) ?? `${word}s`)
    made = made.slice(0, at) + instead + made.slice(at + word.length)
  }
  return made
}

/** The lead alone: the first paragraphs, no more than `share` of the text. */
export function leadOf(text: string, share: number): string {
  const paragraphs = text.split(/(\n\n+)/)
  let lead = ''
  for (const paragraph of paragraphs) {
    if (lead.length + paragraph.length > share * text.length && lead.length > 400) break
    lead += paragraph
  }
  return lead.trim()
}
