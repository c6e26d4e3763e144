import type { Suggestion } from '../../ledger/dump.ts'
import type { Document, Member, Undertaking } from '../../ledger/nouns.ts'
import type { Statement } from '../../model.ts'
import { type Column, column, type Table } from './table.ts'

/** One row a published copy. */
export const documents: Table<Document> = {
  name: 'documents',
  about: 'Published copies of texts. Two that print the same characters have the same hash.',
  key: ['id'],
  columns: [
    column('id', 'Name of the document', (d) => d.id),
    column('external_id', 'The name that it was added under', (d) => d.externalId),
    column('hash', 'SHA-256 of its text', (d) => d.hash),
    column('title', 'Title', (d) => d.title),
    column('date', 'Day of publication, ISO 8601 where the source has it so', (d) => d.date),
    column('publisher', 'Who published it', (d) => d.publisher),
    column('url', 'Address', (d) => d.url),
    column('language', 'BCP 47 tag', (d) => d.language),
  ],
  async *rows(dump) {
    yield* dump.documents
  },
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** One row an undertaking. */
export const undertakings: Table<Undertaking> = {
  name: 'undertakings',
  about: 'Clusters of statements and entries that promise the same, with what became of each.',
  key: ['id'],
  columns: [
    column('id', 'Name of the undertaking', (u) => u.id),
    column('label', 'What it is about', (u) => u.label),
    column('kind', 'commitment, proposal, position or report', (u) => u.kind),
    column('force', "The latest wording's: binding, agreed, intent, ready, should or none", (u) => u.force),
    column('standing', 'What became of it, by the evidence and scores of the ledger', (u) => u.standing),
    column('parties', 'Whose it is', (u) => u.parties, 'list'),
    column('topics', 'Topics', (u) => u.topics, 'list'),
    column('mechanisms', 'Bodies and instruments named', (u) => u.mechanisms, 'list'),
    column('places', 'Places named', (u) => u.places, 'list'),
    column('programmes', 'Programmes that declare it', (u) => unique(u.entries.map((e) => e.programme)), 'list'),
    column('directions', 'Directions of those programmes', (u) => unique(u.entries.map((e) => e.direction)), 'list'),
    column('first', 'Day of the earliest wording', (u) => u.first),
    column('last', 'Day of the latest wording', (u) => u.last),
    column('due', 'Earliest day that some wording sets', (u) => u.due),
    column('statements', 'Wordings, copies of a text counted once', (u) => u.members.filter((m) => !m.witnessOf).length, 'integer'),
    column('witnesses', 'Wordings in copies', (u) => u.members.filter((m) => m.witnessOf).length, 'integer'),
  ],
  async *rows(dump) {
    yield* dump.undertakings
  },
}

type Row = Member & { readonly undertaking: string }

const wording: readonly Column<Row>[] = [
  column('from', 'First character of the wording in the text, in UTF-16 code units', ({ statement: s }) => s.span.from, 'integer'),
  column('to', 'Character after its last', ({ statement: s }) => s.span.to, 'integer'),
  column('quote', 'The wording', ({ statement: s }) => s.quote),
  column('kind', 'commitment, proposal, position or report', ({ statement: s }) => s.kind),
  column('force', 'How strongly it binds', ({ statement: s }) => s.force),
  column('parties', 'Who is bound, stands or acted', ({ statement: s }) => s.parties, 'list'),
  column('proposers', 'Who asks; proposals only', ({ statement: s }) => s.proposers, 'list'),
  column('addressees', 'To or for whom', ({ statement: s }) => s.addressees, 'list'),
  column('attribution', 'Who said so', ({ statement: s }) => s.attribution),
  column('act', 'Verb of the act, base form', ({ statement: s }) => s.act),
  column('aspect', 'new, continuing, resumed or reaffirmed', ({ statement: s }) => s.aspect),
  column('negated', 'yes: that it will not be done', ({ statement: s }) => s.negated ?? false, 'boolean'),
  column('hedges', 'Words that weaken it', ({ statement: s }) => s.hedges, 'list'),
  column('condition', 'What it depends on', ({ statement: s }) => s.condition),
  column('mechanisms', 'Bodies and instruments named', ({ statement: s }) => s.mechanisms, 'list'),
  column('places', 'Places named', ({ statement: s }) => s.places, 'list'),
  column('topics', 'Topics', ({ statement: s }) => s.topics, 'list'),
  column('target', 'Quantity that it sets, as worded', ({ statement: s }) => s.target?.phrase),
  column('target_quantity', 'The number of it', ({ statement: s }) => s.target?.quantity, 'number'),
  column('target_unit', 'Of what', ({ statement: s }) => s.target?.unit),
  column('target_frequency', 'How often', ({ statement: s }) => s.target?.frequency),
  column('deadline', 'Time limit, as worded', ({ statement: s }) => s.deadline?.phrase),
  column('deadline_bound', 'by, before, within, from-to or vague', ({ statement: s }) => s.deadline?.bound),
  column('deadline_from', 'First day of it, where known', ({ statement: s }) => s.deadline?.from),
  column('deadline_to', 'Last day of it, where known', ({ statement: s }) => s.deadline?.to),
  column('precision', '0 to 5: object, quantity, place, body or instrument, date', ({ statement: s }) => s.precision, 'integer'),
  column('point', 'Number of the point of the text under which it stands', ({ statement: s }) => s.point?.number, 'integer'),
  column('doubt', 'Why it should be looked at before it is used', ({ statement: s }) => s.doubt),
  column('judged', 'Fields that a person gave; span: a person drew the statement', ({ statement: s }) => judgedIn(s), 'list'),
]

/** The fields of a statement that are a person's, by name. */
const judgedIn = ({ grounds }: Statement): string[] =>
  Object.keys(grounds)
    .filter((field) => grounds[field]?.basis === 'judged')
    .sort()

/** One row a wording in an undertaking. */
export const statements: Table<Row> = {
  name: 'statements',
  about: 'Wordings of undertakings, each at its place in its text. A wording that several undertakings share has a row in each.',
  key: ['undertaking', 'id'],
  links: [
    ['undertaking', 'undertakings', 'id'],
    ['document', 'documents', 'id'],
  ],
  columns: [
    column('undertaking', 'The undertaking that it belongs to', (m) => m.undertaking),
    column('id', 'Name of the statement', (m) => m.statement.id),
    column('document', 'The document of its text that counts', (m) => m.document),
    column('date', 'Day of that document', (m) => m.date),
    ...wording,
    column('relation', 'To the nearest earlier wording of the undertaking', (m) => m.relation),
    column('relation_to', 'That wording', (m) => m.to),
    column('link_by', 'Who put it there: a person, a programme or stocktake', (m) => m.link?.by),
    column('link_score', 'How alike the two are, 0 to 1', (m) => m.link?.score, 'number'),
    column('witness_of', 'Hash of the text that its own is a copy of: it counts once', (m) => m.witnessOf),
  ],
  async *rows(dump) {
    for await (const { id, members } of dump.undertakings) for (const member of members) yield { ...member, undertaking: id }
  },
}

const end = (name: 'a' | 'b', which: string): readonly Column<Suggestion>[] => [
  column(name, `The ${which}: a statement or an entry`, (s) => s[name].node),
  column(`${name}_undertaking`, 'Its undertaking', (s) => s[name].undertaking),
  column(`${name}_document`, 'Its document; empty for an entry', (s) => s[name].document),
  column(`${name}_from`, 'First character of it', (s) => s[name].span?.from, 'integer'),
  column(`${name}_to`, 'Character after its last', (s) => s[name].span?.to, 'integer'),
]

/** One row a link that waits for a person. */
export const suggestions: Table<Suggestion> = {
  name: 'suggestions',
  about: 'Links that wait for a person to accept or refuse them.',
  key: ['a', 'b'],
  links: [
    ['a_undertaking', 'undertakings', 'id'],
    ['b_undertaking', 'undertakings', 'id'],
    ['a_document', 'documents', 'id'],
    ['b_document', 'documents', 'id'],
  ],
  columns: [
    ...end('a', 'one'),
    ...end('b', 'other'),
    column('score', 'How alike the two are, 0 to 1', (s) => s.score, 'number'),
    column(
      'parts',
      'name, value and weight of each part of the score',
      (s) => s.parts.map((p) => `${p.name} ${p.value} ${p.weight}`),
      'list',
    ),
    column('barriers', "Why the two can never be the same without a person's word", (s) => s.barriers, 'list'),
  ],
  async *rows(dump) {
    yield* dump.suggestions
  },
}
