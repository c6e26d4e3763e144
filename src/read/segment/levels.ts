import type { Point } from '../../model.ts'
import type { Marker } from './markers.ts'

/** What a list needs of an item: where its level and its point are written. */
interface Item {
  level?: number
  point?: Point
}

interface Open {
  readonly kind: Marker['kind']
  readonly blocks: Item[]
}

/** Keeps the lists that are open, outermost first, and numbers their items: "second of four". */
export class Levels {
  last: Marker | undefined
  private readonly open: Open[] = []

  /** Gives an item its level, and its point where the marker counts. A new kind of marker opens a list inside the last one. */
  item(marker: Marker, block: Item): void {
    const { open } = this
    let at = open.length - 1
    while (at >= 0 && open[at]?.kind !== marker.kind) at--
    if (at >= 0 && marker.number === 1) {
      while (open.length > at) this.finish()
      at = -1
    }
    if (at === -1) open.push({ kind: marker.kind, blocks: [] })
    else while (open.length > at + 1) this.finish()
    this.last = marker
    block.level = open.length
    if (marker.number === 0) return
    block.point = { number: marker.number, label: marker.label }
    open.at(-1)?.blocks.push(block)
  }

  /** Ends all lists: a paragraph that is no item stands after them. */
  close(): void {
    while (this.open.length) this.finish()
    this.last = undefined
  }

  private finish(): void {
    const done = this.open.pop() as Open
    const of = done.blocks.length > 1 ? done.blocks.reduce((most, block) => Math.max(most, block.point?.number ?? 0), 0) : 0
    if (of) for (const block of done.blocks) if (block.point) block.point = { number: block.point.number, of, label: block.point.label }
  }
}
