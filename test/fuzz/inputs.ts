import { mutate } from './mutate.ts'
import { Random } from './random.ts'
import { type Target, targets } from './targets.ts'

/** A case: which parser, and the seed of which its input is made. */
export interface Case {
  readonly target: string
  readonly seed: number
}

const samples = new Map<string, readonly Buffer[]>()

/** The input of a case: one in eight is random bytes, the others are samples that were changed. */
export async function inputOf({ target, seed }: Case): Promise<{ readonly bytes: Buffer; readonly random: Random }> {
  const { samples: make, words } = targets[target] as Target
  if (!samples.has(target)) samples.set(target, await make())
  const all = samples.get(target) as readonly Buffer[]
  const random = new Random(seed)
  if (random.below(8) > 0) return { bytes: mutate(random, random.one(all), all, words), random }
  const opening = random.below(2) ? random.one(all).subarray(0, random.size(64)) : Buffer.alloc(0)
  return { bytes: Buffer.concat([opening, Buffer.from(Array.from({ length: random.size(3000) }, () => random.below(256)))]), random }
}
