import type { Dump } from '../../ledger/dump.ts'
import { about, inForce } from '../../ledger/journal.ts'
import type { Judgement, Undertaking } from '../../ledger/nouns.ts'
import { SCORE_COLUMNS, type ScoreRow, scoreRows } from '../../ledger/score/aggregate.ts'
import { scoresByParty } from '../../ledger/score/versions.ts'
import { standingOf } from '../../ledger/standing.ts'
import { type CellType, column, type Table } from './table.ts'

/** What stands in each column, in the order that the formulas of `docs/scoring.md` count on. */
const columns: Readonly<Record<keyof ScoreRow, readonly [about: string, type?: CellType]>> = {
  undertaking: ['The undertaking'],
  label: ['What it is about'],
  direction: ['Direction of the programme that declares it'],
  year: ['Year of its first wording'],
  party: ['Who is bound'],
  score: ['1, 0 or -1; empty where there is none', 'integer'],
  stage: ['0 to 3; empty where there is none', 'integer'],
  state: ['What became of it, for this party'],
  basis: ['What that rests on'],
  guideline: ['The guideline of the score'],
  from: ['First day of its window'],
  to: ['Last day of its window; empty: open'],
  coders: ['How many people scored it', 'integer'],
}

/** One row a party of an undertaking, scored or not: what aggregates are computed from. */
export const scores: Table<ScoreRow> = {
  name: 'scores',
  about: 'What became of each undertaking for each party, scored or not: the table that all aggregates are computed from.',
  // the party is empty where no wording says who is bound, and a key may not be
  key: [],
  links: [['undertaking', 'undertakings', 'id']],
  columns: SCORE_COLUMNS.map((name) => column(name, columns[name][0], (row) => row[name], columns[name][1])),
  async *rows(dump) {
    const every: Judgement[] = []
    const judged = new Map<string, Judgement[]>()
    for await (const { judgement, undertaking } of dump.journal) {
      every.push(judgement)
      if (undertaking === undefined) continue
      const known = judged.get(undertaking)
      if (known) known.push(judgement)
      else judged.set(undertaking, [judgement])
    }
    const { order } = inForce(every)
    for await (const row of dump.undertakings) yield* rowsOf(row, judged.get(row.id) ?? [], order, dump.asOf)
  },
}

function rowsOf(row: Undertaking, judgements: readonly Judgement[], order: ReadonlyMap<string, number>, asOf: Dump['asOf']): ScoreRow[] {
  const { id, label, entries, members, parties, first, due } = row
  const nodes = [...entries.map((entry) => entry.id), ...members.map(({ statement }) => statement.id)]
  const { evidence, searches, scores: given, guidelines } = about(inForce(judgements), nodes)
  const limit = due === undefined ? {} : { due }
  const assessment = standingOf({ entries, members, evidence, searches, scores: given, guidelines, ...limit, asOf, parties, order })
  const direction = entries[0]?.direction ?? ''
  const start = first === undefined ? {} : { first }
  return scoreRows([{ id, label, direction, ...start, assessment, scores: scoresByParty(given, guidelines, order).parties }])
}
