import type { Of } from '../nouns.ts'
import { wrongWith } from './guideline.ts'

/** What two people may judge, neither knowing the other's judgement. */
export interface Coded<T> {
  /** Latest versions. */
  readonly first?: T
  readonly second?: T
  readonly adjudication?: T
  /** Whoever judged it, in whatever role. */
  readonly coders: ReadonlySet<string>
}

/** One party under one guideline, with what its coders gave. */
export interface Cell extends Coded<Of<'score'>> {
  /** Name of the cell: id of the guideline, a plus sign, the party. */
  readonly id: string
  readonly guideline: Of<'guideline'>
  readonly party: string
}

/** Name of the cell of a score. */
export const cellId = ({ guideline, party }: { readonly guideline: string; readonly party: string }): string => `${guideline}+${party}`

/**
 * Every party under every guideline that somebody scored, in the order in which the first scores came. Expects judgements in force, in order of
 * appending. A score that cannot count (its guideline is younger, or not for that party) makes no cell.
 */
export function cellsOf(
  guidelines: readonly Of<'guideline'>[],
  scores: readonly Of<'score'>[],
  order: ReadonlyMap<string, number>,
): Cell[] {
  const known = new Map(guidelines.map((one) => [one.id, one]))
  const cells = new Map<string, { guideline: Of<'guideline'>; scores: Of<'score'>[] }>()
  for (const score of scores) {
    const guideline = known.get(score.guideline)
    if (!guideline || wrongWith(score, guideline) || (order.get(guideline.id) ?? 0) > (order.get(score.id) ?? 0)) continue
    const cell = cells.get(cellId(score))
    if (cell) cell.scores.push(score)
    else cells.set(cellId(score), { guideline, scores: [score] })
  }
  return [...cells].map(([id, { guideline, scores: given }]) => {
    const first = given.findLast(({ role }) => role === 'first')
    const second = given.findLast(({ role, by }) => role === 'second' && by !== first?.by)
    const adjudication = given.findLast(({ role }) => role === 'adjudication')
    return {
      id,
      guideline,
      party: given[0]?.party ?? '',
      coders: new Set(given.map(({ by }) => by)),
      ...(first && { first }),
      ...(second && { second }),
      ...(adjudication && { adjudication }),
    }
  })
}

/** What waits for a second coder, and what this one may judge: nobody judges second what he has judged. */
export function waitingFor<T extends Coded<unknown>>(coder: string, cells: readonly T[]): T[] {
  return cells.filter(({ first, second, coders }) => first && !second && !coders.has(coder))
}

/** Cells in which two coders differ and nobody has decided. */
export function undecided(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ first, second, adjudication }) => first && second && !adjudication && first.value !== second.value)
}
