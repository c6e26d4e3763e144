import { cell } from '../../export/csv/cell.ts'
import { about, inForce } from '../../ledger/journal.ts'
import type { Judgement, NodeId } from '../../ledger/nouns.ts'
import { type Aggregate, aggregate, type Rated, SCORE_COLUMNS, scoreRows } from '../../ledger/score/aggregate.ts'
import { type Agreement, agreementOf } from '../../ledger/score/agreement.ts'
import { scoresByParty } from '../../ledger/score/versions.ts'
import { standingOf } from '../../ledger/standing.ts'
import type { Store } from '../../store/store.ts'
import { given } from '../given.ts'
import { harmless } from '../harmless.ts'
import { fill } from '../layout.ts'
import { standings } from '../marks.ts'
import { showing, today, withStore } from '../open.ts'
import { write, writeJson, writeLines } from '../output.ts'
import { nodesOf } from '../show/file.ts'
import { day, usage } from '../usage.ts'
import { verb } from '../verb.ts'

const scope = {
  programme: { value: 'NAME', about: 'only undertakings of this programme' },
  'as-of': { value: 'DATE', about: 'on this day instead of today', check: day },
} as const

/** Every commitment of the ledger, and all that programmes declare, with standing and scores. Positions, proposals and reports bind nobody. */
async function rated(store: Store, programme: string | undefined, asOf: string): Promise<Rated[]> {
  return store.reading(async () => {
    const dump = store.dump({ asOf })
    const judgements = new Map<NodeId, Judgement[]>()
    const every: Judgement[] = []
    for await (const { judgement, undertaking } of dump.journal) {
      every.push(judgement)
      if (undertaking !== undefined) judgements.set(undertaking, [...(judgements.get(undertaking) ?? []), judgement])
    }
    const { order } = inForce(every)
    const all: Rated[] = []
    for await (const undertaking of dump.undertakings) {
      const { id, label, entries, members, first, due } = undertaking
      const entry = entries.find((one) => programme === undefined || one.programme === programme)
      if (programme === undefined ? undertaking.kind !== 'commitment' && !entry : !entry) continue
      const { evidence, searches, scores, guidelines } = about(inForce(judgements.get(id) ?? []), nodesOf(undertaking))
      const assessment = standingOf({ entries, members, evidence, searches, scores, guidelines, asOf, order, ...given({ due }) })
      const { parties } = scoresByParty(scores, guidelines, order)
      all.push({ id, label, direction: entry?.direction ?? '', assessment, scores: parties, ...given({ first }) })
    }
    return all
  })
}

const groupings = ['all', 'party', 'direction', 'year'] as const

const summaryUsage = usage({
  verb: 'score summary',
  calls: [['score summary', 'scores and standings, summed up']],
  options: {
    by: { value: 'WHAT', about: 'all (without it), party, direction or year', oneOf: groupings },
    csv: { about: 'the table that it is computed from, one undertaking and party a row' },
    ...scope,
    ...showing,
  },
  after:
    'Commitments count, and all that programmes declare; positions, proposals and reports bind nobody.\ndocs/scoring.md has the spreadsheet formulas that give the same figures from the table.',
})

/** The verb `score summary`. JSON: `{by, groups}`. */
export const summary = verb(summaryUsage, ({ values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const by = (values.by ?? 'all') as (typeof groupings)[number]
    const rows = scoreRows(await rated(store, values.programme, values['as-of'] ?? today()))
    const groups = aggregate(rows, by)
    if (values.json) await writeJson({ by, groups })
    else if (values.csv)
      await write(
        [SCORE_COLUMNS.join(','), ...rows.map((row) => SCORE_COLUMNS.map((name) => cell(row[name])).join(','))]
          .map((line) => `${line}\r\n`)
          .join(''),
      )
    else await writeLines(groups.flatMap(groupLines))
    return 0
  }),
)

function groupLines({ key, lines, applicable, n, share, mean, percent, states }: Aggregate): string[] {
  const scored = n ? `mean ${(mean ?? 0).toFixed(2)} (${(percent ?? 0).toFixed(0)} %)` : 'nothing scored'
  const assessed = share === undefined ? '' : `, ${(100 * share).toFixed(0)} % of ${applicable} that apply`
  const counts = Object.entries(states).map(([state, count]) => `${count} ${standings[state as keyof typeof states][1]}`)
  const wide = 20
  return [
    `${fill(harmless(key || '(none)'), wide)} ${scored} · n = ${n}${assessed}`,
    `${' '.repeat(wide)} ${lines} in all: ${counts.join(', ')}`,
  ]
}

const agreementUsage = usage({
  verb: 'score agreement',
  calls: [['score agreement', 'how well first and second coders agree']],
  options: { ...scope, ...showing },
  after: '',
})

/** The verb `score agreement`. JSON: `{pairs, same, numbers, kappaLinear?, kappaQuadratic?, alphaOrdinal?, alphaNominal?}`. */
export const agreement = verb(agreementUsage, ({ values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const figures = agreementOf((await rated(store, values.programme, values['as-of'] ?? today())).flatMap(({ scores }) => scores))
    if (values.json) await writeJson(figures)
    else await writeLines(agreementLines(figures))
    return 0
  }),
)

function agreementLines(figures: Agreement): string[] {
  const { pairs, same, numbers } = figures
  if (!pairs) return ['no party was scored by two coders under one guideline']
  const named = [
    ['weighted kappa, linear (Cohen)', figures.kappaLinear],
    ['weighted kappa, quadratic', figures.kappaQuadratic],
    ['alpha, ordinal (Krippendorff)', figures.alphaOrdinal],
    ['alpha, nominal, all values', figures.alphaNominal],
  ] as const
  return [
    `${pairs} scored by two coders, ${same} alike, ${numbers} of them with numbers on both sides`,
    ...named.map(([name, value]) => `  ${fill(name, 34)}${value === undefined ? 'not defined' : value.toFixed(3)}`),
  ]
}
