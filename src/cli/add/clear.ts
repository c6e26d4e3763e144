import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** How much more may be in the heap than after the last time, in bytes and as a share of it. */
const MORE = 40_000_000
const SHARE = 0.5

/**
 * Clears away what is left of texts that were put in. Each long one leaves more than a hundred megabytes of small objects, and by itself the engine lets the heap
 * grow to a multiple of what is in use before it looks for them.
 */
export class Clearing {
  private readonly clear: () => void
  private used = 0

  constructor() {
    setFlagsFromString('--expose-gc')
    this.clear = runInNewContext('gc') as () => void
  }

  /** Between two batches: clears where it is worth the time. */
  between(): void {
    if (process.memoryUsage().heapUsed < this.used * (1 + SHARE) + MORE) return
    this.clear()
    this.used = process.memoryUsage().heapUsed
  }
}
