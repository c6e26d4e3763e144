import type { Fingerprint } from './fingerprint.ts'
import { SHINGLE, shinglesOf } from './shingles.ts'
import { mix } from './words.ts'

/**
 * Bands of two minimal hashes each (Broder 1997): two texts whose shingles have Jaccard similarity j share a band with probability
 * 1 - (1 - j²)^BANDS: 0.97 at 0.6, 0.9996 at 0.8.
 */
const BANDS = 7
/** Content words of the opening by which a lead alone is found in the whole text. */
const LEAD = 60
/** Minimal hashes of the opening: the leads of copies share most shingles, so that one of these is the same. */
const LEADS = 3
/** Content words from which keys are made besides that of equality: less has too little to be known by. */
export const FEWEST = 12

/** Kinds of keys besides that of equality: one a band, and that of the openings. */
export const KINDS = BANDS + 1

/** Tells every key of a trace, that of equality left out: its kind, below `KINDS`, and its value, a number of 32 bits. */
export function eachKey(trace: readonly number[], tell: (kind: number, value: number) => void): void {
  if (trace.length < Math.max(FEWEST, SHINGLE)) return
  const shingles = shinglesOf(trace)
  const lowest = new Int32Array(2 * BANDS).fill(0x7fffffff)
  for (const shingle of shingles)
    for (let k = 0; k < lowest.length; k++) {
      const hash = mix(shingle ^ Math.imul(k + 1, 0x9e3779b1))
      if (hash < (lowest[k] as number)) lowest[k] = hash
    }
  for (let band = 0; band < BANDS; band++)
    tell(band, mix((lowest[2 * band] as number) ^ Math.imul(lowest[2 * band + 1] as number, 0x85ebca6b)) >>> 0)
  const lead = [...new Set(shingles.subarray(0, LEAD))].sort((a, b) => a - b)
  for (const shingle of lead.slice(0, LEADS)) tell(BANDS, shingle >>> 0)
}

/**
 * Keys under which a text is filed so that its copies are found: exact copies share one for certain, near copies and leads with high
 * probability. At most eleven. Two texts that share one are candidates only: `sameText` decides.
 */
export function keysOfText({ all, trace }: Fingerprint): readonly string[] {
  const keys = [`e${all}`]
  eachKey(trace, (kind, value) => keys.push(`${kind === BANDS ? 'l' : `n${kind}.`}${value.toString(36)}`))
  return keys
}
