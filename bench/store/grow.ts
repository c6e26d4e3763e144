import { createHash } from 'node:crypto'
import { read } from '../../src/index.ts'
import type { Reading, Source } from '../../src/model.ts'
import type { Incoming } from '../../src/store/types.ts'

/**
 * Synthetic documents, as many as one likes: those of the bulk corpus over and over, each time with other words. In the n-th round a word of five
 * and more small letters reads as another word of the corpus of the same length, the same one wherever it stands, so that texts of one round are as
 * like each other as the real ones are and texts of two rounds share names, parties, dates and short words. The readings of the real documents are kept
 * with their offsets: what is measured is the store and not the reader.
 */
export function* grow(documents: readonly Source[]): Generator<{ incoming: Incoming; statements: number }> {
  const words = byLength(documents)
  const readings = new Map<number, Reading>()
  for (let round = 0; ; round++)
    for (const [i, source] of documents.entries()) {
      const reading = readings.get(i) ?? read(source)
      if (!readings.has(i)) readings.set(i, { ...reading, segments: [], mentions: [], rejections: [], edits: [], damage: [] })
      const made = round === 0 ? { source, reading } : inOtherWords(source, reading, round, words)
      yield { incoming: { ...made, externalId: `${round}/${i}` }, statements: reading.statements.length }
    }
}

/** The distinct words of five and more small letters of some documents, by length. */
function byLength(documents: readonly Source[]): Map<number, string[]> {
  const found = new Set<string>()
  for (const { text } of documents) for (const [word] of text.matchAll(/\b[a-z]{5,20}\b/g)) found.add(word)
  const lists = new Map<number, string[]>()
  for (const word of [...found].sort()) lists.set(word.length, [...(lists.get(word.length) ?? []), word])
  return lists
}

function inOtherWords(
  source: Source,
  reading: Reading,
  round: number,
  words: ReadonlyMap<number, readonly string[]>,
): { source: Source; reading: Reading } {
  const change = (text: string) =>
    text.replace(/\b[a-z]{5,20}\b/g, (word) => {
      const list = words.get(word.length) as readonly string[]
      return list[mix(word, round) % list.length] as string
    })
  const text = change(source.text)
  const hash = createHash('sha256').update(text).digest('hex')
  const statements = reading.statements.map((one) => ({
    ...one,
    id: `${hash.slice(0, 12)}-${one.span.from}-${one.span.to}`,
    quote: text.slice(one.span.from, one.span.to),
    act: change(one.act),
  }))
  return { source: { ...source, text }, reading: { ...reading, id: hash, hash, statements } }
}

function mix(word: string, round: number): number {
  let hash = Math.imul(round + 1, 0x9e3779b1)
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
