import type { Of } from '../../ledger/nouns.ts'
import { progressOf } from '../../ledger/series/target.ts'
import type { Store } from '../../store/store.ts'
import type { SeriesFound } from '../../store/types.ts'
import { CliError } from '../error.ts'
import { harmless } from '../harmless.ts'
import { showing, today, withStore } from '../open.ts'
import { writeJson, writeLines } from '../output.ts'
import { type Screen, screen } from '../screen.ts'
import { day, usage } from '../usage.ts'
import { group, verb } from '../verb.ts'
import { progressLines, seriesLine, seriesLines } from './view.ts'
import { addValue, declare, target } from './write.ts'

const asOf = { 'as-of': { value: 'DATE', about: 'as known on this day instead of today', check: day } } as const

const listUsage = usage({
  verb: 'series list',
  calls: [['series list', 'every series: its course, first and last value']],
  options: { ...asOf, ...showing },
  after: '',
})

/** The verb `series list`. JSON: `{series: [{series, observations, targets}]}`. */
const list = verb(listUsage, ({ values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const all = await store.series()
    const on = values['as-of'] ?? today()
    if (values.json) await writeJson({ series: all })
    else if (!all.length) await writeLines(['no series; stocktake series new declares one'])
    else await writeLines(all.map(({ series, observations }) => seriesLine(series, observations, on, screen(values))))
    return 0
  }),
)

const showUsage = usage({
  verb: 'series show',
  calls: [['series show ID', 'every value with its source, and how far it is on the way to its targets']],
  options: { ...asOf, ...showing },
  after: '',
  words: [1, 1],
})

/** The verb `series show`. JSON: `{series, observations, targets: [{target, progress}]}`. */
const show = verb(showUsage, ({ words: [id = ''], values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const { series, observations, targets } = await seriesOf(store, id)
    const on = values['as-of'] ?? today()
    const paces = targets.map((one) => ({ target: one, progress: progressOf(one, series, observations, on) }))
    if (values.json) await writeJson({ series, observations, targets: paces })
    else {
      await writeLines(seriesLines(series, observations, on, screen(values)))
      for (const pace of paces) await writeLines(await targetLines(store, pace, on, screen(values)))
    }
    return 0
  }),
)

type Pace = { readonly target: Of<'target'>; readonly progress: ReturnType<typeof progressOf> }

async function targetLines(store: Store, { target: one, progress }: Pace, on: string, drawn: Screen): Promise<string[]> {
  const undertaking = await store.undertaking(one.on, { asOf: on })
  return [
    '',
    harmless(`── ${undertaking ? `${undertaking.id} · ${undertaking.label}` : one.on}`),
    ...progressLines(progress, drawn, one.id),
  ]
}

/** The series of an id, or of the only id that begins or ends so. Throws `CliError` where there is none, or more than one. */
async function seriesOf(store: Store, id: string): Promise<SeriesFound> {
  const all = await store.series()
  const exact = all.find(({ series }) => series.id === id)
  const near = all.filter(({ series }) => series.id.startsWith(id) || series.id.endsWith(`/${id}`))
  const [only] = exact ? [exact] : near
  if (only && (exact || near.length === 1)) return only
  throw new CliError(`${id}: ${near.length ? `${near.length} series begin so` : 'no series has this id'}; stocktake series list shows them`)
}

/** The verbs under `series`. */
export const seriesVerb = group('series', { list, show, add: addValue, new: declare, target })
