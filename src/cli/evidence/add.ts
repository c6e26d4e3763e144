import type { Certainty, Evidence, Shows } from '../../ledger/nouns.ts'
import type { Store } from '../../store/store.ts'
import { CliError } from '../error.ts'
import { given, some } from '../given.ts'
import { judge } from '../judge.ts'
import { showings, standings } from '../marks.ts'
import { judging, today } from '../open.ts'
import { undertakingOf } from '../show/file.ts'
import { type Call, day, partDay, usage, whole, wrong } from '../usage.ts'
import { verb } from '../verb.ts'
import { passageOf } from './quote.ts'

const certainties = ['high', 'medium', 'low'] as const

const addUsage = usage({
  verb: 'evidence add',
  calls: [
    ['evidence add ID --shows WHAT --document D --quote "…"', 'a passage of a document of the ledger, checked against its text'],
    ['evidence add ID --shows WHAT --url … --paraphrase "…"', 'a page known by its address; the words are your own'],
    ['evidence add ID --shows WHAT --series S --period P', 'a value of a series'],
  ],
  options: {
    shows: {
      value: 'WHAT',
      about: `${Object.keys(showings).join(', ')}; a promise said again only restates`,
      oneOf: Object.keys(showings),
    },
    certainty: { value: 'HOW', about: 'high, medium (without it) or low', oneOf: certainties },
    when: { value: 'DATE', about: 'day, month or year of the deed', check: partDay },
    party: { value: 'CODE', about: 'whose deed; without it, of all parties; may be given more than once', many: true },
    document: { value: 'ID', about: 'document of the passage' },
    quote: { value: 'WORDS', about: 'words of the passage as they stand in the document' },
    at: {
      value: 'OFFSET',
      about: 'where the passage begins, if its words stand there more than once',
      check: whole(0, 999_999_999, 'offset'),
    },
    url: { value: 'ADDRESS', about: 'address of the page' },
    date: { value: 'DATE', about: 'day, month or year of the page', check: partDay },
    publisher: { value: 'NAME', about: 'who published the page' },
    paraphrase: { value: 'WORDS', about: 'what the page says, in your own words' },
    via: { value: 'WORDS', about: 'how the page was seen, if not itself' },
    series: { value: 'ID', about: 'series of the value' },
    period: { value: 'PERIOD', about: 'period of the value: 2022, 2022-H1, 2022-Q1, 2022-03, 2022-03-31, 2022-01..2022-07' },
    unverified: { about: 'nobody could check it: shown so, and never decides a standing alone' },
    note: { value: 'TEXT', about: 'anything else' },
    ...judging,
  },
  after: '',
  words: [1, 1],
})

type Values = Call<typeof addUsage.options>['values']

/** The verb `evidence add`. */
export const addEvidence = verb(addUsage, ({ words: [id = ''], values }) => {
  const kind = kindOf(values)
  return judge(values, async (store) => ({
    bodies: [await bodyOf(store, (await undertakingOf(store, id, today())).id, kind, values)],
    say: () => standingNow(store, id),
  }))
})

/** Which of the three kinds of evidence a call gives. Throws `CliError` where it gives none, two, or half of one. */
function kindOf(values: Values): 'passage' | 'page' | 'observation' {
  if (!values.shows) throw new CliError(`evidence add: --shows is missing; one of ${Object.keys(showings).join(', ')}`)
  const kinds = [
    ['passage', ['document', 'quote']],
    ['page', ['paraphrase']],
    ['observation', ['series', 'period']],
  ] as const
  const named = kinds.filter(
    ([kind, keys]) => keys.some((key) => values[key]) || (kind === 'page' && (values.url || values.publisher || values.date)),
  )
  const [first] = named
  if (!first || named.length > 1)
    throw new CliError('evidence add: give one of --document with --quote, --paraphrase with --url, or --series with --period')
  const [kind, keys] = first
  const lacking = keys.find((key) => !values[key])
  if (lacking)
    throw wrong(
      addUsage,
      `--${lacking}`,
      `is missing; ${kind === 'page' ? 'say what the page says' : `it goes with --${keys.find((key) => key !== lacking)}`}`,
    )
  return kind
}

async function bodyOf(store: Store, on: string, kind: 'passage' | 'page' | 'observation', values: Values): Promise<Evidence> {
  const {
    when,
    note,
    unverified,
    url,
    date,
    publisher,
    paraphrase = '',
    via,
    series = '',
    period = '',
    document = '',
    quote = '',
    at,
  } = values
  const source =
    kind === 'passage'
      ? { passage: await passageOf(store, document, quote, at === undefined ? undefined : Number(at)) }
      : kind === 'page'
        ? { page: { ...given({ url, date, publisher, via }), paraphrase } }
        : { observation: { series, period } }
  return {
    type: 'evidence',
    on,
    shows: values.shows as Shows,
    certainty: (values.certainty ?? 'medium') as Certainty,
    ...given({ date: when, parties: some(values.party), note }),
    ...(unverified ? { unverified } : {}),
    ...source,
  }
}

/** The standing of an undertaking after a judgement, as a line. */
export async function standingNow(store: Store, id: string): Promise<string[]> {
  const undertaking = await undertakingOf(store, id, today())
  return [`${undertaking.id} · ${undertaking.label}: ${standings[undertaking.standing].slice(0, 2).join(' ')}`]
}

const noneUsage = usage({
  verb: 'evidence none',
  calls: [['evidence none ID --where PLACE... --query WORDS', 'somebody looked and found nothing: only this makes "nothing found"']],
  options: {
    where: { value: 'PLACE', about: 'where was looked; may be given more than once', many: true },
    query: { value: 'WORDS', about: 'what was looked for' },
    until: { value: 'DATE', about: 'last day that the search covers; today without it', check: day },
    party: { value: 'CODE', about: 'whose deed was looked for; without it, of all parties' },
    ...judging,
  },
  after: '',
  words: [1, 1],
})

/** The verb `evidence none`: a log of a search without result. */
export const noEvidence = verb(noneUsage, ({ words: [id = ''], values }) => {
  const { where, query, until = today(), party } = values
  if (!where.length || !query) throw new CliError(`evidence none: --${query ? 'where' : 'query'} is missing; say where was looked for what`)
  return judge(values, async (store) => ({
    bodies: [{ type: 'search', on: (await undertakingOf(store, id, today())).id, where, query, until, ...given({ party }) }],
    say: () => standingNow(store, id),
  }))
})
