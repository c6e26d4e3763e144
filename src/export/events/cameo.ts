import { column, type Table } from '../csv/table.ts'
import { actorCode } from '../states.ts'
import { type Event, eventsOf } from './event.ts'

const actors = (parties: readonly string[]): readonly string[] => parties.map((party) => actorCode(party) ?? party)

/** One row a wording, coded by CAMEO. One without a sure code stays, with the reason. */
export const cameo: Table<Event> = {
  name: 'events.cameo',
  about: 'Wordings of undertakings as events of CAMEO. Parties are lists, and never multiplied into pairs.',
  key: ['undertaking', 'statement'],
  columns: [
    column('date', 'Day of the document', ({ member }) => member.date),
    column('source', 'Who acts or asks: ISO 3166-1 alpha-3, IGO, else a name', ({ source }) => actors(source), 'list'),
    column('target', 'Towards whom', ({ target }) => actors(target), 'list'),
    column('code', 'Leaf or root of CAMEO; empty: none that is sure', ({ codes, source }) => (source.length ? codes.cameo : '')),
    column('root', 'Its first two digits', ({ codes, source }) => (source.length ? codes.cameo.slice(0, 2) : '')),
    column('note', 'Why there is no code, or what it leaves open', ({ codes, source }) =>
      source.length ? codes.note : 'the text does not say who acts',
    ),
    column('kind', 'commitment, proposal, position or report', ({ member: { statement: s } }) => s.kind),
    column('force', 'How strongly it binds', ({ member: { statement: s } }) => s.force),
    column('aspect', 'new, continuing, resumed or reaffirmed', ({ member: { statement: s } }) => s.aspect),
    column('negated', 'yes: that it will not be done', ({ member: { statement: s } }) => s.negated ?? false, 'boolean'),
    column('act', 'Verb of the act', ({ member: { statement: s } }) => s.act),
    column('act_class', 'Its class', ({ codes }) => codes.act),
    column('attribution', 'Who said so', ({ member: { statement: s } }) => s.attribution),
    column('quantity', 'Quantity that it sets, as worded', ({ member: { statement: s } }) => s.target?.phrase),
    column('deadline', 'Time limit, as worded', ({ member: { statement: s } }) => s.deadline?.phrase),
    column('deadline_to', 'Its last day, where known', ({ member: { statement: s } }) => s.deadline?.to),
    column('condition', 'What it depends on', ({ member: { statement: s } }) => s.condition),
    column('doubt', 'Why the statement should be looked at before it is used', ({ member: { statement: s } }) => s.doubt),
    column('mentions', 'Documents that print the text, copies among them', ({ mentions }) => mentions, 'integer'),
    column('undertaking', 'The undertaking that it belongs to', ({ undertaking }) => undertaking),
    column('statement', 'Name of the statement', ({ member: { statement: s } }) => s.id),
    column('document', 'The document of its text that counts', ({ member }) => member.document),
    column('from', 'First character of the wording, in UTF-16 code units', ({ member: { statement: s } }) => s.span.from, 'integer'),
    column('to', 'Character after its last', ({ member: { statement: s } }) => s.span.to, 'integer'),
    column('quote', 'The wording', ({ member: { statement: s } }) => s.quote),
  ],
  rows: eventsOf,
}
