import { dayAfter, daysOf } from '../ledger/days.ts'
import { inForce, type Journal } from '../ledger/journal.ts'
import { bundles, judge } from '../ledger/ledger.ts'
import type { LedgerNode } from '../ledger/nodes.ts'
import { nodeOfEntry, nodeOfStatement } from '../ledger/nodes.ts'
import type { Document, Entry, Judgement, NodeId, Of, Standing, TextHash } from '../ledger/nouns.ts'
import { edgesOf, partition, type Ties, waiting } from '../ledger/partition.ts'
import { assemble, type Unjudged } from '../ledger/undertaking.ts'
import type { Statement } from '../model.ts'
import { plain } from './columns.ts'
import type { Db } from './connect.ts'
import type { Revision } from './revision.ts'
import { gather, insert } from './rows.ts'
import { FACET, type Tables, type UndertakingRow } from './tables.ts'

/** Force by how firmly it binds. */
export const FORCES = ['none', 'should', 'ready', 'intent', 'agreed', 'binding'] as const

type LinkRow = Tables['links']

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
}

/** What `texts.info` holds. */
export interface TextNotes {
  readonly parties: readonly string[]
  readonly notes: readonly string[]
}

/** A day before all others: on it nothing is due and nothing has happened yet. */
export const NO_DAY = '1000-01-01'

/** Loads texts' heads, by row. */
export async function textHeads(db: Db, rows: Iterable<number>): Promise<Map<number, TextHead>> {
  const found = await gather(new Set(rows), (some) =>
    db
      .selectFrom('texts')
      .innerJoin('documents', 'documents.row', 'texts.document')
      .select(['texts.row', 'texts.hash', 'texts.info', 'documents.body'])
      .where('texts.row', 'in', some)
      .execute(),
  )
  return new Map(
    found.map(({ row, hash, info, body }) => [
      row,
      { row, hash, document: JSON.parse(body) as Document, between: (JSON.parse(info) as TextNotes).parties },
    ]),
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

/** The judgements in force on some nodes, in the order of the journal, put on the nodes that they mean today. */
export async function judgementsOn(db: Db, rows: readonly number[]): Promise<Judgement[]> {
  const columns = ['seq', 'body', 'a', 'b'] as const
  const of = (column: 'a' | 'b') =>
    gather(rows, (some) => db.selectFrom('judgements').select(columns).where(column, 'in', some).where('counts', '=', 1).execute())
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
  corrections: readonly Of<'correction'>[],
  programmes: ReadonlyMap<string, Of<'programme'>>,
): LedgerNode {
  if (loaded.text) return nodeOfStatement(loaded.body as Statement, loaded.text, corrections)
  const entry = loaded.body as Entry
  return nodeOfEntry(entry, programmes.get(entry.programme))
}

/** Puts the undertakings of all touched nodes together anew, and those of every node that hangs together with them. */
export async function regroup(revision: Revision): Promise<Set<NodeId>> {
  const { db } = revision
  const components = new Set(revision.bereft)
  for (const row of await gather(revision.touched, (some) => db.selectFrom('nodes').select('component').where('row', 'in', some).execute()))
    components.add(row.component)
  if (components.size === 0) return new Set()
  const loaded = await loadNodes(db, 'component', components)
  const scene = await sceneOf(db, loaded)
  const old = await gather(components, (some) =>
    db.selectFrom('undertakings').select(['row', 'id']).where('component', 'in', some).execute(),
  )
  const made = build(loaded, scene)
  await save(revision, loaded, old, made, scene)
  await queue(db, loaded, scene)
  return new Set(made.map(({ whole }) => whole.id))
}

/** All that says how some nodes hang together. */
interface Scene {
  readonly nodes: ReadonlyMap<NodeId, LedgerNode>
  readonly rowOf: ReadonlyMap<NodeId, number>
  readonly idOf: ReadonlyMap<number, NodeId>
  readonly journal: Journal
  readonly ties: Ties
}

async function sceneOf(db: Db, loaded: readonly Loaded[]): Promise<Scene> {
  const rows = loaded.map(({ row }) => row)
  const journal = inForce(await judgementsOn(db, rows))
  const programmes = loaded.some(({ text }) => !text) ? await programmesOf(db) : new Map<string, Of<'programme'>>()
  const nodes = new Map(loaded.map((one) => [one.id, nodeOf(one, journal.corrections.get(one.id) ?? [], programmes)]))
  const idOf = new Map(loaded.map(({ row, id }) => [row, id]))
  const links = await gather(rows, (some) => db.selectFrom('links').selectAll().where('a', 'in', some).where('verdict', '=', 1).execute())
  const ties: Ties = {
    links: links.flatMap(({ a, b, score }) => {
      const [one, other] = [idOf.get(a), idOf.get(b)]
      return one && other ? [{ ...inOrder(one, other), score, verdict: 'same' as const }] : []
    }),
    verdicts: journal.links,
  }
  return { nodes, rowOf: new Map(loaded.map(({ row, id }) => [id, row])), idOf, journal, ties }
}

const inOrder = (a: NodeId, b: NodeId) => (a < b ? { a, b } : { a: b, b: a })

interface Made {
  readonly whole: Unjudged
  /** Nodes whose ids resolve to it. */
  readonly group: readonly NodeId[]
  readonly claimed: readonly NodeId[]
  readonly component: number
}

function build(loaded: readonly Loaded[], { nodes, ties, rowOf }: Scene): Made[] {
  const inside = edgesOf(ties).filter(({ a, b }) => nodes.has(a) && nodes.has(b))
  const component = components(
    loaded.map(({ id }) => id),
    inside,
    rowOf,
  )
  const within: Ties = {
    links: ties.links,
    verdicts: new Map([...ties.verdicts].filter(([, { a, b }]) => nodes.has(a) && nodes.has(b))),
  }
  const parted = partition([...nodes.keys()].sort(), within)
  return bundles(parted, inside).map(({ ids, within: edges }, i) => {
    const group = parted.groups[i] as readonly NodeId[]
    const members = ids.map((id) => nodes.get(id) as LedgerNode)
    return {
      whole: assemble({ nodes: members, edges, verdicts: ties.verdicts, witnesses: new Map() }),
      group,
      claimed: ids.slice(group.length),
      component: component.get(group[0] as NodeId) as number,
    }
  })
}

/** The connected component of every node, named by its lowest row. */
function components(
  ids: readonly NodeId[],
  edges: readonly { a: NodeId; b: NodeId }[],
  rowOf: ReadonlyMap<NodeId, number>,
): Map<NodeId, number> {
  const parent = new Map(ids.map((id) => [id, id]))
  const root = (id: NodeId): NodeId => {
    let at = id
    while (parent.get(at) !== at) {
      const up = parent.get(parent.get(at) as NodeId) as NodeId
      parent.set(at, up)
      at = up
    }
    return at
  }
  for (const { a, b } of edges) parent.set(root(a), root(b))
  const least = new Map<NodeId, number>()
  for (const id of ids) least.set(root(id), Math.min(least.get(root(id)) ?? Number.POSITIVE_INFINITY, rowOf.get(id) as number))
  return new Map(ids.map((id) => [id, least.get(root(id)) as number]))
}

async function save(
  { db, rows }: Revision,
  loaded: readonly Loaded[],
  old: readonly { row: number; id: NodeId }[],
  made: readonly Made[],
  { journal, rowOf }: Scene,
): Promise<void> {
  const gone = old.map(({ row }) => row)
  for (const table of ['facets', 'claims', 'turns'] as const)
    await gather(gone, async (some) => (await db.deleteFrom(table).where('undertaking', 'in', some).execute(), []))
  await gather(gone, async (some) => (await db.deleteFrom('undertakings').where('row', 'in', some).execute(), []))
  const known = new Map(old.map(({ row, id }) => [id, row]))
  const undertakings: UndertakingRow[] = []
  const facets: Tables['facets'][] = []
  const turns: Tables['turns'][] = []
  const claims: Tables['claims'][] = []
  const placed = new Map<NodeId, { undertaking: number; component: number }>()
  for (const { whole, group, claimed, component } of made) {
    const row = known.get(whole.id) ?? (await rows.next('undertakings'))
    const pieces = standings(whole, journal)
    undertakings.push(rowOfUndertaking(whole, row, component, journal, pieces))
    for (const [since, standing] of pieces.slice(1)) turns.push({ undertaking: row, since, standing })
    for (const facet of facetsOf(whole)) facets.push({ ...facet, last: whole.last ?? '', undertaking: row })
    for (const id of claimed) claims.push({ undertaking: row, node: rowOf.get(id) as number })
    for (const id of group) placed.set(id, { undertaking: row, component })
  }
  await insert(db, 'undertakings', undertakings)
  await insert(db, 'facets', facets)
  await insert(db, 'turns', turns)
  await insert(db, 'claims', claims)
  for (const { row, id, undertaking, component } of loaded) {
    const place = placed.get(id)
    if (place && (place.undertaking !== undertaking || place.component !== component))
      await db.updateTable('nodes').set(place).where('row', '=', row).execute()
  }
}

function rowOfUndertaking(whole: Unjudged, row: number, component: number, journal: Journal, pieces: readonly Piece[]): UndertakingRow {
  const { id, label, kind, force, entries, members, topics, parties, mechanisms, places } = whole
  const ids = [...entries.map((one) => one.id), ...members.map(({ statement }) => statement.id)]
  const count = (of: ReadonlyMap<NodeId, readonly unknown[]>) => ids.reduce((sum, one) => sum + (of.get(one)?.length ?? 0), 0)
  const counting = members.filter(({ witnessOf }) => witnessOf === undefined)
  return {
    row,
    id,
    component,
    label: plain(label),
    kind,
    force: FORCES.indexOf(force),
    programme: entries[0] ? plain(entries[0].programme) : null,
    direction: entries[0] ? plain(entries[0].direction) : null,
    first: shorten(whole.first),
    last: shorten(whole.last),
    due: shorten(whole.due),
    statements: counting.length,
    documents: new Set(counting.map(({ hash }) => hash)).size,
    evidence: count(journal.evidence),
    scores: count(journal.scores),
    standing: (pieces[0] as Piece)[1],
    turns: pieces.length - 1,
    body: JSON.stringify({ label, parties, topics, mechanisms, places }),
  }
}

const shorten = (date: string | undefined): string | null => (date === undefined ? null : plain(date))

function facetsOf({ parties, topics, mechanisms, places, entries, members }: Unjudged): { facet: number; value: string }[] {
  const sides = [
    ...parties,
    ...entries.flatMap((one) => one.parties),
    ...members.flatMap(({ statement }) => [...statement.parties, ...statement.addressees]),
  ]
  const lists = [
    [FACET.party, parties],
    [FACET.topic, topics],
    [FACET.mechanism, mechanisms],
    [FACET.place, places],
    [FACET.counterpart, sides],
  ] as const
  return lists.flatMap(([facet, values]) => [...new Set(values.map(plain))].map((value) => ({ facet, value })))
}

/** A standing and the day from which it holds; the first holds from ever. */
type Piece = readonly [since: string, standing: Standing]

/** How the standing of an undertaking changes with the day on which it is asked for, nothing else changing. */
function standings(whole: Unjudged, journal: Journal): Piece[] {
  const pieces: Piece[] = [['', judge(whole, journal, NO_DAY).standing]]
  for (const day of turningDays(whole, journal)) {
    const { standing } = judge(whole, journal, day)
    if (standing !== pieces.at(-1)?.[1]) pieces.push([day, standing])
  }
  return pieces
}

/** The days on which a standing can turn: a deed becomes past, a deadline or a window ends. */
function turningDays(whole: Unjudged, journal: Journal): string[] {
  const ids = [...whole.entries.map(({ id }) => id), ...whole.members.map(({ statement }) => statement.id)]
  const of = <T>(lists: ReadonlyMap<NodeId, readonly T[]>) => ids.flatMap((id) => lists.get(id) ?? [])
  const dates = [
    whole.due,
    ...of(journal.evidence).map(({ date }) => date),
    ...of(journal.guidelines).flatMap(({ window }) => [window.from, window.to]),
    ...of(journal.searches).map(({ until }) => until),
  ]
  const days = new Set<string>()
  for (const date of dates) {
    const covered = date === undefined ? undefined : daysOf(date)
    if (!covered) continue
    days.add(covered.first)
    days.add(dayAfter(covered.last))
  }
  return [...days].sort()
}

/** Says of every proposal at the loaded nodes whether it waits. */
async function queue(db: Db, loaded: readonly Loaded[], { ties, idOf }: Scene): Promise<void> {
  const rows = loaded.map(({ row }) => row)
  const of = (column: 'a' | 'b') =>
    gather(rows, (some) => db.selectFrom('links').selectAll().where(column, 'in', some).where('verdict', '=', 0).execute())
  const links = new Map<string, LinkRow>()
  for (const link of [...(await of('a')), ...(await of('b'))]) links.set(`${link.a} ${link.b}`, link)
  if (links.size === 0) return
  const names = new Map(idOf)
  const groups = new Map<NodeId, number[]>()
  const place = async (column: 'row' | 'id', values: Iterable<number | string>) => {
    const found = await gather(values, (some) =>
      db
        .selectFrom('nodes')
        .select(['row', 'id', 'undertaking'])
        .where(column, 'in', some as never)
        .execute(),
    )
    for (const { row, id, undertaking } of found) {
      names.set(row, id)
      groups.set(id, [undertaking])
    }
    const claims = await gather(found, (some) =>
      db
        .selectFrom('claims')
        .selectAll()
        .where(
          'node',
          'in',
          some.map(({ row }) => row),
        )
        .execute(),
    )
    for (const { node, undertaking } of claims) groups.get(names.get(node) as NodeId)?.push(undertaking)
  }
  await place('row', new Set([...links.values()].flatMap(({ a, b }) => [a, b])))
  const held = [...ties.verdicts.values()].flatMap(({ a, b }) => [a, b])
  await place('id', new Set(held.filter((id) => !groups.has(id))))
  const named = [...links.values()].flatMap((link) => {
    const [a, b] = [names.get(link.a), names.get(link.b)]
    return a && b ? [{ a, b, verdict: 'suggest' as const, link }] : []
  })
  const waits = new Set(waiting(named, ties, (node) => groups.get(node) ?? []).map(({ link }) => link))
  for (const { link } of named) {
    const now = waits.has(link) ? 1 : 0
    if (link.waits !== now) await db.updateTable('links').set({ waits: now }).where('a', '=', link.a).where('b', '=', link.b).execute()
  }
}
