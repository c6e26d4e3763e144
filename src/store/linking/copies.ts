import { sql } from 'kysely'
import { type Fingerprint, fingerprint, packFingerprint, unpackFingerprint } from '../../copies/copies.ts'
import { groupWitnesses, isWitness, listsOfText, placeOfText } from '../../ledger/witnesses.ts'
import type { Reading } from '../../model.ts'
import type { Db } from '../connect.ts'
import { unpack } from '../database/columns.ts'
import type { TextHead } from '../database/load.ts'
import { chunks, gather, insert } from '../database/rows.ts'
import { Gains, type Listed, neighbours, TEXTS } from './lists.ts'
import type { Revision } from './revision.ts'

/** Texts that are copies of each other, corrected reissues among them, are found here as texts come, so that each undertaking counts them once. */

/** Files a text under the keys by which its copies are found, anew where it was filed otherwise before. */
export async function fileText(revision: Revision, head: TextHead, reading: Reading): Promise<void> {
  const { db, engine } = revision
  const { row, hash, document } = head
  const stored = await db.selectFrom('texts').select(['body', 'fingerprint']).where('row', '=', row).executeTakeFirstOrThrow()
  const skip = reading.segments.filter(({ role }) => role === 'furniture').map(({ span }) => span)
  const source = { text: unpack(stored.body), ...(document.date === undefined ? {} : { date: document.date }) }
  const now = fingerprint(source, skip)
  const packed = packFingerprint(now)
  // the date of the original may have changed, whatever became of its words
  revision.copied.add(row)
  if (packed === stored.fingerprint) return
  const before = unpackFingerprint(stored.fingerprint)
  if (before) await unfile(revision, row, hash, before)
  await db.updateTable('texts').set({ fingerprint: packed }).where('row', '=', row).execute()
  const entering = listed(row, hash, now)
  const gains = new Gains(TEXTS)
  gains.enter(entering, await neighbours(db, engine, TEXTS, entering))
  await insert(db, 'text_keys', entering)
  await apply(revision, gains)
}

function listed(node: number, hash: string, print: Fingerprint): Listed[] {
  const at = placeOfText({ hash, fingerprint: print })
  return listsOfText(print).map((key) => ({ key, at, node }))
}

/** Takes a text that goes out of the lists of copies. */
export async function dropCopies(revision: Revision, row: number, hash: string): Promise<void> {
  const stored = await revision.db.selectFrom('texts').select('fingerprint').where('row', '=', row).executeTakeFirstOrThrow()
  const print = unpackFingerprint(stored.fingerprint)
  if (print) await unfile(revision, row, hash, print)
  revision.copied.delete(row)
}

async function unfile(revision: Revision, row: number, hash: string, print: Fingerprint): Promise<void> {
  const { db, engine } = revision
  const leaving = listed(row, hash, print)
  const gains = new Gains(TEXTS)
  gains.leave(leaving, await neighbours(db, engine, TEXTS, leaving))
  for (const { key, at } of leaving)
    await db.deleteFrom('text_keys').where('key', '=', key).where('at', '=', at).where('node', '=', row).execute()
  for (const { a, b } of await pairsOf(db, [row])) {
    for (const end of [a, b]) revision.copied.add(end)
    await db.deleteFrom('copies').where('a', '=', a).where('b', '=', b).execute()
  }
  await apply(revision, gains)
}

/** Follows what pairs of texts gained and lost in windows. */
async function apply(revision: Revision, gains: Gains): Promise<void> {
  const { db } = revision
  const pairs = [...gains.pairs].flatMap(([a, row]) => [...row].map(([b, by]) => ({ a, b, by }))).filter(({ by }) => by !== 0)
  const fresh: typeof pairs = []
  for (const some of chunks(pairs, 200)) {
    const values = sql.join(some.map(({ a, b }) => sql`(${sql.lit(a)}, ${sql.lit(b)})`))
    const { rows } = await sql<{ a: number; b: number; support: number }>`select * from copies where (a, b) in (values ${values})`.execute(
      db,
    )
    const known = new Map(rows.map(({ a, b, support }) => [`${a} ${b}`, support]))
    for (const pair of some) {
      const { a, b, by } = pair
      const support = known.get(`${a} ${b}`)
      if (support === undefined) {
        if (by > 0) fresh.push(pair)
      } else if (support + by > 0)
        await db
          .updateTable('copies')
          .set({ support: support + by })
          .where('a', '=', a)
          .where('b', '=', b)
          .execute()
      else {
        await db.deleteFrom('copies').where('a', '=', a).where('b', '=', b).execute()
        for (const end of [a, b]) revision.copied.add(end)
      }
    }
  }
  const prints = await printsOf(db, new Set(fresh.flatMap(({ a, b }) => [a, b])))
  for (const { a, b, by } of fresh) {
    const [one, other] = [prints.get(a), prints.get(b)]
    if (!one || !other || !isWitness(one, other)) continue
    await insert(db, 'copies', [{ a, b, support: by }])
    for (const end of [a, b]) revision.copied.add(end)
  }
}

async function printsOf(db: Db, rows: Iterable<number>): Promise<Map<number, Fingerprint>> {
  const found = await gather(rows, (some) => db.selectFrom('texts').select(['row', 'fingerprint']).where('row', 'in', some).execute())
  return new Map(
    found.flatMap(({ row, fingerprint: packed }) => {
      const print = unpackFingerprint(packed)
      return print ? [[row, print] as const] : []
    }),
  )
}

async function pairsOf(db: Db, rows: readonly number[]): Promise<{ a: number; b: number }[]> {
  const of = (column: 'a' | 'b') => gather(rows, (some) => db.selectFrom('copies').select(['a', 'b']).where(column, 'in', some).execute())
  return [...(await of('a')), ...(await of('b'))]
}

/** Says of every text that hangs together with a touched one whose copy it is, and touches the nodes of those that change. */
export async function regroupCopies({ db, copied, touched }: Revision): Promise<void> {
  const rows = new Set(copied)
  const pairs = new Map<string, { a: number; b: number }>()
  for (let front = [...rows]; front.length; ) {
    const next = new Set<number>()
    for (const pair of await pairsOf(db, front)) {
      pairs.set(`${pair.a} ${pair.b}`, pair)
      for (const end of [pair.a, pair.b]) if (!rows.has(end)) next.add(end)
    }
    for (const row of next) rows.add(row)
    front = [...next]
  }
  if (rows.size === 0) return
  const texts = await gather(rows, (some) =>
    db
      .selectFrom('texts')
      .innerJoin('documents', 'documents.row', 'texts.document')
      .select(['texts.row', 'texts.hash', 'texts.witness', 'documents.body'])
      .where('texts.row', 'in', some)
      .execute(),
  )
  const hashOf = new Map(texts.map(({ row, hash }) => [row, hash]))
  const rowOf = new Map(texts.map(({ row, hash }) => [hash, row]))
  const dated = texts.map(({ hash, body }) => ({ hash, ...dateIn(body) }))
  const first = groupWitnesses(
    dated,
    [...pairs.values()].map(({ a, b }) => [hashOf.get(a) as string, hashOf.get(b) as string] as const),
  )
  for (const { row, hash, witness } of texts) {
    const original = rowOf.get(first.get(hash) as string) as number
    const now = original === row ? null : original
    if (now === witness) continue
    await db.updateTable('texts').set({ witness: now }).where('row', '=', row).execute()
    for (const node of await db.selectFrom('nodes').select('row').where('text', '=', row).execute()) touched.add(node.row)
  }
}

function dateIn(body: string): { date?: string } {
  const { date } = JSON.parse(body) as { date?: string }
  return date === undefined ? {} : { date }
}
