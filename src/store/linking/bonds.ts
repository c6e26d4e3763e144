import type { Db } from '../connect.ts'
import { gather, insert, update } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'

type LinkRow = Tables['links']

interface Bond extends LinkRow {
  /** How many keys' windows hold the pair now; `support` is what is stored, 0 of a new one. */
  now: number
}

/** The links among some nodes: read once, followed in memory while windows move, and written at the end. */
export class Bonds {
  private readonly byEnd = new Map<number, Map<number, Bond>>()
  private readonly db: Db

  private constructor(db: Db) {
    this.db = db
  }

  /** The stored links of which the lower end is one of some nodes. */
  static async among(db: Db, nodes: Iterable<number>): Promise<Bonds> {
    const bonds = new Bonds(db)
    const stored = await gather(nodes, (some) => db.selectFrom('links').selectAll().where('a', 'in', some).execute())
    for (const link of stored) bonds.keep({ ...link, now: link.support })
    return bonds
  }

  private keep(bond: Bond): void {
    const row = this.byEnd.get(bond.a)
    if (row) row.set(bond.b, bond)
    else this.byEnd.set(bond.a, new Map([[bond.b, bond]]))
  }

  /** Links with this lower end, by the other. */
  at(a: number): ReadonlyMap<number, Bond> | undefined {
    return this.byEnd.get(a)
  }

  add(link: LinkRow): void {
    this.keep({ ...link, support: 0, now: link.support })
  }

  /** Writes what changed. @returns links that are no more */
  async write(): Promise<LinkRow[]> {
    const { db } = this
    const made: LinkRow[] = []
    const moved: [a: number, b: number, support: number][] = []
    const gone: LinkRow[] = []
    for (const row of this.byEnd.values())
      for (const { now, ...link } of row.values()) {
        if (now === link.support) continue
        if (now <= 0) {
          if (link.support > 0) gone.push(link)
        } else if (link.support > 0) moved.push([link.a, link.b, now])
        else made.push({ ...link, support: now })
      }
    await insert(db, 'links', made)
    await update(db, 'supports', moved)
    for (const { a, b } of gone) await db.deleteFrom('links').where('a', '=', a).where('b', '=', b).execute()
    return gone
  }
}
