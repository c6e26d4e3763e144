import { dayAfter, daysOf } from './days.ts'
import type { Of, Shows, Standing } from './nouns.ts'

const firmness = { high: 2, medium: 1, low: 0 } as const

/** What evidence shows that speaks for a standing. */
const speaks: Partial<Record<Standing, readonly Shows[]>> = {
  delivered: ['delivers'],
  progress: ['progress', 'delivers'],
  restated: ['restates'],
  contradicted: ['contradicts'],
  overdue: ['contradicts'],
}

/**
 * The piece of evidence that tells best why something stands as it does: of those that are sure where there are any, one that speaks for the standing where there
 * is one, a deed before a promise made again, and of these the latest. Of one day the surest, then the one that was added last.
 * @param since the day on which it was promised: what was done before tells nothing of it
 */
export function tellingOf(standing: Standing, evidence: readonly Of<'evidence'>[], since = ''): Of<'evidence'> | undefined {
  const day = ({ date }: Of<'evidence'>): string => daysOf(date ?? '')?.last ?? ''
  const rank = (piece: Of<'evidence'>): string => {
    const weak = piece.certainty === 'low' || piece.unverified ? 0 : 1
    const fits = speaks[standing]?.includes(piece.shows) ? 1 : 0
    return [weak, fits, piece.shows === 'restates' ? 0 : 1, day(piece), firmness[piece.certainty]].join(' ')
  }
  let best: Of<'evidence'> | undefined
  for (const piece of evidence) if (day(piece) >= since && (!best || rank(piece) >= rank(best))) best = piece
  return best
}

/**
 * Since when something stands as it does on a day: the first day from which it has stood so without a break. Undefined where it stood so before anything was dated.
 * @param dates of what it rests on: days, months, years
 * @param on how it stands on a day
 */
export function standingSince(asOf: string, dates: readonly (string | undefined)[], on: (day: string) => Standing): string | undefined {
  const days = dates.flatMap((date) => {
    const covered = daysOf(date ?? '')
    return covered ? [covered.first, dayAfter(covered.last)] : []
  })
  const now = on(asOf)
  let since: string | undefined
  for (const day of [...new Set(days)]
    .filter((one) => one <= asOf)
    .sort()
    .reverse()) {
    if (on(day) !== now) return since
    since = day
  }
  return on('') === now ? undefined : since
}
