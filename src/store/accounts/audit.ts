import type { Judgement } from '../../ledger/nouns.ts'
import type { Db } from '../connect.ts'
import { plain } from '../database/columns.ts'
import { StoreError } from '../error.ts'

/** What can happen to accounts. */
export type AuditEvent = 'signed-in' | 'sign-in-failed' | 'signed-out' | 'user-added' | 'user-role' | 'user-password' | 'user-removed'

/** Something that happened: to an account, or in the journal. */
export interface AuditLine {
  /** ISO 8601 in UTC. */
  readonly at: string
  /** Who did it; empty where nobody knows. */
  readonly by: string
  readonly what: AuditEvent | 'judgement'
  /** The user whom it is about, or what a judgement is about; empty where there is none. */
  readonly about: string
  readonly address?: string
  /** The new role of a user, or the type of a judgement. */
  readonly note?: string
  /** Id of the judgement. */
  readonly judgement?: string
}

/** Which of the two are asked for: both where it is absent. */
export type AuditKind = 'accounts' | 'judgements'

/** One page of what happened. */
export interface AuditFound {
  readonly rows: readonly AuditLine[]
  /** Where the next page begins; absent on the last. */
  readonly next?: string
}

/** Failed attempts that are kept: the latest. All else is kept for good. */
const FAILED = 10_000

/** Keeps that something happened. */
export async function note(
  db: Db,
  event: { readonly at: string; readonly what: AuditEvent; readonly actor: string; readonly subject: string },
  more: { readonly address?: string | undefined; readonly note?: string | undefined } = {},
): Promise<void> {
  const { at, what, actor, subject } = event
  const row = { at, what, actor: plain(actor), subject: plain(subject), note: more.note ?? null }
  await db
    .insertInto('audit')
    .values({ ...row, address: more.address === undefined ? null : plain(more.address) })
    .execute()
  if (what !== 'sign-in-failed') return
  const failed = db.selectFrom('audit').select('row').where('what', '=', what).orderBy('row', 'desc')
  const old = await failed.offset(FAILED).limit(1).executeTakeFirst()
  if (old) await db.deleteFrom('audit').where('what', '=', what).where('row', '<=', old.row).execute()
}

/**
 * What happened to accounts and who wrote which judgement, newest first. Each of the two comes in the order in which it was written; between them the later time goes first.
 * @param after the `next` of the page before. Throws `StoreError` where it is none
 */
export async function auditOf(
  db: Db,
  { limit, after, kind }: { readonly limit: number; readonly after?: string | undefined; readonly kind?: AuditKind | undefined },
): Promise<AuditFound> {
  const [events, judgements] = placeOf(after)
  const accounts = kind === 'judgements' ? [] : await eventsBefore(db, events, limit + 1)
  const journal = kind === 'accounts' ? [] : await judgementsBefore(db, judgements, limit + 1)
  const rows: AuditLine[] = []
  let [i, j] = [0, 0]
  while (rows.length < limit && (i < accounts.length || j < journal.length)) {
    const [event, said] = [accounts[i], journal[j]]
    if (event && (!said || event.line.at >= said.line.at)) {
      rows.push(event.line)
      i++
    } else if (said) {
      rows.push(said.line)
      j++
    }
  }
  const more = i < accounts.length || j < journal.length
  return { rows, ...(more && { next: `${accounts[i - 1]?.place ?? events}.${journal[j - 1]?.place ?? judgements}` }) }
}

const START = Number.MAX_SAFE_INTEGER

/** The places before which a page begins: of events, and of judgements. */
function placeOf(after: string | undefined): [number, number] {
  if (after === undefined) return [START, START]
  const [, events, judgements] = /^(\d{1,16})\.(\d{1,16})$/.exec(after) ?? []
  const places = [Number(events), Number(judgements)] as [number, number]
  if (!places.every(Number.isSafeInteger)) throw new StoreError('refused', 'after: is not what the page before gave; begin anew')
  return places
}

interface Placed {
  readonly place: number
  readonly line: AuditLine
}

async function eventsBefore(db: Db, place: number, limit: number): Promise<Placed[]> {
  const found = await db.selectFrom('audit').selectAll().where('row', '<', place).orderBy('row', 'desc').limit(limit).execute()
  return found.map(({ row, at, what, actor, subject, address, note: said }) => ({
    place: row,
    line: {
      at,
      by: actor,
      what: what as AuditEvent,
      about: subject,
      ...(address !== null && { address }),
      ...(said !== null && { note: said }),
    },
  }))
}

async function judgementsBefore(db: Db, place: number, limit: number): Promise<Placed[]> {
  const query = db.selectFrom('judgements').select(['seq', 'body']).where('seq', '<', place).orderBy('seq', 'desc').limit(limit)
  return (await query.execute()).map(({ seq, body }) => {
    const judgement = JSON.parse(body) as Judgement
    const { id, at, by, type } = judgement
    return { place: seq, line: { at, by, what: 'judgement', about: aboutOf(judgement), note: type, judgement: id } }
  })
}

/** The node that a judgement is about, or the judgement that it takes back. */
function aboutOf(judgement: Judgement): string {
  if (judgement.type === 'link') return judgement.a
  if (judgement.type === 'entry') return judgement.entry.id
  if (judgement.type === 'withdrawal') return judgement.of
  return 'on' in judgement && typeof judgement.on === 'string' ? judgement.on : ''
}
