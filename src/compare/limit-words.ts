/** Classes of words that limit a quantity. */
const bounding: ReadonlySet<string> = new Set(['most', 'least', 'over', 'near', 'from'])
/** Classes of those behind the number, each with the one before it that says the same. */
const behind: ReadonlyMap<string, string> = new Map([
  ['or-less', 'most'],
  ['or-more', 'least'],
])
/** Classes of words that say what a share is reckoned from. */
const reckoning: ReadonlySet<string> = new Set(['above', 'below', 'part'])

/** The words of limits.tsv, by their keys. */
export class LimitWords {
  private readonly bounds = new Map<string, string>()
  private readonly ends = new Map<string, string>()
  private readonly shares = new Map<string, string>()
  private readonly kinds = new Map<string, string>()

  add(key: string, kind: string, row: string): void {
    if (bounding.has(kind)) this.bounds.set(key, kind)
    else if (behind.has(kind)) this.ends.set(key, behind.get(kind) as string)
    else if (reckoning.has(kind)) this.shares.set(key, kind)
    else this.kinds.set(key, row)
  }

  /** How a word limits the number that it stands before: class of the table. */
  bound(key: string | undefined): string | undefined {
    return this.bounds.get(key ?? '')
  }

  /** How a word limits the number that it stands behind: class of the table. */
  boundBehind(key: string | undefined): string | undefined {
    return this.ends.get(key ?? '')
  }

  /** What a word behind a share reckons it from: class of the table. */
  share(key: string | undefined): string | undefined {
    return this.shares.get(key ?? '')
  }

  /** What a word between a number and its unit makes of the unit: id of its row. */
  unit(key: string | undefined): string | undefined {
    return this.kinds.get(key ?? '')
  }
}
