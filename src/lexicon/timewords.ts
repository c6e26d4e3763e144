import { triggerClasses } from './classes.ts'
import type { Row } from './lexicon.ts'
import { More } from './word.ts'

/** Tables of the words of times and quantities. */
export const timeTables: readonly string[] = ['times', 'units']

const parts = /[\p{L}\p{M}\p{N}]+/gu
const simple = /^[a-z][a-z0-9]*$/
const figure = /[0-9]/

/**
 * What the tables of times and quantities say of a form in lower case, as bits of `More`: SIMPLE, TIMED and TRIGGER. The last two may be set
 * where a form needs more than the word; where they are not set on a simple form, no form of the tables has the word.
 */
export class TimeWords {
  private readonly bits = new Map<string, number>()

  constructor(rows: readonly Row[]) {
    for (const row of rows)
      for (const form of (row['forms'] ?? '').split('|')) {
        const words = form.toLowerCase().match(parts) ?? []
        for (const word of words) this.set(word, More.TIMED)
        // the longest word of a form is the rarest
        if (words.length && triggerClasses.has(row['class'] ?? ''))
          this.set(
            words.reduce((a, b) => (b.length > a.length ? b : a)),
            More.TRIGGER,
          )
      }
  }

  private set(word: string, bit: number): void {
    this.bits.set(word, (this.bits.get(word) ?? 0) | bit)
  }

  /** The bits of a form in lower case. */
  of(form: string): number {
    if (!simple.test(form)) return 0
    return More.SIMPLE | (this.bits.get(form) ?? 0) | (figure.test(form) ? More.TRIGGER : 0)
  }
}
