import type { Dump, InForce, Rows, Suggestion, TextInfo } from '../../ledger/dump.ts'
import { inForce } from '../../ledger/journal.ts'
import type { Document, Judgement, NodeId, Undertaking } from '../../ledger/nouns.ts'
import type { Db } from '../connect.ts'
import { unpack } from '../database/columns.ts'
import type { TextNotes } from '../database/load.ts'
import { named, wholes } from '../queries/show.ts'

/** How many rows a walk fetches at a time. */
const PAGE = 500

/** Rows that are fetched anew, a page at a time, on each walk. */
function walk<T>(start: () => AsyncGenerator<T>): Rows<T> {
  return { [Symbol.asyncIterator]: start }
}

/**
 * The whole ledger, to be walked; standings as they are on the day `asOf`.
 * @param db asked anew at the start of each walk: all walks see one state where it is a snapshot
 */
export function dump(db: () => Db, asOf: string): Dump {
  return {
    asOf,
    documents: walk(() => documents(db())),
    texts: walk(() => texts(db())),
    undertakings: walk(() => undertakings(db(), asOf)),
    suggestions: walk(() => suggestions(db())),
    journal: walk(() => journal(db())),
    text: async (hash) => {
      const found = await db().selectFrom('texts').select('body').where('hash', '=', hash).executeTakeFirst()
      return found && unpack(found.body)
    },
  }
}

async function* documents(db: Db): AsyncGenerator<Document> {
  for (let last = ''; ; ) {
    const rows = await db.selectFrom('documents').select(['id', 'body']).where('id', '>', last).orderBy('id').limit(PAGE).execute()
    for (const { body } of rows) yield JSON.parse(body) as Document
    if (rows.length < PAGE) return
    last = rows.at(-1)?.id ?? ''
  }
}

async function* texts(db: Db): AsyncGenerator<TextInfo> {
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('texts as t')
      .leftJoin('texts as first', 'first.row', 't.witness')
      .select(['t.hash', 't.length', 't.lexicon', 't.statements', 't.damage', 't.info', 'first.hash as original'])
      .where('t.hash', '>', last)
      .orderBy('t.hash')
      .limit(PAGE)
      .execute()
    for (const { info, original, ...text } of rows) {
      const { notes } = JSON.parse(info) as TextNotes
      yield { ...text, ...(original === null ? {} : { witnessOf: original }), ...(notes.length ? { notes } : {}) }
    }
    if (rows.length < PAGE) return
    last = rows.at(-1)?.hash ?? ''
  }
}

async function* undertakings(db: Db, asOf: string): AsyncGenerator<Undertaking> {
  for (let last = ''; ; ) {
    const rows = await db.selectFrom('undertakings').select(['row', 'id']).where('id', '>', last).orderBy('id').limit(PAGE).execute()
    const whole = await wholes(
      db,
      rows.map(({ row }) => row),
      asOf,
    )
    for (const { row } of rows) {
      const one = whole.get(row)
      if (one) yield one
    }
    if (rows.length < PAGE) return
    last = rows.at(-1)?.id ?? ''
  }
}

async function* suggestions(db: Db): AsyncGenerator<Suggestion> {
  // rows are numbered by arrival: the order of ids takes a sort, of which the database keeps no more than the pairs of names
  const query = db
    .selectFrom('links')
    .innerJoin('nodes as x', 'x.row', 'links.a')
    .innerJoin('nodes as y', 'y.row', 'links.b')
    .select(['links.a', 'links.b', 'links.score', 'x.id as one', 'y.id as other'])
    .where('links.waits', '=', 1)
  const all = (await query.execute()).map(({ one, other, ...link }) => {
    const [low, high] = one < other ? [one, other] : [other, one]
    return { ...link, low, high }
  })
  all.sort((x, y) => (x.low < y.low ? -1 : x.low > y.low ? 1 : x.high < y.high ? -1 : 1))
  for (let at = 0; at < all.length; at += PAGE)
    yield* await named(
      db,
      all.slice(at, at + PAGE).map(({ a, b, score }) => ({ a, b, score, verdict: 0, support: 1, waits: 1, barred: 0 })),
    )
}

async function* journal(db: Db): AsyncGenerator<InForce> {
  const declared = await db
    .selectFrom('judgements')
    .select(['seq', 'declares'])
    .where('declares', 'is not', null)
    .where('counts', '=', 1)
    .orderBy('seq')
    .execute()
  const latest = new Map(declared.map(({ declares, seq }) => [declares, seq]))
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom('judgements')
      .leftJoin('nodes', 'nodes.row', 'judgements.a')
      .leftJoin('undertakings', 'undertakings.row', 'nodes.undertaking')
      .select([
        'judgements.seq',
        'judgements.type',
        'judgements.body',
        'judgements.declares',
        'judgements.a_ref',
        'judgements.a',
        'judgements.b_ref',
        'judgements.b',
        'undertakings.id',
      ])
      .where('judgements.counts', '=', 1)
      .where('judgements.type', '<>', 'withdrawal')
      .where('judgements.seq', '>', last)
      .orderBy('judgements.seq')
      .limit(PAGE)
      .execute()
    for (const { seq, type, body, declares, a_ref, a, b_ref, b, id } of rows) {
      if (declares !== null && latest.get(declares) !== seq) continue
      const judgement = JSON.parse(body) as Judgement
      const lost = type === 'recast' ? b_ref !== null : (a_ref !== null && a === null) || (b_ref !== null && b === null)
      yield {
        judgement,
        ...(lost ? { orphaned: true } : a_ref !== null && type !== 'link' && id !== null ? { undertaking: id as NodeId } : {}),
      }
    }
    if (rows.length < PAGE) return
    last = rows.at(-1)?.seq ?? 0
  }
}

/** Judgements in force whose statement is no longer read, or whose entry is no longer declared. */
export async function orphans(db: Db): Promise<Judgement[]> {
  const rows = await db
    .selectFrom('judgements')
    .select('body')
    .where('counts', '=', 1)
    .where(({ or, and, eb }) =>
      or([
        and([eb('type', '<>', 'recast'), eb('a_ref', 'is not', null), eb('a', 'is', null)]),
        and([eb('b_ref', 'is not', null), eb('b', 'is', null)]),
      ]),
    )
    .orderBy('seq')
    .execute()
  return inForce(rows.map(({ body }) => JSON.parse(body) as Judgement)).judgements.slice()
}
