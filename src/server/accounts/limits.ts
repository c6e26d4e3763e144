/** How often something may be tried or done. All of it in memory, of bounded size; times are milliseconds, given by the caller. */

/** Values by key, so many at most: where there is no room, an eighth of them goes, those of least weight first. */
class Bounded<V> {
  private readonly held = new Map<string, V>()
  private readonly most: number
  private readonly weight: (value: V) => number

  constructor(most: number, weight: (value: V) => number) {
    this.most = most
    this.weight = weight
  }

  get size(): number {
    return this.held.size
  }

  get(key: string): V | undefined {
    return this.held.get(key)
  }

  set(key: string, value: V): void {
    if (!this.held.has(key) && this.held.size >= this.most) {
      const byWeight = [...this.held].sort(([, a], [, b]) => this.weight(a) - this.weight(b))
      for (const [old] of byWeight.slice(0, Math.ceil(this.most / 8))) this.held.delete(old)
    }
    this.held.set(key, value)
  }

  delete(key: string): void {
    this.held.delete(key)
  }
}

/** Keys that are remembered at most. */
const KEYS = 10_000

interface Failures {
  readonly count: number
  readonly last: number
  /** When the next attempt may be made. */
  readonly until: number
}

/**
 * Attempts that fail, with a wait that doubles. What is tried counts as failed until it is known to be right, so that many attempts at once get no further
 * than one after the other.
 */
export class Backoff {
  private readonly free: number
  private readonly first: number
  private readonly most: number
  private readonly failures: Bounded<Failures>

  /** `free`: attempts without a wait; `first`: the wait after the next one; `most`: the longest. Who is quiet for four times the longest begins anew. */
  constructor({ free, first, most, keys = KEYS }: { free: number; first: number; most: number; keys?: number }) {
    this.free = free
    this.first = first
    this.most = most
    // who has to wait longest is forgotten last: new keys cannot be used to wash an old one away
    this.failures = new Bounded(keys, ({ until }) => until)
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.failures.size
  }

  /** How long an attempt has to wait; 0: it may be made. */
  wait(key: string, now: number): number {
    return Math.max(0, (this.recent(key, now)?.until ?? 0) - now)
  }

  /** Counts an attempt. */
  count(key: string, now: number): void {
    const count = (this.recent(key, now)?.count ?? 0) + 1
    const over = count - this.free
    const wait = over <= 0 ? 0 : Math.min(this.most, this.first * 2 ** Math.min(over - 1, 30))
    this.failures.set(key, { count, last: now, until: now + wait })
  }

  /** The attempt that was counted last was right. */
  forgive(key: string): void {
    const found = this.failures.get(key)
    if (found) this.failures.set(key, { ...found, count: found.count - 1, until: found.last })
  }

  /** Begins anew. */
  forget(key: string): void {
    this.failures.delete(key)
  }

  private recent(key: string, now: number): Failures | undefined {
    const found = this.failures.get(key)
    return found && now - found.last < 4 * this.most ? found : undefined
  }
}

/**
 * So many at once, then one every so often: a bucket that leaks, kept as the time when it will be empty (the generic cell rate algorithm, ITU-T I.371).
 */
export class Rate {
  private readonly burst: number
  private readonly every: number
  private readonly empty: Bounded<number>

  constructor({ burst, every, keys = KEYS }: { burst: number; every: number; keys?: number }) {
    this.burst = burst
    this.every = every
    this.empty = new Bounded(keys, (time) => time)
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.empty.size
  }

  /** Counts one and gives 0, or says how long it has to wait and counts nothing. */
  take(key: string, now: number): number {
    const next = Math.max(this.empty.get(key) ?? 0, now) + this.every
    const wait = next - now - this.burst * this.every
    if (wait > 0) return wait
    this.empty.set(key, next)
    return 0
  }
}
