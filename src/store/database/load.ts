import type { Corrected } from '../../ledger/journal.ts'
import { type LedgerNode, nodeOfEntry, nodeOfStatement } from '../../ledger/nodes.ts'
import type { Document, Entry, Judgement, NodeId, Of, TextHash } from '../../ledger/nouns.ts'
import type { Statement } from '../../model.ts'
import type { Db } from '../connect.ts'
import { gather } from './rows.ts'

/** Nodes as a reader of the store needs them, by row. */
export interface Loaded {
  readonly row: number
  readonly undertaking: number
  readonly component: number
  /** Body as read or declared. */
  readonly body: Statement | Entry
  readonly text: TextHead | undefined
  readonly id: NodeId
}

/** What a node must know of its text. */
export interface TextHead {
  readonly row: number
  readonly hash: TextHash
  readonly document: Document
  readonly between: readonly string[]
  /** How many statements were read in it. */
  readonly size: number
  /** The text that it is a copy of. */
  readonly witnessOf?: TextHash
}

/** What `texts.info` holds. */
export interface TextNotes {
  readonly parties: readonly string[]
  readonly notes: readonly string[]
  /** How many statements were read; absent in a text that was read before this was kept. */
  readonly size?: number
  /** Statements that were read and that people took away: no nodes, and kept for the day on which that is taken back. */
  readonly away?: readonly Statement[]
}

/** A day before all others: on it nothing is due and nothing has happened yet. */
export const NO_DAY = '1000-01-01'

/** Loads texts' heads, by row. */
export async function textHeads(db: Db, rows: Iterable<number>): Promise<Map<number, TextHead>> {
  const found = await gather(new Set(rows), (some) =>
    db
      .selectFrom('texts')
      .innerJoin('documents', 'documents.row', 'texts.document')
      .leftJoin('texts as first', 'first.row', 'texts.witness')
      .select(['texts.row', 'texts.hash', 'texts.info', 'documents.body', 'first.hash as original'])
      .where('texts.row', 'in', some)
      .execute(),
  )
  return new Map(
    found.map(({ row, hash, info, body, original }) => {
      const { parties, size = 0 } = JSON.parse(info) as TextNotes
      const witness = original === null ? {} : { witnessOf: original }
      return [row, { row, hash, document: JSON.parse(body) as Document, between: parties, size, ...witness }]
    }),
  )
}

/** Loads nodes by their rows, by their components, or by the undertakings that their ids resolve to. */
export async function loadNodes(db: Db, by: 'component' | 'row' | 'undertaking', values: Iterable<number>): Promise<Loaded[]> {
  const rows = await gather(new Set(values), async (some) => {
    const query = db.selectFrom('nodes').select(['row', 'id', 'text', 'body', 'undertaking', 'component'])
    if (by !== 'undertaking') return query.where(by, 'in', some).execute()
    // the index of components serves for undertakings too, of which a component has a few
    const components = db.selectFrom('undertakings').select('component').where('row', 'in', some)
    return query.where('component', 'in', components).where('undertaking', 'in', some).execute()
  })
  const texts = await textHeads(
    db,
    rows.flatMap(({ text }) => text ?? []),
  )
  return rows.map(({ text, body, ...rest }) => ({ ...rest, body: JSON.parse(body), text: text === null ? undefined : texts.get(text) }))
}

/**
 * The judgements in force on some nodes, in the order of the journal, put on the nodes that they mean today.
 * @param type of this type alone
 */
export async function judgementsOn(db: Db, rows: readonly number[], type?: Judgement['type']): Promise<Judgement[]> {
  const columns = ['seq', 'body', 'a', 'b'] as const
  const of = (column: 'a' | 'b') =>
    gather(rows, (some) => {
      const query = db.selectFrom('judgements').select(columns).where(column, 'in', some).where('counts', '=', 1)
      return (type === undefined ? query : query.where('type', '=', type)).execute()
    })
  const found = new Map([...(await of('a')), ...(await of('b'))].map((row) => [row.seq, row]))
  const ends = new Set([...found.values()].flatMap(({ a, b }) => [a ?? [], b ?? []].flat()))
  const ids = new Map(
    (await gather(ends, (some) => db.selectFrom('nodes').select(['row', 'id']).where('row', 'in', some).execute())).map(({ row, id }) => [
      row,
      id,
    ]),
  )
  return [...found.values()]
    .sort((x, y) => x.seq - y.seq)
    .flatMap(({ body, a, b }): Judgement[] => {
      const judgement = JSON.parse(body) as Judgement
      const one = a === null ? undefined : ids.get(a)
      if (judgement.type === 'link') {
        const other = b === null ? undefined : ids.get(b)
        return one && other ? [{ ...judgement, a: one, b: other }] : []
      }
      return one ? [{ ...judgement, on: one } as Judgement] : []
    })
}

/** The current declarations of programmes, by name. */
export async function programmesOf(db: Db): Promise<Map<string, Of<'programme'>>> {
  const rows = await db
    .selectFrom('judgements')
    .select('body')
    .where('type', '=', 'programme')
    .where('counts', '=', 1)
    .orderBy('seq')
    .execute()
  const all = rows.map(({ body }) => JSON.parse(body) as Of<'programme'>)
  return new Map(all.map((one) => [one.programme.name, one]))
}

/** The ledger's node of a loaded one. */
export function nodeOf(
  loaded: Pick<Loaded, 'id' | 'body' | 'text'>,
  corrections: readonly Corrected[],
  programmes: ReadonlyMap<string, Of<'programme'>>,
): LedgerNode {
  if (loaded.text) return nodeOfStatement(loaded.body as Statement, loaded.text, corrections)
  const entry = loaded.body as Entry
  return nodeOfEntry(entry, programmes.get(entry.programme))
}

/** Copy to original, of the texts of some nodes. */
export function witnessesIn(loaded: readonly Loaded[]): Map<TextHash, TextHash> {
  return new Map(loaded.flatMap(({ text }) => (text?.witnessOf === undefined ? [] : [[text.hash, text.witnessOf] as const])))
}
