import { CompiledQuery } from 'kysely'
import { type Features, keysOf } from '../../ledger/link/features.ts'
import { hash52, placeInLists } from '../../ledger/link/windows.ts'
import type { LedgerNode } from '../../ledger/nodes.ts'
import type { NodeId } from '../../ledger/nouns.ts'
import { linkOf } from '../../ledger/partition.ts'
import type { Connection, Db, Engine } from '../connect.ts'
import type { Recent } from '../database/recent.ts'
import { chunks, gather, insert, Rows, update } from '../database/rows.ts'
import type { NodeRow } from '../database/tables.ts'
import { searched, toTsvector } from '../words.ts'
import { Bonds } from './bonds.ts'
import { Gains, type Listed, NODES, neighbours } from './lists.ts'

type Searched = 'statement_words' | 'passage_words' | 'note_words'

/** Nodes that are entered with one look at the lists, and those of them that are compared at a time: a long list makes hundreds of pairs of each. */
const ENTERING = 4000
const AT_ONCE = 200

/** A node to be made. */
interface NewNode {
  readonly id: NodeId
  readonly text: number | null
  readonly body: string
  readonly features?: string
}

function nodesIn(lists: ReadonlyMap<number, readonly Listed[]>): Set<number> {
  const found = new Set<number>()
  for (const list of lists.values()) for (const { node } of list) found.add(node)
  return found
}

/**
 * One change of a ledger, inside its transaction: nodes are put in and dropped here, their links made and undone, and what must be put together
 * anew is noted. Everything that it leaves behind depends on the set of nodes alone and not on the order in which they came.
 */
export class Revision {
  readonly db: Db
  readonly engine: Engine
  readonly rows: Rows
  /** Nodes whose undertakings must be put together anew. */
  readonly touched = new Set<number>()
  /** Texts whose copies must be grouped anew. */
  readonly copied = new Set<number>()
  /** Nodes that were made here. */
  readonly fresh = new Set<number>()
  /** Components and undertakings that lost a node. */
  readonly bereft = { components: new Set<number>(), undertakings: new Set<number>() }
  /** Whether something else changes than what is judged of undertakings: texts, statements, entries, which of them belong together. */
  worded = true
  private readonly features: Recent<number, Features>

  /** @param features features by row that are known to be as stored; is added to here */
  constructor({ engine }: Connection, db: Db, features: Recent<number, Features>) {
    this.db = db
    this.engine = engine
    this.rows = new Rows(db)
    this.features = features
  }

  /** Takes nodes out of the ledger, with their links. */
  async drop(rows: readonly number[]): Promise<void> {
    if (rows.length === 0) return
    this.worded = true
    const gone = await gather(rows, (some) =>
      this.db.selectFrom('nodes').select(['undertaking', 'component']).where('row', 'in', some).execute(),
    )
    for (const { undertaking, component } of gone) {
      this.bereft.components.add(component)
      this.bereft.undertakings.add(undertaking)
    }
    for (const some of chunks(rows)) {
      for (const { undertaking } of await this.db.selectFrom('claims').select('undertaking').where('node', 'in', some).execute())
        this.bereft.undertakings.add(undertaking)
      await this.db.deleteFrom('claims').where('node', 'in', some).execute()
    }
    await this.rows.most('nodes')
    await this.unlink(rows)
    for (const some of chunks(rows)) {
      await this.db.deleteFrom('nodes').where('row', 'in', some).execute()
      await this.db.deleteFrom('statement_words').where('rowid', 'in', some).execute()
      await this.db.updateTable('judgements').set({ a: null }).where('a', 'in', some).execute()
      await this.db.updateTable('judgements').set({ b: null }).where('b', 'in', some).execute()
    }
    for (const row of rows) this.touched.delete(row)
  }

  /**
   * New nodes, without links yet; their rows, in order. Each has the row of an undertaking of its own, which is written when it is put together.
   * @param nodes `features` as JSON where they are known already, to be entered with `enter`
   */
  async create(nodes: readonly NewNode[]): Promise<number[]> {
    if (nodes.length > 0) this.worded = true
    const made: NodeRow[] = []
    for (const { features = '', ...node } of nodes) {
      const row = await this.rows.next('nodes')
      this.fresh.add(row)
      // words are stretches of a text, and the engine keeps all of it for one of them: what is remembered is cut loose
      if (features) this.features.set(row, JSON.parse(features) as Features)
      made.push({ row, ...node, features, undertaking: await this.rows.next('undertakings'), component: row })
    }
    await insert(this.db, 'nodes', made)
    return made.map(({ row }) => row)
  }

  /**
   * Links nodes that have no features yet, or others (they are unlinked first). All of one text at once is fastest.
   * @param nodes rows that exist
   */
  async link(nodes: readonly { readonly row: number; readonly node: LedgerNode; readonly isNew: boolean }[]): Promise<void> {
    await this.unlink(nodes.filter(({ isNew }) => !isNew).map(({ row }) => row))
    for (const some of chunks(nodes, ENTERING)) {
      const rows = some.map(({ row, node }) => [row, JSON.stringify(node.features)] as const)
      for (const [row, features] of rows) this.features.set(row, JSON.parse(features) as Features)
      await update(this.db, 'features', rows)
      await this.enter(some.map(({ row }) => row))
    }
  }

  /** Links nodes whose features are stored, and that have no links yet. */
  async enter(nodes: readonly number[]): Promise<void> {
    if (nodes.length > 0) this.worded = true
    for (const rows of chunks(nodes, ENTERING)) {
      const features = await this.featuresOf(rows)
      const entering = rows.map((row) => this.listed(row, features.get(row) as Features))
      const lists = await neighbours(this.db, this.engine, NODES, entering.flat())
      const bonds = await Bonds.among(this.db, nodesIn(lists))
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        const some = rows.slice(at, at + AT_ONCE)
        const gains = new Gains(NODES)
        gains.enter(entering.slice(at, at + AT_ONCE).flat(), lists)
        for (const row of some) this.touched.add(row)
        await this.follow(gains, bonds, new Set(some))
      }
      // in the order of the table, which is kept in that of its key
      await insert(
        this.db,
        'keys',
        entering.flat().sort((x, y) => x.key - y.key || x.at - y.at || x.node - y.node),
      )
      await this.write(bonds)
    }
  }

  private listed(node: number, features: Features): Listed[] {
    const at = placeInLists(features)
    return [...new Set(keysOf(features).map(hash52))].map((key) => ({ key, at, node }))
  }

  /** Takes nodes out of the lists of their keys, one by one, and undoes their links. */
  private async unlink(rows: readonly number[]): Promise<void> {
    for (const row of rows) {
      const features = (await this.featuresOf([row])).get(row)
      this.features.delete(row)
      if (!features) continue
      const leaving = this.listed(row, features)
      const lists = await neighbours(this.db, this.engine, NODES, leaving)
      const gains = new Gains(NODES)
      gains.leave(leaving, lists)
      for (const { key, at } of leaving)
        await this.db.deleteFrom('keys').where('key', '=', key).where('at', '=', at).where('node', '=', row).execute()
      const links = await this.db
        .selectFrom('links')
        .select(['a', 'b', 'verdict'])
        .where(({ or, eb }) => or([eb('a', '=', row), eb('b', '=', row)]))
        .execute()
      for (const { a, b, verdict } of links) if (verdict === 1) this.touched.add(a === row ? b : a)
      await this.db
        .deleteFrom('links')
        .where(({ or, eb }) => or([eb('a', '=', row), eb('b', '=', row)]))
        .execute()
      const bonds = await Bonds.among(this.db, gains.pairs.keys())
      await this.follow(gains, bonds, new Set())
      await this.write(bonds)
    }
  }

  /** Changes the support of links whose pairs gained or lost windows, and scores pairs that came into one. `fresh`: nodes that had no links yet. */
  private async follow(gains: Gains, bonds: Bonds, fresh: ReadonlySet<number>): Promise<void> {
    const met: { readonly a: number; readonly others: number[] }[] = []
    const ends = new Set<number>()
    for (const [a, row] of gains.pairs) {
      const known = bonds.at(a)
      const others: number[] = []
      for (const [b, by] of row) {
        const bond = known?.get(b)
        if (bond) bond.now += by
        else if (by > 0) {
          others.push(b)
          ends.add(b)
        }
      }
      if (others.length === 0) continue
      ends.add(a)
      met.push({ a, others })
    }
    const features = await this.featuresOf(ends)
    for (const { a, others } of met) {
      const one = features.get(a)
      if (!one) continue
      for (const b of others) {
        const other = features.get(b)
        const link = other && linkOf(one, other)
        if (!link) continue
        const { score, verdict, barriers } = link
        const support = gains.pairs.get(a)?.get(b) as number
        bonds.add({ a, b, score, verdict: verdict === 'same' ? 1 : 0, support, waits: 0, barred: barriers.length ? 1 : 0 })
        // a proposal changes the queue only: one end is enough to look at it
        for (const end of [a, b]) if (verdict === 'same' || !(fresh.has(a) || fresh.has(b))) this.touched.add(end)
      }
    }
  }

  private async write(bonds: Bonds): Promise<void> {
    for (const { a, b, verdict } of await bonds.write()) if (verdict === 1) for (const end of [a, b]) this.touched.add(end)
  }

  private async featuresOf(rows: Iterable<number>): Promise<Map<number, Features>> {
    const found = new Map<number, Features>()
    const missing: number[] = []
    for (const row of rows) {
      const known = this.features.get(row)
      if (known) found.set(row, known)
      else missing.push(row)
    }
    const stored = await gather(missing, (some) =>
      this.db.selectFrom('nodes').select(['row', 'features']).where('row', 'in', some).execute(),
    )
    for (const { row, features } of stored) {
      if (features === '') continue
      const parsed = JSON.parse(features) as Features
      found.set(row, parsed)
      this.features.set(row, parsed)
    }
    return found
  }

  /** Makes the words of nodes, passages or notes findable. */
  async index(table: Searched, given: readonly { readonly row: number; readonly text: string }[]): Promise<void> {
    await this.indexWords(
      table,
      given.map(({ row, text }) => ({ row, words: searched(text) })),
    )
  }

  /** The same of words that `searched` found. */
  async indexWords(table: Searched, given: readonly { readonly row: number; readonly words: string }[]): Promise<void> {
    if (given.length === 0) return
    if (this.engine === 'postgres') {
      // one way to the server for all of them
      const text = `insert into ${table} (rowid, words) select row, words::tsvector from unnest($1::bigint[], $2::text[]) as given (row, words)`
      const vectors = given.map(({ words }) => toTsvector(words === '' ? [] : words.split(' ')))
      await this.db.executeQuery(CompiledQuery.raw(text, [given.map(({ row }) => row), vectors]))
      return
    }
    for (const { row, words } of given)
      await this.db.executeQuery(CompiledQuery.raw(`insert into ${table} (rowid, words) values (?, ?)`, [row, words]))
  }

  /** Puts other words in the place of those by which a row is found. */
  async reindex(table: Searched, row: number, text: string): Promise<void> {
    await this.db.deleteFrom(table).where('rowid', '=', row).execute()
    await this.index(table, [{ row, text }])
  }
}
