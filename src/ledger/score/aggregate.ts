import type { NodeId, Standing } from '../nouns.ts'
import type { Assessment } from '../standing.ts'
import type { PartyScore } from './versions.ts'

/** An undertaking with what became of it. */
export interface Rated {
  readonly id: NodeId
  readonly label: string
  /** Direction of the programme; empty where it belongs to none. */
  readonly direction: string
  /** Date of its first wording. */
  readonly first?: string
  readonly assessment: Assessment
  readonly scores: readonly PartyScore[]
}

/** One line of the table of scores: one undertaking, one party. An empty text is an empty cell. */
export interface ScoreRow {
  readonly undertaking: NodeId
  readonly label: string
  readonly direction: string
  /** Year of the first wording. */
  readonly year: string
  readonly party: string
  readonly score: 1 | 0 | -1 | ''
  readonly stage: 0 | 1 | 2 | 3 | ''
  readonly state: Standing
  readonly basis: string
  /** Id of the guideline, and the window that it sets. */
  readonly guideline: string
  readonly from: string
  readonly to: string
  readonly coders: number
}

/** The columns of the table of scores in their order; the formulas of `docs/scoring.md` name them by letter. */
export const SCORE_COLUMNS: readonly (keyof ScoreRow)[] = [
  'undertaking',
  'label',
  'direction',
  'year',
  'party',
  'score',
  'stage',
  'state',
  'basis',
  'guideline',
  'from',
  'to',
  'coders',
]

/** The table of scores: a line for each party of each undertaking, scored or not, so that the share assessed can be counted from it. */
export function scoreRows(undertakings: readonly Rated[]): ScoreRow[] {
  return undertakings.flatMap(({ id, label, direction, first, assessment, scores }) =>
    assessment.parties.map(({ party, standing, by }): ScoreRow => {
      const score = scores.find((one) => one.party === party)
      const coders = new Set([score?.first, score?.second, score?.adjudication].flatMap((one) => (one ? [one.by] : [])))
      return {
        undertaking: id,
        label,
        direction,
        year: first?.slice(0, 4) ?? '',
        party,
        score: typeof score?.value === 'number' ? score.value : '',
        stage: score?.stage ?? '',
        state: standing,
        basis: by,
        guideline: score?.guideline.id ?? '',
        from: score?.guideline.window.from ?? '',
        to: score?.guideline.window.to ?? '',
        coders: coders.size,
      }
    }),
  )
}

/** What the scores of several undertakings come to. */
export interface Aggregate {
  /** The party, direction or year; `all`. */
  readonly key: string
  /** Lines of the table, and those of them to which the undertaking applies. */
  readonly lines: number
  readonly applicable: number
  /** Lines with a score of +1, 0 or -1. */
  readonly n: number
  /** `n / applicable`; absent where none applies. */
  readonly share?: number
  /** Mean score, and the same as per cent, (mean + 1) / 2 * 100; absent where nothing is scored. */
  readonly mean?: number
  readonly percent?: number
  readonly states: Readonly<Partial<Record<Standing, number>>>
}

/** Sums the table up, over all of it or for each party, direction or year, by name. Only scored lines enter the mean. */
export function aggregate(rows: readonly ScoreRow[], by: 'all' | 'party' | 'direction' | 'year'): Aggregate[] {
  const groups = new Map<string, ScoreRow[]>(by === 'all' ? [['all', [...rows]]] : [])
  if (by !== 'all')
    for (const row of rows) {
      const group = groups.get(row[by])
      if (group) group.push(row)
      else groups.set(row[by], [row])
    }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => sumUp(key, group))
}

function sumUp(key: string, rows: readonly ScoreRow[]): Aggregate {
  const states: Partial<Record<Standing, number>> = {}
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1
  const scores = rows.flatMap(({ score }) => (score === '' ? [] : [score]))
  const applicable = rows.length - (states['not-applicable'] ?? 0)
  const n = scores.length
  const mean = scores.reduce((total: number, score) => total + score, 0) / n
  return {
    key,
    lines: rows.length,
    applicable,
    n,
    ...(applicable > 0 && { share: n / applicable }),
    ...(n > 0 && { mean, percent: ((mean + 1) / 2) * 100 }),
    states,
  }
}
