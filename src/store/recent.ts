/** What was asked for lately, by key: between `most` and twice as many are kept, those that nobody asked for since then go first. */
export class Recent<K, V> {
  private readonly most: number
  private young = new Map<K, V>()
  private old = new Map<K, V>()

  constructor(most: number) {
    this.most = most
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
    if (this.young.size < this.most) return
    this.old = this.young
    this.young = new Map()
  }

  delete(key: K): void {
    this.young.delete(key)
    this.old.delete(key)
  }
}
