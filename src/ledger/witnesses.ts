import { type Fingerprint, keysOfText, sameText } from '../copies/copies.ts'
import { hash52, type Place, pairsWithin } from './link/windows.ts'
import type { TextHash } from './nouns.ts'

/** A text as far as telling its copies needs it. */
export interface Witness {
  readonly hash: TextHash
  /** Earliest date of the documents that carry it. */
  readonly date?: string
  readonly fingerprint: Fingerprint
}

/** Two texts that are one, by `isWitness`. */
export type WitnessPair = readonly [TextHash, TextHash]

/** No two texts are near-exact of which less than this share of content words, both taken together, is the same. */
const LEAST_SHARED = 0.88

/** Share of the content words of both texts that both have, in whatever order: never less than the share that stands in the same order. */
function wordsShared(a: Fingerprint, b: Fingerprint): number {
  const both = a.trace.length + b.trace.length || 1
  if (2 * Math.min(a.trace.length, b.trace.length) < LEAST_SHARED * both) return 0
  const left = new Map<number, number>()
  for (const word of a.trace) left.set(word >> 2, (left.get(word >> 2) ?? 0) + 1)
  let met = 0
  for (const word of b.trace) {
    const times = left.get(word >> 2) ?? 0
    if (times === 0) continue
    met++
    left.set(word >> 2, times - 1)
  }
  return (2 * met) / both
}

/** Whether two texts count as one in the ledger: the same words, or a corrected reissue. Symmetric; a function of the two alone. */
export function isWitness(a: Fingerprint, b: Fingerprint): boolean {
  if (a.all !== b.all && wordsShared(a, b) < LEAST_SHARED) return false
  const { class: is } = sameText(a, b)
  return is === 'exact' || is === 'near-exact'
}

/**
 * The text that each text is a witness of: the earliest (no date: last; then the lowest hash) of all that hang together. Texts that
 * stand alone are their own. Depends on the two sets and not on their order, and on each connected component alone.
 */
export function groupWitnesses(texts: readonly Pick<Witness, 'hash' | 'date'>[], pairs: readonly WitnessPair[]): Map<TextHash, TextHash> {
  const dates = new Map(texts.map(({ hash, date }) => [hash, date ?? '~']))
  const first = new Map<TextHash, TextHash>(texts.map(({ hash }) => [hash, hash]))
  const find = (hash: TextHash): TextHash => {
    let root = hash
    while (first.get(root) !== root) root = first.get(root) as TextHash
    for (let at = hash; at !== root; ) {
      const next = first.get(at) as TextHash
      first.set(at, root)
      at = next
    }
    return root
  }
  const isEarlier = (a: TextHash, b: TextHash): boolean => {
    const [x, y] = [dates.get(a) as string, dates.get(b) as string]
    return x === y ? a < b : x < y
  }
  for (const [a, b] of pairs) {
    if (!first.has(a) || !first.has(b)) continue
    const [x, y] = [find(a), find(b)]
    if (x === y) continue
    if (isEarlier(x, y)) first.set(y, x)
    else first.set(x, y)
  }
  for (const hash of first.keys()) first.set(hash, find(hash))
  return first
}

/**
 * How far apart two texts may stand in the list of a key to be compared for its sake; the list is in order of length. As for nodes, texts of a
 * key that many share meet their neighbours only, and which pairs are compared depends on the set of texts alone.
 */
export const COPY_WINDOW = 12

/** Place of a text in the lists of its keys: by length, then by its hash. */
export function placeOfText({ hash, fingerprint }: Pick<Witness, 'hash' | 'fingerprint'>): number {
  return Math.min(0xffff, fingerprint.trace.length) * 0x1000000000 + (hash52(hash) % 0x1000000000)
}

/** The lists in which a text is filed. */
export const listsOfText = (fingerprint: Fingerprint): number[] => [...new Set(keysOfText(fingerprint).map(hash52))]

/** Witnesses among some texts from nothing: pairs that meet under a key and are one by `isWitness`, grouped. */
export function witnessesOf(texts: readonly Witness[]): Map<TextHash, TextHash> {
  const lists = new Map<number, Place[]>()
  const prints = new Map(texts.map(({ hash, fingerprint }) => [hash, fingerprint]))
  for (const text of texts)
    for (const key of listsOfText(text.fingerprint)) {
      const place = { at: placeOfText(text), id: text.hash }
      const list = lists.get(key)
      if (list) list.push(place)
      else lists.set(key, [place])
    }
  const pairs: WitnessPair[] = []
  for (const [a, row] of pairsWithin(lists, COPY_WINDOW).pairs)
    for (const b of row.keys()) if (isWitness(prints.get(a) as Fingerprint, prints.get(b) as Fingerprint)) pairs.push([a, b])
  return groupWitnesses(texts, pairs)
}
