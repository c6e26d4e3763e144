import { mix } from './words.ts'

/** Content words in a shingle: some six words of running text. */
export const SHINGLE = 3

/** Hashes of the runs of three content words of a trace, in order; shorter traces have none. */
export function shinglesOf(trace: readonly number[]): Int32Array {
  const count = Math.max(0, trace.length - SHINGLE + 1)
  const shingles = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [(trace[i] as number) >> 2, (trace[i + 1] as number) >> 2, (trace[i + 2] as number) >> 2]
    shingles[i] = mix(Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b) ^ Math.imul(c + 0x165667b1, 0xc2b2ae35))
  }
  return shingles
}
