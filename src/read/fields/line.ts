// A stretch of units whose names are sorted, and what the words around a name say of it.
import { Flag } from '../../lexicon/word.ts'
import type { Unit } from '../recognise/units.ts'
import type { Found } from './phrases.ts'
import type { Range } from './stretch.ts'

/** What the neighbourhood of a name says about it: classes of fieldwords.tsv by their first and last unit. */
export type Marks = ReadonlyMap<number, readonly Found[]>

/** Units `from` to `to` of a sentence, with its text. */
export interface Line {
  readonly units: readonly Unit[]
  readonly from: number
  readonly to: number
  readonly text: string
  readonly marks: Marks
}

/** The words of a range. */
export const textOf = ({ units, text }: Line, { from, to }: Range): string =>
  text.slice((units[from] as Unit).from, (units[to - 1] as Unit).to)

/** The words around names, by the unit that they begin or end in. */
export function marksOf(found: readonly Found[]): Marks {
  const marks = new Map<number, Found[]>()
  const add = (i: number, hit: Found): void => {
    const list = marks.get(i)
    if (list) list.push(hit)
    else marks.set(i, [hit])
  }
  for (const hit of found) {
    if (!hit.phrase.near) continue
    add(hit.from, hit)
    if (hit.to - 1 > hit.from) add(hit.to - 1, hit)
  }
  return marks
}

/** Words of a class begin or end at unit `i`. */
export function has({ marks, from, to }: Line, i: number, cls: string): boolean {
  const list = marks.size > 0 ? marks.get(i) : undefined
  if (list) for (const hit of list) if (hit.phrase.cls === cls && hit.from >= from && hit.from <= to) return true
  return false
}

/** A word of no special class: mostly a noun or an adjective. */
export const isPlain = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.flags & ~(Flag.NOUN_CUE | Flag.ALSO_NOUN)) === 0 && !unit.name
