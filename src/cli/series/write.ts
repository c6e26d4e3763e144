import type { Observation, SeriesTarget } from '../../ledger/nouns.ts'
import { parsePeriod } from '../../ledger/series/period.ts'
import { CliError } from '../error.ts'
import { given } from '../given.ts'
import { judge } from '../judge.ts'
import { judging, today } from '../open.ts'
import { undertakingOf } from '../show/file.ts'
import { partDay, usage } from '../usage.ts'
import { verb } from '../verb.ts'

const qualifiers = ['rounded', 'at-least', 'at-most', 'estimate', 'forecast', 'derived', 'unverified'] as const

const number = (value: string): string | undefined =>
  /^[+-]?\d+(\.\d+)?(e[+-]?\d{1,2})?$/i.test(value) ? undefined : 'is no number; write it like 1250 or 31.2'

const period = (value: string): string | undefined => {
  const parsed = parsePeriod(value)
  return typeof parsed === 'string'
    ? 'is no period; write it like 2022, 2022-H1, 2022-Q1, 2022-03, 2022-03-31 or 2022-01..2022-07'
    : undefined
}

const addUsage = usage({
  verb: 'series add',
  calls: [['series add ID --period PERIOD --value NUMBER', 'one value of a series, with its source']],
  options: {
    period: { value: 'PERIOD', about: '2022, 2022-H1, 2022-Q1, 2022-03, 2022-03-31, 2022-01..2022-07', check: period },
    value: { value: 'NUMBER', about: 'in the unit of the series', check: number },
    scope: { value: 'WORDS', about: 'what the value covers, if not the whole series' },
    qualifier: { value: 'WHAT', about: qualifiers.join(', '), oneOf: qualifiers },
    rival: { about: 'disagrees with the value that the series is drawn with' },
    url: { value: 'ADDRESS', about: 'address of its page' },
    date: { value: 'DATE', about: 'day, month or year of its page', check: partDay },
    publisher: { value: 'NAME', about: 'who published it' },
    paraphrase: { value: 'WORDS', about: 'what the page says, in your own words; the value and its period without it' },
    note: { value: 'TEXT', about: 'anything else' },
    ...judging,
  },
  after: 'Values that conflict are kept side by side, each with its source.',
  words: [1, 1],
})

/** The verb `series add`. */
export const addValue = verb(addUsage, ({ words: [series = ''], values }) => {
  const { url, date, publisher, paraphrase, scope, note, qualifier } = values
  if (values.period === undefined || values.value === undefined)
    throw new CliError(`series add: --${values.period === undefined ? 'period' : 'value'} is missing; see stocktake series add --help`)
  const paged = [url, date, publisher, paraphrase].some(Boolean)
  const body: Observation = {
    type: 'observation',
    series,
    period: values.period,
    value: Number(values.value),
    ...given({ scope, note, qualifier: qualifier as Observation['qualifier'] }),
    ...(values.rival ? { rival: true } : {}),
    ...(paged ? { page: { ...given({ url, date, publisher }), paraphrase: paraphrase ?? `${values.value} for ${values.period}` } } : {}),
  } as Observation
  return judge(values, async () => ({ bodies: [body] }))
})

const newUsage = usage({
  verb: 'series new',
  calls: [['series new ID --label WORDS --unit WORDS', 'declares a series; a later declaration of the same id replaces it']],
  options: {
    label: { value: 'WORDS', about: 'what is counted or measured' },
    unit: { value: 'WORDS', about: 'in what unit' },
    level: { about: 'a rate or stock that does not grow with the length of the period' },
    programme: { value: 'NAME', about: 'the programme that it belongs to' },
    note: { value: 'TEXT', about: 'anything else' },
    ...judging,
  },
  after: '',
  words: [1, 1],
})

/** The verb `series new`. */
export const declare = verb(newUsage, ({ words: [id = ''], values }) => {
  const { label, unit, programme, note } = values
  if (!label || !unit) throw new CliError(`series new: --${label ? 'unit' : 'label'} is missing; see stocktake series new --help`)
  const series = { id, label, unit, ...(values.level ? { measure: 'level' as const } : {}), ...given({ programme, note }) }
  return judge(values, async () => ({ bodies: [{ type: 'series', series }] }))
})

const targetUsage = usage({
  verb: 'series target',
  calls: [['series target SERIES ID --value NUMBER', 'the value that an undertaking sets for a series']],
  options: {
    value: { value: 'NUMBER', about: 'in the unit of the series', check: number },
    'at-most': { about: 'the value is not to be passed; without it, it is to be reached' },
    until: { value: 'DATE', about: 'day, month or year by which', check: partDay },
    from: { value: 'PERIOD', about: 'where it started, for the pace: period of a value', check: period },
    note: { value: 'TEXT', about: 'anything else' },
    ...judging,
  },
  after: '',
  words: [2, 2],
})

/** The verb `series target`. */
export const target = verb(targetUsage, ({ words: [series = '', id = ''], values }) => {
  if (values.value === undefined) throw new CliError('series target: --value is missing; see stocktake series target --help')
  const direction: SeriesTarget['direction'] = values['at-most'] ? 'at-most' : 'at-least'
  const { until, from, note } = values
  return judge(values, async (store) => ({
    bodies: [
      {
        type: 'target',
        on: (await undertakingOf(store, id, today())).id,
        series,
        value: Number(values.value),
        direction,
        ...given({ until, from, note }),
      },
    ],
  }))
})
