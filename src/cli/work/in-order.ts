/** How much may be under way at a time: things, and the weight of them together. One thing may weigh more than all of that; it is then alone with those before it. */
export interface Room {
  readonly things: number
  readonly weight: number
}

/** A thing under way. */
interface Held<R> {
  readonly result: Promise<R>
  weight: number
}

/**
 * Starts work on each item as it comes, as long as there is room, and gives the results in the order of the items. A result that waits for those
 * before it counts until it is taken: by its own weight where that is more than its item's. What `items` or `start` throws is thrown in its place.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  start: (item: T) => Promise<R>,
  room: Room,
  weigh: { readonly item: (item: T) => number; readonly result: (result: R) => number },
): AsyncGenerator<R> {
  const line: Held<R>[] = []
  let held = 0
  let left = false
  const bell = new Bell()
  const take = async (): Promise<void> => {
    for await (const item of items) {
      const weight = weigh.item(item)
      while (line.length && !left && (line.length >= room.things || held + weight > room.weight)) await bell.next()
      if (left) return
      const one: Held<R> = { result: start(item), weight }
      const grow = (result: R) => {
        const more = Math.max(0, weigh.result(result) - one.weight)
        one.weight += more
        held += more
      }
      // a failure is thrown when its turn comes
      one.result.then(grow, () => {})
      held += weight
      line.push(one)
      bell.ring()
    }
  }
  let ended = false
  const taking = take().finally(() => {
    ended = true
    bell.ring()
  })
  taking.catch(() => {})
  try {
    for (;;) {
      const [first] = line
      if (first) {
        const result = await first.result
        line.shift()
        held -= first.weight
        bell.ring()
        yield result
      } else if (ended) return await taking
      else await bell.next()
    }
  } finally {
    left = true
    bell.ring()
  }
}

/** Wakes all who wait for the next change. */
class Bell {
  private wake: () => void = () => {}
  private change = this.fresh()

  next(): Promise<void> {
    return this.change
  }

  ring(): void {
    const { wake } = this
    this.change = this.fresh()
    wake()
  }

  private fresh(): Promise<void> {
    return new Promise((wake) => {
      this.wake = wake
    })
  }
}
