import { createHash } from 'node:crypto'
import { unpackFingerprint } from '../../copies/copies.ts'
import { sourceOf } from '../../ledger/documents.ts'
import { canonical, withId } from '../../ledger/judgement.ts'
import { ledger } from '../../ledger/ledger.ts'
import type { TextRead } from '../../ledger/nodes.ts'
import type { Judgement } from '../../ledger/nouns.ts'
import { idOf } from '../../ledger/recast.ts'
import type { Reading, Source } from '../../model.ts'
import type { Db } from '../connect.ts'
import { unpack } from '../database/columns.ts'
import { NO_DAY, textHeads } from '../database/load.ts'
import { readIn, recastsOf } from '../database/recasts.ts'
import { dangling } from '../database/references.ts'
import { gather } from '../database/rows.ts'
import { rowsOf } from '../queries/list.ts'
import { dump, orphans } from './dump.ts'

/** How many differences are told one by one. */
const TOLD = 50

/**
 * Rebuilds the ledger from the stored readings and the journal alone and says what differs from what is stored, one line each; nothing where
 * all is as it should be. Also reads every text anew that was read with today's lexicon, and checks hashes, ids, rows of lists, and that every row
 * that is named is there.
 * @param reading reads a source and says its lexicon
 */
export async function verify(db: Db, read: (source: Source) => Reading): Promise<string[]> {
  const found: string[] = []
  const { texts, problems } = await readings(db, read)
  found.push(...(await dangling(db)), ...problems)
  const journal = await journalOf(db)
  for (const one of journal) {
    const { id, ...rest } = one
    if (withId(rest as Judgement).id !== id) found.push(`judgement ${id}: its content is not what was appended`)
  }
  const rebuilt = ledger(texts, journal, NO_DAY)
  const stored = dump(() => db, NO_DAY)
  compare(
    'undertaking',
    rebuilt.undertakings.map((one) => [one.id, one]),
    await pairs(stored.undertakings, ({ id }) => id),
    found,
  )
  compare(
    'suggestion',
    rebuilt.suggestions.map((one) => [`${one.a.node} ${one.b.node}`, one]),
    await pairs(stored.suggestions, ({ a, b }) => `${a.node} ${b.node}`),
    found,
  )
  compare(
    'orphan',
    rebuilt.orphans.map((one) => [one.id, one]),
    (await orphans(db)).map((one) => [one.id, one]),
    found,
  )
  await compareRows(db, rebuilt.undertakings, found)
  await compareStandings(db, texts, journal, found)
  return found.length > TOLD ? [...found.slice(0, TOLD), `… and ${found.length - TOLD} more`] : found
}

async function pairs<T>(rows: Iterable<T> | AsyncIterable<T>, name: (one: T) => string): Promise<[string, T][]> {
  const found: [string, T][] = []
  for await (const one of rows) found.push([name(one), one])
  return found
}

/** All judgements, in the order of appending. */
export async function journalOf(db: Db): Promise<Judgement[]> {
  const rows = await db.selectFrom('judgements').select('body').orderBy('seq').execute()
  return rows.map(({ body }) => JSON.parse(body) as Judgement)
}

async function readings(db: Db, read: (source: Source) => Reading): Promise<{ texts: TextRead[]; problems: string[] }> {
  const rows = await db.selectFrom('texts').select(['row', 'hash', 'body', 'lexicon', 'fingerprint']).orderBy('row').execute()
  const heads = await textHeads(
    db,
    rows.map(({ row }) => row),
  )
  const problems: string[] = []
  const texts: TextRead[] = []
  for (const { row, hash, body, lexicon, fingerprint: packed } of rows) {
    const head = heads.get(row)
    if (!head) {
      problems.push(`text ${hash}: its document is missing`)
      continue
    }
    const text = unpack(body)
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== hash) problems.push(`text ${hash}: its characters have changed`)
    const statements = ((await readIn(db, [row])).get(row) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const drawn of (await recastsOf(db, hash)).recasts.flatMap((one) => one.drawn))
      if (text.slice(drawn.span.from, drawn.span.to) !== drawn.quote)
        problems.push(`statement ${idOf(hash, drawn.span)}: its words are not those of its text`)
    const reading = read(sourceOf(head.document, text))
    if (reading.lexicon === lexicon) {
      const again = [...new Map([...reading.statements].reverse().map((one) => [one.id, one])).values()].sort((a, b) =>
        a.id < b.id ? -1 : 1,
      )
      if (canonical(again) !== canonical(statements)) problems.push(`text ${hash}: reading it again gives other statements`)
    }
    const fingerprint = unpackFingerprint(packed)
    if (!fingerprint) problems.push(`text ${hash}: its fingerprint is missing`)
    else texts.push({ hash, document: head.document, between: head.between, statements, fingerprint })
  }
  return { texts, problems }
}

function compare(
  what: string,
  rebuilt: readonly (readonly [string, unknown])[],
  stored: readonly (readonly [string, unknown])[],
  found: string[],
): void {
  const kept = new Map(stored)
  for (const [name, value] of rebuilt) {
    if (!kept.has(name)) found.push(`${what} ${name} is missing`)
    else if (canonical(kept.get(name)) !== canonical(value)) found.push(`${what} ${name} differs${where(kept.get(name), value)}`)
    kept.delete(name)
  }
  for (const name of kept.keys()) found.push(`${what} ${name} should not be there`)
}

/** The first field that differs. */
function where(a: unknown, b: unknown): string {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return ''
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  const field = [...new Set([...one.keys(), ...other.keys()])].find((key) => canonical(one.get(key)) !== canonical(other.get(key)))
  return field === undefined
    ? ''
    : ` in ${field}: ${canonical(one.get(field)).slice(0, 200)} is stored, ${canonical(other.get(field)).slice(0, 200)} is right`
}

/** Rows of lists against the undertakings that they are about. */
async function compareRows(db: Db, undertakings: ReturnType<typeof ledger>['undertakings'], found: string[]): Promise<void> {
  const rows = await gather(
    undertakings.map(({ id }) => id),
    async (some) => rowsOf(db, await db.selectFrom('undertakings').selectAll().where('id', 'in', some).execute(), undefined),
  )
  const kept = new Map(rows.map((row) => [row.id, row]))
  for (const one of undertakings) {
    const row = kept.get(one.id)
    if (!row) continue
    for (const field of [
      'label',
      'kind',
      'force',
      'parties',
      'topics',
      'mechanisms',
      'places',
      'first',
      'last',
      'due',
      'standing',
    ] as const)
      if (canonical(row[field]) !== canonical(one[field])) found.push(`list row ${one.id} differs in ${field}`)
  }
}

/** The days for which standings of list rows are compared, besides that before all. */
const DAYS = ['2015-01-01', '2022-12-31', '2026-01-01', '9999-12-31']

async function compareStandings(db: Db, texts: readonly TextRead[], journal: readonly Judgement[], found: string[]): Promise<void> {
  const turning = new Set((await db.selectFrom('undertakings').select('id').where('turns', '>', 0).execute()).map(({ id }) => id))
  for (const day of DAYS) {
    const judged = ledger(texts, journal, day).undertakings
    const rows = await gather(
      judged.map(({ id }) => id),
      async (some) => rowsOf(db, await db.selectFrom('undertakings').selectAll().where('id', 'in', some).execute(), day),
    )
    const kept = new Map(rows.map((row) => [row.id, row.standing]))
    for (const { id, standing } of judged)
      if (kept.has(id) && kept.get(id) !== standing)
        found.push(`list row ${id}${turning.has(id) ? '' : ' (no turns)'}: its standing on ${day} is ${kept.get(id)}, ${standing} is right`)
  }
}
