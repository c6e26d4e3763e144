import type { Dump } from '../../ledger/dump.ts'
import type { Judgement, JudgementHead, Page } from '../../ledger/nouns.ts'
import { gather, type InForceOf, ofType } from '../rows.ts'
import { type Column, column, type Table } from './table.ts'

type Judged = { readonly judgement: JudgementHead; readonly undertaking?: string; readonly orphaned?: true }

/** Rows of the judgements of one type. */
const of = <T extends Judgement['type']>(type: T) =>
  async function* (dump: Dump): AsyncGenerator<InForceOf<T>> {
    yield* ofType(await gather(dump.journal), type)
  }

const made: readonly Column<Judged>[] = [
  column('by', 'Who judged: a person or programme:NAME', ({ judgement: j }) => j.by),
  column('at', 'When it was appended, UTC', ({ judgement: j }) => j.at),
  column('reason', 'Why', ({ judgement: j }) => j.reason),
]
const id = column<Judged>('id', 'Name of the judgement', ({ judgement: j }) => j.id)
const where: readonly Column<Judged & { readonly judgement: { readonly on: string } }>[] = [
  id,
  column('undertaking', 'The undertaking that it belongs to now; empty where it is orphaned', (r) => r.undertaking),
  column('on', 'The statement or entry that it was made on', ({ judgement: j }) => j.on),
  column('orphaned', 'yes: the statement is no longer read', (r) => r.orphaned ?? false, 'boolean'),
]
const page: readonly Column<Judged & { readonly judgement: { readonly page?: Page } }>[] = [
  column('url', 'Address of a page', ({ judgement: j }) => j.page?.url),
  column('page_date', 'Its day', ({ judgement: j }) => j.page?.date),
  column('publisher', 'Its publisher', ({ judgement: j }) => j.page?.publisher),
  column('language', 'Its language', ({ judgement: j }) => j.page?.language),
  column('paraphrase', "What it says, in the judge's words", ({ judgement: j }) => j.page?.paraphrase),
  column('via', 'How it was seen, where not by itself', ({ judgement: j }) => j.page?.via),
]
const ofUndertaking = [['undertaking', 'undertakings', 'id']] as const

/** One row a piece of evidence. */
export const evidence: Table<InForceOf<'evidence'>> = {
  name: 'evidence',
  about: 'What became of undertakings, and what shows it: a passage, a page or an observation.',
  key: ['id'],
  links: [...ofUndertaking, ['document', 'documents', 'id']],
  columns: [
    ...where,
    column('shows', 'delivers, progress, contradicts or restates', ({ judgement: j }) => j.shows),
    column('certainty', 'high, medium or low', ({ judgement: j }) => j.certainty),
    column('date', 'Of the deed: a day, a month or a year', ({ judgement: j }) => j.date),
    column('parties', 'Whose deed; empty: of all parties', ({ judgement: j }) => j.parties, 'list'),
    column('document', 'Document of a passage', ({ judgement: j }) => j.passage?.document),
    column('from', 'First character of it', ({ judgement: j }) => j.passage?.span.from, 'integer'),
    column('to', 'Character after its last', ({ judgement: j }) => j.passage?.span.to, 'integer'),
    column('quote', 'Its words', ({ judgement: j }) => j.passage?.quote),
    ...page,
    column('series', 'Series of an observation', ({ judgement: j }) => j.observation?.series),
    column('period', 'Its period', ({ judgement: j }) => j.observation?.period),
    column('unverified', 'yes: nobody could check it against a stored page', ({ judgement: j }) => j.unverified ?? false, 'boolean'),
    column('note', 'Note', ({ judgement: j }) => j.note),
    ...made,
  ],
  rows: of('evidence'),
}

/** One row a score that one coder gave. */
export const codings: Table<InForceOf<'score'>> = {
  name: 'codings',
  about: 'Scores as each coder gave them, for one party of one undertaking each.',
  key: ['id'],
  links: ofUndertaking,
  columns: [
    ...where,
    column('party', 'Who is scored', ({ judgement: j }) => j.party),
    column('value', '1 full, 0 partial, -1 none or contrary; not-applicable, unverifiable', ({ judgement: j }) => j.value),
    column('stage', '0 not begun, 1 minimal, 2 intermediate, 3 full', ({ judgement: j }) => j.stage, 'integer'),
    column('role', 'first, second or adjudication', ({ judgement: j }) => j.role),
    column('guideline', 'The guideline that it follows', ({ judgement: j }) => j.guideline),
    ...made,
    column('evidence', 'The pieces of evidence that it rests on', ({ judgement: j }) => j.evidence, 'list'),
  ],
  rows: of('score'),
}

/** One row a guideline. */
export const guidelines: Table<InForceOf<'guideline'>> = {
  name: 'guidelines',
  about: 'What counts as kept, written before looking.',
  key: ['id'],
  links: ofUndertaking,
  columns: [
    ...where,
    column('parties', 'For whom; empty: for all', ({ judgement: j }) => j.parties, 'list'),
    column('window_from', 'First day that is looked at', ({ judgement: j }) => j.window.from),
    column('window_to', 'Last day; empty: open', ({ judgement: j }) => j.window.to),
    column('full', 'What counts as full', ({ judgement: j }) => j.full),
    column('partial', 'What counts as partial', ({ judgement: j }) => j.partial),
    column('none', 'What counts as none', ({ judgement: j }) => j.none),
    column('contrary', 'What counts as contrary', ({ judgement: j }) => j.contrary),
    ...made,
  ],
  rows: of('guideline'),
}

/** One row a search that found nothing. */
export const searches: Table<InForceOf<'search'>> = {
  name: 'searches',
  about: 'Where somebody looked and found nothing.',
  key: ['id'],
  links: ofUndertaking,
  columns: [
    ...where,
    column('party', 'Whose deed was looked for; empty: of all parties', ({ judgement: j }) => j.party),
    column('where', 'Where', ({ judgement: j }) => j.where, 'list'),
    column('query', 'What was looked for', ({ judgement: j }) => j.query),
    column('until', 'Last day that the search covers', ({ judgement: j }) => j.until),
    ...made,
  ],
  rows: of('search'),
}

/** One row a value of a series. */
export const observations: Table<InForceOf<'observation'> & { readonly label?: string; readonly unit?: string }> = {
  name: 'observations',
  about: 'Values of series. Those that disagree stand side by side, each with its source.',
  key: ['id'],
  columns: [
    id,
    column('series', 'Name of the series', ({ judgement: j }) => j.series),
    column('label', 'What it counts', (r) => r.label),
    column('period', 'A year, half, quarter, month or day, or FROM..TO', ({ judgement: j }) => j.period),
    column('scope', 'What the value covers, where not all', ({ judgement: j }) => j.scope),
    column('value', 'The value', ({ judgement: j }) => j.value, 'number'),
    column('unit', 'Of what', (r) => r.unit),
    column('qualifier', 'rounded, at-least, at-most, estimate, forecast, derived or unverified', ({ judgement: j }) => j.qualifier),
    column('rival', 'yes: disagrees with the one that the series is drawn with', ({ judgement: j }) => j.rival ?? false, 'boolean'),
    ...page,
    column('note', 'Note', ({ judgement: j }) => j.note),
    ...made,
  ],
  async *rows(dump) {
    const journal = await gather(dump.journal)
    const known = new Map(ofType(journal, 'series').map(({ judgement: { series } }) => [series.id, series]))
    for (const row of ofType(journal, 'observation')) {
      const { label, unit } = known.get(row.judgement.series) ?? {}
      yield { ...row, ...(label === undefined ? {} : { label }), ...(unit === undefined ? {} : { unit }) }
    }
  },
}

/** One row a target that an undertaking sets for a series. */
export const targets: Table<InForceOf<'target'>> = {
  name: 'targets',
  about: 'What undertakings set for series.',
  key: ['id'],
  links: ofUndertaking,
  columns: [
    ...where,
    column('series', 'Name of the series', ({ judgement: j }) => j.series),
    column('value', 'What is to be reached', ({ judgement: j }) => j.value, 'number'),
    column('direction', 'at-least or at-most', ({ judgement: j }) => j.direction),
    column('until', 'By when', ({ judgement: j }) => j.until),
    column('from', 'Period that it starts from', ({ judgement: j }) => j.from),
    column('set_by', "Who set it, where not the undertaking's own wording", ({ judgement: j }) => j.setBy),
    ...page,
    column('note', 'Note', ({ judgement: j }) => j.note),
    ...made,
  ],
  rows: of('target'),
}
