import { type Fingerprint, keysOfText, sameText } from '../copies/copies.ts'
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

/** Whether two texts count as one in the ledger: the same words, or a corrected reissue. Symmetric; a function of the two alone. */
export function isWitness(a: Fingerprint, b: Fingerprint): boolean {
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

/** Witnesses among some texts from nothing: pairs that share a key of `keysOfText` and are one by `isWitness`, grouped. */
export function witnessesOf(texts: readonly Witness[]): Map<TextHash, TextHash> {
  const filed = new Map<string, Witness[]>()
  for (const text of texts)
    for (const key of keysOfText(text.fingerprint)) {
      const others = filed.get(key)
      if (others) others.push(text)
      else filed.set(key, [text])
    }
  const pairs = new Map<string, WitnessPair>()
  for (const bucket of filed.values())
    for (const a of bucket)
      for (const b of bucket) {
        const name = `${a.hash} ${b.hash}`
        if (a.hash < b.hash && !pairs.has(name) && isWitness(a.fingerprint, b.fingerprint)) pairs.set(name, [a.hash, b.hash])
      }
  return groupWitnesses(texts, [...pairs.values()])
}
