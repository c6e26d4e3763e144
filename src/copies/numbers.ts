/** Numbers in a row that grows: eight bytes each, at any number of them. A plain list, or a `Set`, of so many reaches a limit of the engine. */
export class Numbers {
  private values = new Float64Array(1024)
  private count = 0

  push(value: number): void {
    if (this.count === this.values.length) {
      const wider = new Float64Array(2 * this.count)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.count++] = value
  }

  /** All of them in ascending order; nothing is pushed afterwards. */
  sorted(): Float64Array {
    return this.values.subarray(0, this.count).sort()
  }
}

/** Pairs of numbers below `size`, the lower first. */
export class Pairs {
  private readonly found = new Numbers()
  private readonly size: number

  constructor(size: number) {
    this.size = size
  }

  add(a: number, b: number): void {
    if (a !== b) this.found.push(Math.min(a, b) * this.size + Math.max(a, b))
  }

  /** Each pair once, in ascending order. */
  *each(): Generator<readonly [number, number]> {
    let last = -1
    for (const pair of this.found.sorted()) {
      if (pair === last) continue
      last = pair
      yield [Math.floor(pair / this.size), pair % this.size]
    }
  }
}

/** Bits of a number that is exact. */
const EXACT = 53
const KEY = 32

/**
 * A key of 32 bits and a place below `size` in one number, which sorts by key and then by place. Above two million places the lowest bits
 * of keys are left out: a few more keys then count as one.
 */
export class Packing {
  private readonly width: number
  private readonly dropped: number

  constructor(size: number) {
    const bits = Math.ceil(Math.log2(size + 1))
    this.width = 2 ** bits
    this.dropped = Math.max(0, KEY + bits - EXACT)
  }

  pack(key: number, place: number): number {
    return (key >>> this.dropped) * this.width + place
  }

  place(packed: number): number {
    return packed % this.width
  }

  /** True where two numbers have one key. */
  isOneKey(a: number, b: number): boolean {
    return Math.floor(a / this.width) === Math.floor(b / this.width)
  }

  /** Tells the places of every key that has two or more, each list in ascending order. */
  eachGroup(sorted: Float64Array, tell: (places: readonly number[]) => void): void {
    for (let from = 0; from < sorted.length; ) {
      let to = from + 1
      while (to < sorted.length && this.isOneKey(sorted[from] as number, sorted[to] as number)) to++
      if (to - from > 1) tell(Array.from(sorted.subarray(from, to), (one) => this.place(one)))
      from = to
    }
  }
}

/** Which places have a key, looked up by place: lists of places by key, and for each place where it stands in them. */
export class Postings {
  /** The place of each posting, those of one key side by side. */
  private readonly places: Int32Array
  /** 1 where the next posting is of another key. */
  private readonly last: Uint8Array
  /** Postings of each place, from `starts[place]` up to the next one's. */
  private readonly starts: Int32Array
  private readonly postings: Int32Array

  /** `sorted`: packed postings of places below `size`. */
  constructor(sorted: Float64Array, packing: Packing, size: number) {
    const count = sorted.length
    const places = new Int32Array(count)
    const last = new Uint8Array(count).fill(1)
    const starts = new Int32Array(size + 1)
    for (let at = 0; at < count; at++) {
      const place = packing.place(sorted[at] as number)
      places[at] = place
      starts[place + 1] = (starts[place + 1] as number) + 1
      if (at + 1 < count && packing.isOneKey(sorted[at] as number, sorted[at + 1] as number)) last[at] = 0
    }
    for (let place = 0; place < size; place++) starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number)
    const next = starts.slice()
    const postings = new Int32Array(count)
    places.forEach((place, at) => {
      postings[next[place] as number] = at
      next[place] = (next[place] as number) + 1
    })
    this.places = places
    this.last = last
    this.starts = starts
    this.postings = postings
  }

  /** Tells the later places that share a key with one, once for every key that they share. */
  eachAfter(place: number, tell: (other: number) => void): void {
    const end = this.starts[place + 1] as number
    for (let k = this.starts[place] as number; k < end; k++)
      for (let at = this.postings[k] as number; this.last[at] === 0; ) tell(this.places[++at] as number)
  }
}
