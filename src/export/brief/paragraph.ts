import { nameOf } from '../../ledger/documents.ts'
import type { Document, Member, Page, SeriesDeclared, Undertaking } from '../../ledger/nouns.ts'
import { stateName } from '../../lexicon/state-names.ts'
import type { InForceOf } from '../rows.ts'
import { inline, link } from './markdown.ts'

/** What people added about one undertaking, in the order of the journal. */
export interface Judged {
  readonly evidence: readonly InForceOf<'evidence'>[]
  readonly searches: readonly InForceOf<'search'>[]
  readonly scores: readonly InForceOf<'score'>[]
}

/** What the words of a brief point to. */
export interface Sources {
  readonly documents: ReadonlyMap<string, Document>
  readonly series: ReadonlyMap<string, SeriesDeclared['series']>
  readonly observations: readonly InForceOf<'observation'>[]
}

const joined = (parts: readonly (string | undefined)[], by = ', '): string => parts.filter((part) => part).join(by)
const plain = (text: string | undefined): string | undefined => (text === undefined ? undefined : inline(text, 160))

/** Parties by name, where the lexicon has one. */
export const named = (parties: readonly string[], by = ', '): string =>
  joined(
    parties.map((party) => plain(stateName(party) ?? party)),
    by,
  )

/** `not-yet-due` as people write it. */
export const spoken = (name: string): string => name.replaceAll('-', ' ')
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Publisher, title and day of a document, linked where it has an address of the web. */
export function sourceOf(document: Document | undefined): string {
  if (!document) return 'source not in the ledger'
  const { publisher, title, date, url } = document
  return joined([link(joined([plain(publisher), plain(title)]) || plain(nameOf(document)) || 'document', url), plain(date) ?? 'no date'])
}

const pageOf = ({ publisher, date, url, via }: Page): string =>
  joined([link(plain(publisher) ?? 'page', url), plain(date), via === undefined ? undefined : `seen by ${plain(via)}`])

/** The latest wording that promises or asks, else the latest. Copies do not count. */
export function latest(members: readonly Member[]): Member | undefined {
  const own = members.filter((member) => !member.witnessOf)
  return own.findLast(({ statement: { kind } }) => kind === 'commitment' || kind === 'proposal') ?? own.at(-1)
}

function proof(
  { judgement: { shows, certainty, date, parties, passage, page, observation, unverified, note } }: InForceOf<'evidence'>,
  from: Sources,
): string {
  const what = passage
    ? `“${inline(passage.quote)}” (${sourceOf(from.documents.get(passage.document))})`
    : page
      ? `${inline(page.paraphrase)} (${pageOf(page)})`
      : observation
        ? value(observation, from)
        : ''
  const head = joined([
    capital(shows),
    `${certainty} certainty`,
    plain(date),
    parties?.length ? `by ${named(parties, ' and ')}` : undefined,
    unverified ? 'not verified' : undefined,
  ])
  return joined([`- ${head}: ${what}`, note === undefined ? undefined : inline(note)], ' Note: ')
}

/** The value that a series is drawn with, for the period that evidence names. */
function value({ series, period }: { readonly series: string; readonly period: string }, from: Sources): string {
  const { label = series, unit } = from.series.get(series) ?? {}
  const seen = from.observations.find(({ judgement: j }) => j.series === series && j.period === period && !j.rival && !j.scope)?.judgement
  const number =
    seen === undefined ? 'no value in the ledger' : joined([seen.qualifier && spoken(seen.qualifier), String(seen.value), plain(unit)], ' ')
  return `${plain(label)}, ${plain(period)}: ${number}`
}

function search({ judgement: { party, where, query, until } }: InForceOf<'search'>): string {
  const whose = party === undefined ? '' : ` for ${named([party])}`
  return `- Searched${whose} until ${plain(until)}, nothing found: “${inline(query, 200)}” in ${joined(where.map(plain))}`
}

const signs: Readonly<Record<string, string>> = { 1: '+1 (full)', 0: '0 (partial or under way)', '-1': '-1 (none or contrary)' }

const score = ({ judgement: { party, value, stage, role, by } }: InForceOf<'score'>): string =>
  `- Score of ${named([party])}: ${joined([signs[value] ?? spoken(String(value)), stage === undefined ? undefined : `stage ${stage} of 3`])} by ${plain(by)}, ${role}`

/** By the day of the deed, else of the page; those without any last. */
function inTime(evidence: Judged['evidence']): Judged['evidence'] {
  const day = ({ judgement: { date, page } }: Judged['evidence'][number]): string => date ?? page?.date ?? '\uffff'
  return [...evidence].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

/** The paragraphs of one undertaking: its standing, its latest wording with its source, what shows what became of it. */
export function paragraphs(undertaking: Undertaking, judged: Judged, from: Sources): string {
  const { label, standing, kind, force, parties, due, members, first } = undertaking
  const own = members.filter((member) => !member.witnessOf).length
  const known = own
    ? `${own} ${own === 1 ? 'wording' : 'wordings'}${first ? ` since ${plain(first)}` : ''}`
    : 'declared; no wording of it is in the ledger'
  const bound = named(parties) || 'parties not named'
  const head = joined([`${kind}${force === 'none' ? '' : `, ${force}`}`, bound, due && `due ${plain(due)}`, known], '; ')
  const wording = latest(members)
  const quote = wording && `> ${inline(wording.statement.quote)}\n>\n> — ${sourceOf(from.documents.get(wording.document))}`
  const shown = [...inTime(judged.evidence).map((row) => proof(row, from)), ...judged.searches.map(search), ...judged.scores.map(score)]
  const proofs = shown.length ? shown.join('\n') : 'No evidence, no search and no score is in the ledger.'
  return joined([`### ${inline(label, 200)}`, `**${capital(spoken(standing))}.** ${capital(head)}.`, quote, proofs], '\n\n')
}

/** One line for an undertaking that nobody has assessed. */
export function line({ label, members }: Undertaking, from: Sources): string {
  const wording = latest(members)
  return `- ${inline(label, 300)}${wording ? ` — ${sourceOf(from.documents.get(wording.document))}` : ''}`
}
