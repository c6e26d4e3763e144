import { Group, Kind } from './cells.ts'
import { monthAt } from './dates.ts'
import { find, groupsAt, type Line, type Period, skip, toPeriod } from './line.ts'
import { yearAt } from './numbers.ts'
import { periodAt } from './periods.ts'

/** How many words may stand between a leading word and its event. */
const REACH = 9

/**
 * An event as a time: "the next ministerial meeting", "the May summit", "the Tenth Review Conference". After "before" and
 * "until" any event sets a limit; after "in", "at", "by" and "during" only one that is marked as of a certain time.
 */
export function eventAt(line: Line, i: number, how: string): Period | undefined {
  if (!hasEvent(line, i)) return undefined
  const feast = find(line, i, 'feast') ?? find(line, skip(line, i, 'det'), 'feast')
  if (feast) return bare(feast.next)
  let marked = how === 'before'
  let year = yearAt(line, i)
  if (year !== undefined && find(line, i + 1, 'feast')) return bare(find(line, i + 1, 'feast')?.next ?? i + 2)
  for (let k = i; k <= line.lastEvent && k < i + REACH; k++) {
    const cell = line.cells[k]
    if (cell === undefined || cell.kind === Kind.Mark || cell.kind === Kind.Break) return undefined
    if (cell.entry === undefined && cell.kind === Kind.Word) continue
    if (k > i && (find(line, k, 'one') || (find(line, k, 'lead') && !find(line, k, 'of-phrase')))) return undefined
    const event = find(line, k, 'event') ?? find(line, k, 'feast')
    if (event && k > i) {
      const end = eventEnd(line, event.next)
      if (find(line, event.next, 'event')) continue
      if (marked || end.dated) return bare(end.next)
      return undefined
    }
    year = yearAt(line, k)
    if (year !== undefined || find(line, k, 'rel') || monthAt(line, k)) marked = true
    else if (k === i && find(line, k, 'rel-soft')) marked = true
    else if (cell.capital && find(line, k, 'ordinal')) marked = true
  }
  return undefined
}

/** An event stands within reach: one look at bits, before anything is compared. */
function hasEvent(line: Line, i: number): boolean {
  const stop = Math.min(line.lastEvent, i + REACH)
  for (let k = i; k <= stop; k++) if (groupsAt(line, k, 0) & Group.Event) return true
  return false
}

const bare = (next: number): Period => toPeriod(unknown, next, '', 'led', undefined, undefined, true)
const unknown = {}

/** "of the Charter", "in February 2023", "of next year" after an event. */
function eventEnd(line: Line, i: number): { readonly next: number; readonly dated: boolean } {
  let next = i
  const of = find(line, i, 'of')
  if (of) {
    const date = periodAt(line, of.next, 'next')
    if (date) return { next: date.next, dated: true }
    let k = skip(line, of.next, 'det')
    while (line.cells[k]?.capital) k++
    if (k > skip(line, of.next, 'det')) next = k
  }
  const second = next > i ? find(line, next, 'of') : undefined
  const date = second ? periodAt(line, second.next, 'next') : undefined
  return date ? { next: date.next, dated: true } : { next, dated: false }
}
