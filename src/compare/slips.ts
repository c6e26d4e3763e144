import type { Row } from '../lexicon/lexicon.ts'

/** What a scanner takes for what, by rows of spellings.tsv: two words are one slip apart where they have one shape. */
export class Slips {
  private readonly letters: readonly (readonly [string, string])[]
  private readonly digits: ReadonlyMap<string, string>

  constructor(letters: readonly Row[], digits: readonly Row[]) {
    const pair = (row: Row): readonly [string, string] => [row['from'] ?? '', row['to'] ?? '']
    this.letters = letters.map(pair).sort((a, b) => b[0].length - a[0].length)
    this.digits = new Map(digits.map(pair))
  }

  /** A word with one sign for all that look alike: "1osing" and "losing", "thrce" and "three" have one shape. */
  shape(form: string): string {
    let out = form
    for (const [from, to] of this.letters) if (out.includes(from)) out = out.replaceAll(from, to)
    return out
  }

  /** The number that a word with a digit is meant for: "5O" is 50; undefined for all others. */
  number(form: string): string | undefined {
    if (!/\d/.test(form) || !/\p{L}/u.test(form)) return undefined
    const out = [...form].map((sign) => this.digits.get(sign) ?? sign).join('')
    return /^\d+$/.test(out) ? out : undefined
  }
}
