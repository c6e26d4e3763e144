import { CompiledQuery } from 'kysely'
import type { Db, Engine } from '../connect.ts'

/** Schema 1: texts, nodes, links, journal, undertakings, search. */
export async function up(db: Db, engine: Engine): Promise<void> {
  for (const statement of engine === 'sqlite' ? sqlite() : postgres()) await db.executeQuery(CompiledQuery.raw(statement))
}

/** What both databases share. `word`: a text compared by the codes of its characters; `keyed`: how a table is kept in the order of its key. */
function tables(word: string, big: string, keyed: string): string[] {
  const row = `row ${big} primary key`
  return [
    `create table stocktake_meta (key ${word} primary key, value ${word} not null)`,
    `create table documents (${row}, id ${word} not null unique, text ${big} not null, external ${word}, date ${word}, body ${word} not null)`,
    'create index documents_text on documents (text)',
    'create index documents_date on documents (date, id)',
    'create index documents_external on documents (external) where external is not null',
    `create table texts (${row}, hash ${word} not null unique, document ${big} not null, length integer not null, lexicon ${word} not null,
      statements integer not null, damage integer not null, body ${word} not null, info ${word} not null, fingerprint ${word} not null, witness ${big})`,
    'create index texts_witness on texts (witness) where witness is not null',
    `create table text_keys (key ${big} not null, at ${big} not null, node ${big} not null, primary key (key, at, node))${keyed}`,
    `create table copies (a ${big} not null, b ${big} not null, support integer not null, primary key (a, b))${keyed}`,
    'create index copies_b on copies (b)',
    `create table nodes (${row}, id ${word} not null unique, text ${big}, body ${word} not null, features ${word} not null,
      undertaking ${big} not null, component ${big} not null)`,
    'create index nodes_text on nodes (text) where text is not null',
    'create index nodes_component on nodes (component, undertaking, id)',
    `create table keys (key ${big} not null, at ${big} not null, node ${big} not null, primary key (key, at, node))${keyed}`,
    `create table links (a ${big} not null, b ${big} not null, score double precision not null, verdict integer not null,
      support integer not null, waits integer not null, barred integer not null, primary key (a, b))${keyed}`,
    'create index links_b on links (b)',
    'create index links_waits on links (barred, score desc, a, b) where waits = 1',
    `create table judgements (seq ${big} primary key, id ${word} not null unique, type ${word} not null, body ${word} not null,
      counts integer not null, declares ${word}, takes_back ${word}, a_ref ${word}, b_ref ${word}, a ${big}, b ${big})`,
    'create index judgements_declares on judgements (declares) where declares is not null',
    'create index judgements_takes_back on judgements (takes_back) where takes_back is not null',
    'create index judgements_a_ref on judgements (a_ref) where a_ref is not null',
    'create index judgements_b_ref on judgements (b_ref) where b_ref is not null',
    'create index judgements_a on judgements (a) where a is not null',
    'create index judgements_b on judgements (b) where b is not null',
    'create index judgements_type on judgements (type, seq)',
    `create table undertakings (${row}, id ${word} not null unique, component ${big} not null, label ${word} not null, kind ${word} not null,
      force integer not null, programme ${word}, direction ${word}, first ${word} not null, last ${word} not null, due ${word} not null, statements integer not null,
      documents integer not null, evidence integer not null, scores integer not null, standing ${word} not null, turns integer not null,
      body ${word} not null)`,
    'create index undertakings_component on undertakings (component)',
    'create index undertakings_programme on undertakings (programme, direction) where programme is not null',
    'create index undertakings_last on undertakings (last desc, id)',
    'create index undertakings_first on undertakings (first, id)',
    'create index undertakings_due on undertakings (due, id)',
    'create index undertakings_statements on undertakings (statements desc, id)',
    'create index undertakings_force on undertakings (force desc, id)',
    'create index undertakings_label on undertakings (label, id)',
    'create index undertakings_standing on undertakings (standing)',
    `create table claims (undertaking ${big} not null, node ${big} not null, primary key (undertaking, node))${keyed}`,
    'create index claims_node on claims (node)',
    `create table turns (undertaking ${big} not null, since ${word} not null, standing ${word} not null, primary key (undertaking, since))${keyed}`,
    'create index turns_standing on turns (standing)',
    `create table facets (facet integer not null, value ${word} not null, last ${word} not null, undertaking ${big} not null,
      primary key (facet, value, last, undertaking))${keyed}`,
    'create index facets_undertaking on facets (undertaking)',
    `create table passages (${row}, text ${big} not null, start integer not null, stop integer not null)`,
    'create index passages_text on passages (text)',
  ]
}

function sqlite(): string[] {
  const words = (name: string) =>
    `create virtual table ${name} using fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')`
  return [...tables('text', 'integer', ' without rowid'), words('statement_words'), words('passage_words')]
}

function postgres(): string[] {
  const words = (name: string) => [
    `create table ${name} (rowid bigint primary key, words tsvector not null)`,
    `create index ${name}_gin on ${name} using gin (words)`,
  ]
  return [...tables('text collate "C"', 'bigint', ''), ...words('statement_words'), ...words('passage_words')]
}
