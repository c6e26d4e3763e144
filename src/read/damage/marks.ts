import type { Damage, Span } from '../../model.ts'
import { overlaps } from '../../span.ts'

const none: readonly Damage[] = []

/** The damage of one text, found by place: a look-up takes the logarithm of their number, however many there are. */
export class DamageMarks {
  /** In the order in which they were found. */
  readonly list: Damage[]
  private readonly found: number
  /** Those added while reading, by their start, each with its index in `list`. */
  private readonly added: { readonly damage: Damage; readonly index: number }[] = []

  /** `list`: sorted and disjoint. */
  constructor(list: Damage[]) {
    this.list = list
    this.found = list.length
  }

  /** Adds a mark that meets none so far. */
  add(damage: Damage): void {
    const { added } = this
    const index = this.list.push(damage) - 1
    let at = added.length
    while (at > 0 && (added[at - 1] as { damage: Damage }).damage.span.from > damage.span.from) at--
    added.splice(at, 0, { damage, index })
  }

  /** The marks that share a code unit with `span`, in the order of `list`. */
  within(span: Span): readonly Damage[] {
    if (this.list.length === 0) return none
    let out: Damage[] | undefined
    for (let i = this.firstFound(span.from); i < this.found; i++) {
      const one = this.list[i] as Damage
      if (one.span.from >= span.to) break
      if (overlaps(one.span, span)) (out ??= []).push(one)
    }
    if (this.added.length === 0) return out ?? none
    const later: { readonly damage: Damage; readonly index: number }[] = []
    for (let i = this.firstAdded(span.from); i < this.added.length; i++) {
      const one = this.added[i] as { damage: Damage; index: number }
      if (one.damage.span.from >= span.to) break
      if (overlaps(one.damage.span, span)) later.push(one)
    }
    if (later.length === 0) return out ?? none
    later.sort((a, b) => a.index - b.index)
    return [...(out ?? none), ...later.map((one) => one.damage)]
  }

  private firstFound(from: number): number {
    let low = 0
    let high = this.found
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.list[middle] as Damage).span.to <= from) low = middle + 1
      else high = middle
    }
    return low
  }

  private firstAdded(from: number): number {
    let low = 0
    let high = this.added.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.added[middle] as { damage: Damage }).damage.span.to <= from) low = middle + 1
      else high = middle
    }
    return low
  }
}
