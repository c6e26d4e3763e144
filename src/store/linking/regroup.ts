import { inForce } from '../../ledger/journal.ts'
import { bundles } from '../../ledger/ledger.ts'
import type { LedgerNode } from '../../ledger/nodes.ts'
import type { NodeId, Of } from '../../ledger/nouns.ts'
import { edgesOf, partition, type Ties } from '../../ledger/partition.ts'
import { assemble, type Bundle, type Unjudged } from '../../ledger/undertaking.ts'
import type { Db } from '../connect.ts'
import { judgementsOn, loadNodes, nodeOf, programmesOf, witnessesIn } from '../database/load.ts'
import { chunks, gather, insert, update } from '../database/rows.ts'
import type { Tables, UndertakingRow } from '../database/tables.ts'
import { regroupCopies } from './copies.ts'
import { queue } from './queue.ts'
import type { Revision } from './revision.ts'
import { facetsOf, rowOfUndertaking, standings } from './undertaking-rows.ts'

/** A node as far as hanging together goes. */
interface Placed {
  readonly row: number
  readonly id: NodeId
  readonly undertaking: number
  readonly component: number
}

/** Puts together anew the undertakings that a revision changed, and leaves all others as they are. */
export async function regroup(revision: Revision): Promise<void> {
  const { db, bereft, touched } = revision
  await regroupCopies(revision)
  const components = new Set(bereft.components)
  for (const row of await gather(touched, (some) => db.selectFrom('nodes').select('component').where('row', 'in', some).execute()))
    components.add(row.component)
  if (components.size === 0) return
  const placed = await gather(components, (some) =>
    db.selectFrom('nodes').select(['row', 'id', 'undertaking', 'component']).where('component', 'in', some).execute(),
  )
  const ties = await tiesAmong(db, placed)
  const groups = await groupsOf(revision, placed, ties, components)
  const changed = groups.filter((one) => hasChanged(one, revision))
  if (changed.some(({ undertaking, sameGuests }) => undertaking === undefined || !sameGuests)) revision.worded = true
  const others = new Set(groups)
  for (const one of changed) others.delete(one)
  await relabel(db, [...others])
  const stored = await gather(components, (some) =>
    db.selectFrom('undertakings').select(['row', 'id']).where('component', 'in', some).execute(),
  )
  const kept = new Set([...others].map(({ undertaking }) => undertaking))
  await rebuild(
    revision,
    changed,
    stored.filter(({ row }) => !kept.has(row)),
    ties,
  )
}

/** All links that count and all verdicts at some nodes, which are whole components. */
async function tiesAmong(db: Db, placed: readonly Placed[]): Promise<Ties> {
  const rows = placed.map(({ row }) => row)
  const idOf = new Map(placed.map(({ row, id }) => [row, id]))
  const links = await gather(rows, (some) =>
    db.selectFrom('links').select(['a', 'b', 'score']).where('a', 'in', some).where('verdict', '=', 1).execute(),
  )
  const verdicts = inForce(await judgementsOn(db, rows, 'link')).links
  return {
    links: links.flatMap(({ a, b, score }) => {
      const [one, other] = [idOf.get(a), idOf.get(b)]
      if (one === undefined || other === undefined) return []
      const [low, high] = one < other ? [one, other] : [other, one]
      return [{ a: low, b: high, score, verdict: 'same' as const }]
    }),
    verdicts,
  }
}

/** An undertaking as it must be, and the row where it stands when it is so already. */
interface Group {
  readonly own: readonly Placed[]
  readonly guests: readonly Placed[]
  readonly edges: Bundle['edges']
  readonly component: number
  /** Row of the undertaking that all its own nodes have, and no others. */
  readonly undertaking: number | undefined
  /** Its guests are those that are stored. */
  readonly sameGuests: boolean
}

async function groupsOf({ db, fresh }: Revision, placed: readonly Placed[], ties: Ties, components: ReadonlySet<number>): Promise<Group[]> {
  const nodes = new Map(placed.map((one) => [one.id, one]))
  const within: Ties = { links: ties.links, verdicts: new Map([...ties.verdicts].filter(([, { a, b }]) => nodes.has(a) && nodes.has(b))) }
  const edges = edgesOf(within)
  const component = componentsOf(placed, edges)
  const parted = partition([...nodes.keys()].sort(), within)
  const sizes = new Map<number, number>()
  for (const { undertaking } of placed) sizes.set(undertaking, (sizes.get(undertaking) ?? 0) + 1)
  const stored = new Map<number, Set<number>>()
  const claims = await gather(components, (some) =>
    db
      .selectFrom('claims')
      .innerJoin('undertakings', 'undertakings.row', 'claims.undertaking')
      .select(['claims.undertaking', 'claims.node'])
      .where('undertakings.component', 'in', some)
      .execute(),
  )
  for (const { undertaking, node } of claims) stored.set(undertaking, (stored.get(undertaking) ?? new Set()).add(node))
  return bundles(parted, edges).map(({ ids, within: own }, i) => {
    const count = (parted.groups[i] as readonly NodeId[]).length
    const all = ids.map((id) => nodes.get(id) as Placed)
    const [members, guests] = [all.slice(0, count), all.slice(count)]
    const home = (members[0] as Placed).undertaking
    const whole =
      home !== 0 &&
      sizes.get(home) === count &&
      !members.some(({ row }) => fresh.has(row)) &&
      members.every(({ undertaking }) => undertaking === home)
    const before = stored.get(home) ?? new Set()
    return {
      own: members,
      guests,
      edges: own,
      component: component.get((members[0] as Placed).id) as number,
      undertaking: whole ? home : undefined,
      sameGuests: before.size === guests.length && guests.every(({ row }) => before.has(row)),
    }
  })
}

function hasChanged({ own, guests, undertaking, sameGuests }: Group, { touched, bereft }: Revision): boolean {
  if (undertaking === undefined || !sameGuests || bereft.undertakings.has(undertaking)) return true
  return own.some(({ row }) => touched.has(row)) || guests.some(({ row }) => touched.has(row))
}

/** Gives unchanged undertakings that now belong to another component its name. */
async function relabel(db: Db, groups: readonly Group[]): Promise<void> {
  const moved = groups.filter(({ own, component }) => own.some((node) => node.component !== component))
  await update(
    db,
    'places',
    moved.flatMap(({ own, component }) => own.map(({ row, undertaking }) => [row, undertaking, component])),
  )
  await update(
    db,
    'components',
    moved.map(({ undertaking, component }) => [undertaking as number, component]),
  )
}

/** The connected component of every node, named by its lowest row. */
function componentsOf(placed: readonly Placed[], edges: readonly { a: NodeId; b: NodeId }[]): Map<NodeId, number> {
  const parent = new Map(placed.map(({ id }) => [id, id]))
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
  for (const { id, row } of placed) least.set(root(id), Math.min(least.get(root(id)) ?? Number.POSITIVE_INFINITY, row))
  return new Map(placed.map(({ id }) => [id, least.get(root(id)) as number]))
}

/** How many undertakings are put together at once: what their statements say is in memory meanwhile. */
const AT_ONCE = 500

/** Writes changed undertakings in the place of those that go. */
async function rebuild(
  revision: Revision,
  changed: readonly Group[],
  gone: readonly { readonly row: number; readonly id: NodeId }[],
  ties: Ties,
): Promise<void> {
  const { db, rows } = revision
  await rows.most('undertakings')
  for (const some of chunks(gone.map(({ row }) => row))) {
    for (const table of ['facets', 'claims', 'turns'] as const) await db.deleteFrom(table).where('undertaking', 'in', some).execute()
    await db.deleteFrom('undertakings').where('row', 'in', some).execute()
  }
  const known = new Map(gone.map(({ row, id }) => [id, row]))
  for (const some of chunks(changed, AT_ONCE)) await write(revision, some, known, ties)
  // what waits depends on all of them
  const members = new Map(changed.flatMap(({ own, guests }) => [...own, ...guests].map((one) => [one.row, one])))
  await queue(db, [...members.values()], ties)
}

/** Writes undertakings. @param known rows of those that went, by id: one that comes again has its row again */
async function write(
  { db, rows, fresh }: Revision,
  changed: readonly Group[],
  known: ReadonlyMap<NodeId, number>,
  ties: Ties,
): Promise<void> {
  const all = new Set(changed.flatMap(({ own, guests }) => [...own, ...guests].map(({ row }) => row)))
  const loaded = await loadNodes(db, 'row', all)
  const journal = inForce(await judgementsOn(db, [...all]))
  const programmes = loaded.some(({ text }) => !text) ? await programmesOf(db) : new Map<string, Of<'programme'>>()
  const nodes = new Map(loaded.map((one) => [one.id, nodeOf(one, journal.corrections.get(one.id) ?? [], programmes)]))
  const witnesses = witnessesIn(loaded)
  const made: Made = { undertakings: [], facets: [], turns: [], claims: [] }
  const moved: [row: number, undertaking: number, component: number][] = []
  for (const { own, guests, edges, component } of changed) {
    const members = [...own, ...guests].map(({ id }) => nodes.get(id) as LedgerNode)
    const whole = assemble({ nodes: members, edges, verdicts: ties.verdicts, witnesses })
    const kept = own.find(({ id, row }) => id === whole.id && fresh.has(row))?.undertaking
    const row = known.get(whole.id) ?? kept ?? (await rows.next('undertakings'))
    record(made, whole, row, component, journal)
    for (const guest of guests) made.claims.push({ undertaking: row, node: guest.row })
    for (const node of own) if (node.undertaking !== row || node.component !== component) moved.push([node.row, row, component])
  }
  for (const table of ['undertakings', 'facets', 'turns', 'claims'] as const) await insert(db, table, made[table] as never)
  await update(db, 'places', moved)
}

interface Made {
  readonly undertakings: UndertakingRow[]
  readonly facets: Tables['facets'][]
  readonly turns: Tables['turns'][]
  readonly claims: Tables['claims'][]
}

function record(made: Made, whole: Unjudged, row: number, component: number, journal: ReturnType<typeof inForce>): void {
  const pieces = standings(whole, journal)
  made.undertakings.push(rowOfUndertaking(whole, row, component, journal, pieces))
  for (const [since, standing] of pieces.slice(1)) made.turns.push({ undertaking: row, since, standing })
  for (const facet of facetsOf(whole)) made.facets.push({ ...facet, last: whole.last ?? '', undertaking: row })
}
