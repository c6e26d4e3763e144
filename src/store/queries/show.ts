import type { Suggestion } from '../../ledger/dump.ts'
import { inForce } from '../../ledger/journal.ts'
import { judge } from '../../ledger/ledger.ts'
import { scoreLink } from '../../ledger/link/score.ts'
import type { LedgerNode } from '../../ledger/nodes.ts'
import type { Entry, Judgement, NodeId, Of, Undertaking } from '../../ledger/nouns.ts'
import { edgesOf, type Ties } from '../../ledger/partition.ts'
import { assemble } from '../../ledger/undertaking.ts'
import type { Span } from '../../model.ts'
import type { Db } from '../connect.ts'
import { findNode } from '../database/find.ts'
import { judgementsOn, type Loaded, loadNodes, nodeOf, programmesOf, witnessesIn } from '../database/load.ts'
import { chunks, gather } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { StoreError } from '../error.ts'
import type { NodeFound, Page, ProgrammeFound, SeriesFound } from '../types.ts'
import { rowsOf } from './list.ts'

/** The members of undertakings, those that it claims of others among them, by row. */
export async function membersOf(db: Db, rows: readonly number[]): Promise<Map<number, Loaded>> {
  const claims = await gather(rows, (some) => db.selectFrom('claims').selectAll().where('undertaking', 'in', some).execute())
  const own = await loadNodes(db, 'undertaking', rows)
  const guests = await loadNodes(
    db,
    'row',
    claims.map(({ node }) => node),
  )
  return new Map([...own, ...guests].map((one) => [one.row, one]))
}

/** Undertakings by row, whole. One that is no longer there is left out. */
export async function wholes(db: Db, rows: readonly number[], asOf: string): Promise<Map<number, Undertaking>> {
  const claims = await gather(rows, (some) => db.selectFrom('claims').selectAll().where('undertaking', 'in', some).execute())
  const own = await loadNodes(db, 'undertaking', rows)
  const guests = new Map(
    (
      await loadNodes(
        db,
        'row',
        claims.map(({ node }) => node),
      )
    ).map((one) => [one.row, one]),
  )
  const members = new Map<number, Loaded[]>()
  for (const one of own) members.set(one.undertaking, [...(members.get(one.undertaking) ?? []), one])
  for (const { undertaking, node } of claims) members.get(undertaking)?.push(guests.get(node) as Loaded)
  const all = new Map([...own, ...guests.values()].map((one) => [one.row, one]))
  const journal = inForce(await judgementsOn(db, [...all.keys()]))
  const programmes = own.some(({ text }) => !text) ? await programmesOf(db) : new Map<string, Of<'programme'>>()
  const nodes = new Map([...all.values()].map((one) => [one.row, nodeOf(one, journal.corrections.get(one.id) ?? [], programmes)]))
  const ties: Ties = { links: await sameLinks(db, nodes), verdicts: journal.links }
  const edges = edgesOf(ties)
  const made = new Map<number, Undertaking>()
  for (const [row, list] of members) {
    const ids = new Set(list.map(({ id }) => id))
    const within = edges.filter(({ a, b }) => ids.has(a) && ids.has(b))
    const bundle = {
      nodes: list.map((one) => nodes.get(one.row) as LedgerNode),
      edges: within,
      verdicts: journal.links,
      witnesses: witnessesIn(list),
    }
    made.set(row, judge(assemble(bundle), journal, asOf))
  }
  return made
}

async function sameLinks(db: Db, nodes: ReadonlyMap<number, LedgerNode>): Promise<Ties['links']> {
  const found = await gather(nodes.keys(), (some) =>
    db.selectFrom('links').selectAll().where('a', 'in', some).where('verdict', '=', 1).execute(),
  )
  return found.flatMap(({ a, b, score }) => {
    const [one, other] = [nodes.get(a)?.id, nodes.get(b)?.id]
    if (!one || !other) return []
    const [low, high] = one < other ? [one, other] : [other, one]
    return [{ a: low, b: high, score, verdict: 'same' as const }]
  })
}

/** The undertaking to which an id, or the beginning of one, belongs. */
export async function undertakingOf(db: Db, id: NodeId, asOf: string): Promise<Undertaking | undefined> {
  const node = await findNode(db, id)
  return node && (await wholes(db, [node.undertaking], asOf)).get(node.undertaking)
}

/** Judgements in force on any node of an undertaking, in the order of the journal. */
export async function judgementsOf(db: Db, id: NodeId): Promise<Judgement[]> {
  const node = await findNode(db, id)
  if (!node) return []
  const own = await db
    .selectFrom('nodes')
    .select('row')
    .where('undertaking', '=', node.undertaking)
    .where('component', '=', await componentOf(db, node.row))
    .execute()
  const guests = await db.selectFrom('claims').select('node as row').where('undertaking', '=', node.undertaking).execute()
  return judgementsOn(
    db,
    [...own, ...guests].map(({ row }) => row),
  )
}

async function componentOf(db: Db, row: number): Promise<number> {
  return (await db.selectFrom('nodes').select('component').where('row', '=', row).executeTakeFirstOrThrow()).component
}

/** A statement or an entry, by its id or the beginning of it. */
export async function nodeAt(db: Db, id: NodeId): Promise<NodeFound | undefined> {
  const found = await findNode(db, id)
  const [one] = await nodesAs(db, found ? await loadNodes(db, 'row', [found.row]) : [])
  return one
}

/** Nodes as they are shown: corrected, each with its undertaking. */
export async function nodesAs(db: Db, all: readonly Loaded[]): Promise<NodeFound[]> {
  const journal = inForce(
    await judgementsOn(
      db,
      all.map(({ row }) => row),
    ),
  )
  const programmes = all.some(({ text }) => !text) ? await programmesOf(db) : new Map<string, Of<'programme'>>()
  const stored = await gather(new Set(all.map(({ undertaking }) => undertaking)), (some) =>
    db.selectFrom('undertakings').select(['row', 'id']).where('row', 'in', some).execute(),
  )
  const homes = new Map(stored.map(({ row, id }) => [row, id]))
  return all.map((loaded) => {
    const { id, statement, entry, features } = nodeOf(loaded, journal.corrections.get(loaded.id) ?? [], programmes)
    const where = loaded.text ? { document: loaded.text.document, hash: loaded.text.hash } : {}
    const undertaking = homes.get(loaded.undertaking) as NodeId
    return { id, undertaking, features, ...(statement ? { statement } : {}), ...(entry ? { entry } : {}), ...where }
  })
}

/** Proposals that wait for a word, the most certain first; those against which something speaks after the others. */
export async function suggestionsOf(
  db: Db,
  { limit = 50, after }: { readonly limit?: number; readonly after?: string },
): Promise<Page<Suggestion>> {
  let query = db.selectFrom('links').selectAll().where('waits', '=', 1)
  if (after !== undefined) {
    const [barred, score, a, b] = placeOf(after)
    query = query.where(({ or, and, eb }) =>
      or([
        eb('barred', '>', barred),
        and([eb('barred', '=', barred), eb('score', '<', score)]),
        and([eb('barred', '=', barred), eb('score', '=', score), eb('a', '>', a)]),
        and([eb('barred', '=', barred), eb('score', '=', score), eb('a', '=', a), eb('b', '>', b)]),
      ]),
    )
  }
  const links = await query
    .orderBy('barred')
    .orderBy('score', 'desc')
    .orderBy('a')
    .orderBy('b')
    .limit(limit + 1)
    .execute()
  const counted = await db
    .selectFrom(db.selectFrom('links').select('a').where('waits', '=', 1).limit(10_001).as('some'))
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const shown = links.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await named(db, shown),
    total: Math.min(counted.n, 10_000),
    more: counted.n > 10_000,
    ...(links.length > limit && last ? { next: `${last.barred}_${last.score}_${last.a}_${last.b}` } : {}),
  }
}

function placeOf(after: string): readonly [number, number, number, number] {
  const [barred, score, a, b] = after.split('_').map(Number)
  if (barred === undefined || score === undefined || a === undefined || b === undefined || [barred, score, a, b].some(Number.isNaN))
    throw new StoreError('refused', 'this place in the queue is not known; start again from its first page')
  return [barred, score, a, b]
}

/** Links as proposals between named ends. */
export async function named(db: Db, links: readonly Tables['links'][]): Promise<Suggestion[]> {
  const rows = new Set(links.flatMap(({ a, b }) => [a, b]))
  const nodes = new Map((await loadNodes(db, 'row', rows)).map((one) => [one.row, one]))
  const features = new Map<number, LedgerNode['features']>()
  for (const some of chunks(rows))
    for (const one of await db.selectFrom('nodes').select(['row', 'features']).where('row', 'in', some).execute())
      features.set(one.row, JSON.parse(one.features))
  const homes = new Map<number, NodeId>()
  for (const some of chunks(new Set([...nodes.values()].map(({ undertaking }) => undertaking))))
    for (const one of await db.selectFrom('undertakings').select(['row', 'id']).where('row', 'in', some).execute())
      homes.set(one.row, one.id)
  const end = (row: number) => {
    const { id, undertaking, text, body } = nodes.get(row) as Loaded
    const where = text ? { document: text.document.id, span: (body as { span: Span }).span } : {}
    return { node: id, undertaking: homes.get(undertaking) as NodeId, ...where }
  }
  return links.map(({ a, b }) => {
    const [one, other] = (nodes.get(a) as Loaded).id < (nodes.get(b) as Loaded).id ? [a, b] : [b, a]
    const { score, parts, barriers } = scoreLink(features.get(one) as LedgerNode['features'], features.get(other) as LedgerNode['features'])
    return { a: end(one), b: end(other), score, parts, barriers }
  })
}

/** Judgements of some types that count, in the order of the journal. */
export async function judgementsOfTypes<T extends Judgement['type']>(db: Db, types: readonly T[]): Promise<Of<T>[]> {
  const rows = await db.selectFrom('judgements').select('body').where('type', 'in', types).where('counts', '=', 1).orderBy('seq').execute()
  return rows.map(({ body }) => JSON.parse(body) as Of<T>)
}

/** All series with their values and targets, by id. */
export async function seriesOf(db: Db): Promise<SeriesFound[]> {
  const found = await judgementsOfTypes(db, ['series', 'observation', 'target'])
  const journal = inForce(found as Judgement[])
  const targets = found.filter((one): one is Of<'target'> => one.type === 'target')
  return [...journal.series.values()]
    .map(({ series }) => ({
      series,
      observations: journal.observations.get(series.id) ?? [],
      targets: targets.filter((one) => one.series === series.id),
    }))
    .sort((a, b) => (a.series.id < b.series.id ? -1 : 1))
}

/** A programme with the undertakings of its entries. */
export async function programmeOf(db: Db, name: string, asOf: string | undefined): Promise<ProgrammeFound | undefined> {
  const programme = (await programmesOf(db)).get(name)?.programme
  if (!programme) return undefined
  const nodes = await db
    .selectFrom('nodes')
    .select(['row', 'id', 'body', 'undertaking'])
    .where('id', '>=', `${name}/`)
    .where('id', '<', `${name}0`)
    .where('text', 'is', null)
    .execute()
  const order = new Map<string, number>()
  for (const { entry } of await judgementsOfTypes(db, ['entry'])) if (!order.has(entry.id)) order.set(entry.id, order.size)
  nodes.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const stored = await gather(new Set(nodes.map(({ undertaking }) => undertaking)), (some) =>
    db.selectFrom('undertakings').selectAll().where('row', 'in', some).execute(),
  )
  const shown = await rowsOf(db, stored, asOf)
  const byRow = new Map(stored.map(({ row }, i) => [row, shown[i]]))
  return {
    programme,
    rows: nodes.flatMap(({ undertaking, body }) => {
      const row = byRow.get(undertaking)
      return row ? [{ ...row, entry: JSON.parse(body) as Entry }] : []
    }),
  }
}
