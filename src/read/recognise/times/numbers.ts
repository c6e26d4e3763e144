import { Kind } from './cells.ts'
import { codeOf, find, isDash, isNumber, type Line, wordOf } from './line.ts'

/** A number of digits or words, with its scale. */
export interface Quantity {
  readonly value: number
  readonly next: number
  /** Written in words ("three"), not in digits. */
  readonly worded: boolean
}

/** "1,200", "1.5 billion", "twenty-five", "two hundred", "a dozen". */
export function quantityAt(line: Line, i: number): Quantity | undefined {
  const cell = line.cells[i]
  if (isNumber(cell)) return scaled(line, cell.value, i + 1, false)
  if (cell?.entry === undefined) return undefined
  const first = find(line, i, 'number')
  if (first) {
    const tens = Number(first.sense.value)
    const k = isDash(line, first.next) ? first.next + 1 : first.next
    const ones = tens >= 20 && tens % 10 === 0 ? find(line, k, 'number') : undefined
    const below = ones && Number(ones.sense.value) < 10 ? Number(ones.sense.value) : 0
    return scaled(line, tens + below, below && ones ? ones.next : first.next, true)
  }
  const article = find(line, i, 'det')
  if (article && article.next === i + 1 && find(line, i + 1, 'scale')) return scaled(line, 1, i + 1, true)
  return undefined
}

/** Scales multiply: "two hundred thousand"; those of one or two letters only where they are glued to the number. */
function scaled(line: Line, value: number, next: number, worded: boolean): Quantity {
  let [total, k] = [value, next]
  for (let scale = find(line, k, 'scale'); scale; scale = find(line, k, 'scale')) {
    const cell = line.cells[k]
    if (cell && cell.to - cell.from < 4 && !cell.glued && wordOf(line, k).length < 3) break
    total *= Number(scale.sense.value)
    k = scale.next
  }
  return { value: total, next: k, worded }
}

/** A year in four digits that no sign marks as an amount. */
export function yearAt(line: Line, i: number): number | undefined {
  const cell = line.cells[i]
  if (!isNumber(cell) || cell.to - cell.from !== 4 || !Number.isInteger(cell.value) || cell.value < 1500 || cell.value > 2199)
    return undefined
  if (cell.glued && find(line, i - 1, 'currency-before')) return undefined
  if (find(line, i + 1, 'percent') || find(line, i + 1, 'scale') || find(line, i + 1, 'currency-after')) return undefined
  if (find(line, i + 1, 'units')) return undefined
  const after = line.cells[i + 1]
  // "in 2000 villages": a round number before a plain word counts things
  if (cell.value % 100 === 0 && after?.kind === Kind.Word && !after.capital && !after.glued && after.entry === undefined) return undefined
  // "2024s", "2024th" are no years; a decimal point would have made one number
  return after?.glued && after.kind === 0 && codeOf(line, i + 1) !== 39 && codeOf(line, i + 1) !== 0x2019 ? undefined : cell.value
}

/** Day of a month with its optional suffix ("2nd"): the day and the index after it. */
export function dayAt(line: Line, i: number): { readonly day: number; readonly next: number } | undefined {
  const cell = line.cells[i]
  if (!isNumber(cell) || cell.to - cell.from > 2 || !Number.isInteger(cell.value) || cell.value < 1 || cell.value > 31) return undefined
  const suffix = line.cells[i + 1]?.glued ? find(line, i + 1, 'suffix') : undefined
  return { day: cell.value, next: suffix?.next ?? i + 1 }
}
