import type { Pair } from './align.ts'
import { Links } from './links.ts'
import type { Pairing, Raw } from './nouns.ts'
import type { Range } from './ranges.ts'

/** A row of two witnesses: its sentences, its words, and what differs in them. */
export class PairRow implements Pairing {
  readonly a: Range | null
  readonly b: Range | null
  readonly moved: boolean
  readonly differences: readonly Raw[]
  /** How many words stand for one another. */
  readonly aligned: number
  private pairs: readonly Pair[] | undefined
  private linked: Links | undefined
  private readonly first: { readonly a: number; readonly b: number }

  /** Without `pairs`, so many words from the first of either on stand for one another. */
  constructor(
    { a, b, moved }: Pairing,
    differences: readonly Raw[],
    first: { readonly a: number; readonly b: number },
    aligned: number,
    pairs?: readonly Pair[],
  ) {
    this.a = a
    this.b = b
    this.moved = moved
    this.differences = differences
    this.first = first
    this.aligned = aligned
    this.pairs = pairs
  }

  /** The same row with other differences. */
  with(differences: readonly Raw[]): PairRow {
    return new PairRow(this, differences, this.first, this.aligned, this.pairs)
  }

  get words(): readonly Pair[] {
    this.pairs ??= Array.from({ length: this.aligned }, (_, i) => ({ a: this.first.a + i, b: this.first.b + i }))
    return this.pairs
  }

  get links(): Links {
    this.linked ??= new Links(this.words)
    return this.linked
  }
}
