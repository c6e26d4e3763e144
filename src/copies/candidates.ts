import type { Fingerprint } from './fingerprint.ts'
import { eachKey, KINDS } from './keys.ts'
import { Numbers, Packing, Pairs, Postings } from './numbers.ts'
import { mix } from './words.ts'

/** Texts of one key that are compared with each other; of more, each is compared with its neighbours in an order by content. */
const CROWD = 24
/** A word or pair of words in more texts than this says little of any two of them. */
const COMMON = 24
/** Rare words and pairs by which a text looks for its copies. */
const RARE = 48
/** Of these, how many two texts must share to be compared. */
const SHARED = 3
/** Texts with which one is compared on the grounds of rare words, the most alike first. */
const MOST = 16

/** Two numbers of texts in the list. */
type Pair = readonly [number, number]

/**
 * Pairs of texts that may be near copies, or one the lead of the other: they meet by their keys. Each pair once, of a list of texts that
 * all differ in their `all`; the set of pairs does not depend on the order of the list. Work for a text is bounded.
 */
export function nearCandidates(texts: readonly Fingerprint[]): Iterable<Pair> {
  const pairs = new Pairs(texts.length)
  const order = orderOf(texts)
  const packed = new Packing(texts.length)
  const filed = Array.from({ length: KINDS }, () => new Numbers())
  order.forEach((text, rank) => {
    eachKey((texts[text] as Fingerprint).trace, (kind, value) => filed[kind]?.push(packed.pack(value, rank)))
  })
  for (const kind of filed)
    packed.eachGroup(kind.sorted(), (ranks) => {
      for (let i = 0; i < ranks.length; i++)
        for (let j = i + 1; j < Math.min(ranks.length, i + CROWD); j++)
          pairs.add(order[ranks[i] as number] as number, order[ranks[j] as number] as number)
    })
  return pairs.each()
}

/** The texts in an order that depends on contents alone: by length, so that a reissue stands beside its kin. */
function orderOf(texts: readonly Fingerprint[]): number[] {
  const name = (i: number): Fingerprint => texts[i] as Fingerprint
  return texts.map((_, i) => i).sort((a, b) => name(a).trace.length - name(b).trace.length || (name(a).all < name(b).all ? -1 : 1))
}

/** How the features of a text are told; those of one kind alone are compared. */
type FeaturesOf = (text: Fingerprint) => Set<number>

/** Pairs of names and numbers, of which one or two others may stand between: the same in any language. */
function factPairs({ facts }: Fingerprint): Set<number> {
  const features = new Set<number>()
  for (let i = 0; i < facts.length; i++)
    for (let j = i + 1; j < Math.min(facts.length, i + 4); j++)
      features.add(mix(Math.imul((facts[i] as number) + 1, 0x9e3779b1) ^ Math.imul(facts[j] as number, 0x85ebca6b)))
  return features
}

/** Distinct words and pairs of neighbouring words of a trace, as hashes of 32 bits. */
function wordsAndPairs({ trace }: Fingerprint): Set<number> {
  const features = new Set<number>()
  let last = 0
  for (const word of trace) {
    const hash = word >> 2
    features.add(mix(hash))
    features.add(mix(Math.imul(last, 0x9e3779b1) ^ hash ^ 0x5bd1e995))
    last = hash + 1
  }
  return features
}

/**
 * Pairs of texts that may be copies in other words: they share words and pairs of words that are rare in this collection (an inverted
 * index over the rarest features of each, as in prefix filtering, Bayardo 2007). Near copies should be one text of the list, for what two of
 * them share is rare too and would hide the third. As `nearCandidates` in all else.
 */
export const rareCandidates = (texts: readonly Fingerprint[]): Iterable<Pair> => byRareFeatures(texts, wordsAndPairs)

/** Pairs of texts that may be one in two languages: they share pairs of names and numbers that are rare in this collection. As `rareCandidates`. */
export const translationCandidates = (texts: readonly Fingerprint[]): Iterable<Pair> => byRareFeatures(texts, factPairs)

function byRareFeatures(texts: readonly Fingerprint[], featuresOf: FeaturesOf): Iterable<Pair> {
  let words = 0
  for (const { trace } of texts) words += trace.length
  const counts = new Uint8Array(2 ** Math.min(28, Math.max(10, Math.ceil(Math.log2(4 * words + 1)))))
  const mask = counts.length - 1
  for (const text of texts)
    for (const feature of featuresOf(text)) {
      const slot = feature & mask
      if ((counts[slot] as number) < 255) counts[slot] = (counts[slot] as number) + 1
    }
  const packed = new Packing(texts.length)
  const postings = new Numbers()
  texts.forEach((text, i) => {
    for (const feature of rarest(featuresOf(text), counts)) postings.push(packed.pack(feature, i))
  })
  return meet(new Postings(postings.sorted(), packed, texts.length), texts)
}

/** The rarest features of a text that another text has too; of equally rare ones those of the lowest hash, which its copy prefers too. */
function rarest(features: ReadonlySet<number>, counts: Uint8Array): number[] {
  const mask = counts.length - 1
  const rare: number[] = []
  for (const feature of features) {
    const texts = counts[feature & mask] as number
    if (texts >= 2 && texts <= COMMON) rare.push(texts * 2 ** 32 + (feature >>> 0))
  }
  return rare
    .sort((a, b) => a - b)
    .slice(0, RARE)
    .map((key) => key % 2 ** 32)
}

/** Texts that share many features, a text at a time, so that no more is held than what one of them shares with the others. */
function meet(postings: Postings, texts: readonly Fingerprint[]): Iterable<Pair> {
  const pairs = new Pairs(texts.length)
  const shared = new Uint8Array(texts.length)
  for (let a = 0; a < texts.length; a++) {
    const met: number[] = []
    postings.eachAfter(a, (b) => {
      if (shared[b] === 0) met.push(b)
      shared[b] = (shared[b] as number) + 1
    })
    const likely = met.filter((b) => (shared[b] as number) >= SHARED)
    likely.sort(
      (x, y) => (shared[y] as number) - (shared[x] as number) || ((texts[x] as Fingerprint).all < (texts[y] as Fingerprint).all ? -1 : 1),
    )
    for (const b of likely.slice(0, MOST)) pairs.add(a, b)
    for (const b of met) shared[b] = 0
  }
  return pairs.each()
}
