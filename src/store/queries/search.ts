import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { notesOf } from '../../ledger/notes.ts'
import type { Document, Entry, Judgement } from '../../ledger/nouns.ts'
import type { Statement } from '../../model.ts'
import type { Connection, Db, Engine } from '../connect.ts'
import { unpack } from '../database/columns.ts'
import { loadNodes } from '../database/load.ts'
import { chunks, gather } from '../database/rows.ts'
import type { Found, Hit } from '../types.ts'
import { type Term, termsOf, toFts5, toTsquery, wordsOf } from '../words.ts'

/** How many rows are looked at for a query: the latest added, where there are more. */
const LOOKED_AT = 120

type Searched = 'statement_words' | 'passage_words' | 'note_words'

/** The condition that a row of a table of words has all words of a query; undefined where the query has none. The one place where the databases differ. */
export function matches(table: Searched, query: string, engine: Engine): RawBuilder<SqlBool> | undefined {
  const terms = termsOf(query)
  if (terms.length === 0) return undefined
  return engine === 'sqlite'
    ? sql<SqlBool>`${sql.table(table)} match ${toFts5(terms)}`
    : sql<SqlBool>`words @@ ${toTsquery(terms)}::tsquery`
}

/** Statements, entries, passages of texts and notes of people that have the words of a query, those that say them most densely first. */
export async function search(connection: Pick<Connection, 'db' | 'engine'>, query: string, limit: number): Promise<Found> {
  const { db } = connection
  const terms = termsOf(query)
  const statements = await rowsWith(connection, 'statement_words', query)
  const hits: { hit: Hit; weight: number; key: string }[] = []
  const undertakings = new Map<number, string>()
  const nodes = await loadNodes(db, 'row', statements)
  const ids = await gather(new Set(nodes.map((one) => one.undertaking)), (some) =>
    db.selectFrom('undertakings').select(['row', 'id']).where('row', 'in', some).execute(),
  )
  for (const { row, id } of ids) undertakings.set(row, id)
  for (const { id, undertaking, body, text } of nodes) {
    const quote = text ? (body as Statement).quote : (body as Entry).label
    const where = text ? { document: text.document, span: (body as Statement).span } : {}
    const home = undertakings.get(undertaking)
    const { kind, force, parties } = body as Statement | Entry
    const said = { kind, force, parties }
    const hit: Hit = {
      kind: text ? 'statement' : 'entry',
      node: id,
      ...(home === undefined ? {} : { undertaking: home }),
      ...where,
      quote,
      said,
    }
    hits.push({ hit, weight: density(quote, terms), key: `${text?.document.date ?? ''} ${id}` })
  }
  const passages = await rowsWith(connection, 'passage_words', query)
  for (const { hit, weight } of await passagesOf(db, passages, terms))
    hits.push({ hit, weight: weight / 2, key: `${hit.document?.date ?? ''} ${hit.document?.id} ${hit.span?.from}` })
  const notes = await rowsWith(connection, 'note_words', query)
  for (const { hit, weight } of await notesWith(db, notes, terms))
    hits.push({ hit, weight, key: `${hit.judgement?.at} ${hit.judgement?.id}` })
  hits.sort((x, y) => y.weight - x.weight || (x.key > y.key ? -1 : 1))
  const more = hits.length > limit || statements.length === LOOKED_AT || passages.length === LOOKED_AT || notes.length === LOOKED_AT
  return { hits: hits.slice(0, limit).map(({ hit }) => hit), more }
}

async function rowsWith({ db, engine }: Pick<Connection, 'db' | 'engine'>, table: Searched, query: string): Promise<number[]> {
  const condition = matches(table, query, engine)
  if (!condition) return []
  const { rows } = await sql<{
    rowid: number
  }>`select rowid from ${sql.table(table)} where ${condition} order by rowid desc limit ${sql.lit(LOOKED_AT)}`.execute(db)
  return rows.map(({ rowid }) => rowid)
}

/** How much of a text is what was asked for: times that the words occur, over the root of its length. */
function density(text: string, terms: readonly Term[]): number {
  const words = wordsOf(text)
  let times = 0
  for (const { words: wanted, open } of terms)
    for (let i = 0; i + wanted.length <= words.length; i++)
      if (wanted.every((word, j) => words[i + j] === word || (open && j === wanted.length - 1 && words[i + j]?.startsWith(word)))) times++
  return times / Math.sqrt(words.length || 1)
}

async function passagesOf(db: Db, rows: readonly number[], terms: readonly Term[]): Promise<{ hit: Hit; weight: number }[]> {
  const places = await gather(rows, (some) =>
    db.selectFrom('passages').select(['text', 'start', 'stop']).where('row', 'in', some).execute(),
  )
  const found: { hit: Hit; weight: number }[] = []
  const read = (some: number[]) =>
    db
      .selectFrom('texts')
      .innerJoin('documents', 'documents.row', 'texts.document')
      .select(['texts.row', 'texts.body as text', 'documents.body as document'])
      .where('texts.row', 'in', some)
      .execute()
  for (const some of chunks(new Set(places.map(({ text }) => text)), 50))
    for (const { row, text, document } of await read(some)) {
      const characters = unpack(text)
      for (const { start, stop } of places.filter((place) => place.text === row)) {
        const passage = characters.slice(start, stop)
        const { from, to } = snippet(passage, terms)
        const span = { from: start + from, to: start + to }
        const hit: Hit = { kind: 'text', document: JSON.parse(document) as Document, span, quote: passage.slice(from, to) }
        found.push({ hit, weight: density(passage, terms) })
      }
    }
  return found
}

/** Notes in judgements that count and whose subject is in the ledger. */
async function notesWith(db: Db, seqs: readonly number[], terms: readonly Term[]): Promise<{ hit: Hit; weight: number }[]> {
  const rows = await gather(seqs, (some) =>
    db
      .selectFrom('judgements')
      .innerJoin('nodes', 'nodes.row', 'judgements.a')
      .innerJoin('undertakings', 'undertakings.row', 'nodes.undertaking')
      .select(['judgements.body', 'undertakings.id as undertaking'])
      .where('judgements.seq', 'in', some)
      .where('judgements.counts', '=', 1)
      .execute(),
  )
  return rows.map(({ body, undertaking }) => {
    const judgement = JSON.parse(body) as Judgement
    const note = notesOf(judgement)
    const { from, to } = snippet(note, terms)
    const { id, type, by, at } = judgement
    const hit: Hit = { kind: 'note', undertaking, quote: note.slice(from, to), judgement: { id, type, by, at } }
    return { hit, weight: density(note, terms) / 2 }
  })
}

/** Characters of a line before the first word that was asked for, and of the line in all. */
const BEFORE = 120
const SHOWN = 300

/** The line, or some 300 characters of it, in which the first word that was asked for stands; cut between words where there is a space near. */
function snippet(passage: string, terms: readonly Term[]): { from: number; to: number } {
  const first = terms[0]?.words[0] ?? ''
  const at = Math.max(0, passage.toLowerCase().indexOf(first))
  const line = passage.lastIndexOf('\n', at) + 1
  const end = passage.indexOf('\n', at) < 0 ? passage.length : passage.indexOf('\n', at)
  const space = at - BEFORE > line ? passage.indexOf(' ', at - BEFORE) : -1
  const from = at - BEFORE <= line ? line : space >= 0 && space < at ? space + 1 : at - BEFORE
  if (end - from <= SHOWN) return { from, to: end }
  const last = passage.lastIndexOf(' ', from + SHOWN)
  return { from, to: last > at + first.length ? last : from + SHOWN }
}
