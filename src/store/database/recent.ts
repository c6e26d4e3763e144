/**
 * What was asked for lately, by key: things of a weight of `most` to twice as much are kept, those that nobody asked for since then go first.
 * Without `weigh` each weighs 1.
 */
export class Recent<K, V> {
  private readonly most: number
  private readonly weigh: (value: V) => number
  private young = new Map<K, V>()
  private old = new Map<K, V>()
  /** Weight of the young, at least. */
  private weight = 0

  constructor(most: number, weigh: (value: V) => number = () => 1) {
    this.most = most
    this.weigh = weigh
  }

  get(key: K): V | undefined {
    const known = this.young.get(key)
    if (known !== undefined) return known
    const before = this.old.get(key)
    if (before !== undefined) this.set(key, before)
    return before
  }

  set(key: K, value: V): void {
    this.young.set(key, value)
    this.weight += this.weigh(value)
    if (this.weight < this.most) return
    this.old = this.young
    this.young = new Map()
    this.weight = 0
  }

  delete(key: K): void {
    this.young.delete(key)
    this.old.delete(key)
  }
}
