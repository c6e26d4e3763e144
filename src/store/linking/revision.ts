import { CompiledQuery, sql } from 'kysely'
import { type Features, keysOf } from '../../ledger/link/features.ts'
import { hash52, placeInLists } from '../../ledger/link/windows.ts'
import type { LedgerNode } from '../../ledger/nodes.ts'
import type { NodeId } from '../../ledger/nouns.ts'
import { linkOf } from '../../ledger/partition.ts'
import type { Connection, Db, Engine } from '../connect.ts'
import type { Recent } from '../database/recent.ts'
import { chunks, gather, insert, Rows, update } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'
import { toTsvector, wordsOf } from '../words.ts'
import { Gains, type Listed, NODES, neighbours } from './lists.ts'

type LinkRow = Tables['links']
type Searched = 'statement_words' | 'passage_words' | 'note_words'

/** How many words of a statement or a passage are searched. */
const SEARCHED = 5000

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

  /** New nodes, without links yet; their rows, in order. */
  async create(nodes: readonly { readonly id: NodeId; readonly text: number | null; readonly body: string }[]): Promise<number[]> {
    if (nodes.length > 0) this.worded = true
    const rows: number[] = []
    for (const _ of nodes) rows.push(await this.rows.next('nodes'))
    const made = nodes.map((node, i) => ({ row: rows[i] as number, ...node, features: '', undertaking: 0, component: rows[i] as number }))
    await insert(this.db, 'nodes', made)
    return rows
  }

  /**
   * Links nodes that are new, or whose features changed (they are unlinked first). All of one text at once is fastest.
   * @param nodes rows that exist
   */
  async link(nodes: readonly { readonly row: number; readonly node: LedgerNode; readonly isNew: boolean }[]): Promise<void> {
    if (nodes.length > 0) this.worded = true
    await this.unlink(nodes.filter(({ isNew }) => !isNew).map(({ row }) => row))
    for (const some of chunks(nodes, 100)) {
      const rows = some.map(({ row, node }) => [row, JSON.stringify(node.features)] as const)
      // words are stretches of a text, and the engine keeps all of it for one of them: what is remembered is cut loose
      for (const [row, features] of rows) this.features.set(row, JSON.parse(features) as Features)
      await update(this.db, 'features', rows)
      for (const { row } of some) this.touched.add(row)
      await this.enter(some)
    }
  }

  private async enter(nodes: readonly { readonly row: number; readonly node: LedgerNode }[]): Promise<void> {
    const entering = nodes.flatMap(({ row, node }) => this.listed(row, node.features))
    const lists = await neighbours(this.db, this.engine, NODES, entering)
    const gains = new Gains(NODES)
    gains.enter(entering, lists)
    await insert(this.db, 'keys', entering)
    await this.apply(gains, new Set(nodes.map(({ row }) => row)))
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
      await this.apply(gains, new Set())
    }
  }

  /** Scores pairs that come into a window, forgets links of pairs that no window holds any more. `fresh`: nodes that have no links yet. */
  private async apply(gains: Gains, fresh: ReadonlySet<number>): Promise<void> {
    const old: { a: number; b: number; by: number }[] = []
    const score: { a: number; b: number; by: number }[] = []
    for (const [a, row] of gains.pairs)
      for (const [b, by] of row) {
        if (by === 0) continue
        if (!fresh.has(a) && !fresh.has(b)) old.push({ a, b, by })
        else if (by > 0) score.push({ a, b, by })
      }
    for (const one of await this.revise(old)) score.push(one)
    await this.scoreAll(score, fresh)
  }

  /** Changes the support of links that are stored; gives back the pairs that gained a window and are not. */
  private async revise(pairs: readonly { a: number; b: number; by: number }[]): Promise<{ a: number; b: number; by: number }[]> {
    const unknown: { a: number; b: number; by: number }[] = []
    for (const some of chunks(pairs, 200)) {
      const values = sql.join(some.map(({ a, b }) => sql`(${sql.lit(a)}, ${sql.lit(b)})`))
      const { rows } = await sql<LinkRow>`select * from links where (a, b) in (values ${values})`.execute(this.db)
      const known = new Map(rows.map((row) => [`${row.a} ${row.b}`, row]))
      for (const pair of some) {
        const { a, b, by } = pair
        const link = known.get(`${a} ${b}`)
        if (!link) {
          if (by > 0) unknown.push(pair)
          continue
        }
        const support = link.support + by
        if (support > 0) await this.db.updateTable('links').set({ support }).where('a', '=', a).where('b', '=', b).execute()
        else {
          await this.db.deleteFrom('links').where('a', '=', a).where('b', '=', b).execute()
          if (link.verdict === 1) for (const end of [a, b]) this.touched.add(end)
        }
      }
    }
    return unknown
  }

  private async scoreAll(pairs: readonly { a: number; b: number; by: number }[], fresh: ReadonlySet<number>): Promise<void> {
    const features = await this.featuresOf(new Set(pairs.flatMap(({ a, b }) => [a, b])))
    const links: LinkRow[] = []
    for (const { a, b, by } of pairs) {
      const [one, other] = [features.get(a), features.get(b)]
      if (!one || !other) continue
      const link = one.id < other.id ? linkOf(one, other) : linkOf(other, one)
      if (!link) continue
      const { score, verdict, barriers } = link
      links.push({ a, b, score, verdict: verdict === 'same' ? 1 : 0, support: by, waits: 0, barred: barriers.length ? 1 : 0 })
      // a proposal changes the queue only: one end is enough to look at it
      for (const end of [a, b]) if (verdict === 'same' || !(fresh.has(a) || fresh.has(b))) this.touched.add(end)
    }
    await insert(this.db, 'links', links)
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
    if (given.length === 0) return
    const words = given.map(({ text }) => wordsOf(text).slice(0, SEARCHED))
    const rows = given.map(({ row }) => row)
    if (this.engine === 'postgres') {
      // one way to the server for all of them
      const text = `insert into ${table} (rowid, words) select row, words::tsvector from unnest($1::bigint[], $2::text[]) as given (row, words)`
      await this.db.executeQuery(CompiledQuery.raw(text, [rows, words.map(toTsvector)]))
      return
    }
    for (const [i, row] of rows.entries())
      await this.db.executeQuery(CompiledQuery.raw(`insert into ${table} (rowid, words) values (?, ?)`, [row, words[i]?.join(' ')]))
  }

  /** Puts other words in the place of those by which a row is found. */
  async reindex(table: Searched, row: number, text: string): Promise<void> {
    await this.db.deleteFrom(table).where('rowid', '=', row).execute()
    await this.index(table, [{ row, text }])
  }
}
