import { cells } from '../lexicon/cells.ts'
import type { Row } from '../lexicon/lexicon.ts'

/** Words that are numbers ("twelve", "million"), by form: the number in digits. */
export function numberWords(units: readonly Row[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  for (const row of units) {
    const value = row['value'] ?? ''
    if (row['class'] !== 'number' && !(row['class'] === 'scale' && /^10{2,}$/.test(value))) continue
    // "m" and "k" are letters as often as numbers
    for (const form of cells(row['forms'])) if (form.length > 1) numbers.set(form, value)
  }
  // "forty-one"
  const isTen = (form: string, value: string): boolean => /^[2-9]0$/.test(value) && !form.includes('-')
  for (const [ten, tens] of [...numbers])
    if (isTen(ten, tens))
      for (const [one, ones] of [...numbers]) if (/^[1-9]$/.test(ones)) numbers.set(`${ten}-${one}`, String(Number(tens) + Number(ones)))
  return numbers
}

/** What the table of units says of words beside numbers: their scale, parts of a whole, hundredths, currencies. Pure look-ups. */
export class Quantities {
  private readonly scales = new Map<string, number>()
  private readonly fractions = new Map<string, number>()
  private readonly percents = new Set<string>()
  private readonly currencies = new Map<string, string>()

  private readonly times = new Map<string, string>()
  private readonly ordinals: ReadonlyMap<string, number>

  /** `ordinals`: words for places in a row, with the number. `keyOf`: the key under which a form of the table is asked for. */
  constructor(units: readonly Row[], times: readonly Row[], ordinals: ReadonlyMap<string, number>, keyOf: (form: string) => string) {
    this.ordinals = ordinals
    for (const row of times) if (row['class'] === 'unit') for (const form of cells(row['forms'])) this.times.set(form, row['value'] ?? '')
    for (const row of units)
      for (const form of cells(row['forms']))
        if (row['class'] === 'scale') this.scales.set(form, Number(row['value']))
        else if (row['class'] === 'fraction') this.fractions.set(form, Number(row['value']))
        else if (row['class'] === 'currency-after') this.currencies.set(keyOf(form), row['value'] ?? '')
        else if (row['class'] === 'percent' && !form.includes('point')) this.percents.add(keyOf(form))
  }

  /** The currency that a word names; undefined for all others. */
  currency(key: string): string | undefined {
    return this.currencies.get(key)
  }

  /** Into how many parts a word cuts a whole: 2 for "half"; undefined for all others. */
  fraction(form: string): number | undefined {
    return this.fractions.get(form)
  }

  /** The place in a row that a word names: 1 for "first"; undefined for all others. */
  ordinal(form: string): number | undefined {
    return this.ordinals.get(form)
  }

  /** The unit of time that a word names. */
  time(form: string): string | undefined {
    return this.times.get(form)
  }

  /** How many a word alone stands for: "dozen". */
  scale(form: string): number | undefined {
    return this.scales.get(form)
  }

  /** True for a form that is told of a quantity or a time, by itself or by its last word ("a dozen", "the first"). */
  isPart(form: string): boolean {
    const last = form.slice(form.lastIndexOf(' ') + 1)
    return this.fractions.has(form) || this.scales.has(form) || this.times.has(last) || this.ordinals.has(last)
  }

  /** A number written in one with its scale: "18m". */
  scaled(form: string): number | undefined {
    const first = form.charCodeAt(0)
    if (!(first >= 48 && first <= 57)) return undefined
    const [, digits, scale] = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(form) ?? []
    const times = scale === undefined ? undefined : this.scales.get(scale)
    return times && Number(digits) * times
  }

  /** True for a word by which a number is a part of a hundred. */
  isPercent(key: string): boolean {
    return this.percents.has(key)
  }
}
