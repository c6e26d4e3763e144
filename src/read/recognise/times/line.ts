import type { Day, Days } from './calendar.ts'
import { type Cell, Kind, secondSlot } from './cells.ts'
import { type Match, match } from './vocabulary.ts'

/** A stretch cut into cells, and the day of the document, if known. */
export interface Line {
  readonly text: string
  readonly cells: readonly Cell[]
  readonly today: Day | undefined
  /** Last cell that can be an event; -1 without one. */
  readonly lastEvent: number
  /** Last cell that a leading word can lead: an event, a number, a word of time, a scale; -1 without one. */
  readonly lastLed: number
}

/** A stretch of time as worded, from the cell that was asked for up to cell `next`. */
export interface Period extends Days {
  readonly next: number
  /** ISO date, interval, month or duration; empty where nothing can be known. */
  readonly ref: string
  /** Tells whether it stands by itself (`clear`) or only after a word that leads a time (`led`). */
  readonly strength: 'clear' | 'led'
  /** Behind the day of writing by its wording: "last year". */
  readonly past?: boolean | undefined
  /** Two ends are worded: "from 3 to 9 May". */
  readonly span?: boolean | undefined
  /** Said relative to the day of writing, so that no leading word is needed: "next year". */
  readonly relative?: boolean | undefined
}

/** Every period is made here, so that all have one shape. */
export const toPeriod = (
  days: Days,
  next: number,
  ref: string,
  strength: Period['strength'],
  past?: boolean,
  span?: boolean,
  relative?: boolean,
): Period => ({
  start: days.start,
  end: days.end,
  next,
  ref,
  strength,
  past,
  span,
  relative,
})

/** How a date without a year is completed: the next one from the day of writing, or the nearest. */
export type Choice = 'next' | 'nearest'

/** The cell at `i`; an index below 0, once asked for, would be slow ever after. */
const cellAt = ({ cells }: Line, i: number): Cell | undefined => (i < 0 ? undefined : cells[i])

/** The longest form of class `cls` at cell `i` that no neighbour cancels. A form written with a capital needs one. */
export function find(line: Line, i: number, cls: string): Match | undefined {
  const cell = cellAt(line, i)
  if (cell?.entry === undefined) return undefined
  const found = match(line.text, line.cells, i, cls)
  if (found === undefined || (found.sense.cased && !cell.capital && cell.kind === Kind.Word)) return undefined
  const { unless } = found.sense
  return unless.size > 0 && (unless.has(wordOf(line, i - 1)) || unless.has(wordOf(line, found.next))) ? undefined : found
}

/** Index after an optional form of class `cls`. */
export const skip = (line: Line, i: number, cls: string): number => find(line, i, cls)?.next ?? i

/** A cell in lower case; empty beyond the line. */
export function wordOf(line: Line, i: number): string {
  const cell = cellAt(line, i)
  return cell ? line.text.slice(cell.from, cell.to).toLowerCase() : ''
}

/** A cell of a number, whose value is known. */
export interface NumberCell extends Cell {
  readonly value: number
}
export const isNumber = (cell: Cell | undefined): cell is NumberCell => cell?.kind === Kind.Number
export const isWord = (cell: Cell | undefined): cell is Cell => cell?.kind === Kind.Word

/** Code unit at the start of a cell; 0 beyond the line. */
export const codeOf = (line: Line, i: number): number => {
  const cell = line.cells[i]
  return cell ? line.text.charCodeAt(cell.from) : 0
}
export const isDash = (line: Line, i: number): boolean => {
  const code = codeOf(line, i)
  return code === 45 || code === 0x2013 || code === 0x2010 || code === 0x2011 || code === 0x2014
}
export const isComma = (line: Line, i: number): boolean => codeOf(line, i) === 44

/** Groups of classes (`Group`) of the entry at cell `i`; a number in digits has `number`. */
export function groupsAt(line: Line, i: number, number: number): number {
  const cell = line.cells[i]
  if (cell === undefined) return 0
  return cell.kind === Kind.Number ? number : (cell.entry?.groups ?? 0)
}

/** The same without what the entry opens only by forms whose second word cannot be the one that follows: "the first" and "a minimum of" at "the port". */
export function opensAt(line: Line, i: number, number: number): number {
  const cell = line.cells[i]
  if (cell === undefined) return 0
  if (cell.kind === Kind.Number) return number
  const { entry } = cell
  if (entry === undefined) return 0
  const { groups, alone, seconds } = entry
  if (groups === alone || seconds === undefined) return groups
  const next = line.cells[i + 1]
  if (next === undefined) return alone
  const code = line.text.charCodeAt(next.from)
  return code > 127 || seconds[secondSlot(next.to - next.from, code)] === 1 ? groups : alone
}
